#include "unit/unit.h"

#include "format/json_read.h"
#include "record/document.h"
#include "record/item.h"
#include "record/report.h"
#include "record/schema_private.h"
#include "unit/visit.h"

/* The schema of a kind as a tree. */
static const struct yaml_node *schema_of(struct arena *arena, const struct kind *kind)
{
	struct yaml_node *root;
	struct error err;
	auto_buf text = BUF_INIT;

	schema_json(kind, LANGUAGE_ZH, &text);
	if (json_parse(arena, text.s, text.len, &root, &err) < 0)
		fail_msg("%s: %s", kind->name, err.text);
	return root;
}

/* The node at keys and indices with slashes between: "properties/title/maxLength". */
static const struct yaml_node *node_at(const struct yaml_node *node, const char *path)
{
	char part[64];

	while (node && *path) {
		size_t len = strcspn(path, "/");

		memcpy(part, path, len);
		part[len] = '\0';
		if (node->type == YAML_MAPPING)
			node = yaml_get(node, part);
		else
			node = node->items[part[0] - '0'];
		path += len + (path[len] == '/');
	}
	return node;
}

static const char *value_at(const struct yaml_node *node, const char *path)
{
	const struct yaml_node *found = node_at(node, path);

	return found && found->value ? found->value : "";
}

struct said_case {
	const char *path;
	const char *value;
};

static struct said_case said_cases[] = {
	{ "$schema", "https://json-schema.org/draft/2020-12/schema" },
	{ "title", "来访" },
	{ "required/0", "id" },
	{ "additionalProperties", "false" },
	{ "$id", "visit.schema.json" },
	{ "patternProperties/^x-./title", "自定义项" },
	{ "properties/id/pattern",
	  "^v(19|20|21)[0-9]{2}-(?!0+$)([0-9]{5}|[1-9][0-9]{5,8})$" },
	{ "properties/id/type", "string" },
	{ "properties/title/title", "标题（来访事由）" },
	{ "properties/title/maxLength", "20" },
	{ "properties/title/description", "必填（发布前）\n依据：条例12" },
	{ "properties/day/format", "date" },
	{ "properties/day/patternErrorMessage", "日期写成 2018-07-04 这样" },
	{ "properties/count/type/0", "integer" },
	{ "properties/count/type/1", "null" },
	{ "properties/colour/enum/1", "15" },
	{ "properties/colour/enumDescriptions/0", "红色（警示）" },
	{ "properties/colours/description", "red 红色（警示）\n15 十五\nyes 是" },
	{ "properties/amount/pattern", "^-?[0-9]+(\\.[0-9]+)?$" },
	{ "properties/unit/pattern",
	  "^(?!(no|yes|on|off|null|true|false)$)(?!.*-[0-9]{4,}$)"
	  "[a-z](-?[a-z0-9])+$" },
	{ "properties/issuer/pattern", "^[^\\n]*$" },
	{ "properties/words/type/0", "array" },
	{ "properties/words/type/1", "string" },
	{ "properties/words/items/type/0", "string" },
	{ "properties/items/items/pattern",
	  "^(?!(no|yes|on|off|null|true|false)-)(?![a-z](19|20|21)[0-9]{2}-)"
	  "[a-z][a-z0-9]{1,15}-(?!0+$)([0-9]{4}|[1-9][0-9]{4,8})$" },
	{ "properties/place/properties/phone/properties/home/type/0", "string" },
	{ "properties/place/additionalProperties", "false" },
	{ "properties/duty/properties/days/type/0", "integer" },
	{ "properties/duty/type/0", "object" },
	{ "properties/duty/type/1", "string" },
	{ "properties/names/description", "个人信息，不对外公开" },
	{ "properties/moved-to/pattern",
	  "^v(19|20|21)[0-9]{2}-(?!0+$)([0-9]{5}|[1-9][0-9]{5,8})$" },
	{ "properties/events/items/required/0", "act" },
	{ "properties/events/items/properties/act/enum/4", "erratum" },
	{ "properties/events/items/properties/act/enumDescriptions/4", "文字勘误" },
	{ "properties/events/items/allOf/0/if/required/0", "act" },
	{ "properties/events/items/allOf/0/if/properties/act/const", "clear" },
	{ "properties/events/items/allOf/0/then/properties/step/enum/0", "draft" },
	{ "properties/events/items/allOf/1/then/properties/step", "" },
	{ "allOf/0/properties/waive/items/required/0", "rule" },
	{ "allOf/1/if/$ref", "#/$defs/complete" },
	{ "allOf/1/then/required/0", "title" },
	{ "allOf/1/then/properties/title/$ref", "#/$defs/said" },
};

static void say_in_schema(void **state)
{
	const struct said_case *c = *state;
	struct arena arena = ARENA_INIT;

	assert_string_equal(value_at(schema_of(&arena, &visit_kind), c->path), c->value);
	arena_clear(&arena);
}

static void a_kind_without_acts_has_no_events(void **state)
{
	struct kind eventless = visit_kind;
	struct arena arena = ARENA_INIT;

	(void)state;
	eventless.acts = NULL;
	assert_string_equal(
		value_at(schema_of(&arena, &eventless), "properties/events/maxItems"),
		"0");
	arena_clear(&arena);
}

/* What a clerk's editor says, in the language asked for. */
static void the_schema_speaks_english_too(void **state)
{
	struct arena arena = ARENA_INIT;
	struct yaml_node *root;
	struct error err;
	auto_buf text = BUF_INIT;

	(void)state;
	schema_json(&visit_kind, LANGUAGE_EN, &text);
	assert_int_equal(json_parse(&arena, text.s, text.len, &root, &err), 0);
	assert_string_equal(value_at(root, "title"), "visit");
	assert_string_equal(value_at(root, "properties/title/description"),
			    "Needed before it is published\nBasis: 条例12");
	assert_string_equal(value_at(root, "properties/colour/enumDescriptions/1"),
			    "fifteen");
	arena_clear(&arena);
}

static void an_editor_finds_the_schema_from_where_the_record_lies(void **state)
{
	static const char *const cases[][2] = {
		{ "catalogue.yaml",
		  "# yaml-language-server: $schema=./schemas/visit.schema.json\n" },
		{ "units/dz.yaml",
		  "# yaml-language-server: $schema=../schemas/visit.schema.json\n" },
		{ "visits/2018/00/v2018-00001.yaml",
		  "# yaml-language-server: "
		  "$schema=../../../schemas/visit.schema.json\n" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		auto_buf line = BUF_INIT;

		schema_modeline(&visit_kind, cases[i][0], &line);
		assert_string_equal(line.s, cases[i][1]);
	}
}

struct when_case {
	const char *label;
	const struct kind *kind;
	const char *path;      /* of the field that is needed */
	const char *condition; /* as compact JSON */
};

#define ONE_OF(key, values)                                                           \
	"{\"anyOf\":[{\"required\":[\"" key "\"],\"properties\":{\"" key "\":" values \
	"}}]}"
#define VALUES(list) "{\"enum\":[" list "]}"

static struct when_case when_cases[] = {
	{ "a choice decides", &item_kind, "window",
	  ONE_OF("nature", VALUES("\"service\"")) },
	{ "several values of it do", &document_kind, "obtained",
	  ONE_OF("origin", VALUES("\"obtained-person\",\"obtained-organ\"")) },
	{ "one inside a group does, in short or not", &document_kind, "items",
	  ONE_OF("disclosure",
		 "{\"anyOf\":[" VALUES(
			 "\"proactive\"") ",{\"type\":\"object\",\"required\":["
					  "\"attribute\"],\"properties\":{"
					  "\"attribute\":" VALUES(
						  "\"proactive\"") "}}]}") },
	{ "that a text is there does", &document_kind, "project-kind",
	  ONE_OF("project", "{\"$ref\":\"#/$defs/said\"}") },
	{ "that neither of two is there does", &document_kind, "body",
	  "{\"not\":{\"anyOf\":[{\"required\":[\"disclosure\"],\"properties\":{"
	  "\"disclosure\":{\"anyOf\":[" VALUES(
		  "\"exempt\"") ",{\"type\":\"object\",\"required\":[\"attribute\"],"
				"\"properties\":{\"attribute\":" VALUES(
					"\"exempt\"") "}}]}}},"
						      "{\"required\":[\"attachments\"],"
						      "\"properties\":{\"attachments\":"
						      "{\"$ref\":\"#/$defs/"
						      "said\"}}}]}}" },
	{ "an event does", &report_kind, "submit",
	  ONE_OF("events", "{\"contains\":{\"type\":\"object\",\"required\":[\"act\"],"
			   "\"properties\":{"
			   "\"act\":" VALUES("\"publish\"") "}}}") },
};

static void is_known_when_it_is_needed(void **state)
{
	const struct when_case *c = *state;
	struct schema_when when;
	auto_buf text = BUF_INIT;
	struct schema s = { .kind = c->kind };

	assert_true(schema_when(c->kind, kind_field(c->kind, c->path, false), &when));
	json_init(&s.json, &text, JSON_COMPACT);
	json_open_object(&s.json);
	schema_condition(&s, &when);
	json_close(&s.json);
	assert_string_equal(text.s, c->condition);
}

/* Every condition of the tables is one that a schema can tell, or editors would not know it. */
static void every_condition_can_be_told(void **state)
{
	struct schema_when when;
	size_t count;
	const struct kind *const *all = kinds(&count);

	(void)state;
	for (size_t i = 0; i < count; i++)
		for (size_t n = 0; n < all[i]->fields.count; n++) {
			const struct field *field = &all[i]->fields.items[n];

			if (field->need == NEED_CONDITIONAL &&
			    !schema_when(all[i], field, &when))
				fail_msg("%s.%s", all[i]->name, field->key);
		}
}

static void the_schema_has_every_field_of_every_kind(void **state)
{
	struct arena arena = ARENA_INIT;
	size_t count;
	const struct kind *const *all = kinds(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		const struct yaml_node *properties =
			node_at(schema_of(&arena, all[i]), "properties");

		assert_int_equal(properties->count,
				 all[i]->fields.count + common_fields.count);
		for (size_t n = 0; n < all[i]->fields.count; n++)
			assert_non_null(
				yaml_get(properties, all[i]->fields.items[n].key));
	}
	arena_clear(&arena);
}

/* ---- the field reference ---- */

struct line_case {
	const char *label;
	enum language language;
	const char *line;
};

static struct line_case line_cases[] = {
	{ "the heading names the kind", LANGUAGE_ZH, "# 来访 (`visit`)\n" },
	{ "the heading names it in English", LANGUAGE_EN, "# visit (`visit`)\n" },
	{ "the path is shown", LANGUAGE_EN,
	  "Stored in: `visits/YEAR/NN/vYEAR-NNNNN.yaml`\n" },
	{ "a field has a row", LANGUAGE_ZH,
	  "| `title` | 标题（来访事由） | 单行文本 ≤ 20 | 必填 | 公开 | 条例12 |\n" },
	{ "a field has a row in English", LANGUAGE_EN,
	  "| `title` | title | one line of text ≤ 20 | required | public | 条例12 |\n" },
	{ "values have their labels", LANGUAGE_ZH,
	  "选一项 `red` 红色（警示） · `15` 十五 · `yes` 是" },
	{ "a reference names its kind", LANGUAGE_EN, "| id of unit |" },
	{ "a nested field has its whole path", LANGUAGE_EN,
	  "| `place.phone.home` | home |" },
	{ "a field of a list's entries has too", LANGUAGE_ZH,
	  "| `papers[].file` | 文件 |" },
	{ "common fields are there", LANGUAGE_ZH, "| `entered-by` | 录入人 |" },
	{ "an act has its own table", LANGUAGE_ZH, "### `withdraw` 撤回\n" },
	{ "fields of an act are there", LANGUAGE_EN,
	  "| `verdict` | verdict | one of `pass`" },
};

static void say_in_reference(void **state)
{
	const struct line_case *c = *state;
	auto_buf text = BUF_INIT;

	schema_reference(&visit_kind, c->language, &text);
	assert_non_null(strstr(text.s, c->line));
}

static void the_reference_has_only_acts_of_the_kind(void **state)
{
	auto_buf text = BUF_INIT;

	(void)state;
	schema_reference(&visit_kind, LANGUAGE_EN, &text);
	assert_null(strstr(text.s, "### `review`"));
}

int main(void)
{
	struct CMUnitTest tests[96] = {
		cmocka_unit_test(a_kind_without_acts_has_no_events),
		cmocka_unit_test(the_schema_speaks_english_too),
		cmocka_unit_test(every_condition_can_be_told),
		cmocka_unit_test(an_editor_finds_the_schema_from_where_the_record_lies),
		cmocka_unit_test(the_schema_has_every_field_of_every_kind),
		cmocka_unit_test(the_reference_has_only_acts_of_the_kind),
	};
	size_t count = 6;

	for (size_t i = 0; i < ARRAY_LEN(said_cases); i++)
		tests[count++] = (struct CMUnitTest){ .name = said_cases[i].path,
						      .test_func = say_in_schema,
						      .initial_state = &said_cases[i] };
	for (size_t i = 0; i < ARRAY_LEN(when_cases); i++)
		tests[count++] =
			(struct CMUnitTest){ .name = when_cases[i].label,
					     .test_func = is_known_when_it_is_needed,
					     .initial_state = &when_cases[i] };
	for (size_t i = 0; i < ARRAY_LEN(line_cases); i++)
		tests[count++] = (struct CMUnitTest){ .name = line_cases[i].label,
						      .test_func = say_in_reference,
						      .initial_state = &line_cases[i] };
	return _cmocka_run_group_tests("schema", tests, count, NULL, NULL);
}
