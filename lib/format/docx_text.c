#include "format/docx_private.h"

#include <stdlib.h>

enum { MAX_MARK = 64 << 10 };

/* ---- marks ---- */

void docx_tell(const struct docx_reading *reading, enum docx_trace trace,
	       const char *author, const char *text)
{
	const struct docx_mark mark = { .trace = trace,
					.author = author ? author : "",
					.text = text,
					.part = reading->part,
					.paragraph = trace == DOCX_COMMENT
							     ? 0
							     : reading->number + 1 };

	if (reading->visitor->mark)
		reading->visitor->mark(reading->visitor->payload, &mark);
}

void docx_end_change(struct docx_reading *reading)
{
	if (reading->trace != DOCX_COMMENT && reading->change.len > 0)
		docx_tell(reading, reading->trace, reading->author, reading->change.s);
	buf_reset(&reading->change);
	reading->trace = DOCX_COMMENT;
}

void docx_start_change(struct docx_reading *reading, enum docx_trace trace,
		       const char *const *attributes)
{
	const char *author = xml_attribute(attributes, "author");

	docx_end_change(reading);
	reading->trace = trace;
	reading->author = arena_strdup(&reading->arena, author ? author : "");
}

static void end_hidden(struct docx_reading *reading)
{
	if (reading->hidden.len > 0)
		docx_tell(reading, DOCX_HIDDEN, "", reading->hidden.s);
	buf_reset(&reading->hidden);
}

/* ---- paragraphs ---- */

struct open_paragraph *docx_innermost(struct docx_reading *reading)
{
	return reading->paragraph_count > 0
		       ? &reading->paragraphs[reading->paragraph_count - 1]
		       : NULL;
}

void docx_start_paragraph(struct docx_reading *reading)
{
	struct open_paragraph *paragraph;

	if (reading->paragraph_count == DOCX_MAX_NESTING) {
		reading->too_deep = true;
		return;
	}
	paragraph = &reading->paragraphs[reading->paragraph_count++];
	paragraph->style = "";
	paragraph->look = paragraph->text_look = DOCX_NO_LOOK;
	paragraph->page = reading->new_page;
	paragraph->plain = paragraph->merged = false;
	paragraph->run_around = reading->run;
	paragraph->in_run_around = reading->in_run;
	reading->in_run = reading->in_look = false;
	buf_reset(&paragraph->text);
	buf_add(&paragraph->text, reading->carried.s, reading->carried.len);
	buf_reset(&reading->carried);
	reading->new_page = false;
}

static void place_in_tables(const struct docx_reading *reading,
			    struct docx_paragraph *out)
{
	const struct open_table *outer = &reading->open_tables[0];
	const struct open_table *inner;

	if (reading->table_count == 0)
		return;
	inner = &reading->open_tables[reading->table_count - 1];
	out->table = outer->number;
	out->depth = reading->table_count;
	out->row = inner->row;
	out->column = inner->column;
	out->continued = inner->continued;
	out->outer_row = outer->row;
	out->outer_column = outer->column;
	out->span = outer->span ? outer->span : 1;
	out->head = outer->head;
}

/* heading 3 is one even where its style does not say so. */
static int outline_of(const char *style, int outline)
{
	static const char heading[] = "heading ";
	const char *level = style + sizeof(heading) - 1;

	if (outline >= 0)
		return outline < 9 ? outline + 1 : 0;
	if (strncmp(style, heading, sizeof(heading) - 1) != 0 || *level < '1' ||
	    *level > '9')
		return 0;
	return *level - '0';
}

static void give_paragraph(struct docx_reading *reading, struct open_paragraph *from)
{
	struct docx_paragraph paragraph = { .part = reading->part,
					    .number = reading->number,
					    .page = from->page,
					    .boxed = reading->boxes > 0,
					    .note = reading->note,
					    .text = from->text.s,
					    .len = from->text.len };
	auto_buf label = BUF_INIT;

	docx_style_fill(&reading->styles, from->style, &from->look);
	paragraph.style =
		*from->style ? docx_style_name(&reading->styles, from->style) : "";
	paragraph.level = from->look.level;
	paragraph.numbering = from->look.numbering > 0 ? from->look.numbering : 0;
	if (paragraph.numbering)
		docx_numbers_next(&reading->numbers, paragraph.numbering,
				  from->look.level > 0 ? from->look.level : 0, &label);
	paragraph.label = label.s;
	paragraph.align = from->look.align > 0 ? (enum docx_align)from->look.align
					       : DOCX_ALIGN_NONE;
	paragraph.outline = outline_of(paragraph.style, from->look.outline);
	paragraph.bold = !from->plain && from->text.len > 0;
	paragraph.size = from->text_look.size > 0 ? from->text_look.size
			 : from->look.size > 0    ? from->look.size
						  : 0;
	place_in_tables(reading, &paragraph);
	if (reading->visitor->paragraph)
		reading->visitor->paragraph(reading->visitor->payload, &paragraph);
}

void docx_end_paragraph(struct docx_reading *reading)
{
	struct open_paragraph *from = docx_innermost(reading);

	if (!from || reading->too_deep)
		return;
	end_hidden(reading);
	reading->run = from->run_around;
	reading->in_run = from->in_run_around;
	reading->paragraph_count--;
	if (from->merged) {
		buf_add(&reading->carried, from->text.s, from->text.len);
		return;
	}
	/* What a paragraph without text begins, the next one begins. */
	if (from->page && from->text.len == 0)
		reading->new_page = true;
	reading->number++;
	if (reading->comments) {
		if (reading->comment.len > 0)
			buf_addc(&reading->comment, '\n');
		if (reading->comment.len + from->text.len <= MAX_MARK)
			buf_add(&reading->comment, from->text.s, from->text.len);
		return;
	}
	give_paragraph(reading, from);
}

/* Of what is told as a trace its beginning is enough. */
static void add_mark(struct buf *out, const char *text, size_t len)
{
	if (out->len + len <= MAX_MARK)
		buf_add(out, text, len);
}

static void put_text(struct docx_reading *reading, struct open_paragraph *paragraph,
		     const char *text, size_t len)
{
	struct docx_look look = reading->run;

	docx_style_fill(&reading->styles, paragraph->style, &look);
	if (paragraph->text.len == 0)
		paragraph->text_look = look;
	paragraph->plain = paragraph->plain || look.bold < 1;
	buf_add(&paragraph->text, text, len);
}

/* What was taken out, and what is not shown, is no text of the paragraph. */
void docx_add_text(struct docx_reading *reading, const char *text, size_t len)
{
	struct open_paragraph *paragraph = docx_innermost(reading);

	if (reading->trace != DOCX_COMMENT)
		add_mark(&reading->change, text, len);
	if (reading->vanished)
		add_mark(&reading->hidden, text, len);
	else if (!paragraph || reading->trace == DOCX_DELETED)
		return;
	else if (paragraph->text.len + len > DOCX_MAX_PARAGRAPH)
		reading->too_long = true;
	else
		put_text(reading, paragraph, text, len);
}

/* ---- tables ---- */

void docx_start_table(struct docx_reading *reading)
{
	struct open_table *table;

	if (reading->table_count == DOCX_MAX_NESTING) {
		reading->too_deep = true;
		return;
	}
	if (reading->table_count == 0)
		reading->tables++;
	table = &reading->open_tables[reading->table_count++];
	*table = (struct open_table){ .number = reading->tables };
}

void docx_start_table_part(struct docx_reading *reading, const char *name,
			   const char *const *attributes)
{
	struct open_table *table = &reading->open_tables[reading->table_count - 1];
	long span;

	if (docx_is(name, "tr")) {
		table->row++;
		table->column = 0;
		table->span = 1;
		table->head = false;
	} else if (docx_is(name, "tblHeader")) {
		const char *value = xml_attribute(attributes, "val");

		table->head = !value || xml_is_on(value);
	} else if (docx_is(name, "gridBefore")) {
		span = strtol(docx_value(attributes), NULL, 10);
		table->column = span > 0 && span < 1000 ? (uint32_t)span : 0;
	} else if (docx_is(name, "tc")) {
		table->column += table->column == 0 ? 1 : table->span;
		table->span = 1;
		table->continued = false;
	} else if (docx_is(name, "gridSpan")) {
		span = strtol(docx_value(attributes), NULL, 10);
		table->span = span > 0 && span < 1000 ? (uint32_t)span : 1;
	} else if (docx_is(name, "vMerge")) {
		table->continued = !docx_is(docx_value(attributes), "restart");
	}
}
