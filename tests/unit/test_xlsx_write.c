/* Workbooks as their parts hold them; what a reader makes of them is in tests/sheet. */
#include "unit/unit.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "format/xlsx_read.h"
#include "format/xlsx_write.h"

struct seen {
	struct buf cells; /* "name!A1=text;" of each */
	struct buf merged;
};

static void take_cell(void *payload, const struct xlsx_cell *cell)
{
	struct seen *seen = payload;
	char ref[XLSX_REF_SIZE];

	buf_addf(&seen->cells, "%s!%s%s=%.*s;", cell->sheet->name,
		 xlsx_ref(cell->row, cell->column, ref),
		 cell->computed ? "(formula)" : "", (int)cell->len, cell->text);
	assert_int_equal(cell->type, XLSX_TEXT);
}

static void take_merged(void *payload, const struct xlsx_range *range)
{
	struct seen *seen = payload;

	buf_addf(&seen->merged, "%u,%u-%u,%u;", range->row, range->column,
		 range->last_row, range->last_column);
}

static int tell(struct xlsx_writer *writer, enum sheet_op op, const uint32_t *n,
		const char *text, struct error *err)
{
	struct sheet_order order = { .op = op, .text = text, .len = strlen(text) };

	memcpy(order.n, n, sizeof(order.n));
	return xlsx_writer_do(writer, &order, err);
}

#define TELL(writer, op, text, ...)                                                     \
	assert_return_code(                                                             \
		tell(writer, op, (uint32_t[SHEET_NUMBERS]){ __VA_ARGS__ }, text, &err), \
		0)

static void write_book(const char *path, const char *text)
{
	struct xlsx_writer *writer;
	struct error err;

	assert_return_code(xlsx_writer_open(path, &writer, &err), 0);
	TELL(writer, SHEET_ABOUT, "书", 2026, 11, 20);
	TELL(writer, SHEET_NEW, "甲", 0);
	TELL(writer, SHEET_CELL, text, 0, 0, SHEET_HEAD);
	TELL(writer, SHEET_CELL, "", 0, 1, SHEET_HEAD);
	TELL(writer, SHEET_CELL, "乙", 1, 0, SHEET_TEXT);
	TELL(writer, SHEET_CELL, "丙", 1, 1, SHEET_TEXT);
	TELL(writer, SHEET_CELL, "", 2, 0, SHEET_TEXT);
	TELL(writer, SHEET_CELL, "丁", 2, 1, SHEET_TEXT);
	/* Behind their rows, and on the last one: no cell loses its text. */
	TELL(writer, SHEET_MERGE, "", 0, 0, 0, 1);
	TELL(writer, SHEET_MERGE, "", 1, 0, 2, 0);
	TELL(writer, SHEET_NEW, "戊", 0);
	TELL(writer, SHEET_CELL, "己", 0, 0, SHEET_PLAIN);
	assert_return_code(xlsx_writer_close(writer, &err), 0);
}

static void every_cell_of_a_merged_head_is_read_back(void **state)
{
	struct seen seen = { .cells = BUF_INIT, .merged = BUF_INIT };
	const struct xlsx_visitor visitor = { .payload = &seen,
					      .cell = take_cell,
					      .merged = take_merged };
	auto_buf bytes = BUF_INIT;
	struct error err;

	(void)state;
	write_book("b.xlsx", "=1+1");
	assert_return_code(file_read("b.xlsx", 1 << 20, &bytes, &err), 0);
	assert_return_code(xlsx_read(bytes.s, bytes.len, &visitor, &err), 0);
	assert_string_equal(seen.cells.s,
			    "甲!A1==1+1;甲!A2=乙;甲!B2=丙;甲!B3=丁;戊!A1=己;");
	assert_string_equal(seen.merged.s, "1,1-1,2;2,1-3,1;");
	buf_release(&seen.cells);
	buf_release(&seen.merged);
}

static void the_same_orders_give_the_same_bytes(void **state)
{
	auto_buf one = BUF_INIT;
	auto_buf two = BUF_INIT;
	struct error err;

	(void)state;
	write_book("one.xlsx", "同");
	write_book("two.xlsx", "同");
	assert_return_code(file_read("one.xlsx", 1 << 20, &one, &err), 0);
	assert_return_code(file_read("two.xlsx", 1 << 20, &two, &err), 0);
	assert_int_equal(one.len, two.len);
	assert_memory_equal(one.s, two.s, one.len);
}

struct refused_case {
	const char *label;
	enum sheet_op op;
	uint32_t n[SHEET_NUMBERS];
	const char *text;
};

/* 86 signs of three bytes: more than the library has room for, though it lets them pass. */
#define SIGNS "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸"

static const struct refused_case refused_cases[] = {
	{ "a merged range of one cell", SHEET_MERGE, { 1, 1, 1, 1 }, "" },
	{ "a range that ends before it begins", SHEET_MERGE, { 2, 1, 1, 1 }, "" },
	{ "a row that no sheet has", SHEET_CELL, { 1048576, 0 }, "甲" },
	{ "a list that overruns the library",
	  SHEET_CHOICE,
	  { 1, 0, 2, 0, SHEET_CHOICE_LIST },
	  SIGNS SIGNS SIGNS },
	{ "a day that is none", SHEET_ABOUT, { 2026, 2, 30 }, "" },
	{ "a name that no sheet may have", SHEET_NEW, { 0 }, "a/b" },
};

static void is_refused(void **state)
{
	const struct refused_case *one = *state;
	struct xlsx_writer *writer;
	struct error err = { 0 };
	struct error late;

	assert_return_code(xlsx_writer_open("r.xlsx", &writer, &err), 0);
	assert_int_equal(
		tell(writer, SHEET_CELL, (uint32_t[SHEET_NUMBERS]){ 0 }, "x", &err), -1);
	TELL(writer, SHEET_NEW, "甲", 0);
	assert_int_equal(tell(writer, one->op, one->n, one->text, &err), -1);
	assert_true(err.text[0] != '\0');
	(void)!xlsx_writer_close(writer, &late);
}

static void a_place_that_cannot_be_written_is_an_error(void **state)
{
	struct xlsx_writer *writer;
	struct error err = { 0 };

	(void)state;
	assert_return_code(xlsx_writer_open("no/such/folder.xlsx", &writer, &err), 0);
	(void)!tell(writer, SHEET_NEW, (uint32_t[SHEET_NUMBERS]){ 0 }, "甲", &err);
	assert_int_equal(xlsx_writer_close(writer, &err), -1);
	assert_true(err.text[0] != '\0');
}

static int enter(void **state)
{
	static char dir[] = "/tmp/gk-xlsx-XXXXXX";

	(void)state;
	return mkdtemp(dir) && chdir(dir) == 0 ? 0 : -1;
}

static int leave(void **state)
{
	char dir[4096];
	struct error err;

	(void)state;
	return getcwd(dir, sizeof(dir)) && chdir("/") == 0 ? file_remove_tree(dir, &err)
							   : -1;
}

int main(void)
{
	struct CMUnitTest tests[3 + ARRAY_LEN(refused_cases)] = {
		cmocka_unit_test(every_cell_of_a_merged_head_is_read_back),
		cmocka_unit_test(the_same_orders_give_the_same_bytes),
		cmocka_unit_test(a_place_that_cannot_be_written_is_an_error),
	};

	for (size_t i = 0; i < ARRAY_LEN(refused_cases); i++)
		tests[3 + i] = UNIT_ROW(is_refused, &refused_cases[i]);
	return cmocka_run_group_tests(tests, enter, leave);
}
