/*
 * By when a document must be disclosed: the clock of its item's limit.
 *
 * Layer: work.
 */
#ifndef GK_WORK_DEADLINE_H
#define GK_WORK_DEADLINE_H

#include "law/clock.h"
#include "law/limit.h"
#include "work/work.h"

struct deadline {
	struct clock clock;
	const char *
		limit; /* the phrase the term comes from; NULL: the 20 working days of Art 26 */
	const char *item;      /* id of the item that has the phrase, or NULL */
	struct date published; /* no date while it is not */
};

/**
 * The clock of a document: from its day of forming (of obtaining, for what others made) by the
 * strictest limit of its items, else 20 working days (条例 Art 26).  False when it has no such day, or is not
 * to be disclosed on the office's own motion.
 */
bool deadline_of(struct work *work, const struct record *record, struct deadline *out);

#endif
