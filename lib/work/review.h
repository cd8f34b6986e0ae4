/*
 * review-exempt: the regular assessment of what is withheld or given on request only (条例 Art 18).
 *
 * Layer: work.
 */
#ifndef GK_WORK_REVIEW_H
#define GK_WORK_REVIEW_H

#include "law/clock.h"
#include "work/work.h"

struct review_row {
	const char *id;
	const char *kind;
	const char *title;
	const char *unit;
	const char *ground; /* code */
	int attribute;      /* enum attribute */
	struct date last;   /* of the last assessment; no date: never */
	struct date due;    /* last (or formed, created) plus the period of the ground */
	int days;           /* calendar days until due, negative when overdue */
};

struct review_list {
	struct review_row *rows; /* the most overdue first */
	size_t count;
	size_t room;
};

/** All withheld and on-request records with the day their next assessment is due; `within` days from today, negative: all. */
int review_due(struct work *work, int within, struct review_list *out,
	       struct error *err) gk_must_use;

/**
 * Record a decision.  disclose, on-request change the attribute in the same commit (disclosing starts the
 * 20 working days of Art 26, told in *deadline); keep needs the reason that still holds; disclose-part needs what is left out.
 */
int review_decide(struct work *work, const char *id, const struct event *review,
		  struct work_done *done, struct date *deadline,
		  struct error *err) gk_must_use;

#endif
