#include "format/yaml_scan.h"

#include <string.h>

/* Blanks at the start of the first line of a block scalar's text that has any. */
static size_t block_indent(const char *text, const char *end)
{
	const char *line = text;

	for (const char *s = text; s < end; s++) {
		if (*s == '\n')
			line = s + 1;
		else if (*s != ' ' && *s != '\r')
			return (size_t)(s - line);
	}
	return 0;
}

/* The header of a block scalar that has text, as |2+, ends with a blank or its line. */
static bool block_header_has(const char *header, char sign)
{
	const size_t len = strcspn(header, " \t\r\n#");

	return memchr(header, sign, len) != NULL;
}

/*
 * libyaml's mark stands behind the blank lines that follow.  They belong to the
 * text only when the header says to keep them (|+).
 */
static size_t block_end(const struct yaml_tree *tree, const struct yaml_node *node)
{
	const char *bytes = tree->bytes;
	const char *header = bytes + node->start;
	const char *text = memchr(header, '\n', node->end - node->start);
	size_t end = node->end;
	size_t indent;

	if (!text)
		return end;
	if (block_header_has(header, '+'))
		return end;
	text++;
	indent = block_indent(text, bytes + end);
	while (end > (size_t)(text - bytes) && bytes[end - 1] == '\n') {
		size_t at = end - 1;
		size_t stop;

		if (bytes[at - 1] == '\r')
			at--;
		stop = at;
		while (bytes[at - 1] == ' ')
			at--;
		if (bytes[at - 1] != '\n' || stop - at > indent)
			break;
		end = at;
	}
	return end;
}

/*
 * The last line of a block scalar ends, unless the header strips it (|-), with a
 * line feed; a file that lacks its final one must not say something else.
 */
static bool lacks_line_end(const struct yaml_tree *tree, const struct yaml_node *node)
{
	const char *bytes = tree->bytes;

	if (node->end != tree->len || node->len == 0 || bytes[node->end - 1] == '\n')
		return false;
	return !block_header_has(bytes + node->start, '-');
}

void yaml_block_scalar(struct arena *arena, const struct yaml_tree *tree,
		       struct yaml_node *node, const char *value, size_t len)
{
	char *copy = arena_array(arena, char, len + 2);

	memcpy(copy, value, len);
	node->value = copy;
	node->len = len;
	node->end = block_end(tree, node);
	if (lacks_line_end(tree, node))
		copy[node->len++] = '\n';
}
