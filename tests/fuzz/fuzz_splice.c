/*
 * A change (first byte) in any file (the rest): it is refused, or the file that
 * comes out says what was meant and all else that it said before.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/yaml_tree.h"
#include "format/splice.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Text for a literal block, which cannot be read alone because it lacks its indent. */
static const struct value {
	const char *yaml;
	const char *text;
} values[] = {
	{ "甲", NULL },       { "12", NULL },
	{ "\"a: b\"", NULL }, { "[a, {b: c}]", NULL },
	{ "a, b", NULL },     { "|\n一\n\n  二\n", "一\n\n  二\n" },
	{ "|-\n一", "一" },   { "|+\n一\n\n", "一\n\n" },
};

static const char *const paths[][2] = {
	{ "a", NULL }, { "b", NULL }, { "a", "b" }, { "b", "a" }
};

enum { APPEND, SET, REMOVE, CHANGES };

struct change {
	int type;
	const char *const *path;
	const struct value *value;
};

static bool is_sound(const struct yaml_tree *tree)
{
	for (size_t i = 0; i < tree->problem_count; i++)
		if (tree->problems[i].fault != YAML_FAULT_BOM &&
		    tree->problems[i].fault != YAML_FAULT_CRLF &&
		    tree->problems[i].fault != YAML_FAULT_EMPTY)
			return false;
	return true;
}

static const struct yaml_node *get(const struct yaml_node *map, const char *key)
{
	return map ? yaml_get(map, key) : NULL;
}

static void check_appended(const struct yaml_node *before, const struct yaml_node *after)
{
	const size_t n = before && before->type == YAML_SEQUENCE ? before->count : 0;

	assert(after && after->type == YAML_SEQUENCE && after->count == n + 1);
	for (size_t i = 0; i < n; i++)
		assert(tree_equal(before->items[i], after->items[i]));
	assert(yaml_get(after->items[n], "act"));
}

static void check_set(const struct change *change, const struct yaml_node *before,
		      const struct yaml_node *after)
{
	struct arena arena = ARENA_INIT;
	struct yaml_tree wanted;

	if (change->path[1]) {
		if (before && before->type == YAML_MAPPING)
			assert(tree_equal_but(before, after, change->path[1]));
		else
			assert(after->count == 1);
		after = get(after, change->path[1]);
	}
	if (change->value->text) {
		assert(after && after->type == YAML_SCALAR);
		assert(strcmp(after->value, change->value->text) == 0);
		return;
	}
	yaml_parse(&arena, change->value->yaml, strlen(change->value->yaml), &wanted);
	assert(tree_equal(wanted.root, after));
	arena_clear(&arena);
}

static void check_change(const struct change *change, const struct yaml_tree *before,
			 const char *bytes, size_t len)
{
	const char *key = change->path[0];
	struct arena arena = ARENA_INIT;
	struct yaml_tree after;
	const struct yaml_node *old = get(before->root, key);

	yaml_parse(&arena, bytes, len, &after);
	assert(is_sound(&after));
	if (change->type == REMOVE && !after.root) {
		assert(before->root->count == 1);
		arena_clear(&arena);
		return;
	}
	assert(after.root && after.root->type == YAML_MAPPING);
	if (before->root)
		assert(tree_equal_but(before->root, after.root, key));
	if (change->type == APPEND)
		check_appended(old, get(after.root, key));
	else if (change->type == SET)
		check_set(change, old, get(after.root, key));
	else if (!change->path[1])
		assert(!get(after.root, key));
	arena_clear(&arena);
}

static int make_change(const struct change *change, const struct yaml_tree *tree,
		       struct buf *out)
{
	struct error err;
	auto_buf path = BUF_INIT;

	if (change->type == APPEND)
		return splice_append(tree, change->path[0],
				     "{date: 2018-07-04, act: 发布}", out, &err);
	buf_adds(&path, change->path[0]);
	if (change->path[1])
		buf_addf(&path, ".%s", change->path[1]);
	if (change->type == SET)
		return splice_set(tree, path.s, change->value->yaml, out, &err);
	return splice_remove(tree, path.s, out, &err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct yaml_tree tree;
	struct change change;
	auto_buf out = BUF_INIT;
	char *bytes;

	if (size == 0)
		return 0;
	change = (struct change){
		.type = data[0] % CHANGES,
		.path = paths[data[0] / CHANGES % ARRAY_LEN(paths)],
		.value =
			&values[data[0] / CHANGES / ARRAY_LEN(paths) % ARRAY_LEN(values)],
	};
	bytes = malloc(size);
	if (!bytes)
		abort();
	memcpy(bytes, data + 1, size - 1);
	yaml_parse(&arena, bytes, size - 1, &tree);
	if (make_change(&change, &tree, &out) == 0)
		check_change(&change, &tree, out.s, out.len);
	arena_clear(&arena);
	free(bytes);
	return 0;
}
