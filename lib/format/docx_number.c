#include "format/docx_number.h"

#include <stdlib.h>
#include <string.h>

#include "base/numeral.h"
#include "base/utf8.h"

enum { MAX_LISTS = 20000, MAX_LABEL = 100, MAX_NUMBER = 1000000 };

struct level {
	const char *format;
	const char *text; /* %1 is the number of the first level */
	int start;
	int restart; /* after a paragraph of this level or above, from 1; -1: of any above */
	bool legal; /* all numbers are decimal */
};

struct docx_list_kind {
	const char *id;
	const char *style;  /* its own, that others may link to; NULL */
	const char *linked; /* style of the kind that it is; NULL */
	struct level levels[DOCX_LEVELS];
	int counts[DOCX_LEVELS];
	bool begun[DOCX_LEVELS];
};

struct docx_list {
	int number;
	const char *kind;
	int starts[DOCX_LEVELS]; /* -1: goes on where another list of its kind ended */
	struct level *own[DOCX_LEVELS];
};

struct reading {
	struct docx_numbers *numbers;
	struct docx_list_kind *kind; /* the one that is read; NULL outside */
	struct docx_list *list;      /* likewise */
	struct level *level;
	int override; /* level that the list has otherwise; -1 */
};

static const char *value_of(const char *const *attributes, const char *name)
{
	const char *value = xml_attribute(attributes, name);

	return value ? value : "";
}

static int number_of(const char *const *attributes, const char *name)
{
	long n = strtol(value_of(attributes, name), NULL, 10);

	return n < 0 || n > MAX_NUMBER ? 0 : (int)n;
}

/* ---- reading ---- */

static void start_kind(struct reading *reading, const char *const *attributes)
{
	struct arena *arena = reading->numbers->arena;

	if (reading->numbers->kinds.count >= MAX_LISTS)
		return;
	reading->kind = list_add(arena, &reading->numbers->kinds, sizeof(*reading->kind));
	reading->kind->id = arena_strdup(arena, value_of(attributes, "abstractNumId"));
	for (size_t i = 0; i < DOCX_LEVELS; i++)
		reading->kind->levels[i] =
			(struct level){ .format = "decimal", .text = "", .restart = -1 };
}

static void start_list(struct reading *reading, const char *const *attributes)
{
	if (reading->numbers->lists.count >= MAX_LISTS)
		return;
	reading->list = list_add(reading->numbers->arena, &reading->numbers->lists,
				 sizeof(*reading->list));
	reading->list->number = number_of(attributes, "numId");
	reading->list->kind = "";
	reading->override = -1;
	for (size_t i = 0; i < DOCX_LEVELS; i++)
		reading->list->starts[i] = -1;
}

static void start_level(struct reading *reading, const char *const *attributes)
{
	int n = number_of(attributes, "ilvl");

	reading->level = NULL;
	if (n >= DOCX_LEVELS)
		return;
	if (reading->kind) {
		reading->level = &reading->kind->levels[n];
	} else if (reading->list) {
		reading->level = arena_new(reading->numbers->arena, struct level);
		*reading->level =
			(struct level){ .format = "decimal", .text = "", .restart = -1 };
		reading->list->own[n] = reading->level;
	}
}

static void start_in_level(struct reading *reading, const char *name,
			   const char *const *attributes)
{
	struct arena *arena = reading->numbers->arena;
	const char *value = value_of(attributes, "val");

	if (strcmp(name, "start") == 0)
		reading->level->start = number_of(attributes, "val");
	else if (strcmp(name, "numFmt") == 0)
		reading->level->format = arena_strdup(arena, value);
	else if (strcmp(name, "lvlText") == 0 && strlen(value) <= MAX_LABEL)
		reading->level->text = arena_strdup(arena, value);
	else if (strcmp(name, "lvlRestart") == 0)
		reading->level->restart = number_of(attributes, "val");
	else if (strcmp(name, "isLgl") == 0)
		reading->level->legal = !*value || xml_is_on(value);
}

static void start(void *payload, const char *name, const char *const *attributes)
{
	struct reading *reading = payload;
	struct arena *arena = reading->numbers->arena;

	if (strcmp(name, "abstractNum") == 0) {
		start_kind(reading, attributes);
	} else if (strcmp(name, "num") == 0) {
		start_list(reading, attributes);
	} else if (strcmp(name, "lvl") == 0) {
		start_level(reading, attributes);
	} else if (reading->level) {
		start_in_level(reading, name, attributes);
	} else if (reading->kind && strcmp(name, "styleLink") == 0) {
		reading->kind->style = arena_strdup(arena, value_of(attributes, "val"));
	} else if (reading->kind && strcmp(name, "numStyleLink") == 0) {
		reading->kind->linked = arena_strdup(arena, value_of(attributes, "val"));
	} else if (reading->list && strcmp(name, "abstractNumId") == 0) {
		reading->list->kind = arena_strdup(arena, value_of(attributes, "val"));
	} else if (reading->list && strcmp(name, "lvlOverride") == 0) {
		reading->override = number_of(attributes, "ilvl");
	} else if (reading->list && strcmp(name, "startOverride") == 0) {
		if (reading->override >= 0 && reading->override < DOCX_LEVELS)
			reading->list->starts[reading->override] =
				number_of(attributes, "val");
	}
}

static void end(void *payload, const char *name)
{
	struct reading *reading = payload;

	if (strcmp(name, "lvl") == 0)
		reading->level = NULL;
	else if (strcmp(name, "abstractNum") == 0)
		reading->kind = NULL;
	else if (strcmp(name, "num") == 0)
		reading->list = NULL;
}

static int by_number(const void *a, const void *b)
{
	const struct docx_list *x = a;
	const struct docx_list *y = b;

	return (x->number > y->number) - (x->number < y->number);
}

int docx_numbers_read(struct zip_reader *zip, const char *part, struct arena *arena,
		      struct docx_numbers *out, struct error *err)
{
	struct reading reading = { .numbers = out, .override = -1 };
	const struct xml_handler handler = { .payload = &reading,
					     .start = start,
					     .end = end };

	*out = (struct docx_numbers){ .arena = arena };
	if (ooxml_read_part(zip, part, &handler, NULL, err) < 0)
		return -1;
	if (out->lists.count > 0)
		qsort(out->lists.items, out->lists.count, sizeof(struct docx_list),
		      by_number);
	return 0;
}

/* ---- numbers as text ---- */

static const char *const stems[] = { "甲", "乙", "丙", "丁", "戊",
				     "己", "庚", "辛", "壬", "癸" };
static const char *const branches[] = { "子", "丑", "寅", "卯", "辰", "巳",
					"午", "未", "申", "酉", "戌", "亥" };
static const char *const places[] = { "〇", "一", "二", "三", "四",
				      "五", "六", "七", "八", "九" };

static void add_decimal(struct buf *out, int n)
{
	buf_addf(out, "%d", n);
}

static void add_two_digits(struct buf *out, int n)
{
	buf_addf(out, "%02d", n);
}

static void add_full_width(struct buf *out, int n)
{
	char digits[16];
	size_t len = 0;

	do
		digits[len++] = (char)(n % 10);
	while ((n /= 10) > 0 && len < sizeof(digits));
	while (len > 0)
		utf8_add(out, (uint32_t)(0xFF10 + digits[--len]));
}

static void add_chinese(struct buf *out, int n)
{
	struct arena arena = ARENA_INIT;

	buf_adds(out, chinese_number_text(&arena, n));
	arena_clear(&arena);
}

static void add_places(struct buf *out, int n)
{
	char digits[16];
	size_t len = 0;

	do
		digits[len++] = (char)(n % 10);
	while ((n /= 10) > 0 && len < sizeof(digits));
	while (len > 0)
		buf_adds(out, places[(size_t)digits[--len]]);
}

/* 壹贰叁: the same in signs that nobody changes into others. */
static void add_legal(struct buf *out, int n)
{
	static const char *const plain[] = { "零", "一", "二", "三", "四", "五", "六",
					     "七", "八", "九", "十", "百", "千" };
	static const char *const legal[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆",
					     "柒", "捌", "玖", "拾", "佰", "仟" };
	auto_buf text = BUF_INIT;
	const size_t sign = strlen(plain[0]);

	add_chinese(&text, n);
	if (n > 9999) {
		buf_adds(out, text.s);
		return;
	}
	if (n >= 10 && n < 20)
		buf_adds(out, "壹");
	for (size_t at = 0; at + sign <= text.len; at += sign)
		for (size_t i = 0; i < ARRAY_LEN(plain); i++)
			if (memcmp(text.s + at, plain[i], sign) == 0)
				buf_adds(out, legal[i]);
}

static void add_stem(struct buf *out, int n)
{
	buf_adds(out, stems[(size_t)(n - 1) % ARRAY_LEN(stems)]);
}

static void add_branch(struct buf *out, int n)
{
	buf_adds(out, branches[(size_t)(n - 1) % ARRAY_LEN(branches)]);
}

/* z is followed by aa, then bb. */
static void add_letters(struct buf *out, int n)
{
	for (int i = 0; i <= (n - 1) / 26 && i < 10; i++)
		buf_addc(out, (char)('a' + (n - 1) % 26));
}

static void add_roman(struct buf *out, int n)
{
	static const struct {
		int value;
		const char *text;
	} signs[] = { { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" },
		      { 100, "c" },  { 90, "xc" },  { 50, "l" },  { 40, "xl" },
		      { 10, "x" },   { 9, "ix" },   { 5, "v" },   { 4, "iv" },
		      { 1, "i" } };

	if (n > 9999) {
		add_decimal(out, n);
		return;
	}
	for (size_t i = 0; i < ARRAY_LEN(signs); i++)
		for (; n >= signs[i].value; n -= signs[i].value)
			buf_adds(out, signs[i].text);
}

/* ① to ⑳; those from 21 on stand elsewhere in Unicode. */
static void add_circled(struct buf *out, int n)
{
	if (n <= 20)
		utf8_add(out, (uint32_t)(0x2460 + n - 1));
	else if (n <= 35)
		utf8_add(out, (uint32_t)(0x3251 + n - 21));
	else if (n <= 50)
		utf8_add(out, (uint32_t)(0x32B1 + n - 36));
	else
		add_decimal(out, n);
}

static void add_in_brackets(struct buf *out, int n)
{
	if (n <= 20)
		utf8_add(out, (uint32_t)(0x2474 + n - 1));
	else
		buf_addf(out, "(%d)", n);
}

static void add_with_stop(struct buf *out, int n)
{
	if (n <= 20)
		utf8_add(out, (uint32_t)(0x2488 + n - 1));
	else
		buf_addf(out, "%d.", n);
}

static void add_chinese_circled(struct buf *out, int n)
{
	if (n <= 10)
		utf8_add(out, (uint32_t)(0x3280 + n - 1));
	else
		add_chinese(out, n);
}

static const struct number_format {
	const char *name;
	void (*add)(struct buf *out, int n);
	bool upper;
} formats[] = {
	{ "decimal", add_decimal, false },
	{ "decimalZero", add_two_digits, false },
	{ "decimalFullWidth", add_full_width, false },
	{ "decimalFullWidth2", add_full_width, false },
	{ "lowerLetter", add_letters, false },
	{ "upperLetter", add_letters, true },
	{ "lowerRoman", add_roman, false },
	{ "upperRoman", add_roman, true },
	{ "chineseCounting", add_chinese, false },
	{ "chineseCountingThousand", add_chinese, false },
	{ "japaneseCounting", add_chinese, false },
	{ "taiwaneseCounting", add_chinese, false },
	{ "taiwaneseCountingThousand", add_chinese, false },
	{ "ideographDigital", add_places, false },
	{ "japaneseDigitalTenThousand", add_places, false },
	{ "taiwaneseDigital", add_places, false },
	{ "chineseLegalSimplified", add_legal, false },
	{ "ideographLegalTraditional", add_legal, false },
	{ "japaneseLegal", add_legal, false },
	{ "ideographTraditional", add_stem, false },
	{ "ideographZodiac", add_branch, false },
	{ "decimalEnclosedCircle", add_circled, false },
	{ "decimalEnclosedCircleChinese", add_circled, false },
	{ "decimalEnclosedParen", add_in_brackets, false },
	{ "decimalEnclosedFullstop", add_with_stop, false },
	{ "ideographEnclosedCircle", add_chinese_circled, false },
};

void docx_number_text(struct buf *out, const char *format, int n)
{
	size_t before = out->len;
	const struct number_format *found = &formats[0];

	if (strcmp(format, "none") == 0)
		return;
	for (size_t i = 0; i < ARRAY_LEN(formats); i++)
		if (strcmp(format, formats[i].name) == 0)
			found = &formats[i];
	/* 0 has a sign in few of them. */
	if (n < 1)
		add_decimal(out, n);
	else
		found->add(out, n);
	for (size_t i = before; found->upper && i < out->len; i++)
		if (out->s[i] >= 'a' && out->s[i] <= 'z')
			out->s[i] = (char)(out->s[i] - 'a' + 'A');
}

/* ---- labels ---- */

static struct docx_list_kind *kind_named(struct docx_numbers *numbers, const char *id)
{
	for (size_t i = 0; i < numbers->kinds.count; i++) {
		struct docx_list_kind *kind =
			list_at(&numbers->kinds, struct docx_list_kind, i);

		if (strcmp(kind->id, id) == 0)
			return kind;
	}
	return NULL;
}

static struct docx_list_kind *kind_of(struct docx_numbers *numbers,
				      const struct docx_list *list)
{
	struct docx_list_kind *kind = kind_named(numbers, list->kind);

	for (size_t i = 0; kind && kind->linked && i < numbers->kinds.count; i++) {
		struct docx_list_kind *other =
			list_at(&numbers->kinds, struct docx_list_kind, i);

		if (other->style && strcmp(other->style, kind->linked) == 0)
			return other;
	}
	return kind;
}

static const struct level *level_of(const struct docx_list *list,
				    const struct docx_list_kind *kind, int level)
{
	return list->own[level] ? list->own[level] : &kind->levels[level];
}

/* Count the paragraph; levels below it begin anew. */
static void count(struct docx_list *list, struct docx_list_kind *kind, int level)
{
	if (list->starts[level] >= 0) {
		kind->counts[level] = list->starts[level];
		list->starts[level] = -1;
	} else if (kind->begun[level]) {
		kind->counts[level] += kind->counts[level] < MAX_NUMBER;
	} else {
		kind->counts[level] = level_of(list, kind, level)->start;
	}
	kind->begun[level] = true;
	for (int i = level + 1; i < DOCX_LEVELS; i++) {
		int restart = level_of(list, kind, i)->restart;

		if (restart < 0 || level < restart)
			kind->begun[i] = false;
	}
}

/* A bullet often is a sign of a font of its own, which no other font has. */
static void add_bullet(struct buf *out, const char *text)
{
	size_t used;
	uint32_t code = utf8_decode(text, strlen(text), &used);

	/* In Wingdings l is a dot, n a square, Ø an arrow. */
	if ((code < 0x2000 && code != '-' && code != '*') ||
	    (code >= 0xE000 && code <= 0xF8FF))
		buf_adds(out, "•");
	else
		buf_adds(out, text);
}

void docx_numbers_next(struct docx_numbers *numbers, int number, int level,
		       struct buf *out)
{
	const struct docx_list key = { .number = number };
	struct docx_list *list = NULL;
	struct docx_list_kind *kind;
	const struct level *as;

	if (numbers->lists.count > 0)
		list = bsearch(&key, numbers->lists.items, numbers->lists.count,
			       sizeof(key), by_number);
	kind = list ? kind_of(numbers, list) : NULL;
	if (!kind || level < 0 || level >= DOCX_LEVELS)
		return;
	count(list, kind, level);
	as = level_of(list, kind, level);
	if (strcmp(as->format, "bullet") == 0) {
		add_bullet(out, as->text);
		return;
	}
	for (const char *p = as->text; *p; p++) {
		int other = *p == '%' && p[1] >= '1' && p[1] <= '9' ? p[1] - '1' : -1;

		if (other < 0) {
			buf_addc(out, *p);
			continue;
		}
		p++;
		docx_number_text(
			out, as->legal ? "decimal" : level_of(list, kind, other)->format,
			kind->begun[other] ? kind->counts[other]
					   : level_of(list, kind, other)->start);
	}
}
