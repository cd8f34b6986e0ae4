/*
 * A new record that is like one that is there.
 *
 * Layer: work.
 */
#ifndef GK_WORK_LIKE_H
#define GK_WORK_LIKE_H

#include "work/work.h"

/**
 * A copy of the record of the kind that is meant by `text`, for gk add: without what is its own,
 * that is id, events, numbers and names by which it is found, dates, files, and what links it with
 * other documents.  ERR_NOT_FOUND, ERR_AMBIGUOUS; ERR_DENIED for a void record.
 */
int work_like(struct work *work, const struct kind *kind, const char *text,
	      struct record **out, struct error *err) gk_must_use;

#endif
