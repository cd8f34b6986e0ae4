/*
 * What the files of gk pull share.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_PULL_H
#define GK_CMD_PULL_H

#include "cmd/cmd.h"
#include "work/pull.h"

/* Which side holds where values collide: as the command line says, else as is asked. */
struct pull_answers {
	struct app *app;
	const char *prefer;  /* ours, theirs, or NULL */
	struct strings take; /* WHAT=SIDE */
	bool left;           /* the conversation was broken off */
	const char *last_id; /* of the record that was asked about last */
};

/** ours, theirs or base; MERGE_NONE for any other word. */
enum merge_side pull_side(const char *word);
/** pull_choose_fn; the payload is a struct pull_answers. */
enum merge_side pull_answer(void *payload, const struct pull_place *at,
			    const struct collision *collision, const char **own);

/** Print a collision with the values of all three. */
void pull_print_collision(struct app *app, const struct collision *collision);
/** What stands before the field in --take: the id, of a file its path. */
const char *pull_name(const struct pull_place *at);

/** Tell what came in, or why nothing did; `said` are the WHAT=SIDE of the command line. */
enum exit_status pull_print(struct app *app, int outcome,
			    const struct pull_report *report, const struct strings *said);

#endif
