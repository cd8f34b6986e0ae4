/*
 * Asking the helper program gk-inspect what is in a file.
 *
 * The helper parses what strangers made and may have been taken over by it: what it says is
 * text to be judged, of bounded length, and nothing else.
 *
 * Layer: check.
 */
#ifndef GK_CHECK_INSPECT_H
#define GK_CHECK_INSPECT_H

#include "base/arena.h"
#include "base/error.h"
#include "format/yaml.h"

/* As the helper calls them: docs/decisions/0010-attachments-are-read-by-a-helper.md. */
enum inspect_kind {
	INSPECT_TEXT,
	INSPECT_CELL,
	INSPECT_HIDDEN,
	INSPECT_COMMENT,
	INSPECT_TRACKED,
	INSPECT_AUTHOR,
	INSPECT_POSITION,
	INSPECT_UNREADABLE,
	INSPECT_DAMAGED,
	INSPECT_LIMIT,
	INSPECT_KIND_COUNT
};

/* Texts are never NULL and live until the function returns. */
struct inspect_piece {
	enum inspect_kind kind;
	const char *where; /* Sheet1!C5, page:2 …; "" for the whole file */
	const char *author;
	const char *text;
	uint32_t table; /* 0 outside tables */
	uint32_t row;
	uint32_t column;
};

typedef void (*inspect_fn)(void *payload, const struct inspect_piece *piece);

struct inspect_file {
	const char *name; /* without folders */
	const void *bytes;
	size_t len;
};

/**
 * Run the helper and hand on its pieces in order.  ERR_SYSTEM when it could not be started,
 * which may be otherwise next time; ERR_EXTERNAL when it did not end well: then the pieces
 * so far are not all.  Safe from several threads.
 */
int inspect_run(const char *program, const struct inspect_file *file, inspect_fn fn,
		void *payload, struct error *err) gk_must_use;

/**
 * One line of a view, a JSON object, which lives until the function returns.  False says that
 * it makes no sense: the helper is then ended and the run fails.
 */
typedef bool (*inspect_line_fn)(void *payload, const struct yaml_node *object);

/**
 * The same for another view of a file ("sheet": the table in cmd/inspect/look.c has them),
 * whose lines the caller understands.  Errors as of inspect_run().
 */
int inspect_view(const char *program, const char *view, const struct inspect_file *file,
		 inspect_line_fn fn, void *payload, struct error *err) gk_must_use;

/** A member of a line as text, "" when it is not there or is none. */
const char *inspect_text(const struct yaml_node *object, const char *key);
/** A member as a number, 0 when it is not there; bounded to 32 bits. */
uint32_t inspect_number(const struct yaml_node *object, const char *key);
/** What a line tells that stands for a whole file in every view: unreadable, damaged, limit. */
bool inspect_is_refusal(const struct yaml_node *object, enum inspect_kind *kind);

#endif
