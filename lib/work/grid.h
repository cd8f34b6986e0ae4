/*
 * A table as an office has it, out of a workbook or a CSV file: cells, merged ranges, and
 * what of it is hidden.  What the table means is for work/import.h.
 *
 *	struct grid_book book = { 0 };
 *	if (grid_read(arena, inspector, path, &book, err) < 0) …
 *
 * The bytes are read by the helper program gk-inspect (check/inspect.h) and may come from
 * anywhere: texts are of any content, numbers are bounded here.
 *
 * Layer: work.
 */
#ifndef GK_WORK_GRID_H
#define GK_WORK_GRID_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"

enum {
	GRID_MAX_COLUMNS = 512,
	GRID_MAX_PLACES = 16 << 20, /* rows that hold something, times columns */
	GRID_REF_SIZE = 16,         /* of "XFD1048576" with its NUL */
};

enum grid_type { GRID_TEXT, GRID_NUMBER, GRID_DATE, GRID_BOOLEAN, GRID_ERROR };

struct grid_cell {
	uint32_t row; /* from 1, where it stands */
	uint32_t column;
	enum grid_type type;
	bool computed; /* by a formula; the text is what it gave last, "" when that was never saved */
	bool row_hidden;
	bool column_hidden;
	const char *text; /* as the file has it; of a date the number of the day */
};

/* A merged rectangle, from 1, both ends in it. */
struct grid_range {
	uint32_t row, column, last_row, last_column;
};

/* A row that holds something. */
struct grid_row {
	uint32_t number; /* from 1 */
	bool hidden;
	/* By column - 1; a merged cell stands in each place it covers; NULL: nothing there. */
	const struct grid_cell **cells;
};

struct grid {
	const char *name; /* "" in a CSV file */
	size_t number;    /* from 1 */
	bool hidden;
	bool from_1904;     /* day 0 of dates is 1904-01-01, else 1899-12-30 */
	struct list cells;  /* struct grid_cell */
	struct list merged; /* struct grid_range */
	size_t comments;    /* of cells, which are not read */
	/* made by grid_arrange() */
	struct grid_row *rows;
	size_t row_count;
	uint32_t columns;
};

struct grid_book {
	struct list sheets; /* struct grid */
};

/**
 * Read a file through the helper.  ERR_NOT_FOUND when it is not there or the helper is not
 * installed; ERR_SYNTAX for what is no table (an old .xls, a picture, an encrypted file),
 * with what to do; ERR_LIMIT when it is too large.
 */
int grid_read(struct arena *arena, const char *inspector, const char *path,
	      struct grid_book *out, struct error *err) gk_must_use;

/**
 * Put the cells of a sheet into rows, merged cells into each place they cover.  A place that
 * holds something of its own keeps it.  ERR_LIMIT when it is too wide or too large.
 */
int grid_arrange(struct arena *arena, struct grid *sheet, struct error *err) gk_must_use;

/** The cell at a column of a row, from 1; NULL when there is nothing. */
static inline const struct grid_cell *grid_at(const struct grid_row *row, uint32_t column)
{
	return row->cells[column - 1];
}
/** Whether the cell stands there itself rather than covering the place from elsewhere. */
static inline bool grid_is_own(const struct grid_row *row, uint32_t column)
{
	const struct grid_cell *cell = grid_at(row, column);

	return cell && cell->row == row->number && cell->column == column;
}

/** "C5" of row and column, from 1; only the letters where the row is 0. */
const char *grid_ref(uint32_t row, uint32_t column, char out[GRID_REF_SIZE]);

#endif
