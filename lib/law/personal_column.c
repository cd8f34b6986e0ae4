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

enum personal_column personal_column_of(const char *head)
{
	char text[HEAD_MAX + 1];

	squeeze(head, text);
	for (size_t i = 0; i < ARRAY_LEN(harmless); i++)
		if (strstr(text, harmless[i]))
			return COLUMN_HARMLESS;
	for (size_t i = 0; i < ARRAY_LEN(heads); i++)
		if (strstr(text, heads[i].word))
			return heads[i].column;
	return COLUMN_HARMLESS;
}
