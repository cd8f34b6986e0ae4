#include <string.h>

#include "base/i18n.h"
#include "law/docnumber.h"
#include "record/document.h"
#include "record/item.h"
#include "store/catalogue.h"
#include "work/import_private.h"

/* ---- what is there ---- */

static int note_known(void *payload, const struct index_row *row)
{
	struct importing *in = payload;
	struct import_known *known = list_add(in->arena, &in->known, sizeof(*known));

	*known = (struct import_known){
		.id = arena_strdup(in->arena, row->id),
		.path = arena_strdup(in->arena, row->path),
		.title = arena_strdup(in->arena, row->title),
		.unit = "",
		.group = "",
		.number = "",
	};
	*import_map_at(&in->by_id, known->id) = in->known.count;
	return 0;
}

static int note_value(void *payload, const struct index_row *row, const struct fact *fact)
{
	struct importing *in = payload;
	const size_t *found = import_map_find(&in->by_id, row->id);
	struct import_known *known;

	if (!found)
		return 0;
	known = list_at(&in->known, struct import_known, *found - 1);
	if (strcmp(fact->field, "unit") == 0)
		known->unit = arena_strdup(in->arena, fact->value);
	if (strcmp(fact->field, "group") == 0)
		known->group = arena_strdup(in->arena, fact->value);
	if (strcmp(fact->field, "number") == 0)
		known->number = arena_strdup(in->arena, fact->value);
	return 0;
}

/* 东政发[2026]3号 is 东政发〔2026〕3号 (GB/T 9704 7.2.5). */
const char *import_number(struct arena *arena, const char *text)
{
	struct docnumber number;

	return docnumber_parse(arena, text, &number) ? docnumber_text(arena, &number)
						     : text;
}

/* By what records of a kind are known without their ids. */
static const char *key_of(struct importing *in, const char *group, const char *title,
			  const char *number)
{
	auto_buf key = BUF_INIT;

	if (in->options->kind == &document_kind && number && *number) {
		import_fold_name(&key, import_number(in->arena, number));
	} else if (title && *title) {
		import_fold_name(&key, group ? group : "");
		buf_addc(&key, '\x1f');
		import_fold_name(&key, title);
	}
	return key.len ? buf_dup(&key, in->arena) : NULL;
}

static void chain(struct importing *in, size_t i)
{
	struct import_known *known = list_at(&in->known, struct import_known, i);
	const char *key = key_of(in, known->group, known->title, known->number);
	size_t *first;

	if (!key)
		return;
	first = import_map_at(&in->by_key, key);
	known->next = *first;
	*first = i + 1;
}

int import_known_open(struct importing *in, struct error *err)
{
	static const char *const fields[] = { "unit", "group", "number" };
	const char *kind = in->options->kind->name;
	const struct index_query query = { .kind = kind };

	in->by_id.keys.arena = in->arena;
	in->by_key.keys.arena = in->arena;
	in->by_row.keys.arena = in->arena;
	if (index_each(in->work->index, &query, note_known, in, err) < 0)
		return -1;
	for (size_t i = 0; i < ARRAY_LEN(fields); i++)
		if (index_each_fact(in->work->index, kind, 0, fields[i], note_value, in,
				    err) < 0)
			return -1;
	/* The last one put in is the first to be met: so the lowest number is. */
	for (size_t i = in->known.count; i > 0; i--)
		chain(in, i - 1);
	return 0;
}

/* ---- which one a row is about ---- */

static bool same_text(const char *a, const char *b)
{
	auto_buf left = BUF_INIT;
	auto_buf right = BUF_INIT;

	import_fold_name(&left, a ? a : "");
	import_fold_name(&right, b ? b : "");
	return strcmp(left.s, right.s) == 0;
}

/* A record that is there, until the next one is looked at; NULL when it cannot be read. */
static const struct record *look_at(struct importing *in, const char *path)
{
	struct error gone;

	if (in->there && strcmp(in->there->path, path) == 0)
		return in->there;
	arena_reset(&in->scratch);
	if (catalogue_read(in->work->catalogue, &in->scratch, path, &in->there, &gone) <
	    0)
		in->there = NULL;
	return in->there;
}

/* Of items the third level belongs to the name. */
static bool same_third(struct importing *in, const struct import_row *row,
		       const struct import_known *known)
{
	const struct record *there;

	if (in->options->kind != &item_kind)
		return true;
	there = look_at(in, known->path);
	return there && same_text(RECORD(there, struct item)->subgroup,
				  RECORD(row->record, struct item)->subgroup);
}

static void meet(struct import_row *row, struct import_known *known)
{
	known->met = true;
	row->id = known->id;
	row->path = known->path;
}

static void by_given_id(struct importing *in, struct import_row *row)
{
	const size_t *found = import_map_find(&in->by_id, row->id);
	struct import_known *known;

	if (!found) {
		import_remark(
			in, row, IMPORT_FAULT, "", tr("id"),
			arena_printf(in->arena, tr("there is no record '%s'"), row->id));
		return;
	}
	known = list_at(&in->known, struct import_known, *found - 1);
	if (known->met)
		import_remark(
			in, row, IMPORT_FAULT, "", tr("id"),
			arena_printf(in->arena, tr("'%s' stands in two rows"), row->id));
	meet(row, known);
}

static const char *unit_of(const struct importing *in, const struct import_row *row)
{
	if (in->options->kind == &item_kind)
		return RECORD(row->record, struct item)->unit;
	return NULL;
}

/* A matter that stands twice in the sheet is two records: that is worth a look. */
static void note_twin(struct importing *in, struct import_row *row, const char *key,
		      const char *unit)
{
	auto_buf whole = BUF_INIT;
	size_t *first;

	buf_addf(&whole, "%s\x1f%s\x1f", key, unit ? unit : "");
	if (in->options->kind == &item_kind && RECORD(row->record, struct item)->subgroup)
		import_fold_name(&whole, RECORD(row->record, struct item)->subgroup);
	first = import_map_at(&in->by_row, whole.s);
	if (*first == 0)
		*first = row->row;
	else if (!row->path)
		import_remark(in, row, IMPORT_GUESS, "", "",
			      arena_printf(in->arena,
					   tr("the same matter as in row %zu: it becomes "
					      "one more record"),
					   *first));
}

void import_match(struct importing *in, struct import_row *row)
{
	const char *group = NULL;
	const char *title = NULL;
	const char *number = NULL;
	const char *unit = unit_of(in, row);
	const char *key;
	const size_t *first;

	if (row->id) {
		by_given_id(in, row);
		return;
	}
	if (in->options->kind == &item_kind) {
		group = RECORD(row->record, struct item)->group;
		title = RECORD(row->record, struct item)->title;
	} else if (in->options->kind == &document_kind) {
		struct document *document = RECORD(row->record, struct document);

		if (document->number)
			document->number = import_number(in->arena, document->number);
		number = document->number;
		title = RECORD(row->record, struct document)->title;
	}
	key = key_of(in, group, title, number);
	first = key ? import_map_find(&in->by_key, key) : NULL;
	for (size_t i = first ? *first : 0; i > 0;) {
		struct import_known *known =
			list_at(&in->known, struct import_known, i - 1);

		if (!known->met && (!unit || strcmp(unit, known->unit) == 0) &&
		    same_third(in, row, known)) {
			meet(row, known);
			break;
		}
		i = known->next;
	}
	if (key)
		note_twin(in, row, key, unit);
}

/* ---- what is gone ---- */

static const char *scope_of(struct importing *in, const char *unit, const char *group)
{
	auto_buf key = BUF_INIT;

	buf_addf(&key, "%s\x1f", unit ? unit : "");
	import_fold_name(&key, group ? group : "");
	return buf_dup(&key, in->arena);
}

/*
 * A sheet speaks for the first-level matters that it names, in the units that it names: what
 * stands there and is not in the sheet is gone.  Of other matters it says nothing.
 */
void import_find_gone(struct importing *in)
{
	struct import_map scope = { .keys.arena = in->arena };

	if (in->options->kind != &item_kind)
		return;
	for (size_t i = 0; i < in->out->rows.count; i++) {
		const struct import_row *row =
			list_at(&in->out->rows, struct import_row, i);
		const struct item *item = RECORD(row->record, struct item);
		const size_t *found =
			row->path ? import_map_find(&in->by_id, row->id) : NULL;
		const char *unit =
			found ? list_at(&in->known, struct import_known, *found - 1)->unit
			      : item->unit;

		++*import_map_at(&scope, scope_of(in, unit, item->group));
	}
	for (size_t i = 0; i < in->known.count; i++) {
		const struct import_known *known =
			list_at(&in->known, struct import_known, i);
		struct import_gone *gone;

		if (known->met || !*known->title ||
		    !import_map_find(&scope, scope_of(in, known->unit, known->group)))
			continue;
		gone = list_add(in->arena, &in->out->gone, sizeof(*gone));
		*gone = (struct import_gone){ .id = known->id, .title = known->title };
	}
}

/* ---- what boxes and headings leave open ---- */

static bool has_kind(const struct importing *in, const struct strings *channels, int kind)
{
	for (size_t i = 0; i < channels->count; i++)
		if (import_kind_of_channel(in, channels->items[i]) == kind)
			return true;
	return false;
}

/*
 * A box of the national form says that the matter is on some board, not on which: the boards
 * that the record names stay where the box is ticked, and go where it is not.
 */
static void keep_channels(const struct importing *in, const struct import_row *row,
			  const struct record *was)
{
	const struct strings *old = &RECORD(was, struct item)->channels;
	struct strings *new = &RECORD(row->record, struct item)->channels;
	struct strings merged = { 0 };

	for (size_t i = 0; i < old->count; i++)
		if (strings_has(new, old->items[i]) ||
		    has_kind(in, &row->by_kind,
			     import_kind_of_channel(in, old->items[i])))
			strings_add(in->arena, &merged,
				    arena_strdup(in->arena, old->items[i]));
	for (size_t i = 0; i < new->count; i++) {
		const char *id = new->items[i];

		if (!strings_has(&merged, id) &&
		    !(strings_has(&row->by_kind, id) &&
		      has_kind(in, old, import_kind_of_channel(in, id))))
			strings_add(in->arena, &merged, id);
	}
	*new = merged;
}

/* A matter stands on one sheet of the form, and may belong to other categories as well. */
static void keep_categories(const struct importing *in, const struct import_row *row,
			    const struct record *was)
{
	const struct strings *old = &RECORD(was, struct item)->categories;
	struct strings *new = &RECORD(row->record, struct item)->categories;
	struct strings merged = { 0 };

	for (size_t i = 0; i < old->count; i++)
		strings_add(in->arena, &merged, arena_strdup(in->arena, old->items[i]));
	for (size_t i = 0; i < new->count; i++)
		if (!strings_has(&merged, new->items[i]))
			strings_add(in->arena, &merged, new->items[i]);
	*new = merged;
}

void import_keep_known(struct importing *in, const struct import_row *row)
{
	const struct record *was;

	if (!row->path || !row->id || in->options->kind != &item_kind ||
	    (row->by_kind.count == 0 && !row->category_above))
		return;
	was = look_at(in, row->path);
	if (!was)
		return;
	if (row->by_kind.count > 0)
		keep_channels(in, row, was);
	if (row->category_above)
		keep_categories(in, row, was);
}
