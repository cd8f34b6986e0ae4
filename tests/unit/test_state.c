#include "unit/unit.h"

#include "record/state.h"

#define FIRST                                                                 \
	{                                                                     \
		.date = { 2024, 1, 1 }, .act = ACT_CLEAR, .step = STEP_FIRST, \
		.verdict = VERDICT_PASS                                       \
	}
#define FINAL(verdict_)                                                       \
	{                                                                     \
		.date = { 2024, 1, 3 }, .act = ACT_CLEAR, .step = STEP_FINAL, \
		.verdict = (verdict_)                                         \
	}
#define SECRECY                                                                 \
	{                                                                       \
		.date = { 2024, 1, 4 }, .act = ACT_CLEAR, .step = STEP_SECRECY, \
		.verdict = VERDICT_PASS                                         \
	}
#define RETURNED(day_)                                                              \
	{                                                                           \
		.date = { 2024, 1, (day_) }, .act = ACT_CLEAR, .step = STEP_SECOND, \
		.verdict = VERDICT_RETURN                                           \
	}
#define PUBLISH(day_, channel_)                                                        \
	{                                                                              \
		.date = { 2024, 2, (day_) }, .act = ACT_PUBLISH, .channel = (channel_) \
	}
#define POST(day_, place_)                                                        \
	{                                                                         \
		.date = { 2024, 2, (day_) }, .act = ACT_POST, .channel = "board", \
		.place = (place_)                                                 \
	}
#define DOWN(day_, channel_, place_)                               \
	{                                                          \
		.date = { 2024, 2, (day_) }, .act = ACT_TAKE_DOWN, \
		.channel = (channel_), .place = (place_)           \
	}
#define WITHDRAW(month_)                                            \
	{                                                           \
		.date = { 2024, (month_), 20 }, .act = ACT_WITHDRAW \
	}
#define REFER                                            \
	{                                                \
		.date = { 2024, 1, 5 }, .act = ACT_REFER \
	}

struct state_case {
	const char *label;
	struct event events[6];
	enum record_state state;
};

static struct state_case state_cases[] = {
	{ "nothing happened: a draft", { { .act = ACT_NONE } }, STATE_DRAFT },
	{ "a first step: in clearance", { FIRST }, STATE_CLEARING },
	{ "the final step passed: cleared",
	  { FIRST, FINAL(VERDICT_PASS) },
	  STATE_CLEARED },
	{ "passed in part: cleared", { FIRST, FINAL(VERDICT_PART) }, STATE_CLEARED },
	{ "a step after the final one keeps it",
	  { FINAL(VERDICT_PASS), SECRECY },
	  STATE_CLEARED },
	{ "withheld in the end: archived",
	  { FIRST, FINAL(VERDICT_WITHHOLD) },
	  STATE_ARCHIVED },
	{ "on request in the end: archived", { FINAL(VERDICT_REQUEST) }, STATE_ARCHIVED },
	{ "returned", { FIRST, RETURNED(2) }, STATE_RETURNED },
	{ "returned, then cleared", { RETURNED(2), FINAL(VERDICT_PASS) }, STATE_CLEARED },
	{ "cleared, then returned",
	  { FINAL(VERDICT_PASS), RETURNED(9) },
	  STATE_RETURNED },
	{ "returned after the final step, then begun again",
	  { FINAL(VERDICT_PASS),
	    RETURNED(4),
	    { .date = { 2024, 1, 9 },
	      .act = ACT_CLEAR,
	      .step = STEP_FIRST,
	      .verdict = VERDICT_PASS } },
	  STATE_CLEARING },
	{ "referred upwards", { FIRST, REFER }, STATE_REFER },
	{ "referred by a verdict", { FIRST, FINAL(VERDICT_REFER) }, STATE_REFER },
	{ "published", { FINAL(VERDICT_PASS), PUBLISH(1, "website") }, STATE_PUBLISHED },
	{ "written down in another order",
	  { PUBLISH(1, "website"), FINAL(VERDICT_PASS) },
	  STATE_PUBLISHED },
	{ "posted on a board", { POST(1, "大院") }, STATE_PUBLISHED },
	{ "being cleared again while on show",
	  { PUBLISH(1, "website"),
	    { .date = { 2024, 3, 1 }, .act = ACT_CLEAR, .verdict = VERDICT_RETURN } },
	  STATE_PUBLISHED },
	{ "taken down on its only channel",
	  { PUBLISH(1, "website"), DOWN(2, "website", NULL) },
	  STATE_ARCHIVED },
	{ "taken down on one of two channels",
	  { PUBLISH(1, "website"), PUBLISH(1, "wechat"), DOWN(2, "website", NULL) },
	  STATE_PUBLISHED },
	{ "taken down at one of two places",
	  { POST(1, "大院"), POST(1, "村口"), DOWN(2, "board", "村口") },
	  STATE_PUBLISHED },
	{ "taken down at all places",
	  { POST(1, "大院"), POST(1, "村口"), DOWN(2, "board", NULL) },
	  STATE_ARCHIVED },
	{ "published again after it was taken down",
	  { PUBLISH(1, "website"), DOWN(2, "website", NULL), PUBLISH(3, "website") },
	  STATE_PUBLISHED },
	{ "withdrawn", { PUBLISH(1, "website"), WITHDRAW(2) }, STATE_WITHDRAWN },
	{ "withdrawn, then cleared again",
	  { WITHDRAW(2),
	    { .date = { 2024, 3, 1 },
	      .act = ACT_CLEAR,
	      .step = STEP_FINAL,
	      .verdict = VERDICT_PASS } },
	  STATE_CLEARED },
	{ "cleared before it was withdrawn, then begun again",
	  { FINAL(VERDICT_PASS),
	    WITHDRAW(2),
	    { .date = { 2024, 3, 1 },
	      .act = ACT_CLEAR,
	      .step = STEP_FIRST,
	      .verdict = VERDICT_PASS } },
	  STATE_CLEARING },
	{ "withdrawn and published again the same day",
	  { WITHDRAW(2),
	    { .date = { 2024, 2, 20 }, .act = ACT_PUBLISH, .channel = "website" } },
	  STATE_PUBLISHED },
	{ "corrected, reviewed and handed over: as before",
	  { FINAL(VERDICT_PASS),
	    { .date = { 2024, 3, 1 }, .act = ACT_ERRATUM },
	    { .date = { 2024, 3, 1 }, .act = ACT_REVIEW },
	    { .date = { 2024, 3, 1 }, .act = ACT_HAND_OVER } },
	  STATE_CLEARED },
};

static void tell_state(void **state)
{
	struct state_case *c = *state;
	struct common common = { .events = { .items = c->events } };

	while (common.events.count < ARRAY_LEN(c->events) &&
	       c->events[common.events.count].act)
		common.events.count++;
	assert_int_equal(record_state(&common), c->state);
}

static void the_last_event_is_the_latest_and_of_one_day_the_last(void **state)
{
	struct event events[] = {
		{ .date = { 2024, 1, 2 }, .act = ACT_CLEAR, .by = "甲" },
		{ .date = { 2024, 1, 2 }, .act = ACT_CLEAR, .by = "乙" },
		{ .date = { 2024, 1, 1 }, .act = ACT_CLEAR, .by = "丙" },
		{ .date = { 2024, 1, 3 }, .act = ACT_PUBLISH },
	};
	const struct common common = { .events = { .items = events,
						   .count = ARRAY_LEN(events) } };

	(void)state;
	assert_string_equal(last_event(&common, ACT_CLEAR)->by, "乙");
	assert_null(last_event(&common, ACT_REVIEW));
}

int main(void)
{
	struct CMUnitTest tests[40] = {
		cmocka_unit_test(the_last_event_is_the_latest_and_of_one_day_the_last),
	};
	size_t count = 1;

	for (size_t i = 0; i < ARRAY_LEN(state_cases); i++)
		tests[count++] = (struct CMUnitTest){ .name = state_cases[i].label,
						      .test_func = tell_state,
						      .initial_state = &state_cases[i] };
	return _cmocka_run_group_tests("state", tests, count, NULL, NULL);
}
