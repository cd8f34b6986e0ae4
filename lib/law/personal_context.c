#include <string.h>

#include "law/personal_private.h"

enum { LABEL_REACH = 60, URL_REACH = 512 };

/* Where a clause ends: what stands beyond says nothing of the number. */
static const char *const stops[] = { "。", "；", "，", ";", ",", "|", "\n", "！", "？" };

/* Offset of the clause that ends at `at`, at most `reach` bytes back. */
static size_t clause_start(struct personal_text text, size_t at, size_t reach)
{
	size_t least = at > reach ? at - reach : 0;

	while (at > least && !WORD_BEFORE(text, at, stops))
		at--;
	return at;
}

static size_t clause_end(struct personal_text text, size_t at, size_t reach)
{
	size_t most = text.len - at > reach ? at + reach : text.len;

	while (at < most && !WORD_AT(text, at, stops))
		at++;
	return at;
}

static bool has_word(struct personal_text text, struct personal_span span,
		     const char *const *words, size_t count)
{
	const struct personal_text part = { text.s, span.end };

	for (size_t at = span.start; at < span.end; at++)
		if (personal_word_at(part, at, words, count))
			return true;
	return false;
}

bool personal_said_before(struct personal_text text, size_t at, size_t reach,
			  const char *const *words, size_t count)
{
	struct personal_span span = { .start = clause_start(text, at, reach), .end = at };

	return has_word(text, span, words, count);
}

bool personal_said_behind(struct personal_text text, size_t at, size_t reach,
			  const char *const *words, size_t count)
{
	struct personal_span span = { .start = at, .end = clause_end(text, at, reach) };

	return has_word(text, span, words, count);
}

static bool is_url_byte(char c)
{
	return c > ' ' && c < 0x7F && !strchr("\"'<>|()`", c);
}

bool personal_is_in_url(struct personal_text text, size_t at)
{
	static const char *const heads[] = { "://", "www.", "WWW." };
	size_t least = at > URL_REACH ? at - URL_REACH : 0;
	struct personal_span span = { .start = at, .end = at };

	while (span.start > least && is_url_byte(text.s[span.start - 1]))
		span.start--;
	return has_word(text, span, heads, ARRAY_LEN(heads));
}

/*
 * Names of numbers that are no person's.  A number of the right form by accident
 * (a serial number with region and day) stands behind one of them.
 */
static const char *const codes[] = {
	"信用代码", "机构代码", "注册号", "执照",   "登记号",   "登记证", "法人证",
	"项目",     "编号",     "编码",   "代码",   "单号",     "流水",   "文号",
	"索引号",   "书号",     "ISBN",   "合同号", "合同编",   "受理号", "案号",
	"工单",     "宗地",     "地块",   "不动产", "地号",     "图斑",   "批准号",
	"批号",     "序列号",   "设备号", "IMEI",   "条码",     "条形码", "标准号",
	"许可证",   "金额",     "合计",   "总计",   "投资",     "预算",   "坐标",
	"经度",     "纬度",     "户号",   "表号",   "发票",     "凭证号", "票据",
	"备案号",   "版本",     "对公",   "基本户", "专户",     "国库",   "批次",
	"No.",      "NO.",      "№",      "￥",     "¥",        "人民币", "共计",
	"事项码",   "标识码",   "追溯码", "二维码", "订单",     "运单",   "快递",
	"档号",     "卷号",     "证号",   "文书号", "决定书号", "学籍号", "统计号",
};

bool personal_is_code(struct personal_text text, size_t at)
{
	return SAID_BEFORE(text, at, LABEL_REACH, codes);
}
