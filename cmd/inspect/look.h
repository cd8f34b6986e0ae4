/*
 * Looking into one kind of file: each prints the pieces that it finds.
 *
 * The bytes are hostile.  When one of these runs the sandbox is closed: nothing can be
 * opened that was not opened before.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_INSPECT_LOOK_H
#define GK_CMD_INSPECT_LOOK_H

#include "base/base.h"

/* A file in memory, and what it is called. */
struct looked_at {
	const char *bytes;
	size_t len;
	const char *name;
};

/** Open what decoding needs, before the sandbox is closed. */
void look_prepare(void);
/** Print what is in it, by its content, then by its name. */
void look_into(const struct looked_at *file);

void look_at_text(const struct looked_at *file);
void look_at_xlsx(const struct looked_at *file);
void look_at_docx(const struct looked_at *file);
void look_at_ofd(const struct looked_at *file);
void look_at_pdf(const struct looked_at *file);
/** Position and author of a photograph. */
void look_at_picture(const struct looked_at *file);

/** Whether the name ends so, upper or lower case. */
bool name_ends(const char *name, const char *end);

#endif
