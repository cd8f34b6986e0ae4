/* What is typed as a date is a valid day, or none; and what is a day reads back as itself. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct date today = { .year = 2018, .month = 7, .day = 4 };
	struct date typed = { .year = 0 };
	struct date again = { .year = 0 };
	char iso[DATE_ISO_SIZE];
	char cn[DATE_CN_SIZE];
	char *text = malloc(size + 1);

	require(text != NULL);
	if (size)
		memcpy(text, data, size);
	text[size] = '\0';
	if (date_parse_any(text, today, &typed)) {
		require(date_is_valid(typed.year, typed.month, typed.day));
		require(date_parse_iso(date_iso(typed, iso), &again));
		require(date_compare(typed, again) == 0);
		require(date_parse_any(date_cn(typed, cn), today, &again));
		require(date_compare(typed, again) == 0);
		require(date_compare(date_from_days(date_to_days(typed)), typed) == 0);
	} else {
		require(!date_is_set(typed));
	}
	/* All that the strict form takes, the lenient one takes for the same day. */
	if (date_parse_iso(text, &again))
		require(date_compare(typed, again) == 0);
	free(text);
	return 0;
}
