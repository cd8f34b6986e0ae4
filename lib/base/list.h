/*
 * Growing lists whose memory lives in an arena.
 *
 * Layer: base.
 */
#ifndef GK_BASE_LIST_H
#define GK_BASE_LIST_H

#include "base/arena.h"
#include "base/base.h"

/* Texts in order; `items` is NULL while `count` is 0. */
struct strings {
	const char **items;
	size_t count;
	size_t room;
};

void strings_add(struct arena *arena, struct strings *list, const char *s);
bool strings_has(const struct strings *list, const char *s);

/* Structs of one size in order; the field table says which. */
struct list {
	void *items;
	size_t count;
	size_t room;
};

/** A zeroed new last item.  Earlier items may move: keep indices, not pointers. */
void *list_add(struct arena *arena, struct list *list, size_t size);

/** Item `i`, as a pointer to `type`. */
#define list_at(list, type, i) (&((type *)(list)->items)[i])

/**
 * Room for one more element in a plain array of the arena: returns the array,
 * perhaps moved, with *room raised.  Doubling, so that appending stays linear.
 */
void *array_grow(struct arena *arena, void *items, size_t count, size_t *room,
		 size_t size);

#endif
