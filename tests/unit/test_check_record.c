#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "check/check.h"
#include "record/document.h"
#include "record/item.h"

/*
 * Records that differ in one text from one that is in order: what fires, and above all
 * what must not.
 */
struct text_case {
	const char *text;
	bool found;
};

/* Whether the rule is among what is said of the record. */
static bool fires(const struct kind *kind, const char *path, const char *yaml,
		  enum rule_id rule)
{
	struct arena arena = ARENA_INIT;
	struct findings findings = FINDINGS(&arena);
	const struct record *record =
		record_parse(&arena, kind, path, yaml, strlen(yaml));
	bool found = false;

	check_record(&findings, record, NULL);
	for (size_t i = 0; i < findings.count; i++)
		found = found || findings.items[i].rule == rule;
	arena_clear(&arena);
	return found;
}

static bool document_fires(const char *members, enum rule_id rule)
{
	auto_buf yaml = BUF_INIT;

	buf_addf(&yaml, "id: 2018-00001\n%s\n", members);
	return fires(&document_kind, "documents/2018/00/2018-00001.yaml", yaml.s, rule);
}

static bool item_fires(const char *members, enum rule_id rule)
{
	auto_buf yaml = BUF_INIT;

	buf_addf(&yaml, "id: mz-0001\nunit: mz\n%s\n", members);
	return fires(&item_kind, "items/mz/mz-0001.yaml", yaml.s, rule);
}

/* ---- marks of secrecy ---- */

static const struct text_case secrecy[] = {
	{ "title: 【机密】关于防汛值守的通知", true },
	{ "title: （秘密）会议纪要", true },
	{ "title: 机密：关于防汛值守的通知", true },
	{ "title: 绝密", true },
	{ "title: \"绝密\"", true },
	{ "title: 关于防汛值守的通知（机密级）", true },
	{ "title: 关于防汛值守的通知 秘密★5年", true },
	{ "title: 東園鎮會議紀要【機密】", true },
	{ "number: 机密〔2018〕3号", true },
	{ "mark: 机密", true },
	{ "attachments:\n- {file: 机密_名单.pdf, title: 名单, role: annex}", true },
	{ "attachments:\n- {file: a.pdf, title: 名单（秘密）, role: annex}", true },
	{ "body: |\n  机密★20年\n\n  各村：", true },
	{ "body: |\n  绝密★启用前", true },
	{ "body: |\n  秘密 ★ 5年", true },
	{ "body: |\n  秘密*5年", true },
	{ "body: |\n  第一段。\n\n  机密\n\n  第二段。", true },
	{ "title: 关于开展保守国家秘密宣传教育的通知", false },
	{ "title: 关于保护商业秘密的通知", false },
	{ "title: 东园镇保密工作要点", false },
	{ "title: 关于做好机密级计算机清理工作的通知", false },
	{ "title: 关于国家秘密、工作秘密和商业秘密的解读", false },
	{ "title: 关于征订《秘密》的通知", false },
	{ "title: 什么是“机密”", false },
	{ "body: |\n  严守国家秘密，机密、秘密两级的载体须登记。", false },
	{ "body: |\n  依照《中华人民共和国保守国家秘密法》办理。", false },
	{ "body: |\n  国家秘密的密级分为绝密、机密、秘密三级。", false },
	{ "body: |\n  涉及商业秘密\n  的，从其规定。", false },
	{ "body: |\n  **秘密**不得上网。", false },
	{ "body: |\n  - 秘密", false },
	{ "disclosure: {attribute: exempt, ground: {code: 15s, reason: "
	  "涉及企业商业秘密和技术秘密}}",
	  false },
	{ "title: 蜜蜂养殖秘诀", false },
};

static void a_mark_of_secrecy_fires_and_a_sentence_does_not(void **state)
{
	const struct text_case *one = *state;

	assert_int_equal(document_fires(one->text, RULE_SECRET_MARK), one->found);
}

/* ---- placeholders ---- */

static const struct text_case placeholders[] = {
	{ "无", true },
	{ "无。", true },
	{ "（无）", true },
	{ "  略  ", true },
	{ "待定", true },
	{ "同上", true },
	{ "见附件", true },
	{ "详见附件", true },
	{ "详见通知", true },
	{ "TO"
	  "DO",
	  true },
	{ "todo", true },
	{ "ＴＯＤＯ", true },
	{ "暂无", true },
	{ "暂无；", true },
	{ "—", true },
	{ "-", true },
	{ "……", true },
	{ "N/A", true },
	{ "無", true },
	{ "无偿提供，当场办结。", false },
	{ "无需提交材料，凭身份证办理。", false },
	{ "详见《社会救助暂行办法》第十条。", false },
	{ "详见东政发〔2018〕112号。", false },
	{ "见窗口公示栏，可电话查询。", false },
	{ "待审核通过后在公开栏公示。", false },
	{ "略低于城市标准的，按城市标准执行。", false },
	{ "同上级民政部门联合审核后公布。", false },
	{ "公布。", false },
};

static void a_placeholder_fires_and_a_sentence_does_not(void **state)
{
	const struct text_case *one = *state;
	auto_buf yaml = BUF_INIT;

	buf_addf(&yaml, "elements:\n  result: \"%s\"", one->text);
	assert_int_equal(item_fires(yaml.s, RULE_ELEMENT_PLACEHOLDER), one->found);
}

static void an_attachment_is_right_where_a_flow_chart_hangs(void **state)
{
	(void)state;
	assert_true(
		item_fires("elements:\n  procedure: [见附件]", RULE_ELEMENT_PLACEHOLDER));
	assert_false(item_fires("elements:\n  procedure: [见附件]\nflowchart: a.png",
				RULE_ELEMENT_PLACEHOLDER));
}

static void each_of_the_six_is_missed_once(void **state)
{
	static const char yaml[] = "id: mz-0001\ntitle: 低保审核\n";
	struct arena arena = ARENA_INIT;
	struct findings findings = FINDINGS(&arena);
	const struct record *record = record_parse(
		&arena, &item_kind, "items/mz/mz-0001.yaml", yaml, strlen(yaml));
	size_t missing = 0;

	(void)state;
	check_record(&findings, record, NULL);
	for (size_t i = 0; i < findings.count; i++)
		missing += findings.items[i].rule == RULE_ELEMENT_MISSING;
	assert_int_equal(missing, 6);
	arena_clear(&arena);
}

static void a_text_of_blanks_is_empty_not_missing(void **state)
{
	(void)state;
	assert_true(item_fires("elements:\n  result: \"　 \"", RULE_ELEMENT_EMPTY));
	assert_true(item_fires("elements:\n  duty:", RULE_ELEMENT_EMPTY));
	assert_true(item_fires("elements:\n  basis: [\"\"]", RULE_ELEMENT_EMPTY));
	assert_false(
		item_fires("elements:\n  duty: 民政办负责审核。", RULE_ELEMENT_EMPTY));
}

static void a_sentence_said_of_two_elements_is_repeated(void **state)
{
	(void)state;
	assert_true(item_fires("elements:\n  duty: 民政办\n  result: 民政办",
			       RULE_ELEMENT_REPEATED));
	assert_true(item_fires(
		"elements:\n  conditions: [本镇户籍, 共同生活的家庭成员人均收入低]\n"
		"  procedure: [共同生活的家庭成员人均收入低, 公示]",
		RULE_ELEMENT_REPEATED));
	assert_false(item_fires("elements:\n  conditions: [公示, 本镇户籍]\n"
				"  procedure: [受理, 公示]",
				RULE_ELEMENT_REPEATED));
	assert_false(item_fires("elements:\n  duty: {default: unit}\n"
				"  discipline: {default: unit}",
				RULE_ELEMENT_REPEATED));
}

static void the_hint_of_an_element_follows_the_nature(void **state)
{
	static const char *const natures[] = { "service", "list" };
	const char *hints[2];
	struct arena arena = ARENA_INIT;

	(void)state;
	for (size_t n = 0; n < 2; n++) {
		struct findings findings = FINDINGS(&arena);
		const char *yaml = arena_printf(
			&arena, "id: mz-0001\nnature: %s\nelements:\n  conditions: 无\n",
			natures[n]);

		check_record(&findings,
			     record_parse(&arena, &item_kind, "items/mz/mz-0001.yaml",
					  yaml, strlen(yaml)),
			     NULL);
		hints[n] = "";
		for (size_t i = 0; i < findings.count; i++)
			if (findings.items[i].rule == RULE_ELEMENT_PLACEHOLDER)
				hints[n] = findings.items[i].args[2];
		assert_string_not_equal(hints[n], "");
	}
	assert_string_not_equal(hints[0], hints[1]);
	arena_clear(&arena);
}

/* ---- marks, grounds ---- */

struct rule_case {
	const char *members;
	enum rule_id rule;
	bool found;
};

#define EXEMPT(code, more) \
	"disclosure: {attribute: exempt, ground: {code: " code ", " more "}}"
#define REASON "reason: 方案尚在讨论之中，公开会影响决策。"

static const struct rule_case disclosure[] = {
	{ "disclosure: proactive\nmark: release", RULE_MARK_ATTRIBUTE, false },
	{ "disclosure: proactive\nmark: withhold", RULE_MARK_ATTRIBUTE, true },
	{ "disclosure: proactive\nmark: none", RULE_MARK_ATTRIBUTE, false },
	{ "disclosure: proactive", RULE_MARK_ATTRIBUTE, false },
	{ "disclosure: staff-only\nmark: withhold", RULE_MARK_ATTRIBUTE, false },
	{ EXEMPT("16-2", REASON) "\nmark: partial", RULE_MARK_ATTRIBUTE, false },
	{ EXEMPT("16-2", REASON) "\nmark: release", RULE_MARK_ATTRIBUTE, true },
	{ "disclosure: proactive\nbody: |\n  正文。\n\n  （此件公开发布）",
	  RULE_MARK_ATTRIBUTE, false },
	{ "disclosure: proactive\nbody: |\n  正文。\n\n  （此件主动公开）\n\n  "
	  "抄送：各村。",
	  RULE_MARK_ATTRIBUTE, false },
	{ EXEMPT("16-2", REASON) "\nbody: |\n  正文。\n\n  （此件公开发布）",
	  RULE_MARK_ATTRIBUTE, true },
	{ "disclosure: proactive\nbody: |\n  正文。\n\n    此件不公开\n",
	  RULE_MARK_ATTRIBUTE, true },
	{ "disclosure: proactive\nbody: |\n  标注“此件不予公开”的，说明理由。\n",
	  RULE_MARK_ATTRIBUTE, false },
	{ "disclosure: proactive\nbody: |\n  此件不予公开的，须逐件说明理由。\n",
	  RULE_MARK_ATTRIBUTE, false },
	{ "disclosure: on-request", RULE_GROUND_MISSING, true },
	{ "disclosure: staff-only", RULE_GROUND_MISSING, false },
	{ EXEMPT("36-7", "basis: 《不动产登记暂行条例》第二十七条"), RULE_GROUND_UNFIT,
	  false },
	{ EXEMPT("14-2", "basis: 《统计法》第九条"), RULE_GROUND_REASON, false },
	{ EXEMPT("14-3", "basis: 条例第十四条"), RULE_GROUND_REASON, true },
	{ EXEMPT("16-1", "basis: 条例第十六条, reason: 内部事务"), RULE_GROUND_REASON,
	  true },
	{ EXEMPT("16-1", "basis: 条例第十六条第一款, " REASON), RULE_GROUND_BASIS,
	  false },
	{ EXEMPT("16-1", "basis: 卫办发〔2016〕3号, " REASON), RULE_GROUND_BASIS, false },
	{ EXEMPT("16-1", REASON), RULE_GROUND_BASIS, true },
	{ EXEMPT("16-1", "basis: 上级要求, " REASON), RULE_GROUND_BASIS, true },
	{ EXEMPT("14-1", "basis: 条例第十四条"), RULE_GROUND_SECRET, true },
	{ EXEMPT("国家秘密", "basis: 条例第十四条"), RULE_GROUND_SECRET, true },
	{ "disclosure: {attribute: exempt, ground: 14-1}", RULE_GROUND_SECRET, true },
	{ EXEMPT("14-1", "basis: 条例第十四条"), RULE_GROUND_MISSING, false },
	{ EXEMPT("14-1", "basis: 条例第十四条"), RULE_CHOICE_INVALID, false },
	{ EXEMPT("15-9", "basis: 条例第十五条"), RULE_CHOICE_INVALID, true },
	{ EXEMPT("16-2", "basis: "
			 "《政府信息公开条例》（国务院令第492号）第十四条,"
			 " " REASON) "\nformed: 2020-01-02",
	  RULE_GROUND_OLD, true },
	{ EXEMPT("16-2", "basis: "
			 "《政府信息公开条例》（国务院令第492号）第十四条,"
			 " " REASON) "\nformed: 2012-01-02",
	  RULE_GROUND_OLD, false },
	{ EXEMPT("15p", "basis: 条例第十五条, reason: 涉及申请人的病历和家庭收入。"),
	  RULE_THIRD_PARTY, true },
	{ EXEMPT("15p", "basis: 条例第十五条, reason: "
			"涉及申请人的病历和家庭收入。") "\nthird-party: {asked: "
							"2018-03-01, reply: "
							"silent}",
	  RULE_THIRD_PARTY, false },
	{ EXEMPT("15p", "basis: 条例第十五条, reason: "
			"涉及申请人的病历和家庭收入。") "\nthird-party: "
							"{public-interest: "
							"涉及公共安全，须告知周边"
							"群众。}",
	  RULE_THIRD_PARTY, false },
	{ "disclosure: {attribute: proactive, ground: {code: 16-2}}", RULE_GROUND_USELESS,
	  true },
	{ "disclosure: {attribute: proactive, ground: {code: 16-2}}\nmark: "
	  "partial",
	  RULE_GROUND_USELESS, false },
	{ "disclosure: {attribute: publc}", RULE_ATTRIBUTE_MISSING, false },
	{ "disclosure: {attribte: proactive}", RULE_ATTRIBUTE_MISSING, false },
	{ "disclosure: {}", RULE_ATTRIBUTE_MISSING, true },
};

static void the_rule_fires_or_not(void **state)
{
	const struct rule_case *one = *state;

	assert_int_equal(document_fires(one->members, one->rule), one->found);
}

/* ---- what is missing ---- */

static const struct rule_case needs[] = {
	{ "titel: 关于植树的通知", RULE_FIELD_UNKNOWN, true },
	{ "voided: {date: 2018-05-01, by: 李某, reason: 重复登记}", RULE_FIELD_MISSING,
	  false },
	{ "voided: {date: 2018-05-01}", RULE_FIELD_MISSING, true },
	{ "moved-to: 2018-00002", RULE_FIELD_MISSING, false },
	{ "moved-to: 2018-00002", RULE_ATTRIBUTE_MISSING, false },
	{ "form: 通知", RULE_FIELD_NEEDED, true },
	{ "form: none\nbody: 正文。", RULE_FIELD_NEEDED, false },
	{ "- a", RULE_FIELD_MISSING, false },
	{ "title: [", RULE_FIELD_MISSING, false },
};

static void what_stands_there_misread_is_not_missing_too(void **state)
{
	struct arena arena = ARENA_INIT;
	struct findings findings = FINDINGS(&arena);
	static const char yaml[] = "id: 2018-00001\n"
				   "titel: 关于植树的通知\n"
				   "formed: 2018-02-30\n"
				   "notice: 公示\n";

	(void)state;
	check_record(&findings,
		     record_parse(&arena, &document_kind,
				  "documents/2018/00/2018-00001.yaml", yaml,
				  strlen(yaml)),
		     NULL);
	for (size_t i = 0; i < findings.count; i++) {
		const struct finding *f = &findings.items[i];
		bool missing =
			f->rule == RULE_FIELD_MISSING || f->rule == RULE_FIELD_NEEDED;

		assert_false(missing && strcmp(f->field, "title") == 0);
		assert_false(missing && strcmp(f->field, "formed") == 0);
		assert_false(missing && strncmp(f->field, "notice", 6) == 0);
	}
	arena_clear(&arena);
}

static void a_member_of_an_entry_is_missed_where_the_entry_stands(void **state)
{
	struct arena arena = ARENA_INIT;
	struct findings findings = FINDINGS(&arena);
	static const char yaml[] = "id: 2018-00001\n"
				   "attachments:\n"
				   "- {file: a.pdf, title: 表, role: annex}\n"
				   "- file: b.pdf\n"
				   "  title: 图\n";
	struct finding missed = { .rule = RULE_COUNT };

	(void)state;
	check_record(&findings,
		     record_parse(&arena, &document_kind,
				  "documents/2018/00/2018-00001.yaml", yaml,
				  strlen(yaml)),
		     NULL);
	for (size_t i = 0; i < findings.count; i++)
		if (strcmp(findings.items[i].field, "attachments[1].role") == 0)
			missed = findings.items[i];
	assert_int_equal(missed.rule, RULE_FIELD_MISSING);
	assert_int_equal(missed.place.line, 4);
	assert_int_equal(missed.place.column, 3);
	arena_clear(&arena);
}

/* Add a test for each row of a table; rows of all tables begin with the text that names them. */
static size_t add_rows(struct CMUnitTest *out, CMUnitTestFunction function,
		       const void *rows, size_t count, size_t size)
{
	for (size_t i = 0; i < count; i++) {
		const char *row = (const char *)rows + i * size;

		out[i] = (struct CMUnitTest){
			.name = *(const char *const *)(const void *)row,
			.test_func = function,
			.initial_state = ((union unit_state){ .row = row }).state,
		};
	}
	return count;
}

#define ROWS(out, function, rows) \
	add_rows((out), (function), (rows), ARRAY_LEN(rows), sizeof((rows)[0]))

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_attachment_is_right_where_a_flow_chart_hangs),
		cmocka_unit_test(each_of_the_six_is_missed_once),
		cmocka_unit_test(a_text_of_blanks_is_empty_not_missing),
		cmocka_unit_test(a_sentence_said_of_two_elements_is_repeated),
		cmocka_unit_test(the_hint_of_an_element_follows_the_nature),
		cmocka_unit_test(what_stands_there_misread_is_not_missing_too),
		cmocka_unit_test(a_member_of_an_entry_is_missed_where_the_entry_stands),
	};
	struct CMUnitTest rows[ARRAY_LEN(secrecy) + ARRAY_LEN(placeholders) +
			       ARRAY_LEN(disclosure) + ARRAY_LEN(needs)];
	size_t count = 0;

	count += ROWS(rows + count, a_mark_of_secrecy_fires_and_a_sentence_does_not,
		      secrecy);
	count += ROWS(rows + count, a_placeholder_fires_and_a_sentence_does_not,
		      placeholders);
	count += ROWS(rows + count, the_rule_fires_or_not, disclosure);
	count += ROWS(rows + count, the_rule_fires_or_not, needs);
	assert_int_equal(count, ARRAY_LEN(rows));
	return cmocka_run_group_tests_name("record", tests, NULL, NULL) +
	       cmocka_run_group_tests_name("texts of records", rows, NULL, NULL);
}
