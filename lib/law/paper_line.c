#include <string.h>

#include "base/numeral.h"
#include "base/utf8.h"
#include "law/docnumber.h"
#include "law/paper_private.h"

enum {
	ORGAN_MIN = 2,
	ORGAN_MAX = 40, /* characters */
	ADDRESSEE_MAX = 300,
	MARK_MAX = 80,
	NUMBER_MAX = 80,
	DATE_MAX = 120, /* bytes */
	SECRECY_MAX = 30,
};

bool line_is_centred(const struct line *line)
{
	return line->from->align == ALIGN_CENTRE;
}

size_t line_count(const char *text)
{
	return utf8_count(text, strlen(text));
}

bool line_starts(const char *text, const char *word)
{
	return strncmp(text, word, strlen(word)) == 0;
}

bool line_ends(const char *text, const char *word)
{
	size_t len = strlen(text);
	size_t n = strlen(word);

	return len >= n && memcmp(text + len - n, word, n) == 0;
}

static bool ends_in_one(const char *text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (line_ends(text, words[i]))
			return true;
	return false;
}

static bool has_one(const char *text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strstr(text, words[i]))
			return true;
	return false;
}

static const char *trimmed(struct arena *arena, const char *text, size_t len)
{
	size_t n;
	const char *start = utf8_trim(text, len, &n);

	return arena_strndup(arena, start, n);
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == 0x3000 || c == 0xA0 ||
	       c == 0x2002 || c == 0x2003;
}

const char *line_unbracket(struct arena *arena, const char *text)
{
	static const char *const pairs[][2] = {
		{ "（", "）" }, { "(", ")" },  { "【", "】" }, { "〔", "〕" },
		{ "[", "]" },   { "(", "）" }, { "（", ")" },
	};

	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		size_t open = strlen(pairs[i][0]);
		size_t close = strlen(pairs[i][1]);

		if (strlen(text) > open + close && line_starts(text, pairs[i][0]) &&
		    line_ends(text, pairs[i][1]))
			return trimmed(arena, text + open, strlen(text) - open - close);
	}
	return text;
}

size_t line_word(const char *text, size_t *next)
{
	size_t len = 0;
	size_t used;
	uint32_t c;

	while ((c = utf8_decode(text + len, strlen(text + len), &used)) != 0 &&
	       !is_blank(c))
		len += used;
	for (*next = len;
	     is_blank(utf8_decode(text + *next, strlen(text + *next), &used));)
		*next += used;
	return len;
}

/* Blanks of other scripts stay: they part words. */
const char *line_close_up(struct arena *arena, const char *text)
{
	auto_buf out = BUF_INIT;
	size_t len = strlen(text);
	uint32_t before = 0;

	for (size_t at = 0, used; at < len; at += used) {
		uint32_t c = utf8_decode(text + at, len - at, &used);
		size_t next = at;
		size_t n;

		if (!is_blank(c)) {
			buf_add(&out, text + at, used);
			before = c;
			continue;
		}
		while (is_blank(c = utf8_decode(text + next, len - next, &n)))
			next += n;
		if (before && before < 0x80 && c && c < 0x80)
			buf_addc(&out, ' ');
		used = next - at;
	}
	return buf_dup(&out, arena);
}

bool line_ends_sentence(const char *text)
{
	static const char *const signs[] = { "。", "；", ";", "！", "？" };

	return ends_in_one(text, signs, ARRAY_LEN(signs));
}

/* ---- organs ---- */

static const char *const organ_ends[] = {
	"人民政府", "委员会", "办公室", "办公厅", "办事处", "办",       "委",   "局",
	"厅",       "部",     "处",     "所",     "站",     "中心",     "大队", "支队",
	"中队",     "党委",   "工委",   "管委会", "指挥部", "领导小组", "法院", "检察院",
	"联合会",   "协会",   "总会",   "学会",   "工会",   "公司",     "学校", "中学",
	"小学",     "幼儿园", "医院",   "卫生院", "政府",   "镇",       "乡",   "街道",
	"区",       "县",     "市",     "村委会", "居委会", "团委",     "妇联", "武装部",
	"派出所",   "分局",   "专班",   "合作社", "基金会", "组",       "院",   "馆",
	"社",       "科",     "股",
};

bool line_is_organ(const char *text)
{
	static const char *const never[] = { "关于", "，", "。",   "；",  "：", ",",
					     ";",    ":",  "、",   "！",  "？", "《",
					     "“",    "为", "根据", "附件" };
	size_t count = line_count(text);
	size_t len = strlen(text);
	size_t used;

	if (count < ORGAN_MIN || count > ORGAN_MAX ||
	    has_one(text, never, ARRAY_LEN(never)))
		return false;
	for (size_t at = 0; at < len; at += used) {
		uint32_t c = utf8_decode(text + at, len - at, &used);

		if (!utf8_is_han(c) && c != 0xFF08 && c != 0xFF09 && c != '(' &&
		    c != ')' && c != 0xB7)
			return false;
	}
	if (line_ends(text, "）") || line_ends(text, ")"))
		return strstr(text, "政府") || strstr(text, "委员会");
	return ends_in_one(text, organ_ends, ARRAY_LEN(organ_ends));
}

/* ---- titles ---- */

const char *line_form(const char *title)
{
	/* 党政机关公文处理工作条例 Art 8; the longer word before the one it ends in. */
	static const char *const forms[][2] = {
		{ "决议", "决议" }, { "决定", "决定" }, { "命令", "命令" },
		{ "令", "命令" },   { "公报", "公报" }, { "公告", "公告" },
		{ "通告", "通告" }, { "意见", "意见" }, { "通知", "通知" },
		{ "通报", "通报" }, { "报告", "报告" }, { "请示", "请示" },
		{ "批复", "批复" }, { "议案", "议案" }, { "函", "函" },
		{ "纪要", "纪要" },
	};
	static const char *const others[] = {
		"办法", "规定", "细则",   "规则", "条例", "方案",         "要点", "计划",
		"规划", "总结", "制度",   "公示", "名单", "目录",         "清单", "指南",
		"预案", "规程", "章程",   "守则", "公约", "说明",         "解读", "答复",
		"简报", "表",   "书",     "标准", "情况", "办法（试行）", "安排", "措施",
		"倡议", "流程", "信息",   "须知", "职责", "机制",         "简介", "手册",
		"规范", "台账", "公开信",
	};
	auto_buf text = BUF_INIT;
	size_t open;

	/* …办法（试行）, …的通知（征求意见稿） */
	buf_adds(&text, title);
	if (line_ends(text.s, "）") || line_ends(text.s, ")")) {
		for (open = text.len; open > 0; open--)
			if (line_starts(text.s + open - 1, "（") ||
			    text.s[open - 1] == '(')
				break;
		if (open > 1)
			buf_truncate(&text, open - 1);
	}
	for (size_t i = 0; i < ARRAY_LEN(forms); i++)
		if (line_ends(text.s, forms[i][0]))
			return forms[i][1];
	return ends_in_one(text.s, others, ARRAY_LEN(others)) ? "" : NULL;
}

/* ---- dates ---- */

bool line_is_date(struct arena *arena, const char *text, struct date *out)
{
	const struct date none = { .year = 0 };
	const char *inner = line_unbracket(arena, text);

	/* Eight digits can be a number of anything. */
	if (strlen(inner) > DATE_MAX ||
	    (!strstr(inner, "年") && !strpbrk(inner, "-./") && !strstr(inner, "．")))
		return false;
	return date_parse_any(inner, none, out);
}

/* The longest end of a line that is a date wins: 2018年7月4日, not 18年… */
bool line_ends_in_date(struct arena *arena, const char *text, size_t *len,
		       struct date *out)
{
	const char *year = strstr(text, "年");
	size_t at, n;

	while (year && strstr(year + 1, "年"))
		year = strstr(year + 1, "年");
	if (!year || !line_ends(text, "日"))
		return false;
	at = (size_t)(year - text);
	while (at > 0) {
		size_t back = 1;
		uint32_t c;
		size_t used;

		while (back < at && ((unsigned char)text[at - back] & 0xC0) == 0x80)
			back++;
		c = utf8_decode(text + at - back, back, &used);
		if (!(c >= '0' && c <= '9') && !(c >= 0xFF10 && c <= 0xFF19) &&
		    !is_blank(c) && c != 0x3007 && c != 0x25CB &&
		    chinese_number(text + at - back, back) == 0 &&
		    !line_starts(text + at - back, "零"))
			break;
		at -= back;
	}
	if (at == 0 ||
	    !line_is_date(arena, trimmed(arena, text + at, strlen(text) - at), out))
		return false;
	(void)utf8_trim(text, at, &n);
	*len = n;
	return n > 0;
}

/* ---- addressees ---- */

bool line_is_addressee(const char *text)
{
	/* What leads to the text ends in a colon too: 现将有关事项通知如下： */
	static const char *const never[] = { "。",     "；",   "如下", "现将",
					     "现就",   "根据", "为了", "按照",
					     "经研究", "以下", "附件", "关于",
					     "时间",   "地点", "联系", "要求" };
	size_t count = line_count(text);

	if (!line_ends(text, "：") && !line_ends(text, ":"))
		return false;
	if (count < 2 || count > ADDRESSEE_MAX || has_one(text, never, ARRAY_LEN(never)))
		return false;
	return !line_starts(text, "为") && !line_level(text, &(size_t){ 0 });
}

/* ---- marks ---- */

/* The word of the field for each way of saying it. */
static const char *const mark_words[][2] = {
	{ "此件删减后公开", "此件删减后公开" }, { "此件依申请公开", "此件依申请公开" },
	{ "此件不予公开", "此件不予公开" },     { "此件不公开", "此件不予公开" },
	{ "此件公开发布", "此件公开发布" },     { "此件主动公开", "此件公开发布" },
	{ "此件公开", "此件公开发布" },         { "本件公开发布", "此件公开发布" },
	{ "此文件公开发布", "此件公开发布" },   { "此件可公开", "此件公开发布" },
};
static const char *const way_words[][2] = {
	{ "主动公开", "此件公开发布" }, { "依申请公开", "此件依申请公开" },
	{ "不予公开", "此件不予公开" }, { "删减后公开", "此件删减后公开" },
	{ "免予公开", "此件不予公开" },
};

static const char *way_of(const char *text)
{
	for (size_t i = 0; i < ARRAY_LEN(way_words); i++)
		if (strcmp(text, way_words[i][0]) == 0)
			return way_words[i][1];
	return NULL;
}

const char *line_mark(struct arena *arena, const char *text, bool *whole)
{
	static const char *const labels[] = {
		"公开方式", "公开属性", "公开形式",     "信息公开选项", "公开选项",
		"公开类别", "公开类型", "信息公开属性", "信息公开形式", "信息公开方式",
	};
	const char *inner;

	*whole = false;
	if (line_count(text) > MARK_MAX)
		return NULL;
	inner = line_close_up(arena, line_unbracket(arena, text));
	*whole = true;
	for (size_t i = 0; i < ARRAY_LEN(labels); i++) {
		const char *way = line_after(arena, inner, labels[i]);

		if (way && way_of(way))
			return way_of(way);
	}
	if (way_of(inner))
		return way_of(inner);
	for (size_t i = 0; i < ARRAY_LEN(mark_words); i++) {
		if (!strstr(inner, mark_words[i][0]))
			continue;
		*whole = strcmp(inner, mark_words[i][0]) == 0;
		/* In running text the words tell of marks, they are none. */
		return *whole || line_starts(inner, mark_words[i][0]) ? mark_words[i][1]
								      : NULL;
	}
	return NULL;
}

/* ---- numbers ---- */

const char *line_number(struct arena *arena, const char *text, bool *mended,
			const char **after)
{
	const char *inner = line_unbracket(arena, text);
	struct docnumber number;
	size_t start, end;

	if (line_count(inner) > NUMBER_MAX)
		return NULL;
	if (docnumber_parse(arena, inner, &number)) {
		*mended = !number.canonical;
		*after = "";
		return docnumber_text(arena, &number);
	}
	if (!docnumber_find(arena, inner, 0, &start, &end, &number) || start != 0)
		return NULL;
	/* Upward papers name who signed them on the same line. */
	*after = trimmed(arena, inner + end, strlen(inner) - end);
	if (!line_starts(*after, "签发人"))
		return NULL;
	*mended = !number.canonical;
	return docnumber_text(arena, &number);
}

/* What stands behind 机密, 机密级: a star, or nothing; never the words of a sentence. */
static bool is_mark_behind(const char *text, bool *star)
{
	static const char *const suffixes[] = { "级", "件", "級" };
	static const char *const closes[] = { "】", "）", ")", "]" };
	size_t used;
	uint32_t c;

	for (size_t i = 0; i < ARRAY_LEN(suffixes); i++)
		if (line_starts(text, suffixes[i]))
			text += strlen(suffixes[i]);
	c = utf8_decode(text, strlen(text), &used);
	*star = c == 0x2605 || c == 0x2606 ||
		(c == '*' && text[used] >= '0' && text[used] <= '9');
	for (size_t i = 0; i < ARRAY_LEN(closes); i++)
		if (line_starts(text, closes[i]))
			text += strlen(closes[i]);
	return *star || !*text;
}

bool line_is_secrecy(struct arena *arena, const char *text)
{
	static const char *const words[] = { "绝密", "机密", "秘密", "絕密", "機密" };
	const char *closed = line_count(text) <= SECRECY_MAX
				     ? line_close_up(arena, line_unbracket(arena, text))
				     : "";
	const char *value = line_after(arena, closed, "密级");

	closed = value ? value : closed;
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		const char *word = strstr(closed, words[i]);
		bool star;

		/* 机密 alone, 特急 机密★1年; not 标有“机密★1年”的, nor 国家秘密 */
		if (word && is_mark_behind(word + strlen(words[i]), &star) &&
		    (word == closed || (star && !strstr(closed, "“"))))
			return true;
		/* 秘密 特急 */
		if (word == closed && word && line_ends(closed, "急") &&
		    line_count(closed) == 4)
			return true;
	}
	return false;
}

const char *line_after(struct arena *arena, const char *text, const char *word)
{
	size_t len = strlen(word);
	size_t used;
	uint32_t c;

	if (!line_starts(text, word))
		return NULL;
	text += len;
	while (is_blank(c = utf8_decode(text, strlen(text), &used)))
		text += used;
	if (c != ':' && c != 0xFF1A)
		return NULL;
	return trimmed(arena, text + used, strlen(text + used));
}

/* ---- numbering ---- */

static bool is_digit(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

static bool is_numeral(const char *s)
{
	static const char *const signs[] = { "一", "二", "三", "四", "五", "六", "七",
					     "八", "九", "十", "百", "零", "〇" };

	for (size_t i = 0; i < ARRAY_LEN(signs); i++)
		if (line_starts(s, signs[i]))
			return true;
	return false;
}

/* Bytes of a run of digits, else of Chinese numerals; *digits says which. */
static size_t number_run(const char *s, bool *digits)
{
	size_t len = strlen(s);
	size_t at = 0;
	size_t used;

	*digits = is_digit(utf8_decode(s, len, &used));
	for (; at < len; at += used) {
		uint32_t c = utf8_decode(s + at, len - at, &used);

		if (*digits ? !is_digit(c) : !is_numeral(s + at))
			break;
	}
	return at;
}

static size_t one_of(const char *s, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (line_starts(s, words[i]))
			return strlen(words[i]);
	return 0;
}

/* 第一章, 第二节, 第三部分. */
static int level_of_part(const char *text, size_t *len)
{
	static const char *const parts[] = { "章", "编", "部分" };
	const size_t first = strlen("第");
	bool digits;
	size_t run, unit;

	if (!line_starts(text, "第"))
		return 0;
	run = number_run(text + first, &digits);
	unit = run ? one_of(text + first + run, parts, ARRAY_LEN(parts)) : 0;
	*len = first + run + unit;
	if (unit)
		return 1;
	*len += strlen("节");
	return run && line_starts(text + first + run, "节") ? 2 : 0;
}

bool line_is_article(const char *text)
{
	const size_t first = strlen("第");
	bool digits;
	size_t run;

	if (!line_starts(text, "第"))
		return false;
	run = number_run(text + first, &digits);
	return run && line_starts(text + first + run, "条");
}

int line_level(const char *text, size_t *len)
{
	static const char *const opens[] = { "（", "(" };
	static const char *const closes[] = { "）", ")" };
	static const char *const stops[] = { "、", "．", ".", "，" };
	size_t open = one_of(text, opens, ARRAY_LEN(opens));
	bool digits;
	size_t run = number_run(text + open, &digits);
	size_t close;
	size_t used;

	if (!run || run > 24)
		return level_of_part(text, len);
	text += open + run;
	close = open ? one_of(text, closes, ARRAY_LEN(closes))
		     : one_of(text, stops, ARRAY_LEN(stops));
	*len = open + run + close;
	if (!close)
		return 0;
	if (open)
		return digits ? 4 : 2;
	/* 2.5万元, 2018.7.4 */
	if (digits && is_digit(utf8_decode(text + close, strlen(text + close), &used)))
		return 0;
	return digits ? 3 : 1;
}

bool line_is_page_number(const char *text)
{
	size_t len = strlen(text);
	bool digits = false;
	size_t used;

	for (size_t at = 0; at < len; at += used) {
		uint32_t c = utf8_decode(text + at, len - at, &used);

		digits = digits || is_digit(c);
		if (!is_digit(c) && !is_blank(c) && c != '-' && c != '/' &&
		    !(c >= 0x2010 && c <= 0x2015) && c != 0x2212 && c != 0x2500 &&
		    c != 0xFF0D && c != 0x30FC && c != 0x4E00 && c != 0x7B2C &&
		    c != 0x9875 && c != 0x5171)
			return false;
	}
	/* A field that counts pages has no text of its own. */
	return digits || line_count(text) <= 8;
}
