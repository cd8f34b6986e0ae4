#include "format/xlsx_read.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "cmd/inspect/look.h"
#include "cmd/inspect/office.h"
#include "cmd/inspect/piece.h"

/* What of a sheet was said to be hidden: once each is enough. */
struct telling {
	size_t sheet; /* it is about */
	bool sheet_said;
	bool row_said;
	bool column_said;
};

static void start_sheet(void *payload, const struct xlsx_sheet *sheet)
{
	struct telling *telling = payload;

	*telling = (struct telling){ .sheet = sheet->number };
}

static void say_hidden(bool *said, bool hidden, const char *where, const char *what)
{
	if (hidden && !*said)
		piece_say(PIECE_HIDDEN, where, what);
	*said = *said || hidden;
}

static void print_cell(void *payload, const struct xlsx_cell *cell)
{
	struct telling *telling = payload;
	auto_buf where = BUF_INIT;
	char ref[XLSX_REF_SIZE];

	buf_addf(&where, "%s!%s", cell->sheet->name,
		 xlsx_ref(cell->row, cell->column, ref));
	say_hidden(&telling->sheet_said, cell->sheet->state != XLSX_SHOWN, where.s,
		   "sheet");
	say_hidden(&telling->row_said, cell->row_hidden && !telling->sheet_said, where.s,
		   "row");
	say_hidden(&telling->column_said, cell->column_hidden && !telling->sheet_said,
		   where.s, "column");
	if (cell->len == 0 || cell->type == XLSX_BOOLEAN || cell->type == XLSX_ERROR)
		return;
	piece_print(&(struct piece){ .kind = PIECE_CELL,
				     .where = where.s,
				     .text = cell->text,
				     .len = cell->len,
				     .table = (uint32_t)cell->sheet->number,
				     .row = cell->row,
				     .column = cell->column });
}

static void print_comment(void *payload, const struct xlsx_comment *comment)
{
	auto_buf where = BUF_INIT;

	(void)payload;
	buf_addf(&where, "%s!%s", comment->sheet->name, comment->ref);
	piece_print(&(struct piece){ .kind = PIECE_COMMENT,
				     .where = where.s,
				     .author = comment->author,
				     .text = comment->text,
				     .len = strlen(comment->text) });
}

static void print_text(void *payload, const struct xlsx_sheet *sheet, const char *text)
{
	(void)payload;
	piece_say(PIECE_TEXT, sheet->name, text);
}

void look_at_xlsx(const struct looked_at *file)
{
	struct telling telling = { .sheet = 0 };
	const struct xlsx_visitor visitor = {
		.payload = &telling,
		.sheet = start_sheet,
		.cell = print_cell,
		.comment = print_comment,
		.property = office_property,
		.text = print_text,
		.part = office_part,
	};
	struct error err;

	if (xlsx_read(file->bytes, file->len, &visitor, &err) < 0)
		piece_failure(&err);
}
