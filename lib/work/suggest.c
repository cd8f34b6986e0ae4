#include "work/suggest.h"

#include <string.h>

#include "record/document.h"
#include "record/item.h"
#include "record/path.h"
#include "record/unit.h"
#include "work/act.h"

/* What a record probably has in common with the last one of its unit. */
static const struct {
	const struct kind *kind;
	const char *paths[12]; /* ended by NULL */
} alike[] = {
	{ &item_kind,
	  { "group", "categories", "source", "nature", "disclosure.attribute", "limit",
	    "frequency", "channels", "audience", "level", "stage" } },
	{ &document_kind, { "type", "form", "normative.is", "disclosure.attribute" } },
};

static const char *const *paths_of(const struct kind *kind)
{
	for (size_t i = 0; i < ARRAY_LEN(alike); i++)
		if (alike[i].kind == kind)
			return alike[i].paths;
	return NULL;
}

/* ---- the unit ---- */

struct unit_search {
	struct work *work;
	const char *of_typist;
	size_t of_typist_count;
	const char *inner; /* the first inner one */
	size_t inner_count;
};

static bool is_name(const char *name, const char *typist)
{
	return name && typist && strcmp(name, typist) == 0;
}

static int look_at_unit(void *payload, const struct index_row *row)
{
	struct unit_search *search = payload;
	struct arena *arena = search->work->arena;
	struct record *record;
	struct error absent;
	const struct unit *unit;

	if (catalogue_read(search->work->catalogue, arena, row->path, &record, &absent) <
	    0)
		return 0;
	unit = RECORD(record, struct unit);
	if ((is_name(unit->clerk, search->work->typist) ||
	     is_name(unit->head, search->work->typist)) &&
	    ++search->of_typist_count == 1)
		search->of_typist = arena_strdup(arena, row->id);
	if (unit->kind == UNIT_INNER && ++search->inner_count == 1)
		search->inner = arena_strdup(arena, row->id);
	return 0;
}

static int suggest_unit(struct work *work, struct record *out, const char **unit,
			struct error *err)
{
	const struct index_query query = { .kind = unit_kind.name };
	struct unit_search search = { .work = work };
	const struct field *field = kind_field(out->kind, "unit", false);
	const char *id;

	if (!field || field->type != FIELD_REF)
		return 0;
	if (index_each(work->index, &query, look_at_unit, &search, err) < 0)
		return -1;
	id = search.of_typist_count == 1 ? search.of_typist : NULL;
	if (!id && search.inner_count == 1)
		id = search.inner;
	*(const char **)(void *)((char *)(void *)out->common + field->offset) = id;
	*unit = id;
	return 0;
}

/* ---- the last record of the unit ---- */

static int note_path(void *payload, const struct index_row *row)
{
	struct buf *path = payload;

	buf_reset(path);
	buf_adds(path, row->path);
	return 0;
}

/* Rows come in order of their numbers: the last one is the latest. */
static int suggest_alike(struct work *work, const char *unit, struct record *out,
			 struct error *err)
{
	const struct index_filter filter = { .field = "unit", .value = unit };
	const struct index_query query = { .kind = out->kind->name,
					   .filters = &filter,
					   .filter_count = 1 };
	const char *const *paths = paths_of(out->kind);
	auto_buf path = BUF_INIT;
	struct record *last;

	if (!paths)
		return 0;
	if (index_each(work->index, &query, note_path, &path, err) < 0)
		return -1;
	if (path.len == 0)
		return 0;
	if (catalogue_read(work->catalogue, work->arena, path.s, &last, err) < 0)
		return -1;
	for (size_t i = 0; paths[i]; i++) {
		struct field_path way;

		if (!field_path_find(out->kind, paths[i], false, &way))
			continue;
		const struct field *field = way.steps[way.count - 1];
		const char *from = field_path_owner(&way, last->common);
		size_t at = (size_t)(from - (const char *)last->common) + field->offset;

		memcpy((char *)(void *)out->common + at, (const char *)last->common + at,
		       field_size(field));
	}
	return 0;
}

static void suggest_channels(struct work *work, const char *id, struct record *out)
{
	struct item *item = RECORD(out, struct item);
	struct record *record;
	struct error absent;

	if (out->kind == &item_kind && item->channels.count == 0 &&
	    catalogue_read_id(work->catalogue, work->arena, &unit_kind, id, &record,
			      &absent) == 0)
		item->channels = RECORD(record, struct unit)->defaults.channels;
}

/* The unit of the record by id, though it was typed by name; "" for none. */
static int unit_of(struct work *work, const struct record *record, const char **out,
		   struct error *err)
{
	const struct field *field = kind_field(record->kind, "unit", false);
	const char *typed = field && field->type == FIELD_REF
				    ? field_text(field, record->common)
				    : NULL;
	struct index_row *rows;
	size_t count;

	*out = typed ? typed : "";
	if (!typed)
		return 0;
	if (index_resolve(work->index, work->arena, unit_kind.name, typed, &rows, &count,
			  err) < 0)
		return -1;
	if (count == 1)
		*out = rows[0].id;
	return 0;
}

int work_suggest(struct work *work, const struct record *record, struct record **out,
		 const char **unit, struct error *err)
{
	const char *id;

	if (unit_of(work, record, &id, err) < 0)
		return -1;
	if (*unit && strcmp(*unit, id) == 0)
		return 0;
	*unit = id;
	*out = record_new(work->arena, record->kind);
	if (!*id && suggest_unit(work, *out, &id, err) < 0)
		return -1;
	if (!id || !*id)
		return 0;
	if (suggest_alike(work, id, *out, err) < 0)
		return -1;
	suggest_channels(work, id, *out);
	return 0;
}
