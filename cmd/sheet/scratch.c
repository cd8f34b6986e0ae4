/*
 * The temporary files of libxlsxwriter, which looks at none of its own writes: on a full disk it
 * would leave out what did not go in, and make a workbook of the rest.  Its name for opening one is
 * taken here, and who cannot write says so and ends.
 *
 * fopencookie(3) and O_TMPFILE are shown to _GNU_SOURCE only, which therefore stands in this file
 * alone.
 */
/* NOLINTNEXTLINE(bugprone-reserved-identifier): the name is the C library's */
#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/file.h"

/* As the library declares it; `dir` is NULL unless options name one. */
FILE *lxw_tmpfile(char *dir);

/* gk throws away what was begun. */
static _Noreturn void give_up(void)
{
	struct error err;

	(void)error_errno(&err, "cannot write a temporary file");
	(void)printf("%s\n", err.text);
	(void)fflush(stdout);
	_exit(EXIT_FAILURE);
}

static ssize_t write_all(void *cookie, const char *bytes, size_t len)
{
	const int *fd = cookie;
	size_t done = 0;

	while (done < len) {
		ssize_t n = write(*fd, bytes + done, len - done);

		if (n < 0 && errno != EINTR)
			give_up();
		done += n < 0 ? 0 : (size_t)n;
	}
	return (ssize_t)len;
}

static ssize_t read_some(void *cookie, char *bytes, size_t len)
{
	const int *fd = cookie;
	ssize_t n = read(*fd, bytes, len);

	if (n < 0)
		give_up();
	return n;
}

static int seek(void *cookie, off64_t *offset, int whence)
{
	const int *fd = cookie;

	*offset = lseek(*fd, *offset, whence);
	return *offset < 0 ? -1 : 0;
}

static int close_file(void *cookie)
{
	const int *fd = cookie;
	int rc = close(*fd);

	free(cookie);
	return rc;
}

/* A file without a name, of which a kill leaves nothing; with one for a moment where that cannot be. */
static int open_nameless(const char *dir)
{
	auto_buf path = BUF_INIT;
	int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
		return fd;
	path_join(&path, dir, FILE_TEMP_PREFIX "XXXXXX");
	fd = mkstemp(path.s);
	if (fd >= 0)
		(void)unlink(path.s);
	return fd;
}

/* NOLINTNEXTLINE(readability-non-const-parameter): the library declares it so */
FILE *lxw_tmpfile(char *dir)
{
	static const cookie_io_functions_t functions = {
		.read = read_some, .write = write_all, .seek = seek, .close = close_file
	};
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): there is one thread */
	const char *named = dir ? dir : getenv("TMPDIR");
	int *fd = malloc(sizeof(*fd));
	FILE *file;

	if (!fd)
		out_of_memory();
	*fd = open_nameless(named && *named ? named : P_tmpdir);
	file = *fd < 0 ? NULL : fopencookie(fd, "w+b", functions);
	if (!file)
		give_up();
	return file;
}
