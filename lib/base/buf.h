/*
 * A growing byte string.
 *
 * Invariants: `s` is never NULL and always ends with a NUL that `len` does not
 * count; the content may hold NULs.  A buf starts as BUF_INIT and ends with
 * buf_release(), after which it can be used again.
 *
 *	struct buf text = BUF_INIT;
 *	buf_addf(&text, "%d items", n);
 *	...
 *	buf_release(&text);
 *
 * Out of memory ends the program, so nothing here fails.
 *
 * Layer: base.
 */
#ifndef GK_BASE_BUF_H
#define GK_BASE_BUF_H

#include <stdarg.h>

#include "base/base.h"

struct buf {
	char *s;
	size_t len;
	size_t room; /* bytes that `s` can hold with its NUL; 0 while `s` is shared and empty */
};

extern char buf_empty[1];

#define BUF_INIT ((struct buf){ .s = buf_empty, .len = 0, .room = 0 })
/* A buf that releases itself when its scope ends. */
#define auto_buf gk_cleanup(buf_release) struct buf

struct arena;

void buf_add(struct buf *b, const void *bytes, size_t len);
void buf_adds(struct buf *b, const char *s);
void buf_addc(struct buf *b, char c);
/** A number with at least so many digits, as %0*u, which takes ten times as long. */
void buf_add_number(struct buf *b, uint64_t n, unsigned int digits);
void buf_addf(struct buf *b, const char *fmt, ...) gk_printf(2, 3);
void buf_vaddf(struct buf *b, const char *fmt, va_list ap) gk_printf(2, 0);
/** Make room for `extra` more bytes and a NUL, so that the caller may write them at s + len. */
void buf_reserve(struct buf *b, size_t extra);
/** Replace `drop` bytes at `at` by `len` bytes from elsewhere than this buf. */
void buf_splice(struct buf *b, size_t at, size_t drop, const void *bytes, size_t len);
/** Forget all after `len` bytes. */
void buf_truncate(struct buf *b, size_t len);
/** Forget the content, keep the room. */
void buf_reset(struct buf *b);
void buf_release(struct buf *b);
/** A copy of the content in the arena, ended by NUL. */
char *buf_dup(const struct buf *b, struct arena *arena) gk_must_use;

#endif
