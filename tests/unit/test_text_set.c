#include "unit/unit.h"

#include <stdio.h>

#include "base/text_set.h"

static void an_empty_set_has_nothing(void **state)
{
	const struct text_set set = { .arena = *state };

	assert_int_equal(text_set_find(&set, ""), TEXT_ABSENT);
}

static void texts_are_numbered_in_order_of_coming(void **state)
{
	struct text_set set = { .arena = *state };

	assert_int_equal(text_set_add(&set, "公开"), 0);
	assert_int_equal(text_set_add(&set, ""), 1);
	assert_int_equal(text_set_add(&set, "公开"), 0);
	assert_int_equal(set.count, 2);
	assert_string_equal(set.items[1], "");
	assert_int_equal(text_set_find(&set, ""), 1);
	assert_int_equal(text_set_find(&set, "公"), TEXT_ABSENT);
}

static void what_is_added_is_copied(void **state)
{
	struct text_set set = { .arena = *state };
	char text[] = "a";

	(void)text_set_add(&set, text);
	text[0] = 'b';
	assert_int_equal(text_set_find(&set, "a"), 0);
	assert_int_equal(text_set_find(&set, "b"), TEXT_ABSENT);
}

static void many_are_found_again(void **state)
{
	struct text_set set = { .arena = *state };
	char text[16];

	for (unsigned int i = 0; i < 20000; i++) {
		(void)snprintf(text, sizeof(text), "mz-%04u", i);
		assert_int_equal(text_set_add(&set, text), i);
	}
	for (unsigned int i = 0; i < 20000; i++) {
		(void)snprintf(text, sizeof(text), "mz-%04u", i);
		assert_int_equal(text_set_find(&set, text), i);
	}
}

static int setup(void **state)
{
	static struct arena arena;

	arena = ARENA_INIT;
	*state = &arena;
	return 0;
}

static int teardown(void **state)
{
	arena_clear(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_empty_set_has_nothing, setup,
						teardown),
		cmocka_unit_test_setup_teardown(texts_are_numbered_in_order_of_coming,
						setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_added_is_copied, setup, teardown),
		cmocka_unit_test_setup_teardown(many_are_found_again, setup, teardown),
	};

	return cmocka_run_group_tests_name("text_set", tests, NULL, NULL);
}
