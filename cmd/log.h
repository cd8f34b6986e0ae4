/*
 * How gk log tells a commit.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_LOG_H
#define GK_CMD_LOG_H

#include "cmd/cmd.h"
#include "format/json.h"
#include "record/diff.h"
#include "work/log.h"

/** Append day and minute, where the commit was made. */
void log_time(struct buf *out, const struct range_commit *commit);
/** One difference of two states as an object; `payload` is the struct json. */
void log_difference(void *payload, const struct difference *d);
/** One commit as an object of gk.log/1. */
void log_json(struct app *app, struct json *json, const struct log_entry *entry);

#endif
