/*
 * What the files of history*.c share.
 *
 * Layer: check, inside.
 */
#ifndef GK_CHECK_HISTORY_PRIVATE_H
#define GK_CHECK_HISTORY_PRIVATE_H

#include "check/check_private.h"
#include "check/history.h"

/** The commit as the last argument of a finding; "" when it is not made yet. */
const char *history_commit(struct arena *arena, const struct history_step *step);
/** The part of a path as the finding's place: the member stands in the record that is now. */
#define STEP_FIND(out, rule, change, member, ...)                                  \
	FIND((out), (rule), (change)->is ? (change)->is : (change)->was, (member), \
	     __VA_ARGS__, history_commit((out)->arena, (change)->step))

/**
 * Every event of `was` that was read stands unaltered, and in order, in `is`; but one may name a
 * number as it became in this step, where nothing is left at the old one.
 */
int history_events(struct findings *out, const struct history_change *change,
		   struct error *err) gk_must_use;
/** Events that are new say when they were entered, if that was long after. */
void history_dates(struct findings *out, const struct history_change *change);
/** Whether one of the events is in no list of the others. */
bool history_has_new(const struct history_change *change, enum act act);
/** Whether the record has an event that says the same. */
bool history_has_event(const struct record *record, const struct event *event);

/**
 * The record under its new number, where this step moves it away from its own; NULL when it
 * does not.  Either a stub says where to, or nothing is left and one comes that has its title.
 */
int history_target(const struct history_change *change, struct record **out,
		   struct error *err) gk_must_use;
/** The other way round: the record before, where this step brings it from another number. */
int history_origin(const struct history_change *change, const struct record **out,
		   struct error *err) gk_must_use;

/** The number that a document's number became in this step without leaving a stub; NULL where none. */
int history_follow(const struct history_step *step, const char *id, const char **out,
		   struct error *err) gk_must_use;

/** What a report that was handed in has counted stays as it is, or the report says what was corrected. */
int history_years(struct findings *out, const struct history_change *change,
		  struct error *err) gk_must_use;

#endif
