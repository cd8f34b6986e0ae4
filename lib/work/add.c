#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text_set.h"
#include "record/describe.h"
#include "record/id.h"
#include "record/schema.h"
#include "work/act.h"
#include "work/attach.h"

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

/* The last number used for ids that begin alike: index_last_number() walks over all of them. */
struct work_series {
	const struct kind *kind;
	const char *unit; /* NULL: of the year */
	int64_t last;
};

static int find_series(struct work_adding *adding, const struct kind *kind,
		       const char *unit, struct work_series **out, struct error *err)
{
	struct work *work = adding->work;
	struct work_series new = { .kind = kind, .unit = unit };

	for (size_t i = 0; i < adding->count; i++) {
		struct work_series *old = &adding->series[i];

		*out = old;
		if (old->kind == kind && (!unit || strcmp(old->unit, unit) == 0))
			return 0;
	}
	if (index_last_number(work->index, kind, unit, work->today.year, &new.last, err) <
	    0)
		return -1;
	adding->series = array_grow(work->arena, adding->series, adding->count,
				    &adding->room, sizeof(new));
	*out = &adding->series[adding->count++];
	**out = new;
	return 0;
}

static bool is_given(const struct work_adding *adding, const char *path)
{
	return text_set_find(&adding->given, path) != TEXT_ABSENT;
}

/* The next number that is free in HEAD, on disk and in this call. */
static int number(struct work_adding *adding, struct record *record, struct error *err)
{
	const struct kind *kind = record->kind;
	const char *unit = kind->id_form == ID_UNIT ? unit_of_id(record) : NULL;
	struct work *work = adding->work;
	struct work_series *series;

	if (kind->id_form == ID_UNIT && !unit)
		return error_set(err, ERR_NOT_FOUND, "%s",
				 tr("name the responsible unit: its code begins the id "
				    "(--set unit=...)"));
	if (unit && !unit_code_is_valid(unit))
		return error_set(
			err, ERR_NOT_FOUND,
			tr("there is no unit '%s'; gk list unit shows those there are"),
			unit);
	if (find_series(adding, kind, unit, &series, err) < 0)
		return -1;
	for (;;) {
		auto_buf id = BUF_INIT;
		auto_buf path = BUF_INIT;

		id_format(kind, unit, work->today.year, ++series->last, &id);
		id_path(kind, id.s, &path);
		if (is_given(adding, path.s) || is_taken(work, adding->tx, path.s))
			continue;
		record->common->id = buf_dup(&id, work->arena);
		return 0;
	}
}

/* Settle the id and the path it gives. */
static int place(struct work_adding *adding, struct record *record, struct error *err)
{
	struct work *work = adding->work;
	const struct kind *kind = record->kind;
	bool numbered = kind->id_form == ID_UNIT || kind->id_form == ID_SERIAL;
	auto_buf path = BUF_INIT;

	if (kind->id_form == ID_SINGLE)
		return error_set(err, ERR_CONFLICT,
				 tr("there is one %s only: edit %s, then run gk save"),
				 kind_label(kind, i18n_language()), kind->dir);
	if (!record->common->id && numbered && number(adding, record, err) < 0)
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
	if (is_given(adding, record->path) || is_taken(work, adding->tx, record->path))
		return error_set(err, ERR_CONFLICT, tr("there is a %s '%s' already"),
				 kind_label(kind, i18n_language()), record->common->id);
	(void)text_set_add(&adding->given, record->path);
	return 0;
}

/* The record as its file will be read. */
static int read_back(struct work_adding *adding, const struct record *record,
		     const struct buf *bytes, const struct record **out,
		     struct error *err)
{
	const char *copy = buf_dup(bytes, adding->work->arena);

	*out = record_parse(adding->files, record->kind, record->path, copy, bytes->len);
	if (record_equal(record, *out))
		return 0;
	return error_set(err, ERR_SYNTAX,
			 tr("%s would not read back as it was entered; nothing "
			    "was written"),
			 record->path);
}

/* Where the catalogue has the schema, the file tells editors so. */
static void write_modeline(struct work_adding *adding, const struct record *record,
			   struct buf *out)
{
	struct work *work = adding->work;
	struct source_entry schema;
	struct error absent = { 0 };
	auto_buf path = BUF_INIT;

	if (adding->schema_of != record->kind) {
		schema_path(record->kind, &path);
		adding->schema_of = record->kind;
		adding->has_schema = source_find(work->catalogue->source, work->arena,
						 path.s, &schema, &absent) == 0;
	}
	if (adding->has_schema)
		schema_modeline(record->kind, record->path, out);
}

int work_make_new(struct work_adding *adding, const struct addition *addition,
		  const struct record **out, struct error *err)
{
	struct work *work = adding->work;
	struct record *record = addition->record;
	auto_buf bytes = BUF_INIT;

	if (work_resolve_names(work, record, err) < 0 ||
	    work_defaults(work, record, err) < 0 || place(adding, record, err) < 0 ||
	    work_put_files(work, adding->tx, record, addition->files,
			   addition->file_count, err) < 0)
		return -1;
	write_modeline(adding, record, &bytes);
	record_write(record, &bytes);
	return read_back(adding, record, &bytes, out, err);
}

static int put(struct work_adding *adding, const struct addition *addition,
	       const struct record **out, struct error *err)
{
	if (work_make_new(adding, addition, out, err) < 0)
		return -1;
	return transaction_put(adding->tx, (*out)->path, (*out)->tree.bytes,
			       (*out)->tree.len, PUT_NEW, err);
}

/* The files of this call are there with it: only the index does not know them yet. */
static void forget_missing(const struct addition *additions, size_t count,
			   struct findings *findings)
{
	struct text_set paths = { .arena = findings->arena };
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (additions[i].file_count > 0)
			(void)text_set_add(&paths, additions[i].record->path);
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];

		if (finding->rule != RULE_ATTACHMENT_MISSING ||
		    text_set_find(&paths, finding->path) == TEXT_ABSENT)
			findings->items[kept++] = *finding;
	}
	findings->count = kept;
}

int work_add_with(struct work *work, const struct addition *additions, size_t count,
		  struct findings *findings, struct work_done *done, struct error *err)
{
	const struct transaction_options options = work_transaction(work);
	const struct record **files =
		arena_array(work->arena, const struct record *, count);
	auto_transaction *tx = NULL;
	struct work_adding adding = { .work = work,
				      .files = work->arena,
				      .given = { .arena = work->arena } };
	auto_buf what = BUF_INIT;

	if (count == 0)
		return WORK_DONE;
	if (transaction_begin(&options, &tx, err) < 0)
		return WORK_FAILED;
	adding.tx = tx;
	for (size_t i = 0; i < count; i++) {
		const struct record *record = additions[i].record;

		if (put(&adding, &additions[i], &files[i], err) < 0)
			return WORK_FAILED;
		work_note(work, done, record->common->id, record->path);
	}
	if (check_each(work->catalogue, work->index, files, count, findings, err) < 0)
		return WORK_FAILED;
	forget_missing(additions, count, findings);
	check_settle(work->catalogue, work->today, findings, NULL);
	findings_sort(findings);
	if (work_refuses(findings, false))
		return WORK_REFUSED;
	work_soften(findings);
	buf_addf(&what, "%s: add", additions[0].record->kind->name);
	return work_commit(work, tx, what.s, done, err) < 0 ? WORK_FAILED : WORK_DONE;
}

int work_add(struct work *work, struct record **records, size_t count,
	     struct findings *findings, struct work_done *done, struct error *err)
{
	struct addition *additions = arena_array(work->arena, struct addition, count);

	for (size_t i = 0; i < count; i++)
		additions[i].record = records[i];
	return work_add_with(work, additions, count, findings, done, err);
}
