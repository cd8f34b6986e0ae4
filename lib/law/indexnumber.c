#include "law/indexnumber.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/utf8.h"

/* A slice of the folded text. */
struct part {
	const char *s;
	size_t len;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_separator(char c)
{
	return c == '-' || c == '/';
}

static int number(struct part part)
{
	int value = 0;

	for (size_t i = 0; i < part.len; i++)
		value = value * 10 + (part.s[i] - '0');
	return value;
}

/* YYYY, YYYYMM or YYYYMMDD. */
static bool read_time(struct part part, int *year, int *month)
{
	int y, m = 1, d = 1;

	if (part.len != 4 && part.len != 6 && part.len != 8)
		return false;
	for (size_t i = 0; i < part.len; i++)
		if (!is_digit(part.s[i]))
			return false;
	y = number((struct part){ part.s, 4 });
	if (part.len >= 6)
		m = number((struct part){ part.s + 4, 2 });
	if (part.len == 8)
		d = number((struct part){ part.s + 6, 2 });
	if (!date_is_valid(y, m, d))
		return false;
	*year = y;
	*month = part.len > 4 ? m : 0;
	return true;
}

static struct part part_at(const char *s, size_t at)
{
	return (struct part){ s + at, strcspn(s + at, "-/") };
}

/* The code of the common form: letters and digits, hyphens only inside (01526096-4). */
static bool is_common_code(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!is_digit(s[i]) && !is_letter(s[i]) && s[i] != '-')
			return false;
	return !len || (s[0] != '-' && s[len - 1] != '-');
}

static bool parse_common(struct arena *arena, const char *s, struct indexnumber *out)
{
	const char *slash = strchr(s, '/');
	struct part time, serial;
	size_t code_len;

	if (!slash || !is_common_code(s, (size_t)(slash - s)))
		return false;
	code_len = (size_t)(slash - s);
	time = part_at(slash, 1);
	if (time.s[time.len] != '-' || time.len > 6)
		return false;
	serial = part_at(time.s, time.len + 1);
	if (!serial.len || serial.s[serial.len] ||
	    strspn(serial.s, "0123456789") != serial.len)
		return false;
	if (!read_time(time, &out->year, &out->month))
		return false;
	out->form = code_len ? INDEX_COMMON : INDEX_CODE_MISSING;
	out->code = arena_strndup(arena, s, code_len);
	out->serial = arena_strndup(arena, serial.s, serial.len);
	return true;
}

/* Code and serial lie around the last part that is a year; without one they are unknown. */
static void parse_local(struct arena *arena, const char *s, struct indexnumber *out)
{
	size_t last = 0;

	out->form = INDEX_LOCAL;
	for (size_t i = 0; s[i]; i++)
		if (is_separator(s[i]))
			last = i + 1;
	for (size_t at = 0; at < last; at += part_at(s, at).len + 1) {
		size_t code_len = at;

		if (!at || !read_time(part_at(s, at), &out->year, &out->month))
			continue;
		while (code_len && is_separator(s[code_len - 1]))
			code_len--;
		out->code = arena_strndup(arena, s, code_len);
		out->serial = arena_strndup(arena, s + last, strlen(s + last));
	}
}

/* Letters, digits, - and / with at least one digit. */
static bool is_readable(const char *s)
{
	bool digit = false;

	for (; *s; s++) {
		if (!is_digit(*s) && !is_letter(*s) && !is_separator(*s))
			return false;
		digit = digit || is_digit(*s);
	}
	return digit;
}

struct indexnumber indexnumber_parse(struct arena *arena, const char *text)
{
	struct indexnumber out = { .form = INDEX_UNREADABLE, .code = "", .serial = "" };
	auto_buf folded = BUF_INIT;
	size_t len;
	const char *trimmed = utf8_trim(text, strlen(text), &len);

	utf8_fold_width(&folded, trimmed, len);
	if (!is_readable(folded.s))
		return out;
	if (!parse_common(arena, folded.s, &out))
		parse_local(arena, folded.s, &out);
	return out;
}

const char *indexnumber_make(struct arena *arena, const char *code, const char *id)
{
	auto_buf text = BUF_INIT;

	buf_addf(&text, "%s/%s", code, id);
	return buf_dup(&text, arena);
}
