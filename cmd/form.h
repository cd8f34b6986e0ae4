/*
 * The form of gk add at a terminal: asks for the fields that the table marks FIELD_ASKED.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_FORM_H
#define GK_CMD_FORM_H

#include "cmd/input.h"

/**
 * Ask on standard error, read from standard input.  EXIT_STATUS_OK with one record in `input`,
 * else the status after saying that nothing was written.
 */
enum exit_status form_fill(struct app *app, const struct kind *kind, struct input *input);

/**
 * The same for a record that has been filled from elsewhere: what it holds is shown with each
 * question and taken with an empty line.  The record becomes one of `input`.
 */
enum exit_status form_confirm(struct app *app, struct record *record,
			      struct input *input);

#endif
