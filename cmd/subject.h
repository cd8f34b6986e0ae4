/*
 * The first line of a commit's message, for people.
 *
 * What gk writes there is English, so that scripts can rely on it; who reads Chinese is told the
 * same in the names that commands, kinds and steps have.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_SUBJECT_H
#define GK_CMD_SUBJECT_H

#include "cmd/cmd.h"

/** The subject of `message`; of a commit that gk did not make, or in English, as it stands. */
const char *subject_shown(struct app *app, const char *message);

#endif
