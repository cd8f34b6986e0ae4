/*
 * Texts, each once, numbered in order of coming.
 *
 * Layer: base.
 */
#ifndef GK_BASE_TEXT_SET_H
#define GK_BASE_TEXT_SET_H

#include <stdint.h>

#include "base/arena.h"
#include "base/base.h"

/* Begin with the arena set and the rest zero. */
struct text_set {
	struct arena *arena;
	const char **items;
	size_t count;
	size_t room;
	uint32_t *slots; /* 1 + number; 0 free */
	size_t slot_count;
};

enum { TEXT_ABSENT = -1 };

/** The number of the text, or TEXT_ABSENT. */
int64_t text_set_find(const struct text_set *set, const char *text);
/** The number of the text, which is copied when it is new. */
size_t text_set_add(struct text_set *set, const char *text);

#endif
