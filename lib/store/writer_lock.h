/*
 * One writer at a time: a lock that the kernel drops when its holder ends, however
 * that happens.  The file holds the holder's process id for the message.
 *
 * Layer: store.
 */
#ifndef GK_STORE_WRITER_LOCK_H
#define GK_STORE_WRITER_LOCK_H

#include "base/error.h"

/**
 * Take the lock, waiting at most `wait` seconds.  Returns the descriptor that holds it;
 * ERR_CONFLICT names the process that has it.
 */
int writer_lock_take(const char *path, int wait, struct error *err) gk_must_use;
/** Remove the file and let go; a descriptor of -1 is fine. */
void writer_lock_release(const char *path, int fd);
/** Whether a living process holds it. */
bool writer_lock_is_held(const char *path);

#endif
