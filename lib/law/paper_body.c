#include <string.h>

#include "base/utf8.h"
#include "law/paper_private.h"

enum {
	HEADING_MAX = 50, /* characters; longer ones are sentences */
	OUTLINE_MAX = 100,
	PART_LINES = 4,
	PART_MAX = 80,
	TOP = 2, /* of headings: the title of the page is above them */
};

struct body {
	struct sheet *sheet;
	bool begun;         /* some text stands in it */
	bool expects;       /* a paper of its own, or the title of an annex, may begin */
	bool annex;         /* it is an annex that begins */
	unsigned int in;    /* 1 inside such a part: its headings are lower by one */
	unsigned int under; /* the level of the chapter that counts anew below it */
	struct block *list; /* of bullets, while it goes on */
};

static struct line *line_at(const struct body *body, size_t i)
{
	return &body->sheet->lines[i];
}

static struct line *line_below(const struct body *body, size_t i)
{
	return i + 1 < body->sheet->count ? line_at(body, i + 1) : NULL;
}

static struct line *next_line(const struct body *body, size_t i)
{
	while (++i < body->sheet->count)
		if (!body->sheet->lines[i].taken)
			return &body->sheet->lines[i];
	return NULL;
}

/* ---- headings ---- */

/* A stop before its last sign: more than a heading. */
static bool has_inner_stop(const char *text)
{
	const char *stop = strstr(text, "。");
	const char *colon = strstr(text, "：");

	return (stop && stop[strlen("。")]) || strstr(text, "；") ||
	       (colon && colon[strlen("：")]);
}

/* Entries of a list in sentences have their like just before or after them. */
static bool has_sibling(const struct body *body, size_t i, int level)
{
	const struct line *next = next_line(body, i);
	const struct line *before = i > 0 ? line_at(body, i - 1) : NULL;
	size_t len;

	return (next && !next->table && line_level(next->text, &len) == level) ||
	       (before && !before->table && !before->taken &&
		line_ends_sentence(before->text) &&
		line_level(before->text, &len) == level);
}

/* 一、加强领导。 is a heading where a text stands below it. */
static bool leads(const struct body *body, size_t i)
{
	struct arena *arena = body->sheet->arena;
	const struct line *next = next_line(body, i);
	struct date date;

	return next && !line_is_article(next->text) &&
	       !line_is_organ(line_close_up(arena, next->text)) &&
	       !line_is_date(arena, next->text, &date);
}

static unsigned int heading_level(const struct body *body, size_t i)
{
	const struct line *line = line_at(body, i);
	size_t len = 0;
	int level = line_level(line->text, &len);

	if (line->annex)
		return 0;
	if (line->from->outline > 0 && line_count(line->text) <= OUTLINE_MAX &&
	    !line->joined)
		return (unsigned int)(level ? level : line->from->outline);
	if (level == 0 || line_count(line->text) > HEADING_MAX || !line->text[len] ||
	    has_inner_stop(line->text + len) || line_ends(line->text, "；") ||
	    line_ends(line->text, ";") || line_ends(line->text, "：") ||
	    line_ends(line->text, ":"))
		return 0;
	if (level > 2 && !line->from->bold)
		return 0;
	if (line_ends_sentence(line->text) &&
	    (has_sibling(body, i, level) || !leads(body, i)))
		return 0;
	return (unsigned int)level;
}

static void put_heading(struct body *body, unsigned int level, const char *text)
{
	unsigned int as = TOP - 1 + level + body->in;

	if (as <= BLOCKS_MAX_LEVEL)
		blocks_heading(&body->sheet->paper->body, as, text);
	else
		blocks_paragraph(&body->sheet->paper->body, text);
}

/* ---- papers and annexes behind the first text ---- */

static bool can_be_part_title(const struct body *body, const struct line *line)
{
	struct arena *arena = body->sheet->arena;
	struct date date;
	size_t len;

	return !line->table && !line->taken && line_count(line->text) <= PART_MAX &&
	       !line_level(line->text, &len) && !line_ends_sentence(line->text) &&
	       !line_ends(line->text, "：") && !line_ends(line->text, ":") &&
	       !line_starts(line->text, "（") && !line_starts(line->text, "(") &&
	       !line_is_date(arena, line->text, &date) &&
	       !line_is_annex(arena, line->text) && !line_is_contact(arena, line->text);
}

static bool begins_part(const struct body *body, size_t i)
{
	const struct line *line = line_at(body, i);
	const struct line *next = next_line(body, i);
	size_t len;

	if (!can_be_part_title(body, line))
		return false;
	if (body->sheet->layout)
		return line->from->align == ALIGN_CENTRE && (body->expects || line->page);
	if (!body->expects)
		return false;
	if (line_form(line->text))
		return true;
	return body->annex && next && (next->table || line_level(next->text, &len) == 1);
}

/* The title goes on in lines that are centred too, until it ends as titles do. */
static size_t put_part_title(struct body *body, size_t i, const char *above)
{
	struct arena *arena = body->sheet->arena;
	auto_buf text = BUF_INIT;
	size_t first = i;

	if (above) {
		buf_adds(&text, above);
		if (line_ends(above, "：") || line_ends(above, ":"))
			buf_truncate(&text,
				     text.len -
					     strlen(line_ends(above, ":") ? ":" : "："));
		buf_adds(&text, "　");
	}
	for (;;) {
		const struct line *line = line_at(body, i);
		const struct line *next = line_below(body, i);
		bool ended = line_form(line->text);

		buf_adds(&text, line_close_up(arena, line->text));
		i++;
		if (ended || !next || next->page || i - first >= PART_LINES ||
		    !can_be_part_title(body, next) ||
		    !(next->joined || next->from->align == ALIGN_CENTRE))
			break;
	}
	body->in = 0;
	put_heading(body, 1, text.s);
	body->in = 1;
	body->under = 0;
	body->expects = body->annex = false;
	return i;
}

static size_t put_annex(struct body *body, size_t i, const struct annex *annex)
{
	struct arena *arena = body->sheet->arena;
	const char *head = line_close_up(arena, line_at(body, i)->text);
	size_t next = i + 1;

	body->expects = body->annex = true;
	if (!*annex->title && next < body->sheet->count && begins_part(body, next))
		return put_part_title(body, next, head);
	if (*annex->title) {
		head = arena_printf(arena, "%s　%s", annex->head,
				    line_close_up(arena, annex->title));
		body->expects = body->annex = false;
	}
	body->in = 0;
	put_heading(body, 1, head);
	body->in = 1;
	body->under = 0;
	return next;
}

/* ---- text ---- */

static bool is_bullet(const struct line *line)
{
	static const char *const signs[] = {
		"•", "●", "■", "◆", "▪", "➢", "○", "-", "o"
	};

	for (size_t i = 0; i < ARRAY_LEN(signs); i++)
		if (strcmp(line->from->label, signs[i]) == 0)
			return true;
	return false;
}

static void put_bullet(struct body *body, const struct line *line)
{
	struct blocks *doc = &body->sheet->paper->body;
	struct block *item, *paragraph;
	size_t label = strlen(line->from->label);
	const char *text = line->text + label;

	if (!body->list)
		body->list = blocks_add(doc, NULL, BLOCK_LIST);
	item = blocks_add(doc, body->list, BLOCK_ITEM);
	paragraph = blocks_add(doc, item, BLOCK_PARAGRAPH);
	blocks_run(doc, paragraph, text + strspn(text, " "), 0);
}

/* What a break only parts from the line before. */
static bool goes_on(const struct body *body, const struct line *line)
{
	struct arena *arena = body->sheet->arena;
	struct date date;
	size_t len;

	return line && line->joined && !line->indented && !line->taken && !line->table &&
	       !line_level(line->text, &len) && !line_is_annex(arena, line->text) &&
	       !line_is_date(arena, line->text, &date);
}

static size_t put_paragraph(struct body *body, size_t i)
{
	struct blocks *doc = &body->sheet->paper->body;
	struct block *block = blocks_paragraph(doc, line_at(body, i)->text);

	for (; goes_on(body, line_below(body, i)); i++) {
		struct line *line = line_at(body, i + 1);

		paper_read_tail(body->sheet, i + 1);
		if (line->taken)
			continue;
		blocks_run(doc, block, "", RUN_BREAK);
		blocks_run(doc, block, line->text, 0);
	}
	return i + 1;
}

/* Addressees over two lines: 各村民委员会， and 区司法局： below it. */
static void join_addressee(struct body *body, size_t i)
{
	struct line *line = line_at(body, i);
	struct line *next = line_below(body, i);

	if (!next || line->from->outline || next->table || next->taken ||
	    !line_is_addressee(next->text) ||
	    !(line_ends(line->text, "，") || line_ends(line->text, "、") ||
	      line_ends(line->text, ",")))
		return;
	line->text = arena_printf(body->sheet->arena, "%s%s", line->text, next->text);
	next->taken = next->merged = true;
}

static size_t put_line(struct body *body, size_t i)
{
	struct sheet *sheet = body->sheet;
	const struct line *line = line_at(body, i);
	bool dated = paper_read_signature(sheet, i);
	struct annex annex;
	unsigned int level;
	size_t len;

	if (!body->begun)
		join_addressee(body, i);
	if (!body->begun && line_is_addressee(line->text) && !line->from->outline) {
		paper_add_part(sheet, PAPER_ADDRESSEE, line->text, "");
		return put_paragraph(body, i);
	}
	if (paper_begins_annex(sheet, i, &annex))
		return put_annex(body, i, &annex);
	if (!dated && body->begun && begins_part(body, i))
		return put_part_title(body, i, NULL);
	level = dated ? 0 : heading_level(body, i);
	if (level > 0) {
		if (line_starts(line->text, "第"))
			body->under = level;
		else if (line_level(line->text, &len))
			level += body->under;
		put_heading(body, level, line->text);
		return i + 1;
	}
	if (dated)
		body->expects = true;
	else if (!line_starts(line->text, "（") &&
		 !line_is_contact(sheet->arena, line->text))
		body->expects = body->annex = false;
	return put_paragraph(body, i);
}

void paper_read_body(struct sheet *sheet)
{
	struct body body = { .sheet = sheet };
	size_t i = 0;

	while (i < sheet->count) {
		struct line *line = &sheet->lines[i];

		if (!line->taken && !line->table)
			paper_read_tail(sheet, i);
		if (line->taken) {
			/* A mark, and what is printed below, end a paper. */
			body.expects = body.expects || (body.begun && !line->merged);
			i++;
			continue;
		}
		if (!line->table && is_bullet(line)) {
			put_bullet(&body, line);
			i++;
		} else {
			body.list = NULL;
			i = line->table ? paper_read_table(sheet, i) : put_line(&body, i);
		}
		body.begun = true;
	}
}
