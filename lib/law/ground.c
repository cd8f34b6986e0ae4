#include "law/ground.h"

#include <string.h>

enum { REVIEW_YEARLY = 12 };

/*
 * Art 18 wants a periodic review and names no period; a year is the usage, and for
 * state secrets the law (保密法 Art 24).
 *
 * 13-R is gk's own: an on-request document is not withheld, so that none of
 * Arts 14 to 16 fits it.
 */
static const struct ground table[] = {
	{
		.code = "13-R",
		.zh = "不属于主动公开范围、仅涉及特定对象",
		.en = "outside proactive disclosure, concerns certain people only",
		.article = "条例第十三条",
		.use = GROUND_ON_REQUEST,
		.needs_reason = true,
		.in_catalogue = true,
		.review_months = REVIEW_YEARLY,
	},
	{
		.code = "14-1",
		.zh = "国家秘密",
		.en = "state secret",
		.article = "条例第十四条",
		.use = GROUND_EXEMPT,
		.table3 = "3-3-1",
		.review_months = REVIEW_YEARLY,
	},
	{
		.code = "14-2",
		.zh = "法律、行政法规禁止公开",
		.en = "disclosure forbidden by law or administrative regulation",
		.article = "条例第十四条",
		.use = GROUND_EXEMPT,
		.in_catalogue = true,
		.table3 = "3-3-2",
		.review_months = REVIEW_YEARLY,
	},
	{
		.code = "14-3",
		.zh = "危及“三安全一稳定”",
		.en = "endangers national, public or economic security or social "
		      "stability",
		.article = "条例第十四条",
		.use = GROUND_EXEMPT,
		.needs_reason = true,
		.in_catalogue = true,
		.table3 = "3-3-3",
		.review_months = REVIEW_YEARLY,
	},
	{
		.code = "15",
		.zh = "商业秘密、个人隐私等第三方权益",
		.en = "rights of a third party",
		.article = "条例第十五条",
		.use = GROUND_EXEMPT,
		.needs_reason = true,
		.in_catalogue = true,
		.third_party = true,
		.table3 = "3-3-4",
		.review_months = REVIEW_YEARLY,
	},
	{
		.code = "15s",
		.zh = "商业秘密",
		.en = "trade secret",
		.article = "条例第十五条",
		.use = GROUND_EXEMPT,
		.needs_reason = true,
		.in_catalogue = true,
		.third_party = true,
		.table3 = "3-3-4",
		.review_months = REVIEW_YEARLY,
	},
	{
		.code = "15p",
		.zh = "个人隐私",
		.en = "personal privacy",
		.article = "条例第十五条",
		.use = GROUND_EXEMPT,
		.needs_reason = true,
		.in_catalogue = true,
		.third_party = true,
		.table3 = "3-3-4",
		.review_months = REVIEW_YEARLY,
	},
	{
		.code = "16-1",
		.zh = "内部事务信息",
		.en = "internal affairs",
		.article = "条例第十六条第一款",
		.use = GROUND_EXEMPT,
		.needs_reason = true,
		.in_catalogue = true,
		.table3 = "3-3-5",
		.review_months = REVIEW_YEARLY,
	},
	{
		.code = "16-2",
		.zh = "过程性信息",
		.en = "deliberation in progress",
		.article = "条例第十六条第二款",
		.use = GROUND_EXEMPT,
		.needs_reason = true,
		.in_catalogue = true,
		.table3 = "3-3-6",
		.review_months = REVIEW_YEARLY,
	},
	{
		.code = "16-3",
		.zh = "行政执法案卷信息",
		.en = "files of administrative enforcement",
		.article = "条例第十六条第二款",
		.use = GROUND_EXEMPT,
		.needs_reason = true,
		.in_catalogue = true,
		.table3 = "3-3-7",
		.review_months = REVIEW_YEARLY,
	},
	{
		.code = "36-7",
		.zh = "法律、行政法规对获取有特别规定",
		.en = "access governed by special rules of law",
		.article = "条例第三十六条第(七)项",
		.use = GROUND_EXEMPT | GROUND_ON_REQUEST,
		.in_catalogue = true,
		.table3 = "3-3-8",
		.review_months = REVIEW_YEARLY,
	},
};

const struct ground *grounds(size_t *count)
{
	*count = ARRAY_LEN(table);
	return table;
}

const struct ground *ground_find(const char *code)
{
	for (size_t i = 0; i < ARRAY_LEN(table); i++)
		if (!strcmp(table[i].code, code))
			return &table[i];
	return NULL;
}

/*
 * The words by which texts after the regulation of 2007 (Arts 8 and 14) name a
 * ground.  "调查" alone is left out: it stands in two of the old grounds.
 */
static const struct {
	const char *words;
	const char *code;
} old_words[] = {
	{ "国家秘密", "14-1" },     { "规定免予公开", "14-2" },
	{ "规定不予公开", "14-2" }, { "规定不得公开", "14-2" },
	{ "禁止公开", "14-2" },     { "危及国家安全", "14-3" },
	{ "公共安全", "14-3" },     { "经济安全", "14-3" },
	{ "社会稳定", "14-3" },     { "三安全一稳定", "14-3" },
	{ "第三方", "15" },         { "商业秘密", "15s" },
	{ "个人隐私", "15p" },      { "内部事务", "16-1" },
	{ "内部管理", "16-1" },     { "内部工作流程", "16-1" },
	{ "人事管理", "16-1" },     { "后勤管理", "16-1" },
	{ "正在调查", "16-2" },     { "正在讨论", "16-2" },
	{ "正在处理", "16-2" },     { "正在审查", "16-2" },
	{ "处理过程中", "16-2" },   { "过程性", "16-2" },
	{ "讨论记录", "16-2" },     { "过程稿", "16-2" },
	{ "磋商信函", "16-2" },     { "请示报告", "16-2" },
	{ "执法活动", "16-3" },     { "执法案卷", "16-3" },
	{ "行政执法有关", "16-3" }, { "不动产登记", "36-7" },
	{ "工商登记", "36-7" },
};

/* 15 covers 15s and 15p. */
static const char *join(const char *a, const char *b)
{
	if (!strcmp(a, b))
		return a;
	if (!strncmp(a, "15", 2) && !strncmp(b, "15", 2))
		return "15";
	return NULL;
}

const struct ground *ground_of_2007(const char *text)
{
	const char *code = NULL;

	for (size_t i = 0; i < ARRAY_LEN(old_words); i++) {
		if (!strstr(text, old_words[i].words))
			continue;
		code = code ? join(code, old_words[i].code) : old_words[i].code;
		/* A text that names several grounds is none of them. */
		if (!code)
			return NULL;
	}
	return code ? ground_find(code) : NULL;
}
