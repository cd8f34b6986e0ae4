/*
 * What a terminal of 80 columns would show of the bytes it gets: as much of ECMA-48 as gk uses,
 * on paper of any length.
 */
#ifndef GK_TESTS_SCREEN_H
#define GK_TESTS_SCREEN_H

#include "base/buf.h"

enum { SCREEN_COLUMNS = 80, CELL_BYTES = 24 };

struct cell {
	char text
		[CELL_BYTES]; /* "" for a blank and for the right half of a wide character */
	bool right;           /* the right half of the cell before */
};

struct screen {
	struct cell (*rows)[SCREEN_COLUMNS];
	size_t row_count;
	size_t row;
	size_t column;
};

/** Show the bytes; a sequence may not be cut. */
void screen_show(struct screen *screen, const char *bytes, size_t len);
/** Append what there is to be seen, a row a line. */
void screen_print(const struct screen *screen, struct buf *out);
void screen_release(struct screen *screen);

#endif
