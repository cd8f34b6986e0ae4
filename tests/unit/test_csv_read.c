#include "unit/unit.h"

#include <string.h>

#include "format/csv_read.h"

static void add_cell(void *payload, const struct csv_cell_at *cell)
{
	buf_addf(payload, "%u,%u@%u:%s|", cell->row, cell->column, cell->line,
		 cell->text);
}

struct text_case {
	const char *label;
	const char *csv;
	const char *out;
};

static const struct text_case text_cases[] = {
	{ "nothing has no cells", "", "" },
	{ "rows and columns count from 1", "a,b\nc\n", "1,1@1:a|1,2@1:b|2,1@2:c|" },
	{ "the last line needs no end", "a", "1,1@1:a|" },
	{ "CRLF and CR end lines too", "a\r\nb\rc", "1,1@1:a|2,1@2:b|3,1@3:c|" },
	{ "empty cells are cells", "a,,b\n,\n", "1,1@1:a|1,2@1:|1,3@1:b|2,1@2:|2,2@2:|" },
	{ "quotes hide separators and ends of lines", "\"a,\nb\",c\nd",
	  "1,1@1:a,\nb|1,2@2:c|2,1@3:d|" },
	{ "two quotes are one", "\"a\"\"b\"", "1,1@1:a\"b|" },
	{ "a quote that does not close ends with the text", "\"a,b\nc", "1,1@1:a,b\nc|" },
	{ "what follows a closing quote belongs to the cell", "\"a\"b,c",
	  "1,1@1:ab|1,2@1:c|" },
	{ "a quote inside is a quote", "a\"b,c", "1,1@1:a\"b|1,2@1:c|" },
	{ "a semicolon separates where it is used most", "a;b;c\n1,5;2;3",
	  "1,1@1:a|1,2@1:b|1,3@1:c|2,1@2:1,5|2,2@2:2|2,3@2:3|" },
	{ "a tab too", "a\tb\n", "1,1@1:a|1,2@1:b|" },
	{ "separators in quotes do not count", "\"a;b;c\",d\n", "1,1@1:a;b;c|1,2@1:d|" },
};

static void text_is_read(void **state)
{
	const struct text_case *one = *state;
	size_t len = strlen(one->csv);
	auto_buf out = BUF_INIT;

	csv_read(one->csv, len, csv_separator(one->csv, len), add_cell, &out);
	assert_string_equal(out.s, one->out);
}

int main(void)
{
	struct CMUnitTest tests[ARRAY_LEN(text_cases)];

	for (size_t i = 0; i < ARRAY_LEN(text_cases); i++)
		tests[i] = UNIT_ROW(text_is_read, &text_cases[i]);
	return cmocka_run_group_tests_name("csv_read", tests, NULL, NULL) != 0;
}
