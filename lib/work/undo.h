/*
 * Taking back what gk did last.
 *
 * A commit that nobody else has is taken off the branch.  One that others may have stays,
 * and a new commit reverses it as far as the rules of history let it: fields get their old
 * values, a record that was added becomes void, and what was recorded as an event stays.
 *
 * Layer: work.
 */
#ifndef GK_WORK_UNDO_H
#define GK_WORK_UNDO_H

#include "store/range.h"
#include "work/work.h"

struct undone {
	struct range_commit commit; /* that was undone */
	bool taken_off;             /* else reversed by a new one */
};

/**
 * Undo HEAD's commit.  ERR_DENIED when gk did not make it, when it is a merge, or when others
 * may have it and it recorded events.
 */
int work_undo(struct work *work, struct undone *out, struct work_done *done,
	      struct error *err) gk_must_use;

#endif
