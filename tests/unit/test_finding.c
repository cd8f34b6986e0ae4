#include "unit/unit.h"

#include <string.h>

#include "base/i18n.h"
#include "check/finding.h"
#include "record/document.h"
#include "record/item.h"

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

static struct finding some(enum rule_id rule, const char *path, uint32_t line,
			   uint32_t column)
{
	return (struct finding){ .rule = rule,
				 .severity = rules[rule].severity,
				 .path = path,
				 .place = { .line = line, .column = column },
				 .field = "",
				 .label_zh = "",
				 .label_en = "",
				 .title = "",
				 .args = { "", "", "", "" } };
}

/* ---- the rules ---- */

static void every_rule_is_found_by_its_slug(void **state)
{
	(void)state;
	for (enum rule_id id = 0; id < RULE_COUNT; id++)
		assert_int_equal(rule_find(rules[id].slug), id);
	assert_int_equal(rule_find("no-such-rule"), RULE_COUNT);
}

static void a_slug_is_words_with_hyphens(void **state)
{
	(void)state;
	for (enum rule_id id = 0; id < RULE_COUNT; id++) {
		const char *slug = rules[id].slug;

		assert_int_equal(strspn(slug, "abcdefghijklmnopqrstuvwxyz-0123456789"),
				 strlen(slug));
		assert_int_not_equal(slug[0], '-');
	}
}

static void every_rule_says_what_how_and_why(void **state)
{
	(void)state;
	for (enum rule_id id = 0; id < RULE_COUNT; id++) {
		assert_int_not_equal(rules[id].text[0], '\0');
		assert_int_not_equal(rules[id].hint[0], '\0');
		assert_int_not_equal(rules[id].why[0], '\0');
		assert_int_not_equal(rules[id].severity, SEVERITY_OFF);
	}
}

/* ---- texts ---- */

struct text_case {
	const char *label;
	enum rule_id rule;
	const char *args[FINDING_ARGS];
	const char *text;
	const char *hint;
};

static const struct text_case texts[] = {
	{ "arguments stand in their places",
	  RULE_TEXT_LONG,
	  { "240", "200", "", "" },
	  "240 characters are too many; 200 fit",
	  "shorten it, or put the rest where it belongs (summary, body)" },
	{ "a part without its argument is left out",
	  RULE_FIELD_UNKNOWN,
	  { "titel", "", "", "" },
	  "no field is called 'titel'",
	  "a key of your own begins with x-" },
	{ "a part with its argument stays",
	  RULE_FIELD_UNKNOWN,
	  { "titel", "title", "", "" },
	  "no field is called 'titel'",
	  "did you mean title? a key of your own begins with x-" },
	{ "a label is told in the language in use",
	  RULE_ELEMENT_REPEATED,
	  { "办事依据" ARG_LABEL "basis", "办事结果" ARG_LABEL "result", "", "" },
	  "the element basis has the same text as result",
	  "say here what belongs to basis" },
	{ "a message of ours is translated",
	  RULE_FIELD_TYPE,
	  { ARG_MESSAGE "a list", "", "", "" },
	  "this should be a list",
	  "write a list" },
	{ "signs of an argument are no template",
	  RULE_DATE_INVALID,
	  { "%1%[100%", "", "2018-07-04", "" },
	  "'%1%[100%' is no day",
	  "write it as 2018-07-04" },
};

static void the_text_is_told(void **state)
{
	const struct text_case *one = *state;
	struct finding finding = some(one->rule, "a.yaml", 1, 1);
	auto_buf text = BUF_INIT;
	auto_buf hint = BUF_INIT;

	memcpy(finding.args, one->args, sizeof(finding.args));
	finding_text(&finding, &text);
	finding_hint(&finding, &hint);
	assert_string_equal(text.s, one->text);
	assert_string_equal(hint.s, one->hint);
}

static void a_line_is_what_editors_understand(void **state)
{
	struct finding finding = some(RULE_DATE_INVALID, "documents/a.yaml", 12, 9);
	auto_buf line = BUF_INIT;

	(void)state;
	finding.args[0] = "2018-02-30";
	finding_line(&finding, &line);
	assert_string_equal(line.s, "documents/a.yaml:12:9: error: '2018-02-30' is no "
				    "day [date-invalid]");
}

/* ---- lists ---- */

static void findings_sort_by_place_and_equal_ones_collapse(void **state)
{
	struct findings list = FINDINGS(*state);
	const struct finding in[] = {
		some(RULE_TAB, "b.yaml", 1, 1), some(RULE_TAB, "a.yaml", 10, 1),
		some(RULE_BOM, "a.yaml", 2, 9), some(RULE_TAB, "a.yaml", 2, 3),
		some(RULE_TAB, "a.yaml", 2, 3), some(RULE_CRLF, "a.yaml", 2, 3),
	};

	for (size_t i = 0; i < ARRAY_LEN(in); i++)
		findings_push(&list, &in[i]);
	findings_sort(&list);
	assert_int_equal(list.count, 5);
	assert_int_equal(list.items[0].rule, RULE_TAB);
	assert_int_equal(list.items[1].rule, RULE_CRLF);
	assert_int_equal(list.items[2].place.column, 9);
	assert_int_equal(list.items[3].place.line, 10);
	assert_string_equal(list.items[4].path, "b.yaml");
}

static void findings_that_say_different_things_stay(void **state)
{
	struct findings list = FINDINGS(*state);
	struct finding one = some(RULE_DUPLICATE_KEY, "a.yaml", 2, 3);

	findings_push(&list, &one);
	one.args[0] = "title";
	findings_push(&list, &one);
	findings_sort(&list);
	assert_int_equal(list.count, 2);
}

static void the_worst_is_told_and_each_is_counted(void **state)
{
	struct findings list = FINDINGS(*state);
	const struct finding warning = some(RULE_CRLF, "a.yaml", 1, 1);
	const struct finding error = some(RULE_TAB, "a.yaml", 1, 1);

	assert_int_equal(findings_worst(&list), SEVERITY_OFF);
	findings_push(&list, &warning);
	assert_int_equal(findings_worst(&list), SEVERITY_WARNING);
	findings_push(&list, &error);
	findings_push(&list, &warning);
	assert_int_equal(findings_worst(&list), SEVERITY_ERROR);
	assert_int_equal(findings_count(&list, SEVERITY_WARNING), 2);
	assert_int_equal(findings_count(&list, SEVERITY_ERROR), 1);
	assert_int_equal(findings_count(&list, SEVERITY_INFO), 0);
}

/* ---- the index's text ---- */

static struct record *draft(struct arena *arena)
{
	static const char text[] = "id: 2018-00001\n"
				   "title: 关于植树的通知\n"
				   "formed: 2018-03-05\n"
				   "waive:\n"
				   "- {rule: crlf, reason: 试用, by: 李某, "
				   "date: 2018-03-05, until: 2018-12-31}\n"
				   "- {rule: bom, reason: 试用, by: 李某, "
				   "date: 2018-03-05}\n"
				   "- {rule: tab, reason: 没有批准人的}\n"
				   "events:\n"
				   "- {date: 2018-03-05, act: clear, by: 李某}\n";

	return record_parse(arena, &document_kind, "documents/2018/00/2018-00001.yaml",
			    text, strlen(text));
}

static void what_is_packed_comes_back(void **state)
{
	struct arena *arena = *state;
	const struct record *record = draft(arena);
	const struct document *document = RECORD(record, struct document);
	const struct event *event = list_at(&record->common->events, struct event, 0);
	struct findings found = FINDINGS(arena);
	struct findings claims = FINDINGS(arena);
	struct findings found_again = FINDINGS(arena);
	struct findings claims_again = FINDINGS(arena);
	auto_buf packed = BUF_INIT;

	FIND(&found, RULE_DATE_INVALID, record, &document->formed, "tab\tline\nback\\",
	     "", "third");
	FIND(&found, RULE_FIELD_MISSING, record, &event->by, "a");
	FIND0(&found, RULE_CRLF, record, NULL);
	FIND(&claims, RULE_DATE_FUTURE, record, &document->formed, "2018-03-05");
	findings_pack(&found, &claims, &packed);
	findings_unpack(&found_again, &claims_again, record->path, packed.s);

	assert_int_equal(found_again.count, 3);
	assert_int_equal(claims_again.count, 1);
	for (size_t i = 0; i < found.count; i++) {
		const struct finding *a = &found.items[i];
		const struct finding *b = &found_again.items[i];

		assert_int_equal(a->rule, b->rule);
		assert_string_equal(a->path, b->path);
		assert_int_equal(a->place.line, b->place.line);
		assert_int_equal(a->place.column, b->place.column);
		assert_string_equal(a->field, b->field);
		for (size_t n = 0; n < FINDING_ARGS; n++)
			assert_string_equal(a->args[n], b->args[n]);
	}
	assert_string_equal(found_again.items[1].field, "events[0].by");
	assert_string_equal(claims_again.items[0].args[0], "2018-03-05");
	assert_true(found_again.about->draft);
	assert_int_equal(found_again.about->formed.month, 3);
	assert_int_equal(found_again.about->waive.count, 2);
	assert_int_equal(
		list_at(&found_again.about->waive, struct waiver, 0)->until.month, 12);
	assert_string_equal(list_at(&found_again.about->waive, struct waiver, 1)->rule,
			    "bom");
}

static void nothing_found_packs_to_nothing(void **state)
{
	struct findings found = FINDINGS(*state);
	struct findings claims = FINDINGS(*state);
	auto_buf packed = BUF_INIT;

	findings_pack(&found, &claims, &packed);
	assert_int_equal(packed.len, 0);
}

static void a_text_that_is_not_ours_gives_nothing(void **state)
{
	static const char *const broken[] = {
		"!",      "!99999\t1\t1\tx\n",  "?7",
		"=\n!\n", "=1\t2018-01-01\n!0", "garbage\n=0\n"
	};

	for (size_t i = 0; i < ARRAY_LEN(broken); i++) {
		struct findings found = FINDINGS(*state);
		struct findings claims = FINDINGS(*state);

		findings_unpack(&found, &claims, "a.yaml", broken[i]);
		for (size_t n = 0; n < found.count; n++)
			assert_in_range(found.items[n].rule, 0, RULE_COUNT - 1);
		assert_int_equal(claims.count, 0);
	}
}

#define FINDING_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_rule_is_found_by_its_slug),
		cmocka_unit_test(a_slug_is_words_with_hyphens),
		cmocka_unit_test(every_rule_says_what_how_and_why),
		cmocka_unit_test(a_line_is_what_editors_understand),
		FINDING_TEST(findings_sort_by_place_and_equal_ones_collapse),
		FINDING_TEST(findings_that_say_different_things_stay),
		FINDING_TEST(the_worst_is_told_and_each_is_counted),
		FINDING_TEST(what_is_packed_comes_back),
		FINDING_TEST(nothing_found_packs_to_nothing),
		FINDING_TEST(a_text_that_is_not_ours_gives_nothing),
	};
	struct CMUnitTest told[ARRAY_LEN(texts)];

	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		told[i] = UNIT_ROW(the_text_is_told, &texts[i]);
	return cmocka_run_group_tests_name("finding", tests, NULL, NULL) +
	       cmocka_run_group_tests_name("finding texts", told, NULL, NULL);
}
