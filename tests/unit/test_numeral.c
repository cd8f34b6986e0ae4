#include "unit/unit.h"

#include <string.h>

#include "base/numeral.h"

struct number_case {
	const char *text;
	int value; /* 0 when it is none */
};

static void numbers_are_read(void **state)
{
	static const struct number_case numbers[] = {
		{ "一", 1 },
		{ "十", 10 },
		{ "十一", 11 },
		{ "一十一", 11 },
		{ "二十", 20 },
		{ "九十九", 99 },
		{ "一百", 100 },
		{ "一百零二", 102 },
		{ "一百〇二", 102 },
		{ "一百一十", 110 },
		{ "一百一十二", 112 },
		{ "两百", 200 },
		{ "一千零一", 1001 },
		{ "一千零一十", 1010 },
		{ "一千一百", 1100 },
		{ "九千九百九十九", 9999 },
		{ "二〇一八", 2018 },
		{ "一二", 12 },
		{ "102", 102 },
		{ "１０２", 102 },
		{ "9999", 9999 },
		/* none */
		{ "", 0 },
		{ "零", 0 },
		{ "0", 0 },
		{ "10000", 0 },
		{ "99999999999999999999", 0 },
		{ "一百二", 0 },
		{ "百", 0 },
		{ "一百十", 0 },
		{ "十十", 0 },
		{ "十百", 0 },
		{ "一百零", 0 },
		{ "一百零二十", 0 },
		{ "一千百", 0 },
		{ "零十", 0 },
		{ "二零十", 0 },
		{ "一万", 0 },
		{ "一1", 0 },
		{ "1一", 0 },
		{ "二〇一八九", 0 },
		{ "一一一一一一一一一一一一", 0 },
		{ "条", 0 },
		{ "-1", 0 },
		{ "\xe4\xb8", 0 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		int value = chinese_number(numbers[i].text, strlen(numbers[i].text));

		if (value != numbers[i].value)
			fail_msg("%s: %d", numbers[i].text, value);
	}
}

static void every_number_reads_back(void **state)
{
	struct arena arena = ARENA_INIT;

	(void)state;
	for (int n = 1; n <= 9999; n++) {
		const char *text = chinese_number_text(&arena, n);

		assert_int_equal(chinese_number(text, strlen(text)), n);
	}
	arena_clear(&arena);
}

static void numbers_are_written_as_laws_write_them(void **state)
{
	struct arena arena = ARENA_INIT;

	(void)state;
	assert_string_equal(chinese_number_text(&arena, 5), "五");
	assert_string_equal(chinese_number_text(&arena, 10), "十");
	assert_string_equal(chinese_number_text(&arena, 11), "十一");
	assert_string_equal(chinese_number_text(&arena, 56), "五十六");
	assert_string_equal(chinese_number_text(&arena, 102), "一百零二");
	assert_string_equal(chinese_number_text(&arena, 110), "一百一十");
	assert_string_equal(chinese_number_text(&arena, 1010), "一千零一十");
	assert_string_equal(chinese_number_text(&arena, 0), "0");
	assert_string_equal(chinese_number_text(&arena, 10000), "10000");
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_read),
		cmocka_unit_test(every_number_reads_back),
		cmocka_unit_test(numbers_are_written_as_laws_write_them),
	};

	return cmocka_run_group_tests_name("numeral", tests, NULL, NULL);
}
