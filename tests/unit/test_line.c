#include "unit/unit.h"

#include <string.h>

#include "base/line.h"

/* ---- keys ---- */

struct key_case {
	const char *label;
	const char *bytes;
	bool whole;
	enum key key;
	size_t used;
};

static const struct key_case key_cases[] = {
	{ "a letter is one byte of text", "ab", false, KEY_TEXT, 1 },
	{ "a Chinese character is three", "中文", false, KEY_TEXT, 3 },
	{ "half of one waits for the rest", "\xE4\xB8", false, KEY_MORE, 0 },
	{ "half of one is broken when nothing follows", "\xE4\xB8", true, KEY_BROKEN, 1 },
	{ "a byte of GBK is broken", "\xD6\xD0", false, KEY_BROKEN, 1 },
	{ "a byte that begins nothing is broken", "\xFF", false, KEY_BROKEN, 1 },
	{ "carriage return", "\r", false, KEY_ENTER, 1 },
	{ "line feed", "\n", false, KEY_ENTER, 1 },
	{ "rubout", "\x7F", false, KEY_BACKSPACE, 1 },
	{ "Ctrl-H", "\b", false, KEY_BACKSPACE, 1 },
	{ "Ctrl-C", "\x03", false, KEY_INTERRUPT, 1 },
	{ "Ctrl-D", "\x04", false, KEY_END_OF_TEXT, 1 },
	{ "Ctrl-U", "\x15", false, KEY_KILL_BEFORE, 1 },
	{ "Ctrl-W", "\x17", false, KEY_KILL_WORD, 1 },
	{ "Ctrl-B", "\x02", false, KEY_LEFT, 1 },
	{ "Ctrl-G means nothing", "\x07", false, KEY_OTHER, 1 },
	{ "arrow to the left", "\033[D", false, KEY_LEFT, 3 },
	{ "the same in application mode", "\033OD", false, KEY_LEFT, 3 },
	{ "with Ctrl held", "\033[1;5C", false, KEY_RIGHT, 6 },
	{ "home of a console", "\033[1~", false, KEY_HOME, 4 },
	{ "home of xterm", "\033[H", false, KEY_HOME, 3 },
	{ "end of rxvt", "\033[8~", false, KEY_END, 4 },
	{ "delete", "\033[3~x", false, KEY_DELETE, 4 },
	{ "insert means nothing", "\033[2~", false, KEY_OTHER, 4 },
	{ "F12 is not taken for the start of a paste", "\033[24~", false, KEY_OTHER, 5 },
	{ "a paste begins", "\033[200~abc", false, KEY_PASTE_BEGIN, 6 },
	{ "and ends", "\033[201~", false, KEY_PASTE_END, 6 },
	{ "an arrow that is not all there yet", "\033[", false, KEY_MORE, 0 },
	{ "Esc alone may become a key", "\033", false, KEY_MORE, 0 },
	{ "Esc alone with nothing behind it", "\033", true, KEY_OTHER, 1 },
	{ "Alt and a letter", "\033x", false, KEY_OTHER, 2 },
};

static void keys_are_told_from_their_bytes(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(key_cases); i++) {
		const struct key_case *c = &key_cases[i];
		size_t used = 99;
		enum key key = key_decode(c->bytes, strlen(c->bytes), c->whole, &used);

		if (key != c->key || used != c->used)
			fail_msg("%s: key %d of %zu bytes", c->label, (int)key, used);
	}
}

static void every_byte_is_some_key_and_is_used_up(void **state)
{
	(void)state;
	for (int c = 0; c < 256; c++) {
		char bytes[2] = { (char)c, 'a' };
		size_t used;
		enum key key = key_decode(bytes, 2, true, &used);

		assert_int_not_equal(key, KEY_MORE);
		assert_in_range(used, 1, 2);
	}
}

/* ---- editing ---- */

struct edit_case {
	const char *label;
	const char *text;
	enum key keys[6]; /* ended by KEY_MORE */
	const char *after;
	size_t at;
};

#define FAMILY "\U0001F468\u200D\U0001F469\u200D\U0001F467"

static const struct edit_case edit_cases[] = {
	{ "backspace takes one whole character", "中文", { KEY_BACKSPACE }, "中", 3 },
	{ "with the mark that belongs to it", "ae\u0301", { KEY_BACKSPACE }, "a", 1 },
	{ "with two marks", "a\u0301\u0302", { KEY_BACKSPACE }, "", 0 },
	{ "a family is one character", "中" FAMILY, { KEY_BACKSPACE }, "中", 3 },
	{ "a picture with its selector is one",
	  "\u2764\uFE0F",
	  { KEY_BACKSPACE },
	  "",
	  0 },
	{ "a break that was pasted is one", "甲\n", { KEY_BACKSPACE }, "甲", 3 },
	{ "nothing before the first", "中", { KEY_HOME, KEY_BACKSPACE }, "中", 0 },
	{ "left goes over one", "中文", { KEY_LEFT }, "中文", 3 },
	{ "left and right are each other's way back",
	  "e\u0301中",
	  { KEY_LEFT, KEY_LEFT, KEY_RIGHT },
	  "e\u0301中",
	  3 },
	{ "left stops at the start", "中", { KEY_LEFT, KEY_LEFT }, "中", 0 },
	{ "right stops at the end", "中", { KEY_RIGHT }, "中", 3 },
	{ "delete takes the one under the cursor",
	  "中文字",
	  { KEY_LEFT, KEY_LEFT, KEY_DELETE },
	  "中字",
	  3 },
	{ "Ctrl-U takes what stands before",
	  "中文字",
	  { KEY_LEFT, KEY_KILL_BEFORE },
	  "字",
	  0 },
	{ "Ctrl-K takes what stands behind",
	  "中文字",
	  { KEY_LEFT, KEY_KILL_AFTER },
	  "中文",
	  6 },
	{ "Ctrl-W takes a word of Latin", "one two ", { KEY_KILL_WORD }, "one ", 4 },
	{ "and of Chinese what follows a sign",
	  "拟制；审查，签发",
	  { KEY_KILL_WORD },
	  "拟制；审查，",
	  18 },
	{ "with the signs behind it", "拟制；", { KEY_KILL_WORD }, "", 0 },
	{ "of signs alone it takes all", "，。", { KEY_KILL_WORD }, "", 0 },
	{ "a key that means nothing changes nothing", "中", { KEY_OTHER }, "中", 3 },
};

static void keys_edit_whole_characters(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(edit_cases); i++) {
		const struct edit_case *c = &edit_cases[i];
		struct line line = LINE_INIT;

		line_set(&line, c->text);
		for (size_t k = 0; k < ARRAY_LEN(c->keys) && c->keys[k] != KEY_MORE; k++)
			(void)line_key(&line, c->keys[k]);
		if (strcmp(line.text.s, c->after) != 0 || line.at != c->at)
			fail_msg("%s: '%s' at %zu", c->label, line.text.s, line.at);
		line_release(&line);
	}
}

static void text_goes_in_at_the_cursor(void **state)
{
	struct line line = LINE_INIT;

	(void)state;
	line_set(&line, "政公开");
	(void)line_key(&line, KEY_HOME);
	(void)line_key(&line, KEY_RIGHT);
	line_insert(&line, "务", strlen("务"));
	assert_string_equal(line.text.s, "政务公开");
	assert_int_equal(line.at, strlen("政务"));
	line_release(&line);
}

/* ---- rows ---- */

struct view_case {
	const char *label;
	const char *text;
	size_t lefts; /* how often the arrow was pressed */
	size_t columns;
	size_t rows;
	const char *shown;
	size_t row_count;
	size_t row;
	size_t column;
};

static const struct view_case view_cases[] = {
	{ "an empty line has one row", "", 0, 20, 5, "", 1, 0, 2 },
	{ "the cursor stands behind wide characters", "中文", 0, 20, 5, "中文", 1, 0, 6 },
	{ "and before the last of them", "中文", 1, 20, 5, "中文", 1, 0, 4 },
	{ "the last column stays free", "1234567", 0, 10, 5, "1234567\n  ", 2, 1, 2 },
	{ "one less fits", "123456", 0, 10, 5, "123456", 1, 0, 8 },
	{ "a wide character is not cut", "一二三四", 0, 10, 5, "一二三\n  四", 2, 1, 4 },
	{ "the cursor before what was wrapped is there", "一二三四", 1, 10, 5,
	  "一二三\n  四", 2, 1, 2 },
	{ "a break is a row", "甲\n乙", 0, 20, 5, "甲\n  乙", 2, 1, 4 },
	{ "the cursor on a break stands where it is", "甲\n乙", 2, 20, 5, "甲\n  乙", 2,
	  0, 4 },
	{ "a mark takes no column", "e\u0301x", 0, 20, 5, "e\u0301x", 1, 0, 4 },
	{ "of many rows the last are shown", "a\nb\nc\nd", 0, 20, 2, "c\n  d", 2, 1, 3 },
	{ "or those up to the cursor", "a\nb\nc\nd", 4, 20, 2, "a\n  b", 2, 1, 3 },
	{ "a terminal too narrow still goes on", "中文", 0, 3, 5, "中\n  文\n  ", 3, 2,
	  2 },
};

static void text_is_laid_out_in_columns(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(view_cases); i++) {
		const struct view_case *c = &view_cases[i];
		struct line line = LINE_INIT;
		struct line_view view = { .rows = BUF_INIT };

		line_set(&line, c->text);
		for (size_t k = 0; k < c->lefts; k++)
			(void)line_key(&line, KEY_LEFT);
		line_view(&line, c->columns, c->rows, 2, &view);
		if (strcmp(view.rows.s, c->shown) != 0 ||
		    view.row_count != c->row_count || view.row != c->row ||
		    view.column != c->column)
			fail_msg("%s: '%s', %zu rows, cursor %zu:%zu", c->label,
				 view.rows.s, view.row_count, view.row, view.column);
		buf_release(&view.rows);
		line_release(&line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_told_from_their_bytes),
		cmocka_unit_test(every_byte_is_some_key_and_is_used_up),
		cmocka_unit_test(keys_edit_whole_characters),
		cmocka_unit_test(text_goes_in_at_the_cursor),
		cmocka_unit_test(text_is_laid_out_in_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
