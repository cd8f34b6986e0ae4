/*
 * A text without the inside of its long literal blocks, for libyaml to read.
 *
 * The body of a document is most of its bytes, and nothing in it has a meaning to
 * YAML: libyaml needs many times as long to walk through it as it takes to copy it.
 * Of a block that is plain to see - "key: |" at the start of a line, then lines
 * that are empty or indented alike - all lines but the last are left out; its text
 * is taken from the file.  Whoever reads the excerpt has to make sure that libyaml
 * found a literal block where each one was cut (a quoted text can look the same),
 * and else read the whole.
 *
 * Layer: format.  For yaml.c only.
 */
#ifndef GK_FORMAT_YAML_EXCERPT_H
#define GK_FORMAT_YAML_EXCERPT_H

#include "format/yaml.h"

enum { YAML_MAX_CUTS = 8 };

/* One block: bytes [from, from + len) are left out, which are `lines` lines. */
struct yaml_cut {
	size_t start; /* of the block: its | */
	size_t from;  /* the first line of its text */
	size_t len;
	size_t indent;
	size_t end;    /* behind its last line that has text */
	size_t at;     /* where `from` is in the excerpt */
	uint32_t line; /* of `at`, from 0 */
	uint32_t lines;
	bool found; /* libyaml sees the block as well */
};

struct yaml_excerpt {
	const char *bytes;
	size_t len;
	struct yaml_cut cuts[YAML_MAX_CUTS];
	size_t cut_count;
};

/** False when nothing is worth leaving out.  The tree must have no problem yet. */
bool yaml_excerpt_make(struct arena *arena, const struct yaml_tree *tree,
		       struct yaml_excerpt *out);

/** The place in the whole text of one in the excerpt. */
size_t yaml_excerpt_offset(const struct yaml_excerpt *excerpt, size_t offset);
/** Likewise of a line, from 0. */
uint32_t yaml_excerpt_line(const struct yaml_excerpt *excerpt, uint32_t line);

/** The text of the block that starts there, now found; NULL when none was cut there. */
const char *yaml_excerpt_text(struct arena *arena, const struct yaml_tree *tree,
			      struct yaml_excerpt *excerpt, size_t start, size_t *len);
/** Whether each block was found. */
bool yaml_excerpt_holds(const struct yaml_excerpt *excerpt);

#endif
