#include <string.h>

#include "work/import_private.h"

/* A record that is there, and what a row makes of it. */
struct changing {
	struct work *work;
	struct arena *scratch; /* of what is needed no longer than the row is looked at */
	struct import_row *row;
	size_t that_count; /* differences but for the numbers of rows on paper */
};

static const char *kept_text(struct arena *arena, const char *text)
{
	return text ? arena_strdup(arena, text) : NULL;
}

static void note_difference(void *payload, const struct difference *difference)
{
	struct changing *changing = payload;
	struct arena *arena = changing->work->arena;
	struct difference *kept =
		list_add(arena, &changing->row->differences, sizeof(*kept));

	*kept = (struct difference){
		.field = arena_strdup(arena, difference->field),
		.label = arena_strdup(arena, difference->label),
		.was = kept_text(arena, difference->was),
		.is = kept_text(arena, difference->is),
	};
	changing->that_count += strcmp(difference->field, IMPORT_SERIAL) != 0;
}

/* ---- what a sheet can tell apart ---- */

/* Boxes have no order: the same ones in another one are no change. */
static bool same_ones(const struct strings *left, const struct strings *right)
{
	for (size_t i = 0; i < left->count; i++)
		if (!strings_has(right, left->items[i]))
			return false;
	return left->count == right->count;
}

/* A cell has no end of its last line. */
static bool same_text(const char *old, const char *new)
{
	size_t len = old ? strlen(old) : 0;

	while (len > 0 && old[len - 1] == '\n')
		len--;
	return old && new &&strlen(new) == len &&memcmp(old, new, len) == 0;
}

/* A body that the record calls by its name, where a cell's name was found to be that unit. */
static bool same_referent(const struct changing *changing, const struct field *field,
			  const char *old, const char *new)
{
	struct index_row *rows;
	struct error unknown;
	size_t count;

	return old && new &&strcmp(old, new) != 0 && (field->flags & FIELD_OPEN_REF) &&
	       index_resolve(changing->work->index, changing->scratch, field->ref, old,
			     &rows, &count, &unknown) == 0 &&
	       count == 1 && strcmp(rows[0].id, new) == 0;
}

/* Whether a field says the same in both, so far as a sheet can tell. */
static bool is_same(const struct changing *changing, const struct record *old,
		    const struct record *new, const char *path)
{
	struct field_path way;
	size_t at = 0;
	const struct field *field;
	const void *left;
	const void *right;

	if (!field_path_find(old->kind, path, false, &way))
		return false;
	for (size_t i = 0; i < way.count; i++)
		at += way.steps[i]->offset;
	field = way.steps[way.count - 1];
	left = (const char *)(const void *)old->common + at;
	right = (const char *)(const void *)new->common + at;
	if (field->type == FIELD_TEXT)
		return same_text(*(const char *const *)left, *(const char *const *)right);
	if (field->type == FIELD_REF)
		return same_referent(changing, field, *(const char *const *)left,
				     *(const char *const *)right);
	return (field->type == FIELD_REFS || field->type == FIELD_CHOICES) &&
	       same_ones(left, right);
}

/* ---- the record as it would be ---- */

/* *paths gets the fields that the row speaks of. */
static struct record *changed_record(const struct changing *changing,
				     const struct record *was, struct strings *paths)
{
	const struct import_row *row = changing->row;
	struct arena *arena = changing->scratch;
	struct record *changed =
		record_parse(arena, was->kind, was->path, was->tree.bytes, was->tree.len);

	for (size_t i = 0; i < row->fields.count; i++) {
		if (is_same(changing, was, row->record, row->fields.items[i]))
			continue;
		record_copy_field(arena, changed, row->record, row->fields.items[i]);
		strings_add(arena, paths, row->fields.items[i]);
	}
	for (size_t i = 0; i < row->emptied.count; i++) {
		record_copy_field(arena, changed, NULL, row->emptied.items[i]);
		strings_add(arena, paths, row->emptied.items[i]);
	}
	return changed;
}

/* Only those of the paths where the two differ: the rest of the file stays byte for byte. */
static void keep_differing(const struct import_row *row, struct strings *paths)
{
	size_t kept = 0;

	for (size_t i = 0; i < paths->count; i++)
		for (size_t k = 0; k < row->differences.count; k++) {
			const char *field =
				list_at(&row->differences, struct difference, k)->field;
			size_t len = strlen(paths->items[i]);

			if (strncmp(field, paths->items[i], len) == 0 &&
			    (field[len] == '\0' || field[len] == '.' ||
			     field[len] == '[')) {
				paths->items[kept++] = paths->items[i];
				break;
			}
		}
	paths->count = kept;
}

int import_change(struct work *work, struct arena *scratch, const struct record *was,
		  struct import_row *row, struct buf *out, struct error *err)
{
	struct changing changing = { .work = work, .scratch = scratch, .row = row };
	struct strings paths = { 0 };
	struct record *changed = changed_record(&changing, was, &paths);

	record_diff(scratch, was, changed, i18n_language(), note_difference, &changing);
	if (changing.that_count == 0) {
		row->differences.count = 0;
		return 0;
	}
	keep_differing(row, &paths);
	return record_change(was, changed, paths.items, paths.count, out, err) < 0 ? -1
										   : 1;
}
