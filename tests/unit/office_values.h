/*
 * Values as offices write them, drawn by chance: for texts in which the rules on personal data
 * are tried.  Every number is made up; regions are real, for a made-up region would be no
 * identity number at all.
 */
#ifndef TESTS_UNIT_OFFICE_VALUES_H
#define TESTS_UNIT_OFFICE_VALUES_H

#include <stdint.h>
#include <string.h>

#include "base/buf.h"

struct dice {
	uint64_t state;
};

static inline uint32_t roll(struct dice *dice, uint32_t sides)
{
	uint64_t z = dice->state += 0x9e3779b97f4a7c15U;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
	return (uint32_t)((z ^ (z >> 31)) >> 32) % sides;
}

static inline int between(struct dice *dice, int low, int high)
{
	return low + (int)roll(dice, (uint32_t)(high - low + 1));
}

#define one_of(dice, table) ((table)[roll((dice), ARRAY_LEN(table))])

static inline void put_digits(struct buf *out, struct dice *dice, int count)
{
	for (int i = 0; i < count; i++)
		buf_addc(out, (char)('0' + roll(dice, 10)));
}

/* How a number stands in the text: the ways in which people and programs break it up. */
enum dress {
	DRESS_PLAIN,
	DRESS_WIDE,   /* full-width digits */
	DRESS_BLANKS, /* groups with ASCII, no-break or ideographic blanks between */
	DRESS_HYPHENS,
	DRESS_SPLIT, /* over two lines of a cell */
	DRESS_MIXED, /* full-width digits in groups */
	DRESS_COUNT
};

static const char *const dress_names[DRESS_COUNT] = {
	"plain", "full-width", "blanks", "hyphens", "split", "mixed",
};

static inline enum dress some_dress(struct dice *dice)
{
	uint32_t n = roll(dice, 100);

	if (n < 46)
		return DRESS_PLAIN;
	if (n < 57)
		return DRESS_WIDE;
	if (n < 71)
		return DRESS_BLANKS;
	if (n < 83)
		return DRESS_HYPHENS;
	return n < 94 ? DRESS_SPLIT : DRESS_MIXED;
}

static inline void put_joint(struct buf *out, struct dice *dice, enum dress dress)
{
	static const char *const blanks[] = { " ", "\xc2\xa0", "\xe3\x80\x80", "  " };
	static const char *const hyphens[] = { "-", "－", "–", "—" };
	static const char *const breaks[] = { "\n", "\r\n", "<br>", "\n  ", "<br/>" };

	if (dress == DRESS_BLANKS)
		buf_adds(out, one_of(dice, blanks));
	else if (dress == DRESS_HYPHENS)
		buf_adds(out, one_of(dice, hyphens));
	else if (dress == DRESS_SPLIT)
		buf_adds(out, one_of(dice, breaks));
	else if (dress == DRESS_MIXED)
		buf_adds(out, roll(dice, 2) ? "－" : " ");
}

/* `groups` ends with 0; what is left over belongs to the last group. */
static inline void put_dressed(struct buf *out, struct dice *dice, const char *digits,
			       enum dress dress, const unsigned char *groups)
{
	bool wide = dress == DRESS_WIDE || dress == DRESS_MIXED;
	bool joints = dress != DRESS_PLAIN && dress != DRESS_WIDE;
	size_t left = groups[0];

	for (size_t i = 0; digits[i]; i++) {
		if (joints && groups[0] && left == 0) {
			put_joint(out, dice, dress);
			groups++;
			left = groups[0];
		}
		left -= left > 0;
		if (!wide)
			buf_addc(out, digits[i]);
		else if (digits[i] == 'X')
			buf_adds(out, "Ｘ");
		else
			buf_addf(out, "\xef\xbc%c", (char)(0x90 + digits[i] - '0'));
	}
}

static const char *const region_codes[] = {
	"640502", "640521", "320831", "320722", "211421", "430124", "350429", "370321",
	"513232", "533521", "141124", "610924", "110109", "310151", "500236", "450924",
};

static inline void make_birth(char out[9], struct dice *dice)
{
	int year = between(dice, 1934, 2019), month = between(dice, 1, 12);
	auto_buf b = BUF_INIT;

	buf_addf(&b, "%04d%02d%02d", year, month, between(dice, 1, 28));
	memcpy(out, b.s, 9);
}

static inline void make_identity(char out[19], struct dice *dice)
{
	static const int weights[17] = { 7, 9, 10, 5,  8, 4, 2, 1, 6,
					 3, 7, 9,  10, 5, 8, 4, 2 };
	int sum = 0;

	memcpy(out, one_of(dice, region_codes), 6);
	make_birth(out + 6, dice);
	for (int i = 14; i < 17; i++)
		out[i] = (char)('0' + roll(dice, 10));
	for (int i = 0; i < 17; i++)
		sum += (out[i] - '0') * weights[i];
	out[17] = "10X98765432"[sum % 11];
	out[18] = '\0';
}

/* The old form: two digits of the year, no check digit. */
static inline void make_old_identity(char out[16], struct dice *dice)
{
	auto_buf b = BUF_INIT;

	buf_addf(&b, "%s%02d%02d%02d%03d", one_of(dice, region_codes),
		 between(dice, 31, 84), between(dice, 1, 12), between(dice, 1, 28),
		 between(dice, 1, 999));
	memcpy(out, b.s, 16);
}

static inline void make_mobile(char out[12], struct dice *dice)
{
	static const char *const heads[] = { "130", "133", "135", "136", "138", "139",
					     "147", "150", "152", "155", "158", "166",
					     "173", "176", "178", "180", "183", "186",
					     "187", "189", "191", "195", "198", "199" };

	memcpy(out, one_of(dice, heads), 3);
	for (int i = 3; i < 11; i++)
		out[i] = (char)('0' + roll(dice, 10));
	out[11] = '\0';
}

static inline void make_card(char out[20], struct dice *dice)
{
	static const char *const banks[] = { "622848", "621700", "621661", "622202",
					     "623083", "621799", "623021", "622188",
					     "625955", "436742" };
	const char *bank = one_of(dice, banks);
	size_t len = roll(dice, 3) || bank[0] == '4' ? 19 : 16;
	int sum = 0;

	memcpy(out, bank, 6);
	for (size_t i = 6; i < len - 1; i++)
		out[i] = (char)('0' + roll(dice, 10));
	for (size_t i = 0; i < len - 1; i++) {
		int digit = (out[len - 2 - i] - '0') * (i % 2 == 0 ? 2 : 1);

		sum += digit > 9 ? digit - 9 : digit;
	}
	out[len - 1] = (char)('0' + (10 - sum % 10) % 10);
	out[len] = '\0';
}

/* 18 characters: department, kind, region, organization code, check character. */
static inline void make_credit_code(char out[19], struct dice *dice)
{
	static const char letters[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	static const char *const heads[] = { "11", "12", "13", "51",
					     "54", "91", "92", "93" };
	int sum = 0, weight = 1;

	memcpy(out, one_of(dice, heads), 2);
	memcpy(out + 2, one_of(dice, region_codes), 6);
	for (int i = 8; i < 17; i++)
		out[i] = letters[roll(dice, roll(dice, 4) ? 10 : 31)];
	for (int i = 0; i < 17; i++, weight = weight * 3 % 31)
		sum += (int)(strchr(letters, out[i]) - letters) * weight;
	out[17] = letters[(31 - sum % 31) % 31];
	out[18] = '\0';
}

#endif
