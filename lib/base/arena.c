#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define GK_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GK_ASAN 1
#endif
#endif

enum { BLOCK_SIZE = 64 * 1024, LARGE_SIZE = BLOCK_SIZE / 4 };

struct arena_block {
	struct arena_block *previous;
	size_t used;
	size_t size;
	_Alignas(max_align_t) unsigned char data[];
};

void out_of_memory(void)
{
	(void)fputs("gk: out of memory\n", stderr);
	abort();
}

static size_t round_up(size_t n)
{
	const size_t align = _Alignof(max_align_t);

	return (n + align - 1) / align * align;
}

static struct arena_block *new_block(size_t size)
{
	struct arena_block *block = malloc(sizeof(*block) + size);

	if (!block)
		out_of_memory();
	block->previous = NULL;
	block->used = 0;
	block->size = size;
	return block;
}

static bool needs_own_block(size_t bytes)
{
#ifdef GK_ASAN
	/* Every object, so that the sanitizer sees each overrun. */
	(void)bytes;
	return true;
#else
	return bytes >= LARGE_SIZE;
#endif
}

/* Behind the last block, whose room is still good for small objects. */
static void *alloc_own_block(struct arena *arena, size_t bytes)
{
	struct arena_block *block = new_block(bytes);

	block->used = bytes;
	if (arena->last) {
		block->previous = arena->last->previous;
		arena->last->previous = block;
	} else {
		arena->last = block;
	}
	return block->data;
}

/* Room whose bytes are whatever was there. */
static void *take_room(struct arena *arena, size_t count, size_t size)
{
	struct arena_block *block = arena->last;
	size_t bytes;
	void *p;

	if (size && count > (SIZE_MAX / 2) / size)
		out_of_memory();
	if (needs_own_block(count * size))
		return alloc_own_block(arena, count * size);
	bytes = round_up(count * size);
	if (!block || block->size - block->used < bytes) {
		block = new_block(BLOCK_SIZE);
		block->previous = arena->last;
		arena->last = block;
	}
	p = block->data + block->used;
	block->used += bytes;
	return p;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
	void *p = take_room(arena, count, size);

	memset(p, 0, count * size);
	return p;
}

char *arena_strndup(struct arena *arena, const char *s, size_t len)
{
	char *copy = take_room(arena, len + 1, 1);

	if (len)
		memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

char *arena_strdup(struct arena *arena, const char *s)
{
	return arena_strndup(arena, s, strlen(s));
}

char *arena_printf(struct arena *arena, const char *fmt, ...)
{
	va_list ap;
	char *text;
	int len;

	va_start(ap, fmt);
	len = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	assert(len >= 0);
	text = take_room(arena, (size_t)len + 1, 1);
	va_start(ap, fmt);
	(void)vsnprintf(text, (size_t)len + 1, fmt, ap);
	va_end(ap);
	return text;
}

void arena_reset(struct arena *arena)
{
	struct arena_block *kept = NULL;

	while (arena->last) {
		struct arena_block *block = arena->last;

		arena->last = block->previous;
		if (!kept && block->size == BLOCK_SIZE && !needs_own_block(0))
			kept = block;
		else
			free(block);
	}
	if (!kept)
		return;
	kept->previous = NULL;
	kept->used = 0;
	arena->last = kept;
}

void arena_clear(struct arena *arena)
{
	while (arena->last) {
		struct arena_block *block = arena->last;

		arena->last = block->previous;
		free(block);
	}
}
