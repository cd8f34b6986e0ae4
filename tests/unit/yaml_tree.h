/*
 * Comparing trees of YAML by what they say, not by how it is written.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_YAML_TREE_H
#define GK_TESTS_YAML_TREE_H

#include <string.h>

#include "format/yaml.h"

/* NOLINTNEXTLINE(misc-no-recursion): a tree is at most YAML_MAX_DEPTH deep */
static inline bool tree_equal(const struct yaml_node *a, const struct yaml_node *b)
{
	if (!a || !b || a->type != b->type || a->count != b->count)
		return false;
	if (a->type == YAML_SCALAR)
		return a->len == b->len && memcmp(a->value, b->value, a->len) == 0 &&
		       yaml_core_type(a) == yaml_core_type(b);
	for (size_t i = 0; i < a->count; i++)
		if ((a->keys && !tree_equal(a->keys[i], b->keys[i])) ||
		    !tree_equal(a->items[i], b->items[i]))
			return false;
	return true;
}

/* Whether two mappings have the same pairs, apart from those with this key. */
static inline bool tree_equal_but(const struct yaml_node *a, const struct yaml_node *b,
				  const char *key)
{
	size_t left = 0;

	for (size_t i = 0; i < a->count; i++) {
		if (strcmp(a->keys[i]->value, key) == 0)
			continue;
		if (!tree_equal(a->items[i], yaml_get(b, a->keys[i]->value)))
			return false;
		left++;
	}
	return left == b->count - (yaml_get(b, key) ? 1 : 0);
}

#endif
