#include <string.h>

#include "base/utf8.h"
#include "record/item.h"
#include "record/placeholder.h"
#include "record/schema_private.h"

/* ---- what is no element ---- */

/* The full-width form of an ASCII sign. */
enum { FULL_WIDTH = 0xFF00 - 0x20 };

/* One ASCII sign in any width, a letter in either case. */
static void add_ascii(struct buf *out, char c)
{
	bool letter = c >= 'A' && c <= 'Z';

	buf_addc(out, '[');
	if (strchr("\\]^-", c))
		buf_addc(out, '\\');
	buf_addc(out, c);
	utf8_add(out, (uint32_t)c + FULL_WIDTH);
	if (letter) {
		buf_addc(out, (char)(c - 'A' + 'a'));
		utf8_add(out, (uint32_t)(c - 'A' + 'a') + FULL_WIDTH);
	}
	buf_addc(out, ']');
}

/* A text to be matched as it stands. */
static void add_literal(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if ((unsigned char)*text < 0x80)
			add_ascii(out, *text);
		else
			buf_addc(out, *text);
	}
}

/* (a|b|c) */
static void add_one_of(struct buf *out, const char *const *texts)
{
	for (size_t i = 0; texts[i]; i++) {
		buf_addc(out, i > 0 ? '|' : '(');
		add_literal(out, texts[i]);
	}
	buf_addc(out, ')');
}

/* Blanks and signs around a text. */
static void add_around(struct buf *out)
{
	buf_adds(out, "(\\s|");
	add_one_of(out, placeholder_signs);
	buf_adds(out, ")*");
}

/* 详见 and a few characters more; those that name a flow chart are another matter. */
static void add_vague(struct buf *out)
{
	buf_adds(out, "(?!");
	add_one_of(out, placeholder_to_chart);
	add_around(out);
	buf_adds(out, "$)");
	add_one_of(out, placeholder_starts);
	buf_addf(out, "[^《〔]{0,%d}", PLACEHOLDER_VAGUE_MAX - 2);
}

/* The same of a list, of the steps in it, and of the text beside a default. */
#define INSIDE(name)                                                               \
	"{'$ref': '#/$defs/" name "', 'items': {'$ref': '#/$defs/" name            \
	"', 'properties': {'step': {'$ref': '#/$defs/" name "'}}}, 'properties': " \
	"{'text': {'$ref': '#/$defs/" name "'}}}"

static void write_definition(struct schema *s, const char *name, const char *pattern)
{
	schema_open(s, name);
	json_member(&s->json, "pattern", pattern);
	json_member(&s->json, "patternErrorMessage",
		    schema_say(s, "不能只写“无”“略”“待定”“同上”“见附件”这类占位词",
			       "无, 略, 待定, 同上, 见附件 tell nobody anything"));
	json_close(&s->json);
}

/* A text that says something; a list, a step or a group with one. */
#define TEXT "{'type': 'string', 'pattern': '\\\\S'}"
#define GROUP(key) \
	"{'type': 'object', 'required': ['" key "'], 'properties': {'" key "': " TEXT "}}"
#define LIST "{'type': 'array', 'contains': {'anyOf': [" TEXT ", " GROUP("step") "]}}"
/* Whether the default is a right one is told where it stands. */
#define DEFAULT                                                                          \
	"{'type': 'object', 'required': ['default'], 'properties': {'default': {'not': " \
	"{'enum': [null, '']}}}}"
#define ELEMENT "{'anyOf': [" TEXT ", " LIST ", " GROUP("text") ", " DEFAULT "]}"

void schema_element_definitions(struct schema *s)
{
	auto_buf filler = BUF_INIT;
	auto_buf chart = BUF_INIT;

	if (s->kind != &item_kind)
		return;
	schema_text(s, "element", ELEMENT);
	buf_adds(&filler, "^(?!");
	add_around(&filler);
	buf_addc(&filler, '(');
	add_one_of(&filler, placeholder_words);
	buf_addc(&filler, '|');
	add_one_of(&filler, placeholder_signs);
	buf_addc(&filler, '|');
	add_vague(&filler);
	buf_addc(&filler, ')');
	add_around(&filler);
	buf_adds(&filler, "$)");
	write_definition(s, "no-filler", filler.s);
	schema_text(s, "no-filler-inside", INSIDE("no-filler"));
	buf_adds(&chart, "^(?!");
	add_around(&chart);
	buf_adds(&chart, "(?=");
	add_one_of(&chart, placeholder_starts);
	buf_addc(&chart, ')');
	add_one_of(&chart, placeholder_to_chart);
	add_around(&chart);
	buf_adds(&chart, "$)");
	write_definition(s, "no-chart", chart.s);
	schema_text(s, "no-chart-inside", INSIDE("no-chart"));
}

/* ---- the six ---- */

/* Each of the six fits the definition. */
static void write_each(struct schema *s, const char *definition, bool required)
{
	schema_open(s, "properties");
	schema_open(s, "elements");
	if (required) {
		json_member(&s->json, "type", "object");
		schema_required(s, &item_elements);
	}
	schema_open(s, "properties");
	for (size_t i = 0; i < item_elements.count; i++) {
		schema_open(s, item_elements.items[i].key);
		schema_ref(s, definition);
		json_close(&s->json);
	}
	json_close(&s->json);
	json_close(&s->json);
	json_close(&s->json);
}

void schema_elements(struct schema *s)
{
	json_open_object(&s->json);
	schema_need_key(s, "elements");
	write_each(s, "element", /* required */ true);
	json_close(&s->json);
	json_open_object(&s->json);
	write_each(s, "no-filler-inside", /* required */ false);
	json_close(&s->json);
	json_open_object(&s->json);
	schema_text(s, "if",
		    "{'not': {'required': ['flowchart'], 'properties': "
		    "{'flowchart': {'$ref': '#/$defs/said'}}}}");
	schema_open(s, "then");
	write_each(s, "no-chart-inside", /* required */ false);
	json_close(&s->json);
	json_close(&s->json);
}
