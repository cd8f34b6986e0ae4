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

/*
 * The folder that was asked for last, kept open for the next file in it: for what goes through
 * paths in order.  Start with BENEATH_LAST_INIT.
 */
struct beneath_last {
	int fd;
	const char *path; /* of a file in it; the caller's */
};
#define BENEATH_LAST_INIT ((struct beneath_last){ .fd = -1, .path = NULL })
#define auto_beneath_last gk_cleanup(beneath_last_close) struct beneath_last
void beneath_last_close(struct beneath_last *last);

/** The folder that holds `path`, which stays the helper's; -1 with errno set. */
int beneath_last_parent(struct beneath_last *last, int root,
			const char *path) gk_must_use;

/** Whether two paths name files of one folder. */
bool beneath_same_folder(const char *a, const char *b);

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
