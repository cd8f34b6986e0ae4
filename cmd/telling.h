/*
 * Findings told in the forms that people, editors and CI services read.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_TELLING_H
#define GK_CMD_TELLING_H

#include "check/form.h"
#include "cmd/cmd.h"

#define TELLING_FORMAT "format" /* the option that says which forms */

/* A form, and where it goes. */
struct outlet {
	const struct form *form;
	const char *file; /* NULL: standard output */
};

struct telling {
	struct outlet *outlets;
	size_t count;
};

/**
 * What was typed behind --format, FORM or FORM=FILE each; none: text.  EXIT_STATUS_OK, or the
 * status to return after complaining of an unknown form or of two for one place.
 */
enum exit_status telling_parse(struct app *app, const struct strings *typed,
			       struct telling *out);

/**
 * Tell the result in each form.  `options` is what the command's table filled, `paths` its
 * operands.  Gives the exit status that follows from the findings, the same in each form, or
 * EXIT_STATUS_FAILED when a file could not be written.
 */
enum exit_status telling_print(struct app *app, const struct telling *telling,
			       const void *options, const struct strings *paths,
			       struct check_result *result);

/* ---- telling_made.c: what the forms are made from ---- */

struct told telling_made(struct app *app, const void *options,
			 const struct strings *paths, struct check_result *result);
/** Add the rules in both languages. */
void telling_add_words(struct app *app, struct told *told);

#endif
