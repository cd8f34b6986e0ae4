#include "unit/unit.h"

#include <string.h>

#include "base/buf.h"
#include "format/yaml.h"
#include "format/yaml_excerpt.h"

#define LONG_LINE                                                                                                               \
	"各责任单位要在规定时间内完成任务，明确责任人员，建立工作台账，按月报送进展情况" \
	"；工作中"                                                                                                          \
	"的问题要及时报告镇党政办公室，涉及群众切身利益的事项要先听取意见。"

/* What a block looks like, and how many of the blocks in it are cut. */
static const struct {
	const char *text;
	size_t cuts;
} texts[] = {
	{ "id: a\nbody: |\n  " LONG_LINE "\n  尾\nafter: 后\n", 1 },
	{ "body: |\n  " LONG_LINE "\n  尾", 1 },
	{ "body: |\n  " LONG_LINE "\n\n\n  尾\n\n\n", 1 },
	{ "body: |\n\n  " LONG_LINE "\n    深\n  浅\n\n# 注释\nafter: [甲, 乙]\n", 1 },
	{ "body: |\n  " LONG_LINE "\n\n    最后一行更深\n", 1 },
	{ "body: |\n " LONG_LINE "\n 𠮷\nafter: \"引\"\n", 1 },
	{ "a: |\n  " LONG_LINE "\n  尾\nb: |\n  " LONG_LINE "\n  尾\nc: 丙\n", 2 },
	{ "body: |\n  " LONG_LINE "\n  --- # 不是\n  尾: |\n    x\nafter: 后\n", 1 },
	{ "body: |\n  " LONG_LINE "\n  尾\t有\n  - 甲\n---\n", 1 },
	/* Not plain to see, or no block at all: libyaml reads the whole. */
	{ "body: |\n  " LONG_LINE "\n", 0 },
	{ "body: |\n  短\n  尾\n", 0 },
	{ "body: |-\n  " LONG_LINE "\n  尾\n", 0 },
	{ "body: >\n  " LONG_LINE "\n  尾\n", 0 },
	{ "list:\n  body: |\n    " LONG_LINE "\n    尾\n", 0 },
	{ "正文: |\n  " LONG_LINE "\n  尾\n", 0 },
	{ "body: |\n   " LONG_LINE "\n  少\n", 0 },
	{ "body: |\n  " LONG_LINE "\n   \n  尾\n", 0 },
	{ "body: |\n  " LONG_LINE "\n \t\n  尾\n", 0 },
	{ "body: |\n  " LONG_LINE "\xED\xA0\x80\n  尾\n", 0 },
	/* These look like blocks, and only libyaml can tell that they are none. */
	{ "title: \"引\n\nbody: |\n  " LONG_LINE "\n  尾\"\nafter: 后\n", 1 },
	{ "title: '引\n\nbody: |\n  " LONG_LINE "\n  尾'\nafter: 后\n", 1 },
	{ "{\nbody: |\n  " LONG_LINE "\n  尾\n}\n", 1 },
	{ "  id: a\nbody: |\n  " LONG_LINE "\n  尾\n", 1 },
	{ "body: |\n  " LONG_LINE "\n  尾\nbody: |\n  " LONG_LINE "\n  尾\n", 2 },
	{ "body: |\n  " LONG_LINE "\n  尾\nother: *x\n", 1 },
	{ "body: |\n  " LONG_LINE "\n  尾\n中 文\nafter: 后\n", 1 },
};

/* With a blank behind each |, which YAML does not mind and no block is cut for. */
static void add_blanks(struct buf *out, const char *text)
{
	for (; *text; text++) {
		buf_addc(out, *text);
		if (strncmp(text, "|\n", 2) == 0)
			buf_addc(out, ' ');
	}
}

/* The place that a byte of the text has in that with the blanks. */
static size_t moved(const char *text, size_t offset)
{
	size_t blanks = 0;

	for (size_t i = 0; i < offset; i++)
		blanks += strncmp(text + i, "|\n", 2) == 0;
	return offset + blanks;
}

static void assert_same_place(struct yaml_place a, struct yaml_place b)
{
	assert_int_equal(a.line, b.line);
	assert_int_equal(a.column, b.column);
}

/* NOLINTNEXTLINE(misc-no-recursion): the texts above nest three levels */
static void assert_same(const char *text, const struct yaml_node *a,
			const struct yaml_node *b)
{
	assert_int_equal(a->type, b->type);
	assert_int_equal(a->style, b->style);
	assert_same_place(a->place, b->place);
	assert_int_equal(moved(text, a->start), b->start);
	assert_int_equal(moved(text, a->end), b->end);
	assert_int_equal(a->count, b->count);
	/* Where the signs stand in a quoted text, the blank is part of the value. */
	if (a->type == YAML_SCALAR && !strstr(b->value, "| ")) {
		assert_string_equal(a->value, b->value);
		assert_int_equal(a->len, b->len);
	}
	for (size_t i = 0; i < a->count; i++) {
		if (a->type == YAML_MAPPING)
			assert_same(text, a->keys[i], b->keys[i]);
		assert_same(text, a->items[i], b->items[i]);
	}
}

static void a_text_reads_the_same_with_and_without_its_blocks(void **state)
{
	struct arena *arena = *state;

	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		const char *text = texts[i].text;
		struct yaml_tree tree, whole;
		auto_buf blanks = BUF_INIT;

		add_blanks(&blanks, text);
		yaml_parse(arena, text, strlen(text), &tree);
		yaml_parse(arena, blanks.s, blanks.len, &whole);
		assert_int_equal(tree.problem_count, whole.problem_count);
		for (size_t n = 0; n < tree.problem_count; n++) {
			assert_int_equal(tree.problems[n].fault, whole.problems[n].fault);
			assert_same_place(tree.problems[n].place,
					  whole.problems[n].place);
		}
		assert_int_equal(!tree.root, !whole.root);
		if (tree.root && whole.root)
			assert_same(text, tree.root, whole.root);
	}
}

static void only_blocks_that_are_plain_to_see_are_cut(void **state)
{
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		const struct yaml_tree tree = { .bytes = texts[i].text,
						.len = strlen(texts[i].text) };
		struct yaml_excerpt excerpt;
		bool made = yaml_excerpt_make(*state, &tree, &excerpt);

		assert_int_equal(excerpt.cut_count, texts[i].cuts);
		assert_int_equal(made, texts[i].cuts > 0);
		if (made)
			assert_true(excerpt.len + strlen(LONG_LINE) <= tree.len);
	}
}

static void more_blocks_than_are_cut_are_read_all_the_same(void **state)
{
	struct arena *arena = *state;
	auto_buf text = BUF_INIT;
	struct yaml_tree tree;

	for (int i = 0; i < 2 * YAML_MAX_CUTS; i++)
		buf_addf(&text, "%c: |\n  %s\n  尾%d\n", 'a' + i, LONG_LINE, i);
	yaml_parse(arena, text.s, text.len, &tree);
	assert_non_null(tree.root);
	assert_int_equal(tree.problem_count, 0);
	assert_int_equal(tree.root->count, 2 * YAML_MAX_CUTS);
	for (int i = 0; i < 2 * YAML_MAX_CUTS; i++) {
		const char *expected = arena_printf(arena, LONG_LINE "\n尾%d\n", i);

		assert_string_equal(tree.root->items[i]->value, expected);
		assert_int_equal(tree.root->items[i]->place.line, 3 * i + 1);
		assert_int_equal(tree.root->keys[i]->place.line, 3 * i + 1);
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
		TEST(a_text_reads_the_same_with_and_without_its_blocks),
		TEST(only_blocks_that_are_plain_to_see_are_cut),
		TEST(more_blocks_than_are_cut_are_read_all_the_same),
	};

	return cmocka_run_group_tests_name("yaml_excerpt", tests, NULL, NULL);
}
