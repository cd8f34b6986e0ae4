/*
 * Reading CSV (RFC 4180), as people have it: any end of line, a semicolon or a tab between
 * the cells, quotes that do not close.
 *
 * Layer: format.
 */
#ifndef GK_FORMAT_CSV_READ_H
#define GK_FORMAT_CSV_READ_H

#include "base/base.h"
#include "base/buf.h"

struct csv_cell_at {
	uint32_t row;     /* of cells, from 1 */
	uint32_t column;  /* from 1 */
	uint32_t line;    /* of the text, from 1: a cell may hold ends of lines */
	const char *text; /* until the function returns */
	size_t len;
};

typedef void (*csv_cell_fn)(void *payload, const struct csv_cell_at *cell);

/** The separator that the first line uses most: , ; or tab. */
char csv_separator(const char *bytes, size_t len);
/** Every cell, empty ones too; UTF-8 without a byte order mark.  Whatever the bytes are, they are cells. */
void csv_read(const char *bytes, size_t len, char separator, csv_cell_fn fn,
	      void *payload);

#endif
