/*
 * Where the records of gk add come from when nobody types them whole.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_ADD_SOURCE_H
#define GK_CMD_ADD_SOURCE_H

#include "cmd/input.h"

struct add_source {
	const struct strings *set;       /* FIELD=VALUE, for each record */
	const char *from;                /* a file, or NULL */
	const char *like;                /* a record, or NULL */
	const struct strings *templates; /* names of rows; "" to choose */
};

/**
 * The records of the one source that is given, with --set on each; a form at a terminal where
 * something is still to be said.  EXIT_STATUS_OK with none where only a list was asked for.
 */
enum exit_status add_source_read(struct app *app, const struct kind *kind,
				 const struct add_source *source, struct input *input);

#endif
