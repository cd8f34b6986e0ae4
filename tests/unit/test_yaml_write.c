#include "unit/unit.h"

#include <string.h>

#include "format/yaml.h"

/* ---- which texts stand plain ---- */

static const struct {
	const char *text;
	const char *block; /* how it is written */
	const char *flow;  /* NULL: the same */
} scalars[] = {
	{ "关于印发《要点》的通知", "关于印发《要点》的通知", NULL },
	{ "一：二，“三”；【四】", "一：二，“三”；【四】", NULL },
	{ "东政发〔2018〕112号", "东政发〔2018〕112号", NULL },
	{ "640502017/2018-41187", "640502017/2018-41187", NULL },
	{ "2018-00112", "2018-00112", NULL },
	{ "mz-0003", "mz-0003", NULL },
	{ "2018-07-04", "2018-07-04", NULL },
	{ "2018-07-04T08:30:00Z", "\"2018-07-04T08:30:00Z\"", NULL },
	{ "2018-7-4 8:30:00", "\"2018-7-4 8:30:00\"", NULL },
	{ "0953-4762015", "0953-4762015", NULL },
	{ "http://a.cn/b?c=1#d", "http://a.cn/b?c=1#d", "\"http://a.cn/b?c=1#d\"" },
	{ "a, b", "a, b", "\"a, b\"" },
	{ "a [b]", "a [b]", "\"a [b]\"" },
	{ "a {b}", "a {b}", "\"a {b}\"" },
	{ "", "\"\"", NULL },
	{ "~", "\"~\"", NULL },
	{ "null", "\"null\"", NULL },
	{ "true", "\"true\"", NULL },
	{ "False", "\"False\"", NULL },
	{ "yes", "\"yes\"", NULL },
	{ "No", "\"No\"", NULL },
	{ "on", "\"on\"", NULL },
	{ "OFF", "\"OFF\"", NULL },
	{ "y", "\"y\"", NULL },
	{ "N", "\"N\"", NULL },
	{ "yEs", "yEs", NULL },
	{ "0", "\"0\"", NULL },
	{ "-1", "\"-1\"", NULL },
	{ "007", "\"007\"", NULL },
	{ "1.5", "\"1.5\"", NULL },
	{ "1.", "\"1.\"", NULL },
	{ ".5", "\".5\"", NULL },
	{ "1e3", "\"1e3\"", NULL },
	{ "1_000", "\"1_000\"", NULL },
	{ "0o17", "\"0o17\"", NULL },
	{ "0x1F", "\"0x1F\"", NULL },
	{ "-0x1F", "\"-0x1F\"", NULL },
	{ "0b101", "\"0b101\"", NULL },
	{ "12:30", "\"12:30\"", NULL },
	{ "1:02:03.5", "\"1:02:03.5\"", NULL },
	{ "12：30", "12：30", NULL },
	{ ".inf", "\".inf\"", NULL },
	{ ".NaN", "\".NaN\"", NULL },
	{ "<<", "\"<<\"", NULL },
	{ "=", "\"=\"", NULL },
	{ "=======", "\"=======\"", NULL },
	{ "<<<<<<< HEAD", "\"<<<<<<< HEAD\"", NULL },
	{ "- a", "\"- a\"", NULL },
	{ "-a", "-a", "\"-a\"" },
	{ "-", "\"-\"", NULL },
	{ "---", "\"---\"", NULL },
	{ "--- a", "\"--- a\"", NULL },
	{ "...", "\"...\"", NULL },
	{ "?", "\"?\"", NULL },
	{ ": a", "\": a\"", NULL },
	{ ":a", ":a", "\":a\"" },
	{ "#a", "\"#a\"", NULL },
	{ "a#b", "a#b", NULL },
	{ "a #b", "\"a #b\"", NULL },
	{ "a: b", "\"a: b\"", NULL },
	{ "a:b", "a:b", NULL },
	{ "a:", "\"a:\"", NULL },
	{ " a", "\" a\"", NULL },
	{ "a ", "\"a \"", NULL },
	{ "&a", "\"&a\"", NULL },
	{ "*a", "\"*a\"", NULL },
	{ "!a", "\"!a\"", NULL },
	{ "|a", "\"|a\"", NULL },
	{ ">a", "\">a\"", NULL },
	{ "%a", "\"%a\"", NULL },
	{ "@a", "\"@a\"", NULL },
	{ "`a", "\"`a\"", NULL },
	{ "'a'", "\"'a'\"", NULL },
	{ "\"a\"", "\"\\\"a\\\"\"", NULL },
	{ "a\"b\\c", "a\"b\\c", NULL },
	{ "[a", "\"[a\"", NULL },
	{ "}a", "\"}a\"", NULL },
	{ ",a", "\",a\"", NULL },
	{ "a\nb", "\"a\\nb\"", NULL },
	{ "a\tb", "\"a\\tb\"", NULL },
	{ "a\r\n", "\"a\\r\\n\"", NULL },
	{ "a\x01", "\"a\\x01\"", NULL },
	{ "a\x7F", "\"a\\x7F\"", NULL },
	{ "a\xC2\x85", "\"a\\x85\"", NULL },
	{ "a\xE2\x80\xA8", "\"a\\u2028\"", NULL },
	{ "\xEF\xBB\xBF"
	  "a",
	  "\"\\uFEFFa\"", NULL },
};

static void a_scalar_is_plain_only_where_all_read_it_as_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(scalars); i++) {
		auto_buf block = BUF_INIT;
		auto_buf flow = BUF_INIT;

		yaml_write_scalar(&block, scalars[i].text, false);
		yaml_write_scalar(&flow, scalars[i].text, true);
		assert_string_equal(block.s, scalars[i].block);
		assert_string_equal(flow.s,
				    scalars[i].flow ? scalars[i].flow : scalars[i].block);
	}
}

/* ---- what is written reads back ---- */

static void check_text(const struct yaml_tree *tree, const struct yaml_node *node,
		       const char *text)
{
	const char *value = node ? node->value : "(nothing)";

	if (strcmp(value, text) != 0)
		print_error("%.*s\n", (int)tree->len, tree->bytes);
	assert_int_equal(tree->problem_count, 0);
	assert_string_equal(value, text);
	if (node)
		assert_int_equal(yaml_core_type(node), YAML_CORE_TEXT);
}

/* As key and value, in block and flow, with something behind it. */
static void check_round_trip(const char *text)
{
	struct arena arena = ARENA_INIT;
	struct yaml_tree tree;
	auto_buf yaml = BUF_INIT;

	buf_adds(&yaml, "list: [");
	yaml_write_scalar(&yaml, text, true);
	buf_adds(&yaml, ", {k: ");
	yaml_write_scalar(&yaml, text, true);
	buf_adds(&yaml, "}]\nmap:\n  ");
	yaml_write_scalar(&yaml, text, false);
	buf_adds(&yaml, ": ");
	yaml_write_scalar(&yaml, text, false);
	buf_adds(&yaml, " # c\n  k2: ");
	yaml_write_literal(&yaml, text, 6);
	buf_adds(&yaml, "\nend: b\n");
	yaml_parse(&arena, yaml.s, yaml.len, &tree);
	if (!tree.root)
		print_error("%s\n", yaml.s);
	assert_non_null(tree.root);
	check_text(&tree, yaml_get(tree.root, "list")->items[0], text);
	check_text(&tree, yaml_get(yaml_get(tree.root, "list")->items[1], "k"), text);
	check_text(&tree, yaml_get(tree.root, "map")->keys[0], text);
	check_text(&tree, yaml_get(tree.root, "map")->items[0], text);
	assert_string_equal(yaml_get(tree.root, "end")->value, "b");
	arena_clear(&arena);
}

static void check_literal(const char *text)
{
	struct arena arena = ARENA_INIT;
	struct yaml_tree tree;
	auto_buf yaml = BUF_INIT;

	buf_adds(&yaml, "a: ");
	yaml_write_literal(&yaml, text, 2);
	if (yaml.s[yaml.len - 1] != '\n')
		buf_addc(&yaml, '\n');
	buf_adds(&yaml, "b: c\n");
	yaml_parse(&arena, yaml.s, yaml.len, &tree);
	assert_non_null(tree.root);
	check_text(&tree, yaml_get(tree.root, "a"), text);
	assert_string_equal(yaml_get(tree.root, "b")->value, "c");
	arena_clear(&arena);
}

static void every_listed_text_reads_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(scalars); i++) {
		check_round_trip(scalars[i].text);
		check_literal(scalars[i].text);
	}
}

static uint32_t next_random(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

/* Signs of YAML and characters at the edges of what it allows, more often than others. */
static const char *const pieces[] = {
	"a",
	"y",
	"no",
	"0",
	"1",
	".",
	"-",
	"--",
	"?",
	":",
	": ",
	" ",
	"  ",
	"#",
	" #",
	",",
	"[",
	"]",
	"{",
	"}",
	"&",
	"*",
	"!",
	"|",
	">",
	"'",
	"\"",
	"\\",
	"%",
	"@",
	"`",
	"~",
	"=",
	"<",
	"e",
	"x",
	"_",
	"\n",
	"\n\n",
	"\t",
	"\r",
	"\x01",
	"\x1F",
	"\x7F",
	"文",
	"：",
	"“",
	"”",
	"，",
	"　",
	"𠮷",
	"\xC2\x80",
	"\xC2\x85",
	"\xC2\xA0",
	"\xE2\x80\xA8",
	"\xEF\xBB\xBF",
	"\xEF\xBF\xBD",
	"\xEF\xBF\xBE",
	"\xEF\xBF\xBF",
	"\xF4\x8F\xBF\xBF",
};

static void random_texts_read_back(void **state)
{
	uint32_t seed = 20180704;

	(void)state;
	for (int i = 0; i < 4000; i++) {
		auto_buf text = BUF_INIT;
		const uint32_t len = next_random(&seed) % 9;

		for (uint32_t j = 0; j < len; j++)
			buf_adds(&text, pieces[next_random(&seed) % ARRAY_LEN(pieces)]);
		check_round_trip(text.s);
		check_literal(text.s);
	}
}

/* ---- literal blocks ---- */

static const struct {
	const char *text;
	const char *yaml;
} literals[] = {
	{ "一\n二\n", "|\n  一\n  二\n" },
	{ "一\n二", "|-\n  一\n  二\n" },
	{ "一\n\n", "|+\n  一\n\n" },
	{ "一\n\n  二\n", "|\n  一\n\n    二\n" },
	{ "\n一\n", "|\n\n  一\n" },
	{ "# 一: 二\n- 三\n", "|\n  # 一: 二\n  - 三\n" },
	{ " 一\n", "\" 一\\n\"" },
	{ "\t一\n", "\"\\t一\\n\"" },
	{ "一\r\n", "\"一\\r\\n\"" },
	{ "\n", "\"\\n\"" },
	{ "", "\"\"" },
};

static void a_literal_block_keeps_lines_or_is_quoted(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(literals); i++) {
		auto_buf out = BUF_INIT;

		yaml_write_literal(&out, literals[i].text, 2);
		assert_string_equal(out.s, literals[i].yaml);
		check_literal(literals[i].text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_scalar_is_plain_only_where_all_read_it_as_text),
		cmocka_unit_test(every_listed_text_reads_back),
		cmocka_unit_test(random_texts_read_back),
		cmocka_unit_test(a_literal_block_keeps_lines_or_is_quoted),
	};

	return cmocka_run_group_tests_name("yaml_write", tests, NULL, NULL);
}
