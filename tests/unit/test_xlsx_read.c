#include "unit/made_zip.h"

#include "format/xlsx_read.h"

/* What a visitor is told, a line each. */
static void add_sheet(void *payload, const struct xlsx_sheet *sheet)
{
	static const char *const states[] = { "", " hidden", " very hidden" };

	buf_addf(payload, "sheet %zu %s%s%s\n", sheet->number, sheet->name,
		 states[sheet->state], sheet->from_1904 ? " 1904" : "");
}

static void add_cell(void *payload, const struct xlsx_cell *cell)
{
	static const char *const types[] = { "text", "number", "date", "boolean",
					     "error" };
	char ref[XLSX_REF_SIZE];

	assert_int_equal(strlen(cell->text), cell->len);
	buf_addf(payload, "%s %s %s%s%s%s\n", xlsx_ref(cell->row, cell->column, ref),
		 types[cell->type], cell->text, cell->computed ? " computed" : "",
		 cell->row_hidden ? " in a hidden row" : "",
		 cell->column_hidden ? " in a hidden column" : "");
}

static void add_merged(void *payload, const struct xlsx_range *range)
{
	buf_addf(payload, "merged %u,%u to %u,%u\n", range->row, range->column,
		 range->last_row, range->last_column);
}

static void add_comment(void *payload, const struct xlsx_comment *comment)
{
	buf_addf(payload, "comment %s!%s by %s: %s\n", comment->sheet->name, comment->ref,
		 comment->author, comment->text);
}

static void add_property(void *payload, const struct ooxml_property *property)
{
	buf_addf(payload, "%s %s\n", property->name, property->value);
}

static void add_text(void *payload, const struct xlsx_sheet *sheet, const char *text)
{
	(void)sheet;
	buf_addf(payload, "text %s\n", text);
}

static void add_part(void *payload, const char *name)
{
	buf_addf(payload, "part %s\n", name);
}

static int read_zip(struct made_zip *zip, struct buf *out, struct error *err)
{
	const struct xlsx_visitor visitor = {
		.payload = out,
		.sheet = add_sheet,
		.cell = add_cell,
		.merged = add_merged,
		.comment = add_comment,
		.property = add_property,
		.text = add_text,
		.part = add_part,
	};
	int done;

	made_zip_end(zip);
	done = xlsx_read(zip->bytes.s, zip->bytes.len, &visitor, err);
	made_zip_release(zip);
	return done;
}

struct sheet_case {
	const char *label;
	const char *sheet;
	const char *out; /* behind the line of the sheet */
};

static const struct sheet_case sheet_cases[] = {
	{ "a shared text, with and without runs",
	  "<sheetData><row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" "
	  "t=\"s\"><v>1</v></c></row></sheetData>",
	  "B2 text 姓名\nC2 text 身份证号\n" },
	{ "a shared text that is not there is no cell",
	  "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row></sheetData>",
	  "" },
	{ "an inline text, and that of a formula",
	  "<sheetData><row><c t=\"inlineStr\"><is><t>甲</t></is></c><c "
	  "t=\"str\"><f>A1</f><v>乙</v></c></row></sheetData>",
	  "A1 text 甲\nB1 text 乙 computed\n" },
	{ "numbers stay as they are written",
	  "<sheetData><row><c><v>1.50</v></c><c><v>6.40502199001010E+17</v></c></row>"
	  "</sheetData>",
	  "A1 number 1.50\nB1 number 6.40502199001010E+17\n" },
	{ "dates by style: built in, own, and not",
	  "<sheetData><row><c s=\"1\"><v>43285</v></c><c s=\"2\"><v>43285</v></c><c "
	  "s=\"3\"><v>43285</v></c><c s=\"9\"><v>1</v></c></row></sheetData>",
	  "A1 date 43285\nB1 date 43285\nC1 number 43285\nD1 number 1\n" },
	{ "booleans and errors",
	  "<sheetData><row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c></row>"
	  "</sheetData>",
	  "A1 boolean 1\nB1 error #N/A\n" },
	{ "rows and cells without numbers follow each other",
	  "<sheetData><row r=\"5\"><c r=\"C5\"><v>1</v></c><c><v>2</v></c></row><row>"
	  "<c><v>3</v></c></row></sheetData>",
	  "C5 number 1\nD5 number 2\nA6 number 3\n" },
	{ "a cell outside any row has the place that it names",
	  "<sheetData><c r=\"B4\"><v>1</v></c></sheetData>", "B4 number 1\n" },
	{ "a nameless cell outside any row is in the first",
	  "<sheetData><c><v>1</v></c></sheetData>", "A1 number 1\n" },
	{ "empty cells are left out",
	  "<sheetData><row><c r=\"A1\" s=\"1\"/><c "
	  "r=\"B1\"><v></v></c></row></sheetData>",
	  "" },
	{ "hidden rows and columns",
	  "<cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols><sheetData><row "
	  "hidden=\"true\"><c><v>1</v></c></row><row><c r=\"B2\"><v>2</v></c></row>"
	  "</sheetData>",
	  "A1 number 1 in a hidden row\nB2 number 2 in a hidden column\n" },
	{ "merged cells, and a range that is none",
	  "<sheetData/><mergeCells><mergeCell ref=\"A1:C2\"/><mergeCell "
	  "ref=\"A1\"/><mergeCell ref=\"x:y\"/></mergeCells>",
	  "merged 1,1 to 2,3\n" },
	{ "a place that no sheet has is counted on",
	  "<sheetData><row r=\"0\"><c r=\"ZZZZ1\"><v>1</v></c></row><row "
	  "r=\"99999999999\"><c r=\"A0\"><v>2</v></c></row></sheetData>",
	  "A1 number 1\nA2 number 2\n" },
	{ "how a word is read is no part of it",
	  "<sheetData><row><c t=\"inlineStr\"><is><t>东</t><rPh><t>dong</t></rPh></is>"
	  "</c></row></sheetData>",
	  "A1 text 东\n" },
	{ "heads and feet of pages are texts",
	  "<sheetData/><headerFooter><oddHeader>镇</oddHeader></headerFooter>",
	  "text 镇\n" },
	{ "blanks around a text stay",
	  "<sheetData><row><c t=\"inlineStr\"><is><t xml:space=\"preserve\"> 甲 </t></is>"
	  "</c></row></sheetData>",
	  "A1 text  甲 \n" },
};

static void sheet_is_read(void **state)
{
	const struct sheet_case *one = *state;
	struct made_zip zip = MADE_ZIP;
	auto_buf out = BUF_INIT;
	auto_buf wanted = BUF_INIT;
	struct error err;

	made_workbook(&zip, one->sheet);
	made_zip_text(&zip, "xl/sharedStrings.xml",
		      MADE_XML "<sst " MADE_SHEET_NS "><si><t>姓名</t></si><si><r><t>身份"
			       "</t></r><r><t>证号</t></r></si></sst>");
	made_zip_text(&zip, "xl/styles.xml",
		      MADE_XML
		      "<styleSheet " MADE_SHEET_NS
		      "><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;"
		      "年&quot;m&quot;月&quot;\"/><numFmt numFmtId=\"177\" "
		      "formatCode=\"[Red]0.00&quot;day&quot;\"/></numFmts>"
		      "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
		      "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
		      "numFmtId=\"176\"/><xf numFmtId=\"177\"/></cellXfs>"
		      "</styleSheet>");
	buf_addf(&wanted, "sheet 1 名单\n%s", one->out);
	if (read_zip(&zip, &out, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(out.s, wanted.s);
}

static void what_lies_beside_the_cells_is_told(void **state)
{
	struct made_zip zip = MADE_ZIP;
	auto_buf out = BUF_INIT;
	struct error err;

	(void)state;
	made_workbook(&zip, "<sheetData/>");
	made_zip_text(&zip, "xl/worksheets/_rels/sheet1.xml.rels",
		      MADE_XML MADE_RELS MADE_REL("rId1", "comments", "../comments1.xml")
			      MADE_REL("rId2", "drawing",
				       "/xl/drawings/drawing1.xml") "</Relationships>");
	made_zip_text(&zip, "xl/comments1.xml",
		      MADE_XML
		      "<comments " MADE_SHEET_NS "><authors><author>李某</author>"
		      "</authors><commentList><comment ref=\"B2\" authorId=\"0\">"
		      "<text><r><t>再</t></r><r><t>核对</t></r></text></comment>"
		      "<comment ref=\"B3\" authorId=\"7\"><text><t>二</t></text>"
		      "</comment></commentList></comments>");
	made_zip_text(&zip, "xl/drawings/drawing1.xml",
		      MADE_XML "<xdr:wsDr xmlns:xdr=\"x\" xmlns:a=\"a\"><a:p><a:r><a:t>框"
			       "</a:t></a:r><a:r><a:t>内</a:t></a:r></a:p></xdr:wsDr>");
	made_zip_text(&zip, "docProps/core.xml",
		      MADE_XML
		      "<cp:p xmlns:cp=\"a\" xmlns:dc=\"b\"><dc:creator>张某"
		      "</dc:creator><cp:lastModifiedBy></cp:lastModifiedBy></cp:p>");
	made_zip_text(&zip, "xl/pivotCache/pivotCacheRecords1.xml", MADE_XML "<r/>");
	if (read_zip(&zip, &out, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(out.s, "creator 张某\n"
				   "sheet 1 名单\n"
				   "comment 名单!B2 by 李某: 再核对\n"
				   "comment 名单!B3 by : 二\n"
				   "text 框内\n"
				   "part xl/pivotCache/pivotCacheRecords1.xml\n");
}

static void sheets_come_in_order_with_their_state(void **state)
{
	struct made_zip zip = MADE_ZIP;
	auto_buf out = BUF_INIT;
	struct error err;

	(void)state;
	made_zip_text(&zip, "_rels/.rels",
		      MADE_XML MADE_RELS MADE_REL("rId1", "officeDocument",
						  "book/main.xml") "</Relationships>");
	made_zip_text(&zip, "book/_rels/main.xml.rels",
		      MADE_XML MADE_RELS MADE_REL("a", "worksheet", "../s/1.xml")
			      MADE_REL("b", "worksheet",
				       "../../../s/2.xml") "</Relationships>");
	made_zip_text(&zip, "book/main.xml",
		      MADE_XML
		      "<workbook " MADE_SHEET_NS "><workbookPr date1904=\"1\"/>"
		      "<sheets><sheet name=\"二\" state=\"veryHidden\" r:id=\"b\"/>"
		      "<sheet name=\"无\" r:id=\"c\"/><sheet name=\"一\" "
		      "state=\"hidden\" r:id=\"a\"/></sheets></workbook>");
	made_zip_text(&zip, "s/1.xml", MADE_XML "<worksheet/>");
	made_zip_text(&zip, "s/2.xml", MADE_XML "<worksheet/>");
	if (read_zip(&zip, &out, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(out.s,
			    "sheet 1 二 very hidden 1904\nsheet 2 一 hidden 1904\n");
}

struct broken_case {
	const char *label;
	const char *sheet;
	enum error_code code;
};

static const struct broken_case broken_cases[] = {
	{ "a sheet that breaks off is damage", "<sheetData><row>", ERR_SYNTAX },
	{ "a sheet with a document type is refused",
	  "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>", ERR_DENIED },
};

static void broken_sheet_is_an_error(void **state)
{
	const struct broken_case *one = *state;
	struct made_zip zip = MADE_ZIP;
	auto_buf out = BUF_INIT;
	struct error err;

	made_zip_text(
		&zip, "xl/_rels/workbook.xml.rels",
		MADE_XML MADE_RELS MADE_REL("rId1", "worksheet",
					    "worksheets/sheet1.xml") "</Relationships>");
	made_zip_text(&zip, "xl/workbook.xml",
		      MADE_XML "<workbook " MADE_SHEET_NS
			       "><sheets><sheet name=\"名单\" r:id=\"rId1\"/></sheets>"
			       "</workbook>");
	made_zip_text(&zip, "xl/worksheets/sheet1.xml", one->sheet);
	assert_int_equal(read_zip(&zip, &out, &err), -1);
	assert_int_equal(err.code, one->code);
	assert_non_null(strstr(err.text, "sheet1.xml"));
}

static void a_sheet_too_many_is_told(void **state)
{
	struct made_zip zip = MADE_ZIP;
	auto_buf book = BUF_INIT;
	auto_buf out = BUF_INIT;
	struct error err;

	(void)state;
	buf_adds(&book, "<workbook " MADE_SHEET_NS "><sheets>");
	for (size_t i = 0; i <= XLSX_MAX_SHEETS; i++)
		buf_adds(&book, "<sheet name=\"a\" r:id=\"r\"/>");
	buf_adds(&book, "</sheets></workbook>");
	made_zip_text(&zip, "xl/_rels/workbook.xml.rels",
		      MADE_RELS MADE_REL("r", "worksheet", "a.xml") "</Relationships>");
	made_zip_text(&zip, "xl/workbook.xml", book.s);
	made_zip_text(&zip, "xl/a.xml", "<worksheet/>");
	assert_int_equal(read_zip(&zip, &out, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	assert_string_equal(out.s, "");
}

static void an_archive_without_a_workbook_is_none(void **state)
{
	struct made_zip zip = MADE_ZIP;
	auto_buf out = BUF_INIT;
	struct error err;

	(void)state;
	made_zip_text(&zip, "a.txt", "x");
	assert_int_equal(read_zip(&zip, &out, &err), -1);
	assert_int_equal(err.code, ERR_SYNTAX);
}

struct ref_case {
	const char *label;
	const char *ref;
	uint32_t row; /* 0: it is none */
	uint32_t column;
};

static const struct ref_case ref_cases[] = {
	{ "the first cell", "A1", 1, 1 },
	{ "behind Z comes AA", "AA10", 10, 27 },
	{ "the last cell of a sheet", "XFD1048576", 1048576, 16384 },
	{ "beyond the last column there is none", "XFE1", 0, 0 },
	{ "beyond the last row there is none", "A1048577", 0, 0 },
	{ "a number alone is none", "12", 0, 0 },
	{ "letters alone are none", "AB", 0, 0 },
	{ "many letters are none", "AAAAAAAAAAAAAAAAAAAA1", 0, 0 },
};

static void reference_is_read_and_written(void **state)
{
	const struct ref_case *one = *state;
	uint32_t row = 0;
	uint32_t column = 0;
	char ref[XLSX_REF_SIZE];

	assert_int_equal(xlsx_parse_ref(one->ref, &row, &column, NULL), one->row > 0);
	assert_int_equal(row, one->row);
	assert_int_equal(column, one->column);
	if (one->row > 0)
		assert_string_equal(xlsx_ref(row, column, ref), one->ref);
}

int main(void)
{
	struct CMUnitTest tests[4 + ARRAY_LEN(sheet_cases) + ARRAY_LEN(broken_cases) +
				ARRAY_LEN(ref_cases)] = {
		cmocka_unit_test(what_lies_beside_the_cells_is_told),
		cmocka_unit_test(sheets_come_in_order_with_their_state),
		cmocka_unit_test(an_archive_without_a_workbook_is_none),
		cmocka_unit_test(a_sheet_too_many_is_told),
	};
	size_t count = 4;

	for (size_t i = 0; i < ARRAY_LEN(sheet_cases); i++)
		tests[count++] = UNIT_ROW(sheet_is_read, &sheet_cases[i]);
	for (size_t i = 0; i < ARRAY_LEN(broken_cases); i++)
		tests[count++] = UNIT_ROW(broken_sheet_is_an_error, &broken_cases[i]);
	for (size_t i = 0; i < ARRAY_LEN(ref_cases); i++)
		tests[count++] = UNIT_ROW(reference_is_read_and_written, &ref_cases[i]);
	return cmocka_run_group_tests_name("xlsx_read", tests, NULL, NULL) != 0;
}
