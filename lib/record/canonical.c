/*
 * gk fmt: the canonical form of a file with the comments that people wrote.
 *
 * A mapping is taken apart into pairs, each with the comment lines above it; pairs come
 * in the order of the table, and a value is written as record_write() writes it.  A list
 * with comments inside, or a value that could not be told apart from them, stays as it is.
 */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "record/record.h"
#include "record/write_private.h"

enum { PAIRS_MAX = 1 << 12, STEP = 2 };

struct pair {
	const struct field *field; /* NULL: no field of the table */
	const struct yaml_node *value;
	size_t rank;  /* where it belongs, by the table */
	size_t above; /* [above, key) are the comment lines above it */
	size_t key;   /* start of its line */
	size_t colon; /* behind its key */
	size_t end;   /* behind the line that its value ends on */
};

struct canonical {
	struct arena *arena;
	const struct record *record;
	const char *bytes;
	size_t len;
	struct buf *out;
};

/* ---- where lines and comments are ---- */

static size_t line_start(const struct canonical *c, size_t at)
{
	while (at > 0 && c->bytes[at - 1] != '\n')
		at--;
	return at;
}

static size_t next_line(const struct canonical *c, size_t at)
{
	while (at < c->len && c->bytes[at] != '\n')
		at++;
	return at < c->len ? at + 1 : at;
}

static bool is_blank_line(const struct canonical *c, size_t at)
{
	while (at < c->len && (c->bytes[at] == ' ' || c->bytes[at] == '\t'))
		at++;
	return at >= c->len || c->bytes[at] == '\n';
}

/* The first byte of the line that is no blank. */
static size_t first_in(const struct canonical *c, size_t at)
{
	while (at < c->len && c->bytes[at] == ' ')
		at++;
	return at;
}

static bool is_block_text(const struct yaml_node *node)
{
	return node->type == YAML_SCALAR &&
	       (node->style == YAML_LITERAL || node->style == YAML_FOLDED);
}

/* The line behind the value; a block text ends with its own last line. */
static size_t behind(const struct canonical *c, const struct yaml_node *node)
{
	while (node->type != YAML_SCALAR && node->style == YAML_BLOCK && node->count > 0)
		node = node->items[node->count - 1];
	if (is_block_text(node) && node->end > 0 && c->bytes[node->end - 1] == '\n')
		return node->end;
	return next_line(c, node->end);
}

struct span {
	size_t at;
	bool found;
};

/* Whether there is a comment in [from, to), which holds no part of a scalar. */
static bool gap_has_comment(const struct canonical *c, size_t from, size_t to)
{
	return from < to && memchr(c->bytes + from, '#', to - from) != NULL;
}

/* NOLINTNEXTLINE(misc-no-recursion): a tree is at most YAML_MAX_DEPTH deep */
static void find_comment(const struct canonical *c, const struct yaml_node *node,
			 struct span *span)
{
	if (node->type == YAML_SCALAR) {
		span->found = span->found || gap_has_comment(c, span->at, node->start);
		/* A comment behind | stands inside of the node's bytes. */
		if (is_block_text(node))
			span->found =
				span->found || gap_has_comment(c, node->start,
							       next_line(c, node->start));
		span->at = node->end;
		return;
	}
	for (size_t i = 0; i < node->count; i++) {
		if (node->type == YAML_MAPPING)
			find_comment(c, node->keys[i], span);
		find_comment(c, node->items[i], span);
	}
}

/* Whether a comment stands inside the value, or on its last line when `whole`. */
static bool has_comment(const struct canonical *c, const struct pair *pair, bool whole)
{
	struct span span = { .at = pair->colon };

	find_comment(c, pair->value, &span);
	return span.found || (whole && gap_has_comment(c, pair->value->end, pair->end));
}

/* ---- pairs ---- */

static size_t rank_of(const struct fields *fields, const char *key,
		      const struct field **field)
{
	for (size_t i = 0; i < fields->count; i++) {
		if (strcmp(fields->items[i].key, key) == 0) {
			*field = &fields->items[i];
			return i;
		}
	}
	return SIZE_MAX;
}

/* The order of record_write(): id, the kind's own, common ones, own keys, events last. */
static size_t rank_at_top(const struct canonical *c, const char *key,
			  const struct field **field)
{
	const struct fields *own = &c->record->kind->fields;
	size_t voided = 0;
	size_t rank = rank_of(own, key, field);

	if (rank != SIZE_MAX)
		return rank + 1;
	rank = rank_of(&common_fields, key, field);
	if (rank == 0 && c->record->kind->id_form != ID_SINGLE)
		return 0;
	while (voided < common_fields.count &&
	       common_fields.items[voided].offset != offsetof(struct common, voided))
		voided++;
	if (rank == SIZE_MAX)
		return own->count + 1 + 2 * voided;
	return own->count + 1 + 2 * rank + 1;
}

static int by_rank(const void *a, const void *b)
{
	const struct pair *x = a;
	const struct pair *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return (x->key > y->key) - (x->key < y->key);
}

/* Pairs of a block mapping whose first key stands at the start of a line of its own. */
static struct pair *pairs_of(const struct canonical *c, const struct fields *fields,
			     const struct yaml_node *map, size_t from)
{
	struct pair *pairs = arena_array(c->arena, struct pair, map->count);

	for (size_t i = 0; i < map->count; i++) {
		struct pair *pair = &pairs[i];
		const char *key = map->keys[i]->value;

		pair->value = map->items[i];
		pair->rank = fields ? rank_of(fields, key, &pair->field)
				    : rank_at_top(c, key, &pair->field);
		pair->key = line_start(c, map->keys[i]->start);
		pair->colon = map->keys[i]->end;
		pair->above = i > 0 ? pairs[i - 1].end : from;
		pair->end = behind(c, pair->value);
		if (pair->end < pair->key)
			pair->end = next_line(c, pair->key);
	}
	qsort(pairs, map->count, sizeof(*pairs), by_rank);
	return pairs;
}

/* ---- writing ---- */

static void add_indent(struct buf *out, size_t indent)
{
	for (size_t i = 0; i < indent; i++)
		buf_addc(out, ' ');
}

/* Comment lines as they are, but where they stand; blank lines at their ends are left out. */
static void add_comments(const struct canonical *c, size_t from, size_t to, size_t indent)
{
	bool blank = false;
	bool any = false;

	while (from < to) {
		size_t next = next_line(c, from);
		size_t text = first_in(c, from);

		if (is_blank_line(c, from)) {
			blank = any;
		} else if (c->bytes[text] == '#') {
			if (blank)
				buf_addc(c->out, '\n');
			blank = false;
			any = true;
			add_indent(c->out, indent);
			buf_add(c->out, c->bytes + text, next - text);
			if (c->out->s[c->out->len - 1] != '\n')
				buf_addc(c->out, '\n');
		}
		from = next;
	}
}

/* The lines of a pair as they are, moved to the depth they belong to. */
static void add_lines(const struct canonical *c, const struct pair *pair, size_t indent)
{
	size_t was = first_in(c, pair->key) - pair->key;

	for (size_t at = pair->key; at < pair->end;) {
		size_t next = next_line(c, at);
		size_t blanks = first_in(c, at) - at;

		if (is_blank_line(c, at)) {
			buf_addc(c->out, '\n');
		} else {
			add_indent(c->out, blanks > was ? blanks - was + indent : indent);
			buf_add(c->out, c->bytes + at + blanks, next - at - blanks);
		}
		at = next;
	}
	if (c->out->s[c->out->len - 1] != '\n')
		buf_addc(c->out, '\n');
}

/* A comment on the line of a value on one line follows the value. */
static bool add_behind(const struct canonical *c, const struct pair *pair, size_t start)
{
	size_t at = pair->value->end;
	size_t end = pair->end;

	while (at < end && (c->bytes[at] == ' ' || c->bytes[at] == '\t'))
		at++;
	while (end > at && (c->bytes[end - 1] == '\n' || c->bytes[end - 1] == ' '))
		end--;
	if (at == end)
		return true;
	if (memchr(c->out->s + start, '\n', c->out->len - start - 1))
		return false;
	buf_truncate(c->out, c->out->len - 1);
	buf_addf(c->out, "  %.*s\n", (int)(end - at), c->bytes + at);
	return true;
}

static void add_map(const struct canonical *c, const struct fields *fields,
		    const void *owner, const struct yaml_node *map, size_t from,
		    size_t indent);

static bool is_block_map(const struct yaml_node *node)
{
	return node->type == YAML_MAPPING && node->style == YAML_BLOCK;
}

/* A group whose members have comments: its key, then its members. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static bool add_group(const struct canonical *c, const struct pair *pair,
		      const void *owner, size_t indent)
{
	size_t head = next_line(c, pair->key);

	if (pair->field->type != FIELD_GROUP || !is_block_map(pair->value) ||
	    pair->value->start < head)
		return false;
	add_indent(c->out, indent);
	buf_add(c->out, c->bytes + first_in(c, pair->key), head - first_in(c, pair->key));
	add_map(c, pair->field->sub, field_at(pair->field, owner), pair->value, head,
		indent + STEP);
	return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void add_pair(const struct canonical *c, const struct pair *pair,
		     const void *owner, size_t indent)
{
	size_t start = c->out->len;
	const struct field *field = pair->field;

	if (!field || !field_is_set(field, owner)) {
		add_lines(c, pair, indent);
		return;
	}
	if (has_comment(c, pair, /* whole */ false)) {
		if (!add_group(c, pair, owner, indent))
			add_lines(c, pair, indent);
		return;
	}
	add_indent(c->out, indent);
	member_write(field, owner, (unsigned int)indent, c->out);
	if (!has_comment(c, pair, /* whole */ true) || add_behind(c, pair, start))
		return;
	buf_truncate(c->out, start);
	add_lines(c, pair, indent);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void add_map(const struct canonical *c, const struct fields *fields,
		    const void *owner, const struct yaml_node *map, size_t from,
		    size_t indent)
{
	const struct pair *pairs = pairs_of(c, fields, map, from);

	for (size_t i = 0; i < map->count; i++) {
		add_comments(c, pairs[i].above, pairs[i].key, indent);
		add_pair(c, &pairs[i], owner, indent);
	}
}

/* ---- the file ---- */

/* Without a byte-order mark, and with Unix line ends. */
static void plain_bytes(const struct yaml_tree *tree, struct buf *out)
{
	size_t at = tree->len >= 3 && memcmp(tree->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	for (; at < tree->len; at++) {
		if (tree->bytes[at] == '\r' && at + 1 < tree->len &&
		    tree->bytes[at + 1] == '\n')
			continue;
		buf_addc(out, tree->bytes[at]);
	}
}

/* What is wrong with a file is left to validate: only marks and line ends are mended. */
static bool is_readable(const struct record *record)
{
	for (size_t i = 0; i < record->problem_count; i++) {
		const struct record_problem *problem = &record->problems[i];

		if (problem->fault != RECORD_FAULT_YAML ||
		    (problem->yaml != YAML_FAULT_BOM && problem->yaml != YAML_FAULT_CRLF))
			return false;
	}
	return record->tree.root && record->tree.root->type == YAML_MAPPING;
}

/* How often # stands in the bytes: no comment may get lost. */
static size_t count_marks(const char *bytes, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += bytes[i] == '#';
	return count;
}

static int check_result(struct arena *arena, const struct record *meant,
			const struct buf *bytes, size_t marks, struct error *err)
{
	const struct record *after =
		record_parse(arena, meant->kind, meant->path, bytes->s, bytes->len);

	if (record_equal(after, meant) && after->problem_count == 0 &&
	    count_marks(bytes->s, bytes->len) >= marks)
		return 0;
	return error_set(err, ERR_SYNTAX,
			 tr("%s cannot be written in canonical form without changing "
			    "what it says; it stays as it is"),
			 meant->path);
}

/* Comments that a blank line parts from the first key are about the file; gives where they end. */
static size_t add_head(const struct canonical *c, size_t first_key)
{
	size_t head = 0;

	for (size_t at = 0; at < first_key; at = next_line(c, at))
		if (is_blank_line(c, at))
			head = at;
	add_comments(c, 0, head, 0);
	if (c->out->len > 0)
		buf_addc(c->out, '\n');
	return head;
}

static int canonical_bytes(struct arena *arena, const struct record *record,
			   struct buf *out, struct error *err)
{
	auto_buf plain = BUF_INIT;
	auto_buf made = BUF_INIT;
	const struct record *meant;
	const struct yaml_node *root;
	struct canonical c;

	if (!is_readable(record))
		return error_set(err, ERR_SYNTAX,
				 tr("%s has faults; gk validate names them"),
				 record->path);
	plain_bytes(&record->tree, &plain);
	meant = record_parse(arena, record->kind, record->path, plain.s, plain.len);
	root = meant->tree.root;
	c = (struct canonical){ .arena = arena,
				.record = meant,
				.bytes = plain.s,
				.len = plain.len,
				.out = &made };
	if (!is_block_map(root) || line_start(&c, root->start) != root->start ||
	    root->count > PAIRS_MAX)
		return error_set(err, ERR_SYNTAX,
				 tr("%s is not written as key: value, line by line; it "
				    "stays as it is"),
				 record->path);
	add_map(&c, NULL, meant->common, root, add_head(&c, root->start), 0);
	add_comments(&c, behind(&c, root), plain.len, 0);
	if (check_result(arena, meant, &made, count_marks(plain.s, plain.len), err) < 0)
		return -1;
	buf_add(out, made.s, made.len);
	return 0;
}

int record_canonical(const struct record *record, struct buf *out, struct error *err)
{
	struct arena arena = ARENA_INIT;
	int done = canonical_bytes(&arena, record, out, err);

	arena_clear(&arena);
	return done;
}
