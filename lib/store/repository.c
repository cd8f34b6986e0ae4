#include <string.h>

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

static int find_top(const char *dir, struct arena *arena, const char **top,
		    struct error *err)
{
	auto_repository *repo = NULL;
	const char *path;
	size_t len;

	if (git_open(dir, GIT_OPEN_PLAIN, &repo, err) < 0)
		return -1;
	path = git_repository_workdir(repo);
	if (!path)
		return error_set(err, ERR_NOT_FOUND, tr("'%s' is a bare repository"),
				 dir);
	len = strlen(path);
	while (len > 1 && path[len - 1] == '/')
		len--;
	*top = arena_strndup(arena, path, len);
	return 0;
}

int repository_top(const char *dir, struct arena *arena, const char **top,
		   struct error *err)
{
	int rc;

	git_start();
	rc = find_top(dir, arena, top, err);
	git_stop();
	return rc;
}
