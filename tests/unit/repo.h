/*
 * Repositories for tests: made with git in a temporary directory, with a fixed user
 * and fixed dates, away from the configuration of whoever runs the tests.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_REPO_H
#define GK_TESTS_REPO_H

#include "unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

/* A directory with home/ and repo/ in it. */
struct repo {
	char top[32];
	struct buf dir; /* of repo/ */
};

/* Set a variable of the environment, or take it away (NULL). */
static inline void repo_setenv(const char *name, const char *value)
{
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): tests have one thread */
	assert_int_equal(value ? setenv(name, value, 1) : unsetenv(name), 0);
}

static inline void repo_environment(const struct repo *repo)
{
	auto_buf home = BUF_INIT;
	const char *const set[][2] = {
		{ "GIT_CONFIG_NOSYSTEM", "1" },
		{ "GIT_AUTHOR_DATE", "2018-07-04T08:00:00+0800" },
		{ "GIT_COMMITTER_DATE", "2018-07-04T08:00:00+0800" },
		{ "LC_ALL", "C" },
	};

	path_join(&home, repo->top, "home");
	repo_setenv("HOME", home.s);
	repo_setenv("XDG_CONFIG_HOME", NULL);
	for (size_t i = 0; i < ARRAY_LEN(set); i++)
		repo_setenv(set[i][0], set[i][1]);
}

/* Run a line of shell in repo/ and demand that it succeeds. */
static inline void repo_run(const struct repo *repo, const char *line)
{
	auto_buf command = BUF_INIT;

	buf_addf(&command, "cd '%s' && { %s\n} >>../log 2>&1", repo->dir.s, line);
	/* NOLINTNEXTLINE(cert-env33-c,concurrency-mt-unsafe): git is what is tested against */
	if (system(command.s) != 0)
		fail_msg("%s", line);
}

/* What a line of shell prints; in an arena of the caller's. */
static inline const char *repo_output(const struct repo *repo, struct arena *arena,
				      const char *line)
{
	auto_buf command = BUF_INIT;
	auto_buf path = BUF_INIT;
	auto_buf text = BUF_INIT;
	struct error err;

	buf_addf(&command, "{ %s\n} >../out", line);
	repo_run(repo, command.s);
	path_join(&path, repo->top, "out");
	assert_int_equal(file_read(path.s, SIZE_MAX / 2, &text, &err), 0);
	return buf_dup(&text, arena);
}

static inline void assert_output(const struct repo *repo, const char *line,
				 const char *expected)
{
	struct arena arena = ARENA_INIT;

	assert_string_equal(repo_output(repo, &arena, line), expected);
	arena_clear(&arena);
}

static inline void repo_write(const struct repo *repo, const char *path, const char *text)
{
	auto_buf full = BUF_INIT;
	struct error err;

	path_join(&full, repo->dir.s, path);
	if (file_write(full.s, text, strlen(text), FILE_FAST, &err) < 0)
		fail_msg("%s", err.text);
}

/* A setup for cmocka: an empty repo/ without git. */
static inline int repo_setup_plain(void **state)
{
	struct repo *repo = calloc(1, sizeof(*repo));
	struct error err;

	if (!repo)
		return -1;
	(void)snprintf(repo->top, sizeof(repo->top), "/tmp/gk-test-XXXXXX");
	repo->dir = BUF_INIT;
	if (!mkdtemp(repo->top))
		return -1;
	path_join(&repo->dir, repo->top, "home");
	if (file_make_dirs(repo->dir.s, &err) < 0)
		return -1;
	buf_reset(&repo->dir);
	path_join(&repo->dir, repo->top, "repo");
	if (file_make_dirs(repo->dir.s, &err) < 0)
		return -1;
	repo_environment(repo);
	repo_run(repo, "git config --global user.name 张某 &&"
		       "git config --global user.email zhang@example.invalid &&"
		       "git config --global init.defaultBranch main &&"
		       "git config --global gc.auto 0");
	*state = repo;
	return 0;
}

/* Likewise, with a repository of one commit that holds a small catalogue. */
static inline int repo_setup(void **state)
{
	if (repo_setup_plain(state) < 0)
		return -1;
	repo_run(*state, "git init -q && mkdir -p items/mz documents/2018/00 &&"
			 "echo 'format: 1' >catalogue.yaml &&"
			 "echo 'id: mz-0001' >items/mz/mz-0001.yaml &&"
			 "echo 'id: mz-0002' >items/mz/mz-0002.yaml &&"
			 "echo 'id: 2018-00001' >documents/2018/00/2018-00001.yaml &&"
			 "git add . && git commit -qm first");
	return 0;
}

static inline int repo_teardown(void **state)
{
	struct repo *repo = *state;
	struct error err;
	int rc = file_remove_tree(repo->top, &err);

	buf_release(&repo->dir);
	free(repo);
	return rc;
}

#endif
