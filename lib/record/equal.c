#include <string.h>

#include "record/record.h"
#include "record/write_private.h"

static bool texts_equal(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool strings_equal(const struct strings *a, const struct strings *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (strcmp(a->items[i], b->items[i]) != 0)
			return false;
	return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static bool lists_equal(const struct field *field, const struct list *a,
			const struct list *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++) {
		const void *left = field_entry(field, a, i);
		const void *right = field_entry(field, b, i);
		const struct fields *fields = fields_of_entry(field->sub, left);

		if (fields != fields_of_entry(field->sub, right) ||
		    !fields_equal(fields, left, right))
			return false;
	}
	return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static bool members_equal(const struct field *field, const void *a, const void *b)
{
	switch (field->type) {
	case FIELD_STRING:
	case FIELD_TEXT:
	case FIELD_DECIMAL:
	case FIELD_REF:
	case FIELD_URL:
		return texts_equal(field_text(field, a), field_text(field, b));
	case FIELD_DATE:
		return date_compare(field_date(field, a), field_date(field, b)) == 0;
	case FIELD_INT:
		return field_number(field, a).set == field_number(field, b).set &&
		       field_number(field, a).n == field_number(field, b).n;
	case FIELD_CHOICE:
		return field_choice(field, a) == field_choice(field, b);
	case FIELD_STRINGS:
	case FIELD_REFS:
	case FIELD_CHOICES:
		return strings_equal(field_strings(field, a), field_strings(field, b));
	case FIELD_GROUP:
		return fields_equal(field->sub, field_at(field, a), field_at(field, b));
	case FIELD_LIST:
		return lists_equal(field, field_list(field, a), field_list(field, b));
	case FIELD_TYPE_COUNT:
		break;
	}
	return false;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
bool fields_equal(const struct fields *fields, const void *a, const void *b)
{
	for (size_t i = 0; i < fields->count; i++)
		if (!members_equal(&fields->items[i], a, b))
			return false;
	return true;
}

static bool extras_equal(const struct list *a, const struct list *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++) {
		const struct extra *left = list_at(a, struct extra, i);
		const struct extra *right = list_at(b, struct extra, i);

		if (strcmp(left->key, right->key) != 0 ||
		    strcmp(left->yaml, right->yaml) != 0)
			return false;
	}
	return true;
}

bool record_equal(const struct record *a, const struct record *b)
{
	return a->kind == b->kind && fields_equal(&common_fields, a->common, b->common) &&
	       fields_equal(&a->kind->fields, a->common, b->common) &&
	       extras_equal(&a->common->extra, &b->common->extra);
}
