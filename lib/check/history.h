/*
 * What may not happen to a record from one commit to the next (gk-catalogue(5)): the
 * one truth for gk validate --range, hooks and gk save.
 *
 * Layer: check.
 */
#ifndef GK_CHECK_HISTORY_H
#define GK_CHECK_HISTORY_H

#include "check/finding.h"

/* The two sides of a step: from one parent to what comes after it. */
struct history_step {
	const char *commit; /* in short, for texts; NULL: it is not made yet */
	struct date date;   /* of the commit */
	void *payload;
	/* The record at a path, before or after; NULL when there is none. */
	int (*read)(void *payload, bool after, const char *path, struct record **out,
		    struct error *err);
	/* Whether the record was known elsewhere before; NULL: all were. */
	int (*was_upstream)(void *payload, const char *path, bool *out,
			    struct error *err);
	const struct kind_set *kinds;
	/* Where records leave a place in this step, and others come to one: both, else none. */
	const struct record *const *moves;
	size_t move_count;
};

struct history_change {
	const struct history_step *step;
	const struct record *was; /* NULL: it is new */
	const struct record *is;  /* NULL: it is gone */
	/* Of a merge: what the other parents have, each of them if it has the record. */
	const struct record *const *others;
	size_t other_count;
};

/** Whether records of the kind have numbers of their own, which are never given twice. */
bool history_is_numbered(const struct kind *kind);
/** All that the change breaks; texts live in the arena of `out`. */
int history_check(struct findings *out, const struct history_change *change,
		  struct error *err) gk_must_use;

#endif
