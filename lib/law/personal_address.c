#include <string.h>

#include "base/utf8.h"
#include "law/personal_private.h"

/*
 * Home addresses to the door: 曹闸村三组12号, 小区3号楼2单元501室, 街12号304室.
 *
 * A chain of numbers with what they count (三组, 12号, 2单元) is judged by what it ends
 * in, by the name it hangs on, and by what else is said in the clause.
 */
enum {
	HOME_REACH = 96, /* behind it the whole way from the province down */
	OFFICE_REACH = 60,
	VILLAGE_REACH = 45,
	NAME_MAX = 6, /* characters of the name it hangs on */
};

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

static const char *const homes[] = { "住址",   "家住",   "现住",   "居住",   "住在",
				     "住于",   "家庭地", "户籍",   "常住",   "户主",
				     "低保户", "农户",   "承租人", "被执行", "贫困户",
				     "困难户", "危房户", "门牌",   "租住",   "户口",
				     "家中",   "家里",   "入户",   "走访" };
/* Who lives somewhere, and is also told which office to go to. */
static const char *const persons[] = { "申请人", "当事人", "信访人", "来信人",
				       "来访人", "举报人", "投诉人", "受助人",
				       "患者",   "相对人", "业主" };
static const char *const offices[] = {
	"办公",   "政府",   "村委",   "村民委员会", "居委会", "服务中心", "服务站",
	"大厅",   "窗口",   "公司",   "合作社",     "学校",   "小学",     "中学",
	"幼儿园", "卫生",   "医院",   "派出所",     "司法所", "党群",     "活动",
	"超市",   "商店",   "商铺",   "营业",       "门面",   "厂",       "养老",
	"法院",   "局",     "银行",   "信用社",     "受理",   "开标",     "投标",
	"招标",   "报名",   "领取",   "代理",       "会议",   "大厦",     "委员会",
	"图书",   "书屋",   "广场",   "驿站",       "站点",   "经营",     "注册地",
	"门诊",   "药店",   "饭店",   "宾馆",       "中心",   "单位",     "设在",
	"监测",   "供应商", "中标",   "成交",       "采购",   "拍卖",     "标的",
	"起拍",   "房源",   "信访局",
};
/* How an office is reached, and a person too when one is named. */
static const char *const reached[] = { "寄送", "邮寄", "来信", "上访",
				       "信访", "接待", "查阅" };

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

/* ---- what it hangs on ---- */

struct place {
	bool village;
	bool road;
	bool compound;
	bool office;
	bool home;   /* the clause speaks of a home */
	bool person; /* it speaks of somebody */
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

static struct place place_before(struct personal_text text,
				 const struct personal_chain *chain)
{
	static const char *const settled[] = { "村", "社区", "屯", "庄" };
	static const char *const plates[] = { "门牌", "门牌号" };
	size_t at = chain->start;
	struct place place = { .office = false };
	size_t end = at;

	while (end > 0 && text.s[end - 1] == ' ')
		end--;
	end -= WORD_BEFORE(text, end, plates);
	place.office = WORD_BEFORE(text, end, offices_named) > 0;
	place.village = !place.office && WORD_BEFORE(text, end, villages) > 0;
	place.road = !place.office && WORD_BEFORE(text, end, roads) > 0;
	place.compound = !place.office && WORD_BEFORE(text, end, compounds) > 0;
	/* 东园村幸福路12号, 曹闸村王家五组12号 */
	if ((place.road || chain->parts & PART_GROUP) &&
	    SAID_BEFORE(text, at, VILLAGE_REACH, settled))
		place.village = true;
	place.home = SAID_BEFORE(text, at, HOME_REACH, homes) || says_lives(text, at);
	place.person = SAID_BEFORE(text, at, HOME_REACH, persons);
	return place;
}

static bool is_of_office(struct personal_text text, const struct personal_chain *chain,
			 const struct place *place)
{
	if (SAID_BEFORE(text, chain->start, OFFICE_REACH, offices) ||
	    SAID_BEHIND(text, chain->end, OFFICE_REACH / 2, offices))
		return true;
	return !place->person &&
	       (SAID_BEFORE(text, chain->start, OFFICE_REACH, reached) ||
		SAID_BEHIND(text, chain->end, OFFICE_REACH / 2, reached));
}

/* Whether the sentence breaks off behind the door, or goes on with who lives there. */
static bool ends_there(struct personal_text text, const struct personal_chain *chain)
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

static bool is_flat(const struct personal_chain *chain, const struct place *place)
{
	const unsigned int parts = chain->parts;
	const bool home = place->home || place->person;
	const bool named = place->compound || place->village || home;

	if (chain->numbered_through)
		return place->compound || home || (parts & PART_BUILDING && named);
	if (!(parts & PART_ROOM))
		return false;
	if (parts & PART_UNIT)
		return parts & PART_BUILDING || named || place->road;
	if (parts & PART_BUILDING)
		return named || (parts & PART_DOOR && place->road);
	return place->road && parts & PART_DOOR;
}

static bool is_house(struct personal_text text, const struct personal_chain *chain,
		     const struct place *place)
{
	if (!(chain->parts & PART_DOOR) || chain->parts & (PART_BUILDING | PART_UNIT) ||
	    !ends_there(text, chain))
		return false;
	if (place->village)
		return true;
	return (place->home || place->person) &&
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

/* What the chain alone tells; it is looked at before all that is said around it. */
static bool may_be_door(struct personal_text text, const struct personal_chain *chain)
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
	struct personal_chain chain;
	struct place place;

	chain = personal_chain_read(text, at, from);
	if (!may_be_door(text, &chain))
		return false;
	place = place_before(text, &chain);
	if (!is_flat(&chain, &place) && !is_house(text, &chain, &place))
		return false;
	if (!place.home && (place.office || is_of_office(text, &chain, &place)))
		return false;
	*out = (struct personal_span){ .start = name_start(text, chain.start, from),
				       .end = chain.end,
				       .name = chain.start };
	return true;
}
