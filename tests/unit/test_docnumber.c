#include "unit/unit.h"

#include <string.h>

#include "base/buf.h"
#include "law/docnumber.h"

struct parse_case {
	const char *text;
	const char *
		standard; /* the number as the standard writes it; NULL when it is none */
	bool canonical;
};

static struct parse_case cases[] = {
	{ "东政发〔2018〕112号", "东政发〔2018〕112号", true },
	{ "国办公开办函〔2021〕30号", "国办公开办函〔2021〕30号", true },
	{ "建村〔2017〕192号", "建村〔2017〕192号", true },
	{ "法释〔2025〕8号", "法释〔2025〕8号", true },
	/* every bracket */
	{ "东政发[2018]112号", "东政发〔2018〕112号", false },
	{ "中办发[2015]2号", "中办发〔2015〕2号", false },
	{ "辽政办发(2014)74号", "辽政办发〔2014〕74号", false },
	{ "辽民发（2018）74号", "辽民发〔2018〕74号", false },
	{ "东政发【2018】112号", "东政发〔2018〕112号", false },
	{ "东政发〈2018〉112号", "东政发〔2018〕112号", false },
	{ "东政发［2018］112号", "东政发〔2018〕112号", false },
	{ "东政发﹝2018﹞112号", "东政发〔2018〕112号", false },
	{ "东政发〖2018〗112号", "东政发〔2018〕112号", false },
	{ "东政发〔2018]112号", "东政发〔2018〕112号", false },
	/* what the standard forbids and people write */
	{ "东政发〔2018〕第112号", "东政发〔2018〕112号", false },
	{ "东政发〔2018〕012号", "东政发〔2018〕12号", false },
	{ "东政发 〔2018〕 112 号", "东政发〔2018〕112号", false },
	{ "  东政发〔2018〕112号　", "东政发〔2018〕112号", false },
	{ "东政发〔２０１８〕１１２号", "东政发〔2018〕112号", false },
	{ "东政发〔2018年〕112号", "东政发〔2018〕112号", false },
	/* none */
	{ "", NULL, false },
	{ "东政发", NULL, false },
	{ "112号", NULL, false },
	{ "〔2018〕112号", NULL, false },
	{ "AB〔2018〕112号", NULL, false },
	{ "东政发〔2018〕112", NULL, false },
	{ "东政发〔2018〕号", NULL, false },
	{ "东政发〔2018〕0号", NULL, false },
	{ "东政发〔2018〕1234567号", NULL, false },
	{ "东政发〔18〕112号", NULL, false },
	{ "东政发〔20188〕112号", NULL, false },
	{ "东政发〔1066〕112号", NULL, false },
	{ "东政发2018〕112号", NULL, false },
	{ "东政发〔2018112号", NULL, false },
	{ "东政发〔2018〕112号文", NULL, false },
	{ "国务院令第711号", NULL, false },
	{ "一二三四五六七八九十一二三四五六七八九十一〔2018〕1号", NULL, false },
	{ "东政发〔2018〕\xe5\x8f", NULL, false },
};

static void parse(void **state)
{
	const struct parse_case *c = *state;
	struct arena arena = ARENA_INIT;
	struct docnumber number = { .year = -1 };
	bool found = docnumber_parse(&arena, c->text, &number);

	assert_int_equal(found, c->standard != NULL);
	if (found) {
		assert_string_equal(docnumber_text(&arena, &number), c->standard);
		assert_int_equal(number.canonical, c->canonical);
	} else {
		assert_int_equal(number.year, -1);
	}
	arena_clear(&arena);
}

struct find_case {
	const char *text;
	const char *found[3]; /* as written */
};

static struct find_case finds[] = {
	{ "东政发〔2018〕112号", { "东政发〔2018〕112号" } },
	{ "《关于推进工作的通知》(文财务函[2016]171号)等", { "文财务函[2016]171号" } },
	{ "建村〔2017〕192号等", { "建村〔2017〕192号" } },
	{ "根据东政发〔2018〕112号文件", { "东政发〔2018〕112号" } },
	{ "现将沙党办发〔2018〕9号和国办发〔2018〕23号转发",
	  { "沙党办发〔2018〕9号", "国办发〔2018〕23号" } },
	{ "国办发〔2017〕47号、国办发 (2019) 54 号,及其他",
	  { "国办发〔2017〕47号", "国办发 (2019) 54 号" } },
	{ "和政发〔2020〕1号", { "和政发〔2020〕1号" } },
	{ "贯彻落实国办发〔2019〕54号", { "国办发〔2019〕54号" } },
	{ "在(2018)年和〔2019〕年,办发〔2020〕3号", { "办发〔2020〕3号" } },
	{ "2018年第3号公告", { NULL } },
	{ "(2018)112号", { NULL } },
	{ "", { NULL } },
};

static void find(void **state)
{
	const struct find_case *c = *state;
	struct arena arena = ARENA_INIT;
	struct docnumber number;
	size_t from = 0;
	size_t start = 0;
	size_t end = 0;
	size_t count = 0;

	while (docnumber_find(&arena, c->text, from, &start, &end, &number)) {
		assert_true(count < ARRAY_LEN(c->found) && c->found[count]);
		assert_string_equal(arena_strndup(&arena, c->text + start, end - start),
				    c->found[count]);
		from = end;
		count++;
	}
	assert_true(count == ARRAY_LEN(c->found) || !c->found[count]);
	arena_clear(&arena);
}

static void a_found_number_says_how_it_was_written(void **state)
{
	struct arena arena = ARENA_INIT;
	struct docnumber number;
	size_t start;
	size_t end;

	(void)state;
	assert_true(docnumber_find(&arena, "依据国办发〔2018〕23号。", 0, &start, &end,
				   &number));
	assert_string_equal(number.prefix, "国办发");
	assert_int_equal(number.year, 2018);
	assert_int_equal(number.serial, 23);
	assert_true(number.canonical);
	assert_true(docnumber_find(&arena, "依据国办发[2018]23号。", 0, &start, &end,
				   &number));
	assert_false(number.canonical);
	arena_clear(&arena);
}

static void long_runs_without_a_number_take_little_time(void **state)
{
	struct arena arena = ARENA_INIT;
	auto_buf text = BUF_INIT;
	struct docnumber number;
	size_t start;
	size_t end;

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_adds(&text, "发 ");
	for (int i = 0; i < 100000; i++)
		buf_adds(&text, " ");
	for (int i = 0; i < 100000; i++)
		buf_adds(&text, "发〔");
	assert_false(docnumber_find(&arena, text.s, 0, &start, &end, &number));
	arena_clear(&arena);
}

int main(void)
{
	struct CMUnitTest tests[2 + ARRAY_LEN(cases) + ARRAY_LEN(finds)] = {
		cmocka_unit_test(a_found_number_says_how_it_was_written),
		cmocka_unit_test(long_runs_without_a_number_take_little_time),
	};
	size_t count = 2;

	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		tests[count++] = (struct CMUnitTest){ .name = cases[i].text,
						      .test_func = parse,
						      .initial_state = &cases[i] };
	for (size_t i = 0; i < ARRAY_LEN(finds); i++)
		tests[count++] = (struct CMUnitTest){ .name = finds[i].text,
						      .test_func = find,
						      .initial_state = &finds[i] };
	return cmocka_run_group_tests_name("docnumber", tests, NULL, NULL);
}
