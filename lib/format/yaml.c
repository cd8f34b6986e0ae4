#include "format/yaml.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "base/list.h"
#include "format/yaml_excerpt.h"
#include "format/yaml_scan.h"

/* A collection that is being read. */
struct frame {
	struct yaml_node *node;
	struct yaml_node *key; /* of a mapping: read, its value not yet */
	size_t first;          /* its children in builder.nodes */
};

/* Where libyaml's count of characters stands in the bytes. */
struct cursor {
	size_t index;
	size_t offset;
};

struct builder {
	struct arena *arena;
	struct yaml_tree *tree;
	struct yaml_excerpt *excerpt; /* NULL: the whole text is read */
	const char *bytes;            /* what libyaml reads */
	size_t len;
	yaml_parser_t parser;
	struct cursor cursor;
	size_t last_end; /* of the last scalar or bracket */
	size_t node_count;
	size_t depth;
	struct frame frames[YAML_MAX_DEPTH];
	struct yaml_node *
		*nodes; /* children of all open collections, keys and values in turn */
	size_t count;
	size_t room;
};

enum step { GO_ON, STOP, GIVE_UP };

/* ---- places ---- */

static bool inside_character(const char *bytes, size_t at)
{
	return ((unsigned char)bytes[at] & 0xC0) == 0x80;
}

/* How many of eight bytes begin a character: all but 10xxxxxx. */
static size_t count_starts(const char *bytes)
{
	const uint64_t ones = 0x0101010101010101;
	uint64_t word;

	memcpy(&word, bytes, sizeof(word));
	return 8 - (size_t)((((word >> 7) & ~(word >> 6) & ones) * ones) >> 56);
}

/*
 * Marks come nearly in order, so that the cursor walks over each character about
 * once.  What libyaml has marked it has decoded: up to there the bytes are UTF-8.
 */
static size_t offset_of(struct builder *b, const yaml_mark_t *mark)
{
	const char *bytes = b->bytes;
	const size_t len = b->len;
	struct cursor *c = &b->cursor;

	while (c->index + 8 <= mark->index && c->offset + 8 <= len) {
		c->index += count_starts(bytes + c->offset);
		c->offset += 8;
	}
	while (c->offset < len &&
	       (c->index < mark->index || inside_character(bytes, c->offset)))
		c->index += !inside_character(bytes, c->offset++);
	while (c->index > mark->index) {
		c->offset--;
		while (inside_character(bytes, c->offset))
			c->offset--;
		c->index--;
	}
	return b->excerpt ? yaml_excerpt_offset(b->excerpt, c->offset) : c->offset;
}

/* libyaml puts what it finds at the end of the file on a line below, also if there is none. */
static struct yaml_place place_of(struct builder *b, const yaml_mark_t *mark)
{
	const struct yaml_tree *tree = b->tree;
	uint32_t line = (uint32_t)mark->line;

	if (mark->column == 0 && tree->len && tree->bytes[tree->len - 1] != '\n' &&
	    offset_of(b, mark) == tree->len)
		return yaml_place_at(tree->bytes, tree->len, tree->len);
	if (b->excerpt)
		line = yaml_excerpt_line(b->excerpt, line);
	return (struct yaml_place){ .line = line + 1,
				    .column = (uint32_t)mark->column + 1 };
}

/* ---- problems ---- */

static void add_problem(struct builder *b, enum yaml_fault fault, const yaml_mark_t *mark,
			const char *arg)
{
	yaml_problem_add(b->arena, b->tree, fault, place_of(b, mark), arg);
}

static enum step give_up(struct builder *b, enum yaml_fault fault,
			 const yaml_mark_t *mark)
{
	add_problem(b, fault, mark, "");
	return GIVE_UP;
}

/* Where a quote or bracket is never closed, libyaml notices it at the end of the file. */
static bool is_late(const yaml_parser_t *parser)
{
	return parser->context &&
	       (strstr(parser->problem, "unexpected end of stream") ||
		strstr(parser->problem, "could not find expected ':'"));
}

static void add_syntax_problem(struct builder *b)
{
	const yaml_parser_t *parser = &b->parser;
	const char *problem = parser->problem ? parser->problem : "out of memory";
	const yaml_mark_t *mark = &parser->problem_mark;
	const struct yaml_place noticed = place_of(b, mark);
	const struct yaml_place before = { .line = noticed.line - 1 };
	struct yaml_place began = { .line = 0 };
	auto_buf text = BUF_INIT;

	if (parser->context)
		began.line = place_of(b, &parser->context_mark).line;
	if (began.line == noticed.line)
		began.line = 0;
	if (parser->problem && is_late(parser)) {
		mark = &parser->context_mark;
		if (yaml_scan_cause(b->arena, b->tree, began))
			return;
	}
	if (yaml_scan_cause(b->arena, b->tree, noticed) ||
	    yaml_scan_cause(b->arena, b->tree, before) ||
	    yaml_scan_cause(b->arena, b->tree, began))
		return;
	buf_adds(&text, problem);
	if (parser->context)
		buf_addf(&text, " %s", parser->context);
	add_problem(b, YAML_FAULT_SYNTAX, mark, text.s);
}

/* ---- the tree ---- */

static void push(struct builder *b, struct yaml_node *node)
{
	if (b->count == b->room)
		b->nodes = array_grow(b->arena, b->nodes, b->count, &b->room,
				      sizeof(struct yaml_node *));
	b->nodes[b->count++] = node;
}

/* A pair whose key is no scalar is told and left out: there is no name to read it by. */
static void add_node(struct builder *b, struct yaml_node *node)
{
	struct frame *frame = b->depth ? &b->frames[b->depth - 1] : NULL;

	if (!frame) {
		b->tree->root = node;
	} else if (frame->node->type == YAML_SEQUENCE) {
		push(b, node);
	} else if (!frame->key) {
		frame->key = node;
		if (node->type != YAML_SCALAR)
			yaml_problem_add(b->arena, b->tree, YAML_FAULT_KEY, node->place,
					 "");
	} else {
		if (frame->key->type == YAML_SCALAR) {
			push(b, frame->key);
			push(b, node);
		}
		frame->key = NULL;
	}
}

static struct yaml_node *new_node(struct builder *b, const yaml_event_t *event,
				  enum yaml_type type)
{
	struct yaml_node *node = arena_new(b->arena, struct yaml_node);

	node->type = type;
	node->place = place_of(b, &event->start_mark);
	node->start = offset_of(b, &event->start_mark);
	return node;
}

static enum step count_node(struct builder *b, const yaml_event_t *event)
{
	if (++b->node_count > YAML_MAX_NODES)
		return give_up(b, YAML_FAULT_SIZE, &event->start_mark);
	return GO_ON;
}

static void check_properties(struct builder *b, const yaml_event_t *event,
			     const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor)
		add_problem(b, YAML_FAULT_ALIAS, &event->start_mark,
			    (const char *)anchor);
	if (tag)
		add_problem(b, YAML_FAULT_TAG, &event->start_mark, (const char *)tag);
}

static enum step open_collection(struct builder *b, const yaml_event_t *event,
				 enum yaml_type type, bool flow)
{
	struct yaml_node *node;

	if (b->depth == YAML_MAX_DEPTH)
		return give_up(b, YAML_FAULT_DEPTH, &event->start_mark);
	node = new_node(b, event, type);
	node->style = flow ? YAML_FLOW : YAML_BLOCK;
	add_node(b, node);
	b->frames[b->depth++] = (struct frame){ .node = node, .first = b->count };
	return count_node(b, event);
}

static enum step close_collection(struct builder *b, const yaml_event_t *event)
{
	const struct frame *frame = &b->frames[--b->depth];
	struct yaml_node *node = frame->node;
	struct yaml_node *const *children;
	const size_t n = b->count - frame->first;
	const size_t step = node->type == YAML_MAPPING ? 2 : 1;

	/* A mark without length belongs to a pair written without braces in a flow list. */
	if (node->style == YAML_FLOW && event->end_mark.index > event->start_mark.index)
		b->last_end = offset_of(b, &event->end_mark);
	node->end = b->last_end;
	node->count = n / step;
	b->count = frame->first;
	if (n == 0)
		return GO_ON;
	children = &b->nodes[frame->first];
	node->items = arena_array(b->arena, struct yaml_node *, n);
	if (node->type == YAML_SEQUENCE) {
		memcpy(node->items, children, n * sizeof(struct yaml_node *));
		return GO_ON;
	}
	node->keys = node->items + node->count;
	for (size_t i = 0; i < node->count; i++) {
		node->keys[i] = children[2 * i];
		node->items[i] = children[2 * i + 1];
	}
	yaml_check_keys(b->arena, b->tree, node);
	return GO_ON;
}

/* ---- scalars ---- */

static enum yaml_style style_of(yaml_scalar_style_t style)
{
	switch (style) {
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
		return YAML_SINGLE;
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
		return YAML_DOUBLE;
	case YAML_LITERAL_SCALAR_STYLE:
		return YAML_LITERAL;
	case YAML_FOLDED_SCALAR_STYLE:
		return YAML_FOLDED;
	case YAML_ANY_SCALAR_STYLE:
	case YAML_PLAIN_SCALAR_STYLE:
		break;
	}
	return YAML_PLAIN;
}

static void set_value(struct builder *b, struct yaml_node *node, const char *value,
		      size_t len)
{
	if (node->style == YAML_LITERAL || node->style == YAML_FOLDED) {
		const char *text = NULL;

		if (b->excerpt && node->style == YAML_LITERAL)
			text = yaml_excerpt_text(b->arena, b->tree, b->excerpt,
						 node->start, &len);
		if (text)
			value = text;
		yaml_block_scalar(b->arena, b->tree, node, value, len);
		return;
	}
	node->value = arena_strndup(b->arena, value, len);
	node->len = len;
}

static enum step read_scalar(struct builder *b, const yaml_event_t *event)
{
	struct yaml_node *node = new_node(b, event, YAML_SCALAR);
	const char *value = (const char *)event->data.scalar.value;
	const size_t len = event->data.scalar.length;
	const char *nul = memchr(value, '\0', len);

	/* Only an escape in double quotes can bring one here. */
	if (nul)
		add_problem(b, YAML_FAULT_CONTROL, &event->start_mark, "U+0000");
	check_properties(b, event, event->data.scalar.anchor, event->data.scalar.tag);
	node->style = style_of(event->data.scalar.style);
	node->end = offset_of(b, &event->end_mark);
	set_value(b, node, value, nul ? (size_t)(nul - value) : len);
	b->last_end = node->end;
	add_node(b, node);
	return count_node(b, event);
}

/* What an alias stands for is not looked up: its own text takes the place. */
static enum step read_alias(struct builder *b, const yaml_event_t *event)
{
	struct yaml_node *node = new_node(b, event, YAML_SCALAR);

	add_problem(b, YAML_FAULT_ALIAS, &event->start_mark,
		    (const char *)event->data.alias.anchor);
	node->end = offset_of(b, &event->end_mark);
	set_value(b, node, b->tree->bytes + node->start, node->end - node->start);
	b->last_end = node->end;
	add_node(b, node);
	return count_node(b, event);
}

/* ---- events ---- */

static enum step read_document(struct builder *b, const yaml_event_t *event)
{
	const bool directive = event->data.document_start.version_directive ||
			       event->data.document_start.tag_directives.start !=
				       event->data.document_start.tag_directives.end;

	if (b->tree->root || directive)
		add_problem(b, YAML_FAULT_DOCUMENTS, &event->start_mark, "");
	return b->tree->root ? STOP : GO_ON;
}

static enum step read_event(struct builder *b, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		return GO_ON;
	case YAML_STREAM_END_EVENT:
		return STOP;
	case YAML_DOCUMENT_START_EVENT:
		return read_document(b, event);
	case YAML_ALIAS_EVENT:
		return read_alias(b, event);
	case YAML_SCALAR_EVENT:
		return read_scalar(b, event);
	case YAML_SEQUENCE_START_EVENT:
		check_properties(b, event, event->data.sequence_start.anchor,
				 event->data.sequence_start.tag);
		return open_collection(b, event, YAML_SEQUENCE,
				       event->data.sequence_start.style ==
					       YAML_FLOW_SEQUENCE_STYLE);
	case YAML_MAPPING_START_EVENT:
		check_properties(b, event, event->data.mapping_start.anchor,
				 event->data.mapping_start.tag);
		return open_collection(b, event, YAML_MAPPING,
				       event->data.mapping_start.style ==
					       YAML_FLOW_MAPPING_STYLE);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		return close_collection(b, event);
	}
	return GO_ON;
}

static void read_events(struct builder *b)
{
	enum step step = GO_ON;

	while (step == GO_ON) {
		yaml_event_t event;

		if (!yaml_parser_parse(&b->parser, &event)) {
			add_syntax_problem(b);
			step = GIVE_UP;
			break;
		}
		step = read_event(b, &event);
		yaml_event_delete(&event);
	}
	if (step == GIVE_UP)
		b->tree->root = NULL;
	else if (!b->tree->root)
		yaml_problem_add(b->arena, b->tree, YAML_FAULT_EMPTY,
				 (struct yaml_place){ .line = 1, .column = 1 }, "");
}

/* Office people write the full-width colon throughout: then all is one plain text. */
static void check_root(struct builder *b)
{
	const struct yaml_node *root = b->tree->root;

	if (!root || root->type != YAML_SCALAR)
		return;
	if (yaml_core_type(root) == YAML_CORE_NULL) {
		yaml_problem_add(b->arena, b->tree, YAML_FAULT_EMPTY, root->place, "");
		b->tree->root = NULL;
		return;
	}
	if (root->style == YAML_PLAIN)
		(void)yaml_scan_cause(b->arena, b->tree,
				      (struct yaml_place){ .line = root->place.line });
}

static int sort_problems(const void *a, const void *b)
{
	const struct yaml_problem *x = a;
	const struct yaml_problem *y = b;

	if (x->place.line != y->place.line)
		return x->place.line < y->place.line ? -1 : 1;
	if (x->place.column != y->place.column)
		return x->place.column < y->place.column ? -1 : 1;
	return (int)x->fault - (int)y->fault;
}

static void read_tree(struct builder *b)
{
	if (!yaml_parser_initialize(&b->parser)) {
		add_syntax_problem(b);
		return;
	}
	yaml_parser_set_encoding(&b->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&b->parser,
				     (const unsigned char *)b->bytes + b->cursor.offset,
				     b->len - b->cursor.offset);
	read_events(b);
	check_root(b);
	yaml_parser_delete(&b->parser);
}

/* True when the tree is that of the whole text, which must have no problem for it. */
static bool read_excerpt(struct arena *arena, struct yaml_tree *tree)
{
	struct yaml_excerpt excerpt;
	struct builder b = { .arena = arena, .tree = tree, .excerpt = &excerpt };

	if (tree->problem_count || !yaml_excerpt_make(arena, tree, &excerpt))
		return false;
	b.bytes = excerpt.bytes;
	b.len = excerpt.len;
	read_tree(&b);
	if (tree->root && !tree->problem_count && yaml_excerpt_holds(&excerpt))
		return true;
	tree->root = NULL;
	tree->problem_count = 0;
	return false;
}

static void read_whole(struct arena *arena, struct yaml_tree *tree)
{
	struct builder b = {
		.arena = arena, .tree = tree, .bytes = tree->bytes, .len = tree->len
	};

	/* The mark is taken off here, so that libyaml counts from the same byte always. */
	if (b.len >= 3 && memcmp(b.bytes, "\xEF\xBB\xBF", 3) == 0)
		b.cursor.offset = 3;
	read_tree(&b);
}

void yaml_parse(struct arena *arena, const char *bytes, size_t len, struct yaml_tree *out)
{
	*out = (struct yaml_tree){ .bytes = bytes, .len = len };
	if (yaml_scan(arena, out) == YAML_READABLE && !read_excerpt(arena, out))
		read_whole(arena, out);
	/* libyaml refuses what is not UTF-8; only then is it worth a look of our own. */
	if (!out->root)
		yaml_scan_encoding(arena, out);
	if (out->problem_count > 1)
		qsort(out->problems, out->problem_count, sizeof(*out->problems),
		      sort_problems);
}

const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key)
{
	const size_t len = strlen(key);

	if (map->type != YAML_MAPPING)
		return NULL;
	for (size_t i = 0; i < map->count; i++)
		if (map->keys[i]->len == len &&
		    memcmp(map->keys[i]->value, key, len) == 0)
			return map->items[i];
	return NULL;
}
