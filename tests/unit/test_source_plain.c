/* What is known of a repository without libgit2 is what libgit2 says of it. */
#include "unit/unit.h"

#include <unistd.h>

#include "store/source_private.h"
#include "unit/repo.h"

struct opened {
	struct arena arena;
	struct source *source;
	bool plain; /* not by libgit2 */
	const char *text;
};

static const char *text_or(const char *text)
{
	return text ? text : "(none)";
}

/* All that can be asked of it, as a text. */
static const char *described(struct source *source, struct arena *arena)
{
	struct source_entry *entries = NULL;
	size_t count = 0;
	struct error err;
	auto_buf text = BUF_INIT;

	if (source_list(source, arena, &entries, &count, &err) < 0)
		fail_msg("%s", err.text);
	buf_addf(&text, "root %s\ngitdir %s\nprefix %s\n", text_or(source_root(source)),
		 text_or(source_gitdir(source)), source_prefix(source));
	for (size_t i = 0; i < count; i++)
		buf_addf(&text, "%s\n", entries[i].path);
	buf_addf(&text, "commit %s\n", text_or(source_commit(source)));
	return buf_dup(&text, arena);
}

static struct opened open_way(const struct repo *repo, const char *folder,
			      const struct source_home *home)
{
	struct opened out = { .arena = ARENA_INIT };
	auto_buf dir = BUF_INIT;
	struct source_options options = { .home = home };
	struct error err = { 0 };

	path_join(&dir, repo->dir.s, folder);
	options.dir = dir.s;
	if (source_open(&options, &out.source, &err) < 0) {
		out.text = arena_strdup(&out.arena, err.text);
		return out;
	}
	out.plain = out.source->top != NULL;
	out.text = described(out.source, &out.arena);
	source_free(out.source);
	return out;
}

/* Opens it both ways and demands the same; tells whether libgit2 was needed. */
static bool is_plain_at(const struct repo *repo, const char *folder)
{
	auto_buf home = BUF_INIT;
	auto_buf config = BUF_INIT;
	struct source_home of_user;
	struct opened ours;
	struct opened theirs;
	bool plain;

	path_join(&home, repo->top, "home");
	path_join(&config, home.s, ".config");
	of_user = (struct source_home){ .home = home.s, .config = config.s };
	ours = open_way(repo, folder, &of_user);
	theirs = open_way(repo, folder, NULL);
	assert_false(theirs.plain);
	assert_string_equal(ours.text, theirs.text);
	plain = ours.plain;
	arena_clear(&ours.arena);
	arena_clear(&theirs.arena);
	return plain;
}

static void the_usual_repository_needs_no_libgit2(void **state)
{
	const struct repo *repo = *state;

	assert_true(is_plain_at(repo, ""));
	assert_true(is_plain_at(repo, "items/mz"));
	repo_run(repo, "git checkout -q --detach && touch items/mz/new.yaml");
	assert_true(is_plain_at(repo, ""));
	repo_run(repo, "git remote add origin ssh://example.invalid/gk &&"
		       "git config --global user.name 张某 && git config gc.auto 0");
	assert_true(is_plain_at(repo, ""));
}

static void a_folder_of_the_repository_is_told(void **state)
{
	const struct repo *repo = *state;

	repo_run(repo,
		 "mkdir -p a/town && git mv catalogue.yaml items documents a/town &&"
		 "printf '*.bak\\n' >a/.gitignore && touch a/town/x.bak a/town/y.md");
	assert_true(is_plain_at(repo, "a/town"));
	assert_true(is_plain_at(repo, "a/town/items"));
	assert_false(is_plain_at(repo, "a")); /* no catalogue, in the same words */
}

static void what_git_ignores_is_the_same(void **state)
{
	const struct repo *repo = *state;

	repo_run(repo, "printf '*.bak\\n/drafts/\\n!keep.bak\\n' >.gitignore &&"
		       "printf 'local.md\\n' >documents/.gitignore &&"
		       "echo excluded.md >.git/info/exclude &&"
		       "mkdir -p ~/.config/git && echo global.md >~/.config/git/ignore &&"
		       "mkdir -p drafts deep/drafts tracked.bak &&"
		       "touch a.bak keep.bak drafts/x.yaml deep/drafts/x.yaml excluded.md"
		       " items/excluded.md documents/local.md local.md global.md"
		       " tracked.bak/a && git add -f tracked.bak/a");
	assert_true(is_plain_at(repo, ""));
	repo_run(repo, "git config core.excludesFile ~/mine && echo mine.md >~/mine &&"
		       "touch mine.md items/mine.md");
	assert_false(is_plain_at(repo, ""));
	repo_run(repo, "git config --unset core.excludesFile &&"
		       "git config --global core.excludesFile ~/mine");
	assert_false(is_plain_at(repo, ""));
	repo_run(repo, "git config --global --unset core.excludesFile; rm -r ~/.config");
}

/* Each line makes it unusual; what is then there must be the same both ways. */
static void what_is_unusual_is_asked_of_libgit2(void **state)
{
	static const struct {
		const char *line;
		const char *folder;
	} cases[] = {
		{ "git worktree add -q ../linked", "../linked" },
		{ "mv .git ../elsewhere && echo 'gitdir: ../elsewhere' >.git", "" },
		{ "mv .git ../aside && ln -s ../aside .git", "" },
		{ "git config core.worktree ..", "" },
		{ "git config core.bare true", "" },
		{ "printf '[core] bare = true\\n' >>.git/config", "" },
		{ "printf '[CORE]\\nBARE\\n' >>.git/config", "" },
		{ "printf '[include]\\npath = other\\n' >>.git/config &&"
		  "printf '[core]\\nworktree = ..\\n' >.git/other",
		  "" },
		{ "git config core.repositoryformatversion 1", "" },
		{ "git config extensions.worktreeConfig true", "" },
		{ "rm .git/HEAD", "" },
		{ "rm -r .git/refs", "" },
		{ "rm -r .git", "" },
		{ "mkdir -p in/objects in/refs && cp .git/HEAD in/HEAD &&"
		  "cp catalogue.yaml in/",
		  "in" },
		{ "git init -q items/own && touch items/own/x", "items/own" },
		{ "git clone -q --bare . ../bare", "../bare" },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct repo other = { .dir = BUF_INIT };
		auto_buf line = BUF_INIT;

		repo_run(*state, "rm -rf ../one && mkdir ../one && cp -R . ../one/repo");
		memcpy(other.top, ((const struct repo *)*state)->top, sizeof(other.top));
		buf_addf(&other.dir, "%s/one/repo", other.top);
		buf_addf(&line, "cd ../one/repo && %s", cases[i].line);
		repo_run(*state, line.s);
		if (is_plain_at(&other, cases[i].folder))
			fail_msg("taken for a usual one: %s", cases[i].line);
		buf_release(&other.dir);
	}
}

static void another_users_repository_is_asked_of_libgit2(void **state)
{
	const struct repo *repo = *state;

	if (geteuid() != 0)
		skip();
	repo_run(repo, "chown 65534 .git");
	assert_false(is_plain_at(repo, ""));
	repo_run(repo, "chown 65534 . .git");
	assert_false(is_plain_at(repo, ""));
	repo_run(repo, "git config --global --add safe.directory \"$PWD\"");
	assert_false(is_plain_at(repo, ""));
	repo_run(repo, "git config --global --unset-all safe.directory; chown 0 . .git");
}

static void the_index_that_git_names_decides_what_is_tracked(void **state)
{
	const struct repo *repo = *state;
	auto_buf index = BUF_INIT;

	repo_run(repo, "echo '*.bak' >.gitignore && touch a.bak &&"
		       "cp .git/index ../other && GIT_INDEX_FILE=$PWD/../other git add "
		       "-f a.bak");
	assert_true(is_plain_at(repo, ""));
	path_join(&index, repo->top, "other");
	repo_setenv("GIT_INDEX_FILE", index.s);
	assert_true(is_plain_at(repo, ""));
	repo_setenv("GIT_INDEX_FILE", NULL);
}

#define IN_REPO(test) cmocka_unit_test_setup_teardown(test, repo_setup, repo_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_REPO(the_usual_repository_needs_no_libgit2),
		IN_REPO(a_folder_of_the_repository_is_told),
		IN_REPO(what_git_ignores_is_the_same),
		IN_REPO(what_is_unusual_is_asked_of_libgit2),
		IN_REPO(another_users_repository_is_asked_of_libgit2),
		IN_REPO(the_index_that_git_names_decides_what_is_tracked),
	};

	return cmocka_run_group_tests_name("source_plain", tests, NULL, NULL);
}
