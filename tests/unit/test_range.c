#include "unit/repo.h"

#include "store/range.h"

struct fixture {
	struct repo *repo;
	struct arena arena;
	struct source *source;
	struct error err;
};

static void open_at(struct fixture *f, const char *rev)
{
	const struct source_options options = { .dir = f->repo->dir.s, .rev = rev };

	if (source_open(&options, &f->source, &f->err) < 0)
		fail_msg("%s", f->err.text);
}

static void begin(struct fixture *f, void **state, const char *shell)
{
	*f = (struct fixture){ .repo = *state, .arena = ARENA_INIT };
	repo_run(f->repo, shell);
}

static void end(struct fixture *f)
{
	source_free(f->source);
	arena_clear(&f->arena);
}

static struct range read_range(struct fixture *f, const char *from, const char *to)
{
	struct range_options options = { .to = to };
	struct range range;

	strings_add(&f->arena, &options.hidden, from);
	if (range_read(f->source, &f->arena, &options, &range, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return range;
}

static const char *id_of(struct fixture *f, const char *rev)
{
	const char *id;

	if (range_commit_id(f->source, &f->arena, rev, &id, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return id;
}

/* "path was>is" a line: - for nothing, f for a file, ? for something else. */
static const char *changes(struct fixture *f, const char *from, const char *to)
{
	struct range_changes list;
	auto_buf out = BUF_INIT;

	if (range_changes(f->source, &f->arena, from ? id_of(f, from) : NULL,
			  to ? id_of(f, to) : NULL, &list, &f->err) < 0)
		fail_msg("%s", f->err.text);
	for (size_t i = 0; i < list.count; i++) {
		const struct range_change *change = &list.items[i];

		buf_addf(&out, "%s %c>%c\n", change->path, change->was ? 'f' : '-',
			 change->is      ? 'f'
			 : change->stays ? '?'
					 : '-');
	}
	return buf_dup(&out, &f->arena);
}

#define COMMIT "git add -A && git commit -qm x && "

static void commits_come_parents_first(void **state)
{
	struct fixture f;
	struct range range;

	begin(&f, state,
	      "git tag a && git commit -q --allow-empty -m 1 && git checkout -q -b side "
	      "&&"
	      "git commit -q --allow-empty -m 2 && git checkout -q main &&"
	      "git commit -q --allow-empty -m 3 && git merge -q side -m 4 && git tag b");
	open_at(&f, "HEAD");
	range = read_range(&f, "a", "b");
	assert_int_equal(range.count, 4);
	assert_int_equal(range.items[3].parents.count, 2);
	assert_string_equal(range.items[3].id, range.to);
	assert_int_equal(range.items[0].date.year, 2018);
	for (size_t i = 0; i < range.count; i++)
		for (size_t p = 0; p < range.items[i].parents.count; p++)
			for (size_t k = i; k < range.count; k++)
				assert_string_not_equal(range.items[i].parents.items[p],
							range.items[k].id);
	assert_int_equal(read_range(&f, "b", "a").count, 0);
	end(&f);
}

static void the_base_of_two_branches_is_where_they_part(void **state)
{
	struct fixture f;
	const char *base;

	begin(&f, state,
	      "git checkout -q -b side && git commit -q --allow-empty -m 1 && git "
	      "checkout -q "
	      "main && git commit -q --allow-empty -m 2 && git checkout -q --orphan "
	      "alone && "
	      "git commit -q --allow-empty -m 3");
	open_at(&f, "main");
	assert_int_equal(range_base(f.source, &f.arena, "side", "main", &base, &f.err),
			 0);
	assert_string_equal(base, id_of(&f, "main~1"));
	assert_int_equal(range_base(f.source, &f.arena, "alone", "main", &base, &f.err),
			 0);
	assert_null(base);
	end(&f);
}

static void every_kind_of_change_is_told_once(void **state)
{
	struct fixture f;

	begin(&f, state,
	      "git tag a && echo x >>items/mz/mz-0001.yaml && git rm -q "
	      "items/mz/mz-0002.yaml &&"
	      "echo y >new.yaml && ln -s new.yaml link.yaml && mkdir -p public .public-1 "
	      "&&"
	      "echo z >public/z && rm documents/2018/00/2018-00001.yaml &&"
	      "mkdir documents/2018/00/2018-00001.yaml &&"
	      "echo z >documents/2018/00/2018-00001.yaml/z &&" COMMIT "git tag b");
	open_at(&f, "b");
	assert_string_equal(changes(&f, "a", "b"),
			    "documents/2018/00/2018-00001.yaml f>-\n"
			    "documents/2018/00/2018-00001.yaml ->?\n"
			    "documents/2018/00/2018-00001.yaml/z ->f\n"
			    "items/mz/mz-0001.yaml f>f\n"
			    "items/mz/mz-0002.yaml f>-\n"
			    "link.yaml ->?\n"
			    "new.yaml ->f\n");
	assert_string_equal(changes(&f, "a", "a"), "");
	assert_string_equal(changes(&f, NULL, "a"),
			    "catalogue.yaml ->f\n"
			    "documents/2018/00/2018-00001.yaml ->f\n"
			    "items/mz/mz-0001.yaml ->f\n"
			    "items/mz/mz-0002.yaml ->f\n");
	end(&f);
}

static void the_index_and_the_work_tree_are_compared_with_a_commit(void **state)
{
	struct fixture f;

	begin(&f, state,
	      "echo x >>items/mz/mz-0001.yaml && git add -A && "
	      "echo x >>items/mz/mz-0002.yaml && git rm -q --cached "
	      "documents/2018/00/2018-00001.yaml && echo new >new.yaml");
	open_at(&f, ":");
	assert_string_equal(changes(&f, "HEAD", NULL),
			    "documents/2018/00/2018-00001.yaml f>-\n"
			    "items/mz/mz-0001.yaml f>f\n");
	source_free(f.source);
	open_at(&f, NULL);
	assert_non_null(strstr(changes(&f, "HEAD", NULL), "items/mz/mz-0002.yaml f>"));
	assert_non_null(strstr(changes(&f, "HEAD", NULL), "new.yaml ->"));
	assert_null(strstr(changes(&f, "HEAD", NULL), "catalogue.yaml"));
	end(&f);
}

static void a_catalogue_that_moved_is_compared_where_it_was(void **state)
{
	struct fixture f;

	begin(&f, state,
	      "git tag a && mkdir sub && git mv catalogue.yaml items documents sub && "
	      "echo x >>sub/items/mz/mz-0001.yaml &&" COMMIT
	      "git tag b && git rm -rq sub &&"
	      "echo x >README &&" COMMIT "git tag c");
	assert_int_equal(
		source_open_folder(f.repo->dir.s, "b", "sub/", &f.source, &f.err), 0);
	assert_string_equal(source_prefix(f.source), "sub/");
	assert_string_equal(changes(&f, "a", "b"), "items/mz/mz-0001.yaml f>f\n");
	assert_string_equal(changes(&f, "b", "c"),
			    "catalogue.yaml f>-\n"
			    "documents/2018/00/2018-00001.yaml f>-\n"
			    "items/mz/mz-0001.yaml f>-\n"
			    "items/mz/mz-0002.yaml f>-\n");
	end(&f);
}

static void a_shallow_clone_that_has_the_commits_suffices(void **state)
{
	struct fixture f;
	const char *base;
	struct range_options options = { .to = "HEAD" };
	struct range range;

	begin(&f, state,
	      "git commit -q --allow-empty -m 1 && git commit -q --allow-empty -m 2 && "
	      "git clone -q --depth 2 file://$PWD/.git ../shallow && "
	      "git clone -q --depth 1 file://$PWD/.git shallower");
	buf_reset(&f.repo->dir);
	buf_addf(&f.repo->dir, "%s/shallow", f.repo->top);
	open_at(&f, "HEAD");
	assert_int_equal(read_range(&f, "HEAD~1", "HEAD").count, 1);
	assert_int_equal(range_base(f.source, &f.arena, "HEAD~1", "HEAD", &base, &f.err),
			 0);
	assert_string_equal(base, id_of(&f, "HEAD~1"));
	/* From the start of all, which is not here. */
	assert_int_equal(range_read(f.source, &f.arena, &options, &range, &f.err), -1);
	assert_int_equal(f.err.code, ERR_NOT_FOUND);
	assert_non_null(strstr(f.err.text, "git fetch --unshallow"));
	assert_int_equal(range_commit_id(f.source, &f.arena, "HEAD~5", &base, &f.err),
			 -1);
	assert_non_null(strstr(f.err.text, "git fetch --unshallow"));
	end(&f);
}

static void the_next_commit_has_the_parents_of_a_merge(void **state)
{
	struct fixture f;
	struct strings parents = { 0 };

	begin(&f, state,
	      "git checkout -q -b side && git commit -q --allow-empty -m 1 && git "
	      "checkout -q "
	      "main && git merge -q --no-ff --no-commit side");
	open_at(&f, ":");
	assert_int_equal(range_next_parents(f.source, &f.arena, &parents, &f.err), 0);
	assert_int_equal(parents.count, 2);
	assert_string_equal(parents.items[0], id_of(&f, "main"));
	assert_string_equal(parents.items[1], id_of(&f, "side"));
	assert_string_equal(range_head_ref(f.source, &f.arena), "refs/heads/main");
	end(&f);
}

static void a_day_names_the_last_commit_before_it(void **state)
{
	struct fixture f;
	const struct date day = { .year = 2018, .month = 7, .day = 6 };
	const struct date first = { .year = 2018, .month = 7, .day = 4 };
	const char *id;

	begin(&f, state,
	      "GIT_COMMITTER_DATE='2018-07-06T00:10:00+0800' git commit -q --allow-empty "
	      "-m x");
	open_at(&f, NULL);
	assert_int_equal(range_before(f.source, &f.arena, day, &id, &f.err), 0);
	assert_string_equal(id, id_of(&f, "HEAD~1"));
	assert_int_equal(range_before(f.source, &f.arena, first, &id, &f.err), 0);
	assert_null(id);
	end(&f);
}

static void a_narrow_source_lists_few_and_finds_all(void **state)
{
	struct fixture f;
	struct source_entry entry;
	struct source_entry twice[2];
	struct source_entry *list;
	size_t count;
	auto_buf text = BUF_INIT;

	begin(&f, state, "true");
	open_at(&f, "HEAD");
	assert_int_equal(
		source_find(f.source, &f.arena, "items/mz/mz-0002.yaml", &entry, &f.err),
		0);
	twice[0] = twice[1] = entry;
	source_narrow(f.source, twice, ARRAY_LEN(twice));
	assert_int_equal(source_list(f.source, &f.arena, &list, &count, &f.err), 0);
	assert_int_equal(count, 1);
	assert_string_equal(list[0].path, "items/mz/mz-0002.yaml");
	assert_int_equal(
		source_find(f.source, &f.arena, "items/mz/mz-0001.yaml", &entry, &f.err),
		0);
	source_overlay(f.source, "items/mz/mz-0001.yaml", "other", strlen("other"));
	assert_int_equal(
		source_find(f.source, &f.arena, "items/mz/mz-0001.yaml", &entry, &f.err),
		0);
	assert_int_equal(source_read(f.source, &entry, &text, &f.err), 0);
	assert_string_equal(text.s, "other");
	assert_int_equal(
		source_list_folder(f.source, &f.arena, "items/mz", &list, &count, &f.err),
		0);
	assert_int_equal(count, 2);
	assert_string_equal(list[1].path, "items/mz/mz-0002.yaml");
	end(&f);
}

static void a_folder_without_a_catalogue_is_an_empty_one(void **state)
{
	struct fixture f;
	struct source_entry *list;
	size_t count;

	begin(&f, state, "git rm -rq . && echo x >README &&" COMMIT "true");
	assert_int_equal(
		source_open_folder(f.repo->dir.s, "HEAD", "nowhere/", &f.source, &f.err),
		0);
	assert_int_equal(source_list(f.source, &f.arena, &list, &count, &f.err), 0);
	assert_int_equal(count, 0);
	source_free(f.source);
	assert_int_equal(
		source_open_folder(f.repo->dir.s, "HEAD~1", "", &f.source, &f.err), 0);
	assert_int_equal(source_list(f.source, &f.arena, &list, &count, &f.err), 0);
	assert_int_equal(count, 4);
	end(&f);
}

#define RANGE_TEST(name) cmocka_unit_test_setup_teardown(name, repo_setup, repo_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		RANGE_TEST(commits_come_parents_first),
		RANGE_TEST(the_base_of_two_branches_is_where_they_part),
		RANGE_TEST(every_kind_of_change_is_told_once),
		RANGE_TEST(the_index_and_the_work_tree_are_compared_with_a_commit),
		RANGE_TEST(a_catalogue_that_moved_is_compared_where_it_was),
		RANGE_TEST(a_shallow_clone_that_has_the_commits_suffices),
		RANGE_TEST(the_next_commit_has_the_parents_of_a_merge),
		RANGE_TEST(a_day_names_the_last_commit_before_it),
		RANGE_TEST(a_narrow_source_lists_few_and_finds_all),
		RANGE_TEST(a_folder_without_a_catalogue_is_an_empty_one),
	};

	return cmocka_run_group_tests_name("range", tests, NULL, NULL);
}
