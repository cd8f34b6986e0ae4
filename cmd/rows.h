/*
 * Rows of the index as list and search print them.  Layer: cmd.
 */
#ifndef GK_CMD_ROWS_H
#define GK_CMD_ROWS_H

#include "cmd/cmd.h"
#include "store/index.h"

/** Print the rows of a query as "text", "json", "ids" or "tsv" (NULL: text); *count gets how many. */
int print_rows(struct app *app, const struct index_query *query, const char *format,
	       size_t *count, struct error *err) gk_must_use;

#endif
