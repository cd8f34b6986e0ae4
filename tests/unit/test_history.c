#include "unit/repo.h"

#include "check/steps.h"

/* tests/fixtures/history/README.md says what the fixtures are. */
#define FIXTURES GK_SOURCE_DIR "/tests/fixtures/history/"

struct history_case {
	char label[96];
	const char *name;
	bool bad;
};

/* Of what takes several rules; the others are the rules themselves. */
static const char *const further[] = { "merge-both",   "merge-either", "broken-between",
				       "number-moved", "number-freed", "merge-stubs",
				       "stub-follows" };

/* Fixtures without a good side, or without a bad one, say nothing. */
static void run_fixture(const struct repo *repo, const struct history_case *one,
			struct arena *arena)
{
	repo_run(repo,
		 "git init -q && cp -R '" GK_SOURCE_DIR "/tests/fixtures/mini/.' . &&"
		 "git add -A && git commit -q -m base && git tag base");
	repo_run(repo, arena_printf(arena,
				    "cat '" FIXTURES "prelude.steps' '" FIXTURES
				    "%s/%s.steps' >../steps && sh -eu ../steps",
				    one->name, one->bad ? "bad" : "good"));
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *sorted(struct arena *arena, struct strings *lines)
{
	auto_buf text = BUF_INIT;

	if (lines->count > 0)
		qsort(lines->items, lines->count, sizeof(*lines->items), by_text);
	for (size_t i = 0; i < lines->count; i++)
		buf_addf(&text, "%s\n", lines->items[i]);
	return buf_dup(&text, arena);
}

static const char *expected(const struct history_case *one, struct arena *arena)
{
	static const char mark[] = "# expect: ";
	struct strings lines = { 0 };
	struct error err;
	auto_buf text = BUF_INIT;
	const char *at;

	if (file_read(arena_printf(arena, FIXTURES "%s/%s.steps", one->name,
				   one->bad ? "bad" : "good"),
		      1 << 16, &text, &err) < 0)
		fail_msg("%s", err.text);
	for (at = text.s; (at = strstr(at, mark)) != NULL;) {
		at += strlen(mark);
		strings_add(arena, &lines, arena_strndup(arena, at, strcspn(at, "\n")));
	}
	return sorted(arena, &lines);
}

static struct check_result check(const struct repo *repo, struct arena *arena)
{
	const struct source_options where = { .dir = repo->dir.s, .rev = "HEAD" };
	const struct check_options options = {
		.today = { .year = 2018, .month = 7, .day = 4 }
	};
	struct range_options what = { .to = "HEAD" };
	struct catalogue *catalogue = NULL;
	struct check_result result = { .records = 0 };
	struct check_steps steps;
	struct range range = { .count = 0 };
	struct error err;

	strings_add(arena, &what.hidden, "base");
	if (catalogue_open(&where, &catalogue, &err) < 0 ||
	    range_read(catalogue->source, arena, &what, &range, &err) < 0)
		fail_msg("%s", err.text);
	steps = (struct check_steps){ .commits = range.items,
				      .count = range.count,
				      .end = range.to };
	if (range_base(catalogue->source, arena, "base", range.to, &steps.base, &err) <
		    0 ||
	    check_steps(catalogue, &steps, &options, &result, arena, &err) < 0)
		fail_msg("%s", err.text);
	catalogue_free(catalogue);
	return result;
}

static const char *found(const struct repo *repo, struct arena *arena)
{
	const struct check_result result = check(repo, arena);
	struct strings lines = { 0 };

	for (size_t i = 0; i < result.findings.count; i++) {
		const struct finding *f = &result.findings.items[i];

		if (rules[f->rule].flags & RULE_STEP)
			strings_add(arena, &lines,
				    arena_printf(arena, "%s %s", rules[f->rule].slug,
						 f->path));
	}
	return sorted(arena, &lines);
}

static void a_step_is_found_or_silent(void **state)
{
	const struct history_case *one = *state;
	struct arena arena = ARENA_INIT;
	void *made = NULL;
	const char *wanted = expected(one, &arena);

	assert_int_equal(repo_setup_plain(&made), 0);
	assert_non_null(made);
	if (!made)
		return;
	run_fixture(made, one, &arena);
	assert_string_equal(found(made, &arena), wanted);
	assert_int_equal(repo_teardown(&made), 0);
	assert_int_equal(one->bad, *wanted != '\0');
	arena_clear(&arena);
}

enum { CASES_MAX = 2 * (RULE_COUNT + ARRAY_LEN(further)) };

static size_t add_case(struct history_case *cases, struct CMUnitTest *tests, size_t count,
		       const char *name)
{
	for (int bad = 0; bad < 2; bad++) {
		struct history_case *one = &cases[count];

		(void)snprintf(one->label, sizeof(one->label), "%s: %s", name,
			       bad ? "bad" : "good");
		one->name = name;
		one->bad = bad != 0;
		tests[count++] = UNIT_ROW(a_step_is_found_or_silent, one);
	}
	return count;
}

int main(void)
{
	static struct history_case cases[CASES_MAX];
	static struct CMUnitTest tests[CASES_MAX];
	size_t count = 0;

	for (enum rule_id id = 0; id < RULE_COUNT; id++)
		if (rules[id].flags & RULE_STEP)
			count = add_case(cases, tests, count, rules[id].slug);
	for (size_t i = 0; i < ARRAY_LEN(further); i++)
		count = add_case(cases, tests, count, further[i]);
	return cmocka_run_group_tests_name("history", tests, NULL, NULL);
}
