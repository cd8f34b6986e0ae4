/*
 * The one calculator of due days.
 *
 * A clock is a start and a list of steps: a term begins, is suspended while
 * others are asked, is extended, begins anew.  Every step keeps what it did and
 * by which article, so that gk explain can show how a day came about.
 *
 * Layer: law.  Pure.
 */
#ifndef GK_LAW_CLOCK_H
#define GK_LAW_CLOCK_H

#include "base/arena.h"
#include "base/date.h"
#include "law/workday.h"

enum clock_step_kind {
	CLOCK_START,   /* the event that starts the term; not counted */
	CLOCK_TERM,    /* `count` working or calendar days run */
	CLOCK_SUSPEND, /* from `from` to `to`, both not counted */
	CLOCK_EXTEND,  /* `count` more days, once */
	CLOCK_RESTART, /* the whole term again from `from` */
	CLOCK_MOVE, /* the last day fell on a day off and moved to `to`; `why` is the feast or NULL */
};

enum day_unit { DAYS_WORKING, DAYS_CALENDAR };

struct clock_step {
	enum clock_step_kind kind;
	struct date from;
	struct date to; /* where the step led; no date while a suspension is open */
	int count;
	const char
		*why; /* what happened, in the clerk's words (translated by the caller) */
	const char *law; /* 条例第二十六条, or NULL */
};

struct clock {
	const struct calendar *cal;
	struct arena *arena;
	struct date start;
	enum day_unit unit;
	int term;
	struct clock_step *steps;
	size_t count;
	size_t room;
	struct date due;  /* no date while a suspension is open */
	bool provisional; /* 暂定: a year without a notice was touched */
};

/* What starts a clock: `count` days of `unit` after `start`. */
struct clock_term {
	struct date start;
	enum day_unit unit;
	int count;
	const char *why; /* 信息形成 */
	const char *law;
};

/** Begin.  What the clock points to must live as long as it. */
void clock_init(struct clock *clock, struct arena *arena, const struct calendar *cal,
		const struct clock_term *term);
/**
 * The days from `from` to `to`, both with them, do not count; `to` may be "no date" while it
 * lasts.  A day in two suspensions is left out once.
 */
void clock_suspend(struct clock *clock, struct date from, struct date to, const char *why,
		   const char *law);
/** `count` days more, on top of the term; the day of the decision moves nothing. */
void clock_extend(struct clock *clock, struct date decided, int count, const char *why,
		  const char *law);
/** The term anew after `start`; extensions before it are over, suspensions hold by their dates. */
void clock_restart(struct clock *clock, struct date start, const char *why,
		   const char *law);

enum clock_state { CLOCK_RUNNING, CLOCK_DUE_SOON, CLOCK_OVERDUE, CLOCK_PAUSED };
/**
 * Against a day; "soon" is within `soon` working days.  Paused is a clock without a due day, and
 * one that is suspended on that day.
 */
enum clock_state clock_state(const struct clock *clock, struct date today, int soon);
/** Working days from `today` to the due day; negative when over, 0 without a due day. */
int clock_left(const struct clock *clock, struct date today);

/** One line a day, for gk explain: what the day is and the count after it. */
struct clock_day {
	struct date date;
	enum day_kind kind;
	const char *name; /* of the feast, or NULL */
	const char *note; /* of a suspension, or NULL */
	int counted;      /* number of the day in the term, 0 when it does not count */
};
/** All days from the start (the last one) to the due day, or to where it is paused; at most `limit`. */
size_t clock_days(const struct clock *clock, struct clock_day *out, size_t limit);

#endif
