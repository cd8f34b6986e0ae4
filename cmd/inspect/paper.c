/*
 * View "paper": the paragraphs of a document and how they look, for what reads official papers.
 *
 *	{"kind":"line","text":"…","label":"一、","align":"centre","outline":1,"size":44}
 *	{"kind":"line","text":"…","table":1,"row":2,"column":3,"span":1}
 *	{"kind":"left","comments":1,"changes":2,"hidden":0,"pictures":1,"parts":0}
 *
 * A line also says "place" (margin, note), "note", "bold", "page", "continued", "head".
 * Changes are taken as accepted.  The last line says what is not told.
 */
#include <string.h>

#include "cmd/inspect/look.h"
#include "cmd/inspect/paper.h"
#include "cmd/inspect/piece.h"
#include "format/docx_read.h"

void paper_begin(struct json *json, struct buf *line, const char *kind)
{
	json_init(json, line, JSON_COMPACT);
	json_open_object(json);
	json_member(json, "kind", kind);
}

void paper_finish(struct json *json, struct buf *line)
{
	json_close(json);
	buf_addc(line, '\n');
	piece_put(line);
}

static void add_number(struct json *json, const char *key, int64_t n)
{
	if (n == 0)
		return;
	json_key(json, key);
	json_int(json, n);
}

static void add_mark(struct json *json, const char *key, bool there)
{
	if (!there)
		return;
	json_key(json, key);
	json_bool(json, true);
}

void paper_add_text(struct json *json, const char *text, size_t len)
{
	json_key(json, "text");
	piece_text(json, text, len < PIECE_MAX_TEXT ? len : PIECE_MAX_TEXT);
}

static void add_look(struct json *json, const struct docx_paragraph *paragraph)
{
	static const char *const places[DOCX_ENDNOTE + 1] = {
		[DOCX_HEADER] = "margin",
		[DOCX_FOOTER] = "margin",
		[DOCX_FOOTNOTE] = "note",
		[DOCX_ENDNOTE] = "note",
	};
	static const char *const aligns[DOCX_ALIGN_BOTH + 1] = {
		[DOCX_ALIGN_LEFT] = "left",
		[DOCX_ALIGN_CENTRE] = "centre",
		[DOCX_ALIGN_RIGHT] = "right",
	};

	json_member(json, "place", places[paragraph->part]);
	json_member(json, "align", aligns[paragraph->align]);
	json_member(json, "label", *paragraph->label ? paragraph->label : NULL);
	add_number(json, "outline", paragraph->outline);
	add_number(json, "size", paragraph->size);
	add_mark(json, "bold", paragraph->bold);
	add_mark(json, "page", paragraph->page);
	add_number(json, "note", (int64_t)paragraph->note);
}

static void add_cell(struct json *json, const struct docx_paragraph *paragraph)
{
	if (paragraph->table == 0 || paragraph->part != DOCX_BODY)
		return;
	add_number(json, "table", (int64_t)paragraph->table);
	add_number(json, "row", paragraph->outer_row);
	add_number(json, "column", paragraph->outer_column);
	add_number(json, "span", paragraph->span);
	add_mark(json, "continued", paragraph->continued);
	add_mark(json, "head", paragraph->head);
}

/* Notes that are no notes are the lines between them and the text. */
static bool is_told(const struct docx_paragraph *paragraph)
{
	bool note = paragraph->part == DOCX_FOOTNOTE || paragraph->part == DOCX_ENDNOTE;

	return (paragraph->len > 0 || *paragraph->label) && !(note && !paragraph->note);
}

static void print_paragraph(void *payload, const struct docx_paragraph *paragraph)
{
	auto_buf line = BUF_INIT;
	struct json json;

	(void)payload;
	if (!is_told(paragraph))
		return;
	paper_begin(&json, &line, "line");
	add_look(&json, paragraph);
	add_cell(&json, paragraph);
	paper_add_text(&json, paragraph->text, paragraph->len);
	paper_finish(&json, &line);
}

static void count_mark(void *payload, const struct docx_mark *mark)
{
	struct paper_left_out *left = payload;

	switch (mark->trace) {
	case DOCX_COMMENT:
		left->comments++;
		break;
	case DOCX_INSERTED:
	case DOCX_DELETED:
		left->changes++;
		break;
	case DOCX_HIDDEN:
		left->hidden++;
		break;
	}
}

static void count_picture(void *payload)
{
	((struct paper_left_out *)payload)->pictures++;
}

static void count_part(void *payload, const char *name)
{
	(void)name;
	((struct paper_left_out *)payload)->parts++;
}

static void count_clock(void *payload)
{
	((struct paper_left_out *)payload)->clocks++;
}

void paper_print_left(const struct paper_left_out *left)
{
	auto_buf line = BUF_INIT;
	struct json json;

	paper_begin(&json, &line, "left");
	add_number(&json, "comments", left->comments);
	add_number(&json, "changes", left->changes);
	add_number(&json, "hidden", left->hidden);
	add_number(&json, "pictures", left->pictures);
	add_number(&json, "parts", left->parts);
	add_number(&json, "clocks", left->clocks);
	paper_finish(&json, &line);
}

static void print_docx(const struct looked_at *file)
{
	struct paper_left_out left = { .comments = 0 };
	const struct docx_visitor visitor = {
		.payload = &left,
		.references = true,
		.paragraph = print_paragraph,
		.mark = count_mark,
		.picture = count_picture,
		.clock = count_clock,
		.part = count_part,
	};
	struct error err;

	if (docx_read(file->bytes, file->len, &visitor, &err) < 0)
		piece_failure(&err);
	else
		paper_print_left(&left);
}

static void print_line(const char *text, size_t len)
{
	auto_buf line = BUF_INIT;
	struct json json;

	paper_begin(&json, &line, "line");
	paper_add_text(&json, text, len);
	paper_finish(&json, &line);
}

static void print_text(const struct looked_at *file)
{
	auto_buf text = BUF_INIT;

	if (!look_decode(file, &text)) {
		piece_say(PIECE_UNREADABLE, NULL, "encoding");
		return;
	}
	for (const char *p = text.s; *p;) {
		size_t len = strcspn(p, "\n");

		print_line(p, len);
		p += len + (p[len] ? 1 : 0);
	}
	paper_print_left(&(struct paper_left_out){ .comments = 0 });
}

void look_at_paper(const struct looked_at *file)
{
	static void (*const readers[LOOK_KIND_COUNT])(const struct looked_at *file) = {
		[LOOK_TEXT] = print_text,
		[LOOK_DOCX] = print_docx,
		[LOOK_OFD] = paper_of_ofd,
	};
	enum look_kind kind = look_kind(file);

	bool named = kind != LOOK_TEXT || name_ends(file->name, ".txt") ||
		     name_ends(file->name, ".md");

	/* Text under the name of a document is what is left of one. */
	if (readers[kind] && named)
		readers[kind](file);
	else if (kind != LOOK_NOTHING)
		piece_say(PIECE_UNREADABLE, NULL, "other");
}
