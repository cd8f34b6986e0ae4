/*
 * What reading a DOCX document has in mind, for the files that read it.
 *
 * Layer: format, in the library gk_office.
 */
#ifndef GK_FORMAT_DOCX_PRIVATE_H
#define GK_FORMAT_DOCX_PRIVATE_H

#include <string.h>

#include "base/buf.h"
#include "format/docx_number.h"
#include "format/docx_read.h"

/* A paragraph whose end is still to come: a text box stands inside another one. */
struct open_paragraph {
	const char *style; /* its id */
	struct docx_look look;
	struct docx_look text_look; /* of its first text */
	bool page;
	bool plain;  /* some of its text is not bold */
	bool merged; /* its end was taken out: the next one goes on where it ends */
	struct docx_look run_around; /* of the run that a text box stands in */
	bool in_run_around;
	struct buf text;
};

struct open_table {
	size_t number;
	uint32_t row;
	uint32_t column;
	uint32_t span;
	bool continued;
	bool head;
};

struct docx_reading {
	struct zip_reader *zip;
	struct arena arena;
	const struct docx_visitor *visitor;
	struct docx_styles styles;
	struct docx_numbers numbers;
	struct list
		notes; /* ids of those referred to, const char *: the first is number 1 */
	size_t note;   /* number of the one that is read */
	enum docx_part part;
	bool comments; /* the part is that of comments */
	size_t number;
	size_t tables;
	struct open_paragraph paragraphs[DOCX_MAX_NESTING];
	size_t paragraph_count;
	struct open_table open_tables[DOCX_MAX_NESTING];
	size_t table_count;
	unsigned int
		fallback; /* depth inside what is there a second time for old programs */
	unsigned int replaced; /* depth inside of how something looked before a change */
	unsigned int boxes;
	bool in_text;
	bool in_instruction; /* of a field */
	bool in_run;
	bool in_look;  /* of a paragraph */
	bool new_page; /* begins with the next paragraph */
	struct docx_look run;
	const char *symbols; /* the font of the run, where it is one of signs */
	struct buf carried;  /* of a paragraph whose end was taken out */
	bool vanished;       /* the run is not shown */
	bool too_deep;
	bool too_long;
	enum docx_trace trace; /* of what is read now; DOCX_COMMENT for none */
	const char *author;
	struct buf instruction; /* of the field that begins */
	struct buf change;
	struct buf hidden;
	struct buf comment;
};

/* ---- docx_symbol.c ---- */

/** The font of signs that the name is, as it is known here; NULL for fonts of text. */
const char *docx_symbol_font(const char *name);
/** The sign in Unicode; □ where nobody knows it. */
const char *docx_symbol(const char *font, uint32_t code);

/* ---- docx_text.c ---- */

/** Tell the visitor of a trace, "" or NULL for what it has not. */
void docx_tell(const struct docx_reading *reading, enum docx_trace trace,
	       const char *author, const char *text);
void docx_start_change(struct docx_reading *reading, enum docx_trace trace,
		       const char *const *attributes);
void docx_end_change(struct docx_reading *reading);

/** The paragraph that text goes to; NULL outside. */
struct open_paragraph *docx_innermost(struct docx_reading *reading);
void docx_start_paragraph(struct docx_reading *reading);
void docx_end_paragraph(struct docx_reading *reading);
/** What was taken out, and what is not shown, is no text of the paragraph. */
void docx_add_text(struct docx_reading *reading, const char *text, size_t len);

void docx_start_table(struct docx_reading *reading);
/** A row, a cell, or what says how they span. */
void docx_start_table_part(struct docx_reading *reading, const char *name,
			   const char *const *attributes);

static inline const char *docx_value(const char *const *attributes)
{
	const char *value = xml_attribute(attributes, "val");

	return value ? value : "";
}

static inline bool docx_is(const char *name, const char *other)
{
	return strcmp(name, other) == 0;
}

#endif
