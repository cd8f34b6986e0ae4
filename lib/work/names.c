#include "base/i18n.h"
#include "record/path.h"
#include "work/act.h"

static int resolve_fields(struct work *work, const struct fields *fields, void *owner,
			  struct error *err);

static void *member(const struct field *field, void *owner)
{
	return (char *)owner + field->offset;
}

/* A name that nobody has stays as it is: check says that the reference leads nowhere. */
static int resolve(struct work *work, const struct field *field, const char **value,
		   struct error *err)
{
	struct index_row *rows;
	size_t count;

	if (!*value || !(field->flags & FIELD_ALIAS))
		return 0;
	if (index_resolve(work->index, work->arena, field->ref, *value, &rows, &count,
			  err) < 0)
		return -1;
	if (count > 1 && !(field->flags & FIELD_OPEN_REF))
		return error_set(err, ERR_AMBIGUOUS, tr("%s: '%s' may be %s %s or %s %s"),
				 i18n_language() == LANGUAGE_ZH ? field->zh : field->en,
				 *value, rows[0].id, rows[0].title, rows[1].id,
				 rows[1].title);
	if (count == 1)
		*value = rows[0].id;
	return 0;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static int resolve_field(struct work *work, const struct field *field, void *owner,
			 struct error *err)
{
	void *at = member(field, owner);
	struct strings *strings = at;
	struct list *list = at;

	if (field->type == FIELD_REF)
		return resolve(work, field, at, err);
	for (size_t i = 0; field->type == FIELD_REFS && i < strings->count; i++)
		if (resolve(work, field, &strings->items[i], err) < 0)
			return -1;
	if (field->type == FIELD_GROUP)
		return resolve_fields(work, field->sub, at, err);
	for (size_t i = 0; field->type == FIELD_LIST && i < list->count; i++)
		if (resolve_fields(work, field->sub,
				   (char *)list->items + i * field->sub->size, err) < 0)
			return -1;
	return 0;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static int resolve_fields(struct work *work, const struct fields *fields, void *owner,
			  struct error *err)
{
	for (size_t i = 0; i < fields->count; i++)
		if (resolve_field(work, &fields->items[i], owner, err) < 0)
			return -1;
	return 0;
}

int work_resolve_names(struct work *work, struct record *record, struct error *err)
{
	return resolve_fields(work, &record->kind->fields, record->common, err);
}
