#include "format/splice.h"

#include <string.h>

#include "base/i18n.h"
#include "format/splice_parts.h"

/* "disclosure.attribute", taken apart. */
struct path {
	const char *names[YAML_MAX_DEPTH];
	size_t count;
	struct arena arena;
};

/* How far a path leads. */
struct spot {
	struct splice_pair
		pair; /* the last that is there; without key when `map` lacks the name */
	size_t missing; /* first name of the path that still has to be made */
};

static void release_path(struct path *path)
{
	arena_clear(&path->arena);
}

#define auto_path gk_cleanup(release_path) struct path

static int split_path(const char *text, struct path *path, struct error *err)
{
	const char *s = text;

	for (;;) {
		const size_t len = strcspn(s, ".");

		if (len == 0 || path->count == YAML_MAX_DEPTH)
			return error_set(err, ERR_SYNTAX, tr("'%s' is not a field"),
					 text);
		path->names[path->count++] = arena_strndup(&path->arena, s, len);
		if (s[len] == '\0')
			return 0;
		s += len + 1;
	}
}

/* ---- where the change goes ---- */

static bool is_only_comments(const struct yaml_tree *tree)
{
	return splice_skip_gap(tree, splice_line_start(tree, 0)) == tree->len;
}

/*
 * A last line of blanks and tabs without its end is taken as part of a text above it, and
 * for a fault below anything else.
 */
static bool ends_in_tab(const struct yaml_tree *tree)
{
	const size_t at = splice_line_start(tree, tree->len);

	return at + splice_span(tree, at, " \t") == tree->len && at < tree->len &&
	       memchr(tree->bytes + at, '\t', tree->len - at);
}

/* A file with faults is mended by hand first: what a splice would do to it is unsure. */
static int check_tree(const struct yaml_tree *tree, struct error *err)
{
	for (size_t i = 0; i < tree->problem_count; i++) {
		const struct yaml_problem *problem = &tree->problems[i];

		if (problem->fault == YAML_FAULT_BOM || problem->fault == YAML_FAULT_CRLF)
			continue;
		if (problem->fault == YAML_FAULT_EMPTY && is_only_comments(tree))
			continue;
		return error_set(err, ERR_SYNTAX,
				 tr("line %u has to be mended by hand first"),
				 (unsigned int)problem->place.line);
	}
	if (tree->root && tree->root->type != YAML_MAPPING)
		return error_set(err, ERR_SYNTAX, tr("the file is not a mapping"));
	if (ends_in_tab(tree))
		return error_set(
			err, ERR_SYNTAX,
			tr("line %u: replace the tab at its start by blanks first"),
			(unsigned int)yaml_place_at(tree->bytes, tree->len, tree->len)
				.line);
	return 0;
}

static bool is_null(const struct yaml_node *node)
{
	return node->type == YAML_SCALAR && yaml_core_type(node) == YAML_CORE_NULL;
}

static struct splice_pair find_pair(const struct yaml_node *map, const char *name)
{
	for (size_t i = 0; i < map->count; i++)
		if (strcmp(map->keys[i]->value, name) == 0)
			return (struct splice_pair){ .map = map,
						     .key = map->keys[i],
						     .value = map->items[i] };
	return (struct splice_pair){ .map = map };
}

static int find_spot(const struct yaml_tree *tree, const struct path *path,
		     struct spot *spot, struct error *err)
{
	const struct yaml_node *node = tree->root;

	*spot = (struct spot){ .missing = 0 };
	while (node && spot->missing < path->count) {
		/* Nothing or null makes room for what is missing. */
		if (spot->pair.key && is_null(node))
			return 0;
		if (node->type != YAML_MAPPING)
			return error_set(err, ERR_SYNTAX,
					 tr("'%s' has no fields of its own"),
					 path->names[spot->missing - 1]);
		spot->pair = find_pair(node, path->names[spot->missing]);
		if (!spot->pair.key)
			return 0;
		node = spot->pair.value;
		spot->missing++;
	}
	return 0;
}

static bool is_flow(const struct spot *spot)
{
	return spot->pair.map && spot->pair.map->style == YAML_FLOW;
}

/* ---- setting ---- */

/* The value with the names that are missing around it, in braces. */
static void add_nested_flow(struct buf *out, const struct path *path, size_t from,
			    const char *value)
{
	for (size_t i = from; i < path->count; i++) {
		buf_addc(out, '{');
		yaml_write_scalar(out, path->names[i], true);
		buf_adds(out, ": ");
	}
	splice_add_flow(out, value);
	for (size_t i = from; i < path->count; i++)
		buf_addc(out, '}');
}

static void set_flow(const struct yaml_tree *tree, const struct path *path,
		     const struct spot *spot, const char *value, struct buf *out)
{
	const struct splice_pair *pair = &spot->pair;
	auto_buf flow = BUF_INIT;

	add_nested_flow(&flow, path, spot->missing + (pair->key ? 0 : 1), value);
	if (pair->key)
		splice_flow_set(tree, pair, flow.s, out);
	else
		splice_flow_add(tree, pair->map, path->names[spot->missing], flow.s, out);
}

static int set_block(const struct yaml_tree *tree, const struct path *path,
		     const struct spot *spot, struct splice_value *value, struct buf *out,
		     struct error *err)
{
	const struct splice_pair *pair = &spot->pair;
	const size_t from = spot->missing + (pair->key ? 0 : 1);

	for (size_t i = path->count; i > from; i--)
		splice_value_nest(value, path->names[i - 1],
				  splice_block_step(tree, YAML_MAPPING));
	if (pair->key)
		return splice_block_set(tree, pair, value, out, err);
	return splice_block_add(tree, pair->map, path->names[spot->missing], value, out,
				err);
}

int splice_set(const struct yaml_tree *tree, const char *path, const char *value,
	       struct buf *out, struct error *err)
{
	auto_path names = { .arena = ARENA_INIT };
	auto_value block = SPLICE_VALUE_INIT;
	struct spot spot;

	if (check_tree(tree, err) < 0 || split_path(path, &names, err) < 0 ||
	    find_spot(tree, &names, &spot, err) < 0)
		return -1;
	if (is_flow(&spot)) {
		set_flow(tree, &names, &spot, value, out);
		return 0;
	}
	splice_value_set(&block, value, splice_block_step(tree, YAML_MAPPING));
	return set_block(tree, &names, &spot, &block, out, err);
}

/* ---- appending ---- */

/* A list of one entry in the place of nothing or null. */
static int make_list(const struct yaml_tree *tree, const struct path *path,
		     const struct spot *spot, const char *entry, struct buf *out,
		     struct error *err)
{
	auto_value block = SPLICE_VALUE_INIT;
	auto_buf flow = BUF_INIT;

	if (is_flow(spot)) {
		buf_addf(&flow, "[%s]", entry);
		set_flow(tree, path, spot, flow.s, out);
		return 0;
	}
	buf_addf(&block.body, "- %s\n", entry);
	block.step = splice_block_step(tree, YAML_SEQUENCE);
	return set_block(tree, path, spot, &block, out, err);
}

int splice_append(const struct yaml_tree *tree, const char *key, const char *entry,
		  struct buf *out, struct error *err)
{
	const struct path path = { .names = { key }, .count = 1, .arena = ARENA_INIT };
	const struct yaml_node *list;
	struct spot spot;

	if (check_tree(tree, err) < 0 || find_spot(tree, &path, &spot, err) < 0)
		return -1;
	list = spot.pair.value;
	if (!list || is_null(list))
		return make_list(tree, &path, &spot, entry, out, err);
	if (list->type != YAML_SEQUENCE)
		return error_set(err, ERR_SYNTAX, tr("'%s' is not a list"), key);
	if (list->style == YAML_BLOCK)
		return splice_block_append(tree, list, entry, out, err);
	splice_flow_append(tree, list, entry, out);
	return 0;
}

/* ---- removing ---- */

int splice_remove(const struct yaml_tree *tree, const char *path, struct buf *out,
		  struct error *err)
{
	auto_path names = { .arena = ARENA_INIT };
	struct spot spot;

	if (check_tree(tree, err) < 0 || split_path(path, &names, err) < 0 ||
	    find_spot(tree, &names, &spot, err) < 0)
		return -1;
	if (!spot.pair.key || spot.missing < names.count)
		return error_set(err, ERR_NOT_FOUND, tr("there is no field '%s'"), path);
	if (is_flow(&spot))
		return splice_flow_remove(tree, &spot.pair, out, err);
	return splice_block_remove(tree, &spot.pair, out, err);
}
