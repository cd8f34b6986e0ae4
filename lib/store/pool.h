/*
 * Work on several threads.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_POOL_H
#define GK_STORE_POOL_H

#include "base/error.h"

struct pool {
	unsigned int threads;
	size_t count; /* pieces of work */
	size_t step;  /* pieces taken at once */
	int (*run)(void *payload, size_t from, size_t to, struct error *err);
	void *payload;
};

/** How many threads: as many as wanted; 0: as many as processors, at most 4. */
unsigned int pool_threads(unsigned int wanted);

/** Run until all is done or one fails, with the error of that one. */
int pool_run(const struct pool *pool, struct error *err) gk_must_use;

#endif
