/*
 * Runs as CommonMark: escaped so that nothing in their text is markup.
 *
 * Layer: format.
 */
#ifndef GK_FORMAT_MARKDOWN_TEXT_H
#define GK_FORMAT_MARKDOWN_TEXT_H

#include "base/buf.h"
#include "format/blocks.h"

enum markdown_place {
	MARKDOWN_LINES,   /* a paragraph: breaks become lines */
	MARKDOWN_HEADING, /* one line after #; breaks become blanks */
	MARKDOWN_CELL,    /* one line between |; breaks become blanks */
};

/** Append the runs, without a newline at the end; nothing when they have no text. */
void markdown_text(struct buf *out, const struct run *runs, enum markdown_place place);

/** Whether there is anything to write. */
bool markdown_has_text(const struct run *runs);

#endif
