#include "unit/unit.h"

#include "base/date.h"

static struct date day(int year, int month, int mday)
{
	return (struct date){ .year = (int16_t)year,
			      .month = (int8_t)month,
			      .day = (int8_t)mday };
}

static void assert_day(struct date got, int year, int month, int mday)
{
	assert_int_equal(got.year, year);
	assert_int_equal(got.month, month);
	assert_int_equal(got.day, mday);
}

static void only_days_of_the_calendar_are_valid(void **state)
{
	(void)state;
	assert_true(date_is_valid(2018, 7, 4));
	assert_true(date_is_valid(1900, 1, 1));
	assert_true(date_is_valid(2199, 12, 31));
	assert_true(date_is_valid(2000, 2, 29));
	assert_true(date_is_valid(2024, 2, 29));
	assert_false(date_is_valid(1900, 2, 29));
	assert_false(date_is_valid(2100, 2, 29));
	assert_false(date_is_valid(2023, 2, 29));
	assert_false(date_is_valid(1899, 12, 31));
	assert_false(date_is_valid(2200, 1, 1));
	assert_false(date_is_valid(2018, 0, 1));
	assert_false(date_is_valid(2018, 13, 1));
	assert_false(date_is_valid(2018, 4, 31));
	assert_false(date_is_valid(2018, 4, 0));
	assert_false(date_is_valid(2018, -1, -1));
}

static void known_days_have_their_numbers(void **state)
{
	(void)state;
	assert_int_equal(date_to_days(day(1970, 1, 1)), 0);
	assert_int_equal(date_to_days(day(1969, 12, 31)), -1);
	assert_int_equal(date_to_days(day(2000, 3, 1)), 11017);
	assert_int_equal(date_to_days(day(2018, 7, 4)), 17716);
	assert_int_equal(date_to_days(day(1900, 1, 1)), -25567);
}

static void every_day_follows_the_one_before(void **state)
{
	struct date d = day(1900, 1, 1);
	int weekday = date_weekday(d);
	int count = 1;

	(void)state;
	assert_int_equal(weekday, 0); /* a Monday */
	while (date_compare(d, day(2199, 12, 31)) < 0) {
		struct date next = date_add(d, 1);

		assert_true(date_is_valid(next.year, next.month, next.day));
		assert_true(date_compare(d, next) < 0);
		assert_true(next.day == d.day + 1 || next.day == 1);
		assert_int_equal(date_to_days(next), date_to_days(d) + 1);
		weekday = (weekday + 1) % 7;
		assert_int_equal(date_weekday(next), weekday);
		d = next;
		count++;
	}
	assert_int_equal(count, 300 * 365 + 73); /* 73 leap days */
}

static void adding_goes_over_months_and_years(void **state)
{
	(void)state;
	assert_day(date_add(day(2018, 12, 31), 1), 2019, 1, 1);
	assert_day(date_add(day(2019, 1, 1), -1), 2018, 12, 31);
	assert_day(date_add(day(2024, 2, 28), 1), 2024, 2, 29);
	assert_day(date_add(day(2023, 2, 28), 1), 2023, 3, 1);
	assert_day(date_add(day(2018, 7, 4), 0), 2018, 7, 4);
	assert_day(date_add(day(2018, 7, 4), 365), 2019, 7, 4);
}

static void beyond_the_calendar_there_is_no_date(void **state)
{
	const struct date none = { .year = 0 };

	(void)state;
	assert_false(date_is_set(date_add(day(2199, 12, 31), 1)));
	assert_false(date_is_set(date_add(day(1900, 1, 1), -1)));
	assert_false(date_is_set(date_add(day(2018, 7, 4), INT32_MAX)));
	assert_false(date_is_set(date_add(day(1950, 7, 4), INT32_MIN)));
	assert_false(date_is_set(date_from_days(INT32_MAX)));
	assert_false(date_is_set(date_from_days(INT32_MIN)));
	assert_false(date_is_set(date_add(none, 1)));
}

static void days_compare_by_year_then_month_then_day(void **state)
{
	const struct date none = { .year = 0 };

	(void)state;
	assert_int_equal(date_compare(day(2018, 7, 4), day(2018, 7, 4)), 0);
	assert_true(date_compare(day(2018, 7, 4), day(2018, 7, 5)) < 0);
	assert_true(date_compare(day(2018, 8, 1), day(2018, 7, 31)) > 0);
	assert_true(date_compare(day(2017, 12, 31), day(2018, 1, 1)) < 0);
	assert_true(date_compare(none, day(1900, 1, 1)) < 0);
}

static void days_of_the_week_are_known(void **state)
{
	(void)state;
	assert_int_equal(date_weekday(day(2018, 7, 4)), 2);
	assert_int_equal(date_weekday(day(1970, 1, 1)), 3);
	assert_int_equal(date_weekday(day(2024, 2, 25)), 6);
}

static void days_are_written_in_both_forms(void **state)
{
	const struct date none = { .year = 0 };
	char iso[DATE_ISO_SIZE];
	char cn[DATE_CN_SIZE];

	(void)state;
	assert_string_equal(date_iso(day(2018, 7, 4), iso), "2018-07-04");
	assert_string_equal(date_cn(day(2018, 7, 4), cn), "2018年7月4日");
	assert_string_equal(date_iso(day(2199, 12, 31), iso), "2199-12-31");
	assert_string_equal(date_cn(day(2199, 12, 31), cn), "2199年12月31日");
	assert_string_equal(date_iso(none, iso), "");
	assert_string_equal(date_cn(none, cn), "");
}

struct text_case {
	const char *label;
	const char *want; /* ISO; NULL when it is not a day */
};

/* The label is the text itself. */
static const struct text_case iso_cases[] = {
	{ "2018-07-04", "2018-07-04" }, { "2024-02-29", "2024-02-29" },
	{ "2023-02-29", NULL },         { "2018-7-4", NULL },
	{ "2018-07-04 ", NULL },        { " 2018-07-04", NULL },
	{ "2018-07-04T00:00", NULL },   { "2018/07/04", NULL },
	{ "20180704", NULL },           { "2018-07", NULL },
	{ "2018-07-", NULL },           { "2018-07-4", NULL },
	{ "12018-07-04", NULL },        { "+2018-07-4", NULL },
	{ "2018-00-04", NULL },         { "1899-07-04", NULL },
	{ "２０１８-07-04", NULL },     { "", NULL },
};

static const struct text_case any_cases[] = {
	{ "2018-07-04", "2018-07-04" },
	{ "2018-7-4", "2018-07-04" },
	{ "2018年7月4日", "2018-07-04" },
	{ "2018年07月04日", "2018-07-04" },
	{ "2018年7月4号", "2018-07-04" },
	{ "2018.7.4", "2018-07-04" },
	{ "2018.07.04", "2018-07-04" },
	{ "2018/7/4", "2018-07-04" },
	{ "20180704", "2018-07-04" },
	{ "二〇一八年七月四日", "2018-07-04" },
	{ "二零一八年十二月三十一日", "2018-12-31" },
	{ "二○○九年 元月 十一日", "2009-01-11" },
	{ "二ОО九年十月二十日", "2009-10-20" },
	{ "一九九八年二月廿八日", "1998-02-28" },
	{ "二〇一八年二月三十日", NULL },
	{ "二〇一八年七月", NULL },
	{ "二〇一八年七月四日下午", NULL },
	{ "二千零一十八年七月四日", "2018-07-04" },
	{ "年月日", NULL },
	{ "２０１８年７月４日", "2018-07-04" },
	{ "２０１８－０７－０４", "2018-07-04" },
	{ "２０１８．７．４", "2018-07-04" },
	{ "２０１８／７／４", "2018-07-04" },
	{ "２０１８０７０４", "2018-07-04" },
	{ "2018。7。4", "2018-07-04" },
	{ "2018—7–4", "2018-07-04" },
	{ " 2018 年 7 月 4 日 ", "2018-07-04" },
	{ "\u30002018\u3000年7月4日\t", "2018-07-04" },
	{ "2018 - 7 - 4", "2018-07-04" },
	{ "今天", "2024-03-01" },
	{ "今日", "2024-03-01" },
	{ "昨天", "2024-02-29" },
	{ "前天", "2024-02-28" },
	{ "明天", "2024-03-02" },
	{ " 今 天 ", "2024-03-01" },
	{ "today", "2024-03-01" },
	{ "Today", "2024-03-01" },
	{ "ＴＯＤＡＹ", "2024-03-01" },
	{ "yesterday", "2024-02-29" },
	{ "tomorrow", "2024-03-02" },
	{ "", NULL },
	{ "   ", NULL },
	{ "2018 7 4", NULL },
	{ "2018 07 04", NULL },
	{ "2018 1 104", NULL },
	{ "201874", NULL },
	{ "2018074", NULL },
	{ "201807041", NULL },
	{ "2018-7.4", NULL },
	{ "2018年7月", NULL },
	{ "2018年7月4", NULL },
	{ "7月4日", NULL },
	{ "18-7-4", NULL },
	{ "2018-13-1", NULL },
	{ "2018-2-29", NULL },
	{ "20180230", NULL },
	{ "2018-007-04", NULL },
	{ "2018-07-04x", NULL },
	{ "-2018-07-04", NULL },
	{ "todayx", NULL },
	{ "大前天", NULL },
	{ "\xFF", NULL },
	{ "2018年7月4日\xE6", NULL },
};

static const struct date untouched = { .year = 1999, .month = 9, .day = 9 };

static void assert_parsed(bool ok, struct date got, const char *want)
{
	char iso[DATE_ISO_SIZE];

	assert_int_equal(ok, want != NULL);
	assert_string_equal(date_iso(got, iso), want ? want : "1999-09-09");
}

static void parse_iso(void **state)
{
	const struct text_case *c = *state;
	struct date got = untouched;
	bool ok = date_parse_iso(c->label, &got);

	assert_parsed(ok, got, c->want);
}

static void parse_any(void **state)
{
	const struct text_case *c = *state;
	struct date got = untouched;
	bool ok = date_parse_any(c->label, day(2024, 3, 1), &got);

	assert_parsed(ok, got, c->want);
}

static void without_a_today_relative_days_are_no_days(void **state)
{
	const struct date none = { .year = 0 };
	struct date got = untouched;

	(void)state;
	assert_false(date_parse_any("今天", none, &got));
	assert_false(date_parse_any("明天", day(2199, 12, 31), &got));
	assert_day(got, 1999, 9, 9);
	assert_true(date_parse_any("2018.7.4", none, &got));
	assert_day(got, 2018, 7, 4);
}

static void what_is_written_is_read_again(void **state)
{
	(void)state;
	for (struct date d = day(1999, 12, 1); d.year < 2002; d = date_add(d, 1)) {
		char iso[DATE_ISO_SIZE];
		char cn[DATE_CN_SIZE];
		struct date got = untouched;

		assert_true(date_parse_iso(date_iso(d, iso), &got));
		assert_int_equal(date_compare(got, d), 0);
		assert_true(date_parse_any(date_cn(d, cn), untouched, &got));
		assert_int_equal(date_compare(got, d), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_days_of_the_calendar_are_valid),
		cmocka_unit_test(known_days_have_their_numbers),
		cmocka_unit_test(every_day_follows_the_one_before),
		cmocka_unit_test(adding_goes_over_months_and_years),
		cmocka_unit_test(beyond_the_calendar_there_is_no_date),
		cmocka_unit_test(days_compare_by_year_then_month_then_day),
		cmocka_unit_test(days_of_the_week_are_known),
		cmocka_unit_test(days_are_written_in_both_forms),
		cmocka_unit_test(without_a_today_relative_days_are_no_days),
		cmocka_unit_test(what_is_written_is_read_again),
	};
	struct CMUnitTest isos[ARRAY_LEN(iso_cases)];
	struct CMUnitTest any[ARRAY_LEN(any_cases)];

	for (size_t i = 0; i < ARRAY_LEN(isos); i++)
		isos[i] = UNIT_ROW(parse_iso, &iso_cases[i]);
	for (size_t i = 0; i < ARRAY_LEN(any); i++)
		any[i] = UNIT_ROW(parse_any, &any_cases[i]);
	return cmocka_run_group_tests_name("date", tests, NULL, NULL) +
	       cmocka_run_group_tests_name("date ISO", isos, NULL, NULL) +
	       cmocka_run_group_tests_name("date as typed", any, NULL, NULL);
}
