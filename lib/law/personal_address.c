#include <string.h>

#include "base/utf8.h"
#include "law/personal_private.h"

/*
 * Home addresses to the door: 曹闸村三组12号, 小区3号楼2单元501室, 街12号304室.
 *
 * Numbers with what they count (三组, 12号, 2单元) make a chain; it is judged by what it
 * ends in, by the name it hangs on, and by what else is said in the clause.
 */
enum {
	CHAIN_BACK = 60, /* bytes before the number where its chain may begin */
	CHAIN_MAX = 8,   /* links */
	DIGITS_MAX = 5,
	HOME_REACH = 60,
	OFFICE_REACH = 60,
	VILLAGE_REACH = 45,
	NAME_MAX = 6, /* characters of the name it hangs on */
	BLANKS = 2,
};

enum part {
	PART_GROUP = 1 << 0,    /* 三组, 5队, 2巷 */
	PART_DOOR = 1 << 1,     /* 12号 */
	PART_BUILDING = 1 << 2, /* 3号楼 */
	PART_UNIT = 1 << 3,     /* 2单元 */
	PART_FLOOR = 1 << 4,    /* 5层 */
	PART_ROOM = 1 << 5,     /* 501室 */
};

static const struct counted {
	const char *word;
	enum part part;
} counted[] = {
	{ "村民小组", PART_GROUP }, { "村民组", PART_GROUP },  { "生产队", PART_GROUP },
	{ "居民组", PART_GROUP },   { "小组", PART_GROUP },    { "大队", PART_GROUP },
	{ "组", PART_GROUP },       { "队", PART_GROUP },      { "社", PART_GROUP },
	{ "排", PART_GROUP },       { "巷", PART_GROUP },      { "弄", PART_GROUP },
	{ "条", PART_GROUP },       { "号楼", PART_BUILDING }, { "楼栋", PART_BUILDING },
	{ "栋", PART_BUILDING },    { "幢", PART_BUILDING },   { "座", PART_BUILDING },
	{ "#楼", PART_BUILDING },   { "#", PART_BUILDING },    { "＃", PART_BUILDING },
	{ "单元", PART_UNIT },      { "门", PART_UNIT },       { "梯", PART_UNIT },
	{ "层", PART_FLOOR },       { "楼", PART_FLOOR },      { "室", PART_ROOM },
	{ "号房", PART_ROOM },      { "号室", PART_ROOM },     { "房", PART_ROOM },
	{ "户", PART_ROOM },        { "号院", PART_DOOR },     { "号", PART_DOOR },
};

static const char *const numerals[] = { "一", "二", "三", "四", "五", "六", "七",
					"八", "九", "十", "百", "零", "〇", "两" };

/* What the chain hangs on. */
static const char *const villages[] = { "村", "庄", "屯",   "湾",   "营",  "寨",
					"堡", "滩", "塘",   "沟",   "坪",  "岭",
					"坡", "洼", "社区", "庄子", "台子" };
static const char *const roads[] = { "路", "街", "巷", "大道", "胡同", "弄", "道" };
static const char *const compounds[] = {
	"小区", "家园",   "花园",   "苑",     "公寓",   "新村",   "属院",   "属楼",
	"宿舍", "安置点", "安置区", "安置房", "廉租房", "公租房", "保障房", "庄园",
	"雅居", "府",     "庭",     "居",     "郡",     "里",     "期",     "区",
	"院",   "城",     "湾",     "园",     "楼群",   "住宅",
};
static const char *const offices_named[] = {
	"大厦",   "大楼",   "中心",   "政府",   "大厅",   "办公楼", "广场",
	"写字楼", "市场",   "园区",   "学校",   "医院",   "校区",   "开发区",
	"工业园", "产业园", "法院",   "检察院", "卫生院", "学院",   "养老院",
	"敬老院", "幸福院", "福利院", "剧院",   "影院",   "科学院", "研究院",
};

/* Homes and those who live in them. */
static const char *const homes[] = { "住址",   "家住",   "现住",   "居住",   "住在",
				     "住于",   "家庭地", "户籍",   "常住",   "住曹",
				     "户主",   "低保户", "农户",   "业主",   "承租人",
				     "申请人", "当事人", "被执行", "贫困户", "困难户",
				     "危房户", "门牌",   "租住",   "户口",   "家中",
				     "家里",   "入户",   "走访" };
static const char *const offices[] = {
	"办公",   "政府", "村委", "村民委员会", "居委会", "服务中心", "服务站",
	"大厅",   "窗口", "公司", "合作社",     "学校",   "小学",     "中学",
	"幼儿园", "卫生", "医院", "派出所",     "司法所", "党群",     "活动",
	"超市",   "商店", "商铺", "营业",       "门面",   "厂",       "养老",
	"法院",   "局",   "银行", "信用社",     "受理",   "开标",     "投标",
	"招标",   "报名", "领取", "代理",       "会议",   "大厦",     "委员会",
	"图书",   "书屋", "广场", "驿站",       "站点",   "经营",     "注册地",
	"门诊",   "药店", "饭店", "宾馆",       "中心",   "单位",     "寄送",
	"邮寄",   "来信", "上访", "信访",       "接待",   "查阅",     "设在",
	"监测",
};

/* What may stand behind a door in the same breath. */
static const char *const dwellers[] = { "院",   "居民", "村民", "住户", "家", "内", "的",
					"户",   "附",   "房屋", "住宅", "宅", "老", "（",
					"王某", "张某", "李某", "某",   "、", "，", "。",
					"；",   "：",   "）",   "”",    "》", "！", "？",
					"…",    "　",   "与",   "和",   "及", "至" };
/* Things that are numbered and no doors. */
static const char *const things[] = {
	"井",   "机井", "泵",   "桥",   "路",   "渠",   "地",   "田",   "棚",   "大棚",
	"台区", "变",   "点",   "线",   "文",   "公告", "令",   "宗",   "图斑", "坑",
	"塘",   "池",   "矿",   "杆",   "塔",   "闸",   "沟",   "区",   "库",   "站",
	"车",   "标",   "选手", "样",   "基地", "厂",   "圈",   "温棚", "商铺", "营业",
	"门面", "铺",   "厅",   "窗",   "箱",   "柱",   "碑",   "墓",   "楼",   "机",
	"灯",   "口",   "管",   "坝",   "林",   "支",   "斗",   "农渠", "通知", "文件",
	"提案", "建议", "议案", "楼栋", "办公", "会议", "便民", "公示", "宣传", "监控",
	"垃圾", "充电", "工程", "项目", "标段", "片",   "组",   "网格", "台",
};

struct chain {
	size_t start;
	size_t end;
	unsigned int parts;
	size_t links;
	bool numbered_through; /* 3-2-501 */
};

/* ---- the chain ---- */

static size_t numeral_at(struct personal_text text, size_t at)
{
	char digit;
	size_t used = personal_digit(text, at, &digit);

	return used ? used : WORD_AT(text, at, numerals);
}

/* The end of a number: digits, numerals, a letter (A座), with 之1 or -1; `at` when none. */
static size_t number_end(struct personal_text text, size_t at)
{
	size_t end = at;
	size_t used;
	char letter;

	for (int i = 0; i < DIGITS_MAX && (used = numeral_at(text, end)) > 0; i++)
		end += used;
	used = personal_letter(text, end, &letter);
	return numeral_at(text, end + used) ? at : end + used;
}

/* 12-1号, 12之1号, 3-2-501: the end of what goes on, and in how many numbers. */
static size_t numbers_end(struct personal_text text, size_t at, size_t *count)
{
	static const char *const ties[] = { "之", "-", "－", "—", "–", "附" };
	size_t end = number_end(text, at);

	*count = end > at;
	while (end > at && *count < 4) {
		size_t next = end + WORD_AT(text, end, ties);
		size_t more = next > end ? number_end(text, next) : next;

		if (more == next)
			break;
		end = more;
		++*count;
	}
	return end;
}

static const struct counted *counted_at(struct personal_text text, size_t at)
{
	const struct counted *best = NULL;

	for (size_t i = 0; i < ARRAY_LEN(counted); i++) {
		size_t len = strlen(counted[i].word);

		if (at + len <= text.len &&
		    memcmp(text.s + at, counted[i].word, len) == 0 &&
		    (!best || len > strlen(best->word)))
			best = &counted[i];
	}
	return best;
}

/* One number with what it counts; false at the end of the chain. */
static bool read_link(struct personal_text text, struct chain *chain)
{
	size_t count;
	size_t at = personal_skip_blanks(text, chain->end, BLANKS);
	size_t end = numbers_end(text, at, &count);
	const struct counted *link;

	if (end == at)
		return false;
	link = counted_at(text, personal_skip_blanks(text, end, BLANKS));
	if (link) {
		enum part part = link->part;

		/* 2单元5号 is a flat. */
		if (part == PART_DOOR && chain->parts & (PART_BUILDING | PART_UNIT))
			part = PART_ROOM;
		chain->parts |= part;
		chain->end = personal_skip_blanks(text, end, BLANKS) + strlen(link->word);
	} else if (count >= 3 || (count == 2 && chain->parts & PART_BUILDING)) {
		chain->numbered_through = true;
		chain->end = end;
	} else if (chain->parts & PART_UNIT) {
		chain->parts |= PART_ROOM;
		chain->end = end;
	} else {
		return false;
	}
	return true;
}

/* Back over numbers and what they count, so that 三组 before 12号 is seen. */
static size_t chain_start(struct personal_text text, size_t at, size_t from)
{
	size_t least = at > CHAIN_BACK ? at - CHAIN_BACK : 0;
	size_t start = at;

	if (least < from)
		least = from;
	while (start > least) {
		size_t before = personal_before(text, start);
		const struct counted *link = counted_at(text, before);
		size_t used = numeral_at(text, before);
		char c;

		if (!used)
			used = personal_letter(text, before, &c);
		if (!used && text.s[before] == '-')
			used = 1;
		if (before < least || (before + used != start &&
				       !(link && before + strlen(link->word) >= start) &&
				       personal_skip_blanks(text, before, 1) != start))
			break;
		start = before;
	}
	return start;
}

static struct chain read_chain(struct personal_text text, size_t at, size_t from)
{
	struct chain chain = { .start = chain_start(text, at, from) };

	/* What was taken back and is no number belongs to the name: 王家巷12号. */
	while (chain.start <= at) {
		chain.parts = 0;
		chain.links = 0;
		chain.end = chain.start;
		while (chain.links < CHAIN_MAX && read_link(text, &chain))
			chain.links++;
		if (chain.links && chain.end > at)
			break;
		chain.start++;
		while (chain.start < text.len &&
		       ((unsigned char)text.s[chain.start] & 0xC0U) == 0x80U)
			chain.start++;
	}
	return chain;
}

/* ---- what it hangs on ---- */

struct place {
	bool village;
	bool road;
	bool compound;
	bool office;
	bool home; /* the clause speaks of a home */
};

/* 住 alone, but not of 住建局, 住房 */
static bool says_lives(struct personal_text text, size_t at)
{
	static const char *const lives[] = { "住" };
	static const char *const others[] = { "住建", "住房", "住院", "住宿",
					      "住保", "住户", "住宅", "住所" };
	size_t least = at > HOME_REACH ? at - HOME_REACH : 0;

	for (size_t i = least; i < at; i++)
		if (WORD_AT(text, i, lives) && !WORD_AT(text, i, others))
			return SAID_BEFORE(text, at, at - i, lives);
	return false;
}

static struct place place_before(struct personal_text text, const struct chain *chain)
{
	static const char *const settled[] = { "村", "社区", "屯", "庄" };
	size_t at = chain->start;
	struct place place = { .office = false };
	size_t end = at;

	while (end > 0 && text.s[end - 1] == ' ')
		end--;
	place.office = WORD_BEFORE(text, end, offices_named) > 0;
	place.village = !place.office && WORD_BEFORE(text, end, villages) > 0;
	place.road = !place.office && WORD_BEFORE(text, end, roads) > 0;
	place.compound = !place.office && WORD_BEFORE(text, end, compounds) > 0;
	/* 东园村幸福路12号, 曹闸村王家五组12号 */
	if ((place.road || chain->parts & PART_GROUP) &&
	    SAID_BEFORE(text, at, VILLAGE_REACH, settled))
		place.village = true;
	place.home = SAID_BEFORE(text, at, HOME_REACH, homes) || says_lives(text, at);
	return place;
}

static bool is_of_office(struct personal_text text, const struct chain *chain)
{
	return SAID_BEFORE(text, chain->start, OFFICE_REACH, offices) ||
	       SAID_BEHIND(text, chain->end, OFFICE_REACH / 2, offices);
}

/* Whether the sentence breaks off behind the door, or goes on with who lives there. */
static bool ends_there(struct personal_text text, const struct chain *chain)
{
	size_t at = chain->end;
	size_t used;

	if (at >= text.len || (unsigned char)text.s[at] < 0x80)
		return at >= text.len || !strchr("-#", text.s[at]);
	if (WORD_AT(text, at, things))
		return false;
	if (chain->parts & PART_GROUP || WORD_AT(text, at, dwellers))
		return true;
	return !utf8_is_han(utf8_decode(text.s + at, text.len - at, &used));
}

/* ---- judgement ---- */

static bool is_flat(const struct chain *chain, const struct place *place)
{
	const unsigned int parts = chain->parts;
	const bool named = place->compound || place->village || place->home;

	if (chain->numbered_through)
		return (place->compound || place->home) ||
		       (parts & PART_BUILDING && named);
	if (!(parts & PART_ROOM))
		return false;
	if (parts & PART_UNIT)
		return parts & PART_BUILDING || named || place->road;
	if (parts & PART_BUILDING)
		return named || (parts & PART_DOOR && place->road);
	return place->road && parts & PART_DOOR;
}

static bool is_house(struct personal_text text, const struct chain *chain,
		     const struct place *place)
{
	if (!(chain->parts & PART_DOOR) || chain->parts & (PART_BUILDING | PART_UNIT) ||
	    !ends_there(text, chain))
		return false;
	if (place->village)
		return true;
	return place->home &&
	       (place->road || place->compound || chain->parts & PART_GROUP);
}

/* The name it hangs on, for the span: a few characters back to the township or a verb. */
static size_t name_start(struct personal_text text, size_t at, size_t from)
{
	static const char *const edges[] = { "镇", "乡", "县", "市", "旗", "住", "于",
					     "在", "址", "为", "系", "是", "某" };

	for (int i = 0; i < NAME_MAX && at > from; i++) {
		size_t before = personal_before(text, at);
		size_t used;

		if (before < from || WORD_AT(text, before, edges) ||
		    !utf8_is_han(utf8_decode(text.s + before, at - before, &used)))
			break;
		at = before;
	}
	return at;
}

/* A cheap look before anything is read: the number counts something, or goes on. */
static bool may_begin(struct personal_text text, size_t at)
{
	static const char *const ties[] = { "-", "－", "—", "–", "之" };
	char digit;
	size_t end = at;
	size_t used;

	if (!personal_digit(text, at, &digit)) /* at 号, 室: 十二号 */
		return WORD_BEFORE(text, at, numerals) > 0;
	for (int i = 0; i <= DIGITS_MAX && (used = personal_digit(text, end, &digit)) > 0;
	     i++)
		end += used;
	used = personal_letter(text, end, &digit);
	end = personal_skip_blanks(text, end + used, BLANKS);
	return counted_at(text, end) || WORD_AT(text, end, ties);
}

bool personal_address(struct personal_text text, size_t at, size_t from,
		      struct personal_span *out)
{
	static const char *const ordinal[] = { "第", "月" };
	struct chain chain;
	struct place place;

	if (!may_begin(text, at))
		return false;
	chain = read_chain(text, at, from);
	if (!chain.links ||
	    (!(chain.parts & (PART_DOOR | PART_ROOM)) && !chain.numbered_through))
		return false;
	place = place_before(text, &chain);
	if (WORD_BEFORE(text, chain.start, ordinal) && !(chain.parts & PART_GROUP))
		return false;
	if (!is_flat(&chain, &place) && !is_house(text, &chain, &place))
		return false;
	if (!place.home && (place.office || is_of_office(text, &chain)))
		return false;
	*out = (struct personal_span){ .start = name_start(text, chain.start, from),
				       .end = chain.end,
				       .name = chain.start };
	return true;
}
