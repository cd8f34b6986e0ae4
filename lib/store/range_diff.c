#include <string.h>

#include "base/i18n.h"
#include "store/range.h"
#include "store/source_private.h"

struct difference {
	git_repository *repo;
	struct arena *arena;
	struct range_changes *out;
	struct buf path; /* of the folder at hand: "" or "items/mz/" */
};

/* ---- the catalogue's folder in a commit ---- */

static const char catalogue_file[] = "catalogue.yaml";

/* The tree below `folder` ("" or "catalogue/"); *out NULL when there is none. */
static int open_folder(git_repository *repo, git_tree *root, const char *folder,
		       git_tree **out, struct error *err)
{
	auto_tree_entry *entry = NULL;
	auto_buf path = BUF_INIT;
	int rc;

	*out = NULL;
	if (!*folder)
		return git_tree_dup(out, root) < 0 ? error_git(err, "%s", folder) : 0;
	buf_add(&path, folder, strlen(folder) - 1);
	rc = git_tree_entry_bypath(&entry, root, path.s);
	if (rc == GIT_ENOTFOUND ||
	    (rc == 0 && git_tree_entry_type(entry) != GIT_OBJECT_TREE))
		return 0;
	if (rc < 0 || git_tree_lookup(out, repo, git_tree_entry_id(entry)) < 0)
		return error_git(err, "%s", path.s);
	return 0;
}

/* The one folder at the root that holds a catalogue, when the catalogue has moved. */
static int open_other(git_repository *repo, git_tree *root, git_tree **out,
		      struct error *err)
{
	auto_tree *found = NULL;
	size_t count = 0;

	for (size_t i = 0; i < git_tree_entrycount(root); i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(root, i);
		auto_tree *folder = NULL;

		if (git_tree_entry_type(entry) != GIT_OBJECT_TREE)
			continue;
		if (git_tree_lookup(&folder, repo, git_tree_entry_id(entry)) < 0)
			return error_git(err, "%s", git_tree_entry_name(entry));
		if (!git_tree_entry_byname(folder, catalogue_file) || count++)
			continue;
		found = folder;
		folder = NULL;
	}
	if (count == 1) {
		*out = found;
		found = NULL;
	}
	return 0;
}

/* *out NULL when the commit has no such folder. */
static int open_catalogue(struct source *source, const char *commit_id, git_tree **out,
			  struct error *err)
{
	auto_commit *commit = NULL;
	auto_tree *root = NULL;
	auto_tree *other = NULL;
	git_oid id;

	*out = NULL;
	if (git_oid_fromstr(&id, commit_id) < 0 ||
	    git_commit_lookup(&commit, source->repo, &id) < 0) {
		if (git_repository_is_shallow(source->repo) > 0)
			return error_set(err, ERR_NOT_FOUND,
					 tr("the commits before '%s' are not all here, "
					    "because this clone is shallow: git fetch "
					    "--unshallow"),
					 commit_id);
		return error_git(err, "%s", commit_id);
	}
	if (git_commit_tree(&root, commit) < 0)
		return error_git(err, "%s", commit_id);
	if (open_folder(source->repo, root, source->prefix, out, err) < 0)
		return -1;
	if (*out && git_tree_entry_byname(*out, catalogue_file))
		return 0;
	if (!git_tree_entry_byname(root, catalogue_file)) {
		if (open_other(source->repo, root, &other, err) < 0)
			return -1;
	} else if (git_tree_dup(&other, root) < 0) {
		return error_git(err, "%s", commit_id);
	}
	if (other) {
		git_tree_free(*out);
		*out = other;
		other = NULL;
	}
	return 0;
}

/* ---- two trees ---- */

static const char *blob_id(struct arena *arena, const git_tree_entry *entry)
{
	char hex[OID_HEX_SIZE];
	git_filemode_t mode =
		entry ? git_tree_entry_filemode(entry) : GIT_FILEMODE_UNREADABLE;

	if (mode != GIT_FILEMODE_BLOB && mode != GIT_FILEMODE_BLOB_EXECUTABLE)
		return NULL;
	return arena_strdup(arena,
			    git_oid_tostr(hex, sizeof(hex), git_tree_entry_id(entry)));
}

static bool is_folder(const git_tree_entry *entry)
{
	return entry && git_tree_entry_type(entry) == GIT_OBJECT_TREE;
}

static void add_change(struct difference *d, const char *path, const char *was,
		       const char *is, bool stays)
{
	struct range_changes *out = d->out;

	out->items = array_grow(d->arena, out->items, out->count, &out->room,
				sizeof(*out->items));
	out->items[out->count++] = (struct range_change){
		.path = arena_strdup(d->arena, path), .was = was, .is = is, .stays = stays
	};
}

static int compare_trees(struct difference *d, git_tree *was, git_tree *is, int depth,
			 struct error *err);

static int open_tree(struct difference *d, const git_tree_entry *entry, git_tree **out,
		     struct error *err)
{
	*out = NULL;
	if (!is_folder(entry) ||
	    git_tree_lookup(out, d->repo, git_tree_entry_id(entry)) == 0)
		return 0;
	return error_git(err, "%s", d->path.s);
}

/* One name; of the two at least one is there.  NOLINTNEXTLINE(misc-no-recursion): SOURCE_DEPTH_MAX levels */
static int compare_entries(struct difference *d, const git_tree_entry *was,
			   const git_tree_entry *is, int depth, struct error *err)
{
	const size_t len = d->path.len;
	const char *name = git_tree_entry_name(was ? was : is);
	auto_tree *left = NULL;
	auto_tree *right = NULL;
	int rc = 0;

	if (source_skips(name, len == 0) ||
	    (was && is && git_oid_equal(git_tree_entry_id(was), git_tree_entry_id(is)) &&
	     git_tree_entry_filemode(was) == git_tree_entry_filemode(is)))
		return 0;
	if (open_tree(d, was, &left, err) < 0 || open_tree(d, is, &right, err) < 0)
		return -1;
	buf_adds(&d->path, name);
	if ((was && !left) || (is && !right) || source_is_record_name(name))
		add_change(d, d->path.s, blob_id(d->arena, was), blob_id(d->arena, is),
			   is != NULL);
	if ((left || right) && depth > 0) {
		buf_addc(&d->path, '/');
		rc = compare_trees(d, left, right, depth - 1, err);
	}
	buf_truncate(&d->path, len);
	return rc;
}

/* NOLINTNEXTLINE(misc-no-recursion): SOURCE_DEPTH_MAX levels */
static int compare_trees(struct difference *d, git_tree *was, git_tree *is, int depth,
			 struct error *err)
{
	const size_t was_count = was ? git_tree_entrycount(was) : 0;
	const size_t is_count = is ? git_tree_entrycount(is) : 0;
	size_t i = 0;
	size_t k = 0;

	while (i < was_count || k < is_count) {
		const git_tree_entry *left =
			i < was_count ? git_tree_entry_byindex(was, i) : NULL;
		const git_tree_entry *right =
			k < is_count ? git_tree_entry_byindex(is, k) : NULL;
		int order = left && right ? git_tree_entry_cmp(left, right) : 0;

		if (order < 0)
			right = NULL;
		else if (order > 0)
			left = NULL;
		i += left != NULL;
		k += right != NULL;
		if (compare_entries(d, left, right, depth, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- a tree and the index or the work tree ---- */

static const char *delta_id(struct arena *arena, const git_diff_file *file)
{
	char hex[OID_HEX_SIZE];

	if ((file->mode != GIT_FILEMODE_BLOB &&
	     file->mode != GIT_FILEMODE_BLOB_EXECUTABLE) ||
	    git_oid_is_zero(&file->id))
		return NULL;
	return arena_strdup(arena, git_oid_tostr(hex, sizeof(hex), &file->id));
}

static int open_diff(struct source *source, git_tree *tree, git_diff **out,
		     struct error *err)
{
	const size_t skip = strlen(source->prefix);
	auto_buf folder = BUF_INIT;
	git_diff_options options;
	int rc;

	buf_add(&folder, source->prefix, skip ? skip - 1 : 0);
	if (git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION) < 0)
		return error_git(err, tr("cannot compare with what git has"));
	options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS |
			GIT_DIFF_INCLUDE_TYPECHANGE | GIT_DIFF_DISABLE_PATHSPEC_MATCH |
			GIT_DIFF_IGNORE_SUBMODULES;
	if (skip)
		options.pathspec = (git_strarray){ .strings = &folder.s, .count = 1 };
	rc = source->place == SOURCE_INDEX
		     ? git_diff_tree_to_index(out, source->repo, tree, source->index,
					      &options)
		     : git_diff_tree_to_workdir_with_index(out, source->repo, tree,
							   &options);
	return rc < 0 ? error_git(err, tr("cannot compare with what git has")) : 0;
}

static int compare_index(struct source *source, struct difference *d, const char *from,
			 struct error *err)
{
	const size_t skip = strlen(source->prefix);
	auto_commit *commit = NULL;
	auto_tree *tree = NULL;
	auto_diff *diff = NULL;
	git_oid id;

	if (from && (git_oid_fromstr(&id, from) < 0 ||
		     git_commit_lookup(&commit, source->repo, &id) < 0 ||
		     git_commit_tree(&tree, commit) < 0))
		return error_git(err, "%s", from);
	if (open_diff(source, tree, &diff, err) < 0)
		return -1;
	for (size_t i = 0; i < git_diff_num_deltas(diff); i++) {
		const git_diff_delta *delta = git_diff_get_delta(diff, i);
		const char *path = delta->new_file.path;

		if (strncmp(path, source->prefix, skip) == 0)
			add_change(d, path + skip, delta_id(d->arena, &delta->old_file),
				   delta_id(d->arena, &delta->new_file),
				   delta->status != GIT_DELTA_DELETED);
	}
	return 0;
}

int range_changes(struct source *source, struct arena *arena, const char *from,
		  const char *to, struct range_changes *out, struct error *err)
{
	struct difference d = { .repo = source_repository(source),
				.arena = arena,
				.out = out,
				.path = BUF_INIT };
	auto_tree *was = NULL;
	auto_tree *is = NULL;
	int rc;

	*out = (struct range_changes){ .items = NULL };
	if (!to && source->place != SOURCE_REVISION)
		return compare_index(source, &d, from, err);
	if ((from && open_catalogue(source, from, &was, err) < 0) ||
	    (to && open_catalogue(source, to, &is, err) < 0))
		return -1;
	rc = compare_trees(&d, was, to ? is : source->tree, SOURCE_DEPTH_MAX, err);
	buf_release(&d.path);
	return rc;
}

int range_find(struct source *source, struct arena *arena, const char *commit,
	       const char *path, const char **out, struct error *err)
{
	auto_tree *tree = NULL;
	auto_tree_entry *entry = NULL;
	int rc;

	*out = NULL;
	if (open_catalogue(source, commit, &tree, err) < 0)
		return -1;
	rc = tree ? git_tree_entry_bypath(&entry, tree, path) : GIT_ENOTFOUND;
	if (rc < 0 && rc != GIT_ENOTFOUND)
		return error_git(err, "%s", path);
	*out = rc == 0 ? blob_id(arena, entry) : NULL;
	return 0;
}
