/*
 * What the files of range*.c share.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_RANGE_PRIVATE_H
#define GK_STORE_RANGE_PRIVATE_H

#include "store/range.h"
#include "store/source_private.h"

/** What a commit is, in the arena. */
void range_describe(struct arena *arena, const git_commit *commit,
		    struct range_commit *out);
/** A commit before `rev` is not to be had: in a shallow clone the line that mends it.  -1. */
int range_cut_off(struct source *source, const char *rev, struct error *err);

/** range_read() in a shallow clone; `hidden` are ids. */
int range_read_shallow(struct source *source, struct arena *arena,
		       const struct strings *hidden, struct range *out,
		       struct error *err) gk_must_use;
/** Whether commit `b` comes from `a`, as far as a shallow clone tells. */
bool range_is_before(struct source *source, struct arena *arena, const char *a,
		     const char *b);

#endif
