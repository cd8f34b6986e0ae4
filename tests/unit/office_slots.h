/* What a {slot} of an office text puts into it. */
#ifndef TESTS_UNIT_OFFICE_SLOTS_H
#define TESTS_UNIT_OFFICE_SLOTS_H

#include <stdio.h>
#include <stdlib.h>

#include "law/personal.h"
#include "unit/office_values.h"

/* Every value knows how it is dressed, for the counts by class. */
struct slot {
	const char *name;
	enum dress (*put)(struct buf *out, struct dice *dice);
	enum personal_kind kind; /* what a planted one is */
};

static const char own_mobile[] = "13995550123";
static const char own_address[] = "沙坡头区东园镇文昌北街15号";
static const char own_mail[] = "dongyuanzhen@163.com";

static inline enum dress put_id(struct buf *out, struct dice *dice)
{
	static const unsigned char births[] = { 6, 8, 4, 0 }, fours[] = { 6, 4, 4, 4, 0 };
	static const unsigned char threes[] = { 3, 3, 4, 4, 4, 0 },
				   halves[] = { 10, 8, 0 };
	static const unsigned char *const groups[] = { births, fours, threes, births };
	enum dress dress = some_dress(dice);
	char number[19];

	make_identity(number, dice);
	if (number[17] == 'X' && roll(dice, 4) == 0 && dress == DRESS_PLAIN)
		number[17] = 'x';
	put_dressed(out, dice, number, dress,
		    dress == DRESS_SPLIT && roll(dice, 2) ? halves
							  : one_of(dice, groups));
	return dress;
}

static inline enum dress put_id15(struct buf *out, struct dice *dice)
{
	static const unsigned char groups[] = { 6, 6, 3, 0 };
	enum dress dress = some_dress(dice);
	char number[16];

	make_old_identity(number, dice);
	put_dressed(out, dice, number, dress, groups);
	return dress;
}

static inline enum dress put_mobile(struct buf *out, struct dice *dice)
{
	static const unsigned char common[] = { 3, 4, 4, 0 }, other[] = { 3, 3, 5, 0 };
	static const unsigned char ends[] = { 7, 4, 0 };
	static const unsigned char *const groups[] = { common, common, common, other,
						       ends };
	enum dress dress = some_dress(dice);
	char number[12];

	make_mobile(number, dice);
	put_dressed(out, dice, number, dress, one_of(dice, groups));
	return dress;
}

static inline enum dress put_card(struct buf *out, struct dice *dice)
{
	static const unsigned char fours[] = { 4, 4, 4, 4, 3, 0 }, bank[] = { 6, 13, 0 };
	static const unsigned char *const groups[] = { fours, fours, bank };
	enum dress dress = some_dress(dice);
	char number[20];

	make_card(number, dice);
	put_dressed(out, dice, number, dress, one_of(dice, groups));
	return dress;
}

static const char *const village_names[] = { "东园镇郭滩村",   "东园镇韩闸村",
					     "常家镇李家庄村", "下达河乡石门子村",
					     "柔远镇刘台村",   "新华乡大河社区" };
static const char *const towns[] = { "东园镇", "常家镇", "下达河乡",
				     "柔远镇", "新华乡", "滨河镇" };
static const char *const road_names[] = { "文昌北街", "鼓楼西路", "人民大道",
					  "应理南街", "长安东路", "解放路",
					  "建设三路", "平安巷",   "中山路" };
static const char *const estates[] = { "和谐家园", "锦绣花园", "宁钢小区", "滨河嘉苑",
				       "阳光新村" };

static inline enum dress put_home(struct buf *out, struct dice *dice)
{
	const char *estate = one_of(dice, estates), *road = one_of(dice, road_names);
	const char *village = one_of(dice, village_names);
	int a = between(dice, 1, 28), b = between(dice, 1, 6), c = between(dice, 1, 12);
	int room = c * 100 + between(dice, 1, 4);

	switch (roll(dice, 12)) {
	case 0:
		buf_addf(out, "中卫市沙坡头区%s%d组%d号", village, c, a);
		break;
	case 1:
		buf_addf(out, "%s%s组%d号", village, c % 2 ? "三" : "二", a);
		break;
	case 2:
		buf_addf(out, "沙坡头区%s%d号楼%d单元%d室", estate, a, b, room);
		break;
	case 3:
		buf_addf(out, "%s%d栋%d单元%d", estate, a, b, room);
		break;
	case 4:
		buf_addf(out, "滨河镇%s%d号%s%d幢%d室", road, a, estate, b, room);
		break;
	case 5:
		buf_addf(out, "%s%d号院%d号楼%d单元%d号", road, a, b, b, room);
		break;
	case 6:
		buf_addf(out, "%s大庄自然村%d号", village, a);
		break;
	case 7:
		buf_addf(out, "%s%d-%d-%d", estate, a, b, room);
		break;
	case 8:
		buf_addf(out, "宁夏中卫市沙坡头区%s第%d村民小组%d号", village, c, a);
		break;
	case 9:
		buf_addf(out, "%s门牌%d号", village, a);
		break;
	case 10:
		buf_addf(out, "%s%d弄%d号%d室", road, a, b, room);
		break;
	default:
		buf_addf(out, "%s%s屯%d号", one_of(dice, towns), c % 2 ? "前" : "后", a);
	}
	return DRESS_PLAIN;
}

static inline enum dress put_mail(struct buf *out, struct dice *dice)
{
	static const char *const hosts[] = { "qq.com",    "163.com",     "126.com",
					     "sina.com",  "139.com",     "foxmail.com",
					     "gmail.com", "outlook.com", "hotmail.com",
					     "sohu.com",  "189.cn",      "yeah.net" };
	static const char *const names[] = { "zhangmou", "limou.1985", "z_m1990",
					     "lmou-88", "zm" };
	char mobile[12];

	if (roll(dice, 5) == 0) {
		make_mobile(mobile, dice);
		buf_adds(out, mobile);
	} else if (roll(dice, 2)) {
		put_digits(out, dice, between(dice, 6, 10));
	} else {
		buf_addf(out, "%s%d", one_of(dice, names), between(dice, 1, 999));
	}
	buf_adds(out, roll(dice, 10) ? "@" : "＠");
	buf_adds(out, one_of(dice, hosts));
	return DRESS_PLAIN;
}

static inline enum dress put_plate(struct buf *out, struct dice *dice)
{
	static const char *const provinces[] = { "宁", "苏", "辽", "鲁",
						 "京", "云", "川", "陕" };
	static const char *const joints[] = { "", "", "", "·", " ", "-", "•" };
	static const char signs[] = "ABCDEFGHJKLMNPQRSTUVWXYZ";
	const char *joint = one_of(dice, joints);

	buf_addf(out, "%s%c%s", one_of(dice, provinces), "ABCDE"[roll(dice, 5)], joint);
	if (roll(dice, 4) == 0) {
		buf_addc(out, "DF"[roll(dice, 2)]);
		put_digits(out, dice, 5);
		return DRESS_PLAIN;
	}
	if (roll(dice, 2)) {
		put_digits(out, dice, 5);
		return DRESS_PLAIN;
	}
	if (roll(dice, 2)) {
		buf_addc(out, signs[roll(dice, 24)]);
		put_digits(out, dice, 4);
		return DRESS_PLAIN;
	}
	put_digits(out, dice, 3);
	buf_addc(out, signs[roll(dice, 24)]);
	put_digits(out, dice, 1);
	return DRESS_PLAIN;
}

static const struct slot personal_slots[] = {
	{ "id", put_id, PERSONAL_IDENTITY },
	{ "id15", put_id15, PERSONAL_IDENTITY },
	{ "mobile", put_mobile, PERSONAL_MOBILE },
	{ "card", put_card, PERSONAL_BANK_CARD },
	{ "home", put_home, PERSONAL_ADDRESS },
	{ "mail", put_mail, PERSONAL_MAIL },
	{ "privatemail", put_mail, PERSONAL_MAIL },
	{ "plate", put_plate, PERSONAL_PLATE },
};

/* Values of the office's world: text with # for a digit, % for the number of a small thing. */
struct pattern {
	const char *name;
	const char *const *texts;
	size_t count;
};

static const char *const persons[] = { "张某", "李某", "张某某", "李某某" };
static const char *const groups[] = { "一组", "三组", "第五村民小组", "2组", "六社", "" };
static const char *const units[] = {
	"东园镇人民政府",       "沙坡头区民政局",     "常家镇党政综合办公室",
	"下达河乡便民服务中心", "区自然资源局",       "柔远镇综合执法队",
	"新华乡财政所",         "县农业农村局办公室", "镇纪委"
};
static const char *const places[] = { "镇便民服务中心", "民政办", "户籍窗口",
				      "镇政府一楼大厅" };
static const char *const companies[] = { "宁夏某某建设工程有限公司",
					 "某某招标代理有限公司", "东园镇某某超市",
					 "某某种植专业合作社", "沙坡头区某某小吃店" };
static const char *const areas[] = { "1%.##亩", "0.##公顷", "%%#.#平方米", "%#亩" };
static const char *const moneys[] = { "%#0元",    "1,%##.00元", "%.5万元",     "##,###元",
				      "￥%##.##", "1%###元",    "人民币%#万元" };
static const char *const bigmoneys[] = { "1##########元", "####.##万元",
					 "1#,###,###.##元", "3.##亿元",
					 "18#########.##元" };
static const char *const docnos[] = {
	"东政发〔202#〕%#号",       "宁民规发〔2023〕%号", "国办发〔2019〕54号",
	"沙政办函[202#]%#号",       "常发(2021)%号",       "国务院令第711号",
	"宁政规发〔2022〕%##号附件"
};
static const char *const indexnos[] = { "640502017/202#-#####", "64050201720230####",
					"11640502MB0######X/2023-00###",
					"00294###-8/2022-0####" };
static const char *const projects[] = { "23##-640502-04-01-######",
					"2021-640502-48-01-######",
					"202#640502#########" };
static const char *const tenders[] = { "NXZC-202#-ZW-####", "SPTQ2023-0##",
				       "D6405#############1", "202#NCZ00####",
				       "宁招2023-%##" };
static const char *const contracts[] = { "HT-2023-0##", "202#0#1#-##", "GF—2017—0201-###",
					 "11N0110#########0230###", "DYZ202#0####" };
static const char *const parcels[] = { "640502100201GB#####", "沙国土挂2023-0%",
				       "SPT-202#-%#",         "6405021002##JC0####",
				       "20230#-%号地块",      "640502########" };
static const char *const landlines[] = { "0955-7######",         "0955—7######",
					 "（0955）7######",      "09557######",
					 "0955 7######",         "010-6#######",
					 "0517-8#######",        "7######",
					 "0955-7######/7######", "029-8#######转8##" };
static const char *const tel400s[] = { "400-1##-####", "400#######", "400 ### ####",
				       "800-8##-####" };
static const char *const office_addresses[] = {
	"沙坡头区文昌北街%#号",
	"东园镇人民政府三楼30#室",
	"中卫市公共资源交易中心2楼第%开标室",
	"常家镇政府院内",
	"鼓楼西路%号民政局办公楼51#",
	"应理南街%号政务服务中心B区%号窗口",
	"人民大道1#号市民大厅1%0#",
	"滨河镇解放路%#号镇政府大院%号楼20#室",
	"下达河乡便民服务中心%号窗口",
};
static const char *const shop_addresses[] = {
	"东园镇郭滩村村委会",          "解放路%#号商铺",     "柔远镇集贸市场A区%#号",
	"鼓楼西路1%号和谐家园底商%号", "郭滩村小学一楼教室", "工业园区B区%#号厂房"
};
static const char *const govmails[] = { "dyz@spt.gov.cn", "sptqmzj@nx.gov.cn",
					"xxgk_###@zhongwei.gov.cn", "zw12345@zw.gov.cn",
					"dzb@mail.gov.cn" };
static const char *const companymails[] = { "zb@nxmoumou.com", "service@moumou.com.cn",
					    "info@mmgc.cn" };
static const char *const officeposts[] = { "dyzrmzf@163.com", "sptqmzj@126.com",
					   "changjiazhen###@qq.com" };
static const char *const dates[] = { "202#年%月1%日", "2024年1月9日", "2023.%.%",
				     "二〇二三年九月十二日" };
static const char *const date8s[] = { "202#0%1#", "20231#0%", "20191#2#" };
static const char *const dashes[] = { "202#-0%-1#", "2023/1#/0%" };
static const char *const years[] = { "2019", "2021", "2023", "2025" };
static const char *const accounts[] = { "2903 0401 0400 0####", "6405#############",
					"640501#####0########", "1058############",
					"29-3201010400#####" };

#define P(name, texts)                        \
	{                                     \
		name, texts, ARRAY_LEN(texts) \
	}
static const struct pattern patterns[] = {
	P("person", persons),
	P("village", village_names),
	P("group", groups),
	P("unit", units),
	P("place", places),
	P("company", companies),
	P("area", areas),
	P("money", moneys),
	P("bigmoney", bigmoneys),
	P("docno", docnos),
	P("indexno", indexnos),
	P("project", projects),
	P("tender", tenders),
	P("contract", contracts),
	P("parcel", parcels),
	P("landline", landlines),
	P("tel400", tel400s),
	P("officeaddr", office_addresses),
	P("shopaddr", shop_addresses),
	P("govmail", govmails),
	P("companymail", companymails),
	P("officepost", officeposts),
	P("date", dates),
	P("date8", date8s),
	P("dash", dashes),
	P("year", years),
	P("account", accounts),
	P("estate", estates),
	P("road", road_names),
	P("region", region_codes),
};

static inline void put_pattern(struct buf *out, struct dice *dice,
			       const struct pattern *pattern)
{
	const char *text = pattern->texts[roll(dice, (uint32_t)pattern->count)];

	for (; *text; text++) {
		if (*text == '#')
			put_digits(out, dice, 1);
		else if (*text == '%')
			buf_addf(out, "%d", between(dice, 1, 9));
		else
			buf_addc(out, *text);
	}
}

static inline bool put_plain_slot(struct buf *out, struct dice *dice, const char *name)
{
	char code[19];

	for (size_t i = 0; i < ARRAY_LEN(patterns); i++)
		if (strcmp(patterns[i].name, name) == 0) {
			put_pattern(out, dice, &patterns[i]);
			return true;
		}
	if (name[0] == 'd' && name[1] >= '0' && name[1] <= '9') {
		put_digits(out, dice, (int)strtol(name + 1, NULL, 10));
	} else if (strcmp(name, "credit") == 0) {
		make_credit_code(code, dice);
		buf_adds(out, code);
	} else if (strcmp(name, "n") == 0) {
		buf_addf(out, "%d", between(dice, 1, 30));
	} else if (strcmp(name, "postcode") == 0) {
		buf_addf(out, "755%03d", between(dice, 0, 999));
	} else if (strcmp(name, "area0") == 0) {
		buf_adds(out, "0955");
	} else if (strcmp(name, "year2") == 0) {
		buf_addf(out, "%d", between(dice, 23, 26));
	} else if (strcmp(name, "ownmobile") == 0) {
		buf_adds(out, roll(dice, 2) ? own_mobile : "139-9555-0123");
	} else if (strcmp(name, "ownaddr") == 0) {
		buf_adds(out, own_address);
	} else if (strcmp(name, "ownmail") == 0) {
		buf_adds(out, own_mail);
	} else {
		return false;
	}
	return true;
}

#endif
