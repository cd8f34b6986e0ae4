#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "store/beneath.h"
#include "store/source_private.h"

static const char catalogue_file[] = "catalogue.yaml";

static const char *keep(struct source *source, const char *text)
{
	return arena_strndup(&source->arena, text, strlen(text));
}

/* Cuts the last part off an absolute path; false at the root of the file system. */
static bool go_up(struct buf *path)
{
	size_t dir = (size_t)(path_base(path->s) - path->s);

	if (path->len <= 1)
		return false;
	buf_truncate(path, dir > 1 ? dir - 1 : 1);
	return true;
}

/* Leaves in `dir` the nearest folder, upward, that holds a catalogue.yaml. */
static bool find_upward(struct buf *dir)
{
	auto_buf file = BUF_INIT;

	do {
		buf_reset(&file);
		path_join(&file, dir->s, catalogue_file);
		if (file_exists(file.s))
			return true;
	} while (go_up(dir));
	return false;
}

/* The folder of `dir` inside the work tree, "" or "catalogue/"; NULL when it is not in it. */
static const char *folder_in(struct source *source, const char *dir)
{
	auto_buf text = BUF_INIT;

	return git_folder(source->repo, dir, &text) ? keep(source, text.s) : NULL;
}

static bool tree_has_catalogue(git_tree *tree, const char *folder)
{
	auto_buf path = BUF_INIT;
	auto_tree_entry *entry = NULL;

	buf_adds(&path, folder);
	buf_adds(&path, catalogue_file);
	return git_tree_entry_bypath(&entry, tree, path.s) == 0;
}

struct folders {
	struct buf first;
	size_t count;
};

static int note_catalogue(const char *root, const git_tree_entry *entry, void *payload)
{
	struct folders *found = payload;

	if (git_tree_entry_type(entry) == GIT_OBJECT_TREE)
		return *root != '\0'; /* folders at the root only */
	if (strcmp(git_tree_entry_name(entry), catalogue_file) == 0 && !found->count++)
		buf_adds(&found->first, root);
	return 0;
}

/* In a bare repository the catalogue is the whole tree or the one folder that is one. */
static int folder_in_bare(struct source *source, git_tree *tree, struct error *err)
{
	struct folders found = { .first = BUF_INIT };
	int rc = 0;

	source->prefix = "";
	if (tree_has_catalogue(tree, ""))
		return 0;
	if (git_tree_walk(tree, GIT_TREEWALK_PRE, note_catalogue, &found) < 0)
		rc = error_git(err, "%s", source->commit);
	else if (found.count != 1)
		rc = error_set(err, ERR_NOT_FOUND,
			       found.count ? tr("%s has more than one catalogue")
					   : tr("%s has no catalogue"),
			       source->commit);
	else
		source->prefix = keep(source, found.first.s);
	buf_release(&found.first);
	return rc;
}

static int no_revision(struct source *source, const char *rev, struct error *err)
{
	if (git_repository_is_shallow(source->repo) > 0)
		return error_set(err, ERR_NOT_FOUND,
				 tr("there is no revision '%s' here, and this clone is "
				    "shallow: git fetch --unshallow"),
				 rev);
	if (strcmp(rev, "HEAD") == 0)
		return error_set(err, ERR_NOT_FOUND,
				 tr("this repository has no commit yet"));
	return error_set(err, ERR_NOT_FOUND, tr("there is no revision '%s'"), rev);
}

static int open_commit(struct source *source, const char *rev, git_tree **tree,
		       struct error *err)
{
	auto_object *object = NULL;
	auto_object *commit = NULL;
	char hex[OID_HEX_SIZE];

	if (git_revparse_single(&object, source->repo, rev) < 0)
		return no_revision(source, rev, err);
	if (git_object_peel(&commit, object, GIT_OBJECT_COMMIT) < 0)
		return error_set(err, ERR_NOT_FOUND, tr("'%s' is not a commit"), rev);
	if (git_commit_tree(tree, (git_commit *)commit) < 0)
		return error_git(err, tr("cannot read '%s'"), rev);
	source->commit =
		keep(source, git_oid_tostr(hex, sizeof(hex), git_object_id(commit)));
	return 0;
}

static int enter_folder(struct source *source, git_tree *tree, const char *rev,
			struct error *err)
{
	auto_tree_entry *entry = NULL;
	auto_buf path = BUF_INIT;
	int rc;

	source->place = SOURCE_REVISION;
	if (!*source->prefix)
		return git_tree_dup(&source->tree, tree) < 0 ? error_git(err, "%s", rev)
							     : 0;
	buf_add(&path, source->prefix, strlen(source->prefix) - 1);
	rc = git_tree_entry_bypath(&entry, tree, path.s);
	if (rc == 0)
		rc = git_tree_lookup(&source->tree, source->repo,
				     git_tree_entry_id(entry));
	if (rc == GIT_ENOTFOUND)
		return error_set(err, ERR_NOT_FOUND, tr("%s has no catalogue"), rev);
	return rc < 0 ? error_git(err, "%s", rev) : 0;
}

static int open_bare(struct source *source, const char *rev, struct error *err)
{
	auto_tree *tree = NULL;

	if (rev && strcmp(rev, ":") == 0)
		return error_set(err, ERR_NOT_FOUND,
				 tr("a bare repository has no index: name a revision"));
	rev = rev ? rev : "HEAD";
	if (open_commit(source, rev, &tree, err) < 0 ||
	    folder_in_bare(source, tree, err) < 0)
		return -1;
	return enter_folder(source, tree, rev, err);
}

/* A catalogue that the work tree has no longer may still stand in the revision, at the folder or above it. */
static const char *folder_in_revision(struct source *source, git_tree *tree,
				      const char *dir)
{
	const char *folder = folder_in(source, dir);
	auto_buf text = BUF_INIT;

	buf_adds(&text, folder ? folder : "");
	while (text.len && !tree_has_catalogue(tree, text.s)) {
		buf_truncate(&text, text.len - 1);
		buf_truncate(&text, (size_t)(path_base(text.s) - text.s));
	}
	return keep(source, text.s);
}

static int open_revision(struct source *source, const char *dir, const char *rev,
			 struct error *err)
{
	auto_tree *tree = NULL;

	if (open_commit(source, rev, &tree, err) < 0)
		return -1;
	if (!source->root) {
		auto_buf root = BUF_INIT;

		source->prefix = folder_in_revision(source, tree, dir);
		buf_adds(&root, git_repository_workdir(source->repo));
		buf_adds(&root, source->prefix);
		buf_truncate(&root, root.len - 1);
		source->root = keep(source, root.s);
	}
	return enter_folder(source, tree, rev, err);
}

void source_note_head(struct source *source)
{
	git_repository *repo = source_repository(source);
	git_oid head;
	char hex[OID_HEX_SIZE];

	if (repo && git_reference_name_to_id(&head, repo, "HEAD") == 0)
		source->commit = keep(source, git_oid_tostr(hex, sizeof(hex), &head));
}

static int no_repository(const char *dir, struct error *err)
{
	return error_set(err, ERR_NOT_FOUND,
			 tr("'%s' is not in a git repository, so it has no "
			    "revisions: git init"),
			 dir);
}

static int open_place(struct source *source, const char *dir, const char *rev,
		      struct error *err)
{
	if (rev && !source->repo)
		return no_repository(dir, err);
	if (rev && strcmp(rev, ":") != 0)
		return open_revision(source, dir, rev, err);
	if (!source->top)
		source_note_head(source);
	if (rev) {
		source->place = SOURCE_INDEX;
		return git_index_of(source->repo, &source->index, err);
	}
	source->place = SOURCE_WORK_TREE;
	source->root_fd = open(source->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (source->root_fd < 0)
		return error_errno(err, tr("cannot read '%s'"), source->root);
	return 0;
}

static int open_repository(struct source *source, const char *dir, struct error *err)
{
	auto_buf gitdir = BUF_INIT;
	struct error closed;

	git_start();
	source->started = true;
	if (git_open(dir, GIT_OPEN_ENVIRONMENT, &source->repo, &closed) < 0) {
		if (closed.code == ERR_NOT_FOUND)
			return 0;
		*err = closed;
		return -1;
	}
	if (git_repository_odb(&source->odb, source->repo) < 0)
		return error_git(err, tr("cannot open the repository of '%s'"), dir);
	git_directory(source->repo, &gitdir);
	source->gitdir = keep(source, gitdir.s);
	return 0;
}

git_repository *source_repository(struct source *source)
{
	struct error closed;

	if (!source->repo && source->top && !source->started &&
	    open_repository(source, source->top, &closed) < 0)
		return NULL;
	return source->repo;
}

/* Forgets a repository that the catalogue merely lies beside or inside the git directory of. */
static void leave_repository(struct source *source)
{
	git_odb_free(source->odb);
	git_repository_free(source->repo);
	source->odb = NULL;
	source->repo = NULL;
	source->gitdir = NULL;
	source->top = NULL;
}

static int open_at(struct source *source, const char *dir,
		   const struct source_options *options, struct error *err)
{
	const char *rev = options->rev;
	auto_buf root = BUF_INIT;

	if ((rev || !options->home || !plain_open(source, dir, options->home)) &&
	    open_repository(source, dir, err) < 0)
		return -1;
	if (source->repo && git_repository_is_bare(source->repo))
		return open_bare(source, rev, err);
	buf_adds(&root, dir);
	if (options->is_private || find_upward(&root)) {
		source->root = keep(source, root.s);
		if (source->top)
			source->prefix = plain_folder(source, root.s);
		else if (source->repo)
			source->prefix = folder_in(source, root.s);
		if (!source->prefix) {
			leave_repository(source);
			source->prefix = "";
		}
	} else if (!source->repo || !rev) {
		return error_set(err, ERR_NOT_FOUND,
				 tr("there is no catalogue in '%s' or above it: make one "
				    "with gk init, or name its folder with -C DIR"),
				 dir);
	}
	return open_place(source, dir, rev, err);
}

int source_open(const struct source_options *options, struct source **out,
		struct error *err)
{
	struct source *source = calloc(1, sizeof(*source));
	char *dir = beneath_real(options->dir);
	int rc;

	if (!source)
		out_of_memory();
	*source = (struct source){ .root_fd = -1, .is_private = options->is_private };
	if (!dir)
		rc = error_errno(err, tr("cannot open '%s'"), options->dir);
	else
		rc = open_at(source, dir, options, err);
	free(dir);
	if (rc < 0)
		source_free(source);
	else
		*out = source;
	return rc;
}

int source_open_at(const struct source *place, const char *rev, struct source **out,
		   struct error *err)
{
	const struct source_options options = { .dir = place->root,
						.rev = rev,
						.is_private = place->is_private };

	return source_open(&options, out, err);
}

static int open_folder(struct source *source, const char *rev, const char *folder,
		       struct error *err)
{
	auto_tree *tree = NULL;
	struct error none;
	git_oid empty;

	if (open_commit(source, rev, &tree, err) < 0)
		return -1;
	source->prefix = keep(source, folder);
	if (!tree_has_catalogue(tree, folder) && folder_in_bare(source, tree, &none) < 0)
		source->prefix = keep(source, folder);
	if (enter_folder(source, tree, rev, &none) == 0)
		return 0;
	if (git_oid_fromstr(&empty, "4b825dc642cb6eb9a060e54bf8d69288fbee4904") < 0 ||
	    git_tree_lookup(&source->tree, source->repo, &empty) < 0)
		return error_git(err, "%s", rev);
	return 0;
}

int source_open_folder(const char *dir, const char *rev, const char *folder,
		       struct source **out, struct error *err)
{
	struct source *source = calloc(1, sizeof(*source));

	if (!source)
		out_of_memory();
	*source = (struct source){ .root_fd = -1, .place = SOURCE_REVISION };
	if (open_repository(source, dir, err) < 0 ||
	    (!source->repo ? no_repository(dir, err)
			   : open_folder(source, rev, folder, err)) < 0) {
		source_free(source);
		return -1;
	}
	*out = source;
	return 0;
}
