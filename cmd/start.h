/*
 * What gk learns of its surroundings before a command runs: the only reader of
 * the environment and the clock.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_START_H
#define GK_CMD_START_H

#include "cmd/cmd.h"

/** Today, terminal, data directory, language.  argv is looked through for -C and --lang. */
enum exit_status start(struct app *app, int argc, char **argv);
/** Settle colour once --color is known. */
void start_color(struct app *app);

#endif
