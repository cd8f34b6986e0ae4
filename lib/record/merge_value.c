#include <string.h>

#include "record/describe.h"
#include "record/diff.h"
#include "record/merge_private.h"
#include "record/write_private.h"

/* ---- what collides ---- */

enum merge_side merge_ask(struct merge *m, const struct collision *collision)
{
	const struct merge_options *options = m->options;
	const char *own = NULL;
	enum merge_side side = MERGE_NONE;

	if (options->choose)
		side = options->choose(options->payload, collision, &own);
	if (side == MERGE_OWN) {
		*(struct merge_own *)list_add(m->arena, &m->own,
					      sizeof(struct merge_own)) =
			(struct merge_own){ .field = collision->field, .value = own };
		return MERGE_OURS;
	}
	if (side != MERGE_NONE)
		return side;
	*(struct collision *)list_add(m->arena, &m->out->collisions, sizeof(*collision)) =
		*collision;
	return MERGE_OURS;
}

static const char *words(const struct merge *m, const struct field *field,
			 const void *owner)
{
	auto_buf text = BUF_INIT;

	if (!field_is_set(field, owner))
		return NULL;
	field_tell(field, owner, m->options->language, &text);
	return buf_dup(&text, m->arena);
}

static enum merge_side ask_field(struct merge *m, const struct field *field,
				 const struct merge_owners *owners)
{
	const struct collision collision = {
		.field = buf_dup(&m->path, m->arena),
		.label = buf_dup(&m->label, m->arena),
		.base = words(m, field, owners->base),
		.ours = words(m, field, owners->ours),
		.theirs = words(m, field, owners->theirs),
		.may_own = !m->in_list,
	};

	return merge_ask(m, &collision);
}

void merge_take(const struct field *field, const void *from, void *result)
{
	memcpy((char *)result + field->offset, field_at(field, from), field_size(field));
}

void merge_collide(struct merge *m, const struct field *field,
		   const struct merge_owners *owners)
{
	enum merge_side side = ask_field(m, field, owners);

	if (side == MERGE_THEIRS)
		merge_take(field, owners->theirs, owners->result);
	else if (side == MERGE_BASE)
		merge_take(field, owners->base, owners->result);
}

/* ---- texts of lines ---- */

static bool has_lines(const struct field *field, const void *owner)
{
	const char *text = field_text(field, owner);

	return text && strchr(text, '\n');
}

static bool merge_text(struct merge *m, const struct field *field,
		       const struct merge_owners *owners, enum merge_side favour)
{
	const char *base = field_text(field, owners->base);
	auto_buf text = BUF_INIT;
	const char *merged;

	if (!m->options->lines(base ? base : "", field_text(field, owners->ours),
			       field_text(field, owners->theirs), favour, &text))
		return false;
	merged = buf_dup(&text, m->arena);
	memcpy((char *)owners->result + field->offset, &merged, sizeof(merged));
	return true;
}

/* Lines that do not collide are merged whichever side holds for those that do. */
static void merge_lines(struct merge *m, const struct field *field,
			const struct merge_owners *owners)
{
	enum merge_side side;

	if (merge_text(m, field, owners, MERGE_NONE))
		return;
	side = ask_field(m, field, owners);
	if (side == MERGE_BASE)
		merge_take(field, owners->base, owners->result);
	else if (!merge_text(m, field, owners, side) && side == MERGE_THEIRS)
		merge_take(field, owners->theirs, owners->result);
}

/* ---- fields ---- */

static void merge_group(struct merge *m, const struct field *field,
			const struct merge_owners *owners);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void merge_both(struct merge *m, const struct field *field,
		       const struct merge_owners *owners)
{
	if (field->type == FIELD_GROUP)
		merge_group(m, field, owners);
	else if (field->sub == &event_fields)
		merge_events(m, field, owners);
	else if (field->type == FIELD_LIST || field_is_strings(field))
		merge_list(m, field, owners);
	else if (field->type == FIELD_TEXT && m->options->lines &&
		 has_lines(field, owners->ours) && has_lines(field, owners->theirs))
		merge_lines(m, field, owners);
	else
		merge_collide(m, field, owners);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void merge_field(struct merge *m, const struct field *field,
			const struct merge_owners *owners)
{
	const struct fields one = { .items = field, .count = 1 };
	size_t path = m->path.len;
	size_t label = m->label.len;
	bool grows = field->sub == &event_fields; /* what one side lost stays */

	if (fields_equal(&one, owners->ours, owners->theirs) ||
	    (!grows && fields_equal(&one, owners->base, owners->theirs)))
		return;
	if (!grows && fields_equal(&one, owners->base, owners->ours)) {
		merge_take(field, owners->theirs, owners->result);
		return;
	}
	buf_addf(&m->path, "%s%s", path ? "." : "", field->key);
	buf_addf(&m->label, "%s%s", label ? " · " : "",
		 field_label(field, m->options->language));
	merge_both(m, field, owners);
	buf_truncate(&m->path, path);
	buf_truncate(&m->label, label);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void merge_group(struct merge *m, const struct field *field,
			const struct merge_owners *owners)
{
	const struct merge_owners inside = {
		.base = field_at(field, owners->base),
		.ours = field_at(field, owners->ours),
		.theirs = field_at(field, owners->theirs),
		.result = (char *)owners->result + field->offset,
	};

	merge_fields(m, field->sub, &inside);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
void merge_fields(struct merge *m, const struct fields *fields,
		  const struct merge_owners *owners)
{
	for (size_t i = 0; i < fields->count; i++)
		merge_field(m, &fields->items[i], owners);
}

/* ---- own keys ---- */

static const char *extra_of(const struct common *common, const char *key)
{
	for (size_t i = 0; i < common->extra.count; i++) {
		const struct extra *extra = list_at(&common->extra, struct extra, i);

		if (strcmp(extra->key, key) == 0)
			return extra->yaml;
	}
	return NULL;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* The value of one own key; NULL: it is gone. */
static const char *merge_key(struct merge *m, const char *key, const char *base,
			     const char *ours, const char *theirs)
{
	const struct collision collision = {
		.field = key, .label = key, .base = base, .ours = ours, .theirs = theirs
	};
	enum merge_side side;

	if (same(ours, theirs) || same(base, theirs))
		return ours;
	if (same(base, ours))
		return theirs;
	side = merge_ask(m, &collision);
	if (side == MERGE_BASE)
		return base;
	return side == MERGE_THEIRS ? theirs : ours;
}

void merge_extra(struct merge *m, const struct common *base, const struct common *ours,
		 const struct common *theirs, struct common *result)
{
	const struct common *sides[] = { ours, theirs };
	struct list list = { 0 };

	for (size_t s = 0; s < ARRAY_LEN(sides); s++) {
		const struct list *extras = &sides[s]->extra;

		for (size_t i = 0; i < extras->count; i++) {
			const char *key = list_at(extras, struct extra, i)->key;
			const char *yaml;

			/* What both have was merged with ours. */
			if (sides[s] == theirs && extra_of(ours, key))
				continue;
			yaml = merge_key(m, key, extra_of(base, key), extra_of(ours, key),
					 extra_of(theirs, key));
			if (yaml)
				*(struct extra *)list_add(m->arena, &list,
							  sizeof(struct extra)) =
					(struct extra){ .key = key, .yaml = yaml };
		}
	}
	result->extra = list;
}
