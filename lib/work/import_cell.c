#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "work/import_private.h"

/* ---- what spreadsheets do to values ---- */

/* Of more digits than a double has the rest are gone, and Excel shows 1.23E+17. */
enum { DOUBLE_DIGITS = 15 };

static const char damaged[] =
	N_("the spreadsheet has shortened this number and its last digits are lost: make "
	   "the column text and type it again");

static const char *number_text(struct arena *arena, const char *text)
{
	double value = strtod(text, NULL);

	if (!isfinite(value) || fabs(value) >= 1e15)
		return NULL;
	return arena_printf(arena, "%.*g", DOUBLE_DIGITS, value);
}

static bool is_short_form(const char *text)
{
	size_t n = strspn(text, "0123456789");

	if (n == 0 || n > 2)
		return false;
	text += n;
	if (*text == '.')
		text += 1 + strspn(text + 1, "0123456789");
	if ((*text != 'E' && *text != 'e') || text[1] != '+')
		return false;
	n = strspn(text + 2, "0123456789");
	return n > 0 && text[2 + n] == '\0';
}

/* The day of a serial number; times of day fall away. */
static const char *serial_day(struct arena *arena, const struct grid *sheet,
			      const char *text)
{
	enum { DAYS_TO_1900 = 25569, DAYS_TO_1904 = 24107, MARCH_1900 = 60 };
	char iso[DATE_ISO_SIZE];
	double serial = strtod(text, NULL);
	struct date day;

	if (!(serial >= 1 && serial < 200000))
		return NULL;
	/* Excel counts a 29 February 1900 that there never was. */
	if (!sheet->from_1904 && serial < MARCH_1900)
		serial++;
	day = date_from_days((int32_t)serial -
			     (sheet->from_1904 ? DAYS_TO_1904 : DAYS_TO_1900));
	return date_is_set(day) ? arena_strdup(arena, date_iso(day, iso)) : NULL;
}

/* Without blanks around, ends of line as \n, and the sign that keeps a text from being a formula. */
static const char *plain_text(struct arena *arena, const char *text)
{
	static const char carriage[] = "_x000D_"; /* how OOXML writes \r */
	size_t len;
	const char *trimmed = utf8_trim(text, strlen(text), &len);
	auto_buf out = BUF_INIT;

	if (len > 1 && trimmed[0] == '\'' && strchr("=+-@", trimmed[1])) {
		trimmed++;
		len--;
	}
	for (size_t i = 0; i < len; i++) {
		if (len - i >= strlen(carriage) &&
		    memcmp(trimmed + i, carriage, strlen(carriage)) == 0)
			i += strlen(carriage) - 1;
		else if (trimmed[i] != '\r')
			buf_addc(&out, trimmed[i]);
		else if (i + 1 == len || trimmed[i + 1] != '\n')
			buf_addc(&out, '\n');
	}
	return buf_dup(&out, arena);
}

bool import_text(struct arena *arena, const struct grid *sheet,
		 const struct grid_cell *cell, const char **out, const char **fault)
{
	*fault = NULL;
	*out = plain_text(arena, cell->text);
	if (cell->computed && !cell->text[0])
		*fault = tr(
			"a formula whose result was never saved: open the file, save it, "
			"try again");
	else if (cell->type == GRID_ERROR)
		*fault = tr("the spreadsheet shows an error here instead of a value");
	else if (cell->type == GRID_BOOLEAN)
		*out = strcmp(cell->text, "0") == 0 ? "否" : "是";
	else if (cell->type == GRID_DATE && strchr(cell->text, '-') == NULL)
		*out = serial_day(arena, sheet, cell->text);
	else if (cell->type == GRID_NUMBER)
		*out = number_text(arena, cell->text);
	else if (cell->type == GRID_TEXT && is_short_form(*out))
		*fault = tr(damaged);
	if (!*out) {
		*out = cell->text;
		*fault = cell->type == GRID_DATE
				 ? tr("the spreadsheet has no day here that there is")
				 : tr(damaged);
	}
	return *fault == NULL;
}

const char *import_one_line(struct arena *arena, const char *text)
{
	auto_buf out = BUF_INIT;
	size_t len = strlen(text);
	uint32_t before = 0;
	bool gap = false;

	for (size_t at = 0, used; at < len; at += used) {
		uint32_t code = utf8_decode(text + at, len - at, &used);

		if (code == '\n' || code == '\r' || code == '\t') {
			gap = true;
			continue;
		}
		if (gap && before && before < 0x2E80 && code < 0x2E80 && before != ' ' &&
		    code != ' ')
			buf_addc(&out, ' ');
		gap = false;
		before = code;
		buf_add(&out, text + at, used);
	}
	return buf_dup(&out, arena);
}

/* How long a number before a name is: 1. 1、 （1） ①; 0 where there is none. */
static size_t number_at(const char *text)
{
	static const char *const opening[] = { "(", "（" };
	static const char *const closing[] = { ".", "、", "．", ")", "）", ":" };
	size_t at = 0;
	size_t digits;
	size_t used;

	if (utf8_decode(text, strlen(text), &used) - 0x2460 < 20) /* ① to ⑳ */
		return used;
	for (size_t i = 0; i < ARRAY_LEN(opening) && at == 0; i++)
		if (strncmp(text, opening[i], strlen(opening[i])) == 0)
			at = strlen(opening[i]);
	digits = strspn(text + at, "0123456789");
	if (digits == 0 || digits > 2)
		return 0;
	at += digits;
	for (size_t i = 0; i < ARRAY_LEN(closing); i++)
		if (strncmp(text + at, closing[i], strlen(closing[i])) == 0) {
			at += strlen(closing[i]);
			return strspn(text + at, "0123456789") ? 0 : at;
		}
	return 0;
}

void import_split(struct arena *arena, const char *text, struct strings *out)
{
	static const char between[] = "》、《";
	static const char comma[] = "、";
	size_t start = 0;
	size_t end = strlen(text);

	for (size_t at = 0; at <= end; at++) {
		size_t skip = 0;
		size_t keep = 0; /* bytes at the cut that belong to the entry before */
		size_t len;
		const char *entry;

		if (at == end || text[at] == '\n' || text[at] == ';') {
			skip = 1;
		} else if (strncmp(text + at, "；", strlen("；")) == 0) {
			skip = strlen("；");
		} else if (strncmp(text + at, between, strlen(between)) == 0) {
			keep = strlen("》");
			skip = strlen("》、");
		} else if (strncmp(text + at, comma, strlen(comma)) == 0 &&
			   number_at(text + at + strlen(comma)) > 0) {
			skip = strlen(comma); /* 1.机构名称、2.开放时间 */
		}
		if (skip == 0)
			continue;
		entry = utf8_trim(text + start, at + keep - start, &len);
		if (len > 0)
			strings_add(arena, out, arena_strndup(arena, entry, len));
		start = at + skip;
		at = start - 1;
	}
}

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
	cut = number_at(trimmed);
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

	for (const char *p = text + number_at(text); *p;) {
		size_t cut = separator_at(p);

		if (cut) {
			add_box(arena, out, TICK_OTHER, start, (size_t)(p - start));
			start = p + cut;
			cut += strspn(start, " ");
			cut += number_at(p + cut);
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
static const char *from_symbols(struct arena *arena, const char *text)
{
	static const char *const empty[] = { "£", "¨" };
	static const char *const full[] = { "R", "V", "v", "P", "þ" };
	auto_buf out = BUF_INIT;
	bool fresh = true;

	for (const char *p = text; *p;) {
		size_t no = one_at(p, empty, ARRAY_LEN(empty));
		size_t yes = fresh ? one_at(p, full, ARRAY_LEN(full)) : 0;

		if (yes && !((unsigned char)p[yes + strspn(p + yes, " ")] & 0x80U))
			yes = 0;
		if (no || yes)
			buf_adds(&out, no ? empty_boxes[0] : full_boxes[0]);
		else
			buf_addc(&out, *p);
		fresh = no || strchr(" \n\t,;", *p) || separator_at(p);
		p += no + yes ? no + yes : 1;
		/* The other bytes of the separator. */
		for (; fresh && ((unsigned char)*p & 0xC0U) == 0x80; p++)
			buf_addc(&out, *p);
	}
	return buf_dup(&out, arena);
}

void import_boxes(struct arena *arena, const char *text, struct list *out)
{
	enum import_tick state;

	text = from_symbols(arena, text + strspn(text, " \n\t"));
	if (!has_boxes(text))
		names_only(arena, text, out);
	else if (!box_at(text, &state) && ends_with_box(text))
		boxes_behind(arena, text, out);
	else
		boxes_before(arena, text, out);
}
