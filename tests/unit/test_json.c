#include "unit/unit.h"

#include "format/json.h"

static void open_close(struct json *j, int depth)
{
	for (int i = 0; i < depth; i++)
		json_open_array(j);
	for (int i = 0; i < depth; i++)
		json_close(j);
}

static void write_record(struct json *j)
{
	json_open_object(j);
	json_member(j, "id", "a-1");
	json_member(j, "absent", NULL);
	json_key(j, "list");
	json_open_array(j);
	json_int(j, INT64_MIN);
	json_bool(j, true);
	json_bool(j, false);
	json_null(j);
	json_open_object(j);
	json_close(j);
	json_open_array(j);
	json_close(j);
	json_close(j);
	json_key(j, "文");
	json_string(j, "");
	json_close(j);
}

static void compact_has_no_blanks(void **state)
{
	auto_buf out = BUF_INIT;
	struct json j;

	(void)state;
	json_init(&j, &out, JSON_COMPACT);
	write_record(&j);
	assert_string_equal(
		out.s,
		"{\"id\":\"a-1\",\"list\":[-9223372036854775808,true,false,null,{},[]],"
		"\"文\":\"\"}");
}

static void pretty_has_a_line_a_member(void **state)
{
	auto_buf out = BUF_INIT;
	struct json j;

	(void)state;
	json_init(&j, &out, JSON_PRETTY);
	write_record(&j);
	assert_string_equal(out.s, "{\n"
				   "  \"id\": \"a-1\",\n"
				   "  \"list\": [\n"
				   "    -9223372036854775808,\n"
				   "    true,\n"
				   "    false,\n"
				   "    null,\n"
				   "    {},\n"
				   "    []\n"
				   "  ],\n"
				   "  \"文\": \"\"\n"
				   "}\n");
}

static void a_text_alone_is_a_document(void **state)
{
	auto_buf out = BUF_INIT;
	struct json j;

	(void)state;
	json_init(&j, &out, JSON_PRETTY);
	json_string(&j, "a");
	assert_string_equal(out.s, "\"a\"\n");
}

static void as_deep_as_allowed(void **state)
{
	auto_buf out = BUF_INIT;
	struct json j;

	(void)state;
	json_init(&j, &out, JSON_COMPACT);
	open_close(&j, JSON_MAX_DEPTH);
	assert_int_equal(out.len, 2 * JSON_MAX_DEPTH);
}

struct text_case {
	const char *label;
	const char *text;
	const char *json;
};

static struct text_case text_cases[] = {
	{ "letters stay", "aZ 09/'<>&", "\"aZ 09/'<>&\"" },
	{ "the quote and the backslash", "\"\\", "\"\\\"\\\\\"" },
	{ "controls with a letter", "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
	{ "other controls", "\x01\x1f\x7f", "\"\\u0001\\u001f\x7f\"" },
	{ "Chinese stays", "公开", "\"公开\"" },
	{ "beyond the BMP", "\xf0\xa0\x80\x80", "\"\xf0\xa0\x80\x80\"" },
	{ "a lone continuation byte", "a\x80z", "\"a\xef\xbf\xbdz\"" },
	{ "a character cut short", "\xe5\x85", "\"\xef\xbf\xbd\xef\xbf\xbd\"" },
	{ "an overlong slash", "\xc0\xaf", "\"\xef\xbf\xbd\xef\xbf\xbd\"" },
	{ "a surrogate", "\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"" },
	{ "GBK", "\xb9\xab", "\"\xef\xbf\xbd\xef\xbf\xbd\"" },
};

static void writes_text(void **state)
{
	const struct text_case *c = *state;
	auto_buf out = BUF_INIT;
	struct json j;

	json_init(&j, &out, JSON_COMPACT);
	json_string(&j, c->text);
	assert_string_equal(out.s, c->json);
}

static void writes_text_as_a_key(void **state)
{
	const struct text_case *c = *state;
	auto_buf out = BUF_INIT;
	auto_buf want = BUF_INIT;
	struct json j;

	buf_addf(&want, "{%s:%s}", c->json, c->json);
	json_init(&j, &out, JSON_COMPACT);
	json_open_object(&j);
	json_member(&j, c->text, c->text);
	json_close(&j);
	assert_string_equal(out.s, want.s);
}

static void a_nul_is_escaped(void **state)
{
	auto_buf out = BUF_INIT;
	struct json j;

	(void)state;
	json_init(&j, &out, JSON_COMPACT);
	json_string_n(&j, "a\0b", 3);
	assert_string_equal(out.s, "\"a\\u0000b\"");
}

enum { OTHER_TESTS = 5 };

int main(void)
{
	static struct CMUnitTest tests[2 * ARRAY_LEN(text_cases) + OTHER_TESTS] = {
		cmocka_unit_test(compact_has_no_blanks),
		cmocka_unit_test(pretty_has_a_line_a_member),
		cmocka_unit_test(a_text_alone_is_a_document),
		cmocka_unit_test(as_deep_as_allowed),
		cmocka_unit_test(a_nul_is_escaped),
	};
	size_t count = OTHER_TESTS;

	for (size_t i = 0; i < ARRAY_LEN(text_cases); i++) {
		struct CMUnitTest *test = &tests[count];

		test[0].name = test[1].name = text_cases[i].label;
		test[0].test_func = writes_text;
		test[1].test_func = writes_text_as_a_key;
		test[0].initial_state = test[1].initial_state = &text_cases[i];
		count += 2;
	}
	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
