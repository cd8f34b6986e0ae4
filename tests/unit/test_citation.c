#include "unit/unit.h"

#include <string.h>

#include "base/buf.h"
#include "law/citation.h"

struct cite_case {
	const char *text;
	const char *title; /* NULL when none */
	int article;
	int paragraph;
	int item;
	int decree;
	const char *number; /* as the standard writes it, NULL when none */
};

/* clang-format off */
static struct cite_case cases[] = {
	{ "《社会救助暂行办法》第十一条", "社会救助暂行办法", 11, 0, 0, 0, NULL },
	{ "《社会救助暂行办法》第十一条第二款", "社会救助暂行办法", 11, 2, 0, 0, NULL },
	{ "《政府信息公开条例》第二十条第(八)项", "政府信息公开条例", 20, 0, 8, 0, NULL },
	{ "《政府信息公开条例》第二十条第（八）项", "政府信息公开条例", 20, 0, 8, 0, NULL },
	{ "《政府信息公开条例》第二十条（八）项", "政府信息公开条例", 20, 0, 8, 0, NULL },
	{ "《政府信息公开条例》第二十条第八项", "政府信息公开条例", 20, 0, 8, 0, NULL },
	{ "《政府信息公开条例》第20条第(15)项", "政府信息公开条例", 20, 0, 15, 0, NULL },
	{ "《政府信息公开条例》第２０条", "政府信息公开条例", 20, 0, 0, 0, NULL },
	{ "《政府信息公开条例》 第 20 条 第 1 款", "政府信息公开条例", 20, 1, 0, 0, NULL },
	{ "《某法》第一百零二条第一款第(三)项", "某法", 102, 1, 3, 0, NULL },
	{ "《某法》第十六条、第十七条", "某法", 16, 0, 0, 0, NULL },
	{ "《某法》第十六条规定的第二款", "某法", 16, 0, 0, 0, NULL },
	{ "《某法》第三章第十六条", "某法", 16, 0, 0, 0, NULL },
	{ "《某法》第三章", "某法", 0, 0, 0, 0, NULL },
	{ "《中华人民共和国政府信息公开条例》(国务院令第711号)",
	  "中华人民共和国政府信息公开条例", 0, 0, 0, 711, NULL },
	{ "《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）第二十六条",
	  "中华人民共和国政府信息公开条例", 26, 0, 0, 711, NULL },
	{ "《中华人民共和国政府信息公开条例》(国令第711号)",
	  "中华人民共和国政府信息公开条例", 0, 0, 0, 711, NULL },
	{ "【法律】《中华人民共和国人口与计划生育法》(中华人民共和国主席令第41号2015年12月27日修正)",
	  "中华人民共和国人口与计划生育法", 0, 0, 0, 0, NULL },
	{ "《文化部 财政部关于做好免费开放工作的通知》(文财务函[2016]171号)",
	  "文化部 财政部关于做好免费开放工作的通知", 0, 0, 0, 0, "文财务函〔2016〕171号" },
	{ "《〈某办法〉的通知》第二条", "〈某办法〉的通知", 2, 0, 0, 0, NULL },
	{ "《关于印发《某办法》的通知》(国办发〔2018〕3号)", "关于印发《某办法》的通知", 0, 0, 0, 0,
	  "国办发〔2018〕3号" },
	{ "《财政部关于印发<地方预决算公开操作规程>的通知》等",
	  "财政部关于印发<地方预决算公开操作规程>的通知", 0, 0, 0, 0, NULL },
	{ "《文化馆服务标准》(GB T 32939—2016)", "文化馆服务标准", 0, 0, 0, 0, NULL },
	{ "国办发〔2016〕80号《某实施细则》", "某实施细则", 0, 0, 0, 0, "国办发〔2016〕80号" },
	{ "建村〔2017〕192号等", NULL, 0, 0, 0, 0, "建村〔2017〕192号" },
	{ "建村〔2017〕192号第三条", NULL, 3, 0, 0, 0, "建村〔2017〕192号" },
	{ "辽政办发(2014)74号", NULL, 0, 0, 0, 0, "辽政办发〔2014〕74号" },
	{ "《 某法 》", "某法", 0, 0, 0, 0, NULL },
	{ "《甲法》第一条、《乙法》第二条", "甲法", 1, 0, 0, 0, NULL },
	{ "《某法》第一二条条", "某法", 12, 0, 0, 0, NULL },
	{ "《某法》第()条第二条", "某法", 2, 0, 0, 0, NULL },
	{ "《某法》第二十条第(八项", "某法", 20, 0, 0, 0, NULL },
};
/* clang-format on */

static void cite(void **state)
{
	const struct cite_case *c = *state;
	struct arena arena = ARENA_INIT;
	struct citation citation;

	assert_true(citation_parse(&arena, c->text, &citation));
	assert_string_equal(citation.title ? citation.title : "none",
			    c->title ? c->title : "none");
	assert_int_equal(citation.article, c->article);
	assert_int_equal(citation.paragraph, c->paragraph);
	assert_int_equal(citation.item, c->item);
	assert_int_equal(citation.has_number, c->number != NULL);
	if (c->number)
		assert_string_equal(docnumber_text(&arena, &citation.number), c->number);
	assert_int_equal(citation.decree, c->decree);
	arena_clear(&arena);
}

static void words_without_title_or_number_are_no_citation(void **state)
{
	static const char *const texts[] = {
		"",           "各地相关政策法规文件", "相关政策文件", "条例第二十六条",
		"《》",       "《没有结束",           "没有开始》",   "国务院令第711号",
		"《《没有》", "\xe3\x80\x8a",
	};
	struct arena arena = ARENA_INIT;
	struct citation citation = { .article = -1 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		assert_false(citation_parse(&arena, texts[i], &citation));
		assert_int_equal(citation.article, -1);
	}
	arena_clear(&arena);
}

static void long_texts_take_little_time(void **state)
{
	struct arena arena = ARENA_INIT;
	struct citation citation;
	auto_buf text = BUF_INIT;

	(void)state;
	buf_adds(&text, "《某法》");
	for (int i = 0; i < 20000; i++)
		buf_adds(&text, "第一");
	for (int i = 0; i < 20000; i++)
		buf_adds(&text, "《");
	assert_true(citation_parse(&arena, text.s, &citation));
	assert_int_equal(citation.article, 0);
	arena_clear(&arena);
}

static void each_title_of_a_text_keeps_its_own_articles(void **state)
{
	static const char text[] =
		"根据《甲法》、《乙法》第三条至第九条、建村〔2017〕192号和"
		"《关于印发〈丙〉的通知》第二条";
	static const struct {
		const char *title;
		int article;
		int last;
	} want[] = { { "甲法", 0, 0 },
		     { "乙法", 3, 9 },
		     { "关于印发〈丙〉的通知", 2, 2 } };
	struct arena arena = ARENA_INIT;
	struct citation c;
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(want); i++) {
		assert_true(citation_next(&arena, text, &at, &c));
		assert_string_equal(c.title, want[i].title);
		assert_int_equal(c.article, want[i].article);
		assert_int_equal(c.last_article, want[i].last);
		assert_true(c.has_number == (i == 1));
	}
	assert_false(citation_next(&arena, text, &at, &c));
	at = 0;
	assert_false(citation_next(&arena, "有关规定", &at, &c));
	assert_int_equal(at, strlen("有关规定"));
	arena_clear(&arena);
}

int main(void)
{
	struct CMUnitTest tests[3 + ARRAY_LEN(cases)] = {
		cmocka_unit_test(words_without_title_or_number_are_no_citation),
		cmocka_unit_test(long_texts_take_little_time),
		cmocka_unit_test(each_title_of_a_text_keeps_its_own_articles),
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		tests[3 + i] = (struct CMUnitTest){ .name = cases[i].text,
						    .test_func = cite,
						    .initial_state = &cases[i] };
	return cmocka_run_group_tests_name("citation", tests, NULL, NULL);
}
