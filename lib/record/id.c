#include "record/id.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
	UNIT_DIGITS = 4,
	SERIAL_DIGITS = 5,
	DIGITS_MAX = 9,
	YEAR_MIN = 1900,
	YEAR_MAX = 2199,
	FOLDER_SIZE = 1000, /* records of a numbered folder */
};

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* What YAML 1.1 or 1.2 reads as something else than text. */
static bool is_yaml_word(const char *s)
{
	static const char *const words[] = { "no", "yes",  "on",   "off",  "y",
					     "n",  "null", "true", "false" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strcmp(words[i], s) == 0)
			return true;
	return false;
}

/* Four digits of a year at `s`; 0 when it is none. */
static int read_year(const char *s)
{
	int year = 0;

	for (int i = 0; i < 4; i++) {
		if (!is_digit(s[i]))
			return 0;
		year = year * 10 + (s[i] - '0');
	}
	return year >= YEAR_MIN && year <= YEAR_MAX ? year : 0;
}

/* A number padded to `width` and no further, to the end of the text; 0 when it is none. */
static int64_t read_number(const char *s, size_t width)
{
	size_t len = strlen(s);
	int64_t number = 0;

	if (len < width || len > DIGITS_MAX || (len > width && s[0] == '0'))
		return 0;
	for (size_t i = 0; i < len; i++) {
		if (!is_digit(s[i]))
			return 0;
		number = number * 10 + (s[i] - '0');
	}
	return number;
}

bool unit_code_is_valid(const char *code)
{
	size_t len = strlen(code);

	if (len < 2 || len > UNIT_CODE_MAX || !is_lower(code[0]) || is_yaml_word(code))
		return false;
	for (size_t i = 1; i < len; i++)
		if (!is_lower(code[i]) && !is_digit(code[i]))
			return false;
	/* r2026-00001 must not be a record of a unit r2026. */
	return len != 5 || read_year(code + 1) == 0;
}

/* social-assistance: words with hyphens, which must not end as a numbered id does. */
static bool is_code(const char *id)
{
	size_t len = strlen(id);
	const char *last = strrchr(id, '-');

	if (len < 2 || len >= ID_MAX || !is_lower(id[0]) || is_yaml_word(id))
		return false;
	for (size_t i = 1; i < len; i++) {
		bool joint = id[i] == '-' && id[i - 1] != '-' && i + 1 < len;

		if (!is_lower(id[i]) && !is_digit(id[i]) && !joint)
			return false;
	}
	return !last || strspn(last + 1, "0123456789") < UNIT_DIGITS ||
	       last[1 + strspn(last + 1, "0123456789")] != '\0';
}

static bool parse_unit_id(const char *id, struct id_parts *out)
{
	const char *hyphen = strchr(id, '-');
	size_t len = hyphen ? (size_t)(hyphen - id) : 0;

	if (len == 0 || len > UNIT_CODE_MAX)
		return false;
	memcpy(out->unit, id, len);
	out->unit[len] = '\0';
	out->number = read_number(hyphen + 1, UNIT_DIGITS);
	return out->number > 0 && unit_code_is_valid(out->unit);
}

static bool parse_serial_id(char letter, const char *id, struct id_parts *out)
{
	if (letter && *id++ != letter)
		return false;
	out->year = read_year(id);
	if (out->year == 0 || id[4] != '-')
		return false;
	out->number = read_number(id + 5, SERIAL_DIGITS);
	return out->number > 0;
}

/* The parts of an id of this kind; false when it is none of the kind's. */
static bool parse_as(const struct kind *kind, const char *id, struct id_parts *out)
{
	*out = (struct id_parts){ .kind = kind };
	switch (kind->id_form) {
	case ID_SINGLE:
		return strcmp(id, kind->name) == 0;
	case ID_CODE:
		return is_code(id);
	case ID_UNIT:
		return parse_unit_id(id, out);
	case ID_YEAR:
		out->year = strlen(id) == 4 ? read_year(id) : 0;
		return out->year > 0;
	case ID_SERIAL:
		return parse_serial_id(kind->letter, id, out);
	}
	return false;
}

bool id_parse(const struct kind_set *set, const char *id, struct id_parts *out)
{
	for (size_t i = 0; i < set->count; i++) {
		const struct kind *kind = set->items[i];

		if ((kind->id_form == ID_UNIT || kind->id_form == ID_SERIAL) &&
		    parse_as(kind, id, out))
			return true;
	}
	return false;
}

bool id_fits(const struct kind *kind, const char *id)
{
	struct id_parts parts;

	return parse_as(kind, id, &parts);
}

void id_format(const struct kind *kind, const char *unit, int year, int64_t number,
	       struct buf *out)
{
	if (kind->id_form == ID_UNIT) {
		buf_addf(out, "%s-%0*" PRId64, unit, (int)UNIT_DIGITS, number);
		return;
	}
	if (kind->letter)
		buf_addc(out, kind->letter);
	buf_addf(out, "%04d-%0*" PRId64, year, (int)SERIAL_DIGITS, number);
}

void id_path(const struct kind *kind, const char *id, struct buf *out)
{
	struct id_parts parts;

	/* An id that does not fit has zero parts: its path is that of no record. */
	(void)parse_as(kind, id, &parts);
	buf_adds(out, kind->dir);
	if (kind->id_form == ID_SINGLE)
		return;
	buf_addc(out, '/');
	if (kind->id_form == ID_UNIT) {
		buf_adds(out, parts.unit);
		buf_addc(out, '/');
	} else if (kind->id_form == ID_SERIAL) {
		buf_add_number(out, (uint64_t)parts.year, 4);
		buf_addc(out, '/');
		buf_add_number(out, (uint64_t)(parts.number / FOLDER_SIZE), 2);
		buf_addc(out, '/');
	}
	buf_adds(out, id);
	buf_adds(out, ".yaml");
}

bool id_at_path(const struct kind *kind, const char *path, char id[ID_MAX])
{
	static const char ending[] = ".yaml";
	auto_buf expected = BUF_INIT;
	size_t dir = strlen(kind->dir);
	size_t len = strlen(path);

	if (kind->id_form == ID_SINGLE) {
		(void)snprintf(id, ID_MAX, "%s", kind->name);
		return strcmp(path, kind->dir) == 0;
	}
	if (strncmp(path, kind->dir, dir) != 0 || path[dir] != '/' ||
	    len < sizeof(ending) || strcmp(path + len - strlen(ending), ending) != 0)
		return false;
	const char *base = strrchr(path, '/') + 1;
	size_t base_len = strlen(base) - strlen(ending);
	if (base_len >= ID_MAX)
		return false;
	memcpy(id, base, base_len);
	id[base_len] = '\0';
	id_path(kind, id, &expected);
	return id_fits(kind, id) && strcmp(expected.s, path) == 0;
}

const struct kind *id_of_path(const struct kind_set *set, const char *path,
			      char id[ID_MAX])
{
	for (size_t i = 0; i < set->count; i++)
		if (id_at_path(set->items[i], path, id))
			return set->items[i];
	return NULL;
}
