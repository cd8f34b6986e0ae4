#include "work/work.h"

#include <string.h>

#include "base/i18n.h"
#include "record/describe.h"
#include "record/id.h"
#include "work/act.h"

enum { LOCK_SECONDS = 10, CANDIDATES_SHOWN = 3 };

struct transaction_options work_transaction(const struct work *work)
{
	return (struct transaction_options){
		.root = source_root(work->catalogue->source),
		.flags = work->tx_flags,
		.author = work->typist,
		.time = work->time,
		.zone = work->zone,
		.wait = LOCK_SECONDS,
	};
}

static int several(const char *text, const struct index_row *rows, size_t count,
		   struct error *err)
{
	auto_buf list = BUF_INIT;

	for (size_t i = 0; i < count && i < CANDIDATES_SHOWN; i++)
		buf_addf(&list, "%s%s %s", i ? tr("; ") : "", rows[i].id, rows[i].title);
	if (count > CANDIDATES_SHOWN)
		buf_addf(&list, tr(" and %zu more"), count - CANDIDATES_SHOWN);
	return error_set(err, ERR_AMBIGUOUS, tr("'%s' may be any of %zu records: %s"),
			 text, count, list.s);
}

int work_find(struct work *work, const char *kind, const char *text,
	      struct index_row *out, struct error *err)
{
	const struct kind *of =
		kind ? kind_set_find(&work->catalogue->kinds, kind) : NULL;
	struct index_row *rows;
	size_t count;

	if (index_resolve(work->index, work->arena, kind, text, &rows, &count, err) < 0)
		return -1;
	if (count == 0 && of && of->id_form == ID_CODE)
		return error_set(err, ERR_NOT_FOUND,
				 tr("no %s is called '%s'; gk list %s shows them all"),
				 kind_label(of, i18n_language()), text, kind);
	if (count == 0)
		return error_set(
			err, ERR_NOT_FOUND,
			tr("no record is called '%s'; gk search finds a part of a title"),
			text);
	if (count > 1)
		return several(text, rows, count, err);
	*out = rows[0];
	return 0;
}

int work_read(struct work *work, const char *kind, const char *text, struct record **out,
	      struct error *err)
{
	struct index_row row = { .path = NULL };

	if (work_find(work, kind, text, &row, err) < 0)
		return -1;
	return catalogue_read(work->catalogue, work->arena, row.path, out, err);
}

int work_read_head(struct work *work, struct transaction *tx, const char *path,
		   struct record **out, struct error *err)
{
	const struct kind *kind;
	struct buf bytes = BUF_INIT;
	char id[ID_MAX];
	const char *copy;
	size_t len;

	if (transaction_head(tx, path, &bytes, err) < 0) {
		buf_release(&bytes);
		return err->code == ERR_NOT_FOUND
			       ? error_set(err, ERR_CONFLICT,
					   tr("%s is not committed yet: run gk save %s "
					      "first"),
					   path, path)
			       : -1;
	}
	len = bytes.len;
	copy = buf_dup(&bytes, work->arena);
	buf_release(&bytes);
	kind = id_of_path(&work->catalogue->kinds, path, id);
	if (!kind)
		return error_set(err, ERR_NOT_FOUND, tr("no record belongs at %s"), path);
	*out = record_parse(work->arena, kind, path, copy, len);
	return 0;
}

int work_check_live(const struct record *record, struct error *err)
{
	const struct common *common = record->common;

	if (common->moved_to)
		return error_set(err, ERR_DENIED, tr("%s has the number %s now"),
				 common->id, common->moved_to);
	if (date_is_set(common->voided.date))
		return error_set(err, ERR_DENIED,
				 tr("%s is void: nothing more is recorded about it"),
				 common->id);
	return 0;
}

bool work_refuses(const struct findings *findings, bool complete)
{
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *f = &findings->items[i];

		if (f->severity == SEVERITY_ERROR &&
		    (complete || rules[f->rule].group != GROUP_ELEMENTS))
			return true;
	}
	return false;
}

void work_soften(struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++)
		if (rules[findings->items[i].rule].group == GROUP_ELEMENTS)
			findings->items[i].severity = SEVERITY_INFO;
}

void work_note(struct work *work, struct work_done *done, const char *id,
	       const char *path)
{
	strings_add(work->arena, &done->ids, id);
	strings_add(work->arena, &done->paths, path);
}

int work_commit(struct work *work, struct transaction *tx, const char *what,
		struct work_done *done, struct error *err)
{
	auto_buf message = BUF_INIT;

	buf_adds(&message, what);
	if (done->ids.count == 1) {
		buf_addf(&message, " %s\n", done->ids.items[0]);
	} else {
		buf_addf(&message, " %zu records\n\n", done->ids.count);
		for (size_t i = 0; i < done->ids.count; i++)
			buf_addf(&message, "%s\n", done->ids.items[i]);
	}
	(void)work;
	buf_addf(&message, "\n%s\n", WORK_TRAILER);
	return transaction_commit(tx, message.s, done->commit, err);
}

int work_append(struct work *work, struct transaction *tx, const struct record *record,
		struct event *event, struct error *err)
{
	auto_buf bytes = BUF_INIT;

	if (work_check_live(record, err) < 0)
		return -1;
	if (date_is_set(event->date) && date_compare(event->date, work->today) < 0)
		event->recorded =
			(struct recorded){ .date = work->today, .by = work->typist };
	if (!date_is_set(event->date))
		event->date = work->today;
	if (record_append_event(record, event, &bytes, err) < 0)
		return -1;
	return transaction_put(tx, record->path, bytes.s, bytes.len, PUT_EXPECT_HEAD,
			       err);
}

void work_digest(struct work *work, const struct record *record,
		 char out[SHA256_HEX_SIZE])
{
	struct attachment_of of = { .catalogue = work->catalogue,
				    .id = record->common->id };

	public_digest(work->arena, record, &work->catalogue->config->public_x,
		      catalogue_attachment_hash, &of, out);
}
