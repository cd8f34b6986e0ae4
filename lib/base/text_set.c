#include "base/text_set.h"

#include <string.h>

#include "base/list.h"

enum { FIRST_SLOTS = 64 };

/* Eight bytes at a time: a byte at a time each waits for the one before. */
static uint64_t text_hash(const char *text)
{
	size_t len = strlen(text);
	uint64_t hash = len;

	for (; len >= sizeof(hash); text += sizeof(hash), len -= sizeof(hash)) {
		uint64_t word;

		memcpy(&word, text, sizeof(word));
		hash = (hash ^ word) * 0x9e3779b97f4a7c15U;
		hash ^= hash >> 32;
	}
	for (; len; text++, len--)
		hash = (hash ^ (unsigned char)*text) * 1099511628211U;
	return hash ^ hash >> 32;
}

/* The slot where the text is or would be. */
static size_t slot_of(const struct text_set *set, const char *text)
{
	size_t i = (size_t)text_hash(text) & (set->slot_count - 1);

	while (set->slots[i] && strcmp(set->items[set->slots[i] - 1], text) != 0)
		i = (i + 1) & (set->slot_count - 1);
	return i;
}

static void grow_slots(struct text_set *set)
{
	set->slot_count = set->slot_count ? set->slot_count * 2 : FIRST_SLOTS;
	set->slots = arena_array(set->arena, uint32_t, set->slot_count);
	for (size_t i = 0; i < set->count; i++)
		set->slots[slot_of(set, set->items[i])] = (uint32_t)i + 1;
}

int64_t text_set_find(const struct text_set *set, const char *text)
{
	if (!set->slot_count)
		return TEXT_ABSENT;
	return (int64_t)set->slots[slot_of(set, text)] - 1;
}

size_t text_set_add(struct text_set *set, const char *text)
{
	size_t slot;

	if (set->count * 2 >= set->slot_count)
		grow_slots(set);
	slot = slot_of(set, text);
	if (!set->slots[slot]) {
		set->items = array_grow(set->arena, set->items, set->count, &set->room,
					sizeof(set->items[0]));
		set->items[set->count++] = arena_strndup(set->arena, text, strlen(text));
		set->slots[slot] = (uint32_t)set->count;
	}
	return set->slots[slot] - 1;
}
