#include "work/grid.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

const char *grid_ref(uint32_t row, uint32_t column, char out[GRID_REF_SIZE])
{
	char letters[8] = "";
	size_t at = sizeof(letters) - 1;

	for (; column > 0 && at > 0; column = (column - 1) / 26)
		letters[--at] = (char)('A' + (column - 1) % 26);
	if (row > 0)
		(void)snprintf(out, GRID_REF_SIZE, "%s%u", letters + at, row % 10000000);
	else
		(void)snprintf(out, GRID_REF_SIZE, "%s", letters + at);
	return out;
}

/* ---- rows ---- */

static int by_place(const void *a, const void *b)
{
	const struct grid_cell *left = a;
	const struct grid_cell *right = b;

	if (left->row != right->row)
		return left->row < right->row ? -1 : 1;
	if (left->column != right->column)
		return left->column < right->column ? -1 : 1;
	return 0;
}

static bool in_order(const struct list *cells)
{
	for (size_t i = 1; i < cells->count; i++)
		if (by_place(list_at(cells, struct grid_cell, i - 1),
			     list_at(cells, struct grid_cell, i)) > 0)
			return false;
	return true;
}

/* How many rows hold something, and how wide they are. */
static void measure(struct grid *sheet)
{
	uint32_t last = 0;

	for (size_t i = 0; i < sheet->cells.count; i++) {
		const struct grid_cell *cell =
			list_at(&sheet->cells, struct grid_cell, i);

		sheet->row_count += cell->row != last;
		last = cell->row;
		if (cell->column > sheet->columns)
			sheet->columns = cell->column;
	}
}

static int check_size(const struct grid *sheet, struct error *err)
{
	const char *name = *sheet->name ? sheet->name : "1";

	if (sheet->columns > GRID_MAX_COLUMNS)
		return error_set(
			err, ERR_LIMIT,
			tr("the sheet '%s' has cells beyond column %d: delete the "
			   "columns that do not belong to the table"),
			name, GRID_MAX_COLUMNS);
	if (sheet->row_count * sheet->columns > GRID_MAX_PLACES)
		return error_set(
			err, ERR_LIMIT,
			tr("the sheet '%s' is too large (%zu rows of %u columns): "
			   "split it"),
			name, sheet->row_count, sheet->columns);
	return 0;
}

static void fill_rows(struct arena *arena, struct grid *sheet)
{
	const struct grid_cell **places = arena_array(arena, const struct grid_cell *,
						      sheet->row_count * sheet->columns);
	struct grid_row *row = NULL;
	size_t count = 0;

	sheet->rows = arena_array(arena, struct grid_row, sheet->row_count);
	for (size_t i = 0; i < sheet->cells.count; i++) {
		const struct grid_cell *cell =
			list_at(&sheet->cells, struct grid_cell, i);

		if (!row || row->number != cell->row) {
			row = &sheet->rows[count];
			*row = (struct grid_row){
				.number = cell->row,
				.cells = places + count++ * sheet->columns,
			};
		}
		row->cells[cell->column - 1] = cell;
		row->hidden = row->hidden || cell->row_hidden;
	}
}

/* ---- merged cells ---- */

static int by_start(const void *a, const void *b)
{
	const struct grid_range *left = a;
	const struct grid_range *right = b;

	if (left->row != right->row)
		return left->row < right->row ? -1 : 1;
	return left->column < right->column ? -1 : left->column > right->column;
}

/* What covers each column at the row that is looked at, and up to which row. */
struct cover {
	const struct grid_cell *cell;
	uint32_t last_row;
};

static void begin_range(const struct grid *sheet, const struct grid_range *range,
			const struct grid_row *row, struct cover *covers)
{
	const struct grid_cell *origin =
		range->column <= sheet->columns && row->number == range->row
			? grid_at(row, range->column)
			: NULL;

	for (uint32_t c = range->column; c <= range->last_column && c <= sheet->columns;
	     c++)
		covers[c - 1] =
			(struct cover){ .cell = origin, .last_row = range->last_row };
}

/* Row by row, so that a range over all rows there can be costs no more than the rows there are. */
static void spread(struct grid *sheet, struct cover *covers)
{
	size_t next = 0;

	for (size_t i = 0; i < sheet->row_count; i++) {
		struct grid_row *row = &sheet->rows[i];

		for (; next < sheet->merged.count; next++) {
			const struct grid_range *range =
				list_at(&sheet->merged, struct grid_range, next);

			if (range->row > row->number)
				break;
			begin_range(sheet, range, row, covers);
		}
		for (uint32_t c = 0; c < sheet->columns; c++)
			if (!row->cells[c] && covers[c].cell &&
			    covers[c].last_row >= row->number)
				row->cells[c] = covers[c].cell;
	}
}

int grid_arrange(struct arena *arena, struct grid *sheet, struct error *err)
{
	if (!in_order(&sheet->cells))
		qsort(sheet->cells.items, sheet->cells.count, sizeof(struct grid_cell),
		      by_place);
	measure(sheet);
	if (check_size(sheet, err) < 0)
		return -1;
	if (sheet->row_count == 0)
		return 0;
	fill_rows(arena, sheet);
	if (sheet->merged.count > 1)
		qsort(sheet->merged.items, sheet->merged.count, sizeof(struct grid_range),
		      by_start);
	spread(sheet, arena_array(arena, struct cover, sheet->columns));
	return 0;
}
