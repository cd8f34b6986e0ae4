#include "unit/unit.h"

#include "format/blocks.h"
#include "format/html.h"

struct document {
	struct arena arena;
	struct blocks doc;
};

static int setup(void **state)
{
	static struct document d;

	d.arena = ARENA_INIT;
	blocks_init(&d.doc, &d.arena);
	*state = &d;
	return 0;
}

static int teardown(void **state)
{
	struct document *d = *state;

	arena_clear(&d->arena);
	return 0;
}

static void assert_html(const struct document *d, const char *want)
{
	auto_buf out = BUF_INIT;
	struct html h;

	html_init(&h, &out);
	blocks_to_html(&d->doc, &h, 1);
	assert_int_equal(h.depth, 0);
	assert_string_equal(out.s, want);
}

static void assert_markdown(const struct document *d, const char *want)
{
	auto_buf out = BUF_INIT;

	blocks_to_markdown(&d->doc, &out);
	assert_string_equal(out.s, want);
}

static void an_empty_document_is_nothing(void **state)
{
	assert_html(*state, "");
	assert_markdown(*state, "");
}

static void headings_follow_the_title(void **state)
{
	struct document *d = *state;
	auto_buf out = BUF_INIT;
	struct html h;

	(void)blocks_title(&d->doc, "<年报>");
	(void)blocks_heading(&d->doc, 1, "一");
	(void)blocks_heading(&d->doc, 4, "# b #");
	assert_html(d, "<h1>&lt;年报&gt;</h1>\n<h2>一</h2>\n<h5># b #</h5>\n");
	assert_markdown(d, "# \\<年报>\n\n## 一\n\n##### \\# b \\#\n");
	html_init(&h, &out);
	blocks_to_html(&d->doc, &h, 3);
	assert_string_equal(out.s,
			    "<h3>&lt;年报&gt;</h3>\n<h4>一</h4>\n<h6># b #</h6>\n");
}

static void headings_without_a_title_begin_at_one(void **state)
{
	struct document *d = *state;

	(void)blocks_heading(&d->doc, 1, "一");
	assert_markdown(d, "# 一\n");
}

static void runs_have_styles(void **state)
{
	struct document *d = *state;
	struct block *p = blocks_paragraph(&d->doc, NULL);

	(void)blocks_run(&d->doc, p, "a", RUN_STRONG | RUN_EM);
	(void)blocks_run(&d->doc, p, " b ", 0);
	(void)blocks_run(&d->doc, p, "c", RUN_DELETED);
	(void)blocks_run(&d->doc, p, "", RUN_BREAK);
	(void)blocks_run(&d->doc, p, "d<", RUN_CODE);
	assert_html(d, "<p><strong><em>a</em></strong> b <del>c</del><br>"
		       "<code>d&lt;</code></p>\n");
	assert_markdown(d, "***a*** b ~~c~~\\\n`d<`\n");
}

static void runs_of_one_address_are_one_link(void **state)
{
	struct document *d = *state;
	struct block *p = blocks_paragraph(&d->doc, NULL);

	blocks_run(&d->doc, p, "a ", 0)->href = "/x?a=1&b=2";
	blocks_run(&d->doc, p, "b", RUN_STRONG)->href = "/x?a=1&b=2";
	blocks_run(&d->doc, p, "c", 0)->href = "/y z";
	assert_html(d, "<p><a href=\"/x?a=1&amp;b=2\">a <strong>b</strong></a>"
		       "<a href=\"/y z\">c</a></p>\n");
	assert_markdown(d, "[a **b**](/x?a=1\\&b=2)[c](</y z>)\n");
}

static void an_unsafe_address_is_left_out(void **state)
{
	struct document *d = *state;
	struct block *p = blocks_paragraph(&d->doc, NULL);

	blocks_run(&d->doc, p, "a", RUN_EM)->href = "javascript:x";
	assert_html(d, "<p><em>a</em></p>\n");
	assert_markdown(d, "*a*\n");
}

static void alignment_is_a_class(void **state)
{
	struct document *d = *state;

	blocks_paragraph(&d->doc, "a")->align = ALIGN_CENTRE;
	blocks_paragraph(&d->doc, "b")->align = ALIGN_RIGHT;
	blocks_paragraph(&d->doc, "c")->align = ALIGN_LEFT;
	assert_html(d, "<p class=\"centre\">a</p>\n<p class=\"right\">b</p>\n"
		       "<p class=\"left\">c</p>\n");
}

static struct block *add_item(struct document *d, struct block *list, const char *text)
{
	struct block *item = blocks_add(&d->doc, list, BLOCK_ITEM);
	struct block *p = blocks_add(&d->doc, item, BLOCK_PARAGRAPH);

	(void)blocks_run(&d->doc, p, text, 0);
	return item;
}

static void short_items_stand_close(void **state)
{
	struct document *d = *state;
	struct block *list = blocks_add(&d->doc, NULL, BLOCK_LIST);
	struct block *inner;

	list->level = 9;
	inner = blocks_add(&d->doc, add_item(d, list, "a"), BLOCK_LIST);
	(void)add_item(d, inner, "b");
	(void)add_item(d, list, "c");
	assert_html(d, "<ol start=\"9\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n"
		       "<li>c</li>\n</ol>\n");
	assert_markdown(d, "9. a\n   - b\n10. c\n");
}

static void long_items_stand_apart(void **state)
{
	struct document *d = *state;
	struct block *list = blocks_add(&d->doc, NULL, BLOCK_LIST);
	struct block *item = add_item(d, list, "a");
	struct block *p = blocks_add(&d->doc, item, BLOCK_PARAGRAPH);

	(void)blocks_run(&d->doc, p, "b", 0);
	(void)add_item(d, list, "c");
	assert_html(d, "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>c</li>\n</ul>\n");
	assert_markdown(d, "- a\n\n  b\n\n- c\n");
}

static void lists_side_by_side_stay_two(void **state)
{
	struct document *d = *state;

	(void)add_item(d, blocks_add(&d->doc, NULL, BLOCK_LIST), "a");
	(void)add_item(d, blocks_add(&d->doc, NULL, BLOCK_LIST), "b");
	(void)add_item(d, blocks_add(&d->doc, NULL, BLOCK_LIST), "c");
	assert_markdown(d, "- a\n\n* b\n\n- c\n");
}

static void blocks_without_text_leave_no_trace_in_markdown(void **state)
{
	struct document *d = *state;
	struct block *p = blocks_paragraph(&d->doc, "");

	(void)blocks_run(&d->doc, p, "", RUN_STRONG);
	(void)blocks_run(&d->doc, p, "", RUN_BREAK);
	(void)blocks_add(&d->doc, NULL, BLOCK_LIST);
	(void)blocks_paragraph(&d->doc, "a");
	assert_markdown(d, "a\n");
}

static void quotes_code_and_rules(void **state)
{
	struct document *d = *state;
	struct block *quote = blocks_add(&d->doc, NULL, BLOCK_QUOTE);
	struct block *code = blocks_add(&d->doc, quote, BLOCK_CODE);

	(void)blocks_run(&d->doc, code, "a <b>\r\n\n```\n c", 0);
	(void)blocks_add(&d->doc, quote, BLOCK_RULE);
	assert_html(d,
		    "<blockquote>\n<pre><code>a &lt;b&gt;\n\n```\n c</code></pre>\n<hr>\n"
		    "</blockquote>\n");
	assert_markdown(d, "> ````\n> a <b>\n>\n> ```\n>  c\n> ````\n>\n> ___\n");
}

static void add_cells(struct document *d, struct block *table, const char *const *texts,
		      size_t count)
{
	struct row *row = blocks_row(&d->doc, table);

	for (size_t i = 0; i < count; i++)
		(void)blocks_cell(&d->doc, row, texts[i]);
}

static void a_table_has_heads_and_spans(void **state)
{
	struct document *d = *state;
	struct block *table = blocks_table(&d->doc, 3, 2, "表<一>");

	add_cells(d, table, (const char *const[]){ "项目", "数量" }, 2);
	table->last_row->cells[0].rows = 2;
	table->last_row->cells[1].columns = 2;
	add_cells(d, table, (const char *const[]){ "甲", "乙" }, 2);
	add_cells(d, table, (const char *const[]){ "合计", "1", NULL }, 3);
	table->last_row->cells[0].head = true;
	table->last_row->cells[1].align = ALIGN_RIGHT;
	assert_html(
		d,
		"<table>\n<caption>表&lt;一&gt;</caption>\n<thead>\n<tr>\n"
		"<th scope=\"col\" rowspan=\"2\">项目</th>\n"
		"<th scope=\"col\" colspan=\"2\">数量</th>\n</tr>\n<tr>\n"
		"<th scope=\"col\">甲</th>\n<th scope=\"col\">乙</th>\n</tr>\n</thead>\n"
		"<tbody>\n<tr>\n<th scope=\"row\">合计</th>\n<td class=\"right\">1</td>\n"
		"<td></td>\n</tr>\n</tbody>\n</table>\n");
	assert_markdown(d, "表\\<一>\n\n| 项目 | 数量 | |\n| --- | --- | --- |\n"
			   "| | 甲 | 乙 |\n| 合计 | 1 | |\n");
}

static void a_span_can_run_through_rows(void **state)
{
	struct document *d = *state;
	struct block *table = blocks_table(&d->doc, 2, 0, NULL);

	add_cells(d, table, (const char *const[]){ "a", "b" }, 2);
	table->last_row->cells[1].rows = 3;
	add_cells(d, table, (const char *const[]){ "c|" }, 1);
	add_cells(d, table, NULL, 0);
	assert_html(
		d, "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td rowspan=\"3\">b</td>\n</tr>\n"
		   "<tr>\n<td>c|</td>\n</tr>\n<tr></tr>\n</tbody>\n</table>\n");
	assert_markdown(d, "| | |\n| --- | --- |\n| a | b |\n| c\\| | |\n| | |\n");
}

static void columns_take_the_alignment_of_the_head(void **state)
{
	struct document *d = *state;
	struct block *table = blocks_table(&d->doc, 4, 1, NULL);

	add_cells(d, table, (const char *const[]){ "a", "b", "c", "d" }, 4);
	for (size_t i = 0; i < 4; i++)
		table->rows->cells[i].align =
			(enum block_align[]){ ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTRE,
					      ALIGN_RIGHT }[i];
	assert_markdown(d, "| a | b | c | d |\n| --- | :--- | :---: | ---: |\n");
}

struct escape_case {
	const char *label;
	const char *text;
	const char *markdown;
};

static struct escape_case escape_cases[] = {
	{ "Chinese stays", "公开（1）、“二”。", "公开（1）、“二”。" },
	{ "a heading", "# a", "\\# a" },
	{ "a hash later stays", "C# #", "C# #" },
	{ "a quotation", "> a", "\\> a" },
	{ "a bullet", "- a", "\\- a" },
	{ "a minus later stays", "a - b", "a - b" },
	{ "a number", "1. a", "1\\. a" },
	{ "a number with a bracket", "12) a", "12\\) a" },
	{ "a number in Chinese stays", "1、a", "1、a" },
	{ "a number later stays", "a 1. b", "a 1. b" },
	{ "a rule", "---", "\\---" },
	{ "stars", "*a* **b**", "\\*a\\* \\*\\*b\\*\\*" },
	{ "an underscore between letters stays", "a_b", "a_b" },
	{ "an underscore beside Chinese", "中_b_", "中\\_b\\_" },
	{ "a link", "[a](b)", "\\[a\\](b)" },
	{ "an address in pointed brackets", "<http://a>", "\\<http://a>" },
	{ "a reference", "&amp; & &", "\\&amp; & \\&" },
	{ "a backslash", "a\\b", "a\\\\b" },
	{ "a bar", "a|b", "a\\|b" },
	{ "code", "`a`", "\\`a\\`" },
	{ "strike-through", "~~a~~", "\\~\\~a\\~\\~" },
	{ "an image", "![a](b)", "!\\[a\\](b)" },
	{ "blanks at the ends", "  a  ", "&#32; a &#32;" },
	{ "an ideographic indent stays", "　　一", "　　一" },
	{ "a line feed is a blank", "a\nb", "a b" },
	{ "a broken byte", "a\xff", "a\xef\xbf\xbd" },
};

static void escapes(void **state)
{
	const struct escape_case *c = *state;
	struct arena arena = ARENA_INIT;
	auto_buf out = BUF_INIT;
	auto_buf want = BUF_INIT;
	struct blocks doc;

	blocks_init(&doc, &arena);
	(void)blocks_paragraph(&doc, c->text);
	blocks_to_markdown(&doc, &out);
	buf_addf(&want, "%s\n", c->markdown);
	assert_string_equal(out.s, want.s);
	arena_clear(&arena);
}

static void delimiters_open_beside_chinese_signs(void **state)
{
	struct document *d = *state;
	struct block *p = blocks_paragraph(&d->doc, "中");

	(void)blocks_run(&d->doc, p, "（重）", RUN_STRONG);
	(void)blocks_run(&d->doc, p, "文", 0);
	(void)blocks_run(&d->doc, p, "点", RUN_STRONG);
	(void)blocks_run(&d->doc, p, "文", 0);
	assert_markdown(d, "&#20013;**（重）**&#25991;**点**文\n");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

enum { OTHER_TESTS = 16 };

int main(void)
{
	static struct CMUnitTest tests[ARRAY_LEN(escape_cases) + OTHER_TESTS] = {
		TEST(an_empty_document_is_nothing),
		TEST(headings_follow_the_title),
		TEST(headings_without_a_title_begin_at_one),
		TEST(runs_have_styles),
		TEST(runs_of_one_address_are_one_link),
		TEST(an_unsafe_address_is_left_out),
		TEST(alignment_is_a_class),
		TEST(short_items_stand_close),
		TEST(long_items_stand_apart),
		TEST(lists_side_by_side_stay_two),
		TEST(blocks_without_text_leave_no_trace_in_markdown),
		TEST(quotes_code_and_rules),
		TEST(a_table_has_heads_and_spans),
		TEST(a_span_can_run_through_rows),
		TEST(columns_take_the_alignment_of_the_head),
		TEST(delimiters_open_beside_chinese_signs),
	};
	size_t count = OTHER_TESTS;

	for (size_t i = 0; i < ARRAY_LEN(escape_cases); i++)
		tests[count++] = (struct CMUnitTest){ .name = escape_cases[i].label,
						      .test_func = escapes,
						      .initial_state = &escape_cases[i] };
	return cmocka_run_group_tests_name("blocks", tests, NULL, NULL);
}
