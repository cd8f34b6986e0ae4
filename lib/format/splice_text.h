/*
 * The lines of a YAML file, and new text cut to stand among them.
 *
 * Layer: format.  For splice*.c only.
 */
#ifndef GK_FORMAT_SPLICE_TEXT_H
#define GK_FORMAT_SPLICE_TEXT_H

#include "base/buf.h"
#include "base/error.h"
#include "format/yaml.h"

/*
 * A value as it follows the colon of its key: `head` on the key's line with the
 * blank before it, `body` on the lines below, each ended by LF and indented only
 * against each other.
 */
struct splice_value {
	struct buf head;
	struct buf body;
	unsigned int step; /* how much deeper than its key the body stands */
	bool is_text;      /* the body is, or ends with, the text of a literal block */
};

#define SPLICE_VALUE_INIT ((struct splice_value){ .head = BUF_INIT, .body = BUF_INIT })

void splice_value_release(struct splice_value *value);
#define auto_value gk_cleanup(splice_value_release) struct splice_value

/** Take YAML apart: a literal block has a body, all else only a head. */
void splice_value_set(struct splice_value *value, const char *yaml, unsigned int step);
/** Make it the value of `key` in a block mapping of its own. */
void splice_value_nest(struct splice_value *value, const char *key, unsigned int step);
/** Whether blank lines below it would become part of it (|+). */
bool splice_value_keeps(const struct splice_value *value);

/** Append what `yaml` says in a form that can stand inside [ ] and { }. */
void splice_add_flow(struct buf *out, const char *yaml);

/** Append the file with [start, end) replaced. */
void splice_bytes(const struct yaml_tree *tree, size_t start, size_t end,
		  const struct buf *text, struct buf *out);

/** The line end that the file uses. */
const char *splice_eol(const struct yaml_tree *tree);
/** Append the lines of `body` with `indent` blanks before those that are not empty. */
void splice_add_body(struct buf *out, const char *body, size_t indent, const char *eol);

/** Offset of the first byte of the line; behind the byte-order mark in the first one. */
size_t splice_line_start(const struct yaml_tree *tree, size_t at);
/** Offset of the line's end: of its CR LF or LF, or the length of the file. */
size_t splice_line_end(const struct yaml_tree *tree, size_t at);
/** Offset of the line below; the length of the file when there is none. */
size_t splice_next_line(const struct yaml_tree *tree, size_t at);
/** How many bytes from `at` on are one of `set`. */
size_t splice_span(const struct yaml_tree *tree, size_t at, const char *set);
/** Length of the header of a block scalar, as |2+, without its comment. */
size_t splice_header_len(const struct yaml_tree *tree, size_t at);
/** Offset behind the blank lines that begin at `at`, the start of a line. */
size_t splice_skip_blank_lines(const struct yaml_tree *tree, size_t at);
/** Whether the line at `at` is blank or a comment. */
bool splice_is_gap(const struct yaml_tree *tree, size_t at);
/**
 * How deep a text has to stand so that none of the blank and comment lines below
 * it, at `at`, belongs to it.  False when one of them begins with a tab: then
 * libyaml does not take it below a text at all.
 */
bool splice_gap_depth(const struct yaml_tree *tree, size_t at, size_t *depth);
/** Offset behind blanks, line ends and comments. */
size_t splice_skip_gap(const struct yaml_tree *tree, size_t at);

/** The error for a node that is written in a rare form, as "? key". */
int splice_refuse(const struct yaml_node *node, struct error *err) gk_must_use;

#endif
