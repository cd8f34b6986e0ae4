/*
 * Values that look like personal data and are none, as they stand in the papers of a
 * township: codes, sums, days, telephones of offices, what is masked already.
 */
#ifndef TESTS_UNIT_PERSONAL_CONFUSABLES_H
#define TESTS_UNIT_PERSONAL_CONFUSABLES_H

#include "unit/personal_values.h"

/* GB 32100: eighteen characters, the last by MOD 31-3; `plain` of digits alone. */
static void add_credit_code(struct made *m, const char *start, bool plain)
{
	static const char set[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	char code[19];
	int weight = 1;
	int sum = 0;

	(void)snprintf(code, sizeof(code), "%s%s", start, PICK_OF(m, regions));
	for (size_t i = 8; i < 17; i++)
		code[i] = set[pick(m, plain ? 10 : 31)];
	if (!plain)
		code[8] = 'M';
	for (size_t i = 0; i < 17; i++, weight = weight * 3 % 31)
		sum += weight * (int)(strchr(set, code[i]) - set);
	code[17] = set[(31 - sum % 31) % 31];
	code[18] = '\0';
	buf_adds(&m->line, code);
}

static void make_credit_code(struct made *m)
{
	static const char *const starts[] = { "91", "92", "93", "11",
					      "12", "52", "54", "13" };

	add_credit_code(m, PICK_OF(m, starts), pick(m, 3) == 0);
}

static void make_money(struct made *m)
{
	switch (pick(m, 7)) {
	case 0:
		buf_addf(&m->line, "%u,%03u,%03u.%02u元", 1 + pick(m, 99), pick(m, 1000),
			 pick(m, 1000), pick(m, 100));
		break;
	case 1:
		buf_addf(&m->line, "¥%u.%02u", 10000 + pick(m, 90000000), pick(m, 100));
		break;
	case 2:
		buf_addf(&m->line, "%u.%06u万元", pick(m, 9999), pick(m, 1000000));
		break;
	case 3: /* eleven digits, as a total in yuan has them */
		buf_addf(&m->line, "1%u%09u元", 3 + pick(m, 7), pick(m, 1000000000));
		break;
	case 4:
		buf_addf(&m->line, "1%u%09u.%02u元", 3 + pick(m, 7), pick(m, 1000000000),
			 pick(m, 100));
		break;
	case 5:
		buf_addf(&m->line, "%u亿%u万元", 1 + pick(m, 200), pick(m, 10000));
		break;
	default:
		buf_addf(&m->line, "%u元", 50 + pick(m, 100000));
		break;
	}
}

static void make_document_number(struct made *m)
{
	static const char *const prefixes[] = { "东政发", "卫沙政发", "国办发",
						"宁党办", "宁政规发", "财农",
						"民发",   "自然资规" };
	static const char *const brackets[][2] = { { "〔", "〕" }, { "〔", "〕" },
						   { "[", "]" },   { "(", ")" },
						   { "（", "）" }, { "【", "】" } };
	const char *const *pair = PICK_OF(m, brackets);

	buf_addf(&m->line, "%s%s%u%s%s%u号", PICK_OF(m, prefixes), pair[0],
		 2000 + pick(m, 20), pair[1], pick(m, 6) ? "" : "第", 1 + pick(m, 300));
}

static void make_index_number(struct made *m)
{
	buf_addf(&m->line, "640502017/%u-%05u", 2008 + pick(m, 15), pick(m, 100000));
}

static void make_project_code(struct made *m)
{
	switch (pick(m, 4)) {
	case 0:
		buf_addf(&m->line, "%u-%s-%02u-%02u-%06u", 2016 + pick(m, 10),
			 PICK_OF(m, regions), pick(m, 99), 1 + pick(m, 5),
			 pick(m, 1000000));
		break;
	case 1: /* 招标编号 */
		buf_addf(&m->line, "NXZC%u%07u", 2016 + pick(m, 10), pick(m, 10000000));
		break;
	case 2: /* 标段编号: region, day, order */
		buf_addf(&m->line, "E640500%04u%06u%03u", 2016 + pick(m, 10),
			 pick(m, 1000000), pick(m, 100));
		break;
	default:
		buf_addf(&m->line, "ZWGC-%u-%03u", 2016 + pick(m, 10), pick(m, 1000));
		break;
	}
}

static void make_parcel(struct made *m)
{
	switch (pick(m, 4)) {
	case 0:
		buf_addf(&m->line, "%s%03u%03uGB%05u", PICK_OF(m, regions), pick(m, 300),
			 pick(m, 300), pick(m, 100000));
		break;
	case 1:
		buf_addf(&m->line, "%s%06uGB%05uF%04u0001", PICK_OF(m, regions),
			 pick(m, 1000000), pick(m, 100000), pick(m, 10000));
		break;
	case 2:
		buf_addf(&m->line, "%s %03u%03u JC%05u", PICK_OF(m, regions),
			 pick(m, 300), pick(m, 300), pick(m, 100000));
		break;
	default:
		buf_addf(&m->line, "（%u）-%u", 2010 + pick(m, 15), 1 + pick(m, 99));
		break;
	}
}

static void make_day(struct made *m)
{
	unsigned int year = 1998 + pick(m, 27);
	unsigned int month = 1 + pick(m, 12);
	unsigned int day = 1 + pick(m, 28);

	switch (pick(m, 8)) {
	case 0:
		buf_addf(&m->line, "%u-%02u-%02u", year, month, day);
		break;
	case 1:
		buf_addf(&m->line, "%u.%u.%u", year, month, day);
		break;
	case 2:
		buf_addf(&m->line, "%04u%02u%02u", year, month, day);
		break;
	case 3:
		buf_addf(&m->line, "%04u%02u%02u%02u%02u%02u", year, month, day,
			 pick(m, 24), pick(m, 60), pick(m, 60));
		break;
	case 4:
		buf_addf(&m->line, "%u-%02u-%02u %02u:%02u:%02u", year, month, day,
			 pick(m, 24), pick(m, 60), pick(m, 60));
		break;
	case 5:
		buf_addf(&m->line, "%u年%u月%u日至%u年%u月%u日", year, month, day, year,
			 month, day);
		break;
	case 6:
		buf_addf(&m->line, "%u-%02u-%02uT%02u:%02u:00.%03uZ", year, month, day,
			 pick(m, 24), pick(m, 60), pick(m, 1000));
		break;
	default:
		buf_addf(&m->line, "%u年%u月%u日%u时", year, month, day, pick(m, 24));
		break;
	}
}

/* Accounts of offices at banks: no card, whatever their length. */
static void make_office_account(struct made *m)
{
	static const struct {
		const char *start;
		size_t len;
	} banks[] = { { "29200", 17 }, { "64001", 20 }, { "1061", 12 },   { "5010", 16 },
		      { "96400", 18 }, { "2902", 19 },  { "640501", 20 }, { "8100", 15 },
		      { "3010", 19 },  { "0200", 19 } };
	unsigned int bank = pick(m, ARRAY_LEN(banks));

	buf_adds(&m->line, banks[bank].start);
	add_random(m, banks[bank].len - strlen(banks[bank].start));
}

static void make_landline(struct made *m)
{
	switch (pick(m, 8)) {
	case 0:
		buf_addf(&m->line, "0955-%07u", 7000000 + pick(m, 1000000));
		break;
	case 1:
		buf_addf(&m->line, "0955%07u", 7000000 + pick(m, 1000000));
		break;
	case 2:
		buf_addf(&m->line, "（0955）%07u", 7000000 + pick(m, 1000000));
		break;
	case 3:
		buf_addf(&m->line, "010-%08u转%04u", 60000000 + pick(m, 9000000),
			 pick(m, 10000));
		break;
	case 4:
		buf_addf(&m->line, "%07u", 7000000 + pick(m, 1000000));
		break;
	case 5:
		buf_addf(&m->line, "+86-955-%07u", 7000000 + pick(m, 1000000));
		break;
	case 6:
		buf_addf(&m->line, "0955-%07u、%07u", 7000000 + pick(m, 1000000),
			 7000000 + pick(m, 1000000));
		break;
	default:
		buf_addf(&m->line, "400-%03u-%04u", pick(m, 1000), pick(m, 10000));
		break;
	}
}

static void make_hotline(struct made *m)
{
	static const char *const lines[] = { "12345", "12388", "12315", "110",   "119",
					     "12380", "96123", "12371", "95598", "114" };

	buf_adds(&m->line, PICK_OF(m, lines));
}

static void make_isbn(struct made *m)
{
	if (pick(m, 2))
		buf_addf(&m->line, "978-7-%03u-%05u-%u", pick(m, 1000), pick(m, 100000),
			 pick(m, 10));
	else
		buf_addf(&m->line, "9787%09u", pick(m, 1000000000));
}

static void make_standard(struct made *m)
{
	static const char *const standards[] = { "GB/T 9704-2012",    "GB 32100-2015",
						 "GB 11643-1999",     "DB64/T 1577-2018",
						 "JGJ 118-2011",      "GB 50096-2011",
						 "GB/T 39554.1-2020", "HJ 1138-2020",
						 "CJJ 124-2008" };

	buf_adds(&m->line, PICK_OF(m, standards));
}

static void make_coordinate(struct made *m)
{
	switch (pick(m, 4)) {
	case 0:
		buf_addf(&m->line, "105.%08u，37.%08u", pick(m, 100000000),
			 pick(m, 100000000));
		break;
	case 1:
		buf_addf(&m->line, "E105°%02u′%02u.%04u″，N37°%02u′%02u″", pick(m, 60),
			 pick(m, 60), pick(m, 10000), pick(m, 60), pick(m, 60));
		break;
	case 2: /* CGCS2000, in metres */
		buf_addf(&m->line, "X=41%05u.%03u，Y=355%04u.%03u", pick(m, 100000),
			 pick(m, 1000), pick(m, 10000), pick(m, 1000));
		break;
	default:
		buf_addf(&m->line, "13%u.%08u 37.%08u", 1 + pick(m, 5),
			 pick(m, 100000000), pick(m, 100000000));
		break;
	}
}

static void make_masked(struct made *m)
{
	switch (pick(m, 10)) {
	case 0:
		buf_addf(&m->line, "138****%04u", pick(m, 10000));
		break;
	case 1:
		buf_addf(&m->line, "640502********%04u", pick(m, 10000));
		break;
	case 2:
		buf_addf(&m->line, "6405**********%04u", pick(m, 10000));
		break;
	case 3:
		buf_addf(&m->line, "622848*********%04u", pick(m, 10000));
		break;
	case 4:
		buf_addf(&m->line, "宁E***%02u", pick(m, 100));
		break;
	case 5:
		buf_addf(&m->line, "640502XXXXXXXX%04u", pick(m, 10000));
		break;
	case 6:
		buf_addf(&m->line, "1xx****%04u", pick(m, 10000));
		break;
	case 7:
		buf_addf(&m->line, "z***%u@qq.com", pick(m, 10));
		break;
	case 8:
		buf_addf(&m->line, "曹闸村三组**号");
		break;
	default:
		buf_addf(&m->line, "××××%04u", pick(m, 10000));
		break;
	}
}

static void make_version(struct made *m)
{
	buf_addf(&m->line, "V%u.%u.%u.%u", 1 + pick(m, 9), pick(m, 20), pick(m, 200),
		 pick(m, 20000));
}

static void make_decimal(struct made *m)
{
	switch (pick(m, 4)) {
	case 0:
		buf_addf(&m->line, "%u.%02u%%", pick(m, 100), pick(m, 100));
		break;
	case 1:
		buf_addf(&m->line, "0.1%u%09u", 3 + pick(m, 7), pick(m, 1000000000));
		break;
	case 2:
		buf_addf(&m->line, "%u.%09u%09u", pick(m, 10), pick(m, 1000000000),
			 pick(m, 1000000000));
		break;
	default:
		buf_addf(&m->line, "1%u%09u.%u", 3 + pick(m, 7), pick(m, 1000000000),
			 pick(m, 10));
		break;
	}
}

static void make_url(struct made *m)
{
	char number[19];

	switch (pick(m, 5)) {
	case 0:
		buf_addf(&m->line,
			 "http://www.nxzw.gov.cn/zwgk/%u%02u/t%u%02u%02u_%u.html", 2018,
			 7, 2018, 7, 4, pick(m, 10000000));
		break;
	case 1:
		buf_addf(&m->line, "https://www.nxzw.gov.cn/info/1%u%09u", 3 + pick(m, 7),
			 pick(m, 1000000000));
		break;
	case 2:
		identity_body(m, number);
		buf_addf(&m->line, "https://portal.example.com/s?id=%s&t=%u", number,
			 pick(m, 1000));
		break;
	case 3:
		buf_addf(&m->line, "https://mp.weixin.qq.com/s/abc%u?sn=%u%u",
			 pick(m, 1000), pick(m, 1000000000), pick(m, 1000000000));
		break;
	default:
		buf_addf(&m->line, "www.nxzw.gov.cn/art/2018/7/4/art_1%u%02u_13%09u.html",
			 pick(m, 10), pick(m, 100), pick(m, 1000000000));
		break;
	}
}

static void make_office_mail(struct made *m)
{
	static const char *const mails[] = { "dongyuan@zw.gov.cn", "dyzzf2018@nx.gov.cn",
					     "zwgk@example.com",
					     "bid@example-bidding.com.cn",
					     "service@12345.gov.cn" };

	buf_adds(&m->line, PICK_OF(m, mails));
}

/* Eighteen digits of a register: region, day, order.  By their form they could be a person's. */
static void make_serial(struct made *m)
{
	buf_addf(&m->line, "%s%04u%02u%02u%04u", PICK_OF(m, regions), 2016 + pick(m, 10),
		 1 + pick(m, 12), 1 + pick(m, 28), pick(m, 10000));
}

static void make_long_code(struct made *m)
{
	static const size_t lengths[] = {
		12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 24, 30
	};

	buf_addf(&m->line, "%u", 1 + pick(m, 9));
	add_random(m, PICK_OF(m, lengths) - 1);
}

static void make_barcode(struct made *m)
{
	buf_addf(&m->line, "69%05u%06u", pick(m, 100000), pick(m, 1000000));
}

static void make_licence(struct made *m)
{
	switch (pick(m, 6)) {
	case 0:
		buf_addf(&m->line, "JY1%s%07u", PICK_OF(m, regions), pick(m, 10000000));
		break;
	case 1:
		buf_addf(&m->line, "国药准字Z%04u%04u", 2000 + pick(m, 20),
			 pick(m, 10000));
		break;
	case 2:
		buf_addf(&m->line, "宁（%u）沙坡头区不动产权第%07u号", 2016 + pick(m, 9),
			 pick(m, 10000000));
		break;
	case 3:
		buf_addf(&m->line, "（%u）宁0502民初%u号", 2016 + pick(m, 9),
			 pick(m, 9999));
		break;
	case 4:
		buf_addf(&m->line, "宁ICP备%08u号-1", pick(m, 100000000));
		break;
	default:
		buf_addf(&m->line, "宁公网安备%s02%06u号", PICK_OF(m, regions),
			 pick(m, 1000000));
		break;
	}
}

static void make_office_address(struct made *m)
{
	static const char *const addresses[] = {
		"沙坡头区鼓楼西街%u号",
		"中卫市文昌北街%u号行政中心B座%u室",
		"沙坡头区政务服务大厅2楼%u号窗口",
		"东园镇人民政府办公楼%u室",
		"中卫市沙坡头区应理北街%u号市民服务中心3楼%u室",
		"东园镇曹闸村村委会%u号办公室",
		"宁夏中卫市滨河西路%u号创业大厦%u室",
		"镇便民服务中心%u号窗口",
		"中卫市公共资源交易中心第%u开标室",
	};
	const char *form = PICK_OF(m, addresses);

	for (; *form; form++) {
		if (strncmp(form, "%u", 2) != 0) {
			buf_addc(&m->line, *form);
			continue;
		}
		buf_addf(&m->line, "%u", 1 + pick(m, 310));
		form++;
	}
}

/* Things that are numbered in a village. */
static void make_numbered_thing(struct made *m)
{
	static const char *const things[] = { "机井",   "泵站", "桥",     "台区",
					      "大棚",   "地块", "支渠",   "路灯",
					      "公示栏", "楼",   "变压器", "生产桥",
					      "网格",   "图斑", "窗口",   "文件",
					      "公告",   "线杆" };

	buf_addf(&m->line, "%s村%u号%s", PICK_OF(m, village_names), 1 + pick(m, 30),
		 PICK_OF(m, things));
}

static void make_count(struct made *m)
{
	static const char *const units[] = { "户", "人", "亩", "公里",   "个工作日",
					     "项", "%",  "吨", "平方米", "人次",
					     "栋", "间", "米", "条",     "期" };

	buf_addf(&m->line, "%u%s", 1 + pick(m, 20000), PICK_OF(m, units));
}

#endif
