#include "unit/law.h"

#include <string.h>
#include <time.h>

#include "law/words.h"

static struct words *open_words(struct law_state *law, const char *list)
{
	struct words *words = arena_new(&law->arena, struct words);

	words->arena = &law->arena;
	words_read(words, "words/list.tsv", /* own */ true, list, strlen(list));
	return words;
}

/* The words found, with blanks between. */
static const char *found(struct law_state *law, const struct words *words,
			 const char *text)
{
	auto_buf out = BUF_INIT;
	struct word_hit hit;
	size_t at = 0;
	size_t last = 0;

	while (words_next(words, text, strlen(text), &at, &hit)) {
		assert_true(hit.start >= last && hit.end <= strlen(text));
		assert_int_equal(hit.end - hit.start, hit.word->len);
		assert_memory_equal(text + hit.start, hit.word->wrong, hit.word->len);
		assert_int_equal(at, hit.end);
		last = hit.end;
		buf_addf(&out, "%s%s", out.len ? " " : "", hit.word->wrong);
	}
	return buf_dup(&out, &law->arena);
}

static const char list[] = "# a list\n"
			   "\n"
			   "帐户\t账户\t理由\t帐篷|蚊帐\n"
			   "按排\t安排\t\t按排序|按排放\n"
			   "登陆网站\t登录网站\r\n"
			   "登陆\t登录\t\t台风|登陆艇\t提示\n"
			   "人民检查院\t人民检察院\n"
			   "敏感说法\t\t不要用\t\terror\n"
			   "Covid-19\t新冠\n";

static void words_are_found_where_they_are_wrong(void **state)
{
	static const struct {
		const char *text;
		const char *want;
	} cases[] = {
		{ "", "" },
		{ "帐", "" },
		{ "帐户", "帐户" },
		{ "把帐户的帐户、帐户", "帐户 帐户 帐户" },
		{ "账户", "" },
		/* Longer words in which it is right. */
		{ "按排序安排", "" },
		{ "按排放标准按排检查", "按排" },
		/* A word near it, on the same line alone. */
		{ "蚊帐户数", "" },
		{ "发放帐篷，登记帐户", "" },
		{ "发放帐篷\n登记帐户", "帐户" },
		{ "台风将于今晚登陆", "" },
		{ "登陆艇登陆", "登陆" },
		/* The longest of the words. */
		{ "请登陆网站", "登陆网站" },
		{ "人民检查院，人民检察院，检查院", "人民检查院" },
		/* Others are quoted. */
		{ "《帐户管理办法》", "" },
		{ "《办法》帐户", "帐户" },
		{ "称为“帐户”的帐户", "帐户" },
		{ "「帐户", "" },
		{ "“帐\n户”", "" },
		{ "某说\n帐户”", "帐户" },
		/* Other letters, and broken ones. */
		{ "防治Covid-19疫情", "Covid-19" },
		{ "\xE5\xB8\xE5\xB8\x90\xE6\x88\xB7", "" },
		{ "\xE5\xB8\x90\xE6\x88", "" },
	};
	struct law_state *law = *state;
	const struct words *words = open_words(law, list);

	assert_int_equal(words->problems.count, 0);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_string_equal(found(law, words, cases[i].text), cases[i].want);
}

static void a_row_says_what_its_columns_say(void **state)
{
	const struct words *words = open_words(*state, list);
	const struct word *word = list_at(&words->items, struct word, 0);

	assert_int_equal(words->items.count, 7);
	assert_string_equal(word->wrong, "帐户");
	assert_string_equal(word->right, "账户");
	assert_string_equal(word->reason, "理由");
	assert_int_equal(word->unless.count, 2);
	assert_int_equal(word->level, WORD_LEVEL_NONE);
	assert_true(word->own);
	assert_int_equal(list_at(&words->items, struct word, 3)->level, WORD_INFO);
	assert_string_equal(list_at(&words->items, struct word, 5)->right, "");
	assert_int_equal(list_at(&words->items, struct word, 5)->level, WORD_ERROR);
}

static void a_line_that_is_no_row_is_noted_and_left_out(void **state)
{
	static const char broken[] = "帐户 账户\n" /* blanks */
				     "帐\t账\n"
				     "帐户\t帐户\n"
				     "帐户\t账户\t\t\tbad\n"
				     "帐户\t账户\t\t\t\t\n"
				     "\t账户\n"
				     "帐目\t账目\n"
				     "\xFF\xFE\t账户\n";
	static const unsigned int lines[] = { 1, 2, 3, 4, 5, 6, 8 };
	const struct words *words = open_words(*state, broken);

	assert_int_equal(words->items.count, 1);
	assert_int_equal(words->problems.count, ARRAY_LEN(lines));
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		const struct word_problem *problem =
			list_at(&words->problems, struct word_problem, i);

		assert_int_equal(problem->line, lines[i]);
		assert_string_equal(problem->file, "words/list.tsv");
		assert_true(problem->text[0] != '\0');
	}
}

static void a_list_may_begin_with_a_mark_and_end_without_a_line_end(void **state)
{
	struct law_state *law = *state;
	const struct words *words = open_words(law, "\xEF\xBB\xBF帐户\t账户");

	assert_string_equal(found(law, words, "帐户"), "帐户");
}

static void read_own_list(struct law_state *law, struct words *words)
{
	auto_buf bytes = BUF_INIT;
	struct error err = { .code = ERR_NONE };

	words->arena = &law->arena;
	if (file_read(GK_SOURCE_DIR "/schemas/data/words.tsv", 1 << 20, &bytes, &err) < 0)
		fail_msg("%s", err.text);
	words_read(words, "words.tsv", /* own */ false, bytes.s, bytes.len);
}

/* schemas/data/words.tsv */
static void the_list_that_gk_brings_is_whole_and_does_not_contradict_itself(void **state)
{
	struct law_state *law = *state;
	struct words *words = arena_new(&law->arena, struct words);

	read_own_list(law, words);
	assert_int_equal(words->problems.count, 0);
	assert_true(words->items.count >= 150);
	for (size_t i = 0; i < words->items.count; i++) {
		const struct word *word = list_at(&words->items, struct word, i);
		const char *hit = found(law, words, word->wrong);

		if (!word->reason[0] || !word->right[0] || strcmp(hit, word->wrong) != 0)
			fail_msg("%s: '%s'", word->wrong, hit);
		/* What is right is not found to be wrong, and no context is in vain. */
		if (found(law, words, word->right)[0])
			fail_msg("%s", word->right);
		for (size_t n = 0; n < word->unless.count; n++)
			if (strstr(word->unless.items[n], word->wrong) &&
			    found(law, words, word->unless.items[n])[0])
				fail_msg("%s", word->unless.items[n]);
	}
}

/* Sentences of everyday papers in which the words stand by chance or by right. */
static void everyday_sentences_are_left_alone(void **state)
{
	static const char *const sentences[] = {
		"报名截止日期为2018年7月4日，截止时间为17时。",
		"台风“山竹”今日登陆，各村停止户外作业。",
		"该企业登陆新三板挂牌。",
		"按排名先后确定，按排放标准执行。",
		"既使群众得实惠，又使企业有活力。",
		"申报消防验收，通报消费投诉情况。",
		"审核消防手续，取消毁约企业资格。",
		"公布监督电话，用电活动有序开展。",
		"自己经营，来自已脱贫户的意见。",
		"甚至使部分农户退出。",
		"不仅管住用途，还要仅管理好档案。",
		"教授与学生座谈，提供献血服务。",
		"修建挡土墙，林下栽培食用菌。",
		"协调济南、空调济困等项目。",
		"支付主任津贴。入住帐篷的群众已经返回。",
		"预防讯问中的违法行为，通讯期间保持联系。",
		"其它事项另行通知。",
	};
	struct law_state *law = *state;
	struct words *words = arena_new(&law->arena, struct words);

	read_own_list(law, words);
	for (size_t i = 0; i < ARRAY_LEN(sentences); i++)
		assert_string_equal(found(law, words, sentences[i]), "");
}

/* Contexts and quotations are looked for nearby only: twice the text takes twice the time. */
static void a_text_of_nothing_but_words_takes_little_time(void **state)
{
	enum { TIMES = 10000 };
	struct law_state *law = *state;
	const struct words *words = open_words(law, list);
	struct word_hit hit;
	auto_buf text = BUF_INIT;
	size_t count = 0;
	size_t at = 0;
	clock_t start;

	for (int i = 0; i < TIMES; i++)
		buf_adds(&text, "帐户");
	start = clock();
	while (words_next(words, text.s, text.len, &at, &hit))
		count++;
	assert_int_equal(count, TIMES);
	assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		LAW_TEST(words_are_found_where_they_are_wrong),
		LAW_TEST(a_row_says_what_its_columns_say),
		LAW_TEST(a_line_that_is_no_row_is_noted_and_left_out),
		LAW_TEST(a_list_may_begin_with_a_mark_and_end_without_a_line_end),
		LAW_TEST(the_list_that_gk_brings_is_whole_and_does_not_contradict_itself),
		LAW_TEST(everyday_sentences_are_left_alone),
		LAW_TEST(a_text_of_nothing_but_words_takes_little_time),
	};

	return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
