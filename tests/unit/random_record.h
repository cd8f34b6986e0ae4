/*
 * Records filled at random by their table, the same for the same seed.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_RANDOM_RECORD_H
#define GK_TESTS_RANDOM_RECORD_H

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "record/id.h"
#include "record/record.h"

struct filler {
	struct arena *arena;
	const struct kind *kind;
	uint32_t seed;
};

/* xorshift32 */
static inline uint32_t filler_next(struct filler *filler)
{
	uint32_t x = filler->seed;

	x ^= x << 13;
	x ^= x >> 17;
	x ^= x << 5;
	return filler->seed = x;
}

static inline size_t filler_below(struct filler *filler, size_t limit)
{
	assert(limit > 0);
	return filler_next(filler) % limit;
}

/* Text that YAML has opinions about. */
static inline const char *filler_text(struct filler *filler, const struct field *field,
				      bool lines)
{
	static const char *const pieces[] = {
		"公开", "东园镇", "〔2018〕", " ",    "  ",  ": ",  ":",  " #",
		"- ",   "'",      "\"",       "\\",   "{",   "}",   "[",  "]",
		",",    "&a",     "*b",       "!",    "|",   ">",   "%",  "@",
		"`",    "?",      "null",     "no",   "12",  "1.5", "~",  "，",
		"：",   "🀄",      "é",        "---",  "...", "=",   "<<", "2018-07-04",
		"\t",   "\n",     "\n\n",     " \n ",
	};
	size_t count = ARRAY_LEN(pieces) - (lines ? 0 : 3);
	auto_buf text = BUF_INIT;

	for (size_t n = 1 + filler_below(filler, 12); n > 0; n--)
		buf_adds(&text, pieces[filler_below(filler, count)]);
	if (utf8_count(text.s, text.len) > field_limit(field))
		return "- #";
	return buf_dup(&text, filler->arena);
}

static inline const char *filler_ref(struct filler *filler, const struct field *field)
{
	const struct kind *kind = field->ref ? kind_find(field->ref) : filler->kind;
	auto_buf id = BUF_INIT;

	switch (kind->id_form) {
	case ID_SINGLE:
		buf_adds(&id, kind->name);
		break;
	case ID_CODE:
		buf_adds(&id, filler_below(filler, 2) ? "mz" : "dz");
		break;
	case ID_UNIT:
	case ID_SERIAL:
		id_format(kind, "mz", 2018, 1 + (int64_t)filler_below(filler, 99999),
			  &id);
		break;
	case ID_YEAR:
		buf_adds(&id, "2018");
		break;
	}
	return buf_dup(&id, filler->arena);
}

static inline const char *filler_item(struct filler *filler, const struct field *field)
{
	if (field->type == FIELD_REFS)
		return filler_ref(filler, field);
	if (field->type == FIELD_CHOICES)
		return field->choices->items[filler_below(filler, field->choices->count)]
			.code;
	return filler_text(filler, field, /* lines */ true);
}

static inline void fill_fields(struct filler *filler, const struct fields *fields,
			       void *owner);

/* One of the variants that the kind has, or none when entries are all alike. */
static inline const struct fields *fill_tag(struct filler *filler,
					    const struct fields *sub, void *entry)
{
	size_t count = 0;
	const enum act *act = filler->kind->acts;

	if (!sub->variants)
		return sub;
	while (act[count] != ACT_NONE)
		count++;
	int tag = (int)act[filler_below(filler, count)];

	*(int *)(void *)((char *)entry + sub->variants->tag->offset) = tag;
	return &sub->variants->items[tag - 1];
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static inline void fill_list(struct filler *filler, const struct field *field,
			     struct list *list)
{
	if (field->sub->variants && !filler->kind->acts)
		return;
	for (size_t n = filler_below(filler, 3); n > 0; n--) {
		void *entry = list_add(filler->arena, list, field->sub->size);
		const struct fields *fields = fill_tag(filler, field->sub, entry);

		fill_fields(filler, fields, entry);
	}
}

static inline void fill_strings(struct filler *filler, const struct field *field,
				struct strings *list)
{
	for (size_t n = 1 + filler_below(filler, 4); n > 0; n--)
		strings_add(filler->arena, list, filler_item(filler, field));
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static inline void fill_member(struct filler *filler, const struct field *field,
			       void *member)
{
	switch (field->type) {
	case FIELD_STRING:
	case FIELD_URL:
		*(const char **)member = filler_text(filler, field, /* lines */ false);
		break;
	case FIELD_TEXT:
		*(const char **)member = filler_text(filler, field, /* lines */ true);
		break;
	case FIELD_DECIMAL:
		*(const char **)member = filler_below(filler, 2) ? "-7730.28" : "15";
		break;
	case FIELD_REF:
		*(const char **)member = filler_ref(filler, field);
		break;
	case FIELD_DATE:
		*(struct date *)member =
			date_from_days((int32_t)filler_below(filler, 30000));
		break;
	case FIELD_INT:
		*(struct number *)member =
			(struct number){ .set = true,
					 .n = (int64_t)filler_next(filler) - INT32_MAX };
		break;
	case FIELD_CHOICE:
		*(int *)member = 1 + (int)filler_below(filler, field->choices->count);
		break;
	case FIELD_STRINGS:
	case FIELD_REFS:
	case FIELD_CHOICES:
		fill_strings(filler, field, member);
		break;
	case FIELD_GROUP:
		fill_fields(filler, field->sub, member);
		break;
	case FIELD_LIST:
		fill_list(filler, field, member);
		break;
	case FIELD_TYPE_COUNT:
		break;
	}
}

/* About two in three members; the tag of an entry is there already. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static inline void fill_fields(struct filler *filler, const struct fields *fields,
			       void *owner)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (!field_is_set(field, owner) && filler_below(filler, 3) > 0)
			fill_member(filler, field, (char *)owner + field->offset);
	}
}

/* A whole record with an id that fits its kind; *path gets where it belongs. */
static inline struct record *random_record(struct filler *filler, struct buf *path)
{
	const struct field own = { .type = FIELD_REF };
	struct record *record = record_new(filler->arena, filler->kind);

	record->common->id = filler_ref(filler, &own);
	fill_fields(filler, &filler->kind->fields, record->common);
	fill_fields(filler, &common_fields, record->common);
	id_path(filler->kind, record->common->id, path);
	return record;
}

#endif
