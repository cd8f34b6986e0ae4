/*
 * Workbooks: an archive as it comes, or text that becomes the sheet, the comments and the
 * shared texts of one.  Whatever is told is whole.
 */
#include <assert.h>

#include "unit/made_zip.h"

#include "format/xlsx_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void take_cell(void *payload, const struct xlsx_cell *cell)
{
	size_t *cells = payload;
	char ref[XLSX_REF_SIZE];
	uint32_t row;
	uint32_t column;

	assert((cell->len > 0 || cell->computed) && strlen(cell->text) <= XLSX_MAX_CELL);
	assert(cell->row > 0 && cell->sheet->number > 0);
	if (cell->row <= XLSX_MAX_ROWS && cell->column <= XLSX_MAX_COLUMNS &&
	    xlsx_parse_ref(xlsx_ref(cell->row, cell->column, ref), &row, &column, NULL))
		assert(row == cell->row && column == cell->column);
	++*cells;
}

static void take_comment(void *payload, const struct xlsx_comment *comment)
{
	size_t *cells = payload;

	*cells += strlen(comment->ref) + strlen(comment->author) + strlen(comment->text);
}

static void read_bytes(const void *bytes, size_t len)
{
	size_t cells = 0;
	const struct xlsx_visitor visitor = { .payload = &cells,
					      .cell = take_cell,
					      .comment = take_comment };
	struct error err = { 0 };

	if (xlsx_read(bytes, len, &visitor, &err) < 0)
		assert(err.code != ERR_NONE && err.text[0]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct made_zip zip = MADE_ZIP;
	auto_buf text = BUF_INIT;

	if (size > 1 && data[0] == 'P' && data[1] == 'K') {
		read_bytes(data, size);
		return 0;
	}
	buf_add(&text, data, size);
	made_workbook(&zip, text.s);
	made_zip_text(&zip, "xl/sharedStrings.xml", text.s);
	made_zip_text(&zip, "xl/worksheets/_rels/sheet1.xml.rels",
		      MADE_RELS MADE_REL("rId1", "comments",
					 "../comments1.xml") "</Relationships>");
	made_zip_text(&zip, "xl/comments1.xml", text.s);
	made_zip_end(&zip);
	read_bytes(zip.bytes.s, zip.bytes.len);
	made_zip_release(&zip);
	return 0;
}
