#include "unit/unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "format/markdown.h"
#include "unit/blocks_dump.h"

struct read_case {
	const char *label;
	const char *text;
	const char *blocks;
};

static struct read_case read_cases[] = {
	{ "nothing is no block", "", "" },
	{ "blank lines are no block", "\n \n\t\n", "" },
	{ "a paragraph", "one\n", "p 'one'\n" },
	{ "an empty line separates paragraphs", "a\n\nb", "p 'a'\np 'b'\n" },
	{ "a line end between Chinese characters is nothing", "公开\n目录，\n“三",
	  "p '公开目录，“三'\n" },
	{ "a line end beside a Latin letter is a blank", "公开\nabc\nd\n目录",
	  "p '公开 abc d 目录'\n" },
	{ "a line end before a style belongs to the text before it", "a\n**b**\nc",
	  "p 'a ' strong 'b' ' c'\n" },
	{ "a line end between styles and Chinese is nothing", "**中**\n文",
	  "p strong '中' '文'\n" },
	{ "styles", "**a** *b* ~~c~~ `d` ***e***",
	  "p strong 'a' ' ' em 'b' ' ' deleted 'c' ' ' code 'd' ' ' strong em 'e'\n" },
	{ "styles in one another", "**a *b* ~~c~~**",
	  "p strong 'a ' strong em 'b' strong ' ' strong deleted 'c'\n" },
	{ "strong twice is strong", "**a **b** c**", "p strong 'a b c'\n" },
	{ "a hard break", "a\\\nb  \nc", "p 'a' / 'b' / 'c'\n" },
	{ "a break in a heading is a blank", "a\\\nb\n===", "heading 1 'a b'\n" },
	{ "headings stop at the fourth level", "# a\n###### b",
	  "heading 1 'a'\nheading 4 'b'\n" },
	{ "a link", "[a *b*](https://x.cn/y?z=1&amp;w)",
	  "p <https://x.cn/y?z=1&w>'a ' em <https://x.cn/y?z=1&w>'b'\n" },
	{ "a relative link", "[a](../b.html#c)", "p <../b.html#c>'a'\n" },
	{ "an address in pointed brackets", "<https://x.cn>",
	  "p <https://x.cn>'https://x.cn'\n" },
	{ "a bare address is text", "https://x.cn a@b.cn", "p 'https://x.cn a@b.cn'\n" },
	{ "an unsafe link keeps its text",
	  "[a](javascript:alert%281%29) [b](JaVaScRiPt:x)", "p 'a b'\n" },
	{ "an unsafe address hidden by references",
	  "[a](java&#115;cript&colon;x) [b](&#x6A;avascript:x)",
	  "p <javascript&colon;x>'a' ' b'\n" },
	{ "a data address is unsafe", "[a](data:text/html,x)", "p 'a'\n" },
	{ "an unsafe link without text is nothing", "[](javascript:x)", "" },
	{ "a link without text shows its address", "[](/a)", "p </a>'/a'\n" },
	{ "a link without address is text", "[a]()", "p 'a'\n" },
	{ "a reference link", "[a][1]\n\n[1]: /x \"t\"", "p </x>'a'\n" },
	{ "an image is a link with its alternative text", "![a *b* `c`](i.png \"t\")",
	  "p <i.png>'a b c'\n" },
	{ "an image without alternative text shows its address", "![](i.png)",
	  "p <i.png>'i.png'\n" },
	{ "an image in a link is text of the link", "[![a](i.png) b](/x)",
	  "p </x>'a b'\n" },
	{ "a link in an image is its text", "![a [b](/c) d](i.png)",
	  "p <i.png>'a b d'\n" },
	{ "an unsafe image keeps its text", "![a](data:image/png;base64,AA)", "p 'a'\n" },
	{ "raw HTML is text", "a <b onclick=\"x\">c</b>\n\n<script>d</script>",
	  "p 'a <b onclick=\"x\">c</b>'\np '<script>d</script>'\n" },
	{ "an HTML comment is text", "<!-- a -->", "p '<!-- a -->'\n" },
	{ "references that are known", "&amp;&lt;&nbsp;&#20013;&#x6587;&hellip;",
	  "p '&<\xc2\xa0中文…'\n" },
	{ "references that are not known stay", "&foo; &", "p '&foo; &'\n" },
	{ "references to no character", "&#0;&#xD800;&#1114112;",
	  "p '\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd'\n" },
	{ "a reference to a line end is a blank", "a&#10;b", "p 'a b'\n" },
	{ "bullets", "- a\n- b\n", "list\n  item\n    p 'a'\n  item\n    p 'b'\n" },
	{ "numbers", "3. a\n7. b\n", "list 3\n  item\n    p 'a'\n  item\n    p 'b'\n" },
	{ "numbers from nought begin with one", "0. a\n", "list 1\n  item\n    p 'a'\n" },
	{ "a loose list", "- a\n\n- b\n\n  c",
	  "list\n  item\n    p 'a'\n  item\n    p 'b'\n    p 'c'\n" },
	{ "a list in a list", "- a\n  1. b\n- c",
	  "list\n  item\n    p 'a'\n    list 1\n      item\n        p 'b'\n  item\n    p "
	  "'c'\n" },
	{ "an empty item", "-\n- a", "list\n  item\n  item\n    p 'a'\n" },
	{ "a quotation", "> a\nb\n> > c", "quote\n  p 'a b'\n  quote\n    p 'c'\n" },
	{ "a rule", "***", "rule\n" },
	{ "code keeps its text", "```sh\n a\n\n*b*\n```", "code ' a\n\n*b*'\n" },
	{ "indented code", "    a\n      b\n", "code 'a\n  b'\n" },
	{ "empty code", "```\n```", "code\n" },
	{ "a table", "|a|b|c|d|\n|---|:--|:-:|--:|\n|1|**2**|3|\n",
	  "table 4/1\n  | 'a' |:left 'b' |:centre 'c' |:right 'd' |\n"
	  "  | '1' |:left strong '2' |:centre '3' |:right |\n" },
	{ "bars in a table", "|a\\|b|`c\\|d`|\n|---|---|",
	  "table 2/1\n  | 'a|b' | code 'c|d' |\n" },
	{ "a NUL is U+FFFD", "a\0b`\0`",
	  "p 'a\xef\xbf\xbd"
	  "b' code '\xef\xbf\xbd'\n" },
	{ "bytes that are not UTF-8 are U+FFFD", "a\xff`\xe4\xb8`",
	  "p 'a\xef\xbf\xbd' code '\xef\xbf\xbd\xef\xbf\xbd'\n" },
};

static size_t length_of(const struct read_case *c)
{
	/* The one text with NULs in it. */
	return strncmp(c->label, "a NUL", 5) ? strlen(c->text) : 6;
}

static void dump_text(const char *text, size_t len, unsigned int shift, struct buf *out)
{
	struct arena arena = ARENA_INIT;
	struct error err = { 0 };
	struct blocks doc;
	int status;

	blocks_init(&doc, &arena);
	status = markdown_parse(text, len, shift, &doc, &err);
	assert_string_equal(err.text, "");
	assert_int_equal(status, 0);
	dump_blocks(out, doc.first, 0);
	arena_clear(&arena);
}

static void reads(void **state)
{
	const struct read_case *c = *state;
	auto_buf dump = BUF_INIT;

	dump_text(c->text, length_of(c), 0, &dump);
	assert_string_equal(dump.s, c->blocks);
}

/* Text into blocks, Markdown, and blocks again: both dumps and the Markdown. */
static void assert_round_trip(const char *text, size_t len)
{
	struct arena arena = ARENA_INIT;
	struct error err = { 0 };
	struct blocks doc;
	auto_buf before = BUF_INIT;
	auto_buf after = BUF_INIT;
	auto_buf written = BUF_INIT;

	blocks_init(&doc, &arena);
	assert_int_equal(markdown_parse(text, len, 0, &doc, &err), 0);
	dump_blocks(&before, doc.first, 0);
	blocks_to_markdown(&doc, &written);
	dump_text(written.s, written.len, 0, &after);
	if (strcmp(before.s, after.s) != 0)
		print_error("read: %s\nwritten: %s\n", text, written.s);
	assert_string_equal(after.s, before.s);
	arena_clear(&arena);
}

static void reads_the_same_after_writing(void **state)
{
	const struct read_case *c = *state;

	assert_round_trip(c->text, length_of(c));
}

/* ---- properties ---- */

enum { PROPERTY_RUNS = 3000 };

/* Numbers that are the same each time (the generator of Numerical Recipes). */
static unsigned int next_number(uint32_t *seed, unsigned int below)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (*seed >> 8) % below;
}

static void add_token(struct buf *text, uint32_t *seed)
{
	static const char *const tokens[] = {
		"a",        "b ",
		"中",       "文",
		"（",       "）",
		"，",       "。",
		"　",       " ",
		"  ",       "\t",
		"*",        "**",
		"_",        "__",
		"~",        "~~",
		"`",        "``",
		"[",        "]",
		"](",       ")",
		"(",        "!",
		"<",        ">",
		"#",        "# ",
		"- ",       "+ ",
		"1. ",      "2)",
		"=",        "==",
		"-",        "---",
		"|",        "|---",
		"&",        "&#",
		"&#32;",    "&amp;",
		";",        "\\",
		"\"",       "'",
		":",        "http://x",
		"/y",       "@",
		"1",        ".",
		"$",        "^",
		"\xc2\xa0", "…",
		"“",        "”",
		"é",        "\xf0\x9f\x98\x80",
	};

	buf_adds(text, tokens[next_number(seed, ARRAY_LEN(tokens))]);
}

static void any_markup_reads_the_same_after_writing(void **state)
{
	uint32_t seed = 1;

	(void)state;
	for (size_t i = 0; i < PROPERTY_RUNS; i++) {
		auto_buf text = BUF_INIT;
		size_t tokens = 1 + next_number(&seed, 24);

		for (size_t n = 0; n < tokens; n++) {
			add_token(&text, &seed);
			if (!next_number(&seed, 6))
				buf_addc(&text, '\n');
		}
		assert_round_trip(text.s, text.len);
	}
}

static void add_random_text(struct buf *text, uint32_t *seed)
{
	size_t tokens = 1 + next_number(seed, 4);

	for (size_t n = 0; n < tokens; n++)
		add_token(text, seed);
}

/* ASCII only, without blanks at the ends that an address has not. */
static const char *random_address(uint32_t *seed)
{
	static const char *const addresses[] = {
		"/a",           "a b.pdf",       "https://x.cn/?a=1&amp;b=2",
		"x_(1).html",   "#*_~`[]<>|!\\", "mailto:a@b.c",
		"附件/一.docx",
	};

	return next_number(seed, 4) ? NULL
				    : addresses[next_number(seed, ARRAY_LEN(addresses))];
}

static void add_random_runs(struct blocks *doc, struct block *block, uint32_t *seed)
{
	size_t runs = 1 + next_number(seed, 5);

	for (size_t n = 0; n < runs; n++) {
		auto_buf text = BUF_INIT;
		unsigned int flags = next_number(seed, 2) ? next_number(seed, 16) : 0;
		struct run *run;

		if (n && n + 1 < runs && !next_number(seed, 8)) {
			(void)blocks_run(doc, block, "", RUN_BREAK);
			continue;
		}
		add_random_text(&text, seed);
		run = blocks_run(doc, block, text.s, flags);
		run->href = random_address(seed);
	}
}

static void assert_written_as_built(const struct blocks *doc)
{
	auto_buf built = BUF_INIT;
	auto_buf read = BUF_INIT;
	auto_buf written = BUF_INIT;

	dump_blocks(&built, doc->first, 0);
	blocks_to_markdown(doc, &written);
	dump_text(written.s, written.len, 0, &read);
	if (strcmp(built.s, read.s) != 0)
		print_error("written: %s\n", written.s);
	assert_string_equal(read.s, built.s);
}

static void add_random_table(struct blocks *doc, uint32_t *seed)
{
	size_t columns = 1 + next_number(seed, 3);
	struct block *table = blocks_table(doc, columns, 1, NULL);

	for (size_t i = 0; i < 2; i++) {
		struct row *row = blocks_row(doc, table);

		for (size_t n = 0; n < columns; n++) {
			auto_buf text = BUF_INIT;
			struct cell *cell;

			add_random_text(&text, seed);
			cell = blocks_cell(doc, row, text.s);
			cell->runs->flags = next_number(seed, 16);
			cell->runs->href = random_address(seed);
		}
	}
}

static void any_text_is_written_so_that_it_reads_as_text(void **state)
{
	uint32_t seed = 7;

	(void)state;
	for (size_t i = 0; i < PROPERTY_RUNS; i++) {
		struct arena arena = ARENA_INIT;
		struct blocks doc;
		struct block *list;
		struct block *item;

		blocks_init(&doc, &arena);
		add_random_runs(&doc, blocks_paragraph(&doc, NULL), &seed);
		add_random_table(&doc, &seed);
		list = blocks_add(&doc, NULL, BLOCK_LIST);
		list->level = next_number(&seed, 3);
		item = blocks_add(&doc, list, BLOCK_ITEM);
		add_random_runs(&doc, blocks_add(&doc, item, BLOCK_PARAGRAPH), &seed);
		assert_written_as_built(&doc);
		arena_clear(&arena);
	}
}

/* ---- shift, limits ---- */

static void headings_are_lowered(void **state)
{
	auto_buf dump = BUF_INIT;

	(void)state;
	dump_text("# a\n## b\n### c", 14, 2, &dump);
	assert_string_equal(dump.s, "heading 3 'a'\nheading 4 'b'\nheading 4 'c'\n");
}

static void blocks_come_after_those_of_the_document(void **state)
{
	struct arena arena = ARENA_INIT;
	struct error err = { 0 };
	struct blocks doc;
	auto_buf dump = BUF_INIT;

	(void)state;
	blocks_init(&doc, &arena);
	(void)blocks_paragraph(&doc, "first");
	assert_int_equal(markdown_parse("second", 6, 0, &doc, &err), 0);
	(void)blocks_paragraph(&doc, "third");
	dump_blocks(&dump, doc.first, 0);
	assert_string_equal(dump.s, "p 'first'\np 'second'\np 'third'\n");
	arena_clear(&arena);
}

static void assert_refused(const struct buf *text)
{
	struct arena arena = ARENA_INIT;
	struct error err = { 0 };
	struct blocks doc;

	blocks_init(&doc, &arena);
	assert_int_equal(markdown_parse(text->s, text->len, 0, &doc, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	assert_null(doc.first);
	arena_clear(&arena);
}

static void repeat(struct buf *text, const char *s, size_t times)
{
	for (size_t i = 0; i < times; i++)
		buf_adds(text, s);
}

static void deep_nesting_is_refused(void **state)
{
	auto_buf deep = BUF_INIT;
	auto_buf deeper = BUF_INIT;
	auto_buf dump = BUF_INIT;

	(void)state;
	repeat(&deep, "> ", BLOCKS_MAX_DEPTH);
	buf_adds(&deep, "a");
	dump_text(deep.s, deep.len, 0, &dump);
	assert_non_null(strstr(dump.s, "p 'a'"));
	repeat(&deeper, "> ", BLOCKS_MAX_DEPTH + 1);
	buf_adds(&deeper, "a");
	assert_refused(&deeper);
	buf_reset(&deeper);
	repeat(&deeper, "- + ", 50000);
	assert_refused(&deeper);
}

static void a_long_text_is_refused(void **state)
{
	auto_buf text = BUF_INIT;

	(void)state;
	repeat(&text, "a", (size_t)MARKDOWN_MAX_BYTES + 1);
	assert_refused(&text);
}

/* 500 columns and 500 rows of one byte: a quarter of a million cells from 3 kB. */
static void a_table_cannot_outgrow_its_text(void **state)
{
	auto_buf text = BUF_INIT;

	(void)state;
	repeat(&text, "a|", 500);
	buf_addc(&text, '\n');
	repeat(&text, "---|", 500);
	buf_addc(&text, '\n');
	repeat(&text, "a\n", 500);
	assert_refused(&text);
}

enum { OTHER_TESTS = 7 };

int main(void)
{
	static struct CMUnitTest tests[2 * ARRAY_LEN(read_cases) + OTHER_TESTS] = {
		cmocka_unit_test(any_markup_reads_the_same_after_writing),
		cmocka_unit_test(any_text_is_written_so_that_it_reads_as_text),
		cmocka_unit_test(headings_are_lowered),
		cmocka_unit_test(blocks_come_after_those_of_the_document),
		cmocka_unit_test(deep_nesting_is_refused),
		cmocka_unit_test(a_long_text_is_refused),
		cmocka_unit_test(a_table_cannot_outgrow_its_text),
	};
	size_t count = OTHER_TESTS;

	for (size_t i = 0; i < ARRAY_LEN(read_cases); i++) {
		struct CMUnitTest *test = &tests[count];

		test[0].name = test[1].name = read_cases[i].label;
		test[0].test_func = reads;
		test[1].test_func = reads_the_same_after_writing;
		test[0].initial_state = test[1].initial_state = &read_cases[i];
		count += 2;
	}
	return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
