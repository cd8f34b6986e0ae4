/*
 * Text that comes line by line as it was printed: from layout files (OFD), or copied from them.
 * GB/T 9704-2012 5.2.1 has 28 characters a line; what ends before the edge ends a paragraph.
 */
#include <string.h>

#include "law/paper_private.h"

enum {
	NARROW = 40, /* columns; what no line is longer than is no width of a page */
	WIDE = 92,
	SLACK = 4, /* signs that may not begin a line go to the next one with a neighbour */
	INDENT = 4, /* two characters */
	ENOUGH = 3, /* lines that only the edge ends */
};

/* In print the quotation marks of Chinese are as wide as its characters. */
static size_t width_of(const struct line *line)
{
	size_t width = 2 * line_count(line->text) + (line->indented ? INDENT : 0);

	for (const char *p = line->text; *p; p++)
		width -= (unsigned char)*p < 0x80;
	return width;
}

static bool is_set_apart(const struct line *line)
{
	return line->table || line->from->align == ALIGN_CENTRE ||
	       line->from->align == ALIGN_RIGHT || *line->from->label ||
	       line->from->outline > 0;
}

static size_t widest(const struct sheet *sheet)
{
	size_t most = 0;

	for (size_t i = 0; i < sheet->count; i++) {
		size_t width = width_of(&sheet->lines[i]);

		if (!is_set_apart(&sheet->lines[i]) && width > most)
			most = width;
	}
	return most;
}

static bool begins_anew(struct arena *arena, const struct line *line)
{
	struct annex annex;
	struct date date;
	size_t len;

	return is_set_apart(line) || line->page || line->indented || line->joined ||
	       line_level(line->text, &len) || line_is_article(line->text) ||
	       line_annex(arena, line->text, &annex) ||
	       line_is_date(arena, line_close_up(arena, line->text), &date) ||
	       line_is_organ(line_close_up(arena, line->text)) ||
	       line_is_label(arena, line->text) || line_is_of_print(arena, line->text);
}

/* Whether the line goes on in the one after it; sentences end paragraphs where nothing is indented. */
static bool goes_on(const struct sheet *sheet, size_t i, size_t edge, bool indents)
{
	const struct line *line = &sheet->lines[i];

	return i + 1 < sheet->count && !is_set_apart(line) &&
	       width_of(line) + SLACK > edge &&
	       (indents || !line_ends_sentence(line->text)) &&
	       !line_is_addressee(line->text) &&
	       !begins_anew(sheet->arena, &sheet->lines[i + 1]);
}

static bool is_printed(const struct sheet *sheet, size_t edge)
{
	size_t broken = 0;

	for (size_t i = 0; i < sheet->count; i++)
		broken += !line_ends_sentence(sheet->lines[i].text) &&
			  goes_on(sheet, i, edge, false);
	return edge >= NARROW && edge <= WIDE && broken >= ENOUGH;
}

void paper_join_printed(struct sheet *sheet)
{
	const size_t edge = widest(sheet);
	bool indents = false;
	bool open = false;
	size_t kept = 0;

	if (!is_printed(sheet, edge))
		return;
	for (size_t i = 0; i < sheet->count; i++)
		indents = indents || sheet->lines[i].indented;
	for (size_t i = 0; i < sheet->count; i++) {
		bool next = goes_on(sheet, i, edge, indents);

		if (open)
			sheet->lines[kept - 1].text = arena_printf(
				sheet->arena, "%s%s", sheet->lines[kept - 1].text,
				sheet->lines[i].text);
		else
			sheet->lines[kept++] = sheet->lines[i];
		open = next;
	}
	sheet->count = kept;
}
