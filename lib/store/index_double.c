#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/index_private.h"

/* A row that may have doubles: first only a hash of its values is kept, 24 bytes. */
struct suspect {
	uint64_t hash;
	size_t entry;
	const char *values; /* set once the hash is found twice */
};

struct suspects {
	struct suspect *items;
	size_t count;
	size_t room;
};

/*
 * All values of the columns as one text; false when one of the fields has none: two
 * notices without a number are not the same document.
 */
static bool row_values(struct scan *scan, struct buf *out)
{
	buf_reset(out);
	for (size_t i = 0; i < scan->column_count; i++) {
		const struct cell *cell = scan_cell(scan, i);

		if (!cell)
			return false;
		for (; cell; cell = scan_cell(scan, i)) {
			buf_adds(out, cell->value);
			buf_addc(out, '\n');
		}
		buf_addc(out, '\f');
	}
	return true;
}

static uint64_t hash_of(const struct buf *text)
{
	uint64_t hash = 14695981039346656037U;

	for (size_t i = 0; i < text->len; i++)
		hash = (hash ^ (unsigned char)text->s[i]) * 1099511628211U;
	return hash;
}

static int by_hash(const void *a, const void *b)
{
	const struct suspect *left = a;
	const struct suspect *right = b;

	if (left->hash != right->hash)
		return left->hash < right->hash ? -1 : 1;
	return (left->entry > right->entry) - (left->entry < right->entry);
}

static int by_values(const void *a, const void *b)
{
	const struct suspect *left = a;
	const struct suspect *right = b;
	int order = strcmp(left->values, right->values);

	return order ? order
		     : (left->entry > right->entry) - (left->entry < right->entry);
}

static int by_entry(const void *a, const void *b)
{
	const struct suspect *left = a;
	const struct suspect *right = b;

	return (left->entry > right->entry) - (left->entry < right->entry);
}

/* Keep those whose hash another has too, in order of path. */
static void keep_shared(struct suspects *list)
{
	size_t kept = 0;

	if (!list->count)
		return;
	qsort(list->items, list->count, sizeof(list->items[0]), by_hash);
	for (size_t from = 0, to; from < list->count; from = to) {
		for (to = from + 1; to < list->count; to++) {
			if (list->items[to].hash != list->items[from].hash)
				break;
		}
		for (size_t i = from; to - from > 1 && i < to; i++)
			list->items[kept++] = list->items[i];
	}
	list->count = kept;
	if (kept)
		qsort(list->items, kept, sizeof(list->items[0]), by_entry);
}

static int find_suspects(struct scan *scan, struct arena *arena, const char *kind,
			 struct suspects *list, struct error *err)
{
	auto_buf text = BUF_INIT;
	int found;

	while ((found = scan_next(scan, err)) == 1) {
		if (strcmp(scan->row.kind, kind) != 0 || !row_values(scan, &text))
			continue;
		list->items = array_grow(arena, list->items, list->count, &list->room,
					 sizeof(list->items[0]));
		list->items[list->count++] =
			(struct suspect){ .hash = hash_of(&text), .entry = scan->entry };
	}
	keep_shared(list);
	return found;
}

/* Read the values of the suspects, and their rows into `rows`. */
static int read_suspects(struct scan *scan, struct arena *arena,
			 const struct suspects *list, struct index_row *rows,
			 struct error *err)
{
	auto_buf text = BUF_INIT;

	for (size_t i = 0; i < list->count; i++) {
		int found;

		scan_seek(scan, list->items[i].entry);
		found = scan_next(scan, err);
		if (found < 0)
			return -1;
		(void)row_values(scan, &text);
		list->items[i].values = buf_dup(&text, arena);
		rows[i] = scan_row(scan, arena);
	}
	return 0;
}

struct group {
	size_t first; /* entry */
	size_t from;
	size_t to;
};

static int by_first(const void *a, const void *b)
{
	const struct group *left = a;
	const struct group *right = b;

	return (left->first > right->first) - (left->first < right->first);
}

static size_t make_groups(struct suspects *list, struct group *groups)
{
	size_t count = 0;

	qsort(list->items, list->count, sizeof(list->items[0]), by_values);
	for (size_t from = 0, to; from < list->count; from = to) {
		for (to = from + 1; to < list->count; to++) {
			if (strcmp(list->items[to].values, list->items[from].values) != 0)
				break;
		}
		if (to - from > 1)
			groups[count++] = (struct group){
				.first = list->items[from].entry, .from = from, .to = to
			};
	}
	if (count)
		qsort(groups, count, sizeof(groups[0]), by_first);
	return count;
}

static int row_by_path(const void *path, const void *row)
{
	return strcmp(path, ((const struct index_row *)row)->path);
}

static int give_groups(const struct index *index, struct arena *arena,
		       struct suspects *list, struct index_row *rows, index_row_fn fn,
		       void *payload)
{
	struct group *groups = arena_array(arena, struct group, list->count + 1);
	size_t row_count = list->count;
	size_t count = make_groups(list, groups);
	int done = 0;

	for (size_t g = 0; g < count; g++) {
		for (size_t i = groups[g].from; done == 0 && i < groups[g].to; i++) {
			const char *path = index->entries[list->items[i].entry].path;
			struct index_row *row = bsearch(path, rows, row_count,
							sizeof(rows[0]), row_by_path);

			row->group = g;
			done = fn(payload, row);
		}
	}
	return done;
}

int index_each_double(struct index *index, const char *kind, const char *const *fields,
		      size_t count, index_row_fn fn, void *payload, struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct suspects list = { .items = NULL };
	struct index_row *rows;
	auto_scan first = { .segments = NULL };
	auto_scan second = { .segments = NULL };
	int done;

	scan_init(&first, index);
	scan_init(&second, index);
	for (size_t i = 0; i < count; i++) {
		scan_add_field(&first, fields[i]);
		scan_add_field(&second, fields[i]);
	}
	done = find_suspects(&first, &arena, kind, &list, err);
	rows = arena_array(&arena, struct index_row, list.count + 1);
	if (done == 0)
		done = read_suspects(&second, &arena, &list, rows, err);
	if (done == 0 && list.count)
		done = give_groups(index, &arena, &list, rows, fn, payload);
	arena_clear(&arena);
	return done;
}
