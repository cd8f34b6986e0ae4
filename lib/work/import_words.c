#include <string.h>

#include "base/script.h"
#include "base/utf8.h"
#include "record/document.h"
#include "record/item.h"
#include "work/import_private.h"

/* ---- folding ---- */

static bool is_blank(uint32_t code)
{
	return code <= ' ' || code == 0xA0 || code == 0x3000 || code == 0x200B ||
	       code == 0xFEFF;
}

static bool is_opening(uint32_t code)
{
	return code == '(' || code == '[' || code == 0x3010 || code == 0x3014;
}

static bool is_closing(uint32_t code)
{
	return code == ')' || code == ']' || code == 0x3011 || code == 0x3015;
}

/* Signs that people put into heads or leave out. */
static bool is_filler(uint32_t code)
{
	static const uint32_t fillers[] = { '/',    ',',    ':',    ';',    '*',
					    '.',    '-',    0x3001, 0x3002, 0x2605,
					    0x548C, 0x53CA, 0x4E0E };

	for (size_t i = 0; i < ARRAY_LEN(fillers); i++)
		if (code == fillers[i])
			return true;
	return false;
}

static void fold(struct buf *out, const char *text, bool head)
{
	size_t start = out->len;
	auto_buf half = BUF_INIT;
	unsigned int depth = 0;

	utf8_fold_width(&half, text, strlen(text));
	for (size_t at = 0, used; at < half.len; at += used) {
		uint32_t code = utf8_decode(half.s + at, half.len - at, &used);

		if (head && is_opening(code))
			depth++;
		else if (head && is_closing(code))
			depth -= depth > 0;
		else if (depth == 0 && !is_blank(code) && !(head && is_filler(code)))
			buf_add(out, half.s + at, used);
	}
	script_fold(out, start);
}

void import_fold(struct buf *out, const char *text)
{
	size_t start = out->len;

	fold(out, text, true);
	if (out->len == start) /* all of it stood in brackets */
		fold(out, text, false);
}

void import_fold_name(struct buf *out, const char *text)
{
	fold(out, text, false);
}

/* ---- heads ---- */

/* Words are separated by |, folded as import_fold() does. */
struct head_words {
	const char *words;
	struct import_meaning meaning;
};

#define AUDIENCE  "audience"
#define ATTRIBUTE "disclosure.attribute"

static const struct head_words item_heads[] = {
	{ "序号|序|NO|No|no", { .use = USE_SERIAL } },
	{ "编号|事项编号|gk编号", { .use = USE_ID } },
	{ "公开事项|事项名称|公开事项名称|事项|二级事项|二级目录|二级公开事项|"
	  "二级事项名称|"
	  "二级",
	  { .use = USE_FIELD, .path = "title" } },
	{ "一级事项|一级目录|一级公开事项|一级事项名称|一级",
	  { .use = USE_FIELD, .path = "group" } },
	{ "三级事项|三级目录|三级公开事项|三级事项名称|三级",
	  { .use = USE_FIELD, .path = "subgroup" } },
	{ "公开内容|公开内容要素|公开要素|内容要素|公开信息内容|公开具体内容",
	  { .use = USE_FIELD, .path = "content" } },
	{ "公开依据|依据|法律依据|政策依据|法定依据|设定依据|法律法规政策依据|"
	  "法律法规依据",
	  { .use = USE_FIELD, .path = "elements.basis" } },
	{ "公开时限|时限|公开时限要求|公开期限|公开时间",
	  { .use = USE_FIELD, .path = "limit" } },
	{ "公开主体|公开责任主体|公开单位|公开机构|公开部门|发布主体",
	  { .use = USE_SUBJECT, .path = "subject" } },
	{ "责任科室|责任单位|责任部门|责任股室|责任处室|责任站所|责任办所|承办科室|"
	  "承办单位|承办部门|承办股室|牵头科室|牵头单位|业务科室|责任主体",
	  { .use = USE_UNIT, .path = "unit" } },
	{ "公开渠道载体|公开渠道|公开载体|渠道载体|公开载体渠道|公开途径|公开平台|"
	  "公开渠道载体方式",
	  { .use = USE_CHANNELS, .path = "channels" } },
	{ "公开对象|公开范围", { .use = USE_AUDIENCE, .path = AUDIENCE } },
	{ "全社会|社会公众|全体社会|面向社会",
	  { .use = USE_TICK, .path = AUDIENCE, .code = "all", .inner = true } },
	{ "特定群体|特定群众|特定对象|特定人群|特殊群体",
	  { .use = USE_TICK, .path = AUDIENCE, .code = "group", .inner = true } },
	{ "公开方式|公开属性|公开类型", { .use = USE_FIELD, .path = ATTRIBUTE } },
	{ "主动|主动公开",
	  { .use = USE_TICK, .path = ATTRIBUTE, .code = "proactive", .inner = true } },
	{ "依申请|依申请公开|申请公开",
	  { .use = USE_TICK, .path = ATTRIBUTE, .code = "on-request", .inner = true } },
	{ "不予公开|不公开",
	  { .use = USE_TICK, .path = ATTRIBUTE, .code = "exempt", .inner = true } },
	{ "公开层级|层级", { .use = USE_LEVELS, .path = "level" } },
	{ "领域|试点领域|公开领域|事项领域|所属领域|分类|类别",
	  { .use = USE_CATEGORY, .path = "categories" } },
	{ "更新频次|更新频率|公开频率|更新周期",
	  { .use = USE_FIELD, .path = "frequency" } },
	{ "联系电话|咨询方式|咨询联系电话|服务电话",
	  { .use = USE_FIELD, .path = "contact" } },
	{ "监督电话|监督举报电话|投诉电话|监督投诉电话|举报电话",
	  { .use = USE_FIELD, .path = "supervision.phone" } },
	{ "备注|说明", { .use = USE_FIELD, .path = "note", .inner = true } },
	{ "清单编码|事项编码|权责清单编码", { .use = USE_FIELD, .path = "source-ref" } },
};

static const struct head_words document_heads[] = {
	{ "序号|序|NO|No|no", { .use = USE_SERIAL } },
	{ "编号|信息编号|gk编号", { .use = USE_ID } },
	{ "标题|信息名称|文件名称|文件标题|名称|信息标题|题名",
	  { .use = USE_FIELD, .path = "title" } },
	{ "发文字号|文号|发布文号|文件编号|文件号|公文字号",
	  { .use = USE_FIELD, .path = "number" } },
	{ "成文日期|生成日期|发文日期|发文时间|成文时间|印发日期|制发日期",
	  { .use = USE_FIELD, .path = "formed" } },
	{ "索引号|信息索引号|信息索取号", { .use = USE_FIELD, .path = "index" } },
	{ "发布机构|发文机关|发文单位|发布单位|制发机关",
	  { .use = USE_FIELD, .path = "issuer" } },
	{ "责任科室|起草单位|责任单位|责任部门|承办科室|起草科室",
	  { .use = USE_UNIT, .path = "unit" } },
	{ "内容概述|摘要|概述", { .use = USE_FIELD, .path = "summary" } },
	{ "主题词|关键词", { .use = USE_FIELD, .path = "keywords" } },
	{ "有效性|时效|时效性|效力状态", { .use = USE_FIELD, .path = "force" } },
	{ "公开方式|公开属性|公开类型", { .use = USE_FIELD, .path = ATTRIBUTE } },
	{ "备注|说明", { .use = USE_FIELD, .path = "note", .inner = true } },
};

static const struct {
	const struct kind *kind;
	const struct head_words *heads;
	size_t count;
} kinds_heads[] = {
	{ &item_kind, item_heads, ARRAY_LEN(item_heads) },
	{ &document_kind, document_heads, ARRAY_LEN(document_heads) },
};

static bool has_word(const char *words, const char *word, size_t len)
{
	while (*words) {
		size_t n = strcspn(words, "|");

		if (n == len && memcmp(words, word, n) == 0)
			return true;
		words += n + (words[n] == '|');
	}
	return false;
}

static bool in_table(const struct kind *kind, const struct buf *word,
		     struct import_meaning *out)
{
	for (size_t k = 0; k < ARRAY_LEN(kinds_heads); k++)
		for (size_t i = 0;
		     kinds_heads[k].kind == kind && i < kinds_heads[k].count; i++)
			if (has_word(kinds_heads[k].heads[i].words, word->s, word->len)) {
				*out = kinds_heads[k].heads[i].meaning;
				return true;
			}
	return false;
}

/* Any label or key of the kind's fields, as gk set takes them. */
static bool is_label(struct arena *arena, const struct kind *kind, const char *text,
		     struct import_meaning *out)
{
	struct field_path way;
	auto_buf path = BUF_INIT;
	size_t len;
	const char *trimmed = utf8_trim(text, strlen(text), &len);
	auto_buf word = BUF_INIT;

	buf_add(&word, trimmed, len);
	if (len == 0 || !field_path_find(kind, word.s, /* labels */ true, &way))
		return false;
	field_path_text(&way, &path);
	*out = (struct import_meaning){ .use = USE_ID };
	if (strcmp(path.s, "id") != 0)
		*out = (struct import_meaning){ .use = USE_FIELD,
						.path = buf_dup(&path, arena) };
	return true;
}

bool import_meaning(struct arena *arena, const struct kind *kind, const char *text,
		    struct import_meaning *out)
{
	const char *codes[IMPORT_MAX_LEVELS];
	auto_buf word = BUF_INIT;

	import_fold(&word, text);
	if (in_table(kind, &word, out) || is_label(arena, kind, text, out))
		return true;
	/* A column may stand for several (乡、村级): which, is asked again where it is read. */
	if (kind != &item_kind || import_levels(text, codes) == 0)
		return false;
	*out = (struct import_meaning){ .use = USE_LEVEL_TICK,
					.path = "level",
					.inner = true };
	return true;
}

/* ---- levels ---- */

/* What a name of a level is made of; nothing else may stand in it.  None begins as another. */
static const struct {
	const char *sign;
	const char *code; /* NULL: says no level by itself */
} level_signs[] = {
	{ "设区的市", "city" }, { "市", "city" },       { "州", "city" },
	{ "地", "city" },       { "盟", "city" },       { "区", "county" },
	{ "县", "county" },     { "旗", "county" },     { "乡", "township" },
	{ "镇", "township" },   { "街道", "township" }, { "苏木", "township" },
	{ "村", "village" },    { "社区", "village" },  { "居", "village" },
	{ "级", NULL },         { "层", NULL },
};

static size_t add_code(const char *codes[IMPORT_MAX_LEVELS], size_t count,
		       const char *code)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(codes[i], code) == 0)
			return count;
	codes[count] = code;
	return count + 1;
}

size_t import_levels(const char *text, const char *codes[IMPORT_MAX_LEVELS])
{
	auto_buf word = BUF_INIT;
	size_t count = 0;
	const char *p;

	import_fold_name(&word, text);
	for (p = word.s; *p;) {
		size_t used = strspn(p, "/,;()");

		if (strncmp(p, "、", strlen("、")) == 0)
			used = strlen("、");
		for (size_t i = 0; used == 0 && i < ARRAY_LEN(level_signs); i++) {
			size_t n = strlen(level_signs[i].sign);

			if (strncmp(p, level_signs[i].sign, n) != 0)
				continue;
			used = n;
			if (level_signs[i].code)
				count = add_code(codes, count, level_signs[i].code);
		}
		if (used == 0)
			return 0;
		p += used;
	}
	/* 区 alone is a place; a level says 级, or stands for all offices of the sort. */
	return strstr(word.s, "级") ? count : 0;
}
