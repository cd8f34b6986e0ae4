#include "store/range.h"

#include <string.h>

#include "base/i18n.h"
#include "store/range_private.h"

enum { SECONDS_A_DAY = 24 * 60 * 60, SECONDS_A_MINUTE = 60, DAY_OF_EPOCH_YEAR = 1970 };

static inline void drop_revwalk(git_revwalk **p)
{
	git_revwalk_free(*p);
}
#define auto_revwalk gk_cleanup(drop_revwalk) git_revwalk

static const char *keep_id(struct arena *arena, const git_oid *id)
{
	char hex[OID_HEX_SIZE];

	return arena_strdup(arena, git_oid_tostr(hex, sizeof(hex), id));
}

static int no_commit(struct source *source, const char *rev, struct error *err)
{
	if (git_repository_is_shallow(source->repo) > 0)
		return error_set(err, ERR_NOT_FOUND,
				 tr("there is no revision '%s' here, and this clone is "
				    "shallow: git fetch --unshallow"),
				 rev);
	return error_set(err, ERR_NOT_FOUND, tr("there is no revision '%s'"), rev);
}

static int need_repository(struct source *source, struct error *err)
{
	return source_repository(source)
		       ? 0
		       : error_set(err, ERR_NOT_FOUND,
				   tr("'%s' is not in a git repository, so it has "
				      "no revisions: git init"),
				   source->root);
}

static int find_commit(struct source *source, const char *rev, git_commit **out,
		       struct error *err)
{
	auto_object *object = NULL;

	if (need_repository(source, err) < 0)
		return -1;
	if (git_revparse_single(&object, source->repo, rev) < 0)
		return no_commit(source, rev, err);
	if (git_object_peel((git_object **)out, object, GIT_OBJECT_COMMIT) < 0)
		return error_set(err, ERR_NOT_FOUND, tr("'%s' is not a commit"), rev);
	return 0;
}

int range_commit_id(struct source *source, struct arena *arena, const char *rev,
		    const char **out, struct error *err)
{
	auto_commit *commit = NULL;

	if (find_commit(source, rev, &commit, err) < 0)
		return -1;
	*out = keep_id(arena, git_commit_id(commit));
	return 0;
}

int range_base(struct source *source, struct arena *arena, const char *a, const char *b,
	       const char **out, struct error *err)
{
	auto_commit *left = NULL;
	auto_commit *right = NULL;
	git_oid base;
	int rc;

	*out = NULL;
	if (find_commit(source, a, &left, err) < 0 ||
	    find_commit(source, b, &right, err) < 0)
		return -1;
	if (git_repository_is_shallow(source->repo) > 0) {
		const char *first = keep_id(arena, git_commit_id(left));

		if (!range_is_before(source, arena, first,
				     keep_id(arena, git_commit_id(right))))
			return range_cut_off(source, b, err);
		*out = first;
		return 0;
	}
	rc = git_merge_base(&base, source->repo, git_commit_id(left),
			    git_commit_id(right));
	if (rc == GIT_ENOTFOUND)
		return 0;
	if (rc < 0)
		return error_git(err, "%s", a);
	*out = keep_id(arena, &base);
	return 0;
}

/* ---- commits ---- */

static struct date day_of(const git_time *when)
{
	const struct date epoch = { .year = DAY_OF_EPOCH_YEAR, .month = 1, .day = 1 };
	int64_t local = when->time + (int64_t)when->offset * SECONDS_A_MINUTE;

	return date_add(epoch, (int32_t)(local / SECONDS_A_DAY));
}

int range_day(struct source *source, const char *commit, struct date *out,
	      struct error *err)
{
	auto_commit *found = NULL;

	if (find_commit(source, commit, &found, err) < 0)
		return -1;
	*out = day_of(&git_commit_committer(found)->when);
	return 0;
}

void range_describe(struct arena *arena, const git_commit *commit,
		    struct range_commit *out)
{
	const git_time when = git_commit_committer(commit)->when;

	*out = (struct range_commit){
		.id = keep_id(arena, git_commit_id(commit)),
		.date = day_of(&when),
		.author = arena_strdup(arena, git_commit_author(commit)->name),
		.message = arena_strdup(arena, git_commit_message(commit)),
		.time = when.time,
		.zone = when.offset,
	};
	for (unsigned int i = 0; i < git_commit_parentcount(commit); i++)
		strings_add(arena, &out->parents,
			    keep_id(arena, git_commit_parent_id(commit, i)));
}

int range_cut_off(struct source *source, const char *rev, struct error *err)
{
	if (git_repository_is_shallow(source->repo) > 0)
		return error_set(err, ERR_NOT_FOUND,
				 tr("the commits before '%s' are not all here, because "
				    "this clone is shallow: git fetch --unshallow"),
				 rev);
	return error_git(err, "%s", rev);
}

static int take_commits(struct source *source, struct arena *arena, git_revwalk *walk,
			struct range *out, struct error *err)
{
	size_t room = 0;
	git_oid id;
	int rc;

	while ((rc = git_revwalk_next(&id, walk)) == 0) {
		auto_commit *commit = NULL;

		if (git_commit_lookup(&commit, source->repo, &id) < 0)
			return range_cut_off(source, out->to, err);
		out->items = array_grow(arena, out->items, out->count, &room,
					sizeof(*out->items));
		range_describe(arena, commit, &out->items[out->count++]);
	}
	return rc == GIT_ITEROVER ? 0 : range_cut_off(source, out->to, err);
}

static int hide(struct source *source, git_revwalk *walk,
		const struct range_options *options, struct error *err)
{
	for (size_t i = 0; i < options->hidden.count; i++) {
		auto_commit *commit = NULL;
		const char *rev = options->hidden.items[i];

		if (find_commit(source, rev, &commit, err) < 0)
			return -1;
		if (git_revwalk_hide(walk, git_commit_id(commit)) < 0)
			return range_cut_off(source, rev, err);
	}
	/* A reference to something else than a commit hides nothing. */
	if (options->hide_refs && git_revwalk_hide_glob(walk, "refs/*") < 0)
		return range_cut_off(source, "refs", err);
	return 0;
}

static int read_shallow(struct source *source, struct arena *arena,
			const struct range_options *options, struct range *out,
			struct error *err)
{
	struct strings hidden = { 0 };

	for (size_t i = 0; i < options->hidden.count; i++) {
		const char *id;

		if (range_commit_id(source, arena, options->hidden.items[i], &id, err) <
		    0)
			return -1;
		strings_add(arena, &hidden, id);
	}
	return range_read_shallow(source, arena, &hidden, out, err);
}

int range_read(struct source *source, struct arena *arena,
	       const struct range_options *options, struct range *out, struct error *err)
{
	const char *to = options->to ? options->to : "HEAD";
	auto_revwalk *walk = NULL;
	auto_commit *tip = NULL;

	*out = (struct range){ .items = NULL };
	if (find_commit(source, to, &tip, err) < 0)
		return -1;
	out->to = keep_id(arena, git_commit_id(tip));
	if (git_repository_is_shallow(source->repo) > 0 && !options->hide_refs)
		return read_shallow(source, arena, options, out, err);
	if (git_revwalk_new(&walk, source->repo) < 0 ||
	    git_revwalk_sorting(walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE) < 0 ||
	    git_revwalk_push(walk, git_commit_id(tip)) < 0)
		return range_cut_off(source, to, err);
	if (hide(source, walk, options, err) < 0)
		return -1;
	return take_commits(source, arena, walk, out, err);
}

/* ---- what comes before a commit that is not made yet ---- */

struct parents {
	struct arena *arena;
	struct strings *out;
};

static int add_merged(const git_oid *id, void *payload)
{
	struct parents *parents = payload;

	strings_add(parents->arena, parents->out, keep_id(parents->arena, id));
	return 0;
}

int range_next_parents(struct source *source, struct arena *arena, struct strings *out,
		       struct error *err)
{
	struct parents parents = { .arena = arena, .out = out };
	git_oid head;
	int rc;

	if (need_repository(source, err) < 0)
		return -1;
	/* The first commit of a branch has none. */
	if (git_reference_name_to_id(&head, source->repo, "HEAD") < 0)
		return 0;
	strings_add(arena, out, keep_id(arena, &head));
	rc = git_repository_mergehead_foreach(source->repo, add_merged, &parents);
	return rc < 0 && rc != GIT_ENOTFOUND ? error_git(err, "MERGE_HEAD") : 0;
}

int range_before(struct source *source, struct arena *arena, struct date day,
		 const char **out, struct error *err)
{
	auto_revwalk *walk = NULL;
	git_oid id;
	int rc;

	*out = NULL;
	if (need_repository(source, err) < 0)
		return -1;
	if (git_revwalk_new(&walk, source->repo) < 0 ||
	    git_revwalk_simplify_first_parent(walk) < 0)
		return error_git(err, "HEAD");
	if (git_revwalk_push_head(walk) < 0)
		return no_commit(source, "HEAD", err);
	while ((rc = git_revwalk_next(&id, walk)) == 0) {
		struct range_commit one;
		auto_commit *commit = NULL;

		if (git_commit_lookup(&commit, source->repo, &id) < 0)
			return range_cut_off(source, "HEAD", err);
		range_describe(arena, commit, &one);
		if (date_compare(one.date, day) < 0) {
			*out = one.id;
			return 0;
		}
	}
	return rc == GIT_ITEROVER && git_repository_is_shallow(source->repo) <= 0
		       ? 0
		       : range_cut_off(source, "HEAD", err);
}

const char *range_head_ref(struct source *source, struct arena *arena)
{
	auto_reference *head = NULL;

	if (!source->repo || git_reference_lookup(&head, source->repo, "HEAD") < 0 ||
	    git_reference_type(head) != GIT_REFERENCE_SYMBOLIC)
		return NULL;
	return arena_strdup(arena, git_reference_symbolic_target(head));
}

/* ---- who else has it ---- */

struct sharing {
	git_repository *repo;
	git_oid commit;
	bool shared;
};

static bool is_outside(const git_reference *ref)
{
	const char *name = git_reference_name(ref);

	return strncmp(name, "refs/remotes/", strlen("refs/remotes/")) == 0 ||
	       strncmp(name, "refs/tags/", strlen("refs/tags/")) == 0;
}

static int look_at_ref(git_reference *ref, void *payload)
{
	struct sharing *sharing = payload;
	auto_object *object = NULL;

	if (is_outside(ref) && !sharing->shared &&
	    git_reference_peel(&object, ref, GIT_OBJECT_COMMIT) == 0) {
		const git_oid *tip = git_object_id(object);

		sharing->shared =
			git_oid_equal(tip, &sharing->commit) ||
			git_graph_descendant_of(sharing->repo, tip, &sharing->commit) > 0;
	}
	git_reference_free(ref);
	return 0;
}

int range_is_shared(struct source *source, const char *commit, bool *out,
		    struct error *err)
{
	struct sharing sharing = { .repo = source->repo };
	auto_commit *found = NULL;

	if (find_commit(source, commit, &found, err) < 0)
		return -1;
	git_oid_cpy(&sharing.commit, git_commit_id(found));
	if (git_reference_foreach(source->repo, look_at_ref, &sharing) < 0)
		return error_git(err, "%s", commit);
	*out = sharing.shared;
	return 0;
}

struct outside {
	git_repository *repo;
	struct arena *arena;
	git_oid commit;
	struct range_outside *out;
};

static void add_once(struct arena *arena, struct strings *list, const git_oid *id)
{
	char hex[OID_HEX_SIZE];

	if (!strings_has(list, git_oid_tostr(hex, sizeof(hex), id)))
		strings_add(arena, list, arena_strdup(arena, hex));
}

static int add_outside(git_reference *ref, void *payload)
{
	struct outside *outside = payload;
	auto_object *object = NULL;
	git_oid base;

	if (is_outside(ref) && git_reference_peel(&object, ref, GIT_OBJECT_COMMIT) == 0) {
		const git_oid *tip = git_object_id(object);

		add_once(outside->arena, &outside->out->tips, tip);
		if (git_merge_base(&base, outside->repo, &outside->commit, tip) == 0)
			add_once(outside->arena, &outside->out->bases, &base);
	}
	git_reference_free(ref);
	return 0;
}

int range_outside(struct source *source, struct arena *arena, const char *commit,
		  struct range_outside *out, struct error *err)
{
	struct outside outside = { .repo = source->repo, .arena = arena, .out = out };
	auto_commit *found = NULL;

	*out = (struct range_outside){ .tips = { 0 } };
	if (find_commit(source, commit, &found, err) < 0)
		return -1;
	git_oid_cpy(&outside.commit, git_commit_id(found));
	if (git_reference_foreach(source->repo, add_outside, &outside) < 0)
		return error_git(err, "%s", commit);
	return 0;
}
