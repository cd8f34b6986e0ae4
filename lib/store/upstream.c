#include "store/upstream.h"

#include <string.h>

#include "base/i18n.h"
#include "store/git_private.h"

static const char heads[] = "refs/heads/";
static const char remotes[] = "refs/remotes/";

static const char *after(const char *text, const char *prefix)
{
	size_t len = strlen(prefix);

	return strncmp(text, prefix, len) == 0 ? text + len : text;
}

static int read_branch(git_repository *repo, struct arena *arena, const char **out,
		       struct error *err)
{
	auto_reference *head = NULL;

	if (git_reference_lookup(&head, repo, "HEAD") < 0)
		return error_git(err, tr("cannot read '%s'"), "HEAD");
	if (git_reference_type(head) != GIT_REFERENCE_SYMBOLIC)
		return error_set(
			err, ERR_DENIED, "%s",
			tr("HEAD names a commit and no branch, so nothing can come "
			   "in here: git switch main"));
	*out = arena_strdup(arena, git_reference_symbolic_target(head));
	return 0;
}

static int follows_none(git_repository *repo, const char *branch, struct error *err)
{
	git_strarray names = { 0 };

	branch = after(branch, heads);
	if (git_remote_list(&names, repo) < 0)
		return error_git(err, tr("cannot read the configuration of git"));
	if (names.count == 0)
		(void)error_set(err, ERR_DENIED,
				tr("no other repository is known here: git remote add "
				   "origin ADDRESS, then git push -u origin %s"),
				branch);
	else
		(void)error_set(err, ERR_DENIED,
				tr("'%s' follows no branch of '%s': git branch "
				   "--set-upstream-to=%s/%s, or git push -u %s %s"),
				branch, names.strings[0], names.strings[0], branch,
				names.strings[0], branch);
	git_strarray_dispose(&names);
	return -1;
}

static const char *read_url(git_repository *repo, struct arena *arena, const char *remote)
{
	auto_config *config = NULL;
	auto_buf key = BUF_INIT;
	const char *url = NULL;

	buf_addf(&key, "remote.%s.url", remote);
	if (git_repository_config_snapshot(&config, repo) < 0 ||
	    git_config_get_string(&url, config, key.s) < 0)
		return arena_strdup(arena, remote);
	return arena_strdup(arena, url);
}

static int find(const char *dir, struct arena *arena, struct upstream *out,
		struct error *err)
{
	auto_repository *repo = NULL;
	auto_git_buf ref = { 0 };
	auto_git_buf remote = { 0 };
	auto_git_buf merge = { 0 };
	const char *branch = "";

	if (git_open(dir, GIT_OPEN_PLAIN, &repo, err) < 0 ||
	    read_branch(repo, arena, &branch, err) < 0)
		return -1;
	if (git_branch_upstream_name(&ref, repo, branch) < 0)
		return follows_none(repo, branch, err);
	/* A branch of this repository has no remote. */
	if (git_branch_upstream_remote(&remote, repo, branch) < 0)
		*out = (struct upstream){ .remote = "." };
	else
		*out = (struct upstream){ .remote = arena_strdup(arena, remote.ptr) };
	out->branch = arena_strdup(arena, after(branch, heads));
	out->ref = arena_strdup(arena, ref.ptr);
	out->merge = git_branch_upstream_merge(&merge, repo, branch) < 0
			     ? branch
			     : arena_strdup(arena, merge.ptr);
	out->name = after(after(out->ref, remotes), heads);
	out->url = read_url(repo, arena, out->remote);
	return 0;
}

int upstream_find(const char *dir, struct arena *arena, struct upstream *out,
		  struct error *err)
{
	int rc;

	git_start();
	rc = find(dir, arena, out, err);
	git_stop();
	return rc;
}

static int read_commit(const char *dir, const struct upstream *upstream,
		       struct arena *arena, const char **out, struct error *err)
{
	auto_repository *repo = NULL;
	char hex[OID_HEX_SIZE];
	git_oid id;
	int rc;

	if (git_open(dir, GIT_OPEN_PLAIN, &repo, err) < 0)
		return -1;
	rc = git_reference_name_to_id(&id, repo, upstream->ref);
	if (rc == GIT_ENOTFOUND)
		return error_set(err, ERR_NOT_FOUND,
				 tr("%s has no branch '%s' yet: git push -u %s %s"),
				 upstream->url, upstream->branch, upstream->remote,
				 upstream->branch);
	if (rc < 0)
		return error_git(err, tr("cannot read '%s'"), upstream->ref);
	*out = arena_strdup(arena, git_oid_tostr(hex, sizeof(hex), &id));
	return 0;
}

int upstream_commit(const char *dir, const struct upstream *upstream, struct arena *arena,
		    const char **out, struct error *err)
{
	int rc;

	git_start();
	rc = read_commit(dir, upstream, arena, out, err);
	git_stop();
	return rc;
}
