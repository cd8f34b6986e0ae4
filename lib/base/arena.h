/*
 * Memory that is released all at once.
 *
 * Everything read from one catalogue lives in that catalogue's arena, and
 * nothing in it is freed by itself.  Allocation never returns NULL: out of
 * memory ends the program.
 *
 * Layer: base.
 */
#ifndef GK_BASE_ARENA_H
#define GK_BASE_ARENA_H

#include "base/base.h"

struct arena_block;

struct arena {
	struct arena_block *last;
};

#define ARENA_INIT ((struct arena){ .last = NULL })

/** Zeroed memory for `count` objects of `size` bytes, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t count, size_t size) gk_must_use;

/** A copy of `len` bytes with a NUL after them. */
char *arena_strndup(struct arena *arena, const char *s, size_t len) gk_must_use;
/** A copy of a text. */
char *arena_strdup(struct arena *arena, const char *s) gk_must_use;
/** A new text as printf(3) makes it. */
char *arena_printf(struct arena *arena, const char *fmt, ...) gk_printf(2, 3) gk_must_use;

/** Release everything; the arena can be used again. */
void arena_clear(struct arena *arena);
/** The same, but with room kept for what comes next: for one record after the other. */
void arena_reset(struct arena *arena);

/** Say so and abort: for what allocates without an arena. */
gk_noreturn void out_of_memory(void);

#define arena_new(arena, type)      ((type *)arena_alloc((arena), 1, sizeof(type)))
#define arena_array(arena, type, n) ((type *)arena_alloc((arena), (n), sizeof(type)))

#endif
