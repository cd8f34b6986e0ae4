#include "record/id.h"
#include "record/schema_private.h"

/* What an editor says of a text that does not match its pattern. */
static void write_pattern(struct schema *s, const char *pattern, const char *zh,
			  const char *en)
{
	json_member(&s->json, "pattern", pattern);
	json_member(&s->json, "patternErrorMessage", schema_say(s, zh, en));
}

/* An empty value is an absent one, so that null fits everywhere. */
void schema_types(struct schema *s, const char *const *types)
{
	json_key(&s->json, "type");
	json_open_array(&s->json);
	for (; *types; types++)
		json_string(&s->json, *types);
	json_string(&s->json, "null");
	json_close(&s->json);
}

/* What YAML reads as something else than text is no code (id.c). */
#define NO_YAML_WORD "(?!(no|yes|on|off|null|true|false)"

void schema_id_pattern(struct schema *s, const struct kind *kind)
{
	auto_buf pattern = BUF_INIT;

	switch (kind->id_form) {
	case ID_SINGLE:
		buf_addf(&pattern, "^%s$", kind->name);
		break;
	case ID_CODE:
		buf_adds(&pattern,
			 "^" NO_YAML_WORD "$)(?!.*-[0-9]{4,}$)[a-z](-?[a-z0-9])+$");
		break;
	case ID_UNIT:
		buf_adds(&pattern, "^" NO_YAML_WORD
				   "-)(?![a-z](19|20|21)[0-9]{2}-)[a-z][a-z0-9]{1,15}-"
				   "(?!0+$)([0-9]{4}|[1-9][0-9]{4,8})$");
		break;
	case ID_YEAR:
		buf_adds(&pattern, "^(19|20|21)[0-9]{2}$");
		break;
	case ID_SERIAL:
		buf_adds(&pattern, "^");
		if (kind->letter)
			buf_addc(&pattern, kind->letter);
		buf_adds(&pattern,
			 "(19|20|21)[0-9]{2}-(?!0+$)([0-9]{5}|[1-9][0-9]{5,8})$");
		break;
	}
	write_pattern(s, pattern.s, "不是这类记录的编号", "this is no id of that kind");
}

/* ---- texts ---- */

static void write_ref_rules(struct schema *s, const struct field *field)
{
	const struct kind *target = kind_of_ref(s->kind, field->ref);

	if (target)
		schema_id_pattern(s, target);
}

static bool is_id(const struct field *field)
{
	return (field->type == FIELD_REF || field->type == FIELD_REFS) &&
	       !(field->flags & FIELD_OPEN_REF);
}

static void write_max_length(struct schema *s, const struct field *field)
{
	json_key(&s->json, "maxLength");
	json_int(&s->json, is_id(field) ? ID_MAX - 1 : (int64_t)field_limit(field));
}

/* Keywords that hold for texts alone, so that they may stand beside those of lists and groups. */
static void write_text_rules(struct schema *s, const struct field *field)
{
	write_max_length(s, field);
	if (is_id(field))
		write_ref_rules(s, field);
	else if (field->type == FIELD_DECIMAL)
		write_pattern(s, "^-?[0-9]+(\\.[0-9]+)?$", "只写数字，如 '7730.28'",
			      "digits only, as '7730.28'");
	else if (field->type != FIELD_TEXT && field->type != FIELD_STRINGS)
		write_pattern(s, "^[^\\n]*$", "写在一行里", "write it in one line");
}

static void write_date(struct schema *s)
{
	schema_types(s, (const char *const[]){ "string", NULL });
	json_member(&s->json, "format", "date");
	write_pattern(s, "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
		      "日期写成 2018-07-04 这样", "write the date as 2018-07-04");
}

/* ---- values of a choice ---- */

static void write_enum(struct schema *s, const struct choices *choices)
{
	json_key(&s->json, "enum");
	json_open_array(&s->json);
	for (size_t i = 0; i < choices->count; i++)
		json_string(&s->json, choices->items[i].code);
	json_null(&s->json);
	json_close(&s->json);
	json_key(&s->json, "enumDescriptions");
	json_open_array(&s->json);
	for (size_t i = 0; i < choices->count; i++)
		json_string(&s->json,
			    schema_say(s, choices->items[i].zh, choices->items[i].en));
	json_string(&s->json, schema_say(s, "不填", "nothing"));
	json_close(&s->json);
}

/* ---- lists of texts ---- */

static void write_array_of_choices(struct schema *s, const struct field *field)
{
	schema_types(s, (const char *const[]){ "array", NULL });
	schema_open(s, "items");
	write_enum(s, field->choices);
	json_close(&s->json);
}

static void write_choices(struct schema *s, const struct field *field)
{
	if (!(field->flags & FIELD_ONE_AS_LIST)) {
		write_array_of_choices(s, field);
		return;
	}
	json_key(&s->json, "anyOf");
	json_open_array(&s->json);
	json_open_object(&s->json);
	write_array_of_choices(s, field);
	json_close(&s->json);
	json_open_object(&s->json);
	write_enum(s, field->choices);
	json_close(&s->json);
	json_close(&s->json);
}

static void write_strings(struct schema *s, const struct field *field)
{
	if (field->flags & FIELD_ONE_AS_LIST) {
		schema_types(s, (const char *const[]){ "array", "string", NULL });
		write_text_rules(s, field);
	} else {
		schema_types(s, (const char *const[]){ "array", NULL });
	}
	schema_open(s, "items");
	schema_types(s, (const char *const[]){ "string", NULL });
	write_text_rules(s, field);
	json_close(&s->json);
}

/* ---- structs ---- */

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_members(struct schema *s, const struct fields *fields)
{
	schema_open(s, "properties");
	schema_properties(s, fields);
	json_close(&s->json);
	json_key(&s->json, "additionalProperties");
	json_bool(&s->json, false);
}

/* Whether the kind's entries of the list may be of the variant: only events are limited. */
static bool has_variant(const struct schema *s, const struct fields *sub, size_t row)
{
	return sub != &event_fields || kind_has_act(s->kind, (enum act)(row + 1));
}

static void open_tag(struct schema *s, const struct field *tag)
{
	schema_need_key(s, tag->key);
	schema_open(s, "properties");
	schema_open(s, tag->key);
}

/* What the tag may be is told once for all, so that an editor offers nothing else. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_variant_members(struct schema *s, const struct fields *fields,
				  const struct field *tag)
{
	schema_open(s, "properties");
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (field->offset != tag->offset) {
			schema_property(s, field);
			continue;
		}
		schema_open(s, field->key);
		json_close(&s->json);
	}
	json_close(&s->json);
	json_key(&s->json, "additionalProperties");
	json_bool(&s->json, false);
}

/* "if the tag is this, then these properties". */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_variant(struct schema *s, const struct fields *sub, size_t row)
{
	const struct field *tag = sub->variants->tag;

	json_open_object(&s->json);
	schema_open(s, "if");
	open_tag(s, tag);
	json_member(&s->json, "const", tag->choices->items[row].code);
	json_close(&s->json);
	json_close(&s->json);
	json_close(&s->json);
	schema_open(s, "then");
	write_variant_members(s, &sub->variants->items[row], tag);
	json_close(&s->json);
	json_close(&s->json);
}

static void write_tag_values(struct schema *s, const struct fields *sub)
{
	const struct choices *choices = sub->variants->tag->choices;

	json_key(&s->json, "enum");
	json_open_array(&s->json);
	for (size_t i = 0; i < sub->variants->count; i++)
		if (has_variant(s, sub, i))
			json_string(&s->json, choices->items[i].code);
	json_close(&s->json);
	json_key(&s->json, "enumDescriptions");
	json_open_array(&s->json);
	for (size_t i = 0; i < sub->variants->count; i++)
		if (has_variant(s, sub, i))
			json_string(&s->json, schema_say(s, choices->items[i].zh,
							 choices->items[i].en));
	json_close(&s->json);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_variants(struct schema *s, const struct fields *sub)
{
	schema_types(s, (const char *const[]){ "object", NULL });
	open_tag(s, sub->variants->tag);
	json_member(&s->json, "title",
		    schema_say(s, sub->variants->tag->zh, sub->variants->tag->en));
	write_tag_values(s, sub);
	json_close(&s->json);
	json_close(&s->json);
	json_key(&s->json, "allOf");
	json_open_array(&s->json);
	for (size_t i = 0; i < sub->variants->count; i++)
		if (has_variant(s, sub, i))
			write_variant(s, sub, i);
	json_close(&s->json);
}

/* A struct, or one of a list of values alone. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_struct_or_value(struct schema *s, const struct field *field)
{
	json_key(&s->json, "anyOf");
	json_open_array(&s->json);
	json_open_object(&s->json);
	schema_types(s, (const char *const[]){ "object", NULL });
	write_members(s, field->sub);
	json_close(&s->json);
	json_open_object(&s->json);
	schema_value(s, &field->sub->items[0]);
	json_close(&s->json);
	json_close(&s->json);
}

/* A struct as keys and values, or in short by its first field. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_struct(struct schema *s, const struct field *field)
{
	const struct field *first = &field->sub->items[0];
	bool in_short = (field->flags & FIELD_SHORTHAND) != 0;

	if (field->sub->variants) {
		write_variants(s, field->sub);
	} else if (!in_short) {
		schema_types(s, (const char *const[]){ "object", NULL });
		write_members(s, field->sub);
	} else if (field_is_text(first)) {
		schema_types(s, (const char *const[]){ "object", "string", NULL });
		write_text_rules(s, first);
		write_members(s, field->sub);
	} else if (first->type == FIELD_INT) {
		schema_types(s, (const char *const[]){ "object", "integer", NULL });
		write_members(s, field->sub);
	} else {
		write_struct_or_value(s, field);
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_entries(struct schema *s, const struct field *field)
{
	schema_types(s, (const char *const[]){ "array", NULL });
	if (field->sub == &event_fields &&
	    (!s->kind->acts || s->kind->acts[0] == ACT_NONE)) {
		json_key(&s->json, "maxItems");
		json_int(&s->json, 0);
		return;
	}
	schema_open(s, "items");
	write_struct(s, field);
	json_close(&s->json);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
void schema_value(struct schema *s, const struct field *field)
{
	switch (field->type) {
	case FIELD_STRING:
	case FIELD_TEXT:
	case FIELD_DECIMAL:
	case FIELD_REF:
	case FIELD_URL:
		schema_types(s, (const char *const[]){ "string", NULL });
		write_text_rules(s, field);
		break;
	case FIELD_DATE:
		write_date(s);
		break;
	case FIELD_INT:
		schema_types(s, (const char *const[]){ "integer", NULL });
		break;
	case FIELD_CHOICE:
		write_enum(s, field->choices);
		break;
	case FIELD_STRINGS:
	case FIELD_REFS:
		write_strings(s, field);
		break;
	case FIELD_CHOICES:
		write_choices(s, field);
		break;
	case FIELD_GROUP:
		write_struct(s, field);
		break;
	case FIELD_LIST:
		write_entries(s, field);
		break;
	case FIELD_TYPE_COUNT:
		break;
	}
}
