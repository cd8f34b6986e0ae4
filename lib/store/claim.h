/*
 * A lock file of git (index.lock, a ref's .lock) taken by link(2) from a file of our own.
 *
 * git makes such files with O_EXCL and so does link(2): either keeps the other out.
 * Because the lock is one inode with our file, whoever comes after a killed gk can tell
 * our lock from one that git holds, and remove it.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_CLAIM_H
#define GK_STORE_CLAIM_H

#include "base/error.h"

/** Make `lock` a second name of `own`, waiting at most `wait` seconds while git has it. */
int claim_take(const char *own, const char *lock, int wait,
	       struct error *err) gk_must_use;
/** Whether `lock` is the same file as `own`. */
bool claim_is_ours(const char *own, const char *lock);
/** Remove `lock` when it is ours. */
int claim_drop(const char *own, const char *lock, struct error *err) gk_must_use;

#endif
