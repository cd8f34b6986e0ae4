#include "unit/unit.h"

#include "base/near.h"

struct near_case {
	const char *label;
	const char *a;
	const char *b;
	size_t distance;
};

static const struct near_case cases[] = {
	{ "the same word", "title", "title", 0 },
	{ "two letters changed places", "titel", "title", 2 },
	{ "one letter too many", "titlle", "title", 1 },
	{ "one letter too few", "tile", "title", 1 },
	{ "another letter", "tidle", "title", 1 },
	{ "nothing and a word", "", "title", 5 },
	{ "Chinese counts by characters", "标题名", "标题", 1 },
	{ "too long a word", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a",
	  NEAR_MAX + 1 },
};

static void the_distance_is_counted_both_ways(void **state)
{
	const struct near_case *one = *state;

	assert_int_equal(near_distance(one->a, one->b), one->distance);
	assert_int_equal(near_distance(one->b, one->a), one->distance);
}

static void the_longer_the_word_the_more_may_be_wrong(void **state)
{
	(void)state;
	assert_int_equal(near_limit(""), 0);
	assert_int_equal(near_limit("a"), 0);
	assert_int_equal(near_limit("标题"), 1);
	assert_int_equal(near_limit("abcd"), 1);
	assert_int_equal(near_limit("abcde"), 2);
	assert_int_equal(near_limit("abcdefgh"), 3);
}

int main(void)
{
	struct CMUnitTest tests[ARRAY_LEN(cases) + 1];
	size_t count = 0;

	for (; count < ARRAY_LEN(cases); count++)
		tests[count] = UNIT_ROW(the_distance_is_counted_both_ways, &cases[count]);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		the_longer_the_word_the_more_may_be_wrong);
	return _cmocka_run_group_tests("near", tests, count, NULL, NULL);
}
