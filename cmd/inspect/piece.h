/*
 * What gk-inspect prints: one JSON object a line.
 *
 *	{"kind":"cell","where":"Sheet1!C5","table":1,"row":5,"column":3,"text":"…"}
 *
 * docs/decisions/0010-attachments-are-read-by-a-helper.md lists the kinds; lib/check/inspect.c
 * reads them and trusts none of them.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_INSPECT_PIECE_H
#define GK_CMD_INSPECT_PIECE_H

#include "base/base.h"
#include "base/error.h"
#include "format/json.h"

enum piece_kind {
	PIECE_TEXT,       /* a line that a reader sees */
	PIECE_CELL,       /* of a table: `table`, `row`, `column` are set */
	PIECE_HIDDEN,     /* there is something that a reader does not see */
	PIECE_COMMENT,    /* by `author`, with its text */
	PIECE_TRACKED,    /* a change that was not accepted, likewise */
	PIECE_AUTHOR,     /* who made it, from its properties */
	PIECE_POSITION,   /* where a picture was taken; the text is empty */
	PIECE_UNREADABLE, /* why, as one word: scan, picture, old, video, archive … */
	PIECE_DAMAGED,    /* why, as the reader says it */
	PIECE_LIMIT,      /* likewise: it is too large to be looked through */
};

enum { PIECES_MAX_BYTES = 48 << 20, PIECE_MAX_TEXT = 1 << 20 };

struct piece {
	enum piece_kind kind;
	const char *where;  /* Sheet1!C5, page:2, line:7, header …; NULL: the whole */
	const char *author; /* NULL for none */
	const char *text;
	size_t len;
	uint32_t table; /* from 1; 0 outside tables */
	uint32_t row;
	uint32_t column;
};

/** Print a line of a view, its end of line included.  Beyond PIECES_MAX_BYTES of all lines it says so instead and ends the process. */
void piece_put(const struct buf *line);
/** Append a text as JSON without what nobody searches behind: NULs become blanks. */
void piece_text(struct json *json, const char *text, size_t len);
/** Print it with piece_put(). */
void piece_print(const struct piece *piece);
/** The same for a kind and a text that ends with NUL. */
void piece_say(enum piece_kind kind, const char *where, const char *text);
/** What a reader could not do, as the piece that stands for it. */
void piece_failure(const struct error *err);

#endif
