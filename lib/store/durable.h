/*
 * What outlives a power cut: files and directory entries that fsync(2) has seen.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_DURABLE_H
#define GK_STORE_DURABLE_H

#include "base/error.h"
#include "base/file.h"

/** Wait until the entries of a directory are on the disk; nothing with FILE_FAST. */
int durable_dir(const char *path, enum file_sync sync, struct error *err) gk_must_use;
/** Likewise of a directory that is open; -1 with errno set. */
int durable_fd(int fd, enum file_sync sync);

/** rename(2) inside one file system; the new name is on the disk when it returns. */
int durable_move(const char *from, const char *to, enum file_sync sync,
		 struct error *err) gk_must_use;

#endif
