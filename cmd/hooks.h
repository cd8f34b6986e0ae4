/*
 * What the hooks that gk installs call.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_HOOKS_H
#define GK_CMD_HOOKS_H

#include "check/finding.h"
#include "cmd/cmd.h"

/** Judge what the next commit would change: the index against HEAD. */
enum exit_status hook_pre_commit(struct app *app, const void *options);
/** Judge what is pushed: lines "OLD NEW REF" on standard input. */
enum exit_status hook_pre_receive(struct app *app, const void *options);

/** Notes can wait: they are told by a run of gk validate. */
void hook_drop_notes(struct findings *findings);

#endif
