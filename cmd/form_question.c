#include "cmd/form_private.h"

#include <string.h>

#include "record/describe.h"
#include "record/event.h"

/* ---- which there are ---- */

/* What identifies a record and what acts write is never asked for. */
static bool is_kept(const struct field *field)
{
	return (field->sub && field->sub->variants) || field->need == NEED_DERIVED;
}

/* What is said otherwise than in short names the group too: 办事职责 · 采用默认. */
static const char *label_of(struct asking *asking, const struct field_path *way,
			    const struct field *named, bool asked)
{
	const struct field *field = way->steps[way->count - 1];
	const struct field *group = way->count > 1 ? way->steps[way->count - 2] : NULL;

	if (asked || named != field || !group || !(group->flags & FIELD_SHORTHAND))
		return field_label(named, i18n_language());
	return arena_printf(&asking->app->arena, "%s · %s",
			    field_label(group, i18n_language()),
			    field_label(field, i18n_language()));
}

static void add_question(struct asking *asking, const struct field_path *way,
			 const struct field *named, bool asked)
{
	auto_buf path = BUF_INIT;
	struct question *q;

	asking->questions =
		array_grow(&asking->app->arena, asking->questions, asking->count,
			   &asking->room, sizeof(*asking->questions));
	field_path_text(way, &path);
	q = &asking->questions[asking->count++];
	*q = (struct question){ .label = label_of(asking, way, named, asked),
				.field = way->steps[way->count - 1],
				.named = named,
				.path = buf_dup(&path, &asking->app->arena),
				.way = *way,
				.asked = asked };
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void collect(struct asking *asking, const struct fields *fields,
		    struct field_path *way, const struct field *group, bool asked)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];
		/* The first field of a group that can be typed in short stands for it. */
		bool stands = group && i == 0 && (group->flags & FIELD_SHORTHAND);
		bool also = asked && (stands || (field->flags & FIELD_ASKED));

		if (is_kept(field) || way->count == FIELD_DEPTH_MAX)
			continue;
		way->steps[way->count++] = field;
		if (field->type == FIELD_GROUP)
			collect(asking, field->sub, way, field, also);
		else
			add_question(asking, way, stands ? group : field, also);
		way->count--;
	}
}

void form_collect(struct asking *asking)
{
	struct field_path way = { .count = 0 };
	const struct kind *kind = asking->record->kind;

	/* Where no number is given the id is the first thing to say. */
	if (!asking->before && (kind->id_form == ID_CODE || kind->id_form == ID_YEAR)) {
		way.steps[way.count++] = kind_field(kind, "id", false);
		add_question(asking, &way, way.steps[0], true);
		way.count = 0;
	}
	collect(asking, &kind->fields, &way, NULL, true);
}

bool question_applies(const struct asking *asking, const struct question *q)
{
	for (size_t i = 0; i < q->way.count; i++) {
		const struct field *field = q->way.steps[i];

		if (field->need == NEED_CONDITIONAL && field->applies &&
		    !field->applies(asking->record->common))
			return false;
	}
	return true;
}

/* ---- its member ---- */

const void *question_owner(const struct question *q, const struct record *record)
{
	return field_path_owner(&q->way, record->common);
}

void *question_member(const struct question *q, struct record *record)
{
	size_t at = 0;

	for (size_t i = 0; i < q->way.count; i++)
		at += q->way.steps[i]->offset;
	return (char *)(void *)record->common + at;
}

bool question_is_set(const struct question *q, const struct record *record)
{
	return field_is_set(q->field, question_owner(q, record));
}

bool question_is_same(const struct question *q, const struct record *a,
		      const struct record *b)
{
	const void *left = question_owner(q, a);
	const void *right = question_owner(q, b);
	auto_buf was = BUF_INIT;
	auto_buf is = BUF_INIT;

	if (!field_is_set(q->field, left) || !field_is_set(q->field, right))
		return field_is_set(q->field, left) == field_is_set(q->field, right);
	field_write_flow(q->field, left, &was);
	field_write_flow(q->field, right, &is);
	return strcmp(was.s, is.s) == 0;
}

void question_copy(const struct question *q, const struct record *from, struct record *to)
{
	memcpy(question_member(q, to), field_at(q->field, question_owner(q, from)),
	       field_size(q->field));
}

bool question_is_list(const struct question *q)
{
	return q->field->type == FIELD_STRINGS ||
	       (q->field->type == FIELD_LIST && (q->field->flags & FIELD_SHORTHAND));
}

bool question_is_long(const struct question *q)
{
	return q->field->type == FIELD_TEXT || question_is_list(q);
}

/* ---- how it is told ---- */

const char *question_label(const struct question *q)
{
	return q->label;
}

static bool needs(const struct asking *asking, const struct field *field)
{
	return field->need == NEED_REQUIRED ||
	       (field->need == NEED_CONDITIONAL && field->applies &&
		field->applies(asking->record->common));
}

/* A member that is needed of a group that nobody needs is needed once the group is there. */
bool question_is_needed(const struct asking *asking, const struct question *q)
{
	const char *owner = (const char *)asking->record->common;

	for (size_t i = 0; i + 1 < q->way.count; i++) {
		const struct field *group = q->way.steps[i];

		if (!needs(asking, group) && !field_is_set(group, owner))
			return false;
		/* Said otherwise than by the member that stands for it: {default: unit}. */
		if (group == q->named && field_is_set(group, owner) &&
		    !question_is_set(q, asking->record))
			return false;
		owner += group->offset;
	}
	return needs(asking, q->named);
}
