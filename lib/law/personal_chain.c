#include <string.h>

#include "law/personal_private.h"

/*
 * Numbers with what they count, one behind the other: 三组12号, 3号楼2单元501室.
 */
enum {
	CHAIN_BACK = 60, /* bytes before the number where its chain may begin */
	CHAIN_MAX = 8,   /* links */
	DIGITS_MAX = 5,
	BLANKS = 2,
};

#define COUNTED(word, part)                           \
	{                                             \
		(word), sizeof(word) - 1, PART_##part \
	}

static const struct counted {
	const char *word;
	size_t len;
	enum personal_part part;
} counted[] = {
	COUNTED("村民小组", GROUP), COUNTED("村民组", GROUP),  COUNTED("生产队", GROUP),
	COUNTED("居民组", GROUP),   COUNTED("小组", GROUP),    COUNTED("大队", GROUP),
	COUNTED("组", GROUP),       COUNTED("队", GROUP),      COUNTED("社", GROUP),
	COUNTED("排", GROUP),       COUNTED("巷", GROUP),      COUNTED("弄", GROUP),
	COUNTED("条", GROUP),       COUNTED("号楼", BUILDING), COUNTED("楼栋", BUILDING),
	COUNTED("栋", BUILDING),    COUNTED("幢", BUILDING),   COUNTED("座", BUILDING),
	COUNTED("#楼", BUILDING),   COUNTED("#", BUILDING),    COUNTED("＃", BUILDING),
	COUNTED("单元", UNIT),      COUNTED("门", UNIT),       COUNTED("梯", UNIT),
	COUNTED("层", FLOOR),       COUNTED("楼", FLOOR),      COUNTED("室", ROOM),
	COUNTED("号房", ROOM),      COUNTED("号室", ROOM),     COUNTED("房", ROOM),
	COUNTED("户", ROOM),        COUNTED("号院", DOOR),     COUNTED("号", DOOR),
};

static const char numerals[] = "一二三四五六七八九十百零〇两";

/* What words of the table begin and end with: most characters are none of them. */
static const char counted_first[] = "村生居小大组队社排巷弄条号楼栋幢座＃单门梯层室房户";
static const char counted_last[] = "组队社排巷弄条楼栋幢座＃元门梯层室房户院号";

static size_t numeral_at(struct personal_text text, size_t at)
{
	char digit;
	size_t used = personal_digit(text, at, &digit);

	return used ? used : personal_is_one_of(text, at, numerals) ? 3 : 0;
}

/* The end of a number: digits, numerals, a letter (A座), with 之1 or -1; `at` when none. */
static size_t number_end(struct personal_text text, size_t at)
{
	size_t end = at;
	size_t used;
	char letter;

	for (int i = 0; i < DIGITS_MAX && (used = numeral_at(text, end)) > 0; i++)
		end += used;
	used = personal_letter(text, end, &letter);
	return numeral_at(text, end + used) ? at : end + used;
}

/* 12, 12-1, 12之1, 3-2-501 */
struct numbers {
	size_t end;
	size_t count;
	size_t lengths[4]; /* in bytes, of the first of them */
};

static struct numbers read_numbers(struct personal_text text, size_t at)
{
	static const char *const ties[] = { "之", "-", "－", "—", "–", "附" };
	struct numbers numbers = { .end = at };
	size_t next = at;

	while (numbers.count < ARRAY_LEN(numbers.lengths)) {
		size_t end = number_end(text, next);

		if (end == next)
			break;
		numbers.lengths[numbers.count++] = end - next;
		numbers.end = end;
		next = end + WORD_AT(text, end, ties);
		if (next == end)
			break;
	}
	return numbers;
}

/* 3-2-501, and 2-501 behind a building; a day of the calendar is none. */
static bool is_flat_number(const struct numbers *numbers,
			   const struct personal_chain *chain)
{
	const size_t *lengths = numbers->lengths;
	const size_t room = numbers->count ? lengths[numbers->count - 1] : 0;

	if (room < 3 || room > 4)
		return false;
	return (numbers->count == 3 && lengths[0] <= 3 && lengths[1] <= 2) ||
	       (numbers->count == 2 && lengths[0] <= 2 && chain->parts & PART_BUILDING);
}

static const struct counted *counted_at(struct personal_text text, size_t at)
{
	const struct counted *best = NULL;

	if (at >= text.len ||
	    (text.s[at] != '#' && !personal_is_one_of(text, at, counted_first)))
		return NULL;
	for (size_t i = 0; i < ARRAY_LEN(counted); i++) {
		const struct counted *one = &counted[i];

		if (at + one->len <= text.len && (!best || one->len > best->len) &&
		    memcmp(text.s + at, one->word, one->len) == 0)
			best = one;
	}
	return best;
}

/* What the counted thing is behind the links before it. */
static enum personal_part part_of(const struct counted *link,
				  const struct personal_chain *chain)
{
	const bool inside = (chain->parts & (PART_BUILDING | PART_UNIT)) != 0;

	/* 2单元5号 is a flat. */
	if (link->part == PART_DOOR && inside)
		return PART_ROOM;
	/* 5栋120户 counts, 2单元301户 does not. */
	if (strcmp(link->word, "户") == 0 && !(chain->parts & PART_UNIT))
		return PART_NONE;
	return link->part;
}

/* One number with what it counts; false at the end of the chain. */
static bool read_link(struct personal_text text, struct personal_chain *chain)
{
	const size_t at = personal_skip_blanks(text, chain->end, BLANKS);
	const struct numbers numbers = read_numbers(text, at);
	const size_t behind = personal_skip_blanks(text, numbers.end, BLANKS);
	const struct counted *link = counted_at(text, behind);
	const bool flat = is_flat_number(&numbers, chain);
	enum personal_part part = PART_NONE;

	if (!numbers.count)
		return false;
	if (link)
		part = part_of(link, chain);
	else if (chain->parts & PART_UNIT)
		part = PART_ROOM;
	if (!part && !flat)
		return false;
	chain->numbered_through = chain->numbered_through || flat;
	chain->parts |= part;
	chain->end = link && part ? behind + link->len : numbers.end;
	return true;
}

/* Bytes of the counted thing that ends at `at`. */
static size_t counted_before(struct personal_text text, size_t at)
{
	const size_t last = personal_before(text, at);
	size_t best = 0;

	if (text.s[last] != '#' && !personal_is_one_of(text, last, counted_last))
		return 0;
	for (size_t i = 0; i < ARRAY_LEN(counted); i++) {
		const struct counted *one = &counted[i];

		if (one->len > best && one->len <= at &&
		    memcmp(text.s + at - one->len, one->word, one->len) == 0)
			best = one->len;
	}
	return best;
}

/* Where the number begins that ends at `at`; `at` when none does. */
static size_t number_start(struct personal_text text, size_t at, size_t least)
{
	size_t before = at > least ? personal_before(text, at) : at;
	char letter;

	if (before < at && before + personal_letter(text, before, &letter) == at)
		at = before;
	for (int i = 0; i < DIGITS_MAX && at > least; i++) {
		before = personal_before(text, at);
		if (before < least || before + numeral_at(text, before) != at)
			break;
		at = before;
	}
	return at;
}

/* Back over numbers and what they count, so that 三组 before 12号 is seen. */
static size_t chain_start(struct personal_text text, size_t at, size_t from)
{
	size_t least = at > CHAIN_BACK ? at - CHAIN_BACK : 0;
	size_t start;

	if (least < from)
		least = from;
	start = number_start(text, at, least);
	for (int i = 0; i < CHAIN_MAX && start > least; i++) {
		size_t end = start;
		size_t number;
		size_t len;

		while (end > least && text.s[end - 1] == ' ')
			end--;
		len = end > least ? counted_before(text, end) : 0;
		if (!len || end - len < least)
			break;
		number = number_start(text, end - len, least);
		if (number == end - len) /* a name: 王家巷12号 */
			break;
		start = number;
	}
	return start;
}

struct personal_chain personal_chain_read(struct personal_text text, size_t at,
					  size_t from)
{
	struct personal_chain chain = { .start = chain_start(text, at, from) };

	chain.end = chain.start;
	while (chain.links < CHAIN_MAX && read_link(text, &chain))
		chain.links++;
	if (chain.end <= at)
		chain.links = 0;
	return chain;
}

bool personal_may_be_address(struct personal_text text, size_t at)
{
	static const char *const ties[] = { "－", "—", "–", "之" };
	char digit;
	size_t end = at;
	size_t used;

	while (end < text.len && text.s[end] >= '0' && text.s[end] <= '9')
		end++;
	if (end - at > DIGITS_MAX)
		return false;
	if (end == at && !personal_digit(text, at, &digit)) /* at 号, 室: 十二号 */
		return at >= 3 && personal_is_one_of(text, at - 3, numerals);
	for (int i = 0; i <= DIGITS_MAX && (used = personal_digit(text, end, &digit)) > 0;
	     i++)
		end += used;
	end += personal_letter(text, end, &digit);
	end = personal_skip_blanks(text, end, BLANKS);
	if (end >= text.len)
		return false;
	if (text.s[end] == '-') /* 3-2-501, 12-1号; no day, and no part of one */
		return end - at < 4 && (at == 0 || text.s[at - 1] != '-');
	if ((unsigned char)text.s[end] < 0x80)
		return text.s[end] == '#';
	return personal_is_one_of(text, end, counted_first) || WORD_AT(text, end, ties);
}
