/*
 * UTF-8 text: validity, display width, folding.
 *
 * All functions take NUL-terminated or counted UTF-8; where input may be
 * broken, the comment says what happens.
 *
 * Layer: base.  The one file that uses utf8proc is utf8.c.
 */
#ifndef GK_BASE_UTF8_H
#define GK_BASE_UTF8_H

#include "base/base.h"
#include "base/buf.h"

/**
 * The code point at `s` (of `len` bytes) and its length in *used.  A broken
 * sequence gives U+FFFD with *used 1; at the end (len 0) it gives 0 with *used 0.
 */
uint32_t utf8_decode(const char *s, size_t len, size_t *used);
/** Append one code point. */
void utf8_add(struct buf *out, uint32_t code);
/** Bytes before the first broken sequence; `len` when there is none. */
size_t utf8_valid_prefix(const char *s, size_t len);
/** Characters (code points). */
size_t utf8_count(const char *s, size_t len);
/** Columns on a terminal: 2 for Chinese and full-width, 0 for combining. */
size_t utf8_width(const char *s);
size_t utf8_width_n(const char *s, size_t len);
/** Bytes of the longest prefix that fits `columns`. */
size_t utf8_fit(const char *s, size_t columns);
/**
 * The same up to where a line may end: at a blank, which is not taken, or beside a character that
 * is no ASCII; no line begins with ，。） or ends with （“《.  Where there is no such place, what fits.
 */
size_t utf8_fit_line(const char *s, size_t columns);
/** Append `s`, cut to `columns` with … when longer, padded with blanks when `pad`. */
void utf8_add_fitted(struct buf *out, const char *s, size_t columns, bool pad);

/** Append with full-width ASCII (Ａ１：（） and U+3000 folded to ASCII. */
void utf8_fold_width(struct buf *out, const char *s, size_t len);
/** Append in NFC. */
void utf8_nfc(struct buf *out, const char *s, size_t len);
/** Append as search compares it: NFKC, case folded. */
void utf8_fold_search(struct buf *out, const char *s, size_t len);

/** Han, the unit of Chinese search and of typesetting. */
bool utf8_is_han(uint32_t code);
/** A letter, a digit, or a mark that belongs to one (Han too). */
bool utf8_is_word(uint32_t code);

/** Without blanks (ASCII, U+3000, NBSP, tab) at both ends, as a slice of `s`. */
const char *utf8_trim(const char *s, size_t len, size_t *out_len);

#endif
