#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "store/beneath.h"
#include "store/transaction_private.h"

enum { SYMREF_DEPTH_MAX = 5 };

static int open_repository(struct transaction *tx, const char *root, struct error *err)
{
	auto_buf gitdir = BUF_INIT;
	auto_buf prefix = BUF_INIT;
	struct error closed;

	if (git_open(root, GIT_OPEN_PLAIN, &tx->repo, &closed) < 0) {
		if (closed.code == ERR_NOT_FOUND)
			return error_set(err, ERR_NOT_FOUND,
					 tr("'%s' is not in a git repository, so nothing "
					    "can be recorded: git init"),
					 root);
		*err = closed;
		return -1;
	}
	if (git_repository_is_bare(tx->repo) || !git_folder(tx->repo, root, &prefix))
		return error_set(err, ERR_DENIED,
				 tr("'%s' is not in the work tree of its repository: "
				    "write in a clone"),
				 root);
	if (git_repository_odb(&tx->odb, tx->repo) < 0)
		return error_git(err, tr("cannot open the repository of '%s'"), root);
	git_directory(tx->repo, &gitdir);
	tx->gitdir = buf_dup(&gitdir, &tx->arena);
	tx->prefix = buf_dup(&prefix, &tx->arena);
	tx->workdir = git_repository_workdir(tx->repo);
	tx->dir = transaction_path(tx, tx->gitdir, "gk");
	tx->tx = transaction_path(tx, tx->dir, "tx");
	tx->root_fd = open(tx->workdir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (tx->root_fd < 0)
		return error_errno(err, tr("cannot read '%s'"), tx->workdir);
	return 0;
}

/* What git is in the middle of, with the words that git itself uses for it. */
static const char *state_name(int state)
{
	static const struct {
		int state;
		const char *name;
	} names[] = {
		{ GIT_REPOSITORY_STATE_MERGE, "merge" },
		{ GIT_REPOSITORY_STATE_REVERT, "revert" },
		{ GIT_REPOSITORY_STATE_REVERT_SEQUENCE, "revert" },
		{ GIT_REPOSITORY_STATE_CHERRYPICK, "cherry-pick" },
		{ GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE, "cherry-pick" },
		{ GIT_REPOSITORY_STATE_REBASE, "rebase" },
		{ GIT_REPOSITORY_STATE_REBASE_INTERACTIVE, "rebase" },
		{ GIT_REPOSITORY_STATE_REBASE_MERGE, "rebase" },
		{ GIT_REPOSITORY_STATE_APPLY_MAILBOX, "am" },
		{ GIT_REPOSITORY_STATE_APPLY_MAILBOX_OR_REBASE, "rebase" },
	};

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (names[i].state == state)
			return names[i].name;
	return NULL;
}

static int refuse_unfinished(struct transaction *tx, struct error *err)
{
	int state = git_repository_state(tx->repo);
	const char *name = state_name(state);

	if (state == GIT_REPOSITORY_STATE_BISECT)
		return error_set(err, ERR_CONFLICT,
				 tr("git bisect is under way here: git bisect reset"));
	if (!name)
		return 0;
	return error_set(
		err, ERR_CONFLICT,
		tr("git %s is under way here: finish it with git %s --continue or "
		   "drop it with git %s --abort"),
		name, name, name);
}

static int refuse_signing(struct transaction *tx, struct error *err)
{
	auto_config *config = NULL;
	int signs = 0;

	if (git_repository_config_snapshot(&config, tx->repo) < 0)
		return error_git(err, tr("cannot read the configuration of git"));
	if (git_config_get_bool(&signs, config, "commit.gpgsign") == 0 && signs)
		return error_set(err, ERR_DENIED,
				 tr("git is set to sign commits, which gk cannot do: "
				    "git config commit.gpgsign false"));
	return 0;
}

int head_open(struct transaction *tx, const char *root, struct error *err)
{
	char *real = beneath_real(root);
	int rc;

	if (!real)
		return error_errno(err, tr("cannot open '%s'"), root);
	rc = open_repository(tx, real, err);
	free(real);
	if (rc < 0 || tx->flags & TX_FILES)
		return rc;
	if (refuse_unfinished(tx, err) < 0)
		return -1;
	return refuse_signing(tx, err);
}

int head_read(struct transaction *tx, struct error *err)
{
	auto_buf name = BUF_INIT;
	auto_commit *commit = NULL;

	buf_adds(&name, "HEAD");
	for (int depth = 0; depth < SYMREF_DEPTH_MAX; depth++) {
		auto_reference *ref = NULL;
		int rc = git_reference_lookup(&ref, tx->repo, name.s);

		tx->ref = buf_dup(&name, &tx->arena);
		if (rc == GIT_ENOTFOUND && depth)
			return 0; /* an unborn branch */
		if (rc < 0)
			return error_git(err, tr("cannot read '%s'"), name.s);
		if (git_reference_type(ref) == GIT_REFERENCE_SYMBOLIC) {
			buf_reset(&name);
			buf_adds(&name, git_reference_symbolic_target(ref));
			continue;
		}
		git_oid_cpy(&tx->before, git_reference_target(ref));
		if (git_commit_lookup(&commit, tx->repo, &tx->before) < 0 ||
		    git_commit_tree(&tx->head, commit) < 0)
			return error_git(err, tr("cannot read '%s'"), name.s);
		return 0;
	}
	return error_set(err, ERR_EXTERNAL, tr("cannot read '%s'"), "HEAD");
}

int head_side(struct transaction *tx, const char *path, struct journal_side *out,
	      struct error *err)
{
	auto_tree_entry *entry = NULL;
	int rc = tx->head ? git_tree_entry_bypath(&entry, tx->head, path) : GIT_ENOTFOUND;

	*out = (struct journal_side){ 0 };
	if (rc == GIT_ENOTFOUND)
		return 0;
	if (rc < 0)
		return error_git(err, tr("cannot read '%s'"), path);
	if (!S_ISREG((mode_t)git_tree_entry_filemode(entry)))
		return error_set(err, ERR_CONFLICT, tr("'%s' is not a regular file"),
				 path);
	out->mode = (unsigned int)git_tree_entry_filemode(entry);
	git_oid_cpy(&out->oid, git_tree_entry_id(entry));
	return 0;
}

static bool is_printable(const char *name)
{
	for (; *name; name++)
		if ((unsigned char)*name < ' ' || *name == 0x7f || *name == '<' ||
		    *name == '>')
			return false;
	return true;
}

static int sign(const char *name, const char *mail,
		const struct transaction_options *options, git_signature **out,
		struct error *err)
{
	if (!is_printable(name) || !is_printable(mail))
		return error_set(err, ERR_SYNTAX,
				 tr("'%s <%s>' cannot stand as the author of a commit"),
				 name, mail);
	if (git_signature_new(out, name, mail, options->time, options->zone) < 0)
		return error_git(err, "%s <%s>", name, mail);
	return 0;
}

/* An author given by name writes on a computer whose own user, if there is one, commits. */
int head_sign(struct transaction *tx, const struct transaction_options *options,
	      struct error *err)
{
	auto_config *config = NULL;
	const char *name = NULL;
	const char *mail = NULL;
	const char *author = options->author;
	const char *author_mail = options->mail;

	if (git_repository_config_snapshot(&config, tx->repo) < 0)
		return error_git(err, tr("cannot read the configuration of git"));
	if (git_config_get_string(&name, config, "user.name") < 0 || !*name)
		name = author;
	if (git_config_get_string(&mail, config, "user.email") < 0 || !*mail)
		mail = author_mail;
	author = author ? author : name;
	author_mail = author_mail ? author_mail : mail;
	if (!author && !author_mail)
		return error_set(err, ERR_NOT_FOUND,
				 tr("git does not know who you are: "
				    "git config --global user.name NAME; "
				    "git config --global user.email ADDRESS"));
	if (!author)
		return error_set(err, ERR_NOT_FOUND,
				 tr("git does not know your name: "
				    "git config --global user.name NAME"));
	if (!author_mail)
		return error_set(err, ERR_NOT_FOUND,
				 tr("git does not know your mail address: "
				    "git config --global user.email ADDRESS"));
	if (sign(author, author_mail, options, &tx->author, err) < 0)
		return -1;
	return sign(name, mail, options, &tx->committer, err);
}
