#include "unit/unit.h"

#include <stdlib.h>

#include "unit/office_slots.h"
#include "unit/office_texts.h"
#include "unit/office_texts_other.h"

/*
 * Personal data in texts as offices write them: what share is found, and how often a harmless
 * line is held for personal.  Drawn by chance from a fixed seed, so that every run judges the
 * same lines.  GK_CORPUS_PRINT=1 prints what is missed and what is wrongly found.
 */
enum { PERSONAL_LINES = 10000, CLEAN_LINES = 16000 };

struct line {
	struct buf text;
	enum personal_kind kind; /* of what is planted */
	enum dress dress;
	size_t start, end; /* of what is planted; equal: nothing is */
};

static void put_slot(struct line *line, struct dice *dice, const char *name, size_t len)
{
	bool planted = *name == '!';
	char word[24];

	name += planted;
	len -= planted;
	assert_true(len < sizeof(word));
	memcpy(word, name, len);
	word[len] = '\0';
	for (size_t i = 0; i < ARRAY_LEN(personal_slots); i++) {
		size_t start = line->text.len;
		enum dress dress;

		if (strcmp(personal_slots[i].name, word) != 0)
			continue;
		dress = personal_slots[i].put(&line->text, dice);
		if (planted) {
			line->kind = personal_slots[i].kind;
			line->dress = dress;
			line->start = start;
			line->end = line->text.len;
		}
		return;
	}
	if (!put_plain_slot(&line->text, dice, word))
		fail_msg("no slot is called %s", word);
}

/* Alternatives do not nest. NOLINTNEXTLINE(misc-no-recursion) */
static void expand(struct line *line, struct dice *dice, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const char *close;

		if (text[i] == '{') {
			close = memchr(text + i, '}', len - i);
			put_slot(line, dice, text + i + 1,
				 (size_t)(close - text) - i - 1);
			i = (size_t)(close - text);
		} else if (text[i] == '[') {
			const char *from = text + i + 1;
			uint32_t count = 1, chosen;

			close = memchr(text + i, ']', len - i);
			for (const char *p = from; p < close; p++)
				count += *p == '|';
			for (chosen = roll(dice, count); chosen > 0; from++)
				chosen -= *from == '|';
			i = (size_t)(close - text);
			expand(line, dice, from, strcspn(from, "|]"));
		} else {
			buf_addc(&line->text, text[i]);
		}
	}
}

static void pad(struct line *line, struct dice *dice)
{
	const char *text = one_of(dice, padding);

	expand(line, dice, text, strlen(text));
}

static void make_line(struct line *line, struct dice *dice,
		      const struct line_class *class, size_t templates)
{
	const char *text = class->templates[roll(dice, (uint32_t)templates)];
	bool row = strchr(text, '|') == text || strchr(text, '\t') ||
		   strncmp(text, "{n},", 4) == 0;

	line->text.len = line->start = line->end = 0;
	if (!row && roll(dice, 3) == 0)
		pad(line, dice);
	expand(line, dice, text, strlen(text));
	if (!row && roll(dice, 3) == 0) {
		/* What has no full stop is a line by itself. */
		if (line->text.len < 3 ||
		    strcmp(line->text.s + line->text.len - 3, "。") != 0)
			buf_addc(&line->text, '\n');
		pad(line, dice);
	}
}

struct count {
	const char *class;
	size_t lines, wrong;
};

static bool prints(void)
{
	return getenv("GK_CORPUS_PRINT") != NULL; /* NOLINT(concurrency-mt-unsafe) */
}

static size_t hits_beside(struct arena *arena, const struct line *line,
			  const struct personal_allowed *allowed, bool *found)
{
	struct personal_hit hit;
	size_t pos = 0, beside = 0;

	*found = false;
	while (personal_next(arena, line->text.s, line->text.len, allowed, &pos, &hit)) {
		if (hit.kind == line->kind && hit.start < line->end &&
		    hit.end > line->start)
			*found = true;
		else if (hit.start >= line->end || hit.end <= line->start)
			beside++;
		if (prints() && (hit.start >= line->end || hit.end <= line->start))
			print_message("    beside: %s\n", hit.shown);
	}
	return beside;
}

struct classed {
	struct line_class class;
	size_t templates;
};

#define C(text, table)                                                     \
	{                                                                  \
		{ .name = (text), .templates = (table) }, ARRAY_LEN(table) \
	}
#define WITH(text, table, what)                                                          \
	{                                                                                \
		{ .name = (text), .templates = (table), .what = true }, ARRAY_LEN(table) \
	}

/* A family of lines: those with personal values, and harmless ones. */
struct family {
	const char *name;
	const struct classed *personal;
	size_t personals;
	const struct classed *clean;
	size_t cleans;
};

static const struct classed personal_lines[] = {
	C("identity", identity_lines), C("mobile", mobile_lines), C("card", card_lines),
	C("address", address_lines),   C("mail", mail_lines),     C("plate", plate_lines),
};

static const struct classed clean_lines[] = {
	C("codes", code_clean),
	C("documents", document_clean),
	C("projects", project_clean),
	C("land", land_clean),
	C("money", money_clean),
	C("dates", date_clean),
	C("telephones", phone_clean),
	C("orders", order_clean),
	C("numbers", number_clean),
	C("addresses", office_address_clean),
	C("office mail", office_mail_clean),
	C("office mail, private host", office_mail_private_host_clean),
	C("like plates", plate_clean),
	C("masked", masked_clean),
	C("accounts", account_clean),
	WITH("duty", duty_clean, contacts),
	WITH("allowed", allowed_clean, allowed),
};

static const struct classed personal_others[] = {
	C("identity", identity_others), C("mobile", mobile_others),
	C("card", card_others),         C("address", address_others),
	C("mail", mail_others),         C("plate", plate_others),
};

static const struct classed clean_others[] = {
	C("codes", code_others),
	C("documents", document_others),
	C("projects", project_others),
	C("land", land_others),
	C("money", money_others),
	C("dates", date_others),
	C("telephones", phone_others),
	C("orders", order_others),
	C("numbers", number_others),
	C("addresses", office_address_others),
	C("office mail", office_mail_others),
	C("like plates", plate_others_clean),
	C("masked", masked_others),
	C("accounts", account_others),
	WITH("duty", duty_others, contacts),
	WITH("allowed", allowed_others, allowed),
};

enum { CLASSES_MAX = 20 };

static const struct family first_family = {
	.name = "first",
	.personal = personal_lines,
	.personals = ARRAY_LEN(personal_lines),
	.clean = clean_lines,
	.cleans = ARRAY_LEN(clean_lines),
};
static const struct family other_family = {
	.name = "other",
	.personal = personal_others,
	.personals = ARRAY_LEN(personal_others),
	.clean = clean_others,
	.cleans = ARRAY_LEN(clean_others),
};

static struct personal_allowed allowed_for(const struct line_class *class,
					   struct strings *own)
{
	return (struct personal_allowed){ .contacts = class->contacts,
					  .texts = class->allowed ? own : NULL };
}

static void judge_personal(const struct family *family, uint64_t seed)
{
	struct arena arena = ARENA_INIT;
	struct dice dice = { .state = seed };
	struct line line = { .text = BUF_INIT };
	size_t missed = 0, beside = 0;
	size_t lines[CLASSES_MAX][DRESS_COUNT] = { 0 };
	size_t misses[CLASSES_MAX][DRESS_COUNT] = { 0 };

	for (size_t i = 0; i < PERSONAL_LINES; i++) {
		size_t which = i % family->personals;
		const struct classed *class = &family->personal[which];
		struct personal_allowed allowed = { 0 };
		bool found;
		size_t others;

		make_line(&line, &dice, &class->class, class->templates);
		others = hits_beside(&arena, &line, &allowed, &found);
		beside += others > 0;
		missed += !found;
		lines[which][line.dress]++;
		misses[which][line.dress] += !found;
		if (prints() && (!found || others))
			print_message("%s %s/%s: %s\n", found ? "BESIDE" : "MISSED",
				      class->class.name, dress_names[line.dress],
				      line.text.s);
		arena_reset(&arena);
	}
	for (size_t i = 0; i < family->personals; i++)
		for (size_t d = 0; d < DRESS_COUNT; d++)
			if (lines[i][d])
				print_message("%-10s %-10s %5zu lines, %4zu missed\n",
					      family->personal[i].class.name,
					      dress_names[d], lines[i][d], misses[i][d]);
	print_message("recall %.3f %%, %zu lines with a hit beside\n",
		      100.0 * (double)(PERSONAL_LINES - missed) / PERSONAL_LINES, beside);
	buf_release(&line.text);
	arena_clear(&arena);
	assert_in_range(missed * 1000, 0, PERSONAL_LINES * 10);
}

static void judge_clean(const struct family *family, uint64_t seed)
{
	struct arena arena = ARENA_INIT;
	struct dice dice = { .state = seed };
	struct line line = { .text = BUF_INIT };
	struct strings own = { 0 };
	size_t alarms = 0, lines[CLASSES_MAX] = { 0 }, wrong[CLASSES_MAX] = { 0 };

	strings_add(&arena, &own, own_mobile);
	strings_add(&arena, &own, own_address);
	strings_add(&arena, &own, own_mail);
	for (size_t i = 0; i < CLEAN_LINES; i++) {
		size_t which = i % family->cleans;
		const struct classed *class = &family->clean[which];
		struct personal_allowed allowed = allowed_for(&class->class, &own);
		bool found;
		bool alarm;

		make_line(&line, &dice, &class->class, class->templates);
		alarm = hits_beside(&arena, &line, &allowed, &found) > 0;
		alarms += alarm;
		lines[which]++;
		wrong[which] += alarm;
		if (prints() && alarm)
			print_message("ALARM %s: %s\n", class->class.name, line.text.s);
	}
	for (size_t i = 0; i < family->cleans; i++)
		print_message("%-26s %5zu lines, %4zu alarms\n",
			      family->clean[i].class.name, lines[i], wrong[i]);
	print_message("false alarms %.3f %%\n", 100.0 * (double)alarms / CLEAN_LINES);
	buf_release(&line.text);
	arena_clear(&arena);
	assert_in_range(alarms * 1000, 0, CLEAN_LINES);
}

static void personal_values_in_office_texts_are_found(void **state)
{
	(void)state;
	judge_personal(&first_family, 20261122);
}

static void harmless_office_texts_are_left_alone(void **state)
{
	(void)state;
	judge_clean(&first_family, 20261123);
}

static void personal_values_in_other_genres_are_found(void **state)
{
	(void)state;
	judge_personal(&other_family, 711);
}

static void harmless_texts_of_other_genres_are_left_alone(void **state)
{
	(void)state;
	judge_clean(&other_family, 712);
}

/* ---- heads of columns ---- */

#define HEAD(text, column)              \
	{                               \
		(text), COLUMN_##column \
	}

static const struct {
	const char *text;
	enum personal_column column;
} heads[] = {
	HEAD("法定代表人身份证号", IDENTITY),
	HEAD("居民身份证号码", IDENTITY),
	HEAD("证件号码", IDENTITY),
	HEAD("身份证号码（后四位）", HARMLESS),
	HEAD("公民身份号码", IDENTITY),
	HEAD("身份证件类型", HARMLESS),
	HEAD("统一社会信用代码/身份证号", IDENTITY),
	HEAD("营业执照号", HARMLESS),
	HEAD("许可证号", HARMLESS),
	HEAD("残疾证号", IDENTITY),
	HEAD("低保证号", HARMLESS),
	HEAD("联系电话", PHONE),
	HEAD("电话", PHONE),
	HEAD("手机号码", PHONE),
	HEAD("联系方式", PHONE),
	HEAD("本人电话", PHONE),
	HEAD("移动电话", PHONE),
	HEAD("户主电话", PHONE),
	HEAD("监督电话", HARMLESS),
	HEAD("举报电话", HARMLESS),
	HEAD("政务热线电话", HARMLESS),
	HEAD("窗口咨询电话", HARMLESS),
	HEAD("责任单位联系电话", HARMLESS),
	HEAD("村委会电话", HARMLESS),
	HEAD("投诉举报电话", HARMLESS),
	HEAD("电话费补贴（元）", HARMLESS),
	HEAD("手机信号覆盖率", HARMLESS),
	HEAD("采购单位联系方式", HARMLESS),
	HEAD("采购方式", HARMLESS),
	HEAD("银行卡号", CARD),
	HEAD("一卡通账号", CARD),
	HEAD("开户账号", CARD),
	HEAD("社保卡卡号", CARD),
	HEAD("存折号", CARD),
	HEAD("账号", CARD),
	HEAD("新媒体账号", HARMLESS),
	HEAD("微博账号名称", HARMLESS),
	HEAD("抖音账号", HARMLESS),
	HEAD("单位账号", HARMLESS),
	HEAD("一卡通发放金额", HARMLESS),
	HEAD("开户行", HARMLESS),
	HEAD("公众号账号", HARMLESS),
	HEAD("出生年月", BIRTH),
	HEAD("出生日期", BIRTH),
	HEAD("生日", BIRTH),
	HEAD("出生人口", HARMLESS),
	HEAD("出生率‰", HARMLESS),
	HEAD("年龄", HARMLESS),
	HEAD("当年出生数", HARMLESS),
	HEAD("出生缺陷干预经费", HARMLESS),
	HEAD("家庭住址", ADDRESS),
	HEAD("现住址", ADDRESS),
	HEAD("户籍地址", ADDRESS),
	HEAD("居住地址", ADDRESS),
	HEAD("详细住址", ADDRESS),
	HEAD("门牌号", ADDRESS),
	HEAD("办公地址", HARMLESS),
	HEAD("项目地址", HARMLESS),
	HEAD("经营地址", HARMLESS),
	HEAD("企业住所", HARMLESS),
	HEAD("户籍人口", HARMLESS),
	HEAD("门牌制作费", HARMLESS),
	HEAD("居住证办理数", HARMLESS),
	HEAD("病种", HEALTH),
	HEAD("残疾类别", HEALTH),
	HEAD("残疾等级", HEALTH),
	HEAD("患病名称", HEALTH),
	HEAD("疾病名称", HEALTH),
	HEAD("残疾人数", HARMLESS),
	HEAD("重度残疾人护理补贴", HARMLESS),
	HEAD("疾病预防控制中心", HARMLESS),
	HEAD("残疾补贴金额", HARMLESS),
	HEAD("残疾人两项补贴标准", HARMLESS),
	HEAD("病虫害种类", HARMLESS),
	HEAD("困难残疾人生活补贴", HARMLESS),
	HEAD("诊断结果", HEALTH),
	HEAD("地方病防治任务数", HARMLESS),
	HEAD("儿童姓名", MINOR),
	HEAD("学生姓名", MINOR),
	HEAD("未成年人姓名", MINOR),
	HEAD("孤儿姓名", MINOR),
	HEAD("幼儿姓名", MINOR),
	HEAD("困境儿童姓名", MINOR),
	HEAD("儿童福利院", HARMLESS),
	HEAD("学生数", HARMLESS),
	HEAD("事实无人抚养儿童人数", HARMLESS),
	HEAD("儿童活动中心", HARMLESS),
	HEAD("孤儿基本生活费", HARMLESS),
	HEAD("未成年人保护工作站", HARMLESS),
	HEAD("学生资助金额", HARMLESS),
	HEAD("儿童之家数量", HARMLESS),
	HEAD("子女姓名", MINOR),
	HEAD("姓名", HARMLESS),
	HEAD("性别", HARMLESS),
	HEAD("补贴金额", HARMLESS),
	HEAD("所在村", HARMLESS),
};

static void heads_of_columns_tell_personal_ones_from_counts_and_offices(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(heads); i++)
		if (personal_column_of(heads[i].text) != heads[i].column)
			fail_msg("%s: %d", heads[i].text,
				 (int)personal_column_of(heads[i].text));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(personal_values_in_office_texts_are_found),
		cmocka_unit_test(harmless_office_texts_are_left_alone),
		cmocka_unit_test(personal_values_in_other_genres_are_found),
		cmocka_unit_test(harmless_texts_of_other_genres_are_left_alone),
		cmocka_unit_test(
			heads_of_columns_tell_personal_ones_from_counts_and_offices),
	};

	return cmocka_run_group_tests_name("personal_office", tests, NULL, NULL);
}
