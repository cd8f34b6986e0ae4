#include "unit/made_zip.h"

#include "format/docx_number.h"
#include "format/docx_read.h"
#include "format/ofd_read.h"

static const char *const part_names[] = { "body", "header", "footer", "footnote",
					  "endnote" };

/* What a visitor is told, a line each. */
static void add_paragraph(void *payload, const struct docx_paragraph *p)
{
	assert_int_equal(strlen(p->text), p->len);
	buf_addf(payload, "%s %zu", part_names[p->part], p->number);
	if (p->style[0])
		buf_addf(payload, " [%s]", p->style);
	if (p->level >= 0)
		buf_addf(payload, " level %d of list %d", p->level, p->numbering);
	if (p->table)
		buf_addf(payload, " table %zu row %u column %u%s", p->table, p->row,
			 p->column, p->continued ? " continued" : "");
	buf_addf(payload, ": %s\n", p->text);
}

static void add_mark(void *payload, const struct docx_mark *mark)
{
	static const char *const traces[] = { "comment", "inserted", "deleted",
					      "hidden" };

	buf_addf(payload, "%s by %s at %zu: %s\n", traces[mark->trace], mark->author,
		 mark->paragraph, mark->text);
}

static void add_property(void *payload, const struct ooxml_property *property)
{
	buf_addf(payload, "%s %s\n", property->name, property->value);
}

static void add_part(void *payload, const char *name)
{
	buf_addf(payload, "part %s\n", name);
}

static int read_zip(struct made_zip *zip, struct buf *out, struct error *err)
{
	const struct docx_visitor visitor = { .payload = out,
					      .paragraph = add_paragraph,
					      .mark = add_mark,
					      .property = add_property,
					      .part = add_part };
	int done;

	made_zip_end(zip);
	done = docx_read(zip->bytes.s, zip->bytes.len, &visitor, err);
	made_zip_release(zip);
	return done;
}

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

struct body_case {
	const char *label;
	const char *body;
	const char *out;
};

static const struct body_case body_cases[] = {
	{ "paragraphs with style and list",
	  "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>"
	  "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr>"
	  "</w:pPr><w:r><w:t>条目</w:t></w:r></w:p>",
	  "body 1 [heading 1]: 标题\nbody 2 level 1 of list 3: 条目\n" },
	{ "a style that is not there keeps its id",
	  "<w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr></w:p>", "body 1 [x]: \n" },
	{ "runs are one text, with tabs and breaks",
	  "<w:p><w:r><w:t>前</w:t><w:tab/></w:r><w:r><w:t>后</w:t><w:br/><w:t>下</w:t>"
	  "</w:r></w:p>",
	  "body 1: 前\t后\n下\n" },
	{ "tab stops are no tabs",
	  "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr></w:p>",
	  "body 1: \n" },
	{ "what was inserted is there, what was deleted is not",
	  "<w:p><w:r><w:t>甲</w:t></w:r><w:ins w:author=\"张某\"><w:r><w:t>乙</w:t></w:r>"
	  "</w:ins><w:del w:author=\"李某\"><w:r><w:delText>丙</w:delText></w:r></w:del>"
	  "</w:p>",
	  "inserted by 张某 at 1: 乙\ndeleted by 李某 at 1: 丙\nbody 1: 甲乙\n" },
	{ "text that was moved is both",
	  "<w:p><w:moveFrom w:author=\"张某\"><w:r><w:t>甲</w:t></w:r></w:moveFrom></w:p>"
	  "<w:p><w:moveTo w:author=\"张某\"><w:r><w:t>甲</w:t></w:r></w:moveTo></w:p>",
	  "deleted by 张某 at 1: 甲\nbody 1: \ninserted by 张某 at 2: 甲\nbody 2: 甲\n" },
	{ "a change of looks has an author",
	  "<w:p><w:r><w:rPr><w:rPrChange w:author=\"李某\"/></w:rPr><w:t>甲</w:t></w:r>"
	  "</w:p>",
	  "inserted by 李某 at 1: \nbody 1: 甲\n" },
	{ "hidden text is told apart",
	  "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish "
	  "w:val=\"0\"/></w:rPr><w:t>露</w:t></w:r></w:p>",
	  "hidden by  at 1: 藏\nbody 1: 露\n" },
	{ "cells of tables, those that span several, those that continue",
	  "<w:tbl><w:tr><w:tc>" P(
		  "a") "</w:tc><w:tc><w:tcPr><w:gridSpan "
		       "w:val=\"2\"/></w:tcPr>" P("b") "</w:tc><w:tc>" P(
			       "c") "</w:tc></w:tr><w:tr>"
				    "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" P(
					    "d") "</w:tc></w:tr></w:tbl>" P("e"),
	  "body 1 table 1 row 1 column 1: a\nbody 2 table 1 row 1 column 2: b\n"
	  "body 3 table 1 row 1 column 4: c\nbody 4 table 1 row 2 column 1 continued: d\n"
	  "body 5: e\n" },
	{ "a table in a cell has rows of its own",
	  "<w:tbl><w:tr/><w:tr><w:tc><w:tbl><w:tr><w:tc>" P(
		  "a") "</w:tc></w:tr></w:tbl>" P("b") "</w:tc></w:tr></w:tbl>",
	  "body 1 table 1 row 1 column 1: a\nbody 2 table 1 row 2 column 1: b\n" },
	{ "a text box comes before its paragraph, once",
	  "<w:p xmlns:mc=\"m\"><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" P(
		  "框") "</w:txbxContent></mc:Choice><mc:Fallback>" P("框") "</"
									    "mc:Fallback>"
									    "</"
									    "mc:"
									    "AlternateCon"
									    "tent><w:t>"
									    "外</w:t></"
									    "w:r></w:p>",
	  "body 1: 框\nbody 2: 外\n" },
	{ "instructions of fields are no text",
	  "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t></w:r></w:p>",
	  "body 1: 1\n" },
};

static void body_is_read(void **state)
{
	const struct body_case *one = *state;
	struct made_zip zip = MADE_ZIP;
	auto_buf out = BUF_INIT;
	struct error err;

	made_document(&zip, one->body);
	made_zip_text(&zip, "word/styles.xml",
		      MADE_XML
		      "<w:styles " MADE_WORD_NS "><w:style w:styleId=\"a\"><w:name "
		      "w:val=\"Normal\"/></w:style><w:style w:styleId=\"1\"><w:name "
		      "w:val=\"heading 1\"/></w:style></w:styles>");
	if (read_zip(&zip, &out, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(out.s, one->out);
}

static void other_parts_are_read_too(void **state)
{
	struct made_zip zip = MADE_ZIP;
	auto_buf out = BUF_INIT;
	struct error err;

	(void)state;
	made_document(&zip, P("文"));
	made_zip_text(&zip, "word/comments.xml",
		      MADE_XML "<w:comments " MADE_WORD_NS
			       "><w:comment w:author=\"李某\">" P("一")
				       P("二") "</w:comment></w:comments>");
	made_zip_text(&zip, "word/header1.xml",
		      MADE_XML "<w:hdr " MADE_WORD_NS ">" P("眉") "</w:hdr>");
	made_zip_text(&zip, "word/footnotes.xml",
		      MADE_XML "<w:footnotes " MADE_WORD_NS
			       "><w:footnote>" P("注") "</w:footnote></w:footnotes>");
	made_zip_text(&zip, "docProps/app.xml",
		      MADE_XML "<Properties><Company>某公司</Company></Properties>");
	made_zip_text(&zip, "word/embeddings/a.bin", "x");
	if (read_zip(&zip, &out, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(out.s, "body 1: 文\n"
				   "comment by 李某 at 0: 一\n二\n"
				   "header 1: 眉\n"
				   "footnote 1: 注\n"
				   "Company 某公司\n"
				   "part word/embeddings/a.bin\n");
}

static void what_nests_too_deep_is_refused(void **state)
{
	static const char *const elements[] = { "p", "tbl" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(elements); i++) {
		struct made_zip zip = MADE_ZIP;
		auto_buf body = BUF_INIT;
		auto_buf out = BUF_INIT;
		struct error err;

		for (size_t n = 0; n < 50; n++)
			buf_addf(&body, "<w:%s>", elements[i]);
		for (size_t n = 0; n < 50; n++)
			buf_addf(&body, "</w:%s>", elements[i]);
		made_document(&zip, body.s);
		assert_int_equal(read_zip(&zip, &out, &err), -1);
		assert_int_equal(err.code, ERR_LIMIT);
	}
}

static void a_document_that_is_none_is_an_error(void **state)
{
	struct made_zip zip = MADE_ZIP;
	auto_buf out = BUF_INIT;
	struct error err;

	(void)state;
	made_workbook(&zip, "");
	made_zip_text(&zip, "_rels/other.rels", "");
	assert_int_equal(read_zip(&zip, &out, &err), 0); /* its main part is XML */
	zip = MADE_ZIP;
	made_zip_text(&zip, "a", "x");
	assert_int_equal(read_zip(&zip, &out, &err), -1);
	assert_int_equal(err.code, ERR_SYNTAX);
}

/* ---- OFD ---- */

static void add_line(void *payload, const struct ofd_line *line)
{
	buf_addf(payload, "%zu: %s\n", line->page, line->text);
}

static void add_ofd_property(void *payload, const char *name, const char *value)
{
	buf_addf(payload, "%s %s\n", name, value);
}

static void text_of_ofd_is_joined_by_line(void **state)
{
	struct made_zip zip = MADE_ZIP;
	auto_buf out = BUF_INIT;
	const struct ofd_visitor visitor = { .payload = &out,
					     .line = add_line,
					     .property = add_ofd_property,
					     .part = add_part };
	struct error err;

	(void)state;
	made_zip_text(&zip, "OFD.xml",
		      "<ofd:OFD xmlns:ofd=\"x\"><ofd:Author>张某</ofd:Author></ofd:OFD>");
	made_zip_text(
		&zip, "Doc_0/Pages/Page_0/Content.xml",
		"<ofd:Page xmlns:ofd=\"x\"><ofd:TextObject Boundary=\"1 20 5 5\">"
		"<ofd:TextCode X=\"0\">甲</ofd:TextCode></ofd:TextObject>"
		"<ofd:TextObject Boundary=\"6 20 5 5\"><ofd:TextCode>乙</ofd:TextCode>"
		"</ofd:TextObject><ofd:TextObject Boundary=\"1 30 5 5\">"
		"<ofd:TextCode>丙</ofd:TextCode></ofd:TextObject></ofd:Page>");
	made_zip_text(&zip, "Doc_0/Pages/Page_1/Content.xml",
		      "<Page><TextObject Boundary=\"1 30 5 5\"><TextCode>丁</TextCode>"
		      "</TextObject></Page>");
	made_zip_text(&zip, "Doc_0/Attachs/a.doc", "x");
	made_zip_end(&zip);
	if (ofd_read(zip.bytes.s, zip.bytes.len, &visitor, &err) < 0)
		fail_msg("%s", err.text);
	made_zip_release(&zip);
	assert_string_equal(out.s, "Author 张某\n1: 甲乙\n1: 丙\n2: 丁\n"
				   "part Doc_0/Attachs/a.doc\n");
}

/* ---- how paragraphs look ---- */

static void add_look(void *payload, const struct docx_paragraph *p)
{
	static const char *const aligns[] = { "", " left", " centre", " right", " both" };

	buf_addf(payload, "%s|%s|%s%s%s%s%s", p->label, p->text, aligns[p->align],
		 p->bold ? " bold" : "", p->page ? " page" : "", p->boxed ? " boxed" : "",
		 p->head ? " head" : "");
	if (p->outline)
		buf_addf(payload, " outline %d", p->outline);
	if (p->size)
		buf_addf(payload, " size %d", p->size);
	if (p->note)
		buf_addf(payload, " note %zu", p->note);
	if (p->table)
		buf_addf(payload, " cell %u,%u span %u", p->outer_row, p->outer_column,
			 p->span);
	buf_addc(payload, '\n');
}

static void assert_looks(const char *body, const char *parts[][2], const char *out)
{
	struct made_zip zip = MADE_ZIP;
	auto_buf text = BUF_INIT;
	const struct docx_visitor visitor = { .payload = &text,
					      .references = true,
					      .paragraph = add_look };
	struct error err;

	made_document(&zip, body);
	for (size_t i = 0; parts && parts[i][0]; i++)
		made_zip_text(&zip, parts[i][0], parts[i][1]);
	made_zip_end(&zip);
	if (docx_read(zip.bytes.s, zip.bytes.len, &visitor, &err) < 0)
		fail_msg("%s", err.text);
	made_zip_release(&zip);
	assert_string_equal(text.s, out);
}

#define PPR(properties, text) \
	"<w:p><w:pPr>" properties "</w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define NUM(list, level) \
	"<w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list "\"/></w:numPr>"

static void paragraphs_say_how_they_look(void **state)
{
	const char *styles[][2] = {
		{ "word/styles.xml",
		  "<w:styles " MADE_WORD_NS "><w:docDefaults><w:rPrDefault><w:rPr><w:sz "
		  "w:val=\"32\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style "
		  "w:type=\"paragraph\" w:styleId=\"a\"><w:name "
		  "w:val=\"Title\"/><w:pPr><w:jc "
		  "w:val=\"center\"/></w:pPr><w:rPr><w:b/><w:sz "
		  "w:val=\"44\"/></w:rPr></w:style>"
		  "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name "
		  "w:val=\"x\"/><w:basedOn "
		  "w:val=\"a\"/><w:rPr><w:b w:val=\"0\"/></w:rPr></w:style></w:styles>" },
		{ NULL, NULL }
	};

	(void)state;
	assert_looks(PPR("<w:pStyle w:val=\"a\"/>", "标题") PPR("<w:pStyle w:val=\"b\"/>",
								"次")
			     PPR("<w:jc w:val=\"right\"/><w:outlineLvl w:val=\"1\"/>",
				 "右") PPR("<w:pageBreakBefore/>", "页") P("文"),
		     styles,
		     "|标题| centre bold size 44\n|次| centre size 44\n|右| right "
		     "outline 2 size 32\n"
		     "|页| page size 32\n|文| size 32\n");
	/* How it looked before a change is no look. */
	assert_looks(
		"<w:p><w:pPr><w:jc w:val=\"right\"/><w:pPrChange w:author=\"x\"><w:pPr>"
		"<w:jc w:val=\"center\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>甲</w:t>"
		"</w:r></w:p>",
		NULL, "|甲| right\n");
	/* A break begins a page: within its paragraph, or with the next that has text. */
	assert_looks(
		"<w:p><w:r><w:br w:type=\"page\"/><w:t>甲</w:t></w:r></w:p>"
		"<w:p><w:r><w:t>乙</w:t><w:br w:type=\"page\"/></w:r></w:p>" P(
			"丙") "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" P("丁"),
		NULL, "|甲| page\n|乙\n|\n|丙| page\n|| page\n|丁| page\n");
}

static void automatic_numbers_are_as_printed(void **state)
{
#define LVL(n, start, format, text)                       \
	"<w:lvl w:ilvl=\"" n "\"><w:start w:val=\"" start \
	"\"/><w:numFmt w:val=\"" format "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
	const char *numbers[][2] = {
		{ "word/numbering.xml",
		  "<w:numbering " MADE_WORD_NS
		  "><w:abstractNum w:abstractNumId=\"0\">" LVL(
			  "0", "1", "chineseCounting",
			  "%1、") LVL("1", "1", "chineseCounting", "（%2）")
			  LVL("2", "3", "decimal",
			      "%1.%3") "</w:abstractNum>"
				       "<w:abstractNum w:abstractNumId=\"1\">" LVL(
					       "0", "1", "bullet",
					       "\xef\x82\xb7") "</w:abstractNum><w:num "
							       "w:numId=\"1\"><w:"
							       "abstractNumId "
							       "w:val=\"0\"/></w:num>"
							       "<w:num "
							       "w:numId=\"2\"><w:"
							       "abstractNumId "
							       "w:val=\"1\"/></w:num>"
							       "<w:num "
							       "w:numId=\"3\"><w:"
							       "abstractNumId "
							       "w:val=\"0\"/"
							       "><w:lvlOverride "
							       "w:ilvl=\"0\"><w:"
							       "startOverride "
							       "w:val=\"10\"/></"
							       "w:lvlOverride></w:num>"
							       "</w:numbering>" },
		{ NULL, NULL }
	};

	(void)state;
	assert_looks(
		PPR(NUM("1", "0"), "甲") PPR(NUM("1", "1"), "乙") PPR(NUM("1", "1"), "丙")
			PPR(NUM("1", "0"), "丁") PPR(NUM("1", "1"), "戊")
				PPR(NUM("1", "2"), "己") PPR(NUM("2", "0"), "庚")
					PPR(NUM("3", "0"), "辛") PPR(NUM("3", "0"), "壬")
						PPR(NUM("9", "0"), "癸")
							PPR(NUM("0", "0"), "子"),
		numbers,
		"一、|甲|\n（一）|乙|\n（二）|丙|\n二、|丁|\n（一）|戊|\n二.3|己|\n•|庚|"
		"\n"
		"十、|辛|\n十一、|壬|\n|癸|\n|子|\n");
#undef LVL
}

static void numbers_are_written_in_each_format(void **state)
{
	static const struct {
		const char *format;
		int n;
		const char *text;
	} rows[] = {
		{ "decimal", 12, "12" },
		{ "decimalZero", 7, "07" },
		{ "decimalFullWidth", 10, "１０" },
		{ "upperLetter", 28, "BB" },
		{ "lowerRoman", 14, "xiv" },
		{ "upperRoman", 1999, "MCMXCIX" },
		{ "chineseCountingThousand", 21, "二十一" },
		{ "ideographDigital", 2018, "二〇一八" },
		{ "chineseLegalSimplified", 12, "壹拾贰" },
		{ "ideographTraditional", 3, "丙" },
		{ "ideographZodiac", 12, "亥" },
		{ "decimalEnclosedCircleChinese", 20, "⑳" },
		{ "decimalEnclosedCircle", 21, "㉑" },
		{ "decimalEnclosedParen", 3, "⑶" },
		{ "decimalEnclosedFullstop", 2, "⒉" },
		{ "ideographEnclosedCircle", 4, "㊃" },
		{ "none", 5, "" },
		{ "hex", 5, "5" },
		{ "chineseCounting", 0, "0" },
		{ "lowerLetter", 0, "0" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		auto_buf out = BUF_INIT;

		docx_number_text(&out, rows[i].format, rows[i].n);
		if (strcmp(out.s, rows[i].text) != 0)
			fail_msg("%s %d: %s", rows[i].format, rows[i].n, out.s);
	}
}

static void notes_boxes_and_signs_are_text(void **state)
{
	const char *notes[][2] = { { "word/footnotes.xml",
				     "<w:footnotes " MADE_WORD_NS
				     "><w:footnote w:id=\"0\"><w:p/></w:footnote>"
				     "<w:footnote w:id=\"5\">" P(
					     "出处") "</w:footnote></w:footnotes>" },
				   { NULL, NULL } };

	(void)state;
	assert_looks(
		"<w:p><w:r><w:t>见</w:t><w:footnoteReference w:id=\"5\"/></w:r></w:p>",
		notes, "|见〔注1〕|\n||\n|出处| note 1\n");
	assert_looks(
		"<w:p><w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/><w:t>合格</w:t>"
		"</w:r></w:p>",
		NULL, "|☑合格|\n");
	assert_looks(
		"<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:txbxContent>" PPR(
			"<w:jc w:val=\"center\"/>",
			"文件") "</w:txbxContent><w:t>后</w:t></w:r>"
				"</w:p>",
		NULL, "|文件| centre boxed\n|后| right\n");
	/* A paragraph whose end was deleted goes on with the next. */
	assert_looks("<w:p><w:pPr><w:rPr><w:del "
		     "w:author=\"x\"/></w:rPr></w:pPr><w:r><w:t>上</w:t>"
		     "</w:r></w:p>" P("下"),
		     NULL, "|上下|\n");
	assert_looks(
		"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan "
		"w:val=\"2\"/></w:tcPr>" P("甲") "</w:tc><w:tc>" P(
			"乙") "</w:tc></w:tr>"
			      "<w:tr><w:tc><w:tbl><w:tr><w:tc>" P(
				      "内") "</w:tc></w:tr></w:tbl></w:tc>"
					    "</w:tr></w:tbl>",
		NULL,
		"|甲| head cell 1,1 span 2\n|乙| head cell 1,3 span 1\n"
		"|内| cell 2,1 span 1\n");
}

int main(void)
{
	struct CMUnitTest tests[8 + ARRAY_LEN(body_cases)] = {
		cmocka_unit_test(other_parts_are_read_too),
		cmocka_unit_test(what_nests_too_deep_is_refused),
		cmocka_unit_test(a_document_that_is_none_is_an_error),
		cmocka_unit_test(text_of_ofd_is_joined_by_line),
		cmocka_unit_test(paragraphs_say_how_they_look),
		cmocka_unit_test(automatic_numbers_are_as_printed),
		cmocka_unit_test(numbers_are_written_in_each_format),
		cmocka_unit_test(notes_boxes_and_signs_are_text),
	};
	size_t count = 8;

	for (size_t i = 0; i < ARRAY_LEN(body_cases); i++)
		tests[count++] = UNIT_ROW(body_is_read, &body_cases[i]);
	return cmocka_run_group_tests_name("docx_read", tests, NULL, NULL) != 0;
}
