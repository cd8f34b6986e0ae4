#include "unit/unit.h"

#include "law/limit.h"

struct limit_case {
	const char *phrase;
	enum limit_kind kind;
	enum limit_period period;
	struct limit_term terms[2];
	int show_count;
	enum day_unit show_unit;
	bool law_prevails;
};

#define WORKING(trigger, text, count)                        \
	{                                                    \
		TRIGGER_##trigger, text, count, DAYS_WORKING \
	}
#define CALENDAR(trigger, text, count)                        \
	{                                                     \
		TRIGGER_##trigger, text, count, DAYS_CALENDAR \
	}
#define TERM(phrase, ...)                                                     \
	{                                                                     \
		phrase, LIMIT_TERM, PERIOD_NONE, { __VA_ARGS__ }, 0, 0, false \
	}
#define TAILED(phrase, ...)                                                  \
	{                                                                    \
		phrase, LIMIT_TERM, PERIOD_NONE, { __VA_ARGS__ }, 0, 0, true \
	}
#define WITHOUT(phrase, kind, period)                                         \
	{                                                                     \
		phrase, LIMIT_##kind, PERIOD_##period, { { 0 } }, 0, 0, false \
	}

/* clang-format off */
static struct limit_case cases[] = {
	/* what the published catalogues write */
	TERM("信息形成20个工作日内公开", WORKING(FORMED, "信息形成", 20)),
	TERM("信息形成之后20个工作日内", WORKING(FORMED, "信息形成", 20)),
	TERM("信息形成之日起20个工作日内", WORKING(FORMED, "信息形成", 20)),
	TERM("信息形成或变更之日起20个工作日内", WORKING(FORMED, "信息形成或变更", 20)),
	TERM("信息形成或变更之日起20个工作日内公开", WORKING(FORMED, "信息形成或变更", 20)),
	TERM("信息形成或变更之日起3个工作日内", WORKING(FORMED, "信息形成或变更", 3)),
	TERM("信息形成或者变更之日起20个工作日内", WORKING(FORMED, "信息形成或者变更", 20)),
	TAILED("信息形成或者变更之日起20个工作日内。法律、法规对政府信息公开的期限另有规定的,从其规定。",
	       WORKING(FORMED, "信息形成或者变更", 20)),
	TERM("信息形成或者变更之日起20个工作日内公开", WORKING(FORMED, "信息形成或者变更", 20)),
	TERM("公开事项信息形成或变更之日起20个工作日内公开",
	     WORKING(FORMED, "公开事项信息形成或变更", 20)),
	TERM("分配结果确定后20个工作日内", WORKING(ALLOCATED, "分配结果确定", 20)),
	WITHOUT("制定或… (cut off in the excerpt)", UNREADABLE, NONE),
	TERM("制定或获取信息之日起10个工作日内", WORKING(FORMED, "制定或获取信息", 10)),
	{ "制定或获取信息之日起10个工作日内,公示7个工作日", LIMIT_TERM, PERIOD_NONE,
	  { WORKING(FORMED, "制定或获取信息", 10) }, 7, DAYS_WORKING, false },
	TERM("制定或获取备案政策之日起10个工作日内", WORKING(FORMED, "制定或获取备案政策", 10)),
	TERM("制定或获取扶持政策措施之日起10个工作日内",
	     WORKING(FORMED, "制定或获取扶持政策措施", 10)),
	TERM("制定或获取扶持补贴政策之日起10个工作日内",
	     WORKING(FORMED, "制定或获取扶持补贴政策", 10)),
	TERM("制定或获取指南之日起10个工作日内", WORKING(FORMED, "制定或获取指南", 10)),
	TERM("制定或获取文件之日起10个工作日内", WORKING(FORMED, "制定或获取文件", 10)),
	TERM("执法决定信息在决定作出之日起7个工作日内公开,其他相关信息形成或变更之日起20个工作日内公开",
	     WORKING(DECIDED, "执法决定信息在决定作出", 7),
	     WORKING(FORMED, "其他相关信息形成或变更", 20)),
	WITHOUT("按年公开", PERIODIC, YEAR),
	WITHOUT("按进展情况及时公开", PROMPT, NONE),
	TERM("本级人民代表大会或其常务委员会批准后20日内",
	     CALENDAR(APPROVED, "本级人民代表大会或其常务委员会批准", 20)),
	WITHOUT("永久公开", STANDING, NONE),
	TERM("自信息形成或者变更之日起20个工作日内予以公开",
	     WORKING(FORMED, "信息形成或者变更", 20)),
	WITHOUT("自政府信息形成或者变更… (cut off)", UNREADABLE, NONE),
	TAILED("自政府信息形成或者变更之日起20个工作日内。法律、法规对政府信息公开的期限另有规定的,从其规定",
	       WORKING(FORMED, "政府信息形成或者变更", 20)),
	TERM("部门预算经本级财政部门批复后20日内公开",
	     CALENDAR(APPROVED, "部门预算经本级财政部门批复", 20)),

	/* the words of the law and of domain usage */
	TERM("自颁布或印发之日起5个工作日内", WORKING(ISSUED, "颁布或印发", 5)),
	TERM("作出行政处罚决定之日起7个工作日内", WORKING(DECIDED, "作出行政处罚决定", 7)),
	TERM("自然灾害信息形成之日起3个工作日内", WORKING(FORMED, "自然灾害信息形成", 3)),
	TERM("信息形成之日起二十个工作日以内", WORKING(FORMED, "信息形成", 20)),
	TERM("批准之日起十五日内", CALENDAR(APPROVED, "批准", 15)),
	TERM("批准后20个自然日内", CALENDAR(APPROVED, "批准", 20)),
	TERM("批准后20天内", CALENDAR(APPROVED, "批准", 20)),
	TERM("批准后20日公开", CALENDAR(APPROVED, "批准", 20)),
	TERM("20个工作日", WORKING(FORMED, "", 20)),
	TERM("公开时限:信息形成之日起20个工作日内", WORKING(FORMED, "信息形成", 20)),
	TERM("信息形成或者变更之日起 ２０ 个工作日内。", WORKING(FORMED, "信息形成或者变更", 20)),
	TERM("公示期满后5个工作日内", WORKING(FORMED, "公示期满", 5)),
	TERM("信息形成之日起20个工作日内,长期公开", WORKING(FORMED, "信息形成", 20)),
	TERM("及时公开,最迟不超过信息形成之日起20个工作日",
	     WORKING(FORMED, "最迟不超过信息形成", 20)),
	TERM("自2018年1月1日起20个工作日内", WORKING(FORMED, "2018年1月1日", 20)),
	TERM("其他信息形成之日起20个工作日内,执法决定作出之日起7个工作日内",
	     WORKING(DECIDED, "执法决定作出", 7), WORKING(FORMED, "其他信息形成", 20)),
	TERM("甲类形成后10个工作日内,乙类形成后5个工作日内,丙类形成后20个工作日内",
	     WORKING(FORMED, "乙类形成", 5), WORKING(FORMED, "丙类形成", 20)),
	TERM("甲类形成后20个工作日内,乙类形成后10个工作日内,丙类形成后5个工作日内",
	     WORKING(FORMED, "丙类形成", 5), WORKING(FORMED, "甲类形成", 20)),
	TERM("批准后20日内,其他信息形成后20个工作日内",
	     CALENDAR(APPROVED, "批准", 20), WORKING(FORMED, "其他信息形成", 20)),
	TAILED("法律、法规另有规定的,从其规定;其他信息形成之日起20个工作日内",
	       WORKING(FORMED, "其他信息形成", 20)),
	TAILED("信息形成之日起20个工作日内(法律法规另有规定的除外)",
	       WORKING(FORMED, "信息形成", 20)),
	{ "公示7天", LIMIT_STANDING, PERIOD_NONE, { { 0 } }, 7, DAYS_CALENDAR, false },
	{ "公示期不少于5个工作日", LIMIT_STANDING, PERIOD_NONE, { { 0 } }, 5, DAYS_WORKING, false },
	{ "形成后10个工作日内公示7日", LIMIT_TERM, PERIOD_NONE,
	  { WORKING(FORMED, "形成", 10) }, 7, DAYS_CALENDAR, false },
	{ "每月结束后5个工作日内", LIMIT_TERM, PERIOD_MONTH,
	  { WORKING(FORMED, "每月结束", 5) }, 0, 0, false },
	{ "法律、法规另有规定的,从其规定", LIMIT_UNREADABLE, PERIOD_NONE, { { 0 } }, 0, 0, true },
	WITHOUT("及时公开", PROMPT, NONE),
	WITHOUT("即时公开", PROMPT, NONE),
	WITHOUT("实时", PROMPT, NONE),
	WITHOUT("长期公开,及时更新", PROMPT, NONE),
	WITHOUT("每周", PERIODIC, WEEK),
	WITHOUT("每月", PERIODIC, MONTH),
	WITHOUT("每月10日公开", PERIODIC, MONTH),
	WITHOUT("每季度", PERIODIC, QUARTER),
	WITHOUT("按季度公开", PERIODIC, QUARTER),
	WITHOUT("每半年", PERIODIC, HALF_YEAR),
	WITHOUT("每年1月31日前公开", PERIODIC, YEAR),
	WITHOUT("每季度第一个工作日", PERIODIC, QUARTER),
	WITHOUT("长期公开", STANDING, NONE),
	WITHOUT("", UNREADABLE, NONE),
	WITHOUT("20", UNREADABLE, NONE),
	WITHOUT("工作日内", UNREADABLE, NONE),
	WITHOUT("0个工作日内", UNREADABLE, NONE),
	WITHOUT("1000个工作日内", UNREADABLE, NONE),
	WITHOUT("99999999999999999999个工作日内", UNREADABLE, NONE),
	WITHOUT("1个月内", UNREADABLE, NONE),
	WITHOUT("3月31日内", UNREADABLE, NONE),
	WITHOUT("\xe5\xb7\xa5 20\xff", UNREADABLE, NONE),
};
/* clang-format on */

static void parse(void **state)
{
	const struct limit_case *c = *state;
	struct arena arena = ARENA_INIT;
	struct limit limit = limit_parse(&arena, c->phrase);
	size_t count = 0;

	while (count < ARRAY_LEN(c->terms) && c->terms[count].count)
		count++;
	assert_int_equal(limit.kind, c->kind);
	assert_int_equal(limit.period, c->period);
	assert_int_equal(limit.term_count, count);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(limit.terms[i].trigger, c->terms[i].trigger);
		assert_string_equal(limit.terms[i].trigger_text,
				    c->terms[i].trigger_text);
		assert_int_equal(limit.terms[i].count, c->terms[i].count);
		assert_int_equal(limit.terms[i].unit, c->terms[i].unit);
	}
	assert_int_equal(limit.show_count, c->show_count);
	if (c->show_count)
		assert_int_equal(limit.show_unit, c->show_unit);
	assert_int_equal(limit.law_prevails, c->law_prevails);
	arena_clear(&arena);
}

static void the_main_term_is_the_longest(void **state)
{
	struct arena arena = ARENA_INIT;
	struct limit limit = limit_parse(&arena, "决定作出7个工作日内,其他20个工作日内");

	(void)state;
	assert_int_equal(limit_main_term(&limit)->count, 20);
	limit = limit_parse(&arena, "决定作出7个工作日内");
	assert_int_equal(limit_main_term(&limit)->count, 7);
	limit = limit_parse(&arena, "及时公开");
	assert_null(limit_main_term(&limit));
	arena_clear(&arena);
}

struct lawful_case {
	const char *phrase;
	bool lawful;
};

static void the_law_allows_twenty_days(void **state)
{
	static const struct lawful_case lawful[] = {
		{ "信息形成之日起20个工作日内", true },
		{ "信息形成之日起3个工作日内", true },
		{ "信息形成之日起21个工作日内", false },
		{ "信息形成之日起30个工作日内", false },
		{ "批准后20日内", true },
		{ "批准后21日内", false },
		{ "批准后30日内", false },
		{ "决定作出7个工作日内,其他30个工作日内", false },
		{ "形成后10个工作日内,公示30个工作日", true },
		{ "及时公开", true },
		{ "按年公开", true },
		{ "长期公开", true },
	};
	struct arena arena = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(lawful); i++) {
		struct limit limit = limit_parse(&arena, lawful[i].phrase);

		assert_int_equal(limit_is_lawful(&limit), lawful[i].lawful);
	}
	arena_clear(&arena);
}

int main(void)
{
	struct CMUnitTest tests[2 + ARRAY_LEN(cases)] = {
		cmocka_unit_test(the_main_term_is_the_longest),
		cmocka_unit_test(the_law_allows_twenty_days),
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		tests[2 + i] = (struct CMUnitTest){ .name = cases[i].phrase,
						    .test_func = parse,
						    .initial_state = &cases[i] };
	return cmocka_run_group_tests_name("limit", tests, NULL, NULL);
}
