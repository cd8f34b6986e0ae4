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

/*
 * Open files that are waited for together: a disk takes little longer for a hundred that
 * wait at the same time than for one.
 *
 *	auto_durable_batch batch = { .sync = sync };
 *	if (… durable_batch_add(&batch, fd, path, err) … ||
 *	    durable_batch_wait(&batch, err) < 0)
 *		return -1;
 */
enum { DURABLE_AT_ONCE = 128 };

struct durable_batch {
	enum file_sync sync; /* FILE_FAST: they are closed, and that is all */
	size_t count;
	int fds[DURABLE_AT_ONCE];
	const char *paths[DURABLE_AT_ONCE]; /* as the errors tell them */
};

/** Take over an open file or folder, waiting when there are enough; `path` stays until then. */
int durable_batch_add(struct durable_batch *batch, int fd, const char *path,
		      struct error *err) gk_must_use;
/** Wait until all are on the disk, and close them. */
int durable_batch_wait(struct durable_batch *batch, struct error *err) gk_must_use;
/** Close what was not waited for. */
void durable_batch_drop(struct durable_batch *batch);
#define auto_durable_batch gk_cleanup(durable_batch_drop) struct durable_batch

#endif
