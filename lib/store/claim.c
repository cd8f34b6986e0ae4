#include "store/claim.h"

#include <errno.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"

enum { TRIES_A_SECOND = 50, NANOSECONDS = 1000000000 };

int claim_take(const char *own, const char *lock, int wait, struct error *err)
{
	const struct timespec pause = { .tv_nsec = NANOSECONDS / TRIES_A_SECOND };

	for (int left = wait * TRIES_A_SECOND;; left--) {
		if (link(own, lock) == 0)
			return 0;
		if (errno != EEXIST)
			return error_errno(err, tr("cannot write '%s'"), lock);
		if (left <= 0)
			return error_set(
				err, ERR_CONFLICT,
				tr("git is at work here: try again when it has ended; if "
				   "no git runs, remove '%s'"),
				lock);
		(void)nanosleep(&pause, NULL);
	}
}

/* 1 when the two are one file, 0 when not, -1 with errno set when that cannot be seen. */
static int is_same(const char *a, const char *b)
{
	struct stat x;
	struct stat y;

	if (lstat(a, &x) < 0 || lstat(b, &y) < 0)
		return errno == ENOENT ? 0 : -1;
	return x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

bool claim_is_ours(const char *own, const char *lock)
{
	return is_same(own, lock) > 0;
}

int claim_drop(const char *own, const char *lock, struct error *err)
{
	/* A lock that is not known to be another's must not be forgotten. */
	int ours = is_same(own, lock);

	if (ours < 0 || (ours && unlink(lock) < 0))
		return error_errno(err, tr("cannot remove '%s'"), lock);
	return 0;
}
