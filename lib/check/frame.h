/*
 * The line of a file that a finding is about, with a mark under its place.
 *
 * What could harm a terminal or betray a person is not shown as it stands: control
 * characters get a picture, and of a long number most digits are hidden.
 *
 * Layer: check.
 */
#ifndef GK_CHECK_FRAME_H
#define GK_CHECK_FRAME_H

#include "check/check.h"

/* Remembers the file and the place looked at last: findings come mostly in order. */
struct frames {
	const struct check_result *result; /* that says how the text of a path is had */
	size_t columns;                    /* that a line may take */
	const char *indent;                /* before each line */
	const char *mark_on;               /* around the mark: its colour, or "" */
	const char *mark_off;
	struct buf bytes;
	const char *path; /* of `bytes`, NULL at first */
	bool readable;
	struct yaml_place place; /* of what is at `at` */
	size_t line;             /* where that line begins in `bytes` */
	size_t at;
};

/** A text as it may be printed: harmful characters and most digits of long numbers hidden; in the arena. */
const char *frame_text(struct arena *arena, const char *text);

void frames_release(struct frames *frames);
/**
 * Append two lines; or nothing where they would not help, as for a record as a whole, which is
 * its first character, and for secrets.
 */
void frames_add(struct frames *frames, const struct finding *finding, struct buf *out);

#endif
