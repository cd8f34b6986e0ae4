#include "unit/unit.h"

#include <string.h>

#include "check/form.h"

static struct arena arena;

static int setup(void **state)
{
	(void)state;
	arena = ARENA_INIT;
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_clear(&arena);
	return 0;
}

static struct finding some(enum rule_id rule, const char *path, uint32_t line)
{
	return (struct finding){ .rule = rule,
				 .severity = rules[rule].severity,
				 .path = path,
				 .place = { .line = line, .column = 3 },
				 .field = "formed",
				 .label_zh = "成文日期",
				 .label_en = "formed on",
				 .title = "关于植树的通知",
				 .args = { "soon", "", "2018-07-04", "" } };
}

/* ---- fingerprints ---- */

static const char *name_of(struct finding finding)
{
	struct findings list = FINDINGS(&arena);

	findings_push(&list, &finding);
	return findings_fingerprints(&arena, &list)[0];
}

static void a_name_stays_while_lines_move(void **state)
{
	const struct finding finding = some(RULE_DATE_INVALID, "a.yaml", 3);
	struct finding moved = finding;

	(void)state;
	moved.place = (struct yaml_place){ .line = 9, .column = 1 };
	moved.title = "";
	moved.severity = SEVERITY_INFO;
	assert_string_equal(name_of(moved), name_of(finding));
	assert_int_equal(strlen(name_of(finding)), 32);
}

static void a_name_tells_findings_apart(void **state)
{
	const struct finding finding = some(RULE_DATE_INVALID, "a.yaml", 3);
	struct finding other = finding;

	(void)state;
	other.path = "b.yaml";
	assert_string_not_equal(name_of(other), name_of(finding));
	other = finding;
	other.rule = RULE_DATE_FUTURE;
	assert_string_not_equal(name_of(other), name_of(finding));
	other = finding;
	other.field = "events[0].date";
	assert_string_not_equal(name_of(other), name_of(finding));
	other = finding;
	other.args[0] = "later";
	assert_string_not_equal(name_of(other), name_of(finding));
	/* What belongs to one argument is not what belongs to the next. */
	other.args[0] = "so";
	other.args[1] = "on";
	assert_string_not_equal(name_of(other), name_of(finding));
}

static void a_name_stays_while_days_pass(void **state)
{
	const struct finding finding = some(RULE_REVIEW_OVERDUE, "a.yaml", 3);
	struct finding later = finding;

	(void)state;
	later.args[0] = "later";
	assert_string_equal(name_of(later), name_of(finding));
}

static void findings_that_are_alike_are_numbered(void **state)
{
	struct findings list = FINDINGS(&arena);
	const char *const *names;

	(void)state;
	for (uint32_t line = 1; line <= 4; line++) {
		struct finding f =
			some(RULE_DATE_INVALID, line == 2 ? "b.yaml" : "a.yaml", line);

		findings_push(&list, &f);
	}
	names = findings_fingerprints(&arena, &list);
	assert_int_equal(strlen(names[0]), 32);
	assert_int_equal(strlen(names[1]), 32);
	assert_string_not_equal(names[0], names[1]);
	assert_string_equal(names[2], arena_printf(&arena, "%s-2", names[0]));
	assert_string_equal(names[3], arena_printf(&arena, "%s-3", names[0]));
}

/* ---- what forms are made from ---- */

static const struct rule_words *words(void)
{
	struct rule_words *all = arena_array(&arena, struct rule_words, RULE_COUNT);

	for (enum rule_id id = 0; id < RULE_COUNT; id++)
		all[id] = (struct rule_words){ .text = rules[id].text,
					       .hint = rules[id].hint,
					       .why = rules[id].why };
	return all;
}

static const char *told_in(const char *form, const struct check_result *result)
{
	const struct told told = {
		.result = result,
		.worst_first = findings_worst_first(&arena, &result->findings),
		.names = findings_fingerprints(&arena, &result->findings),
		.waived = findings_fingerprints(&arena, &result->waived),
		.known = findings_fingerprints(&arena, &result->known),
		.prefix = "folder/",
		.version = "1.2.3",
		.words = { words(), words() },
		.columns = 80,
	};
	auto_buf out = BUF_INIT;

	form_find(form, strlen(form))->write(&told, &out);
	return buf_dup(&out, &arena);
}

static void add(struct check_result *result, enum severity severity, size_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		struct finding f = some(RULE_DATE_INVALID, "a.yaml", 1 + i);

		f.severity = severity;
		findings_push(&result->findings, &f);
	}
}

static struct check_result empty_result(void)
{
	return (struct check_result){ .findings = FINDINGS(&arena),
				      .waived = FINDINGS(&arena),
				      .known = FINDINGS(&arena),
				      .records = 7 };
}

static size_t count_of(const char *text, const char *part)
{
	size_t count = 0;

	for (const char *at = strstr(text, part); at; at = strstr(at + 1, part))
		count++;
	return count;
}

static void the_worst_comes_first(void **state)
{
	struct findings list = FINDINGS(&arena);
	static const enum severity in[] = { SEVERITY_INFO,    SEVERITY_ERROR,
					    SEVERITY_WARNING, SEVERITY_WARNING,
					    SEVERITY_ERROR,   SEVERITY_INFO };
	static const size_t want[] = { 1, 4, 2, 3, 0, 5 };
	const struct finding *const *order;

	(void)state;
	for (uint32_t i = 0; i < ARRAY_LEN(in); i++) {
		struct finding f = some(RULE_DATE_INVALID, "a.yaml", 1 + i);

		f.severity = in[i];
		findings_push(&list, &f);
	}
	order = findings_worst_first(&arena, &list);
	for (size_t i = 0; i < ARRAY_LEN(want); i++)
		assert_ptr_equal(order[i], &list.items[want[i]]);
}

static void a_form_is_found_by_its_whole_name(void **state)
{
	size_t count;
	const struct form *all = forms(&count);

	(void)state;
	assert_int_equal(count, 8);
	for (size_t i = 0; i < count; i++) {
		assert_ptr_equal(form_find(all[i].name, strlen(all[i].name)), &all[i]);
		assert_true(strlen(all[i].help) > 0);
	}
	assert_null(form_find("tex", 3));
	assert_null(form_find("texts", 5));
	assert_null(form_find("", 0));
}

struct nothing_case {
	const char *label;
	const char *form;
	const char *text;
};

static const struct nothing_case nothing[] = {
	{ "text has no line", "text", "" },
	{ "short has no line", "short", "" },
	{ "github has no line", "github", "" },
	{ "gitlab has an empty list", "gitlab", "[]\n" },
	{ "tap has one point that passes", "tap",
	  "TAP version 13\n1..1\nok 1 - 7 records\n" },
};

static void of_nothing_found(void **state)
{
	const struct nothing_case *one = *state;
	const struct check_result result = empty_result();

	assert_string_equal(told_in(one->form, &result), one->text);
}

/* ---- github ---- */

struct room_case {
	const char *label;
	size_t in[3];  /* errors, warnings, notes */
	size_t out[3]; /* of each, with the last notice */
	const char *left_out;
};

static const struct room_case rooms[] = {
	{ "what fits is shown", { 10, 10, 10 }, { 10, 10, 10 }, NULL },
	{ "errors are left out", { 11, 0, 0 }, { 10, 0, 1 }, "::notice::1 more" },
	{ "the last notice is one of the ten",
	  { 11, 0, 10 },
	  { 10, 0, 10 },
	  "::notice::2 more" },
	{ "of all three", { 12, 13, 14 }, { 10, 10, 10 }, "::notice::10 more" },
};

static void no_more_than_is_shown(void **state)
{
	const struct room_case *one = *state;
	struct check_result result = empty_result();
	const char *text;

	add(&result, SEVERITY_INFO, one->in[2]);
	add(&result, SEVERITY_WARNING, one->in[1]);
	add(&result, SEVERITY_ERROR, one->in[0]);
	text = told_in("github", &result);
	assert_int_equal(count_of(text, "::error "), one->out[0]);
	assert_int_equal(count_of(text, "::warning "), one->out[1]);
	assert_int_equal(count_of(text, "::notice"), one->out[2]);
	assert_int_equal(count_of(text, "\n"), one->out[0] + one->out[1] + one->out[2]);
	if (one->left_out)
		assert_non_null(strstr(text, one->left_out));
	/* The worst first. */
	assert_int_equal(strncmp(text, "::error ", strlen("::error ")), 0);
}

static void what_would_end_a_command_is_escaped(void **state)
{
	struct check_result result = empty_result();
	struct finding f = some(RULE_DATE_INVALID, "items/a,b:c%.yaml", 2);

	(void)state;
	f.title = "一,二:三%四\r\n五";
	f.args[0] = "x,y:z%25\r\n::error::";
	findings_push(&result.findings, &f);
	assert_string_equal(
		told_in("github", &result),
		"::error file=folder/items/a%2Cb%3Ac%25.yaml,line=2,col=3,"
		"title=一%2C二%3A三%25四%0D%0A五 · formed on [date-invalid]::"
		"'x,y:z%2525%0D%0A::error::' is no day%0Awrite it as 2018-07-04\n");
}

/* ---- lines ---- */

static void a_line_stays_one_line_and_commands_nobody(void **state)
{
	struct check_result result = empty_result();
	struct finding f = some(RULE_DATE_INVALID, "items/a\nb.yaml", 2);

	(void)state;
	f.args[0] = "x\x1B[31m\r\n\xC2\x9By";
	findings_push(&result.findings, &f);
	assert_string_equal(
		told_in("short", &result),
		"items/a b.yaml:2:3: error: 'x [31m    y' is no day [date-invalid]\n");
	assert_string_equal(
		told_in("text", &result),
		"items/a b.yaml:2:3: error: 'x [31m    y' is no day [date-invalid]\n"
		"    write it as 2018-07-04\n");
}

static void a_point_of_tap_cannot_be_forged(void **state)
{
	struct check_result result = empty_result();
	struct finding f = some(RULE_DATE_INVALID, "a.yaml", 2);

	(void)state;
	f.args[0] = "x # TODO \\ \n  ...\nok 2";
	findings_push(&result.findings, &f);
	assert_string_equal(
		told_in("tap", &result),
		"TAP version 13\n1..1\n"
		"not ok 1 - a.yaml:2:3: error: 'x \\# TODO \\\\    ... ok 2' is no day "
		"[date-invalid]\n"
		"  ---\n  severity: \"error\"\n  rule: \"date-invalid\"\n"
		"  message: \"'x # TODO \\\\    ... ok 2' is no day\"\n"
		"  hint: \"write it as 2018-07-04\"\n  law: \"\"\n  file: \"a.yaml\"\n"
		"  line: 2\n  column: 3\n  ...\n");
}

/* ---- waivers and baselines ---- */

static struct check_result with_waived(void)
{
	static const struct waiver waiver = {
		.rule = "date-invalid",
		.reason = "待查",
		.by = "张某",
		.date = { .year = 2026, .month = 1, .day = 2 },
		.until = { .year = 2026, .month = 12, .day = 31 }
	};
	struct check_result result = empty_result();
	struct finding f = some(RULE_DATE_INVALID, "a.yaml", 2);

	f.waiver = &waiver;
	findings_push(&result.waived, &f);
	return result;
}

static void what_is_waived_is_told_but_fails_nothing(void **state)
{
	const struct check_result result = with_waived();

	(void)state;
	assert_string_equal(told_in("text", &result), "");
	assert_string_equal(told_in("gitlab", &result), "[]\n");
	assert_non_null(
		strstr(told_in("tap", &result),
		       "ok 1 - a.yaml:2:3: error: 'soon' is no day [date-invalid] # "
		       "SKIP waived by 张某 on 2026-01-02 until 2026-12-31: 待查\n"));
	assert_non_null(strstr(told_in("junit", &result),
			       "<skipped message=\"waived by 张某 on 2026-01-02 until "
			       "2026-12-31: 待查\"/>"));
	assert_non_null(strstr(told_in("junit", &result), "failures=\"0\""));
	assert_non_null(strstr(told_in("sarif", &result), "\"kind\": \"inSource\""));
	assert_non_null(strstr(told_in("json", &result), "\"until\": \"2026-12-31\""));
}

static void states_stand_where_there_is_a_baseline(void **state)
{
	struct check_result result = empty_result();
	struct finding f = some(RULE_DATE_INVALID, "a.yaml", 2);

	(void)state;
	findings_push(&result.findings, &f);
	assert_null(strstr(told_in("sarif", &result), "baselineState"));
	result.has_baseline = true;
	f.path = "b.yaml";
	findings_push(&result.known, &f);
	assert_int_equal(
		count_of(told_in("sarif", &result), "\"baselineState\": \"new\""), 1);
	assert_int_equal(
		count_of(told_in("sarif", &result), "\"baselineState\": \"unchanged\""),
		1);
	assert_int_equal(count_of(told_in("text", &result), "[date-invalid]"), 1);
}

static void a_uri_is_escaped(void **state)
{
	struct check_result result = empty_result();
	struct finding f = some(RULE_DATE_INVALID, "attachments/甲 #1%.csv", 2);

	(void)state;
	findings_push(&result.findings, &f);
	assert_int_equal(
		count_of(told_in("sarif", &result),
			 "\"uri\": \"folder/attachments/%E7%94%B2%20%231%25.csv\""),
		2);
}

int main(void)
{
	struct CMUnitTest tests[64];
	size_t count = 0;

	for (size_t i = 0; i < ARRAY_LEN(nothing); i++)
		tests[count++] = UNIT_ROW(of_nothing_found, &nothing[i]);
	for (size_t i = 0; i < ARRAY_LEN(rooms); i++)
		tests[count++] = UNIT_ROW(no_more_than_is_shown, &rooms[i]);
	const struct CMUnitTest others[] = {
		cmocka_unit_test(a_name_stays_while_lines_move),
		cmocka_unit_test(a_name_tells_findings_apart),
		cmocka_unit_test(a_name_stays_while_days_pass),
		cmocka_unit_test(findings_that_are_alike_are_numbered),
		cmocka_unit_test(the_worst_comes_first),
		cmocka_unit_test(a_form_is_found_by_its_whole_name),
		cmocka_unit_test(what_would_end_a_command_is_escaped),
		cmocka_unit_test(a_line_stays_one_line_and_commands_nobody),
		cmocka_unit_test(a_point_of_tap_cannot_be_forged),
		cmocka_unit_test(what_is_waived_is_told_but_fails_nothing),
		cmocka_unit_test(states_stand_where_there_is_a_baseline),
		cmocka_unit_test(a_uri_is_escaped),
	};

	memcpy(&tests[count], others, sizeof(others));
	count += ARRAY_LEN(others);
	return _cmocka_run_group_tests("form", tests, count, setup, teardown);
}
