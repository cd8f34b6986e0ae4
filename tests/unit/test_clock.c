#include "unit/law.h"

#include <string.h>

#include "law/clock.h"

enum { SUSPENSIONS = 3 };

struct span {
	const char *from;
	const char *to; /* empty while it lasts */
};

struct term_case {
	const char *label;
	const char *start;
	int count;
	enum day_unit unit;
	struct span suspensions[SUSPENSIONS];
	const char *due;
	int extension;
	bool provisional;
};

#define W DAYS_WORKING
#define C DAYS_CALENDAR
#define NONE                       \
	{                          \
		{                  \
			NULL, NULL \
		}                  \
	}

/* The due days were found by stepping through the days one by one, not by clock.c. */
/* clang-format off */
static const struct term_case cases[] = {
	{ "twenty working days", "2026-03-02", 20, W, NONE, "2026-03-30", 0, false },
	{ "over two feasts with days made up", "2026-09-18", 20, W, NONE, "2026-10-22", 0, false },
	{ "over a year end", "2024-12-20", 20, W, NONE, "2025-01-20", 0, false },
	{ "the last day of the last known year", "2026-12-03", 20, W, NONE, "2026-12-31", 0, false },
	{ "into an unknown year", "2026-12-07", 20, W, NONE, "2027-01-05", 0, true },
	{ "from the end of the known years", "2026-12-31", 20, W, NONE, "2027-01-29", 0, true },
	{ "over a computed feast", "2027-01-20", 20, W, NONE, "2027-02-19", 0, true },
	{ "seven working days for asking to amend", "2026-06-15", 7, W, NONE, "2026-06-25", 0, false },
	{ "fifteen for a third party", "2026-02-06", 15, W, NONE, "2026-03-05", 0, false },

	{ "one suspension", "2026-03-02", 20, W, { { "2026-03-09", "2026-03-20" } }, "2026-04-14",
	  0, false },
	{ "overlapping suspensions count once", "2026-03-02", 20, W,
	  { { "2026-03-09", "2026-03-20" }, { "2026-03-16", "2026-03-27" } }, "2026-04-21", 0, false },
	{ "in the other order too", "2026-03-02", 20, W,
	  { { "2026-03-16", "2026-03-27" }, { "2026-03-09", "2026-03-20" } }, "2026-04-21", 0, false },
	{ "a suspension inside another", "2026-03-02", 20, W,
	  { { "2026-03-09", "2026-03-20" }, { "2026-03-12", "2026-03-16" } }, "2026-04-14", 0, false },
	{ "the same suspension twice", "2026-03-02", 20, W,
	  { { "2026-03-09", "2026-03-20" }, { "2026-03-09", "2026-03-20" } }, "2026-04-14", 0, false },
	{ "suspensions that touch", "2026-03-02", 20, W,
	  { { "2026-03-09", "2026-03-13" }, { "2026-03-14", "2026-03-20" } }, "2026-04-14", 0, false },
	{ "suspensions with a gap", "2026-03-02", 20, W,
	  { { "2026-03-09", "2026-03-13" }, { "2026-03-18", "2026-03-20" } }, "2026-04-10", 0, false },
	{ "three, two of them together", "2026-03-02", 20, W,
	  { { "2026-03-18", "2026-03-20" }, { "2026-03-09", "2026-03-13" }, { "2026-03-12", "2026-03-13" } },
	  "2026-04-10", 0, false },
	{ "begun before the start", "2026-03-02", 20, W, { { "2026-02-20", "2026-03-06" } }, "2026-04-03",
	  0, false },
	{ "over before the start", "2026-03-02", 20, W, { { "2026-02-02", "2026-02-27" } }, "2026-03-30",
	  0, false },
	{ "on the start alone", "2026-03-02", 20, W, { { "2026-03-02", "2026-03-02" } }, "2026-03-30",
	  0, false },
	{ "on the first day", "2026-03-02", 20, W, { { "2026-03-03", "2026-03-03" } }, "2026-03-31",
	  0, false },
	{ "on the last day", "2026-03-02", 20, W, { { "2026-03-30", "2026-03-30" } }, "2026-03-31",
	  0, false },
	{ "after the last day", "2026-03-02", 20, W, { { "2026-03-31", "2026-04-10" } }, "2026-03-30",
	  0, false },
	{ "of a weekend", "2026-03-02", 20, W, { { "2026-03-14", "2026-03-15" } }, "2026-03-30",
	  0, false },
	{ "up to the eve of a feast", "2026-03-06", 20, W, { { "2026-03-28", "2026-04-05" } }, "2026-04-13",
	  0, false },
	{ "over a long feast", "2026-09-10", 20, W, { { "2026-09-21", "2026-10-15" } }, "2026-11-03",
	  0, false },
	{ "into an unknown year by a suspension", "2026-11-30", 20, W,
	  { { "2026-12-07", "2026-12-28" } }, "2027-01-20", 0, true },
	{ "that ends before it begins", "2026-03-02", 20, W, { { "2026-03-20", "2026-03-09" } }, "2026-03-30",
	  0, false },

	{ "open", "2026-03-02", 20, W, { { "2026-03-09", "" } }, "", 0, false },
	{ "open, after one that is over", "2026-03-02", 20, W,
	  { { "2026-03-09", "2026-03-13" }, { "2026-03-18", "" } }, "", 0, false },
	{ "open inside a closed one", "2026-03-02", 20, W,
	  { { "2026-03-09", "2026-03-20" }, { "2026-03-12", "" } }, "", 0, false },
	{ "open after the due day", "2026-03-02", 20, W, { { "2026-03-31", "" } }, "2026-03-30",
	  0, false },
	{ "open from the due day", "2026-03-02", 20, W, { { "2026-03-30", "" } }, "", 0, false },

	{ "an extension", "2026-03-02", 20, W, NONE, "2026-04-28", 20, false },
	{ "a suspension and an extension", "2026-03-02", 20, W,
	  { { "2026-03-09", "2026-03-27" } }, "2026-05-21", 20, false },

	{ "calendar days", "2026-01-10", 20, C, NONE, "2026-01-30", 0, false },
	{ "that end on a Sunday", "2026-01-12", 20, C, NONE, "2026-02-02", 0, false },
	{ "that end on a feast", "2026-09-11", 20, C, NONE, "2026-10-08", 0, false },
	{ "that end on a weekend in a feast", "2026-09-13", 20, C, NONE, "2026-10-08", 0, false },
	{ "that end in the long feast", "2026-01-29", 20, C, NONE, "2026-02-24", 0, false },
	{ "that end on a weekend day made up", "2026-09-20", 20, C, NONE, "2026-10-10", 0, false },
	{ "that end on the last known day", "2026-12-11", 20, C, NONE, "2026-12-31", 0, false },
	{ "that end in an unknown year", "2026-12-12", 20, C, NONE, "2027-01-04", 0, true },
	{ "calendar days with a suspension", "2026-03-02", 20, C, { { "2026-03-09", "2026-03-20" } },
	  "2026-04-03", 0, false },
	{ "moved into a suspension and out of it", "2026-03-02", 20, C,
	  { { "2026-03-23", "2026-03-25" } }, "2026-03-26", 0, false },
	{ "moved into an open suspension", "2026-03-02", 20, C, { { "2026-03-23", "" } }, "", 0, false },
	{ "calendar days, extended", "2026-03-02", 20, C, NONE, "2026-04-01", 10, false },
	{ "no days at all", "2026-03-07", 0, W, NONE, "2026-03-09", 0, false },
};
/* clang-format on */

static struct clock clock_of(struct law_state *law, const char *start, int count,
			     enum day_unit unit)
{
	struct clock clock;
	const struct clock_term term = {
		.start = law_day(start),
		.unit = unit,
		.count = count,
		.why = "收到申请",
		.law = "条例第三十三条",
	};

	clock_init(&clock, &law->arena, &law->cal, &term);
	return clock;
}

static void due_days_are_those_found_by_stepping(void **state)
{
	struct law_state *law = *state;

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct term_case *c = &cases[i];
		struct clock clock = clock_of(law, c->start, c->count, c->unit);
		char due[DATE_ISO_SIZE];

		for (size_t j = 0; j < SUSPENSIONS && c->suspensions[j].from; j++)
			clock_suspend(&clock, law_day(c->suspensions[j].from),
				      law_day(c->suspensions[j].to), "征求第三方意见",
				      "条例第三十二条");
		if (c->extension)
			clock_extend(&clock, law_day(c->start), c->extension, "延期",
				     "条例第三十三条");
		if (strcmp(date_iso(clock.due, due), c->due) != 0)
			fail_msg("%s: %s", c->label, due);
		if (clock.provisional != c->provisional)
			fail_msg("%s: provisional %d", c->label, clock.provisional);
	}
}

/* ---- random clocks against stepping ---- */

static uint32_t next_random(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

struct model {
	const struct calendar *cal;
	struct date from[SUSPENSIONS];
	struct date to[SUSPENSIONS];
	size_t count;
};

static bool model_runs(const struct model *m, struct date day)
{
	for (size_t i = 0; i < m->count; i++)
		if (date_compare(m->from[i], day) <= 0 &&
		    date_compare(day, m->to[i]) <= 0)
			return false;
	return true;
}

static struct date model_due(const struct model *m, struct date start, int total,
			     enum day_unit unit)
{
	struct date day = start;

	while (total) {
		day = date_add(day, 1);
		if (model_runs(m, day) &&
		    (unit == DAYS_CALENDAR || calendar_is_working(m->cal, day)))
			total--;
	}
	while (!model_runs(m, day) || !calendar_is_working(m->cal, day))
		day = date_add(day, 1);
	return day;
}

static void random_clocks_agree_with_stepping(void **state)
{
	struct law_state *law = *state;
	uint32_t seed = 20190515;

	for (int round = 0; round < 20000; round++) {
		struct model m = { .cal = &law->cal };
		enum day_unit unit = next_random(&seed) % 2 ? W : C;
		int total = 1 + (int)(next_random(&seed) % 40);
		struct date start =
			date_add(law_day("2018-01-01"),
				 (int32_t)(next_random(&seed) % (365 * 9 + 100)));
		size_t spans;
		struct clock clock;
		const struct clock_term term = { .start = start,
						 .unit = unit,
						 .count = total };

		clock_init(&clock, &law->arena, &law->cal, &term);
		spans = next_random(&seed) % (SUSPENSIONS + 1);
		for (m.count = 0; m.count < spans; m.count++) {
			struct date from =
				date_add(start, (int32_t)(next_random(&seed) % 50) - 10);

			m.from[m.count] = from;
			m.to[m.count] =
				date_add(from, (int32_t)(next_random(&seed) % 30));
			clock_suspend(&clock, from, m.to[m.count], "s", NULL);
		}
		if (next_random(&seed) % 3 == 0) {
			int more = 1 + (int)(next_random(&seed) % 20);

			clock_extend(&clock, start, more, "e", NULL);
			total += more;
		}
		assert_int_equal(
			date_compare(clock.due, model_due(&m, start, total, unit)), 0);
		if (round % 500 == 499) {
			/* The days of the calendar live in the same arena. */
			assert_int_equal(law_teardown(state), 0);
			assert_int_equal(law_setup(state), 0);
		}
	}
}

/* ---- restart ---- */

static void a_restart_begins_the_whole_term_anew(void **state)
{
	struct law_state *law = *state;
	struct clock clock = clock_of(law, "2026-03-02", 20, W);

	clock_restart(&clock, law_day("2026-03-16"), "收到补正", "条例第三十条");
	/* 2026-04-06 is off */
	assert_day(clock.due, "2026-04-14");
	assert_day(clock.start, "2026-03-16");
}

static void a_restart_ends_the_extension_before_it(void **state)
{
	struct law_state *law = *state;
	struct clock clock = clock_of(law, "2026-03-02", 20, W);

	clock_extend(&clock, law_day("2026-03-03"), 20, "延期", NULL);
	clock_restart(&clock, law_day("2026-03-16"), "收到补正", "条例第三十条");
	assert_day(clock.due, "2026-04-14");
	clock_extend(&clock, law_day("2026-04-01"), 1, "延期", NULL);
	assert_day(clock.due, "2026-04-15");
}

static void a_suspension_before_a_restart_holds_by_its_dates(void **state)
{
	struct law_state *law = *state;
	struct clock clock = clock_of(law, "2026-03-02", 20, W);

	clock_suspend(&clock, law_day("2026-03-09"), law_day("2026-03-18"), "征求意见",
		      NULL);
	clock_restart(&clock, law_day("2026-03-16"), "收到补正", "条例第三十条");
	assert_day(clock.due, "2026-04-16");
}

static void provisional_follows_the_due_day_back(void **state)
{
	struct law_state *law = *state;
	struct clock clock = clock_of(law, "2026-12-07", 20, W);

	assert_true(clock.provisional);
	clock_restart(&clock, law_day("2026-12-01"), "更正收到日期", NULL);
	assert_false(clock.provisional);
	assert_day(clock.due, "2026-12-29");
}

/* ---- steps ---- */

struct step_case {
	enum clock_step_kind kind;
	int count;
	const char *from;
	const char *to;
	const char *why;
	const char *law;
};

static void assert_steps(const struct clock *clock, const struct step_case *want,
			 size_t count)
{
	assert_int_equal(clock->count, count);
	for (size_t i = 0; i < count; i++) {
		const struct clock_step *step = &clock->steps[i];

		assert_int_equal(step->kind, want[i].kind);
		assert_day(step->from, want[i].from);
		assert_day(step->to, want[i].to);
		assert_int_equal(step->count, want[i].count);
		assert_string_equal(step->why ? step->why : "none",
				    want[i].why ? want[i].why : "none");
		assert_string_equal(step->law ? step->law : "none",
				    want[i].law ? want[i].law : "none");
	}
}

static void every_step_says_where_it_led(void **state)
{
	static const struct step_case want[] = {
		{ CLOCK_START, 0, "2026-03-02", "2026-03-02", "收到申请", NULL },
		{ CLOCK_TERM, 20, "2026-03-02", "2026-03-30", "收到申请",
		  "条例第三十三条" },
		{ CLOCK_SUSPEND, 0, "2026-03-09", "2026-03-20", "征求第三方意见",
		  "条例第三十二条" },
		{ CLOCK_EXTEND, 2, "2026-03-25", "2026-04-16", "延期", "条例第三十三条" },
		{ CLOCK_RESTART, 20, "2026-03-27", "2026-04-27", "收到补正",
		  "条例第三十条" },
	};
	struct law_state *law = *state;
	struct clock clock = clock_of(law, "2026-03-02", 20, W);

	clock_suspend(&clock, law_day("2026-03-09"), law_day("2026-03-20"),
		      "征求第三方意见", "条例第三十二条");
	clock_extend(&clock, law_day("2026-03-25"), 2, "延期", "条例第三十三条");
	clock_restart(&clock, law_day("2026-03-27"), "收到补正", "条例第三十条");
	assert_steps(&clock, want, ARRAY_LEN(want));
}

static void a_move_stands_last_and_once(void **state)
{
	static const struct step_case first[] = {
		{ CLOCK_START, 0, "2026-09-11", "2026-09-11", "收到申请", NULL },
		{ CLOCK_TERM, 20, "2026-09-11", "2026-10-01", "收到申请",
		  "条例第三十三条" },
		{ CLOCK_MOVE, 0, "2026-10-01", "2026-10-08", "国庆节",
		  "民事诉讼法第八十五条" },
	};
	static const struct step_case then[] = {
		{ CLOCK_START, 0, "2026-09-11", "2026-09-11", "收到申请", NULL },
		{ CLOCK_TERM, 20, "2026-09-11", "2026-10-01", "收到申请",
		  "条例第三十三条" },
		{ CLOCK_EXTEND, 10, "2026-09-12", "2026-10-11", "延期", NULL },
		{ CLOCK_MOVE, 0, "2026-10-11", "2026-10-12", NULL,
		  "民事诉讼法第八十五条" },
	};
	struct law_state *law = *state;
	struct clock clock = clock_of(law, "2026-09-11", 20, C);

	assert_steps(&clock, first, ARRAY_LEN(first));
	clock_extend(&clock, law_day("2026-09-12"), 10, "延期", NULL);
	assert_steps(&clock, then, ARRAY_LEN(then));
	clock_extend(&clock, law_day("2026-09-12"), 1, "延期", NULL);
	assert_int_equal(clock.count, 4);
	assert_day(clock.due, "2026-10-12");
}

static void a_clock_without_a_start_has_no_due_day(void **state)
{
	struct law_state *law = *state;
	struct clock clock = clock_of(law, "", 20, W);
	struct clock_day days[4];

	clock_extend(&clock, law_day("2026-03-02"), 5, "延期", NULL);
	assert_day(clock.due, "");
	assert_int_equal(clock_state(&clock, law_day("2026-03-02"), 5), CLOCK_PAUSED);
	assert_int_equal(clock_days(&clock, days, ARRAY_LEN(days)), 0);
}

/* ---- against a day ---- */

static void the_state_follows_the_day(void **state)
{
	struct law_state *law = *state;
	struct clock clock = clock_of(law, "2026-03-02", 20, W);

	assert_int_equal(clock_state(&clock, law_day("2026-03-02"), 5), CLOCK_RUNNING);
	assert_int_equal(clock_state(&clock, law_day("2026-03-20"), 5), CLOCK_RUNNING);
	assert_int_equal(clock_state(&clock, law_day("2026-03-23"), 5), CLOCK_DUE_SOON);
	assert_int_equal(clock_state(&clock, law_day("2026-03-30"), 0), CLOCK_DUE_SOON);
	assert_int_equal(clock_state(&clock, law_day("2026-03-31"), 5), CLOCK_OVERDUE);
	clock_suspend(&clock, law_day("2026-03-09"), law_day("2026-03-20"), "s", NULL);
	assert_int_equal(clock_state(&clock, law_day("2026-03-08"), 5), CLOCK_RUNNING);
	assert_int_equal(clock_state(&clock, law_day("2026-03-09"), 5), CLOCK_PAUSED);
	assert_int_equal(clock_state(&clock, law_day("2026-03-20"), 5), CLOCK_PAUSED);
	assert_int_equal(clock_state(&clock, law_day("2026-03-21"), 5), CLOCK_RUNNING);
	clock_suspend(&clock, law_day("2026-03-24"), law_day(""), "s", NULL);
	assert_int_equal(clock_state(&clock, law_day("2026-05-01"), 5), CLOCK_PAUSED);
}

static void what_is_left_is_in_working_days(void **state)
{
	struct law_state *law = *state;
	struct clock clock = clock_of(law, "2026-03-02", 20, W);

	assert_int_equal(clock_left(&clock, law_day("2026-03-02")), 20);
	assert_int_equal(clock_left(&clock, law_day("2026-03-27")), 1);
	assert_int_equal(clock_left(&clock, law_day("2026-03-29")), 1);
	assert_int_equal(clock_left(&clock, law_day("2026-03-30")), 0);
	assert_int_equal(clock_left(&clock, law_day("2026-03-31")), -1);
	assert_int_equal(clock_left(&clock, law_day("2026-04-07")), -5);
	clock_suspend(&clock, law_day("2026-03-09"), law_day(""), "s", NULL);
	assert_int_equal(clock_left(&clock, law_day("2026-03-27")), 0);
}

/* ---- day by day ---- */

struct line_case {
	const char *date;
	enum day_kind kind;
	int counted;
	const char *name;
	const char *note;
};

static void assert_lines(const struct clock_day *days, const struct line_case *want,
			 size_t count)
{
	for (size_t i = 0; i < count; i++) {
		assert_day(days[i].date, want[i].date);
		assert_int_equal(days[i].kind, want[i].kind);
		assert_string_equal(days[i].name ? days[i].name : "none",
				    want[i].name ? want[i].name : "none");
		assert_string_equal(days[i].note ? days[i].note : "none",
				    want[i].note ? want[i].note : "none");
		assert_int_equal(days[i].counted, want[i].counted);
	}
}

static void the_days_are_told_one_by_one(void **state)
{
	static const struct line_case want[] = {
		{ "2026-09-17", DAY_WORKING, 0, NULL, NULL },
		{ "2026-09-18", DAY_WORKING, 1, NULL, NULL },
		{ "2026-09-19", DAY_WEEKEND, 0, NULL, NULL },
		{ "2026-09-20", DAY_MADE_UP, 2, "国庆节", NULL },
		{ "2026-09-21", DAY_WORKING, 3, NULL, NULL },
		{ "2026-09-22", DAY_WORKING, 0, NULL, "征求意见" },
		{ "2026-09-23", DAY_WORKING, 0, NULL, "征求意见" },
		{ "2026-09-24", DAY_WORKING, 4, NULL, NULL },
		{ "2026-09-25", DAY_HOLIDAY, 0, "中秋节", NULL },
		{ "2026-09-26", DAY_HOLIDAY, 0, "中秋节", NULL },
		{ "2026-09-27", DAY_HOLIDAY, 0, "中秋节", NULL },
		{ "2026-09-28", DAY_WORKING, 5, NULL, NULL },
	};
	struct law_state *law = *state;
	struct clock clock = clock_of(law, "2026-09-17", 5, W);
	struct clock_day days[32];

	clock_suspend(&clock, law_day("2026-09-22"), law_day("2026-09-23"), "征求意见",
		      NULL);
	assert_int_equal(clock_days(&clock, days, ARRAY_LEN(days)), ARRAY_LEN(want));
	assert_lines(days, want, ARRAY_LEN(want));
	assert_int_equal(clock_days(&clock, days, 3), 3);
}

static void the_days_a_term_moved_over_are_not_counted(void **state)
{
	static const struct line_case want[] = {
		{ "2026-03-05", DAY_WORKING, 0, NULL, NULL },
		{ "2026-03-06", DAY_WORKING, 1, NULL, NULL },
		{ "2026-03-07", DAY_WEEKEND, 2, NULL, NULL },
		{ "2026-03-08", DAY_WEEKEND, 0, NULL, NULL },
		{ "2026-03-09", DAY_WORKING, 0, NULL, NULL },
	};
	struct law_state *law = *state;
	struct clock clock = clock_of(law, "2026-03-05", 2, C);
	struct clock_day days[32];

	assert_int_equal(clock_days(&clock, days, ARRAY_LEN(days)), ARRAY_LEN(want));
	assert_lines(days, want, ARRAY_LEN(want));
}

static void a_paused_clock_is_told_up_to_its_pause(void **state)
{
	static const struct line_case want[] = {
		{ "2026-03-02", DAY_WORKING, 0, NULL, NULL },
		{ "2026-03-03", DAY_WORKING, 1, NULL, NULL },
		{ "2026-03-04", DAY_WORKING, 0, NULL, "征求意见" },
	};
	struct law_state *law = *state;
	struct clock clock = clock_of(law, "2026-03-02", 20, W);
	struct clock_day days[32];

	clock_suspend(&clock, law_day("2026-03-04"), law_day(""), "征求意见", NULL);
	assert_int_equal(clock_days(&clock, days, ARRAY_LEN(days)), ARRAY_LEN(want));
	assert_lines(days, want, ARRAY_LEN(want));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		LAW_TEST(due_days_are_those_found_by_stepping),
		LAW_TEST(random_clocks_agree_with_stepping),
		LAW_TEST(a_restart_begins_the_whole_term_anew),
		LAW_TEST(a_restart_ends_the_extension_before_it),
		LAW_TEST(a_suspension_before_a_restart_holds_by_its_dates),
		LAW_TEST(provisional_follows_the_due_day_back),
		LAW_TEST(every_step_says_where_it_led),
		LAW_TEST(a_move_stands_last_and_once),
		LAW_TEST(a_clock_without_a_start_has_no_due_day),
		LAW_TEST(the_state_follows_the_day),
		LAW_TEST(what_is_left_is_in_working_days),
		LAW_TEST(the_days_are_told_one_by_one),
		LAW_TEST(the_days_a_term_moved_over_are_not_counted),
		LAW_TEST(a_paused_clock_is_told_up_to_its_pause),
	};

	return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
