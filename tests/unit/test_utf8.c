#include "unit/unit.h"

#include <string.h>

#include "base/utf8.h"

struct decode_case {
	const char *label;
	const char *bytes;
	size_t len;
	uint32_t code;
	size_t used;
};

static const struct decode_case decode_cases[] = {
	{ "nothing is 0 of 0 bytes", "", 0, 0, 0 },
	{ "a NUL is a character", "\0x", 2, 0, 1 },
	{ "ASCII is one byte", "a", 1, 'a', 1 },
	{ "Han is three bytes", "公", 3, 0x516C, 3 },
	{ "the largest code point", "\xF4\x8F\xBF\xBF", 4, 0x10FFFF, 4 },
	{ "a cut sequence is one broken byte", "公", 2, 0xFFFD, 1 },
	{ "a lone continuation is broken", "\x80", 1, 0xFFFD, 1 },
	{ "an overlong slash is broken", "\xC0\xAF", 2, 0xFFFD, 1 },
	{ "a surrogate is broken", "\xED\xA0\x80", 3, 0xFFFD, 1 },
	{ "beyond the largest is broken", "\xF4\x90\x80\x80", 4, 0xFFFD, 1 },
	{ "FF is broken", "\xFF", 1, 0xFFFD, 1 },
	{ "a real U+FFFD is three bytes", "\xEF\xBF\xBD", 3, 0xFFFD, 3 },
};

static void decode(void **state)
{
	const struct decode_case *c = *state;
	size_t used = 99;

	assert_int_equal(utf8_decode(c->bytes, c->len, &used), c->code);
	assert_int_equal(used, c->used);
}

static void every_code_point_survives_both_ways(void **state)
{
	auto_buf b = BUF_INIT;

	(void)state;
	for (uint32_t code = 1; code <= 0x10FFFF; code++) {
		size_t used;

		if (code == 0xD800)
			code = 0xE000;
		buf_reset(&b);
		utf8_add(&b, code);
		assert_int_equal(utf8_decode(b.s, b.len, &used), code);
		assert_int_equal(used, b.len);
	}
}

static void what_is_no_character_is_added_as_a_replacement(void **state)
{
	auto_buf b = BUF_INIT;

	(void)state;
	utf8_add(&b, 0xD800);
	utf8_add(&b, 0x110000);
	utf8_add(&b, UINT32_MAX);
	assert_string_equal(b.s, "\uFFFD\uFFFD\uFFFD");
}

struct prefix_case {
	const char *label;
	const char *bytes;
	size_t len;
	size_t valid;
	size_t count;
};

static const struct prefix_case prefix_cases[] = {
	{ "the empty text is valid", "", 0, 0, 0 },
	{ "mixed text is valid", "a公開é", 9, 9, 4 },
	{ "a real U+FFFD is valid", "\uFFFDx", 4, 4, 2 },
	{ "GBK text is broken at once", "\xB9\xAB\xBF\xAA", 4, 0, 4 },
	{ "the place of the broken byte is told", "公\xFF开", 7, 3, 3 },
	{ "a sequence cut by the length is broken", "公开", 5, 3, 3 },
	{ "a NUL is valid", "a\0b", 3, 3, 3 },
};

static void prefix(void **state)
{
	const struct prefix_case *c = *state;

	assert_int_equal(utf8_valid_prefix(c->bytes, c->len), c->valid);
	assert_int_equal(utf8_count(c->bytes, c->len), c->count);
}

struct width_case {
	const char *label;
	const char *text;
	size_t width;
};

static const struct width_case width_cases[] = {
	{ "nothing has no width", "", 0 },
	{ "ASCII is one column each", "abc", 3 },
	{ "Han is two columns each", "公开", 4 },
	{ "full-width signs are two columns", "（１）：，。、", 14 },
	{ "the brackets of document numbers are two columns", "〔2018〕", 8 },
	{ "an ideographic space is two columns", "\u3000", 2 },
	{ "a combining mark has no width", "e\u0301", 1 },
	{ "a zero-width space has no width", "a\u200Bb", 2 },
	{ "curly quotes are one column", "“”…", 3 },
	{ "Han of plane 2 is two columns", "\U00020000", 2 },
	{ "a broken byte is one column", "\xFF", 1 },
};

static void width(void **state)
{
	const struct width_case *c = *state;

	assert_int_equal(utf8_width(c->text), c->width);
	assert_int_equal(utf8_width_n(c->text, strlen(c->text)), c->width);
}

static void the_longest_prefix_that_fits_is_told(void **state)
{
	(void)state;
	assert_int_equal(utf8_fit("公开栏", 6), 9);
	assert_int_equal(utf8_fit("公开栏", 5), 6);
	assert_int_equal(utf8_fit("公开栏", 1), 0);
	assert_int_equal(utf8_fit("公开栏", 0), 0);
	assert_int_equal(utf8_fit("a公", 2), 1);
	assert_int_equal(utf8_fit("", 5), 0);
	/* A mark stays with its letter. */
	assert_int_equal(utf8_fit("e\u0301x", 1), 3);
}

static void a_line_ends_where_a_reader_expects_it(void **state)
{
	(void)state;
	/* Between two wide characters, and nowhere inside one. */
	assert_int_equal(utf8_fit_line("公开栏", 5), 6);
	assert_int_equal(utf8_fit_line("文件.odt、.rtf", 12), strlen("文件.odt、"));
	/* At a blank, which begins no line. */
	assert_int_equal(utf8_fit_line("one two three", 9), strlen("one two"));
	assert_int_equal(utf8_fit_line("one two three", 7), strlen("one two"));
	/* Not in a word, as long as there is another place. */
	assert_int_equal(utf8_fit_line("用 LibreOffice", 9), strlen("用"));
	assert_int_equal(utf8_fit_line("LibreOffice", 5), 5);
	/* No closing mark begins a line, no opening one ends it. */
	assert_int_equal(utf8_fit_line("公开，栏目", 4), strlen("公"));
	assert_int_equal(utf8_fit_line("公开（栏目）", 6), strlen("公开"));
	assert_int_equal(utf8_fit_line("公开", 4), 6);
	assert_int_equal(utf8_fit_line("", 4), 0);
}

struct fitted_case {
	const char *label;
	const char *text;
	size_t columns;
	bool pad;
	const char *want;
};

static const struct fitted_case fitted_cases[] = {
	{ "a text that fits stays", "公开", 4, false, "公开" },
	{ "a short text is padded", "公开", 7, true, "公开   " },
	{ "a short text is not padded unasked", "公开", 7, false, "公开" },
	{ "a long text ends with an ellipsis", "公开目录", 5, false, "公开…" },
	{ "half a character is made up by padding", "公开目录", 4, true, "公… " },
	{ "half a character is left out", "公开目录", 4, false, "公…" },
	{ "one column holds the ellipsis", "公开", 1, true, "…" },
	{ "no column holds nothing", "公开", 0, true, "" },
	{ "the empty text is all padding", "", 3, true, "   " },
};

static void fitted(void **state)
{
	const struct fitted_case *c = *state;
	auto_buf b = BUF_INIT;

	utf8_add_fitted(&b, c->text, c->columns, c->pad);
	assert_string_equal(b.s, c->want);
	assert_true(utf8_width(b.s) <= c->columns);
}

struct fold_case {
	const char *label;
	void (*fold)(struct buf *out, const char *s, size_t len);
	const char *text;
	const char *want;
};

static const struct fold_case fold_cases[] = {
	{ "width: letters, digits and signs", utf8_fold_width, "Ａｚ０９：（）！～",
	  "Az09:()!~" },
	{ "width: the ideographic space", utf8_fold_width, "a\u3000b", "a b" },
	{ "width: Han and its own signs stay", utf8_fold_width, "公、。〔〕",
	  "公、。〔〕" },
	{ "width: broken bytes stay", utf8_fold_width, "\xFF\xEF\xBC１",
	  "\xFF\xEF\xBC\x31" },
	{ "NFC: marks are joined", utf8_nfc, "e\u0301", "é" },
	{ "NFC: full-width stays", utf8_nfc, "Ａ", "Ａ" },
	{ "NFC: compatibility Han becomes the unified one", utf8_nfc, "\uF900",
	  "\u8C48" },
	{ "NFC: broken bytes stay", utf8_nfc, "e\u0301\xFF\xB9公", "é\xFF\xB9公" },
	{ "NFC: ASCII stays", utf8_nfc, "plain", "plain" },
	{ "search: case and width are one", utf8_fold_search, "ＧＫ Gk gK", "gk gk gk" },
	{ "search: circled digits are digits", utf8_fold_search, "①", "1" },
	{ "search: sharp s is two", utf8_fold_search, "Straße", "strasse" },
	{ "search: a broken byte is a replacement", utf8_fold_search,
	  "A\xFF"
	  "B",
	  "a\uFFFDb" },
	{ "search: a mark joins the letter before it", utf8_fold_search, "Cafe\u0301 X",
	  "caf\u00e9 x" },
	{ "search: a mark after Han stays with it", utf8_fold_search, "公\u0301开",
	  "公\u0301开" },
	{ "search: between plain texts", utf8_fold_search, "公开ＡＢ栏①二C",
	  "公开ab栏1二c" },
	{ "search: half-width kana with their mark", utf8_fold_search, "AｶﾞB",
	  "a\u30acb" },
	{ "search: the first and the last unified Han", utf8_fold_search,
	  "\u4e00\u9fff\u4dff", "\u4e00\u9fff\u4dff" },
	{ "search: nothing is nothing", utf8_fold_search, "", "" },
};

static void fold(void **state)
{
	const struct fold_case *c = *state;
	auto_buf b = BUF_INIT;

	buf_adds(&b, "before ");
	c->fold(&b, c->text, strlen(c->text));
	assert_memory_equal(b.s, "before ", 7);
	assert_string_equal(b.s + 7, c->want);
}

static void han_is_told_from_everything_else(void **state)
{
	static const uint32_t han[] = { 0x3007, 0x3400, 0x4E00, 0x9FFF, 0xF900, 0x20000 };
	static const uint32_t other[] = {
		0,      'a',    '1',    0x3001, 0x3002, 0x3008,
		0x3042, 0x4DC0, 0xA000, 0xAC00, 0xFF21, 0x1F600
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(han); i++)
		assert_true(utf8_is_han(han[i]));
	for (size_t i = 0; i < ARRAY_LEN(other); i++)
		assert_false(utf8_is_han(other[i]));
}

static void letters_digits_and_marks_make_words(void **state)
{
	static const uint32_t word[] = { 'a',   'Z',    '0',    0xE9,
					 0x301, 0x3042, 0x4E00, 0x2160 };
	static const uint32_t other[] = { 0,      ' ',    '-',    '_',
					  0x3002, 0xFF08, 0xFFFD, 0x1F600 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(word); i++)
		assert_true(utf8_is_word(word[i]));
	for (size_t i = 0; i < ARRAY_LEN(other); i++)
		assert_false(utf8_is_word(other[i]));
}

struct trim_case {
	const char *label;
	const char *text;
	const char *want;
};

static const struct trim_case trim_cases[] = {
	{ "nothing trims to nothing", "", "" },
	{ "blanks alone trim to nothing", " \t\r\n\u3000\u00A0", "" },
	{ "blanks inside stay", "\u3000 公 开\u3000栏\n", "公 开\u3000栏" },
	{ "text without blanks stays", "公开", "公开" },
	{ "a byte order mark goes", "\uFEFF公开", "公开" },
};

static void trim(void **state)
{
	const struct trim_case *c = *state;
	size_t len;
	const char *s = utf8_trim(c->text, strlen(c->text), &len);

	assert_int_equal(len, strlen(c->want));
	assert_memory_equal(s, c->want, len);
	assert_in_range((uintptr_t)s, (uintptr_t)c->text,
			(uintptr_t)c->text + strlen(c->text));
}

#define RUN(function)                                                                \
	do {                                                                         \
		struct CMUnitTest rows[ARRAY_LEN(function##_cases)];                 \
		for (size_t i = 0; i < ARRAY_LEN(rows); i++)                         \
			rows[i] = UNIT_ROW(function, &function##_cases[i]);          \
		failed += cmocka_run_group_tests_name("utf8 " #function, rows, NULL, \
						      NULL);                         \
	} while (0)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_ends_where_a_reader_expects_it),
		cmocka_unit_test(every_code_point_survives_both_ways),
		cmocka_unit_test(what_is_no_character_is_added_as_a_replacement),
		cmocka_unit_test(the_longest_prefix_that_fits_is_told),
		cmocka_unit_test(han_is_told_from_everything_else),
		cmocka_unit_test(letters_digits_and_marks_make_words),
	};
	int failed = cmocka_run_group_tests_name("utf8", tests, NULL, NULL);

	RUN(decode);
	RUN(prefix);
	RUN(width);
	RUN(fitted);
	RUN(fold);
	RUN(trim);
	return failed;
}
