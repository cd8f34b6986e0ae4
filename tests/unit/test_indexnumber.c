#include "unit/unit.h"

#include "law/indexnumber.h"

struct parse_case {
	const char *text;
	enum index_form form;
	const char *code;
	int year;
	int month;
	const char *serial;
};

static struct parse_case cases[] = {
	{ "640502017/2018-41187", INDEX_COMMON, "640502017", 2018, 0, "41187" },
	{ "000014349/2017-00110", INDEX_COMMON, "000014349", 2017, 0, "00110" },
	{ "11341702486344515H/202110-00013", INDEX_COMMON, "11341702486344515H", 2021, 10,
	  "00013" },
	{ "12620600MB0523338C/2025-04735", INDEX_COMMON, "12620600MB0523338C", 2025, 0,
	  "04735" },
	{ "11330782322980056Q/2024-547742", INDEX_COMMON, "11330782322980056Q", 2024, 0,
	  "547742" },
	{ "000000001/2021-00151", INDEX_COMMON, "000000001", 2021, 0, "00151" },
	{ "014416330/2018-04736", INDEX_COMMON, "014416330", 2018, 0, "04736" },
	{ "xgz/2026-00001", INDEX_COMMON, "xgz", 2026, 0, "00001" },
	{ "014560025/2023-06702", INDEX_COMMON, "014560025", 2023, 0, "06702" },
	{ "01527918-X/2023-06702", INDEX_COMMON, "01527918-X", 2023, 0, "06702" },
	/* full width, and blanks around */
	{ "　６４０５０２０１７／２０１８－４１１８７ ", INDEX_COMMON, "640502017", 2018,
	  0, "41187" },
	{ "/2015-34352", INDEX_CODE_MISSING, "", 2015, 0, "34352" },
	{ "/201512-34352", INDEX_CODE_MISSING, "", 2015, 12, "34352" },
	/* local forms */
	{ "01526096-4-/2022-0822005", INDEX_LOCAL, "01526096-4", 2022, 0, "0822005" },
	{ "01527918X-2020-153077", INDEX_LOCAL, "01527918X", 2020, 0, "153077" },
	{ "za779940273-2023-000071", INDEX_LOCAL, "za779940273", 2023, 0, "000071" },
	{ "32070-12-2008-0017", INDEX_LOCAL, "32070-12", 2008, 0, "0017" },
	{ "330203-002-0101-20-20090312-00045", INDEX_LOCAL, "330203-002-0101-20", 2009, 3,
	  "00045" },
	{ "530000012345678901234", INDEX_LOCAL, "", 0, 0, "" },
	{ "640502017/201813-41187", INDEX_LOCAL, "", 0, 0, "" },
	{ "640502017/2018-", INDEX_LOCAL, "640502017", 2018, 0, "" },
	{ "640502017/2018-41187/2", INDEX_LOCAL, "640502017", 2018, 0, "2" },
	{ "640502017/2018-41a", INDEX_LOCAL, "640502017", 2018, 0, "41a" },
	{ "2018-00112", INDEX_LOCAL, "", 0, 0, "" },
	/* none */
	{ "", INDEX_UNREADABLE, "", 0, 0, "" },
	{ "/-", INDEX_UNREADABLE, "", 0, 0, "" },
	{ "无", INDEX_UNREADABLE, "", 0, 0, "" },
	{ "640502017 2018-41187", INDEX_UNREADABLE, "", 0, 0, "" },
	{ "东政发〔2018〕112号", INDEX_UNREADABLE, "", 0, 0, "" },
	{ "640502017/2018\xff", INDEX_UNREADABLE, "", 0, 0, "" },
};

static void parse(void **state)
{
	const struct parse_case *c = *state;
	struct arena arena = ARENA_INIT;
	struct indexnumber number = indexnumber_parse(&arena, c->text);

	assert_int_equal(number.form, c->form);
	assert_string_equal(number.code, c->code);
	assert_int_equal(number.year, c->year);
	assert_int_equal(number.month, c->month);
	assert_string_equal(number.serial, c->serial);
	arena_clear(&arena);
}

static void what_is_made_is_common(void **state)
{
	struct arena arena = ARENA_INIT;
	const char *text = indexnumber_make(&arena, "640502017", "2018-00112");

	(void)state;
	assert_string_equal(text, "640502017/2018-00112");
	assert_int_equal(indexnumber_parse(&arena, text).form, INDEX_COMMON);
	arena_clear(&arena);
}

int main(void)
{
	struct CMUnitTest tests[1 + ARRAY_LEN(cases)] = {
		cmocka_unit_test(what_is_made_is_common),
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		tests[1 + i] = (struct CMUnitTest){ .name = cases[i].text,
						    .test_func = parse,
						    .initial_state = &cases[i] };
	return cmocka_run_group_tests_name("indexnumber", tests, NULL, NULL);
}
