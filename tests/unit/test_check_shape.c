#include "unit/scratch_catalogue.h"

#include "record/document.h"

#define DOCUMENT "documents/2018/00/2018-00002.yaml"

/* What a clerk is told of a file as people really break them: place, text and mending. */
struct broken_case {
	const char *label;
	const char *bytes;
	enum rule_id rule;
	uint32_t line;
	const char *text; /* a part of what is said */
};

static const struct broken_case broken[] = {
	{ "no blank behind the colon", "unit: dz\ntitle:植树\nsummary: 概述\n",
	  RULE_SYNTAX, 2, "no blank stands behind the colon of a key" },
	{ "a colon inside a text", "title: 关于: 植树\n", RULE_SYNTAX, 1,
	  "a second colon stands in this line" },
	{ "a key indented too far", "title: 植树\n  summary: 概述\n", RULE_SYNTAX, 2,
	  "indented further than the one that it follows" },
	{ "a key indented unlike its neighbours",
	  "disclosure:\n  attribute: proactive\n   by: 张某\n", RULE_SYNTAX, 3,
	  "indented further than the one that it follows" },
	{ "an open quote", "title: \"植树\nsummary: 概述\n", RULE_SYNTAX, 1,
	  "a quote is opened here and never closed" },
	{ "an open bracket", "items: [dz-0001\nunit: dz\n", RULE_SYNTAX, 2,
	  "the bracket [ is not closed" },
	{ "an open brace", "disclosure: {attribute: proactive\nunit: dz\n", RULE_SYNTAX,
	  2, "the brace { is not closed" },
	{ "text behind a closing quote", "title: \"植树\"通知\n", RULE_SYNTAX, 1,
	  "text stands behind a closing quote" },
	{ "a list beside its key", "items: - dz-0001\n", RULE_SYNTAX, 1,
	  "a list begins on a line of its own" },
	{ "a value that begins with a sign of YAML", "title: @全体村民\n", RULE_SYNTAX, 1,
	  "put it in quotes" },
	{ "a backslash in double quotes", "title: \"a\\d\"\n", RULE_SYNTAX, 1,
	  "a backslash in double quotes" },
	{ "text beside the bar", "body: |正文\n", RULE_SYNTAX, 1,
	  "begins on the line below | or >" },
	{ "a line that belongs to no key", "title: 植树\n正文没有键\nunit: dz\n",
	  RULE_SYNTAX, 2, "a line without a key" },
	{ "a comma too many", "items: [,]\n", RULE_SYNTAX, 1,
	  "a value is missing between two commas" },
	{ "a day that the month does not have", "formed: 2018-02-30\n", RULE_DATE_INVALID,
	  1,
	  "'2018-02-30' is no day: the month has no such day|write it as year-month-day, "
	  "like 2018-07-04" },
	{ "a month that the year does not have", "formed: 2018-13-01\n",
	  RULE_DATE_INVALID, 1, "'2018-13-01' is no day: the year has twelve months" },
	{ "a day as people write it", "formed: 2018.7.9\n", RULE_DATE_INVALID, 1,
	  "'2018.7.9' is no day|write it as 2018-07-09" },
	{ "a day in Chinese", "formed: 2018年7月9日\n", RULE_DATE_INVALID, 1,
	  "write it as 2018-07-09" },
	{ "no day at all", "formed: 去年\n", RULE_DATE_INVALID, 1,
	  "'去年' is no day|write it as year-month-day, like 2018-07-04" },
	{ "a day that a spreadsheet shows as a number", "formed: 43285\n",
	  RULE_DATE_INVALID, 1, "'43285' is no day|write it as 2018-07-04" },
	{ "a list with the commas of Chinese text", "items: [dz-0001，dz-0002]\n",
	  RULE_FULL_WIDTH, 1, "the full-width sign '，'" },
	{ "values that Chinese signs hold together", "tasks: [甲、乙]\nform: 通知；函\n",
	  RULE_FULL_WIDTH, 2, "the full-width sign '；'" },
	{ "the name of a unit for its id", "unit: 党政办\n", RULE_REF_INVALID, 1,
	  "'党政办' cannot be the id of a unit|gk list unit shows those there are" },
	{ "a value by its label", "type: 通知公告\n", RULE_CHOICE_INVALID, 1,
	  "did you mean notice?" },
	{ "a value misspelt", "type: notce\n", RULE_CHOICE_INVALID, 1,
	  "did you mean notice?" },
	{ "a value inside a group", "disclosure: 主动公开\n", RULE_CHOICE_INVALID, 1,
	  "did you mean proactive?" },
	{ "a value like none", "type: 完全不同的东西\n", RULE_CHOICE_INVALID, 1,
	  "|one of: policy" },
	{ "a key by its label", "标题: 植树\n", RULE_FIELD_UNKNOWN, 1,
	  "did you mean title?" },
	{ "a key misspelt", "titel: 植树\n", RULE_FIELD_UNKNOWN, 1,
	  "did you mean title?" },
	{ "a text that breaks off before a sign of YAML", "summary: 范围见 # 附件\n",
	  RULE_TEXT_CUT, 1, "'# 附件' is a comment to YAML" },
	{ "a number of a building", "title: 拆除3 #楼\n", RULE_TEXT_CUT, 1, "'#楼'" },
	{ "a name between two signs", "title: 关于 #平安乡镇# 活动\n", RULE_TEXT_CUT, 1,
	  "'#平安乡镇# 活动'" },
	{ "a bracket that a comment closes", "summary: 清理（一 # 二）\n", RULE_TEXT_CUT,
	  1, "'# 二）'" },
	{ "a remark behind a text", "summary: 清理河道 # 附件是表\n", RULE_TEXT_CUT, 0,
	  "" },
	{ "a remark without a blank", "summary: 清理河道 #待核\n", RULE_TEXT_CUT, 0, "" },
	{ "a remark behind an id", "unit: dz # 党政办\n", RULE_TEXT_CUT, 0, "" },
	{ "a remark behind a number", "number: 东政发〔2018〕1号 # 核过\n", RULE_TEXT_CUT,
	  0, "" },
	{ "a remark behind quotes", "summary: \"范围见\" # 附件\n", RULE_TEXT_CUT, 0,
	  "" },
	{ "keywords in one", "keywords: 补贴，农业\n", RULE_SEVERAL_IN_ONE, 1,
	  "'补贴，农业' is one entry|write an entry for each: [补贴, 农业]" },
	{ "keywords in one entry of several", "keywords:\n- 河道\n- 补贴、农业；林业\n",
	  RULE_SEVERAL_IN_ONE, 3, "[补贴, 农业, 林业]" },
	{ "one keyword", "keywords: 农业补贴\n", RULE_SEVERAL_IN_ONE, 0, "" },
	{ "a keyword with a remark", "keywords: 三资（资金、资产）\n",
	  RULE_SEVERAL_IN_ONE, 0, "" },
	{ "signs in a text", "summary: 补贴、农业\n", RULE_SEVERAL_IN_ONE, 0, "" },
	{ "a key like none", "完全不同的东西: 植树\n", RULE_FIELD_UNKNOWN, 1,
	  "|a key of your own begins with x-" },
};

static void what_is_broken_is_told_in_plain_words(void **state)
{
	const struct broken_case *one = *state;
	struct arena arena = ARENA_INIT;
	struct findings findings = FINDINGS(&arena);
	auto_buf told = BUF_INIT;
	uint32_t line = 0;

	check_reading(&findings, record_parse(&arena, &document_kind,
					      "documents/2018/00/2018-00001.yaml",
					      one->bytes, strlen(one->bytes)));
	for (size_t i = 0; i < findings.count && line == 0; i++) {
		if (findings.items[i].rule != one->rule)
			continue;
		line = findings.items[i].place.line;
		finding_text(&findings.items[i], &told);
		buf_addc(&told, '|');
		finding_hint(&findings.items[i], &told);
	}
	arena_clear(&arena);
	assert_int_equal(line, one->line);
	if (!strstr(told.s, one->text))
		assert_string_equal(told.s, one->text);
}

/* ---- days ahead ---- */

struct future_case {
	const char *label;
	const char *bytes;
	bool claimed;
};

static const struct future_case future[] = {
	{ "the day of forming", "formed: 2018-03-05\n", true },
	{ "the day of a meeting", "meeting: {name: 常务会, date: 2018-03-05}\n", true },
	{ "the day a third party was asked", "third-party: {asked: 2018-03-05}\n", true },
	{ "the day of an event",
	  "events:\n- {date: 2018-03-05, act: refer, to: 区保密局}\n", true },
	{ "the day of a waiver",
	  "waive:\n- {rule: tab, reason: 试用, date: 2018-03-05}\n", true },
	{ "the day it takes effect", "effective: 2018-03-05\n", false },
	{ "the last day of a posting", "notice: {to: 2018-03-05}\n", false },
	{ "the next assessment", "events:\n- {act: review, next: 2018-03-05}\n", false },
	{ "the last day of a waiver", "waive:\n- {rule: tab, until: 2018-03-05}\n",
	  false },
};

static bool is_future(const struct finding *finding)
{
	return finding->rule == RULE_DATE_FUTURE && strcmp(finding->path, DOCUMENT) == 0;
}

/* What has happened cannot lie ahead; what is planned may. */
static void only_what_happened_must_be_past(void **state)
{
	static const char *const days[] = { "2018-03-04", "2018-03-05" };
	const struct future_case *one = *state;
	bool found[ARRAY_LEN(days)] = { false };

	for (size_t i = 0; i < ARRAY_LEN(days); i++) {
		struct scratch s;

		scratch_init(&s);
		scratch_put_text(
			&s, DOCUMENT,
			arena_printf(&s.arena, "id: 2018-00002\n%s", one->bytes));
		scratch_check(&s, days[i], NULL);
		for (size_t n = 0; n < s.result.findings.count; n++)
			found[i] = found[i] || is_future(&s.result.findings.items[n]);
		scratch_release(&s);
	}
	assert_int_equal(found[0], one->claimed);
	assert_false(found[1]);
}

int main(void)
{
	struct CMUnitTest tests[ARRAY_LEN(broken) + ARRAY_LEN(future)];
	size_t count = 0;

	for (size_t i = 0; i < ARRAY_LEN(broken); i++)
		tests[count++] =
			UNIT_ROW(what_is_broken_is_told_in_plain_words, &broken[i]);
	for (size_t i = 0; i < ARRAY_LEN(future); i++)
		tests[count++] = UNIT_ROW(only_what_happened_must_be_past, &future[i]);
	return _cmocka_run_group_tests("check_shape", tests, count, NULL, NULL);
}
