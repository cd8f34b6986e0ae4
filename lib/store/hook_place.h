/*
 * Where git looks for the hooks of a repository.
 *
 * Layer: store.
 */
#ifndef GK_STORE_HOOK_PLACE_H
#define GK_STORE_HOOK_PLACE_H

#include "base/arena.h"
#include "base/error.h"

struct hook_place {
	const char *dir; /* of the hooks, absolute */
	const char
		*folder; /* of `dir` asked for inside the work tree, "" or "catalogue/" */
	bool bare;
	bool shared; /* core.hooksPath leads out of the repository: others use it, too */
};

/** Of the repository that `dir` lies in. */
int hook_place_find(const char *dir, struct arena *arena, struct hook_place *out,
		    struct error *err) gk_must_use;

#endif
