/*
 * Writing CSV (RFC 4180): CRLF ends a row, quotes where needed.
 *
 * A cell that a spreadsheet would take for a formula (= + - @ tab CR LF first, or a
 * full-width ＝ ＋ － ＠) gets a single quote before it, and so does one that begins with
 * quotes before such a sign: taking one away gives the text back (csv_unguarded).  Text
 * that is not UTF-8 is written with U+FFFD.
 *
 * Layer: format.
 */
#ifndef GK_FORMAT_CSV_H
#define GK_FORMAT_CSV_H

#include "base/base.h"
#include "base/buf.h"

/** Append one cell; the first of a row has no comma before it. */
void csv_cell(struct buf *out, const char *text, bool first);
void csv_end_row(struct buf *out);
/** The text of a cell that csv_cell() wrote: without the quote that it put before a sign. */
const char *csv_unguarded(const char *text);

#endif
