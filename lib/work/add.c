#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "record/describe.h"
#include "record/id.h"
#include "record/schema.h"
#include "work/act.h"

/* The unit that an item's id begins with: the value of the kind's field `unit`. */
static const char *unit_of_id(const struct record *record)
{
	const struct field *field = kind_field(record->kind, "unit", false);

	if (!field || field->type != FIELD_REF)
		return NULL;
	return *(const char *const *)field_at(field, record->common);
}

static bool is_taken(struct work *work, struct transaction *tx, const char *path)
{
	auto_buf bytes = BUF_INIT;
	auto_buf full = BUF_INIT;
	struct error absent;

	path_join(&full, source_root(work->catalogue->source), path);
	return transaction_head(tx, path, &bytes, &absent) == 0 || file_exists(full.s);
}

/* The next number that is free in HEAD and on disk; `given` ones of this call count too. */
static int number(struct work *work, struct transaction *tx, struct record *record,
		  struct strings *given, struct error *err)
{
	const struct kind *kind = record->kind;
	const char *unit = kind->id_form == ID_UNIT ? unit_of_id(record) : NULL;
	int64_t n;

	if (kind->id_form == ID_UNIT && !unit)
		return error_set(err, ERR_NOT_FOUND, "%s",
				 tr("name the responsible unit: its code begins the id "
				    "(--set unit=...)"));
	if (unit && !unit_code_is_valid(unit))
		return error_set(
			err, ERR_NOT_FOUND,
			tr("there is no unit '%s'; gk list unit shows those there are"),
			unit);
	if (index_last_number(work->index, kind, unit, work->today.year, &n, err) < 0)
		return -1;
	for (;;) {
		auto_buf id = BUF_INIT;
		auto_buf path = BUF_INIT;

		id_format(kind, unit, work->today.year, ++n, &id);
		id_path(kind, id.s, &path);
		if (strings_has(given, path.s) || is_taken(work, tx, path.s))
			continue;
		record->common->id = buf_dup(&id, work->arena);
		return 0;
	}
}

/* Settle the id and the path it gives. */
static int place(struct work *work, struct transaction *tx, struct record *record,
		 struct strings *given, struct error *err)
{
	const struct kind *kind = record->kind;
	bool numbered = kind->id_form == ID_UNIT || kind->id_form == ID_SERIAL;
	auto_buf path = BUF_INIT;

	if (kind->id_form == ID_SINGLE)
		return error_set(err, ERR_CONFLICT,
				 tr("there is one %s only: edit %s, then run gk save"),
				 kind_label(kind, i18n_language()), kind->dir);
	if (!record->common->id && numbered && number(work, tx, record, given, err) < 0)
		return -1;
	if (!record->common->id)
		return error_set(err, ERR_NOT_FOUND,
				 tr("give the %s an id: --set id=..."),
				 kind_label(kind, i18n_language()));
	if (!id_fits(kind, record->common->id))
		return error_set(err, ERR_SYNTAX, tr("'%s' cannot be the id of a %s"),
				 record->common->id, kind_label(kind, i18n_language()));
	id_path(kind, record->common->id, &path);
	record->path = buf_dup(&path, work->arena);
	if (strings_has(given, record->path) || is_taken(work, tx, record->path))
		return error_set(err, ERR_CONFLICT, tr("there is a %s '%s' already"),
				 kind_label(kind, i18n_language()), record->common->id);
	strings_add(work->arena, given, record->path);
	return 0;
}

/* Check the record as its file will be. */
static int check(struct work *work, const struct record *record, const struct buf *bytes,
		 struct findings *findings, struct error *err)
{
	const char *copy = buf_dup(bytes, work->arena);
	struct record *again =
		record_parse(work->arena, record->kind, record->path, copy, bytes->len);

	if (!record_equal(record, again))
		return error_set(err, ERR_SYNTAX,
				 tr("%s would not read back as it was entered; nothing "
				    "was written"),
				 record->path);
	return check_one(work->catalogue, work->index, again, findings, err);
}

/* Where the catalogue has the schema, the file tells editors so. */
static void write_modeline(struct work *work, const struct record *record,
			   struct buf *out)
{
	struct source_entry schema;
	struct error absent = { 0 };
	auto_buf path = BUF_INIT;

	schema_path(record->kind, &path);
	if (source_find(work->catalogue->source, work->arena, path.s, &schema, &absent) ==
	    0)
		schema_modeline(record->kind, record->path, out);
}

static int put(struct work *work, struct transaction *tx, struct record *record,
	       struct strings *given, struct findings *findings, struct error *err)
{
	auto_buf bytes = BUF_INIT;

	if (work_resolve_names(work, record, err) < 0 ||
	    work_defaults(work, record, err) < 0 ||
	    place(work, tx, record, given, err) < 0)
		return -1;
	write_modeline(work, record, &bytes);
	record_write(record, &bytes);
	if (check(work, record, &bytes, findings, err) < 0)
		return -1;
	return transaction_put(tx, record->path, bytes.s, bytes.len, PUT_NEW, err);
}

int work_add(struct work *work, struct record **records, size_t count,
	     struct findings *findings, struct work_done *done, struct error *err)
{
	const struct transaction_options options = work_transaction(work);
	auto_transaction *tx = NULL;
	auto_buf what = BUF_INIT;

	if (count == 0)
		return WORK_DONE;
	if (transaction_begin(&options, &tx, err) < 0)
		return WORK_FAILED;
	for (size_t i = 0; i < count; i++) {
		if (put(work, tx, records[i], &done->paths, findings, err) < 0)
			return WORK_FAILED;
		strings_add(work->arena, &done->ids, records[i]->common->id);
	}
	check_settle(work->catalogue, work->today, findings, NULL);
	findings_sort(findings);
	if (work_refuses(findings, false))
		return WORK_REFUSED;
	work_soften(findings);
	buf_addf(&what, "%s: add", records[0]->kind->name);
	return work_commit(work, tx, what.s, done, err) < 0 ? WORK_FAILED : WORK_DONE;
}
