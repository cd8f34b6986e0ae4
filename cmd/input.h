/*
 * Records from a file or standard input, as people and scripts write them.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_INPUT_H
#define GK_CMD_INPUT_H

#include "cmd/cmd.h"
#include "record/record.h"

struct input {
	struct record **records;
	size_t count;
	size_t room;
	const char *draft; /* of the form that it came from, or NULL */
	int draft_lock;    /* that holds it */
};

void input_add(struct app *app, struct input *input, struct record *record);

/**
 * Read one record or a list of them (YAML or JSON; labels and Chinese values are read) from `file`,
 * "-" for standard input.  Says every fault with its place and gives EXIT_STATUS_FINDINGS.
 */
enum exit_status input_read(struct app *app, const struct kind *kind, const char *file,
			    struct input *input);

/** Say what a record's last problem is, after `what` was typed; EXIT_STATUS_USAGE. */
enum exit_status input_complain(struct app *app, const struct record *record,
				const char *what);

/** Fill a field of FIELD=VALUE as --set takes it; EXIT_STATUS_USAGE after complaining. */
enum exit_status input_assign(struct app *app, struct record *record, const char *text);
/** The record as it would be written, below its path, on standard output: for --dry-run. */
void input_print(const struct app *app, const struct record *record);

#endif
