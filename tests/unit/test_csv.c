#include "unit/unit.h"

#include <string.h>

#include "format/csv.h"

struct cell_case {
	const char *label;
	const char *text;
	const char *csv;
};

static struct cell_case cell_cases[] = {
	{ "an empty cell", "", "" },
	{ "plain text", "公开 目录", "公开 目录" },
	{ "a comma", "a,b", "\"a,b\"" },
	{ "a quote", "a\"b", "\"a\"\"b\"" },
	{ "a quote alone", "\"", "\"\"\"\"" },
	{ "a line feed", "a\nb", "\"a\nb\"" },
	{ "a carriage return", "a\rb", "\"a\rb\"" },
	{ "blanks at the ends stay", " a ", " a " },
	{ "a full-width comma needs no quotes", "a，b", "a，b" },
	{ "an equals sign first", "=1+1", "'=1+1" },
	{ "a plus first", "+86", "'+86" },
	{ "a minus first", "-1", "'-1" },
	{ "an at sign first", "@SUM(A1)", "'@SUM(A1)" },
	{ "a tab first", "\t=1", "'\t=1" },
	{ "a carriage return first", "\r=1", "\"'\r=1\"" },
	{ "a line feed first", "\n=1", "\"'\n=1\"" },
	{ "a full-width equals sign first", "＝1", "'＝1" },
	{ "a full-width minus first", "－", "'－" },
	{ "a formula that needs quotes", "=HYPERLINK(\"x\",\"y\")",
	  "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
	{ "a sign later is nothing", "a=b", "a=b" },
	{ "a quote before a sign gets one more", "'=1", "''=1" },
	{ "a quote before no sign gets none", "'a", "'a" },
	{ "a broken byte", "a\xff", "a\xef\xbf\xbd" },
};

static void writes(void **state)
{
	const struct cell_case *c = *state;
	auto_buf out = BUF_INIT;

	csv_cell(&out, c->text, /* first */ true);
	assert_string_equal(out.s, c->csv);
}

static void a_row_has_commas_between(void **state)
{
	auto_buf out = BUF_INIT;

	(void)state;
	csv_cell(&out, "a", true);
	csv_cell(&out, "", false);
	csv_cell(&out, "b", false);
	csv_end_row(&out);
	csv_cell(&out, "c", true);
	csv_end_row(&out);
	assert_string_equal(out.s, "a,,b\r\nc\r\n");
}

/* Reading a quoted or plain cell as RFC 4180 does. */
static void read_cell(struct buf *out, const char *csv)
{
	bool quoted = *csv == '"';

	for (const char *p = csv + quoted; *p; p++) {
		if (quoted && *p == '"' && *++p != '"')
			break;
		buf_addc(out, *p);
	}
}

static void any_byte_reads_back(void **state)
{
	(void)state;
	for (int c = 1; c < 256; c++) {
		const char text[] = { 'x', (char)c, 'y', '\0' };
		auto_buf out = BUF_INIT;
		auto_buf read = BUF_INIT;

		csv_cell(&out, text, true);
		read_cell(&read, out.s);
		assert_string_equal(read.s, c < 0x80 ? text : "x\xef\xbf\xbdy");
	}
}

/* What a spreadsheet would take for a formula comes back as it was. */
static void the_guard_can_be_taken_away(void **state)
{
	(void)state;
	for (size_t i = 0; i + 1 < ARRAY_LEN(cell_cases); i++) {
		auto_buf read = BUF_INIT;
		auto_buf out = BUF_INIT;

		if (strstr(cell_cases[i].text, "\xff"))
			continue;
		csv_cell(&out, cell_cases[i].text, true);
		read_cell(&read, out.s);
		assert_string_equal(csv_unguarded(read.s), cell_cases[i].text);
	}
}

enum { OTHER_TESTS = 3 };

int main(void)
{
	static struct CMUnitTest tests[ARRAY_LEN(cell_cases) + OTHER_TESTS] = {
		cmocka_unit_test(a_row_has_commas_between),
		cmocka_unit_test(any_byte_reads_back),
		cmocka_unit_test(the_guard_can_be_taken_away),
	};
	size_t count = OTHER_TESTS;

	for (size_t i = 0; i < ARRAY_LEN(cell_cases); i++)
		tests[count++] = (struct CMUnitTest){ .name = cell_cases[i].label,
						      .test_func = writes,
						      .initial_state = &cell_cases[i] };
	return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
