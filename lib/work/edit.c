#include "work/edit.h"

#include <string.h>

#include "base/i18n.h"
#include "record/diff.h"
#include "record/state.h"
#include "work/act.h"

/* ---- what differs ---- */

struct differing {
	struct arena *arena;
	struct strings paths;
	struct strings labels;
};

static void note_difference(void *payload, const struct difference *d)
{
	struct differing *out = payload;

	if (strings_has(&out->paths, d->field))
		return;
	strings_add(out->arena, &out->paths, d->field);
	strings_add(out->arena, &out->labels, d->label);
}

static struct differing differing(struct arena *arena, const struct record *was,
				  const struct record *is)
{
	struct differing out = { .arena = arena };

	record_diff(arena, was, is, i18n_language(), note_difference, &out);
	return out;
}

static bool is_same_file(const struct record *a, const struct record *b)
{
	return a->tree.len == b->tree.len &&
	       memcmp(a->tree.bytes, b->tree.bytes, a->tree.len) == 0;
}

/* What others changed meanwhile must be other fields than ours. */
static int check_meanwhile(struct work *work, const struct record *before,
			   const struct record *now, const struct differing *ours,
			   struct error *err)
{
	struct differing theirs = differing(work->arena, before, now);

	for (size_t i = 0; i < theirs.paths.count; i++)
		if (strings_has(&ours->paths, theirs.paths.items[i]))
			return error_set(
				err, ERR_CONFLICT,
				tr("%s was changed by somebody else meanwhile, in "
				   "'%s' too; gk log %s says by whom"),
				now->common->id, theirs.labels.items[i], now->common->id);
	return 0;
}

static int check_fields(const struct differing *ours, struct error *err)
{
	for (size_t i = 0; i < ours->paths.count; i++) {
		const char *path = ours->paths.items[i];
		char key[32] = "";
		size_t len = strcspn(path, ".");

		if (len < sizeof(key))
			memcpy(key, path, len);
		if (work_check_field(key, err) < 0)
			return -1;
	}
	return 0;
}

static int check_void(const struct record *record, struct error *err)
{
	if (date_is_set(record->common->voided.date) || record->common->moved_to)
		return error_set(err, ERR_DENIED,
				 tr("%s is void: nothing more is recorded about it"),
				 record->common->id);
	return 0;
}

/* ---- begin ---- */

int work_edit_begin(struct work *work, const char *text, struct record **out,
		    struct error *err)
{
	const struct transaction_options options = work_transaction(work);
	auto_transaction *tx = NULL;
	struct index_row row = { .path = NULL };
	struct record *on_disk;

	if (work_find(work, NULL, text, &row, err) < 0 ||
	    transaction_begin(&options, &tx, err) < 0 ||
	    work_read_head(work, tx, row.path, out, err) < 0 ||
	    check_void(*out, err) < 0 ||
	    catalogue_read(work->catalogue, work->arena, row.path, &on_disk, err) < 0)
		return -1;
	if (!is_same_file(*out, on_disk))
		return error_set(err, ERR_CONFLICT,
				 tr("%s was edited and not saved: run gk save %s first"),
				 row.path, row.path);
	return 0;
}

/* ---- fields ---- */

static int put_fields(struct work *work, struct transaction *tx,
		      const struct record *before, const struct record *changed,
		      struct findings *findings, struct error *err)
{
	struct differing ours = differing(work->arena, before, changed);
	auto_buf bytes = BUF_INIT;
	struct record *now;
	int r;

	if (check_fields(&ours, err) < 0 ||
	    work_read_head(work, tx, before->path, &now, err) < 0 ||
	    check_void(now, err) < 0)
		return WORK_FAILED;
	if (!is_same_file(before, now) &&
	    check_meanwhile(work, before, now, &ours, err) < 0)
		return WORK_FAILED;
	if (record_change(now, changed, ours.paths.items, ours.paths.count, &bytes, err) <
	    0)
		return WORK_FAILED;
	r = work_check_change(work, now, &bytes, findings, err);
	if (r != WORK_DONE)
		return r;
	return transaction_put(tx, now->path, bytes.s, bytes.len, PUT_EXPECT_HEAD, err);
}

static int finish(struct work *work, struct transaction *tx, const struct record *record,
		  struct findings *findings, struct work_done *done, struct error *err)
{
	findings_sort(findings);
	work_soften(findings);
	work_note(work, done, record->common->id, record->path);
	return work_commit(work, tx, "edit", done, err) < 0 ? WORK_FAILED : WORK_DONE;
}

int work_edit(struct work *work, const struct record *before,
	      const struct record *changed, struct findings *findings,
	      struct work_done *done, struct error *err)
{
	const struct transaction_options options = work_transaction(work);
	auto_transaction *tx = NULL;
	int r;

	if (transaction_begin(&options, &tx, err) < 0)
		return WORK_FAILED;
	r = put_fields(work, tx, before, changed, findings, err);
	if (r != WORK_DONE)
		return r;
	return finish(work, tx, before, findings, done, err);
}

/* ---- text ---- */

/* Refused is what validate calls an error, of a published record what is missing too. */
static int examine_text(struct work *work, struct transaction *tx,
			const struct record *record, struct findings *findings,
			struct error *err)
{
	struct findings own = FINDINGS(work->arena);
	bool forbidden;

	if (check_one(work->catalogue, work->index, record, &own, err) < 0)
		return WORK_FAILED;
	check_settle(work->catalogue, work->today, &own, NULL);
	if (work_check_history(work, tx, record, findings, &forbidden, err) < 0)
		return WORK_FAILED;
	for (size_t i = 0; i < own.count; i++)
		findings_push(findings, &own.items[i]);
	return forbidden || work_refuses(&own,
					 record_state(record->common) == STATE_PUBLISHED)
		       ? WORK_REFUSED
		       : WORK_DONE;
}

static int put_text(struct work *work, struct transaction *tx,
		    const struct record *before, const struct buf *text,
		    struct findings *findings, struct error *err)
{
	const char *copy = buf_dup(text, work->arena);
	struct record *changed =
		record_parse(work->arena, before->kind, before->path, copy, text->len);
	struct record *now;
	int r;

	if (changed->problem_count == 0) {
		struct differing ours = differing(work->arena, before, changed);

		if (check_fields(&ours, err) < 0)
			return WORK_FAILED;
	}
	if (work_read_head(work, tx, before->path, &now, err) < 0 ||
	    check_void(now, err) < 0)
		return WORK_FAILED;
	r = examine_text(work, tx, changed, findings, err);
	if (r != WORK_DONE)
		return r;
	if (!is_same_file(before, now))
		return put_fields(work, tx, before, changed, findings, err);
	return transaction_put(tx, before->path, text->s, text->len, PUT_EXPECT_HEAD,
			       err);
}

int work_edit_text(struct work *work, const struct record *before, const struct buf *text,
		   struct findings *findings, struct work_done *done, struct error *err)
{
	const struct transaction_options options = work_transaction(work);
	auto_transaction *tx = NULL;
	int r;

	if (transaction_begin(&options, &tx, err) < 0)
		return WORK_FAILED;
	r = put_text(work, tx, before, text, findings, err);
	if (r == WORK_REFUSED)
		findings_sort(findings);
	if (r != WORK_DONE)
		return r;
	return finish(work, tx, before, findings, done, err);
}
