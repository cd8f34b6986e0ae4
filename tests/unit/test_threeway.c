#include "unit/unit.h"

#include <unistd.h>

#include "store/threeway.h"
#include "unit/repo.h"

static const char *oid_of(const struct repo *repo, struct arena *arena, const char *name)
{
	char *hex = arena_strdup(
		arena, repo_output(repo, arena,
				   arena_printf(arena, "git rev-parse '%s'", name)));

	hex[strcspn(hex, "\n")] = '\0';
	return hex;
}

static int try_open(const struct repo *repo, const char *ours, const char *theirs,
		    struct threeway **out, struct error *err)
{
	struct arena arena = ARENA_INIT;
	int rc = threeway_open(repo->dir.s, ours ? oid_of(repo, &arena, ours) : NULL,
			       oid_of(repo, &arena, theirs), out, err);

	arena_clear(&arena);
	return rc;
}

static struct threeway *compare(const struct repo *repo, const char *ours,
				const char *theirs)
{
	struct threeway *threeway = NULL;
	struct error err;

	if (try_open(repo, ours, theirs, &threeway, &err) < 0)
		fail_msg("%s", err.text);
	return threeway;
}

/* One side on a line: its mode and what is in it, or a dash. */
static void add_side(struct threeway *threeway, const struct threeway_file *file,
		     const struct threeway_side *side, struct buf *out)
{
	auto_buf bytes = BUF_INIT;
	struct error err;

	if (!side->oid) {
		buf_adds(out, " -");
		return;
	}
	if (threeway_read(threeway, file->path, side, &bytes, &err) < 0)
		fail_msg("%s", err.text);
	buf_addf(out, " %o:%.*s", side->mode, (int)strcspn(bytes.s, "\n"), bytes.s);
}

/* All files that theirs changed: path, base, ours, theirs. */
static void assert_files(struct threeway *threeway, const char *expected)
{
	struct arena arena = ARENA_INIT;
	struct list files = { 0 };
	struct error err;
	auto_buf text = BUF_INIT;

	if (threeway_files(threeway, &arena, &files, &err) < 0)
		fail_msg("%s", err.text);
	for (size_t i = 0; i < files.count; i++) {
		const struct threeway_file *file =
			list_at(&files, struct threeway_file, i);

		buf_adds(&text, file->path);
		add_side(threeway, file, &file->base, &text);
		add_side(threeway, file, &file->ours, &text);
		add_side(threeway, file, &file->theirs, &text);
		buf_addc(&text, '\n');
	}
	assert_string_equal(text.len ? text.s : "", expected);
	arena_clear(&arena);
}

/* ---- how two commits stand to each other ---- */

static const struct standing {
	const char *label;
	const char *ours;
	const char *theirs;
	enum threeway_relation relation;
	size_t ahead;
} standings[] = {
	{ "the_same_commit_has_nothing_new", "main", "main", THREEWAY_AHEAD, 0 },
	{ "an_ancestor_has_nothing_new", "main", "base", THREEWAY_AHEAD, 2 },
	{ "a_descendant_is_to_be_followed", "base", "side", THREEWAY_BEHIND, 0 },
	{ "two_branches_have_each_their_own", "main", "side", THREEWAY_DIVERGED, 2 },
	{ "an_unborn_branch_is_behind_everything", NULL, "side", THREEWAY_BEHIND, 0 },
};

static const char branches[] =
	"git tag base && git checkout -q -b side && echo theirs >items/mz/mz-0001.yaml &&"
	"git commit -qam theirs && git checkout -q main && echo ours "
	">items/mz/mz-0002.yaml &&"
	"git commit -qam one && git commit -q --allow-empty -m two";

static void stand(void **state)
{
	const struct standing *standing = *state;
	void *made = NULL;

	if (repo_setup(&made) < 0 || !made) {
		fail();
		return;
	}
	repo_run(made, branches);
	{
		auto_threeway *threeway = compare(made, standing->ours, standing->theirs);

		assert_int_equal(threeway_relation(threeway), standing->relation);
		assert_int_equal(threeway_ahead(threeway), standing->ahead);
	}
	assert_int_equal(repo_teardown(&made), 0);
}

/* ---- files ---- */

static void what_theirs_changed_is_listed_with_three_sides(void **state)
{
	const struct repo *repo = *state;

	repo_run(
		repo,
		"echo old >notes && echo run >tool && git add . && git commit -qm more &&"
		"git checkout -q -b side && echo new >>items/mz/mz-0001.yaml &&"
		"git rm -q items/mz/mz-0002.yaml && echo added >a.md && chmod +x tool &&"
		"rm notes && mkdir notes && echo in >notes/in && git add . && git commit "
		"-qm theirs &&"
		"ln -s a.md z && git add z && git commit -qm link && git checkout -q "
		"main "
		"&&"
		"echo ours >a.md && echo 'ours' >catalogue.yaml && git rm -q "
		"items/mz/mz-0001.yaml &&"
		"git add . && git commit -qm ours");
	{
		auto_threeway *threeway = compare(repo, "main", "side");

		assert_files(
			threeway,
			"a.md - 100644:ours 100644:added\n"
			"items/mz/mz-0001.yaml 100644:id: mz-0001 - 100644:id: mz-0001\n"
			"items/mz/mz-0002.yaml 100644:id: mz-0002 100644:id: mz-0002 -\n"
			"notes 100644:old 100644:old -\n"
			"notes/in - - 100644:in\n"
			"tool 100644:run 100644:run 100755:run\n"
			"z - - 120000:a.md\n");
	}
}

static void a_path_is_found_as_the_three_have_it(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct threeway_file file;
	struct error err = { 0 };
	auto_buf bytes = BUF_INIT;

	repo_run(repo, branches);
	{
		auto_threeway *threeway = compare(repo, "main", "side");
		const struct threeway_side gone = {
			.oid = "0123456789012345678901234567890123456789", .mode = 0100644
		};
		const struct threeway_side odd = { .oid = "x", .mode = 0100644 };

		assert_int_equal(threeway_find(threeway, &arena, "items/mz/mz-0002.yaml",
					       &file, &err),
				 0);
		assert_string_equal(file.base.oid, file.theirs.oid);
		assert_string_not_equal(file.base.oid, file.ours.oid);
		/* Neither a folder nor nothing is a file. */
		assert_int_equal(threeway_find(threeway, &arena, "items/mz", &file, &err),
				 0);
		assert_null(file.base.oid);
		assert_int_equal(threeway_find(threeway, &arena, "none/x", &file, &err),
				 0);
		assert_null(file.theirs.oid);
		assert_int_equal(threeway_read(threeway, "x", &gone, &bytes, &err), -1);
		assert_int_equal(threeway_read(threeway, "x", &odd, &bytes, &err), -1);
		assert_int_equal(bytes.len, 0);
	}
	arena_clear(&arena);
}

static void against_an_unborn_branch_all_is_new(void **state)
{
	auto_threeway *threeway = compare(*state, NULL, "main");

	assert_files(threeway,
		     "catalogue.yaml - - 100644:format: 1\n"
		     "documents/2018/00/2018-00001.yaml - - 100644:id: 2018-00001\n"
		     "items/mz/mz-0001.yaml - - 100644:id: mz-0001\n"
		     "items/mz/mz-0002.yaml - - 100644:id: mz-0002\n");
}

/* Both have merged the other once: what they have in common is what both merges come to. */
static void histories_merged_crosswise_have_both_in_common(void **state)
{
	const struct repo *repo = *state;

	repo_run(
		repo,
		"git checkout -q -b side && echo side >s && git add . && git commit -qm "
		"s "
		"&&"
		"git checkout -q main && echo main >m && git add . && git commit -qm m &&"
		"git tag m && git merge -q -m ms side && git checkout -q side && git "
		"merge "
		"-q -m sm m &&"
		"echo more >>s && git commit -qam more");
	{
		auto_threeway *threeway = compare(repo, "main", "side");

		assert_int_equal(threeway_relation(threeway), THREEWAY_DIVERGED);
		assert_files(threeway, "s 100644:side 100644:side 100644:side\n");
	}
}

/* ---- what cannot be compared ---- */

static void refuse(const struct repo *repo, const char *ours, const char *theirs,
		   enum error_code code, const char *part)
{
	struct threeway *threeway = NULL;
	struct error err = { 0 };

	assert_int_equal(threeway_open(repo->dir.s, ours, theirs, &threeway, &err), -1);
	assert_null(threeway);
	assert_int_equal(err.code, code);
	assert_null(strchr(err.text, '\n'));
	if (!strstr(err.text, part))
		fail_msg("'%s' is not in: %s", part, err.text);
}

static void two_catalogues_have_nothing_in_common(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;

	repo_run(repo,
		 "git checkout -q --orphan alone && git commit -q --allow-empty -m x");
	refuse(repo, oid_of(repo, &arena, "main"), oid_of(repo, &arena, "alone"),
	       ERR_DENIED, "gk add --from");
	arena_clear(&arena);
}

static void a_shallow_clone_is_not_guessed_about(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;

	repo_run(repo, branches);
	repo_run(repo, "git rev-parse main side >.git/shallow");
	refuse(repo, oid_of(repo, &arena, "main"), oid_of(repo, &arena, "side"),
	       ERR_NOT_FOUND, "--unshallow");
	arena_clear(&arena);
}

static void what_is_no_commit_is_refused(void **state)
{
	static const char *const ids[] = { "", "main", "zz",
					   "0123456789012345678901234567890123456789" };
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	const char *head = oid_of(repo, &arena, "main");

	for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
		refuse(repo, head, ids[i], ERR_EXTERNAL, "cannot read");
		refuse(repo, ids[i], head, ERR_EXTERNAL, "cannot read");
	}
	refuse(repo, head, oid_of(repo, &arena, "main^{tree}"), ERR_EXTERNAL,
	       "cannot read");
	repo_run(repo, "rm -rf .git");
	refuse(repo, head, head, ERR_NOT_FOUND, "git repository");
	arena_clear(&arena);
}

/* ---- texts ---- */

static struct threeway_text text_of(const char *text)
{
	return (struct threeway_text){ .bytes = text, .len = strlen(text) };
}

static const struct text_case {
	const char *label;
	const char *base;
	const char *ours;
	const char *theirs;
	enum threeway_favour favour;
	const char *merged; /* NULL: lines collide */
} texts[] = {
	{ "lines_apart_are_merged", "1\n2\n3\n4\n5\n", "0\n2\n3\n4\n5\n",
	  "1\n2\n3\n4\n6\n", FAVOUR_NONE, "0\n2\n3\n4\n6\n" },
	{ "the_same_change_is_made_once", "1\n2\n", "1\nx\n", "1\nx\n", FAVOUR_NONE,
	  "1\nx\n" },
	{ "lines_that_collide_are_not_merged", "1\n2\n3\n", "1\nx\n3\n", "1\ny\n3\n",
	  FAVOUR_NONE, NULL },
	{ "ours_holds_where_lines_collide", "1\n2\n3\n4\n5\n", "1\nx\n3\n4\n5\n",
	  "1\ny\n3\n4\n6\n", FAVOUR_OURS, "1\nx\n3\n4\n6\n" },
	{ "theirs_holds_where_lines_collide", "1\n2\n3\n4\n5\n", "0\nx\n3\n4\n5\n",
	  "1\ny\n3\n4\n5\n", FAVOUR_THEIRS, "1\ny\n3\n4\n5\n" },
	{ "a_removal_and_a_change_collide", "1\n2\n3\n", "1\n3\n", "1\ny\n3\n",
	  FAVOUR_NONE, NULL },
	{ "one_side_emptied_collides_with_a_change", "1\n", "", "2\n", FAVOUR_NONE,
	  NULL },
	{ "two_texts_from_nothing_collide", "", "1\n", "2\n", FAVOUR_NONE, NULL },
	{ "what_one_side_alone_added_is_taken", "", "", "低保\n", FAVOUR_NONE, "低保\n" },
	{ "a_last_line_without_its_end_is_kept_so", "1\n2\n3\n4", "0\n2\n3\n4",
	  "1\n2\n3\n4", FAVOUR_NONE, "0\n2\n3\n4" },
};

static void merge_texts(void **state)
{
	const struct text_case *one = *state;
	const struct threeway_text base = text_of(one->base);
	const struct threeway_text ours = text_of(one->ours);
	const struct threeway_text theirs = text_of(one->theirs);
	auto_buf out = BUF_INIT;

	buf_adds(&out, "before|");
	assert_int_equal(threeway_merge(&base, &ours, &theirs, one->favour, &out),
			 one->merged != NULL);
	assert_string_equal(out.s + strlen("before|"), one->merged ? one->merged : "");
}

static void lines_that_collide_stand_between_markers(void **state)
{
	const struct threeway_text base = text_of("1\n2\n3\n");
	const struct threeway_text ours = text_of("1\nx\n3\n");
	const struct threeway_text theirs = text_of("1\ny\n3\n");
	auto_buf out = BUF_INIT;

	(void)state;
	threeway_mark(&base, &ours, &theirs, &out);
	assert_string_equal(out.s, "1\n<<<<<<< ours\nx\n||||||| base\n2\n=======\ny\n"
				   ">>>>>>> theirs\n3\n");
}

#define IN_REPO(test) cmocka_unit_test_setup_teardown(test, repo_setup, repo_teardown)

int main(void)
{
	const struct CMUnitTest alone[] = {
		IN_REPO(what_theirs_changed_is_listed_with_three_sides),
		IN_REPO(a_path_is_found_as_the_three_have_it),
		IN_REPO(against_an_unborn_branch_all_is_new),
		IN_REPO(histories_merged_crosswise_have_both_in_common),
		IN_REPO(two_catalogues_have_nothing_in_common),
		IN_REPO(a_shallow_clone_is_not_guessed_about),
		IN_REPO(what_is_no_commit_is_refused),
		cmocka_unit_test(lines_that_collide_stand_between_markers),
	};
	struct CMUnitTest
		tests[ARRAY_LEN(alone) + ARRAY_LEN(standings) + ARRAY_LEN(texts)];
	size_t count = 0;

	for (size_t i = 0; i < ARRAY_LEN(standings); i++)
		tests[count++] = UNIT_ROW(stand, &standings[i]);
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		tests[count++] = UNIT_ROW(merge_texts, &texts[i]);
	for (size_t i = 0; i < ARRAY_LEN(alone); i++)
		tests[count++] = alone[i];
	return cmocka_run_group_tests_name("threeway", tests, NULL, NULL);
}
