#include "base/buf.h"
#include "base/i18n.h"
#include "base/list.h"
#include "base/text_set.h"
#include "record/path.h"
#include "work/act.h"

static int resolve_fields(struct work *work, const struct fields *fields, void *owner,
			  struct error *err);

static void *member(const struct field *field, void *owner)
{
	return (char *)owner + field->offset;
}

/* What names have turned out to mean: many records say the same few, and each look-up is a scan. */
struct known_names {
	struct text_set asked; /* kind, whether it may stay open, and name */
	const char **meant;    /* of each: an id, or the name as it stands */
	size_t room;
};

static struct known_names *known_names(struct work *work)
{
	if (!work->names) {
		work->names = arena_new(work->arena, struct known_names);
		work->names->asked.arena = work->arena;
	}
	return work->names;
}

/* A name that nobody has stays as it is: check says that the reference leads nowhere. */
static int look_up(struct work *work, const struct field *field, const char *name,
		   const char **meant, struct error *err)
{
	struct index_row *rows;
	size_t count;

	if (index_resolve(work->index, work->arena, field->ref, name, &rows, &count,
			  err) < 0)
		return -1;
	if (count > 1 && !(field->flags & FIELD_OPEN_REF))
		return error_set(err, ERR_AMBIGUOUS, tr("%s: '%s' may be %s %s or %s %s"),
				 i18n_language() == LANGUAGE_ZH ? field->zh : field->en,
				 name, rows[0].id, rows[0].title, rows[1].id,
				 rows[1].title);
	*meant = count == 1 ? rows[0].id : name;
	return 0;
}

static int resolve(struct work *work, const struct field *field, const char **value,
		   struct error *err)
{
	struct known_names *names = known_names(work);
	auto_buf question = BUF_INIT;
	const char *meant = NULL;
	int64_t known;

	if (!*value || !(field->flags & FIELD_ALIAS))
		return 0;
	buf_addf(&question, "%s%s\n%s", field->ref ? field->ref : "",
		 field->flags & FIELD_OPEN_REF ? "?" : "", *value);
	known = text_set_find(&names->asked, question.s);
	if (known != TEXT_ABSENT) {
		*value = names->meant[known];
		return 0;
	}
	if (look_up(work, field, *value, &meant, err) < 0)
		return -1;
	names->meant = array_grow(work->arena, names->meant, names->asked.count,
				  &names->room, sizeof(names->meant[0]));
	names->meant[text_set_add(&names->asked, question.s)] = meant;
	*value = meant;
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
	for (size_t i = 0; i < common_fields.count; i++) {
		const struct field *field = &common_fields.items[i];

		/* What is recorded of acts is not what somebody typed. */
		if (field->type == FIELD_REFS &&
		    resolve_field(work, field, record->common, err) < 0)
			return -1;
	}
	return resolve_fields(work, &record->kind->fields, record->common, err);
}
