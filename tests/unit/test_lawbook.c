#include "unit/law.h"

#include <string.h>

#include "law/lawbook.h"

static const char sample[] =
	"{\"laws\": ["
	"{\"title\": \"中华人民共和国政府信息公开条例\", \"short\": [\"条例\", "
	"\"信息公开条例\"],"
	" \"number\": \"国务院令第711号\", \"in-force\": \"2019-05-15\", \"articles\": "
	"56},"
	"{\"title\": \"中华人民共和国政府信息公开条例\", \"number\": \"国务院令第492号\","
	" \"ended\": \"2019-05-15\", \"articles\": 38, \"replaced-by\": "
	"\"国务院令第711号\"},"
	"{\"number\": \"国办公开办函〔2019〕60号\", \"replaced-by\": "
	"\"国办公开办函〔2021〕30号\"},"
	"{\"title\": \"年报格式\", \"number\": \"国办公开办函〔2021〕30号\"},"
	"{\"title\": \"社会救助暂行办法\", \"articles\": 70},"
	"{\"title\": \"审核审批办法（试行）\", \"number\": \"民发〔2012〕220号\","
	" \"replaced-by\": \"中华人民共和国社会救助暂行办法\"},"
	"{\"title\": \"社会抚养费征收管理办法\", \"ended\": \"2021-09-26\"}"
	"]}";

static struct lawbook *open_sample(struct law_state *law)
{
	struct lawbook *book = arena_new(&law->arena, struct lawbook);
	struct error err = { .code = ERR_NONE };

	book->arena = &law->arena;
	if (lawbook_read(book, sample, strlen(sample), &err) < 0)
		fail_msg("%s", err.text);
	lawbook_sort(book);
	return book;
}

static void a_law_is_found_by_each_form_of_its_title(void **state)
{
	static const char *const titles[] = { "中华人民共和国政府信息公开条例",
					      "政府信息公开条例", "条例", "信息公开条例",
					      " 政府信息 公开条例" };
	const struct lawbook *book = open_sample(*state);

	for (size_t i = 0; i < ARRAY_LEN(titles); i++) {
		const struct law *found = lawbook_by_title(book, titles[i]);

		assert_non_null(found);
		assert_string_equal(found->number, "国务院令第711号");
		assert_int_equal(found->articles, 56);
		assert_false(law_is_dead(found));
	}
	assert_non_null(lawbook_by_title(book, "审核审批办法(试行)"));
}

static void what_is_not_known_is_not_found(void **state)
{
	static const char *const titles[] = { "",       "中华人民共和国",
					      "条",     "救助条例",
					      "条例的", "社会救助暂行办法实施细则" };
	const struct lawbook *book = open_sample(*state);
	const struct lawbook empty = { .arena = NULL };

	for (size_t i = 0; i < ARRAY_LEN(titles); i++)
		assert_null(lawbook_by_title(book, titles[i]));
	assert_null(lawbook_by_title(&empty, "条例"));
	assert_null(lawbook_by_number(book, "国务院令第1号"));
}

static const struct law *cited(struct law_state *law, const struct lawbook *book,
			       const char *text)
{
	struct citation citation;

	assert_true(citation_parse(&law->arena, text, &citation));
	return lawbook_find(book, &citation, text);
}

static void the_number_beside_a_title_tells_the_edition(void **state)
{
	struct law_state *law = *state;
	const struct lawbook *book = open_sample(law);

	assert_int_equal(cited(law, book, "《政府信息公开条例》第二十条")->articles, 56);
	assert_int_equal(cited(law, book, "《政府信息公开条例》（国务院令第492号）第八条")
				 ->articles,
			 38);
	assert_int_equal(
		cited(law, book, "《政府信息公开条例》（国令第711号）")->articles, 56);
	assert_non_null(cited(law, book, "国办公开办函[2019]60号"));
	assert_null(cited(law, book, "国办公开办函〔2019〕61号"));
	/* A title that is not known is not found by a number that stands beside it. */
	assert_null(cited(law, book, "《别的格式》（国办公开办函〔2019〕60号）"));
}

static void a_name_before_an_article_is_known_without_brackets(void **state)
{
	static const struct {
		const char *text;
		const char *title; /* NULL: none */
	} cases[] = {
		{ "条例第十六条", "中华人民共和国政府信息公开条例" },
		{ "根据条例第十六条", "中华人民共和国政府信息公开条例" },
		{ "甲、条例第十六条", "中华人民共和国政府信息公开条例" },
		{ "社会救助暂行办法第十一条", "社会救助暂行办法" },
		{ "依据中华人民共和国社会救助暂行办法第十一条", "社会救助暂行办法" },
		/* The regulation of another matter that is not known is not 条例. */
		{ "城市供水条例第七十条", NULL },
		{ "第七十条", NULL },
		{ "该条第七十条", NULL },
	};
	const struct lawbook *book = open_sample(*state);

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		size_t at = (size_t)(strstr(cases[i].text, "第") - cases[i].text);
		const struct law *found = lawbook_before(book, cases[i].text, at);

		if (cases[i].title) {
			assert_non_null(found);
			assert_string_equal(found->title, cases[i].title);
		} else {
			assert_null(found);
		}
	}
}

static void what_took_the_place_is_found_by_number_or_title(void **state)
{
	struct law_state *law = *state;
	const struct lawbook *book = open_sample(law);
	const struct law *old = lawbook_by_number(book, "民发〔2012〕220号");

	assert_true(law_is_dead(old));
	assert_string_equal(law_name(lawbook_successor(book, old)), "社会救助暂行办法");
	old = lawbook_by_number(book, "国办公开办函〔2019〕60号");
	assert_string_equal(law_name(old), "国办公开办函〔2019〕60号");
	assert_string_equal(law_name(lawbook_successor(book, old)), "年报格式");
	old = lawbook_by_title(book, "社会抚养费征收管理办法");
	assert_true(law_is_dead(old));
	assert_null(lawbook_successor(book, old));
}

static void what_is_read_first_is_found_first(void **state)
{
	static const char own[] =
		"{\"laws\": [{\"title\": \"社会救助暂行办法\", \"articles\": 71}]}";
	struct law_state *law = *state;
	struct lawbook book = { .arena = &law->arena };
	struct error err = { .code = ERR_NONE };

	assert_int_equal(lawbook_read(&book, own, strlen(own), &err), 0);
	assert_int_equal(lawbook_read(&book, sample, strlen(sample), &err), 0);
	lawbook_sort(&book);
	assert_int_equal(lawbook_by_title(&book, "社会救助暂行办法")->articles, 71);
}

static void what_is_no_lawbook_adds_nothing(void **state)
{
	static const char *const bad[] = {
		"",
		"{",
		"3",
		"[]",
		"{\"law\": []}",
		"{\"laws\": {}}",
		"{\"laws\": [3]}",
		"{\"laws\": [{}]}",
		"{\"laws\": [{\"short\": [\"甲\"]}]}",
		"{\"laws\": [{\"title\": \"\"}]}",
		"{\"laws\": [{\"title\": \"甲\"}, {\"titel\": \"乙\"}]}",
		"{\"laws\": [{\"title\": \"甲\", \"articles\": 0}]}",
		"{\"laws\": [{\"title\": \"甲\", \"articles\": \"many\"}]}",
		"{\"laws\": [{\"title\": \"甲\", \"articles\": 99999}]}",
		"{\"laws\": [{\"title\": \"甲\", \"ended\": \"2019\"}]}",
		"{\"laws\": [{\"title\": \"甲\", \"short\": \"乙\"}]}",
		"{\"laws\": [{\"title\": \"甲\", \"short\": [[]]}]}",
	};
	struct law_state *law = *state;

	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		struct lawbook book = { .arena = &law->arena };
		struct error err = { .code = ERR_NONE };

		assert_int_equal(lawbook_read(&book, bad[i], strlen(bad[i]), &err), -1);
		assert_int_equal(err.code, ERR_SYNTAX);
		assert_int_equal(book.laws.count, 0);
	}
}

/* schemas/data/laws.json */
static void the_laws_that_gk_brings_are_read(void **state)
{
	struct law_state *law = *state;
	struct lawbook book = { .arena = &law->arena };
	struct error err = { .code = ERR_NONE };
	auto_buf bytes = BUF_INIT;

	if (file_read(GK_SOURCE_DIR "/schemas/data/laws.json", 1 << 20, &bytes, &err) <
		    0 ||
	    lawbook_read(&book, bytes.s, bytes.len, &err) < 0)
		fail_msg("%s", err.text);
	lawbook_sort(&book);
	assert_int_equal(lawbook_by_title(&book, "预算法")->articles, 101);
	assert_int_equal(lawbook_by_title(&book, "保密法")->articles, 65);
	assert_int_equal(lawbook_by_title(&book, "条例")->articles, 56);
	assert_true(law_is_dead(lawbook_by_title(&book, "物权法")));
	/* Amended in 2025 in a way that is not known in full: nothing is said of its articles. */
	assert_int_equal(lawbook_by_title(&book, "村民委员会组织法")->articles, 0);
	for (size_t i = 0; i < book.laws.count; i++) {
		const struct law *one = list_at(&book.laws, struct law, i);

		if (one->replaced_by && !lawbook_successor(&book, one))
			fail_msg("%s", one->replaced_by);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		LAW_TEST(a_law_is_found_by_each_form_of_its_title),
		LAW_TEST(what_is_not_known_is_not_found),
		LAW_TEST(the_number_beside_a_title_tells_the_edition),
		LAW_TEST(a_name_before_an_article_is_known_without_brackets),
		LAW_TEST(what_took_the_place_is_found_by_number_or_title),
		LAW_TEST(what_is_read_first_is_found_first),
		LAW_TEST(what_is_no_lawbook_adds_nothing),
		LAW_TEST(the_laws_that_gk_brings_are_read),
	};

	return cmocka_run_group_tests_name("lawbook", tests, NULL, NULL);
}
