#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/index_private.h"

/* Of each row that has all the fields: so much, and not its values, is kept. */
struct hashed {
	uint64_t hash;
	size_t entry;
};

struct hashes {
	struct hashed *items;
	size_t count;
	size_t room;
};

/* A row whose hash another row has too. */
struct suspect {
	size_t entry;
	const char *values;
	struct index_row row;
};

/* Suspects [from, to) share their values. */
struct group {
	size_t first; /* entry */
	size_t from;
	size_t to;
};

static int compare_sizes(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int by_hash(const void *a, const void *b)
{
	const struct hashed *left = a;
	const struct hashed *right = b;

	if (left->hash != right->hash)
		return left->hash < right->hash ? -1 : 1;
	return compare_sizes(left->entry, right->entry);
}

static int by_entry(const void *a, const void *b)
{
	const struct hashed *left = a;
	const struct hashed *right = b;

	return compare_sizes(left->entry, right->entry);
}

static int by_values(const void *a, const void *b)
{
	const struct suspect *left = a;
	const struct suspect *right = b;
	int order = strcmp(left->values, right->values);

	return order ? order : compare_sizes(left->entry, right->entry);
}

static int by_first(const void *a, const void *b)
{
	const struct group *left = a;
	const struct group *right = b;

	return compare_sizes(left->first, right->first);
}

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

static int read_hashes(struct scan *scan, struct arena *arena, struct hashes *list,
		       struct error *err)
{
	auto_buf text = BUF_INIT;
	int found;

	while ((found = scan_next(scan, err)) == 1) {
		if (!row_values(scan, &text))
			continue;
		list->items = array_grow(arena, list->items, list->count, &list->room,
					 sizeof(list->items[0]));
		list->items[list->count++] = (struct hashed){
			.hash = (uint64_t)database_sum(0, text.s, text.len),
			.entry = scan->entry,
		};
	}
	return found;
}

/* ---- on all threads ---- */

struct hashing {
	const char *kind;
	const char *const *fields;
	size_t count;
	struct arena *arenas; /* of each piece */
	struct hashes *lists;
};

static void ask(struct scan *scan, const struct hashing *hashing)
{
	scan_add_kind(scan, hashing->kind);
	scan->cells_only = true;
	scan->no_head = true;
	for (size_t i = 0; i < hashing->count; i++)
		scan_add_field(scan, hashing->fields[i]);
}

static int hash_piece(void *payload, struct scan *scan, size_t piece, struct error *err)
{
	const struct hashing *hashing = payload;

	ask(scan, hashing);
	return read_hashes(scan, &hashing->arenas[piece], &hashing->lists[piece], err);
}

/* The lists of the pieces one after another: as if there were one. */
static void join(struct arena *arena, const struct hashes *lists, size_t count,
		 struct hashes *out)
{
	size_t total = 0;

	for (size_t i = 0; i < count; i++)
		total += lists[i].count;
	out->items = arena_array(arena, struct hashed, total + 1);
	for (size_t i = 0; i < count; i++) {
		if (lists[i].count)
			memcpy(out->items + out->count, lists[i].items,
			       lists[i].count * sizeof(out->items[0]));
		out->count += lists[i].count;
	}
}

static int hash_rows(struct index *index, struct hashing *hashing, struct arena *arena,
		     struct hashes *out, struct error *err)
{
	auto_scan scan = { .segments = NULL };
	struct scan_pieces pieces;
	struct error failed;
	int done;

	scan_pieces_init(&pieces, index);
	pieces.run = hash_piece;
	pieces.payload = hashing;
	hashing->arenas = arena_array(arena, struct arena, pieces.count + 1);
	hashing->lists = arena_array(arena, struct hashes, pieces.count + 1);
	done = scan_pieces_run(&pieces, &failed);
	if (done == 0)
		join(arena, hashing->lists, pieces.count, out);
	for (size_t i = 0; i < pieces.count; i++)
		arena_clear(&hashing->arenas[i]);
	if (done == 0)
		return 0;
	scan_init(&scan, index);
	ask(&scan, hashing);
	return read_hashes(&scan, arena, out, err);
}

/* ---- those that share a hash ---- */

/* Two bits a slot: some hash fell into it, and another one too. */
struct slots {
	unsigned char *bits;
	unsigned int shift;
};

/* About eight slots a hash, so that few share one by chance. */
static struct slots fill_slots(struct arena *arena, const struct hashes *list)
{
	struct slots slots = { .shift = 64 - 8 };

	while (slots.shift > 1 && list->count * 8 >> (64 - slots.shift))
		slots.shift--;
	slots.bits = arena_array(arena, unsigned char, (size_t)1 << (62 - slots.shift));
	for (size_t i = 0; i < list->count; i++) {
		uint64_t slot = list->items[i].hash >> slots.shift;
		unsigned int at = (unsigned int)(slot & 3) * 2;
		unsigned int was = slots.bits[slot >> 2] >> at & 3;

		slots.bits[slot >> 2] |= (unsigned char)((was ? 3U : 1U) << at);
	}
	return slots;
}

static bool may_be_shared(const struct slots *slots, uint64_t hash)
{
	uint64_t slot = hash >> slots->shift;

	return (slots->bits[slot >> 2] >> (slot & 3) * 2 & 3) == 3;
}

/* Drop nearly all that have their hash for themselves, without sorting them. */
static void drop_lonely(struct arena *arena, struct hashes *list)
{
	const struct slots slots = fill_slots(arena, list);
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++)
		if (may_be_shared(&slots, list->items[i].hash))
			list->items[kept++] = list->items[i];
	list->count = kept;
}

/* Keep those whose hash another has too, in order of path. */
static void keep_shared(struct hashes *list)
{
	size_t kept = 0;

	if (list->count)
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

/* Read the rows of the hashes; returns how many, or -1. */
static int64_t read_suspects(struct scan *scan, struct arena *arena,
			     const struct hashes *hashes, struct suspect *out,
			     struct error *err)
{
	auto_buf text = BUF_INIT;
	int64_t count = 0;

	for (size_t i = 0; i < hashes->count; i++) {
		int found;

		scan_seek(scan, hashes->items[i].entry);
		found = scan_next(scan, err);
		if (found < 0)
			return -1;
		if (!found || !row_values(scan, &text))
			continue;
		out[count++] = (struct suspect){
			.entry = scan->entry,
			.values = buf_dup(&text, arena),
			.row = scan_row(scan, arena),
		};
	}
	return count;
}

static size_t make_groups(struct suspect *list, size_t count, struct group *groups)
{
	size_t group_count = 0;

	qsort(list, count, sizeof(list[0]), by_values);
	for (size_t from = 0, to; from < count; from = to) {
		for (to = from + 1; to < count; to++) {
			if (strcmp(list[to].values, list[from].values) != 0)
				break;
		}
		if (to - from > 1)
			groups[group_count++] = (struct group){
				.first = list[from].entry,
				.from = from,
				.to = to,
			};
	}
	qsort(groups, group_count, sizeof(groups[0]), by_first);
	return group_count;
}

static int give_groups(struct suspect *list, size_t count, index_row_fn fn, void *payload)
{
	struct arena arena = ARENA_INIT;
	struct group *groups = arena_array(&arena, struct group, count + 1);
	size_t group_count = make_groups(list, count, groups);
	int done = 0;

	for (size_t g = 0; done == 0 && g < group_count; g++) {
		for (size_t i = groups[g].from; done == 0 && i < groups[g].to; i++) {
			list[i].row.group = g;
			done = fn(payload, &list[i].row);
		}
	}
	arena_clear(&arena);
	return done;
}

/* NOLINTNEXTLINE(readability-function-size): a question and a callback */
int index_each_double(struct index *index, const char *kind, const char *const *fields,
		      size_t count, index_row_fn fn, void *payload, struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct hashes hashes = { .items = NULL };
	struct hashing hashing = { .kind = kind, .fields = fields, .count = count };
	struct suspect *suspects;
	auto_scan scan = { .segments = NULL };
	int64_t found = hash_rows(index, &hashing, &arena, &hashes, err);

	scan_init(&scan, index);
	for (size_t i = 0; i < count; i++)
		scan_add_field(&scan, fields[i]);
	drop_lonely(&arena, &hashes);
	keep_shared(&hashes);
	suspects = arena_array(&arena, struct suspect, hashes.count + 1);
	if (found == 0)
		found = read_suspects(&scan, &arena, &hashes, suspects, err);
	if (found > 0)
		found = give_groups(suspects, (size_t)found, fn, payload);
	arena_clear(&arena);
	return (int)found;
}
