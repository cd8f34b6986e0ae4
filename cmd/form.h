/*
 * The form of gk add and gk edit at a terminal: question after question over the field table.
 *
 * What is answered is kept below <gitdir>/gk/drafts/ after each question, so that nothing
 * typed is lost whatever ends the program.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_FORM_H
#define GK_CMD_FORM_H

#include "cmd/input.h"

/**
 * Ask for a new record: the fields that the table marks FIELD_ASKED, and what follows from the
 * answers.  EXIT_STATUS_OK with one record in `input`, else the status after saying that nothing
 * was written and where the draft is.
 */
enum exit_status form_fill(struct app *app, const struct kind *kind, struct input *input);

/**
 * The same for a record that has been filled from elsewhere: each field that holds something
 * is asked for too, with its value as what an empty line takes.
 */
enum exit_status form_confirm(struct app *app, struct record *record,
			      struct input *input);

/** The same, but only the title and what is still open are asked before the review. */
enum exit_status form_complete(struct app *app, struct record *record,
			       struct input *input);

/** Ask for one field of several records that lack it, the same for all. */
enum exit_status form_ask_for(struct app *app, struct input *input, const char *field);

/**
 * The form for a record that is there: the review first, with its values.  EXIT_STATUS_OK with
 * the record as it is to be in `input`; it is work_edit() that writes it.
 */
enum exit_status form_edit(struct app *app, const struct record *before,
			   struct input *input);

/** The same for one field of text or a list, by its key or label, in the person's editor. */
enum exit_status form_section(struct app *app, const struct record *before,
			      const char *field, struct input *input);

/**
 * After the record was written (EXIT_STATUS_OK) its draft goes; else it is said where it is.
 * Returns `status`.
 */
enum exit_status form_settle(struct app *app, const struct input *input,
			     enum exit_status status);

#endif
