#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/index_private.h"

/* Texts of the rows of a segment, read as far as some row. */
struct row_texts {
	enum column column;
	size_t count; /* a row */
	struct buf bytes;
	const char *at;
	size_t slot; /* that `at` stands at */
	bool open;
};

/* A segment while the scan goes through it: its columns, each read as far as the row. */
struct scan_segment {
	bool open;
	bool skipped;  /* it has no row that is asked for */
	bool is_mixed; /* rows of kinds that are asked for and others */
	size_t left;   /* rows in use still to come */
	size_t slot;   /* of the row */
	struct row_texts head;
	struct row_texts oid;
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

void scan_add_kind(struct scan *scan, const char *kind)
{
	if (kind)
		strings_add(&scan->arena, &scan->kinds,
			    arena_strndup(&scan->arena, kind, strlen(kind)));
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
	buf_release(&segment->head.bytes);
	buf_release(&segment->oid.bytes);
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

static struct row_texts no_texts(enum column column, size_t count)
{
	return (struct row_texts){ .column = column, .count = count, .bytes = BUF_INIT };
}

static int read_column(const struct scan *scan, const struct segment *from,
		       int64_t column, struct buf *out, struct error *err)
{
	int done;

	if (scan->lock)
		(void)pthread_mutex_lock(scan->lock);
	done = segment_read(scan->index, from, column, out, err);
	if (scan->lock)
		(void)pthread_mutex_unlock(scan->lock);
	return done;
}

/* Threads leave it to the scan that can mend to say so. */
static int damage(const struct scan *scan, struct error *err)
{
	return scan->lock ? error_set(err, ERR_EXTERNAL, "index: damaged")
			  : database_damage(&scan->index->database, err);
}

static int open_segment(struct scan *scan, struct scan_segment *segment,
			const struct segment *from, struct error *err)
{
	size_t room = scan->column_count + 1;

	segment->open = true;
	segment->head = no_texts(COLUMN_HEAD, HEAD_TEXTS);
	segment->oid = no_texts(COLUMN_OID, 1);
	segment->bytes = calloc(room, sizeof(segment->bytes[0]));
	segment->cells = calloc(room, sizeof(segment->cells[0]));
	segment->waiting = calloc(room, sizeof(segment->waiting[0]));
	if (!segment->bytes || !segment->cells || !segment->waiting)
		out_of_memory();
	for (size_t i = 0; i < scan->column_count; i++)
		segment->bytes[i] = BUF_INIT;
	for (size_t i = 0; i < scan->column_count; i++) {
		if (read_column(scan, from, scan->columns[i].id, &segment->bytes[i],
				err) < 0)
			return -1;
		segment->cells[i] = cells_of(&segment->bytes[i]);
	}
	return 0;
}

/* Whether `cells` holds a cell of the column that is not used yet. */
static bool peek(struct scan_segment *segment, size_t i)
{
	if (!segment->waiting[i])
		segment->waiting[i] = cells_next(&segment->cells[i]);
	return segment->waiting[i];
}

/* Go to the cells of the row: 1 when it has one, 0, or -1 when they are not whole. */
static int read_cells(const struct scan *scan, struct scan_segment *segment)
{
	int found = 0;

	for (size_t i = 0; i < scan->column_count; i++) {
		while (peek(segment, i) && segment->cells[i].cell.slot < segment->slot)
			segment->waiting[i] = false;
		if (segment->cells[i].broken)
			return -1;
		if (segment->waiting[i] && segment->cells[i].cell.slot == segment->slot)
			found = 1;
	}
	return found;
}

/* Read the texts of the segment's row; 0 or -1. */
static int read_texts(struct scan *scan, const struct scan_segment *segment,
		      struct row_texts *texts, const char **out, struct error *err)
{
	struct index *index = scan->index;
	const struct segment *from = &index->segments[scan->nearest];

	if (!texts->open &&
	    read_column(scan, from, texts->column, &texts->bytes, err) < 0)
		return -1;
	if (!texts->open)
		texts->at = texts->bytes.s;
	texts->open = true;
	for (; texts->slot <= segment->slot; texts->slot++) {
		for (size_t i = 0; i < texts->count; i++) {
			out[i] = text_next(&texts->at, texts->bytes.s + texts->bytes.len);
			if (!out[i])
				return damage(scan, err);
		}
	}
	return 0;
}

static int read_head(struct scan *scan, struct scan_segment *segment, struct error *err)
{
	const char *head[HEAD_TEXTS] = { "", "", "", "" };

	if (read_texts(scan, segment, &segment->head, head, err) < 0)
		return -1;
	scan->row.id = head[0];
	scan->row.kind = head[1];
	scan->row.title = head[2];
	scan->row.state = head[3];
	return 0;
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

/* See what of the segment is asked for. */
static int enter_segment(struct scan *scan, struct scan_segment *segment,
			 const struct segment *from, struct error *err)
{
	size_t wanted = 0;

	for (size_t i = 0; i < from->kinds.count; i++)
		wanted += strings_has(&scan->kinds, from->kinds.items[i]);
	segment->is_mixed = scan->kinds.count && wanted != from->kinds.count;
	segment->skipped = (scan->kinds.count && !wanted) ||
			   (scan->cells_only && has_no_cells(scan, from));
	return segment->skipped ? 0 : open_segment(scan, segment, from, err);
}

/* 1: the row is there; 0: it is passed over; -1. */
static int go_to(struct scan *scan, size_t entry, struct error *err)
{
	struct index *index = scan->index;
	int64_t key = index->keys[entry];
	struct scan_segment *segment = segment_of(scan, key);
	int found;

	scan->current = segment;
	if (!segment->open && !segment->skipped &&
	    enter_segment(scan, segment, &index->segments[scan->nearest], err) < 0)
		return -1;
	if (segment->skipped)
		return 0;
	segment->slot = (size_t)(key & ((1 << KEY_SHIFT) - 1));
	found = read_cells(scan, segment);
	if (found < 0)
		return damage(scan, err);
	if (!found && scan->cells_only)
		return 0;
	scan->entry = entry;
	scan->row = (struct index_row){
		.key = key,
		.path = index->entries[entry].path,
		.oid = "",
		.id = "",
		.kind = "",
		.title = "",
		.state = "",
	};
	if ((!scan->no_head || segment->is_mixed) && read_head(scan, segment, err) < 0)
		return -1;
	if (segment->is_mixed && !strings_has(&scan->kinds, scan->row.kind))
		return 0;
	if (scan->with_oid &&
	    read_texts(scan, segment, &segment->oid, &scan->row.oid, err) < 0)
		return -1;
	return 1;
}

/* Go behind the rows that follow in a segment that has none that is asked for. */
static void pass_over(struct scan *scan)
{
	const int64_t *keys = scan->index->keys;
	int64_t id = keys[scan->from - 1] >> KEY_SHIFT;
	size_t from = scan->from;

	while (from < scan->to && keys[from] >> KEY_SHIFT == id)
		from++;
	scan->current->left -= from - scan->from;
	scan->from = from;
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
		if (found == 0 && scan->current->skipped)
			pass_over(scan);
		if (found == 0)
			continue;
		if (scan->lock)
			return -1;
		/* Entries keep their place when all else is made anew. */
		close_segments(scan);
		if (index_mend(index, err) < 0)
			return -1;
	}
}

const struct cell *scan_cell(struct scan *scan, size_t i)
{
	struct scan_segment *segment = scan->current;

	if (!peek(segment, i) || segment->cells[i].cell.slot != segment->slot)
		return NULL;
	segment->waiting[i] = false;
	return &segment->cells[i].cell;
}

size_t scan_entry_of(struct index *index, int64_t key)
{
	/* Keys are asked for in order of path, more often than not. */
	for (size_t i = index->last_entry; i < index->count; i++)
		if (index->keys[i] == key)
			return index->last_entry = i;
	for (size_t i = 0; i < index->last_entry && i < index->count; i++)
		if (index->keys[i] == key)
			return index->last_entry = i;
	return index->count;
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
