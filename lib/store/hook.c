/*
 * git's own runner knows where hooks are, how they are started and what they see.
 * Nothing is started where there is none, which is nearly everywhere.
 */
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/program.h"
#include "store/transaction_private.h"

enum { HOOK_ARGS_MAX = 4, MESSAGE_LIMIT = 1 << 20 };

static const char *const hooks[] = { "pre-commit",  "prepare-commit-msg", "commit-msg",
				     "post-commit", "pre-merge-commit",   "post-merge" };

static void hooks_dir(struct transaction *tx, struct buf *out)
{
	auto_config *config = NULL;
	auto_git_buf path = { 0 };

	if (git_repository_config_snapshot(&config, tx->repo) < 0 ||
	    git_config_get_path(&path, config, "core.hookspath") < 0 || !path.ptr) {
		path_join(out, git_repository_commondir(tx->repo), "hooks");
		return;
	}
	if (path.ptr[0] != '/')
		buf_adds(out, tx->workdir);
	buf_adds(out, path.ptr);
}

static bool has_hook(struct transaction *tx, const char *name)
{
	auto_buf dir = BUF_INIT;
	auto_buf path = BUF_INIT;

	hooks_dir(tx, &dir);
	path_join(&path, dir.s, name);
	return access(path.s, X_OK) == 0;
}

bool hooks_exist(struct transaction *tx)
{
	if (tx->flags & TX_NO_HOOKS)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(hooks); i++)
		if (has_hook(tx, hooks[i]))
			return true;
	return false;
}

static const char *index_path(struct transaction *tx)
{
	return transaction_path(tx, tx->tx, "hook-index");
}

static const char *message_path(struct transaction *tx)
{
	return transaction_path(tx, tx->tx, "message");
}

/* `index`: GIT_INDEX_FILE=PATH or NULL; `args` are those of the hook itself, ended by NULL. */
static int run_hook(struct transaction *tx, const char *name, const char *index,
		    const char *const *args, struct error *err)
{
	const char *argv[PROGRAM_ARGS_MAX] = { "env", "GIT_EDITOR=:" };
	const char *const command[] = { "git",  "-C",  tx->workdir,
					"hook", "run", "--ignore-missing",
					name,   "--" };
	size_t count = 2;
	int status;

	if (!has_hook(tx, name))
		return 0;
	if (index)
		argv[count++] = index;
	for (size_t i = 0; i < ARRAY_LEN(command); i++)
		argv[count++] = command[i];
	for (size_t i = 0; i < HOOK_ARGS_MAX && args[i]; i++)
		argv[count++] = args[i];
	status = program_run(argv);
	if (status < 0 || status == PROGRAM_MISSING)
		return error_set(err, ERR_EXTERNAL,
				 tr("cannot run git, which the hook '%s' needs"), name);
	if (status)
		return error_set(err, ERR_DENIED, tr("the hook '%s' says no"), name);
	return 0;
}

static int write_index(struct transaction *tx, const git_oid *tree_id, struct error *err)
{
	auto_git_index *index = NULL;
	auto_tree *tree = NULL;

	if (git_tree_lookup(&tree, tx->repo, tree_id) < 0 ||
	    git_index_open(&index, index_path(tx)) < 0 ||
	    git_index_read_tree(index, tree) < 0 || git_index_write(index) < 0)
		return error_git(err, tr("cannot write '%s'"), index_path(tx));
	return 0;
}

/* gk commits what it has checked, so a hook that puts something else there is refused. */
static int check_index(struct transaction *tx, const char *hook, const git_oid *tree,
		       struct error *err)
{
	auto_git_index *index = NULL;
	git_oid now;

	if (git_index_open(&index, index_path(tx)) < 0 ||
	    git_index_write_tree_to(&now, index, tx->repo) < 0)
		return error_git(err, tr("cannot read '%s'"), index_path(tx));
	if (!git_oid_equal(&now, tree))
		return error_set(
			err, ERR_DENIED,
			tr("the hook '%s' changes what is to be committed, which "
			   "gk does not take: --no-verify leaves hooks out"),
			hook);
	return 0;
}

int hooks_before(struct transaction *tx, const git_oid *tree, struct buf *message,
		 struct error *err)
{
	const char *hook = tx->merges ? "pre-merge-commit" : "pre-commit";
	const char *none[] = { NULL };
	const char *written[] = { message_path(tx), tx->merges ? "merge" : "message",
				  NULL };
	const char *checked[] = { message_path(tx), NULL };
	auto_buf index = BUF_INIT;

	buf_addf(&index, "GIT_INDEX_FILE=%s", index_path(tx));
	if (write_index(tx, tree, err) < 0 ||
	    file_write(message_path(tx), message->s, message->len, FILE_FAST, err) < 0 ||
	    run_hook(tx, hook, index.s, none, err) < 0 ||
	    check_index(tx, hook, tree, err) < 0 ||
	    run_hook(tx, "prepare-commit-msg", index.s, written, err) < 0 ||
	    run_hook(tx, "commit-msg", index.s, checked, err) < 0)
		return -1;
	buf_reset(message);
	return file_read(message_path(tx), MESSAGE_LIMIT, message, err);
}

void hooks_after(struct transaction *tx)
{
	const char *none[] = { NULL };
	const char *no_squash[] = { "0", NULL };
	struct error ignored;

	if (tx->merges)
		(void)run_hook(tx, "post-merge", NULL, no_squash, &ignored);
	else
		(void)run_hook(tx, "post-commit", NULL, none, &ignored);
}
