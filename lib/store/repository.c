#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "store/git_private.h"
#include "store/transaction.h"

/* Made aside and moved in: whatever stops it leaves a whole one, or none and a folder for the next try. */
static int make_aside(const char *dir, const char *aside, const char *place,
		      struct error *err)
{
	git_repository *repo = NULL;
	auto_buf made = BUF_INIT;

	if (file_remove_tree(aside, err) < 0)
		return -1;
	if (git_repository_init(&repo, aside, /* is_bare */ 0) < 0)
		return error_git(err, tr("cannot make a repository in '%s'"), dir);
	git_repository_free(repo);
	path_join(&made, aside, ".git");
	return rename(made.s, place) < 0
		       ? error_errno(err, tr("cannot make a repository in '%s'"), dir)
		       : 0;
}

static int make(const char *dir, const char *aside, struct error *err)
{
	git_repository *repo = NULL;
	auto_buf place = BUF_INIT;

	path_join(&place, dir, ".git");
	if (!file_exists(place.s))
		return make_aside(dir, aside, place.s, err);
	if (git_repository_init(&repo, dir, /* is_bare */ 0) < 0)
		return error_git(err, tr("cannot make a repository in '%s'"), dir);
	git_repository_free(repo);
	return 0;
}

static int init(const char *dir, struct error *err)
{
	git_repository *repo = NULL;
	struct error absent;
	struct error left;
	auto_buf aside = BUF_INIT;
	int rc = 0;

	path_join(&aside, dir, FILE_TEMP_PREFIX "init");
	if (git_open(dir, GIT_OPEN_PLAIN, &repo, &absent) == 0) {
		git_repository_free(repo);
	} else if (absent.code == ERR_NOT_FOUND) {
		rc = make(dir, aside.s, err);
	} else {
		*err = absent;
		return -1;
	}
	/* Also what one left that was stopped. */
	if (file_remove_tree(aside.s, &left) == 0 || rc < 0)
		return rc;
	*err = left;
	return -1;
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
