#include "base/list.h"

#include <string.h>

enum { FIRST_ROOM = 8 };

void *array_grow(struct arena *arena, void *items, size_t count, size_t *room,
		 size_t size)
{
	void *grown;

	if (count < *room)
		return items;
	*room = *room ? *room * 2 : FIRST_ROOM;
	grown = arena_alloc(arena, *room, size);
	if (count)
		memcpy(grown, items, count * size);
	return grown;
}

void strings_add(struct arena *arena, struct strings *list, const char *s)
{
	list->items = array_grow(arena, list->items, list->count, &list->room,
				 sizeof(list->items[0]));
	list->items[list->count++] = s;
}

bool strings_has(const struct strings *list, const char *s)
{
	for (size_t i = 0; i < list->count; i++) {
		if (strcmp(list->items[i], s) == 0)
			return true;
	}
	return false;
}

void *list_add(struct arena *arena, struct list *list, size_t size)
{
	list->items = array_grow(arena, list->items, list->count, &list->room, size);
	return (char *)list->items + size * list->count++;
}
