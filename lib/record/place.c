#include <string.h>

#include "record/record.h"

/* Whether `member` lies in the `size` bytes at `base`. */
static bool lies_in(const void *member, const void *base, size_t size)
{
	uintptr_t at = (uintptr_t)member;
	uintptr_t from = (uintptr_t)base;

	return base && at >= from && at - from < size;
}

/* Bytes of memory that a place speaks for: an entry's when it is one, else the member's. */
static size_t place_size(const struct record_place *place)
{
	const struct yaml_node *node = place->node;

	if (place->field->type != FIELD_LIST)
		return field_size(place->field);
	return node->type == YAML_SEQUENCE ? sizeof(struct list)
					   : place->field->sub->size;
}

/* The innermost of the places at one address was noted last. */
static const struct record_place *find_place(const struct record *record,
					     const void *member)
{
	for (size_t i = record->place_count; i > 0; i--)
		if (record->places[i - 1].member == member)
			return &record->places[i - 1];
	return NULL;
}

/* The smallest struct that was read and in which the member lies. */
static const struct record_place *find_parent(const struct record *record,
					      const void *member)
{
	const struct record_place *best = NULL;
	size_t best_size = SIZE_MAX;

	for (size_t i = 0; i < record->place_count; i++) {
		const struct record_place *place = &record->places[i];
		size_t size = place_size(place);

		if (size < best_size && lies_in(member, place->member, size)) {
			best = place;
			best_size = size;
		}
	}
	return best;
}

struct yaml_place record_place(const struct record *record, const void *member)
{
	const struct record_place *place = find_place(record, member);

	if (!place)
		place = find_parent(record, member);
	return place ? place->node->place : (struct yaml_place){ .line = 1, .column = 1 };
}

struct search {
	const void *member;
	const struct field *field;
	struct buf *path; /* NULL when only the field is wanted */
	bool closed;      /* a field or an entry on the way is not public */
};

static void add_key(struct search *search, const struct field *field)
{
	search->field = field;
	search->closed = search->closed || field->vis != VIS_PUBLIC;
	if (!search->path)
		return;
	if (search->path->len > 0)
		buf_addc(search->path, '.');
	buf_adds(search->path, field->key);
}

static void add_index(struct search *search, size_t index)
{
	if (search->path)
		buf_addf(search->path, "[%zu]", index);
}

static bool search_fields(struct search *search, const struct fields *fields,
			  const void *owner);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static bool search_entries(struct search *search, const struct field *field,
			   const void *owner)
{
	const struct list *list = field_list(field, owner);
	size_t size = field->sub->size;

	if (list->count == 0 || !lies_in(search->member, list->items, list->count * size))
		return false;
	size_t i = ((uintptr_t)search->member - (uintptr_t)list->items) / size;
	const void *entry = field_entry(field, list, i);

	add_key(search, field);
	add_index(search, i);
	search->closed = search->closed || (field->sub->entry_is_public &&
					    !field->sub->entry_is_public(entry));
	(void)search_fields(search, fields_of_entry(field->sub, entry), entry);
	return true;
}

static bool search_texts(struct search *search, const struct field *field,
			 const void *owner)
{
	const struct strings *list = field_strings(field, owner);

	if (list->count == 0 ||
	    !lies_in(search->member, list->items, list->count * sizeof(*list->items)))
		return false;
	add_key(search, field);
	add_index(search, ((uintptr_t)search->member - (uintptr_t)list->items) /
				  sizeof(*list->items));
	return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static bool search_fields(struct search *search, const struct fields *fields,
			  const void *owner)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];
		const void *at = field_at(field, owner);

		if (field->type == FIELD_LIST && search_entries(search, field, owner))
			return true;
		if (field_is_strings(field) && search_texts(search, field, owner))
			return true;
		if (!lies_in(search->member, at, field_size(field)))
			continue;
		add_key(search, field);
		if (field->type == FIELD_GROUP)
			(void)search_fields(search, field->sub, at);
		return true;
	}
	return false;
}

static bool search_record(struct search *search, const struct record *record)
{
	return search_fields(search, &record->kind->fields, record->common) ||
	       search_fields(search, &common_fields, record->common);
}

const char *record_field_path(struct arena *arena, const struct record *record,
			      const void *member)
{
	auto_buf path = BUF_INIT;
	struct search search = { .member = member, .path = &path };

	(void)search_record(&search, record);
	return buf_dup(&path, arena);
}

const struct field *record_field(const struct record *record, const void *member)
{
	struct search search = { .member = member };

	(void)search_record(&search, record);
	return search.field;
}

bool record_is_public_at(const struct record *record, const void *member)
{
	struct search search = { .member = member };

	return search_record(&search, record) && !search.closed;
}

const char *record_title(const struct record *record)
{
	const struct fields *fields = &record->kind->fields;

	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if ((field->flags & FIELD_TITLE) && field_is_text(field) &&
		    field_text(field, record->common))
			return field_text(field, record->common);
	}
	return record->common->id ? record->common->id : "";
}

const struct record_place *record_place_at(const struct record *record, size_t at)
{
	const struct record_place *best = NULL;

	for (size_t i = 0; i < record->place_count; i++) {
		const struct record_place *place = &record->places[i];

		if (place->node->start <= at && at < place->node->end &&
		    (!best || place->node->start >= best->node->start))
			best = place;
	}
	return best;
}
