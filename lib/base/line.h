/*
 * A text being typed at a terminal: the keys, the cursor, and how it lies in columns.
 *
 * Nothing here reads or writes: cmd/ feeds bytes and paints what line_view() gives.  A
 * character is what a reader takes for one, with the marks that belong to it, so that one
 * backspace takes away the two columns of a Chinese character, or an é of two code points.
 *
 * Layer: base.
 */
#ifndef GK_BASE_LINE_H
#define GK_BASE_LINE_H

#include "base/base.h"
#include "base/buf.h"

enum key {
	KEY_MORE, /* the bytes begin a key and do not end it */
	KEY_TEXT, /* one code point: the bytes used */
	KEY_ENTER,
	KEY_TAB,
	KEY_LEFT,
	KEY_RIGHT,
	KEY_HOME,
	KEY_END,
	KEY_UP,
	KEY_DOWN,
	KEY_BACKSPACE,
	KEY_DELETE,
	KEY_KILL_BEFORE, /* Ctrl-U */
	KEY_KILL_AFTER,  /* Ctrl-K */
	KEY_KILL_WORD,   /* Ctrl-W */
	KEY_REDRAW,      /* Ctrl-L */
	KEY_INTERRUPT,   /* Ctrl-C */
	KEY_END_OF_TEXT, /* Ctrl-D: deletes, and ends the input on an empty line */
	KEY_SUSPEND,     /* Ctrl-Z */
	KEY_PASTE_BEGIN, /* what follows up to KEY_PASTE_END was pasted */
	KEY_PASTE_END,
	KEY_BROKEN, /* a byte that is no UTF-8 */
	KEY_OTHER,  /* means nothing here */
};

/**
 * The key that `bytes` begin with, and how many of them it is in *used (0 for KEY_MORE).
 * `whole`: nothing more will come, so that a lone Esc is told from the start of a key.
 */
enum key key_decode(const char *bytes, size_t len, bool whole, size_t *used);

/* Begins as LINE_INIT, ends with line_release(). */
struct line {
	struct buf text; /* UTF-8; a line break where one was pasted */
	size_t at;       /* of the cursor, in bytes, between two characters */
};

#define LINE_INIT ((struct line){ .text = BUF_INIT })

void line_release(struct line *line);
/** Another text, the cursor behind it. */
void line_set(struct line *line, const char *text);
void line_insert(struct line *line, const char *bytes, size_t len);
/** What the key does to the text or the cursor; false when that is nothing. */
bool line_key(struct line *line, enum key key);

/* Where the text lies on a terminal: rows from 0, columns from 0. */
struct line_view {
	struct buf rows; /* the rows to be seen, "\n" and the indent between them */
	size_t row_count;
	size_t row; /* of the cursor */
	size_t column;
};

/**
 * Lay the text out behind a prompt of `indent` columns.  No row goes to the last column, where
 * terminals differ, and no wide character is cut.  Of more than `rows` rows those around the
 * cursor are given.  `out` begins zeroed but for rows = BUF_INIT.
 */
void line_view(const struct line *line, size_t columns, size_t rows, size_t indent,
	       struct line_view *out);

#endif
