#include "law/period.h"

#include <stdlib.h>
#include <string.h>

enum { MONTHS_A_YEAR = 12, QUARTER = 3, HALF = 6 };

struct date period_end_of(struct date day, int months)
{
	int month = (day.month - 1) / months * months + months;
	struct date first = { .year = (int16_t)(day.year + (month == MONTHS_A_YEAR)),
			      .month = (int8_t)(month % MONTHS_A_YEAR + 1),
			      .day = 1 };

	return date_add(first, -1);
}

/* The number of the last month of the part of the year that the text names; 0 for none. */
static int last_month(const char *text)
{
	size_t len = strlen(text);
	long n;

	if (len == 2 && (text[0] == 'Q' || text[0] == 'H') && text[1] >= '1') {
		int months = text[0] == 'Q' ? QUARTER : HALF;
		int last = (text[1] - '0') * months;

		return last <= MONTHS_A_YEAR ? last : 0;
	}
	if (len != 2 || strspn(text, "0123456789") != len)
		return 0;
	n = strtol(text, NULL, 10);
	return n <= MONTHS_A_YEAR ? (int)n : 0;
}

bool period_last_day(const char *text, struct date *out)
{
	enum { YEAR = 4 };
	int month = MONTHS_A_YEAR;
	long year;

	if (strspn(text, "0123456789") != YEAR)
		return false;
	year = strtol(text, NULL, 10);
	if (text[YEAR] == '-')
		month = last_month(text + YEAR + 1);
	else if (text[YEAR] != '\0')
		return false;
	if (month == 0 || !date_is_valid((int)year, month, 1))
		return false;
	*out = period_end_of((struct date){ (int16_t)year, (int8_t)month, 1 }, 1);
	return true;
}
