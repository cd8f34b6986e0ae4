/*
 * Open file description locks belong to the descriptor: unlike POSIX record locks they
 * hold between two catalogues opened by one process, and no close(2) of another
 * descriptor drops them.  Linux and the next POSIX have them; this C library shows
 * them to _GNU_SOURCE only, which therefore stands in this file alone.
 */
/* NOLINTNEXTLINE(bugprone-reserved-identifier): the name is the C library's */
#define _GNU_SOURCE

#include "store/writer_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/beneath.h"

enum { FIRST_PAUSE = 10, SECOND = 1000, NANOSECONDS = 1000000 };

static int lock_command(int fd, int command, struct flock *lock)
{
	*lock = (struct flock){ .l_type = F_WRLCK, .l_whence = SEEK_SET };
	return fcntl(fd, command, lock);
}

/* The last holder removes the file: a lock on a removed one keeps nobody out. */
static bool is_at(int fd, const char *path)
{
	struct stat open_file;
	struct stat named;

	return fstat(fd, &open_file) == 0 && stat(path, &named) == 0 &&
	       open_file.st_dev == named.st_dev && open_file.st_ino == named.st_ino;
}

static int write_holder(int fd, const char *path, struct error *err)
{
	char text[32];
	int len = snprintf(text, sizeof(text), "%ld\n", (long)getpid());

	if (ftruncate(fd, 0) < 0 || pwrite(fd, text, (size_t)len, 0) != len)
		return error_errno(err, tr("cannot write '%s'"), path);
	return 0;
}

static int busy(int fd, struct error *err)
{
	char text[32] = "";
	ssize_t len = pread(fd, text, sizeof(text) - 1, 0);
	long holder = len > 0 ? strtol(text, NULL, 10) : 0;

	return error_set(err, ERR_CONFLICT,
			 tr("another gk (process %ld) is writing here: try again when it "
			    "has ended"),
			 holder);
}

/* 1 when taken, 0 when another has it or it was taken away meanwhile, -1 for trouble. */
static int try_lock(int fd, const char *path, bool *held, struct error *err)
{
	struct flock lock;

	*held = false;
	if (lock_command(fd, F_OFD_SETLK, &lock) == 0)
		return is_at(fd, path);
	*held = errno == EAGAIN || errno == EACCES;
	return *held ? 0 : error_errno(err, tr("cannot lock '%s'"), path);
}

/*
 * The kernel lets waiters race for a lock that comes free, and wakes nobody at a given time.
 * Who asks again more often the longer it has waited is served before who came later, so
 * that nobody is passed over until its time is up.  Returns the milliseconds slept.
 */
static int pause_for(int waited)
{
	int length = FIRST_PAUSE / (1 + waited / SECOND);
	struct timespec pause = { .tv_sec = 0 };

	length = length > 0 ? length : 1;
	pause.tv_nsec = (long)length * NANOSECONDS;
	(void)nanosleep(&pause, NULL);
	return length;
}

int writer_lock_take(const char *path, int wait, struct error *err)
{
	int waited = 0;

	for (;;) {
		int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
		bool held;
		int rc;

		if (fd < 0)
			return error_errno(err, tr("cannot write '%s'"), path);
		rc = try_lock(fd, path, &held, err);
		if (rc > 0)
			rc = write_holder(fd, path, err) < 0 ? -1 : 1;
		if (rc > 0)
			return fd;
		if (held && waited >= wait * SECOND)
			rc = busy(fd, err);
		(void)close(fd);
		if (rc < 0)
			return -1;
		if (held)
			waited += pause_for(waited);
	}
}

void writer_lock_release(const char *path, int fd)
{
	if (fd < 0)
		return;
	(void)unlink(path); /* an empty lock that stays does no harm */
	(void)close(fd);
}

bool writer_lock_is_held(const char *path)
{
	struct flock lock;
	auto_fd fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	return fd >= 0 && lock_command(fd, F_OFD_GETLK, &lock) == 0 &&
	       lock.l_type != F_UNLCK;
}
