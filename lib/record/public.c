#include "record/public.h"

#include <stdlib.h>
#include <string.h>

#include "record/record.h"
#include "record/write_private.h"

/*
 * Copies go from `src` to a zeroed `dst`; what is not copied does not leave.
 * Texts and lists of texts are shared with the record.
 */
static void copy_fields(struct arena *arena, const struct fields *fields, const void *src,
			void *dst);

static bool entry_is_public(const struct field *field, const void *entry)
{
	return !field->sub->entry_is_public || field->sub->entry_is_public(entry);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void copy_entries(struct arena *arena, const struct field *field,
			 const struct list *src, struct list *dst)
{
	for (size_t i = 0; i < src->count; i++) {
		const void *entry = field_entry(field, src, i);

		if (entry_is_public(field, entry))
			copy_fields(arena, fields_of_entry(field->sub, entry), entry,
				    list_add(arena, dst, field->sub->size));
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void copy_fields(struct arena *arena, const struct fields *fields, const void *src,
			void *dst)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];
		void *member = (char *)dst + field->offset;

		if (field->vis != VIS_PUBLIC)
			continue;
		if (field->type == FIELD_LIST)
			copy_entries(arena, field, field_list(field, src), member);
		else if (field->type == FIELD_GROUP)
			copy_fields(arena, field->sub, field_at(field, src), member);
		else
			memcpy(member, field_at(field, src), field_size(field));
	}
}

static void copy_extra(struct arena *arena, const struct list *src,
		       const struct strings *public_x, struct list *dst)
{
	for (size_t i = 0; public_x && i < src->count; i++) {
		const struct extra *extra = list_at(src, struct extra, i);

		if (strings_has(public_x, extra->key))
			*(struct extra *)list_add(arena, dst, sizeof(*extra)) = *extra;
	}
}

/* The view as if the record were public as a whole. */
static struct public_record *view_of(struct arena *arena, const struct record *record,
				     const struct strings *public_x)
{
	struct public_record *pub = arena_new(arena, struct public_record);
	struct common *common = arena_alloc(arena, 1, record->kind->fields.size);

	copy_fields(arena, &common_fields, record->common, common);
	copy_fields(arena, &record->kind->fields, record->common, common);
	copy_extra(arena, &record->common->extra, public_x, &common->extra);
	*pub = (struct public_record){ .kind = record->kind, .common = common };
	return pub;
}

/* A voided or renumbered record is a stub that says nothing to the public. */
static bool is_stub(const struct common *common)
{
	return common->moved_to || date_is_set(common->voided.date) ||
	       common->voided.by || common->voided.reason;
}

const struct public_record *public_view(struct arena *arena, const struct record *record,
					const struct strings *public_x)
{
	const struct kind *kind = record->kind;

	if (kind->store == STORE_PRIVATE || is_stub(record->common) ||
	    (kind->is_public && !kind->is_public(record->common)))
		return NULL;
	return view_of(arena, record, public_x);
}

void public_json(const struct public_record *pub, struct json *json, bool events)
{
	common_json(pub->kind, pub->common, events, json);
}

/* ---- digest ---- */

/* Add the texts of all FIELD_FILE members of a public view. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void collect_files(struct arena *arena, const struct fields *fields,
			  const void *owner, struct strings *files)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (field->type == FIELD_GROUP) {
			collect_files(arena, field->sub, field_at(field, owner), files);
			continue;
		}
		if (field->type != FIELD_LIST) {
			if ((field->flags & FIELD_FILE) && field_is_set(field, owner))
				strings_add(arena, files, field_text(field, owner));
			continue;
		}
		const struct list *list = field_list(field, owner);

		for (size_t n = 0; n < list->count; n++)
			collect_files(arena, field->sub, field_entry(field, list, n),
				      files);
	}
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "name:hash" a line, in the order of the names; an attachment that is not there has no hash. */
static void add_files(const struct strings *files, attachment_hash_fn hash, void *payload,
		      struct buf *out)
{
	for (size_t i = 0; i < files->count; i++) {
		char hex[SHA256_HEX_SIZE] = "";

		if (!hash || !hash(payload, files->items[i], hex))
			hex[0] = '\0';
		buf_addf(out, "\n%s:%s", files->items[i], hex);
	}
}

void public_digest(struct arena *arena, const struct record *record,
		   const struct strings *public_x, attachment_hash_fn hash, void *payload,
		   char out[SHA256_HEX_SIZE])
{
	const struct public_record *pub = view_of(arena, record, public_x);
	struct strings files = { 0 };
	auto_buf text = BUF_INIT;
	struct json json;

	json_init(&json, &text, JSON_COMPACT);
	public_json(pub, &json, /* events */ false);
	collect_files(arena, &pub->kind->fields, pub->common, &files);
	if (files.count > 1)
		qsort(files.items, files.count, sizeof(*files.items), compare_texts);
	add_files(&files, hash, payload, &text);
	sha256_hex(text.s, text.len, out);
}
