#include <string.h>

#include "law/personal_private.h"

enum {
	BLANKS_IN_NUMBER = 4,
	INDENT_MAX = 80, /* behind a line break: an indented block */
	SIGNS_MAX = 2,   /* —— is one dash of two characters */
};

/* Bytes of the word when it stands at `at`, else 0.  It differs in its first bytes mostly. */
static inline size_t begins(struct personal_text text, size_t at, const char *word)
{
	size_t len = 0;

	while (word[len]) {
		if (at + len >= text.len || text.s[at + len] != word[len])
			return 0;
		len++;
	}
	return len;
}

/* A full-width form of ASCII, U+FF01 to U+FF5E; 0 when none is there. */
static char narrow(struct personal_text text, size_t at)
{
	unsigned char second;
	unsigned char third;

	if (at + 3 > text.len || (unsigned char)text.s[at] != 0xEF)
		return 0;
	second = (unsigned char)text.s[at + 1];
	third = (unsigned char)text.s[at + 2];
	if (second == 0xBC && third >= 0x81 && third <= 0xBF)
		return (char)(third - 0x81 + '!');
	if (second == 0xBD && third >= 0x80 && third <= 0x9E)
		return (char)(third - 0x80 + '`');
	return 0;
}

/* The character at `at` as ASCII where it is that, full-width or not; else 0. */
static char plain(struct personal_text text, size_t at, size_t *used)
{
	*used = 1;
	if (at >= text.len)
		return 0;
	if ((unsigned char)text.s[at] < 0x80)
		return text.s[at];
	*used = 3;
	return narrow(text, at);
}

size_t personal_digit(struct personal_text text, size_t at, char *digit)
{
	size_t used;
	char c = plain(text, at, &used);

	if (c < '0' || c > '9')
		return 0;
	*digit = c;
	return used;
}

size_t personal_letter(struct personal_text text, size_t at, char *letter)
{
	size_t used;
	char c = plain(text, at, &used);

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (c < 'A' || c > 'Z')
		return 0;
	*letter = c;
	return used;
}

size_t personal_before(struct personal_text text, size_t at)
{
	const size_t least = at > 4 ? at - 4 : 0;

	while (at > least && ((unsigned char)text.s[--at] & 0xC0U) == 0x80U)
		;
	return at;
}

/* Blanks wide, narrow, unbroken and of no width. */
static size_t blank_at(struct personal_text text, size_t at)
{
	unsigned char third;

	if (at >= text.len)
		return 0;
	if (text.s[at] == ' ' || text.s[at] == '\t' || text.s[at] == '\r')
		return 1;
	if ((unsigned char)text.s[at] < 0x80)
		return 0;
	if (begins(text, at, "\xC2\xA0") || begins(text, at, "\xC2\xAD"))
		return 2;
	if (begins(text, at, "\xE3\x80\x80") || begins(text, at, "\xEF\xBB\xBF"))
		return 3;
	if (!begins(text, at, "\xE2\x80") || at + 3 > text.len)
		return 0;
	third = (unsigned char)text.s[at + 2];
	return (third >= 0x80 && third <= 0x8F) || third == 0xAF ? 3 : 0;
}

size_t personal_skip_blanks(struct personal_text text, size_t at, unsigned int max)
{
	size_t used;

	while (max-- && (used = blank_at(text, at)) > 0)
		at += used;
	return at;
}

size_t personal_skip_sign(struct personal_text text, size_t at)
{
	static const char *const signs[] = { "·", "•", "・", "．", "－", "﹣", "−",
					     "‐", "‑", "‒",  "–",  "—",  "―",  "‧" };

	if (at >= text.len)
		return at;
	if (text.s[at] == '-' || text.s[at] == '.')
		return at + 1;
	if ((unsigned char)text.s[at] < 0x80)
		return at;
	return at + WORD_AT(text, at, signs);
}

size_t personal_word_at(struct personal_text text, size_t at, const char *const *words,
			size_t count)
{
	size_t best = 0;

	for (size_t i = 0; i < count; i++) {
		size_t len = begins(text, at, words[i]);

		if (len > best)
			best = len;
	}
	return best;
}

size_t personal_word_before(struct personal_text text, size_t at,
			    const char *const *words, size_t count)
{
	const struct personal_text part = { text.s, at };
	size_t best = 0;

	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(words[i]);

		if (len > best && len <= at && begins(part, at - len, words[i]))
			best = len;
	}
	return best;
}

bool personal_is_one_of(struct personal_text text, size_t at, const char *chars)
{
	const char *s = text.s + at;

	if (at + 3 > text.len)
		return false;
	for (; *chars; chars += 3)
		if (chars[2] == s[2] && chars[1] == s[1] && chars[0] == s[0])
			return true;
	return false;
}

/* The place behind characters of no width: what is pasted from pages has them anywhere. */
static size_t skip_invisible(struct personal_text text, size_t at)
{
	static const char *const invisible[] = { "\xE2\x80\x8B", "\xE2\x80\x8C",
						 "\xE2\x80\x8D", "\xE2\x81\xA0",
						 "\xEF\xBB\xBF", "\xC2\xAD" };
	enum { INVISIBLE_MAX = 4 };

	for (int i = 0; i < INVISIBLE_MAX && at < text.len; i++) {
		if ((unsigned char)text.s[at] < 0x80)
			break;
		at += WORD_AT(text, at, invisible);
	}
	return at;
}

/* The place behind a line break, or behind that of a cell of Markdown: <br>; `at` when none is there. */
static size_t skip_break(struct personal_text text, size_t at)
{
	static const char *const breaks[] = { "\n", "<br>", "<br/>", "<br />", "<BR>" };

	if (at >= text.len || (text.s[at] != '\n' && text.s[at] != '<'))
		return at;
	return at + WORD_AT(text, at, breaks);
}

/* The place of the next digit behind a joint, and the sort of it; `at` when none is there. */
static size_t joint_end(struct personal_text text, size_t at, enum personal_joint *joint)
{
	size_t end = personal_skip_blanks(text, at, BLANKS_IN_NUMBER);
	size_t sign;
	size_t next;
	char digit;

	*joint = JOINT_BLANK;
	for (int i = 0; i < SIGNS_MAX; i++, end = sign) {
		sign = personal_skip_sign(text, end);
		if (sign == end)
			break;
		*joint = JOINT_SIGN;
	}
	end = personal_skip_blanks(text, end, BLANKS_IN_NUMBER);
	next = skip_break(text, end);
	if (next > end) {
		*joint = JOINT_LINE;
		end = personal_skip_blanks(text, next, INDENT_MAX);
	}
	return personal_digit(text, end, &digit) ? end : at;
}

/* One group; digits beyond the room of the number are counted and not kept. */
static void read_group(struct personal_number *number, size_t at,
		       enum personal_joint joint)
{
	struct personal_group *group = &number->groups[number->count];
	size_t kept = number->count ? group[-1].total : 0;
	size_t used;
	char digit;

	*group = (struct personal_group){ .start = at, .end = at, .joint = joint };
	for (;; at = skip_invisible(number->text, group->end)) {
		used = personal_digit(number->text, at, &digit);
		if (!used)
			break;
		if (kept < PERSONAL_DIGITS)
			number->digits[kept++] = digit;
		group->end = at + used;
		/* Of a run without end only the first group is read to its end. */
		if (++group->digits > PERSONAL_DIGITS && number->count)
			break;
	}
	number->digits[kept] = '\0';
	group->total = (number->count ? group[-1].total : 0) + group->digits;
	number->count++;
}

/* Whether a hyphen or dot stands before `at`, and a digit before that. */
static bool follows_digit(struct personal_text text, size_t at)
{
	size_t sign = personal_before(text, at);
	char digit;

	if (sign == at || personal_skip_sign(text, sign) != at)
		return false;
	return sign > 0 && personal_digit(text, personal_before(text, sign), &digit) > 0;
}

void personal_number_read(struct personal_text text, size_t at,
			  struct personal_number *out)
{
	enum personal_joint joint = JOINT_BLANK;

	out->text = text;
	out->count = 0;
	out->follows = follows_digit(text, at);
	read_group(out, at, joint);
	while (out->count < PERSONAL_GROUPS) {
		const struct personal_group *last = &out->groups[out->count - 1];

		if (last->total >= PERSONAL_DIGITS)
			return;
		at = joint_end(text, last->end, &joint);
		if (at == last->end)
			return;
		read_group(out, at, joint);
	}
}

size_t personal_number_of(const struct personal_number *number, size_t total)
{
	for (size_t i = 0; i < number->count; i++)
		if (number->groups[i].total >= total)
			return number->groups[i].total == total ? i + 1 : 0;
	return 0;
}

bool personal_number_is_even(const struct personal_number *number, size_t count)
{
	enum personal_joint joint = JOINT_LINE;

	for (size_t i = 1; i < count; i++) {
		if (number->groups[i].joint == JOINT_LINE)
			continue;
		if (joint != JOINT_LINE && joint != number->groups[i].joint)
			return false;
		joint = number->groups[i].joint;
	}
	return true;
}

bool personal_number_is_part(const struct personal_number *number, size_t count)
{
	if (number->follows)
		return true;
	return count < number->count && number->groups[count].joint == JOINT_SIGN;
}
