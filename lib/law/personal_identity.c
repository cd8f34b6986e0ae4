#include <string.h>

#include "base/date.h"
#include "law/personal_private.h"

/*
 * Identity numbers, GB 11643: six digits of region, eight of birth, three in order, a
 * check digit (MOD 11-2).  Before 1999 fifteen: two of the year, none to check.
 */
enum { LONG = 18, BODY = 17, SHORT = 15, CERTIFICATE = 20, LABEL_REACH = 60 };

static const char *const labels[] = { "身份",   "证件", "公民",   "残疾人证", "残疾证",
				      "居民证", "户口", "IDCARD", "ID" };

/* GB/T 2260; 81 to 83 are residents from Hong Kong, Macao and Taiwan. */
static bool is_region(const char *digits)
{
	static const char provinces[] =
		"11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 "
		"50 51 52 53 54 61 62 63 64 65 71 81 82 83";
	/* A foreigner's begins with 9, then province and country. */
	const char *at = digits[0] == '9' ? digits + 1 : digits;
	const char province[] = { at[0], at[1], '\0' };

	return strstr(provinces, province) != NULL;
}

static int number_at(const char *digits, size_t count)
{
	int value = 0;

	for (size_t i = 0; i < count; i++)
		value = value * 10 + (digits[i] - '0');
	return value;
}

static bool is_born(int year, const char *month_and_day)
{
	return year < 2100 && date_is_valid(year, number_at(month_and_day, 2),
					    number_at(month_and_day + 2, 2));
}

/* Region and birth are right; the check digit is another question. */
static bool has_shape(const char digits[LONG])
{
	return is_region(digits) && is_born(number_at(digits + 6, 4), digits + 10);
}

static char check_digit(const char digits[BODY])
{
	static const int weights[] = {
		7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
	};
	int sum = 0;

	for (size_t i = 0; i < BODY; i++)
		sum += weights[i] * (digits[i] - '0');
	return "10X98765432"[sum % 11];
}

bool personal_is_identity(const char digits[LONG])
{
	return has_shape(digits) && check_digit(digits) == digits[BODY];
}

/*
 * Unified social credit codes, GB 32100: a few are digits only.  The check character is
 * counted by MOD 31-3 and the first two say who registered the body.
 */
static bool is_credit_code(const char digits[LONG])
{
	int weight = 1;
	int sum = 0;

	for (size_t i = 0; i < BODY; i++, weight = weight * 3 % 31)
		sum += weight * (digits[i] - '0');
	sum = (31 - sum % 31) % 31;
	return digits[BODY] == (sum < 10 ? (char)('0' + sum) : sum == 29 ? 'X' : '?');
}

/* The X behind seventeen digits, also as ×; its end, or `at` when none is there. */
static size_t skip_x(struct personal_text text, size_t at)
{
	static const char *const times[] = { "×", "х", "Х", "✕" };
	size_t next = personal_skip_sign(text, personal_skip_blanks(text, at, 2));
	size_t used;
	char letter;

	next = personal_skip_blanks(text, next, 2);
	used = personal_letter(text, next, &letter);
	if (used && letter == 'X')
		return next + used;
	used = WORD_AT(text, next, times);
	return used ? next + used : at;
}

static bool is_alone(struct personal_text text, size_t end)
{
	char c;

	return !personal_letter(text, end, &c) && !personal_digit(text, end, &c);
}

/* What all forms of eighteen have in common, once the digits are known. */
static bool is_meant(const struct personal_number *number, const char digits[LONG])
{
	const size_t at = number->groups[0].start;
	bool named;

	if (!has_shape(digits))
		return false;
	named = SAID_BEFORE(number->text, at, LABEL_REACH, labels);
	if (check_digit(digits) != digits[BODY])
		return named && !is_credit_code(digits) &&
		       !personal_is_code(number->text, at);
	return named || (!personal_is_code(number->text, at) &&
			 !(digits[0] == '9' && is_credit_code(digits)));
}

/* Seventeen digits and an X; two more stand on the certificate of the disabled. */
static bool ends_in_x(const struct personal_number *number, struct personal_span *out)
{
	size_t count = personal_number_of(number, BODY);
	char digits[LONG];
	size_t last;
	size_t end;
	char digit;

	if (!count)
		return false;
	last = number->groups[count - 1].end;
	end = skip_x(number->text, last);
	if (end == last)
		return false;
	memcpy(digits, number->digits, BODY);
	digits[BODY] = 'X';
	if (check_digit(digits) != 'X' || !is_meant(number, digits))
		return false;
	for (int i = 0; i < 2; i++)
		end += personal_digit(number->text, end, &digit);
	*out = (struct personal_span){ .start = number->groups[0].start, .end = end };
	return is_alone(number->text, end);
}

/* Eighteen digits, or twenty: the certificate of the disabled adds kind and degree. */
static bool is_long(const struct personal_number *number, struct personal_span *out)
{
	size_t count = personal_number_of(number, LONG);

	if (!count) {
		count = personal_number_of(number, CERTIFICATE);
		if (!count || !personal_is_identity(number->digits) ||
		    number->digits[18] < '1' || number->digits[18] > '7' ||
		    number->digits[19] < '1' || number->digits[19] > '4')
			return false;
	}
	if (count > 1 && number->follows)
		return false;
	*out = (struct personal_span){ .start = number->groups[0].start,
				       .end = number->groups[count - 1].end };
	return is_meant(number, number->digits) && is_alone(number->text, out->end);
}

/* Fifteen digits cannot be checked: they stand alone, or as region, birth and order. */
static bool is_short(const struct personal_number *number, struct personal_span *out)
{
	const size_t at = number->groups[0].start;
	const bool named = SAID_BEFORE(number->text, at, LABEL_REACH, labels);
	size_t count = personal_number_of(number, SHORT);
	char before;
	int year;

	if (!count || personal_number_is_part(number, count) ||
	    (!named && !personal_number_is_even(number, count)))
		return false;
	if (count > 1 && (count != 3 || number->groups[0].digits != 6 ||
			  number->groups[1].digits != 6))
		return false;
	year = 1900 + number_at(number->digits + 6, 2);
	/* 81 to 83 came later, and so did the foreigners' 9. */
	if (number->digits[0] >= '8' || !is_region(number->digits) ||
	    !is_born(year, number->digits + 8))
		return false;
	*out = (struct personal_span){ .start = at,
				       .end = number->groups[count - 1].end };
	if (!is_alone(number->text, out->end) ||
	    (at &&
	     personal_letter(number->text, personal_before(number->text, at), &before)))
		return false;
	return named || !personal_is_figure(number->text, at);
}

bool personal_identity(const struct personal_number *number, struct personal_span *out)
{
	if (number->groups[number->count - 1].total < SHORT)
		return false;
	return ends_in_x(number, out) || is_long(number, out) || is_short(number, out);
}
