/*
 * Changing fields of records that are there.
 *
 * Layer: work.
 */
#ifndef GK_WORK_SET_H
#define GK_WORK_SET_H

#include "work/work.h"

/* FIELD=VALUE as a person types it (record_assign). */
struct assignment {
	const char *field; /* key, dotted path or Chinese label; or x-… */
	const char *value; /* "": the field is taken away */
};

struct change {
	const char *const *ids; /* as people name records */
	size_t id_count;
	const struct assignment *list;
	size_t count;
};

/**
 * Change fields of each record, all or none, in one commit.  Bytes of other fields stay as they
 * are.  What identifies a record and what acts write (id, events, voided …) is refused.
 */
int work_set(struct work *work, const struct change *change, struct findings *findings,
	     struct work_done *done, struct error *err) gk_must_use;

#endif
