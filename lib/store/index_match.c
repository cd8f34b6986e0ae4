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

static bool is_at(const struct index *index, size_t entry, const char *path)
{
	return entry < index->count && strcmp(index->entries[entry].path, path) == 0;
}

size_t index_entry_from(const struct index *index, const char *path)
{
	return seek(index, 0, path);
}

size_t index_entry(const struct index *index, const char *path)
{
	size_t i = seek(index, 0, path);

	return is_at(index, i, path) ? i : index->count;
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
	struct segment *segment;
	struct buf oids;
	const char *oid_at; /* of row `oid_slot`, once `oids` are read */
	size_t oid_slot;
	bool has_oids;
};

/* The blob id of a row; rows are asked for in order, and few of them where stats decide. */
static const char *oid_of(struct match *match, size_t slot, struct error *err)
{
	const char *end;
	const char *oid = NULL;

	if (!match->has_oids &&
	    segment_read(match->index, match->segment, COLUMN_OID, &match->oids, err) < 0)
		return NULL;
	if (!match->has_oids)
		match->oid_at = match->oids.s;
	match->has_oids = true;
	end = match->oids.s + match->oids.len;
	for (; match->oid_slot <= slot; match->oid_slot++) {
		oid = text_next(&match->oid_at, end);
		if (!oid)
			break;
	}
	if (!oid)
		(void)database_damage(&match->index->database, err);
	return oid;
}

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

static int match_row(struct match *match, size_t entry, size_t slot,
		     const struct source_stat *stat, struct error *err)
{
	struct index *index = match->index;
	const struct source_entry *is = &index->entries[entry];
	int64_t key = match->segment->id << KEY_SHIFT | (int64_t)slot;
	const char *oid;

	if (is->type != SOURCE_FILE || index->keys[entry])
		return 0;
	if (match->by_stat && stat_is_same(&is->stat, stat)) {
		index->keys[entry] = key;
		match->segment->live++;
		return 0;
	}
	oid = oid_of(match, slot, err);
	if (!oid)
		return -1;
	if (match->by_stat) {
		add_candidate(match, entry, key, oid);
	} else if (strcmp(is->oid, oid) == 0) {
		index->keys[entry] = key;
		match->segment->live++;
	}
	return 0;
}

static int match_rows(struct match *match, const struct buf *paths,
		      const struct buf *stats, struct error *err)
{
	struct index *index = match->index;
	const char *p = paths->s;
	const char *end = paths->s + paths->len;
	size_t entry = 0;

	for (size_t slot = 0; slot < match->segment->rows; slot++) {
		const char *path = text_next(&p, end);
		struct source_stat stat = { 0 };

		if (!path)
			return database_damage(&index->database, err);
		if (match->by_stat)
			memcpy(&stat, stats->s + slot * sizeof(stat), sizeof(stat));
		/* Nearly always it is the next one. */
		if (!is_at(index, entry, path))
			entry = seek(index, entry, path);
		if (!is_at(index, entry, path))
			continue;
		if (match_row(match, entry++, slot, &stat, err) < 0)
			return -1;
	}
	return 0;
}

static int match_segment(struct match *match, struct segment *segment, struct error *err)
{
	struct index *index = match->index;
	auto_buf paths = BUF_INIT;
	auto_buf stats = BUF_INIT;

	match->segment = segment;
	match->has_oids = false;
	match->oid_slot = 0;
	if (segment_read(index, segment, COLUMN_PATH, &paths, err) < 0)
		return -1;
	if (match->by_stat && segment_read(index, segment, COLUMN_STAT, &stats, err) < 0)
		return -1;
	if (match->by_stat && stats.len != segment->rows * sizeof(struct source_stat))
		return database_damage(&index->database, err);
	return match_rows(match, &paths, &stats, err);
}

static void read_blob(sqlite3_stmt *statement, int i, struct buf *out)
{
	const void *bytes = sqlite3_column_blob(statement, i);

	if (bytes)
		buf_add(out, bytes, (size_t)sqlite3_column_bytes(statement, i));
}

static int read_segment(struct index *index, sqlite3_stmt *statement, struct segment *out,
			struct error *err)
{
	auto_buf columns = BUF_INIT;
	auto_buf kinds = BUF_INIT;
	const char *p, *kind;
	int64_t *copy;

	read_blob(statement, 3, &columns);
	read_blob(statement, 4, &kinds);
	copy = arena_array(&index->state, int64_t, columns.len / sizeof(*copy) + 1);
	memcpy(copy, columns.s, columns.len);
	*out = (struct segment){
		.id = sqlite3_column_int64(statement, 0),
		.rows = (size_t)sqlite3_column_int64(statement, 1),
		.columns = copy,
		.column_count = columns.len / sizeof(*copy),
	};
	p = kinds.s;
	while ((kind = text_next(&p, kinds.s + kinds.len)))
		strings_add(&index->state, &out->kinds,
			    arena_strdup(&index->state, kind));
	if (sqlite3_column_int64(statement, 2) ==
	    segment_sum(out->rows, &columns, &kinds))
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
		.oids = BUF_INIT,
	};
	int matched = 0;

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
	for (size_t i = 0; matched == 0 && i < index->segment_count; i++)
		matched = match_segment(&match, &index->segments[i], err);
	buf_release(&match.oids);
	if (matched < 0)
		return -1;
	if (candidates->count)
		qsort(candidates->items, candidates->count, sizeof(candidates->items[0]),
		      by_entry);
	return database_run(&index->database, SQL_COMMIT, err);
}
