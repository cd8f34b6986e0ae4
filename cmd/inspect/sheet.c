/*
 * View "sheet": a table as it stands, for what makes records of it.
 *
 *	{"kind":"sheet","sheet":1,"name":"目录","hidden":true,"from-1904":true}
 *	{"kind":"cell","row":5,"column":3,"text":"…"}
 *	{"kind":"merged","row":5,"column":1,"last-row":9,"last-column":1}
 *	{"kind":"comment","where":"C5","text":"…"}
 *
 * The lines of a sheet follow it.  A cell says its "type" where it is no text, and "computed",
 * "row-hidden", "column-hidden" where that is true: there are many, and what is left out of
 * each makes room for more of them.
 * A date has the number that the workbook has, counted as its sheet says.  Merged ranges and
 * comments follow the cells of their sheet.  A CSV file is one sheet without a name.
 */
#include <string.h>
#include <strings.h>

#include "cmd/inspect/look.h"
#include "cmd/inspect/piece.h"
#include "format/csv_read.h"
#include "format/xlsx_read.h"

static const char *const types[] = {
	[XLSX_NUMBER] = "number",
	[XLSX_DATE] = "date",
	[XLSX_BOOLEAN] = "boolean",
	[XLSX_ERROR] = "error",
};

/* A line that is being written. */
struct line {
	struct json json;
	struct buf text;
};

static void begin(struct line *line, const char *kind)
{
	line->text = BUF_INIT;
	json_init(&line->json, &line->text, JSON_COMPACT);
	json_open_object(&line->json);
	json_member(&line->json, "kind", kind);
}

static void add_number(struct line *line, const char *key, size_t n)
{
	json_key(&line->json, key);
	json_int(&line->json, (int64_t)n);
}

static void add_mark(struct line *line, const char *key, bool there)
{
	if (!there)
		return;
	json_key(&line->json, key);
	json_bool(&line->json, true);
}

static void add_text(struct line *line, const char *key, const char *text, size_t len)
{
	json_key(&line->json, key);
	piece_text(&line->json, text, len < PIECE_MAX_TEXT ? len : PIECE_MAX_TEXT);
}

static void finish(struct line *line)
{
	json_close(&line->json);
	buf_addc(&line->text, '\n');
	piece_put(&line->text);
	buf_release(&line->text);
}

/* ---- workbooks ---- */

static void print_sheet(void *payload, const struct xlsx_sheet *sheet)
{
	struct line line;

	(void)payload;
	begin(&line, "sheet");
	add_number(&line, "sheet", sheet->number);
	add_text(&line, "name", sheet->name, strlen(sheet->name));
	add_mark(&line, "hidden", sheet->state != XLSX_SHOWN);
	add_mark(&line, "from-1904", sheet->from_1904);
	finish(&line);
}

static void print_cell(void *payload, const struct xlsx_cell *cell)
{
	struct line line;

	(void)payload;
	begin(&line, "cell");
	add_number(&line, "row", cell->row);
	add_number(&line, "column", cell->column);
	if (cell->type != XLSX_TEXT)
		json_member(&line.json, "type", types[cell->type]);
	add_mark(&line, "computed", cell->computed);
	add_mark(&line, "row-hidden", cell->row_hidden);
	add_mark(&line, "column-hidden", cell->column_hidden);
	add_text(&line, "text", cell->text, cell->len);
	finish(&line);
}

static void print_merged(void *payload, const struct xlsx_range *range)
{
	struct line line;

	(void)payload;
	begin(&line, "merged");
	add_number(&line, "row", range->row);
	add_number(&line, "column", range->column);
	add_number(&line, "last-row", range->last_row);
	add_number(&line, "last-column", range->last_column);
	finish(&line);
}

static void print_comment(void *payload, const struct xlsx_comment *comment)
{
	struct line line;

	(void)payload;
	begin(&line, "comment");
	json_member(&line.json, "where", comment->ref);
	add_text(&line, "text", comment->text, strlen(comment->text));
	finish(&line);
}

static void print_book(const struct looked_at *file)
{
	const struct xlsx_visitor visitor = {
		.sheet = print_sheet,
		.cell = print_cell,
		.merged = print_merged,
		.comment = print_comment,
	};
	struct error err;

	if (xlsx_read(file->bytes, file->len, &visitor, &err) < 0)
		piece_failure(&err);
}

/* ---- CSV ---- */

static void print_csv_cell(void *payload, const struct csv_cell_at *cell)
{
	struct line line;

	(void)payload;
	if (cell->len == 0)
		return;
	begin(&line, "cell");
	add_number(&line, "row", cell->row);
	add_number(&line, "column", cell->column);
	add_text(&line, "text", cell->text, cell->len);
	finish(&line);
}

/* What web systems call .xls, and what Excel of 2003 wrote as XML. */
static bool is_page(const char *text)
{
	static const char *const begins[] = { "<html", "<!doctype", "<table", "<?xml",
					      "<meta", "<head",     "<style" };

	text += strspn(text, " \t\r\n");
	for (size_t i = 0; i < ARRAY_LEN(begins); i++)
		if (strncasecmp(text, begins[i], strlen(begins[i])) == 0)
			return true;
	return false;
}

static void print_csv(const struct looked_at *file)
{
	auto_buf text = BUF_INIT;
	struct line line;

	if (!look_decode(file, &text)) {
		piece_say(PIECE_UNREADABLE, NULL, "encoding");
		return;
	}
	if (is_page(text.s)) {
		piece_say(PIECE_UNREADABLE, NULL, "page");
		return;
	}
	begin(&line, "sheet");
	add_number(&line, "sheet", 1);
	add_text(&line, "name", "", 0);
	finish(&line);
	csv_read(text.s, text.len, csv_separator(text.s, text.len), print_csv_cell, NULL);
}

void look_at_sheets(const struct looked_at *file)
{
	enum look_kind kind = look_kind(file);

	if (kind == LOOK_XLSX)
		print_book(file);
	else if (kind == LOOK_TEXT)
		print_csv(file);
	else if (kind != LOOK_NOTHING)
		piece_say(PIECE_UNREADABLE, NULL, "other");
}
