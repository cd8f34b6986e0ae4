/*
 * The paths below a folder on disk, in order, without what is no part of a catalogue.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_SOURCE_WALK_H
#define GK_STORE_SOURCE_WALK_H

#include "store/folders.h"
#include "store/ignore.h"
#include "store/source_private.h"

struct source_walk {
	int root;
	const char *folder; /* "", or "words/" */
	struct ignore *ignore;
	struct folders *folders; /* what they held before; may be NULL */
};

/**
 * Fill an empty list with what lies below a folder.  Folders are read on several threads and those that git ignores
 * are not entered; files that it ignores are among the entries.  An entry that is not
 * SOURCE_CLOSED has a path and nothing else yet.
 */
int source_walk(const struct source_walk *from, struct listing *list,
		struct error *err) gk_must_use;

#endif
