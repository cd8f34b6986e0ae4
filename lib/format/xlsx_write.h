/*
 * Writing XLSX workbooks, order by order, with one row in memory.
 *
 * The same orders give the same bytes.  Texts are always typed as texts, so that none is
 * ever a formula or a number.
 *
 * Layer: format, in the library gk_xlsx, which the helper program gk-sheet links and gk
 * does not.
 */
#ifndef GK_FORMAT_XLSX_WRITE_H
#define GK_FORMAT_XLSX_WRITE_H

#include "format/sheet.h"

struct xlsx_writer;

/** Begin a workbook in the file `path`; what has no room in memory is put beside it till then. */
int xlsx_writer_open(const char *path, struct xlsx_writer **out,
		     struct error *err) gk_must_use;
/** Obey one order.  The text need not be ended by NUL. */
int xlsx_writer_do(struct xlsx_writer *writer, const struct sheet_order *order,
		   struct error *err) gk_must_use;
/** Write the file and release the writer, whether that works or not. */
int xlsx_writer_close(struct xlsx_writer *writer, struct error *err) gk_must_use;

#endif
