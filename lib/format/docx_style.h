/*
 * Styles of DOCX documents: what a paragraph looks like by the style it is in
 * (ECMA-376 part 1, 17.7).
 *
 * Layer: format, in the library gk_office.
 */
#ifndef GK_FORMAT_DOCX_STYLE_H
#define GK_FORMAT_DOCX_STYLE_H

#include "format/ooxml.h"

enum docx_align {
	DOCX_ALIGN_NONE, /* nothing says */
	DOCX_ALIGN_LEFT,
	DOCX_ALIGN_CENTRE,
	DOCX_ALIGN_RIGHT,
	DOCX_ALIGN_BOTH
};

/* What a style, or a paragraph itself, says; -1 where it says nothing. */
struct docx_look {
	int align;     /* enum docx_align */
	int outline;   /* 0 the highest heading … 9 text */
	int numbering; /* number of the list; 0 takes it out of one */
	int level;     /* in the list, from 0 */
	int bold;      /* 0 or 1 */
	int size;      /* half points */
};

#define DOCX_NO_LOOK ((struct docx_look){ -1, -1, -1, -1, -1, -1 })

struct docx_styles {
	struct arena *arena;
	struct list list;      /* struct docx_style, by id */
	struct docx_look rest; /* of text in no style */
};

int docx_styles_read(struct zip_reader *zip, const char *part, struct arena *arena,
		     struct docx_styles *out, struct error *err) gk_must_use;
/** Its name, "heading 1", as Word calls it in English; its id where the style is not there. */
const char *docx_style_name(const struct docx_styles *styles, const char *id);
/** Fill what `look` does not say from the style and those it is based on. */
void docx_style_fill(const struct docx_styles *styles, const char *id,
		     struct docx_look *look);
/** Note what an element of w:pPr or w:rPr says; true when it was about the look. */
bool docx_look_read(struct docx_look *look, const char *name,
		    const char *const *attributes);

#endif
