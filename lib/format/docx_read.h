/*
 * Reading DOCX documents as a stream of paragraphs (ECMA-376 part 1, 17).
 *
 * Paragraphs come in the order of the file, those of tables with their row and column.
 * Text that changes took out, and hidden text, are told apart from what the reader sees.
 *
 *	const struct docx_visitor visitor = { .payload = &text, .paragraph = take };
 *	if (docx_read(bytes, len, &visitor, err) < 0)
 *		…
 *
 * Layer: format, in the library gk_office.
 */
#ifndef GK_FORMAT_DOCX_READ_H
#define GK_FORMAT_DOCX_READ_H

#include "format/docx_style.h"
#include "format/ooxml.h"

enum {
	DOCX_MAX_PARAGRAPH = 1 << 20, /* bytes */
	DOCX_MAX_NESTING = 16,        /* of paragraphs (text boxes) and of tables */
};

enum docx_part { DOCX_BODY, DOCX_HEADER, DOCX_FOOTER, DOCX_FOOTNOTE, DOCX_ENDNOTE };

struct docx_paragraph {
	enum docx_part part;
	size_t number; /* from 1, in its part */
	const char *
		style; /* its name, "heading 1", "" for none; as Word calls it in English */
	int level;     /* of the list it is an entry of, from 0; -1 for none */
	int numbering;     /* number of the list, 0 for none */
	const char *label; /* its automatic number as printed, 一、; "" for none */
	enum docx_align align;
	int outline;        /* of a heading, from 1; 0 for text */
	bool bold;          /* all of its text is */
	int size;           /* of its first text, in half points; 0 where nothing says */
	bool page;          /* begins a page */
	bool boxed;         /* stands in a text box */
	size_t note;        /* number of the foot or end note, from 1; 0 for none */
	size_t table;       /* number of the outermost table, from 1; 0 outside */
	size_t depth;       /* of tables, 1 in the outermost */
	uint32_t row;       /* in the innermost table, from 1 */
	uint32_t column;    /* likewise, cells that span several counted as these */
	uint32_t outer_row; /* in the outermost table */
	uint32_t outer_column;
	uint32_t span;    /* columns of that cell */
	bool continued;   /* in a cell that continues the one above it */
	bool head;        /* its row is repeated on each page */
	const char *text; /* tabs as tabs, line breaks as \n; until the visitor returns */
	size_t len;
};

enum docx_trace { DOCX_COMMENT, DOCX_INSERTED, DOCX_DELETED, DOCX_HIDDEN };

/* What the printed page does not show. */
struct docx_mark {
	enum docx_trace trace;
	const char *author; /* "" where it has none */
	const char *text;   /* "" for a change of layout */
	enum docx_part part;
	size_t paragraph; /* the one it stands in; 0 for comments */
};

/* Members may be NULL.  All they get lives until they return. */
struct docx_visitor {
	void *payload;
	bool references; /* text shows where notes are referred to: 〔注1〕 */
	void (*paragraph)(void *payload, const struct docx_paragraph *paragraph);
	void (*mark)(void *payload, const struct docx_mark *mark);
	void (*property)(void *payload, const struct ooxml_property *property);
	/* A picture, which has no text. */
	void (*picture)(void *payload);
	/* A field that shows the day or time at which the file is opened. */
	void (*clock)(void *payload);
	/* A part that holds data and is not read: an embedded file. */
	void (*part)(void *payload, const char *name);
};

/** ERR_SYNTAX when it is no document or damaged, ERR_LIMIT, ERR_DENIED; the visitor may have been told a part by then. */
int docx_read(const void *bytes, size_t len, const struct docx_visitor *visitor,
	      struct error *err) gk_must_use;

#endif
