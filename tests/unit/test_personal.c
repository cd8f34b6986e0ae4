#include "unit/unit.h"

#include <string.h>

#include "base/buf.h"
#include "law/personal.h"

/* What is found in the text: kind and what is shown of it, one behind the other. */
struct find_case {
	const char *label;
	const char *text;
	const char *found;
};

static const char *const kind_names[PERSONAL_KIND_COUNT] = {
	"identity", "mobile", "card", "address", "mail", "plate"
};

static const char *found_in(struct arena *arena, const char *text,
			    const struct personal_allowed *allowed)
{
	struct personal_hit hit;
	auto_buf out = BUF_INIT;
	size_t pos = 0;

	while (personal_next(arena, text, strlen(text), allowed, &pos, &hit))
		buf_addf(&out, "%s%s %s", out.len ? "; " : "", kind_names[hit.kind],
			 hit.shown);
	return buf_dup(&out, arena);
}

static const struct find_case find_cases[] = {
	/* identity numbers */
	{ "an identity number", "张某640502198001011234。",
	  "identity 6405************34" },
	{ "an identity number with X", "64050219800108007X",
	  "identity 6405************7X" },
	{ "an identity number with a small x", "64050219800108007x，",
	  "identity 6405************7X" },
	{ "an X of its own", "64050219800108007 X", "identity 6405************7X" },
	{ "a sign of multiplication for X", "64050219800108007×",
	  "identity 6405*************\xC3\x97" },
	{ "full-width digits", "６４０５０２１９８００１０１１２３４",
	  "identity 6405************34" },
	{ "blanks in an identity number", "640502 19800101 1234",
	  "identity 6405************34" },
	{ "hyphens in an identity number", "640502-19800101-1234",
	  "identity 6405************34" },
	{ "a line end in an identity number", "6405021980\n  01011234",
	  "identity 6405************34" },
	{ "characters of no width",
	  "640502\xE2\x80\x8B"
	  "198001011234",
	  "identity 6405************34" },
	{ "the certificate of the disabled", "64050219800101123442",
	  "identity 6405**************42" },
	{ "a number of students", "学籍号G640502198001011234",
	  "identity 6405************34" },
	{ "fifteen digits", "身份证640502800101123", "identity 6405*********23" },
	{ "fifteen digits by themselves", "张某，640502800101123",
	  "identity 6405*********23" },
	{ "a wrong check digit that is called an identity number",
	  "身份证号640502198001011235", "identity 6405************35" },
	{ "a wrong check digit", "640502198001011235", "" },
	{ "a day that is none", "640502198002301234", "" },
	{ "a province that is none", "990502198001011234", "" },
	{ "an identity number within more digits", "1640502198001011234", "" },
	{ "a serial number of the same form", "受理编号640502198001011234", "" },
	{ "fifteen digits of a register", "注册号640502800101123", "" },
	{ "fifteen digits of a month that is none", "640502801301123", "" },
	{ "a credit code", "统一社会信用代码91640500MA75XXXXX7", "" },
	{ "two identity numbers", "640502198001011234、64050219800108007X",
	  "identity 6405************34; identity 6405************7X" },
	/* mobile numbers */
	{ "a mobile number", "电话13800001234", "mobile 138****1234" },
	{ "a mobile number in groups", "138 0000 1234", "mobile 138****1234" },
	{ "a mobile number with hyphens", "138-0000-1234", "mobile 138****1234" },
	{ "a mobile number with dots", "138.0000.1234", "mobile 138****1234" },
	{ "digits one by one", "1 3 8 0 0 0 0 1 2 3 4", "mobile 138****1234" },
	{ "the country before it", "+86 13800001234", "mobile 861******1234" },
	{ "the country without a blank", "8613800001234", "mobile 861******1234" },
	{ "a nought before it", "手机013800001234", "mobile 013*****1234" },
	{ "two with a stroke", "13800001234/13900001234",
	  "mobile 138****1234; mobile 139****1234" },
	{ "two with a dash", "电话13800001234—13900001234",
	  "mobile 138****1234; mobile 139****1234" },
	{ "a link that dials", "[电话](tel:13800001234)", "mobile 138****1234" },
	{ "a line end in it", "请联系张某1380000\n1234。", "mobile 138****1234" },
	{ "figures below each other", "13800\n001234\n", "" },
	{ "twelve digits", "138000012345", "" },
	{ "eleven digits that begin with 12", "12800001234", "" },
	{ "a sum", "13800001234元", "" },
	{ "a sum with its sign", "¥13800001234", "" },
	{ "a decimal number", "0.13800001234", "" },
	{ "a sum with decimals", "13800001234.50", "" },
	{ "a longitude", "135.12345678", "" },
	{ "a number of an order", "订单编号13800001234", "" },
	{ "part of a code", "2018-13800001234-01", "" },
	{ "letters at it", "NX13800001234", "" },
	{ "an address of the web", "https://www.example.com/13800001234.html", "" },
	{ "a telephone of an office", "0955-7012345、09557012345、（0955）7012345", "" },
	{ "a hotline", "12345、400-800-1234", "" },
	{ "a masked one", "138****1234", "" },
	/* bank cards */
	{ "a card of nineteen digits", "6228480000000000018",
	  "card 622************0018" },
	{ "a card in groups of four", "6228 4800 0000 0000 018",
	  "card 622************0018" },
	{ "an old card", "9558800000000000000", "card 955************0000" },
	{ "a card that fails Luhn", "6228480000000000019", "" },
	{ "an account of an office", "账号：29200122000001236", "" },
	{ "twenty digits", "62284800000000000180", "" },
	/* addresses */
	{ "a door in a village", "住曹闸村三组12号。", "address 曹闸村***" },
	{ "a door in numerals", "曹闸村三组十二号", "address 曹闸村***" },
	{ "a door without a group", "曹闸村12号，张某", "address 曹闸村***" },
	{ "a door with its number divided", "曹闸村5队12-1号", "address 曹闸村***" },
	{ "a flat", "阳光小区3栋2单元501室", "address 阳光小区***" },
	{ "a flat whose room has no word", "阳光小区3号楼2单元501，",
	  "address 阳光小区***" },
	{ "a flat by numbers", "阳光小区3-2-501", "address 阳光小区***" },
	{ "a flat in a street", "鼓楼西街12号2单元501室", "address 鼓楼西街***" },
	{ "a home in a street", "家庭住址：鼓楼西街12号", "address 鼓楼西街***" },
	{ "a village", "东园镇曹闸村", "" },
	{ "a group of a village", "曹闸村三组张某", "" },
	{ "a house in a street", "鼓楼西街12号", "" },
	{ "an office", "办公地址：鼓楼西街12号304室", "" },
	{ "an office in a village", "村委会设在曹闸村12号", "" },
	{ "a well", "曹闸村12号机井", "" },
	{ "a building without a room", "阳光小区3号楼2单元电梯", "" },
	{ "a notice by its number", "曹闸村第12号公告", "" },
	{ "a document by its number", "东政发〔2018〕112号", "" },
	{ "a hall", "政务服务大厅2楼203室", "" },
	{ "a day behind a word for a place", "工期2018-07-04", "" },
	/* mail */
	{ "mail at a provider", "zhang_mou@qq.com", "mail z***@qq.com" },
	{ "mail below a provider", "zhang@vip.163.com。", "mail z***@vip.163.com" },
	{ "mail in capitals", "ZHANG@QQ.COM", "mail Z***@QQ.COM" },
	{ "mail with a wide sign", "zhang＠126.com", "mail z***" },
	{ "mail of a mobile number", "13800001234@139.com", "mail 1***@139.com" },
	{ "mail of a mobile number anywhere", "13800001234@example.com",
	  "mail 1***@example.com" },
	{ "mail of an office", "dongyuan@zw.gov.cn", "" },
	{ "mail of a domain of one's own", "bid@example.com", "" },
	{ "masked mail", "z***1@qq.com", "" },
	{ "a domain that ends alike", "a@myqq.com", "" },
	/* plates */
	{ "a plate", "宁E12345", "plate 宁E*****" },
	{ "a plate with a dot", "宁E·12345", "plate 宁E*****" },
	{ "a plate on new energy", "宁ED12345", "plate 宁E******" },
	{ "a full-width plate", "宁Ｅ１２３４５", "plate 宁E*****" },
	{ "a plate of a trailer", "宁E1234挂", "plate 宁E*******" },
	{ "a plate of too many", "宁E1234567", "" },
	{ "a licence", "粤B2-20090191", "" },
	{ "a word that ends as a province is called", "更新A12345", "" },
	{ "no province", "东E12345", "" },
	/* others */
	{ "a project", "2018-640502-48-01-004567", "" },
	{ "an index number", "640502017/2018-41187", "" },
	{ "a parcel of land", "640502100201GB00012", "" },
	{ "a time", "20180704153012，2018-07-04 15:30:12", "" },
	{ "a book", "ISBN 978-7-135-12345-6", "" },
	{ "a standard", "GB/T 9704-2012", "" },
	{ "masked numbers", "6405**********1234，640502********1234，622848*********0012",
	  "" },
	{ "a version", "V1.3.800.01234", "" },
	{ "a long decimal", "3.14159265358979323846", "" },
	{ "nothing", "", "" },
};

static void what_is_found(void **state)
{
	const struct find_case *one = *state;
	struct arena arena = ARENA_INIT;

	assert_string_equal(found_in(&arena, one->text, NULL), one->found);
	arena_clear(&arena);
}

static void a_hit_says_where_it_lies(void **state)
{
	static const char text[] = "张某（138 0000 1234）和李某（宁E12345）";
	struct arena arena = ARENA_INIT;
	struct personal_hit hit;
	size_t pos = 0;

	(void)state;
	assert_true(personal_next(&arena, text, strlen(text), NULL, &pos, &hit));
	assert_int_equal(hit.start, strlen("张某（"));
	assert_int_equal(hit.end, strlen("张某（138 0000 1234"));
	assert_int_equal(pos, hit.end);
	assert_true(personal_next(&arena, text, strlen(text), NULL, &pos, &hit));
	assert_int_equal(hit.kind, PERSONAL_PLATE);
	assert_false(personal_next(&arena, text, strlen(text), NULL, &pos, &hit));
	assert_int_equal(pos, strlen(text));
	arena_clear(&arena);
}

static void what_is_the_offices_own_is_no_hit(void **state)
{
	static const char *const own[] = { "值班电话：138-0000-1234、0955-7012345",
					   "dyzzf@163.com", "东园镇曹闸村三组12号",
					   "宁E00001" };
	struct arena arena = ARENA_INIT;
	struct strings texts = { .count = 0 };
	const struct personal_allowed allowed = { .texts = &texts };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(own); i++)
		strings_add(&arena, &texts, own[i]);
	assert_string_equal(found_in(&arena,
				     "电话１３８００００１２３４，邮箱DYZZF@163.com，"
				     "曹闸村三组 12号，公车宁E·00001",
				     &allowed),
			    "");
	assert_string_equal(found_in(&arena, "13800001235，曹闸村三组2号", &allowed),
			    "mobile 138****1235; address 曹闸村***");
	arena_clear(&arena);
}

static void contacts_on_duty_are_telephones_and_mail(void **state)
{
	const struct personal_allowed allowed = { .contacts = true };
	struct arena arena = ARENA_INIT;

	(void)state;
	assert_string_equal(found_in(&arena,
				     "13800001234，zhang@qq.com，640502198001011234",
				     &allowed),
			    "identity 6405************34");
	arena_clear(&arena);
}

/* Digits that never end, and what could be tried anew at each of them. */
static void long_texts_take_no_long_time(void **state)
{
	enum { LEN = 1 << 16 };
	static const char *const parts[] = {
		"1",   "1 ",   "13-", "三组", "1号",   "a1",
		"12@", "宁E1", "1\n", "号",   "2单元", "村1-"
	};
	struct arena arena = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		auto_buf text = BUF_INIT;

		while (text.len < LEN)
			buf_adds(&text, parts[i]);
		assert_string_equal(found_in(&arena, text.s, NULL), "");
	}
	arena_clear(&arena);
}

static const struct column_case {
	const char *label; /* the head */
	enum personal_column column;
} column_cases[] = {
	{ "身份证", COLUMN_IDENTITY },
	{ "身份证号码", COLUMN_IDENTITY },
	{ "身 份 证 号", COLUMN_IDENTITY },
	{ "证件号码", COLUMN_IDENTITY },
	{ "联系电话", COLUMN_PHONE },
	{ "手机号", COLUMN_PHONE },
	{ "监督电话", COLUMN_HARMLESS },
	{ "单位电话", COLUMN_HARMLESS },
	{ "银行账号", COLUMN_CARD },
	{ "一卡通号", COLUMN_CARD },
	{ "出生年月", COLUMN_BIRTH },
	{ "出生人口", COLUMN_HARMLESS },
	{ "家庭住址", COLUMN_ADDRESS },
	{ "门牌号", COLUMN_ADDRESS },
	{ "病种", COLUMN_HEALTH },
	{ "残疾类别", COLUMN_HEALTH },
	{ "残疾人补贴（元）", COLUMN_HARMLESS },
	{ "学生姓名", COLUMN_MINOR },
	{ "儿童姓名", COLUMN_MINOR },
	{ "学生人数", COLUMN_HARMLESS },
	{ "姓名", COLUMN_HARMLESS },
	{ "金额（元）", COLUMN_HARMLESS },
	{ "", COLUMN_HARMLESS },
};

static void what_a_column_holds(void **state)
{
	const struct column_case *one = *state;

	assert_int_equal(personal_column_of(one->label), one->column);
}

int main(void)
{
	static struct CMUnitTest
		tests[ARRAY_LEN(find_cases) + ARRAY_LEN(column_cases) + 4];
	size_t count = 0;

	for (size_t i = 0; i < ARRAY_LEN(find_cases); i++)
		tests[count++] = UNIT_ROW(what_is_found, &find_cases[i]);
	for (size_t i = 0; i < ARRAY_LEN(column_cases); i++)
		tests[count++] = UNIT_ROW(what_a_column_holds, &column_cases[i]);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(a_hit_says_where_it_lies);
	tests[count++] =
		(struct CMUnitTest)cmocka_unit_test(what_is_the_offices_own_is_no_hit);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		contacts_on_duty_are_telephones_and_mail);
	tests[count++] =
		(struct CMUnitTest)cmocka_unit_test(long_texts_take_no_long_time);
	return _cmocka_run_group_tests("personal", tests, count, NULL, NULL);
}
