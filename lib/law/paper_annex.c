/*
 * Annexes: the note of them below a text (GB/T 9704-2012 7.3.4), and where each begins (7.3.6).
 * The standard wants 附件：1.… 2.…; offices also write 附：…, 附件一、…, 附件1：…, 附表1.
 */
#include <string.h>

#include "base/utf8.h"
#include "law/paper_private.h"

enum {
	TITLE_MAX = 100, /* characters */
	WRAPS = 3,       /* lines that an entry goes on for */
};

/* ---- what names an annex ---- */

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0;
}

static const char *skip_blanks(const char *text)
{
	size_t used;

	while (is_blank(utf8_decode(text, strlen(text), &used)))
		text += used;
	return text;
}

/* 1, 二, 1-1, 之一 */
static const char *skip_number(const char *text)
{
	static const char numerals[] = "一二三四五六七八九十之";
	size_t used;

	for (;;) {
		uint32_t c = utf8_decode(text, strlen(text), &used);
		bool digit = (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
		char sign[5] = { 0 };

		memcpy(sign, text, used < sizeof(sign) ? used : 0);
		if (!digit && c != '-' && !(*sign && strstr(numerals, sign)))
			return text;
		text += used;
	}
}

static const char *skip_stop(const char *text)
{
	static const char *const stops[] = { "：", ":", "．", ".", "、" };

	for (size_t i = 0; i < ARRAY_LEN(stops); i++)
		if (line_starts(text, stops[i]))
			return skip_blanks(text + strlen(stops[i]));
	return text;
}

/* Behind 附件, 附表 …; NULL where the line begins with none of them. */
static const char *skip_kind(const char *text)
{
	static const char *const kinds[] = { "件", "表", "录", "图" };

	text = skip_blanks(text);
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (line_starts(text, kinds[i]))
			return skip_blanks(text + strlen(kinds[i]));
	return NULL;
}

bool line_annex(struct arena *arena, const char *text, struct annex *out)
{
	const char *number, *behind, *rest, *title;

	if (!line_starts(text, "附"))
		return false;
	number = skip_kind(text + strlen("附"));
	if (!number)
		number = skip_blanks(text + strlen("附"));
	if (number == text + strlen("附") && skip_stop(number) == number)
		return false;
	behind = skip_number(number);
	rest = skip_blanks(behind);
	title = skip_stop(rest);
	/* 附件一览表, 附件1所列: no more than words of a sentence. */
	if (*title && title == rest && (behind == number || rest == behind))
		return false;
	*out = (struct annex){
		.head = line_close_up(
			arena, arena_strndup(arena, text, (size_t)(behind - text))),
		.title = title,
		.numbered = behind > number,
	};
	return true;
}

bool line_is_annex(struct arena *arena, const char *text)
{
	struct annex annex;

	return line_starts(text, "附") && skip_kind(text + strlen("附")) &&
	       line_annex(arena, text, &annex) && !*annex.title;
}

/* ---- the note of them ---- */

static bool is_closed(const char *text)
{
	static const char *const pairs[][2] = {
		{ "（", "）" }, { "《", "》" }, { "“", "”" }, { "(", ")" }
	};

	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		long open = 0;

		for (const char *p = text; (p = strstr(p, pairs[i][0])) != NULL; p++)
			open++;
		for (const char *p = text; (p = strstr(p, pairs[i][1])) != NULL; p++)
			open--;
		if (open > 0)
			return false;
	}
	return true;
}

static bool can_be_entry(const struct line *line)
{
	return !line->table && !line->taken && !line->page && !strstr(line->text, "。") &&
	       line_count(line->text) <= TITLE_MAX;
}

/* 2.… behind 1.…, 附件2：… behind 附件1：… */
static bool is_next_entry(struct sheet *sheet, const struct line *line, int level)
{
	struct annex annex;
	size_t len;

	if (!can_be_entry(line))
		return false;
	return level ? line_level(line->text, &len) == level
		     : line_annex(sheet->arena, line->text, &annex) && annex.numbered &&
			       *annex.title;
}

/* Lines that an entry is broken into: brackets are open, or the next entry comes after them. */
static size_t wrapped_lines(struct sheet *sheet, size_t i, int level)
{
	for (size_t n = 0; n <= WRAPS && i + n + 1 < sheet->count; n++) {
		const struct line *next = &sheet->lines[i + n + 1];

		if (is_next_entry(sheet, next, level))
			return n;
		if (!can_be_entry(next))
			break;
	}
	return i + 1 < sheet->count && can_be_entry(&sheet->lines[i + 1]) &&
			       !is_closed(sheet->lines[i].text)
		       ? 1
		       : 0;
}

static void join_wrapped(struct sheet *sheet, size_t i, size_t lines)
{
	struct line *entry = &sheet->lines[i];

	for (size_t k = i + 1; k <= i + lines; k++) {
		entry->text = arena_printf(sheet->arena, "%s%s", entry->text,
					   sheet->lines[k].text);
		sheet->lines[k].taken = sheet->lines[k].merged = true;
	}
}

void paper_note_annexes(struct sheet *sheet, size_t i)
{
	const struct line *line = &sheet->lines[i];
	const struct line *next = i + 1 < sheet->count ? line + 1 : NULL;
	struct annex annex;
	size_t len;
	int level;

	if (sheet->paper->parts[PAPER_ANNEXES] ||
	    !line_annex(sheet->arena, line->text, &annex) || line->page ||
	    strstr(annex.title, "。") || line_starts(annex.title, "下载"))
		return;
	/* 附件： with the entries below it. */
	if (!*annex.title && (annex.numbered || !next || next->page ||
			      !can_be_entry(next) || line_level(next->text, &len) != 3))
		return;
	level = *annex.title ? line_level(annex.title, &len) : 3;
	do {
		struct line *entry = &sheet->lines[i];
		size_t wraps = wrapped_lines(sheet, i, level);

		join_wrapped(sheet, i, wraps);
		entry->annex = true;
		if (line_annex(sheet->arena, entry->text, &annex) && !annex.numbered)
			paper_add_part(sheet, PAPER_ANNEXES, annex.title, "；");
		else
			paper_add_part(sheet, PAPER_ANNEXES, entry->text, "；");
		i += wraps + 1;
	} while (i < sheet->count && is_next_entry(sheet, &sheet->lines[i], level));
}

/* ---- where they begin ---- */

bool paper_begins_annex(const struct sheet *sheet, size_t i, struct annex *out)
{
	const struct line *line = &sheet->lines[i];

	if (line->annex || line->table || !line_starts(line->text, "附") ||
	    !skip_kind(line->text + strlen("附")) ||
	    !line_annex(sheet->arena, line->text, out))
		return false;
	if (!*out->title)
		return true;
	return line_count(out->title) <= TITLE_MAX && !strstr(out->title, "。") &&
	       (line->page ||
		(sheet->signed_by_date && sheet->paper->parts[PAPER_ANNEXES]));
}
