#include "unit/unit.h"

#include "law/period.h"

struct period_case {
	const char *label;
	const char *text;
	const char *last; /* NULL: it is none */
};

static const struct period_case cases[] = {
	{ "a year", "2018", "2018-12-31" },
	{ "a month", "2018-07", "2018-07-31" },
	{ "the last month", "2018-12", "2018-12-31" },
	{ "February of a leap year", "2020-02", "2020-02-29" },
	{ "the first quarter", "2018-Q1", "2018-03-31" },
	{ "the last quarter", "2018-Q4", "2018-12-31" },
	{ "the first half", "2018-H1", "2018-06-30" },
	{ "the second half", "2018-H2", "2018-12-31" },
	{ "no fifth quarter", "2018-Q5", NULL },
	{ "no quarter nought", "2018-Q0", NULL },
	{ "no third half", "2018-H3", NULL },
	{ "no month nought", "2018-00", NULL },
	{ "no month thirteen", "2018-13", NULL },
	{ "no day", "2018-07-04", NULL },
	{ "no word", "上月", NULL },
	{ "not nothing", "", NULL },
	{ "no sign at the end", "2018-", NULL },
	{ "no year of five digits", "20180", NULL },
	{ "no year before our time", "0000", NULL },
};

static void the_last_day_is_found(void **state)
{
	const struct period_case *one = *state;
	struct date last = { 0 };
	char iso[DATE_ISO_SIZE];

	assert_int_equal(period_last_day(one->text, &last), one->last != NULL);
	assert_string_equal(date_iso(last, iso), one->last ? one->last : "");
}

static void a_day_lies_in_its_period(void **state)
{
	static const struct {
		int months;
		const char *last;
	} ends[] = { { 1, "2018-05-31" },
		     { 3, "2018-06-30" },
		     { 6, "2018-06-30" },
		     { 12, "2018-12-31" } };
	char iso[DATE_ISO_SIZE];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(ends); i++)
		assert_string_equal(date_iso(period_end_of((struct date){ 2018, 5, 20 },
							   ends[i].months),
					     iso),
				    ends[i].last);
}

int main(void)
{
	struct CMUnitTest tests[ARRAY_LEN(cases) + 1];

	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		tests[i] = UNIT_ROW(the_last_day_is_found, &cases[i]);
	tests[ARRAY_LEN(cases)] =
		(struct CMUnitTest)cmocka_unit_test(a_day_lies_in_its_period);
	return _cmocka_run_group_tests("period", tests, ARRAY_LEN(tests), NULL, NULL);
}
