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
	char *end;
	double value = strtod(text, &end);

	/* What says that it is a number and is none stays as it is. */
	if (*end || text[strspn(text, "0123456789+-.Ee")])
		return arena_strdup(arena, text);
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

/* What nobody sees: marks of breaks and directions that pages and Word leave in a text. */
static bool is_unseen(uint32_t code)
{
	return code == 0xAD || code == 0x200B || code == 0x200E || code == 0x200F ||
	       (code >= 0x202A && code <= 0x202E) || code == 0x2060 || code == 0xFEFF;
}

/* Ends of line as \n, blanks as blanks, and nothing that nobody sees. */
static void seen_text(struct buf *out, const char *text)
{
	static const char carriage[] = "_x000D_"; /* how OOXML writes \r */
	size_t len = strlen(text);

	for (size_t at = 0, used; at < len; at += used) {
		uint32_t code = utf8_decode(text + at, len - at, &used);

		if (strncmp(text + at, carriage, strlen(carriage)) == 0)
			used = strlen(carriage);
		else if (code == 0xA0)
			buf_addc(out, ' ');
		else if (code == '\r' && text[at + 1] != '\n')
			buf_addc(out, '\n');
		else if (code != '\r' && !is_unseen(code))
			buf_add(out, text + at, used);
	}
}

/* Without blanks around, and without the sign that keeps a text from being a formula. */
static const char *plain_text(struct arena *arena, const char *text)
{
	auto_buf seen = BUF_INIT;
	const char *trimmed;
	size_t len;

	seen_text(&seen, text);
	trimmed = utf8_trim(seen.s, seen.len, &len);
	if (len > 1 && trimmed[0] == '\'' && strchr("=+-@", trimmed[1])) {
		trimmed++;
		len--;
	}
	return arena_strndup(arena, trimmed, len);
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

size_t import_number_at(const char *text)
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

size_t import_parts(const char *text)
{
	static const char *const between[] = { "、", "；", "，" };
	size_t count = 1;

	for (const char *p = text; *p; p++) {
		count += strchr("\n;,", *p) != NULL || import_sign(p) > 0;
		for (size_t i = 0; i < ARRAY_LEN(between); i++)
			count += strncmp(p, between[i], strlen(between[i])) == 0;
	}
	return count;
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
			   import_number_at(text + at + strlen(comma)) > 0) {
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
