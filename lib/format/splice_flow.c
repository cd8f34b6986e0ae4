#include "format/splice_parts.h"

/* Where the last entry ends; behind the bracket when there is none. */
static size_t last_entry_end(const struct yaml_node *node)
{
	return node->count ? node->items[node->count - 1]->end : node->start + 1;
}

void splice_flow_append(const struct yaml_tree *tree, const struct yaml_node *list,
			const char *entry, struct buf *out)
{
	const char *bytes = tree->bytes;
	size_t at = last_entry_end(list);
	auto_buf text = BUF_INIT;

	if (list->count) {
		const size_t next = splice_skip_gap(tree, at);

		if (bytes[next] == ',') {
			at = next + 1;
			buf_addc(&text, ' ');
		} else {
			buf_adds(&text, ", ");
		}
	}
	buf_adds(&text, entry);
	if (bytes[at] == '#')
		buf_addc(&text, ' ');
	splice_bytes(tree, at, at, &text, out);
}

void splice_flow_add(const struct yaml_tree *tree, const struct yaml_node *map,
		     const char *key, const char *value, struct buf *out)
{
	auto_buf entry = BUF_INIT;

	yaml_write_scalar(&entry, key, true);
	buf_addf(&entry, ": %s", value);
	splice_flow_append(tree, map, entry.s, out);
}

/* {a: } has nothing to replace, and {a} has no colon either. */
static void set_nothing(const struct yaml_tree *tree, const struct yaml_node *key,
			const char *value, struct buf *out)
{
	const size_t colon = splice_skip_gap(tree, key->end);
	const bool found = tree->bytes[colon] == ':';
	const size_t at = found ? colon + 1 : key->end;
	auto_buf text = BUF_INIT;

	buf_addf(&text, found ? " %s" : ": %s", value);
	splice_bytes(tree, at, at, &text, out);
}

void splice_flow_set(const struct yaml_tree *tree, const struct splice_pair *pair,
		     const char *value, struct buf *out)
{
	const struct yaml_node *old = pair->value;
	auto_buf text = BUF_INIT;

	if (old->end == old->start) {
		set_nothing(tree, pair->key, value, out);
		return;
	}
	if (tree->bytes[old->start - 1] == ':')
		buf_addc(&text, ' ');
	buf_adds(&text, value);
	splice_bytes(tree, old->start, old->end, &text, out);
}

static size_t index_of(const struct yaml_node *map, const struct yaml_node *key)
{
	size_t i = 0;

	while (map->keys[i] != key)
		i++;
	return i;
}

/* Where the key after the first `i` has to begin, unless a "?" stands before it. */
static size_t key_start(const struct yaml_tree *tree, const struct yaml_node *map,
			size_t i)
{
	size_t at = splice_skip_gap(tree, i ? map->items[i - 1]->end : map->start + 1);

	if (i && tree->bytes[at] == ',')
		at = splice_skip_gap(tree, at + 1);
	return at;
}

/* With the comma behind it; the last with the one before it, if there is one. */
int splice_flow_remove(const struct yaml_tree *tree, const struct splice_pair *pair,
		       struct buf *out, struct error *err)
{
	const struct buf nothing = BUF_INIT;
	const struct yaml_node *map = pair->map;
	const size_t i = index_of(map, pair->key);
	size_t start = pair->key->start;
	size_t end = pair->value->end;

	if (key_start(tree, map, i) != start)
		return splice_refuse(pair->key, err);
	if (i + 1 < map->count) {
		if (key_start(tree, map, i + 1) != map->keys[i + 1]->start)
			return splice_refuse(map->keys[i + 1], err);
		end = map->keys[i + 1]->start;
	} else if (i > 0) {
		start = map->items[i - 1]->end;
	} else {
		const size_t next = splice_skip_gap(tree, end);

		end = tree->bytes[next] == ',' ? next + 1 : end;
	}
	splice_bytes(tree, start, end, &nothing, out);
	return 0;
}
