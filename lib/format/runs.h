/*
 * Text that arrives in pieces, gathered into runs: pieces that differ in
 * nothing become one, breaks stand between texts only, and the end of a line of
 * the source becomes a blank where the language wants one.
 *
 *	struct runs runs;
 *	runs_init(&runs, arena);
 *	runs.flags = RUN_STRONG;
 *	runs_text(&runs, s, len);
 *	block->runs = runs_end(&runs, &block->last_run);
 *	runs_release(&runs);
 *
 * Layer: format.
 */
#ifndef GK_FORMAT_RUNS_H
#define GK_FORMAT_RUNS_H

#include "base/arena.h"
#include "base/base.h"
#include "base/buf.h"
#include "format/blocks.h"

struct runs {
	unsigned int flags; /* of the next text; the caller sets them */
	const char *href;   /* likewise, or NULL; must live as long as the runs */

	struct arena *arena;
	struct run *first;
	struct run *last;
	struct buf text; /* of the run after `last` */
	unsigned int text_flags;
	const char *text_href;
	unsigned int breaks; /* that wait for text after them */
	bool soft;           /* the last blank of `text` was the end of a line */
	uint32_t before;     /* the character before that blank */
	size_t size;         /* bytes of text so far, all blocks together */
};

void runs_init(struct runs *runs, struct arena *arena);
void runs_text(struct runs *runs, const char *s, size_t len);
/** A break, which is dropped when no text comes before or after it. */
void runs_break(struct runs *runs);
/** The end of a line in the source: nothing between Chinese characters, else a blank. */
void runs_soft_break(struct runs *runs);
/** The runs since the last end, and in *last the last of them; NULL when there was no text. */
struct run *runs_end(struct runs *runs, struct run **last);
void runs_release(struct runs *runs);

#endif
