#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/index_private.h"

/* A segment while the scan goes through it: its columns, each read as far as the row. */
struct scan_segment {
	bool open;
	size_t left; /* rows in use still to come */
	size_t slot; /* of the row that `file` and `head` read next */
	struct buf file;
	struct buf head;
	const char *file_at;
	const char *head_at;
	struct buf *bytes; /* of each column */
	struct cells *cells;
	bool *waiting; /* of each column: cells.cell is not used yet */
};

void scan_init(struct scan *scan, struct index *index, const int64_t *columns,
	       size_t count)
{
	*scan = (struct scan){
		.index = index,
		.columns = columns,
		.column_count = count,
		.to = index->count,
	};
}

static void close_segment(const struct scan *scan, struct scan_segment *segment)
{
	if (!segment->open)
		return;
	for (size_t i = 0; i < scan->column_count; i++)
		buf_release(&segment->bytes[i]);
	buf_release(&segment->file);
	buf_release(&segment->head);
	free(segment->bytes);
	free(segment->cells);
	free(segment->waiting);
	*segment = (struct scan_segment){ .open = false };
}

void scan_release(struct scan *scan)
{
	if (!scan->segments)
		return;
	for (size_t i = 0; i < scan->index->segment_count; i++)
		close_segment(scan, &scan->segments[i]);
	free(scan->segments);
	scan->segments = NULL;
}

static int read_column(struct scan *scan, struct scan_segment *segment, int64_t id,
		       size_t i, struct error *err)
{
	if (database_column(&scan->index->database, id, scan->columns[i],
			    &segment->bytes[i], err) < 0)
		return -1;
	segment->cells[i] = cells_of(&segment->bytes[i]);
	return 0;
}

static int open_segment(struct scan *scan, struct scan_segment *segment,
			const struct segment *from, struct error *err)
{
	struct database *database = &scan->index->database;
	size_t room = scan->column_count + 1;

	segment->open = true;
	segment->file = BUF_INIT;
	segment->head = BUF_INIT;
	segment->bytes = calloc(room, sizeof(segment->bytes[0]));
	segment->cells = calloc(room, sizeof(segment->cells[0]));
	segment->waiting = calloc(room, sizeof(segment->waiting[0]));
	if (!segment->bytes || !segment->cells || !segment->waiting)
		abort();
	for (size_t i = 0; i < scan->column_count; i++)
		segment->bytes[i] = BUF_INIT;
	if (database_column(database, from->id, COLUMN_FILE, &segment->file, err) < 0 ||
	    database_column(database, from->id, COLUMN_HEAD, &segment->head, err) < 0)
		return -1;
	segment->file_at = segment->file.s;
	segment->head_at = segment->head.s;
	for (size_t i = 0; i < scan->column_count; i++) {
		if (read_column(scan, segment, from->id, i, err) < 0)
			return -1;
	}
	return 0;
}

/* Read `count` texts into `out`; false when they are not all there. */
static bool texts_next(const char **p, const struct buf *bytes, const char **out,
		       size_t count)
{
	for (size_t i = 0; i < count; i++) {
		out[i] = text_next(p, bytes->s + bytes->len);
		if (!out[i])
			return false;
	}
	return true;
}

/* Whether `cells` holds a cell of the column that is not used yet. */
static bool peek(struct scan_segment *segment, size_t i)
{
	if (!segment->waiting[i])
		segment->waiting[i] = cells_next(&segment->cells[i]);
	return segment->waiting[i];
}

static bool read_row(struct scan *scan, struct scan_segment *segment, size_t slot)
{
	const char *file[FILE_TEXTS] = { "", "" };
	const char *head[HEAD_TEXTS] = { "", "", "", "" };

	for (; segment->slot <= slot; segment->slot++) {
		if (!texts_next(&segment->file_at, &segment->file, file, FILE_TEXTS) ||
		    !texts_next(&segment->head_at, &segment->head, head, HEAD_TEXTS))
			return false;
	}
	for (size_t i = 0; i < scan->column_count; i++) {
		while (peek(segment, i) && segment->cells[i].cell.slot < slot)
			segment->waiting[i] = false;
		if (segment->cells[i].broken)
			return false;
	}
	scan->row = (struct index_row){
		.key = scan->index->keys[scan->entry],
		.path = file[0],
		.oid = file[1],
		.id = head[0],
		.kind = head[1],
		.title = head[2],
		.state = head[3],
	};
	return true;
}

static struct scan_segment *segment_of(struct scan *scan, int64_t key)
{
	const struct index *index = scan->index;
	size_t from = 0;
	size_t to = index->segment_count;

	if (index->segments[scan->nearest].id == key >> KEY_SHIFT)
		return &scan->segments[scan->nearest];
	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (index->segments[middle].id < key >> KEY_SHIFT)
			from = middle + 1;
		else
			to = middle;
	}
	scan->nearest = from;
	return &scan->segments[from];
}

static void start(struct scan *scan)
{
	const struct index *index = scan->index;

	if (scan->segments)
		return;
	scan->segments = calloc(index->segment_count + 1, sizeof(scan->segments[0]));
	if (!scan->segments)
		abort();
	for (size_t i = 0; i < index->segment_count; i++)
		scan->segments[i].left = index->segments[i].live;
}

/* Memory stays flat: a segment goes when its last row has been seen. */
static void leave_row(struct scan *scan, struct scan_segment *segment)
{
	if (--segment->left == 0)
		close_segment(scan, segment);
}

void scan_seek(struct scan *scan, size_t entry)
{
	start(scan);
	if (scan->current)
		leave_row(scan, scan->current);
	scan->current = NULL;
	for (; scan->from < entry; scan->from++) {
		int64_t key = scan->index->keys[scan->from];

		if (key)
			leave_row(scan, segment_of(scan, key));
	}
}

int scan_next(struct scan *scan, struct error *err)
{
	struct index *index = scan->index;
	struct scan_segment *segment;
	int64_t key;

	scan_seek(scan, scan->from);
	while (scan->from < scan->to && !index->keys[scan->from])
		scan->from++;
	if (scan->from >= scan->to)
		return 0;
	scan->entry = scan->from++;
	key = index->keys[scan->entry];
	segment = segment_of(scan, key);
	if (!segment->open &&
	    open_segment(scan, segment, &index->segments[scan->nearest], err) < 0)
		return -1;
	scan->current = segment;
	if (!read_row(scan, segment, (size_t)(key & ((1 << KEY_SHIFT) - 1))))
		return database_damage(&index->database, err);
	return 1;
}

const struct cell *scan_cell(struct scan *scan, size_t i)
{
	struct scan_segment *segment = scan->current;

	if (!peek(segment, i) || segment->cells[i].cell.slot != segment->slot - 1)
		return NULL;
	segment->waiting[i] = false;
	return &segment->cells[i].cell;
}

size_t scan_entry_of(const struct index *index, int64_t key)
{
	size_t i = 0;

	while (i < index->count && index->keys[i] != key)
		i++;
	return i;
}

struct numbered_fact {
	uint32_t ordinal;
	struct fact fact;
};

static int by_ordinal(const void *a, const void *b)
{
	const struct numbered_fact *left = a;
	const struct numbered_fact *right = b;

	return (left->ordinal > right->ordinal) - (left->ordinal < right->ordinal);
}

static const char *field_path(const struct index *index, int64_t id)
{
	for (size_t i = 0; i < index->field_count; i++) {
		if (index->fields[i].id == id)
			return index->fields[i].path;
	}
	return "";
}

struct fact *scan_facts(struct scan *scan, struct arena *arena, size_t *count)
{
	struct numbered_fact *list = NULL;
	struct fact *facts;
	size_t room = 0;

	*count = 0;
	for (size_t i = 0; i < scan->column_count; i++) {
		const char *path = field_path(scan->index, scan->columns[i]);
		const struct cell *cell;

		while ((cell = scan_cell(scan, i))) {
			list = array_grow(arena, list, *count, &room, sizeof(list[0]));
			list[(*count)++] = (struct numbered_fact){
				.ordinal = cell->ordinal,
				.fact = { .field = path,
					  .value = cell->value,
					  .ref = *cell->ref ? cell->ref : NULL,
					  .place = cell->place },
			};
		}
	}
	if (*count)
		qsort(list, *count, sizeof(list[0]), by_ordinal);
	facts = arena_array(arena, struct fact, *count + 1);
	for (size_t i = 0; i < *count; i++)
		facts[i] = list[i].fact;
	return facts;
}

static const char *copy(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strlen(text));
}

struct index_row scan_row(const struct scan *scan, struct arena *arena)
{
	return (struct index_row){
		.key = scan->row.key,
		.path = copy(arena, scan->row.path),
		.oid = copy(arena, scan->row.oid),
		.id = copy(arena, scan->row.id),
		.kind = copy(arena, scan->row.kind),
		.title = copy(arena, scan->row.title),
		.state = copy(arena, scan->row.state),
	};
}
