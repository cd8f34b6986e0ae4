#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "check/history.h"
#include "record/id.h"
#include "record/state.h"
#include "work/act.h"

static bool is_selected(const char *path, const char *const *paths, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(paths[i]);

		while (len > 0 && paths[i][len - 1] == '/')
			len--;
		if (strncmp(path, paths[i], len) == 0 && (!path[len] || path[len] == '/'))
			return true;
	}
	return count == 0;
}

/* The step from HEAD to what is saved. */
struct save_step {
	struct work *work;
	struct transaction *tx;
};

static int read_side(void *payload, bool after, const char *path, struct record **out,
		     struct error *err)
{
	const struct save_step *step = payload;
	struct work *work = step->work;
	struct error absent = { 0 };
	int rc;

	*out = NULL;
	rc = after ? catalogue_read(work->catalogue, work->arena, path, out, &absent)
		   : work_read_head(work, step->tx, path, out, &absent);
	/* New files and files that are gone have one side only. */
	if (rc == 0 || absent.code == (after ? ERR_NOT_FOUND : ERR_CONFLICT))
		return 0;
	*err = absent;
	return -1;
}

int work_check_history(struct work *work, struct transaction *tx,
		       const struct record *record, struct findings *out, bool *refused,
		       struct error *err)
{
	struct save_step sides = { .work = work, .tx = tx };
	const struct history_step step = { .date = work->today,
					   .payload = &sides,
					   .read = read_side,
					   .kinds = &work->catalogue->kinds };
	struct history_change change = { .step = &step, .is = record };
	struct findings found = FINDINGS(work->arena);
	struct record *was;

	if (read_side(&sides, false, record->path, &was, err) < 0)
		return -1;
	change.was = was;
	if (history_check(&found, &change, err) < 0)
		return -1;
	check_settle(work->catalogue, work->today, &found, NULL);
	for (size_t i = 0; i < found.count; i++)
		findings_push(out, &found.items[i]);
	*refused = findings_worst(&found) == SEVERITY_ERROR;
	return 0;
}

static int take_record(struct work *work, struct transaction *tx,
		       const struct source_entry *entry, const struct buf *bytes,
		       struct findings *findings, struct error *err)
{
	char id[ID_MAX];
	const struct kind *kind = id_of_path(&work->catalogue->kinds, entry->path, id);
	const char *copy = buf_dup(bytes, work->arena);
	struct findings own = FINDINGS(work->arena);
	struct record *record;
	bool forbidden;

	if (!kind)
		return 0;
	record = record_parse(work->arena, kind, entry->path, copy, bytes->len);
	if (check_one(work->catalogue, work->index, record, &own, err) < 0)
		return -1;
	check_settle(work->catalogue, work->today, &own, NULL);
	if (work_check_history(work, tx, record, findings, &forbidden, err) < 0)
		return -1;
	for (size_t i = 0; i < own.count; i++)
		findings_push(findings, &own.items[i]);
	return forbidden || work_refuses(&own,
					 record_state(record->common) == STATE_PUBLISHED)
		       ? 1
		       : 0;
}

static int take_deleted(struct work *work, const char *path, struct error *err)
{
	char id[ID_MAX];
	const struct kind *kind = id_of_path(&work->catalogue->kinds, path, id);

	if (kind && history_is_numbered(kind))
		return error_set(
			err, ERR_DENIED,
			tr("%s was committed and cannot be deleted: get it back with "
			   "git checkout -- %s, then gk void %s --reason ..."),
			path, path, id);
	return 0;
}

/* What belongs to a catalogue besides its records. */
static bool is_part(const char *path)
{
	static const char *const parts[] = { "attachments/", "calendar/", "pages/",
					     "templates/",   "words/",    ".gitignore" };

	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (strncmp(path, parts[i], strlen(parts[i])) == 0)
			return true;
	return false;
}

/* A new file that nobody named and that is nothing of the catalogue is the user's own. */
static bool is_meant(struct work *work, struct transaction *tx, const char *path,
		     bool named)
{
	char id[ID_MAX];
	auto_buf bytes = BUF_INIT;
	struct error absent;

	return named || is_part(path) || id_of_path(&work->catalogue->kinds, path, id) ||
	       transaction_head(tx, path, &bytes, &absent) == 0;
}

/* 0 taken, 1 its findings forbid it, -1 failed. */
static int take(struct work *work, struct transaction *tx, const char *path,
		struct findings *findings, struct work_done *done, struct error *err)
{
	struct source_entry entry;
	struct error absent = { 0 };
	auto_buf bytes = BUF_INIT;
	char id[ID_MAX];
	int r;

	if (source_find(work->catalogue->source, work->arena, path, &entry, &absent) <
	    0) {
		if (absent.code != ERR_NOT_FOUND) {
			*err = absent;
			return -1;
		}
		r = take_deleted(work, path, err);
	} else if (source_read(work->catalogue->source, &entry, &bytes, err) < 0) {
		return -1;
	} else {
		r = take_record(work, tx, &entry, &bytes, findings, err);
	}
	if (r != 0)
		return r;
	work_note(work, done,
		  id_of_path(&work->catalogue->kinds, path, id)
			  ? arena_strdup(work->arena, id)
			  : path,
		  path);
	return transaction_put(tx, path, absent.code ? NULL : bytes.s, bytes.len,
			       PUT_FROM_DISK, err);
}

/* A path that was typed wrong must not pass for one that needs no saving. */
static int check_paths(struct work *work, const struct strings *dirty,
		       const char *const *paths, size_t count, struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		auto_buf full = BUF_INIT;
		bool known;

		path_join(&full, source_root(work->catalogue->source), paths[i]);
		known = file_exists(full.s);
		for (size_t k = 0; k < dirty->count && !known; k++)
			known = is_selected(dirty->items[k], &paths[i], 1);
		if (!known)
			return error_set(err, ERR_NOT_FOUND,
					 tr("there is nothing at '%s'"), paths[i]);
	}
	return 0;
}

int work_save(struct work *work, const char *const *paths, size_t count,
	      struct findings *findings, struct work_done *done, struct error *err)
{
	const struct transaction_options options = work_transaction(work);
	auto_transaction *tx = NULL;
	struct strings dirty = { 0 };
	bool refused = false;

	if (transaction_begin(&options, &tx, err) < 0 ||
	    transaction_dirty(tx, work->arena, &dirty, err) < 0 ||
	    check_paths(work, &dirty, paths, count, err) < 0)
		return WORK_FAILED;
	for (size_t i = 0; i < dirty.count; i++) {
		int r = 0;

		if (is_selected(dirty.items[i], paths, count) &&
		    is_meant(work, tx, dirty.items[i], count > 0))
			r = take(work, tx, dirty.items[i], findings, done, err);
		if (r < 0)
			return WORK_FAILED;
		refused = refused || r > 0;
	}
	findings_sort(findings);
	if (refused)
		return WORK_REFUSED;
	work_soften(findings);
	if (done->paths.count == 0)
		return WORK_DONE;
	return work_commit(work, tx, "save", done, err) < 0 ? WORK_FAILED : WORK_DONE;
}
