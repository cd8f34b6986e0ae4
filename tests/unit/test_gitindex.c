/* The index file of git, changed by us, read by git. */
#include "unit/unit.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/list.h"
#include "store/gitindex.h"
#include "unit/repo.h"

enum { PATHS = 60, ROUNDS = 12, CHANGES = 9 };

static const unsigned char blob[SHA1_SIZE] = { 0xe6, 0x9d, 0xe2, 0x9b, 0xb2, 0xd1, 0xd6,
					       0x43, 0x4b, 0x8b, 0x29, 0xae, 0x77, 0x5a,
					       0xd8, 0xc2, 0xe4, 0x8c, 0x53, 0x91 };
#define BLOB_HEX "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"

static uint32_t next(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

/* Names that begin alike, so that the order by bytes and the compression of version 4 matter. */
static const char *path_of(struct arena *arena, uint32_t n)
{
	static const char *const folders[] = { "",       "a/",    "a/b/",   "a.b/",
					       "a-b/c/", "文件/", "items/", "items/mz/" };

	return arena_printf(arena, "%s%.*s%u.yaml", folders[n % ARRAY_LEN(folders)],
			    (int)(n % 5), "xxxxx", (unsigned int)(n / 7));
}

static int compare_paths(const void *a, const void *b)
{
	return strcmp(((const struct gitindex_change *)a)->path,
		      ((const struct gitindex_change *)b)->path);
}

/* Random changes, each path once, in order; as many lines for git's --index-info. */
static size_t choose(struct arena *arena, uint32_t *seed, struct gitindex_change *out,
		     struct buf *lines)
{
	size_t count = 0;

	for (size_t tries = 1 + next(seed) % CHANGES; tries; tries--) {
		const char *path = path_of(arena, next(seed) % PATHS);
		bool is_new = true;

		for (size_t i = 0; i < count; i++)
			is_new = is_new && strcmp(out[i].path, path) != 0;
		if (!is_new)
			continue;
		out[count++] = (struct gitindex_change){
			.path = path, .mode = next(seed) % 3 ? 0100644 : 0, .oid = blob
		};
		if (out[count - 1].mode)
			buf_addf(lines, "100644 " BLOB_HEX " 0\t%s\n", path);
		else
			buf_addf(lines,
				 "0 0000000000000000000000000000000000000000\t%s\n",
				 path);
	}
	qsort(out, count, sizeof(*out), compare_paths);
	return count;
}

/* Our changes to .git/index; git's own, of the same, to .git/theirs. */
static void change_both(const struct repo *repo, uint32_t *seed)
{
	struct arena arena = ARENA_INIT;
	struct gitindex_change changes[CHANGES];
	auto_buf lines = BUF_INIT;
	auto_buf ours = BUF_INIT;
	auto_buf written = BUF_INIT;
	struct gitindex index;
	struct error err = { 0 };
	const size_t count = choose(&arena, seed, changes, &lines);

	path_join(&ours, repo->dir.s, ".git/index");
	path_join(&written, repo->dir.s, ".git/written");
	repo_write(repo, ".git/lines", lines.s);
	repo_run(repo,
		 "rm -f .git/theirs; { [ ! -e .git/index ] || cp .git/index .git/theirs; "
		 "} &&"
		 "GIT_INDEX_FILE=.git/theirs git update-index --index-info <.git/lines");
	if (gitindex_read(ours.s, &index, &err) < 0 ||
	    gitindex_write(&index, changes, count, written.s, &err) < 0)
		fail_msg("%s", err.text);
	gitindex_release(&index);
	repo_run(repo, "mv .git/written .git/index");
	arena_clear(&arena);
}

static const struct shape {
	const char *label;
	const char *setup;
} shapes[] = {
	{ "version_2_is_changed_as_git_does", "git update-index --index-version 2" },
	{ "version_3_is_changed_as_git_does",
	  "git update-index --skip-worktree 0.yaml && touch later && git add -N later" },
	{ "version_4_is_changed_as_git_does", "git update-index --skip-worktree 0.yaml "
					      "&& git update-index --index-version 4" },
	{ "an_index_with_all_extensions_is_changed_as_git_does",
	  "git config core.untrackedCache true && git status >/dev/null &&"
	  "git -c index.threads=2 -c feature.manyFiles=true update-index "
	  "--force-write-index" },
	{ "an_index_without_a_sum_is_changed_as_git_does",
	  "truncate -s -20 .git/index && head -c 20 /dev/zero >>.git/index" },
	{ "an_empty_index_is_changed_as_git_does", "git read-tree --empty" },
	{ "an_index_that_is_not_there_is_changed_as_git_does", "rm .git/index" },
};

static void change_as_git(void **state)
{
	const struct shape *shape = *state;
	void *made = NULL;
	uint32_t seed = 20180704;

	if (repo_setup_plain(&made) < 0 || !made) {
		fail();
		return;
	}
	repo_run(made, "git init -q && git hash-object -w -t blob /dev/null &&"
		       "git update-index --add --cacheinfo 100644," BLOB_HEX ",0.yaml &&"
		       "for i in 1 2 3 4 5 6 7 8 9; do for d in a a/b items items/mz; do "
		       "echo \"100644 " BLOB_HEX " 0\t$d/$i.yaml\"; done; done |"
		       "git update-index --index-info && git write-tree");
	repo_run(made, shape->setup);
	for (int round = 0; round < ROUNDS; round++) {
		/* So that there is a tree cache. */
		repo_run(made, "[ ! -e .git/index ] || git write-tree --missing-ok");
		change_both(made, &seed);
		repo_run(made, "export GIT_INDEX_FILE=.git/theirs; git ls-files --stage "
			       "-t >.git/a;"
			       "git write-tree --missing-ok >.git/at;"
			       "export GIT_INDEX_FILE=.git/index; git ls-files --stage "
			       "-t >.git/b;"
			       "git write-tree --missing-ok >.git/bt;"
			       "cmp .git/a .git/b && cmp .git/at .git/bt");
	}
	assert_int_equal(repo_teardown(&made), 0);
}

static void the_tree_cache_is_kept_where_nothing_changes(void **state)
{
	const struct repo *repo = *state;
	const struct gitindex_change change = { .path = "items/mz/mz-0003.yaml",
						.mode = 0100644,
						.oid = blob };
	auto_buf path = BUF_INIT;
	auto_buf written = BUF_INIT;
	struct gitindex index;
	struct error err = { 0 };

	repo_run(repo, "git write-tree");
	path_join(&path, repo->dir.s, ".git/index");
	path_join(&written, repo->dir.s, ".git/written");
	assert_int_equal(gitindex_read(path.s, &index, &err), 0);
	assert_int_equal(gitindex_write(&index, &change, 1, written.s, &err), 0);
	gitindex_release(&index);
	/* The id of the tree of documents is there, and that of items is not. */
	repo_run(
		repo,
		"has() { LC_ALL=C grep -qF \"$(git rev-parse \"HEAD:$1\" | sed "
		"'s/../\\\\x&/g' | xargs -0 printf '%b' | tr -d '\\n')\" .git/written; };"
		"has documents && ! has items && ! has items/mz");
}

/* What is cut off may be an extension and no more: entries are counted. */
static void a_file_without_all_its_entries_is_refused(void **state)
{
	const struct repo *repo = *state;
	auto_buf path = BUF_INIT;
	auto_buf whole = BUF_INIT;
	auto_buf cut = BUF_INIT;
	struct gitindex index;
	size_t end;
	struct error err = { 0 };

	repo_run(repo, "git write-tree");
	path_join(&path, repo->dir.s, ".git/index");
	path_join(&cut, repo->dir.s, ".git/cut");
	assert_int_equal(file_read(path.s, SIZE_MAX / 2, &whole, &err), 0);
	assert_int_equal(gitindex_read(path.s, &index, &err), 0);
	end = index.end;
	gitindex_release(&index);
	assert_true(end < whole.len - SHA1_SIZE);
	for (size_t len = 0; len < end + SHA1_SIZE; len++) {
		assert_int_equal(file_write(cut.s, whole.s, len, FILE_FAST, &err), 0);
		assert_int_equal(gitindex_read(cut.s, &index, &err), -1);
		assert_int_equal(err.code, ERR_EXTERNAL);
	}
}

/* Any byte may be wrong: it is refused or written again, and nothing is read that is not there. */
static void a_damaged_file_does_no_harm(void **state)
{
	const struct repo *repo = *state;
	const struct gitindex_change change = { .path = "items/mz/mz-0001.yaml",
						.mode = 0100644,
						.oid = blob };
	auto_buf path = BUF_INIT;
	auto_buf whole = BUF_INIT;
	auto_buf bad = BUF_INIT;
	auto_buf written = BUF_INIT;
	struct error err = { 0 };

	repo_run(repo, "git update-index --index-version 4 && git write-tree");
	path_join(&path, repo->dir.s, ".git/index");
	path_join(&bad, repo->dir.s, ".git/bad");
	path_join(&written, repo->dir.s, ".git/written");
	assert_int_equal(file_read(path.s, SIZE_MAX / 2, &whole, &err), 0);
	for (size_t i = 0; i < whole.len; i++) {
		const char old = whole.s[i];
		struct gitindex index;

		whole.s[i] = (char)(old ^ (i % 2 ? 0xff : 1 << i % 7));
		assert_int_equal(file_write(bad.s, whole.s, whole.len, FILE_FAST, &err),
				 0);
		if (gitindex_read(bad.s, &index, &err) == 0) {
			assert_int_equal(
				gitindex_write(&index, &change, 1, written.s, &err), 0);
			gitindex_release(&index);
		}
		whole.s[i] = old;
	}
}

int main(void)
{
	struct CMUnitTest tests[ARRAY_LEN(shapes) + 3];
	size_t count = 0;

	for (size_t i = 0; i < ARRAY_LEN(shapes); i++)
		tests[count++] = UNIT_ROW(change_as_git, &shapes[i]);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test_setup_teardown(
		the_tree_cache_is_kept_where_nothing_changes, repo_setup, repo_teardown);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test_setup_teardown(
		a_file_without_all_its_entries_is_refused, repo_setup, repo_teardown);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test_setup_teardown(
		a_damaged_file_does_no_harm, repo_setup, repo_teardown);
	return _cmocka_run_group_tests("gitindex", tests, count, NULL, NULL);
}
