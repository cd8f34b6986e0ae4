#include "unit/unit.h"

#include <string.h>

#include "base/token.h"

struct token_case {
	const char *label;
	const char *text;
	const char *index;
	const char *query;
};

static const struct token_case token_cases[] = {
	{ "nothing has no tokens", "", "", "" },
	{ "signs alone have no tokens", "，。〔〕 --", "", "" },
	{ "one character is found by itself", "公", "公", "公" },
	{ "two characters are a pair", "公开", "公开 公 开", "公开" },
	{ "three characters are two pairs", "公开栏", "公开 开栏 公 开 栏", "公开 开栏" },
	{ "signs separate runs", "公开，目录", "公开 公 开 目录 目 录", "公开 目录" },
	{ "no pair goes over a sign", "公、开", "公 开", "公 开" },
	{ "words are folded", "GK Ｃａｆé", "gk café", "gk café" },
	{ "marks written apart are the same word", "Cafe\u0301", "café", "café" },
	{ "traditional writing is simplified", "東園鎮政務公開",
	  "东园 园镇 镇政 政务 务公 公开 东 园 镇 政 务 公 开",
	  "东园 园镇 镇政 政务 务公 公开" },
	{ "a number and Han are two runs", "112号", "112 号", "112 号" },
	{ "the parts of a document number", "东政发〔2018〕112号",
	  "东政 政发 东 政 发 2018 112 号", "东政 政发 2018 112 号" },
	{ "an index number is its parts", "640502017/2018-41187", "640502017 2018 41187",
	  "640502017 2018 41187" },
	{ "letters and digits are one word", "g9k", "g9k", "g9k" },
	{ "a broken byte separates", "公\xFF开", "公 开", "公 开" },
	{ "Han outside of the first plane is paired", "\U00020000\U00020001",
	  "\U00020000\U00020001 \U00020000 \U00020001", "\U00020000\U00020001" },
};

static void tokens(void **state)
{
	const struct token_case *c = *state;
	auto_buf index = BUF_INIT;
	auto_buf query = BUF_INIT;

	token_index(&index, c->text);
	token_query(&query, c->text);
	assert_string_equal(index.s, c->index);
	assert_string_equal(query.s, c->query);
}

static bool has_token(const char *tokens, const char *token, size_t len)
{
	for (const char *p = tokens; *p;) {
		size_t n = strcspn(p, " ");

		if (n == len && memcmp(p, token, n) == 0)
			return true;
		p += n + strspn(p + n, " ");
	}
	return false;
}

/* Whatever part of a stored text is typed, its tokens are among those stored. */
static void every_part_of_a_text_finds_the_text(void **state)
{
	static const char text[] = "公开栏、Village公示2018年度";
	auto_buf index = BUF_INIT;
	const size_t han_end = strlen("公开栏");

	(void)state;
	token_index(&index, text);
	for (size_t from = 0; from < han_end; from += 3) {
		for (size_t to = from + 3; to <= han_end; to += 3) {
			char part[sizeof(text)];
			auto_buf query = BUF_INIT;

			memcpy(part, text + from, to - from);
			part[to - from] = '\0';
			token_query(&query, part);
			assert_true(query.len > 0);
			for (const char *p = query.s; *p;) {
				size_t n = strcspn(p, " ");

				assert_true(has_token(index.s, p, n));
				p += n + strspn(p + n, " ");
			}
		}
	}
}

static void tokens_are_appended_after_a_blank(void **state)
{
	auto_buf b = BUF_INIT;

	(void)state;
	token_index(&b, "公");
	token_index(&b, "");
	token_index(&b, "GK");
	assert_string_equal(b.s, "公 gk");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_part_of_a_text_finds_the_text),
		cmocka_unit_test(tokens_are_appended_after_a_blank),
	};
	struct CMUnitTest rows[ARRAY_LEN(token_cases)];

	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		rows[i] = UNIT_ROW(tokens, &token_cases[i]);
	return cmocka_run_group_tests_name("token", tests, NULL, NULL) +
	       cmocka_run_group_tests_name("token cases", rows, NULL, NULL);
}
