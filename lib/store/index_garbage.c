/*
 * Rows of blobs that are no longer used, and segments so small that they cost more
 * than examining their files again.
 */
#include "store/index_private.h"

enum {
	SMALL_ROWS = 64,        /* one edited file makes a segment of one row */
	SMALL_SEGMENTS = 32,    /* so many may stand */
	UNUSED_ROWS = 4 * 1024, /* so many may stand beside as many as are used */
};

struct garbage {
	bool small;
	bool unused;
};

static struct garbage look(const struct index *index)
{
	size_t rows = 0;
	size_t live = 0;
	size_t small = 0;

	for (size_t i = 0; i < index->segment_count; i++) {
		rows += index->segments[i].rows;
		live += index->segments[i].live;
		small += index->segments[i].rows < SMALL_ROWS;
	}
	return (struct garbage){
		.small = small > SMALL_SEGMENTS,
		.unused = rows > 2 * live + UNUSED_ROWS,
	};
}

static bool is_garbage(const struct segment *segment, struct garbage garbage)
{
	return (garbage.small && segment->rows < SMALL_ROWS) ||
	       (garbage.unused && segment->live * 2 < segment->rows);
}

static void forget_keys(struct index *index, int64_t segment)
{
	for (size_t i = 0; i < index->count; i++) {
		if (index->keys[i] >> KEY_SHIFT == segment)
			index->keys[i] = 0;
	}
}

static void forget_candidates(struct candidates *candidates, int64_t segment)
{
	size_t kept = 0;

	for (size_t i = 0; i < candidates->count; i++) {
		if (candidates->items[i].key >> KEY_SHIFT != segment)
			candidates->items[kept++] = candidates->items[i];
	}
	candidates->count = kept;
}

int index_drop_garbage(struct index *index, struct candidates *candidates,
		       struct error *err)
{
	struct garbage garbage = look(index);
	size_t kept = 0;

	/* A revision that is looked at once does not cost the work tree its rows. */
	if (source_place(index->source) != SOURCE_WORK_TREE && source_root(index->source))
		return 0;
	if (!garbage.small && !garbage.unused)
		return 0;
	if (database_run(&index->database, SQL_BEGIN_WRITE, err) < 0)
		return -1;
	for (size_t i = 0; i < index->segment_count; i++) {
		const struct segment segment = index->segments[i];

		if (!is_garbage(&segment, garbage)) {
			index->segments[kept++] = segment;
			continue;
		}
		forget_keys(index, segment.id);
		forget_candidates(candidates, segment.id);
		if (segment_drop(index, segment.id, err) < 0)
			return -1;
	}
	index->segment_count = kept;
	return database_run(&index->database, SQL_COMMIT, err);
}
