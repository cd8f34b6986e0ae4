/*
 * When what is withheld is to be assessed again (条例 Art 18).
 *
 * Layer: check.
 */
#ifndef GK_CHECK_REVIEW_H
#define GK_CHECK_REVIEW_H

#include "record/catalogue.h"
#include "record/record.h"

/** What the next assessment of a record is reckoned from. */
struct review_basis {
	int ground; /* enum ground_code */
	struct date
		from; /* of the last assessment, else of forming or registering; no date: not known */
	struct date next; /* the day that the last assessment set itself, or no date */
};

/** False when the record needs no assessment: it is disclosed, or a stub. */
bool review_basis_of(const struct record *record, struct review_basis *out) gk_must_use;
/** The day; no date when nothing says from when. */
struct date review_due_day(const struct catalogue_config *config,
			   const struct review_basis *basis);

#endif
