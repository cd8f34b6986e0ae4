#include "store/durable.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/beneath.h"

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
