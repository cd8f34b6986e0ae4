#include "store/hook_place.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "store/beneath.h"
#include "store/git_private.h"

static bool is_inside(const char *path, const char *folder)
{
	size_t len = strlen(folder);

	while (len > 0 && folder[len - 1] == '/')
		len--;
	return strncmp(path, folder, len) == 0 && (path[len] == '/' || !path[len]);
}

/* As git reads core.hooksPath: a relative one counts from where hooks are run. */
static void find_hooks(git_repository *repo, struct buf *out)
{
	const char *top = git_repository_workdir(repo);
	auto_config *config = NULL;
	auto_git_buf path = { 0 };

	if (git_repository_config_snapshot(&config, repo) < 0 ||
	    git_config_get_path(&path, config, "core.hookspath") < 0 || !path.ptr) {
		path_join(out, git_repository_commondir(repo), "hooks");
		return;
	}
	if (path.ptr[0] == '/')
		buf_adds(out, path.ptr);
	else
		path_join(out, top ? top : git_repository_path(repo), path.ptr);
}

/* Whether the folder of the hooks belongs to this repository alone. */
static bool is_own(git_repository *repo, const char *hooks)
{
	const char *top = git_repository_workdir(repo);
	char *real = beneath_real(hooks);
	bool own;

	/* One that is still to be made is where its name says. */
	if (!real && strstr(hooks, "/../"))
		return false;
	hooks = real ? real : hooks;
	own = is_inside(hooks, git_repository_commondir(repo)) ||
	      (top && is_inside(hooks, top));
	free(real);
	return own;
}

static void describe(git_repository *repo, const char *dir, struct arena *arena,
		     struct hook_place *out)
{
	char *real = beneath_real(dir);
	auto_buf hooks = BUF_INIT;
	auto_buf folder = BUF_INIT;

	find_hooks(repo, &hooks);
	if (real)
		(void)git_folder(repo, real, &folder);
	free(real);
	*out = (struct hook_place){
		.dir = buf_dup(&hooks, arena),
		.folder = buf_dup(&folder, arena),
		.bare = git_repository_is_bare(repo) != 0,
		.shared = !is_own(repo, hooks.s),
	};
}

int hook_place_find(const char *dir, struct arena *arena, struct hook_place *out,
		    struct error *err)
{
	git_repository *repo = NULL;
	int rc;

	git_start();
	rc = git_open(dir, GIT_OPEN_PLAIN, &repo, err);
	if (rc == 0)
		describe(repo, dir, arena, out);
	git_repository_free(repo);
	git_stop();
	return rc;
}
