#include "base/i18n.h"
#include "store/git_private.h"
#include "store/transaction.h"

static int read_user(const char *dir, struct arena *arena, const char **name,
		     struct error *err)
{
	auto_repository *repo = NULL;
	auto_config *config = NULL;
	const char *value = NULL;

	if (git_open(dir, GIT_OPEN_PLAIN, &repo, err) < 0)
		return -1;
	if (git_repository_config_snapshot(&config, repo) < 0)
		return error_git(err, tr("cannot read the configuration of git"));
	if (git_config_get_string(&value, config, "user.name") < 0 || !*value)
		return error_set(err, ERR_NOT_FOUND, "%s",
				 tr("git does not know your name: "
				    "git config --global user.name NAME"));
	*name = arena_strdup(arena, value);
	return 0;
}

int repository_user(const char *dir, struct arena *arena, const char **name,
		    struct error *err)
{
	int r;

	git_start();
	r = read_user(dir, arena, name, err);
	git_stop();
	return r;
}
