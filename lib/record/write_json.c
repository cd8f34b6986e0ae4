#include <string.h>

#include "format/yaml.h"
#include "record/record.h"
#include "record/write_private.h"

static void write_fields(struct json *json, const struct fields *fields,
			 const void *owner);

static void write_strings(struct json *json, const struct strings *list)
{
	json_open_array(json);
	for (size_t i = 0; i < list->count; i++)
		json_string(json, list->items[i]);
	json_close(json);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_struct(struct json *json, const struct fields *sub, const void *entry)
{
	json_open_object(json);
	write_fields(json, fields_of_entry(sub, entry), entry);
	json_close(json);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_list(struct json *json, const struct field *field,
		       const struct list *list)
{
	json_open_array(json);
	for (size_t i = 0; i < list->count; i++)
		write_struct(json, field->sub, field_entry(field, list, i));
	json_close(json);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_value(struct json *json, const struct field *field, const void *owner)
{
	char iso[DATE_ISO_SIZE];

	switch (field->type) {
	case FIELD_STRING:
	case FIELD_TEXT:
	case FIELD_DECIMAL:
	case FIELD_REF:
	case FIELD_URL:
		json_string(json, field_text(field, owner));
		break;
	case FIELD_DATE:
		json_string(json, date_iso(field_date(field, owner), iso));
		break;
	case FIELD_INT:
		json_int(json, field_number(field, owner).n);
		break;
	case FIELD_CHOICE:
		json_string(json,
			    choice_code(field->choices, field_choice(field, owner)));
		break;
	case FIELD_STRINGS:
	case FIELD_REFS:
	case FIELD_CHOICES:
		write_strings(json, field_strings(field, owner));
		break;
	case FIELD_GROUP:
		write_struct(json, field->sub, field_at(field, owner));
		break;
	case FIELD_LIST:
		write_list(json, field, field_list(field, owner));
		break;
	case FIELD_TYPE_COUNT:
		break;
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_field(struct json *json, const struct field *field, const void *owner)
{
	if (!field_is_set(field, owner))
		return;
	json_key(json, field->key);
	write_value(json, field, owner);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_fields(struct json *json, const struct fields *fields,
			 const void *owner)
{
	for (size_t i = 0; i < fields->count; i++)
		write_field(json, &fields->items[i], owner);
}

static void write_scalar_node(struct json *json, const struct yaml_node *node)
{
	enum yaml_core core = yaml_core_type(node);

	/* Numbers of an x- key stay text: their YAML forms (0x1F, .5) are not all JSON. */
	if (core == YAML_CORE_NULL)
		json_null(json);
	else if (core == YAML_CORE_BOOL)
		json_bool(json, node->value[0] == 't' || node->value[0] == 'T');
	else
		json_string_n(json, node->value, node->len);
}

/* NOLINTNEXTLINE(misc-no-recursion): at most YAML_MAX_DEPTH deep */
static void write_node(struct json *json, const struct yaml_node *node)
{
	bool map = node->type == YAML_MAPPING;

	if (node->type == YAML_SCALAR) {
		write_scalar_node(json, node);
		return;
	}
	if (map)
		json_open_object(json);
	else
		json_open_array(json);
	for (size_t i = 0; i < node->count; i++) {
		if (map)
			json_key(json, node->keys[i]->value);
		write_node(json, node->items[i]);
	}
	json_close(json);
}

static void write_extra(struct json *json, const struct extra *extra)
{
	struct arena arena = ARENA_INIT;
	struct yaml_tree tree;

	yaml_parse(&arena, extra->yaml, strlen(extra->yaml), &tree);
	json_key(json, extra->key);
	if (tree.root)
		write_node(json, tree.root);
	else
		json_null(json);
	arena_clear(&arena);
}

void common_json(const struct kind *kind, const struct common *common, bool events,
		 struct json *json)
{
	json_open_object(json);
	write_field(json, &common_fields.items[0], common);
	write_fields(json, &kind->fields, common);
	for (size_t i = 1; i < common_fields.count; i++) {
		const struct field *field = &common_fields.items[i];

		for (size_t x = 0; field->offset == offsetof(struct common, voided) &&
				   x < common->extra.count;
		     x++)
			write_extra(json, list_at(&common->extra, struct extra, x));
		if (events || field->offset != offsetof(struct common, events))
			write_field(json, field, common);
	}
	json_close(json);
}

void record_json(const struct record *record, struct json *json)
{
	common_json(record->kind, record->common, /* events */ true, json);
}
