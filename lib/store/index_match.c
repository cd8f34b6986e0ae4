#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/index_private.h"

/* The first entry from `from` on whose path is not before `path`; near ones are found fast. */
static size_t seek(const struct index *index, size_t from, const char *path)
{
	size_t step = 1;
	size_t to = from;

	while (to < index->count && strcmp(index->entries[to].path, path) < 0) {
		from = to + 1;
		to = index->count - to > step ? to + step : index->count;
		step *= 2;
	}
	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (strcmp(index->entries[middle].path, path) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

size_t index_entry_from(const struct index *index, const char *path)
{
	return seek(index, 0, path);
}

size_t index_entry(const struct index *index, const char *path)
{
	size_t i = seek(index, 0, path);

	if (i < index->count && strcmp(index->entries[i].path, path) == 0)
		return i;
	return index->count;
}

static bool stat_is_same(const struct source_stat *a, const struct source_stat *b)
{
	return a->size == b->size && a->mtime_ns == b->mtime_ns &&
	       a->ctime_ns == b->ctime_ns && a->inode == b->inode;
}

/* What matching one segment needs. */
struct match {
	struct index *index;
	struct candidates *candidates;
	bool by_stat; /* a work tree; else by blob id */
};

static void add_candidate(struct match *match, size_t entry, int64_t key, const char *oid)
{
	struct candidates *list = match->candidates;

	list->items = array_grow(&match->index->state, list->items, list->count,
				 &list->room, sizeof(list->items[0]));
	list->items[list->count++] = (struct candidate){
		.entry = entry,
		.key = key,
		.oid = arena_strndup(&match->index->state, oid, strlen(oid)),
	};
}

static void match_row(struct match *match, struct segment *segment, size_t entry,
		      int64_t key, const char *oid, const struct source_stat *stat)
{
	struct index *index = match->index;
	const struct source_entry *is = &index->entries[entry];

	if (is->type != SOURCE_FILE || index->keys[entry])
		return;
	if (match->by_stat ? stat_is_same(&is->stat, stat) : strcmp(is->oid, oid) == 0) {
		index->keys[entry] = key;
		segment->live++;
	} else if (match->by_stat) {
		add_candidate(match, entry, key, oid);
	}
}

static int match_segment(struct match *match, struct segment *segment, struct error *err)
{
	struct index *index = match->index;
	struct database *database = &index->database;
	auto_buf file = BUF_INIT;
	auto_buf stats = BUF_INIT;
	const char *p, *end;
	size_t entry = 0;

	if (segment_read(index, segment, COLUMN_FILE, &file, err) < 0)
		return -1;
	if (match->by_stat && segment_read(index, segment, COLUMN_STAT, &stats, err) < 0)
		return -1;
	if (match->by_stat && stats.len != segment->rows * sizeof(struct source_stat))
		return database_damage(database, err);
	p = file.s;
	end = file.s + file.len;
	for (size_t slot = 0; slot < segment->rows; slot++) {
		const char *path = text_next(&p, end);
		const char *oid = path ? text_next(&p, end) : NULL;
		struct source_stat stat = { 0 };

		if (!oid)
			return database_damage(database, err);
		if (match->by_stat)
			memcpy(&stat, stats.s + slot * sizeof(stat), sizeof(stat));
		entry = seek(index, entry, path);
		if (entry < index->count && strcmp(index->entries[entry].path, path) == 0)
			match_row(match, segment, entry,
				  segment->id << KEY_SHIFT | (int64_t)slot, oid, &stat);
	}
	return 0;
}

static int read_segment(struct index *index, sqlite3_stmt *statement, struct segment *out,
			struct error *err)
{
	const void *columns = sqlite3_column_blob(statement, 3);
	size_t len = (size_t)sqlite3_column_bytes(statement, 3);
	int64_t *copy = arena_array(&index->state, int64_t, len / sizeof(*copy) + 1);

	*out = (struct segment){
		.id = sqlite3_column_int64(statement, 0),
		.rows = (size_t)sqlite3_column_int64(statement, 1),
		.columns = copy,
		.column_count = len / sizeof(*copy),
	};
	if (columns)
		memcpy(copy, columns, len);
	if (sqlite3_column_int64(statement, 2) == database_sum(out->rows, copy, len))
		return 0;
	(void)sqlite3_reset(statement);
	return database_damage(&index->database, err);
}

int index_read_segments(struct index *index, struct error *err)
{
	sqlite3_stmt *statement = database_statement(&index->database, SQL_SEGMENTS, err);
	size_t room = 0;
	int found;

	index->segments = NULL;
	index->segment_count = 0;
	if (!statement)
		return -1;
	while ((found = database_step(&index->database, statement, err)) == 1) {
		index->segments =
			array_grow(&index->state, index->segments, index->segment_count,
				   &room, sizeof(index->segments[0]));
		if (read_segment(index, statement,
				 &index->segments[index->segment_count++], err) < 0)
			return -1;
	}
	return found;
}

static int by_entry(const void *a, const void *b)
{
	const struct candidate *left = a;
	const struct candidate *right = b;

	return (left->entry > right->entry) - (left->entry < right->entry);
}

int index_match(struct index *index, struct candidates *candidates, struct error *err)
{
	struct match match = {
		.index = index,
		.candidates = candidates,
		.by_stat = source_place(index->source) == SOURCE_WORK_TREE,
	};

	arena_clear(&index->state);
	*candidates = (struct candidates){ .items = NULL };
	index->keys = arena_array(&index->state, int64_t, index->count + 1);
	index->refusals = NULL;
	index->refusal_count = 0;
	index->refusal_room = 0;
	index->fields = NULL;
	index->field_count = 0;
	if (database_run(&index->database, SQL_BEGIN, err) < 0 ||
	    index_read_segments(index, err) < 0)
		return -1;
	for (size_t i = 0; i < index->segment_count; i++) {
		if (match_segment(&match, &index->segments[i], err) < 0)
			return -1;
	}
	if (candidates->count)
		qsort(candidates->items, candidates->count, sizeof(candidates->items[0]),
		      by_entry);
	return database_run(&index->database, SQL_COMMIT, err);
}
