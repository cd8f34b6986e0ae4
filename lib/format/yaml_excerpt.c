#include "format/yaml_excerpt.h"

#include <string.h>

#include "base/utf8.h"

enum { LEAST_CUT = 128 }; /* bytes: less is not worth the copy */

/* The text from `at` to its end, line by line. */
struct lines {
	const char *bytes;
	size_t len;
	size_t at;     /* the next line */
	uint32_t line; /* its number, from 0 */
};

/* Bytes of the next line with its line feed; 0 at the end. */
static size_t peek(const struct lines *lines)
{
	const char *s = lines->bytes + lines->at;
	const size_t left = lines->len - lines->at;
	const char *lf = left ? memchr(s, '\n', left) : NULL;

	return lf ? (size_t)(lf - s) + 1 : left;
}

static void go_on(struct lines *lines, size_t size)
{
	lines->at += size;
	lines->line++;
}

/* Whether a line is a key and nothing but "|" behind it, as body: | */
static bool opens_block(const char *s, size_t size)
{
	static const char end[] = ": |\n";
	const size_t tail = sizeof(end) - 1;

	if (size <= tail || memcmp(s + size - tail, end, tail) != 0)
		return false;
	for (size_t i = 0; i < size - tail; i++)
		if (!(s[i] >= 'a' && s[i] <= 'z') && !(s[i] == '-' && i))
			return false;
	return true;
}

/* Blanks before what a line says; `size` when it says nothing that can be relied on. */
static size_t indent_of(const char *s, size_t size)
{
	size_t n = 0;

	while (n < size && s[n] == ' ')
		n++;
	return n == 0 || n == size || s[n] == '\n' || s[n] == '\t' ? size : n;
}

/*
 * Goes over the text of a block up to the line in the first column that ends it.
 * False when a line is indented less than the first, or of blanks alone: what
 * libyaml makes of it is not for us to say.
 */
static bool read_block(struct lines *lines, struct yaml_cut *cut)
{
	size_t size;

	for (; (size = peek(lines)) > 0; go_on(lines, size)) {
		const char *s = lines->bytes + lines->at;
		size_t indent;

		if (s[0] == '\n')
			continue;
		if (s[0] != ' ')
			break;
		indent = indent_of(s, size);
		if (!cut->indent)
			cut->indent = indent;
		if (indent == size || indent < cut->indent)
			return false;
		/* The last line stays, so that the block ends where it does. */
		cut->len = lines->at - cut->from;
		cut->lines = lines->line - cut->line;
		cut->end = lines->at + size;
	}
	return cut->len >= LEAST_CUT;
}

static bool is_utf8(const struct lines *lines, const struct yaml_cut *cut)
{
	return utf8_valid_prefix(lines->bytes + cut->from, cut->len) == cut->len;
}

static void find_cuts(struct lines *lines, struct yaml_excerpt *out)
{
	size_t size;

	while (out->cut_count < YAML_MAX_CUTS && (size = peek(lines)) > 0) {
		const size_t start = lines->at + size - strlen("|\n");
		const bool opens = opens_block(lines->bytes + lines->at, size);
		struct yaml_cut cut;

		go_on(lines, size);
		if (!opens)
			continue;
		cut = (struct yaml_cut){ .start = start,
					 .from = lines->at,
					 .line = lines->line };
		if (read_block(lines, &cut) && is_utf8(lines, &cut))
			out->cuts[out->cut_count++] = cut;
	}
}

bool yaml_excerpt_make(struct arena *arena, const struct yaml_tree *tree,
		       struct yaml_excerpt *out)
{
	struct lines lines = { .bytes = tree->bytes, .len = tree->len };
	uint32_t left_out = 0;
	size_t from = 0;
	char *copy;

	*out = (struct yaml_excerpt){ .cut_count = 0 };
	find_cuts(&lines, out);
	if (!out->cut_count)
		return false;
	copy = arena_alloc(arena, tree->len - out->cuts[0].len + 1, 1);
	out->bytes = copy;
	for (size_t i = 0; i < out->cut_count; i++) {
		struct yaml_cut *cut = &out->cuts[i];

		memcpy(copy + out->len, tree->bytes + from, cut->from - from);
		out->len += cut->from - from;
		from = cut->from + cut->len;
		cut->at = out->len;
		cut->line -= left_out;
		left_out += cut->lines;
	}
	memcpy(copy + out->len, tree->bytes + from, tree->len - from);
	out->len += tree->len - from;
	return true;
}

size_t yaml_excerpt_offset(const struct yaml_excerpt *excerpt, size_t offset)
{
	size_t left_out = 0;

	for (size_t i = 0; i < excerpt->cut_count && excerpt->cuts[i].at <= offset; i++)
		left_out += excerpt->cuts[i].len;
	return offset + left_out;
}

uint32_t yaml_excerpt_line(const struct yaml_excerpt *excerpt, uint32_t line)
{
	uint32_t left_out = 0;

	for (size_t i = 0; i < excerpt->cut_count && excerpt->cuts[i].line <= line; i++)
		left_out += excerpt->cuts[i].lines;
	return line + left_out;
}

const char *yaml_excerpt_text(struct arena *arena, const struct yaml_tree *tree,
			      struct yaml_excerpt *excerpt, size_t start, size_t *len)
{
	struct lines lines = { .bytes = tree->bytes };
	struct yaml_cut *cut = excerpt->cuts;
	char *text;
	size_t size;

	while (cut < excerpt->cuts + excerpt->cut_count && cut->start != start)
		cut++;
	if (cut == excerpt->cuts + excerpt->cut_count)
		return NULL;
	cut->found = true;
	text = arena_alloc(arena, cut->end - cut->from + 1, 1);
	*len = 0;
	lines.at = cut->from;
	lines.len = cut->end;
	for (; (size = peek(&lines)) > 0; go_on(&lines, size)) {
		const char *s = lines.bytes + lines.at;
		const size_t indent = s[0] == '\n' ? 0 : cut->indent;

		memcpy(text + *len, s + indent, size - indent);
		*len += size - indent;
	}
	return text;
}

bool yaml_excerpt_holds(const struct yaml_excerpt *excerpt)
{
	for (size_t i = 0; i < excerpt->cut_count; i++)
		if (!excerpt->cuts[i].found)
			return false;
	return true;
}
