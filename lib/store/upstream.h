/*
 * The branch of another repository that the one HEAD names follows, and how what it has
 * comes here: git's own client connects, gk does not.
 *
 * Layer: store.
 */
#ifndef GK_STORE_UPSTREAM_H
#define GK_STORE_UPSTREAM_H

#include "base/arena.h"
#include "base/error.h"

struct upstream {
	const char *branch; /* main */
	const char *remote; /* origin; "." for a branch of this repository */
	const char *merge;  /* refs/heads/main, as the remote calls it */
	const char *name;   /* origin/main */
	const char *ref;    /* refs/remotes/origin/main */
	const char *url;    /* of the remote, for texts; never NULL */
};

/**
 * Of the repository that `dir` lies in.  ERR_DENIED, with the line that mends it, when HEAD names
 * no branch, when there is no other repository, and when the branch follows none.
 */
int upstream_find(const char *dir, struct arena *arena, struct upstream *out,
		  struct error *err) gk_must_use;

/**
 * git fetch of all that the remote's configuration names, and of the branch.  What git says is not
 * shown, but why it failed becomes one line: ERR_NOT_FOUND when the remote has no such branch (any
 * more), else ERR_EXTERNAL.
 */
int upstream_fetch(const char *dir, const struct upstream *upstream,
		   struct error *err) gk_must_use;

/** The commit that was fetched last; ERR_NOT_FOUND when the branch is not there. */
int upstream_commit(const char *dir, const struct upstream *upstream, struct arena *arena,
		    const char **out, struct error *err) gk_must_use;

#endif
