/*
 * What git ignores in a work tree, asked for as seldom as can be.
 *
 * libgit2 knows the answer but needs tens of microseconds a path.  So the last part of
 * every pattern that may hold is kept here; a name that none of them matches is not
 * ignored and libgit2 is not asked.  A tracked file is never ignored.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_IGNORE_H
#define GK_STORE_IGNORE_H

#include "store/source_private.h"

struct ignore;

/** NULL for a plain folder, where nothing is ignored; the other functions take it. */
struct ignore *ignore_new(struct source *source);
void ignore_free(struct ignore *ignore);

/** Take in the patterns of the .gitignore of a folder below the root ("" or "items/"). */
void ignore_read(struct ignore *ignore, int dir_fd);

/**
 * Whether git leaves out the path below the catalogue's root; folders end with a slash.
 * Safe from several threads while nothing is read.
 */
bool ignore_has(struct ignore *ignore, const char *path);

#endif
