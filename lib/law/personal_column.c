#include <string.h>

#include "law/personal.h"

/* Heads that look like a person's column and are none. */
static const char *const harmless[] = {
	"监督电话",   "咨询电话",   "举报电话",   "投诉电话",   "办公电话", "值班电话",
	"服务电话",   "单位电话",   "热线电话",   "办公室电话", "办事电话", "公众号",
	"出生率",     "出生人口",   "出生人数",   "出生医学",   "残疾人数", "残疾人补",
	"残疾人两项", "残疾人事业", "残疾人联合", "儿童数",     "儿童人数", "学生数",
	"学生人数",   "儿童福利",   "人数",       "户数",       "金额",     "标准",
	"微信号码",   "账号名称",   "账户名称",   "帐户名称",   "信用代码", "办公地址",
	"单位地址",   "单位联系",   "部门电话",   "科室电话",   "窗口电话", "事项",
	"村委会电话", "居委会电话", "机构电话",   "媒体账号",   "抖音",     "微博",
	"单位账号",   "对公账号",   "后四位",     "尾号",
};

/* What a head ends in that tells how many, how much or which body: 儿童之家数量, 残疾人护理补贴. */
static const char *const endings[] = {
	"数",   "数量", "率", "费",   "经费", "补贴", "补助", "资金",   "中心",
	"机构", "站",   "院", "之家", "类型", "办法", "政策", "联合会", "协会",
};

static const struct {
	const char *word;
	enum personal_column column;
} heads[] = {
	{ "身份证", COLUMN_IDENTITY },   { "证件号", COLUMN_IDENTITY },
	{ "公民身份", COLUMN_IDENTITY }, { "残疾证号", COLUMN_IDENTITY },
	{ "残疾人证", COLUMN_IDENTITY }, { "卡号", COLUMN_CARD },
	{ "账号", COLUMN_CARD },         { "帐号", COLUMN_CARD },
	{ "一卡通", COLUMN_CARD },       { "折号", COLUMN_CARD },
	{ "银行账", COLUMN_CARD },       { "银行卡", COLUMN_CARD },
	{ "电话", COLUMN_PHONE },        { "手机", COLUMN_PHONE },
	{ "联系方式", COLUMN_PHONE },    { "联系号码", COLUMN_PHONE },
	{ "出生", COLUMN_BIRTH },        { "生日", COLUMN_BIRTH },
	{ "住址", COLUMN_ADDRESS },      { "家庭地址", COLUMN_ADDRESS },
	{ "门牌", COLUMN_ADDRESS },      { "居住地", COLUMN_ADDRESS },
	{ "户籍地", COLUMN_ADDRESS },    { "病种", COLUMN_HEALTH },
	{ "残疾", COLUMN_HEALTH },       { "患病", COLUMN_HEALTH },
	{ "疾病", COLUMN_HEALTH },       { "病情", COLUMN_HEALTH },
	{ "诊断", COLUMN_HEALTH },       { "病因", COLUMN_HEALTH },
	{ "健康状况", COLUMN_HEALTH },   { "未成年", COLUMN_MINOR },
	{ "儿童", COLUMN_MINOR },        { "学生姓名", COLUMN_MINOR },
	{ "幼儿姓名", COLUMN_MINOR },    { "孤儿", COLUMN_MINOR },
	{ "子女姓名", COLUMN_MINOR },
};

enum { HEAD_MAX = 120 };

/* The head without blanks: 身 份 证 号. */
static void squeeze(const char *head, char out[HEAD_MAX + 1])
{
	static const char wide[] = "　";
	size_t len = 0;

	while (*head && len < HEAD_MAX) {
		if (strncmp(head, wide, strlen(wide)) == 0)
			head += strlen(wide);
		else if (strchr(" \t\r\n*", *head))
			head++;
		else
			out[len++] = *head++;
	}
	out[len] = '\0';
}

/* Whether the head, without a remark in brackets behind it, ends in one of the endings. */
static bool ends_harmless(const char *text)
{
	static const char *const brackets[] = { "（", "(" };
	size_t len = strlen(text);

	for (size_t i = 0; i < ARRAY_LEN(brackets); i++) {
		const char *bracket = strstr(text, brackets[i]);

		if (bracket && bracket > text && (size_t)(bracket - text) < len)
			len = (size_t)(bracket - text);
	}
	for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
		const size_t size = strlen(endings[i]);

		if (size <= len && memcmp(text + len - size, endings[i], size) == 0)
			return true;
	}
	return false;
}

enum personal_column personal_column_of(const char *head)
{
	static const char identity[] = "身份证号";
	char text[HEAD_MAX + 1];

	squeeze(head, text);
	/* 统一社会信用代码/身份证号: the one or the other stands below it. */
	if (strstr(text, identity) && !strstr(text, "后四位"))
		return COLUMN_IDENTITY;
	if (ends_harmless(text))
		return COLUMN_HARMLESS;
	for (size_t i = 0; i < ARRAY_LEN(harmless); i++)
		if (strstr(text, harmless[i]))
			return COLUMN_HARMLESS;
	for (size_t i = 0; i < ARRAY_LEN(heads); i++)
		if (strstr(text, heads[i].word))
			return heads[i].column;
	return COLUMN_HARMLESS;
}
