/*
 * Any bytes: the tree's places lie in the file, in order and inside each other;
 * a scalar's own bytes say what it says, and what it says can be written again.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "format/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { READ_AGAIN = 20 }; /* scalars a file: libyaml's set-up would take all the time */

static void check_reads_as(const char *yaml, size_t len, const char *value,
			   size_t value_len)
{
	struct arena arena = ARENA_INIT;
	struct yaml_tree tree;

	yaml_parse(&arena, yaml, len, &tree);
	assert(tree.root && tree.root->type == YAML_SCALAR);
	assert(tree.root->len == value_len);
	assert(memcmp(tree.root->value, value, value_len) == 0);
	arena_clear(&arena);
}

/* A null root would be an empty document, and an indent is read against its parent. */
static void check_scalar(const struct yaml_tree *tree, const struct yaml_node *node)
{
	auto_buf text = BUF_INIT;

	assert(node->value[node->len] == '\0');
	if (tree->problem_count || strlen(node->value) != node->len)
		return;
	yaml_write_scalar(&text, node->value, false);
	check_reads_as(text.s, text.len, node->value, node->len);
	buf_reset(&text);
	yaml_write_literal(&text, node->value, 2);
	check_reads_as(text.s, text.len, node->value, node->len);
	if (node->style == YAML_SINGLE || node->style == YAML_DOUBLE)
		check_reads_as(tree->bytes + node->start, node->end - node->start,
			       node->value, node->len);
}

static void check_node(const struct yaml_tree *tree, const struct yaml_node *node,
		       size_t from, size_t to)
{
	const struct yaml_place place =
		yaml_place_at(tree->bytes, tree->len, node->start);

	assert(from <= node->start && node->start <= node->end && node->end <= to);
	assert(place.line == node->place.line && place.column == node->place.column);
	assert(node->type != YAML_MAPPING || node->count == 0 || node->keys);
}

/* NOLINTNEXTLINE(misc-no-recursion): a tree is at most YAML_MAX_DEPTH deep */
static void check_tree(const struct yaml_tree *tree, const struct yaml_node *node,
		       size_t from, int *left)
{
	check_node(tree, node, from, tree->len);
	from = node->start;
	for (size_t i = 0; i < node->count; i++) {
		if (node->keys) {
			check_node(tree, node->keys[i], from, node->end);
			from = node->keys[i]->end;
		}
		assert(node->items[i]->end <= node->end);
		check_tree(tree, node->items[i], from, left);
		from = node->items[i]->end;
	}
	if (node->type == YAML_SCALAR && (*left)-- > 0)
		check_scalar(tree, node);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct yaml_tree tree;
	char *bytes = malloc(size ? size : 1);
	int left = READ_AGAIN;

	if (!bytes)
		abort();
	if (size)
		memcpy(bytes, data, size);
	yaml_parse(&arena, bytes, size, &tree);
	assert(tree.root || tree.problem_count);
	for (size_t i = 0; i < tree.problem_count; i++) {
		assert(tree.problems[i].fault < YAML_FAULT_COUNT && tree.problems[i].arg);
		assert(tree.problems[i].place.line > 0 &&
		       tree.problems[i].place.column > 0);
	}
	if (tree.root)
		check_tree(&tree, tree.root, 0, &left);
	arena_clear(&arena);
	free(bytes);
	return 0;
}
