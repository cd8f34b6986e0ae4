/*
 * Text in an older encoding, for programs that know no other.
 *
 * Layer: format.
 */
#ifndef GK_FORMAT_CHARSET_H
#define GK_FORMAT_CHARSET_H

#include "base/buf.h"
#include "base/error.h"

struct charset;

/** Open "GBK" or "GB18030"; ERR_EXTERNAL when this computer does not know it. */
int charset_open(const char *name, struct charset **out, struct error *err) gk_must_use;
void charset_free(struct charset *charset);

/** Append UTF-8 text in the encoding; how much of it was taken: less than `len` at a character that it does not have. */
size_t charset_add(struct charset *charset, struct buf *out, const char *text,
		   size_t len) gk_must_use;

/**
 * Append a text in the encoding as UTF-8.  False, and nothing appended, when it is not all
 * in it, or this computer does not know the encoding.
 */
bool charset_decode(const char *name, const char *text, size_t len,
		    struct buf *out) gk_must_use;

#endif
