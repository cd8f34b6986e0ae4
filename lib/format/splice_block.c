#include "format/splice_parts.h"

#include <string.h>

#include "base/i18n.h"

/* What gk itself writes: fields two blanks deeper than their mapping, lists no deeper. */
enum { MAPPING_STEP = 2, SEQUENCE_STEP = 0 };

/* The bytes that a new value replaces, and the comment behind them that stays. */
struct range {
	size_t start;
	size_t end;
	size_t tail;
	size_t tail_end;
};

/* The blanks before a node; it has to be the first on its line. */
static int indent_of(const struct yaml_tree *tree, const struct yaml_node *node,
		     size_t *indent, struct error *err)
{
	const size_t start = splice_line_start(tree, node->start);

	if (start + splice_span(tree, start, " ") < node->start)
		return splice_refuse(node, err);
	*indent = node->start - start;
	return 0;
}

unsigned int splice_block_step(const struct yaml_tree *tree, enum yaml_type type)
{
	const struct yaml_node *root = tree->root;

	for (size_t i = 0; root && root->style == YAML_BLOCK && i < root->count; i++) {
		const struct yaml_node *value = root->items[i];

		if (value->type == type && value->style == YAML_BLOCK &&
		    value->place.column >= root->place.column)
			return value->place.column - root->place.column;
	}
	return type == YAML_MAPPING ? MAPPING_STEP : SEQUENCE_STEP;
}

/* ---- adding lines ---- */

static bool starts_line(const struct yaml_tree *tree, size_t at)
{
	return splice_line_start(tree, at) >= at;
}

static size_t line_below(const struct yaml_tree *tree, const struct yaml_node *node)
{
	return starts_line(tree, node->end) ? node->end
					    : splice_next_line(tree, node->end);
}

/* Put lines in the place of [at, end), where `at` starts a line or ends the file. */
static void splice_lines(const struct yaml_tree *tree, size_t at, size_t end,
			 const struct buf *lines, struct buf *out)
{
	auto_buf text = BUF_INIT;

	if (!starts_line(tree, at))
		buf_adds(&text, splice_eol(tree));
	buf_add(&text, lines->s, lines->len);
	splice_bytes(tree, at, end, &text, out);
}

/* New fields of the file itself come last, behind the comments that end it. */
static size_t end_of_document(const struct yaml_tree *tree)
{
	size_t at = tree->root ? line_below(tree, tree->root) : tree->len;

	for (; at < tree->len; at = splice_next_line(tree, at))
		if (tree->len - at >= 3 && memcmp(tree->bytes + at, "...", 3) == 0)
			return at;
	/* A line end behind blanks alone would make a line that |+ above keeps. */
	at = splice_line_start(tree, tree->len);
	if (at + splice_span(tree, at, " \t") < tree->len ||
	    (tree->root && at < tree->root->end))
		return tree->len;
	return at;
}

/* Where the file goes on below a body that is put in before `at`. */
static size_t rest_below(const struct yaml_tree *tree, size_t at,
			 const struct splice_value *value)
{
	return splice_value_keeps(value) ? splice_skip_blank_lines(tree, at) : at;
}

/*
 * Comments that stand as deep as the text of a literal block above them would
 * become part of it, so that the text goes deeper than those below it, at `at`.
 */
static int add_body(const struct yaml_tree *tree, const struct splice_value *value,
		    size_t indent, size_t at, struct buf *out, struct error *err)
{
	size_t depth = 0;

	/* A tab below is no indentation to libyaml, but behind lines that are indented it is a fault. */
	if (value->body.len && !splice_gap_depth(tree, at, &depth))
		return error_set(
			err, ERR_SYNTAX,
			tr("line %u: replace the tab at its start by blanks first"),
			(unsigned int)yaml_place_at(tree->bytes, tree->len, at).line);
	indent += value->step;
	if (!value->is_text)
		depth = 0;
	splice_add_body(out, value->body.s, depth > indent ? depth : indent,
			splice_eol(tree));
	return 0;
}

static bool is_block_scalar(const struct yaml_node *node)
{
	return node->style == YAML_LITERAL || node->style == YAML_FOLDED;
}

int splice_block_add(const struct yaml_tree *tree, const struct yaml_node *map,
		     const char *key, const struct splice_value *value, struct buf *out,
		     struct error *err)
{
	const size_t at =
		map == tree->root ? end_of_document(tree) : line_below(tree, map);
	const size_t rest = rest_below(tree, at, value);
	size_t indent = 0;
	auto_buf lines = BUF_INIT;

	/* A first key written as "? key" stands deeper than its mapping. */
	if (map && map->keys[0]->start != map->start)
		return splice_refuse(map, err);
	/* A key that is a block of text would take the lines below it in. */
	if (map && is_block_scalar(map->keys[map->count - 1]))
		return splice_refuse(map->keys[map->count - 1], err);
	if (map && indent_of(tree, map, &indent, err) < 0)
		return -1;
	buf_addf(&lines, "%*s", (int)indent, "");
	yaml_write_scalar(&lines, key, false);
	buf_addf(&lines, ":%s%s", value->head.s, splice_eol(tree));
	if (add_body(tree, value, indent, rest, &lines, err) < 0)
		return -1;
	splice_lines(tree, at, rest, &lines, out);
	return 0;
}

int splice_block_append(const struct yaml_tree *tree, const struct yaml_node *list,
			const char *entry, struct buf *out, struct error *err)
{
	const size_t at = line_below(tree, list);
	auto_buf line = BUF_INIT;
	size_t indent = 0;

	if (indent_of(tree, list, &indent, err) < 0)
		return -1;
	buf_addf(&line, "%*s- %s%s", (int)indent, "", entry, splice_eol(tree));
	splice_lines(tree, at, at, &line, out);
	return 0;
}

/* ---- replacing a value ---- */

/* The end of the line on which a node ends, also of one that ends behind its line end. */
static size_t content_end(const struct yaml_tree *tree, const struct yaml_node *node)
{
	size_t at = node->end;

	if (at == node->start || tree->bytes[at - 1] != '\n')
		return splice_line_end(tree, at);
	at--;
	return tree->bytes[at - 1] == '\r' ? at - 1 : at;
}

static struct range value_range(const struct yaml_tree *tree, const struct yaml_node *old,
				size_t colon, bool has_body)
{
	const bool same_line = !memchr(tree->bytes + colon, '\n', old->start - colon);
	struct range range = { .start = old->start, .end = content_end(tree, old) };

	if (old->style == YAML_BLOCK) {
		range.start = colon;
		range.tail = colon;
		range.tail_end = splice_line_end(tree, colon);
		return range;
	}
	range.tail = old->end;
	range.tail_end = range.end;
	if (is_block_scalar(old)) {
		range.tail = old->start + splice_header_len(tree, old->start);
		range.tail_end = splice_line_end(tree, old->start);
	}
	if (same_line && (has_body || old->start == old->end))
		range.start = colon;
	return range;
}

/* libyaml takes a block scalar below its key that is not indented; nothing else is. */
static bool is_outdented(const struct splice_pair *pair)
{
	const struct yaml_place *key = &pair->key->place;
	const struct yaml_place *value = &pair->value->place;

	return is_block_scalar(pair->value) && value->line > key->line &&
	       value->column <= key->column;
}

/* Offset behind the colon, which "? key" has not got. */
static int find_colon(const struct yaml_tree *tree, const struct splice_pair *pair,
		      size_t *after, struct error *err)
{
	*after = pair->key->end + splice_span(tree, pair->key->end, " \t") + 1;
	if (*after > pair->value->start || tree->bytes[*after - 1] != ':' ||
	    is_outdented(pair))
		return splice_refuse(pair->key, err);
	return 0;
}

int splice_block_set(const struct yaml_tree *tree, const struct splice_pair *pair,
		     const struct splice_value *value, struct buf *out, struct error *err)
{
	const char *head = value->head.s;
	struct range range;
	auto_buf text = BUF_INIT;
	size_t indent = 0;
	size_t colon = 0;

	if (find_colon(tree, pair, &colon, err) < 0 ||
	    indent_of(tree, pair->key, &indent, err) < 0)
		return -1;
	range = value_range(tree, pair->value, colon, value->body.len > 0);
	if (range.start != colon && *head == ' ')
		head++;
	buf_adds(&text, head);
	buf_add(&text, tree->bytes + range.tail, range.tail_end - range.tail);
	if (value->body.len) {
		range.end = rest_below(tree, splice_next_line(tree, range.end), value);
		buf_adds(&text, splice_eol(tree));
		if (add_body(tree, value, indent, range.end, &text, err) < 0)
			return -1;
	}
	splice_bytes(tree, range.start, range.end, &text, out);
	return 0;
}

/* The node whose bytes end last in a node. */
static const struct yaml_node *last_leaf(const struct yaml_node *node)
{
	while (node->count)
		node = node->items[node->count - 1];
	return node;
}

/*
 * Where the file goes on when a key is gone: below its value, and when the text
 * of a literal block then stands above, below the blank lines and indented
 * comments too, which would become part of that.
 */
static size_t rest_without(const struct yaml_tree *tree, const struct splice_pair *pair,
			   size_t start)
{
	const struct yaml_node *above = NULL;
	size_t at = line_below(tree, pair->value);

	for (size_t i = 0; pair->map->keys[i] != pair->key; i++)
		above = last_leaf(pair->map->items[i]);
	if (!above || !is_block_scalar(above) || above->end != start)
		return at;
	while (at < tree->len && splice_is_gap(tree, at) && tree->bytes[at] != '#')
		at = splice_next_line(tree, at);
	return at;
}

int splice_block_remove(const struct yaml_tree *tree, const struct splice_pair *pair,
			struct buf *out, struct error *err)
{
	const struct buf nothing = BUF_INIT;
	size_t indent = 0;
	size_t colon = 0;
	size_t start;

	if (find_colon(tree, pair, &colon, err) < 0 ||
	    indent_of(tree, pair->key, &indent, err) < 0)
		return -1;
	start = pair->key->start - indent;
	splice_bytes(tree, start, rest_without(tree, pair, start), &nothing, out);
	return 0;
}
