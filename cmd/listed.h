/*
 * What could have been meant, in the line that says that something is unknown.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_LISTED_H
#define GK_CMD_LISTED_H

#include "cmd/cmd.h"
#include "record/field.h"

/** Between two of them. */
const char *listed_comma(void);
/** The values of a table as they can be typed: labels in Chinese, codes in English. */
const char *choices_listed(struct app *app, const struct choices *choices);
/** There is no kind of record of the name; EXIT_STATUS_USAGE. */
enum exit_status complain_kind(struct app *app, const char *typed);

#endif
