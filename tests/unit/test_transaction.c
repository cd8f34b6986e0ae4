#include "unit/unit.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit/writing.h"

/* ---- where a catalogue may be ---- */

static const struct place {
	const char *label;
	const char *setup; /* shell; afterwards repo/ or `root` is written to */
	const char *root;
	const char *prefix;
} places[] = {
	{ "a_branch_is_moved", "true", "", "" },
	{ "an_unborn_branch_is_born",
	  "rm -rf .git && git init -q && rm -r items documents", "", "" },
	{ "an_unborn_branch_may_have_a_slash",
	  "rm -rf .git && git init -q -b a/b/c && rm -r items documents", "", "" },
	{ "a_detached_head_is_moved", "git checkout -q --detach", "", "" },
	{ "a_packed_ref_is_moved", "git pack-refs --all && git gc -q", "", "" },
	{ "a_symbolic_branch_is_followed",
	  "git symbolic-ref refs/heads/alias refs/heads/main && git symbolic-ref HEAD "
	  "refs/heads/alias",
	  "", "" },
	{ "a_missing_index_is_made",
	  "git rm -rq . && git commit -qm none && rm .git/index", "", "" },
	{ "an_index_of_version_4_stays_one", "git update-index --index-version 4", "",
	  "" },
	{ "a_shallow_clone_can_be_written",
	  "git commit -q --allow-empty -m second &&"
	  "git clone -q --depth 1 \"file://$PWD\" ../s && rm -rf .git && mv ../s/.git .",
	  "", "" },
	{ "a_folder_of_the_repository_is_enough",
	  "mkdir town && git mv catalogue.yaml items documents town && git commit -qm "
	  "move",
	  "town", "town/" },
	{ "a_git_directory_elsewhere_is_found",
	  "git init -q --separate-git-dir ../elsewhere", "", "" },
	{ "a_sparse_checkout_config_does_no_harm",
	  "git config core.repositoryformatversion 1 && git config "
	  "extensions.worktreeConfig true",
	  "", "" },
	{ "an_own_ignore_file_does_no_harm", "echo '*.yaml' >.git/info/exclude", "", "" },
};

static void write_at(void **state)
{
	const struct place *place = *state;
	void *made = NULL;
	const struct repo *repo;
	struct transaction *tx;
	auto_buf line = BUF_INIT;

	if (repo_setup(&made) < 0 || !made) {
		fail();
		return;
	}
	repo = made;
	repo_run(repo, place->setup);

	tx = begin(repo, place->root, 0);
	put(tx, "documents/2018/01/2018-01000.yaml", "id: 2018-01000\n", PUT_NEW);
	put(tx, "items/ny/ny-0001.yaml", "id: ny-0001\n", PUT_NEW);
	commit(tx, "add two");
	tx = begin(repo, place->root, TX_FAST);
	put(tx, "items/ny/ny-0001.yaml", "id: ny-0001\nunit: ny\n", PUT_EXPECT_HEAD);
	put(tx, "documents/2018/01/2018-01000.yaml", NULL, 0);
	commit(tx, "change one, remove one\n\nAnd why.\n\n\n");

	/* Unlike git status, this trusts the times that the index holds. */
	buf_addf(&line, "cd ./%s && git diff-files --name-only -- items/ny", place->root);
	assert_output(repo, line.s, "");
	buf_reset(&line);
	assert_tidy(repo);
	buf_addf(&line, "cd ./%s && git status --porcelain -- items documents/2018/01",
		 place->root);
	assert_output(repo, line.s, "");
	buf_reset(&line);
	buf_addf(&line, "git show HEAD:%sitems/ny/ny-0001.yaml", place->prefix);
	assert_output(repo, line.s, "id: ny-0001\nunit: ny\n");
	assert_output(repo, "git log -2 --format=%B%an,%ae,%ad,%cn,%cd",
		      "change one, remove one\n\nAnd why.\n"
		      "张某,zhang@example.invalid,Wed Jul 4 08:00:00 2018 +0800,"
		      "张某,Wed Jul 4 08:00:00 2018 +0800\n"
		      "add two\n"
		      "张某,zhang@example.invalid,Wed Jul 4 08:00:00 2018 +0800,"
		      "张某,Wed Jul 4 08:00:00 2018 +0800\n");
	assert_output(repo, "git reflog -1 --format=%gs",
		      "commit: change one, remove one\n");
	buf_reset(&line);
	buf_addf(&line, "test ! -e ./%s/documents/2018/01", place->root);
	repo_run(repo, line.s);
	assert_int_equal(repo_teardown(&made), 0);
}

static void a_linked_work_tree_has_its_own_branch_and_index(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;

	repo_run(repo, "git worktree add -q ../linked -b other");
	tx = begin(repo, "../linked", TX_FAST);
	put(tx, "items/ny/ny-0001.yaml", "id: ny-0001\n", PUT_NEW);
	commit(tx, "in the linked one");
	assert_clean(repo);
	assert_output(repo, "git log -1 --format=%s main && git log -1 --format=%s other",
		      "first\nin the linked one\n");
	assert_output(repo, "cd ../linked && git status --porcelain", "");
	assert_output(repo, "cd ../linked && git reflog -1 --format=%gs",
		      "commit: in the linked one\n");
	repo_run(repo, "cd ../linked && git checkout -q --detach");
	tx = begin(repo, "../linked", TX_FAST);
	put(tx, "items/ny/ny-0002.yaml", "id: ny-0002\n", PUT_NEW);
	commit(tx, "detached");
	assert_output(
		repo,
		"git log -1 --format=%s other; cd ../linked; git log -1 --format=%s",
		"in the linked one\ndetached\n");
}

/* ---- what is the user's stays ---- */

static void staged_and_dirty_files_stay_as_they_are(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;

	repo_run(repo,
		 "echo staged >>items/mz/mz-0002.yaml && echo new >new.md && git add . &&"
		 "echo dirty >>items/mz/mz-0002.yaml && echo own >own.txt &&"
		 "git rm -q --cached documents/2018/00/2018-00001.yaml");
	tx = begin(repo, "", TX_FAST);
	put(tx, "items/mz/mz-0001.yaml", "id: mz-0001\nunit: mz\n", 0);
	commit(tx, "change");
	assert_tidy(repo);
	assert_output(repo, "git status --porcelain",
		      "D  documents/2018/00/2018-00001.yaml\n"
		      "MM items/mz/mz-0002.yaml\n"
		      "A  new.md\n"
		      "?? documents/\n"
		      "?? own.txt\n");
	assert_output(repo,
		      "git show :items/mz/mz-0002.yaml && cat items/mz/mz-0002.yaml",
		      "id: mz-0002\nstaged\nid: mz-0002\nstaged\ndirty\n");
	assert_output(repo, "git diff --name-only HEAD~1 HEAD",
		      "items/mz/mz-0001.yaml\n");
}

/*
 * A file changed in the moment of its git add, in its size and its times the same: only
 * that it is as young as the index tells git to look inside.
 */
static void a_racily_dirty_file_stays_dirty(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;

	repo_run(
		repo,
		"git config core.trustctime false && git config core.checkstat minimal &&"
		"echo aaaa >race.md && touch -d @1500000000 race.md && git add race.md &&"
		"git commit -qm race && touch -d @1500000000 race.md &&"
		"git update-index --refresh && echo bbbb >race.md &&"
		"touch -d @1500000000 race.md .git/index");
	assert_output(repo, "git diff --name-only", "race.md\n");
	tx = begin(repo, "", TX_FAST);
	put(tx, "items/mz/mz-0001.yaml", "id: mz-0001\nunit: mz\n", 0);
	commit(tx, "change");
	assert_output(repo, "git diff --name-only", "race.md\n");
}

static void permissions_of_a_file_stay(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;

	repo_run(repo, "chmod 750 items/mz/mz-0001.yaml && git commit -qam mode &&"
		       "chmod 640 items/mz/mz-0002.yaml");
	tx = begin(repo, "", TX_FAST);
	put(tx, "items/mz/mz-0001.yaml", "one\n", 0);
	put(tx, "items/mz/mz-0002.yaml", "two\n", 0);
	commit(tx, "change");
	assert_clean(repo);
	assert_output(repo, "stat -c %a items/mz/*", "750\n640\n");
	assert_output(repo, "git ls-files -s items | cut -c1-6", "100755\n100644\n");
}

/* ---- what stops a writer ---- */

static void a_file_that_differs_from_head_stops_it(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx = NULL;

	repo_run(repo, "echo dirty >>items/mz/mz-0001.yaml && rm items/mz/mz-0002.yaml &&"
		       "echo x >items/mz/mz-0003.yaml && mkdir items/mz/mz-0004.yaml &&"
		       "ln -s mz items/ny && ln -s /etc/passwd items/mz/mz-0005.yaml");
	tx = begin(repo, "", TX_FAST);
	refuse_put(tx, "items/mz/mz-0001.yaml", "x", 0, "gk save it first");
	refuse_put(tx, "items/mz/mz-0001.yaml", NULL, 0, "gk save it first");
	refuse_put(tx, "items/mz/mz-0002.yaml", "x", 0, "gk save it first");
	refuse_put(tx, "items/mz/mz-0003.yaml", "x", 0, "gk save it first");
	refuse_put(tx, "items/mz/mz-0003.yaml", "x", PUT_NEW, "there already");
	refuse_put(tx, "catalogue.yaml", "x", PUT_NEW, "there already");
	refuse_put(tx, "items/mz/mz-0004.yaml", "x", PUT_NEW, "not a regular file");
	refuse_put(tx, "items/mz/mz-0005.yaml", "x", PUT_NEW, "not a regular file");
	refuse_put(tx, "items/ny/mz-0009.yaml", "x", PUT_NEW, "items/ny");
	refuse_put(tx, "catalogue.yaml/x.yaml", "x", PUT_NEW, "catalogue.yaml");
	transaction_free(tx);
	assert_tidy(repo);
}

static void paths_that_cannot_be_are_refused(void **state)
{
	static const char *const paths[] = {
		"",       "/x",  "../x", "a/../b", "a//b", "a/", ".git/hooks/pre-commit",
		"a/.GIT", "a\nb"
	};
	const struct repo *repo = *state;
	struct transaction *tx = begin(repo, "", TX_FAST);

	for (size_t i = 0; i < ARRAY_LEN(paths); i++)
		refuse_put(tx, paths[i], "x", PUT_NEW, "cannot be a path");
	transaction_free(tx);
}

static void a_path_staged_with_other_content_stops_it(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;

	repo_run(repo, "echo staged >items/mz/mz-0001.yaml && git add . &&"
		       "git show HEAD:items/mz/mz-0001.yaml >items/mz/mz-0001.yaml");
	tx = begin(repo, "", TX_FAST);
	put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
	refuse_commit(tx, ERR_CONFLICT, "staged with other content");
	assert_tidy(repo);
	assert_output(repo, "git status --porcelain", "MM items/mz/mz-0001.yaml\n");
}

static void one_path_is_written_once(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx = begin(repo, "", TX_FAST);

	put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
	put(tx, "items/mz/mz-0001.yaml", "y\n", 0);
	refuse_commit(tx, ERR_CONFLICT, "twice");
	assert_clean(repo);
}

static void a_file_changed_between_put_and_commit_stops_it(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx = begin(repo, "", TX_FAST);

	put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
	put(tx, "items/mz/mz-0002.yaml", "y\n", 0);
	put(tx, "items/aa/aa-0001.yaml", "z\n", PUT_NEW);
	repo_run(repo, "echo dirty >>items/mz/mz-0002.yaml");
	refuse_commit(tx, ERR_CONFLICT, "items/mz/mz-0002.yaml");
	assert_tidy(repo);
	assert_output(repo, "git status --porcelain", " M items/mz/mz-0002.yaml\n");
	repo_run(repo, "test ! -e items/aa");
}

static void the_index_that_git_has_locked_stops_it(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx = begin(repo, "", TX_FAST);

	put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
	repo_run(repo, "touch .git/index.lock");
	refuse_commit(tx, ERR_CONFLICT, "index.lock");
	repo_run(repo, "rm .git/index.lock");
	assert_clean(repo);
	tx = begin(repo, "", TX_FAST);
	put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
	repo_run(repo, "touch .git/refs/heads/main.lock");
	refuse_commit(tx, ERR_CONFLICT, "main.lock");
	repo_run(repo, "rm .git/refs/heads/main.lock");
	assert_clean(repo);
}

static void one_writer_at_a_time(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx = begin(repo, "", TX_FAST);
	auto_buf process = BUF_INIT;

	buf_addf(&process, "(process %ld)", (long)getpid());
	refuse_begin(repo, "", ERR_CONFLICT, process.s);
	transaction_free(tx);
	assert_clean(repo);
	transaction_free(begin(repo, "", TX_FAST));
}

/* A lock file without a holder: what a killed writer leaves. */
static void a_lock_that_nobody_holds_stops_nobody(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;

	repo_run(repo, "mkdir .git/gk && echo 1 >.git/gk/lock");
	tx = begin(repo, "", TX_FAST);
	put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
	commit(tx, "change");
	assert_clean(repo);
}

static const struct refusal {
	const char *label;
	const char *setup;
	const char *root;
	enum error_code code;
	const char *part;
} refusals[] = {
	{ "a_plain_folder_is_refused", "mkdir ../plain", "../plain", ERR_NOT_FOUND,
	  "git init" },
	{ "a_bare_repository_is_refused", "git clone -q --bare . ../bare", "../bare",
	  ERR_DENIED, "write in a clone" },
	{ "a_merge_under_way_is_refused",
	  "git checkout -qb side && git commit -q --allow-empty -m side && git checkout "
	  "-q main &&"
	  "git commit -q --allow-empty -m main && git merge -q --no-commit side",
	  "", ERR_CONFLICT, "git merge --abort" },
	{ "a_rebase_under_way_is_refused",
	  "git commit -q --allow-empty -m second &&"
	  "GIT_SEQUENCE_EDITOR='sed -i s/pick/edit/' git rebase -q -i HEAD~1",
	  "", ERR_CONFLICT, "git rebase --abort" },
	{ "a_cherry_pick_under_way_is_refused",
	  "git rev-parse HEAD >.git/CHERRY_PICK_HEAD", "", ERR_CONFLICT,
	  "git cherry-pick --abort" },
	{ "a_bisect_under_way_is_refused", "git bisect start", "", ERR_CONFLICT,
	  "git bisect reset" },
	{ "signing_is_refused", "git config commit.gpgsign true", "", ERR_DENIED,
	  "commit.gpgsign false" },
	{ "a_user_without_a_name_is_refused", "git config --global --unset user.name", "",
	  ERR_NOT_FOUND, "user.name" },
	{ "a_user_without_an_address_is_refused",
	  "git config --global --unset user.email", "", ERR_NOT_FOUND, "user.email" },
	{ "sha256_is_refused", "rm -rf .git && git init -q --object-format=sha256", "",
	  ERR_EXTERNAL, "--object-format=sha1" },
	{ "a_folder_that_is_not_there_is_refused", "true", "nowhere", ERR_SYSTEM,
	  "nowhere" },
	{ "a_journal_of_another_version_is_refused",
	  "mkdir .git/gk && echo 'gk-journal 9' >.git/gk/journal", "", ERR_SYNTAX,
	  "another version" },
	{ "a_damaged_journal_is_refused",
	  "mkdir .git/gk && printf 'gk-journal 1\\nref refs/heads/main\\n' "
	  ">.git/gk/journal",
	  "", ERR_SYNTAX, "damaged" },
};

static void refuse_to_begin(void **state)
{
	const struct refusal *refusal = *state;
	void *repo = NULL;

	if (repo_setup(&repo) < 0 || !repo) {
		fail();
		return;
	}
	repo_run(repo, refusal->setup);
	refuse_begin(repo, refusal->root, refusal->code, refusal->part);
	assert_int_equal(repo_teardown(&repo), 0);
}

static void an_index_that_cannot_be_read_says_what_to_do(void **state)
{
	static const struct {
		const char *setup;
		const char *root;
		const char *part;
	} cases[] = {
		{ "cp -r . ../split && cd ../split && git update-index --split-index",
		  "../split", "--no-split-index" },
		{ "git clone -q . ../sparse && cd ../sparse &&"
		  "git sparse-checkout set --cone --sparse-index items",
		  "../sparse", "--no-sparse-index" },
	};
	static const unsigned int flags[] = { TX_FAST, TX_DRY };
	const struct repo *repo = *state;

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		repo_run(repo, cases[i].setup);
		for (size_t k = 0; k < ARRAY_LEN(flags); k++) {
			struct transaction *tx = begin(repo, cases[i].root, flags[k]);

			put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
			refuse_commit(tx, ERR_EXTERNAL, cases[i].part);
		}
	}
	assert_output(repo, "cd ../split && git status --porcelain", "");
	assert_output(repo, "cd ../sparse && git status --porcelain", "");
}

/* ---- what is recorded ---- */

static void what_changes_nothing_makes_no_commit(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx = begin(repo, "", TX_FAST);
	char id[OID_HEX_SIZE] = "x";
	struct error err;

	put(tx, "items/mz/mz-0001.yaml", "id: mz-0001\n", 0);
	put(tx, "items/mz/mz-0002.yaml", "id: mz-0002\n", PUT_FROM_DISK);
	assert_int_equal(transaction_commit(tx, "nothing", id, &err), 0);
	assert_string_equal(id, "");
	transaction_free(tx);
	assert_clean(repo);
	assert_output(repo, "git log --format=%s", "first\n");
}

static void a_transaction_without_commit_never_happened(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx = begin(repo, "", TX_FAST);

	put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
	transaction_free(tx);
	transaction_free(NULL);
	assert_clean(repo);
}

static void a_dry_run_checks_and_writes_nothing(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;
	char id[OID_HEX_SIZE] = "x";
	struct error err;

	repo_run(repo, "find .git -type f | sort >../before");
	tx = begin(repo, "", TX_DRY);
	put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
	refuse_put(tx, "items/mz/mz-0002.yaml", "x\n", PUT_NEW, "there already");
	assert_int_equal(transaction_commit(tx, "dry", id, &err), 0);
	assert_string_equal(id, "");
	transaction_free(tx);
	repo_run(repo, "find .git -type f | sort >../after && cmp ../before ../after &&"
		       "test ! -e .git/gk");
	assert_output(repo, "git status --porcelain", "");
}

static void the_author_may_be_another_than_who_commits(void **state)
{
	const struct repo *repo = *state;
	struct transaction_options options = { .root = repo->dir.s,
					       .flags = TX_FAST,
					       .author = "李某",
					       .mail = "li@example.invalid",
					       .time = TIME_OF_COMMITS,
					       .zone = -210 };
	struct transaction *tx = NULL;
	struct error err = { 0 };

	assert_int_equal(transaction_begin(&options, &tx, &err), 0);
	put(tx, "items/mz/mz-0001.yaml", "x\n", 0);
	commit(tx, "change");
	assert_output(repo, "git log -1 --format='%an <%ae> %cn <%ce> %ci'",
		      "李某 <li@example.invalid> 张某 <zhang@example.invalid> "
		      "2018-07-03 20:30:00 -0330\n");
	repo_run(repo, "git config --global --unset user.name");
	assert_int_equal(transaction_begin(&options, &tx, &err), 0);
	put(tx, "items/mz/mz-0001.yaml", "y\n", 0);
	commit(tx, "change");
	assert_output(repo, "git log -1 --format='%an %cn'", "李某 李某\n");
	options.author = "a\nb";
	assert_int_equal(transaction_begin(&options, &tx, &err), -1);
	assert_int_equal(err.code, ERR_SYNTAX);
}

static void what_is_on_disk_is_saved(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;
	struct arena arena = ARENA_INIT;
	struct strings dirty = { 0 };
	struct error err;

	repo_run(repo, "echo one >items/mz/mz-0001.yaml && rm -r documents &&"
		       "mkdir -p items/ny && echo new >items/ny/ny-0001.yaml &&"
		       "chmod +x items/ny/ny-0001.yaml && git add items/mz &&"
		       "echo two >items/mz/mz-0001.yaml && touch items/mz/mz-0002.yaml &&"
		       "ln -s . public && echo x >items/.gk-tmp-1-1");
	tx = begin(repo, "", TX_FAST);
	assert_int_equal(transaction_dirty(tx, &arena, &dirty, &err), 0);
	assert_int_equal(dirty.count, 3);
	assert_string_equal(dirty.items[0], "documents/2018/00/2018-00001.yaml");
	assert_string_equal(dirty.items[1], "items/mz/mz-0001.yaml");
	assert_string_equal(dirty.items[2], "items/ny/ny-0001.yaml");
	put(tx, "items/mz/mz-0001.yaml", "two\n", PUT_FROM_DISK);
	put(tx, "items/ny/ny-0001.yaml", "new\n", PUT_FROM_DISK);
	put(tx, "documents/2018/00/2018-00001.yaml", NULL, PUT_FROM_DISK);
	refuse_put(tx, "items/mz/mz-0002.yaml", "else\n", PUT_FROM_DISK, "meanwhile");
	refuse_put(tx, "catalogue.yaml", NULL, PUT_FROM_DISK, "meanwhile");
	commit(tx, "save");
	repo_run(repo, "rm public items/.gk-tmp-1-1");
	assert_clean(repo);
	assert_output(repo, "git show --format= --name-status",
		      "D\tdocuments/2018/00/2018-00001.yaml\n"
		      "M\titems/mz/mz-0001.yaml\n"
		      "A\titems/ny/ny-0001.yaml\n");
	assert_output(repo, "git ls-files -s items/ny | cut -c1-6", "100755\n");
	arena_clear(&arena);
}

static void dirty_paths_are_those_of_the_catalogue(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;
	struct arena arena = ARENA_INIT;
	struct strings dirty = { 0 };
	struct error err;

	repo_run(repo,
		 "mkdir town && git mv catalogue.yaml items documents town &&"
		 "git commit -qm move && echo x >outside.md && echo x >town/inside.md &&"
		 "echo x >town2.md");
	tx = begin(repo, "town", TX_FAST);
	assert_int_equal(transaction_dirty(tx, &arena, &dirty, &err), 0);
	assert_int_equal(dirty.count, 1);
	assert_string_equal(dirty.items[0], "inside.md");
	transaction_free(tx);
	arena_clear(&arena);
}

static void a_path_can_be_read_as_head_has_it(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx;
	struct error err = { 0 };
	auto_buf text = BUF_INIT;

	repo_run(repo, "echo dirty >items/mz/mz-0001.yaml");
	tx = begin(repo, "", TX_FAST);
	assert_int_equal(transaction_head(tx, "items/mz/mz-0001.yaml", &text, &err), 0);
	assert_string_equal(text.s, "id: mz-0001\n");
	assert_int_equal(transaction_head(tx, "items/mz/mz-0009.yaml", &text, &err), -1);
	assert_int_equal(err.code, ERR_NOT_FOUND);
	transaction_free(tx);
}

/* ---- hooks ---- */

static void hook(const struct repo *repo, const char *name, const char *script)
{
	auto_buf path = BUF_INIT;
	auto_buf text = BUF_INIT;
	auto_buf line = BUF_INIT;

	buf_addf(&path, ".git/hooks/%s", name);
	buf_addf(&text, "#!/bin/sh\n%s\n", script);
	repo_write(repo, path.s, text.s);
	buf_addf(&line, "chmod +x %s", path.s);
	repo_run(repo, line.s);
}

static struct transaction *begin_change(const struct repo *repo, unsigned int flags)
{
	struct transaction *tx = begin(repo, "", TX_FAST | flags);

	put(tx, "items/mz/mz-0001.yaml", "changed\n", 0);
	return tx;
}

static void a_hook_may_say_no(void **state)
{
	static const char *const names[] = { "pre-commit", "prepare-commit-msg",
					     "commit-msg" };
	const struct repo *repo = *state;

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		auto_buf line = BUF_INIT;

		hook(repo, names[i], "exit 1");
		refuse_commit(begin_change(repo, 0), ERR_DENIED, names[i]);
		assert_clean(repo);
		buf_addf(&line, "rm .git/hooks/%s", names[i]);
		repo_run(repo, line.s);
	}
	hook(repo, "pre-commit", "exit 1");
	commit(begin_change(repo, TX_NO_HOOKS), "without hooks");
	assert_clean(repo);
}

static void hooks_see_head_and_our_paths_alone(void **state)
{
	const struct repo *repo = *state;

	repo_run(repo, "echo staged >new.md && git add new.md");
	hook(repo, "pre-commit",
	     "git diff --cached --name-only >../seen; git show :items/mz/mz-0001.yaml "
	     ">>../seen;"
	     "pwd -P | sed 's|.*/||' >>../seen");
	hook(repo, "prepare-commit-msg", "echo \"$2\" >>../seen");
	hook(repo, "commit-msg", "cat \"$1\" >>../seen; echo 'by the hook' >>\"$1\"");
	hook(repo, "post-commit",
	     "git log -1 --format=after:%s >>../seen;"
	     "git diff --cached --name-only >>../seen;"
	     "test ! -e .git/gk/lock && echo unlocked >>../seen");
	commit(begin_change(repo, 0), "change\n");
	assert_tidy(repo);
	assert_output(
		repo, "cat ../seen",
		"items/mz/mz-0001.yaml\nchanged\nrepo\nmessage\nchange\nafter:change by "
		"the hook\n"
		"new.md\nunlocked\n");
	assert_output(repo, "git log -1 --format=%B", "change\nby the hook\n\n");
	assert_output(repo, "git status --porcelain", "A  new.md\n");
}

static void hooks_elsewhere_are_found(void **state)
{
	const struct repo *repo = *state;

	repo_run(repo, "git config core.hooksPath tools/hooks && mkdir -p tools/hooks &&"
		       "printf '#!/bin/sh\\nexit 1\\n' >tools/hooks/pre-commit &&"
		       "chmod +x tools/hooks/pre-commit");
	refuse_commit(begin_change(repo, 0), ERR_DENIED, "pre-commit");
}

static void a_hook_may_not_change_what_is_committed(void **state)
{
	const struct repo *repo = *state;

	hook(repo, "pre-commit", "echo x >hooked.md; git add hooked.md");
	refuse_commit(begin_change(repo, 0), ERR_DENIED, "--no-verify");
	repo_run(repo, "rm hooked.md");
	assert_clean(repo);
}

static void a_branch_that_moves_meanwhile_stops_it(void **state)
{
	const struct repo *repo = *state;

	hook(repo, "pre-commit",
	     "test -n \"$INSIDE\" || { unset GIT_INDEX_FILE; INSIDE=1 git commit -q "
	     "--allow-empty -m other; }");
	refuse_commit(begin_change(repo, 0), ERR_CONFLICT, "has moved");
	assert_clean(repo);
	assert_output(repo, "git log -1 --format=%s", "other\n");
}

/* ---- recovery ---- */

/* A journal as a killed writer leaves it: it changed mz-0001 and added ny/ny-0001. */
static const char leave_journal[] =
	"mkdir -p .git/gk/tx items/ny && old=$(git rev-parse HEAD) &&"
	"was=$(git rev-parse HEAD:items/mz/mz-0001.yaml) &&"
	"cp .git/index .git/saved-index &&"
	"echo changed >items/mz/mz-0001.yaml && echo new >items/ny/ny-0001.yaml &&"
	"git add . && new=$(git commit-tree -p HEAD -m killed $(git write-tree)) &&"
	"is=$(git rev-parse :items/mz/mz-0001.yaml) && added=$(git rev-parse "
	":items/ny/ny-0001.yaml) &&"
	"mv .git/saved-index .git/index && : >.git/gk/tx/index-claim &&"
	"ln .git/gk/tx/index-claim .git/index.lock && echo 1 >.git/gk/lock &&"
	"echo temp >items/mz/.gk-tmp-token-0 &&"
	"printf '%s\\n' 'gk-journal 1' 'ref refs/heads/main' \"before $old\" \"after "
	"$new\""
	" 'who 张某 <zhang@example.invalid> 1530662400 +0800' 'entry commit: killed' "
	"'token token'"
	" 'dir items/ny' \"file 100644 $was 100644 $is items/mz/mz-0001.yaml\""
	" \"file 000000 0000000000000000000000000000000000000000 100644 $added "
	"items/ny/ny-0001.yaml\""
	" end >.git/gk/journal";

static bool is_pending(const struct repo *repo)
{
	auto_buf gitdir = BUF_INIT;

	path_join(&gitdir, repo->dir.s, ".git");
	return transaction_is_pending(gitdir.s);
}

static void before_the_ref_moved_all_is_undone(void **state)
{
	const struct repo *repo = *state;

	assert_false(is_pending(repo));
	repo_run(repo, leave_journal);
	assert_true(is_pending(repo));
	transaction_free(begin(repo, "", TX_FAST));
	assert_false(is_pending(repo));
	assert_clean(repo);
	repo_run(repo, "test ! -e items/ny");
	assert_output(repo, "cat items/mz/mz-0001.yaml", "id: mz-0001\n");
}

static void after_the_ref_moved_all_is_finished(void **state)
{
	const struct repo *repo = *state;

	repo_run(repo, leave_journal);
	repo_run(repo, "rm items/mz/.gk-tmp-token-0 &&"
		       "sed -n 's/^after //p' .git/gk/journal >.git/refs/heads/main");
	transaction_free(begin(repo, "", TX_FAST));
	assert_clean(repo);
	assert_output(repo, "git log -1 --format=%s", "killed\n");
	assert_output(repo,
		      "git reflog -1 --format=%gs && git reflog -1 --format=%gs main",
		      "commit: killed\ncommit: killed\n");
}

static void a_commit_on_top_does_not_stop_recovery(void **state)
{
	const struct repo *repo = *state;

	repo_run(repo, leave_journal);
	/* As a person would who is told that index.lock is in the way. */
	repo_run(repo, "rm items/mz/.gk-tmp-token-0 .git/index.lock &&"
		       "sed -n 's/^after //p' .git/gk/journal >.git/refs/heads/main &&"
		       "git commit -q --allow-empty -m ontop -- catalogue.yaml");
	transaction_free(begin(repo, "", TX_FAST));
	assert_clean(repo);
	assert_output(repo, "git log -2 --format=%s", "ontop\nkilled\n");
}

static void what_changed_since_is_left_and_said(void **state)
{
	const struct repo *repo = *state;

	repo_run(repo, leave_journal);
	repo_run(repo, "echo mine >items/mz/mz-0001.yaml");
	refuse_begin(repo, "", ERR_CONFLICT, "items/mz/mz-0001.yaml");
	assert_tidy(repo);
	assert_output(repo, "git status --porcelain", " M items/mz/mz-0001.yaml\n");
	transaction_free(begin(repo, "", TX_FAST));
}

static void when_the_ref_is_elsewhere_both_stay(void **state)
{
	const struct repo *repo = *state;

	repo_run(repo, leave_journal);
	repo_run(repo, "rm .git/index.lock items/mz/.gk-tmp-token-0 &&"
		       "git commit -q --allow-empty -m elsewhere");
	refuse_begin(repo, "", ERR_CONFLICT, "refs/heads/main");
	assert_tidy(repo);
	assert_output(repo, "cat items/mz/mz-0001.yaml items/ny/ny-0001.yaml",
		      "changed\nnew\n");
	transaction_free(begin(repo, "", TX_FAST));
}

static void the_lock_of_git_is_left_to_git(void **state)
{
	const struct repo *repo = *state;

	repo_run(repo, leave_journal);
	repo_run(repo, "rm .git/index.lock && touch .git/index.lock");
	transaction_free(begin(repo, "", TX_FAST));
	repo_run(repo, "test -e .git/index.lock && rm .git/index.lock");
	assert_clean(repo);
}

static void a_live_writer_is_not_pending(void **state)
{
	const struct repo *repo = *state;
	struct transaction *tx = begin(repo, "", TX_FAST);

	repo_run(repo, "mkdir .git/gk/tx");
	assert_false(is_pending(repo));
	transaction_free(tx);
	assert_false(is_pending(repo));
}

static void a_repository_is_made_where_there_is_none(void **state)
{
	const struct repo *repo = *state;
	struct error err;

	assert_int_equal(repository_init(repo->dir.s, &err), 0);
	assert_output(repo, "git symbolic-ref HEAD", "refs/heads/main\n");
	repo_run(repo, "mkdir sub && git commit -q --allow-empty -m first");
	assert_int_equal(repository_init(repo->dir.s, &err), 0);
	assert_output(repo, "git log --format=%s", "first\n");
}

#define IN_REPO(test) cmocka_unit_test_setup_teardown(test, repo_setup, repo_teardown)

int main(void)
{
	const struct CMUnitTest alone[] = {
		IN_REPO(a_linked_work_tree_has_its_own_branch_and_index),
		IN_REPO(staged_and_dirty_files_stay_as_they_are),
		IN_REPO(a_racily_dirty_file_stays_dirty),
		IN_REPO(permissions_of_a_file_stay),
		IN_REPO(a_file_that_differs_from_head_stops_it),
		IN_REPO(paths_that_cannot_be_are_refused),
		IN_REPO(a_path_staged_with_other_content_stops_it),
		IN_REPO(one_path_is_written_once),
		IN_REPO(a_file_changed_between_put_and_commit_stops_it),
		IN_REPO(the_index_that_git_has_locked_stops_it),
		IN_REPO(one_writer_at_a_time),
		IN_REPO(a_lock_that_nobody_holds_stops_nobody),
		IN_REPO(an_index_that_cannot_be_read_says_what_to_do),
		IN_REPO(what_changes_nothing_makes_no_commit),
		IN_REPO(a_transaction_without_commit_never_happened),
		IN_REPO(a_dry_run_checks_and_writes_nothing),
		IN_REPO(the_author_may_be_another_than_who_commits),
		IN_REPO(what_is_on_disk_is_saved),
		IN_REPO(dirty_paths_are_those_of_the_catalogue),
		IN_REPO(a_path_can_be_read_as_head_has_it),
		IN_REPO(a_hook_may_say_no),
		IN_REPO(hooks_see_head_and_our_paths_alone),
		IN_REPO(hooks_elsewhere_are_found),
		IN_REPO(a_hook_may_not_change_what_is_committed),
		IN_REPO(a_branch_that_moves_meanwhile_stops_it),
		IN_REPO(before_the_ref_moved_all_is_undone),
		IN_REPO(after_the_ref_moved_all_is_finished),
		IN_REPO(a_commit_on_top_does_not_stop_recovery),
		IN_REPO(what_changed_since_is_left_and_said),
		IN_REPO(when_the_ref_is_elsewhere_both_stay),
		IN_REPO(the_lock_of_git_is_left_to_git),
		IN_REPO(a_live_writer_is_not_pending),
		cmocka_unit_test_setup_teardown(a_repository_is_made_where_there_is_none,
						repo_setup_plain, repo_teardown),
	};
	struct CMUnitTest
		tests[ARRAY_LEN(alone) + ARRAY_LEN(places) + ARRAY_LEN(refusals)];
	size_t count = 0;

	for (size_t i = 0; i < ARRAY_LEN(places); i++)
		tests[count++] = UNIT_ROW(write_at, &places[i]);
	for (size_t i = 0; i < ARRAY_LEN(refusals); i++)
		tests[count++] = UNIT_ROW(refuse_to_begin, &refusals[i]);
	for (size_t i = 0; i < ARRAY_LEN(alone); i++)
		tests[count++] = alone[i];
	return cmocka_run_group_tests_name("transaction", tests, NULL, NULL);
}
