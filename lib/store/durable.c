#include "store/durable.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/beneath.h"
#include "store/pool.h"

/* They wait for the disk and not for a processor. */
enum { WAITING_THREADS = 64 };

int durable_fd(int fd, enum file_sync sync)
{
	/* EINVAL: a file system that cannot; then there is nothing to wait for. */
	if (sync == FILE_FAST || fsync(fd) == 0 || errno == EINVAL)
		return 0;
	return -1;
}

int durable_dir(const char *path, enum file_sync sync, struct error *err)
{
	if (sync == FILE_SYNC) {
		auto_fd fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

		if (fd < 0 || durable_fd(fd, sync) < 0)
			return error_errno(
				err, tr("cannot write the directory '%s' to the disk"),
				path);
	}
	return 0;
}

int durable_move(const char *from, const char *to, enum file_sync sync, struct error *err)
{
	auto_buf dir = BUF_INIT;

	if (rename(from, to) < 0)
		return error_errno(err, tr("cannot write '%s'"), to);
	buf_add(&dir, to, (size_t)(path_base(to) - to));
	return durable_dir(dir.len ? dir.s : ".", sync, err);
}

static int wait_for(void *payload, size_t from, size_t to, struct error *err)
{
	const struct durable_batch *batch = payload;

	for (size_t i = from; i < to; i++)
		if (durable_fd(batch->fds[i], batch->sync) < 0)
			return error_errno(err, tr("cannot write '%s'"), batch->paths[i]);
	return 0;
}

int durable_batch_wait(struct durable_batch *batch, struct error *err)
{
	const struct pool pool = { .threads = WAITING_THREADS,
				   .count = batch->count,
				   .step = 1,
				   .run = wait_for,
				   .payload = batch };

	if (batch->sync == FILE_SYNC && pool_run(&pool, err) < 0)
		return -1;
	while (batch->count) {
		batch->count--;
		if (close(batch->fds[batch->count]) < 0)
			return error_errno(err, tr("cannot write '%s'"),
					   batch->paths[batch->count]);
	}
	return 0;
}

int durable_batch_add(struct durable_batch *batch, int fd, const char *path,
		      struct error *err)
{
	batch->fds[batch->count] = fd;
	batch->paths[batch->count++] = path;
	/* Without a wait there is nothing to gather. */
	if (batch->sync == FILE_SYNC && batch->count < DURABLE_AT_ONCE)
		return 0;
	return durable_batch_wait(batch, err);
}

void durable_batch_drop(struct durable_batch *batch)
{
	while (batch->count)
		(void)close(batch->fds[--batch->count]); /* something has failed */
}
