#include "base/i18n.h"
#include "store/git_private.h"
#include "store/transaction.h"

static int init(const char *dir, struct error *err)
{
	git_repository *repo = NULL;
	struct error absent;

	if (git_open(dir, GIT_OPEN_PLAIN, &repo, &absent) < 0) {
		if (absent.code != ERR_NOT_FOUND) {
			*err = absent;
			return -1;
		}
		if (git_repository_init(&repo, dir, /* is_bare */ 0) < 0)
			return error_git(err, tr("cannot make a repository in '%s'"),
					 dir);
	}
	git_repository_free(repo);
	return 0;
}

int repository_init(const char *dir, struct error *err)
{
	int rc;

	git_start();
	rc = init(dir, err);
	git_stop();
	return rc;
}
