/*
 * Periods as clerks name them: 2018, 2018-07, 2018-Q2, 2018-H1.
 *
 * Layer: law.  Pure.
 */
#ifndef GK_LAW_PERIOD_H
#define GK_LAW_PERIOD_H

#include "base/date.h"

/** The last day of a period.  False when the text names none. */
bool period_last_day(const char *text, struct date *out) gk_must_use;
/** The last day of the month, and so on, in which the day lies; `months` 1, 3, 6 or 12. */
struct date period_end_of(struct date day, int months);

#endif
