/*
 * Working days of the People's Republic of China, with 调休: weekdays that are
 * off and weekend days that are worked, by the yearly notice of the State
 * Council.  A day is a working day iff it is a weekday that the notice does not
 * take off, or a weekend day that the notice makes up.
 *
 * For a year whose notice is not in the data, weekends and the statutory days
 * known by calculation count as off, and every result that touched such a year is
 * provisional (暂定).
 *
 * Layer: law.  Pure: the data are bytes handed in (schemas/data/holidays.json).
 */
#ifndef GK_LAW_WORKDAY_H
#define GK_LAW_WORKDAY_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

struct calendar_day {
	struct date date;
	bool off;         /* else a weekend day that is worked */
	const char *name; /* 春节 */
	int balance; /* weekend days worked less weekdays off, up to and with this day */
};

struct calendar {
	struct calendar_day *days; /* sorted by date */
	size_t count;
	int16_t first_year; /* years of which the notice is known, without gaps */
	int16_t last_year;
	struct calendar_day *statutory; /* computed days of later years; all off */
	size_t statutory_count;
};

/**
 * Read holidays as JSON: {"years": {"2018": {"off": {"2018-01-01": "元旦", …}, "work": {…}}},
 * "statutory": {"2027-01-01": "元旦", …}}, with "about" and "note" for people; `off` may hold
 * weekend days too.  Statutory days of a year in "years" are ignored.  ERR_SYNTAX names the
 * member at fault.
 */
int calendar_parse(struct arena *arena, const char *bytes, size_t len,
		   struct calendar *out, struct error *err) gk_must_use;

enum day_kind { DAY_WORKING, DAY_MADE_UP, DAY_WEEKEND, DAY_HOLIDAY };

/** What a day is; *name (may be NULL) gets the feast's name or NULL. */
enum day_kind calendar_kind(const struct calendar *cal, struct date day,
			    const char **name);
bool calendar_is_working(const struct calendar *cal, struct date day);
/** Whether the notice for this day's year is known. */
bool calendar_knows(const struct calendar *cal, struct date day);

/**
 * The n-th working day after `start`; `start` is never counted (民诉法 Art 85 by
 * analogy).  n = 0 gives `start` or, when that is no working day, the next one; a
 * negative n counts backwards.  *provisional (may be NULL) is raised when an unknown year was
 * touched, and never lowered.  No date when the day lies beyond those of struct date.
 */
struct date workday_add(const struct calendar *cal, struct date start, int n,
			bool *provisional);

/**
 * Working days after `from` up to and including `to`; when `to` lies before, the
 * negative of the same with the two exchanged.
 */
int workday_between(const struct calendar *cal, struct date from, struct date to,
		    bool *provisional);

/** `day` itself when it is a working day, else the next one: where a term in calendar days ends. */
struct date workday_on_or_after(const struct calendar *cal, struct date day,
				bool *provisional);

#endif
