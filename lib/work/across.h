/*
 * Numbers of the catalogue that change where records of the private store refer to them: two
 * commits in two repositories, the private store's first.
 *
 * A kill between the two, or gk undo of the second, leaves references to numbers that
 * nobody has.  The commit in the private store says which number became which, so that who
 * renumbers or pulls next finds what the catalogue does not have, and sets it right.
 *
 *	if (across_begin(&across, work, &report.numbers, err) < 0 ||
 *	    across_put(&across, err) < 0) return -1;
 *	across_commit(&across, err)     // when the catalogue's commit is written, before HEAD moves
 *
 * Layer: work; private to it.
 */
#ifndef GK_WORK_ACROSS_H
#define GK_WORK_ACROSS_H

#include "work/act.h"
#include "work/renumber.h"

struct across {
	struct work *store;     /* NULL: there is none, or it holds nothing yet */
	struct transaction *tx; /* of the private store; NULL likewise */
	struct list pairs;      /* struct id_change, as the catalogue has them */
	struct id_changes
		changes; /* of the numbers that stand in the private store now */
	struct renumber_report report;
	char commit[OID_HEX_SIZE]; /* "" as long as there is none */
};

/** Lock the private store of `work`, if it is there, and find what these numbers (struct renumbered) change. */
int across_begin(struct across *across, struct work *work, const struct list *numbers,
		 struct error *err) gk_must_use;
/** Put the changes into across->tx. */
int across_put(struct across *across, struct error *err) gk_must_use;
/** Commit what was put; nothing when that is nothing. */
int across_commit(struct across *across, struct error *err) gk_must_use;
/** Append the lines of a commit's message that say what was changed. */
void across_say(const struct across *across, struct buf *out);
/** Say in `err`, of the catalogue, that the private store has its part already. */
void across_tell(struct error *err);
void across_release(struct across *across);

#define auto_across gk_cleanup(across_release) struct across

#endif
