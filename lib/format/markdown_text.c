#include "format/markdown_text.h"

#include <string.h>

#include "base/utf8.h"
#include "format/html.h"

enum { STYLES = RUN_STRONG | RUN_EM | RUN_DELETED };

struct line {
	struct buf *out;
	size_t start; /* in `out`, of the text of this line */
	enum markdown_place place;
	/* The delimiters just closed want a blank or a sign after them. */
	bool guard;
	/* Delimiters were just opened: a blank must not follow. */
	bool opened;
};

/* ---- characters ---- */

static bool is_alnum(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Surely neither blank nor punctuation, whatever version of Unicode the reader has. */
static bool is_word(uint32_t c)
{
	return is_alnum(c) || utf8_is_han(c);
}

/* Surely blank or punctuation. */
static bool is_sign(uint32_t c)
{
	return c == '\t' || c == '\n' || (c >= 0x20 && c < 0x7f && !is_alnum(c));
}

static bool is_ascii_blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Unicode whitespace of CommonMark 2.1. */
static bool is_blank(uint32_t c)
{
	return is_ascii_blank(c) || c == 0xa0 || c == 0x1680 ||
	       (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f || c == 0x3000;
}

static void put_entity(struct line *l, uint32_t c)
{
	buf_addf(l->out, "&#%u;", (unsigned int)c);
}

static unsigned char last_byte(const struct line *l)
{
	return l->out->len > l->start ? (unsigned char)l->out->s[l->out->len - 1] : '\n';
}

static bool at_line_start(const struct line *l)
{
	return l->out->len == l->start;
}

/* ---- text ---- */

/* What begins a block when it is first on a line. */
static bool begins_block(uint32_t c)
{
	return c < 0x80 && c && strchr("#>-+=:", (int)c);
}

static bool wants_backslash(const struct line *l, uint32_t c, const char *rest,
			    size_t len)
{
	unsigned char next = len ? (unsigned char)*rest : 0;

	switch (c) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '<':
	case '~':
	case '|':
		return true;
	case '_':
		return !is_alnum(last_byte(l)) || !is_alnum(next);
	case '&':
		return !len || next == '#' || is_alnum(next);
	case '!':
		return !len;
	case '#':
		return l->place == MARKDOWN_HEADING || at_line_start(l);
	default:
		return l->place == MARKDOWN_LINES && at_line_start(l) && begins_block(c);
	}
}

/* Length of "12" in "12. " and "12) ", which would begin a list; else 0. */
static size_t list_number(const struct line *l, const char *s, size_t len)
{
	size_t n = 0;

	if (l->place != MARKDOWN_LINES || !at_line_start(l))
		return 0;
	while (n < len && s[n] >= '0' && s[n] <= '9')
		n++;
	return n && n < len && (s[n] == '.' || s[n] == ')') ? n : 0;
}

static bool wants_entity(const struct line *l, uint32_t c, bool last, bool closes)
{
	if (l->guard && !is_sign(c))
		return true;
	if (is_blank(c) && (l->opened || (last && closes)))
		return true;
	return is_ascii_blank(c) && (at_line_start(l) || last);
}

/*
 * `ends`: the line ends after the text, or delimiters close there; `closes`: the latter.
 */
static void put_text(struct line *l, const struct buf *text, bool ends, bool closes)
{
	const char *s = text->s;
	size_t len = text->len;
	size_t used;
	size_t i = list_number(l, s, len);

	if (i && !l->guard && !l->opened) {
		buf_add(l->out, s, i);
		buf_addc(l->out, '\\');
		buf_addc(l->out, s[i++]);
	} else {
		i = 0;
	}
	for (; i < len; i += used) {
		uint32_t c = utf8_decode(s + i, len - i, &used);
		bool last = ends && i + used == len;

		if (c == '\n' || c == '\r')
			c = ' ';
		if (wants_entity(l, c, last, closes)) {
			put_entity(l, c);
		} else {
			if (wants_backslash(l, c, s + i + used, len - i - used))
				buf_addc(l->out, '\\');
			utf8_add(l->out, c);
		}
		l->guard = false;
		l->opened = false;
	}
}

/* ---- code ---- */

static bool has_backticks(const struct buf *text, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i <= text->len; i++) {
		if (text->s[i] == '`') {
			n++;
			continue;
		}
		if (n == count)
			return true;
		n = 0;
	}
	return false;
}

/* The shortest that does not occur: md4c knows none longer than 32. */
static size_t fence_for(const struct buf *text)
{
	size_t count = 1;

	while (has_backticks(text, count))
		count++;
	return count;
}

static void put_fence(struct line *l, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buf_addc(l->out, '`');
}

/* A blank at both ends is taken off by the reader, unless there is nothing else. */
static bool wants_padding(const struct buf *text)
{
	char first = text->s[0];
	char last = text->s[text->len - 1];
	bool only_blanks = strspn(text->s, " ") == text->len;

	return first == '`' || last == '`' ||
	       (first == ' ' && last == ' ' && !only_blanks);
}

static void put_code(struct line *l, const struct buf *text)
{
	size_t fence = fence_for(text);
	bool pad = wants_padding(text);
	size_t used;

	put_fence(l, fence);
	if (pad)
		buf_addc(l->out, ' ');
	for (size_t i = 0; i < text->len; i += used) {
		uint32_t c = utf8_decode(text->s + i, text->len - i, &used);

		if (c == '|' && l->place == MARKDOWN_CELL)
			buf_addc(l->out, '\\');
		utf8_add(l->out, c == '\n' || c == '\r' ? ' ' : c);
	}
	if (pad)
		buf_addc(l->out, ' ');
	put_fence(l, fence);
	l->guard = false;
	l->opened = false;
}

/* ---- styles ---- */

/* The character before delimiters as a reference, which ends with a sign. */
static void guard_before(struct line *l)
{
	size_t at = l->out->len;
	size_t used;
	uint32_t c;

	if (is_sign(last_byte(l)))
		return;
	do
		at--;
	while (at > l->start && ((unsigned char)l->out->s[at] & 0xc0) == 0x80);
	c = utf8_decode(l->out->s + at, l->out->len - at, &used);
	buf_truncate(l->out, at);
	put_entity(l, c);
}

static const char *emphasis(unsigned int flags, char sign)
{
	switch (flags & (RUN_STRONG | RUN_EM)) {
	case RUN_STRONG:
		return sign == '*' ? "**" : "__";
	case RUN_EM:
		return sign == '*' ? "*" : "_";
	case RUN_STRONG | RUN_EM:
		return sign == '*' ? "***" : "___";
	default:
		return "";
	}
}

/*
 * CommonMark 6.2: delimiters open when no blank follows, and, when a sign
 * follows, only after a blank or a sign.  Delimiters of one kind that touch
 * would be one, so _ is taken after *.  Returns the sign taken.
 */
static char open_styles(struct line *l, const struct run *run)
{
	char sign = last_byte(l) == '*' ? '_' : '*';
	size_t used;
	uint32_t next = utf8_decode(run->text, strlen(run->text), &used);
	bool before_sign = run->flags & RUN_CODE || !is_word(next);

	if (run->flags & RUN_DELETED && run->flags & (RUN_STRONG | RUN_EM))
		before_sign = true;
	if (before_sign)
		guard_before(l);
	buf_adds(l->out, emphasis(run->flags, sign));
	if (run->flags & RUN_DELETED)
		buf_adds(l->out, "~~");
	l->guard = false;
	l->opened = true;
	return sign;
}

static bool ends_with_word(const struct line *l)
{
	size_t at = l->out->len;
	size_t used;

	do
		at--;
	while (at > l->start && ((unsigned char)l->out->s[at] & 0xc0) == 0x80);
	return is_word(utf8_decode(l->out->s + at, l->out->len - at, &used));
}

/* _ closes only before a blank or a sign; * also between words. */
static void close_styles(struct line *l, unsigned int flags, char sign)
{
	bool word = ends_with_word(l) && !(flags & RUN_DELETED);

	if (flags & RUN_DELETED)
		buf_adds(l->out, "~~");
	buf_adds(l->out, emphasis(flags, sign));
	l->guard = !word || sign == '_';
	l->opened = false;
}

/* ---- runs ---- */

static const struct run *skip_empty(const struct run *run)
{
	while (run && !(run->flags & RUN_BREAK) && !*run->text)
		run = run->next;
	return run;
}

static const char *address(const struct run *run)
{
	return run->href && *run->href && html_url_is_safe(run->href) ? run->href : NULL;
}

/* Whether two runs differ in nothing of `mask` and in no address. */
static bool is_same(const struct run *a, const struct run *b, unsigned int mask)
{
	const char *x = address(a);
	const char *y = address(b);

	if ((a->flags & mask) != (b->flags & mask))
		return false;
	return x && y ? !strcmp(x, y) : x == y;
}

static const struct run *put_piece(struct line *l, const struct run *run)
{
	const unsigned int all = STYLES | RUN_CODE | RUN_BREAK;
	const struct run *first = run;
	auto_buf text = BUF_INIT;
	bool closes;

	do {
		buf_adds(&text, run->text);
		run = skip_empty(run->next);
	} while (run && is_same(first, run, all));
	closes = first->flags & STYLES &&
		 (!run || !is_same(first, run, STYLES | RUN_BREAK));
	if (first->flags & RUN_CODE)
		put_code(l, &text);
	else
		put_text(l, &text, closes || !run || run->flags & RUN_BREAK, closes);
	return run;
}

static const struct run *put_styled(struct line *l, const struct run *run)
{
	const struct run *first = run;
	char sign = 0;

	if (first->flags & STYLES)
		sign = open_styles(l, first);
	do
		run = put_piece(l, run);
	while (run && is_same(first, run, STYLES | RUN_BREAK));
	if (first->flags & STYLES)
		close_styles(l, first->flags, sign);
	return run;
}

static void put_address(struct line *l, const char *href)
{
	bool angle = strchr(href, ' ');
	size_t len = strlen(href);
	size_t used;

	if (angle)
		buf_addc(l->out, '<');
	for (size_t i = 0; i < len; i += used) {
		uint32_t c = utf8_decode(href + i, len - i, &used);

		if (c < 0x80 && strchr("\\`*_[]<>()&|~!", (int)c))
			buf_addc(l->out, '\\');
		utf8_add(l->out, c);
	}
	if (angle)
		buf_addc(l->out, '>');
}

static const struct run *put_link(struct line *l, const struct run *run)
{
	const struct run *first = run;

	buf_addc(l->out, '[');
	l->guard = false;
	do
		run = put_styled(l, run);
	while (run && is_same(first, run, RUN_BREAK));
	buf_adds(l->out, "](");
	put_address(l, first->href);
	buf_addc(l->out, ')');
	l->guard = false;
	return run;
}

/* Breaks before the first and after the last text of a block cannot be said. */
static const struct run *put_break(struct line *l, const struct run *run, bool begun)
{
	const struct run *next = run;

	while (next && next->flags & RUN_BREAK)
		next = skip_empty(next->next);
	if (!begun || !next)
		return next;
	if (l->place != MARKDOWN_LINES) {
		buf_addc(l->out, ' ');
		l->guard = false;
		return next;
	}
	for (; run != next; run = skip_empty(run->next))
		buf_adds(l->out, "\\\n");
	l->start = l->out->len;
	l->guard = false;
	return next;
}

void markdown_text(struct buf *out, const struct run *runs, enum markdown_place place)
{
	struct line l = { .out = out, .start = out->len, .place = place };
	const struct run *run = skip_empty(runs);
	bool begun = false;

	while (run) {
		if (run->flags & RUN_BREAK) {
			run = put_break(&l, run, begun);
			continue;
		}
		run = address(run) ? put_link(&l, run) : put_styled(&l, run);
		begun = true;
	}
}

bool markdown_has_text(const struct run *runs)
{
	for (runs = skip_empty(runs); runs; runs = skip_empty(runs->next)) {
		if (!(runs->flags & RUN_BREAK))
			return true;
	}
	return false;
}
