/*
 * Changing a record by replacing bytes, so that comments, order, quoting and
 * everything else that a person wrote stay as they are.
 *
 * Each function takes a parsed tree and appends the new bytes of the whole
 * file to `out`; bytes outside the splice are copied.  The caller parses the
 * result again and compares it with what it meant (record/edit.h does).
 * What is put in is YAML text without indentation of its own: splice indents it
 * as its surroundings are.  Where comments below would become part of a literal
 * block, the block is indented deeper than they are.
 *
 * ERR_SYNTAX, and nothing in `out`, when the file has faults (a byte-order mark and
 * CR LF are none) or is written in a form that is not met in records ("? key").
 *
 * Layer: format.
 */
#ifndef GK_FORMAT_SPLICE_H
#define GK_FORMAT_SPLICE_H

#include "base/buf.h"
#include "base/error.h"
#include "format/yaml.h"

/**
 * Append an entry to the list at top-level key `key`; the key is made at the
 * end of the file when it is not there.  Block and flow lists, `key: []` and
 * `key:` alone are all met; the entry goes behind the last leaf, before the
 * comments that follow the list.  `entry` is one flow mapping on one line.
 */
int splice_append(const struct yaml_tree *tree, const char *key, const char *entry,
		  struct buf *out, struct error *err) gk_must_use;

/**
 * Set the value at a path of keys ("disclosure.attribute"): the value's bytes are
 * replaced, or the key is added as the last of its mapping (missing parents are
 * made).  `value` is YAML: a scalar as yaml_write_scalar() gives it, a flow
 * collection, or a literal block that begins with "|\n" and is not indented.
 */
int splice_set(const struct yaml_tree *tree, const char *path, const char *value,
	       struct buf *out, struct error *err) gk_must_use;

/* One entry of a list: the entry at `old` of the file, or, with `text`, a new one on one line. */
struct splice_entry {
	size_t old;
	const char *text;
};
struct splice_entries {
	const struct splice_entry *items;
	size_t count;
};

/**
 * Put the list at a path together anew.  Entries of a block list keep their lines with the
 * comments above them; a list of no entries is taken away with its key.
 */
int splice_list(const struct yaml_tree *tree, const char *path,
		const struct splice_entries *entries, struct buf *out,
		struct error *err) gk_must_use;

/** Take a key and its value away, with the line it stood on. */
int splice_remove(const struct yaml_tree *tree, const char *path, struct buf *out,
		  struct error *err) gk_must_use;

#endif
