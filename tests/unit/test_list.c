#include "unit/unit.h"

#include "base/list.h"

struct place {
	int line;
	int column;
};

static void an_empty_list_has_nothing(void **state)
{
	const struct strings list = { .count = 0 };

	(void)state;
	assert_false(strings_has(&list, ""));
	assert_null(list.items);
}

static void texts_are_found_by_content(void **state)
{
	struct strings list = { .count = 0 };
	char same[] = "公开";

	strings_add(*state, &list, "目录");
	strings_add(*state, &list, "公开");
	assert_true(strings_has(&list, same));
	assert_false(strings_has(&list, "公"));
	assert_false(strings_has(&list, ""));
}

static void texts_keep_their_order_while_the_list_grows(void **state)
{
	static const char *const texts[] = { "a", "b", "c" };
	struct strings list = { .count = 0 };

	for (size_t i = 0; i < 1000; i++)
		strings_add(*state, &list, texts[i % 3]);
	assert_int_equal(list.count, 1000);
	for (size_t i = 0; i < 1000; i++)
		assert_ptr_equal(list.items[i], texts[i % 3]);
}

static void new_items_are_zeroed_and_earlier_ones_kept(void **state)
{
	struct list list = { .count = 0 };

	for (int i = 0; i < 100; i++) {
		struct place *place = list_add(*state, &list, sizeof(*place));

		assert_int_equal(place->line, 0);
		assert_int_equal(place->column, 0);
		*place = (struct place){ .line = i, .column = -i };
	}
	assert_int_equal(list.count, 100);
	for (int i = 0; i < 100; i++) {
		assert_int_equal(list_at(&list, struct place, i)->line, i);
		assert_int_equal(list_at(&list, struct place, i)->column, -i);
	}
}

static void an_array_with_room_stays_where_it_is(void **state)
{
	size_t room = 0;
	int *items = array_grow(*state, NULL, 0, &room, sizeof(*items));

	assert_true(room > 0);
	items[0] = 42;
	if (room > 1)
		assert_ptr_equal(array_grow(*state, items, 1, &room, sizeof(*items)),
				 items);
	items = array_grow(*state, items, room, &room, sizeof(*items));
	assert_int_equal(items[0], 42);
	items[room - 1] = 1;
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

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_list_has_nothing),
		TEST(texts_are_found_by_content),
		TEST(texts_keep_their_order_while_the_list_grows),
		TEST(new_items_are_zeroed_and_earlier_ones_kept),
		TEST(an_array_with_room_stays_where_it_is),
	};

	return cmocka_run_group_tests_name("list", tests, NULL, NULL);
}
