#include "base/numeral.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

enum { NUMBER_MAX = 9999 };

static const char *const digits[] = { "零", "一", "二", "三", "四",
				      "五", "六", "七", "八", "九" };

static const struct {
	const char *word;
	int value;
} units[] = { { "千", 1000 }, { "百", 100 }, { "十", 10 } };

static int digit_at(const char *s, size_t len)
{
	uint32_t code;
	size_t used;

	code = utf8_decode(s, len, &used);
	if (code == 0x3007) /* 〇 */
		return 0;
	if (code == 0x4E24) /* 两 */
		return 2;
	for (size_t i = 0; i < ARRAY_LEN(digits); i++)
		if (len >= used && used == strlen(digits[i]) &&
		    !memcmp(s, digits[i], used))
			return (int)i;
	return -1;
}

static int unit_at(const char *s, size_t len)
{
	for (size_t i = 0; i < ARRAY_LEN(units); i++)
		if (len >= strlen(units[i].word) &&
		    !memcmp(s, units[i].word, strlen(units[i].word)))
			return units[i].value;
	return 0;
}

/* 1 to NUMBER_MAX; 10 to 19 without a leading 一. */
static void add_number(struct buf *out, int n)
{
	bool gap = false;

	if (n >= 10 && n < 20) {
		buf_addf(out, "十%s", n > 10 ? digits[n - 10] : "");
		return;
	}
	for (size_t i = 0; i < ARRAY_LEN(units); i++) {
		int digit = n / units[i].value;

		n %= units[i].value;
		if (digit) {
			buf_addf(out, "%s%s%s", gap ? digits[0] : "", digits[digit],
				 units[i].word);
			gap = false;
		} else {
			gap = out->len > 0;
		}
	}
	if (n)
		buf_addf(out, "%s%s", gap ? digits[0] : "", digits[n]);
}

/* What a number of signs says, right or wrong: 二百零一, or place by place 二〇一八. */
struct reading {
	struct buf *plain; /* the signs with 〇 and 两 as 零 and 二 */
	int total;
	int pending;
	int chars;
	bool has_unit;
};

static bool add_sign(struct reading *r, const char *s, size_t len)
{
	int digit = digit_at(s, len);
	int unit = unit_at(s, len);

	if (digit >= 0) {
		buf_adds(r->plain, digits[digit]);
		r->pending = r->has_unit ? digit : r->pending * 10 + digit;
	} else if (unit) {
		buf_add(r->plain, s, strlen(digits[0]));
		r->total += (r->chars ? r->pending : 1) * unit;
		r->pending = 0;
		r->has_unit = true;
	}
	r->chars++;
	return (digit >= 0 || unit) && r->chars <= 8 && r->pending <= NUMBER_MAX;
}

/* A wrong order of signs shows in that the right way of writing its value differs. */
static int read_chinese(const char *text, size_t len)
{
	auto_buf plain = BUF_INIT;
	auto_buf right = BUF_INIT;
	struct reading r = { .plain = &plain };
	const char *written;
	size_t used;
	int value;

	for (size_t at = 0; at < len; at += used) {
		(void)utf8_decode(text + at, len - at, &used);
		if (!add_sign(&r, text + at, len - at))
			return 0;
	}
	value = r.total + r.pending;
	if (value < 1 || value > NUMBER_MAX)
		return 0;
	if (!r.has_unit)
		return value;
	add_number(&right, value);
	written = strncmp(plain.s, "一十", strlen("一十")) ? plain.s
							   : plain.s + strlen("一");
	return strcmp(written, right.s) ? 0 : value;
}

int chinese_number(const char *text, size_t len)
{
	auto_buf folded = BUF_INIT;
	int value = 0;

	utf8_fold_width(&folded, text, len);
	if (!folded.len || strspn(folded.s, "0123456789") != folded.len)
		return read_chinese(folded.s, folded.len);
	for (size_t i = 0; i < folded.len; i++) {
		value = value * 10 + (folded.s[i] - '0');
		if (value > NUMBER_MAX)
			return 0;
	}
	return value;
}

const char *chinese_number_text(struct arena *arena, int n)
{
	auto_buf text = BUF_INIT;

	if (n < 1 || n > NUMBER_MAX)
		buf_addf(&text, "%d", n);
	else
		add_number(&text, n);
	return buf_dup(&text, arena);
}
