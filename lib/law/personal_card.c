#include <string.h>

#include "law/personal_private.h"

/*
 * Bank cards, ISO/IEC 7812: sixteen to nineteen digits, the last by Luhn.  Account numbers
 * of offices are no cards: they seldom have the check digit and never the issuer's.
 */
enum { SHORTEST = 16, LONGEST = 19, LABEL_REACH = 60 };

static const char *const labels[] = { "卡",   "账号", "帐号", "账户",
				      "帐户", "存折", "折号", "银行" };

static bool has_luhn(const char *digits, size_t count)
{
	int sum = 0;

	for (size_t i = 0; i < count; i++) {
		int digit = digits[count - 1 - i] - '0';

		if (i % 2)
			digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
		sum += digit;
	}
	return sum % 10 == 0;
}

/* What banks here issue for certain: 62 UnionPay; of old 9558, 9559, 4367 and 6013 with nineteen digits. */
static bool is_issuer(const char *digits, size_t count)
{
	static const char *const long_ones[] = { "9558", "9559", "4367", "6013" };

	if (memcmp(digits, "62", 2) == 0)
		return true;
	for (size_t i = 0; i < ARRAY_LEN(long_ones) && count == LONGEST; i++)
		if (memcmp(digits, long_ones[i], 4) == 0)
			return true;
	return false;
}

/* Sixteen digits of other networks, which other numbers have as often. */
static bool may_be_issuer(const char *digits, size_t count)
{
	if (memcmp(digits, "60", 2) == 0)
		return true;
	return count == SHORTEST &&
	       (digits[0] == '4' || memcmp(digits, "35", 2) == 0 ||
		(digits[0] == '5' && digits[1] >= '1' && digits[1] <= '5'));
}

/* Groups of four, or the six of the issuer first. */
static bool has_usual_groups(const struct personal_number *number, size_t count)
{
	if (count == 1)
		return true;
	if (count == number->groups[count - 1].total) /* one by one */
		return true;
	if (count == 2)
		return number->groups[1].joint == JOINT_LINE ||
		       number->groups[0].digits == 6;
	for (size_t i = 0; i + 1 < count; i++)
		if (number->groups[i].digits != 4 &&
		    number->groups[i + 1].joint != JOINT_LINE &&
		    number->groups[i].joint != JOINT_LINE)
			return false;
	return true;
}

static bool is_card(const struct personal_number *number, size_t count)
{
	const struct personal_text text = number->text;
	const size_t at = number->groups[0].start;
	const size_t total = number->groups[count - 1].total;
	const bool named = SAID_BEFORE(text, at, LABEL_REACH, labels);
	char letter;

	if (!has_luhn(number->digits, total) || !has_usual_groups(number, count) ||
	    (!named && !is_issuer(number->digits, total) &&
	     !personal_number_is_even(number, count)) ||
	    personal_number_is_part(number, count) ||
	    personal_letter(text, number->groups[count - 1].end, &letter) ||
	    (at && personal_letter(text, personal_before(text, at), &letter)))
		return false;
	if (named)
		return is_issuer(number->digits, total) ||
		       may_be_issuer(number->digits, total);
	return (is_issuer(number->digits, total) ||
		(count == 4 && may_be_issuer(number->digits, total))) &&
	       !personal_is_figure(text, at);
}

bool personal_card(const struct personal_number *number, struct personal_span *out)
{
	for (size_t total = LONGEST; total >= SHORTEST; total--) {
		size_t count = personal_number_of(number, total);

		if (!count || !is_card(number, count))
			continue;
		*out = (struct personal_span){ .start = number->groups[0].start,
					       .end = number->groups[count - 1].end };
		return !personal_is_in_url(number->text, out->start);
	}
	return false;
}
