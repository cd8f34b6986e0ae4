#include "format/yaml_scan.h"

#include <stdlib.h>
#include <string.h>

enum { FEW_KEYS = 40 }; /* up to here comparing each with each is faster than sorting */

static int compare_keys(const struct yaml_node *a, const struct yaml_node *b)
{
	if (a->len != b->len)
		return a->len < b->len ? -1 : 1;
	return memcmp(a->value, b->value, a->len);
}

static int sort_keys(const void *a, const void *b)
{
	const struct yaml_node *x = *(struct yaml_node *const *)a;
	const struct yaml_node *y = *(struct yaml_node *const *)b;
	const int order = compare_keys(x, y);

	if (order != 0)
		return order;
	return x->start < y->start ? -1 : x->start > y->start;
}

static void add_duplicate(struct arena *arena, struct yaml_tree *tree,
			  const struct yaml_node *key)
{
	yaml_problem_add(arena, tree, YAML_FAULT_DUPLICATE, key->place, key->value);
}

static void check_few(struct arena *arena, struct yaml_tree *tree,
		      const struct yaml_node *map)
{
	for (size_t i = 1; i < map->count; i++) {
		for (size_t j = 0; j < i; j++) {
			if (compare_keys(map->keys[i], map->keys[j]) != 0)
				continue;
			add_duplicate(arena, tree, map->keys[i]);
			break;
		}
	}
}

static void check_many(struct arena *arena, struct yaml_tree *tree,
		       const struct yaml_node *map)
{
	struct yaml_node **sorted = arena_array(arena, struct yaml_node *, map->count);

	memcpy(sorted, map->keys, map->count * sizeof(struct yaml_node *));
	qsort(sorted, map->count, sizeof(struct yaml_node *), sort_keys);
	for (size_t i = 1; i < map->count; i++)
		if (compare_keys(sorted[i], sorted[i - 1]) == 0)
			add_duplicate(arena, tree, sorted[i]);
}

void yaml_check_keys(struct arena *arena, struct yaml_tree *tree,
		     const struct yaml_node *map)
{
	if (map->count <= FEW_KEYS)
		check_few(arena, tree, map);
	else
		check_many(arena, tree, map);
}
