/*
 * Choosing one thing of several by what a person types: its number in the list, its code, a
 * name, or so much of a name that nothing else can be meant.
 *
 * Layer: base.
 */
#ifndef GK_BASE_PICK_H
#define GK_BASE_PICK_H

#include "base/arena.h"
#include "base/base.h"
#include "base/list.h"

/* What can be chosen. */
struct pick {
	const char *code;     /* what is meant; "" where it is told by its place alone */
	const char *label;    /* what is shown */
	struct strings names; /* by which it is found besides; may be empty */
};

struct picks {
	struct pick *items;
	size_t count;
	size_t room;
};

struct pick *picks_add(struct arena *arena, struct picks *picks, const char *code,
		       const char *label);

/**
 * The rows that `typed` may mean, in *out (room for all of them): one number from 1; else the
 * best class of: the same as a code, label or name; the beginning of one; a part of one; its
 * characters in order, two at least (党政办 of 党政综合办公室).  A letter of Latin alone must be the
 * whole.  Width, case and blanks do not count.  Returns how many.
 */
size_t picks_find(const struct picks *picks, const char *typed, size_t *out);

#endif
