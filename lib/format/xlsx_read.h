/*
 * Reading XLSX workbooks as a stream of cells (ECMA-376 part 1, 18).
 *
 * Cells come in the order of the file: sheet after sheet, row after row.  Numbers come as
 * they are written, dates as the serial number that they are, with a mark.  Merged
 * ranges, comments and hidden rows and columns are told as well.
 *
 *	const struct xlsx_visitor visitor = { .payload = &rows, .cell = take_cell };
 *	if (xlsx_read(bytes, len, &visitor, err) < 0)
 *		…
 *
 * Layer: format, in the library gk_office.
 */
#ifndef GK_FORMAT_XLSX_READ_H
#define GK_FORMAT_XLSX_READ_H

#include "format/ooxml.h"

enum {
	XLSX_MAX_SHEETS = 1000,
	XLSX_MAX_ROWS = 1048576,
	XLSX_MAX_COLUMNS = 16384,
	XLSX_MAX_STRINGS = 4 << 20,       /* shared texts */
	XLSX_MAX_STRING_BYTES = 64 << 20, /* of all of them */
	XLSX_MAX_CELL = 1 << 20, /* bytes of one text; Excel takes 32767 characters */
	XLSX_REF_SIZE = 16,      /* of "XFD1048576" with its NUL */
};

enum xlsx_state { XLSX_SHOWN, XLSX_HIDDEN, XLSX_VERY_HIDDEN };

struct xlsx_sheet {
	const char *name;
	size_t number; /* from 1, in the order of the workbook */
	enum xlsx_state state;
	bool from_1904; /* day 0 of dates is 1904-01-01, else 1899-12-30 */
};

enum xlsx_type { XLSX_TEXT, XLSX_NUMBER, XLSX_DATE, XLSX_BOOLEAN, XLSX_ERROR };

struct xlsx_cell {
	const struct xlsx_sheet *sheet;
	uint32_t row; /* from 1 */
	uint32_t column;
	enum xlsx_type type;
	const char *text; /* as written, never NULL; until the visitor returns */
	size_t len;
	bool row_hidden;
	bool column_hidden;
	bool computed; /* by a formula; `text` is what it gave last, "" when that was never saved */
};

/* A rectangle of cells, from 1, both ends in it. */
struct xlsx_range {
	uint32_t row, column, last_row, last_column;
};

struct xlsx_comment {
	const struct xlsx_sheet *sheet;
	const char *ref;    /* "C5" */
	const char *author; /* "" when it does not say */
	const char *text;
};

/* Members may be NULL.  All they get lives until they return. */
struct xlsx_visitor {
	void *payload;
	void (*sheet)(void *payload, const struct xlsx_sheet *sheet);
	/* Every cell that holds something, be it a formula that never gave a value. */
	void (*cell)(void *payload, const struct xlsx_cell *cell);
	/* Of the sheet told last, after its cells. */
	void (*merged)(void *payload, const struct xlsx_range *range);
	void (*comment)(void *payload, const struct xlsx_comment *comment);
	void (*property)(void *payload, const struct ooxml_property *property);
	/* Text outside cells: heads and feet of pages, text boxes, charts. */
	void (*text)(void *payload, const struct xlsx_sheet *sheet, const char *text);
	/* A part that holds data and is not read: a cache, an embedded file. */
	void (*part)(void *payload, const char *name);
};

/** ERR_SYNTAX when it is no workbook or damaged, ERR_LIMIT, ERR_DENIED; the visitor may have been told a part by then. */
int xlsx_read(const void *bytes, size_t len, const struct xlsx_visitor *visitor,
	      struct error *err) gk_must_use;

/** "C5" of row and column, from 1. */
const char *xlsx_ref(uint32_t row, uint32_t column, char out[XLSX_REF_SIZE]);
/** The reverse, with or without $; false when it is none. *end gets the place behind it. */
bool xlsx_parse_ref(const char *ref, uint32_t *row, uint32_t *column, const char **end);

#endif
