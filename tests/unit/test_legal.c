#include "unit/scratch_catalogue.h"

#include <pthread.h>

#include "law/lawbook.h"
#include "law/words.h"
#include "store/legal.h"

static int setup(void **state)
{
	static struct scratch s;

	scratch_init(&s);
	*state = &s;
	return 0;
}

static int teardown(void **state)
{
	scratch_release(*state);
	return 0;
}

/* Opens the catalogue with its legal data; catalogue_free() releases both. */
static struct catalogue *open_it(struct scratch *s)
{
	const struct source_options source = { .dir = s->dir };
	struct catalogue *catalogue;

	if (catalogue_open(&source, &catalogue, &s->err) < 0 ||
	    catalogue_open_legal(catalogue, GK_SOURCE_DIR "/schemas", &s->err) < 0)
		fail_msg("%s", s->err.text);
	return catalogue;
}

static void name_lists(struct scratch *s, const char *names)
{
	auto_buf bytes = BUF_INIT;

	assert_int_equal(file_read(GK_SOURCE_DIR "/tests/fixtures/mini/catalogue.yaml",
				   SOURCE_MAX_FILE, &bytes, &s->err),
			 0);
	buf_addf(&bytes, "words: %s\n", names);
	scratch_put(s, "catalogue.yaml", bytes.s, bytes.len);
}

static bool finds(struct legal *legal, const char *text)
{
	struct word_hit hit;
	size_t at = 0;

	return words_next(legal_words(legal), text, strlen(text), &at, &hit);
}

static void nothing_is_known_without_legal_data(void **state)
{
	struct legal_options none = { .data_dir = "/nonexistent" };
	struct legal *legal;
	struct error err;

	(void)state;
	assert_string_equal(legal_version(NULL), "");
	assert_int_equal(legal_laws(NULL)->laws.count, 0);
	assert_null(legal_words(NULL));
	assert_false(legal_has_own(NULL));
	assert_int_equal(legal_word_problems(NULL)->count, 0);
	assert_int_equal(legal_law_problems(NULL)->count, 0);
	legal_free(NULL);
	assert_int_equal(legal_open(&none, &legal, &err), 0);
	assert_null(legal_words(legal));
	assert_int_equal(legal_laws(legal)->laws.count, 0);
	legal_free(legal);
}

static void what_gk_brings_is_known(void **state)
{
	struct catalogue *catalogue = open_it(*state);

	assert_false(legal_has_own(catalogue->legal));
	assert_non_null(lawbook_by_title(legal_laws(catalogue->legal), "预算法"));
	assert_true(finds(catalogue->legal, "登记帐户"));
	assert_int_equal(legal_word_problems(catalogue->legal)->count, 0);
	catalogue_free(catalogue);
}

static void the_catalogue_s_own_come_first(void **state)
{
	struct scratch *s = *state;
	struct catalogue *catalogue;

	scratch_put_text(s, "laws.json",
			 "{\"laws\": [{\"title\": \"预算法\", \"articles\": 7}]}");
	scratch_put_text(s, "words/a.tsv", "大清查\t清理\n");
	scratch_put_text(s, "words/b.tsv", "大排查\t清理\n");
	scratch_put_text(s, "words/readme.txt", "not a list\n");
	catalogue = open_it(s);
	assert_true(legal_has_own(catalogue->legal));
	assert_int_equal(
		lawbook_by_title(legal_laws(catalogue->legal), "预算法")->articles, 7);
	assert_true(finds(catalogue->legal, "大清查"));
	assert_true(finds(catalogue->legal, "大排查"));
	assert_true(finds(catalogue->legal, "帐户"));
	assert_int_equal(legal_word_problems(catalogue->legal)->count, 0);
	catalogue_free(catalogue);
}

static void only_the_lists_that_are_named_are_read(void **state)
{
	struct scratch *s = *state;
	struct catalogue *catalogue;

	scratch_put_text(s, "words/a.tsv", "大清查\t清理\n");
	scratch_put_text(s, "words/b.tsv", "大排查\t清理\n");
	name_lists(s, "[b, words/gone.tsv]");
	catalogue = open_it(s);
	assert_false(finds(catalogue->legal, "大清查"));
	assert_true(finds(catalogue->legal, "大排查"));
	assert_int_equal(legal_word_problems(catalogue->legal)->count, 1);
	assert_string_equal(
		list_at(legal_word_problems(catalogue->legal), struct legal_problem, 0)
			->file,
		"words/gone.tsv");
	catalogue_free(catalogue);
}

/* The version of the legal data of the catalogue as it is now. */
static char *version_now(struct scratch *s)
{
	struct catalogue *catalogue = open_it(s);
	char *version = arena_strdup(&s->arena, legal_version(catalogue->legal));

	catalogue_free(catalogue);
	return version;
}

static void the_version_differs_when_a_byte_does(void **state)
{
	struct scratch *s = *state;
	const char *bare = version_now(s);
	const char *one;

	assert_string_equal(version_now(s), bare);
	scratch_put_text(s, "words/a.tsv", "大清查\t清理\n");
	one = version_now(s);
	assert_string_not_equal(one, bare);
	scratch_put_text(s, "words/a.tsv", "大清查\t整理\n");
	assert_string_not_equal(version_now(s), one);
	scratch_put_text(s, "words/a.tsv", "大清查\t清理\n");
	assert_string_equal(version_now(s), one);
	scratch_put_text(s, "laws.json", "{\"laws\": []}");
	assert_string_not_equal(version_now(s), one);
}

struct question {
	struct legal *legal;
	int articles;
};

static void *ask(void *payload)
{
	struct question *question = payload;

	question->articles =
		lawbook_by_title(legal_laws(question->legal), "预算法")->articles;
	return NULL;
}

static void several_threads_may_ask_first(void **state)
{
	enum { THREADS = 8 };
	struct catalogue *catalogue = open_it(*state);
	struct question questions[THREADS];
	pthread_t threads[THREADS];

	for (size_t i = 0; i < THREADS; i++) {
		questions[i] = (struct question){ .legal = catalogue->legal };
		assert_int_equal(pthread_create(&threads[i], NULL, ask, &questions[i]),
				 0);
	}
	for (size_t i = 0; i < THREADS; i++) {
		assert_int_equal(pthread_join(threads[i], NULL), 0);
		assert_int_equal(questions[i].articles, 101);
	}
	catalogue_free(catalogue);
}

static void severities_of(struct scratch *s, enum severity *out, size_t count)
{
	scratch_check(s, "2018-06-29", NULL);
	assert_int_equal(s->result.findings.count, count);
	for (size_t i = 0; i < count; i++)
		out[i] = s->result.findings.items[i].severity;
}

/* The level of a row holds, and catalogue.yaml above it. */
static void a_word_has_the_severity_of_its_row(void **state)
{
	static const enum severity want[] = { SEVERITY_ERROR, SEVERITY_WARNING,
					      SEVERITY_INFO, SEVERITY_WARNING };
	struct scratch *s = *state;
	enum severity found[ARRAY_LEN(want)];
	auto_buf bytes = BUF_INIT;

	scratch_put_text(s, "words/own.tsv",
			 "甲甲甲\t\t\t\terror\n"
			 "乙乙乙\t\t\t\twarning\n"
			 "丙丙丙\t丁\t\t\tinfo\n"
			 "戊戊戊\t\n");
	assert_int_equal(
		file_read(GK_SOURCE_DIR
			  "/tests/fixtures/mini/documents/2018/00/2018-00001.yaml",
			  SOURCE_MAX_FILE, &bytes, &s->err),
		0);
	buf_adds(&bytes, "  甲甲甲\n  乙乙乙\n  丙丙丙\n  戊戊戊\n");
	scratch_put(s, "documents/2018/00/2018-00001.yaml", bytes.s, bytes.len);
	severities_of(s, found, ARRAY_LEN(want));
	for (size_t i = 0; i < ARRAY_LEN(want); i++)
		assert_int_equal(found[i], want[i]);
}

#define LEGAL_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_known_without_legal_data),
		LEGAL_TEST(what_gk_brings_is_known),
		LEGAL_TEST(the_catalogue_s_own_come_first),
		LEGAL_TEST(only_the_lists_that_are_named_are_read),
		LEGAL_TEST(the_version_differs_when_a_byte_does),
		LEGAL_TEST(several_threads_may_ask_first),
		LEGAL_TEST(a_word_has_the_severity_of_its_row),
	};

	return cmocka_run_group_tests_name("legal", tests, NULL, NULL);
}
