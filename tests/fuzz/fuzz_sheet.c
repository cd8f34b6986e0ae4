#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "check/check.h"
#include "store/catalogue.h"
#include "work/import_private.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { MAX_INPUT = 8192 };

/*
 * A whole table: the bytes are cells, each with a byte that says what it is and what comes
 * before it, and what is read from them is held to what every import promises: no cell is
 * lost, no key stands twice, every row lies in its sheet.
 */
struct making {
	struct arena *arena;
	struct grid *sheet;
	uint32_t row;
	uint32_t column;
};

/* Bits of the byte before a cell: its type, a new row, what is hidden or merged. */
enum {
	CELL_TYPE = 7,
	CELL_COMPUTED = 1 << 3,
	CELL_HIDDEN = 1 << 4,
	CELL_MERGED = 1 << 5,
	CELL_ROW = 1 << 6,
	CELL_GAP = 1 << 7,
};

static void add_cell(struct making *making, unsigned int what, const char *text,
		     size_t len)
{
	unsigned int type = what & CELL_TYPE;
	struct grid_cell *cell;

	if (what & CELL_ROW || making->row == 0) {
		making->row += what & CELL_GAP ? 3 : 1;
		making->column = 0;
	}
	making->column += what & CELL_GAP ? 2 : 1;
	if (what & CELL_MERGED)
		*(struct grid_range *)list_add(making->arena, &making->sheet->merged,
					       sizeof(struct grid_range)) =
			(struct grid_range){ making->row, making->column,
					     making->row + type % 3,
					     making->column + type / 2 };
	/* The helper says nothing else. */
	if (len == 0 || utf8_valid_prefix(text, len) < len || memchr(text, '\0', len))
		return;
	cell = list_add(making->arena, &making->sheet->cells, sizeof(*cell));
	*cell = (struct grid_cell){
		.row = making->row,
		.column = making->column,
		.type = type <= GRID_ERROR ? (enum grid_type)type : GRID_TEXT,
		.computed = what & CELL_COMPUTED,
		.row_hidden = what & CELL_HIDDEN,
		.text = arena_strndup(making->arena, text, len),
	};
}

/* Cells end with a bar; their first byte says what they are. */
static void make_sheet(struct making *making, const char *text, size_t len)
{
	for (size_t at = 0; at < len;) {
		const char *stop = memchr(text + at, '|', len - at);
		size_t n = stop ? (size_t)(stop - text) - at : len - at;
		unsigned int what = n > 0 ? (unsigned char)text[at] : 0;

		add_cell(making, what, text + at + (n > 0), n > 0 ? n - 1 : 0);
		at += n + 1;
	}
}

/* ---- what is promised ---- */

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static void check_table(const struct import_table *table)
{
	demand(table->first_row <= table->last_row);
	demand(table->columns.count == table->sheet->columns);
	for (size_t i = 0; i < table->columns.count; i++) {
		const struct import_column *column =
			list_at(&table->columns, struct import_column, i);

		demand(column->column == i + 1 && column->head && column->label);
		demand(column->key || column->use == USE_IGNORE);
	}
}

/* Where a cell went: to a field, a key, nowhere as a box that is not ticked, or it is a fault. */
static bool is_accounted(const struct import_row *row, const char *cell)
{
	for (size_t i = 0; i < row->cells.count; i++)
		if (strcmp(list_at(&row->cells, struct import_cell, i)->cell, cell) == 0)
			return true;
	for (size_t i = 0; i < row->remarks.count; i++) {
		const struct import_remark *remark =
			list_at(&row->remarks, struct import_remark, i);

		if (remark->kind == IMPORT_FAULT &&
		    (!*remark->cell || strcmp(remark->cell, cell) == 0))
			return true;
	}
	return false;
}

static void check_row(const struct import_row *row)
{
	struct arena arena = ARENA_INIT;
	auto_buf bytes = BUF_INIT;

	demand(row->row <= row->last_row);
	for (size_t i = 0; i < row->sheet->cells.count; i++) {
		const struct grid_cell *cell =
			list_at(&row->sheet->cells, struct grid_cell, i);
		char ref[GRID_REF_SIZE];

		if (cell->row == row->row && cell->text[strspn(cell->text, " \t\r\n")])
			demand(is_accounted(row, grid_ref(cell->row, cell->column, ref)));
	}
	for (size_t i = 0; i < row->remarks.count; i++)
		demand(list_at(&row->remarks, struct import_remark, i)->text[0]);
	/* What a row without faults says can be written, and is read as it was said. */
	if (row->action != IMPORT_FAULTY) {
		struct record *again;

		record_write(row->record, &bytes);
		again = record_parse(&arena, row->record->kind, "", bytes.s, bytes.len);
		demand(record_equal(row->record, again));
	}
	arena_clear(&arena);
}

/* The small catalogue of the fixtures, opened once and only read. */
struct office {
	struct arena arena;
	struct catalogue *catalogue;
	struct index *index;
};

static const struct office *office(void)
{
	static struct office office; /* a fuzz target has one thread */
	const struct source_options source = { .dir = GK_SOURCE_DIR
					       "/tests/fixtures/mini" };
	const struct index_options memory = { .memory = true };
	struct error err;

	if (office.index)
		return &office;
	demand(catalogue_open(&source, &office.catalogue, &err) == 0 &&
	       catalogue_open_legal(office.catalogue, GK_SOURCE_DIR "/schemas", &err) ==
		       0 &&
	       index_open(office.catalogue->source,
			  check_examiner(&office.arena, office.catalogue), &memory,
			  &office.index, &err) == 0);
	return &office;
}

static void read_as(const char *kind, const struct grid_book *book, struct arena *arena)
{
	const struct office *with = office();
	const struct import_options options = {
		.kind = kind_set_find(&with->catalogue->kinds, kind), .unit = "dz"
	};
	struct work work = { .arena = arena,
			     .catalogue = with->catalogue,
			     .index = with->index,
			     .today = { 2026, 11, 20 } };
	struct import import;
	struct error err;

	if (import_read(&work, &options, book, &import, &err) < 0) {
		demand(err.code == ERR_NOT_FOUND && err.text[0]);
		return;
	}
	for (size_t i = 0; i < import.tables.count; i++)
		check_table(list_at(&import.tables, struct import_table, i));
	for (size_t i = 0; i < import.rows.count; i++)
		check_row(list_at(&import.rows, struct import_row, i));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena arena = ARENA_INIT;
	struct grid_book book = { 0 };
	struct grid *sheet = list_add(&arena, &book.sheets, sizeof(*sheet));
	struct making making = { .arena = &arena, .sheet = sheet };
	struct error err;

	sheet->name = "目录";
	sheet->number = 1;
	if (len <= MAX_INPUT)
		make_sheet(&making, (const char *)bytes, len);
	if (grid_arrange(&arena, sheet, &err) == 0)
		read_as(len % 4 ? "item" : "document", &book, &arena);
	arena_clear(&arena);
	return 0;
}
