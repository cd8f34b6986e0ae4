#include "work/like.h"

#include <string.h>

#include "base/i18n.h"
#include "record/document.h"
#include "work/act.h"

/* What is a record's own though its type does not tell. */
static bool is_own(const struct kind *kind, const struct field *field)
{
	static const char *const keys[] = {
		"summary",        "body",         "part-of", "third-party",
		"interpretation", "interprets",   "notice",  "meeting",
		"consultation",   "decision",     "copies",  "source-url",
		"registration",   "legal-review", "edition"
	};

	for (size_t i = 0; kind == &document_kind && i < ARRAY_LEN(keys); i++)
		if (strcmp(field->key, keys[i]) == 0)
			return true;
	/* Other names of a record are not those of a copy; of a reference the flag means input. */
	if ((field->flags & FIELD_ALIAS) && field->type == FIELD_STRINGS)
		return true;
	return field->type == FIELD_DATE || field->need == NEED_DERIVED ||
	       (field->flags & (FIELD_NAME | FIELD_FILE));
}

/* Whether entries of the list belong to this record alone: what happened, and files. */
static bool is_history(const struct field *field)
{
	for (size_t i = 0; i < field->sub->count; i++)
		if (field->sub->items[i].type == FIELD_DATE ||
		    (field->sub->items[i].flags & FIELD_FILE))
			return true;
	return false;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void forget(const struct kind *kind, const struct fields *fields, void *owner)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];
		char *member = (char *)owner + field->offset;

		if (is_own(kind, field) ||
		    (field->type == FIELD_LIST && is_history(field)))
			memset(member, 0, field_size(field));
		else if (field->type == FIELD_GROUP)
			forget(kind, field->sub, member);
	}
}

int work_like(struct work *work, const struct kind *kind, const char *text,
	      struct record **out, struct error *err)
{
	struct record *like;
	struct common *common;

	if (work_read(work, kind->name, text, &like, err) < 0)
		return -1;
	if (date_is_set(like->common->voided.date) || like->common->moved_to)
		return error_set(err, ERR_DENIED, tr("%s is void: it cannot be copied"),
				 like->common->id);
	*out = record_new(work->arena, kind);
	memcpy((*out)->common, like->common, kind->fields.size);
	common = (*out)->common;
	*common = (struct common){ .tags = common->tags, .extra = common->extra };
	forget(kind, &kind->fields, common);
	return 0;
}
