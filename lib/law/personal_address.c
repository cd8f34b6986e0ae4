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
	PART_NONE = 0,
	PART_GROUP = 1 << 0,    /* 三组, 5队, 2巷 */
	PART_DOOR = 1 << 1,     /* 12号 */
	PART_BUILDING = 1 << 2, /* 3号楼 */
	PART_UNIT = 1 << 3,     /* 2单元 */
	PART_FLOOR = 1 << 4,    /* 5层 */
	PART_ROOM = 1 << 5,     /* 501室 */
};

#define COUNTED(word, part)                           \
	{                                             \
		(word), sizeof(word) - 1, PART_##part \
	}

static const struct counted {
	const char *word;
	size_t len;
	enum part part;
} counted[] = {
	COUNTED("村民小组", GROUP), COUNTED("村民组", GROUP),  COUNTED("生产队", GROUP),
	COUNTED("居民组", GROUP),   COUNTED("小组", GROUP),    COUNTED("大队", GROUP),
	COUNTED("组", GROUP),       COUNTED("队", GROUP),      COUNTED("社", GROUP),
	COUNTED("排", GROUP),       COUNTED("巷", GROUP),      COUNTED("弄", GROUP),
	COUNTED("条", GROUP),       COUNTED("号楼", BUILDING), COUNTED("楼栋", BUILDING),
	COUNTED("栋", BUILDING),    COUNTED("幢", BUILDING),   COUNTED("座", BUILDING),
	COUNTED("#楼", BUILDING),   COUNTED("#", BUILDING),    COUNTED("＃", BUILDING),
	COUNTED("单元", UNIT),      COUNTED("门", UNIT),       COUNTED("梯", UNIT),
	COUNTED("层", FLOOR),       COUNTED("楼", FLOOR),      COUNTED("室", ROOM),
	COUNTED("号房", ROOM),      COUNTED("号室", ROOM),     COUNTED("房", ROOM),
	COUNTED("户", ROOM),        COUNTED("号院", DOOR),     COUNTED("号", DOOR),
};

static const char numerals[] = "一二三四五六七八九十百零〇两";

/* What words of the table begin and end with: most characters are none of them. */
static const char counted_first[] = "村生居小大组队社排巷弄条号楼栋幢座＃单门梯层室房户";
static const char counted_last[] = "组队社排巷弄条楼栋幢座＃元门梯层室房户院号";

/* What the chain hangs on. */
static const char *const villages[] = { "村", "庄", "屯",   "湾",   "营",  "寨",
					"堡", "滩", "塘",   "沟",   "坪",  "岭",
					"坡", "洼", "社区", "庄子", "台子" };
static const char *const roads[] = { "路", "街", "巷", "大道", "胡同", "弄", "道" };
static const char *const compounds[] = {
	"小区", "家园",   "花园",   "苑",     "公寓",   "新村",   "属院",   "属楼",
	"宿舍", "安置点", "安置区", "安置房", "廉租房", "公租房", "保障房", "庄园",
	"雅居", "府",     "庭",     "居",     "郡",     "期",     "区",     "院",
	"城",   "湾",     "园",     "楼群",   "住宅",
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
	"办公",   "政府",   "村委", "村民委员会", "居委会", "服务中心", "服务站",
	"大厅",   "窗口",   "公司", "合作社",     "学校",   "小学",     "中学",
	"幼儿园", "卫生",   "医院", "派出所",     "司法所", "党群",     "活动",
	"超市",   "商店",   "商铺", "营业",       "门面",   "厂",       "养老",
	"法院",   "局",     "银行", "信用社",     "受理",   "开标",     "投标",
	"招标",   "报名",   "领取", "代理",       "会议",   "大厦",     "委员会",
	"图书",   "书屋",   "广场", "驿站",       "站点",   "经营",     "注册地",
	"门诊",   "药店",   "饭店", "宾馆",       "中心",   "单位",     "寄送",
	"邮寄",   "来信",   "上访", "信访",       "接待",   "查阅",     "设在",
	"监测",   "供应商", "中标", "成交",       "采购",
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

	return used ? used : personal_is_one_of(text, at, numerals) ? 3 : 0;
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

/* 12, 12-1, 12之1, 3-2-501 */
struct numbers {
	size_t end;
	size_t count;
	size_t lengths[4]; /* in bytes, of the first of them */
};

static struct numbers read_numbers(struct personal_text text, size_t at)
{
	static const char *const ties[] = { "之", "-", "－", "—", "–", "附" };
	struct numbers numbers = { .end = at };
	size_t next = at;

	while (numbers.count < ARRAY_LEN(numbers.lengths)) {
		size_t end = number_end(text, next);

		if (end == next)
			break;
		numbers.lengths[numbers.count++] = end - next;
		numbers.end = end;
		next = end + WORD_AT(text, end, ties);
		if (next == end)
			break;
	}
	return numbers;
}

/* 3-2-501, and 2-501 behind a building; a day of the calendar is none. */
static bool is_flat_number(const struct numbers *numbers, const struct chain *chain)
{
	const size_t *lengths = numbers->lengths;
	const size_t room = numbers->count ? lengths[numbers->count - 1] : 0;

	if (room < 3 || room > 4)
		return false;
	return (numbers->count == 3 && lengths[0] <= 3 && lengths[1] <= 2) ||
	       (numbers->count == 2 && lengths[0] <= 2 && chain->parts & PART_BUILDING);
}

static const struct counted *counted_at(struct personal_text text, size_t at)
{
	const struct counted *best = NULL;

	if (at >= text.len ||
	    (text.s[at] != '#' && !personal_is_one_of(text, at, counted_first)))
		return NULL;
	for (size_t i = 0; i < ARRAY_LEN(counted); i++) {
		const struct counted *one = &counted[i];

		if (at + one->len <= text.len && (!best || one->len > best->len) &&
		    memcmp(text.s + at, one->word, one->len) == 0)
			best = one;
	}
	return best;
}

/* What the counted thing is behind the links before it. */
static enum part part_of(const struct counted *link, const struct chain *chain)
{
	const bool inside = (chain->parts & (PART_BUILDING | PART_UNIT)) != 0;

	/* 2单元5号 is a flat. */
	if (link->part == PART_DOOR && inside)
		return PART_ROOM;
	/* 5栋120户 counts, 2单元301户 does not. */
	if (strcmp(link->word, "户") == 0 && !(chain->parts & PART_UNIT))
		return PART_NONE;
	return link->part;
}

/* One number with what it counts; false at the end of the chain. */
static bool read_link(struct personal_text text, struct chain *chain)
{
	const size_t at = personal_skip_blanks(text, chain->end, BLANKS);
	const struct numbers numbers = read_numbers(text, at);
	const size_t behind = personal_skip_blanks(text, numbers.end, BLANKS);
	const struct counted *link = counted_at(text, behind);
	const bool flat = is_flat_number(&numbers, chain);
	enum part part = PART_NONE;

	if (!numbers.count)
		return false;
	if (link)
		part = part_of(link, chain);
	else if (chain->parts & PART_UNIT)
		part = PART_ROOM;
	if (!part && !flat)
		return false;
	chain->numbered_through = chain->numbered_through || flat;
	chain->parts |= part;
	chain->end = link && part ? behind + link->len : numbers.end;
	return true;
}

/* Bytes of the counted thing that ends at `at`. */
static size_t counted_before(struct personal_text text, size_t at)
{
	const size_t last = personal_before(text, at);
	size_t best = 0;

	if (text.s[last] != '#' && !personal_is_one_of(text, last, counted_last))
		return 0;
	for (size_t i = 0; i < ARRAY_LEN(counted); i++) {
		const struct counted *one = &counted[i];

		if (one->len > best && one->len <= at &&
		    memcmp(text.s + at - one->len, one->word, one->len) == 0)
			best = one->len;
	}
	return best;
}

/* Where the number begins that ends at `at`; `at` when none does. */
static size_t number_start(struct personal_text text, size_t at, size_t least)
{
	size_t before = at > least ? personal_before(text, at) : at;
	char letter;

	if (before < at && before + personal_letter(text, before, &letter) == at)
		at = before;
	for (int i = 0; i < DIGITS_MAX && at > least; i++) {
		before = personal_before(text, at);
		if (before < least || before + numeral_at(text, before) != at)
			break;
		at = before;
	}
	return at;
}

/* Back over numbers and what they count, so that 三组 before 12号 is seen. */
static size_t chain_start(struct personal_text text, size_t at, size_t from)
{
	size_t least = at > CHAIN_BACK ? at - CHAIN_BACK : 0;
	size_t start;

	if (least < from)
		least = from;
	start = number_start(text, at, least);
	for (int i = 0; i < CHAIN_MAX && start > least; i++) {
		size_t end = start;
		size_t number;
		size_t len;

		while (end > least && text.s[end - 1] == ' ')
			end--;
		len = end > least ? counted_before(text, end) : 0;
		if (!len || end - len < least)
			break;
		number = number_start(text, end - len, least);
		if (number == end - len) /* a name: 王家巷12号 */
			break;
		start = number;
	}
	return start;
}

static struct chain read_chain(struct personal_text text, size_t at, size_t from)
{
	struct chain chain = { .start = chain_start(text, at, from) };

	chain.end = chain.start;
	while (chain.links < CHAIN_MAX && read_link(text, &chain))
		chain.links++;
	if (chain.end <= at)
		chain.links = 0;
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

bool personal_may_be_address(struct personal_text text, size_t at)
{
	static const char *const ties[] = { "－", "—", "–", "之" };
	char digit;
	size_t end = at;
	size_t used;

	while (end < text.len && text.s[end] >= '0' && text.s[end] <= '9')
		end++;
	if (end - at > DIGITS_MAX)
		return false;
	if (end == at && !personal_digit(text, at, &digit)) /* at 号, 室: 十二号 */
		return at >= 3 && personal_is_one_of(text, at - 3, numerals);
	for (int i = 0; i <= DIGITS_MAX && (used = personal_digit(text, end, &digit)) > 0;
	     i++)
		end += used;
	end += personal_letter(text, end, &digit);
	end = personal_skip_blanks(text, end, BLANKS);
	if (end >= text.len)
		return false;
	if (text.s[end] == '-') /* 3-2-501, 12-1号; no day, and no part of one */
		return end - at < 4 && (at == 0 || text.s[at - 1] != '-');
	if ((unsigned char)text.s[end] < 0x80)
		return text.s[end] == '#';
	return personal_is_one_of(text, end, counted_first) || WORD_AT(text, end, ties);
}

/* What the chain alone tells; it is looked at before all that is said around it. */
static bool may_be_door(struct personal_text text, const struct chain *chain)
{
	static const char *const ordinal[] = { "第", "月" };
	const unsigned int inside = PART_BUILDING | PART_UNIT | PART_ROOM;
	size_t before = chain->start;
	size_t used;

	if (!chain->links ||
	    (!(chain->parts & (PART_DOOR | PART_ROOM)) && !chain->numbered_through))
		return false;
	if (chain->parts & PART_GROUP)
		return true;
	if (WORD_BEFORE(text, chain->start, ordinal))
		return false;
	if (chain->parts & inside || chain->numbered_through)
		return true;
	/* A door alone hangs on a name; 〔2018〕112号 does not. */
	while (before > 0 && text.s[before - 1] == ' ')
		before--;
	used = personal_before(text, before);
	return utf8_is_han(utf8_decode(text.s + used, before - used, &used));
}

bool personal_address(struct personal_text text, size_t at, size_t from,
		      struct personal_span *out)
{
	struct chain chain;
	struct place place;

	chain = read_chain(text, at, from);
	if (!may_be_door(text, &chain))
		return false;
	place = place_before(text, &chain);
	if (!is_flat(&chain, &place) && !is_house(text, &chain, &place))
		return false;
	if (!place.home && (place.office || is_of_office(text, &chain)))
		return false;
	*out = (struct personal_span){ .start = name_start(text, chain.start, from),
				       .end = chain.end,
				       .name = chain.start };
	return true;
}
