#include <string.h>

#include "check/attachments.h"
#include "check/privacy.h"
#include "record/attachment.h"

/* Where the members lie that name a file; `within` NULL to look for a public one only. */
struct file_walk {
	const struct within *within;
	const struct record *record;
	bool is_internal; /* the entry that is walked through */
	bool found;
};

/* Whether the record says of the file that the public may have it, and that it was looked at. */
static const char *standing(const struct file_walk *walk, const struct field *field,
			    const void *owner)
{
	const struct attachment *attachment;

	if (walk->is_internal || field->vis != VIS_PUBLIC)
		return "";
	if (field < attachment_table.items ||
	    field >= attachment_table.items + attachment_table.count)
		return ATTACHMENT_IS_PUBLIC;
	attachment = owner;
	return attachment->checked.by && date_is_set(attachment->checked.date)
		       ? ATTACHMENT_IS_CHECKED
		       : ATTACHMENT_IS_PUBLIC;
}

static void take_file(struct file_walk *walk, const struct field *field,
		      const void *owner)
{
	const struct within *w = walk->within;
	const char *id = walk->record->common->id;
	const char *name = field_text(field, owner);

	walk->found = walk->found || field->vis == VIS_PUBLIC;
	if (w && !is_attachment_name(name))
		FIND(w->out, RULE_ATTACHMENT_NAME, walk->record, field_at(field, owner),
		     name);
	else if (w && id)
		FIND(w->claims, RULE_ATTACHMENT_MISSING, walk->record,
		     field_at(field, owner), name, id, standing(walk, field, owner),
		     arena_printf(w->claims->arena, "%u", privacy_lifted(walk->record)));
}

static void walk_fields(struct file_walk *walk, const struct fields *fields,
			const void *owner);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void walk_entries(struct file_walk *walk, const struct field *field,
			 const void *owner)
{
	const struct list *list = field_list(field, owner);

	for (size_t i = 0; i < list->count; i++) {
		const void *entry = field_entry(field, list, i);

		/* A file that stays inside must be there, but no digest holds it. */
		walk->is_internal = field->sub->entry_is_public &&
				    !field->sub->entry_is_public(entry);
		if (walk->within || !walk->is_internal)
			walk_fields(walk, fields_of_entry(field->sub, entry), entry);
		walk->is_internal = false;
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void walk_fields(struct file_walk *walk, const struct fields *fields,
			const void *owner)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (field->type == FIELD_LIST)
			walk_entries(walk, field, owner);
		else if (field->type == FIELD_GROUP)
			walk_fields(walk, field->sub, field_at(field, owner));
		else if ((field->flags & FIELD_FILE) && field_is_set(field, owner))
			take_file(walk, field, owner);
	}
}

void check_files(const struct within *w)
{
	struct file_walk walk = { .within = w, .record = w->record };

	walk_fields(&walk, &w->record->kind->fields, w->record->common);
}

bool has_files(const struct record *record)
{
	struct file_walk walk = { .record = record };

	walk_fields(&walk, &record->kind->fields, record->common);
	return walk.found;
}
