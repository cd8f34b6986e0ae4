/*
 * Other programs, run with the environment and the streams that gk was given.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_PROGRAM_H
#define GK_STORE_PROGRAM_H

#include "base/buf.h"

enum { PROGRAM_ARGS_MAX = 16, PROGRAM_MISSING = 127 };

/**
 * Run through env(1): variables as NAME=VALUE, then the program and its arguments, ended by NULL;
 * args[0] is "env".  The exit status; PROGRAM_MISSING when there is no such program, -1 with
 * errno set when it could not be run.
 */
int program_run(const char *const *args) gk_must_use;
/** The same, but what it says on standard error is appended to `out` and not shown. */
int program_hear(const char *const *args, struct buf *out) gk_must_use;

#endif
