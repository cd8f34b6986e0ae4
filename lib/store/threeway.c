#include "store/threeway.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "store/git_private.h"

struct threeway {
	git_repository *repo;
	git_odb *odb;
	git_tree *base;
	git_tree *ours;
	git_tree *theirs;
	enum threeway_relation relation;
	size_t ahead;
};

/* ---- where both parted ---- */

static int read_tree(struct threeway *t, const char *hex, git_oid *id, git_tree **out,
		     struct error *err)
{
	auto_commit *commit = NULL;

	if (git_oid_fromstr(id, hex) < 0 || git_commit_lookup(&commit, t->repo, id) < 0 ||
	    git_commit_tree(out, commit) < 0)
		return error_git(err, tr("cannot read '%s'"), hex);
	return 0;
}

static int commit_tree(struct threeway *t, const git_oid *id, git_tree **out,
		       struct error *err)
{
	auto_commit *commit = NULL;

	if (git_commit_lookup(&commit, t->repo, id) < 0 ||
	    git_commit_tree(out, commit) < 0)
		return error_git(err, "%s", tr("cannot read what both sides come from"));
	return 0;
}

/*
 * Histories that were merged crosswise parted at two commits: what those come to when they are
 * merged is what both sides have in common.  Where that collides, the first holds.
 */
static int cross_tree(struct threeway *t, const git_oidarray *bases, struct error *err)
{
	auto_commit *one = NULL;
	auto_commit *other = NULL;
	auto_git_index *index = NULL;
	git_merge_options options = { .version = GIT_MERGE_OPTIONS_VERSION };
	git_oid tree;

	options.file_favor = GIT_MERGE_FILE_FAVOR_OURS;
	if (git_commit_lookup(&one, t->repo, &bases->ids[0]) < 0 ||
	    git_commit_lookup(&other, t->repo, &bases->ids[1]) < 0 ||
	    git_merge_commits(&index, t->repo, one, other, &options) < 0)
		return error_git(err, "%s", tr("cannot read what both sides come from"));
	/* A file that only one of the two still has. */
	if (git_index_has_conflicts(index))
		return commit_tree(t, &bases->ids[0], &t->base, err);
	if (git_index_write_tree_to(&tree, index, t->repo) < 0 ||
	    git_tree_lookup(&t->base, t->repo, &tree) < 0)
		return error_git(err, "%s", tr("cannot read what both sides come from"));
	return 0;
}

static int nothing_shared(struct error *err)
{
	return error_set(
		err, ERR_DENIED, "%s",
		tr("what is here and what would come in have no commit in common: "
		   "they are two catalogues; clone the other one anew with git "
		   "clone, and bring records over with gk add --from"));
}

static int find_base(struct threeway *t, const git_oid *ours, const git_oid *theirs,
		     struct error *err)
{
	git_oidarray bases = { 0 };
	int rc;

	/* libgit2 walks over the edge, and cannot tell what is missing from what never was. */
	if (git_repository_is_shallow(t->repo) > 0)
		return error_set(err, ERR_NOT_FOUND, "%s",
				 tr("this clone is shallow: what both sides come from "
				    "may be missing: git fetch --unshallow"));
	rc = git_merge_bases(&bases, t->repo, ours, theirs);
	if (rc == GIT_ENOTFOUND || (rc == 0 && bases.count == 0))
		return nothing_shared(err);
	if (rc < 0)
		return error_git(err, "%s", tr("cannot read what both sides come from"));
	if (git_oid_equal(&bases.ids[0], theirs))
		t->relation = THREEWAY_AHEAD;
	else if (git_oid_equal(&bases.ids[0], ours))
		t->relation = THREEWAY_BEHIND;
	rc = bases.count > 1 ? cross_tree(t, &bases, err)
			     : commit_tree(t, &bases.ids[0], &t->base, err);
	git_oidarray_dispose(&bases);
	return rc;
}

static int compare(struct threeway *t, const char *dir, const char *ours,
		   const char *theirs, struct error *err)
{
	git_oid left, right;
	size_t behind;

	if (git_open(dir, GIT_OPEN_PLAIN, &t->repo, err) < 0)
		return -1;
	if (git_repository_odb(&t->odb, t->repo) < 0)
		return error_git(err, tr("cannot open the repository of '%s'"), dir);
	if (read_tree(t, theirs, &right, &t->theirs, err) < 0)
		return -1;
	t->relation = ours ? THREEWAY_DIVERGED : THREEWAY_BEHIND;
	if (!ours)
		return 0;
	if (read_tree(t, ours, &left, &t->ours, err) < 0 ||
	    find_base(t, &left, &right, err) < 0)
		return -1;
	if (git_graph_ahead_behind(&t->ahead, &behind, t->repo, &left, &right) < 0)
		return error_git(err, "%s", tr("cannot read what both sides come from"));
	return 0;
}

int threeway_open(const char *dir, const char *ours, const char *theirs,
		  struct threeway **out, struct error *err)
{
	struct threeway *t = calloc(1, sizeof(*t));

	if (!t)
		out_of_memory();
	git_start();
	if (compare(t, dir, ours, theirs, err) < 0) {
		threeway_free(t);
		return -1;
	}
	*out = t;
	return 0;
}

void threeway_free(struct threeway *t)
{
	if (!t)
		return;
	git_tree_free(t->base);
	git_tree_free(t->ours);
	git_tree_free(t->theirs);
	git_odb_free(t->odb);
	git_repository_free(t->repo);
	free(t);
	git_stop();
}

enum threeway_relation threeway_relation(const struct threeway *threeway)
{
	return threeway->relation;
}

size_t threeway_ahead(const struct threeway *threeway)
{
	return threeway->ahead;
}

/* ---- files ---- */

static struct threeway_side side_of(struct arena *arena, const git_oid *oid,
				    unsigned int mode)
{
	char hex[OID_HEX_SIZE];

	if (!mode)
		return (struct threeway_side){ 0 };
	return (struct threeway_side){
		.oid = arena_strdup(arena, git_oid_tostr(hex, sizeof(hex), oid)),
		.mode = mode,
	};
}

static int look_up(git_tree *tree, struct arena *arena, const char *path,
		   struct threeway_side *out, struct error *err)
{
	auto_tree_entry *entry = NULL;
	int rc = tree ? git_tree_entry_bypath(&entry, tree, path) : GIT_ENOTFOUND;

	*out = (struct threeway_side){ 0 };
	if (rc == GIT_ENOTFOUND)
		return 0;
	if (rc < 0)
		return error_git(err, tr("cannot read '%s'"), path);
	if (git_tree_entry_type(entry) != GIT_OBJECT_TREE)
		*out = side_of(arena, git_tree_entry_id(entry),
			       (unsigned int)git_tree_entry_filemode(entry));
	return 0;
}

int threeway_find(struct threeway *t, struct arena *arena, const char *path,
		  struct threeway_file *out, struct error *err)
{
	*out = (struct threeway_file){ .path = path };
	if (look_up(t->base, arena, path, &out->base, err) < 0 ||
	    look_up(t->ours, arena, path, &out->ours, err) < 0)
		return -1;
	return look_up(t->theirs, arena, path, &out->theirs, err);
}

static int compare_paths(const void *a, const void *b)
{
	return strcmp(((const struct threeway_file *)a)->path,
		      ((const struct threeway_file *)b)->path);
}

int threeway_files(struct threeway *t, struct arena *arena, struct list *out,
		   struct error *err)
{
	git_diff_options options;
	auto_diff *diff = NULL;

	if (git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION) < 0)
		return error_git(err, tr("cannot compare with what git has"));
	/* A folder that a file took the place of counts as its files. */
	options.flags = GIT_DIFF_INCLUDE_TYPECHANGE | GIT_DIFF_SKIP_BINARY_CHECK;
	if (git_diff_tree_to_tree(&diff, t->repo, t->base, t->theirs, &options) < 0)
		return error_git(err, tr("cannot compare with what git has"));
	for (size_t i = 0; i < git_diff_num_deltas(diff); i++) {
		const git_diff_delta *delta = git_diff_get_delta(diff, i);
		const char *path = delta->new_file.path ? delta->new_file.path
							: delta->old_file.path;
		struct threeway_file *file = list_add(arena, out, sizeof(*file));

		if (threeway_find(t, arena, arena_strdup(arena, path), file, err) < 0)
			return -1;
	}
	if (out->count)
		qsort(out->items, out->count, sizeof(struct threeway_file),
		      compare_paths);
	return 0;
}

int threeway_read(struct threeway *t, const char *path, const struct threeway_side *side,
		  struct buf *out, struct error *err)
{
	git_oid id;

	if (git_oid_fromstr(&id, side->oid) < 0)
		return error_git(err, "%s", path);
	return git_read_blob(t->odb, &id, path, out, err);
}

/* ---- texts ---- */

static git_merge_file_input input_of(const struct threeway_text *text)
{
	return (git_merge_file_input){ .version = GIT_MERGE_FILE_INPUT_VERSION,
				       .ptr = text->bytes,
				       .size = text->len };
}

static bool merge_file(const struct threeway_text *base, const struct threeway_text *ours,
		       const struct threeway_text *theirs,
		       const git_merge_file_options *options, struct buf *out)
{
	const git_merge_file_input ancestor = input_of(base);
	const git_merge_file_input left = input_of(ours);
	const git_merge_file_input right = input_of(theirs);
	git_merge_file_result result = { 0 };
	bool clean;

	git_start();
	clean = git_merge_file(&result, &ancestor, &left, &right, options) == 0;
	if (result.ptr && (result.automergeable || options->flags))
		buf_add(out, result.ptr, result.len);
	clean = clean && result.automergeable;
	git_merge_file_result_free(&result);
	git_stop();
	return clean;
}

bool threeway_merge(const struct threeway_text *base, const struct threeway_text *ours,
		    const struct threeway_text *theirs, enum threeway_favour favour,
		    struct buf *out)
{
	git_merge_file_options options = { .version = GIT_MERGE_FILE_OPTIONS_VERSION };

	if (favour == FAVOUR_OURS)
		options.favor = GIT_MERGE_FILE_FAVOR_OURS;
	else if (favour == FAVOUR_THEIRS)
		options.favor = GIT_MERGE_FILE_FAVOR_THEIRS;
	return merge_file(base, ours, theirs, &options, out);
}

void threeway_mark(const struct threeway_text *base, const struct threeway_text *ours,
		   const struct threeway_text *theirs, struct buf *out)
{
	git_merge_file_options options = { .version = GIT_MERGE_FILE_OPTIONS_VERSION };

	options.flags = GIT_MERGE_FILE_STYLE_DIFF3;
	options.ancestor_label = "base";
	options.our_label = "ours";
	options.their_label = "theirs";
	(void)merge_file(base, ours, theirs, &options, out);
}
