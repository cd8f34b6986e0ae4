/*
 * From the records that stand published to the site.  Layer: cmd.
 */
#ifndef GK_CMD_OUTGOING_H
#define GK_CMD_OUTGOING_H

#include "cmd/cmd.h"
#include "work/work.h"

/** Whether the site may go to `out` (NULL: public in the catalogue); asked before anything is recorded. */
int outgoing_check(struct app *app, const char *out, struct error *err) gk_must_use;

/** Build the site at `out` (NULL: public in the catalogue) and say what was made. */
enum exit_status outgoing_site(struct app *app, struct work *work, const char *out);

#endif
