/*
 * Findings that are known already, kept in a file: so that gk can be taken into use on
 * an old catalogue, and only what is new counts.
 *
 * What can be neither lowered nor waived (RULE_LOCKED) cannot be kept there either.
 *
 * Layer: check.
 */
#ifndef GK_CHECK_BASELINE_H
#define GK_CHECK_BASELINE_H

#include "check/check.h"

/** Append the findings of the result, and those that were known already, as a baseline. */
void baseline_write(struct arena *arena, const struct check_result *result,
		    struct buf *out);

/**
 * Take what the baseline has from result->findings to result->known.  *gone gets how many
 * of its entries are found no more.  ERR_SYNTAX for what is no baseline.
 */
int baseline_apply(struct arena *arena, const char *text, struct check_result *result,
		   size_t *gone, struct error *err) gk_must_use;

#endif
