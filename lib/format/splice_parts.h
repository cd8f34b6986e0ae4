/*
 * The changes that splice.h offers, made in a block collection and in a flow
 * collection.  Each appends the new bytes of the whole file to `out`.
 *
 * Layer: format.  For splice.c only.
 */
#ifndef GK_FORMAT_SPLICE_PARTS_H
#define GK_FORMAT_SPLICE_PARTS_H

#include "format/splice_text.h"

/* A key of a mapping with its value. */
struct splice_pair {
	const struct yaml_node *map;
	const struct yaml_node *key;
	const struct yaml_node *value;
};

/* ---- block collections ---- */

/** How deep the file indents collections of this type below their key. */
unsigned int splice_block_step(const struct yaml_tree *tree, enum yaml_type type);

/** Add a key as the last of `map`; of the file's own mapping, which may be NULL, at its end. */
int splice_block_add(const struct yaml_tree *tree, const struct yaml_node *map,
		     const char *key, const struct splice_value *value, struct buf *out,
		     struct error *err) gk_must_use;
int splice_block_set(const struct yaml_tree *tree, const struct splice_pair *pair,
		     const struct splice_value *value, struct buf *out,
		     struct error *err) gk_must_use;
int splice_block_remove(const struct yaml_tree *tree, const struct splice_pair *pair,
			struct buf *out, struct error *err) gk_must_use;
/** Add an entry, which is one line, below the last of a list. */
int splice_block_append(const struct yaml_tree *tree, const struct yaml_node *list,
			const char *entry, struct buf *out,
			struct error *err) gk_must_use;

/* ---- flow collections: what is put in has to be flow too ---- */

void splice_flow_add(const struct yaml_tree *tree, const struct yaml_node *map,
		     const char *key, const char *value, struct buf *out);
void splice_flow_set(const struct yaml_tree *tree, const struct splice_pair *pair,
		     const char *value, struct buf *out);
int splice_flow_remove(const struct yaml_tree *tree, const struct splice_pair *pair,
		       struct buf *out, struct error *err) gk_must_use;
void splice_flow_append(const struct yaml_tree *tree, const struct yaml_node *list,
			const char *entry, struct buf *out);

#endif
