#include "format/docx_read.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "cmd/inspect/look.h"
#include "cmd/inspect/office.h"
#include "cmd/inspect/piece.h"
#include "format/ofd_read.h"
#include "format/xlsx_read.h"

static const char *const part_names[] = {
	[DOCX_BODY] = "paragraph",  [DOCX_HEADER] = "header",
	[DOCX_FOOTER] = "footer",   [DOCX_FOOTNOTE] = "footnote",
	[DOCX_ENDNOTE] = "endnote",
};

/* paragraph:14, header:1, or the cell of a table as in a sheet, table:2!C5. */
static void add_where(struct buf *where, const struct docx_paragraph *paragraph)
{
	char ref[XLSX_REF_SIZE];

	if (paragraph->table > 0 && paragraph->part == DOCX_BODY)
		buf_addf(where, "table:%zu!%s", paragraph->table,
			 xlsx_ref(paragraph->row, paragraph->column, ref));
	else
		buf_addf(where, "%s:%zu", part_names[paragraph->part], paragraph->number);
}

static void print_paragraph(void *payload, const struct docx_paragraph *paragraph)
{
	bool in_table = paragraph->table > 0 && paragraph->part == DOCX_BODY;
	auto_buf where = BUF_INIT;

	(void)payload;
	if (paragraph->len == 0)
		return;
	add_where(&where, paragraph);
	piece_print(&(struct piece){
		.kind = in_table ? PIECE_CELL : PIECE_TEXT,
		.where = where.s,
		.text = paragraph->text,
		.len = paragraph->len,
		.table = in_table ? (uint32_t)paragraph->table : 0,
		.row = in_table ? paragraph->row : (uint32_t)paragraph->number,
		.column = in_table ? paragraph->column : 0,
	});
}

static enum piece_kind kind_of(enum docx_trace trace)
{
	switch (trace) {
	case DOCX_COMMENT:
		return PIECE_COMMENT;
	case DOCX_INSERTED:
	case DOCX_DELETED:
		return PIECE_TRACKED;
	case DOCX_HIDDEN:
		break;
	}
	return PIECE_HIDDEN;
}

/* Hidden text is a text too, which may hold a number. */
static void print_mark(void *payload, const struct docx_mark *mark)
{
	struct piece piece = { .kind = kind_of(mark->trace),
			       .author = *mark->author ? mark->author : NULL,
			       .text = mark->text,
			       .len = strlen(mark->text) };
	char where[48];

	(void)payload;
	(void)snprintf(where, sizeof(where), "%s:%zu", part_names[mark->part],
		       mark->paragraph);
	piece.where = mark->paragraph > 0 ? where : NULL;
	if (mark->trace == DOCX_HIDDEN) {
		piece_say(PIECE_HIDDEN, where, "text");
		piece.kind = PIECE_TEXT;
	}
	piece_print(&piece);
}

void look_at_docx(const struct looked_at *file)
{
	const struct docx_visitor visitor = {
		.paragraph = print_paragraph,
		.mark = print_mark,
		.property = office_property,
		.part = office_part,
	};
	struct error err;

	if (docx_read(file->bytes, file->len, &visitor, &err) < 0)
		piece_failure(&err);
}

/* ---- OFD ---- */

static void print_line(void *payload, const struct ofd_line *line)
{
	size_t *lines = payload;
	char where[32];

	++*lines;
	(void)snprintf(where, sizeof(where), "page:%zu", line->page);
	piece_say(PIECE_TEXT, where, line->text);
}

static void print_ofd_property(void *payload, const char *name, const char *value)
{
	(void)payload;
	if (strcmp(name, "Author") == 0)
		piece_say(PIECE_AUTHOR, NULL, value);
}

void look_at_ofd(const struct looked_at *file)
{
	size_t lines = 0;
	const struct ofd_visitor visitor = { .payload = &lines,
					     .line = print_line,
					     .property = print_ofd_property,
					     .part = office_part };
	struct error err;

	if (ofd_read(file->bytes, file->len, &visitor, &err) < 0)
		piece_failure(&err);
	else if (lines == 0)
		piece_say(PIECE_UNREADABLE, NULL, "scan");
}
