#include "base/line.h"

#include <string.h>

#include "base/utf8.h"

enum { ESCAPE = 0x1B, RUBOUT = 0x7F, BLANK = 0x20, JOINER = 0x200D, CODE_BYTES = 4 };

/* ---- keys ---- */

/* Control characters by the letter that is pressed with Ctrl. */
static enum key key_of_control(char c)
{
	static const enum key keys[BLANK] = {
		['A' - '@'] = KEY_HOME,        ['B' - '@'] = KEY_LEFT,
		['C' - '@'] = KEY_INTERRUPT,   ['D' - '@'] = KEY_END_OF_TEXT,
		['E' - '@'] = KEY_END,         ['F' - '@'] = KEY_RIGHT,
		['H' - '@'] = KEY_BACKSPACE,   ['I' - '@'] = KEY_TAB,
		['J' - '@'] = KEY_ENTER,       ['K' - '@'] = KEY_KILL_AFTER,
		['L' - '@'] = KEY_REDRAW,      ['M' - '@'] = KEY_ENTER,
		['N' - '@'] = KEY_DOWN,        ['P' - '@'] = KEY_UP,
		['U' - '@'] = KEY_KILL_BEFORE, ['W' - '@'] = KEY_KILL_WORD,
		['Z' - '@'] = KEY_SUSPEND,
	};
	enum key key = keys[(unsigned char)c];

	return key == KEY_MORE ? KEY_OTHER : key;
}

/* The last byte of a key that sends Esc [ or Esc O, and the number before a ~. */
static enum key key_of_sequence(const char *numbers, char last)
{
	static const struct {
		const char *number;
		char last;
		enum key key;
	} keys[] = {
		{ NULL, 'A', KEY_UP },          { NULL, 'B', KEY_DOWN },
		{ NULL, 'C', KEY_RIGHT },       { NULL, 'D', KEY_LEFT },
		{ NULL, 'H', KEY_HOME },        { NULL, 'F', KEY_END },
		{ "1~", '~', KEY_HOME },        { "7~", '~', KEY_HOME },
		{ "4~", '~', KEY_END },         { "8~", '~', KEY_END },
		{ "3~", '~', KEY_DELETE },      { "200~", '~', KEY_PASTE_BEGIN },
		{ "201~", '~', KEY_PASTE_END },
	};

	for (size_t i = 0; i < ARRAY_LEN(keys); i++)
		if (keys[i].last == last &&
		    (!keys[i].number ||
		     strncmp(numbers, keys[i].number, strlen(keys[i].number)) == 0))
			return keys[i].key;
	return KEY_OTHER;
}

/* ECMA-48: parameters 0x30 to 0x3F, what stands between 0x20 to 0x2F, a last byte from 0x40. */
static enum key decode_sequence(const char *bytes, size_t len, bool whole, size_t *used)
{
	size_t at = 2;

	if (len < 2) {
		*used = whole ? 1 : 0;
		return whole ? KEY_OTHER : KEY_MORE;
	}
	*used = 2;
	if (bytes[1] != '[' && bytes[1] != 'O')
		return KEY_OTHER;
	while (at < len && bytes[at] >= 0x20 && bytes[at] < 0x40)
		at++;
	if (at == len) {
		*used = whole ? len : 0;
		return whole ? KEY_OTHER : KEY_MORE;
	}
	*used = at + 1;
	return key_of_sequence(bytes + 2, bytes[at]);
}

/* How many bytes a code point has that begins so; 0 where none begins so. */
static size_t bytes_of(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first >= 0xC2 && first < 0xE0)
		return 2;
	if (first >= 0xE0 && first < 0xF0)
		return 3;
	return first >= 0xF0 && first < 0xF5 ? CODE_BYTES : 0;
}

enum key key_decode(const char *bytes, size_t len, bool whole, size_t *used)
{
	size_t need;

	*used = 0;
	if (len == 0)
		return KEY_MORE;
	if (*bytes == ESCAPE)
		return decode_sequence(bytes, len, whole, used);
	*used = 1;
	if (*bytes == RUBOUT)
		return KEY_BACKSPACE;
	if ((unsigned char)*bytes < BLANK)
		return key_of_control(*bytes);
	need = bytes_of((unsigned char)*bytes);
	if (need > len && !whole && utf8_valid_prefix(bytes, len) == 0) {
		*used = 0;
		return KEY_MORE;
	}
	if (need == 0 || need > len || utf8_valid_prefix(bytes, need) < need)
		return KEY_BROKEN;
	*used = need;
	return KEY_TEXT;
}

/* ---- characters ---- */

/* Whether the code point belongs to the character before it: marks, selectors, joiners. */
static bool is_mark(const char *s, size_t used)
{
	return (unsigned char)*s >= 0x80 && utf8_width_n(s, used) == 0;
}

/* Bytes of the character at `s` with all that belongs to it. */
static size_t step(const char *s, size_t len)
{
	size_t used;
	size_t at = 0;
	bool joined = true;

	while (at < len) {
		uint32_t code = utf8_decode(s + at, len - at, &used);

		if (!joined && !is_mark(s + at, used))
			break;
		joined = code == JOINER && at > 0;
		at += used;
	}
	return at;
}

/* Where the character before `at` begins; looked for from the start, marks make no sense alone. */
static size_t before(const struct line *line, size_t at)
{
	size_t start = 0;

	for (size_t next = 0; next < at;
	     next += step(line->text.s + next, line->text.len - next))
		start = next;
	return start;
}

/* ---- the text ---- */

void line_release(struct line *line)
{
	buf_release(&line->text);
	line->at = 0;
}

void line_set(struct line *line, const char *text)
{
	buf_reset(&line->text);
	buf_adds(&line->text, text);
	line->at = line->text.len;
}

void line_insert(struct line *line, const char *bytes, size_t len)
{
	buf_splice(&line->text, line->at, 0, bytes, len);
	line->at += len;
}

static bool erase(struct line *line, size_t from, size_t to)
{
	if (from == to)
		return false;
	buf_splice(&line->text, from, to - from, "", 0);
	line->at = from;
	return true;
}

static bool move_to(struct line *line, size_t at)
{
	bool moves = at != line->at;

	line->at = at;
	return moves;
}

static bool is_word_at(const struct line *line, size_t at)
{
	size_t used;

	return utf8_is_word(utf8_decode(line->text.s + at, line->text.len - at, &used));
}

/* Chinese has no blanks between words: a word is what stands between two signs. */
static size_t word_before(const struct line *line)
{
	size_t start = 0;
	bool in_word = false;
	size_t used;

	for (size_t at = 0; at < line->at; at += used) {
		bool is_word = is_word_at(line, at);

		if (is_word && !in_word)
			start = at;
		in_word = is_word;
		used = step(line->text.s + at, line->text.len - at);
	}
	return start;
}

bool line_key(struct line *line, enum key key)
{
	const size_t len = line->text.len;
	const size_t next = line->at + step(line->text.s + line->at, len - line->at);

	switch (key) {
	case KEY_LEFT:
		return move_to(line, before(line, line->at));
	case KEY_RIGHT:
		return move_to(line, next);
	case KEY_HOME:
		return move_to(line, 0);
	case KEY_END:
		return move_to(line, len);
	case KEY_BACKSPACE:
		return erase(line, before(line, line->at), line->at);
	case KEY_DELETE:
	case KEY_END_OF_TEXT:
		return erase(line, line->at, next);
	case KEY_KILL_BEFORE:
		return erase(line, 0, line->at);
	case KEY_KILL_AFTER:
		return erase(line, line->at, len);
	case KEY_KILL_WORD:
		return erase(line, word_before(line), line->at);
	case KEY_MORE:
	case KEY_TEXT:
	case KEY_ENTER:
	case KEY_TAB:
	case KEY_UP:
	case KEY_DOWN:
	case KEY_REDRAW:
	case KEY_INTERRUPT:
	case KEY_SUSPEND:
	case KEY_PASTE_BEGIN:
	case KEY_PASTE_END:
	case KEY_BROKEN:
	case KEY_OTHER:
		break;
	}
	return false;
}

/* ---- on the terminal ---- */

/* The text laid out so far. */
struct layout {
	const struct line *line;
	size_t indent;
	size_t width; /* columns that a row may fill */
	size_t row;
	size_t column;
};

/* Go behind the character at `at`; into *here where it stands itself, or would. */
static size_t place(struct layout *lay, size_t at, struct line_view *here)
{
	const struct buf *text = &lay->line->text;
	size_t used = step(text->s + at, text->len - at);
	size_t columns = utf8_width_n(text->s + at, used);
	bool breaks = used > 0 && text->s[at] == '\n';

	if (!breaks && lay->column > lay->indent &&
	    lay->column + (used ? columns : 1) > lay->width) {
		lay->row++;
		lay->column = lay->indent;
	}
	here->row = lay->row;
	here->column = lay->column;
	lay->column += columns;
	if (breaks) {
		lay->row++;
		lay->column = lay->indent;
	}
	return used;
}

static void add_break(struct buf *out, size_t indent)
{
	buf_addc(out, '\n');
	for (size_t i = 0; i < indent; i++)
		buf_addc(out, ' ');
}

/* Where the cursor stands, and how many rows there are. */
static void find_cursor(const struct line *line, struct layout lay, struct line_view *out)
{
	struct line_view here = { .row = 0 };

	for (size_t at = 0, used = 1; used > 0; at += used) {
		used = place(&lay, at, &here);
		if (at == line->at) {
			out->row = here.row;
			out->column = here.column;
		}
	}
	out->row_count = here.row + 1;
}

void line_view(const struct line *line, size_t columns, size_t rows, size_t indent,
	       struct line_view *out)
{
	struct layout lay = { .line = line,
			      .indent = indent,
			      .width = columns > indent + 3 ? columns - 1 : indent + 2,
			      .column = indent };
	size_t first = 0;
	size_t last_row;
	struct line_view here;

	find_cursor(line, lay, out);
	if (rows > 0 && out->row_count > rows) {
		first = out->row >= rows ? out->row - rows + 1 : 0;
		out->row_count = rows;
	}
	last_row = first;
	for (size_t at = 0, used = 1; used > 0; at += used) {
		used = place(&lay, at, &here);
		if (here.row < first || here.row >= first + out->row_count)
			continue;
		for (; last_row < here.row; last_row++)
			add_break(&out->rows, indent);
		if (used > 0 && line->text.s[at] != '\n')
			buf_add(&out->rows, line->text.s + at, used);
	}
	out->row -= first;
}
