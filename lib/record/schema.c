#include "record/schema.h"

#include <string.h>

#include "record/id.h"
#include "record/schema_private.h"

const char *schema_say(const struct schema *s, const char *zh, const char *en)
{
	return s->language == LANGUAGE_ZH ? zh : en;
}

/* ---- keywords ---- */

void schema_open(struct schema *s, const char *key)
{
	json_key(&s->json, key);
	json_open_object(&s->json);
}

void schema_open_if(struct schema *s, const char *definition)
{
	json_open_object(&s->json);
	schema_open(s, "if");
	schema_ref(s, definition);
	json_close(&s->json);
	schema_open(s, "then");
}

void schema_close_if(struct schema *s)
{
	json_close(&s->json);
	json_close(&s->json);
}

void schema_ref(struct schema *s, const char *definition)
{
	auto_buf ref = BUF_INIT;

	buf_addf(&ref, "#/$defs/%s", definition);
	json_member(&s->json, "$ref", ref.s);
}

void schema_text(struct schema *s, const char *key, const char *text)
{
	auto_buf json = BUF_INIT;

	for (; *text; text++) {
		char c = *text;

		if (c == '\'')
			c = '"';
		buf_addc(&json, c);
	}
	json_key(&s->json, key);
	json_raw(&s->json, json.s);
}

void schema_need_key(struct schema *s, const char *key)
{
	json_key(&s->json, "required");
	json_open_array(&s->json);
	json_string(&s->json, key);
	json_close(&s->json);
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

static const char *need_text(const struct schema *s, enum need need)
{
	switch (need) {
	case NEED_OPTIONAL:
		return NULL;
	case NEED_REQUIRED:
		return schema_say(s, "必填（发布前）", "Needed before it is published");
	case NEED_CONDITIONAL:
		return schema_say(s, "视情况必填", "Needed in some cases");
	case NEED_DERIVED:
		return schema_say(s, "由 gk 生成，不用填写", "Made by gk, not typed");
	}
	return NULL;
}

static const char *visibility_text(const struct schema *s, enum visibility vis)
{
	switch (vis) {
	case VIS_INTERNAL:
		return schema_say(s, "内部，不对外公开", "Stays in the office");
	case VIS_PUBLIC:
		return NULL;
	case VIS_PERSONAL:
		return schema_say(s, "个人信息，不对外公开",
				  "Personal data, stays in the office");
	}
	return NULL;
}

/* Of a list of values the key tells them: an editor describes each only where it is typed. */
static void add_codes(const struct schema *s, const struct field *field, struct buf *out)
{
	if (field->type != FIELD_CHOICES)
		return;
	for (size_t i = 0; i < field->choices->count; i++) {
		const struct choice *choice = &field->choices->items[i];

		add_part(out, "", choice->code);
		buf_addf(out, " %s", schema_say(s, choice->zh, choice->en));
	}
}

static void write_description(struct schema *s, const struct field *field)
{
	auto_buf text = BUF_INIT;

	add_part(&text, "", schema_say(s, field->hint_zh, field->hint_en));
	add_part(&text, "", need_text(s, field->need));
	add_part(&text, schema_say(s, "条件：", "When: "),
		 schema_say(s, field->when_zh, field->when_en));
	add_part(&text, "", visibility_text(s, field->vis));
	add_part(&text, schema_say(s, "依据：", "Basis: "), field->law);
	add_codes(s, field, &text);
	if (text.len > 0)
		json_member(&s->json, "description", text.s);
}

/* ---- fields ---- */

static void open_property(struct schema *s, const struct field *field)
{
	json_key(&s->json, field->key);
	json_open_object(&s->json);
	json_member(&s->json, "title", schema_say(s, field->zh, field->en));
	write_description(s, field);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
void schema_property(struct schema *s, const struct field *field)
{
	open_property(s, field);
	schema_value(s, field);
	json_close(&s->json);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
void schema_properties(struct schema *s, const struct fields *fields)
{
	for (size_t i = 0; i < fields->count; i++)
		schema_property(s, &fields->items[i]);
}

/* Where the path alone tells the id, it may be missing. */
static bool is_told_by_path(const struct kind *kind)
{
	return kind->id_form == ID_SINGLE || kind->id_form == ID_YEAR;
}

static void write_id(struct schema *s)
{
	open_property(s, &common_fields.items[0]);
	if (is_told_by_path(s->kind))
		schema_types(s, (const char *const[]){ "string", NULL });
	else
		json_member(&s->json, "type", "string");
	json_key(&s->json, "maxLength");
	json_int(&s->json, ID_MAX - 1);
	schema_id_pattern(s, s->kind);
	json_close(&s->json);
}

static void write_own_keys(struct schema *s)
{
	json_key(&s->json, "patternProperties");
	json_open_object(&s->json);
	json_key(&s->json, "^x-.");
	json_open_object(&s->json);
	json_member(&s->json, "title", schema_say(s, "自定义项", "own key"));
	json_member(&s->json, "description",
		    schema_say(s,
			       "本单位自定的内容，任何形式；不对外公开，除非目录的 "
			       "public-x 列出",
			       "What the office keeps besides, in any form; stays inside "
			       "unless public-x of the catalogue lists it"));
	json_close(&s->json);
	json_close(&s->json);
	json_key(&s->json, "additionalProperties");
	json_bool(&s->json, false);
}

void schema_json(const struct kind *kind, enum language language, struct buf *out)
{
	const struct fields rest = { .items = common_fields.items + 1,
				     .count = common_fields.count - 1,
				     .size = common_fields.size };
	struct schema s = { .kind = kind, .language = language };
	auto_buf id = BUF_INIT;

	buf_addf(&id, "%s.schema.json", kind->name);
	json_init(&s.json, out, JSON_PRETTY);
	json_open_object(&s.json);
	json_member(&s.json, "$schema", "https://json-schema.org/draft/2020-12/schema");
	json_member(&s.json, "$id", id.s);
	json_member(&s.json, "title", schema_say(&s, kind->zh, kind->en));
	json_member(&s.json, "type", "object");
	if (!is_told_by_path(kind))
		schema_need_key(&s, common_fields.items[0].key);
	json_key(&s.json, "properties");
	json_open_object(&s.json);
	write_id(&s);
	schema_properties(&s, &kind->fields);
	schema_properties(&s, &rest);
	json_close(&s.json);
	write_own_keys(&s);
	schema_needs(&s);
	json_close(&s.json);
}

void schema_path(const struct kind *kind, struct buf *out)
{
	buf_addf(out, "schemas/%s.schema.json", kind->name);
}

void schema_modeline(const struct kind *kind, const char *path, struct buf *out)
{
	buf_adds(out, "# yaml-language-server: $schema=");
	if (!strchr(path, '/'))
		buf_adds(out, "./");
	for (; *path; path++)
		if (*path == '/')
			buf_adds(out, "../");
	schema_path(kind, out);
	buf_addc(out, '\n');
}
