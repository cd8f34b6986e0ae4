/*
 * The git program, for what libgit2 does not do or not as well: bundles, fetching from them.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_GIT_PROGRAM_H
#define GK_STORE_GIT_PROGRAM_H

#include "base/error.h"

/**
 * Run git with these arguments (ended by NULL), without standard input and away from any
 * repository that the environment names.  What it prints is not shown; when it fails its last
 * line is told.  Hooks and housekeeping are off.
 */
int git_program(const char *const *args, struct error *err) gk_must_use;

#endif
