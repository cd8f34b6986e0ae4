/*
 * Which records gk validate looks at, and which of its findings count.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_SELECTION_H
#define GK_CMD_SELECTION_H

#include "check/check.h"
#include "cmd/cmd.h"

/* Filled by options; the operands are paths below the catalogue. */
struct selection {
	struct strings operands;
};

/**
 * Check what is selected.  EXIT_STATUS_OK with *out filled, its texts in the app's arena; else
 * the status to return, after complaining.
 */
enum exit_status selection_check(struct app *app, const struct selection *selection,
				 struct check_result *out);

#endif
