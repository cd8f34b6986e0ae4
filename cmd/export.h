/*
 * What gk export is asked for, as it was typed.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_EXPORT_H
#define GK_CMD_EXPORT_H

#include "cmd/cmd.h"
#include "report/export.h"

struct export_command_options {
	const char *format;
	struct strings kind;
	const char *unit;
	struct strings where;
	const char *state;
	bool edit;
	bool internal;
	bool all;
	bool one_sheet;
	const char *encoding;
	bool force;
};

/** Format, kinds and filters; EXIT_STATUS_OK, or the status after complaining. */
enum exit_status export_ask(struct app *app, const struct export_command_options *o,
			    const char *file, struct export_options *out);

#endif
