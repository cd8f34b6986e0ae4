#include "record/field.h"

#include <string.h>

#include "base/utf8.h"

enum { NEAR_MAX = 40 }; /* characters: longer keys are not worth a guess */

/* Characters of a text, where the field does not say. */
enum { STRING_LIMIT = 1000, URL_LIMIT = 2000, TEXT_LIMIT = 300000 };

/* Whether `text` is the label, or its part before or inside （…）: 标题（信息名称）. */
static bool label_fits(const char *label, const char *text)
{
	static const char open[] = "（";
	static const char close[] = "）";
	size_t len = strlen(text);
	const char *bracket = strstr(label, open);

	if (!bracket || len == 0)
		return false;
	if ((size_t)(bracket - label) == len && memcmp(label, text, len) == 0)
		return true;
	const char *inside = bracket + strlen(open);
	return strncmp(inside, text, len) == 0 && strcmp(inside + len, close) == 0;
}

const struct field *fields_find(const struct fields *fields, const char *key, bool labels)
{
	for (size_t i = 0; i < fields->count; i++)
		if (strcmp(fields->items[i].key, key) == 0)
			return &fields->items[i];
	if (!labels)
		return NULL;
	for (size_t i = 0; i < fields->count; i++)
		if (strcmp(fields->items[i].zh, key) == 0)
			return &fields->items[i];
	for (size_t i = 0; i < fields->count; i++)
		if (label_fits(fields->items[i].zh, key))
			return &fields->items[i];
	return NULL;
}

/* Code points of `s`; NEAR_MAX + 1 when there are more than NEAR_MAX. */
static size_t decode(const char *s, uint32_t out[NEAR_MAX])
{
	size_t len = strlen(s);
	size_t count = 0;

	while (len > 0) {
		size_t used;

		if (count == NEAR_MAX)
			return NEAR_MAX + 1;
		out[count++] = utf8_decode(s, len, &used);
		s += used;
		len -= used;
	}
	return count;
}

static size_t smallest(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/* Levenshtein's distance in characters; NEAR_MAX + 1 for what is too long. */
static size_t distance(const char *a, const char *b)
{
	uint32_t left[NEAR_MAX];
	uint32_t right[NEAR_MAX];
	size_t row[NEAR_MAX + 1];
	size_t n = decode(a, left);
	size_t m = decode(b, right);

	if (n > NEAR_MAX || m > NEAR_MAX)
		return NEAR_MAX + 1;
	for (size_t j = 0; j <= m; j++)
		row[j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t above = row[j];

			row[j] = smallest(above + 1, row[j - 1] + 1,
					  diagonal + (left[i - 1] != right[j - 1]));
			diagonal = above;
		}
	}
	return row[m];
}

const struct field *fields_nearest(const struct fields *fields, const char *key)
{
	const struct field *exact = fields_find(fields, key, /* labels */ true);
	size_t count = utf8_count(key, strlen(key));
	/* A third of the characters may be wrong, one in any word of two or more. */
	size_t best = count < 2 ? 0 : (count < 5 ? 1 : (count + 1) / 3);
	const struct field *nearest = NULL;

	if (exact)
		return exact;
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];
		size_t by_key = distance(field->key, key);
		size_t by_label = distance(field->zh, key);
		size_t d = by_key < by_label ? by_key : by_label;

		/* Of equally near ones the first wins. */
		if (d < best || (d == best && d > 0 && !nearest)) {
			best = d;
			nearest = field;
		}
	}
	return nearest;
}

/* Whether `text` is one of the |-separated aliases. */
static bool alias_fits(const char *aliases, const char *text)
{
	size_t len = strlen(text);

	while (aliases && len > 0) {
		const char *bar = strchr(aliases, '|');
		size_t part = bar ? (size_t)(bar - aliases) : strlen(aliases);

		if (part == len && memcmp(aliases, text, len) == 0)
			return true;
		aliases = bar ? bar + 1 : NULL;
	}
	return false;
}

int choice_find(const struct choices *choices, const char *text, bool labels)
{
	for (size_t i = 0; i < choices->count; i++)
		if (strcmp(choices->items[i].code, text) == 0)
			return (int)i + 1;
	if (!labels)
		return 0;
	for (size_t i = 0; i < choices->count; i++)
		if (strcmp(choices->items[i].zh, text) == 0 ||
		    strcmp(choices->items[i].en, text) == 0)
			return (int)i + 1;
	for (size_t i = 0; i < choices->count; i++)
		if (alias_fits(choices->items[i].aliases, text) ||
		    label_fits(choices->items[i].zh, text))
			return (int)i + 1;
	return 0;
}

const struct choice *choice_of(const struct choices *choices, int value)
{
	if (value <= 0 || (size_t)value > choices->count)
		return NULL;
	return &choices->items[value - 1];
}

const char *choice_code(const struct choices *choices, int value)
{
	const struct choice *choice = choice_of(choices, value);

	return choice ? choice->code : NULL;
}

const struct fields *fields_of_entry(const struct fields *sub, const void *entry)
{
	const struct variants *variants = sub->variants;

	if (!variants)
		return sub;
	int tag = field_choice(variants->tag, entry);
	return tag > 0 && (size_t)tag <= variants->count ? &variants->items[tag - 1]
							 : sub;
}

size_t field_size(const struct field *field)
{
	switch (field->type) {
	case FIELD_STRING:
	case FIELD_TEXT:
	case FIELD_DECIMAL:
	case FIELD_REF:
	case FIELD_URL:
		return sizeof(const char *);
	case FIELD_DATE:
		return sizeof(struct date);
	case FIELD_INT:
		return sizeof(struct number);
	case FIELD_CHOICE:
		return sizeof(int);
	case FIELD_STRINGS:
	case FIELD_REFS:
	case FIELD_CHOICES:
		return sizeof(struct strings);
	case FIELD_GROUP:
		return field->sub->size;
	case FIELD_LIST:
		return sizeof(struct list);
	case FIELD_TYPE_COUNT:
		break;
	}
	return 0;
}

size_t field_limit(const struct field *field)
{
	if (field->max > 0)
		return field->max;
	if (field->type == FIELD_TEXT || field->type == FIELD_STRINGS)
		return TEXT_LIMIT;
	return field->type == FIELD_URL ? URL_LIMIT : STRING_LIMIT;
}

bool field_is_text(const struct field *field)
{
	return field->type == FIELD_STRING || field->type == FIELD_TEXT ||
	       field->type == FIELD_DECIMAL || field->type == FIELD_REF ||
	       field->type == FIELD_URL;
}

bool field_is_strings(const struct field *field)
{
	return field->type == FIELD_STRINGS || field->type == FIELD_REFS ||
	       field->type == FIELD_CHOICES;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
bool field_is_set(const struct field *field, const void *owner)
{
	switch (field->type) {
	case FIELD_STRING:
	case FIELD_TEXT:
	case FIELD_DECIMAL:
	case FIELD_REF:
	case FIELD_URL:
		return field_text(field, owner) != NULL;
	case FIELD_DATE:
		return date_is_set(field_date(field, owner));
	case FIELD_INT:
		return field_number(field, owner).set;
	case FIELD_CHOICE:
		return field_choice(field, owner) != 0;
	case FIELD_STRINGS:
	case FIELD_REFS:
	case FIELD_CHOICES:
		return field_strings(field, owner)->count > 0;
	case FIELD_LIST:
		return field_list(field, owner)->count > 0;
	case FIELD_GROUP:
		for (size_t i = 0; i < field->sub->count; i++)
			if (field_is_set(&field->sub->items[i], field_at(field, owner)))
				return true;
		return false;
	case FIELD_TYPE_COUNT:
		break;
	}
	return false;
}
