/*
 * Values for made sentences: numbers of persons, and numbers that are nobody's, each in
 * the many ways in which clerks write them.  Made from the standards, not from what
 * lib/law looks for.  The same seed gives the same values.
 */
#ifndef TESTS_UNIT_PERSONAL_VALUES_H
#define TESTS_UNIT_PERSONAL_VALUES_H

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "law/personal.h"

enum { SPANS_MAX = 16 };

/* A line in the making, and where personal data stand in it. */
struct made {
	uint64_t seed;
	struct buf line;
	bool row; /* of a table, or of one value a line: no line ends in a value */
	struct made_span {
		size_t start;
		size_t end;
		enum personal_kind kind;
	} spans[SPANS_MAX];
	size_t count;
};

static unsigned int pick(struct made *m, unsigned int below)
{
	m->seed ^= m->seed << 13;
	m->seed ^= m->seed >> 7;
	m->seed ^= m->seed << 17;
	return (unsigned int)((m->seed >> 33) % below);
}

#define PICK_OF(m, list) ((list)[pick((m), ARRAY_LEN(list))])

static void add_digits(struct made *m, char *out, size_t count)
{
	for (size_t i = 0; i < count; i++)
		out[i] = (char)('0' + pick(m, 10));
	out[count] = '\0';
}

static void add_random(struct made *m, size_t count)
{
	char digits[64];

	add_digits(m, digits, count);
	buf_adds(&m->line, digits);
}

/* ---- ways of writing ---- */

static void add_wide(struct buf *out, char c)
{
	if (c == '-' || c == ' ') {
		buf_addc(out, c);
		return;
	}
	buf_adds(out, "\xEF");
	if (c < '`') {
		buf_adds(out, "\xBC");
		buf_addc(out, (char)(c - '!' + 0x81));
	} else {
		buf_adds(out, "\xBD");
		buf_addc(out, (char)(c - '`' + 0x80));
	}
}

/* `groups`: lengths, 0 ends them; what is left is the last group. */
static void add_grouped(struct made *m, const char *number, const int *groups,
			const char *joint)
{
	size_t len = strlen(number);
	size_t at = 0;

	for (size_t i = 0; at < len; i++) {
		size_t size = groups[i] ? (size_t)groups[i] : len - at;

		if (size > len - at)
			size = len - at;
		if (at)
			buf_adds(&m->line, joint);
		buf_add(&m->line, number + at, size);
		at += size;
	}
}

static const char *const joints[] = {
	" ", "-", "　", "\xC2\xA0", "–", "  ", " - ", "－", "\t", ".", "·", "\xE2\x80\x89"
};

/* Plain most often; else full-width, mixed, grouped, with a blank of no width, or broken. */
static void add_number(struct made *m, const char *number, const int (*shapes)[6],
		       unsigned int shape_count)
{
	size_t len = strlen(number);
	size_t cut = 2 + pick(m, (unsigned int)len - 3);
	int broken[2] = { (int)cut, 0 };

	switch (pick(m, 16)) {
	case 0:
	case 1:
		for (size_t i = 0; i < len; i++)
			add_wide(&m->line, number[i]);
		break;
	case 2:
		for (size_t i = 0; i < len; i++)
			if (pick(m, 3))
				buf_addc(&m->line, number[i]);
			else
				add_wide(&m->line, number[i]);
		break;
	case 3:
	case 4:
	case 5:
	case 6:
		add_grouped(m, number, shapes[pick(m, shape_count)], PICK_OF(m, joints));
		break;
	case 7:
		add_grouped(m, number, broken, m->row ? "" : pick(m, 2) ? "\n  " : "\n");
		break;
	case 8:
		add_grouped(m, number, broken, "\xE2\x80\x8B");
		break;
	default:
		buf_adds(&m->line, number);
		break;
	}
}

/* ---- persons ---- */

static const char *const regions[] = {
	"110105", "120104", "130102", "140105", "150102", "210102", "220102", "230102",
	"310115", "320102", "330106", "340103", "350102", "360102", "370102", "410105",
	"420106", "430104", "440106", "450102", "460105", "500103", "510104", "520102",
	"530102", "542322", "610103", "620102", "622901", "630102", "640502", "640521",
	"640104", "650102", "653101", "830000",
};

static void identity_body(struct made *m, char out[19])
{
	static const int weights[] = {
		7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
	};
	unsigned int year = 1930 + pick(m, 90);
	int sum = 0;

	(void)snprintf(out, 19, "%s%04u%02u%02u%03u", PICK_OF(m, regions), year,
		       1 + pick(m, 12), 1 + pick(m, 28), pick(m, 1000));
	for (size_t i = 0; i < 17; i++)
		sum += weights[i] * (out[i] - '0');
	out[17] = "10X98765432"[sum % 11];
	out[18] = '\0';
}

static const int identity_shapes[][6] = { { 6, 8 },       { 6, 4, 4 }, { 4, 4, 4, 4 },
					  { 3, 3, 4, 4 }, { 10 },      { 14 },
					  { 6, 6 } };

static void make_identity(struct made *m)
{
	char number[19];

	identity_body(m, number);
	if (number[17] == 'X' && pick(m, 3) == 0)
		number[17] = 'x';
	add_number(m, number, identity_shapes, ARRAY_LEN(identity_shapes));
}

static void make_identity_short(struct made *m)
{
	char number[19];
	char old[16];

	do
		identity_body(m, number);
	while (number[0] == '8'); /* residents of Hong Kong and Macao have none so old */
	(void)snprintf(old, sizeof(old), "%.6s%02u%.4s%.3s", number, 20 + pick(m, 80),
		       number + 10, number + 14);
	if (pick(m, 4))
		buf_adds(&m->line, old);
	else
		for (size_t i = 0; i < 15; i++)
			add_wide(&m->line, old[i]);
}

/* 残疾人证: the identity number, the kind of disability, its degree. */
static void make_certificate(struct made *m)
{
	char number[19];

	identity_body(m, number);
	buf_addf(&m->line, "%s%u%u", number, 1 + pick(m, 7), 1 + pick(m, 4));
}

static const int mobile_shapes[][6] = {
	{ 3, 4 }, { 3, 4 }, { 3, 4 }, { 3, 3 }, { 4, 4 }
};

static void make_mobile(struct made *m)
{
	static const char *const starts[] = { "130", "133", "135", "136", "137", "138",
					      "139", "145", "147", "150", "151", "153",
					      "155", "157", "158", "159", "166", "170",
					      "173", "175", "176", "177", "178", "180",
					      "181", "185", "186", "187", "188", "189",
					      "191", "193", "195", "198", "199" };
	static const char *const countries[] = { "+86",  "+86 ", "86-",
						 "0086", "+86-", "(+86)" };
	char number[12];

	(void)snprintf(number, sizeof(number), "%s", PICK_OF(m, starts));
	add_digits(m, number + 3, 8);
	if (pick(m, 12)) {
		add_number(m, number, mobile_shapes, ARRAY_LEN(mobile_shapes));
		return;
	}
	buf_adds(&m->line, PICK_OF(m, countries));
	buf_adds(&m->line, number);
}

static char luhn_digit(const char *digits)
{
	size_t len = strlen(digits);
	int sum = 0;

	for (size_t i = 0; i < len; i++) {
		int digit = digits[len - 1 - i] - '0';

		digit *= i % 2 ? 1 : 2;
		sum += digit > 9 ? digit - 9 : digit;
	}
	return (char)('0' + (10 - sum % 10) % 10);
}

static const int card_shapes[][6] = { { 4, 4, 4, 4 }, { 4, 4, 4, 4 }, { 6 } };

static void make_card(struct made *m)
{
	/* Issuers of debit and credit cards, with the length of their numbers. */
	static const struct {
		const char *start;
		size_t len;
	} issuers[] = {
		{ "622848", 19 }, { "621700", 19 }, { "622202", 19 }, { "621661", 19 },
		{ "622188", 19 }, { "621098", 19 }, { "621226", 19 }, { "623094", 19 },
		{ "622909", 18 }, { "621799", 19 }, { "622262", 17 }, { "625996", 16 },
		{ "622588", 16 }, { "628288", 16 }, { "955880", 19 }, { "623673", 19 },
		{ "621489", 16 }, { "623059", 19 }, { "621467", 19 }, { "622700", 19 },
	};
	unsigned int issuer = pick(m, ARRAY_LEN(issuers));
	size_t len = issuers[issuer].len;
	char number[24];

	(void)snprintf(number, sizeof(number), "%s", issuers[issuer].start);
	add_digits(m, number + 6, len - 7);
	number[len - 1] = luhn_digit(number);
	number[len] = '\0';
	add_number(m, number, card_shapes, ARRAY_LEN(card_shapes));
}

static const char *const village_names[] = { "曹闸", "东园", "新星",   "郭滩",
					     "冯庄", "黑山", "柔新",   "瑞应",
					     "谢滩", "史湖", "八字渠", "金沙",
					     "白桥", "赵桥", "韩闸",   "美利" };
static const char *const numerals_made[] = { "一", "二", "三", "四", "五",   "六",
					     "七", "八", "九", "十", "十一", "十二" };

static void add_group_number(struct made *m)
{
	if (pick(m, 2))
		buf_adds(&m->line, PICK_OF(m, numerals_made));
	else
		buf_addf(&m->line, "%u", 1 + pick(m, 12));
}

/* To the village or the group. */
static void make_village(struct made *m)
{
	static const char *const towns[] = { "", "", "东园镇", "中卫市沙坡头区东园镇",
					     "镇罗镇" };

	buf_addf(&m->line, "%s%s村", PICK_OF(m, towns), PICK_OF(m, village_names));
	if (pick(m, 3))
		return;
	add_group_number(m);
	buf_adds(&m->line, pick(m, 2) ? "组" : "队");
}

static void make_house(struct made *m)
{
	static const char *const groups[] = { "组", "队", "社", "村民小组", "组 " };

	buf_addf(&m->line, "%s%s村", pick(m, 2) ? "东园镇" : "",
		 PICK_OF(m, village_names));
	if (pick(m, 4)) {
		add_group_number(m);
		buf_adds(&m->line, PICK_OF(m, groups));
	}
	if (pick(m, 6))
		buf_addf(&m->line, "%u号", 1 + pick(m, 300));
	else
		buf_addf(&m->line, "%u-%u号", 1 + pick(m, 90), 1 + pick(m, 3));
}

static void make_flat(struct made *m)
{
	static const char *const estates[] = {
		"阳光小区", "沙坡头花园",     "宁钢家园",     "滨河佳苑",     "文昌新村",
		"世和公寓", "向阳社区安置点", "怡和小区二期", "中山街福泽苑", "观澜府"
	};
	static const char *const blocks[] = { "栋", "幢", "号楼", "#楼" };
	const char *estate = PICK_OF(m, estates);
	unsigned int block = 1 + pick(m, 40);
	unsigned int unit = 1 + pick(m, 5);
	unsigned int room = 100 * (1 + pick(m, 17)) + 1 + pick(m, 4);

	buf_adds(&m->line, estate);
	switch (pick(m, 5)) {
	case 0:
		buf_addf(&m->line, "%u-%u-%u", block, unit, room);
		break;
	case 1:
		buf_addf(&m->line, "%u%s%u室", block, PICK_OF(m, blocks), room);
		break;
	case 2:
		buf_addf(&m->line, "%u%s%u单元%u", block, PICK_OF(m, blocks), unit, room);
		break;
	default:
		buf_addf(&m->line, "%u%s%u单元%u%s", block, PICK_OF(m, blocks), unit,
			 room, pick(m, 3) ? "室" : "号");
		break;
	}
}

static void make_street_flat(struct made *m)
{
	static const char *const streets[] = { "鼓楼西街", "文昌北街", "应理路",
					       "长城东街", "迎宾大道", "民族巷",
					       "解放南路" };

	buf_addf(&m->line, "%s%u号", PICK_OF(m, streets), 1 + pick(m, 300));
	if (pick(m, 2))
		buf_addf(&m->line, "%u单元%u室", 1 + pick(m, 6), 101 + pick(m, 600));
	else
		buf_addf(&m->line, "%u号楼%u单元%u室", 1 + pick(m, 20), 1 + pick(m, 6),
			 101 + pick(m, 600));
}

static void make_mail(struct made *m)
{
	static const char *const names[] = { "zhangmou", "li_mou",     "wang.mou",
					     "zm1985",   "nxzwzm",     "lm-2010",
					     "a",        "cz2018zhang" };
	static const char *const providers[] = {
		"qq.com",      "163.com",  "126.com",     "sina.com",
		"139.com",     "189.cn",   "sohu.com",    "gmail.com",
		"foxmail.com", "yeah.net", "outlook.com", "vip.163.com",
		"hotmail.com", "sina.cn",  "QQ.COM",      "aliyun.com"
	};

	if (pick(m, 2))
		buf_adds(&m->line, PICK_OF(m, names));
	else
		add_random(m, 5 + pick(m, 7));
	buf_adds(&m->line, pick(m, 10) ? "@" : "＠");
	buf_adds(&m->line, PICK_OF(m, providers));
}

static const char *const plate_provinces[] = { "宁", "陕", "甘", "蒙", "京", "鲁", "豫",
					       "川", "苏", "浙", "粤", "青", "新" };

static char plate_char(struct made *m)
{
	return "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"[pick(m, 34)];
}

static void make_plate(struct made *m)
{
	static const char *const between[] = { "", "", "", "·", " ", ".", "-", "・" };
	char tail[8];

	add_digits(m, tail, 5);
	switch (pick(m, 5)) {
	case 0: /* a letter or two in it */
		tail[pick(m, 5)] = plate_char(m);
		tail[pick(m, 3)] = plate_char(m);
		break;
	case 1: /* new energy, small */
		(void)snprintf(tail, sizeof(tail), "%c%c", "ADF"[pick(m, 3)],
			       plate_char(m));
		add_digits(m, tail + 2, 4);
		break;
	case 2: /* new energy, large */
		(void)snprintf(tail + 5, 2, "%c", "DF"[pick(m, 2)]);
		break;
	default:
		break;
	}
	buf_addf(&m->line, "%s%c%s", PICK_OF(m, plate_provinces), "ABCDEFG"[pick(m, 7)],
		 PICK_OF(m, between));
	if (pick(m, 8))
		buf_adds(&m->line, tail);
	else
		for (size_t i = 0; tail[i]; i++)
			add_wide(&m->line, tail[i]);
}

static void make_plate_special(struct made *m)
{
	static const char *const ends[] = { "挂", "学", "警" };

	buf_addf(&m->line, "%s%c", PICK_OF(m, plate_provinces), "ABCDEFG"[pick(m, 7)]);
	add_random(m, 4);
	buf_adds(&m->line, PICK_OF(m, ends));
}

#endif
