#include "record/facts.h"

#include <inttypes.h>
#include <string.h>

#include "base/token.h"
#include "record/id.h"
#include "record/path.h"
#include "record/state.h"

struct walk {
	struct arena *arena;
	const struct record *record;
	struct facts *facts;
	const struct field *steps[FIELD_DEPTH_MAX];
	size_t depth;
	struct buf terms;
	bool wants_terms; /* else facts */
};

/* The dotted path of a field below the steps; of a top-level field its key itself. */
static const char *path_of(struct walk *walk, const struct field *field)
{
	auto_buf path = BUF_INIT;

	if (walk->depth == 0)
		return field->key;
	for (size_t i = 0; i < walk->depth; i++) {
		buf_adds(&path, walk->steps[i]->key);
		buf_addc(&path, '.');
	}
	buf_adds(&path, field->key);
	return buf_dup(&path, walk->arena);
}

/* The kind that a value refers to; NULL for no reference, as the text of an issuer outside. */
static const char *ref_of(const struct walk *walk, const struct field *field,
			  const char *value)
{
	const struct kind *kind;

	if (field->type != FIELD_REF && field->type != FIELD_REFS)
		return NULL;
	kind = kind_of_ref(walk->record->kind, field->ref);
	if ((field->flags & FIELD_OPEN_REF) && (!kind || !id_fits(kind, value)))
		return NULL;
	return field->ref ? field->ref : kind->name;
}

static void add_fact(struct walk *walk, const struct field *field, const char *value,
		     const void *member)
{
	struct facts *facts = walk->facts;

	facts->items = array_grow(walk->arena, facts->items, facts->count, &facts->room,
				  sizeof(struct fact));
	facts->items[facts->count++] = (struct fact){
		.field = path_of(walk, field),
		.value = value,
		.ref = ref_of(walk, field, value),
		.place = record_place(walk->record, member),
	};
}

static const char *scalar_value(struct walk *walk, const struct field *field,
				const void *owner)
{
	char text[32];
	auto_buf number = BUF_INIT;

	if (field_is_text(field))
		return field_text(field, owner);
	if (field->type == FIELD_CHOICE)
		return choice_code(field->choices, field_choice(field, owner));
	if (field->type == FIELD_DATE) {
		const char *iso = date_iso(field_date(field, owner), text);

		return arena_strndup(walk->arena, iso, strlen(iso));
	}
	buf_addf(&number, "%" PRId64, field_number(field, owner).n);
	return buf_dup(&number, walk->arena);
}

static void add_values(struct walk *walk, const struct field *field, const void *owner)
{
	const struct strings *list = field_strings(field, owner);

	if (!field_is_strings(field)) {
		add_fact(walk, field, scalar_value(walk, field, owner),
			 field_at(field, owner));
		return;
	}
	for (size_t i = 0; i < list->count; i++)
		add_fact(walk, field, list->items[i], &list->items[i]);
}

static void add_term(struct walk *walk, const char *text)
{
	if (walk->terms.len > 0)
		buf_addc(&walk->terms, ' ');
	token_index(&walk->terms, text);
}

static void add_terms(struct walk *walk, const struct field *field, const void *owner)
{
	if (field_is_text(field)) {
		add_term(walk, field_text(field, owner));
		return;
	}
	if (!field_is_strings(field))
		return;
	const struct strings *list = field_strings(field, owner);

	for (size_t i = 0; i < list->count; i++)
		add_term(walk, list->items[i]);
}

static bool has_facts(const struct field *field)
{
	const unsigned int flags = FIELD_INDEXED | FIELD_NAME | FIELD_ALIAS | FIELD_TITLE;

	return (field->flags & flags) != 0 || field->type == FIELD_REF ||
	       field->type == FIELD_REFS;
}

static void walk_fields(struct walk *walk, const struct fields *fields,
			const void *owner);

/* NOLINTNEXTLINE(misc-no-recursion): at most FIELD_DEPTH_MAX deep */
static void walk_inside(struct walk *walk, const struct field *field, const void *owner)
{
	const struct list *list = field_list(field, owner);

	if (walk->depth == FIELD_DEPTH_MAX)
		return;
	walk->steps[walk->depth++] = field;
	if (field->type == FIELD_GROUP)
		walk_fields(walk, field->sub, field_at(field, owner));
	for (size_t i = 0; field->type == FIELD_LIST && i < list->count; i++) {
		const void *entry = field_entry(field, list, i);

		walk_fields(walk, fields_of_entry(field->sub, entry), entry);
	}
	walk->depth--;
}

/* NOLINTNEXTLINE(misc-no-recursion): at most FIELD_DEPTH_MAX deep */
static void walk_fields(struct walk *walk, const struct fields *fields, const void *owner)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (field->type == FIELD_GROUP || field->type == FIELD_LIST) {
			walk_inside(walk, field, owner);
			continue;
		}
		if (!field_is_set(field, owner))
			continue;
		if (walk->wants_terms && (field->flags & FIELD_SEARCHED))
			add_terms(walk, field, owner);
		if (!walk->wants_terms && has_facts(field))
			add_values(walk, field, owner);
	}
}

struct facts record_facts(struct arena *arena, const struct record *record)
{
	const struct common *common = record->common;
	const struct kind *kind = record->kind;
	struct facts facts = { .id = common->id ? common->id : "",
			       .kind = kind->name,
			       .title = record_title(record),
			       .state = "" };
	struct walk walk = { .arena = arena, .record = record, .facts = &facts };

	if (kind->acts)
		facts.state = choice_code(&record_states, (int)record_state(common));
	walk_fields(&walk, &kind->fields, common);
	walk_fields(&walk, &common_fields, common);
	return facts;
}

const char *record_terms(struct arena *arena, const struct record *record)
{
	struct walk walk = {
		.arena = arena, .record = record, .terms = BUF_INIT, .wants_terms = true
	};
	const char *terms;

	walk_fields(&walk, &record->kind->fields, record->common);
	walk_fields(&walk, &common_fields, record->common);
	terms = buf_dup(&walk.terms, arena);
	buf_release(&walk.terms);
	return terms;
}
