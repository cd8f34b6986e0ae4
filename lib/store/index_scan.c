#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/index_private.h"

/* A segment while the scan goes through it: its columns, each read as far as the row. */
struct scan_segment {
	bool open;
	bool has_columns; /* read when a row asks for them */
	size_t left;      /* rows in use still to come */
	size_t slot;      /* of the row that `file` and `head` read next */
	struct buf file;
	struct buf head;
	const char *file_at;
	const char *head_at;
	struct buf *bytes; /* of each column */
	struct cells *cells;
	bool *waiting; /* of each column: cells.cell is not used yet */
};

void scan_init(struct scan *scan, struct index *index)
{
	*scan = (struct scan){ .index = index, .arena = ARENA_INIT, .to = index->count };
}

static struct scan_column *add_column(struct scan *scan)
{
	scan->columns = array_grow(&scan->arena, scan->columns, scan->column_count,
				   &scan->column_room, sizeof(scan->columns[0]));
	return &scan->columns[scan->column_count++];
}

void scan_add_field(struct scan *scan, const char *path)
{
	/* A copy: the index forgets its names when it is mended. */
	*add_column(scan) = (struct scan_column){
		.path = arena_strndup(&scan->arena, path, strlen(path)),
		.id = COLUMN_NONE,
	};
}

void scan_add_column(struct scan *scan, enum column column)
{
	*add_column(scan) = (struct scan_column){ .id = column };
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

static void close_segments(struct scan *scan)
{
	for (size_t i = 0; scan->segments && i < scan->segment_count; i++)
		close_segment(scan, &scan->segments[i]);
	free(scan->segments);
	scan->segments = NULL;
	scan->current = NULL;
}

void scan_release(struct scan *scan)
{
	close_segments(scan);
	arena_clear(&scan->arena);
}

static int read_column(struct scan *scan, struct scan_segment *segment,
		       const struct segment *from, size_t i, struct error *err)
{
	if (segment_read(scan->index, from, scan->columns[i].id, &segment->bytes[i],
			 err) < 0)
		return -1;
	segment->cells[i] = cells_of(&segment->bytes[i]);
	return 0;
}

static int open_segment(struct scan *scan, struct scan_segment *segment,
			const struct segment *from, struct error *err)
{
	struct index *index = scan->index;
	size_t room = scan->column_count + 1;

	segment->open = true;
	segment->file = BUF_INIT;
	segment->head = BUF_INIT;
	segment->bytes = calloc(room, sizeof(segment->bytes[0]));
	segment->cells = calloc(room, sizeof(segment->cells[0]));
	segment->waiting = calloc(room, sizeof(segment->waiting[0]));
	if (!segment->bytes || !segment->cells || !segment->waiting)
		out_of_memory();
	for (size_t i = 0; i < scan->column_count; i++)
		segment->bytes[i] = BUF_INIT;
	if (segment_read(index, from, COLUMN_FILE, &segment->file, err) < 0 ||
	    segment_read(index, from, COLUMN_HEAD, &segment->head, err) < 0)
		return -1;
	segment->file_at = segment->file.s;
	segment->head_at = segment->head.s;
	return 0;
}

static int read_columns(struct scan *scan, struct scan_segment *segment,
			const struct segment *from, struct error *err)
{
	for (size_t i = 0; !segment->has_columns && i < scan->column_count; i++) {
		if (read_column(scan, segment, from, i, err) < 0)
			return -1;
	}
	segment->has_columns = true;
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

/* Whether the cells up to the row are whole. */
static bool read_cells(const struct scan *scan, struct scan_segment *segment, size_t slot)
{
	for (size_t i = 0; i < scan->column_count; i++) {
		while (peek(segment, i) && segment->cells[i].cell.slot < slot)
			segment->waiting[i] = false;
		if (segment->cells[i].broken)
			return false;
	}
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
	scan->nearest = 0;
	scan->segment_count = index->segment_count;
	scan->segments = calloc(scan->segment_count + 1, sizeof(scan->segments[0]));
	if (!scan->segments)
		out_of_memory();
	for (size_t i = 0; i < scan->segment_count; i++)
		scan->segments[i].left = index->segments[i].live;
	for (size_t i = 0; i < scan->column_count; i++) {
		struct scan_column *column = &scan->columns[i];
		const struct field_name *field =
			column->path ? index_field(index, column->path) : NULL;

		if (column->path)
			column->id = field ? field->id : COLUMN_NONE;
	}
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

/* Whether no row of the segment has a cell. */
static bool has_no_cells(const struct scan *scan, const struct segment *segment)
{
	for (size_t i = 0; i < scan->column_count; i++)
		if (segment_has(segment, scan->columns[i].id))
			return false;
	return true;
}

/* 1: the row is there; 0: it is passed over; -1. */
static int go_to(struct scan *scan, size_t entry, struct error *err)
{
	struct index *index = scan->index;
	int64_t key = index->keys[entry];
	size_t slot = (size_t)(key & ((1 << KEY_SHIFT) - 1));
	struct scan_segment *segment = segment_of(scan, key);
	const struct segment *from = &index->segments[scan->nearest];

	scan->current = segment;
	if (scan->cells_only && !segment->open && has_no_cells(scan, from))
		return 0;
	if (!segment->open && open_segment(scan, segment, from, err) < 0)
		return -1;
	scan->entry = entry;
	if (!read_row(scan, segment, slot))
		return database_damage(&index->database, err);
	if (scan->kind && strcmp(scan->row.kind, scan->kind) != 0)
		return 0;
	if (read_columns(scan, segment, from, err) < 0)
		return -1;
	return read_cells(scan, segment, slot) ? 1
					       : database_damage(&index->database, err);
}

int scan_next(struct scan *scan, struct error *err)
{
	struct index *index = scan->index;

	for (;;) {
		int found;

		scan_seek(scan, scan->from);
		while (scan->from < scan->to && !index->keys[scan->from])
			scan->from++;
		if (scan->from >= scan->to)
			return 0;
		found = go_to(scan, scan->from, err);
		scan->from += found >= 0;
		if (found == 1)
			return 1;
		if (found == 0)
			continue;
		/* Entries keep their place when all else is made anew. */
		close_segments(scan);
		if (index_mend(index, err) < 0)
			return -1;
	}
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

struct fact *scan_facts(struct scan *scan, struct arena *arena, size_t *count)
{
	struct numbered_fact *list = NULL;
	struct fact *facts;
	size_t room = 0;

	*count = 0;
	for (size_t i = 0; i < scan->column_count; i++) {
		const char *path = scan->columns[i].path;
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
