/*
 * Operands that name files of the catalogue.  Layer: cmd.
 */
#ifndef GK_CMD_OPERAND_H
#define GK_CMD_OPERAND_H

#include "cmd/cmd.h"

/**
 * A path as typed (absolute, or from the working directory, or below the catalogue's root) as a
 * path below the root; "" for the root itself.  NULL when it lies outside.  It need not exist.
 */
const char *operand_path(struct app *app, const char *typed);

/** Each of them likewise, added to *out; EXIT_STATUS_USAGE after saying which lies outside. */
enum exit_status operand_paths(struct app *app, size_t count, const char *const *typed,
			       struct strings *out);

#endif
