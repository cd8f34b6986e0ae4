#include "record/field.h"

#include <string.h>

#include "base/near.h"

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

/* A group of fields whose label has the word in it: 要素 of 六个要素. */
static const struct field *group_of_word(const struct fields *fields, const char *word)
{
	const size_t two_characters = strlen("要素");

	for (size_t i = 0; i < fields->count && strlen(word) >= two_characters; i++)
		if (fields->items[i].type == FIELD_GROUP &&
		    strstr(fields->items[i].zh, word))
			return &fields->items[i];
	return NULL;
}

const struct field *fields_nearest(const struct fields *fields, const char *key,
				   bool group)
{
	const struct field *exact = fields_find(fields, key, /* labels */ true);
	size_t best = near_limit(key);
	const struct field *nearest = NULL;

	if (group && (!exact || exact->type != FIELD_GROUP))
		nearest = group_of_word(fields, key);
	if (nearest || exact)
		return nearest ? nearest : exact;
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];
		size_t by_key = near_distance(field->key, key);
		size_t by_label = near_distance(field->zh, key);
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
