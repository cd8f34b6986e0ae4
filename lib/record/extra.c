#include <string.h>

#include "record/read_private.h"

static void write_scalar(const struct yaml_node *node, struct buf *out)
{
	/* A number stays a number: the key is nobody's text field. */
	if (node->len == 0 && node->style == YAML_PLAIN)
		buf_adds(out, "null");
	else if (yaml_core_type(node) != YAML_CORE_TEXT)
		buf_adds(out, node->value);
	else
		yaml_write_scalar(out, node->value, /* flow */ true);
}

/* NOLINTNEXTLINE(misc-no-recursion): at most YAML_MAX_DEPTH deep */
void extra_write(const struct yaml_node *node, struct buf *out)
{
	bool map = node->type == YAML_MAPPING;

	if (node->type == YAML_SCALAR) {
		write_scalar(node, out);
		return;
	}
	buf_addc(out, map ? '{' : '[');
	for (size_t i = 0; i < node->count; i++) {
		if (i > 0)
			buf_adds(out, ", ");
		if (map) {
			write_scalar(node->keys[i], out);
			buf_adds(out, ": ");
		}
		extra_write(node->items[i], out);
	}
	buf_addc(out, map ? '}' : ']');
}
