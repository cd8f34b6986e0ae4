/* Going back, going on and bringing two histories together: HEAD moves once, or nothing happened. */
#include "unit/unit.h"

#include <unistd.h>

#include "unit/writing.h"

/* A repository with a branch `other` that changed, added, removed and made executable. */
static int setup(void **state)
{
	if (repo_setup(state) < 0)
		return -1;
	repo_run(*state,
		 "git checkout -qb other && echo 'unit: mz' >>items/mz/mz-0001.yaml &&"
		 "mkdir items/ny && echo 'id: ny-0001' >items/ny/ny-0001.yaml &&"
		 "chmod +x items/ny/ny-0001.yaml && git rm -q items/mz/mz-0002.yaml &&"
		 "git add . && git commit -qm theirs && git checkout -q main");
	return 0;
}

static const char *oid_of(const struct repo *repo, struct arena *arena, const char *name)
{
	char *hex = arena_strdup(
		arena, repo_output(repo, arena,
				   arena_printf(arena, "git rev-parse '%s'", name)));

	hex[strcspn(hex, "\n")] = '\0';
	return hex;
}

static int try_take(const struct repo *repo, struct transaction *tx, const char *path,
		    unsigned int mode, struct error *err)
{
	struct arena arena = ARENA_INIT;
	int rc = transaction_take(
		tx, path,
		mode ? oid_of(repo, &arena, arena_printf(&arena, "other:%s", path))
		     : NULL,
		mode, err);

	arena_clear(&arena);
	return rc;
}

static void take(const struct repo *repo, struct transaction *tx, const char *path,
		 unsigned int mode)
{
	struct error err;

	if (try_take(repo, tx, path, mode, &err) < 0)
		fail_msg("%s", err.text);
}

static void take_other(const struct repo *repo, struct transaction *tx)
{
	take(repo, tx, "items/mz/mz-0001.yaml", 0100644);
	take(repo, tx, "items/ny/ny-0001.yaml", 0100755);
	take(repo, tx, "items/mz/mz-0002.yaml", 0);
}

static void assert_unmoved(const struct repo *repo)
{
	assert_clean(repo);
	assert_output(repo, "git log --format=%s && git reflog --format=%gs main",
		      "first\ncommit (initial): first\n");
	assert_output(repo, "cat items/mz/*", "id: mz-0001\nid: mz-0002\n");
	repo_run(repo, "test ! -e items/ny");
}

/* ---- back to the parent ---- */

static void refuse_retreat(struct transaction *tx, enum error_code code, const char *part)
{
	char id[OID_HEX_SIZE] = "x";
	struct error err = { 0 };

	assert_int_equal(transaction_retreat(tx, "undo", id, &err), -1);
	assert_said(&err, code, part);
	assert_string_equal(id, "");
	transaction_free(tx);
}

static void make_change(const struct repo *repo)
{
	struct transaction *tx = begin(repo, "", TX_FAST);

	put(tx, "items/mz/mz-0001.yaml", "changed\n", 0);
	put(tx, "items/ny/ny-0001.yaml", "new\n", PUT_NEW);
	put(tx, "items/mz/mz-0002.yaml", NULL, 0);
	commit(tx, "change");
}

static void put_back(struct transaction *tx)
{
	put(tx, "items/mz/mz-0001.yaml", "id: mz-0001\n", 0);
	put(tx, "items/ny/ny-0001.yaml", NULL, 0);
	put(tx, "items/mz/mz-0002.yaml", "id: mz-0002\n", 0);
}

static void a_retreat_takes_the_last_commit_off(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;
	char id[OID_HEX_SIZE] = "";
	struct arena arena = ARENA_INIT;
	struct error err;

	make_change(repo);
	repo_run(repo, "echo mine >own.txt && echo staged >new.md && git add new.md");
	tx = begin(repo, "", TX_FAST);
	put_back(tx);
	assert_int_equal(transaction_retreat(tx, "gk undo", id, &err), 0);
	transaction_free(tx);
	assert_string_equal(id, oid_of(repo, &arena, "HEAD"));
	assert_tidy(repo);
	assert_output(repo, "git status --porcelain", "A  new.md\n?? own.txt\n");
	assert_output(repo, "git log --format=%s && cat items/mz/*",
		      "first\nid: mz-0001\nid: mz-0002\n");
	assert_output(repo, "git log -1 --format=%s HEAD@{1}", "change\n");
	repo_run(repo, "test ! -e items/ny");
	arena_clear(&arena);
}

static void a_retreat_to_other_files_is_refused(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;

	make_change(repo);
	tx = begin(repo, "", TX_FAST);
	put(tx, "items/mz/mz-0001.yaml", "id: mz-0001\n", 0);
	refuse_retreat(tx, ERR_CONFLICT, "more than these");
	assert_clean(repo);
	assert_output(repo, "git log --format=%s && cat items/mz/* items/ny/*",
		      "change\nfirst\nchanged\nnew\n");
}

static void there_is_no_retreat_from_the_first_commit_or_a_merge(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx = begin(repo, "", TX_FAST);

	put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
	refuse_retreat(tx, ERR_CONFLICT, "no single parent");
	assert_unmoved(repo);
	repo_run(repo,
		 "git commit -q --allow-empty -m ours && git merge -q -m both other");
	tx = begin(repo, "", TX_FAST);
	put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
	refuse_retreat(tx, ERR_CONFLICT, "no single parent");
	assert_clean(repo);
	assert_output(repo, "git log -1 --format=%s", "both\n");
}

static void a_dry_retreat_moves_nothing(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;
	char id[OID_HEX_SIZE] = "x";
	struct error err;

	make_change(repo);
	tx = begin(repo, "", TX_DRY);
	put_back(tx);
	assert_int_equal(transaction_retreat(tx, "gk undo", id, &err), 0);
	assert_string_equal(id, "");
	transaction_free(tx);
	assert_clean(repo);
	assert_output(repo, "git log -1 --format=%s", "change\n");
}

static void the_index_that_git_has_locked_stops_a_retreat(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;

	make_change(repo);
	tx = begin(repo, "", TX_FAST);
	put_back(tx);
	repo_run(repo, "touch .git/index.lock");
	refuse_retreat(tx, ERR_CONFLICT, "index.lock");
	repo_run(repo, "rm .git/index.lock");
	assert_clean(repo);
	assert_output(repo, "git log -1 --format=%s && cat items/mz/*",
		      "change\nchanged\n");
}

/* ---- on to a commit that is there ---- */

static int try_advance(struct transaction *tx, const char *to, struct error *err)
{
	int rc = transaction_advance(tx, to, "gk pull", err);

	transaction_free(tx);
	return rc;
}

static void an_advance_takes_files_modes_and_removals(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct transaction *tx;
	struct error err;

	repo_write(repo, ".git/hooks/post-merge", "#!/bin/sh\necho merged >../seen\n");
	repo_run(repo, "chmod +x .git/hooks/post-merge && echo mine >own.txt");
	tx = begin(repo, "", TX_FAST);
	take_other(repo, tx);
	if (try_advance(tx, oid_of(repo, &arena, "other"), &err) < 0)
		fail_msg("%s", err.text);
	assert_tidy(repo);
	assert_output(repo, "git status --porcelain && git diff other", "?? own.txt\n");
	assert_output(repo, "git symbolic-ref HEAD && git log --format=%s && cat ../seen",
		      "refs/heads/main\ntheirs\nfirst\nmerged\n");
	assert_output(repo, "stat -c %A items/ny/ny-0001.yaml | cut -c4", "x\n");
	arena_clear(&arena);
}

static void an_unborn_branch_advances(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	const char *to = oid_of(repo, &arena, "other");
	struct transaction *tx;
	struct error err;

	repo_run(repo, "git checkout -q --orphan empty && git rm -rqf .");
	tx = begin(repo, "", TX_FAST);
	take(repo, tx, "catalogue.yaml", 0100644);
	take(repo, tx, "documents/2018/00/2018-00001.yaml", 0100644);
	take(repo, tx, "items/mz/mz-0001.yaml", 0100644);
	take(repo, tx, "items/ny/ny-0001.yaml", 0100755);
	if (try_advance(tx, to, &err) < 0)
		fail_msg("%s", err.text);
	assert_clean(repo);
	assert_output(repo, "git log --format=%s empty", "theirs\nfirst\n");
	arena_clear(&arena);
}

static void an_advance_to_more_than_was_put_is_refused(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct transaction *tx = begin(repo, "", TX_FAST);
	struct error err = { 0 };

	take(repo, tx, "items/mz/mz-0001.yaml", 0100644);
	assert_int_equal(try_advance(tx, oid_of(repo, &arena, "other"), &err), -1);
	assert_said(&err, ERR_CONFLICT, "more than these");
	assert_unmoved(repo);
	arena_clear(&arena);
}

static void an_advance_to_what_is_no_commit_is_refused(void **state)
{
	static const char *const ids[] = { "", "main",
					   "0123456789012345678901234567890123456789" };
	const struct repo *repo = *state;

	for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
		struct transaction *tx = begin(repo, "", TX_FAST);
		struct error err = { 0 };

		take_other(repo, tx);
		assert_int_equal(try_advance(tx, ids[i], &err), -1);
		assert_int_equal(err.code, ERR_EXTERNAL);
		assert_unmoved(repo);
	}
}

static void what_comes_in_replaces_nothing_of_the_user(void **state)
{
	static const struct {
		const char *setup;
		const char *path;
		unsigned int mode;
		const char *part;
	} cases[] = {
		{ "echo mine >>items/mz/mz-0001.yaml", "items/mz/mz-0001.yaml", 0100644,
		  "gk save it first" },
		{ "echo mine >items/mz/mz-0002.yaml", "items/mz/mz-0002.yaml", 0,
		  "gk save it first" },
		{ "mkdir items/ny && echo mine >items/ny/ny-0001.yaml",
		  "items/ny/ny-0001.yaml", 0100755, "gk save it first" },
		{ "true", "items/mz/mz-0001.yaml", 0120000, "not a regular file" },
		{ "true", "items/mz/mz-0001.yaml", 0160000, "not a regular file" },
	};
	const struct repo *repo = *state;

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct transaction *tx;
		struct error err = { 0 };

		repo_run(repo, cases[i].setup);
		tx = begin(repo, "", TX_FAST);
		assert_int_equal(try_take(repo, tx, cases[i].path, cases[i].mode, &err),
				 -1);
		assert_said(&err, ERR_CONFLICT, cases[i].part);
		transaction_free(tx);
		repo_run(repo, "git checkout -q . && git clean -qfd");
	}
	assert_unmoved(repo);
}

static void what_is_staged_stops_what_comes_in(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct transaction *tx;
	struct error err = { 0 };

	repo_run(repo, "echo staged >items/mz/mz-0001.yaml && git add . &&"
		       "git show HEAD:items/mz/mz-0001.yaml >items/mz/mz-0001.yaml");
	tx = begin(repo, "", TX_FAST);
	take_other(repo, tx);
	assert_int_equal(try_advance(tx, oid_of(repo, &arena, "other"), &err), -1);
	assert_said(&err, ERR_CONFLICT, "staged with other content");
	assert_tidy(repo);
	assert_output(repo, "git status --porcelain && git log --format=%s",
		      "MM items/mz/mz-0001.yaml\nfirst\n");
	arena_clear(&arena);
}

/* ---- one commit on another, and a second parent ---- */

static void stack(struct transaction *tx, const char *message, char id[OID_HEX_SIZE])
{
	struct error err;

	if (transaction_stack(tx, message, id, &err) < 0)
		fail_msg("%s", err.text);
}

static void two_commits_move_head_once(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx = begin(repo, "", TX_FAST);
	char id[OID_HEX_SIZE] = "";

	put(tx, "items/mz/mz-0001.yaml", "one\n", 0);
	put(tx, "items/ny/ny-0001.yaml", "new\n", PUT_NEW);
	stack(tx, "below", id);
	assert_int_equal(strlen(id), 40);
	/* It is not HEAD's yet, and no file has changed. */
	assert_output(repo, "git log --format=%s && cat items/mz/mz-0001.yaml",
		      "first\nid: mz-0001\n");
	put(tx, "items/mz/mz-0001.yaml", "two\n", 0);
	put(tx, "items/mz/mz-0002.yaml", NULL, 0);
	commit(tx, "above");
	assert_clean(repo);
	assert_output(repo, "git log --format=%s && git reflog --format=%gs main",
		      "above\nbelow\nfirst\ncommit: above\ncommit (initial): first\n");
	assert_output(repo, "git log -2 --format= --name-status",
		      "M\titems/mz/mz-0001.yaml\nD\titems/mz/mz-0002.yaml\n"
		      "M\titems/mz/mz-0001.yaml\nA\titems/ny/ny-0001.yaml\n");
	assert_output(repo, "git show HEAD~1:items/mz/mz-0001.yaml && cat items/mz/*",
		      "one\ntwo\n");
}

static void what_was_stacked_alone_never_happened(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx = begin(repo, "", TX_FAST);
	char id[OID_HEX_SIZE] = "";

	put(tx, "items/mz/mz-0001.yaml", "one\n", 0);
	stack(tx, "below", id);
	transaction_free(tx);
	assert_unmoved(repo);
}

static void nothing_stacked_is_no_commit(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx = begin(repo, "", TX_FAST);
	char id[OID_HEX_SIZE] = "";
	struct error err = { 0 };

	put(tx, "items/mz/mz-0001.yaml", "id: mz-0001\n", 0);
	stack(tx, "below", id);
	put(tx, "items/mz/mz-0002.yaml", "two\n", 0);
	commit(tx, "above");
	assert_output(repo, "git log --format=%s", "above\nfirst\n");
	tx = begin(repo, "", TX_FAST);
	put(tx, "items/mz/mz-0001.yaml", "one\n", 0);
	assert_int_equal(transaction_stack(tx, " \n", id, &err), -1);
	assert_said(&err, ERR_SYNTAX, "empty");
	transaction_free(tx);
	assert_clean(repo);
}

static void join(const struct repo *repo, struct transaction *tx, const char *branch)
{
	struct arena arena = ARENA_INIT;
	struct error err;

	if (transaction_join(tx, oid_of(repo, &arena, branch), &err) < 0)
		fail_msg("%s", err.text);
	arena_clear(&arena);
}

static void a_joined_commit_has_two_parents(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;
	char id[OID_HEX_SIZE] = "";

	repo_run(repo, "git commit -q --allow-empty -m ours");
	tx = begin(repo, "", TX_FAST);
	put(tx, "documents/2018/00/2018-00001.yaml", "renumbered\n", 0);
	stack(tx, "ours first", id);
	take_other(repo, tx);
	join(repo, tx, "other");
	commit(tx, "both");
	assert_clean(repo);
	assert_output(repo, "git log --format=%s --first-parent",
		      "both\nours first\nours\nfirst\n");
	assert_output(repo, "git log -1 --format=%s HEAD^2 && git reflog -1 --format=%gs",
		      "theirs\ncommit (merge): both\n");
	/* One that changes nothing is a commit all the same. */
	repo_run(repo, "git branch -q third HEAD~1 && git checkout -q third &&"
		       "git commit -q --allow-empty -m third && git checkout -q main");
	tx = begin(repo, "", TX_FAST);
	join(repo, tx, "third");
	commit(tx, "again");
	assert_output(repo, "git log -1 --format=%s && git log -1 --format=%s HEAD^2",
		      "again\nthird\n");
	assert_clean(repo);
}

static void a_second_parent_that_is_none_is_refused(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx = begin(repo, "", TX_FAST);
	struct error err = { 0 };

	assert_int_equal(transaction_join(tx, "other", &err), -1);
	assert_int_equal(err.code, ERR_EXTERNAL);
	assert_int_equal(
		transaction_join(tx, "0123456789012345678901234567890123456789", &err),
		0);
	put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
	refuse_commit(tx, ERR_EXTERNAL, "cannot write the commit");
	assert_unmoved(repo);
}

/* ---- asked before HEAD moves ---- */

struct judgement {
	const struct repo *repo;
	const char *no; /* NULL: it may */
	size_t asked;
};

/* Sees the commit as everybody does who opens the repository, and HEAD where it was. */
static int judge(void *payload, const char *id, struct error *err)
{
	struct judgement *judgement = payload;
	auto_buf line = BUF_INIT;

	judgement->asked++;
	buf_addf(&line, "git log --format=%%s --skip=1 %s && git log --format=%%s HEAD",
		 id);
	assert_output(judgement->repo, line.s, "first\nfirst\n");
	return judgement->no ? error_set(err, ERR_DENIED, "%s", judgement->no) : 0;
}

static void who_is_asked_decides(void **state)
{
	const struct repo *repo = *state;
	struct judgement judgement = { .repo = repo, .no = "not so" };
	struct transaction *tx = begin(repo, "", TX_FAST);

	take_other(repo, tx);
	transaction_judge(tx, judge, &judgement);
	refuse_commit(tx, ERR_DENIED, "not so");
	assert_int_equal(judgement.asked, 1);
	assert_unmoved(repo);

	judgement.no = NULL;
	tx = begin(repo, "", TX_FAST);
	put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
	transaction_judge(tx, judge, &judgement);
	commit(tx, "asked");
	assert_int_equal(judgement.asked, 2);
	assert_clean(repo);
	assert_output(repo, "git log --format=%s", "asked\nfirst\n");
}

/* ---- other bytes without a commit ---- */

static int try_rewrite(struct transaction *tx, const char *path, const char *text,
		       struct error *err)
{
	return transaction_rewrite(tx, path, text, strlen(text), err);
}

static void a_file_is_rewritten_and_not_committed(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;
	struct error err;

	repo_run(repo, "chmod 640 items/mz/mz-0001.yaml && git config --global --unset "
		       "user.name && git checkout -q other && git merge -q --no-commit "
		       "-s ours --allow-unrelated-histories $(git commit-tree -m x "
		       "HEAD^{tree}) && chmod 640 items/mz/mz-0001.yaml");
	refuse_begin(repo, "", ERR_CONFLICT, "git merge --abort");
	tx = begin(repo, "", TX_FILES);
	assert_int_equal(try_rewrite(tx, "items/mz/mz-0001.yaml", "other\n", &err), 0);
	transaction_free(tx);
	assert_tidy(repo);
	assert_output(repo, "git diff --name-only && stat -c %a items/mz/mz-0001.yaml",
		      "items/mz/mz-0001.yaml\n640\n");
}

static void what_is_no_file_is_not_rewritten(void **state)
{
	static const struct {
		const char *path;
		const char *part;
	} cases[] = {
		{ "items/mz/mz-0009.yaml", "mz-0009" },
		{ "items/none/mz-0001.yaml", "none" },
		{ "items/mz", "not a regular file" },
		{ "items/mz/link.yaml", "not a regular file" },
		{ "away/passwd", "away" },
		{ "../outside", "cannot be a path" },
		{ ".git/config", "cannot be a path" },
	};
	const struct repo *repo = *state;
	struct transaction *tx;
	struct error err = { 0 };

	repo_run(repo, "ln -s mz-0001.yaml items/mz/link.yaml && ln -s /etc away &&"
		       "echo '/items/mz/link.yaml\n/away' >.git/info/exclude");
	tx = begin(repo, "", TX_FILES | TX_FAST);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		assert_int_equal(try_rewrite(tx, cases[i].path, "x\n", &err), -1);
		if (!strstr(err.text, cases[i].part))
			fail_msg("'%s' is not in: %s", cases[i].part, err.text);
	}
	transaction_free(tx);
	tx = begin(repo, "", TX_FILES | TX_DRY);
	assert_int_equal(try_rewrite(tx, "items/mz/mz-0001.yaml", "x\n", &err), 0);
	transaction_free(tx);
	repo_run(repo, "rm items/mz/link.yaml away");
	assert_unmoved(repo);
}

static void another_users_repository_says_how_to_trust_it(void **state)
{
	const struct repo *repo = *state;

	if (geteuid() != 0) {
		skip();
		return;
	}
	repo_run(repo, "mkdir -p town && chown -R 65534:65534 .");
	refuse_begin(repo, "town", ERR_DENIED, "safe.directory");
	refuse_begin(repo, "town", ERR_DENIED, "/repo'");
	repo_run(repo, "chown -R 0:0 .");
	assert_unmoved(repo);
}

#define IN_REPO(test) cmocka_unit_test_setup_teardown(test, setup, repo_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_REPO(a_retreat_takes_the_last_commit_off),
		IN_REPO(a_retreat_to_other_files_is_refused),
		IN_REPO(there_is_no_retreat_from_the_first_commit_or_a_merge),
		IN_REPO(a_dry_retreat_moves_nothing),
		IN_REPO(the_index_that_git_has_locked_stops_a_retreat),
		IN_REPO(an_advance_takes_files_modes_and_removals),
		IN_REPO(an_unborn_branch_advances),
		IN_REPO(an_advance_to_more_than_was_put_is_refused),
		IN_REPO(an_advance_to_what_is_no_commit_is_refused),
		IN_REPO(what_comes_in_replaces_nothing_of_the_user),
		IN_REPO(what_is_staged_stops_what_comes_in),
		IN_REPO(two_commits_move_head_once),
		IN_REPO(what_was_stacked_alone_never_happened),
		IN_REPO(nothing_stacked_is_no_commit),
		IN_REPO(a_joined_commit_has_two_parents),
		IN_REPO(a_second_parent_that_is_none_is_refused),
		IN_REPO(who_is_asked_decides),
		IN_REPO(a_file_is_rewritten_and_not_committed),
		IN_REPO(what_is_no_file_is_not_rewritten),
		IN_REPO(another_users_repository_says_how_to_trust_it),
	};

	return cmocka_run_group_tests_name("transaction_histories", tests, NULL, NULL);
}
