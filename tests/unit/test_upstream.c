#include "unit/unit.h"

#include <unistd.h>

#include "store/upstream.h"
#include "unit/repo.h"

/* hub.git beside the repository, followed by main. */
static int setup(void **state)
{
	if (repo_setup(state) < 0)
		return -1;
	repo_run(*state,
		 "git init -q --bare ../hub.git && git remote add origin ../hub.git "
		 "&& git push -q -u origin main");
	return 0;
}

static void assert_said(const struct error *err, enum error_code code, const char *part)
{
	if (!strstr(err->text, part))
		fail_msg("'%s' is not in: %s", part, err->text);
	assert_null(strchr(err->text, '\n'));
	assert_int_equal(err->code, code);
}

static const struct place {
	const char *label;
	const char *setup;
	struct upstream is;
} places[] = {
	{ "a_branch_follows_one_of_another_repository",
	  "true",
	  { .branch = "main",
	    .remote = "origin",
	    .name = "origin/main",
	    .ref = "refs/remotes/origin/main",
	    .url = "../hub.git" } },
	{ "branches_and_remotes_may_have_slashes_and_other_names",
	  "git checkout -q -b a/b && git remote rename origin 上级/网 2>/dev/null && git "
	  "push -q -u 上级/网 a/b:c/d",
	  { .branch = "a/b",
	    .remote = "上级/网",
	    .name = "上级/网/c/d",
	    .ref = "refs/remotes/上级/网/c/d",
	    .url = "../hub.git" } },
	{ "a_branch_may_follow_one_beside_it",
	  "git checkout -q -b mine --track main 2>/dev/null",
	  { .branch = "mine",
	    .remote = ".",
	    .name = "main",
	    .ref = "refs/heads/main",
	    .url = "." } },
	{ "an_unborn_branch_may_follow_one",
	  "git checkout -q --orphan new && git config branch.new.remote origin && git "
	  "config branch.new.merge refs/heads/main",
	  { .branch = "new",
	    .remote = "origin",
	    .name = "origin/main",
	    .ref = "refs/remotes/origin/main",
	    .url = "../hub.git" } },
};

static void find_one(void **state)
{
	const struct place *place = *state;
	struct arena arena = ARENA_INIT;
	struct upstream upstream;
	struct error err;
	void *made = NULL;
	const struct repo *repo;

	if (setup(&made) < 0 || !made) {
		fail();
		return;
	}
	repo = made;
	repo_run(repo, place->setup);
	if (upstream_find(repo->dir.s, &arena, &upstream, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(upstream.branch, place->is.branch);
	assert_string_equal(upstream.remote, place->is.remote);
	assert_string_equal(upstream.name, place->is.name);
	assert_string_equal(upstream.ref, place->is.ref);
	assert_string_equal(upstream.url, place->is.url);
	arena_clear(&arena);
	assert_int_equal(repo_teardown(&made), 0);
}

static const struct refusal {
	const char *label;
	const char *setup;
	enum error_code code;
	const char *part;
} refusals[] = {
	{ "a_detached_head_follows_nothing", "git checkout -q --detach", ERR_DENIED,
	  "git switch" },
	{ "without_another_repository_it_says_how_to_name_one",
	  "git remote remove origin && git checkout -q -b new", ERR_DENIED,
	  "git remote add origin ADDRESS, then git push -u origin new" },
	{ "a_branch_that_follows_none_says_how_to", "git checkout -q -b new", ERR_DENIED,
	  "--set-upstream-to=origin/new" },
	{ "no_repository_is_told", "rm -rf .git", ERR_NOT_FOUND, "git repository" },
};

static void refuse_one(void **state)
{
	const struct refusal *refusal = *state;
	struct arena arena = ARENA_INIT;
	struct upstream upstream = { .name = "untouched" };
	struct error err = { 0 };
	void *made = NULL;
	const struct repo *repo;

	if (setup(&made) < 0 || !made) {
		fail();
		return;
	}
	repo = made;
	repo_run(repo, refusal->setup);
	assert_int_equal(upstream_find(repo->dir.s, &arena, &upstream, &err), -1);
	assert_said(&err, refusal->code, refusal->part);
	assert_string_equal(upstream.name, "untouched");
	arena_clear(&arena);
	assert_int_equal(repo_teardown(&made), 0);
}

/* ---- fetching ---- */

static void find(const struct repo *repo, struct arena *arena, struct upstream *out)
{
	struct error err;

	if (upstream_find(repo->dir.s, arena, out, &err) < 0)
		fail_msg("%s", err.text);
}

static void what_was_pushed_elsewhere_is_fetched(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct upstream upstream;
	const char *before = NULL;
	const char *after = NULL;
	struct error err;

	find(repo, &arena, &upstream);
	repo_run(repo, "git clone -q ../hub.git ../other && cd ../other && git commit -q "
		       "--allow-empty -m theirs && git push -q");
	assert_int_equal(upstream_commit(repo->dir.s, &upstream, &arena, &before, &err),
			 0);
	if (upstream_fetch(repo->dir.s, &upstream, &err) < 0)
		fail_msg("%s", err.text);
	assert_int_equal(upstream_commit(repo->dir.s, &upstream, &arena, &after, &err),
			 0);
	assert_string_not_equal(before, after);
	assert_output(repo,
		      "git log -1 --format=%s origin/main && git log -1 --format=%s",
		      "theirs\nfirst\n");
	assert_output(repo, "git status --porcelain", "");
	arena_clear(&arena);
}

static void a_branch_beside_it_needs_no_fetching(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct upstream upstream;
	const char *commit = NULL;
	struct error err;

	repo_run(repo, "git checkout -q -b mine --track main && rm -rf ../hub.git");
	find(repo, &arena, &upstream);
	assert_int_equal(upstream_fetch(repo->dir.s, &upstream, &err), 0);
	assert_int_equal(upstream_commit(repo->dir.s, &upstream, &arena, &commit, &err),
			 0);
	assert_int_equal(strlen(commit), 40);
	arena_clear(&arena);
}

static void what_cannot_be_fetched_names_the_address(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct upstream upstream;
	struct error err = { 0 };
	const char *before =
		repo_output(repo, &arena, "git for-each-ref && git status --porcelain");

	find(repo, &arena, &upstream);
	repo_run(repo, "mv ../hub.git ../gone");
	assert_int_equal(upstream_fetch(repo->dir.s, &upstream, &err), -1);
	assert_said(&err, ERR_EXTERNAL, "../hub.git");
	assert_output(repo, "git for-each-ref && git status --porcelain", before);
	arena_clear(&arena);
}

/* As the name of a remote that begins with a dash is no option of git's. */
static void an_odd_name_is_no_option(void **state)
{
	const struct repo *repo = *state;
	const struct upstream upstream = { .branch = "main",
					   .remote = "--upload-pack=touch ../broken",
					   .name = "x/main",
					   .ref = "refs/remotes/x/main",
					   .url = "x" };
	struct error err = { 0 };

	assert_int_equal(upstream_fetch(repo->dir.s, &upstream, &err), -1);
	assert_said(&err, ERR_EXTERNAL, "--upload-pack");
	repo_run(repo, "test ! -e ../broken && test ! -e broken");
}

static void a_branch_that_was_never_pushed_says_how_to(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct upstream upstream;
	const char *commit = NULL;
	struct error err = { 0 };

	find(repo, &arena, &upstream);
	repo_run(repo, "git update-ref -d refs/remotes/origin/main");
	assert_int_equal(upstream_commit(repo->dir.s, &upstream, &arena, &commit, &err),
			 -1);
	assert_said(&err, ERR_NOT_FOUND, "git push -u origin main");
	assert_null(commit);
	arena_clear(&arena);
}

#define IN_REPO(test) cmocka_unit_test_setup_teardown(test, setup, repo_teardown)

int main(void)
{
	const struct CMUnitTest alone[] = {
		IN_REPO(what_was_pushed_elsewhere_is_fetched),
		IN_REPO(a_branch_beside_it_needs_no_fetching),
		IN_REPO(what_cannot_be_fetched_names_the_address),
		IN_REPO(an_odd_name_is_no_option),
		IN_REPO(a_branch_that_was_never_pushed_says_how_to),
	};
	struct CMUnitTest
		tests[ARRAY_LEN(alone) + ARRAY_LEN(places) + ARRAY_LEN(refusals)];
	size_t count = 0;

	for (size_t i = 0; i < ARRAY_LEN(places); i++)
		tests[count++] = UNIT_ROW(find_one, &places[i]);
	for (size_t i = 0; i < ARRAY_LEN(refusals); i++)
		tests[count++] = UNIT_ROW(refuse_one, &refusals[i]);
	for (size_t i = 0; i < ARRAY_LEN(alone); i++)
		tests[count++] = alone[i];
	return cmocka_run_group_tests_name("upstream", tests, NULL, NULL);
}
