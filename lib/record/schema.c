#include "record/schema.h"

#include <string.h>

#include "format/json.h"
#include "record/id.h"

static void write_properties(struct json *json, const struct kind *kind,
			     const struct fields *fields);

/* An empty value is an absent one, so that null fits everywhere. */
static void write_type(struct json *json, const char *type)
{
	json_key(json, "type");
	json_open_array(json);
	json_string(json, type);
	json_string(json, "null");
	json_close(json);
}

/* ---- what people read ---- */

static void add_part(struct buf *out, const char *before, const char *text)
{
	if (!text)
		return;
	if (out->len > 0)
		buf_adds(out, "\n");
	buf_adds(out, before);
	buf_adds(out, text);
}

static const char *need_text(enum need need)
{
	switch (need) {
	case NEED_OPTIONAL:
		return NULL;
	case NEED_REQUIRED:
		return "必填（发布前）";
	case NEED_CONDITIONAL:
		return "视情况必填";
	case NEED_DERIVED:
		return "由 gk 生成，不用填写";
	}
	return NULL;
}

static const char *visibility_text(enum visibility vis)
{
	switch (vis) {
	case VIS_INTERNAL:
		return "内部，不对外公开";
	case VIS_PUBLIC:
		return NULL;
	case VIS_PERSONAL:
		return "个人信息，不对外公开";
	}
	return NULL;
}

static void write_description(struct json *json, const struct field *field)
{
	auto_buf text = BUF_INIT;

	add_part(&text, "", field->hint_zh);
	add_part(&text, "", need_text(field->need));
	add_part(&text, "条件：", field->when_zh);
	add_part(&text, "", visibility_text(field->vis));
	add_part(&text, "依据：", field->law);
	for (size_t i = 0; field->choices && i < field->choices->count; i++) {
		add_part(&text, "", field->choices->items[i].code);
		buf_addf(&text, " %s", field->choices->items[i].zh);
	}
	if (text.len > 0)
		json_member(json, "description", text.s);
}

/* ---- values ---- */

static void write_id_pattern(struct json *json, const struct kind *kind)
{
	auto_buf pattern = BUF_INIT;

	switch (kind->id_form) {
	case ID_SINGLE:
		buf_addf(&pattern, "^%s$", kind->name);
		break;
	case ID_CODE:
		buf_adds(&pattern, "^[a-z][a-z0-9]*(-[a-z0-9]+)*$");
		break;
	case ID_UNIT:
		buf_adds(&pattern, "^[a-z][a-z0-9]{1,15}-[0-9]{4,9}$");
		break;
	case ID_YEAR:
		buf_adds(&pattern, "^(19|20|21)[0-9]{2}$");
		break;
	case ID_SERIAL:
		buf_adds(&pattern, "^");
		if (kind->letter)
			buf_addc(&pattern, kind->letter);
		buf_adds(&pattern, "(19|20|21)[0-9]{2}-[0-9]{5,9}$");
		break;
	}
	json_member(json, "pattern", pattern.s);
}

static void write_ref_pattern(struct json *json, const struct kind *kind,
			      const struct field *field)
{
	const struct kind *target = field->ref ? kind_find(field->ref) : kind;

	if (target && !(field->flags & FIELD_OPEN_REF))
		write_id_pattern(json, target);
}

static void write_text(struct json *json, const struct kind *kind,
		       const struct field *field)
{
	write_type(json, "string");
	json_key(json, "maxLength");
	json_int(json, (int64_t)field_limit(field));
	if (field->type == FIELD_REF)
		write_ref_pattern(json, kind, field);
	else if (field->type == FIELD_DECIMAL)
		json_member(json, "pattern", "^-?[0-9]+(\\.[0-9]+)?$");
	else if (field->type != FIELD_TEXT)
		json_member(json, "pattern", "^[^\\n]*$");
}

static void write_enum(struct json *json, const struct choices *choices, bool empty)
{
	json_key(json, "enum");
	json_open_array(json);
	for (size_t i = 0; i < choices->count; i++)
		json_string(json, choices->items[i].code);
	if (empty)
		json_null(json);
	json_close(json);
}

/* One text of a list. */
static void write_item(struct json *json, const struct kind *kind,
		       const struct field *field)
{
	json_open_object(json);
	if (field->type == FIELD_CHOICES) {
		write_enum(json, field->choices, /* empty */ true);
	} else {
		write_type(json, "string");
		json_key(json, "maxLength");
		json_int(json, (int64_t)field_limit(field));
		if (field->type == FIELD_REFS)
			write_ref_pattern(json, kind, field);
	}
	json_close(json);
}

static void write_strings(struct json *json, const struct kind *kind,
			  const struct field *field)
{
	bool one = (field->flags & FIELD_ONE_AS_LIST) != 0;

	if (one) {
		json_key(json, "anyOf");
		json_open_array(json);
		write_item(json, kind, field);
		json_open_object(json);
	}
	write_type(json, "array");
	json_key(json, "items");
	write_item(json, kind, field);
	if (one) {
		json_close(json);
		json_close(json);
	}
}

/* ---- structs ---- */

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_object(struct json *json, const struct kind *kind,
			 const struct fields *fields)
{
	write_type(json, "object");
	json_key(json, "properties");
	json_open_object(json);
	write_properties(json, kind, fields);
	json_close(json);
	json_key(json, "additionalProperties");
	json_bool(json, false);
}

/* Whether the kind's entries of the list may be of the variant: only events are limited. */
static bool has_variant(const struct kind *kind, const struct fields *sub, size_t row)
{
	return sub != &event_fields || kind_has_act(kind, (enum act)(row + 1));
}

/* "if the tag is this, then these properties". */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_variant(struct json *json, const struct kind *kind,
			  const struct fields *sub, size_t row)
{
	const struct field *tag = sub->variants->tag;

	json_open_object(json);
	json_key(json, "if");
	json_open_object(json);
	json_key(json, "properties");
	json_open_object(json);
	json_key(json, tag->key);
	json_open_object(json);
	json_member(json, "const", tag->choices->items[row].code);
	json_close(json);
	json_close(json);
	json_close(json);
	json_key(json, "then");
	json_open_object(json);
	write_object(json, kind, &sub->variants->items[row]);
	json_close(json);
	json_close(json);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_variants(struct json *json, const struct kind *kind,
			   const struct fields *sub)
{
	const struct field *tag = sub->variants->tag;

	write_type(json, "object");
	json_key(json, "required");
	json_open_array(json);
	json_string(json, tag->key);
	json_close(json);
	json_key(json, "properties");
	json_open_object(json);
	json_key(json, tag->key);
	json_open_object(json);
	json_key(json, "enum");
	json_open_array(json);
	for (size_t i = 0; i < sub->variants->count; i++)
		if (has_variant(kind, sub, i))
			json_string(json, tag->choices->items[i].code);
	json_close(json);
	json_close(json);
	json_close(json);
	json_key(json, "allOf");
	json_open_array(json);
	for (size_t i = 0; i < sub->variants->count; i++)
		if (has_variant(kind, sub, i))
			write_variant(json, kind, sub, i);
	json_close(json);
}

static void write_value(struct json *json, const struct kind *kind,
			const struct field *field);

/* A struct as keys and values, or in short by its first field. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_struct(struct json *json, const struct kind *kind,
			 const struct field *field)
{
	if (field->sub->variants) {
		write_variants(json, kind, field->sub);
		return;
	}
	if (!(field->flags & FIELD_SHORTHAND)) {
		write_object(json, kind, field->sub);
		return;
	}
	json_key(json, "anyOf");
	json_open_array(json);
	json_open_object(json);
	write_object(json, kind, field->sub);
	json_close(json);
	json_open_object(json);
	write_value(json, kind, &field->sub->items[0]);
	json_close(json);
	json_close(json);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_entries(struct json *json, const struct kind *kind,
			  const struct field *field)
{
	write_type(json, "array");
	if (field->sub == &event_fields && (!kind->acts || kind->acts[0] == ACT_NONE)) {
		json_key(json, "maxItems");
		json_int(json, 0);
		return;
	}
	json_key(json, "items");
	json_open_object(json);
	write_struct(json, kind, field);
	json_close(json);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_value(struct json *json, const struct kind *kind,
			const struct field *field)
{
	switch (field->type) {
	case FIELD_STRING:
	case FIELD_TEXT:
	case FIELD_DECIMAL:
	case FIELD_REF:
	case FIELD_URL:
		write_text(json, kind, field);
		break;
	case FIELD_DATE:
		write_type(json, "string");
		json_member(json, "format", "date");
		json_member(json, "pattern", "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$");
		break;
	case FIELD_INT:
		write_type(json, "integer");
		break;
	case FIELD_CHOICE:
		write_enum(json, field->choices, /* empty */ true);
		break;
	case FIELD_STRINGS:
	case FIELD_REFS:
	case FIELD_CHOICES:
		write_strings(json, kind, field);
		break;
	case FIELD_GROUP:
		write_struct(json, kind, field);
		break;
	case FIELD_LIST:
		write_entries(json, kind, field);
		break;
	case FIELD_TYPE_COUNT:
		break;
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_properties(struct json *json, const struct kind *kind,
			     const struct fields *fields)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		json_key(json, field->key);
		json_open_object(json);
		json_member(json, "title", field->zh);
		write_description(json, field);
		write_value(json, kind, field);
		json_close(json);
	}
}

static void write_id(struct json *json, const struct kind *kind)
{
	const struct field *id = &common_fields.items[0];

	json_key(json, id->key);
	json_open_object(json);
	json_member(json, "title", id->zh);
	write_description(json, id);
	json_member(json, "type", "string");
	write_id_pattern(json, kind);
	json_close(json);
}

/* Where the path alone tells the id, it may be missing. */
static void write_required(struct json *json, const struct kind *kind)
{
	if (kind->id_form == ID_SINGLE || kind->id_form == ID_YEAR)
		return;
	json_key(json, "required");
	json_open_array(json);
	json_string(json, common_fields.items[0].key);
	json_close(json);
}

void schema_json(const struct kind *kind, struct buf *out)
{
	const struct fields rest = { .items = common_fields.items + 1,
				     .count = common_fields.count - 1,
				     .size = common_fields.size };
	struct json json;

	json_init(&json, out, JSON_PRETTY);
	json_open_object(&json);
	json_member(&json, "$schema", "https://json-schema.org/draft/2020-12/schema");
	json_member(&json, "title", kind->zh);
	json_member(&json, "type", "object");
	write_required(&json, kind);
	json_key(&json, "properties");
	json_open_object(&json);
	write_id(&json, kind);
	write_properties(&json, kind, &kind->fields);
	write_properties(&json, kind, &rest);
	json_close(&json);
	json_key(&json, "patternProperties");
	json_open_object(&json);
	json_key(&json, "^x-.");
	json_bool(&json, true);
	json_close(&json);
	json_key(&json, "additionalProperties");
	json_bool(&json, false);
	json_close(&json);
}
