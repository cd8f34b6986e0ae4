#include "unit/unit.h"

#include <string.h>

#include "record/diff.h"
#include "record/document.h"

struct diff_case {
	const char *label;
	const char *was; /* lines of the file behind its id */
	const char *is;
	const char *told; /* a difference a line: label: was → is */
};

static const struct diff_case diff_cases[] = {
	{ "nothing differs", "title: 甲\n", "title: \"甲\"  # c\n", "" },
	{ "a text", "title: 甲\n", "title: 乙\n", "标题（信息名称）: 甲 → 乙\n" },
	{ "a field that is new, and one that went", "summary: 甲\n",
	  "formed: 2018-07-04\n",
	  "内容概述: 甲 → -\n成文日期（生成日期）: - → 2018-07-04\n" },
	{ "values are told by their labels", "type: plan\n", "type: notice\n",
	  "信息体裁: 规划计划（要点、方案） → 通知公告\n" },
	{ "a field in a group", "disclosure: {attribute: proactive}\n",
	  "disclosure: {attribute: exempt, ground: {code: 16-2}}\n",
	  "公开方式 · 公开属性: 主动公开 → 不予公开\n"
	  "公开方式 · 不公开事由 · 法定事由: - → 过程性信息\n" },
	{ "entries of a list that came and went", "keywords: [甲, 乙]\n",
	  "keywords: [乙, 丙]\n",
	  "主题词（关键词）: 甲 → -\n主题词（关键词）: - → 丙\n" },
	{ "the order of a list", "keywords: [甲, 乙]\n", "keywords: [乙, 甲]\n",
	  "主题词（关键词）: 甲；乙 → 乙；甲\n" },
	{ "lines of a long text", "body: |\n  一\n  二\n  三\n",
	  "body: |\n  一\n  两\n  三\n", "正文: 二 → 两\n" },
	{ "lines that were put in", "body: |\n  一\n  三\n",
	  "body: |\n  一\n  二\n  三\n", "正文: - → 二\n" },
	{ "own keys", "x-a: 1\nx-b: 2\n", "x-b: 3\nx-c: 4\n",
	  "x-a: 1 → -\nx-b: 2 → 3\nx-c: - → 4\n" },
	{ "an event", "title: 甲\n",
	  "title: 甲\nevents:\n- {date: 2018-07-04, act: publish, channel: website}\n",
	  "办理记录: - → 日期：2018-07-04，办理动作：公开，公开渠道：website\n" },
};

static void note(void *payload, const struct difference *d)
{
	struct buf *out = payload;

	buf_addf(out, "%s: %s → %s\n", d->label, d->was ? d->was : "-",
		 d->is ? d->is : "-");
}

static const struct record *read(struct arena *arena, const char *lines)
{
	auto_buf file = BUF_INIT;

	buf_addf(&file, "id: 2018-00001\n%s", lines);
	return record_parse(arena, &document_kind, "documents/2018/00/2018-00001.yaml",
			    buf_dup(&file, arena), file.len);
}

static void states(void **state)
{
	const struct diff_case *c = *state;
	struct arena arena = ARENA_INIT;
	auto_buf told = BUF_INIT;

	record_diff(&arena, read(&arena, c->was), read(&arena, c->is), LANGUAGE_ZH, note,
		    &told);
	arena_clear(&arena);
	assert_string_equal(told.s, c->told);
}

int main(void)
{
	struct CMUnitTest rows[ARRAY_LEN(diff_cases)];

	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		rows[i] = UNIT_ROW(states, &diff_cases[i]);
	return cmocka_run_group_tests_name("diff", rows, NULL, NULL);
}
