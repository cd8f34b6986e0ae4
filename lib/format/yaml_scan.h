/*
 * What libyaml does not look at: the bytes before it reads them and after an
 * error, keys that stand twice, and where a block scalar ends.
 *
 * Office files come from Windows editors, word processors and input methods;
 * what goes wrong there is told as what it is, not as a syntax error.  The file
 * is looked through once before parsing, and the lines around a syntax error
 * once more after it.
 *
 * Layer: format.  For yaml.c only.
 */
#ifndef GK_FORMAT_YAML_SCAN_H
#define GK_FORMAT_YAML_SCAN_H

#include "format/yaml.h"

enum yaml_sight {
	YAML_READABLE,
	YAML_UNREADABLE, /* libyaml would stop at it or misread it */
};

/** Look through tree->bytes and add what is found to tree->problems. */
enum yaml_sight yaml_scan(struct arena *arena, struct yaml_tree *tree);

/**
 * For a file that could not be read: when it is not UTF-8, put that, and what it
 * seems to be, in the place of all other problems.
 */
void yaml_scan_encoding(struct arena *arena, struct yaml_tree *tree);

/**
 * Add the likely cause of a syntax error in the line of `place`: a tab that indents, a
 * full-width sign.  The error was noticed at its column, or behind the line where that is 0.
 * False, and nothing added, when there is none.
 */
bool yaml_scan_cause(struct arena *arena, struct yaml_tree *tree,
		     struct yaml_place place);

/** Add a problem; beyond YAML_MAX_PROBLEMS nothing more is said. */
void yaml_problem_add(struct arena *arena, struct yaml_tree *tree, enum yaml_fault fault,
		      struct yaml_place place, const char *arg);

/** Add a problem for each key that the mapping has already. */
void yaml_check_keys(struct arena *arena, struct yaml_tree *tree,
		     const struct yaml_node *map);

/** Give a block scalar its text and, from where libyaml says it ends, its right end. */
void yaml_block_scalar(struct arena *arena, const struct yaml_tree *tree,
		       struct yaml_node *node, const char *value, size_t len);

enum { YAML_MAX_PROBLEMS = 100 };

#endif
