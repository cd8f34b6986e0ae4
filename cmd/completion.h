/*
 * What the completion scripts of the shells are made from.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_COMPLETION_H
#define GK_CMD_COMPLETION_H

#include "base/buf.h"
#include "cmd/cmd.h"

typedef void (*completion_fn)(struct buf *out, const struct command *cmd,
			      const struct opt *o);

/** Call fn for each option that the command takes. */
void completion_options(struct buf *out, const struct command *cmd, completion_fn fn);
/** Append the words of a|b|c with blanks between them. */
void completion_choices(struct buf *out, const char *choices);
/**
 * The command line that prints what an option or an operand of that name may be; NULL where
 * there is none.
 */
const char *completion_words(const char *arg);

void completion_bash(struct buf *out);

#endif
