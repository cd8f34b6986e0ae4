#include "unit/unit.h"

#include <string.h>

#include "law/ground.h"

static void every_code_is_found_and_unique(void **state)
{
	size_t count;
	const struct ground *all = grounds(&count);

	(void)state;
	assert_int_equal(count, 11);
	for (size_t i = 0; i < count; i++)
		assert_ptr_equal(ground_find(all[i].code), &all[i]);
}

static void an_unknown_code_is_not_found(void **state)
{
	(void)state;
	assert_null(ground_find("16"));
	assert_null(ground_find("16-4"));
	assert_null(ground_find(""));
}

static void every_row_is_whole(void **state)
{
	size_t count;
	const struct ground *all = grounds(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		assert_true(strlen(all[i].zh) > 0 && strlen(all[i].en) > 0);
		assert_int_equal(strncmp(all[i].article, "条例第", strlen("条例第")), 0);
		assert_in_range(all[i].use, 1, GROUND_EXEMPT | GROUND_ON_REQUEST);
		assert_in_range(all[i].review_months, 1, 12);
	}
}

static void only_state_secrets_stay_out_of_the_catalogue(void **state)
{
	size_t count;
	const struct ground *all = grounds(&count);

	(void)state;
	for (size_t i = 0; i < count; i++)
		assert_int_equal(all[i].in_catalogue, strcmp(all[i].code, "14-1") != 0);
}

struct row_case {
	const char *code;
	const char *table3;
	unsigned int use;
	bool needs_reason;
	bool third_party;
};

static struct row_case rows[] = {
	{ "13-R", NULL, GROUND_ON_REQUEST, true, false },
	{ "14-1", "3-3-1", GROUND_EXEMPT, false, false },
	{ "14-2", "3-3-2", GROUND_EXEMPT, false, false },
	{ "14-3", "3-3-3", GROUND_EXEMPT, true, false },
	{ "15", "3-3-4", GROUND_EXEMPT, true, true },
	{ "15s", "3-3-4", GROUND_EXEMPT, true, true },
	{ "15p", "3-3-4", GROUND_EXEMPT, true, true },
	{ "16-1", "3-3-5", GROUND_EXEMPT, true, false },
	{ "16-2", "3-3-6", GROUND_EXEMPT, true, false },
	{ "16-3", "3-3-7", GROUND_EXEMPT, true, false },
	{ "36-7", "3-3-8", GROUND_EXEMPT | GROUND_ON_REQUEST, false, false },
};

static void row(void **state)
{
	const struct row_case *c = *state;
	const struct ground *ground = ground_find(c->code);

	assert_non_null(ground);
	assert_int_equal(ground->use, c->use);
	assert_int_equal(ground->needs_reason, c->needs_reason);
	assert_int_equal(ground->third_party, c->third_party);
	if (c->table3)
		assert_string_equal(ground->table3, c->table3);
	else
		assert_null(ground->table3);
}

struct old_case {
	const char *text;
	const char *code; /* NULL when none fits */
};

static struct old_case olds[] = {
	{ "属于国家秘密的", "14-1" },
	{ "涉及商业秘密的", "15s" },
	{ "涉及个人隐私的", "15p" },
	{ "涉及商业秘密、个人隐私的", "15" },
	{ "涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的", "15" },
	{ "正在调查、讨论、处理过程中的,但法律、法规和本规定另有规定的除外", "16-2" },
	{ "正在调查、讨论、处理过程中的", "16-2" },
	{ "与行政执法有关,"
	  "公开后可能会影响检查、调查、取证等执法活动或者会威胁个人生命安全的",
	  "16-3" },
	{ "法律、法规规定免予公开的其他情形", "14-2" },
	{ "法律、行政法规禁止公开的", "14-2" },
	{ "可能危及国家安全、公共安全、经济安全和社会稳定的", "14-3" },
	{ "内部管理信息", "16-1" },
	{ "讨论记录、过程稿、磋商信函、请示报告", "16-2" },
	{ "不动产登记资料查询", "36-7" },
	{ "涉及国家秘密、商业秘密、个人隐私的", NULL },
	{ "内部管理信息以及处理过程中的信息", NULL },
	{ "免予公开", NULL },
	{ "其他", NULL },
	{ "", NULL },
};

static void old(void **state)
{
	const struct old_case *c = *state;
	const struct ground *ground = ground_of_2007(c->text);

	assert_string_equal(ground ? ground->code : "none", c->code ? c->code : "none");
}

int main(void)
{
	struct CMUnitTest tests[4 + ARRAY_LEN(rows) + ARRAY_LEN(olds)] = {
		cmocka_unit_test(every_code_is_found_and_unique),
		cmocka_unit_test(an_unknown_code_is_not_found),
		cmocka_unit_test(every_row_is_whole),
		cmocka_unit_test(only_state_secrets_stay_out_of_the_catalogue),
	};
	size_t count = 4;

	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		tests[count++] = (struct CMUnitTest){ .name = rows[i].code,
						      .test_func = row,
						      .initial_state = &rows[i] };
	for (size_t i = 0; i < ARRAY_LEN(olds); i++)
		tests[count++] = (struct CMUnitTest){ .name = olds[i].text,
						      .test_func = old,
						      .initial_state = &olds[i] };
	return cmocka_run_group_tests_name("ground", tests, NULL, NULL);
}
