#include "law/docnumber.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

enum {
	PREFIX_MAX = 20, /* characters; the longest in use have about ten */
	SERIAL_DIGITS = 6,
	YEAR_FIRST = 1900,
	YEAR_LAST = 2199,
};

/* Characters taken one by one; `at` is the first byte that was not taken. */
struct reader {
	const char *text;
	size_t len;
	size_t at;
};

static uint32_t peek(const struct reader *r, size_t *used)
{
	return utf8_decode(r->text + r->at, r->len - r->at, used);
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0;
}

static void skip_blanks(struct reader *r)
{
	size_t used;

	while (is_blank(peek(r, &used)))
		r->at += used;
}

static bool take(struct reader *r, uint32_t want)
{
	size_t used;

	if (peek(r, &used) != want)
		return false;
	r->at += used;
	return true;
}

/* 0 to 9, full-width too; -1 for anything else. */
static int digit_value(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return (int)(c - '0');
	if (c >= 0xFF10 && c <= 0xFF19)
		return (int)(c - 0xFF10);
	return -1;
}

/* A run of at most `max` digits; how many there were. */
static int take_digits(struct reader *r, int max, int *value)
{
	int count = 0;

	*value = 0;
	for (;;) {
		size_t used;
		int digit = digit_value(peek(r, &used));

		if (digit < 0)
			return count;
		if (++count > max)
			return count;
		*value = *value * 10 + digit;
		r->at += used;
	}
}

/* Opening and closing brackets; mixed pairs occur and are read too. */
static bool is_open(uint32_t c)
{
	static const uint32_t open[] = { 0x3014, '[',    '(',    0xFF08, 0x3010,
					 0x3008, 0xFF3B, 0xFE5D, 0x3016 };

	for (size_t i = 0; i < ARRAY_LEN(open); i++)
		if (open[i] == c)
			return true;
	return false;
}

static bool is_close(uint32_t c)
{
	static const uint32_t close[] = { 0x3015, ']',    ')',    0xFF09, 0x3011,
					  0x3009, 0xFF3D, 0xFE5E, 0x3017 };

	for (size_t i = 0; i < ARRAY_LEN(close); i++)
		if (close[i] == c)
			return true;
	return false;
}

/* What follows the prefix: 〔2018〕112号. */
static bool take_tail(struct reader *r, int *year, int *serial)
{
	size_t used;
	int digits;

	if (!is_open(peek(r, &used)))
		return false;
	r->at += used;
	skip_blanks(r);
	if (take_digits(r, 4, year) != 4 || *year < YEAR_FIRST || *year > YEAR_LAST)
		return false;
	skip_blanks(r);
	(void)take(r, 0x5E74); /* 年 */
	if (!is_close(peek(r, &used)))
		return false;
	r->at += used;
	skip_blanks(r);
	(void)take(r, 0x7B2C); /* 第 */
	skip_blanks(r);
	digits = take_digits(r, SERIAL_DIGITS, serial);
	if (!digits || digits > SERIAL_DIGITS || !*serial)
		return false;
	skip_blanks(r);
	return take(r, 0x53F7); /* 号 */
}

static bool is_prefix_char(uint32_t c)
{
	return utf8_is_han(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Fills *out from the slices of the prefix and the whole number. */
static void fill(struct arena *arena, const char *text, size_t prefix_len, size_t len,
		 struct docnumber *out)
{
	const char *standard;

	out->prefix = arena_strndup(arena, text, prefix_len);
	standard = docnumber_text(arena, out);
	out->canonical = strlen(standard) == len && !memcmp(standard, text, len);
}

bool docnumber_parse(struct arena *arena, const char *text, struct docnumber *out)
{
	size_t len;
	const char *trimmed = utf8_trim(text, strlen(text), &len);
	struct reader r = { .text = trimmed, .len = len };
	struct docnumber number = { 0 };
	size_t prefix_len;
	size_t used;
	int chars = 0;
	bool han = false;

	for (uint32_t c; is_prefix_char(c = peek(&r, &used)); chars++) {
		han = han || utf8_is_han(c);
		r.at += used;
	}
	prefix_len = r.at;
	if (!han || chars > PREFIX_MAX)
		return false;
	skip_blanks(&r);
	if (!take_tail(&r, &number.year, &number.serial) || r.at != r.len)
		return false;
	fill(arena, trimmed, prefix_len, len, &number);
	number.canonical = number.canonical && len == strlen(text);
	*out = number;
	return true;
}

const char *docnumber_text(struct arena *arena, const struct docnumber *number)
{
	auto_buf text = BUF_INIT;

	buf_adds(&text, number->prefix);
	buf_adds(&text, "〔");
	buf_add_number(&text, (uint64_t)number->year, 1);
	buf_adds(&text, "〕");
	buf_add_number(&text, (uint64_t)number->serial, 1);
	buf_adds(&text, "号");
	return buf_dup(&text, arena);
}

/*
 * Words that stand before a number in running text and belong to no prefix.  号和
 * is 和 after another number only: 和政发 is the prefix of a county.
 */
static const char *const before[] = {
	"根据", "依据", "按照", "依照", "遵照", "参照", "对照", "详见", "参见", "以及",
	"文号", "字号", "编号", "文件", "号文", "通知", "意见", "规定", "办法", "转发",
	"印发", "下发", "发布", "执行", "落实", "贯彻", "废止", "关于", "结合", "其中",
	"现将", "号和", "号与", "号及", "号或", "号",   "的",   "了",   "是",   "见",
};

/* Where the prefix starts in the run [start, end) of characters before a bracket. */
static size_t prefix_start(const char *text, size_t start, size_t end)
{
	size_t best = start;

	for (size_t i = 0; i < ARRAY_LEN(before); i++) {
		size_t len = strlen(before[i]);

		for (size_t at = start; at + len <= end; at++)
			if (text[at + 1] == before[i][1] && at + len > best &&
			    !memcmp(text + at, before[i], len))
				best = at + len;
	}
	return best;
}

static bool has_prefix_shape(const char *text, size_t start, size_t end)
{
	struct reader r = { .text = text, .len = end, .at = start };
	size_t used;
	int chars = 0;
	bool han = false;

	for (uint32_t c; (c = peek(&r, &used)) != 0 && chars <= PREFIX_MAX; chars++) {
		han = han || utf8_is_han(c);
		r.at += used;
	}
	return han && chars <= PREFIX_MAX;
}

bool docnumber_find(struct arena *arena, const char *text, size_t from, size_t *start,
		    size_t *end, struct docnumber *out)
{
	struct reader r = { .text = text, .len = strlen(text), .at = from };
	const size_t sign = strlen("号");
	/* Where the run of prefix characters began; 号 of a number before belongs to it. */
	size_t run = from >= sign && !memcmp(text + from - sign, "号", sign) ? from - sign
									     : from;
	size_t used;

	/* Each ends in it, and most texts have none. */
	if (!strstr(text + from, "号"))
		return false;
	for (uint32_t c; (c = peek(&r, &used)) != 0; r.at += used) {
		struct docnumber number = { 0 };
		struct reader tail = r;
		size_t run_end = r.at;
		size_t first;

		if (is_prefix_char(c))
			continue;
		if (run_end > run)
			skip_blanks(&tail);
		if (run_end == run || !take_tail(&tail, &number.year, &number.serial)) {
			run = r.at + used;
			continue;
		}
		first = prefix_start(text, run, run_end);
		if (!has_prefix_shape(text, first, run_end)) {
			run = r.at + used;
			continue;
		}
		fill(arena, text + first, run_end - first, tail.at - first, &number);
		*start = first;
		*end = tail.at;
		*out = number;
		return true;
	}
	return false;
}
