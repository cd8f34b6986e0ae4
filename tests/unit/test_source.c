#include "unit/unit.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/source.h"
#include "unit/repo.h"

/* Opens `folder` of the repository ("" for the repository) at a revision. */
static struct source *open_at(const struct repo *repo, const char *folder,
			      const char *rev)
{
	auto_buf dir = BUF_INIT;
	struct source *source = NULL;
	struct source_options options = { .rev = rev };
	struct error err;

	path_join(&dir, repo->dir.s, folder);
	options.dir = dir.s;
	if (source_open(&options, &source, &err) < 0)
		fail_msg("%s", err.text);
	return source;
}

/* Demands that it cannot be opened, with a text that has `part` in it. */
static void assert_closed(const struct repo *repo, const char *folder, const char *rev,
			  enum error_code code, const char *part)
{
	auto_buf dir = BUF_INIT;
	struct source *source = NULL;
	struct source_options options = { .rev = rev };
	struct error err = { 0 };

	path_join(&dir, repo->dir.s, folder);
	options.dir = dir.s;
	assert_int_equal(source_open(&options, &source, &err), -1);
	assert_null(source);
	if (!strstr(err.text, part))
		fail_msg("'%s' is not in: %s", part, err.text);
	assert_null(strchr(err.text, '\n'));
	assert_int_equal(err.code, code);
}

static const char type_letters[] = { [SOURCE_FILE] = 'f',
				     [SOURCE_LINK] = 'l',
				     [SOURCE_SPECIAL] = 's',
				     [SOURCE_CLOSED] = 'c' };

/* "f catalogue.yaml\n…" */
static const char *listed(struct source *source, struct arena *arena)
{
	struct source_entry *entries = NULL;
	size_t count = 0;
	struct error err;
	auto_buf text = BUF_INIT;

	if (source_list(source, arena, &entries, &count, &err) < 0)
		fail_msg("%s", err.text);
	for (size_t i = 0; i < count; i++)
		buf_addf(&text, "%c %s\n", type_letters[entries[i].type],
			 entries[i].path);
	return buf_dup(&text, arena);
}

static void assert_listed(struct source *source, const char *expected)
{
	struct arena arena = ARENA_INIT;

	assert_string_equal(listed(source, &arena), expected);
	arena_clear(&arena);
}

/* The content of a path, or the text of the error. */
static void assert_content(struct source *source, const char *path, const char *expected)
{
	struct arena arena = ARENA_INIT;
	struct source_entry entry = { 0 };
	struct error err;
	auto_buf text = BUF_INIT;

	if (source_find(source, &arena, path, &entry, &err) < 0 ||
	    source_read(source, &entry, &text, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(text.s, expected);
	arena_clear(&arena);
}

static void assert_absent(struct source *source, const char *path)
{
	struct arena arena = ARENA_INIT;
	struct source_entry entry;
	struct error err = { 0 };

	assert_int_equal(source_find(source, &arena, path, &entry, &err), -1);
	assert_int_equal(err.code, ERR_NOT_FOUND);
	arena_clear(&arena);
}

static const char first_files[] = "f catalogue.yaml\n"
				  "f documents/2018/00/2018-00001.yaml\n"
				  "f items/mz/mz-0001.yaml\n"
				  "f items/mz/mz-0002.yaml\n";

static void every_place_lists_the_same(void **state)
{
	const struct repo *repo = *state;
	const struct {
		const char *folder;
		const char *rev;
		enum source_place place;
	} cases[] = {
		{ "", NULL, SOURCE_WORK_TREE },
		{ "items/mz", NULL, SOURCE_WORK_TREE },
		{ "", ":", SOURCE_INDEX },
		{ "items", ":", SOURCE_INDEX },
		{ "", "HEAD", SOURCE_REVISION },
		{ "documents/2018", "main", SOURCE_REVISION },
		{ "../bare", NULL, SOURCE_REVISION },
		{ "../bare", "main", SOURCE_REVISION },
	};

	repo_run(repo, "git clone -q --bare . ../bare");
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct source *source = open_at(repo, cases[i].folder, cases[i].rev);

		assert_int_equal(source_place(source), cases[i].place);
		assert_listed(source, first_files);
		assert_content(source, "items/mz/mz-0002.yaml", "id: mz-0002\n");
		assert_absent(source, "items/mz/mz-0003.yaml");
		assert_absent(source, "items");
		assert_string_equal(source_prefix(source), "");
		assert_int_equal(strlen(source_commit(source)), 40);
		source_free(source);
	}
}

static void each_place_shows_its_own_state(void **state)
{
	const struct repo *repo = *state;
	const struct {
		const char *rev;
		const char *expected;
	} cases[] = {
		{ "main@{1}", "id: mz-0001\n" }, { ":/fir", "id: mz-0001\n" },
		{ "HEAD", "committed\n" },       { ":", "staged\n" },
		{ NULL, "on disk\n" },
	};

	repo_run(repo,
		 "echo committed >items/mz/mz-0001.yaml && git commit -qam second &&"
		 "echo staged >items/mz/mz-0001.yaml && git add . &&"
		 "echo 'on disk' >items/mz/mz-0001.yaml");
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct source *source = open_at(repo, "", cases[i].rev);

		assert_content(source, "items/mz/mz-0001.yaml", cases[i].expected);
		source_free(source);
	}
}

static void blob_ids_are_those_of_git(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct source *source = open_at(repo, "", "HEAD");
	struct source_entry entry = { 0 };
	struct error err;
	char id[OID_HEX_SIZE];

	assert_int_equal(
		source_find(source, &arena, "items/mz/mz-0001.yaml", &entry, &err), 0);
	source_blob_id(source, "id: mz-0001\n", 12, id);
	assert_string_equal(entry.oid, id);
	source_blob_id(source, "", 0, id);
	assert_string_equal(id, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
	source_free(source);
	arena_clear(&arena);
}

static void files_are_in_order_of_bytes(void **state)
{
	const struct repo *repo = *state;
	const char expected[] = "f a-b.md\n"
				"f a.md\n"
				"f a/b.md\n"
				"f a0.md\n"
				"f catalogue.yaml\n"
				"f 公开/一.md\n";
	struct source *source;

	repo_run(repo, "git rm -rqf . && mkdir -p a 公开 &&"
		       "touch a-b.md a.md a/b.md a0.md 公开/一.md catalogue.yaml &&"
		       "git add . && git commit -qm order");
	source = open_at(repo, "", NULL);
	assert_listed(source, expected);
	source_free(source);
	source = open_at(repo, "", ":");
	assert_listed(source, expected);
	source_free(source);
	source = open_at(repo, "", "HEAD");
	assert_listed(source, expected);
	source_free(source);
}

static void what_is_no_regular_file_is_listed_and_not_read(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct source *source;
	struct source_entry entry = { 0 };
	struct error err = { 0 };
	auto_buf text = BUF_INIT;

	repo_run(repo, "mkdir items/mz/mz-0005.yaml ../outside &&"
		       "touch items/mz/mz-0005.yaml/inside ../outside/secret.yaml &&"
		       "mkfifo items/mz/mz-0003.yaml &&"
		       "ln -s /etc/passwd items/mz/mz-0004.yaml &&"
		       "ln -s ../outside items/out && ln -s . items/loop");
	source = open_at(repo, "", NULL);
	assert_listed(source, "f catalogue.yaml\n"
			      "f documents/2018/00/2018-00001.yaml\n"
			      "l items/loop\n"
			      "f items/mz/mz-0001.yaml\n"
			      "f items/mz/mz-0002.yaml\n"
			      "s items/mz/mz-0003.yaml\n"
			      "l items/mz/mz-0004.yaml\n"
			      "s items/mz/mz-0005.yaml\n"
			      "l items/out\n");
	assert_absent(source, "items/out/secret.yaml");
	assert_absent(source, "items/loop/mz/mz-0001.yaml");
	assert_int_equal(
		source_find(source, &arena, "items/mz/mz-0004.yaml", &entry, &err), 0);
	assert_int_equal(entry.type, SOURCE_LINK);
	assert_int_equal(source_read(source, &entry, &text, &err), -1);
	/* Put there after the listing: opening it must neither follow nor wait. */
	entry.type = SOURCE_FILE;
	assert_int_equal(source_read(source, &entry, &text, &err), -1);
	entry.path = "items/mz/mz-0003.yaml";
	assert_int_equal(source_read(source, &entry, &text, &err), -1);
	assert_int_equal(text.len, 0);
	source_free(source);
	repo_run(repo, "rm -r items/mz/mz-0005.yaml items/mz/mz-0003.yaml && git add . &&"
		       "git commit -qm links");
	source = open_at(repo, "", "HEAD");
	assert_int_equal(
		source_find(source, &arena, "items/mz/mz-0004.yaml", &entry, &err), 0);
	assert_int_equal(entry.type, SOURCE_LINK);
	source_free(source);
	arena_clear(&arena);
}

static void output_git_and_temporary_files_are_left_out(void **state)
{
	const struct repo *repo = *state;
	struct source *source;

	repo_run(repo,
		 "mkdir ../site && touch ../site/index.html && ln -s ../site public &&"
		 "touch items/mz/.gk-tmp-1-0 && git init -q items/nested &&"
		 "mkdir -p items/public && touch items/public/a.yaml");
	source = open_at(repo, "", NULL);
	assert_listed(source, "f catalogue.yaml\n"
			      "f documents/2018/00/2018-00001.yaml\n"
			      "f items/mz/mz-0001.yaml\n"
			      "f items/mz/mz-0002.yaml\n"
			      "f items/public/a.yaml\n");
	source_free(source);
}

static void what_git_ignores_is_left_out_unless_it_is_tracked(void **state)
{
	const struct repo *repo = *state;
	struct source *source;

	repo_run(repo, "printf '*.bak\\n/drafts/\\nitems/mz/mz-00?2.yaml\\n!keep.bak\\n' "
		       ">.gitignore &&"
		       "printf 'local.md\\n' >documents/.gitignore &&"
		       "echo excluded.md >.git/info/exclude &&"
		       "mkdir -p ~/.config/git && echo global.md >~/.config/git/ignore &&"
		       "mkdir -p drafts deep/drafts tracked.bak &&"
		       "touch a.bak keep.bak drafts/x.yaml deep/drafts/x.yaml excluded.md"
		       " items/excluded.md documents/local.md local.md global.md"
		       " tracked.bak/a items/mz/mz-0012.yaml &&"
		       "git add -f tracked.bak/a");
	source = open_at(repo, "", NULL);
	assert_listed(source, "f .gitignore\n"
			      "f catalogue.yaml\n"
			      "f deep/drafts/x.yaml\n"
			      "f documents/.gitignore\n"
			      "f documents/2018/00/2018-00001.yaml\n"
			      "f items/mz/mz-0001.yaml\n"
			      "f items/mz/mz-0002.yaml\n"
			      "f keep.bak\n"
			      "f local.md\n"
			      "f tracked.bak/a\n");
	source_free(source);
	repo_run(repo, "rm -r ~/.config");
}

static void assert_below(struct source *source, const char *folder, const char *expected)
{
	struct arena arena = ARENA_INIT;
	struct source_entry *entries = NULL;
	size_t count = 0;
	struct error err;
	auto_buf text = BUF_INIT;

	if (source_list_folder(source, &arena, folder, &entries, &count, &err) < 0)
		fail_msg("%s", err.text);
	for (size_t i = 0; i < count; i++)
		buf_addf(&text, "%c %s\n", type_letters[entries[i].type],
			 entries[i].path);
	assert_string_equal(text.s, expected);
	arena_clear(&arena);
}

static void a_folder_is_listed_like_the_whole(void **state)
{
	const struct repo *repo = *state;
	struct source *source;

	repo_run(repo,
		 "printf '/drafts/\n*.bak\n' >.gitignore &&"
		 "echo '/deep/' >items/.gitignore && mkdir -p drafts/a items/deep/b &&"
		 "touch drafts/a/x items/deep/b/y items/mz/z.bak &&"
		 "ln -s items/mz linked && touch file");
	source = open_at(repo, "", NULL);
	assert_below(source, "items/mz",
		     "f items/mz/mz-0001.yaml\nf items/mz/mz-0002.yaml\n");
	assert_below(source, "items",
		     "f items/.gitignore\nf items/mz/mz-0001.yaml\n"
		     "f items/mz/mz-0002.yaml\n");
	assert_below(source, "drafts", "");
	assert_below(source, "drafts/a", "");
	assert_below(source, "items/deep/b", "");
	assert_below(source, "linked", "");
	assert_below(source, "file", "");
	assert_below(source, "absent", "");
	source_free(source);
}

static void a_catalogue_may_be_a_folder_of_the_repository(void **state)
{
	const struct repo *repo = *state;
	const char *const revs[] = { NULL, ":", "HEAD" };

	repo_run(repo, "mkdir town && git mv catalogue.yaml items documents town &&"
		       "echo x >README && git add . && git commit -qm folder &&"
		       "git clone -q --bare . ../bare");
	for (size_t i = 0; i < ARRAY_LEN(revs); i++) {
		struct source *source = open_at(repo, "town/items", revs[i]);

		assert_listed(source, first_files);
		assert_string_equal(source_prefix(source), "town/");
		assert_string_equal(path_base(source_root(source)), "town");
		assert_content(source, "items/mz/mz-0001.yaml", "id: mz-0001\n");
		source_free(source);
	}
}

static void a_bare_repository_has_its_one_catalogue(void **state)
{
	const struct repo *repo = *state;
	struct source *source;

	repo_run(repo, "mkdir town && git mv catalogue.yaml items documents town &&"
		       "git commit -qm folder && git clone -q --bare . ../bare");
	source = open_at(repo, "../bare", NULL);
	assert_listed(source, first_files);
	assert_string_equal(source_prefix(source), "town/");
	assert_null(source_root(source));
	source_free(source);
	repo_run(repo, "mkdir other && cp town/catalogue.yaml other && git add . &&"
		       "git commit -qm two && git push -q ../bare main");
	assert_closed(repo, "../bare", NULL, ERR_NOT_FOUND, "more than one catalogue");
	repo_run(repo, "git rm -rq . && echo x >README && git add . &&"
		       "git commit -qm none && git push -q ../bare main");
	assert_closed(repo, "../bare", NULL, ERR_NOT_FOUND, "no catalogue");
	assert_closed(repo, "../bare", ":", ERR_NOT_FOUND, "no index");
}

static void a_revision_has_a_catalogue_that_the_work_tree_has_lost(void **state)
{
	const struct repo *repo = *state;
	struct source *source;

	repo_run(repo,
		 "mkdir town && git mv catalogue.yaml items documents town &&"
		 "git commit -qm folder && git rm -rq town && mkdir -p town/items &&"
		 "echo x >README && git add . && git commit -qm gone");
	assert_closed(repo, "town/items", NULL, ERR_NOT_FOUND, "gk init");
	source = open_at(repo, "town/items", "HEAD~1");
	assert_listed(source, first_files);
	source_free(source);
}

static void a_plain_folder_can_be_read(void **state)
{
	const struct repo *repo = *state;
	struct source *source;

	repo_run(repo,
		 "mkdir -p ../plain/items/mz && cp catalogue.yaml .git/description "
		 "../plain &&"
		 "echo '*' >../plain/.gitignore && touch ../plain/items/mz/mz-0001.yaml");
	source = open_at(repo, "../plain/items", NULL);
	assert_listed(source, "f .gitignore\n"
			      "f catalogue.yaml\n"
			      "f description\n"
			      "f items/mz/mz-0001.yaml\n");
	assert_null(source_gitdir(source));
	assert_null(source_commit(source));
	source_free(source);
	assert_closed(repo, "../plain", "HEAD", ERR_NOT_FOUND, "git init");
	assert_closed(repo, "..", NULL, ERR_NOT_FOUND, "-C DIR");
	assert_closed(repo, "../nowhere", NULL, ERR_SYSTEM, "nowhere");
}

static void a_linked_work_tree_has_its_own_git_directory(void **state)
{
	const struct repo *repo = *state;
	struct source *source;

	repo_run(repo, "git worktree add -q ../linked -b other &&"
		       "echo linked >../linked/items/mz/mz-0001.yaml");
	source = open_at(repo, "../linked/items", NULL);
	assert_string_equal(path_base(source_gitdir(source)), "linked");
	assert_content(source, "items/mz/mz-0001.yaml", "linked\n");
	source_free(source);
}

static void what_cannot_be_opened_says_what_to_do(void **state)
{
	const struct repo *repo = *state;

	assert_closed(repo, "", "nowhere", ERR_NOT_FOUND, "'nowhere'");
	assert_closed(repo, "", "nowhere~1", ERR_NOT_FOUND, "'nowhere~1'");
	assert_closed(repo, "", "deadbeef", ERR_NOT_FOUND, "'deadbeef'");
	assert_closed(repo, "", "HEAD~7", ERR_NOT_FOUND, "'HEAD~7'");
	assert_closed(repo, "", "HEAD:catalogue.yaml", ERR_NOT_FOUND, "not a commit");
	repo_run(repo, "git init -q ../unborn && cp catalogue.yaml ../unborn");
	assert_closed(repo, "../unborn", "HEAD", ERR_NOT_FOUND, "no commit yet");
	repo_run(repo, "git commit -q --allow-empty -m second &&"
		       "git clone -q --depth 1 \"file://$PWD\" ../shallow");
	assert_closed(repo, "../shallow", "HEAD~1", ERR_NOT_FOUND,
		      "git fetch --unshallow");
	repo_run(repo, "git init -q --object-format=sha256 ../sha256 &&"
		       "cp catalogue.yaml ../sha256");
	assert_closed(repo, "../sha256", NULL, ERR_EXTERNAL, "--object-format=sha1");
	repo_run(repo,
		 "cp -r . ../split && cd ../split && git update-index --split-index");
	assert_closed(repo, "../split", ":", ERR_EXTERNAL, "--no-split-index");
	repo_run(repo, "git clone -q . ../sparse && cd ../sparse &&"
		       "git sparse-checkout set --cone --sparse-index items");
	assert_closed(repo, "../sparse", ":", ERR_EXTERNAL, "--no-sparse-index");
}

static void a_work_tree_of_a_split_or_sparse_index_can_be_read(void **state)
{
	const struct repo *repo = *state;
	struct source *source;

	repo_run(repo,
		 "git update-index --split-index && echo '*.bak' >.git/info/exclude");
	source = open_at(repo, "", NULL);
	assert_listed(source, first_files);
	source_free(source);
}

static void the_index_with_conflicts_is_refused(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct source_entry *entries;
	struct error err = { 0 };
	struct source *source;
	size_t count;

	repo_run(repo, "git checkout -qb side && echo side >items/mz/mz-0001.yaml &&"
		       "git commit -qam side && git checkout -q main &&"
		       "echo main >items/mz/mz-0001.yaml && git commit -qam main &&"
		       "! git merge -q side");
	source = open_at(repo, "", ":");
	assert_int_equal(source_list(source, &arena, &entries, &count, &err), -1);
	assert_int_equal(err.code, ERR_CONFLICT);
	assert_non_null(strstr(err.text, "items/mz/mz-0001.yaml"));
	source_free(source);
	arena_clear(&arena);
}

static void another_users_repository_says_what_to_do(void **state)
{
	const struct repo *repo = *state;

	/* Only root can give a repository away. */
	if (geteuid() != 0)
		skip();
	repo_run(repo, "cp -r . ../theirs && chown -R 65534 ../theirs");
	assert_closed(repo, "../theirs", NULL, ERR_DENIED, "safe.directory");
	repo_run(repo,
		 "git config --global --add safe.directory \"$PWD/../theirs\" &&"
		 "git config --global --add safe.directory \"${PWD%/repo}/theirs\"");
	source_free(open_at(repo, "../theirs", NULL));
}

static void an_unreadable_folder_is_listed_as_closed(void **state)
{
	const struct repo *repo = *state;
	struct source *source;

	if (geteuid() == 0)
		skip();
	repo_run(repo, "chmod 0 items/mz");
	source = open_at(repo, "", NULL);
	assert_listed(source, "f catalogue.yaml\n"
			      "f documents/2018/00/2018-00001.yaml\n"
			      "c items/mz\n");
	source_free(source);
	repo_run(repo, "chmod 755 items/mz");
}

static void folders_nested_too_deeply_are_closed(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct source *source;
	const char *text;

	repo_run(repo,
		 "p=d; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22"
		 " 23 24 25 26 27 28 29 30 31 32 33 34; do p=$p/d; done; mkdir -p $p");
	source = open_at(repo, "", NULL);
	text = listed(source, &arena);
	assert_non_null(strstr(text, "c d/d/d/"));
	source_free(source);
	arena_clear(&arena);
}

static void paths_that_leave_the_catalogue_are_not_found(void **state)
{
	static const char *const paths[] = { "",
					     "/etc/passwd",
					     "../home/.gitconfig",
					     "items/../catalogue.yaml",
					     "./catalogue.yaml",
					     "items//mz",
					     "items/",
					     ".git/config",
					     "items/.GIT/x",
					     "a\nb",
					     "items/mz/mz-0001.yaml/x" };
	static const char *const revs[] = { NULL, ":", "HEAD" };
	const struct repo *repo = *state;

	for (size_t r = 0; r < ARRAY_LEN(revs); r++) {
		struct source *source = open_at(repo, "", revs[r]);

		for (size_t i = 0; i < ARRAY_LEN(paths); i++)
			assert_absent(source, paths[i]);
		source_free(source);
	}
}

static void a_file_that_is_too_long_is_refused(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct source *source;
	struct source_entry entry = { 0 };
	struct error err = { 0 };
	auto_buf text = BUF_INIT;

	repo_run(repo, "truncate -s 67108865 big.md");
	source = open_at(repo, "", NULL);
	assert_int_equal(source_find(source, &arena, "big.md", &entry, &err), 0);
	assert_int_equal(source_read(source, &entry, &text, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	assert_int_equal(text.len, 0);
	source_free(source);
	arena_clear(&arena);
}

/* As git runs pre-receive: in the bare repository, the new objects elsewhere. */
static void the_quarantine_of_a_push_is_seen(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	auto_buf bare = BUF_INIT;
	auto_buf incoming = BUF_INIT;
	auto_buf objects = BUF_INIT;
	const char *commit;
	struct source *source;

	repo_run(repo, "git clone -q --bare . ../bare && git clone -q . ../other &&"
		       "mkdir ../incoming &&"
		       "echo pushed >items/mz/mz-0001.yaml &&"
		       "export GIT_OBJECT_DIRECTORY=$PWD/../incoming"
		       " GIT_ALTERNATE_OBJECT_DIRECTORIES=$PWD/.git/objects &&"
		       "git add . && git commit -qm pushed");
	commit = repo_output(repo, &arena, "printf %s $(cat .git/refs/heads/main)");
	assert_closed(repo, "../bare", commit, ERR_NOT_FOUND, commit);
	path_join(&bare, repo->top, "bare");
	path_join(&incoming, repo->top, "incoming");
	path_join(&objects, bare.s, "objects");
	repo_setenv("GIT_DIR", bare.s);
	repo_setenv("GIT_OBJECT_DIRECTORY", incoming.s);
	repo_setenv("GIT_ALTERNATE_OBJECT_DIRECTORIES", objects.s);
	source = open_at(repo, "../bare", commit);
	assert_content(source, "items/mz/mz-0001.yaml", "pushed\n");
	source_free(source);
	/* Meant for another repository: this one is opened as if it were not there. */
	source = open_at(repo, "../other", "main");
	assert_content(source, "items/mz/mz-0001.yaml", "id: mz-0001\n");
	source_free(source);
	repo_setenv("GIT_DIR", NULL);
	repo_setenv("GIT_OBJECT_DIRECTORY", NULL);
	repo_setenv("GIT_ALTERNATE_OBJECT_DIRECTORIES", NULL);
	arena_clear(&arena);
}

/* As git runs pre-commit of `git commit PATH`. */
static void the_index_that_git_names_is_seen(void **state)
{
	const struct repo *repo = *state;
	struct source *source;
	auto_buf gitdir = BUF_INIT;
	auto_buf index = BUF_INIT;

	repo_run(repo, "cp .git/index .git/next && echo next >items/mz/mz-0001.yaml &&"
		       "GIT_INDEX_FILE=.git/next git add .");
	path_join(&gitdir, repo->dir.s, ".git");
	path_join(&index, gitdir.s, "next");
	repo_setenv("GIT_DIR", gitdir.s);
	repo_setenv("GIT_INDEX_FILE", index.s);
	source = open_at(repo, "", ":");
	assert_content(source, "items/mz/mz-0001.yaml", "next\n");
	source_free(source);
	repo_setenv("GIT_DIR", NULL);
	repo_setenv("GIT_INDEX_FILE", NULL);
	source = open_at(repo, "", ":");
	assert_content(source, "items/mz/mz-0001.yaml", "id: mz-0001\n");
	source_free(source);
}

#define IN_REPO(test) cmocka_unit_test_setup_teardown(test, repo_setup, repo_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_REPO(every_place_lists_the_same),
		IN_REPO(each_place_shows_its_own_state),
		IN_REPO(blob_ids_are_those_of_git),
		IN_REPO(files_are_in_order_of_bytes),
		IN_REPO(what_is_no_regular_file_is_listed_and_not_read),
		IN_REPO(output_git_and_temporary_files_are_left_out),
		IN_REPO(what_git_ignores_is_left_out_unless_it_is_tracked),
		IN_REPO(a_folder_is_listed_like_the_whole),
		IN_REPO(a_catalogue_may_be_a_folder_of_the_repository),
		IN_REPO(a_bare_repository_has_its_one_catalogue),
		IN_REPO(a_revision_has_a_catalogue_that_the_work_tree_has_lost),
		IN_REPO(a_plain_folder_can_be_read),
		IN_REPO(a_linked_work_tree_has_its_own_git_directory),
		IN_REPO(what_cannot_be_opened_says_what_to_do),
		IN_REPO(a_work_tree_of_a_split_or_sparse_index_can_be_read),
		IN_REPO(the_index_with_conflicts_is_refused),
		IN_REPO(another_users_repository_says_what_to_do),
		IN_REPO(an_unreadable_folder_is_listed_as_closed),
		IN_REPO(folders_nested_too_deeply_are_closed),
		IN_REPO(paths_that_leave_the_catalogue_are_not_found),
		IN_REPO(a_file_that_is_too_long_is_refused),
		IN_REPO(the_quarantine_of_a_push_is_seen),
		IN_REPO(the_index_that_git_names_is_seen),
	};

	return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
