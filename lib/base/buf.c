#include "base/buf.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* Never written: it is what an empty buf shows until it has room of its own. */
char buf_empty[1] = "";

enum { FIRST_ROOM = 64 };

void buf_reserve(struct buf *b, size_t extra)
{
	size_t room = b->room ? b->room : FIRST_ROOM;
	size_t need;
	char *s;

	if (extra >= SIZE_MAX / 2 - b->len)
		out_of_memory();
	need = b->len + extra + 1;
	if (need <= b->room)
		return;
	while (room < need)
		room *= 2;
	s = realloc(b->room ? b->s : NULL, room);
	if (!s)
		out_of_memory();
	s[b->len] = '\0';
	b->s = s;
	b->room = room;
}

void buf_add(struct buf *b, const void *bytes, size_t len)
{
	if (!len)
		return;
	buf_reserve(b, len);
	memcpy(b->s + b->len, bytes, len);
	b->len += len;
	b->s[b->len] = '\0';
}

void buf_adds(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void buf_add_number(struct buf *b, uint64_t n, unsigned int digits)
{
	char text[24];
	size_t at = sizeof(text);

	while (at && (n || sizeof(text) - at < digits || at == sizeof(text))) {
		text[--at] = (char)('0' + n % 10);
		n /= 10;
	}
	buf_add(b, text + at, sizeof(text) - at);
}

void buf_addc(struct buf *b, char c)
{
	if (b->room < b->len + 2)
		buf_reserve(b, 1);
	b->s[b->len++] = c;
	b->s[b->len] = '\0';
}

void buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vaddf(b, fmt, ap);
	va_end(ap);
}

void buf_vaddf(struct buf *b, const char *fmt, va_list ap)
{
	va_list again;
	int len;

	va_copy(again, ap);
	buf_reserve(b, FIRST_ROOM);
	len = vsnprintf(b->s + b->len, b->room - b->len, fmt, ap);
	assert(len >= 0);
	if ((size_t)len >= b->room - b->len) {
		buf_reserve(b, (size_t)len);
		(void)vsnprintf(b->s + b->len, b->room - b->len, fmt, again);
	}
	b->len += (size_t)len;
	va_end(again);
}

void buf_splice(struct buf *b, size_t at, size_t drop, const void *bytes, size_t len)
{
	assert(at <= b->len && drop <= b->len - at);
	if (!len && !drop)
		return;
	if (len > drop)
		buf_reserve(b, len - drop);
	/* With the NUL. */
	memmove(b->s + at + len, b->s + at + drop, b->len - at - drop + 1);
	if (len)
		memcpy(b->s + at, bytes, len);
	b->len = b->len - drop + len;
}

void buf_truncate(struct buf *b, size_t len)
{
	assert(len <= b->len);
	if (len == b->len)
		return;
	b->len = len;
	b->s[len] = '\0';
}

void buf_reset(struct buf *b)
{
	buf_truncate(b, 0);
}

void buf_release(struct buf *b)
{
	if (b->room)
		free(b->s);
	*b = BUF_INIT;
}

char *buf_dup(const struct buf *b, struct arena *arena)
{
	return arena_strndup(arena, b->s, b->len);
}
