#include <string.h>

#include "base/i18n.h"
#include "format/splice.h"
#include "record/merge_private.h"
#include "record/path.h"
#include "record/write_private.h"

/* The fields that differ from ours, by how they are put in. */
struct paths {
	struct arena *arena;
	struct strings plain;
	struct strings lists;
	const struct field *steps[FIELD_DEPTH_MAX]; /* groups around the field */
	size_t depth;
};

static const char *path_of(const struct paths *paths, const struct field *field)
{
	auto_buf path = BUF_INIT;

	for (size_t i = 0; i < paths->depth; i++)
		buf_addf(&path, "%s.", paths->steps[i]->key);
	buf_adds(&path, field->key);
	return buf_dup(&path, paths->arena);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void find_paths(struct paths *paths, const struct fields *fields, const void *was,
		       const void *is)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];
		const struct fields one = { .items = field, .count = 1 };

		if (fields_equal(&one, was, is))
			continue;
		if (field->type == FIELD_GROUP && paths->depth < FIELD_DEPTH_MAX) {
			paths->steps[paths->depth++] = field;
			find_paths(paths, field->sub, field_at(field, was),
				   field_at(field, is));
			paths->depth--;
		} else {
			strings_add(paths->arena,
				    field->type == FIELD_LIST ? &paths->lists
							      : &paths->plain,
				    path_of(paths, field));
		}
	}
}

static const char *extra_of(const struct record *record, const char *key)
{
	const struct list *list = &record->common->extra;

	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list_at(list, struct extra, i)->key, key) == 0)
			return list_at(list, struct extra, i)->yaml;
	return NULL;
}

static void find_extras(struct paths *paths, const struct record *a,
			const struct record *b, bool gone)
{
	const struct list *list = &a->common->extra;

	for (size_t i = 0; i < list->count; i++) {
		const struct extra *extra = list_at(list, struct extra, i);
		const char *other = extra_of(b, extra->key);

		/* One that both have is found once. */
		if (gone ? !other : !other || strcmp(other, extra->yaml) != 0)
			strings_add(paths->arena, &paths->plain, extra->key);
	}
}

/* ---- lists, entry by entry ---- */

static bool same_entry(const struct field *field, const void *a, const void *b)
{
	const struct fields *fields = fields_of_entry(field->sub, a);

	return fields == fields_of_entry(field->sub, b) && fields_equal(fields, a, b);
}

/* Which entry of the old list says the same and is not yet used. */
static size_t find_same(const struct field *field, const struct list *old,
			const void *entry, const bool *used)
{
	size_t i = 0;

	while (i < old->count &&
	       (used[i] || !same_entry(field, field_entry(field, old, i), entry)))
		i++;
	return i;
}

static int splice_entries(struct arena *arena, const struct record *record,
			  const char *path, const struct record *meant, struct buf *out,
			  struct error *err)
{
	struct field_path way;
	const struct field *field;
	const struct list *old, *new;
	struct splice_entries list;
	struct splice_entry *entries;
	bool *used;

	if (!field_path_find(record->kind, path, /* labels */ false, &way))
		return error_set(err, ERR_NOT_FOUND, tr("there is no field '%s'"), path);
	field = way.steps[way.count - 1];
	old = field_list(field, field_path_owner(&way, record->common));
	new = field_list(field, field_path_owner(&way, meant->common));
	entries = arena_array(arena, struct splice_entry, new->count + 1);
	used = arena_array(arena, bool, old->count + 1);
	for (size_t i = 0; i < new->count; i++) {
		const void *entry = field_entry(field, new, i);
		auto_buf text = BUF_INIT;

		entries[i].old = find_same(field, old, entry, used);
		if (entries[i].old < old->count) {
			used[entries[i].old] = true;
			continue;
		}
		entry_write(field, entry, &text);
		entries[i].text = buf_dup(&text, arena);
	}
	list = (struct splice_entries){ .items = entries, .count = new->count };
	return splice_list(&record->tree, path, &list, out, err);
}

/* ---- the file ---- */

static const struct record *parse(struct arena *arena, const struct record *like,
				  const struct buf *bytes)
{
	return record_parse(arena, like->kind, like->path, buf_dup(bytes, arena),
			    bytes->len);
}

/* The lines of both sides, when they say together what is meant: so comments of both are kept. */
static bool by_lines(struct arena *arena, const struct merge_sides *sides,
		     const struct merge_options *options, const struct record *meant,
		     struct buf *out)
{
	auto_buf text = BUF_INIT;
	const struct record *read;

	if (!options->lines || !sides->base ||
	    !options->lines(sides->base->tree.bytes, sides->ours->tree.bytes,
			    sides->theirs->tree.bytes, MERGE_NONE, &text))
		return false;
	read = parse(arena, sides->ours, &text);
	if (read->problem_count || !record_equal(read, meant))
		return false;
	buf_add(out, text.s, text.len);
	return true;
}

static int by_splicing(struct arena *arena, const struct record *ours,
		       const struct record *meant, struct buf *out, struct error *err)
{
	struct paths paths = { .arena = arena };
	const struct record *now = ours;
	auto_buf bytes = BUF_INIT;

	find_paths(&paths, &ours->kind->fields, ours->common, meant->common);
	find_paths(&paths, &common_fields, ours->common, meant->common);
	find_extras(&paths, ours, meant, /* gone */ true);
	find_extras(&paths, meant, ours, /* gone */ false);
	if (paths.plain.count) {
		if (record_change(now, meant, paths.plain.items, paths.plain.count,
				  &bytes, err) < 0)
			return -1;
		now = parse(arena, ours, &bytes);
	}
	for (size_t i = 0; i < paths.lists.count; i++) {
		buf_reset(&bytes);
		if (splice_entries(arena, now, paths.lists.items[i], meant, &bytes, err) <
		    0)
			return -1;
		now = parse(arena, ours, &bytes);
	}
	if (now->problem_count || !record_equal(now, meant))
		return error_set(
			err, ERR_SYNTAX, "%s",
			tr("the file cannot be changed safely; edit it by hand"));
	buf_add(out, now->tree.bytes, now->tree.len);
	return 0;
}

int merge_bytes(const struct merge_sides *sides, const struct merge_options *options,
		const struct record *meant, struct buf *out, struct error *err)
{
	const struct record *same = record_equal(meant, sides->ours)     ? sides->ours
				    : record_equal(meant, sides->theirs) ? sides->theirs
									 : NULL;
	struct arena arena = ARENA_INIT;
	int rc = 0;

	if (!by_lines(&arena, sides, options, meant, out)) {
		if (same)
			buf_add(out, same->tree.bytes, same->tree.len);
		else if (sides->ours) /* what only one side has is that side's */
			rc = by_splicing(&arena, sides->ours, meant, out, err);
	}
	arena_clear(&arena);
	return rc;
}
