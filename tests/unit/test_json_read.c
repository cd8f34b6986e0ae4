#include "unit/unit.h"

#include <inttypes.h>
#include <string.h>

#include "format/json.h"
#include "format/json_read.h"

/* The tree as JSON again, scalars with a mark for what they are. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as JSON_READ_MAX_DEPTH */
static void dump(struct buf *out, const struct yaml_node *node)
{
	static const char marks[] = { [YAML_CORE_TEXT] = 't',
				      [YAML_CORE_NULL] = 'n',
				      [YAML_CORE_BOOL] = 'b',
				      [YAML_CORE_INT] = 'i',
				      [YAML_CORE_FLOAT] = 'f' };

	if (node->type == YAML_SCALAR) {
		assert_int_equal(node->len, strlen(node->value));
		buf_addf(out, "%c'%s'", marks[yaml_core_type(node)], node->value);
		return;
	}
	buf_addc(out, node->type == YAML_MAPPING ? '{' : '[');
	for (size_t i = 0; i < node->count; i++) {
		if (i)
			buf_addc(out, ' ');
		if (node->type == YAML_MAPPING) {
			dump(out, node->keys[i]);
			buf_addc(out, '=');
		}
		dump(out, node->items[i]);
	}
	buf_addc(out, node->type == YAML_MAPPING ? '}' : ']');
}

struct read_case {
	const char *label;
	const char *text;
	const char *tree;
};

static struct read_case read_cases[] = {
	{ "members in the order of the file",
	  "{\"b\": \"1\", \"a\": \"\", \"公\": \"开\"}",
	  "{t'b'=t'1' t'a'=t'' t'公'=t'开'}" },
	{ "a text that looks like a number is text", "[\"1\", \"true\", \"null\"]",
	  "[t'1' t'true' t'null']" },
	{ "words", "[true, false, null]", "[b'true' b'false' n'null']" },
	{ "integers", "[0, -1, 9223372036854775807]",
	  "[i'0' i'-1' i'9223372036854775807']" },
	{ "an identity number keeps its digits", "110101199003070000",
	  "i'110101199003070000'" },
	{ "the shortest form of a number", "[0.1, 2.50, 1e3, 0.30000000000000004]",
	  "[f'0.1' f'2.5' f'1000.0' f'0.30000000000000004']" },
	{ "nesting", "{\"a\":[{\"b\":[]},[]]}", "{t'a'=[{t'b'=[]} []]}" },
	{ "escapes", "\"\\u516c\\n\\ud840\\udc00\"", "t'公\n\xf0\xa0\x80\x80'" },
	{ "a scalar alone", " 7 ", "i'7'" },
};

static void reads(void **state)
{
	const struct read_case *c = *state;
	struct arena arena = ARENA_INIT;
	struct yaml_node *root = NULL;
	struct error err = { 0 };
	auto_buf out = BUF_INIT;

	assert_int_equal(json_parse(&arena, c->text, strlen(c->text), &root, &err), 0);
	dump(&out, root);
	assert_string_equal(out.s, c->tree);
	assert_int_equal(root->place.line, 1);
	assert_int_equal(root->place.column, 1);
	assert_int_equal(root->start, 0);
	assert_int_equal(root->end, strlen(c->text));
	arena_clear(&arena);
}

struct fault_case {
	const char *label;
	const char *text;
	const char *place; /* how the error begins */
};

static struct fault_case fault_cases[] = {
	{ "nothing", "", "line 1, column 0: " },
	{ "a comma too many", "{\n\"a\": 1,\n}", "line 3, column 1: " },
	{ "a duplicate key", "{\"a\": 1,\n \"a\": 2}", "line 2, column 4: duplicate" },
	{ "more after the end", "{} {}", "line 1, column 4: end of file" },
	{ "single quotes", "{'a': 1}", "line 1, column 2: " },
	{ "a comment", "{} // a", "line 1, column 4: " },
	{ "not UTF-8", "\"\xb9\xab\"", "line 1, column " },
	{ "a NUL escape", "\"\\u0000\"", "line 1, column " },
	{ "a control character", "\"\x01\"", "line 1, column " },
	{ "too large an integer", "9223372036854775808", "line 1, column " },
	{ "too large a number", "1e999", "line 1, column " },
	{ "a byte-order mark", "\xef\xbb\xbf{}", "line 1, column 1: " },
};

static void refuses(void **state)
{
	const struct fault_case *c = *state;
	struct arena arena = ARENA_INIT;
	struct yaml_node *root = NULL;
	struct error err = { 0 };
	char begin[64] = "";

	assert_int_equal(json_parse(&arena, c->text, strlen(c->text), &root, &err), -1);
	assert_int_equal(err.code, ERR_SYNTAX);
	memcpy(begin, err.text, strlen(c->place));
	assert_string_equal(begin, c->place);
	assert_null(root);
	arena_clear(&arena);
}

static int parse_nested(size_t depth, char open, char close, struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct yaml_node *root;
	auto_buf text = BUF_INIT;
	int status;

	for (size_t i = 0; i < depth; i++)
		buf_addc(&text, open);
	for (size_t i = 0; i < depth; i++)
		buf_addc(&text, close);
	status = json_parse(&arena, text.s, text.len, &root, err);
	arena_clear(&arena);
	return status;
}

static void depth_is_bounded(void **state)
{
	struct error err = { 0 };

	(void)state;
	assert_int_equal(parse_nested(JSON_READ_MAX_DEPTH, '[', ']', &err), 0);
	assert_int_equal(parse_nested(JSON_READ_MAX_DEPTH + 1, '[', ']', &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	assert_int_equal(parse_nested(1000000, '[', ']', &err), -1);
}

static void size_is_bounded(void **state)
{
	struct arena arena = ARENA_INIT;
	struct yaml_node *root;
	struct error err = { 0 };

	(void)state;
	assert_int_equal(
		json_parse(&arena, "", (size_t)JSON_READ_MAX_BYTES + 1, &root, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
}

/* What the writer makes of any text, the reader reads as that text. */
static void what_is_written_reads_back(void **state)
{
	struct arena arena = ARENA_INIT;
	struct yaml_node *root = NULL;
	struct error err = { 0 };
	auto_buf text = BUF_INIT;
	auto_buf out = BUF_INIT;
	struct json j;

	(void)state;
	for (int c = 1; c < 0x80; c++)
		buf_addc(&text, (char)c);
	buf_adds(&text, "公开\xf0\xa0\x80\x80");
	json_init(&j, &out, JSON_PRETTY);
	json_string(&j, text.s);
	assert_int_equal(json_parse(&arena, out.s, out.len, &root, &err), 0);
	assert_string_equal(root->value, text.s);
	arena_clear(&arena);
}

/* Each byte alone: the writer makes valid JSON of it, whatever it is. */
static void any_byte_is_written_as_valid_json(void **state)
{
	(void)state;
	for (int c = 0; c < 256; c++) {
		struct arena arena = ARENA_INIT;
		struct yaml_node *root = NULL;
		struct error err = { 0 };
		auto_buf out = BUF_INIT;
		char byte = (char)c;
		struct json j;

		json_init(&j, &out, JSON_COMPACT);
		json_string_n(&j, &byte, 1);
		if (c) {
			assert_int_equal(json_parse(&arena, out.s, out.len, &root, &err),
					 0);
			assert_int_equal(root->len, c < 0x80 ? 1 : 3);
		}
		arena_clear(&arena);
	}
}

enum { OTHER_TESTS = 4 };

int main(void)
{
	static struct CMUnitTest
		tests[ARRAY_LEN(read_cases) + ARRAY_LEN(fault_cases) + OTHER_TESTS] = {
			cmocka_unit_test(depth_is_bounded),
			cmocka_unit_test(size_is_bounded),
			cmocka_unit_test(what_is_written_reads_back),
			cmocka_unit_test(any_byte_is_written_as_valid_json),
		};
	size_t count = OTHER_TESTS;

	for (size_t i = 0; i < ARRAY_LEN(read_cases); i++)
		tests[count++] = (struct CMUnitTest){ .name = read_cases[i].label,
						      .test_func = reads,
						      .initial_state = &read_cases[i] };
	for (size_t i = 0; i < ARRAY_LEN(fault_cases); i++)
		tests[count++] = (struct CMUnitTest){ .name = fault_cases[i].label,
						      .test_func = refuses,
						      .initial_state = &fault_cases[i] };
	return cmocka_run_group_tests_name("json_read", tests, NULL, NULL);
}
