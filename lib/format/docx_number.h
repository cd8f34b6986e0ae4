/*
 * Automatic numbers of DOCX documents: 一、 （一） 1. ① as the page prints them
 * (ECMA-376 part 1, 17.9).
 *
 * A label depends on all numbered paragraphs before it: ask for each, in order.
 *
 * Layer: format, in the library gk_office.
 */
#ifndef GK_FORMAT_DOCX_NUMBER_H
#define GK_FORMAT_DOCX_NUMBER_H

#include "base/buf.h"
#include "format/ooxml.h"

enum { DOCX_LEVELS = 9 };

struct docx_numbers {
	struct arena *arena;
	struct list kinds; /* of lists: struct docx_list_kind */
	struct list lists; /* struct docx_list, by number */
};

/** Read the part; one that is not there has no lists. */
int docx_numbers_read(struct zip_reader *zip, const char *part, struct arena *arena,
		      struct docx_numbers *out, struct error *err) gk_must_use;
/**
 * Append the label of the next paragraph of list `number` at `level` (from 0): • for a sign of
 * a font of its own, nothing for a list that is not there.
 */
void docx_numbers_next(struct docx_numbers *numbers, int number, int level,
		       struct buf *out);
/** Append `n` in a format by its name in OOXML, decimal when that is unknown; nothing for "none". */
void docx_number_text(struct buf *out, const char *format, int n);

#endif
