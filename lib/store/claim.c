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

bool claim_is_ours(const char *own, const char *lock)
{
	struct stat a;
	struct stat b;

	return lstat(own, &a) == 0 && lstat(lock, &b) == 0 && a.st_dev == b.st_dev &&
	       a.st_ino == b.st_ino;
}

int claim_drop(const char *own, const char *lock, struct error *err)
{
	if (claim_is_ours(own, lock) && unlink(lock) < 0)
		return error_errno(err, tr("cannot remove '%s'"), lock);
	return 0;
}
