#include <string.h>

#include "base/utf8.h"
#include "work/import_private.h"

/* ---- ticks ---- */

/*
 * Boxes stand before names as well, words alone in their cell.  U+F0xx is what Word leaves of
 * the fonts Wingdings and Wingdings 2, whose letters þ ü R P and ¨ £ are ticks and empty boxes.
 */
static const char *const full_boxes[] = {
	"√",      "✓",      "✔",      "☑",      "■",      "●",      "▣",      "☒",
	"◆",      "★",      "▲",      "✅",      "◼",      "█",      "◉",      "⊙",
	"\uF0FE", "\uF0FC", "\uF052", "\uF050", "\uF06E", "\uF06C", "\uF0FD",
};
static const char *const empty_boxes[] = {
	"□", "☐", "○", "▢",      "◇",      "☆",      "口",     "囗",     "◻",      "▫",
	"❏", "❑", "❒", "\uF0A3", "\uF0A8", "\uF06F", "\uF071", "\uF06D", "\uF0A1",
};
static const char *const yes_words[] = { "∨",    "是",  "有",  "对",  "V", "v", "Y",
					 "y",    "yes", "Yes", "YES", "1", "T", "TRUE",
					 "true", "R",   "P",   "þ",   "ü" };
static const char *const no_words[] = { "〇",    "×",     "✗",  "✘",  "否", "无", "N",
					"n",     "no",    "No", "NO", "0",  "O",  "o",
					"-",     "—",     "——", "/",  "X",  "x",  "F",
					"FALSE", "false", "£",  "¨",  "－", "--", "\\" };

static bool is_one_of(const char *text, const char *const *signs, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(text, signs[i]) == 0)
			return true;
	return false;
}

static size_t one_at(const char *text, const char *const *signs, size_t count)
{
	/* What makes a sign an emoji or keeps it from being one. */
	static const char *const selectors[] = { "\uFE0F", "\uFE0E" };
	size_t len = 0;

	for (size_t i = 0; i < count && len == 0; i++)
		if (strncmp(text, signs[i], strlen(signs[i])) == 0)
			len = strlen(signs[i]);
	for (size_t i = 0; len && i < ARRAY_LEN(selectors); i++)
		if (strncmp(text + len, selectors[i], strlen(selectors[i])) == 0)
			return len + strlen(selectors[i]);
	return len;
}

/* A sign of a box at the beginning of a text; its length, 0 when there is none. */
static size_t box_at(const char *text, enum import_tick *state)
{
	unsigned char first = (unsigned char)*text;
	size_t len;

	/* All signs begin with one of three bytes; most bytes of a text are none of them. */
	if (first != 0xE2 && first != 0xE5 && first != 0xEF)
		return 0;
	len = one_at(text, full_boxes, ARRAY_LEN(full_boxes));
	if (len) {
		*state = TICK_YES;
		return len;
	}
	len = one_at(text, empty_boxes, ARRAY_LEN(empty_boxes));
	if (len)
		*state = TICK_NO;
	return len;
}

static size_t blanks_at(const char *text)
{
	static const char wide[] = "　";
	size_t at = 0;
	size_t before;

	do {
		before = at;
		at += strspn(text + at, " _");
		if (strncmp(text + at, wide, strlen(wide)) == 0)
			at += strlen(wide);
	} while (at > before);
	return at;
}

/* （√） and （ ） are boxes: how long, 0 where there is none. */
static size_t bracket_at(const char *text, enum import_tick *state)
{
	static const char *const opening[] = { "(", "（", "[", "【", "〔" };
	static const char *const closing[] = { ")", "）", "]", "】", "〕" };
	size_t at;
	size_t sign;
	size_t end;

	if (!strchr("([\xEF\xE3", *text)) /* what these signs begin with */
		return 0;
	at = one_at(text, opening, ARRAY_LEN(opening));
	if (at == 0)
		return 0;
	*state = TICK_NO;
	at += blanks_at(text + at);
	sign = box_at(text + at, state);
	at += sign;
	at += blanks_at(text + at);
	end = one_at(text + at, closing, ARRAY_LEN(closing));
	return end ? at + end : 0;
}

size_t import_sign(const char *text)
{
	enum import_tick state;

	return box_at(text, &state);
}

enum import_tick import_tick(const char *text)
{
	enum import_tick state = TICK_NO;
	enum import_tick one;
	auto_buf word = BUF_INIT;
	const char *p;

	import_fold_name(&word, text);
	if (word.len == 0 || is_one_of(word.s, no_words, ARRAY_LEN(no_words)))
		return TICK_NO;
	if (is_one_of(word.s, yes_words, ARRAY_LEN(yes_words)))
		return TICK_YES;
	/* □√: a box with its tick beside it. */
	for (p = word.s; *p;) {
		size_t n = box_at(p, &one);

		if (n == 0)
			n = bracket_at(p, &one);
		if (n == 0)
			return TICK_OTHER;
		state = one == TICK_YES ? TICK_YES : state;
		p += n;
	}
	return state;
}

/* ---- boxes before names ---- */

static size_t separator_at(const char *text)
{
	static const char *const separators[] = {
		"\n", "、", ",", "，", ";", "；", "\t"
	};

	if (!strchr("\n,;\t\xE3\xEF", *text)) /* what they begin with */
		return 0;
	for (size_t i = 0; i < ARRAY_LEN(separators); i++)
		if (strncmp(text, separators[i], strlen(separators[i])) == 0)
			return strlen(separators[i]);
	return 0;
}

static void add_box(struct arena *arena, struct list *out, enum import_tick state,
		    const char *name, size_t len)
{
	const char *trimmed;
	struct import_box *box;
	size_t cut;

	/* ■政府网站、□政府公报: what stands between belongs to neither. */
	for (size_t n = len; n > 0; n--)
		if ((cut = separator_at(name + n - 1)) > 0 && n - 1 + cut == len)
			len = n - 1;
	trimmed = utf8_trim(name, len, &len);
	cut = import_number_at(trimmed);
	trimmed = utf8_trim(trimmed + (cut < len ? cut : 0), len - (cut < len ? cut : 0),
			    &len);
	if (len == 0)
		return;
	box = list_add(arena, out, sizeof(*box));
	box->state = state;
	box->name = import_one_line(arena, arena_strndup(arena, trimmed, len));
}

static const char mouth[] = "口";

static bool is_mouth(const char *text)
{
	return strncmp(text, mouth, strlen(mouth)) == 0;
}

/* 口 is part of many words: it is a box only where there are others, or several before names. */
static bool has_boxes(const char *text)
{
	bool begins = is_mouth(text);
	enum import_tick state;
	size_t mouths = 0;

	for (; *text; text++) {
		if (!is_mouth(text) && box_at(text, &state))
			return true;
		mouths += is_mouth(text);
	}
	return begins && mouths > 1;
}

/* Names with their boxes before them: ■政府网站 □政府公报. */
static void boxes_before(struct arena *arena, const char *text, struct list *out)
{
	enum import_tick state = TICK_OTHER;
	enum import_tick next = TICK_OTHER;
	const char *start = text;
	bool fresh = true; /* nothing of a name since the box before */

	for (const char *p = text; *p;) {
		size_t box = box_at(p, &next);

		if (box && is_mouth(p) && !fresh && !strchr(" \n\t;,", p[-1]))
			box = 0;
		if (!box) {
			fresh = fresh && strchr(" \n\t", *p);
			p++;
			continue;
		}
		add_box(arena, out, state, start, (size_t)(p - start));
		/* □√政府网站: the tick counts. */
		state = fresh && state == TICK_YES ? TICK_YES : next;
		p += box;
		start = p;
		fresh = true;
	}
	add_box(arena, out, state, start, strlen(start));
}

/* Names with their boxes behind them: 政府网站√、政府公报□. */
static void boxes_behind(struct arena *arena, const char *text, struct list *out)
{
	const char *start = text;
	enum import_tick state;

	for (const char *p = text; *p;) {
		size_t box = box_at(p, &state);

		if (!box) {
			p++;
			continue;
		}
		add_box(arena, out, state, start, (size_t)(p - start));
		p += box;
		p += separator_at(p);
		start = p;
	}
	add_box(arena, out, TICK_OTHER, start, strlen(start));
}

static void names_only(struct arena *arena, const char *text, struct list *out)
{
	const char *start = text;

	for (const char *p = text + import_number_at(text); *p;) {
		size_t cut = separator_at(p);

		if (cut) {
			add_box(arena, out, TICK_OTHER, start, (size_t)(p - start));
			start = p + cut;
			cut += strspn(start, " ");
			cut += import_number_at(p + cut);
		}
		p += cut ? cut : 1;
	}
	add_box(arena, out, TICK_OTHER, start, strlen(start));
}

static bool ends_with_box(const char *text)
{
	enum import_tick state;
	const char *last = text;

	for (const char *p = text; *p; p++)
		if (((unsigned char)*p & 0xC0U) != 0x80 && *p != ' ' && *p != '\n')
			last = p;
	return box_at(last, &state) > 0;
}

/*
 * R政府网站 £政府公报: boxes of Wingdings 2 in another font.  A letter is a box only at the
 * beginning of a name that is not of letters.
 */
static size_t letter_at(const char *text, bool fresh, enum import_tick *state)
{
	static const char *const empty[] = { "£", "¨" };
	static const char *const full[] = { "R", "V", "v", "P", "þ" };
	size_t len;

	*state = TICK_NO;
	if (!strchr("RVvP\xC2\xC3", *text)) /* what these signs begin with */
		return 0;
	len = one_at(text, empty, ARRAY_LEN(empty));
	if (len > 0 || !fresh)
		return len;
	*state = TICK_YES;
	len = one_at(text, full, ARRAY_LEN(full));
	return (unsigned char)text[len + strspn(text + len, " ")] & 0x80U ? len : 0;
}

/* All that stands for boxes as □ and √. */
static const char *plain_boxes(struct arena *arena, const char *text)
{
	auto_buf out = BUF_INIT;
	bool fresh = true;

	for (const char *p = text; *p;) {
		enum import_tick state;
		size_t len = bracket_at(p, &state);

		if (len == 0)
			len = letter_at(p, fresh, &state);
		if (len > 0)
			buf_adds(&out,
				 state == TICK_YES ? full_boxes[0] : empty_boxes[0]);
		else
			buf_addc(&out, *p);
		fresh = len > 0 || strchr(" \n\t,;", *p) || separator_at(p);
		p += len ? len : 1;
		/* The other bytes of a separator. */
		for (; fresh && len == 0 && ((unsigned char)*p & 0xC0U) == 0x80; p++)
			buf_addc(&out, *p);
	}
	return buf_dup(&out, arena);
}

void import_boxes(struct arena *arena, const char *text, struct list *out)
{
	enum import_tick state;

	text = plain_boxes(arena, text + strspn(text, " \n\t"));
	if (!has_boxes(text))
		names_only(arena, text, out);
	else if (!box_at(text, &state) && ends_with_box(text))
		boxes_behind(arena, text, out);
	else
		boxes_before(arena, text, out);
}
