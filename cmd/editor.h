/*
 * The editor that a person has chosen: $VISUAL, $EDITOR, else one that explains itself.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_EDITOR_H
#define GK_CMD_EDITOR_H

#include "base/buf.h"
#include "cmd/prompt.h"

/** Let the person edit the file; -1 after saying why that cannot be. */
int editor_file(struct app *app, struct prompt *prompt, const char *path);

/**
 * The same for a text, which lies in a temporary file meanwhile; `name` says in its name what
 * it is.  -1 after saying why, and where the text is left.
 */
int editor_text(struct app *app, struct prompt *prompt, const char *name,
		struct buf *text);

/** Keep a text that could not be taken, and say where. */
void editor_keep(struct app *app, const char *name, const char *text);

#endif
