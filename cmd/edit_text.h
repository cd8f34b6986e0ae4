/*
 * gk edit --editor: the file of a record in the person's editor, until it is right.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_EDIT_TEXT_H
#define GK_CMD_EDIT_TEXT_H

#include "cmd/cmd.h"
#include "record/record.h"
#include "work/work.h"

/**
 * Edit, check and commit.  On faults the person edits again, keeps the text for the next time
 * or gives up; the text is never thrown away.
 */
enum exit_status edit_text(struct app *app, struct work *work, struct record *before);

#endif
