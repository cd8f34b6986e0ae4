/*
 * Checking what commits did: each against each of its parents by the rules of history,
 * and the records that differ in the end within themselves and in what they refer to,
 * from git's objects alone.
 *
 * Layer: check.
 */
#ifndef GK_CHECK_STEPS_H
#define GK_CHECK_STEPS_H

#include "check/check.h"
#include "store/range.h"

struct check_steps {
	const struct range_commit *commits; /* parents first; `id` NULL: not made yet */
	size_t count;
	const char *base; /* commit that the end is compared with; NULL: with nothing */
	const char *end;  /* commit; NULL: what the source has */
	/* Commits that hold what others may have; NULL: those that the steps begin with. */
	const struct strings *shared;
};

/**
 * Check the steps.  `catalogue` is opened at their end, and its source lists only what
 * was looked at afterwards; its config is what is judged by.  `options` may name paths.
 * result.records is 0 when no record differs.
 */
int check_steps(struct catalogue *catalogue, const struct check_steps *steps,
		const struct check_options *options, struct check_result *out,
		struct arena *arena, struct error *err) gk_must_use;

/**
 * Check records of the catalogue alone, and what they refer to, without looking at the
 * rest: `files` are paths of records, sorted.  Rules about all records are left out.
 */
int check_few(struct catalogue *catalogue, const struct range_changes *changes,
	      const struct check_options *options, struct check_result *out,
	      struct arena *arena, struct error *err) gk_must_use;

#endif
