#include "unit/law.h"

#include <stdio.h>
#include <string.h>

/*
 * The notices a second time, as month and day: what is counted below from this
 * table shares neither data nor method with workday.c.
 */
struct year_case {
	int year;
	int working_days;
	const char *off;  /* weekdays */
	const char *work; /* weekend days */
};

static struct year_case years[] = {
	{ 2018, 250,
	  "01-01 02-15 02-16 02-19 02-20 02-21 04-05 04-06 04-30 05-01 06-18 09-24 "
	  "10-01 10-02 10-03 10-04 10-05 12-31",
	  "02-11 02-24 04-08 04-28 09-29 09-30 12-29" },
	{ 2019, 250,
	  "01-01 02-04 02-05 02-06 02-07 02-08 04-05 05-01 05-02 05-03 06-07 09-13 "
	  "10-01 10-02 10-03 10-04 10-07",
	  "02-02 02-03 04-28 05-05 09-29 10-12" },
	{ 2020, 249,
	  "01-01 01-24 01-27 01-28 01-29 01-30 01-31 04-06 05-01 05-04 05-05 06-25 "
	  "06-26 10-01 10-02 10-05 10-06 10-07 10-08",
	  "01-19 04-26 05-09 06-28 09-27 10-10" },
	{ 2021, 250,
	  "01-01 02-11 02-12 02-15 02-16 02-17 04-05 05-03 05-04 05-05 06-14 09-20 "
	  "09-21 10-01 10-04 10-05 10-06 10-07",
	  "02-07 02-20 04-25 05-08 09-18 09-26 10-09" },
	{ 2022, 249,
	  "01-03 01-31 02-01 02-02 02-03 02-04 04-04 04-05 05-02 05-03 05-04 06-03 "
	  "09-12 10-03 10-04 10-05 10-06 10-07",
	  "01-29 01-30 04-02 04-24 05-07 10-08 10-09" },
	{ 2023, 249,
	  "01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 "
	  "09-29 10-02 10-03 10-04 10-05 10-06",
	  "01-28 01-29 04-23 05-06 06-25 10-07 10-08" },
	{ 2024, 251,
	  "01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 "
	  "09-16 09-17 10-01 10-02 10-03 10-04 10-07",
	  "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12" },
	{ 2025, 248,
	  "01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 "
	  "10-01 10-02 10-03 10-06 10-07 10-08",
	  "01-26 02-08 04-27 09-28 10-11" },
	{ 2026, 248,
	  "01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 "
	  "06-19 09-25 10-01 10-02 10-05 10-06 10-07",
	  "01-04 02-14 02-28 05-09 09-20 10-10" },
};

/* ---- another calendar, day by day ---- */

struct walk {
	int year;
	int month;
	int day;
	int weekday; /* 0 Monday */
};

static int month_length(int year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return lengths[month - 1] + (month == 2 && leap);
}

static void step(struct walk *w)
{
	w->weekday = (w->weekday + 1) % 7;
	if (++w->day <= month_length(w->year, w->month))
		return;
	w->day = 1;
	if (++w->month <= 12)
		return;
	w->month = 1;
	w->year++;
}

static bool walk_works(const struct walk *w)
{
	char day[16];

	(void)snprintf(day, sizeof(day), "%02d-%02d", w->month, w->day);
	for (size_t i = 0; i < ARRAY_LEN(years); i++) {
		if (years[i].year != w->year)
			continue;
		if (w->weekday < 5)
			return !strstr(years[i].off, day);
		return strstr(years[i].work, day) != NULL;
	}
	return w->weekday < 5;
}

static struct date walk_date(const struct walk *w)
{
	return (struct date){ .year = (int16_t)w->year,
			      .month = (int8_t)w->month,
			      .day = (int8_t)w->day };
}

enum { WALK_DAYS = 365 * 9 + 2 };

/* Every day of the notices: 2018-01-01, a Monday, to 2026-12-31. */
static void walk_all(struct date days[WALK_DAYS], bool works[WALK_DAYS])
{
	struct walk w = { .year = 2018, .month = 1, .day = 1, .weekday = 0 };

	for (size_t i = 0; i < WALK_DAYS; i++, step(&w)) {
		days[i] = walk_date(&w);
		works[i] = walk_works(&w);
	}
	assert_int_equal(w.year, 2027);
}

static void every_day_is_what_the_notices_say(void **state)
{
	const struct law_state *law = *state;
	static struct date days[WALK_DAYS];
	static bool works[WALK_DAYS];

	walk_all(days, works);
	for (size_t i = 0; i < WALK_DAYS; i++)
		assert_int_equal(calendar_is_working(&law->cal, days[i]), works[i]);
}

static void adding_agrees_with_walking(void **state)
{
	const struct law_state *law = *state;
	static struct date days[WALK_DAYS];
	static bool works[WALK_DAYS];

	walk_all(days, works);
	for (size_t start = 0; start < WALK_DAYS - 120; start++) {
		size_t at = start;

		for (int n = 1; n <= 61; n++) {
			bool provisional = false;
			struct date due;

			do
				at++;
			while (!works[at]);
			if (n > 3 && n % 5)
				continue;
			due = workday_add(&law->cal, days[start], n, &provisional);
			assert_int_equal(date_compare(due, days[at]), 0);
			assert_false(provisional);
			assert_int_equal(
				workday_between(&law->cal, days[start], due, NULL), n);
		}
	}
}

static void going_back_agrees_with_walking(void **state)
{
	const struct law_state *law = *state;
	static struct date days[WALK_DAYS];
	static bool works[WALK_DAYS];

	walk_all(days, works);
	for (size_t start = WALK_DAYS - 1; start > 120; start -= 3) {
		size_t at = start;

		for (int n = 1; n <= 41; n++) {
			struct date day;

			do
				at--;
			while (!works[at]);
			day = workday_add(&law->cal, days[start], -n, NULL);
			assert_int_equal(date_compare(day, days[at]), 0);
		}
	}
}

static void counting_agrees_with_walking(void **state)
{
	const struct law_state *law = *state;
	static struct date days[WALK_DAYS];
	static bool works[WALK_DAYS];

	walk_all(days, works);
	for (size_t from = 0; from < WALK_DAYS; from += 13) {
		int count = 0;

		for (size_t to = from + 1; to < WALK_DAYS; to++) {
			count += works[to];
			if (to % 7 != from % 7)
				continue;
			assert_int_equal(
				workday_between(&law->cal, days[from], days[to], NULL),
				count);
			assert_int_equal(
				workday_between(&law->cal, days[to], days[from], NULL),
				-count);
		}
	}
}

static void the_next_working_day_agrees_with_walking(void **state)
{
	const struct law_state *law = *state;
	static struct date days[WALK_DAYS];
	static bool works[WALK_DAYS];
	size_t next = WALK_DAYS - 1;

	walk_all(days, works);
	assert_true(works[next]);
	for (size_t i = WALK_DAYS; i-- > 0;) {
		struct date day = workday_on_or_after(&law->cal, days[i], NULL);

		next = works[i] ? i : next;
		assert_int_equal(date_compare(day, days[next]), 0);
		day = workday_add(&law->cal, days[i], 0, NULL);
		assert_int_equal(date_compare(day, days[next]), 0);
	}
}

/* ---- years and due days ---- */

static void every_year_has_its_working_days(void **state)
{
	const struct law_state *law = *state;

	assert_int_equal(law->cal.first_year, 2018);
	assert_int_equal(law->cal.last_year, 2026);
	for (size_t i = 0; i < ARRAY_LEN(years); i++) {
		struct date last = { .year = (int16_t)years[i].year,
				     .month = 12,
				     .day = 31 };
		struct date before = last;

		before.year--;
		assert_int_equal(workday_between(&law->cal, before, last, NULL),
				 years[i].working_days);
	}
}

struct due_case {
	const char *start;
	int n;
	const char *due;
};

static const struct due_case dues[] = {
	{ "2019-05-15", 20, "2019-06-13" },
	{ "2020-01-15", 20, "2020-02-19" },
	{ "2020-06-15", 15, "2020-07-07" },
	{ "2022-09-30", 20, "2022-11-02" },
	{ "2023-09-22", 20, "2023-10-26" },
	{ "2024-12-20", 20, "2025-01-20" },
	{ "2025-09-19", 20, "2025-10-23" },
	{ "2026-02-06", 20, "2026-03-12" },
	{ "2026-09-18", 20, "2026-10-22" },
	{ "2026-02-14", 20, "2026-03-20" },
	{ "2026-11-06", 20, "2026-12-04" },
	/* by hand */
	{ "2018-12-28", 1,
	  "2018-12-29" }, /* a Saturday that the notice for 2019 makes up */
	{ "2018-12-29", 1, "2019-01-02" },
	{ "2020-01-31", 1,
	  "2020-02-03" }, /* the feast that was made longer ends on a Sunday */
	{ "2022-12-30", 1, "2023-01-03" },
	{ "2026-10-08", 2, "2026-10-10" },
	{ "2026-10-10", 0, "2026-10-10" },
	{ "2026-10-07", 0, "2026-10-08" },
	{ "2026-10-08", -1, "2026-09-30" },
	{ "2026-10-12", -1, "2026-10-10" },
	{ "2026-10-11", -1, "2026-10-10" },
};

static void due_days_are_those_of_the_vectors(void **state)
{
	const struct law_state *law = *state;

	for (size_t i = 0; i < ARRAY_LEN(dues); i++) {
		bool provisional = false;
		struct date due = workday_add(&law->cal, law_day(dues[i].start),
					      dues[i].n, &provisional);

		assert_day(due, dues[i].due);
		assert_false(provisional);
	}
}

struct kind_case {
	const char *day;
	enum day_kind kind;
	const char *name; /* NULL when none */
};

static const struct kind_case kinds[] = {
	{ "2018-07-04", DAY_WORKING, NULL },
	{ "2018-07-07", DAY_WEEKEND, NULL },
	{ "2018-02-15", DAY_HOLIDAY, "春节" },
	{ "2018-02-17", DAY_HOLIDAY, "春节" },
	{ "2018-02-11", DAY_MADE_UP, "春节" },
	{ "2020-10-01", DAY_HOLIDAY, "国庆节、中秋节" },
	{ "2020-02-01", DAY_HOLIDAY, "春节" },
	{ "2020-02-03", DAY_WORKING, NULL },
	{ "2027-01-01", DAY_HOLIDAY, "元旦" },
	{ "2027-02-05", DAY_HOLIDAY, "春节" },
	{ "2027-02-09", DAY_WORKING, NULL },
	{ "2027-02-13", DAY_WEEKEND, NULL },
	{ "2017-10-02", DAY_WORKING, NULL },
	{ "2028-01-01", DAY_WEEKEND, NULL },
};

static void a_day_has_a_kind_and_a_name(void **state)
{
	const struct law_state *law = *state;

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		const char *name = "untouched";

		assert_int_equal(calendar_kind(&law->cal, law_day(kinds[i].day), &name),
				 kinds[i].kind);
		assert_string_equal(name ? name : "none",
				    kinds[i].name ? kinds[i].name : "none");
		assert_int_equal(calendar_kind(&law->cal, law_day(kinds[i].day), NULL),
				 kinds[i].kind);
	}
}

/* ---- years without a notice ---- */

static void a_year_without_a_notice_makes_it_provisional(void **state)
{
	const struct law_state *law = *state;
	bool provisional = false;

	/* 12-31 is the last working day of 2026; then 01-01 is off by calculation. */
	assert_day(workday_add(&law->cal, law_day("2026-12-30"), 1, &provisional),
		   "2026-12-31");
	assert_false(provisional);
	assert_day(workday_add(&law->cal, law_day("2026-12-30"), 2, &provisional),
		   "2027-01-04");
	assert_true(provisional);
}

static void provisional_is_never_lowered(void **state)
{
	const struct law_state *law = *state;
	bool provisional = true;

	(void)workday_add(&law->cal, law_day("2026-11-06"), 20, &provisional);
	assert_true(provisional);
	(void)workday_between(&law->cal, law_day("2026-11-06"), law_day("2026-11-07"),
			      &provisional);
	assert_true(provisional);
}

static void the_start_does_not_make_it_provisional(void **state)
{
	const struct law_state *law = *state;
	bool provisional = false;

	assert_day(workday_add(&law->cal, law_day("2017-12-31"), 1, &provisional),
		   "2018-01-02");
	assert_int_equal(workday_between(&law->cal, law_day("2017-12-31"),
					 law_day("2018-01-02"), &provisional),
			 1);
	assert_int_equal(workday_between(&law->cal, law_day("2027-03-01"),
					 law_day("2027-03-01"), &provisional),
			 0);
	assert_false(provisional);
	assert_day(workday_add(&law->cal, law_day("2018-01-02"), -1, &provisional),
		   "2017-12-29");
	assert_true(provisional);
}

static void statutory_days_of_an_unknown_year_are_off(void **state)
{
	const struct law_state *law = *state;
	bool provisional = false;

	assert_day(workday_add(&law->cal, law_day("2027-04-30"), 1, &provisional),
		   "2027-05-03");
	assert_day(workday_add(&law->cal, law_day("2027-06-08"), 1, &provisional),
		   "2027-06-10");
	assert_day(workday_on_or_after(&law->cal, law_day("2027-02-05"), &provisional),
		   "2027-02-09");
	/* 261 weekdays less 01-01, 02-05, 02-08, 04-05, 06-09, 09-15, 10-01 */
	assert_int_equal(workday_between(&law->cal, law_day("2026-12-31"),
					 law_day("2027-12-31"), &provisional),
			 254);
	assert_true(provisional);
}

static void beyond_the_last_day_there_is_no_date(void **state)
{
	const struct law_state *law = *state;

	assert_day(workday_add(&law->cal, law_day("2199-12-30"), 1, NULL), "2199-12-31");
	assert_day(workday_add(&law->cal, law_day("2199-12-30"), 2, NULL), "");
	assert_day(workday_add(&law->cal, law_day("2199-12-30"), INT32_MAX, NULL), "");
	assert_day(workday_add(&law->cal, law_day("1900-01-02"), -1, NULL), "1900-01-01");
	assert_day(workday_add(&law->cal, law_day("1900-01-02"), -2, NULL), "");
	assert_day(workday_add(&law->cal, law_day("1900-01-02"), INT32_MIN, NULL), "");
}

static void without_data_weekends_alone_are_off(void **state)
{
	const struct calendar empty = { .first_year = 0 };
	bool provisional = false;

	(void)state;
	assert_day(workday_add(&empty, law_day("2018-02-14"), 1, &provisional),
		   "2018-02-15");
	assert_true(provisional);
	assert_day(workday_add(&empty, law_day("2018-02-16"), 1, NULL), "2018-02-19");
}

/* ---- reading ---- */

static void a_notice_in_the_data_replaces_what_was_computed(void **state)
{
	struct law_state *law = *state;
	struct calendar cal;
	struct error err = { .code = ERR_NONE };
	static const char text[] =
		"{\"years\": {\"2027\": {\"off\": {\"2027-02-08\": \"春节\"},"
		"\"work\": {\"2027-02-20\": \"春节\"}}},"
		"\"statutory\": {\"2028-01-03\": \"元旦\", \"2027-02-09\": \"春节\"}}";

	assert_int_equal(calendar_parse(&law->arena, text, strlen(text), &cal, &err), 0);
	assert_int_equal(cal.first_year, 2027);
	assert_int_equal(cal.last_year, 2027);
	assert_int_equal(cal.statutory_count, 1);
	assert_true(calendar_is_working(&cal, law_day("2027-02-09")));
	assert_true(calendar_is_working(&cal, law_day("2027-02-20")));
	assert_false(calendar_is_working(&cal, law_day("2028-01-03")));
	/* 261 weekdays, one off, one made up */
	assert_int_equal(
		workday_between(&cal, law_day("2026-12-31"), law_day("2027-12-31"), NULL),
		261);
}

struct fault_case {
	const char *json;
	const char *named; /* in the error */
};

static const struct fault_case faults[] = {
	{ "{", "" },
	{ "[]", "years" },
	{ "{}", "years" },
	{ "{\"years\": {}}", "years" },
	{ "{\"years\": []}", "years" },
	{ "{\"years\": {\"2018\": []}}", "2018" },
	{ "{\"years\": {\"2018\": {}}}", "2018" },
	{ "{\"years\": {\"2018\": {\"off\": []}}}", "off" },
	{ "{\"years\": {\"2018\": {\"off\": {}, \"wrok\": {}}}}", "wrok" },
	{ "{\"years\": {\"2018a\": {\"off\": {}}}}", "2018a" },
	{ "{\"years\": {\"x\": {\"off\": {}}}}", "x" },
	{ "{\"years\": {\"2018\": {\"off\": {}}, \"2020\": {\"off\": {}}}}", "gap" },
	{ "{\"years\": {\"2018\": {\"off\": {\"2018-02-30\": \"x\"}}}}", "2018-02-30" },
	{ "{\"years\": {\"2018\": {\"off\": {\"2019-01-01\": \"x\"}}}}", "2019-01-01" },
	{ "{\"years\": {\"2018\": {\"off\": {\"2018-01-01\": \"\"}}}}", "2018-01-01" },
	{ "{\"years\": {\"2018\": {\"off\": {\"2018-01-01\": {}}}}}", "2018-01-01" },
	{ "{\"years\": {\"2018\": {\"off\": {}, \"work\": {\"2018-01-01\": \"x\"}}}}",
	  "2018-01-01" },
	{ "{\"years\": {\"2018\": {\"off\": {\"2018-01-06\": \"x\"},"
	  "\"work\": {\"2018-01-06\": \"x\"}}}}",
	  "2018-01-06" },
	{ "{\"years\": {\"2018\": {\"off\": {}}}, \"statutory\": {\"x\": \"y\"}}",
	  "statutory" },
	{ "{\"years\": {\"2018\": {\"off\": {}}}, \"statutory\": 1}", "statutory" },
	{ "{\"years\": {\"2018\": {\"off\": {}}}, \"statutary\": {}}", "statutary" },
};

static void a_fault_in_the_data_is_named(void **state)
{
	struct law_state *law = *state;

	for (size_t i = 0; i < ARRAY_LEN(faults); i++) {
		struct calendar cal = { .first_year = -1 };
		struct error err = { .code = ERR_NONE };
		const char *json = faults[i].json;

		assert_int_equal(
			calendar_parse(&law->arena, json, strlen(json), &cal, &err), -1);
		assert_int_equal(err.code, ERR_SYNTAX);
		if (!strstr(err.text, faults[i].named))
			fail_msg("%s: %s", json, err.text);
		assert_int_equal(cal.first_year, -1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		LAW_TEST(every_day_is_what_the_notices_say),
		LAW_TEST(adding_agrees_with_walking),
		LAW_TEST(going_back_agrees_with_walking),
		LAW_TEST(counting_agrees_with_walking),
		LAW_TEST(the_next_working_day_agrees_with_walking),
		LAW_TEST(every_year_has_its_working_days),
		LAW_TEST(due_days_are_those_of_the_vectors),
		LAW_TEST(a_day_has_a_kind_and_a_name),
		LAW_TEST(a_year_without_a_notice_makes_it_provisional),
		LAW_TEST(provisional_is_never_lowered),
		LAW_TEST(the_start_does_not_make_it_provisional),
		LAW_TEST(statutory_days_of_an_unknown_year_are_off),
		LAW_TEST(beyond_the_last_day_there_is_no_date),
		LAW_TEST(without_data_weekends_alone_are_off),
		LAW_TEST(a_notice_in_the_data_replaces_what_was_computed),
		LAW_TEST(a_fault_in_the_data_is_named),
	};

	return cmocka_run_group_tests_name("workday", tests, NULL, NULL);
}
