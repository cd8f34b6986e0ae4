/*
 * What the readers of the parts of a workbook share.
 *
 * Layer: format, inside: only xlsx_*.c include this.
 */
#ifndef GK_FORMAT_XLSX_PRIVATE_H
#define GK_FORMAT_XLSX_PRIVATE_H

#include "base/buf.h"
#include "format/xlsx_read.h"

struct xlsx_book {
	struct zip_reader *zip;
	struct arena arena;
	const struct xlsx_visitor *visitor;
	struct list relations; /* of the workbook */
	struct list sheets;    /* struct xlsx_sheet */
	struct strings parts;  /* of each sheet */
	bool from_1904;
	bool full; /* there are more sheets */
	/* shared texts: text i lies at starts[i], up to starts[i + 1] */
	struct buf texts;
	uint32_t *starts;
	size_t text_count;
	size_t text_room;
	/* of each cell style, whether it shows numbers as dates */
	bool *dates;
	size_t style_count;
	size_t style_room;
};

/** Read what the workbook says of itself: sheets, styles, shared texts. */
int xlsx_read_book(struct xlsx_book *book, struct error *err) gk_must_use;
/** Read the cells of one sheet. */
int xlsx_read_sheet(struct xlsx_book *book, size_t sheet, struct error *err) gk_must_use;
/** Read the comments and drawings that belong to a sheet. */
int xlsx_read_notes(struct xlsx_book *book, size_t sheet, struct error *err) gk_must_use;

#endif
