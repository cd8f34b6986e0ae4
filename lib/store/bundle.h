/*
 * A git bundle as a file: which references it has, without its objects being looked at.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_BUNDLE_H
#define GK_STORE_BUNDLE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"

struct bundle_ref {
	const char *oid;
	const char *name; /* refs/heads/main, or HEAD */
};

/**
 * Read the list at its beginning (struct bundle_ref).  ERR_NOT_FOUND when it is not there,
 * ERR_SYNTAX when it is no bundle, or one that needs objects from elsewhere.
 */
int bundle_refs(const char *file, struct arena *arena, struct list *out,
		struct error *err) gk_must_use;

/** The id of a reference; NULL when the bundle has none of that name. */
const char *bundle_find(const struct list *refs, const char *name);

#endif
