#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"

enum { TREE_DEPTH = 64, TEMP_ATTEMPTS = 100, PERMISSIONS = 07777 };

static void close_fd(const int *fd)
{
	if (*fd >= 0)
		(void)close(*fd); /* only read from, or already failing */
}

#define auto_fd gk_cleanup(close_fd) int

static void close_dir(DIR **dir)
{
	if (*dir)
		(void)closedir(*dir);
}

#define auto_dir gk_cleanup(close_dir) DIR

static int not_regular(const char *path, struct error *err)
{
	return error_set(err, ERR_SYSTEM, tr("'%s' is not a regular file"), path);
}

static int cannot_read(const char *path, struct error *err)
{
	bool absent = errno == ENOENT || errno == ENOTDIR;

	(void)error_errno(err, tr("cannot read '%s'"), path);
	if (absent)
		err->code = ERR_NOT_FOUND;
	return -1;
}

static int too_long(const char *path, size_t limit, struct error *err)
{
	return error_set(err, ERR_LIMIT, tr("'%s' is longer than %zu bytes"), path,
			 limit);
}

/* Opens a regular file; a FIFO must not be opened at all, because its writer would see it. */
static int open_regular(const char *path, struct stat *st, struct error *err)
{
	int fd;

	if (stat(path, st) < 0)
		return cannot_read(path, err);
	if (!S_ISREG(st->st_mode))
		return not_regular(path, err);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return cannot_read(path, err);
	/* What the name stands for may have changed in between. */
	if (fstat(fd, st) == 0 && S_ISREG(st->st_mode))
		return fd;
	close_fd(&fd);
	return not_regular(path, err);
}

int file_read(const char *path, size_t limit, struct buf *out, struct error *err)
{
	struct stat st;
	size_t start = out->len;
	auto_fd fd = open_regular(path, &st, err);

	if (fd < 0)
		return -1;
	if ((uintmax_t)st.st_size > limit)
		return too_long(path, limit, err);
	for (;;) {
		/* One more byte than is there, so that the end shows without growing. */
		size_t left = (size_t)st.st_size + start + 1;
		size_t want = left > out->len ? left - out->len : BUFSIZ;
		ssize_t n;

		buf_reserve(out, want);
		n = read(fd, out->s + out->len, want);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			int rc = cannot_read(path, err);

			buf_truncate(out, start);
			return rc;
		}
		if (n == 0)
			return 0;
		out->len += (size_t)n;
		out->s[out->len] = '\0';
		if (out->len - start > limit) {
			buf_truncate(out, start);
			return too_long(path, limit, err);
		}
	}
}

/* The directory part of `path`: "." where there is none. */
static void add_dir_of(struct buf *out, const char *path)
{
	size_t len = (size_t)(path_base(path) - path);

	if (!len)
		buf_addc(out, '.');
	buf_add(out, path, len);
}

static int sync_dir(const char *path, struct error *err)
{
	auto_fd fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	/* EINVAL: a file system that cannot; then there is nothing to wait for. */
	if (fd < 0 || (fsync(fd) < 0 && errno != EINVAL))
		return error_errno(err, tr("cannot write the directory '%s' to the disk"),
				   path);
	return 0;
}

static int make_dir(const char *path, enum file_sync sync, struct error *err)
{
	auto_buf parent = BUF_INIT;

	if (mkdir(path, 0777) < 0) {
		int reason = errno;

		if (reason == EEXIST && file_is_dir(path))
			return 0;
		errno = reason;
		return error_errno(err, tr("cannot make the directory '%s'"), path);
	}
	if (sync == FILE_FAST)
		return 0;
	add_dir_of(&parent, path);
	return sync_dir(parent.s, err);
}

static int make_dirs(const char *path, enum file_sync sync, struct error *err)
{
	auto_buf done = BUF_INIT;

	if (file_is_dir(path))
		return 0;
	for (const char *p = path; *p;) {
		size_t name = strcspn(p, "/");
		size_t slashes = strspn(p + name, "/");

		buf_add(&done, p, name);
		if (name && make_dir(done.s, sync, err) < 0)
			return -1;
		buf_add(&done, p + name, slashes);
		p += name + slashes;
	}
	return 0;
}

int file_make_dirs(const char *path, struct error *err)
{
	return make_dirs(path, FILE_FAST, err);
}

/* Creates a new file beside `path` and appends its name to `temp`. */
static int open_temp(const char *path, struct buf *temp, struct error *err)
{
	size_t dir = (size_t)(path_base(path) - path);
	int fd = -1;

	for (int i = 0; i < TEMP_ATTEMPTS && fd < 0; i++) {
		buf_reset(temp);
		buf_add(temp, path, dir);
		buf_addf(temp, "%s%ld-%d", FILE_TEMP_PREFIX, (long)getpid(), i);
		/* Not mkstemp(3): the umask decides who may read the file. */
		fd = open(temp->s, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	return fd < 0 ? error_errno(err, tr("cannot write '%s'"), path) : fd;
}

static int write_all(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t n = write(fd, bytes, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		bytes += n;
		len -= (size_t)n;
	}
	return 0;
}

static int keep_permissions(int fd, const char *path)
{
	struct stat st;

	if (lstat(path, &st) < 0 || !S_ISREG(st.st_mode))
		return 0;
	return fchmod(fd, st.st_mode & PERMISSIONS);
}

/* Fills and closes the temporary file; -1 with errno set. */
static int fill_temp(int fd, const char *path, const void *bytes, size_t len,
		     enum file_sync sync)
{
	int reason = 0;

	if (keep_permissions(fd, path) < 0 || write_all(fd, bytes, len) < 0 ||
	    (sync == FILE_SYNC && fsync(fd) < 0))
		reason = errno;
	if (close(fd) < 0 && !reason)
		reason = errno;
	errno = reason;
	return reason ? -1 : 0;
}

int file_write(const char *path, const void *bytes, size_t len, enum file_sync sync,
	       struct error *err)
{
	auto_buf dir = BUF_INIT;
	auto_buf temp = BUF_INIT;
	int fd;

	add_dir_of(&dir, path);
	if (make_dirs(dir.s, sync, err) < 0)
		return -1;
	fd = open_temp(path, &temp, err);
	if (fd < 0)
		return -1;
	if (fill_temp(fd, path, bytes, len, sync) < 0 || rename(temp.s, path) < 0) {
		(void)error_errno(err, tr("cannot write '%s'"), path);
		(void)unlink(temp.s);
		return -1;
	}
	return sync == FILE_SYNC ? sync_dir(dir.s, err) : 0;
}

int file_draft_open(struct file_draft *draft, const char *path, struct error *err)
{
	auto_buf dir = BUF_INIT;

	add_dir_of(&dir, path);
	if (make_dirs(dir.s, FILE_FAST, err) < 0)
		return -1;
	draft->fd = open_temp(path, &draft->temp, err);
	if (draft->fd < 0)
		return -1;
	buf_reset(&draft->path);
	buf_adds(&draft->path, path);
	return 0;
}

static int cannot_write(const struct file_draft *draft, struct error *err)
{
	return error_errno(err, tr("cannot write '%s'"), draft->path.s);
}

int file_draft_add(struct file_draft *draft, const void *bytes, size_t len,
		   struct error *err)
{
	return write_all(draft->fd, bytes, len) < 0 ? cannot_write(draft, err) : 0;
}

int file_draft_place(struct file_draft *draft, enum file_sync sync, struct error *err)
{
	auto_buf dir = BUF_INIT;
	int fd = draft->fd;

	draft->fd = -1;
	if (fill_temp(fd, draft->path.s, "", 0, sync) < 0 ||
	    rename(draft->temp.s, draft->path.s) < 0)
		return cannot_write(draft, err);
	buf_reset(&draft->temp);
	add_dir_of(&dir, draft->path.s);
	return sync == FILE_SYNC ? sync_dir(dir.s, err) : 0;
}

void file_draft_drop(struct file_draft *draft)
{
	close_fd(&draft->fd);
	draft->fd = -1;
	if (draft->temp.len > 0)
		(void)unlink(draft->temp.s);
	buf_release(&draft->temp);
	buf_release(&draft->path);
}

int file_update(const char *path, const void *bytes, size_t len, struct error *err)
{
	auto_buf old = BUF_INIT;
	struct error unread;

	/* A file that cannot be read is not the same; writing says what is wrong with it. */
	if (file_read(path, len, &old, &unread) == 0 && old.len == len &&
	    (!len || memcmp(old.s, bytes, len) == 0))
		return 0;
	return file_write(path, bytes, len, FILE_FAST, err);
}

static int remove_entry(int dir, const char *name, int depth);

/* NOLINTNEXTLINE(misc-no-recursion): TREE_DEPTH levels */
static int remove_content(int fd, int depth)
{
	auto_dir *dir = fdopendir(fd);

	if (!dir) {
		close_fd(&fd);
		return -1;
	}
	for (;;) {
		const struct dirent *entry;

		errno = 0;
		/* NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is our own */
		entry = readdir(dir);
		if (!entry)
			return errno ? -1 : 0;
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (remove_entry(fd, entry->d_name, depth) < 0)
			return -1;
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): TREE_DEPTH levels */
static int remove_entry(int dir, const char *name, int depth)
{
	struct stat st;
	int fd;

	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return errno == ENOENT ? 0 : -1;
	if (!S_ISDIR(st.st_mode))
		return unlinkat(dir, name, 0);
	if (!depth) {
		errno = ELOOP;
		return -1;
	}
	fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0 || remove_content(fd, depth - 1) < 0)
		return -1;
	return unlinkat(dir, name, AT_REMOVEDIR);
}

int file_remove_tree(const char *path, struct error *err)
{
	if (remove_entry(AT_FDCWD, path, TREE_DEPTH) < 0)
		return error_errno(err, tr("cannot remove '%s'"), path);
	return 0;
}

bool file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

bool file_is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

void path_join(struct buf *out, const char *a, const char *b)
{
	size_t len = strlen(a);

	if (!*a || !*b) {
		buf_adds(out, *a ? a : b);
		return;
	}
	while (len && a[len - 1] == '/')
		len--;
	buf_add(out, a, len);
	buf_addc(out, '/');
	buf_adds(out, b + strspn(b, "/"));
}

const char *path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}
