/*
 * Days of the Gregorian calendar, without time or zone.
 *
 * A zeroed struct date is "no date".  Arithmetic goes through day numbers
 * (days since 1970-01-01), so that a year or month end is never a special case.
 *
 * Layer: base.
 */
#ifndef GK_BASE_DATE_H
#define GK_BASE_DATE_H

#include "base/base.h"

struct date {
	int16_t year; /* 1900 to 2199; 0 in "no date" */
	int8_t month;
	int8_t day;
};

enum { DATE_ISO_SIZE = 11, DATE_CN_SIZE = 24 }; /* with NUL */

static inline bool date_is_set(struct date d)
{
	return d.year != 0;
}

bool date_is_valid(int year, int month, int day);
/** Less than, equal to or greater than 0; no date comes before every day. */
int date_compare(struct date a, struct date b);
/** The day number of `d`, which must be set. */
int32_t date_to_days(struct date d);
/** No date when the day is outside of 1900 to 2199. */
struct date date_from_days(int32_t days);
/** No date stays no date, and is what lies outside of 1900 to 2199. */
struct date date_add(struct date d, int32_t days);
/** 0 Monday … 6 Sunday; `d` must be set. */
int date_weekday(struct date d);
/** "2018-07-04"; the empty text for no date. */
const char *date_iso(struct date d, char out[DATE_ISO_SIZE]);
/** "2018年7月4日", as GB/T 9704 writes it: no leading zero. */
const char *date_cn(struct date d, char out[DATE_CN_SIZE]);

/** Exactly YYYY-MM-DD, as records hold it.  False when it is not a day. */
bool date_parse_iso(const char *s, struct date *out) gk_must_use;

/**
 * What a clerk types: ISO, 2018年7月4日 (or 号), 2018-7-4, 2018.7.4, 2018/7/4,
 * 20180704, 二〇一八年七月四日 (with 零 or ○ for 〇), 今天 (今日), 昨天, 前天, 明天, today,
 * yesterday, tomorrow, with full-width digits and signs, dashes, 。 for a point, and
 * blanks folded.  `today` is needed for the relative ones; without it they are no day.
 */
bool date_parse_any(const char *s, struct date today, struct date *out) gk_must_use;

#endif
