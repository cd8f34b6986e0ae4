/*
 * What a workbook shall hold, as orders in a row: what gk tells the program that writes XLSX.
 *
 * The sheets come one after the other, their rows from above; nothing is gone back to, so
 * that neither side keeps more than one row.  Rows and columns count from 0.  An order is
 * one letter, its numbers and the bytes of its text, so that any text can be told.
 *
 * Layer: format.
 */
#ifndef GK_FORMAT_SHEET_H
#define GK_FORMAT_SHEET_H

#include "base/buf.h"
#include "base/error.h"

enum {
	SHEET_NUMBERS = 5,
	SHEET_MAX_ROWS = 1048576,
	SHEET_MAX_COLUMNS = 16384,
	SHEET_MAX_CELL = 32767,   /* UTF-16 units of a cell */
	SHEET_MAX_NAME = 31,      /* of the name of a sheet */
	SHEET_MAX_INLINE = 255,   /* bytes of choices that stand in a validation itself */
	SHEET_MAX_TEXT = 1 << 20, /* bytes of the text of any order */
};

enum sheet_op {
	SHEET_ABOUT = 'A', /* year, month, day of making; text: the title */
	SHEET_NEW = 'S',   /* text: its name; all that follows is on it */
	SHEET_WIDTH =
		'W', /* first, last column, hundredths of a character, style, enum sheet_page */
	SHEET_PAGE =
		'P', /* flags, first, last row to repeat, rows, columns that stay; text: foot */
	SHEET_HEIGHT = 'H', /* row, hundredths of a point */
	SHEET_CELL = 'C',   /* row, column, style; text, "" for an empty one */
	SHEET_MERGE =
		'M', /* first row, column, last row, column; its cells are told one by one like others */
	SHEET_CHOICE =
		'L', /* first row, column, last row, column, enum sheet_choice; text */
};

enum sheet_page {
	SHEET_LANDSCAPE = 1 << 0, /* A4 */
	SHEET_FITTED = 1 << 3,    /* one page wide, as many high as it takes */
	SHEET_PROTECTED =
		1
		<< 1, /* without a password: cells of locked styles cannot be typed into */
	SHEET_HIDDEN = 1 << 2, /* a column that is not shown, a sheet that is not shown */
};

enum sheet_choice {
	SHEET_CHOICE_LIST,  /* text: the values, a line each, SHEET_MAX_INLINE together */
	SHEET_CHOICE_RANGE, /* text: a formula that names their cells */
};

enum sheet_style {
	SHEET_PLAIN,
	SHEET_TITLE,     /* of a page */
	SHEET_HEAD,      /* of columns, with lines around */
	SHEET_TEXT,      /* a wrapped text with lines around */
	SHEET_CENTRE,    /* likewise, in the middle */
	SHEET_EDIT_HEAD, /* of a sheet to be filled in: locked */
	SHEET_EDIT_KEY,  /* what must not be changed there: locked */
	SHEET_EDIT_CELL, /* what may be: open, and text whatever is typed */
	SHEET_STYLE_COUNT
};

struct sheet_order {
	enum sheet_op op;
	uint32_t n[SHEET_NUMBERS];
	const char *text;
	size_t len;
};

/** Append an order. */
void sheet_put(struct buf *out, const struct sheet_order *order);
/**
 * Read the order at the beginning of `bytes`; *used gets its length, 0 when it is not there
 * as a whole yet.  Its text is a slice.  ERR_SYNTAX when it is none.
 */
int sheet_take(const char *bytes, size_t len, struct sheet_order *order, size_t *used,
	       struct error *err) gk_must_use;

/** UTF-16 units of a text, in which XLSX counts. */
size_t sheet_units(const char *text);
/** "A1" of a cell. */
void sheet_ref(struct buf *out, uint32_t row, uint32_t column);

#endif
