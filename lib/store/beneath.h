/*
 * Files below an open directory, named by paths with / and never reached through a
 * symbolic link: what a record's path names lies in the catalogue, whatever somebody
 * has put there.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_BENEATH_H
#define GK_STORE_BENEATH_H

#include <sys/stat.h>
#include <time.h>

#include "base/buf.h"
#include "base/error.h"

/** A time of a file, in ns since 1970. */
static inline int64_t beneath_ns(struct timespec t)
{
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/** Close when there is something to close; for cleanup. */
void beneath_close(const int *fd);
#define auto_fd gk_cleanup(beneath_close) int

/** realpath(3): absolute and without symbolic links, to be freed; NULL with errno set. */
char *beneath_real(const char *path) gk_must_use;

/**
 * Whether a path can name a file of a catalogue: relative, no empty part, no ".", "..",
 * ".git", no control characters (a journal holds one path a line).
 */
bool beneath_is_path(const char *path);

/** Open the directory that holds `path`; -1 with errno set (ENOENT, ENOTDIR, ELOOP …). */
int beneath_parent(int root, const char *path) gk_must_use;

/** lstat(2) of `path`; -1 with errno set. */
int beneath_stat(int root, const char *path, struct stat *st) gk_must_use;

/**
 * Append a regular file, at most `limit` bytes long; ERR_NOT_FOUND when it is not there.  The path
 * is one that was listed: folders on the way are not looked at again, so that reading ten
 * thousand files is not thrice as many calls.
 */
int beneath_read(int root, const char *path, size_t limit, struct buf *out,
		 struct error *err) gk_must_use;

#endif
