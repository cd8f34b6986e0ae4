/*
 * What list and export ask of records: FIELD=VALUE and a state, as they were typed.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_FILTER_H
#define GK_CMD_FILTER_H

#include "cmd/cmd.h"
#include "record/kind.h"
#include "store/index.h"

/**
 * Read "责任科室=民政办" given to --where into a filter; keys and values as files hold
 * them where the kind is known (NULL: several).  EXIT_STATUS_OK, or the status after complaining.
 */
enum exit_status filter_read(struct app *app, const struct kind *kind, const char *text,
			     struct index_filter *out);
/** Read the state given to --state, or NULL, into the query; likewise. */
enum exit_status filter_state(struct app *app, const char *state,
			      struct index_query *query);

#endif
