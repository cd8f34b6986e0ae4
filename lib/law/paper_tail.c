/*
 * What stands below a text: 署名, 成文日期, 附注 and 版记 of GB/T 9704-2012 7.3.5 to 7.4.  A paper that
 * is sent out with another one has that one behind them.
 */
#include <string.h>

#include "base/utf8.h"
#include "law/paper_private.h"

enum {
	SIGNERS = 8,
	SIGNATURE_MAX = 600, /* bytes of a line: longer ones are text */
	PRINT_MAX = 80,
	CONTACT_MAX = 120,
};

/* ---- who signed ---- */

static const char *const seals[] = { "（盖章）", "(盖章)", "（印章）", "(印章)",
				     "（章）",   "(章)",   "（代章）", "(代章)",
				     "（公章）", "(公章)" };

/* 东园镇人民政府（盖章） */
static const char *without_seal(struct arena *arena, const char *text)
{
	for (size_t i = 0; i < ARRAY_LEN(seals); i++)
		if (line_ends(text, seals[i]))
			return arena_strndup(arena, text,
					     strlen(text) - strlen(seals[i]));
	return text;
}

/* （代章） on a line of its own. */
static bool is_seal(struct arena *arena, const char *text)
{
	const char *closed = line_close_up(arena, text);

	return *closed && !*without_seal(arena, closed);
}

/* Several that signed side by side are parted by blanks; so may the signs of one name be. */
static bool read_side_by_side(struct arena *arena, const char *text, struct strings *out)
{
	size_t before = out->count;

	while (*text) {
		size_t next;
		size_t len = line_word(text, &next);
		const char *organ = without_seal(arena, arena_strndup(arena, text, len));

		text += next;
		if (len == 0)
			continue;
		if (!line_is_organ(organ)) {
			out->count = before;
			return false;
		}
		strings_add(arena, out, organ);
	}
	return out->count > before;
}

static bool read_signers(struct arena *arena, const char *text, struct strings *out)
{
	const char *closed = without_seal(arena, line_close_up(arena, text));

	if (read_side_by_side(arena, text, out))
		return true;
	if (!line_is_organ(closed))
		return false;
	strings_add(arena, out, closed);
	return true;
}

/* In the order in which they stand. */
static void take_signers(struct sheet *sheet, size_t first, size_t i, const char *beside)
{
	struct paper *paper = sheet->paper;

	for (size_t k = first; k < i; k++)
		(void)read_signers(sheet->arena, sheet->lines[k].text, &paper->issuers);
	if (beside)
		(void)read_signers(sheet->arena, beside, &paper->issuers);
	for (size_t k = 0; k < paper->issuers.count; k++)
		paper_add_part(sheet, PAPER_SIGNATURE, paper->issuers.items[k], "；");
}

static void take_date(struct sheet *sheet, struct date date)
{
	struct paper *paper = sheet->paper;
	char text[DATE_CN_SIZE];

	if (date_is_set(paper->formed) && date_compare(paper->formed, date) != 0)
		paper->doubts[PAPER_DATES_DIFFER] = true;
	paper->formed = date;
	paper->doubts[PAPER_DATE_OF_HEAD] = false;
	sheet->signed_by_date = true;
	paper_add_part(sheet, PAPER_SIGNATURE, date_cn(date, text), "；");
}

bool paper_read_signature(struct sheet *sheet, size_t i)
{
	const struct line *line = &sheet->lines[i];
	struct strings ignored = { 0 };
	const char *beside = NULL;
	const char *closed;
	size_t first = i;
	size_t len = 0;
	struct date date;

	if (strlen(line->text) > SIGNATURE_MAX)
		return false;
	closed = line_close_up(sheet->arena, line->text);
	if (!line_is_date(sheet->arena, closed, &date)) {
		if (!line_ends_in_date(sheet->arena, line->text, &len, &date))
			return false;
		beside = arena_strndup(sheet->arena, line->text, len);
		if (!read_signers(sheet->arena, beside, &ignored))
			return false;
	}
	while (first > 0 && i - first < SIGNERS && !sheet->lines[first - 1].table &&
	       !sheet->lines[first - 1].taken && !sheet->lines[first - 1].annex &&
	       strlen(sheet->lines[first - 1].text) <= SIGNATURE_MAX &&
	       (is_seal(sheet->arena, sheet->lines[first - 1].text) ||
		read_signers(sheet->arena, sheet->lines[first - 1].text, &ignored)))
		first--;
	/* Only the first one is of this paper. */
	if (!sheet->signed_by_date) {
		take_signers(sheet, first, i, beside);
		take_date(sheet, date);
	}
	return true;
}

/* ---- what is printed below ---- */

static const char *const copy_words[] = { "抄送", "抄报", "分送", "抄发" };

static bool is_copies(struct arena *arena, const char *text)
{
	for (size_t i = 0; i < ARRAY_LEN(copy_words); i++)
		if (line_after(arena, text, copy_words[i]))
			return true;
	return false;
}

/* …2018年7月4日印发 */
static bool is_printed(struct arena *arena, const char *text, struct date *date)
{
	const char *closed = line_close_up(arena, text);
	size_t cut = strlen("印发");
	const char *rest;
	size_t len;

	if (!line_ends(closed, "印发") || line_count(closed) > PRINT_MAX)
		return false;
	rest = arena_strndup(arena, closed, strlen(closed) - cut);
	return line_is_date(arena, rest, date) ||
	       line_ends_in_date(arena, rest, &len, date);
}

/* （共印50份） */
static bool is_print_run(struct arena *arena, const char *text)
{
	const char *inner = line_close_up(arena, line_unbracket(arena, text));

	return line_count(inner) <= 12 && line_ends(inner, "份") &&
	       (line_starts(inner, "共印") || line_starts(inner, "印数") ||
		line_starts(inner, "印"));
}

bool line_is_of_print(struct arena *arena, const char *text)
{
	struct date date;

	return is_copies(arena, text) || is_printed(arena, text, &date) ||
	       is_print_run(arena, text);
}

static bool take_print(struct sheet *sheet, size_t i)
{
	struct arena *arena = sheet->arena;
	struct line *line = &sheet->lines[i];
	const char *copies = sheet->paper->parts[PAPER_COPIES];
	const struct line *next = i + 1 < sheet->count ? line + 1 : NULL;
	struct date date = { .year = 0 };
	bool goes_on = copies && i > 0 && line[-1].taken &&
		       (line_ends(copies, "，") || line_ends(copies, "、") ||
			line_ends(copies, "；"));

	if (is_copies(arena, line->text) || goes_on || is_print_run(arena, line->text)) {
		paper_add_part(sheet, PAPER_COPIES, line->text, goes_on ? "" : " ");
		return true;
	}
	/* The printing office and the day can stand in two cells. */
	if (is_printed(arena, line->text, &date) ||
	    (next && line_is_organ(line_close_up(arena, line->text)) &&
	     is_printed(arena, next->text, &date) &&
	     line_is_date(arena,
			  arena_strndup(arena, next->text,
					strlen(next->text) - strlen("印发")),
			  &date))) {
		paper_add_part(sheet, PAPER_PRINTED, line->text, " ");
		if (date_is_set(date))
			sheet->printed = date;
		return true;
	}
	return false;
}

/* ---- notes ---- */

bool line_is_contact(struct arena *arena, const char *text)
{
	static const char *const words[] = { "联系人", "联系电话", "联系方式" };
	const char *inner = line_close_up(arena, line_unbracket(arena, text));

	if (line_count(inner) > CONTACT_MAX)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (line_after(arena, inner, words[i]))
			return true;
	return strstr(inner, "联系人：") || strstr(inner, "联系人:");
}

static void note_contact(struct sheet *sheet, const char *text)
{
	if (line_is_contact(sheet->arena, text))
		paper_add_part(sheet, PAPER_CONTACT, line_unbracket(sheet->arena, text),
			       "；");
}

/* Whether the body has no need of the line; what a mark stands beside stays there. */
static bool take_mark(struct sheet *sheet, const char *text)
{
	bool whole;
	const char *mark = line_mark(sheet->arena, text, &whole);

	if (!mark)
		return false;
	if (sheet->paper->parts[PAPER_MARK])
		return whole && strcmp(sheet->paper->parts[PAPER_MARK], mark) == 0;
	sheet->paper->parts[PAPER_MARK] = mark;
	return whole;
}

void paper_read_tail(struct sheet *sheet, size_t i)
{
	struct line *line = &sheet->lines[i];
	const char *words;

	paper_note_annexes(sheet, i);
	note_contact(sheet, line->text);
	words = line_after(sheet->arena, line_close_up(sheet->arena, line->text),
			   "主题词");
	if (words && *words)
		/* Blanks part them. */
		paper_add_part(sheet, PAPER_KEYWORDS,
			       line_after(sheet->arena, line->text, "主题词")
				       ? line_after(sheet->arena, line->text, "主题词")
				       : words,
			       "；");
	line->taken =
		(words && *words) || take_mark(sheet, line->text) || take_print(sheet, i);
}
