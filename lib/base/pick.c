#include "base/pick.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

enum { DIGITS_MAX = 6, LOOSE_LEAST = 2, LATIN_LEAST = 2 };

/* How well a name fits; the best class alone is meant. */
enum fit { FIT_NONE, FIT_LOOSE, FIT_PART, FIT_START, FIT_WHOLE };

struct pick *picks_add(struct arena *arena, struct picks *picks, const char *code,
		       const char *label)
{
	picks->items = array_grow(arena, picks->items, picks->count, &picks->room,
				  sizeof(*picks->items));
	picks->items[picks->count] = (struct pick){ .code = code, .label = label };
	return &picks->items[picks->count++];
}

/* As names are compared: narrow, lower case, without blanks. */
static void fold(struct buf *out, const char *text)
{
	auto_buf folded = BUF_INIT;

	utf8_fold_search(&folded, text, strlen(text));
	for (size_t i = 0; i < folded.len; i++)
		if (folded.s[i] != ' ' && folded.s[i] != '\t')
			buf_addc(out, folded.s[i]);
}

/* Whether the characters of `typed` stand in `name` in their order. */
static bool is_loose(const char *name, const char *typed)
{
	const char *end = name + strlen(name);
	size_t len = strlen(typed);
	size_t used;

	for (size_t at = 0; at < len; at += used) {
		size_t step = 0;

		(void)utf8_decode(typed + at, len - at, &used);
		for (; name < end; name += step) {
			(void)utf8_decode(name, (size_t)(end - name), &step);
			if (step == used && memcmp(name, typed + at, used) == 0)
				break;
		}
		if (name >= end)
			return false;
		name += step;
	}
	return true;
}

static enum fit fit_of(const char *name, const struct buf *typed)
{
	auto_buf folded = BUF_INIT;
	const char *found;

	fold(&folded, name);
	found = strstr(folded.s, typed->s);
	if (found == folded.s && folded.len == typed->len)
		return FIT_WHOLE;
	/* One letter of Latin is a part of nearly everything, and begins half of it. */
	if (typed->len < LATIN_LEAST)
		return FIT_NONE;
	if (found == folded.s)
		return FIT_START;
	if (found)
		return FIT_PART;
	if (utf8_count(typed->s, typed->len) >= LOOSE_LEAST &&
	    is_loose(folded.s, typed->s))
		return FIT_LOOSE;
	return FIT_NONE;
}

/* A code is meant as a whole: nobody knows the middle of one. */
static enum fit fit_of_code(const char *code, const struct buf *typed)
{
	enum fit fit = *code ? fit_of(code, typed) : FIT_NONE;

	return fit >= FIT_START ? fit : FIT_NONE;
}

static enum fit better(enum fit a, enum fit b)
{
	return a > b ? a : b;
}

/* 0 when it is no number of the list. */
static size_t number_of(const struct buf *typed, size_t count)
{
	size_t n = 0;

	if (typed->len > DIGITS_MAX || strspn(typed->s, "0123456789") != typed->len)
		return 0;
	for (size_t i = 0; i < typed->len; i++)
		n = n * 10 + (size_t)(typed->s[i] - '0');
	return n <= count ? n : 0;
}

size_t picks_find(const struct picks *picks, const char *typed, size_t *out)
{
	auto_buf folded = BUF_INIT;
	enum fit best = FIT_LOOSE;
	size_t count = 0;
	size_t number;

	fold(&folded, typed);
	if (folded.len == 0)
		return 0;
	number = number_of(&folded, picks->count);
	for (size_t i = 0; i < picks->count; i++) {
		const struct pick *pick = &picks->items[i];
		enum fit fit = better(fit_of_code(pick->code, &folded),
				      fit_of(pick->label, &folded));

		for (size_t k = 0; k < pick->names.count; k++)
			fit = better(fit, fit_of(pick->names.items[k], &folded));
		if (fit > best) {
			best = fit;
			count = 0;
		}
		if (fit == best)
			out[count++] = i;
	}
	/* A code of digits is rather meant than the number of a row. */
	if (number > 0 && (count == 0 || best != FIT_WHOLE)) {
		out[0] = number - 1;
		return 1;
	}
	return count;
}
