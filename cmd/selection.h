/*
 * Which records gk validate looks at, and which of its findings count.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_SELECTION_H
#define GK_CMD_SELECTION_H

#include "check/check.h"
#include "cmd/cmd.h"

/* Filled by options; the operands are paths below the catalogue, or "-" for standard input. */
struct selection {
	struct strings operands;
	const char *as_path;
	bool staged;
	const char *range;
	const char *since;
	bool allow_empty;
	struct strings rules;
	struct strings groups;
	const char *severity;
	const char *baseline;
	const char *write_baseline;
};

/**
 * Open what is selected and check it.  EXIT_STATUS_OK with *out filled, its texts in the
 * app's arena; else the status to return, after complaining.
 */
enum exit_status selection_check(struct app *app, const struct selection *selection,
				 struct check_result *out);

/* ---- selection_from.c: what is looked at straight from git, or from standard input ---- */

/** The end of a range A..B, or NULL after complaining. */
const char *selection_range_end(struct app *app, const char *range);
/** Check the commits of the range; app->catalogue is opened at its end. */
int selection_range(struct app *app, const char *range, const struct check_options *check,
		    struct check_result *out, struct error *err) gk_must_use;
/** Paths of the records that differ from what a revision or a day had; sorted. */
int selection_since(struct app *app, const char *since, struct strings *out,
		    struct error *err) gk_must_use;
/** Check the record on standard input as the file `as_path` (NULL: as its id says). */
int selection_stdin(struct app *app, const char *as_path,
		    const struct check_options *check, struct check_result *out,
		    struct error *err) gk_must_use;

/* ---- sieve.c: which findings count ---- */

/** That no group of rules is called so, and which there are. */
enum exit_status complain_group(struct app *app, const char *typed);

/** Whether the names given to --rule, --group are known; the status to return after complaining. */
enum exit_status sieve_check(struct app *app, const struct selection *selection);
/** Take out of the result what is not asked for, and what the baseline has. */
enum exit_status sieve_apply(struct app *app, const struct selection *selection,
			     struct check_result *result);

#endif
