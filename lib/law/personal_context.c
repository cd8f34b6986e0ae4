#include <string.h>

#include "law/personal_private.h"

enum { LABEL_REACH = 60, URL_REACH = 512 };

/* Bytes of what ends a clause and begins at `at`: what stands beyond says nothing of a number. */
static size_t stop_at(struct personal_text text, size_t at)
{
	static const char *const stops[] = { "。", "；", "，", "！", "？" };

	if ((unsigned char)text.s[at] < 0x80)
		return strchr(";,|\n", text.s[at]) && text.s[at] ? 1 : 0;
	if ((unsigned char)text.s[at] != 0xEF && (unsigned char)text.s[at] != 0xE3)
		return 0;
	return WORD_AT(text, at, stops);
}

/* Offset of the clause that ends at `at`, at most `reach` bytes back. */
static size_t clause_start(struct personal_text text, size_t at, size_t reach)
{
	size_t least = at > reach ? at - reach : 0;
	size_t start = at;

	while (start > least && !stop_at(text, start - 1) &&
	       (start < 3 || stop_at(text, start - 3) != 3))
		start--;
	return start;
}

static size_t clause_end(struct personal_text text, size_t at, size_t reach)
{
	size_t most = text.len - at > reach ? at + reach : text.len;

	while (at < most && !stop_at(text, at))
		at++;
	return at;
}

/*
 * The third bytes of all that stands in the span, as a set modulo 64: a word whose own
 * third byte is not in it need not be looked for.  Most words are ruled out by that.
 */
static uint64_t third_bytes(struct personal_text text, struct personal_span span)
{
	uint64_t set = 0;

	for (size_t at = span.start + 2; at < span.end; at++)
		set |= UINT64_C(1) << ((unsigned char)text.s[at] & 63U);
	return set;
}

static bool contains(struct personal_text text, struct personal_span span,
		     const char *word, size_t len)
{
	for (size_t at = span.start; at + len <= span.end; at++) {
		const char *first = memchr(text.s + at, word[0], span.end - at - len + 1);

		if (!first)
			return false;
		at = (size_t)(first - text.s);
		if (memcmp(first, word, len) == 0)
			return true;
	}
	return false;
}

static bool has_word(struct personal_text text, struct personal_span span,
		     const char *const *words, size_t count)
{
	const uint64_t set = third_bytes(text, span);

	for (size_t i = 0; i < count; i++) {
		const char *word = words[i];
		size_t len = strlen(word);

		if (len >= 3 && !(set >> ((unsigned char)word[2] & 63U) & 1U))
			continue;
		if (contains(text, span, word, len))
			return true;
	}
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
	"信用代码", "机构代码", "注册号", "执照",   "登记号", "项目",   "编号",
	"编码",     "代码",     "单号",   "流水",   "文号",   "索引号", "书号",
	"ISBN",     "合同",     "受理号", "案号",   "工单",   "宗地",   "地块",
	"不动产",   "地号",     "图斑",   "批准号", "批号",   "序列号", "设备号",
	"IMEI",     "条码",     "条形码", "标准号", "许可证", "户号",   "表号",
	"发票",     "凭证号",   "票据",   "备案号", "批次",   "构建号", "事项码",
	"标识码",   "追溯码",   "二维码", "订单",   "运单",   "快递",   "档号",
	"卷号",     "耳标",     "文书号", "决定书", "统计号", "登记证", "法人证",
	"版本",     "No.",      "NO.",    "№",
};

/* Names of sums and measures, and of what is an account of an office. */
static const char *const figures[] = {
	"金额", "合计",   "总计", "共计",   "投资", "预算", "坐标", "经度", "纬度", "￥",
	"¥",    "人民币", "对公", "基本户", "专户", "国库", "证号", "亩产", "总产",
};

bool personal_is_code(struct personal_text text, size_t at)
{
	return SAID_BEFORE(text, at, LABEL_REACH, codes);
}

bool personal_is_figure(struct personal_text text, size_t at)
{
	return personal_is_code(text, at) || SAID_BEFORE(text, at, LABEL_REACH, figures);
}
