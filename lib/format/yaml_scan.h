/*
 * What the bytes of a YAML file say before and after libyaml reads them.
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
 * Add the likely cause of a syntax error in `line` (from 1): a tab that indents,
 * a full-width sign.  False, and nothing added, when there is none.
 */
bool yaml_scan_cause(struct arena *arena, struct yaml_tree *tree, uint32_t line);

/** Add a problem; beyond YAML_MAX_PROBLEMS nothing more is said. */
void yaml_problem_add(struct arena *arena, struct yaml_tree *tree, enum yaml_fault fault,
		      struct yaml_place place, const char *arg);

enum { YAML_MAX_PROBLEMS = 100 };

#endif
