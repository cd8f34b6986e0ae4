#include "record/disclosure.h"
#include "record/item.h"
#include "record/schema_private.h"

/* ---- what is needed ---- */

static void write_needs(struct schema *s, const struct fields *fields);

/* Whether anything is needed of a struct, or of what lies in it. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static bool has_needs(const struct fields *fields)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (field->need == NEED_REQUIRED)
			return true;
		if (field->sub && !(field->flags & FIELD_OWN_RULE) &&
		    (field->sub->variants || has_needs(field->sub)))
			return true;
	}
	return false;
}

void schema_required(struct schema *s, const struct fields *fields)
{
	json_key(&s->json, "required");
	json_open_array(&s->json);
	for (size_t i = 0; i < fields->count; i++)
		if (fields->items[i].need == NEED_REQUIRED)
			json_string(&s->json, fields->items[i].key);
	json_close(&s->json);
}

/* In short only the first field is said: not enough where another is needed. */
static bool is_enough_in_short(const struct fields *fields)
{
	for (size_t i = 1; i < fields->count; i++)
		if (fields->items[i].need == NEED_REQUIRED)
			return false;
	return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_variant_needs(struct schema *s, const struct fields *sub)
{
	write_needs(s, sub);
	json_key(&s->json, "allOf");
	json_open_array(&s->json);
	for (size_t i = 0; i < sub->variants->count; i++) {
		const struct field *tag = sub->variants->tag;

		if (sub == &event_fields && !kind_has_act(s->kind, (enum act)(i + 1)))
			continue;
		json_open_object(&s->json);
		schema_open(s, "if");
		schema_need_key(s, tag->key);
		schema_open(s, "properties");
		schema_open(s, tag->key);
		json_member(&s->json, "const", tag->choices->items[i].code);
		json_close(&s->json);
		json_close(&s->json);
		json_close(&s->json);
		schema_open(s, "then");
		write_needs(s, &sub->variants->items[i]);
		schema_close_if(s);
	}
	json_close(&s->json);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_struct_needs(struct schema *s, const struct field *field)
{
	if (field->sub->variants) {
		write_variant_needs(s, field->sub);
		return;
	}
	if ((field->flags & FIELD_SHORTHAND) && !is_enough_in_short(field->sub))
		schema_types(s, (const char *const[]){ "object", NULL });
	write_needs(s, field->sub);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_field_needs(struct schema *s, const struct field *field)
{
	bool inside = field->sub && !(field->flags & FIELD_OWN_RULE) &&
		      (field->sub->variants || has_needs(field->sub));

	if (field->need != NEED_REQUIRED && !inside)
		return;
	schema_open(s, field->key);
	if (field->need == NEED_REQUIRED)
		schema_ref(s, "said");
	if (inside && field->type == FIELD_LIST) {
		schema_open(s, "items");
		write_struct_needs(s, field);
		json_close(&s->json);
	} else if (inside) {
		/* A group in which nothing is said is none. */
		schema_open(s, "if");
		schema_ref(s, "said");
		json_close(&s->json);
		schema_open(s, "then");
		write_struct_needs(s, field);
		json_close(&s->json);
	}
	json_close(&s->json);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_needs(struct schema *s, const struct fields *fields)
{
	schema_required(s, fields);
	schema_open(s, "properties");
	for (size_t i = 0; i < fields->count; i++)
		write_field_needs(s, &fields->items[i]);
	json_close(&s->json);
}

/* ---- what is needed in some cases ---- */

/* The last field of the way is there; what lies around it may be missing. */
static void write_there(struct schema *s, const struct field_path *way)
{
	const struct field *last = way->steps[way->count - 1];
	size_t opened = 0;

	for (size_t i = 0; i + 1 < way->count; i++) {
		schema_open(s, "properties");
		schema_open(s, way->steps[i]->key);
		opened += 2;
		if (way->steps[i + 1] != &way->steps[i]->sub->items[0])
			schema_types(s, (const char *const[]){ "object", NULL });
	}
	schema_need_key(s, last->key);
	schema_open(s, "properties");
	schema_open(s, last->key);
	schema_ref(s, "said");
	for (opened += 2; opened > 0; opened--)
		json_close(&s->json);
}

static void write_case(struct schema *s, const struct schema_when *when,
		       const struct field_path *way)
{
	json_open_object(&s->json);
	schema_open(s, "if");
	schema_condition(s, when);
	json_close(&s->json);
	schema_open(s, "then");
	write_there(s, way);
	schema_close_if(s);
}

/* NOLINTNEXTLINE(misc-no-recursion): at most FIELD_DEPTH_MAX deep */
static void write_cases(struct schema *s, const struct fields *fields,
			struct field_path *way)
{
	struct schema_when when;

	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		way->steps[way->count++] = field;
		if (field->need == NEED_CONDITIONAL && field->applies &&
		    !(field->flags & FIELD_OWN_RULE) &&
		    schema_when(s->kind, field, &when))
			write_case(s, &when, way);
		if (field->type == FIELD_GROUP && !(field->flags & FIELD_OWN_RULE))
			write_cases(s, field->sub, way);
		way->count--;
	}
}

static void write_complete(struct schema *s)
{
	/* The id is needed of drafts too. */
	const struct fields rest = { .items = common_fields.items + 1,
				     .count = common_fields.count - 1 };
	struct field_path way = { .count = 0 };

	schema_open_if(s, "complete");
	write_needs(s, &s->kind->fields);
	json_key(&s->json, "allOf");
	json_open_array(&s->json);
	write_cases(s, &s->kind->fields, &way);
	json_close(&s->json);
	schema_close_if(s);
	schema_open_if(s, "registered");
	write_needs(s, &rest);
	schema_close_if(s);
}

/* Waivers: an entry needs from the start what it needs at all. */
static void write_entries_with_rules(struct schema *s)
{
	for (size_t i = 0; i < common_fields.count; i++) {
		const struct field *field = &common_fields.items[i];

		if (field->type != FIELD_LIST || !(field->flags & FIELD_OWN_RULE))
			continue;
		json_open_object(&s->json);
		schema_open(s, "properties");
		schema_open(s, field->key);
		schema_open(s, "items");
		write_struct_needs(s, field);
		json_close(&s->json);
		json_close(&s->json);
		json_close(&s->json);
		json_close(&s->json);
	}
}

/*
 * Arts 13 to 16: what is not disclosed on the office's own motion says on which ground,
 * drafts too.
 */
static void write_ground(struct schema *s, const struct field *disclosure)
{
	struct field_path way = { .steps = { disclosure }, .count = 1 };
	struct schema_when when;

	for (size_t i = 0; i < disclosure->sub->count; i++) {
		const struct field *field = &disclosure->sub->items[i];

		if (field->need != NEED_CONDITIONAL || !field->applies ||
		    !schema_when(s->kind, field, &when))
			continue;
		way.steps[way.count++] = field;
		write_case(s, &when, &way);
		way.count--;
	}
}

static const struct field *disclosure_field(const struct kind *kind)
{
	for (size_t i = 0; i < kind->fields.count; i++)
		if (kind->fields.items[i].sub == &disclosure_fields)
			return &kind->fields.items[i];
	return NULL;
}

/* ---- when a record is more than a draft ---- */

/* field_is_set() in the words of a schema. */
#define SAID                                                           \
	"{'not': {'anyOf': [{'enum': [null, '']}, {'type': 'object', " \
	"'additionalProperties': {'enum': [null, '', [], {}]}}]}, "    \
	"'contains': {'not': {'enum': [null, '']}}}"

/* Of a number that was given up nothing but this is left. */
#define STUB                                                   \
	"{'anyOf': [{'required': ['moved-to'], 'properties': " \
	"{'moved-to': {'$ref': '#/$defs/said'}}}, "            \
	"{'required': ['voided'], 'properties': "              \
	"{'voided': {'$ref': '#/$defs/said'}}}]}"

#define EVENT_OF(acts)                                                                  \
	"{'type': 'object', 'required': ['act'], 'properties': {'act': {'enum': [" acts \
	"]}}}"

/* It was shown and not withdrawn: what holds after that depends on the order (state.c). */
#define PUBLISHED                                                                     \
	"{'required': ['events'], 'properties': {'events': {'type': 'array', "        \
	"'contains': " EVENT_OF("'publish', 'post'") ", "                             \
						     "'not': {'contains': " EVENT_OF( \
							     "'withdraw'") "}}}}"

/* clang-format off */
static const char *const definitions[][2] = {
	{ "said", SAID },
	{ "stub", STUB },
	{ "record", "{'not': {'$ref': '#/$defs/stub'}}" },
	{ "published", PUBLISHED },
	{ "complete", "{'allOf': [{'$ref': '#/$defs/record'}, {'$ref': '#/$defs/published'}]}" },
	{ "registered", "{'anyOf': [{'$ref': '#/$defs/stub'}, {'$ref': '#/$defs/published'}]}" },
};
/* clang-format on */

static void write_definitions(struct schema *s)
{
	size_t count = kind_has_act(s->kind, ACT_PUBLISH) ? ARRAY_LEN(definitions) : 1;

	schema_open(s, "$defs");
	for (size_t i = 0; i < count; i++)
		schema_text(s, definitions[i][0], definitions[i][1]);
	schema_element_definitions(s);
	json_close(&s->json);
}

static void write_publishable(struct schema *s)
{
	const struct field *disclosure = disclosure_field(s->kind);

	write_complete(s);
	if (s->kind == &item_kind) {
		schema_open_if(s, "complete");
		json_key(&s->json, "allOf");
		json_open_array(&s->json);
		schema_elements(s);
		json_close(&s->json);
		schema_close_if(s);
	}
	if (disclosure) {
		schema_open_if(s, "record");
		json_key(&s->json, "allOf");
		json_open_array(&s->json);
		write_ground(s, disclosure);
		json_close(&s->json);
		schema_close_if(s);
	}
}

void schema_needs(struct schema *s)
{
	write_definitions(s);
	json_key(&s->json, "allOf");
	json_open_array(&s->json);
	write_entries_with_rules(s);
	/* Units, channels and the like are never published: what they miss may still come. */
	if (kind_has_act(s->kind, ACT_PUBLISH))
		write_publishable(s);
	json_close(&s->json);
}
