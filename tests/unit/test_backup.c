#include "unit/repo.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/backup.h"

enum { TIME_OF_BACKUP = 1795132800 };

/* repo/ is a catalogue, private/ its private store, both with branches and tags. */
static int setup(void **state)
{
	if (repo_setup(state) < 0)
		return -1;
	repo_run(*state,
		 "echo 'private: ../private' >>catalogue.yaml && git commit -qam private "
		 "&& git branch other && echo x >units.txt && git add . && git commit "
		 "-qm x "
		 "&& git tag light && git tag -a -m words heavy && "
		 "git update-ref refs/remotes/origin/main HEAD~1 && "
		 "git update-ref refs/notes/commits HEAD~1 && "
		 "git init -q ../private && cd ../private && mkdir requests && "
		 "echo secret >requests/r.yaml && git add . && git commit -qm private && "
		 "git tag privately");
	return 0;
}

struct place {
	struct arena arena;
	struct backup_result written;
	struct restore_result restored;
	struct error err;
};

/* DIR/NAME below the test's own folder. */
static const char *at(const struct repo *repo, struct place *place, const char *name)
{
	return arena_printf(&place->arena, "%s/%s", repo->top, name);
}

static int back_up_from(struct place *place, const char *dir, const char *file,
			const struct backup_options *options)
{
	const struct source_options where = { .dir = dir };
	struct backup_options wanted = *options;
	struct catalogue *catalogue = NULL;
	int rc;

	wanted.file = file;
	wanted.date = (struct date){ 2026, 11, 20 };
	wanted.time = TIME_OF_BACKUP;
	if (catalogue_open(&where, &catalogue, &place->err) < 0)
		return -1;
	rc = backup_write(catalogue, &wanted, &place->arena, &place->written,
			  &place->err);
	catalogue_free(catalogue);
	return rc;
}

static int back_up(const struct repo *repo, struct place *place, const char *file)
{
	return back_up_from(place, repo->dir.s, at(repo, place, file),
			    &(struct backup_options){ .force = true });
}

static int restore(const struct repo *repo, struct place *place, const char *file,
		   const char *dir)
{
	const struct restore_options options = { .file = at(repo, place, file),
						 .dir = at(repo, place, dir) };

	return backup_restore(&options, &place->arena, &place->restored, &place->err);
}

static void must(int rc, const struct place *place)
{
	if (rc < 0)
		fail_msg("%s", place->err.text);
}

/* One line, of this code, that says so; and nothing is left lying about. */
static void assert_refused(const struct repo *repo, const struct place *place, int rc,
			   enum error_code code, const char *part)
{
	assert_int_equal(rc, -1);
	if (place->err.code != code || !strstr(place->err.text, part) ||
	    strchr(place->err.text, '\n'))
		fail_msg("%d '%s' is not: %s", place->err.code, place->err.text, part);
	assert_output(repo, "ls -A .. | grep '^.gk-tmp' || true", "");
}

static const char same[] =
	"cmp_refs() { git -C $1 for-each-ref >../a; git -C $2 for-each-ref >../b; "
	"cmp ../a ../b; git -C $2 fsck 2>&1; git -C $2 status --short; "
	"[ \"$(git -C $1 rev-parse -q --verify HEAD)\" = \"$(git -C $2 rev-parse -q "
	"--verify HEAD)\" ] && "
	"[ \"$(git -C $1 symbolic-ref -q HEAD)\" = \"$(git -C $2 symbolic-ref -q HEAD)\" "
	"]; "
	"}; ";

static void assert_same(const struct repo *repo, const char *a, const char *b)
{
	struct arena arena = ARENA_INIT;

	assert_output(
		repo,
		arena_printf(&arena, "%s cmp_refs '%s' '%s' || echo differs", same, a, b),
		"");
	arena_clear(&arena);
}

/* ---- there and back ---- */

static void both_stores_come_back_with_every_reference(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };

	must(back_up(repo, &place, "b"), &place);
	assert_int_equal(place.written.refs, 6);
	assert_int_equal(place.written.private_refs, 2);
	repo_run(repo, "mkdir ../new");
	must(restore(repo, &place, "b", "new/office"), &place);
	assert_string_equal(place.restored.root, at(repo, &place, "new/office"));
	assert_string_equal(place.restored.private_root, at(repo, &place, "new/private"));
	assert_same(repo, ".", "../new/office");
	assert_same(repo, "../private", "../new/private");
	assert_output(repo, "ls -A ../new", "office\nprivate\n");
	arena_clear(&place.arena);
}

static void neither_store_gets_objects_of_the_other(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };
	static const char objects[] =
		"for r in $A $B; do git -C $r cat-file --batch-all-objects "
		"--batch-check | sort >../$(basename $r).objects; done; cmp "
		"../$(basename $A).objects ../$(basename $B).objects";

	must(back_up(repo, &place, "b"), &place);
	must(restore(repo, &place, "b", "new/office"), &place);
	assert_output(
		repo,
		arena_printf(&place.arena, "A=../repo B=../new/office; %s", objects), "");
	assert_output(repo,
		      "cd ../new/private && git cat-file --batch-all-objects "
		      "--batch-check='%(objecttype)' | sort | uniq -c | tr -s ' '",
		      " 1 blob\n 1 commit\n 2 tree\n");
	arena_clear(&place.arena);
}

static void any_git_reads_it_and_only_its_owner(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };
	struct stat st;

	must(back_up(repo, &place, "b"), &place);
	assert_int_equal(stat(at(repo, &place, "b"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(st.st_size, place.written.bytes);
	assert_output(repo,
		      "git bundle verify -q ../b && git clone -q ../b ../clone && ls "
		      "../clone && git -C ../clone symbolic-ref HEAD",
		      "catalogue.yaml\ndocuments\nitems\nunits.txt\nrefs/heads/main\n");
	arena_clear(&place.arena);
}

static void the_same_commits_give_the_same_note(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };

	must(back_up(repo, &place, "b"), &place);
	must(back_up(repo, &place, "c"), &place);
	assert_output(
		repo,
		"git bundle list-heads ../b >../x; git bundle list-heads ../c | cmp - "
		"../x",
		"");
	arena_clear(&place.arena);
}

static void drafts_go_along(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };

	repo_run(repo, "mkdir -p .git/gk/drafts && echo 一 >.git/gk/drafts/a.yaml && "
		       "echo 二 >.git/gk/drafts/b.yaml && ln -s /etc/passwd "
		       ".git/gk/drafts/link");
	must(back_up(repo, &place, "b"), &place);
	assert_int_equal(place.written.drafts, 2);
	must(restore(repo, &place, "b", "new/office"), &place);
	assert_int_equal(place.restored.drafts, 2);
	assert_output(repo, "cd ../new/office/.git/gk/drafts && cat *", "一\n二\n");
	arena_clear(&place.arena);
}

static void what_is_not_committed_is_told(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };

	repo_run(repo,
		 "echo '# mine' >>items/mz/mz-0001.yaml && rm items/mz/mz-0002.yaml "
		 "&& mkdir new && echo x >new/文件.txt && echo x >ignored && echo "
		 "/ignored >.git/info/exclude && echo y >>../private/requests/r.yaml");
	must(back_up(repo, &place, "b"), &place);
	assert_int_equal(place.written.dirty.count, 3);
	assert_string_equal(place.written.dirty.items[0], "items/mz/mz-0001.yaml");
	assert_string_equal(place.written.dirty.items[1], "items/mz/mz-0002.yaml");
	assert_string_equal(place.written.dirty.items[2], "new/文件.txt");
	assert_int_equal(place.written.private_dirty.count, 1);
	arena_clear(&place.arena);
}

static void a_private_store_without_commits_comes_back_empty(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };

	repo_run(repo, "rm -rf ../private && git init -q -b later ../private");
	must(back_up(repo, &place, "b"), &place);
	assert_int_equal(place.written.private_refs, 0);
	must(restore(repo, &place, "b", "new/office"), &place);
	assert_output(repo, "git -C ../new/private symbolic-ref HEAD",
		      "refs/heads/later\n");
	arena_clear(&place.arena);
}

static void a_catalogue_in_a_folder_comes_back_in_its_folder(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };

	repo_run(repo,
		 "mkdir sub && git mv catalogue.yaml items documents sub/ && sed -i "
		 "'s|../private|../../private|' sub/catalogue.yaml && git add . && git "
		 "commit "
		 "-qm sub");
	must(back_up_from(&place, at(repo, &place, "repo/sub/items"),
			  at(repo, &place, "b"), &(struct backup_options){ 0 }),
	     &place);
	must(restore(repo, &place, "b", "new/office"), &place);
	assert_string_equal(place.restored.root, at(repo, &place, "new/office/sub"));
	assert_string_equal(place.restored.private_root, at(repo, &place, "new/private"));
	assert_same(repo, ".", "../new/office");
	arena_clear(&place.arena);
}

static void a_second_work_tree_is_backed_up_with_its_own_branch(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };

	repo_run(repo, "git worktree add -q ../tree other");
	must(back_up_from(&place, at(repo, &place, "tree"), at(repo, &place, "b"),
			  &(struct backup_options){ 0 }),
	     &place);
	must(restore(repo, &place, "b", "new/office"), &place);
	assert_same(repo, "../tree", "../new/office");
	arena_clear(&place.arena);
}

static void a_detached_head_stands_where_it_stood(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };

	repo_run(repo, "git checkout -q --detach other && git commit -q --allow-empty -m "
		       "nowhere && git -C ../private checkout -q --detach");
	must(back_up(repo, &place, "b"), &place);
	must(restore(repo, &place, "b", "new/office"), &place);
	assert_same(repo, ".", "../new/office");
	assert_same(repo, "../private", "../new/private");
	arena_clear(&place.arena);
}

static void objects_borrowed_from_elsewhere_are_in_it(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };

	repo_run(repo, "git clone -q --shared . ../borrowed");
	must(back_up_from(&place, at(repo, &place, "borrowed"), at(repo, &place, "b"),
			  &(struct backup_options){ 0 }),
	     &place);
	must(restore(repo, &place, "b", "new/office"), &place);
	repo_run(repo, "mv .git .gone");
	assert_output(repo, "git -C ../new/office fsck 2>&1; mv .gone .git", "");
	arena_clear(&place.arena);
}

static void without_the_private_store_the_catalogue_comes_back_alone(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };

	must(back_up_from(&place, repo->dir.s, at(repo, &place, "b"),
			  &(struct backup_options){ .without_private = true }),
	     &place);
	must(restore(repo, &place, "b", "new/office"), &place);
	assert_true(place.restored.private_missing);
	assert_null(place.restored.private_root);
	assert_output(repo,
		      "ls ../new; git bundle list-heads ../b | grep -c private || "
		      "true",
		      "office\n0\n");
	arena_clear(&place.arena);
}

static void a_private_store_kept_inside_is_part_of_the_catalogue(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };

	repo_run(repo, "mkdir inside && echo x >inside/x && sed -i "
		       "'s|../private|inside|' catalogue.yaml && git add . && git commit "
		       "-qm inside");
	must(back_up(repo, &place, "b"), &place);
	assert_null(place.written.private_root);
	must(restore(repo, &place, "b", "new/office"), &place);
	assert_output(repo, "cat ../new/office/inside/x", "x\n");
	arena_clear(&place.arena);
}

static void a_private_store_of_its_own_inside_comes_back_inside(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };

	repo_run(repo, "mv ../private inside && sed -i 's|../private|inside|' "
		       "catalogue.yaml && echo /inside >.gitignore && git add . && git "
		       "commit -qm inside");
	must(back_up(repo, &place, "b"), &place);
	assert_non_null(place.written.private_root);
	must(restore(repo, &place, "b", "new/office"), &place);
	assert_same(repo, ".", "../new/office");
	assert_same(repo, "inside", "../new/office/inside");
	assert_string_equal(place.restored.private_root,
			    at(repo, &place, "new/office/inside"));
	assert_output(repo, "ls -A ../new && git -C ../new/office status --porcelain",
		      "office\n");
	arena_clear(&place.arena);
}

/* ---- what is refused ---- */

static void places_inside_a_store_are_refused(void **state)
{
	struct repo *repo = *state;
	static const char *const inside[] = { "repo/b",         "repo/items/b",
					      "repo/.git/b",    "private/b",
					      "private/.git/b", "link/b" };
	struct place place = { .arena = ARENA_INIT };

	repo_run(repo, "ln -s repo/items ../link");
	for (size_t i = 0; i < ARRAY_LEN(inside); i++)
		assert_refused(repo, &place, back_up(repo, &place, inside[i]), ERR_DENIED,
			       "outside");
	assert_refused(repo, &place, back_up(repo, &place, "home"), ERR_DENIED, "folder");
	assert_refused(repo, &place, back_up(repo, &place, "none/b"), ERR_NOT_FOUND,
		       "none");
	arena_clear(&place.arena);
}

static void a_file_that_is_there_stays_without_force(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };
	const char *file = at(repo, &place, "b");

	repo_run(repo, "echo mine >../b");
	assert_refused(
		repo, &place,
		back_up_from(&place, repo->dir.s, file, &(struct backup_options){ 0 }),
		ERR_DENIED, "--force");
	assert_output(repo, "cat ../b", "mine\n");
	arena_clear(&place.arena);
}

struct state_case {
	const char *label;
	const char *prepare;
	enum error_code code;
	const char *part;
};

static const struct state_case states[] = {
	{ "nothing is committed", "git update-ref -d HEAD", ERR_NOT_FOUND,
	  "nothing is committed" },
	{ "catalogue.yaml is not committed",
	  "git rm -q --cached catalogue.yaml && git "
	  "commit -qm x",
	  ERR_NOT_FOUND, "catalogue.yaml" },
	{ "the clone is shallow", "git rev-parse HEAD >.git/shallow", ERR_DENIED,
	  "--unshallow" },
	{ "the private store is shallow",
	  "cd ../private && git rev-parse HEAD >.git/shallow", ERR_DENIED,
	  "--unshallow" },
	{ "the private store is not there", "mv ../private ../elsewhere", ERR_NOT_FOUND,
	  "--without-private" },
	{ "the private store is no repository", "rm -rf ../private/.git", ERR_NOT_FOUND,
	  "git repository" },
	{ "the private store is a folder of another repository",
	  "mv ../private ../p && git init -q ../x && mv ../x ../p/x; rm -rf ../p/.git; "
	  "cd ../p && git init -q && cd ../repo && sed -i 's|../private|../p/requests|' "
	  "catalogue.yaml && git commit -qam x",
	  ERR_DENIED, "another repository" },
	{ "there is no git", "rm -rf .git", ERR_NOT_FOUND, "git repository" },
	{ "an object is missing",
	  "rm -f .git/objects/$(git rev-parse HEAD:units.txt | sed 's|^..|&/|')",
	  ERR_EXTERNAL, "git says" },
};

static void cannot_be_backed_up(void **state)
{
	const struct state_case *one = *state;
	void *made = NULL;
	struct place place = { .arena = ARENA_INIT };

	assert_int_equal(setup(&made), 0);
	struct repo *repo = made;

	if (!repo)
		return;
	repo_run(repo, one->prepare);
	assert_refused(repo, &place, back_up(repo, &place, "b"), one->code, one->part);
	assert_output(repo, "ls .. | grep '^b$' || true", "");
	arena_clear(&place.arena);
	assert_int_equal(repo_teardown(&made), 0);
}

static void a_full_disk_leaves_the_old_backup(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };
	struct rlimit before, small;

	/* What cannot be packed well, more than the limit that stands for the disk. */
	repo_run(repo,
		 "head -c 300000 /dev/urandom >big && git add big && git commit -qm "
		 "big && echo old >../b");
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = before;
	small.rlim_cur = 100000;
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	int rc = back_up(repo, &place, "b");

	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_refused(repo, &place, rc, ERR_EXTERNAL, "git says");
	assert_output(repo, "cat ../b", "old\n");
	arena_clear(&place.arena);
}

/* ---- what cannot be restored ---- */

static void something_in_the_way_stays(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };

	must(back_up(repo, &place, "b"), &place);
	repo_run(repo,
		 "mkdir -p ../new/full ../new/empty && echo x >../new/full/x && echo x "
		 ">../new/file");
	assert_refused(repo, &place, restore(repo, &place, "b", "new/full"), ERR_DENIED,
		       "full");
	assert_refused(repo, &place, restore(repo, &place, "b", "new/file"), ERR_DENIED,
		       "file");
	/* The private store would come where the office's own is. */
	assert_refused(repo, &place, restore(repo, &place, "b", "beside"), ERR_DENIED,
		       "private");
	assert_output(repo, "ls -A ../new ../new/full ; ls .. | grep beside || true",
		      "../new:\nempty\nfile\nfull\n\n../new/full:\nx\n");
	must(restore(repo, &place, "b", "new/empty"), &place);
	arena_clear(&place.arena);
}

struct file_case {
	const char *label;
	const char *make; /* ../c from the backup ../b */
	enum error_code code;
	const char *part;
};

static const struct file_case files[] = {
	{ "no file", "true", ERR_NOT_FOUND, "no file" },
	{ "a folder", "mkdir ../c", ERR_SYNTAX, "no backup" },
	{ "an empty file", ": >../c", ERR_SYNTAX, "no backup" },
	{ "a text", "echo hello >../c", ERR_SYNTAX, "no backup" },
	{ "one cut in its first line", "head -c 10 ../b >../c", ERR_SYNTAX, "no backup" },
	{ "one cut among its references", "head -c 150 ../b >../c", ERR_SYNTAX,
	  "no backup" },
	{ "one cut behind its references", "sed '/^$/q' ../b >../c", ERR_SYNTAX,
	  "damaged" },
	{ "one that lacks its last byte", "head -c -1 ../b >../c", ERR_SYNTAX,
	  "damaged" },
	{ "one with a byte changed",
	  "cp ../b ../c && printf X | dd of=../c bs=1 seek=$(($(stat -c %s ../b) - 200)) "
	  "conv=notrunc status=none",
	  ERR_SYNTAX, "damaged" },
	{ "one that leads to what is not in it",
	  "sed 's/^[0-9a-f]\\{40\\} "
	  "refs.tags.light/0123456789012345678901234567890123456789 "
	  "refs\\/tags\\/light/' ../b >../c",
	  ERR_SYNTAX, "damaged" },
	{ "a bundle of git's own", "git bundle create -q ../c --all", ERR_SYNTAX,
	  "git clone" },
	{ "a part of a repository", "git bundle create -q ../c HEAD~1..HEAD", ERR_SYNTAX,
	  "part" },
	{ "one of a newer gk",
	  "git clone -q --mirror ../b ../m && cd ../m && git update-ref refs/gk/backup "
	  "$(git "
	  "commit-tree -m x $(printf '100644 blob %s\\tbackup.yaml\\n' $(echo 'format: "
	  "2' | "
	  "git hash-object -w --stdin) | git mktree)) && git bundle create -q ../c --all",
	  ERR_LIMIT, "newer gk" },
	{ "one whose note says nothing",
	  "git clone -q --mirror ../b ../m && cd ../m && git update-ref refs/gk/backup "
	  "refs/heads/main && git bundle create -q ../c --all",
	  ERR_SYNTAX, "says of itself" },
	{ "one whose folder leads out",
	  "git clone -q --mirror ../b ../m && cd ../m && git update-ref refs/gk/backup "
	  "$(git "
	  "commit-tree -m x $(printf '100644 blob %s\\tbackup.yaml\\n' $(printf 'format: "
	  "1\\nmade: 2026-11-20\\nfolder: ../x\\nhead: refs/heads/main\\n' | "
	  "git hash-object -w --stdin) | git mktree)) && git bundle create -q ../c --all",
	  ERR_SYNTAX, "says of itself" },
	{ "one without catalogue.yaml",
	  "git clone -q --mirror ../b ../m && cd ../m && git update-ref refs/heads/main "
	  "$(git "
	  "commit-tree -m x $(git mktree </dev/null)) && git bundle create -q ../c --all",
	  ERR_SYNTAX, "catalogue.yaml" },
	{ "one whose catalogue has a newer format",
	  "git clone -q --mirror ../b ../m && cd ../m && git update-ref refs/heads/main "
	  "$(git "
	  "commit-tree -m x $(printf '100644 blob %s\\tcatalogue.yaml\\n' $(echo "
	  "'format: 9' "
	  "| git hash-object -w --stdin) | git mktree)) && git bundle create -q ../c "
	  "--all",
	  ERR_LIMIT, "newer gk" },
};

static void cannot_be_restored(void **state)
{
	const struct file_case *one = *state;
	void *made = NULL;
	struct place place = { .arena = ARENA_INIT };

	assert_int_equal(setup(&made), 0);
	struct repo *repo = made;

	if (!repo)
		return;
	must(back_up(repo, &place, "b"), &place);
	repo_run(repo, one->make);
	repo_run(repo, "mkdir ../new");
	assert_refused(repo, &place, restore(repo, &place, "c", "new/office"), one->code,
		       one->part);
	assert_output(repo, "ls -A ../new", "");
	arena_clear(&place.arena);
	assert_int_equal(repo_teardown(&made), 0);
}

static void a_cut_at_any_byte_is_seen(void **state)
{
	struct repo *repo = *state;
	struct place place = { .arena = ARENA_INIT };
	enum { CUTS = 24 };

	must(back_up(repo, &place, "b"), &place);
	for (int64_t i = 0; i < CUTS; i++) {
		repo_run(repo, arena_printf(&place.arena, "head -c %lld ../b >../c",
					    (long long)(place.written.bytes * i / CUTS)));
		assert_refused(repo, &place, restore(repo, &place, "c", "new/office"),
			       ERR_SYNTAX, "");
	}
	arena_clear(&place.arena);
}

#define IN_REPO(test) cmocka_unit_test_setup_teardown(test, setup, repo_teardown)

int main(void)
{
	const struct CMUnitTest fixed[] = {
		IN_REPO(both_stores_come_back_with_every_reference),
		IN_REPO(neither_store_gets_objects_of_the_other),
		IN_REPO(any_git_reads_it_and_only_its_owner),
		IN_REPO(the_same_commits_give_the_same_note),
		IN_REPO(drafts_go_along),
		IN_REPO(what_is_not_committed_is_told),
		IN_REPO(a_private_store_without_commits_comes_back_empty),
		IN_REPO(a_catalogue_in_a_folder_comes_back_in_its_folder),
		IN_REPO(a_second_work_tree_is_backed_up_with_its_own_branch),
		IN_REPO(a_detached_head_stands_where_it_stood),
		IN_REPO(objects_borrowed_from_elsewhere_are_in_it),
		IN_REPO(without_the_private_store_the_catalogue_comes_back_alone),
		IN_REPO(a_private_store_kept_inside_is_part_of_the_catalogue),
		IN_REPO(a_private_store_of_its_own_inside_comes_back_inside),
		IN_REPO(places_inside_a_store_are_refused),
		IN_REPO(a_file_that_is_there_stays_without_force),
		IN_REPO(a_full_disk_leaves_the_old_backup),
		IN_REPO(something_in_the_way_stays),
		IN_REPO(a_cut_at_any_byte_is_seen),
	};
	struct CMUnitTest tests[ARRAY_LEN(fixed) + ARRAY_LEN(states) + ARRAY_LEN(files)];
	size_t count = 0;

	for (size_t i = 0; i < ARRAY_LEN(fixed); i++)
		tests[count++] = fixed[i];
	for (size_t i = 0; i < ARRAY_LEN(states); i++)
		tests[count++] = UNIT_ROW(cannot_be_backed_up, &states[i]);
	for (size_t i = 0; i < ARRAY_LEN(files); i++)
		tests[count++] = UNIT_ROW(cannot_be_restored, &files[i]);
	return cmocka_run_group_tests_name("backup", tests, NULL, NULL);
}
