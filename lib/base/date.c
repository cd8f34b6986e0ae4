#include "base/date.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/numeral.h"
#include "base/utf8.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199, DAYS_IN_ERA = 146097, EPOCH = 719468 };

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool date_is_valid(int year, int month, int day)
{
	static const int8_t lengths[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1)
		return false;
	return day <= lengths[month - 1] + (month == 2 && is_leap(year));
}

int date_compare(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

/*
 * Both ways count from 0000-03-01, so that the leap day is the last of its year
 * and 153 days make five months from March.  Years of gk are positive: one era
 * is 400 years.
 */
int32_t date_to_days(struct date d)
{
	int32_t year = d.month > 2 ? d.year : d.year - 1;
	int32_t era_year = year % 400;
	int32_t month = d.month > 2 ? d.month - 3 : d.month + 9;
	int32_t year_day = (153 * month + 2) / 5 + d.day - 1;

	assert(date_is_valid(d.year, d.month, d.day));
	return year / 400 * DAYS_IN_ERA + era_year * 365 + era_year / 4 - era_year / 100 +
	       year_day - EPOCH;
}

static bool days_are_in_range(int64_t days)
{
	const struct date first = { .year = FIRST_YEAR, .month = 1, .day = 1 };
	const struct date last = { .year = LAST_YEAR, .month = 12, .day = 31 };

	return days >= date_to_days(first) && days <= date_to_days(last);
}

struct date date_from_days(int32_t days)
{
	int32_t shifted, day, year, year_day, month;

	if (!days_are_in_range(days))
		return (struct date){ .year = 0 };
	shifted = days + EPOCH;
	day = shifted % DAYS_IN_ERA;
	year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	year_day = day - (365 * year + year / 4 - year / 100);
	month = (5 * year_day + 2) / 153;
	return (struct date){
		.year = (int16_t)(year + shifted / DAYS_IN_ERA * 400 + (month >= 10)),
		.month = (int8_t)(month < 10 ? month + 3 : month - 9),
		.day = (int8_t)(year_day - (153 * month + 2) / 5 + 1),
	};
}

struct date date_add(struct date d, int32_t days)
{
	int64_t sum;

	if (!date_is_set(d))
		return d;
	sum = (int64_t)date_to_days(d) + days;
	if (!days_are_in_range(sum))
		return (struct date){ .year = 0 };
	return date_from_days((int32_t)sum);
}

int date_weekday(struct date d)
{
	/* 1970-01-01 was a Thursday; 7 * 4000 keeps what lies before it positive. */
	return (date_to_days(d) + 3 + 7 * 4000) % 7;
}

/* Two digits; printf(3) takes many times as long for a date, and each record has some. */
static void write_digits(char *out, unsigned int n)
{
	out[0] = (char)('0' + n / 10U % 10U);
	out[1] = (char)('0' + n % 10U);
}

const char *date_iso(struct date d, char out[DATE_ISO_SIZE])
{
	out[0] = '\0';
	if (date_is_set(d)) {
		assert(date_is_valid(d.year, d.month, d.day));
		write_digits(out, (unsigned)d.year / 100U);
		write_digits(out + 2, (unsigned)d.year % 100U);
		out[4] = '-';
		write_digits(out + 5, (unsigned)d.month);
		out[7] = '-';
		write_digits(out + 8, (unsigned)d.day);
		out[10] = '\0';
	}
	return out;
}

const char *date_cn(struct date d, char out[DATE_CN_SIZE])
{
	out[0] = '\0';
	if (date_is_set(d)) {
		assert(date_is_valid(d.year, d.month, d.day));
		(void)snprintf(out, DATE_CN_SIZE, "%u年%u月%u日",
			       (unsigned)d.year % 10000U, (unsigned)d.month % 100U,
			       (unsigned)d.day % 100U);
	}
	return out;
}

/* Reads `min` to `max` digits; gives the place after them, or NULL. */
static const char *read_digits(const char *s, int min, int max, int *value)
{
	int count = 0;

	*value = 0;
	for (; count < max && *s >= '0' && *s <= '9'; s++, count++)
		*value = *value * 10 + (*s - '0');
	return count < min ? NULL : s;
}

static const char *skip(const char *s, const char *what)
{
	size_t len = strlen(what);

	return strncmp(s, what, len) == 0 ? s + len : NULL;
}

/* How the parts of one written form are separated. */
struct form {
	const char *after_year;
	const char *after_month;
	const char *after_day;
	int min_digits; /* of month and day */
};

static const struct form iso_form = { "-", "-", "", 2 };

static bool parse_form(const char *s, const struct form *form, struct date *out)
{
	int year = 0, month = 0, day = 0;

	s = read_digits(s, 4, 4, &year);
	s = s ? skip(s, form->after_year) : NULL;
	s = s ? read_digits(s, form->min_digits, 2, &month) : NULL;
	s = s ? skip(s, form->after_month) : NULL;
	s = s ? read_digits(s, form->min_digits, 2, &day) : NULL;
	s = s ? skip(s, form->after_day) : NULL;
	if (!s || *s || !date_is_valid(year, month, day))
		return false;
	*out = (struct date){ .year = (int16_t)year,
			      .month = (int8_t)month,
			      .day = (int8_t)day };
	return true;
}

bool date_parse_iso(const char *s, struct date *out)
{
	return parse_form(s, &iso_form, out);
}

/* What input methods give for the signs of a date. */
static char fold_sign(uint32_t code)
{
	if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212)
		return '-'; /* hyphens, dashes, minus */
	if (code == 0x3002 || code == 0xFF61)
		return '.'; /* 。 */
	return '\0';
}

static bool is_digit_at(const char *s)
{
	return *s >= '0' && *s <= '9';
}

/* Without blanks, except between digits: "2018 7 4" has no separators that could go. */
static void drop_blanks(struct buf *text)
{
	size_t kept = 0;

	for (size_t i = 0; i < text->len; i++) {
		size_t next = i + strspn(text->s + i, " \t");

		if (next > i) {
			i = next;
			if (kept && is_digit_at(text->s + kept - 1) &&
			    is_digit_at(text->s + next))
				text->s[kept++] = ' ';
		}
		if (i < text->len)
			text->s[kept++] = text->s[i];
	}
	buf_truncate(text, kept);
}

static void fold_typed(struct buf *out, const char *s)
{
	auto_buf narrow = BUF_INIT;

	utf8_fold_width(&narrow, s, strlen(s));
	for (size_t at = 0, used; at < narrow.len; at += used) {
		uint32_t code = utf8_decode(narrow.s + at, narrow.len - at, &used);

		if (fold_sign(code))
			buf_addc(out, fold_sign(code));
		else if (code >= 'A' && code <= 'Z')
			buf_addc(out, (char)(code - 'A' + 'a'));
		else
			buf_add(out, narrow.s + at, used);
	}
	drop_blanks(out);
}

static bool parse_relative(const char *s, struct date today, struct date *out)
{
	static const struct day_word {
		const char *word;
		int32_t days;
	} words[] = {
		{ "今天", 0 }, { "今日", 0 },  { "昨天", -1 },      { "前天", -2 },
		{ "明天", 1 }, { "today", 0 }, { "yesterday", -1 }, { "tomorrow", 1 },
	};

	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		struct date day;

		if (strcmp(s, words[i].word) != 0)
			continue;
		day = date_add(today, words[i].days);
		if (!date_is_set(day))
			return false;
		*out = day;
		return true;
	}
	return false;
}

/* What stands for 〇 in papers that were typed without it: ○ О O and the like. */
static bool is_ring(uint32_t code)
{
	return code == 0x25CB || code == 0x25EF || code == 0x3007 || code == 0x039F ||
	       code == 0x041E || code == 0x2B58 || code == 'O' || code == 'o' ||
	       code == '0';
}

/* The numeral before `unit`, which `*s` is moved behind; 0 when there is none. */
static int read_numeral(const char **s, const char *unit)
{
	const char *end = strstr(*s, unit);
	auto_buf numeral = BUF_INIT;

	if (!end)
		return 0;
	for (const char *p = *s; p < end;) {
		size_t used;
		uint32_t code = utf8_decode(p, (size_t)(end - p), &used);

		if (is_ring(code))
			buf_adds(&numeral, "〇");
		else if (code == 0x5EFF) /* 廿 */
			buf_adds(&numeral, "二十");
		else if (code == 0x5345) /* 卅 */
			buf_adds(&numeral, "三十");
		else if (code == 0x5143 && p == *s) /* 元月, 元年 */
			buf_adds(&numeral, "一");
		else
			buf_add(&numeral, p, used);
		p += used;
	}
	*s = end + strlen(unit);
	return chinese_number(numeral.s, numeral.len);
}

/* 二〇一八年七月四日, as papers were dated before GB/T 9704-2012. */
static bool parse_numerals(const char *s, struct date *out)
{
	int year = read_numeral(&s, "年");
	int month = read_numeral(&s, "月");
	int day = read_numeral(&s, "日");

	if (*s || !date_is_valid(year, month, day))
		return false;
	*out = (struct date){ .year = (int16_t)year,
			      .month = (int8_t)month,
			      .day = (int8_t)day };
	return true;
}

bool date_parse_any(const char *s, struct date today, struct date *out)
{
	static const struct form forms[] = {
		{ "-", "-", "", 1 },     { ".", ".", "", 1 },     { "/", "/", "", 1 },
		{ "年", "月", "日", 1 }, { "年", "月", "号", 1 }, { "", "", "", 2 },
	};
	auto_buf text = BUF_INIT;

	/* A date is short: nothing long is worth the folding. */
	if (strlen(s) > 256)
		return false;
	fold_typed(&text, s);
	for (size_t i = 0; i < ARRAY_LEN(forms); i++) {
		if (parse_form(text.s, &forms[i], out))
			return true;
	}
	return parse_relative(text.s, today, out) || parse_numerals(text.s, out);
}
