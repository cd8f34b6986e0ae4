#include "check/check_private.h"
#include "record/path.h"

/* The way to a member, so that its path is written only when it is missing. */
struct need_step {
	const struct field *field;
	size_t index; /* of the entry of a list */
};

struct need_walk {
	const struct within *within;
	struct need_step steps[2 * FIELD_DEPTH_MAX];
	size_t depth;
};

static const char *walk_path(const struct need_walk *walk, const struct field *field)
{
	auto_buf path = BUF_INIT;

	for (size_t i = 0; i < walk->depth; i++) {
		const struct need_step *step = &walk->steps[i];

		buf_adds(&path, step->field->key);
		if (step->field->type == FIELD_LIST)
			buf_addf(&path, "[%zu]", step->index);
		buf_addc(&path, '.');
	}
	buf_adds(&path, field->key);
	return buf_dup(&path, walk->within->out->arena);
}

/* Where to ask and whom: what the guide to disclosure must say (条例 Art 12). */
static bool is_for_guide(const struct need_walk *walk, const struct field *field)
{
	const struct field *root = walk->depth > 0 ? walk->steps[0].field : field;

	return walk->within->record->kind == &catalogue_kind &&
	       root->offset == offsetof(struct catalogue_config, contact);
}

static void add_missing(const struct need_walk *walk, const struct field *field,
			const void *owner)
{
	const struct within *w = walk->within;
	struct arena *arena = w->out->arena;
	bool always = field->need == NEED_REQUIRED;
	enum rule_id rule = always ? RULE_FIELD_MISSING : RULE_FIELD_NEEDED;
	struct finding_at at = { .path = walk_path(walk, field), .field = field };

	if (is_misread(w->record, at.path))
		return;
	at.place = record_place(w->record, field_at(field, owner));
	const char *args[] = { arg_label(arena, field->zh, field->en), field->key,
			       always ? NULL
				      : arg_label(arena, field->when_zh, field->when_en),
			       NULL };

	if (is_for_guide(walk, field))
		rule = RULE_GUIDE_CONTACT;
	finding_add_at(w->out, rule, w->record, &at, args);
}

static void walk_fields(struct need_walk *walk, const struct fields *fields,
			const void *owner);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void walk_inside(struct need_walk *walk, const struct field *field,
			const void *owner)
{
	const struct list *list = field_list(field, owner);
	struct need_step *step = &walk->steps[walk->depth++];

	*step = (struct need_step){ .field = field };
	if (field->type == FIELD_GROUP)
		walk_fields(walk, field->sub, field_at(field, owner));
	for (size_t i = 0; field->type == FIELD_LIST && i < list->count; i++) {
		const void *entry = field_entry(field, list, i);

		step->index = i;
		walk_fields(walk, fields_of_entry(field->sub, entry), entry);
	}
	walk->depth--;
}

static bool is_needed(const struct need_walk *walk, const struct field *field)
{
	return field->need == NEED_REQUIRED ||
	       (field->need == NEED_CONDITIONAL && field->applies &&
		field->applies(walk->within->record->common));
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void walk_fields(struct need_walk *walk, const struct fields *fields,
			const void *owner)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (field->flags & FIELD_OWN_RULE)
			continue;
		if (!field_is_set(field, owner)) {
			if (is_needed(walk, field))
				add_missing(walk, field, owner);
		} else if (field->type == FIELD_GROUP || field->type == FIELD_LIST) {
			walk_inside(walk, field, owner);
		}
	}
}

void check_needs(const struct within *w)
{
	struct need_walk walk = { .within = w };

	if (!is_stub(w->record))
		walk_fields(&walk, &w->record->kind->fields, w->record->common);
	walk_fields(&walk, &common_fields, w->record->common);
}
