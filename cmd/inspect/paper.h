/*
 * What the readers of view "paper" print with; paper.c says what the lines look like.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_INSPECT_PAPER_H
#define GK_CMD_INSPECT_PAPER_H

#include "cmd/inspect/look.h"
#include "format/json.h"

/* How many of each are not told as lines. */
struct paper_left_out {
	int64_t comments;
	int64_t changes;
	int64_t hidden;
	int64_t pictures;
	int64_t parts;
	int64_t clocks;
};

/** A line of the view: its kind, its members by the caller, its end. */
void paper_begin(struct json *json, struct buf *line, const char *kind);
void paper_add_text(struct json *json, const char *text, size_t len);
void paper_finish(struct json *json, struct buf *line);
/** The last line of all. */
void paper_print_left(const struct paper_left_out *left);

/* ---- paper_ofd.c ---- */

void paper_of_ofd(const struct looked_at *file);

#endif
