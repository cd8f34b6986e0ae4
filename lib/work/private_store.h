/*
 * The private store beside the catalogue, opened for acts that change both.
 *
 * Layer: work.
 */
#ifndef GK_WORK_PRIVATE_STORE_H
#define GK_WORK_PRIVATE_STORE_H

#include "work/work.h"

struct private_store {
	struct catalogue *catalogue; /* NULL: there is none here */
	struct index *index;
	struct work work;
};

/** Open it, if it is there, and let work->private_store point to it until it is closed. */
int private_store_open(struct private_store *store, struct work *work,
		       const struct index_options *options,
		       struct error *err) gk_must_use;
void private_store_close(struct private_store *store);

#define auto_private_store gk_cleanup(private_store_close) struct private_store

#endif
