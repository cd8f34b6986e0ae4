#include <string.h>

#include "site/book.h"

static void keep_fields(struct arena *arena, const struct fields *fields, const void *src,
			void *dst);

static void keep_strings(struct arena *arena, const struct strings *src,
			 struct strings *dst)
{
	*dst = (struct strings){ 0 };
	for (size_t i = 0; i < src->count; i++)
		strings_add(arena, dst, arena_strdup(arena, src->items[i]));
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void keep_list(struct arena *arena, const struct field *field,
		      const struct list *src, struct list *dst)
{
	*dst = (struct list){ 0 };
	for (size_t i = 0; i < src->count; i++)
		keep_fields(arena, field->sub, field_entry(field, src, i),
			    list_add(arena, dst, field->sub->size));
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void keep_field(struct arena *arena, const struct field *field, const void *src,
		       void *dst)
{
	void *member = (char *)dst + field->offset;

	if (field->type == FIELD_GROUP)
		keep_fields(arena, field->sub, field_at(field, src), member);
	else if (field->type == FIELD_LIST)
		keep_list(arena, field, field_list(field, src), member);
	else if (field_is_strings(field))
		keep_strings(arena, field_strings(field, src), member);
	else if (field_is_text(field) && field_text(field, src))
		*(const char **)member = arena_strdup(arena, field_text(field, src));
	else
		memcpy(member, field_at(field, src), field_size(field));
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void keep_fields(struct arena *arena, const struct fields *fields, const void *src,
			void *dst)
{
	for (size_t i = 0; i < fields->count; i++)
		keep_field(arena, &fields->items[i], src, dst);
}

const void *public_keep(struct arena *arena, const struct public_record *pub)
{
	struct common *copy = arena_alloc(arena, 1, pub->kind->fields.size);

	copy->id = arena_strdup(arena, pub->common->id);
	keep_strings(arena, &pub->common->tags, &copy->tags);
	keep_fields(arena, &pub->kind->fields, pub->common, copy);
	return copy;
}
