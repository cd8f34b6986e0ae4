/*
 * Papers for tests, written as text: a line each, with a sign in front for how it looks.
 *
 *	^ centred      > to the right      # heading      @N| a cell of row N, | the next one
 *	~ new page     [一、] automatic number      $ foot of a page      \v a break
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_PAPER_LINES_H
#define GK_TESTS_PAPER_LINES_H

#include <stdlib.h>
#include <string.h>

#include "law/paper.h"

struct paper_text {
	struct arena *arena;
	struct paper_line *lines;
	size_t count;
	size_t room;
	size_t table;
};

static inline struct paper_line *paper_text_add(struct paper_text *to, const char *text,
						size_t len)
{
	char *copy = arena_strndup(to->arena, text, len);
	struct paper_line *line;

	for (char *p = copy; *p; p++)
		if (*p == '\v')
			*p = '\n';
	to->lines = array_grow(to->arena, to->lines, to->count, &to->room,
			       sizeof(struct paper_line));
	line = &to->lines[to->count++];
	*line = (struct paper_line){ .text = copy, .label = "" };
	return line;
}

/* @2|a|b: two cells of row 2; ||: an empty one. */
static inline void paper_text_row(struct paper_text *to, const char *text, size_t len)
{
	const char *end = text + len;
	char *after;
	uint32_t row = (uint32_t)strtoul(text, &after, 10);
	uint32_t column = 0;

	if (row == 1)
		to->table++;
	for (const char *p = after; p < end;) {
		const char *stop = memchr(p + 1, '|', (size_t)(end - p - 1));
		struct paper_line *line;

		stop = stop ? stop : end;
		line = paper_text_add(to, p + 1, (size_t)(stop - p - 1));
		line->table = to->table;
		line->row = row;
		line->column = ++column;
		line->span = 1;
		p = stop;
	}
}

static inline void paper_text_line(struct paper_text *to, const char *text, size_t len)
{
	struct paper_line look = { .label = "" };
	struct paper_line *line;
	const char *end = text + len;

	if (len > 1 && *text == '@' && text[1] >= '0' && text[1] <= '9') {
		paper_text_row(to, text + 1, len - 1);
		return;
	}
	for (; text < end && strchr("^>#~$[", *text); text++) {
		const char *close =
			*text == '[' ? memchr(text, ']', (size_t)(end - text)) : NULL;

		if (*text == '[' && (!close || look.label[0]))
			break;
		if (*text == '^')
			look.align = ALIGN_CENTRE;
		else if (*text == '>')
			look.align = ALIGN_RIGHT;
		else if (*text == '#')
			look.outline++;
		else if (*text == '~')
			look.page = true;
		else if (*text == '$')
			look.place = PAPER_IN_MARGIN;
		if (close) {
			look.label = arena_strndup(to->arena, text + 1,
						   (size_t)(close - text - 1));
			text = close;
		}
	}
	line = paper_text_add(to, text, (size_t)(end - text));
	look.text = line->text;
	*line = look;
}

/** The lines of a text of that form, ended by \n each. */
static inline void paper_text_read(struct paper_text *to, const char *text)
{
	while (*text) {
		size_t len = strcspn(text, "\n");

		paper_text_line(to, text, len);
		text += len + (text[len] ? 1 : 0);
	}
}

#endif
