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
	       code == 0xFEFF || code == 0xFE0E || code == 0xFE0F;
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
					    0x548C, 0x53CA, 0x4E0E, 0x7684 };

	for (size_t i = 0; i < ARRAY_LEN(fillers); i++)
		if (code == fillers[i])
			return true;
	return false;
}

enum folding {
	FOLD_HEAD,  /* without what stands in brackets, and without fillers */
	FOLD_INNER, /* with it, but without the brackets themselves: 【序号】 */
	FOLD_NAME,
};

static void fold(struct buf *out, const char *text, enum folding how)
{
	bool head = how != FOLD_NAME;
	size_t start = out->len;
	auto_buf half = BUF_INIT;
	unsigned int depth = 0;

	utf8_fold_width(&half, text, strlen(text));
	for (size_t at = 0, used; at < half.len; at += used) {
		uint32_t code = utf8_decode(half.s + at, half.len - at, &used);

		if (head && is_opening(code))
			depth += how == FOLD_HEAD;
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

	fold(out, text, FOLD_HEAD);
	if (out->len == start) /* all of it stood in brackets */
		fold(out, text, FOLD_INNER);
}

void import_fold_name(struct buf *out, const char *text)
{
	fold(out, text, FOLD_NAME);
}

/* ---- heads ---- */

/* Words are separated by |, folded as import_fold() does. */
struct head_words {
	const char *words;
	struct import_meaning meaning;
};

#define AUDIENCE  "audience"
#define ATTRIBUTE "disclosure.attribute"
#define FREQUENCY "frequency"

static const struct head_words item_heads[] = {
	{ "序号|序|NO|No|no|号|项次", { .use = USE_SERIAL } },
	{ "编号|事项编号|gk编号", { .use = USE_ID } },
	{ "公开事项|事项名称|公开事项名称|事项|二级事项|二级目录|二级公开事项|"
	  "二级事项名称|二级|二级类目|二级栏目|二级分类|二级指标|具体事项|"
	  "具体公开事项|子项|小项|小类|公开项目|目录名称|事项标题",
	  { .use = USE_FIELD, .path = "title" } },
	{ "一级事项|一级目录|一级公开事项|一级事项名称|一级|一级类目|一级栏目|"
	  "一级分类|一级指标|大类|大项|主项|公开大类|事项大类",
	  { .use = USE_FIELD, .path = "group" } },
	{ "三级事项|三级目录|三级公开事项|三级事项名称|三级|三级类目|三级栏目|"
	  "三级分类|三级指标|细项",
	  { .use = USE_FIELD, .path = "subgroup" } },
	{ "公开内容|公开内容要素|公开要素|内容要素|要素|公开信息内容|信息内容|"
	  "公开具体内容|具体公开内容|具体内容|主要内容|公开主要内容|公开信息要素|"
	  "信息要素|公开要点|内容标准|公开内容标准|内容",
	  { .use = USE_FIELD, .path = "content" } },
	{ "公开依据|依据|法律依据|政策依据|法定依据|设定依据|法律法规政策依据|"
	  "法律法规依据|法规依据|政策法规依据|法律法规|依据文件|文件依据|事项依据|"
	  "公开法律依据|公开政策依据|公开法定依据|法规政策依据",
	  { .use = USE_FIELD, .path = "elements.basis" } },
	{ "公开时限|时限|公开期限|公开时间|公开时效|时间要求|时间期限|时间时限",
	  { .use = USE_FIELD, .path = "limit" } },
	{ "公开主体|公开责任主体|公开单位|公开机构|公开部门|公开机关|发布主体|"
	  "发布单位|发布机构|发布部门|实施主体|主体|公开主体单位",
	  { .use = USE_SUBJECT, .path = "subject" } },
	{ "责任科室|责任单位|责任部门|责任股室|责任处室|责任站所|责任办所|责任机构|"
	  "责任中心|承办科室|承办单位|承办部门|承办股室|承办机构|牵头科室|牵头单位|"
	  "牵头部门|业务科室|责任主体|主管科室|主管单位|主管部门|主办单位|主办科室|"
	  "负责科室|负责单位|负责部门|实施单位|实施部门|经办科室|经办单位|经办部门|"
	  "科室|股室|科室名称|站所|站所办|部门科室|责任单位科室|责任单位部门|"
	  "责任部门科室|具体责任科室|具体承办科室|公开责任单位|公开责任科室|"
	  "公开责任部门|信息提供单位|内设机构",
	  { .use = USE_UNIT, .path = "unit" } },
	{ "公开渠道载体|公开渠道|公开载体|渠道载体|公开载体渠道|公开途径|公开平台|"
	  "公开渠道载体方式|渠道|载体|发布渠道|发布载体|发布平台|公开渠道方式|"
	  "公开方式渠道|公开方式载体|公开载体形式|公开形式载体|公开形式渠道|公开场所|"
	  "公开渠道平台|公开渠道途径|公开平台载体|公开平台渠道",
	  { .use = USE_CHANNELS, .path = "channels" } },
	{ "公开对象|公开范围|公开受众|受众|公开人群|面向对象|公开面向对象|对象",
	  { .use = USE_AUDIENCE, .path = AUDIENCE } },
	{ "全社会|社会公众|全体社会|面向社会|面向全社会|社会|公众|向社会公开|"
	  "全体公民|全民|社会各界",
	  { .use = USE_TICK, .path = AUDIENCE, .code = "all", .inner = true } },
	{ "特定群体|特定群众|特定对象|特定人群|特殊群体|特定人员|部分群体|特定范围|"
	  "特定",
	  { .use = USE_TICK, .path = AUDIENCE, .code = "group", .inner = true } },
	{ "公开方式|公开形式|发布方式|发布形式|公开属性|公开类型|属性|公开性质|"
	  "公开方式属性",
	  { .use = USE_WAY, .path = ATTRIBUTE } },
	{ "主动|主动公开|主动公示",
	  { .use = USE_TICK, .path = ATTRIBUTE, .code = "proactive", .inner = true } },
	{ "依申请|依申请公开|申请公开",
	  { .use = USE_TICK, .path = ATTRIBUTE, .code = "on-request", .inner = true } },
	{ "不予公开|不公开",
	  { .use = USE_TICK, .path = ATTRIBUTE, .code = "exempt", .inner = true } },
	{ "公开层级|层级|公开级别|级别|公开层次|适用层级",
	  { .use = USE_LEVELS, .path = "level" } },
	{ "领域|试点领域|公开领域|事项领域|所属领域|领域名称|重点领域|业务领域",
	  { .use = USE_CATEGORY, .path = "categories" } },
	{ "分类|类别|公开类别|事项类别|事项分类|信息类别|目录类别|公开分类|类别名称|"
	  "项目类别|信息分类|公开栏目|栏目|栏目名称",
	  { .use = USE_CLASS, .path = "categories" } },
	{ "更新频次|更新频率|公开频率|更新周期|公开周期|频次|频率|公开频度|更新频度",
	  { .use = USE_FIELD, .path = FREQUENCY } },
	{ "联系电话|咨询方式|咨询联系电话|服务电话|联系方式|咨询热线|咨询渠道",
	  { .use = USE_FIELD, .path = "contact" } },
	{ "监督电话|监督举报电话|投诉电话|监督投诉电话|举报电话|投诉举报电话|"
	  "举报投诉电话|监督热线",
	  { .use = USE_FIELD, .path = "supervision.phone" } },
	{ "备注|说明|其他说明|备注说明",
	  { .use = USE_FIELD, .path = "note", .inner = true } },
	{ "清单编码|事项编码|权责清单编码|事项代码|职权编码|权力编码",
	  { .use = USE_FIELD, .path = "source-ref" } },
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
	{ "公开方式|公开属性|公开类型", { .use = USE_WAY, .path = ATTRIBUTE } },
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

/* What offices put before and behind the words of the form: 政务公开事项, 公开时限要求. */
static const char *const openers[] = { "政府信息", "政务", "信息", "本级" };
static const char *const closers[] = { "名称", "要求", "情况", "一览", "填写" };

/* The number of bytes of `word` that one of the affixes takes at its beginning or end. */
static size_t affix_len(const struct buf *word, const char *const *affixes, size_t count,
			bool at_end)
{
	for (size_t i = 0; i < count; i++) {
		size_t n = strlen(affixes[i]);

		if (n < word->len &&
		    memcmp(word->s + (at_end ? word->len - n : 0), affixes[i], n) == 0)
			return n;
	}
	return 0;
}

static bool without_affixes(const struct kind *kind, const struct buf *word,
			    struct import_meaning *out)
{
	size_t before = affix_len(word, openers, ARRAY_LEN(openers), false);
	size_t behind = affix_len(word, closers, ARRAY_LEN(closers), true);
	const size_t cuts[][2] = { { before, 0 }, { 0, behind }, { before, behind } };

	for (size_t i = 0; i < ARRAY_LEN(cuts); i++) {
		auto_buf bare = BUF_INIT;

		if (cuts[i][0] + cuts[i][1] == 0 || cuts[i][0] + cuts[i][1] >= word->len)
			continue;
		buf_add(&bare, word->s + cuts[i][0], word->len - cuts[i][0] - cuts[i][1]);
		if (in_table(kind, &bare, out))
			return true;
	}
	return false;
}

/* How long the part of a head is that says what the column mostly holds. */
static size_t first_len(const char *text)
{
	static const char *const joints[] = { "以及", "及", "和", "与", "、", "：", ":" };
	const char *line = strchr(text, '\n');
	size_t len = strlen(text);

	/* What follows on a line of its own explains; 依据\n效力 is one word. */
	if (line && (size_t)(line - text) >= strlen("公开依据"))
		len = (size_t)(line - text);
	for (size_t i = 0; i < ARRAY_LEN(joints); i++) {
		const char *at = strstr(text, joints[i]);

		if (at && (size_t)(at - text) < len)
			len = (size_t)(at - text);
	}
	return len;
}

/* 公开时限及频次, 公开方式：主动□依申请□. */
static bool by_first(const struct kind *kind, const char *text,
		     struct import_meaning *out)
{
	auto_buf first = BUF_INIT;
	auto_buf word = BUF_INIT;
	size_t len = first_len(text);

	if (len == 0 || !text[len])
		return false;
	buf_add(&first, text, len);
	import_fold(&word, first.s);
	return in_table(kind, &word, out) && !out->inner;
}

/* How the cells of a field are read: as under its own head, wherever that has one. */
static enum import_use use_of(const struct kind *kind, const char *path)
{
	if (strcmp(path, "id") == 0)
		return USE_ID;
	for (size_t k = 0; k < ARRAY_LEN(kinds_heads); k++)
		for (size_t i = 0;
		     kinds_heads[k].kind == kind && i < kinds_heads[k].count; i++) {
			const struct import_meaning *own =
				&kinds_heads[k].heads[i].meaning;

			if (own->path && !own->code && strcmp(own->path, path) == 0)
				return own->use;
		}
	return USE_FIELD;
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
	*out = (struct import_meaning){ .use = use_of(kind, path.s) };
	if (out->use != USE_ID)
		out->path = buf_dup(&path, arena);
	return true;
}

bool import_meaning_of_all(struct arena *arena, const struct kind *kind, const char *text,
			   struct import_meaning *out)
{
	auto_buf word = BUF_INIT;

	import_fold(&word, text);
	return in_table(kind, &word, out) || is_label(arena, kind, text, out) ||
	       without_affixes(kind, &word, out);
}

bool import_meaning(struct arena *arena, const struct kind *kind, const char *text,
		    struct import_meaning *out)
{
	const char *codes[IMPORT_MAX_LEVELS];

	if (import_meaning_of_all(arena, kind, text, out) || by_first(kind, text, out))
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

size_t import_bare_levels(const char *text, const char *codes[IMPORT_MAX_LEVELS])
{
	auto_buf word = BUF_INIT;
	size_t count = 0;

	import_fold_name(&word, text);
	for (const char *p = word.s; *p;) {
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
	return count;
}

size_t import_levels(const char *text, const char *codes[IMPORT_MAX_LEVELS])
{
	/* 区 alone is a place; a level says 级, or stands for all offices of the sort. */
	return strstr(text, "级") || strstr(text, "級") ? import_bare_levels(text, codes)
							: 0;
}

/* ---- choices ---- */

/* Words by which a text says one value of a field, whatever stands around them. */
static const struct {
	const char *path;
	const char *word;
	const char *code;
} choice_signs[] = {
	{ ATTRIBUTE, "主动", "proactive" },   { ATTRIBUTE, "申请", "on-request" },
	{ ATTRIBUTE, "不予", "exempt" },      { ATTRIBUTE, "不公开", "exempt" },
	{ FREQUENCY, "每周", "weekly" },      { FREQUENCY, "按周", "weekly" },
	{ FREQUENCY, "每月", "monthly" },     { FREQUENCY, "按月", "monthly" },
	{ FREQUENCY, "月度", "monthly" },     { FREQUENCY, "每季", "quarterly" },
	{ FREQUENCY, "按季", "quarterly" },   { FREQUENCY, "季度", "quarterly" },
	{ FREQUENCY, "半年", "half-yearly" }, { FREQUENCY, "每年", "yearly" },
	{ FREQUENCY, "按年", "yearly" },      { FREQUENCY, "年度", "yearly" },
	{ FREQUENCY, "长期", "permanent" },   { FREQUENCY, "永久", "permanent" },
	{ FREQUENCY, "常年", "permanent" },   { FREQUENCY, "动态", "on-change" },
	{ FREQUENCY, "变更", "on-change" },   { FREQUENCY, "变化", "on-change" },
	{ FREQUENCY, "随时", "on-event" },    { FREQUENCY, "实时", "on-event" },
	{ FREQUENCY, "即时", "on-event" },
};

const char *import_choice_in(const char *path, const char *text)
{
	const char *code = NULL;

	for (size_t i = 0; i < ARRAY_LEN(choice_signs); i++) {
		if (strcmp(choice_signs[i].path, path) != 0 ||
		    !strstr(text, choice_signs[i].word))
			continue;
		if (code && strcmp(code, choice_signs[i].code) != 0)
			return NULL;
		code = choice_signs[i].code;
	}
	return code;
}
