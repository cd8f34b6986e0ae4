#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "record/describe.h"
#include "record/id.h"
#include "record/item.h"
#include "record/unit.h"
#include "work/renumber_private.h"

const struct moving *renumber_leaving(const struct renumber *r, const char *path)
{
	for (size_t i = 0; i < r->count; i++)
		if (r->moving[i].told.from_path &&
		    strcmp(r->moving[i].told.from_path, path) == 0)
			return &r->moving[i];
	return NULL;
}

/* ---- what is known elsewhere ---- */

static int is_in(struct renumber *r, const struct strings *commits, const char *path,
		 bool *out, struct error *err)
{
	const char *oid = NULL;

	*out = false;
	for (size_t i = 0; i < commits->count && !*out; i++) {
		if (range_find(r->head, r->work->arena, commits->items[i], path, &oid,
			       err) < 0)
			return -1;
		*out = oid != NULL;
	}
	return 0;
}

static bool was_shown(const struct record *record)
{
	const struct list *events = &record->common->events;

	for (size_t i = 0; i < events->count; i++) {
		int act = list_at(events, struct event, i)->act;

		if (act == ACT_PUBLISH || act == ACT_POST)
			return true;
	}
	return false;
}

static int find_vanishes(struct renumber *r, const struct record *record, bool *out,
			 struct error *err)
{
	bool known;

	*out = false;
	if (r->outside.tips.count == 0)
		return 0;
	if (is_in(r, &r->outside.bases, record->path, &known, err) < 0)
		return -1;
	if (known)
		return 0;
	*out = true;
	return was_shown(record) ? is_in(r, &r->outside.tips, record->path, out, err) : 0;
}

/* ---- the new number ---- */

static bool is_on_disk(struct renumber *r, const char *path)
{
	auto_buf full = BUF_INIT;

	path_join(&full, source_root(r->work->catalogue->source), path);
	return file_exists(full.s);
}

/* Whether a path is taken for number `i`: by another of them, here, or elsewhere. */
static int find_taken(struct renumber *r, size_t i, const char *path, bool *taken,
		      struct error *err)
{
	const struct moving *leaving = renumber_leaving(r, path);
	auto_buf bytes = BUF_INIT;
	struct error absent;

	*taken = true;
	for (size_t k = 0; k < r->count; k++)
		if (k != i && r->moving[k].told.to_path &&
		    strcmp(r->moving[k].told.to_path, path) == 0)
			return 0;
	if (leaving ? !leaving->told.vanishes
		    : transaction_head(r->tx, path, &bytes, &absent) == 0 ||
			      is_on_disk(r, path))
		return 0;
	return is_in(r, &r->outside.tips, path, taken, err);
}

/* The next number of a unit or year that nobody has. */
static int next_number(struct renumber *r, size_t i, const char *unit, int year,
		       const char **out, struct error *err)
{
	const struct kind *kind = r->moving[i].record->kind;
	int64_t number;
	bool taken = true;

	if (index_last_number(r->work->index, kind, unit, year, &number, err) < 0)
		return -1;
	while (taken) {
		auto_buf id = BUF_INIT;
		auto_buf path = BUF_INIT;

		id_format(kind, unit, year, ++number, &id);
		id_path(kind, id.s, &path);
		if (find_taken(r, i, path.s, &taken, err) < 0)
			return -1;
		*out = buf_dup(&id, r->work->arena);
	}
	return 0;
}

/* Items begin with the code of a unit that is there. */
static int check_unit(struct renumber *r, const char *code, struct error *err)
{
	auto_buf path = BUF_INIT;
	auto_buf bytes = BUF_INIT;
	struct error absent;

	id_path(&unit_kind, code, &path);
	if (transaction_head(r->tx, path.s, &bytes, &absent) == 0)
		return 0;
	return error_set(err, ERR_NOT_FOUND,
			 tr("there is no unit '%s'; gk list unit shows those there are"),
			 code);
}

static int year_of(const char *text)
{
	return strlen(text) == 4 && strspn(text, "0123456789") == 4
		       ? (int)strtol(text, NULL, 10)
		       : 0;
}

static int choose_number(struct renumber *r, size_t i, const char *asked,
			 const char **out, struct error *err)
{
	const struct record *record = r->moving[i].record;
	const struct kind *kind = record->kind;
	struct id_parts own, wanted;
	struct kind_set one = { .items = &kind, .count = 1 };

	if (!id_parse(&one, r->moving[i].told.from, &own))
		return error_set(err, ERR_SYNTAX, "%s", r->moving[i].told.from);
	if (!asked)
		return next_number(r, i, own.unit, own.year, out, err);
	if (kind->id_form == ID_UNIT && unit_code_is_valid(asked))
		return check_unit(r, asked, err) < 0
			       ? -1
			       : next_number(r, i, asked, 0, out, err);
	if (kind->id_form == ID_SERIAL && year_of(asked))
		return next_number(r, i, NULL, year_of(asked), out, err);
	if (!id_parse(&one, asked, &wanted))
		return error_set(err, ERR_NOT_FOUND,
				 tr("'%s' cannot be its number: those of kind %s are "
				    "written as %s"),
				 asked, kind_label(kind, i18n_language()),
				 r->moving[i].told.from);
	if (kind->id_form == ID_UNIT && check_unit(r, wanted.unit, err) < 0)
		return -1;
	*out = arena_strdup(r->work->arena, asked);
	return 0;
}

/* ---- the record ---- */

static int check_found(const struct renumber *r, size_t i, const struct record *record,
		       const char *id, struct error *err)
{
	if (record->kind->id_form != ID_UNIT && record->kind->id_form != ID_SERIAL)
		return error_set(err, ERR_DENIED, tr("%s has no number to be changed"),
				 id);
	if (record->common->moved_to)
		return error_set(err, ERR_DENIED, tr("%s became %s already"), id,
				 record->common->moved_to);
	if (date_is_set(record->common->voided.date))
		return error_set(err, ERR_DENIED,
				 tr("%s is void: its number is given up for good"), id);
	if (!record->common->id || strcmp(record->common->id, id) != 0)
		return error_set(err, ERR_CONFLICT,
				 tr("%s does not hold the id that its path says; mend it "
				    "first"),
				 record->path);
	for (size_t k = 0; k < i; k++)
		if (strcmp(r->moving[k].told.from, id) == 0)
			return error_set(err, ERR_DENIED,
					 tr("%s is to get two numbers at once"), id);
	return 0;
}

int renumber_find(struct renumber *r, size_t i, const char *name, struct error *err)
{
	struct moving *moving = &r->moving[i];
	struct index_row row = { .path = NULL };
	struct record *record;

	if (work_find(r->work, NULL, name, &row, err) < 0 ||
	    work_read_head(r->work, r->tx, row.path, &record, err) < 0 ||
	    check_found(r, i, record, row.id, err) < 0)
		return -1;
	moving->record = record;
	moving->told.from = row.id;
	moving->told.from_path = record->path;
	return find_vanishes(r, record, &moving->told.vanishes, err);
}

int renumber_choose(struct renumber *r, size_t i, const char *asked, struct error *err)
{
	struct renumbered *told = &r->moving[i].told;
	auto_buf path = BUF_INIT;

	if (choose_number(r, i, asked, &told->to, err) < 0)
		return -1;
	if (strcmp(told->from, told->to) == 0)
		return error_set(err, ERR_DENIED, tr("%s has that number already"),
				 told->from);
	id_path(r->moving[i].record->kind, told->to, &path);
	told->to_path = buf_dup(&path, r->work->arena);
	return 0;
}

int renumber_check_free(struct renumber *r, struct error *err)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct moving *moving = &r->moving[i];
		const struct moving *leaving = renumber_leaving(r, moving->told.to_path);
		bool taken;

		if (find_taken(r, i, moving->told.to_path, &taken, err) < 0)
			return -1;
		if (taken && leaving)
			return error_set(
				err, ERR_DENIED,
				tr("%s stays the number of what is %s now, since "
				   "others know it"),
				moving->told.to, leaving->told.to);
		if (taken)
			return error_set(err, ERR_DENIED, tr("%s is given already"),
					 moving->told.to);
	}
	return 0;
}
