#include "unit/unit.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "format/yaml.h"

static const char bom[] = "\xEF\xBB\xBF";

static struct yaml_tree parse(struct arena *arena, const char *text)
{
	struct yaml_tree tree;

	yaml_parse(arena, text, strlen(text), &tree);
	return tree;
}

/* ---- places ---- */

/* A comment on every line, every style, and characters of one to four bytes. */
static const char styles[] = "# 注释：编号 𠮷\n"
			     "id: 2018-00112 # 编号\n"
			     "title: 关于印发通知  # 标题\n"
			     "single: '张某''s' # 单引号\n"
			     "double: \"\\u5F20某\\n\" # 双引号\n"
			     "empty: # 没有\n"
			     "wrapped: 第一行\n"
			     "  第二行 # 两行\n"
			     "literal: | # 正文\n"
			     "  一 # 不是注释\n"
			     "\n"
			     "  𠮷二\n"
			     "\n"
			     "# 后面\n"
			     "folded: >- # 折叠\n"
			     "  三\n"
			     "  四\n"
			     "flow: [甲, \"乙\", {丙: 丁}] # 列表\n"
			     "block: # 块\n"
			     "# 之间\n"
			     "- {a: 一} # 第一\n"
			     "- b: 二 # 第二\n"
			     "  c: 三 # 第三\n"
			     "# 最后\n";

static const struct {
	const char *key;
	enum yaml_style style;
	const char *bytes; /* what [start, end) holds */
	const char *value; /* NULL: a collection */
	uint32_t line;
	uint32_t column;
} placed[] = {
	{ "id", YAML_PLAIN, "2018-00112", "2018-00112", 2, 5 },
	{ "title", YAML_PLAIN, "关于印发通知", "关于印发通知", 3, 8 },
	{ "single", YAML_SINGLE, "'张某''s'", "张某's", 4, 9 },
	{ "double", YAML_DOUBLE, "\"\\u5F20某\\n\"", "张某\n", 5, 9 },
	{ "empty", YAML_PLAIN, "", "", 6, 7 },
	{ "wrapped", YAML_PLAIN, "第一行\n  第二行", "第一行 第二行", 7, 10 },
	{ "literal", YAML_LITERAL, "| # 正文\n  一 # 不是注释\n\n  𠮷二\n",
	  "一 # 不是注释\n\n𠮷二\n", 9, 10 },
	{ "folded", YAML_FOLDED, ">- # 折叠\n  三\n  四\n", "三 四", 15, 9 },
	{ "flow", YAML_FLOW, "[甲, \"乙\", {丙: 丁}]", NULL, 18, 7 },
	{ "block", YAML_BLOCK, "- {a: 一} # 第一\n- b: 二 # 第二\n  c: 三", NULL, 21, 1 },
};

static void check_places(struct arena *arena, const char *text, size_t len)
{
	struct yaml_tree tree;

	yaml_parse(arena, text, len, &tree);
	assert_non_null(tree.root);
	assert_int_equal(tree.root->count, ARRAY_LEN(placed));
	for (size_t i = 0; i < ARRAY_LEN(placed); i++) {
		const struct yaml_node *node = yaml_get(tree.root, placed[i].key);
		const size_t size = strlen(placed[i].bytes);

		assert_non_null(node);
		assert_int_equal(node->style, placed[i].style);
		assert_int_equal(node->end - node->start, size);
		assert_memory_equal(text + node->start, placed[i].bytes, size);
		assert_int_equal(node->place.line, placed[i].line);
		assert_int_equal(node->place.column, placed[i].column);
		if (placed[i].value)
			assert_string_equal(node->value, placed[i].value);
		assert_string_equal(tree.root->keys[i]->value, placed[i].key);
	}
}

static void bytes_of_each_style_are_found_in_chinese_text(void **state)
{
	struct arena *arena = *state;

	check_places(arena, styles, strlen(styles));
}

static void a_byte_order_mark_moves_bytes_but_no_columns(void **state)
{
	struct arena *arena = *state;
	auto_buf text = BUF_INIT;
	struct yaml_tree tree;

	buf_adds(&text, bom);
	buf_adds(&text, styles);
	check_places(arena, text.s, text.len);
	yaml_parse(arena, text.s, text.len, &tree);
	assert_int_equal(tree.problem_count, 1);
	assert_int_equal(tree.problems[0].fault, YAML_FAULT_BOM);
	tree = parse(arena, "\xEF\xBB\xBF甲: 乙\n");
	assert_int_equal(tree.root->start, strlen(bom));
	assert_int_equal(tree.root->place.column, 1);
	assert_int_equal(tree.root->items[0]->place.column, 4);
}

static void the_last_value_ends_without_a_final_newline(void **state)
{
	struct arena *arena = *state;

	check_places(arena, styles, strlen(styles) - 1);
	check_places(arena, styles, strlen(styles) - strlen(" # 第三\n# 最后\n"));
}

static void quoted_and_plain_bytes_read_again_give_the_value(void **state)
{
	struct arena *arena = *state;
	struct yaml_tree tree = parse(arena, styles);

	for (size_t i = 0; i < tree.root->count; i++) {
		const struct yaml_node *node = tree.root->items[i];
		struct yaml_tree again;

		if (node->type != YAML_SCALAR || node->len == 0)
			continue;
		yaml_parse(arena, tree.bytes + node->start, node->end - node->start,
			   &again);
		assert_non_null(again.root);
		assert_string_equal(again.root->value, node->value);
	}
}

static void crlf_lines_are_noted_once_and_read(void **state)
{
	struct arena *arena = *state;
	struct yaml_tree tree =
		parse(arena, "甲: 一\r\nb: |\r\n  二\r\n  三\r\nc: [d]\r\n");
	const struct yaml_node *c;

	assert_int_equal(tree.problem_count, 1);
	assert_int_equal(tree.problems[0].fault, YAML_FAULT_CRLF);
	assert_int_equal(tree.problems[0].place.line, 1);
	assert_string_equal(yaml_get(tree.root, "甲")->value, "一");
	assert_string_equal(yaml_get(tree.root, "b")->value, "二\n三\n");
	c = yaml_get(tree.root, "c");
	assert_memory_equal(tree.bytes + c->start, "[d]", 3);
	assert_int_equal(c->place.line, 5);
}

static const struct {
	const char *text;
	const char *bytes;
	const char *value;
} blocks[] = {
	{ "a: |\n  x\n\n\nb: c\n", "|\n  x\n", "x\n" },
	{ "a: |+\n  x\n\n\nb: c\n", "|+\n  x\n\n\n", "x\n\n\n" },
	{ "a: |-\n  x\n   \n  \n", "|-\n  x\n   \n", "x\n " },
	{ "a: |\n  x\n # c\nb: c\n", "|\n  x\n", "x\n" },
	{ "a: |\n\nb: c\n", "|\n", "" },
	{ "a: |\n  x", "|\n  x", "x\n" },
	{ "a: |-\n  x", "|-\n  x", "x" },
	{ "a: >+ # -\n  x", ">+ # -\n  x", "x\n" },
	{ "a: |", "|", "" },
	{ "a: |2\n   x\n", "|2\n   x\n", " x\n" },
};

static void a_block_scalar_ends_after_its_last_line(void **state)
{
	struct arena *arena = *state;

	for (size_t i = 0; i < ARRAY_LEN(blocks); i++) {
		struct yaml_tree tree = parse(arena, blocks[i].text);
		const struct yaml_node *a = yaml_get(tree.root, "a");

		assert_string_equal(a->value, blocks[i].value);
		assert_int_equal(a->end - a->start, strlen(blocks[i].bytes));
		assert_memory_equal(tree.bytes + a->start, blocks[i].bytes,
				    a->end - a->start);
	}
}

static void a_place_is_counted_in_characters(void **state)
{
	static const struct {
		size_t offset;
		uint32_t line;
		uint32_t column;
	} places[] = { { 0, 1, 1 },  { 3, 1, 1 },  { 6, 1, 2 }, { 7, 2, 1 },
		       { 11, 2, 2 }, { 12, 2, 3 }, { 99, 2, 3 } };
	const char text[] = "\xEF\xBB\xBF甲\n𠮷x";

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(places); i++) {
		const struct yaml_place at =
			yaml_place_at(text, strlen(text), places[i].offset);

		assert_int_equal(at.line, places[i].line);
		assert_int_equal(at.column, places[i].column);
	}
}

/* ---- faults ---- */

static const struct {
	const char *text;
	const char *arg; /* NULL: libyaml's own words */
	enum yaml_fault fault;
	uint32_t line;
	uint32_t column;
	bool readable;
} faults[] = {
	{ "a: b: c\n", NULL, YAML_FAULT_SYNTAX, 1, 5, false },
	{ "a: 'b\nc: d\n", NULL, YAML_FAULT_SYNTAX, 1, 4, false },
	{ "a: [b\nc: d\n", NULL, YAML_FAULT_SYNTAX, 2, 2, false },
	{ "a: b\n  c: d\n", NULL, YAML_FAULT_SYNTAX, 2, 4, false },
	{ "a: `b`\n", NULL, YAML_FAULT_SYNTAX, 1, 4, false },
	/* Signs in brackets that are closed are no cause of what stands behind them. */
	{ "a: [甲，乙]\n  b: c\n", NULL, YAML_FAULT_SYNTAX, 2, 3, false },
	{ "a: [甲，乙]\n- b\n", NULL, YAML_FAULT_SYNTAX, 2, 1, false },
	{ "a: [甲，乙] b\nc: d\n", NULL, YAML_FAULT_SYNTAX, 1, 10, false },
	{ "a: \"文”字\"\n  b: c\n", NULL, YAML_FAULT_SYNTAX, 2, 3, false },
	{ "a:\n\tb: c\n", "", YAML_FAULT_TAB, 2, 1, false },
	{ "a:\n  b: c\n \td: e\n", "", YAML_FAULT_TAB, 3, 2, false },
	{ "标题：文\nb: c\n", "：", YAML_FAULT_FULL_WIDTH, 1, 3, false },
	{ "a: b\n标题：文\nc: d\n", "：", YAML_FAULT_FULL_WIDTH, 2, 3, false },
	{ "a: b\n标题：文\n", "：", YAML_FAULT_FULL_WIDTH, 2, 3, false },
	{ "a:\n  标题：文\n  c: d\n", "：", YAML_FAULT_FULL_WIDTH, 2, 5, false },
	{ "标题：文\n日期：日\n", "：", YAML_FAULT_FULL_WIDTH, 1, 3, true },
	{ "a: \"文”\nb: c\n", "”", YAML_FAULT_FULL_WIDTH, 1, 6, false },
	{ "a: {b: c，d: e}\nf: g\n", "，", YAML_FAULT_FULL_WIDTH, 1, 9, false },
	{ "a: [b, c］\nd: e\n", "］", YAML_FAULT_FULL_WIDTH, 1, 9, false },
	{ "a: {b: c｝\nd: e\n", "｝", YAML_FAULT_FULL_WIDTH, 1, 9, false },
	{ "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", "", YAML_FAULT_CONFLICT,
	  2, 1, false },
	{ "a: 1\n=======\nb: 3\n", "", YAML_FAULT_CONFLICT, 2, 1, false },
	{ "a: 1\n>>>>>>> x\n", "", YAML_FAULT_CONFLICT, 2, 1, false },
	{ "\xB1\xEA\xCC\xE2: \xB9\xD8\xD3\xDA\n", "GBK", YAML_FAULT_ENCODING, 1, 1,
	  false },
	{ "id: a\ntitle: \xB9\xD8\xD3\xDA\n", "GBK", YAML_FAULT_ENCODING, 2, 8, false },
	{ "标题: 关于印发\xE9\x80\n", "", YAML_FAULT_ENCODING, 1, 9, false },
	{ "a: \xFF\n", "", YAML_FAULT_ENCODING, 1, 4, false },
	{ "\xFF\xFE"
	  "a:",
	  "UTF-16", YAML_FAULT_ENCODING, 1, 1, false },
	{ "a: 文\x01\n", "U+0001", YAML_FAULT_CONTROL, 1, 5, false },
	{ "a: b\n  \xC2\x85"
	  "c\n",
	  "U+0085", YAML_FAULT_CONTROL, 2, 3, false },
	{ "a: \xE2\x80\xA8\n", "U+2028", YAML_FAULT_CONTROL, 1, 4, false },
	{ "a: b\xEF\xBB\xBF\n", "U+FEFF", YAML_FAULT_CONTROL, 1, 5, false },
	{ "a: b\rc: d\n", "U+000D", YAML_FAULT_CONTROL, 1, 5, false },
	{ "a: \"\\0b\"\n", "U+0000", YAML_FAULT_CONTROL, 1, 4, true },
	{ "a: 1\n标题: 2\na: 3\n", "a", YAML_FAULT_DUPLICATE, 3, 1, true },
	{ "a: {甲: 1, \"甲\": 2}\n", "甲", YAML_FAULT_DUPLICATE, 1, 11, true },
	{ "a: &b c\n", "b", YAML_FAULT_ALIAS, 1, 4, true },
	{ "a: *b\n", "b", YAML_FAULT_ALIAS, 1, 4, true },
	{ "a: &b [c]\n", "b", YAML_FAULT_ALIAS, 1, 4, true },
	{ "a: !!str c\n", "tag:yaml.org,2002:str", YAML_FAULT_TAG, 1, 4, true },
	{ "a: !x {b: c}\n", "!x", YAML_FAULT_TAG, 1, 4, true },
	{ "a: b\n---\nc: d\n", "", YAML_FAULT_DOCUMENTS, 2, 1, true },
	{ "%YAML 1.1\n---\na: b\n", "", YAML_FAULT_DOCUMENTS, 1, 1, true },
	{ "a: b\n? [c]\n: d\n", "", YAML_FAULT_KEY, 2, 3, true },
	{ "a: {{b}: c}\n", "", YAML_FAULT_KEY, 1, 5, true },
	{ "", "", YAML_FAULT_EMPTY, 1, 1, false },
	{ "# 空\n", "", YAML_FAULT_EMPTY, 1, 1, false },
	{ "---\n~\n", "", YAML_FAULT_EMPTY, 2, 1, false },
};

static void describe(struct buf *out, const char *text, size_t count,
		     enum yaml_fault fault, struct yaml_place place, bool readable)
{
	buf_addf(out, "%s-> %zu problem, %d at %u:%u, %s", text, count, (int)fault,
		 place.line, place.column, readable ? "readable" : "no tree");
}

static void each_fault_is_told_with_its_place(void **state)
{
	struct arena *arena = *state;

	for (size_t i = 0; i < ARRAY_LEN(faults); i++) {
		struct yaml_tree tree = parse(arena, faults[i].text);
		const struct yaml_place place = { faults[i].line, faults[i].column };
		auto_buf wanted = BUF_INIT;
		auto_buf found = BUF_INIT;

		assert_true(tree.problem_count > 0);
		describe(&wanted, faults[i].text, 1, faults[i].fault, place,
			 faults[i].readable);
		describe(&found, faults[i].text, tree.problem_count,
			 tree.problems[0].fault, tree.problems[0].place,
			 tree.root != NULL);
		assert_string_equal(found.s, wanted.s);
		if (faults[i].arg)
			assert_string_equal(tree.problems[0].arg, faults[i].arg);
		else
			assert_string_not_equal(tree.problems[0].arg, "");
	}
}

static const char *const sound[] = {
	"a: “文”，《要点》：【一】\n",
	"a: |\n  制表\n  \t制表\n  <<<<<<< HEAD\n  =======\n",
	"a:\t文\t# c\n",
	"--- # 开始\na: b\n...\n",
	"a: \"\\u0001\"\n",
	"<<: a\n=: b\n",
	"a: 一：二\n",
};

static void what_only_looks_like_a_fault_is_read(void **state)
{
	struct arena *arena = *state;

	for (size_t i = 0; i < ARRAY_LEN(sound); i++) {
		struct yaml_tree tree = parse(arena, sound[i]);

		assert_int_equal(tree.problem_count, 0);
		assert_non_null(tree.root);
	}
}

static void all_problems_come_in_file_order(void **state)
{
	struct arena *arena = *state;
	struct yaml_tree tree =
		parse(arena, "a: !x b\na: &y c\nd: *y\n? [e]\n: f\ng: {h, h}\n");

	static const enum yaml_fault wanted[] = {
		YAML_FAULT_TAG,   YAML_FAULT_DUPLICATE, YAML_FAULT_ALIAS,
		YAML_FAULT_ALIAS, YAML_FAULT_KEY,       YAML_FAULT_DUPLICATE
	};

	assert_int_equal(tree.problem_count, ARRAY_LEN(wanted));
	for (size_t i = 0; i < ARRAY_LEN(wanted); i++)
		assert_int_equal(tree.problems[i].fault, wanted[i]);
	assert_string_equal(yaml_get(tree.root, "a")->value, "b");
	assert_string_equal(yaml_get(tree.root, "d")->value, "*y");
	assert_int_equal(tree.root->count, 4);
}

static void utf_16_without_a_mark_is_recognised(void **state)
{
	static const char text[] = "i\0d\0:\0 \0a\0\n";
	struct yaml_tree tree;

	yaml_parse(*state, text, sizeof(text), &tree);
	assert_int_equal(tree.problem_count, 1);
	assert_int_equal(tree.problems[0].fault, YAML_FAULT_ENCODING);
	assert_string_equal(tree.problems[0].arg, "UTF-16");
}

/* ---- limits ---- */

static void repeat(struct buf *out, const char *part, size_t times)
{
	for (size_t i = 0; i < times; i++)
		buf_adds(out, part);
}

static void check_stops(struct arena *arena, const char *part, size_t times,
			enum yaml_fault fault)
{
	auto_buf text = BUF_INIT;
	struct yaml_tree tree;
	const clock_t start = clock();

	repeat(&text, part, times);
	yaml_parse(arena, text.s, text.len, &tree);
	assert_null(tree.root);
	assert_int_equal(tree.problems[tree.problem_count - 1].fault, fault);
	/* libyaml alone takes seconds for these, and minutes with the sanitizers. */
	assert_true(clock() - start < CLOCKS_PER_SEC);
}

static void deep_nesting_is_stopped_while_reading(void **state)
{
	check_stops(*state, "[", 32000, YAML_FAULT_DEPTH);
	check_stops(*state, "{", 32000, YAML_FAULT_DEPTH);
	check_stops(*state, "[\n", 32000, YAML_FAULT_DEPTH);
	check_stops(*state, "- ", 32000, YAML_FAULT_DEPTH);
	check_stops(*state, "? ", 32000, YAML_FAULT_DEPTH);
	check_stops(*state, "[a: ", 32000, YAML_FAULT_DEPTH);
}

static void the_deepest_allowed_nesting_is_read(void **state)
{
	auto_buf text = BUF_INIT;
	struct yaml_tree tree;

	repeat(&text, "[", YAML_MAX_DEPTH);
	repeat(&text, "]", YAML_MAX_DEPTH);
	yaml_parse(*state, text.s, text.len, &tree);
	assert_int_equal(tree.problem_count, 0);
	check_stops(*state, "[", YAML_MAX_DEPTH + 1, YAML_FAULT_DEPTH);
}

static void large_files_are_refused(void **state)
{
	auto_buf text = BUF_INIT;
	struct yaml_tree tree;

	repeat(&text, "# 文\n", YAML_MAX_BYTES / 6 + 1);
	yaml_parse(*state, text.s, text.len, &tree);
	assert_null(tree.root);
	assert_int_equal(tree.problem_count, 1);
	assert_int_equal(tree.problems[0].fault, YAML_FAULT_SIZE);
}

static void many_nodes_are_refused(void **state)
{
	auto_buf text = BUF_INIT;
	struct yaml_tree tree;

	repeat(&text, "- a\n", YAML_MAX_NODES - 1);
	yaml_parse(*state, text.s, text.len, &tree);
	assert_int_equal(tree.problem_count, 0);
	buf_adds(&text, "- a\n");
	yaml_parse(*state, text.s, text.len, &tree);
	assert_null(tree.root);
	assert_int_equal(tree.problems[0].fault, YAML_FAULT_SIZE);
}

static void a_duplicate_is_found_among_many_keys(void **state)
{
	auto_buf text = BUF_INIT;
	struct yaml_tree tree;

	for (int i = 0; i < 40000; i++)
		buf_addf(&text, "k%d: a\n", i);
	buf_adds(&text, "k17: b\nk3: c\n");
	yaml_parse(*state, text.s, text.len, &tree);
	assert_int_equal(tree.problem_count, 2);
	assert_string_equal(tree.problems[0].arg, "k17");
	assert_int_equal(tree.problems[0].place.line, 40001);
	assert_string_equal(tree.problems[1].arg, "k3");
	assert_string_equal(yaml_get(tree.root, "k17")->value, "a");
}

/* ---- reading the tree ---- */

static void get_finds_only_what_is_there(void **state)
{
	struct yaml_tree tree = parse(*state, "ab: 1\nabc: [d]\n");

	assert_string_equal(yaml_get(tree.root, "ab")->value, "1");
	assert_null(yaml_get(tree.root, "a"));
	assert_null(yaml_get(tree.root, ""));
	assert_null(yaml_get(yaml_get(tree.root, "abc"), "d"));
}

static const struct {
	const char *text;
	enum yaml_core type;
} cores[] = {
	{ "", YAML_CORE_NULL },         { "~", YAML_CORE_NULL },
	{ "null", YAML_CORE_NULL },     { "nULL", YAML_CORE_TEXT },
	{ "true", YAML_CORE_BOOL },     { "FALSE", YAML_CORE_BOOL },
	{ "yes", YAML_CORE_TEXT },      { "no", YAML_CORE_TEXT },
	{ "0", YAML_CORE_INT },         { "-12", YAML_CORE_INT },
	{ "+007", YAML_CORE_INT },      { "0o17", YAML_CORE_INT },
	{ "0o18", YAML_CORE_TEXT },     { "0xBeEf", YAML_CORE_INT },
	{ "0x", YAML_CORE_TEXT },       { "-0x1", YAML_CORE_TEXT },
	{ "1_000", YAML_CORE_TEXT },    { "1.", YAML_CORE_FLOAT },
	{ ".5", YAML_CORE_FLOAT },      { "1e3", YAML_CORE_FLOAT },
	{ "-1.5E-3", YAML_CORE_FLOAT }, { "1e", YAML_CORE_TEXT },
	{ ".", YAML_CORE_TEXT },        { "-", YAML_CORE_TEXT },
	{ ".inf", YAML_CORE_FLOAT },    { "-.INF", YAML_CORE_FLOAT },
	{ ".nan", YAML_CORE_FLOAT },    { "+.nan", YAML_CORE_TEXT },
	{ "1.2.3", YAML_CORE_TEXT },    { "2018-07-04", YAML_CORE_TEXT },
	{ "12:30", YAML_CORE_TEXT },    { "１２", YAML_CORE_TEXT },
	{ "nothing", YAML_CORE_TEXT },
};

static void plain_scalars_resolve_by_the_core_schema(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cores); i++) {
		struct yaml_node node = { .type = YAML_SCALAR,
					  .style = YAML_PLAIN,
					  .value = cores[i].text,
					  .len = strlen(cores[i].text) };

		assert_int_equal(yaml_core_type(&node), cores[i].type);
		node.style = YAML_DOUBLE;
		assert_int_equal(yaml_core_type(&node), YAML_CORE_TEXT);
	}
}

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

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(bytes_of_each_style_are_found_in_chinese_text),
		TEST(a_byte_order_mark_moves_bytes_but_no_columns),
		TEST(the_last_value_ends_without_a_final_newline),
		TEST(quoted_and_plain_bytes_read_again_give_the_value),
		TEST(crlf_lines_are_noted_once_and_read),
		TEST(a_block_scalar_ends_after_its_last_line),
		TEST(a_place_is_counted_in_characters),
		TEST(each_fault_is_told_with_its_place),
		TEST(what_only_looks_like_a_fault_is_read),
		TEST(all_problems_come_in_file_order),
		TEST(utf_16_without_a_mark_is_recognised),
		TEST(deep_nesting_is_stopped_while_reading),
		TEST(the_deepest_allowed_nesting_is_read),
		TEST(large_files_are_refused),
		TEST(many_nodes_are_refused),
		TEST(a_duplicate_is_found_among_many_keys),
		TEST(get_finds_only_what_is_there),
		TEST(plain_scalars_resolve_by_the_core_schema),
	};

	return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}
