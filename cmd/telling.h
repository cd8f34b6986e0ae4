/*
 * Findings told in the forms that people, editors and CI services read.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_TELLING_H
#define GK_CMD_TELLING_H

#include "check/check.h"
#include "cmd/cmd.h"

/**
 * Print the result in the form asked for (NULL: text).  Gives the exit status that follows from
 * the findings, the same in each form.
 */
enum exit_status telling_print(struct app *app, const char *form,
			       const struct check_result *result);

#endif
