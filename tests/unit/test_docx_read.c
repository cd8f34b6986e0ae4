#include "unit/made_zip.h"

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

static void add_line(void *payload, size_t page, const char *text)
{
	buf_addf(payload, "%zu: %s\n", page, text);
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

int main(void)
{
	struct CMUnitTest tests[4 + ARRAY_LEN(body_cases)] = {
		cmocka_unit_test(other_parts_are_read_too),
		cmocka_unit_test(what_nests_too_deep_is_refused),
		cmocka_unit_test(a_document_that_is_none_is_an_error),
		cmocka_unit_test(text_of_ofd_is_joined_by_line),
	};
	size_t count = 4;

	for (size_t i = 0; i < ARRAY_LEN(body_cases); i++)
		tests[count++] = UNIT_ROW(body_is_read, &body_cases[i]);
	return cmocka_run_group_tests_name("docx_read", tests, NULL, NULL) != 0;
}
