/*
 * Fill every member of a record: what the table calls public with one text, what it
 * does not with another.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_FILL_RECORD_H
#define GK_TESTS_FILL_RECORD_H

#include "record/record.h"

struct filling {
	struct arena *arena;
	const struct kind *kind;
	const char *open;   /* for public members */
	const char *closed; /* for the others */
	struct date closed_day;
	int64_t closed_number;
};

static inline void fill_fields(const struct filling *fill, const struct fields *fields,
			       void *owner, bool closed);

/* One entry of each act, or one more than there are. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static inline void fill_list(const struct filling *fill, const struct field *field,
			     struct list *list, bool closed)
{
	const struct fields *sub = field->sub;
	const enum act *act = fill->kind->acts;

	for (; sub->variants && act && *act != ACT_NONE; act++)
		((struct event *)list_add(fill->arena, list, sub->size))->act = (int)*act;
	if (!sub->variants)
		(void)list_add(fill->arena, list, sub->size);
	for (size_t i = 0; i < list->count; i++) {
		void *entry = (char *)list->items + i * sub->size;

		fill_fields(fill, fields_of_entry(sub, entry), entry, closed);
		if (sub->entry_is_public && !sub->entry_is_public(entry))
			fill_fields(fill, fields_of_entry(sub, entry), entry, true);
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static inline void fill_field(const struct filling *fill, const struct field *field,
			      void *member, bool closed)
{
	switch (field->type) {
	case FIELD_STRING:
		if ((field->flags & FIELD_FILE) && !closed) {
			*(const char **)member = "file.bin";
			break;
		}
		*(const char **)member = closed ? fill->closed : fill->open;
		break;
	case FIELD_TEXT:
	case FIELD_DECIMAL:
	case FIELD_URL:
		*(const char **)member = closed ? fill->closed : fill->open;
		break;
	case FIELD_REF:
		if (closed || (field->flags & FIELD_OPEN_REF))
			*(const char **)member = closed ? fill->closed : fill->open;
		break;
	case FIELD_DATE:
		if (closed)
			*(struct date *)member = fill->closed_day;
		else if (!date_is_set(*(struct date *)member))
			*(struct date *)member = (struct date){ 2018, 1, 2 };
		break;
	case FIELD_INT:
		*(struct number *)member =
			(struct number){ true, closed ? fill->closed_number : 7 };
		break;
	case FIELD_CHOICE:
		if (*(int *)member == 0)
			*(int *)member = 1;
		break;
	case FIELD_STRINGS:
		strings_add(fill->arena, member, closed ? fill->closed : fill->open);
		break;
	case FIELD_REFS:
	case FIELD_CHOICES:
		if (closed)
			strings_add(fill->arena, member, fill->closed);
		break;
	case FIELD_GROUP:
		fill_fields(fill, field->sub, member, closed);
		break;
	case FIELD_LIST:
		fill_list(fill, field, member, closed);
		break;
	case FIELD_TYPE_COUNT:
		break;
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static inline void fill_fields(const struct filling *fill, const struct fields *fields,
			       void *owner, bool closed)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		fill_field(fill, field, (char *)owner + field->offset,
			   closed || field->vis != VIS_PUBLIC);
	}
}

/* All but what makes the record another one: its id, and being void or moved. */
static inline void fill_record(struct filling *fill, struct record *record)
{
	struct common *common = record->common;
	const char *id = common->id;
	struct extra *extra = list_add(fill->arena, &common->extra, sizeof(*extra));

	fill->kind = record->kind;
	fill_fields(fill, &common_fields, common, false);
	fill_fields(fill, &record->kind->fields, common, false);
	*extra = (struct extra){ .key = "x-inner", .yaml = fill->closed };
	common->id = id;
	common->voided = (struct voided){ 0 };
	common->moved_to = NULL;
}

#endif
