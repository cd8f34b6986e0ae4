#include "law/paper.h"

#include <string.h>

#include "base/utf8.h"
#include "law/paper_private.h"

enum {
	MARGINS_MAX = 2000,   /* bytes of heads and feet of pages that are kept */
	CONTENTS_WITHIN = 60, /* lines above a table of contents */
	CONTENTS_MAX = 300,   /* entries */
};

void paper_add_part(struct sheet *sheet, enum paper_part part, const char *text,
		    const char *between)
{
	const char **slot = &sheet->paper->parts[part];

	*slot = *slot ? arena_printf(sheet->arena, "%s%s%s", *slot, between, text)
		      : arena_strdup(sheet->arena, text);
}

/* ---- lines ---- */

static bool is_word_end(const char *label)
{
	static const char *const signs[] = { "、", "．", "。", "）", "：", "，", "•" };

	for (size_t i = 0; i < ARRAY_LEN(signs); i++)
		if (line_ends(label, signs[i]))
			return true;
	return *label && strchr(".):,;]", label[strlen(label) - 1]);
}

/* 第一章 and its text are two words; 一、 and its text are not. */
static const char *with_label(struct arena *arena, const char *label, const char *text)
{
	if (!*label)
		return text;
	return arena_printf(arena, "%s%s%s", label, is_word_end(label) ? "" : " ", text);
}

static void add_line(struct sheet *sheet, size_t *room, const struct paper_line *from,
		     const char *text, size_t len, bool first)
{
	size_t n;
	const char *start = utf8_trim(text, len, &n);
	struct line *line;

	/* Blanks of typesetting, U+2002 and the like, are no text either. */
	if (n == 0 ||
	    !*line_close_up(sheet->arena, arena_strndup(sheet->arena, start, n)))
		return;
	sheet->lines = array_grow(sheet->arena, sheet->lines, sheet->count, room,
				  sizeof(struct line));
	line = &sheet->lines[sheet->count++];
	*line = (struct line){ .text = arena_strndup(sheet->arena, start, n),
			       .from = from,
			       .table = from->table,
			       .joined = !first,
			       .indented = start > text,
			       .page = from->page && first };
	if (first)
		line->text = with_label(sheet->arena, from->label, line->text);
	sheet->layout = sheet->layout || from->align == ALIGN_CENTRE;
}

static void split(struct sheet *sheet, size_t *room, const struct paper_line *from)
{
	const char *text = from->text;
	bool first = true;

	for (;;) {
		size_t len = strcspn(text, "\n");
		size_t before = sheet->count;

		add_line(sheet, room, from, text, len, first);
		first = first && sheet->count == before;
		if (!text[len])
			return;
		text += len + 1;
	}
}

/* ---- contents ---- */

/* 一、总则……3: the entry without its page; NULL where it has none. */
static const char *without_page(struct arena *arena, const char *text)
{
	static const char *const leaders[] = { "…", "·", ".", "\t", "　", " ", "-" };
	size_t end = strlen(text);
	size_t len;
	bool cut = true;

	while (end > 0 && text[end - 1] >= '0' && text[end - 1] <= '9')
		end--;
	len = end;
	while (cut) {
		const char *rest = arena_strndup(arena, text, len);

		cut = false;
		for (size_t i = 0; i < ARRAY_LEN(leaders) && !cut; i++)
			cut = line_ends(rest, leaders[i]);
		for (size_t i = 0; i < ARRAY_LEN(leaders) && cut; i++)
			if (line_ends(rest, leaders[i])) {
				len -= strlen(leaders[i]);
				break;
			}
	}
	return text[end] && len < end && len > 0
		       ? line_close_up(arena, arena_strndup(arena, text, len))
		       : NULL;
}

static bool stands_below(const struct sheet *sheet, size_t i, const char *text)
{
	while (++i < sheet->count)
		if (strcmp(line_close_up(sheet->arena, sheet->lines[i].text), text) == 0)
			return true;
	return false;
}

/* A table of contents says nothing that the headings do not say, and pages are no more. */
static void set_contents_aside(struct sheet *sheet)
{
	size_t i = 0;
	size_t k;

	while (i < sheet->count && i < CONTENTS_WITHIN &&
	       strcmp(line_close_up(sheet->arena, sheet->lines[i].text), "目录") != 0)
		i++;
	for (k = i + 1; k < sheet->count && k - i <= CONTENTS_MAX; k++) {
		const char *entry = without_page(sheet->arena, sheet->lines[k].text);

		if (!entry || !stands_below(sheet, k, entry))
			break;
		sheet->lines[k].taken = true;
	}
	if (i < sheet->count && k > i + 1)
		sheet->lines[i].taken = true;
}

/* ---- what is not in the text ---- */

static bool is_in_text(const struct sheet *sheet, const char *text)
{
	for (size_t i = 0; i < sheet->count; i++)
		if (strcmp(sheet->lines[i].text, text) == 0)
			return true;
	return false;
}

/* Heads and feet are the same on each page, and mostly only count pages. */
static void read_margin(struct sheet *sheet, const struct paper_line *from)
{
	struct arena *arena = sheet->arena;
	const char *known = sheet->paper->parts[PAPER_MARGIN];
	size_t len;
	const char *start = utf8_trim(from->text, strlen(from->text), &len);
	const char *text = arena_strndup(arena, start, len);

	if (line_is_secrecy(arena, text))
		sheet->paper->secrecy = text;
	if (len == 0 || line_is_page_number(text) || is_in_text(sheet, text) ||
	    (known && (strstr(known, text) || strlen(known) > MARGINS_MAX)))
		return;
	if (line_is_organ(line_close_up(arena, text)) || line_ends(text, "文件"))
		paper_add_part(sheet, PAPER_LETTERHEAD, line_close_up(arena, text), "；");
	else
		paper_add_part(sheet, PAPER_MARGIN, text, "；");
}

static void put_note(struct sheet *sheet, const struct paper_line *from)
{
	if (from->note)
		blocks_paragraph(&sheet->paper->body,
				 arena_printf(sheet->arena, "〔注%zu〕%s", from->note,
					      from->text));
	else
		blocks_paragraph(&sheet->paper->body, from->text);
}

/* ---- what follows from the parts ---- */

/* 东园镇人民政府关于…的通知: who issues it stands in the title. */
static const char *issuer_of_title(struct arena *arena, const char *title)
{
	const char *about = strstr(title, "关于");
	const char *organ;

	if (!about || about == title)
		return NULL;
	organ = arena_strndup(arena, title, (size_t)(about - title));
	return line_is_organ(organ) ? organ : NULL;
}

/* 东园镇人民政府镇长办公会议纪要: the organ that a name begins with; NULL. */
static const char *organ_before(struct arena *arena, const char *name)
{
	static const char *const ends[] = { "人民政府", "委员会", "指挥部", "领导小组" };

	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		const char *end = strstr(name, ends[i]);

		if (end && end > name)
			return arena_strndup(arena, name,
					     (size_t)(end - name) + strlen(ends[i]));
	}
	return NULL;
}

/* The organs among what stands above the title; 东园镇政务简报 is none, and is kept. */
static void organs_of_head(struct sheet *sheet, struct strings *out)
{
	const char *head = sheet->paper->parts[PAPER_LETTERHEAD];
	const char *organ = NULL;

	while (head && *head) {
		const char *end = strstr(head, "；");
		size_t len = end ? (size_t)(end - head) : strlen(head);
		const char *name = arena_strndup(sheet->arena, head, len);

		if (line_is_organ(name)) {
			strings_add(sheet->arena, out, name);
		} else {
			paper_add_part(sheet, PAPER_MARGIN, name, "；");
			organ = organ ? organ : organ_before(sheet->arena, name);
		}
		head += len + (end ? strlen("；") : 0);
	}
	if (out->count == 0 && organ)
		strings_add(sheet->arena, out, organ);
}

static void settle_issuer(struct sheet *sheet)
{
	struct paper *paper = sheet->paper;
	struct strings organs = { 0 };
	const char *of_title =
		paper->parts[PAPER_TITLE]
			? issuer_of_title(sheet->arena, paper->parts[PAPER_TITLE])
			: NULL;

	organs_of_head(sheet, &organs);
	if (paper->issuers.count > 0)
		return;
	if (organs.count == 0 && of_title)
		strings_add(sheet->arena, &organs, of_title);
	paper->doubts[PAPER_ISSUER_OF_HEAD] = organs.count > 0;
	paper->doubts[PAPER_NO_ISSUER] = organs.count == 0;
	paper->issuers = organs;
}

/* What is classified may not be held: its mark is looked for wherever one is put. */
static void find_secrecy(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++) {
		struct line *line = &sheet->lines[i];

		if (line->table || !line_is_secrecy(sheet->arena, line->text))
			continue;
		sheet->paper->secrecy = line->text;
		line->taken = true;
	}
}

static void settle(struct sheet *sheet)
{
	struct paper *paper = sheet->paper;
	const char *title = paper->parts[PAPER_TITLE];

	if (!date_is_set(paper->formed) && date_is_set(sheet->printed)) {
		paper->formed = sheet->printed;
		paper->doubts[PAPER_DATE_OF_PRINT] = true;
	}
	settle_issuer(sheet);
	paper->form = title ? line_form(title) : NULL;
	paper->doubts[PAPER_NO_TITLE] = !title;
	/* News are titled as they like. */
	paper->doubts[PAPER_TITLE_ODD] =
		title && !paper->form &&
		(paper->parts[PAPER_NUMBER] || sheet->signed_by_date);
	if (paper->form && !*paper->form)
		paper->form = NULL;
	paper->doubts[PAPER_NO_DATE] = !date_is_set(paper->formed);
	paper->doubts[PAPER_NO_MARK] = !paper->parts[PAPER_MARK];
	paper->doubts[PAPER_MARK_WANTS_GROUND] =
		paper->parts[PAPER_MARK] &&
		strcmp(paper->parts[PAPER_MARK], "此件公开发布") != 0;
}

void paper_read(struct arena *arena, const struct paper_line *lines, size_t count,
		struct paper *out)
{
	struct sheet sheet = { .arena = arena, .paper = out };
	size_t room = 0;

	*out = (struct paper){ .secrecy = NULL };
	blocks_init(&out->body, arena);
	for (size_t i = 0; i < count; i++)
		if (lines[i].place == PAPER_IN_TEXT)
			split(&sheet, &room, &lines[i]);
	paper_flatten_tables(&sheet);
	paper_join_printed(&sheet);
	find_secrecy(&sheet);
	set_contents_aside(&sheet);
	paper_read_head(&sheet);
	paper_read_body(&sheet);
	for (size_t i = 0; i < count; i++)
		if (lines[i].place == PAPER_IN_NOTE)
			put_note(&sheet, &lines[i]);
	for (size_t i = 0; i < count; i++)
		if (lines[i].place == PAPER_IN_MARGIN)
			read_margin(&sheet, &lines[i]);
	settle(&sheet);
}
