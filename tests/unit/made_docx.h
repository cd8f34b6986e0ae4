/*
 * DOCX documents from papers written as text (paper_lines.h): what Word would write, as far
 * as gk reads it.  Automatic numbers stand in numbering.xml alone, never in the text.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_UNIT_MADE_DOCX_H
#define GK_TESTS_UNIT_MADE_DOCX_H

#include "unit/made_zip.h"
#include "unit/paper_lines.h"

static inline void made_docx_text(struct buf *out, const char *text)
{
	for (const char *p = text; *p; p++) {
		if (*p == '&')
			buf_adds(out, "&amp;");
		else if (*p == '<')
			buf_adds(out, "&lt;");
		else if (*p == '\n')
			buf_adds(out, "</w:t><w:br/><w:t xml:space=\"preserve\">");
		else
			buf_addc(out, *p);
	}
}

/* The level of a list whose labels look so; -1 for none. */
static inline int made_docx_level(const char *label)
{
	if (!*label)
		return -1;
	if (strcmp(label, "•") == 0)
		return 4;
	if (strstr(label, "）"))
		return strpbrk(label, "0123456789") ? 3 : 1;
	return strstr(label, "、") ? 0 : 2;
}

static inline void made_docx_paragraph(struct buf *out, const struct paper_line *line)
{
	static const char *const aligns[] = { [ALIGN_NONE] = NULL,
					      [ALIGN_LEFT] = "left",
					      [ALIGN_CENTRE] = "center",
					      [ALIGN_RIGHT] = "right" };
	int level = made_docx_level(line->label);

	buf_adds(out, "<w:p><w:pPr>");
	if (line->page)
		buf_adds(out, "<w:pageBreakBefore/>");
	if (level >= 0)
		buf_addf(out,
			 "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId "
			 "w:val=\"%d\"/></w:numPr>",
			 level == 4 ? 0 : level, level == 4 ? 2 : 1);
	if (aligns[line->align])
		buf_addf(out, "<w:jc w:val=\"%s\"/>", aligns[line->align]);
	if (line->outline > 0)
		buf_addf(out, "<w:outlineLvl w:val=\"%d\"/>", line->outline - 1);
	buf_adds(out, "</w:pPr><w:r><w:t xml:space=\"preserve\">");
	made_docx_text(out, line->text);
	buf_adds(out, "</w:t></w:r></w:p>");
}

/* Cells of a table follow one another by row and column. */
static inline size_t made_docx_table(struct buf *out, const struct paper_line *lines,
				     size_t i, size_t count)
{
	size_t table = lines[i].table;
	uint32_t row = 0;

	buf_adds(out, "<w:tbl>");
	for (; i < count && lines[i].table == table; i++) {
		if (lines[i].row != row)
			buf_addf(out, "%s<w:tr>", row ? "</w:tr>" : "");
		row = lines[i].row;
		buf_adds(out, "<w:tc>");
		made_docx_paragraph(out, &lines[i]);
		buf_adds(out, "</w:tc>");
	}
	buf_adds(out, "</w:tr></w:tbl>");
	return i;
}

static inline void made_docx_margin(struct made_zip *zip, const struct paper_line *lines,
				    size_t count)
{
	auto_buf part = BUF_INIT;

	buf_adds(&part, MADE_XML "<w:hdr " MADE_WORD_NS ">");
	for (size_t i = 0; i < count; i++)
		if (lines[i].place == PAPER_IN_MARGIN)
			made_docx_paragraph(&part, &lines[i]);
	buf_adds(&part, "</w:hdr>");
	made_zip_text(zip, "word/header1.xml", part.s);
}

static inline void made_docx_numbers(struct made_zip *zip)
{
#define MADE_LEVEL(n, format, text)                                               \
	"<w:lvl w:ilvl=\"" n "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format \
	"\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
	made_zip_text(zip, "word/numbering.xml",
		      MADE_XML
		      "<w:numbering " MADE_WORD_NS
		      "><w:abstractNum w:abstractNumId=\"7\">" MADE_LEVEL(
			      "0", "chineseCountingThousand", "%1、")
			      MADE_LEVEL("1", "chineseCountingThousand", "（%2）")
				      MADE_LEVEL("2", "decimal", "%3.") MADE_LEVEL(
					      "3", "decimal",
					      "（%4）") "</w:abstractNum><w:abstractNum "
							"w:abstractNumId="
							"\"8\">" MADE_LEVEL("0", "bullet",
									    "\xef\x82"
									    "\xb7") "</"
										    "w:"
										    "abst"
										    "ract"
										    "Num>"
										    "<w:"
										    "num "
										    "w:"
										    "numI"
										    "d="
										    "\"1"
										    "\"><"
										    "w:"
										    "abst"
										    "ract"
										    "NumI"
										    "d "
										    "w:"
										    "val="
										    "\"7"
										    "\"/"
										    "></"
										    "w:"
										    "num>"
										    "<w:"
										    "num "
										    "w:"
										    "numI"
										    "d="
										    "\"2"
										    "\"><"
										    "w:"
										    "abst"
										    "ract"
										    "NumI"
										    "d "
										    "w:"
										    "val="
										    "\"8"
										    "\"/"
										    "></"
										    "w:"
										    "num>"
										    "</"
										    "w:"
										    "numb"
										    "erin"
										    "g>");
#undef MADE_LEVEL
}

/* What LibreOffice and Word ask for before they look at anything else. */
static inline void made_docx_types(struct made_zip *zip)
{
#define MADE_PART(name, type)                                              \
	"<Override PartName=\"/word/" name "\" ContentType=\"application/" \
	"vnd.openxmlformats-officedocument.wordprocessingml." type "+xml\"/>"
	made_zip_text(
		zip, "[Content_Types].xml",
		MADE_XML
		"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
		"content-types\"><Default Extension=\"rels\" ContentType=\"application/"
		"vnd.openxmlformats-package.relationships+xml\"/><Default "
		"Extension=\"xml\" "
		"ContentType=\"application/xml\"/>" MADE_PART("document.xml",
							      "document.main")
			MADE_PART("numbering.xml", "numbering")
				MADE_PART("header1.xml", "header") "</Types>");
#undef MADE_PART
}

/** A DOCX document of these lines; what a test adds comes before made_zip_end(). */
static inline void made_docx(struct made_zip *zip, const struct paper_line *lines,
			     size_t count)
{
	auto_buf body = BUF_INIT;

	for (size_t i = 0; i < count;) {
		if (lines[i].place != PAPER_IN_TEXT)
			i++;
		else if (lines[i].table)
			i = made_docx_table(&body, lines, i, count);
		else
			made_docx_paragraph(&body, &lines[i++]);
	}
	made_docx_types(zip);
	made_document(zip, body.s);
	made_docx_margin(zip, lines, count);
	made_docx_numbers(zip);
}

/** The same of a text in the form of paper_lines.h; the bytes stand in zip->bytes. */
static inline void made_docx_of(struct made_zip *zip, const char *text)
{
	struct arena arena = ARENA_INIT;
	struct paper_text paper = { .arena = &arena };

	paper_text_read(&paper, text);
	made_docx(zip, paper.lines, paper.count);
	made_zip_end(zip);
	arena_clear(&arena);
}

#endif
