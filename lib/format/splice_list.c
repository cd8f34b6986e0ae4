/*
 * A list put together anew from entries that it has, whose lines stay as they are, and
 * new ones between them.
 */
#include <string.h>

#include "format/splice.h"
#include "format/splice_parts.h"

static const struct yaml_node *node_at(const struct yaml_tree *tree, const char *path)
{
	const struct yaml_node *node = tree->root;
	char name[64]; /* longer than any key of a field */

	while (node && *path) {
		const size_t len = strcspn(path, ".");

		if (node->type != YAML_MAPPING || len >= sizeof(name))
			return NULL;
		memcpy(name, path, len);
		name[len] = '\0';
		node = yaml_get(node, name);
		path += len + (path[len] == '.');
	}
	return node;
}

static size_t line_below(const struct yaml_tree *tree, const struct yaml_node *node)
{
	return splice_line_start(tree, node->end) >= node->end
		       ? node->end
		       : splice_next_line(tree, node->end);
}

/* Whether each entry begins on a line of its own with "- ". */
static bool has_plain_lines(const struct yaml_tree *tree, const struct yaml_node *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const size_t start = splice_line_start(tree, list->items[i]->start);
		const size_t dash = start + splice_span(tree, start, " ");

		if (dash >= list->items[i]->start || tree->bytes[dash] != '-' ||
		    dash + 1 + splice_span(tree, dash + 1, " ") != list->items[i]->start)
			return false;
		if (i > 0 && line_below(tree, list->items[i - 1]) > start)
			return false;
	}
	return list->count > 0;
}

/* The lines of an entry with the comments above it. */
static size_t start_of(const struct yaml_tree *tree, const struct yaml_node *list,
		       size_t i)
{
	return i ? line_below(tree, list->items[i - 1])
		 : splice_line_start(tree, list->items[0]->start);
}

static void add_lines(const struct yaml_tree *tree, size_t start, size_t end,
		      struct buf *out)
{
	buf_add(out, tree->bytes + start, end - start);
	if (end > start && tree->bytes[end - 1] != '\n')
		buf_adds(out, splice_eol(tree));
}

static void set_block(const struct yaml_tree *tree, const struct yaml_node *list,
		      const struct splice_entries *entries, struct buf *out)
{
	const size_t start = start_of(tree, list, 0);
	const size_t indent = splice_span(tree, start, " ");
	const size_t end = line_below(tree, list->items[list->count - 1]);
	auto_buf lines = BUF_INIT;

	for (size_t i = 0; i < entries->count; i++) {
		const size_t old = entries->items[i].old;

		if (old < list->count)
			add_lines(tree, start_of(tree, list, old),
				  line_below(tree, list->items[old]), &lines);
		else
			buf_addf(&lines, "%*s- %s%s", (int)indent, "",
				 entries->items[i].text, splice_eol(tree));
	}
	splice_bytes(tree, start, end, &lines, out);
}

/* All entries on one line. */
static int set_flow(const struct yaml_tree *tree, const char *path,
		    const struct yaml_node *list, const struct splice_entries *entries,
		    struct buf *out, struct error *err)
{
	auto_buf flow = BUF_INIT;

	buf_addc(&flow, '[');
	for (size_t i = 0; i < entries->count; i++) {
		const struct yaml_node *old =
			entries->items[i].text ? NULL
					       : list->items[entries->items[i].old];

		if (old && old->style != YAML_FLOW)
			return splice_refuse(old, err);
		buf_adds(&flow, i ? ", " : "");
		if (old)
			buf_add(&flow, tree->bytes + old->start, old->end - old->start);
		else
			buf_adds(&flow, entries->items[i].text);
	}
	buf_addc(&flow, ']');
	return splice_set(tree, path, flow.s, out, err);
}

/* A list of the file itself that is not there yet: gk writes one entry a line. */
static int make_block(const struct yaml_tree *tree, const char *path,
		      const struct splice_entries *entries, struct buf *out,
		      struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct yaml_tree now = *tree;
	auto_buf next = BUF_INIT;
	int rc = 0;

	for (size_t i = 0; i < entries->count && rc == 0; i++) {
		buf_reset(&next);
		rc = splice_append(&now, path, entries->items[i].text, &next, err);
		if (rc == 0)
			yaml_parse(&arena, buf_dup(&next, &arena), next.len, &now);
	}
	if (rc == 0)
		buf_add(out, next.s, next.len);
	arena_clear(&arena);
	return rc;
}

int splice_list(const struct yaml_tree *tree, const char *path,
		const struct splice_entries *entries, struct buf *out, struct error *err)
{
	const struct yaml_node *list = node_at(tree, path);
	bool there = list && list->type == YAML_SEQUENCE && list->count > 0;

	if (entries->count == 0)
		return list ? splice_remove(tree, path, out, err)
			    : splice_set(tree, path, "[]", out, err);
	if (!there && !strchr(path, '.'))
		return make_block(tree, path, entries, out, err);
	if (!there || list->style != YAML_BLOCK || !has_plain_lines(tree, list))
		return set_flow(tree, path, list, entries, out, err);
	set_block(tree, list, entries, out);
	return 0;
}
