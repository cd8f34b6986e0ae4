#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"

enum { REPLACEMENT = 0xFFFD, ELLIPSIS = 0x2026, IDEOGRAPHIC_SPACE = 0x3000 };

/* Whether a character of three bytes stands there for certain: most of Han, and their signs. */
static inline bool is_triple(const char *s, size_t len)
{
	const unsigned char first = (unsigned char)s[0];

	return len >= 3 && first >= 0xE1 && first <= 0xEF && first != 0xED &&
	       ((((unsigned char)s[1] ^ 0x80) | ((unsigned char)s[2] ^ 0x80)) & 0xC0) ==
		       0;
}

uint32_t utf8_decode(const char *s, size_t len, size_t *used)
{
	utf8proc_int32_t code;
	utf8proc_ssize_t n;

	if (!len) {
		*used = 0;
		return 0;
	}
	*used = 1;
	if ((unsigned char)*s < 0x80)
		return (unsigned char)*s;
	if (is_triple(s, len)) {
		const unsigned char *bytes = (const unsigned char *)s;

		*used = 3;
		return (bytes[0] & 0x0FU) << 12U | (bytes[1] & 0x3FU) << 6U |
		       (bytes[2] & 0x3FU);
	}
	/* No code point is longer than four bytes. */
	n = utf8proc_iterate((const utf8proc_uint8_t *)s,
			     len < 4 ? (utf8proc_ssize_t)len : 4, &code);
	if (n <= 0)
		return REPLACEMENT;
	*used = (size_t)n;
	return (uint32_t)code;
}

void utf8_add(struct buf *out, uint32_t code)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t n;

	if (!utf8proc_codepoint_valid((utf8proc_int32_t)code))
		code = REPLACEMENT;
	n = utf8proc_encode_char((utf8proc_int32_t)code, bytes);
	assert(n > 0);
	buf_add(out, bytes, (size_t)n);
}

/* A real U+FFFD is three bytes long; a broken sequence is always one. */
static bool is_broken(uint32_t code, size_t used)
{
	return code == REPLACEMENT && used == 1;
}

/*
 * Bytes of the pairs of three-byte characters at `s`, as far as a word can be read at once.
 * A mask of bytes holds in either order of them.
 */
static size_t triples(const char *s, size_t len)
{
	static const unsigned char mask_bytes[8] = { 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0 };
	static const unsigned char want_bytes[8] = { 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80 };
	const char *end = s + len;
	const char *at = s;
	uint64_t mask;
	uint64_t want;
	uint64_t word;

	memcpy(&mask, mask_bytes, sizeof(mask));
	memcpy(&want, want_bytes, sizeof(want));
	for (; end - at >= 8; at += 6) {
		memcpy(&word, at, sizeof(word));
		if ((word & mask) != want || at[0] == '\xE0' || at[0] == '\xED' ||
		    at[3] == '\xE0' || at[3] == '\xED')
			break;
	}
	return (size_t)(at - s);
}

/* Bytes of the ASCII at `s`, in whole words. */
static size_t ascii_words(const char *s, size_t len)
{
	uint64_t word;
	size_t at = 0;

	for (; at + sizeof(word) <= len; at += sizeof(word)) {
		memcpy(&word, s + at, sizeof(word));
		if (word & UINT64_C(0x8080808080808080))
			break;
	}
	return at;
}

size_t utf8_valid_prefix(const char *s, size_t len)
{
	size_t at = 0;

	while (at < len) {
		size_t used = 1;

		at += triples(s + at, len - at);
		at += ascii_words(s + at, len - at);
		while (at < len && is_triple(s + at, len - at))
			at += 3;
		if (at == len)
			break;
		if ((unsigned char)s[at] >= 0x80) {
			uint32_t code = utf8_decode(s + at, len - at, &used);

			if (is_broken(code, used))
				break;
		}
		at += used;
	}
	return at;
}

size_t utf8_count(const char *s, size_t len)
{
	size_t count = 0;

	for (size_t at = 0, used; at < len; at += used, count++)
		(void)utf8_decode(s + at, len - at, &used);
	return count;
}

static size_t code_width(uint32_t code)
{
	int width = utf8proc_charwidth((utf8proc_int32_t)code);

	return width > 0 ? (size_t)width : 0;
}

size_t utf8_width_n(const char *s, size_t len)
{
	size_t columns = 0;

	for (size_t at = 0, used; at < len; at += used)
		columns += code_width(utf8_decode(s + at, len - at, &used));
	return columns;
}

size_t utf8_width(const char *s)
{
	return utf8_width_n(s, strlen(s));
}

size_t utf8_fit(const char *s, size_t columns)
{
	size_t len = strlen(s);
	size_t at = 0;

	while (at < len) {
		size_t used;
		size_t width = code_width(utf8_decode(s + at, len - at, &used));

		if (width > columns)
			break;
		columns -= width;
		at += used;
	}
	return at;
}

static bool begins_with_any(const char *text, const char *const *signs, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(text, signs[i], strlen(signs[i])) == 0)
			return true;
	return false;
}

/* What Chinese typesetting keeps from the start of a line, and from its end. */
static bool is_closing(const char *text)
{
	static const char *const signs[] = { "、", "，", "。", "；", "：", "？",
					     "！", "）", "”",  "》", "…" };

	return begins_with_any(text, signs, ARRAY_LEN(signs));
}

static bool is_opening(const char *text)
{
	static const char *const signs[] = { "（", "“", "《" };

	return begins_with_any(text, signs, ARRAY_LEN(signs));
}

/* A line may end at a blank, and between two characters of which one is no ASCII. */
static bool may_break(const char *text, size_t before, size_t at)
{
	if (text[at] == ' ' || text[before] == ' ')
		return text[at] == ' ';
	if ((unsigned char)text[at] < 0x80 && (unsigned char)text[before] < 0x80)
		return false;
	return !is_closing(text + at) && !is_opening(text + before);
}

size_t utf8_fit_line(const char *s, size_t columns)
{
	size_t fit = utf8_fit(s, columns);
	size_t len = strlen(s);
	size_t best = 0;
	size_t before = 0;

	if (fit == len)
		return fit;
	for (size_t at = 0, used; at <= fit; at += used) {
		if (at > 0 && may_break(s, before, at))
			best = at;
		before = at;
		(void)utf8_decode(s + at, len - at, &used);
	}
	return best > 0 ? best : fit;
}

void utf8_add_fitted(struct buf *out, const char *s, size_t columns, bool pad)
{
	size_t width = utf8_width(s);

	if (width <= columns) {
		buf_adds(out, s);
	} else if (columns) {
		size_t fit = utf8_fit(s, columns - 1);

		buf_add(out, s, fit);
		utf8_add(out, ELLIPSIS);
		width = utf8_width_n(s, fit) + 1;
	}
	for (; pad && width < columns; width++)
		buf_addc(out, ' ');
}

void utf8_fold_width(struct buf *out, const char *s, size_t len)
{
	for (size_t at = 0, used; at < len; at += used) {
		uint32_t code = utf8_decode(s + at, len - at, &used);

		if (code >= 0xFF01 && code <= 0xFF5E)
			buf_addc(out, (char)(code - 0xFF01 + '!'));
		else if (code == IDEOGRAPHIC_SPACE)
			buf_addc(out, ' ');
		else
			buf_add(out, s + at, used);
	}
}

/* Appends one stretch of valid text as utf8proc maps it. */
static void map_valid(struct buf *out, const char *s, size_t len,
		      utf8proc_option_t options)
{
	utf8proc_uint8_t *mapped = NULL;
	utf8proc_ssize_t n;

	if (!len)
		return;
	n = utf8proc_map((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)len, &mapped,
			 options);
	/* Of what utf8proc can report only this is left for valid text and fixed options. */
	if (n < 0)
		out_of_memory();
	buf_add(out, mapped, (size_t)n);
	free(mapped);
}

/* Maps the valid stretches; each broken byte between them becomes `broken`, or stays. */
static void map(struct buf *out, const char *s, size_t len, utf8proc_option_t options,
		const char *broken)
{
	while (len) {
		size_t valid = utf8_valid_prefix(s, len);

		map_valid(out, s, valid, options);
		s += valid;
		len -= valid;
		if (!len)
			break;
		if (broken)
			buf_adds(out, broken);
		else
			buf_addc(out, *s);
		s++;
		len--;
	}
}

static bool is_ascii(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)s[i] >= 0x80)
			return false;
	}
	return true;
}

void utf8_nfc(struct buf *out, const char *s, size_t len)
{
	if (is_ascii(s, len))
		buf_add(out, s, len);
	else
		map(out, s, len, UTF8PROC_STABLE | UTF8PROC_COMPOSE, NULL);
}

/* Characters that are their own folding and never join what follows: ASCII and the unified Han. */
static bool is_plain(const char *s, size_t len, size_t *used)
{
	unsigned char first = (unsigned char)s[0];

	*used = 1;
	if (first < 0x80)
		return true;
	*used = 3;
	/* U+4E00 to U+9FFF is E4 B8 80 to E9 BF BF. */
	return len >= 3 && first >= 0xE4 && first <= 0xE9 &&
	       (first != 0xE4 || (unsigned char)s[1] >= 0xB8) &&
	       ((unsigned char)s[1] & 0xC0) == 0x80 &&
	       ((unsigned char)s[2] & 0xC0) == 0x80;
}

/* Bytes of the plain text at `s`; its last character is left out where a mark could join it. */
static size_t plain_prefix(const char *s, size_t len)
{
	size_t at = 0;
	size_t last = 0;
	size_t used;

	while (at < len && is_plain(s + at, len - at, &used)) {
		last = at;
		at += used;
	}
	return at < len ? last : at;
}

static void add_lower(struct buf *out, const char *s, size_t len)
{
	size_t start = out->len;

	buf_add(out, s, len);
	for (size_t i = start; i < out->len; i++)
		if (out->s[i] >= 'A' && out->s[i] <= 'Z')
			out->s[i] = (char)(out->s[i] - 'A' + 'a');
}

/* Most text is plain: only the rest is worth the way through utf8proc. */
void utf8_fold_search(struct buf *out, const char *s, size_t len)
{
	while (len) {
		size_t plain = plain_prefix(s, len);
		size_t rest = plain;
		size_t used;

		add_lower(out, s, plain);
		/* What is not plain, with the character before it, up to where it is plain again. */
		while (rest < len &&
		       (rest == plain || !is_plain(s + rest, len - rest, &used))) {
			if (is_plain(s + rest, len - rest, &used))
				rest += used;
			else
				rest += 1;
		}
		map(out, s + plain, rest - plain,
		    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
			    UTF8PROC_CASEFOLD,
		    "\xEF\xBF\xBD");
		s += rest;
		len -= rest;
	}
}

bool utf8_is_han(uint32_t code)
{
	static const struct range {
		uint32_t first;
		uint32_t last;
	} ranges[] = {
		{ 0x3005, 0x3007 },   /* 々 〆 〇 */
		{ 0x3400, 0x4DBF },   /* extension A */
		{ 0x4E00, 0x9FFF },   /* the unified ideographs */
		{ 0xF900, 0xFAFF },   /* compatibility ideographs */
		{ 0x20000, 0x3FFFD }, /* planes 2 and 3 */
	};

	for (size_t i = 0; i < ARRAY_LEN(ranges); i++) {
		if (code <= ranges[i].last)
			return code >= ranges[i].first;
	}
	return false;
}

bool utf8_is_word(uint32_t code)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);

	/* Letters, marks and numbers stand together at the start of utf8proc's list. */
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

/* Bytes of the blank that stands at `at`, and of the one that ends there; 0 when none does. */
static size_t blank_at(const char *s, size_t at, size_t len)
{
	static const char *const wide[] = { "\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF" };

	if (at >= len)
		return 0;
	if ((unsigned char)s[at] < 0x80)
		return s[at] == ' ' || s[at] == '\t' || s[at] == '\n' || s[at] == '\r';
	for (size_t i = 0; i < ARRAY_LEN(wide); i++) {
		const size_t n = strlen(wide[i]);

		if (s[at] == wide[i][0] && n <= len - at && !memcmp(s + at, wide[i], n))
			return n;
	}
	return 0;
}

static size_t blank_before(const char *s, size_t first, size_t at)
{
	for (size_t n = 1; n <= 3 && n <= at - first; n++)
		if (blank_at(s, at - n, at) == n)
			return n;
	return 0;
}

/* No byte that begins a blank goes on another character: it may be looked for from both ends. */
const char *utf8_trim(const char *s, size_t len, size_t *out_len)
{
	size_t first = 0;
	size_t end = len;
	size_t n;

	while ((n = blank_at(s, first, len)) > 0)
		first += n;
	while ((n = blank_before(s, first, end)) > 0)
		end -= n;
	*out_len = end - first;
	return s + first;
}
