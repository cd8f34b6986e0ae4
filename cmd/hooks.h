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

/**
 * Merge one file for git: `files` are %O %A %B %P of gitattributes(5), the result goes to %A.
 * EXIT_STATUS_FINDINGS when it holds markers of what collides.
 */
enum exit_status hook_merge(struct app *app, char **files);
/** Let git merge the records of the catalogue in the folder by that; or no longer. */
enum exit_status hook_install_merge(struct app *app, const char *folder);
enum exit_status hook_uninstall_merge(struct app *app);

/* ---- hook_script.c ---- */

/** Append the script of a hook of the catalogue in `folder` ("" or "catalogue/"). */
void hook_script(struct app *app, const char *name, const char *folder, struct buf *out);
bool hook_is_ours(const char *script);
/** Append -C and the catalogue's folder, unless it is the repository's. */
void hook_add_folder(struct app *app, const char *folder, struct buf *out);
/** Append a command of the shell after which gk is found, where it was when this was written. */
void hook_find_program(struct app *app, struct buf *out);

/** Notes can wait: they are told by a run of gk validate. */
void hook_drop_notes(struct findings *findings);

#endif
