#include "law/personal.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/buf.h"
#include "base/utf8.h"
#include "law/personal_private.h"

enum { BLOCK = 32 };

/* ---- where something may be ---- */

/*
 * A digit or an @, ASCII or full-width, or 号 or 室, which end a door.  Written without
 * branches, so that compilers look at many bytes at once.
 */
static inline bool is_sign(const unsigned char *s)
{
	const unsigned char c = s[0];
	const bool ascii = ((unsigned char)(c - '0') <= 9) | (c == '@');
	const bool wide = (c == 0xEF) & (s[1] == 0xBC) &
			  (((unsigned char)(s[2] - 0x90) <= 9) | (s[2] == 0xA0));
	const bool door = (c == 0xE5) & (((s[1] == 0x8F) & (s[2] == 0xB7)) |
					 ((s[1] == 0xAE) & (s[2] == 0xA4)));

	return ascii | wide | door;
}

#ifdef __SSE2__
/* A bit for each of 16 bytes, of which two more can be read: those that is_sign() tells. */
static inline unsigned int signs_of(const unsigned char *s)
{
	__m128i a;
	__m128i b;
	__m128i c;
	__m128i sign;
	__m128i wide;

	memcpy(&a, s, sizeof(a));
	memcpy(&b, s + 1, sizeof(b));
	memcpy(&c, s + 2, sizeof(c));
#define IS(bytes, byte) _mm_cmpeq_epi8((bytes), _mm_set1_epi8((char)(byte)))
#define IS_DIGIT(bytes, zero)                                                            \
	_mm_cmpeq_epi8(_mm_subs_epu8(_mm_sub_epi8((bytes), _mm_set1_epi8((char)(zero))), \
				     _mm_set1_epi8(9)),                                  \
		       _mm_setzero_si128())
	sign = _mm_or_si128(IS_DIGIT(a, '0'), IS(a, '@'));
	wide = _mm_and_si128(_mm_or_si128(IS_DIGIT(c, 0x90), IS(c, 0xA0)),
			     _mm_and_si128(IS(a, 0xEF), IS(b, 0xBC)));
	sign = _mm_or_si128(sign, wide);
	wide = _mm_or_si128(_mm_and_si128(IS(b, 0x8F), IS(c, 0xB7)),
			    _mm_and_si128(IS(b, 0xAE), IS(c, 0xA4)));
	sign = _mm_or_si128(sign, _mm_and_si128(wide, IS(a, 0xE5)));
#undef IS
#undef IS_DIGIT
	return (unsigned int)_mm_movemask_epi8(sign);
}

static size_t first_of(const unsigned char *s)
{
	const unsigned int signs = signs_of(s) | signs_of(s + BLOCK / 2) << BLOCK / 2;

	return signs ? (size_t)__builtin_ctz(signs) : BLOCK;
}
#else
/* Where in the block the first sign stands; BLOCK when none does. */
static size_t first_of(const unsigned char *s)
{
	unsigned char found = 0;
	size_t at = 0;

	for (size_t i = 0; i < BLOCK; i++)
		found |= is_sign(s + i);
	while (found && !is_sign(s + at))
		at++;
	return found ? at : BLOCK;
}
#endif

static size_t next_sign(struct personal_text text, size_t at)
{
	enum { LOOKED_AT = 3 };
	const unsigned char *s = (const unsigned char *)text.s;
	unsigned char last[2 * LOOKED_AT] = { 0 };
	size_t left;

	while (text.len - at >= BLOCK + LOOKED_AT) {
		const size_t first = first_of(s + at);

		at += first;
		if (first < BLOCK)
			return at;
	}
	for (; text.len - at >= LOOKED_AT; at++)
		if ((s[at] <= '@' || s[at] >= 0xE5) && is_sign(s + at))
			return at;
	/* The last two bytes, with nothing behind them. */
	left = text.len - at;
	memcpy(last, s + at, left);
	for (size_t i = 0; i < left; i++)
		if (is_sign(last + i))
			return at + i;
	return text.len;
}

/* ---- what it is ---- */

struct found {
	enum personal_kind kind;
	struct personal_span span;
};

/* The number at `at` by itself; *next where to look on when it is none. */
static bool find_number(struct personal_text text, size_t at, struct found *out,
			size_t *next)
{
	static const char *const ats[] = { "@", "＠" };
	struct personal_number number;

	personal_number_read(text, at, &number);
	*next = number.groups[0].end;
	if (number.groups[number.count - 1].total < 11)
		return false;
	/* The name of a mail box is judged with its domain. */
	if (WORD_AT(text, *next, ats))
		return false;
	out->kind = PERSONAL_IDENTITY;
	if (personal_identity(&number, &out->span))
		return !personal_is_in_url(text, at);
	out->kind = PERSONAL_MOBILE;
	if (personal_phone(&number, &out->span))
		return true;
	out->kind = PERSONAL_BANK_CARD;
	return personal_card(&number, &out->span);
}

/* At 号 or 室, or at an @. */
static bool find_sign(struct personal_text text, size_t at, size_t from,
		      struct found *out, size_t *next)
{
	bool mail = text.s[at] == '@' || (unsigned char)text.s[at] == 0xEF;

	*next = at + (text.s[at] == '@' ? 1 : 3);
	out->kind = mail ? PERSONAL_MAIL : PERSONAL_ADDRESS;
	if (mail)
		return personal_mail(text, at, from, &out->span);
	return personal_may_be_address(text, at) &&
	       personal_address(text, at, from, &out->span);
}

/* ---- what most digits are ---- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Behind the day 2018-07-04 at `at`, or behind the digest there; `at` when it is neither. */
static size_t skip_known(struct personal_text text, size_t at)
{
	enum { DAY = 10, DIGEST_MIN = 40 };
	const char *s = text.s + at;
	const size_t left = text.len - at;
	size_t end = 0;

	if (left > DAY && s[4] == '-' && s[7] == '-' && is_digit(s[1]) &&
	    is_digit(s[2]) && is_digit(s[3]) && is_digit(s[5]) && is_digit(s[6]) &&
	    is_digit(s[8]) && is_digit(s[9]) && !is_digit(s[DAY]) &&
	    !strchr("-. ", s[DAY]))
		return at + DAY;
	while (end < left && (is_digit(s[end]) || (s[end] >= 'a' && s[end] <= 'f')))
		end++;
	return end >= DIGEST_MIN ? at + end : at;
}

/* Whether what stands behind digits may join them to others: a blank, a sign, a full-width digit. */
static bool may_go_on(struct personal_text text, size_t at)
{
	const unsigned char c = (unsigned char)text.s[at];
	unsigned char third;

	if (c < 0x80)
		return strchr(" \t\r\n-.@<", text.s[at]) != NULL;
	if (c < 0xE2 || at + 3 > text.len)
		return c == 0xC2;
	third = (unsigned char)text.s[at + 2];
	switch (c) {
	case 0xE2: /* dashes, narrow blanks */
		return true;
	case 0xE3: /* the wide blank, ・ */
		return third == 0x80 || third == 0xBB;
	case 0xEF:
		return (third >= 0x8D && third <= 0x99) || third == 0xBF || third == 0xA3;
	default:
		return false;
	}
}

/* The end of the digits at `at`, where they are few and nothing is joined to them; else 0. */
static size_t few_digits_end(struct personal_text text, size_t at)
{
	enum { FEW = 10, BETWEEN = 8 };
	size_t end = at;
	size_t behind;

	while (end < text.len && is_digit(text.s[end]))
		end++;
	if (end == at || end - at > FEW)
		return 0;
	/* A blank or sign joins nothing when what stands behind it is no digit. */
	for (behind = end; behind < text.len && behind - end < BETWEEN; behind++)
		if (!text.s[behind] || !strchr(" \t-.", text.s[behind]))
			break;
	if (behind >= text.len || may_go_on(text, behind) ||
	    (behind > end && is_digit(text.s[behind])))
		return 0;
	return end;
}

/*
 * The end of 第3号 and of 〕3号 from the number on: a chain of one door behind what is no name.
 * `at` when something may go on behind it.
 */
static size_t skip_ordinal(struct personal_text text, size_t at, size_t end)
{
	enum { SIZE = 3, DIGITS = 5 };
	static const char goes_on[] = "楼房室院一二三四五六七八九十百零〇两";
	const size_t behind = end + SIZE;
	const char *s = text.s;

	if (at < SIZE || end - at > DIGITS || behind + SIZE > text.len ||
	    memcmp(s + end, "号", SIZE) != 0 ||
	    (memcmp(s + at - SIZE, "第", SIZE) != 0 &&
	     memcmp(s + at - SIZE, "〕", SIZE) != 0))
		return at;
	if ((unsigned char)s[behind] < 0x80
		    ? s[behind] != '\n' && s[behind] != ',' && s[behind] != ']'
		    : (unsigned char)s[behind] < 0xE4 ||
			      (unsigned char)s[behind] > 0xE9 ||
			      personal_is_one_of(text, behind, goes_on))
		return at;
	return behind;
}

/* A cheap look: a letter stands before the digit, or a sign or blank that is no figure's. */
static bool may_be_plate(struct personal_text text, size_t at)
{
	enum { SHORTEST = 4 };
	const char *s = text.s + at;

	if (at < SHORTEST || is_digit(s[-1]))
		return false;
	if (is_letter(s[-1]))
		return true;
	if ((unsigned char)s[-1] < 0x80)
		return strchr("-. ", s[-1]) &&
		       (is_letter(s[-2]) || (unsigned char)s[-2] >= 0x80);
	/* Full-width letters and dots; Han begins with other bytes. */
	return (unsigned char)s[-3] == 0xEF || (unsigned char)s[-3] == 0xE2 ||
	       (unsigned char)s[-2] == 0xC2 || memcmp(s - 3, "\xE3\x83", 2) == 0;
}

static bool find_at(struct personal_text text, size_t at, size_t from, struct found *out,
		    size_t *next)
{
	char digit;
	size_t end;

	if (!personal_digit(text, at, &digit))
		return find_sign(text, at, from, out, next);
	*next = skip_known(text, at);
	if (*next > at)
		return false;
	*next = few_digits_end(text, at);
	if (!*next && find_number(text, at, out, next))
		return true;
	end = skip_ordinal(text, at, *next);
	if (end > at) {
		*next = end;
		return false;
	}
	out->kind = PERSONAL_PLATE;
	if (may_be_plate(text, at) && personal_plate(text, at, &out->span) &&
	    out->span.start >= from)
		return true;
	out->kind = PERSONAL_ADDRESS;
	return personal_may_be_address(text, at) &&
	       personal_address(text, at, from, &out->span);
}

/* ---- what belongs to the office ---- */

/* As it is compared: ASCII for full-width, lower case, no blanks, hyphens or dots. */
static void fold(struct personal_text text, struct buf *out)
{
	size_t at = 0;

	while (at < text.len) {
		size_t next = personal_skip_sign(text, personal_skip_blanks(text, at, 1));
		size_t used;
		char c;

		if (next > at) {
			at = next;
			continue;
		}
		used = personal_digit(text, at, &c);
		if (!used)
			used = personal_letter(text, at, &c);
		if (used)
			buf_addc(out, c);
		else if (text.s[at] != '\n')
			buf_addc(out, text.s[at]);
		at += used ? used : 1;
	}
}

static bool is_allowed(struct personal_text text, const struct found *found,
		       const struct personal_allowed *allowed)
{
	struct personal_text own = { text.s + found->span.start,
				     found->span.end - found->span.start };
	auto_buf folded = BUF_INIT;
	auto_buf other = BUF_INIT;

	if (!allowed)
		return false;
	if (allowed->contacts &&
	    (found->kind == PERSONAL_MOBILE || found->kind == PERSONAL_MAIL))
		return true;
	if (!allowed->texts || !allowed->texts->count)
		return false;
	fold(own, &folded);
	for (size_t i = 0; i < allowed->texts->count; i++) {
		const char *one = allowed->texts->items[i];

		buf_reset(&other);
		fold((struct personal_text){ one, strlen(one) }, &other);
		if (strstr(other.s, folded.s))
			return true;
	}
	return false;
}

/* ---- what is shown of it ---- */

/* Bytes of the folded number that are shown at either end; stars stand for the rest. */
static const struct shown {
	size_t first;
	size_t last;
} shown_of[PERSONAL_KIND_COUNT] = {
	[PERSONAL_IDENTITY] = { 4,
				2 },  /* 6405************34: the province and the place */
	[PERSONAL_MOBILE] = { 3, 4 }, /* 138****5678 */
	[PERSONAL_BANK_CARD] = { 3, 4 }, /* 622************8010 */
	[PERSONAL_PLATE] = { 4, 0 },     /* 宁E***** */
};

static const char *mask_number(struct arena *arena, struct personal_text own,
			       enum personal_kind kind)
{
	const struct shown *shown = &shown_of[kind];
	auto_buf whole = BUF_INIT;
	auto_buf out = BUF_INIT;
	size_t end;

	fold(own, &whole);
	if (whole.len <= shown->first + shown->last)
		return "***";
	end = whole.len - shown->last;
	while (end < whole.len && ((unsigned char)whole.s[end] & 0xC0U) == 0x80U)
		end++;
	buf_add(&out, whole.s, shown->first);
	for (size_t i = shown->first; i < end; i++)
		buf_addc(&out, '*');
	buf_add(&out, whole.s + end, whole.len - end);
	return buf_dup(&out, arena);
}

/* z***@qq.com */
static const char *mask_mail(struct arena *arena, struct personal_text own)
{
	const char *sign = memchr(own.s, '@', own.len);
	size_t used;

	(void)utf8_decode(own.s, own.len, &used);
	return arena_printf(arena, "%.*s***%.*s", (int)used, own.s,
			    sign ? (int)(own.s + own.len - sign) : 0, sign ? sign : "");
}

static const char *mask(struct arena *arena, struct personal_text text,
			const struct found *found)
{
	const struct personal_span *span = &found->span;
	struct personal_text own = { text.s + span->start, span->end - span->start };

	switch (found->kind) {
	case PERSONAL_ADDRESS: /* 曹闸村*** */
		return arena_printf(arena, "%.*s***", (int)(span->name - span->start),
				    own.s);
	case PERSONAL_MAIL:
		return mask_mail(arena, own);
	case PERSONAL_IDENTITY:
	case PERSONAL_MOBILE:
	case PERSONAL_BANK_CARD:
	case PERSONAL_PLATE:
	case PERSONAL_KIND_COUNT:
		break;
	}
	return mask_number(arena, own, found->kind);
}

bool personal_next(struct arena *arena, const char *text, size_t len,
		   const struct personal_allowed *allowed, size_t *pos,
		   struct personal_hit *out)
{
	const struct personal_text whole = { text, len };
	size_t at;

	for (size_t from = *pos; (at = next_sign(whole, from)) < len;) {
		struct found found = { .kind = PERSONAL_KIND_COUNT };
		size_t next = at;

		if (!find_at(whole, at, *pos, &found, &next)) {
			from = next;
			continue;
		}
		*pos = from = found.span.end;
		if (is_allowed(whole, &found, allowed))
			continue;
		*out = (struct personal_hit){
			.kind = found.kind,
			.start = found.span.start,
			.end = found.span.end,
			.shown = mask(arena, whole, &found),
		};
		return true;
	}
	*pos = len;
	return false;
}
