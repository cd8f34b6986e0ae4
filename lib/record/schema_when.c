#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "record/schema_private.h"

/*
 * `applies` is code, a schema wants data.  So it is asked: of an empty record, and of
 * records in which one field alone is set.  What changes the answer is the condition.
 */
struct probe {
	const struct field *asked;
	char *record;
	void *entry; /* of a list with something in it */
	bool base;   /* the answer for an empty record */
	struct field_path way;
	struct schema_when *when;
};

enum { VALUES_MAX = 31, IS_SET = 1 };

static bool is_changed(const struct probe *p)
{
	return p->asked->applies(p->record) != p->base;
}

static void add_case(struct probe *p, unsigned int values)
{
	struct schema_when *when = p->when;

	if (values == 0)
		return;
	assert(when->count < ARRAY_LEN(when->cases));
	when->cases[when->count++] =
		(struct schema_case){ .way = p->way, .values = values };
}

static unsigned int try_choice(struct probe *p, const struct field *field, void *member)
{
	unsigned int values = 0;
	int *value = member;

	assert(field->choices->count < VALUES_MAX);
	for (size_t i = 1; i <= field->choices->count; i++) {
		*value = (int)i;
		if (is_changed(p))
			values |= 1U << i;
	}
	*value = 0;
	return values;
}

static unsigned int try_text(struct probe *p, void *member)
{
	const char **text = member;
	unsigned int values;

	*text = "x";
	values = is_changed(p) ? IS_SET : 0;
	*text = NULL;
	return values;
}

static unsigned int try_list(struct probe *p, const struct field *field, void *member)
{
	struct list *list = member;
	unsigned int values = 0;

	memset(p->entry, 0, field->sub->size);
	*list = (struct list){ .items = p->entry, .count = 1, .room = 1 };
	if (field->sub->variants) {
		int *tag = (int *)(void *)((char *)p->entry +
					   field->sub->variants->tag->offset);

		for (size_t i = 1; i <= field->sub->variants->count; i++) {
			*tag = (int)i;
			if (is_changed(p))
				values |= 1U << i;
		}
	} else if (is_changed(p)) {
		values = IS_SET;
	}
	*list = (struct list){ 0 };
	return values;
}

/* NOLINTNEXTLINE(misc-no-recursion): at most FIELD_DEPTH_MAX deep */
static void try_fields(struct probe *p, const struct fields *fields, char *owner)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];
		void *member = owner + field->offset;

		assert(p->way.count < FIELD_DEPTH_MAX);
		p->way.steps[p->way.count++] = field;
		if (field->type == FIELD_GROUP)
			try_fields(p, field->sub, member);
		else if (field->type == FIELD_CHOICE)
			add_case(p, try_choice(p, field, member));
		else if (field->type == FIELD_LIST)
			add_case(p, try_list(p, field, member));
		else if (field_is_text(field))
			add_case(p, try_text(p, member));
		p->way.count--;
	}
}

static size_t longest_entry(const struct fields *fields, size_t longest)
{
	for (size_t i = 0; i < fields->count; i++)
		if (fields->items[i].type == FIELD_LIST &&
		    fields->items[i].sub->size > longest)
			longest = fields->items[i].sub->size;
	return longest;
}

bool schema_when(const struct kind *kind, const struct field *field,
		 struct schema_when *when)
{
	struct arena arena = ARENA_INIT;
	size_t entry = longest_entry(&kind->fields, longest_entry(&common_fields, 1));
	struct probe probe = { .asked = field,
			       .record = arena_alloc(&arena, 1, kind->fields.size),
			       .entry = arena_alloc(&arena, 1, entry),
			       .when = when };

	*when = (struct schema_when){ .count = 0 };
	probe.base = field->applies(probe.record);
	when->negated = probe.base;
	try_fields(&probe, &kind->fields, probe.record);
	try_fields(&probe, &common_fields, probe.record);
	arena_clear(&arena);
	return when->count > 0;
}

/* ---- as a schema ---- */

static void write_values(struct schema *s, const struct choices *choices,
			 unsigned int values)
{
	json_key(&s->json, "enum");
	json_open_array(&s->json);
	for (size_t i = 1; i <= choices->count; i++)
		if (values & (1U << i))
			json_string(&s->json, choices->items[i - 1].code);
	json_close(&s->json);
}

static void open_member(struct schema *s, const char *key)
{
	schema_need_key(s, key);
	schema_open(s, "properties");
	schema_open(s, key);
}

static void close_member(struct schema *s)
{
	json_close(&s->json);
	json_close(&s->json);
}

/* One entry at least has one of the tags. */
static void write_contains(struct schema *s, const struct field *tag, unsigned int values)
{
	schema_open(s, "contains");
	json_member(&s->json, "type", "object");
	open_member(s, tag->key);
	write_values(s, tag->choices, values);
	close_member(s);
	json_close(&s->json);
}

static void write_step(struct schema *s, const struct schema_case *c, size_t step);

/* A group: as keys and values, or where its first field decides, by that alone. */
/* NOLINTNEXTLINE(misc-no-recursion): at most FIELD_DEPTH_MAX deep */
static void write_group_step(struct schema *s, const struct schema_case *c, size_t step)
{
	const struct field *group = c->way.steps[step];
	const struct field *next = c->way.steps[step + 1];
	bool in_short = (group->flags & FIELD_SHORTHAND) &&
			next == &group->sub->items[0] && next->type == FIELD_CHOICE;

	if (in_short) {
		json_key(&s->json, "anyOf");
		json_open_array(&s->json);
		json_open_object(&s->json);
		write_values(s, next->choices, c->values);
		json_close(&s->json);
		json_open_object(&s->json);
	}
	json_member(&s->json, "type", "object");
	write_step(s, c, step + 1);
	if (in_short) {
		json_close(&s->json);
		json_close(&s->json);
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): at most FIELD_DEPTH_MAX deep */
static void write_step(struct schema *s, const struct schema_case *c, size_t step)
{
	const struct field *field = c->way.steps[step];

	open_member(s, field->key);
	if (step + 1 < c->way.count)
		write_group_step(s, c, step);
	else if (field->type == FIELD_CHOICE)
		write_values(s, field->choices, c->values);
	else if (field->type == FIELD_LIST && field->sub->variants)
		write_contains(s, field->sub->variants->tag, c->values);
	else
		schema_ref(s, "said");
	close_member(s);
}

void schema_condition(struct schema *s, const struct schema_when *when)
{
	if (when->negated) {
		schema_open(s, "not");
	}
	json_key(&s->json, "anyOf");
	json_open_array(&s->json);
	for (size_t i = 0; i < when->count; i++) {
		json_open_object(&s->json);
		write_step(s, &when->cases[i], 0);
		json_close(&s->json);
	}
	json_close(&s->json);
	if (when->negated)
		json_close(&s->json);
}
