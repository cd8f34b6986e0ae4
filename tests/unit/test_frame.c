#include "unit/unit.h"

#include <string.h>
#include <time.h>

#include "base/utf8.h"
#include "check/frame.h"

/* What a file is said to hold. */
static bool give(void *payload, const char *path, struct buf *out)
{
	(void)path;
	buf_adds(out, payload);
	return true;
}

static struct finding at(enum rule_id rule, uint32_t line, uint32_t column)
{
	return (struct finding){ .rule = rule,
				 .severity = rules[rule].severity,
				 .path = "a.yaml",
				 .place = { .line = line, .column = column },
				 .field = "",
				 .args = { "", "", "", "" } };
}

struct frame_case {
	const char *label;
	const char *bytes;
	uint32_t line;
	uint32_t column;
	size_t columns;
	const char *shown;
};

static const struct frame_case cases[] = {
	{ "the mark stands under the character", "id: x\nformed: soon\n", 2, 9, 80,
	  "2 | formed: soon\n  |         ^\n" },
	{ "the gutter is as wide as the number", "\n\n\n\n\n\n\n\n\nab: c\n", 10, 5, 80,
	  "10 | ab: c\n   |     ^\n" },
	{ "wide characters take two columns", "x\n标题：甲\n", 2, 3, 80,
	  "2 | 标题：甲\n  |     ^\n" },
	{ "combining characters take none", "x\ne\xCC\x81\x61: b\n", 2, 5, 80,
	  "2 | e\xCC\x81\x61: b\n  |    ^\n" },
	{ "a tab goes to the next stop", "x\na\tb\tc\n", 2, 5, 80,
	  "2 | a       b       c\n  |                 ^\n" },
	{ "a tab is marked where it begins", "x\n\tkey: 1\n", 2, 1, 80,
	  "2 |         key: 1\n  | ^\n" },
	{ "behind the end of the line", "x\nabc\n", 2, 4, 80, "2 | abc\n  |    ^\n" },
	{ "far behind the end of the line", "x\nabc\n", 2, 99, 80,
	  "2 | abc\n  |    ^\n" },
	{ "the last line needs no end", "x\nabc", 2, 2, 80, "2 | abc\n  |  ^\n" },
	{ "CR LF is one line end", "x\r\nabc\r\n", 2, 4, 80, "2 | abc\n  |    ^\n" },
	{ "a line that is not there", "x\n", 7, 1, 80, "" },
	{ "an empty line", "x\n\ny\n", 2, 1, 80, "" },
	{ "an empty file", "", 2, 1, 80, "" },
	{ "a file that cannot be had", NULL, 2, 1, 80, "" },
	{ "the record as a whole", "id: x\n", 1, 1, 80, "" },
	{ "the end is cut", "x\nabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz\n",
	  2, 3, 34, "2 | abcdefghijklmnopqrstuvwxyza...\n  |   ^\n" },
	{ "the beginning is cut",
	  "x\nabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz\n", 2, 52, 34,
	  "2 | ...klmnopqrstuvwxyz\n  |                   ^\n" },
	{ "both are cut", "x\nabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz\n", 2,
	  31, 34, "2 | ...pqrstuvwxyzabcdefghijklm...\n  |                   ^\n" },
	{ "wide characters are cut whole", "x\n甲乙丙丁戊己庚辛壬癸子丑寅卯\n", 2, 1, 24,
	  "2 | 甲乙丙丁戊己庚辛...\n  | ^\n" },
	{ "however narrow, some is shown", "x\nabcdefghijklmnopqrstuvwxyz\n", 2, 1, 1,
	  "2 | abcdefghijklmnopq...\n  | ^\n" },
	{ "a command to the terminal", "x\na\x1B[31mb\x7F\n", 2, 2, 80,
	  "2 | a␛[31mb␡\n  |  ^\n" },
	{ "a C1 control and marks of direction",
	  "x\na\xC2\x9B\xE2\x80\xAE\xE2\x81\xA6z\n", 2, 5, 80,
	  "2 | a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\n  |     ^\n" },
	{ "bytes that are not UTF-8", "x\na: \xB9\xD8 b\n", 2, 4, 80,
	  "2 | a: \xEF\xBF\xBD\xEF\xBF\xBD b\n  |    ^\n" },
	{ "a mobile number is hidden", "x\nphone: 13800000000, ok\n", 2, 8, 80,
	  "2 | phone: 138********, ok\n  |        ^\n" },
	{ "with blanks and hyphens too", "x\nn: 138-0000 0000 x\n", 2, 4, 80,
	  "2 | n: 138-**** **** x\n  |    ^\n" },
	{ "and in full width", "x\n１３８０００００００１号\n", 2, 12, 80,
	  "2 | １３８＊＊＊＊＊＊＊＊号\n  |                       ^\n" },
	{ "an identity number but for its sign", "x\n11010119900101123X\n", 2, 1, 80,
	  "2 | 110**************X\n  | ^\n" },
	{ "each number by itself", "x\n13800000000/13900000000\n", 2, 13, 80,
	  "2 | 138********/139********\n  |             ^\n" },
	{ "days, years and index numbers are shown",
	  "x\n2018-07-04 640502017/2018-41187\n", 2, 1, 80,
	  "2 | 2018-07-04 640502017/2018-41187\n  | ^\n" },
};

static bool give_case(void *payload, const char *path, struct buf *out)
{
	const struct frame_case *one = payload;

	(void)path;
	if (one->bytes)
		buf_adds(out, one->bytes);
	return one->bytes != NULL;
}

static void the_line_is_shown(void **state)
{
	const struct frame_case *one = *state;
	struct check_result result = { .text = give_case, .text_payload = *state };
	struct frames frames = { .result = &result,
				 .columns = one->columns,
				 .indent = "",
				 .mark_on = "",
				 .mark_off = "",
				 .bytes = BUF_INIT };
	struct finding finding = at(RULE_DATE_INVALID, one->line, one->column);
	auto_buf out = BUF_INIT;

	frames_add(&frames, &finding, &out);
	frames_release(&frames);
	assert_string_equal(out.s, one->shown);
}

static void findings_of_one_file_are_found_in_any_order(void **state)
{
	static const struct yaml_place places[] = { { .line = 3, .column = 2 },
						    { .line = 3, .column = 1 },
						    { .line = 1, .column = 2 },
						    { .line = 2, .column = 2 },
						    { .line = 2, .column = 1 } };
	static char bytes[] = "ab\ncd\nef\n";
	struct check_result result = { .text = give, .text_payload = bytes };
	struct frames frames = { .result = &result,
				 .columns = 80,
				 .indent = "> ",
				 .mark_on = "<",
				 .mark_off = ">",
				 .bytes = BUF_INIT };
	auto_buf out = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(places); i++) {
		struct finding f = at(RULE_TAB, places[i].line, places[i].column);

		frames_add(&frames, &f, &out);
	}
	frames_release(&frames);
	assert_string_equal(out.s, "> 3 | ef\n>   |  <^>\n> 3 | ef\n>   | <^>\n"
				   "> 1 | ab\n>   |  <^>\n> 2 | cd\n>   |  <^>\n"
				   "> 2 | cd\n>   | <^>\n");
}

static void secrets_show_no_line(void **state)
{
	static char bytes[] = "id: x\ntitle: 机密文件\n";
	struct check_result result = { .text = give, .text_payload = bytes };
	struct frames frames = { .result = &result,
				 .columns = 80,
				 .indent = "",
				 .mark_on = "",
				 .mark_off = "",
				 .bytes = BUF_INIT };

	(void)state;
	for (enum rule_id id = 0; id < RULE_COUNT; id++) {
		struct finding f = at(id, 2, 8);
		auto_buf out = BUF_INIT;
		bool hidden = rules[id].group == GROUP_PRIVACY ||
			      id == RULE_SECRET_MARK || id == RULE_GROUND_SECRET;

		frames_add(&frames, &f, &out);
		assert_int_equal(out.len == 0, hidden);
	}
	frames_release(&frames);
}

/* A line of a quarter of a megabyte with a finding at each tenth character: each is found from the one before. */
static void a_line_without_end_takes_no_time(void **state)
{
	enum { SIZE = 1 << 18, STEP = 10 };
	auto_buf bytes = BUF_INIT;
	auto_buf out = BUF_INIT;
	struct check_result result = { .text = give };
	struct frames frames = { .result = &result,
				 .columns = 80,
				 .indent = "",
				 .mark_on = "",
				 .mark_off = "",
				 .bytes = BUF_INIT };
	clock_t start = clock();

	(void)state;
	buf_adds(&bytes, "x\n");
	for (size_t i = 0; i < SIZE; i++)
		buf_addc(&bytes, 'a');
	result.text_payload = bytes.s;
	for (uint32_t column = 1; column < SIZE; column += STEP) {
		struct finding f = at(RULE_TAB, 2, column);

		buf_reset(&out);
		frames_add(&frames, &f, &out);
		assert_true(out.len < 200);
	}
	frames_release(&frames);
	assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 30);
}

int main(void)
{
	struct CMUnitTest tests[ARRAY_LEN(cases) + 3];
	size_t count = 0;

	for (; count < ARRAY_LEN(cases); count++)
		tests[count] = UNIT_ROW(the_line_is_shown, &cases[count]);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		findings_of_one_file_are_found_in_any_order);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(secrets_show_no_line);
	tests[count++] =
		(struct CMUnitTest)cmocka_unit_test(a_line_without_end_takes_no_time);
	return _cmocka_run_group_tests("frame", tests, count, NULL, NULL);
}
