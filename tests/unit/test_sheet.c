/* Orders for a workbook: as they are told, so they are read, whatever bytes they come with. */
#include "unit/unit.h"

#include <string.h>

#include "format/sheet.h"

static void an_order_is_read_as_it_was_told(void **state)
{
	const char text[] = "a\nC 1 2\0b";
	const struct sheet_order told = { .op = SHEET_CELL,
					  .n = { 1, 2, 3, UINT32_MAX, 0 },
					  .text = text,
					  .len = sizeof(text) - 1 };
	struct sheet_order order;
	struct error err;
	auto_buf bytes = BUF_INIT;
	size_t used;

	(void)state;
	sheet_put(&bytes, &told);
	sheet_put(&bytes, &(struct sheet_order){ .op = SHEET_NEW });
	assert_return_code(sheet_take(bytes.s, bytes.len, &order, &used, &err), 0);
	assert_int_equal(order.op, SHEET_CELL);
	assert_memory_equal(order.n, told.n, sizeof(told.n));
	assert_int_equal(order.len, told.len);
	assert_memory_equal(order.text, text, told.len);
	assert_return_code(
		sheet_take(bytes.s + used, bytes.len - used, &order, &used, &err), 0);
	assert_int_equal(order.op, SHEET_NEW);
	assert_int_equal(order.len, 0);
}

static void a_part_of_an_order_is_waited_for(void **state)
{
	struct sheet_order order;
	struct error err;
	auto_buf bytes = BUF_INIT;
	size_t used;

	(void)state;
	sheet_put(&bytes,
		  &(struct sheet_order){ .op = SHEET_CELL, .text = "甲", .len = 3 });
	for (size_t len = 0; len < bytes.len; len++) {
		assert_return_code(sheet_take(bytes.s, len, &order, &used, &err), 0);
		assert_int_equal(used, 0);
	}
	assert_return_code(sheet_take(bytes.s, bytes.len, &order, &used, &err), 0);
	assert_int_equal(used, bytes.len);
}

struct wrong_case {
	const char *label;
	const char *bytes;
};

static const struct wrong_case wrong_cases[] = {
	{ "a letter that is none", "X 0 0 0 0 0 0\n\n" },
	{ "a number too few", "C 0 0 0 0 0\n\n" },
	{ "a number too many", "C 0 0 0 0 0 0 0\n\n" },
	{ "a number that is none", "C 0 0 -1 0 0 0\n\n" },
	{ "a number that is too large", "C 4294967296 0 0 0 0 0\n\n" },
	{ "a text that is too long", "C 0 0 0 0 0 99999999\n\n" },
	{ "a text that does not end there", "C 0 0 0 0 0 1\nabc\n" },
	{ "a line without end",
	  "C 00000000000000000000000000000000000000000000000000000000000000000000000000"
	  "000000000000000000000000000000000000000000000000000000000000000000000000000" },
};

static void is_no_order(void **state)
{
	const struct wrong_case *one = *state;
	struct sheet_order order;
	struct error err = { 0 };
	size_t used;

	assert_int_equal(sheet_take(one->bytes, strlen(one->bytes), &order, &used, &err),
			 -1);
	assert_int_equal(err.code, ERR_SYNTAX);
}

static void units_are_those_of_utf_16(void **state)
{
	(void)state;
	assert_int_equal(sheet_units(""), 0);
	assert_int_equal(sheet_units("a甲"), 2);
	assert_int_equal(sheet_units("𠮷"), 2);
}

static void cells_have_names(void **state)
{
	static const struct {
		uint32_t row, column;
		const char *name;
	} cells[] = { { 0, 0, "A1" },
		      { 8, 25, "Z9" },
		      { 0, 26, "AA1" },
		      { 0, 701, "ZZ1" },
		      { 1048575, 16383, "XFD1048576" } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cells); i++) {
		auto_buf name = BUF_INIT;

		sheet_ref(&name, cells[i].row, cells[i].column);
		assert_string_equal(name.s, cells[i].name);
	}
}

int main(void)
{
	struct CMUnitTest tests[4 + ARRAY_LEN(wrong_cases)] = {
		cmocka_unit_test(an_order_is_read_as_it_was_told),
		cmocka_unit_test(a_part_of_an_order_is_waited_for),
		cmocka_unit_test(units_are_those_of_utf_16),
		cmocka_unit_test(cells_have_names),
	};

	for (size_t i = 0; i < ARRAY_LEN(wrong_cases); i++)
		tests[4 + i] = UNIT_ROW(is_no_order, &wrong_cases[i]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
