#include "format/splice_text.h"

#include <string.h>

#include "base/i18n.h"

enum { BOM_LEN = 3 };

/* ---- values ---- */

void splice_value_release(struct splice_value *value)
{
	buf_release(&value->head);
	buf_release(&value->body);
}

void splice_value_set(struct splice_value *value, const char *yaml, unsigned int step)
{
	const char *lf = yaml[0] == '|' ? strchr(yaml, '\n') : NULL;

	value->step = step;
	buf_addc(&value->head, ' ');
	if (!lf) {
		buf_adds(&value->head, yaml);
		return;
	}
	buf_add(&value->head, yaml, (size_t)(lf - yaml));
	value->is_text = true;
	buf_adds(&value->body, lf + 1);
	if (value->body.len && value->body.s[value->body.len - 1] != '\n')
		buf_addc(&value->body, '\n');
}

void splice_value_nest(struct splice_value *value, const char *key, unsigned int step)
{
	auto_buf body = BUF_INIT;

	yaml_write_scalar(&body, key, false);
	buf_addf(&body, ":%s\n", value->head.s);
	splice_add_body(&body, value->body.s, value->step, "\n");
	buf_reset(&value->head);
	buf_reset(&value->body);
	buf_add(&value->body, body.s, body.len);
	value->step = step;
}

bool splice_value_keeps(const struct splice_value *value)
{
	const size_t len = value->body.len;

	return len > 1 && value->body.s[len - 1] == '\n' &&
	       value->body.s[len - 2] == '\n';
}

/* The text of a literal block that is not indented. */
static void literal_text(struct buf *out, const char *yaml)
{
	const char *body = strchr(yaml, '\n') + 1;
	const char chomp = yaml[1];

	buf_adds(out, body);
	if (chomp == '+')
		return;
	while (out->len && out->s[out->len - 1] == '\n')
		buf_truncate(out, out->len - 1);
	if (chomp != '-' && out->len)
		buf_addc(out, '\n');
}

void splice_add_flow(struct buf *out, const char *yaml)
{
	auto_buf text = BUF_INIT;

	if (yaml[0] == '|' && strchr(yaml, '\n')) {
		literal_text(&text, yaml);
		yaml_write_scalar(out, text.s, true);
	} else if (yaml[0] != '\0' && !strchr("\"'[{", yaml[0]) &&
		   strpbrk(yaml, ",[]{}?")) {
		yaml_write_scalar(out, yaml, true);
	} else {
		buf_adds(out, yaml);
	}
}

/* ---- lines ---- */

void splice_bytes(const struct yaml_tree *tree, size_t start, size_t end,
		  const struct buf *text, struct buf *out)
{
	buf_add(out, tree->bytes, start);
	buf_add(out, text->s, text->len);
	buf_add(out, tree->bytes + end, tree->len - end);
}

const char *splice_eol(const struct yaml_tree *tree)
{
	const char *lf = memchr(tree->bytes, '\n', tree->len);

	return lf && lf > tree->bytes && lf[-1] == '\r' ? "\r\n" : "\n";
}

void splice_add_body(struct buf *out, const char *body, size_t indent, const char *eol)
{
	while (*body) {
		const size_t len = strcspn(body, "\n");

		if (len)
			buf_addf(out, "%*s", (int)indent, "");
		buf_add(out, body, len);
		buf_adds(out, eol);
		body += len;
		if (*body == '\n')
			body++;
	}
}

size_t splice_line_start(const struct yaml_tree *tree, size_t at)
{
	while (at > 0 && tree->bytes[at - 1] != '\n')
		at--;
	if (at == 0 && tree->len >= BOM_LEN &&
	    memcmp(tree->bytes, "\xEF\xBB\xBF", BOM_LEN) == 0)
		return BOM_LEN;
	return at;
}

size_t splice_line_end(const struct yaml_tree *tree, size_t at)
{
	const char *lf = memchr(tree->bytes + at, '\n', tree->len - at);

	if (!lf)
		return tree->len;
	if (lf > tree->bytes + at && lf[-1] == '\r')
		lf--;
	return (size_t)(lf - tree->bytes);
}

size_t splice_next_line(const struct yaml_tree *tree, size_t at)
{
	const char *lf = memchr(tree->bytes + at, '\n', tree->len - at);

	return lf ? (size_t)(lf - tree->bytes) + 1 : tree->len;
}

size_t splice_span(const struct yaml_tree *tree, size_t at, const char *set)
{
	const size_t start = at;

	while (at < tree->len && strchr(set, tree->bytes[at]))
		at++;
	return at - start;
}

size_t splice_header_len(const struct yaml_tree *tree, size_t at)
{
	return splice_span(tree, at, "|>0123456789+-");
}

size_t splice_skip_blank_lines(const struct yaml_tree *tree, size_t at)
{
	for (size_t i = at; i < tree->len; i++) {
		if (tree->bytes[i] == '\n')
			at = i + 1;
		else if (!strchr(" \t\r", tree->bytes[i]))
			return at;
	}
	return tree->len;
}

bool splice_is_gap(const struct yaml_tree *tree, size_t at)
{
	at += splice_span(tree, at, " \t\r");
	return at == tree->len || tree->bytes[at] == '\n' || tree->bytes[at] == '#';
}

bool splice_gap_depth(const struct yaml_tree *tree, size_t at, size_t *depth)
{
	*depth = 0;
	for (; at < tree->len && splice_is_gap(tree, at);
	     at = splice_next_line(tree, at)) {
		const size_t blanks = splice_span(tree, at, " ");

		if (at + blanks < tree->len && tree->bytes[at + blanks] == '\t')
			return false;
		if (blanks >= *depth)
			*depth = blanks + 1;
	}
	return true;
}

size_t splice_skip_gap(const struct yaml_tree *tree, size_t at)
{
	for (; at < tree->len; at++) {
		if (tree->bytes[at] == '#')
			at = splice_line_end(tree, at);
		if (at < tree->len && !strchr(" \t\r\n", tree->bytes[at]))
			break;
	}
	return at;
}

int splice_refuse(const struct yaml_node *node, struct error *err)
{
	return error_set(err, ERR_SYNTAX,
			 tr("line %u is written in a form that gk cannot change"),
			 (unsigned int)node->place.line);
}
