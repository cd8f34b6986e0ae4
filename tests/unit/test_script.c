#include "unit/unit.h"

#include <string.h>

#include "base/script.h"

struct script_case {
	const char *label;
	const char *text;
	const char *folded;
};

static const struct script_case script_cases[] = {
	{ "nothing stays nothing", "", "" },
	{ "simplified text stays", "东园镇 2018 年工作要点", "东园镇 2018 年工作要点" },
	{ "traditional text is simplified", "鄉鎮政務公開標準目錄",
	  "乡镇政务公开标准目录" },
	{ "only what differs is replaced", "公開栏A開", "公开栏A开" },
	{ "of several forms the first is taken", "乾", "干" },
	{ "a form outside of the first plane", "餱糧", "糇粮" },
	{ "a broken byte stays", "開\xFF開", "开\xFF开" },
};

static void texts(void **state)
{
	const struct script_case *c = *state;
	auto_buf text = BUF_INIT;

	buf_adds(&text, c->text);
	script_fold(&text, 0);
	assert_string_equal(text.s, c->folded);
}

static void what_stands_before_is_left_alone(void **state)
{
	auto_buf text = BUF_INIT;

	(void)state;
	buf_adds(&text, "開開");
	script_fold(&text, strlen("開"));
	assert_string_equal(text.s, "開开");
}

static void folding_twice_changes_nothing(void **state)
{
	(void)state;
	for (uint32_t code = 0x3400; code < 0x30000; code++) {
		uint32_t once = script_simplified(code);

		if (script_simplified(once) != once)
			fail_msg("U+%04X", (unsigned int)code);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_stands_before_is_left_alone),
		cmocka_unit_test(folding_twice_changes_nothing),
	};
	struct CMUnitTest rows[ARRAY_LEN(script_cases)];

	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		rows[i] = UNIT_ROW(texts, &script_cases[i]);
	return cmocka_run_group_tests_name("script", tests, NULL, NULL) +
	       cmocka_run_group_tests_name("script cases", rows, NULL, NULL);
}
