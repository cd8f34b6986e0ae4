#include "law/personal.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "law/personal_private.h"

enum { BLOCK = 32 };

/* ---- where something may be ---- */

/* Bytes that begin a digit or an @, ASCII or full-width, or end a door (号, 室). */
static bool is_sign_pair(unsigned char c, unsigned char next)
{
	if ((unsigned char)(c - '0') <= 9 || c == '@')
		return true;
	return (c == 0xBC && (unsigned char)(next - 0x90) <= 0x10) ||
	       (c == 0x8F && next == 0xB7) || (c == 0xAE && next == 0xA4);
}

/* Whether one of the block's bytes does; without branches, many bytes at once. */
static bool has_sign(const unsigned char *s)
{
	unsigned char found = 0;

	for (size_t i = 0; i < BLOCK; i++) {
		unsigned char c = s[i];
		unsigned char next = s[i + 1];

		found |= (unsigned char)((unsigned char)(c - '0') <= 9) |
			 (unsigned char)(c == '@') |
			 (unsigned char)((c == 0xBC) &
					 ((unsigned char)(next - 0x90) <= 0x10)) |
			 (unsigned char)((c == 0x8F) & (next == 0xB7)) |
			 (unsigned char)((c == 0xAE) & (next == 0xA4));
	}
	return found;
}

static size_t next_sign(struct personal_text text, size_t at)
{
	const unsigned char *s = (const unsigned char *)text.s;

	for (; at < text.len; at++) {
		while (text.len - at > BLOCK && !has_sign(s + at))
			at += BLOCK;
		for (size_t i = 0; i < BLOCK && at < text.len; i++, at++)
			if (is_sign_pair(s[at], at + 1 < text.len ? s[at + 1] : 0))
				return s[at] < 0x80 ? at : at - 1;
		at--;
	}
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
	struct personal_number number;
	char c;

	personal_number_read(text, at, &number);
	*next = number.groups[0].end;
	if (number.groups[number.count - 1].total < 11)
		return false;
	/* The name of a mail box is judged with its domain. */
	if (personal_letter(text, *next, &c) == 0 && *next < text.len &&
	    text.s[*next] == '@')
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

static bool find_at(struct personal_text text, size_t at, size_t from, struct found *out,
		    size_t *next)
{
	char digit;

	if (!personal_digit(text, at, &digit)) {
		bool mail = text.s[at] == '@' || (unsigned char)text.s[at] == 0xEF;

		*next = at + (text.s[at] == '@' ? 1 : 3);
		out->kind = mail ? PERSONAL_MAIL : PERSONAL_ADDRESS;
		return mail ? personal_mail(text, at, from, &out->span)
			    : personal_address(text, at, from, &out->span);
	}
	if (find_number(text, at, out, next))
		return true;
	out->kind = PERSONAL_PLATE;
	if (personal_plate(text, at, &out->span) && out->span.start >= from)
		return true;
	out->kind = PERSONAL_ADDRESS;
	return personal_address(text, at, from, &out->span);
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

	fold(own, &whole);
	if (whole.len <= shown->first + shown->last)
		return "***";
	buf_add(&out, whole.s, shown->first);
	for (size_t i = shown->first + shown->last; i < whole.len; i++)
		buf_addc(&out, '*');
	buf_add(&out, whole.s + whole.len - shown->last, shown->last);
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
