#include "law/words.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"

/* ---- the table of first bytes ---- */

static_assert(WORD_LEAST == sizeof(uint32_t) + sizeof(uint16_t), "what hash_of() reads");
static_assert(WORD_FILTER == 1U << 14U, "what hash_of() gives");
enum { HEAD_SHIFT = 2 };
static_assert(WORD_HEADS == WORD_FILTER >> HEAD_SHIFT, "a head for so many rows");

/* The first WORD_LEAST bytes as a row of `filter`; without its low bits one of `heads`. */
static size_t hash_of(const char *s)
{
	uint32_t first;
	uint16_t rest;

	/* Two loads that stay in registers; one of six bytes would go through memory. */
	memcpy(&first, s, sizeof(first));
	memcpy(&rest, s + sizeof(first), sizeof(rest));
	first = (first ^ ((uint32_t)rest << 13U)) * UINT32_C(0x9E3779B1);
	return first >> 18U;
}

static struct word *word_at(const struct words *words, unsigned int n)
{
	return list_at(&words->items, struct word, n - 1);
}

/* ---- reading ---- */

enum part { PART_WRONG, PART_RIGHT, PART_REASON, PART_UNLESS, PART_LEVEL, PART_COUNT };

struct row {
	const char *parts[PART_COUNT]; /* trimmed */
	size_t lens[PART_COUNT];
	size_t count;
};

static void split(const char *line, size_t len, struct row *row)
{
	size_t start = 0;

	*row = (struct row){ .count = 0 };
	for (size_t i = 0; i <= len; i++) {
		if (i < len && line[i] != '\t')
			continue;
		if (row->count < PART_COUNT)
			row->parts[row->count] = utf8_trim(line + start, i - start,
							   &row->lens[row->count]);
		row->count++;
		start = i + 1;
	}
	for (size_t i = row->count; i < PART_COUNT; i++)
		row->parts[i] = "";
}

static bool read_level(const char *text, size_t len, enum word_level *out)
{
	static const struct {
		const char *text;
		enum word_level level;
	} levels[] = {
		{ "", WORD_LEVEL_NONE },  { "info", WORD_INFO },
		{ "提示", WORD_INFO },    { "warning", WORD_WARNING },
		{ "警告", WORD_WARNING }, { "error", WORD_ERROR },
		{ "错误", WORD_ERROR },
	};

	for (size_t i = 0; i < ARRAY_LEN(levels); i++) {
		if (strlen(levels[i].text) != len ||
		    memcmp(levels[i].text, text, len) != 0)
			continue;
		*out = levels[i].level;
		return true;
	}
	return false;
}

static void read_unless(struct words *words, const char *text, size_t len,
			struct strings *out)
{
	for (size_t start = 0, i = 0; i <= len; i++) {
		const char *one;
		size_t used;

		if (i < len && text[i] != '|')
			continue;
		one = utf8_trim(text + start, i - start, &used);
		if (used)
			strings_add(words->arena, out,
				    arena_strndup(words->arena, one, used));
		start = i + 1;
	}
}

/* NULL, or why the row is none. */
static const char *refusal(const struct row *row, enum word_level *level)
{
	if (row->count > PART_COUNT)
		return N_("it has more than five columns");
	if (row->count < 2)
		return N_(
			"tabs must stand between the word, the right one and the reason");
	if (row->lens[PART_WRONG] < WORD_LEAST)
		return N_("the word is too short: at least two Chinese characters");
	if (row->lens[PART_WRONG] > WORD_MOST)
		return N_("the word is too long");
	if (row->lens[PART_WRONG] == row->lens[PART_RIGHT] &&
	    !memcmp(row->parts[PART_WRONG], row->parts[PART_RIGHT],
		    row->lens[PART_RIGHT]))
		return N_("the word and the right one are the same");
	if (!read_level(row->parts[PART_LEVEL], row->lens[PART_LEVEL], level))
		return N_("the level is error, warning or info");
	return NULL;
}

/*
 * Where in the word the bytes stand by which it is looked for: from the first character on that
 * is not so in the right one (人民检查院: 查院), for what stands before it is everywhere.
 */
static size_t anchor_of(const struct word *word)
{
	size_t at = 0;
	size_t last = word->len - WORD_LEAST;

	while (word->right[0] && at < word->len && word->wrong[at] == word->right[at])
		at++;
	at = at < last ? at : last;
	while (at > 0 && ((unsigned char)word->wrong[at] & 0xC0U) == 0x80U)
		at--;
	return at;
}

static void add_word(struct words *words, const struct row *row, enum word_level level,
		     bool own)
{
	struct arena *arena = words->arena;
	struct word *word = list_add(arena, &words->items, sizeof(*word));
	const char *anchor;
	uint16_t *head;

	word->len = row->lens[PART_WRONG];
	word->wrong = arena_strndup(arena, row->parts[PART_WRONG], word->len);
	word->right = arena_strndup(arena, row->parts[PART_RIGHT], row->lens[PART_RIGHT]);
	word->reason =
		arena_strndup(arena, row->parts[PART_REASON], row->lens[PART_REASON]);
	read_unless(words, row->parts[PART_UNLESS], row->lens[PART_UNLESS],
		    &word->unless);
	word->level = level;
	word->own = own;
	word->anchor = anchor_of(word);
	anchor = word->wrong + word->anchor;
	words->any_ascii = words->any_ascii || (unsigned char)anchor[0] < 0x80;
	words->filter[hash_of(anchor)] = 1;
	head = &words->heads[hash_of(anchor) >> HEAD_SHIFT];
	word->next = *head;
	*head = (uint16_t)words->items.count;
}

static void read_line(struct words *words, const struct word_problem *place, bool own,
		      const char *line, size_t len)
{
	struct word_problem problem = *place;
	enum word_level level = WORD_LEVEL_NONE;
	struct row row;

	if (len > 0 && line[len - 1] == '\r')
		len--;
	(void)utf8_trim(line, len, &row.count);
	if (row.count == 0 || line[0] == '#')
		return;
	split(line, len, &row);
	problem.text = utf8_valid_prefix(line, len) < len ? N_("it is not UTF-8")
		       : words->items.count >= WORDS_MAX  ? N_("there are too many words")
							  : refusal(&row, &level);
	if (!problem.text)
		add_word(words, &row, level, own);
	else
		*(struct word_problem *)list_add(words->arena, &words->problems,
						 sizeof(problem)) = problem;
}

void words_read(struct words *words, const char *file, bool own, const char *bytes,
		size_t len)
{
	static const char mark[] = "\xEF\xBB\xBF";
	struct word_problem place = { .file = arena_strdup(words->arena, file) };
	size_t start = 0;

	if (len >= 3 && !memcmp(bytes, mark, 3))
		start = 3;
	while (start < len) {
		const char *end = memchr(bytes + start, '\n', len - start);
		size_t next = end ? (size_t)(end - bytes) : len;

		place.line++;
		read_line(words, &place, own, bytes + start, next - start);
		start = next + 1;
	}
}

/* ---- searching ---- */

struct text {
	const char *s;
	size_t len;
};

/* The bytes around [start, end) on its line, at most WORD_NEIGHBOURHOOD on either side. */
static struct text neighbourhood(struct text text, size_t start, size_t end)
{
	size_t from = start;
	size_t to = end;

	while (from > 0 && start - from < WORD_NEIGHBOURHOOD && text.s[from - 1] != '\n')
		from--;
	while (to < text.len && to - end < WORD_NEIGHBOURHOOD && text.s[to] != '\n')
		to++;
	return (struct text){ text.s + from, to - from };
}

static bool contains(struct text text, const char *word)
{
	size_t len = strlen(word);

	for (size_t at = 0; at + len <= text.len; at++) {
		const char *first = memchr(text.s + at, word[0], text.len - len - at + 1);

		if (!first)
			return false;
		if (!memcmp(first, word, len))
			return true;
		at = (size_t)(first - text.s);
	}
	return false;
}

/* Whether the longer word stands so in the text that the one at [at, at + len) is a part of it. */
static bool covers(struct text text, size_t at, const struct word *word,
		   const char *longer)
{
	size_t len = strlen(longer);

	for (const char *part = strstr(longer, word->wrong); part;
	     part = strstr(part + 1, word->wrong)) {
		size_t before = (size_t)(part - longer);

		if (before <= at && at - before + len <= text.len &&
		    !memcmp(text.s + at - before, longer, len))
			return true;
	}
	return false;
}

static bool is_right_here(struct text text, size_t at, const struct word *word)
{
	for (size_t i = 0; i < word->unless.count; i++) {
		const char *context = word->unless.items[i];

		if (strstr(context, word->wrong)
			    ? covers(text, at, word, context)
			    : contains(neighbourhood(text, at, at + word->len), context))
			return true;
	}
	return false;
}

/* Whether the nearest sign of quotation before it, on its line, opens one. */
static bool is_quoted(struct text text, size_t at)
{
	static const char *const opening[] = { "《", "“", "「", "『" };
	static const char *const closing[] = { "》", "”", "」", "』" };
	const size_t sign = strlen("《");
	size_t least = at > WORD_NEIGHBOURHOOD ? at - WORD_NEIGHBOURHOOD : 0;

	for (size_t i = at; i-- > least && text.s[i] != '\n';) {
		if (i + sign > at)
			continue;
		for (size_t n = 0; n < ARRAY_LEN(opening); n++) {
			if (!memcmp(text.s + i, opening[n], sign))
				return true;
			if (!memcmp(text.s + i, closing[n], sign))
				return false;
		}
	}
	return false;
}

/* The longest of the words whose anchor stands at `at` and that begin at `from` or behind it. */
static const struct word *longest(const struct words *words, struct text text,
				  size_t from, size_t at)
{
	const struct word *best = NULL;

	for (unsigned int n = words->heads[hash_of(text.s + at) >> HEAD_SHIFT]; n;
	     n = word_at(words, n)->next) {
		const struct word *word = word_at(words, n);
		size_t start = at - word->anchor;

		if (at - from >= word->anchor && word->len <= text.len - start &&
		    (!best || word->len > best->len) &&
		    !memcmp(text.s + start, word->wrong, word->len))
			best = word;
	}
	return best;
}

static inline bool may_start(const struct words *words, const char *s)
{
	return words->filter[hash_of(s)] != 0;
}

/* Whether one of the words has its anchor at `at`, begins at `from` or behind it, and is wrong there. */
static bool is_hit(const struct words *words, struct text text, size_t from, size_t at,
		   struct word_hit *out)
{
	const struct word *word = longest(words, text, from, at);
	size_t start;

	if (!word)
		return false;
	start = at - word->anchor;
	if (is_right_here(text, start, word) || is_quoted(text, start))
		return false;
	*out = (struct word_hit){ word, start, start + word->len };
	return true;
}

/* Bytes of the character that begins with this byte.  Chinese first: most have three. */
static inline size_t step(unsigned char byte)
{
	if (byte >= 0xE0)
		return byte < 0xF0 ? 3 : 4;
	return byte < 0xC0 ? 1 : 2;
}

/* A longer word may begin where a shorter one does and have its anchor further on. */
static void prefer_longer(const struct words *words, struct text text, size_t at,
			  struct word_hit *hit)
{
	const size_t start = hit->start;

	for (size_t i = at; i < start + WORD_MOST && i + WORD_LEAST <= text.len;
	     i += step((unsigned char)text.s[i])) {
		const struct word *word;

		if (!may_start(words, text.s + i))
			continue;
		word = longest(words, text, start, i);
		if (word && word->len > hit->word->len && i - word->anchor == start &&
		    !is_right_here(text, start, word))
			*hit = (struct word_hit){ word, start, start + word->len };
	}
}

/* The next place at which one of the words may have its anchor; one behind `last` when there is none. */
static size_t next_start(const struct words *words, const char *s, size_t i, size_t last)
{
	const signed char *bytes = (const signed char *)s;

	while (i <= last) {
		while (i <= last && bytes[i] >= 0)
			i++;
		/* E0 to EF: three bytes. */
		while (i <= last && bytes[i] < -0x10 && bytes[i] >= -0x20) {
			if (may_start(words, s + i))
				return i;
			i += 3;
		}
		if (i <= last && bytes[i] < 0 && (bytes[i] >= -0x10 || bytes[i] < -0x20))
			return i;
	}
	return i;
}

bool words_next(const struct words *words, const char *s, size_t len, size_t *at,
		struct word_hit *out)
{
	const struct text text = { s, len };
	size_t i = *at;

	while (i + WORD_LEAST <= len) {
		if (!words->any_ascii)
			i = next_start(words, s, i, len - WORD_LEAST);
		if (i + WORD_LEAST > len)
			break;
		if (may_start(words, s + i) && is_hit(words, text, *at, i, out)) {
			prefer_longer(words, text, i, out);
			*at = out->end;
			return true;
		}
		i += step((unsigned char)s[i]);
	}
	*at = len;
	return false;
}
