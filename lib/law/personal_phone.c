#include <string.h>

#include "law/personal_private.h"

enum { DIGITS = 11, LABEL_REACH = 45 };

static const char *const labels[] = { "电话", "手机", "联系", "微信", "号机", "机主",
				      "热线", "致电", "拨打", "短信", "Tel",  "TEL",
				      "tel",  "QQ",   "话：", "☎",    "户主", "本人" };

/* Numbers of persons that are no telephones; some are identity numbers: 学籍号 is one behind a G. */
static const char *const others[] = {
	"学号", "学籍", "工号", "工牌", "准考证", "考号", "警号", "执法证",
};

/* Behind what is counted or paid. */
static const char *const units[] = { "元",   "万", "亿",   "吨",   "公斤", "千克",
				     "千瓦", "亩", "㎡",   "平方", "立方", "%",
				     "％",   "‰",  "株",   "kW",   "kg",   "km",
				     "m",    "株", "公里", "公顷", "度" };

bool personal_is_mobile(const char digits[DIGITS])
{
	return digits[0] == '1' && digits[1] >= '3';
}

/* How the eleven are written, in groups; 0 ends a row. */
static bool has_usual_groups(const struct personal_number *number, size_t first,
			     size_t count)
{
	static const size_t shapes[][4] = { { 11 },      { 3, 4, 4 }, { 3, 3, 5 },
					    { 4, 4, 3 }, { 4, 3, 4 }, { 3, 8 },
					    { 7, 4 },    { 1, 10 },   { 3, 2, 3, 3 } };

	if (count == DIGITS) /* one by one */
		return true;
	/* A line ends anywhere. */
	if (count == 2 && number->groups[first + 1].joint == JOINT_LINE)
		return true;
	for (size_t i = 0; i < ARRAY_LEN(shapes) && count <= 4; i++) {
		size_t same = 0;

		while (same < count &&
		       number->groups[first + same].digits == shapes[i][same])
			same++;
		if (same == count && (same == 4 || !shapes[i][same]))
			return true;
	}
	return false;
}

/* Whether one sort of joint ties it together, or any behind its name; a decimal number is none. */
static bool has_usual_joints(const struct personal_number *number, size_t first,
			     size_t count, bool named)
{
	enum personal_joint joint = JOINT_LINE;

	for (size_t i = first + 1; i < first + count; i++) {
		const struct personal_group *group = &number->groups[i];

		if (group->joint == JOINT_LINE)
			continue;
		if (!named && joint != JOINT_LINE && joint != group->joint)
			return false;
		joint = group->joint;
	}
	/* 135.12345678 is a longitude. */
	return count != 2 || joint != JOINT_SIGN ||
	       number->text.s[number->groups[first].end] != '.';
}

/* Whether words stand before `at` in its line; behind a figure or a bar it is a column. */
static bool follows_words(struct personal_text text, size_t at)
{
	enum { BLANKS_MAX = 8 };
	char digit;

	for (int i = 0; i < BLANKS_MAX && at > 0; i++) {
		size_t before = personal_before(text, at);

		if (personal_skip_blanks(text, before, 1) != at)
			return !strchr("\n|-", text.s[before]) &&
			       !personal_digit(text, before, &digit);
		at = before;
	}
	return false;
}

/* Whether the group is torn off by a line end, and not by <br> inside one cell. */
static bool is_torn(const struct personal_number *number, size_t group)
{
	const size_t end = number->groups[group - 1].end;

	return number->groups[group].joint == JOINT_LINE &&
	       memchr(number->text.s + end, '\n', number->groups[group].start - end);
}

/* A number broken by a line end; two figures below each other are none. */
static bool is_broken_well(const struct personal_number *number, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (is_torn(number, i))
			return follows_words(number->text, number->groups[0].start);
	return true;
}

static bool is_between_letters(struct personal_text text, size_t start, size_t end)
{
	static const char *const names[] = { "tel", "Tel", "TEL", "phone", "Phone",
					     "QQ",  "qq",  "wx",  "WX",    "mob" };
	char letter;

	if (personal_letter(text, end, &letter))
		return true;
	return start > 0 &&
	       personal_letter(text, personal_before(text, start), &letter) &&
	       !WORD_BEFORE(text, start, names);
}

/* 86 or 0086 before the eleven: in a group of its own, or in the same. */
static size_t country_groups(const struct personal_number *number)
{
	const struct personal_group *first = &number->groups[0];

	if ((first->digits == 2 && memcmp(number->digits, "86", 2) == 0) ||
	    (first->digits == 4 && memcmp(number->digits, "0086", 4) == 0))
		return 1;
	return 0;
}

/* Digits before the eleven in one group: 86, 0086, and 0 as it was dialled once. */
static size_t country_digits(const struct personal_number *number)
{
	size_t digits = number->groups[0].digits;

	if (digits == DIGITS + 2 && memcmp(number->digits, "86", 2) == 0)
		return 2;
	if (digits == DIGITS + 4 && memcmp(number->digits, "0086", 4) == 0)
		return 4;
	return digits == DIGITS + 1 && number->digits[0] == '0' ? 1 : 0;
}

static bool is_mobile_of(const struct personal_number *number, size_t first, size_t count,
			 bool named)
{
	if (!has_usual_groups(number, first, count) ||
	    !has_usual_joints(number, first, count, named) ||
	    !is_broken_well(number, first + count))
		return false;
	/* A code is tied together by hyphens; two telephones can be too. */
	return !personal_number_is_part(number, first + count) || (named && count == 1);
}

bool personal_phone(const struct personal_number *number, struct personal_span *out)
{
	const size_t at = number->groups[0].start;
	const size_t skip = country_digits(number);
	const size_t first = skip ? 0 : country_groups(number);
	const size_t before = first ? number->groups[0].digits : skip;
	const size_t count = personal_number_of(number, before + DIGITS);
	bool named;
	size_t end;

	if (!count || !personal_is_mobile(number->digits + before))
		return false;
	end = number->groups[count - 1].end;
	if (is_between_letters(number->text, at, end))
		return false;
	named = SAID_BEFORE(number->text, at, LABEL_REACH, labels);
	if (!skip && !is_mobile_of(number, first, count - first, named))
		return false;
	if (!named &&
	    (skip == 1 ||
	     WORD_AT(number->text, personal_skip_blanks(number->text, end, 2), units) ||
	     SAID_BEFORE(number->text, at, LABEL_REACH, others) ||
	     personal_is_figure(number->text, at)))
		return false;
	*out = (struct personal_span){ .start = at, .end = end };
	return !personal_is_in_url(number->text, at);
}
