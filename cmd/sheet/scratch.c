/*
 * The temporary files of libxlsxwriter, which looks at none of its own writes: on a full disk it
 * would leave out what did not go in, and make a workbook of the rest.  Its name for opening one is
 * taken here, and who cannot write says so and ends.
 *
 * fopencookie(3) is shown to _GNU_SOURCE only, which therefore stands in this file alone.
 */
/* NOLINTNEXTLINE(bugprone-reserved-identifier): the name is the C library's */
#define _GNU_SOURCE

#include <errno.h>
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

/* NOLINTNEXTLINE(readability-non-const-parameter): the library declares it so */
FILE *lxw_tmpfile(char *dir)
{
	static const cookie_io_functions_t functions = {
		.read = read_some, .write = write_all, .seek = seek, .close = close_file
	};
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): there is one thread */
	const char *named = dir ? dir : getenv("TMPDIR");
	auto_buf path = BUF_INIT;
	int *fd = malloc(sizeof(*fd));
	FILE *file = NULL;

	if (!fd)
		out_of_memory();
	path_join(&path, named && *named ? named : P_tmpdir, "gk-sheet-XXXXXX");
	*fd = mkstemp(path.s);
	if (*fd >= 0) {
		(void)unlink(path.s); /* it is gone when it is closed */
		file = fopencookie(fd, "w+b", functions);
	}
	if (!file)
		give_up();
	return file;
}
