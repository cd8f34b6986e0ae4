/*
 * What the commands that act on records share: the work they hand to lib/work, and how
 * its outcome is told.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_ACTING_H
#define GK_CMD_ACTING_H

#include "cmd/cmd.h"
#include "work/work.h"

/** The work of this run; its arena is the app's. */
int acting_work(struct app *app, struct work *out, struct error *err) gk_must_use;

/** The private store that catalogue.yaml names and that is not on this computer; NULL for none such. */
const char *acting_private_missing(struct app *app);

/** Findings on `out`, one a line, the worst first within a record; hints below on a terminal. */
void print_findings(struct app *app, FILE *out, const struct findings *findings);

/**
 * Tell how an act ended and give the exit status: findings on standard error, `verb` and the ids with
 * the commit when it was done ("added mz-0004 (1a2b3c4)").
 */
enum exit_status tell(struct app *app, int outcome, const char *verb,
		      const struct work_done *done, const struct findings *findings,
		      const struct error *err);

/**
 * The same of new records; `as_json` prints their ids and the commit as one JSON object, schema
 * gk.add/1.
 */
enum exit_status tell_added(struct app *app, int outcome, bool as_json,
			    const struct work_done *done, const struct findings *findings,
			    const struct error *err);

#endif
