/* realpath(3) is of the X/Open part of POSIX.  NOLINTNEXTLINE(bugprone-reserved-identifier) */
#define _XOPEN_SOURCE 700

#include "store/beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"

enum { PATH_LIMIT = 4000 };

void beneath_close(const int *fd)
{
	if (*fd >= 0)
		(void)close(*fd); /* only read from, or already failing */
}

char *beneath_real(const char *path)
{
	return realpath(path, NULL);
}

static bool is_part(const char *part, size_t len)
{
	if (!len || (len == 1 && part[0] == '.') ||
	    (len == 2 && part[0] == '.' && part[1] == '.'))
		return false;
	return !(len == 4 && strncasecmp(part, ".git", len) == 0);
}

bool beneath_is_path(const char *path)
{
	if (strlen(path) > PATH_LIMIT)
		return false;
	for (const char *p = path; *p; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			return false;
	for (const char *p = path;; p++) {
		size_t len = strcspn(p, "/");

		if (!is_part(p, len))
			return false;
		p += len;
		if (!*p)
			return true;
	}
}

int beneath_parent(int root, const char *path)
{
	auto_buf part = BUF_INIT;
	const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
	int fd = openat(root, ".", flags);

	for (const char *slash = strchr(path, '/'); fd >= 0 && slash;
	     path = slash + 1, slash = strchr(path, '/')) {
		int above = fd;
		int reason;

		buf_reset(&part);
		buf_add(&part, path, (size_t)(slash - path));
		fd = openat(above, part.s, flags);
		reason = errno;
		beneath_close(&above);
		errno = reason;
	}
	return fd;
}

bool beneath_same_folder(const char *a, const char *b)
{
	size_t len = (size_t)(path_base(a) - a);

	return len == (size_t)(path_base(b) - b) && strncmp(a, b, len) == 0;
}

void beneath_last_close(struct beneath_last *last)
{
	beneath_close(&last->fd);
	*last = BENEATH_LAST_INIT;
}

int beneath_last_parent(struct beneath_last *last, int root, const char *path)
{
	if (last->path && beneath_same_folder(last->path, path))
		return last->fd;
	beneath_last_close(last);
	last->fd = beneath_parent(root, path);
	last->path = last->fd < 0 ? NULL : path;
	return last->fd;
}

int beneath_stat(int root, const char *path, struct stat *st)
{
	auto_fd dir = beneath_parent(root, path);

	if (dir < 0)
		return -1;
	return fstatat(dir, path_base(path), st, AT_SYMLINK_NOFOLLOW);
}

static int cannot_read(const char *path, struct error *err)
{
	bool absent = errno == ENOENT || errno == ENOTDIR;

	(void)error_errno(err, tr("cannot read '%s'"), path);
	if (absent)
		err->code = ERR_NOT_FOUND;
	return -1;
}

/* `size` is what is expected: no second look then when just that much came. */
static int read_to_end(int fd, const char *path, size_t size, size_t limit,
		       struct buf *out, struct error *err)
{
	const size_t start = out->len;

	for (;;) {
		size_t room = out->room > out->len + 1 ? out->room - out->len - 1 : 0;
		ssize_t n;

		if (!room) {
			buf_reserve(out, BUFSIZ);
			continue;
		}
		n = read(fd, out->s + out->len, room);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return cannot_read(path, err);
		if (n == 0)
			return 0;
		out->len += (size_t)n;
		out->s[out->len] = '\0';
		if (out->len - start > limit)
			return error_set(err, ERR_LIMIT,
					 tr("'%s' is longer than %zu bytes"), path,
					 limit);
		if ((size_t)n < room && out->len - start == size)
			return 0;
	}
}

int beneath_read(int root, const char *path, size_t limit, struct buf *out,
		 struct error *err)
{
	const size_t start = out->len;
	struct stat st;
	/* NONBLOCK: a FIFO put here since the listing must not stop us. */
	auto_fd fd = openat(root, path,
			    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	if (fd < 0)
		return cannot_read(path, err);
	if (fstat(fd, &st) < 0)
		return cannot_read(path, err);
	if (!S_ISREG(st.st_mode))
		return error_set(err, ERR_SYSTEM, tr("'%s' is not a regular file"), path);
	if ((uintmax_t)st.st_size > limit)
		return error_set(err, ERR_LIMIT, tr("'%s' is longer than %zu bytes"),
				 path, limit);
	/* One byte more than is there, so that the end shows without growing. */
	buf_reserve(out, (size_t)st.st_size + 2);
	if (read_to_end(fd, path, (size_t)st.st_size, limit, out, err) < 0) {
		buf_truncate(out, start);
		return -1;
	}
	return 0;
}
