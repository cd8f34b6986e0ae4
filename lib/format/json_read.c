#include "format/json_read.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"

struct reader {
	struct arena *arena;
	size_t len; /* of the whole text */
	struct error *err;
};

static struct yaml_node *new_node(const struct reader *r, enum yaml_type type,
				  enum yaml_style style)
{
	struct yaml_node *node = arena_new(r->arena, struct yaml_node);

	node->type = type;
	node->style = style;
	node->place = (struct yaml_place){ .line = 1, .column = 1 };
	node->end = r->len;
	return node;
}

static struct yaml_node *new_scalar(const struct reader *r, enum yaml_style style,
				    const char *text, size_t len)
{
	struct yaml_node *node = new_node(r, YAML_SCALAR, style);

	node->value = arena_strndup(r->arena, text, len);
	node->len = len;
	return node;
}

static struct yaml_node *new_plain(const struct reader *r, const char *word)
{
	return new_scalar(r, YAML_PLAIN, word, strlen(word));
}

static size_t dump_number(const json_t *number, size_t digits, char *out, size_t room)
{
	size_t len = json_dumpb(number, out, room,
				JSON_ENCODE_ANY | JSON_REAL_PRECISION(digits));

	return len < room ? len : 0;
}

/* The fewest digits that read back as the same number. */
static struct yaml_node *from_real(const struct reader *r, const json_t *number)
{
	char text[64];
	size_t len = 0;
	bool same = false;

	for (size_t digits = 15; digits <= 17 && !same; digits++) {
		json_t *again;

		len = dump_number(number, digits, text, sizeof(text));
		again = json_loadb(text, len, JSON_DECODE_ANY, NULL);
		same = again && json_equal(number, again);
		json_decref(again);
	}
	return new_scalar(r, YAML_PLAIN, text, len);
}

static struct yaml_node *from_integer(const struct reader *r, const json_t *number)
{
	char text[32];
	int len = snprintf(text, sizeof(text), "%" JSON_INTEGER_FORMAT,
			   json_integer_value(number));

	return new_scalar(r, YAML_PLAIN, text, (size_t)len);
}

static struct yaml_node *from_value(const struct reader *r, json_t *value,
				    unsigned int depth);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as JSON_READ_MAX_DEPTH */
static struct yaml_node *from_array(const struct reader *r, const json_t *array,
				    unsigned int depth)
{
	struct yaml_node *node = new_node(r, YAML_SEQUENCE, YAML_FLOW);

	node->count = json_array_size(array);
	node->items = arena_array(r->arena, struct yaml_node *, node->count);
	for (size_t i = 0; i < node->count; i++) {
		node->items[i] = from_value(r, json_array_get(array, i), depth + 1);
		if (!node->items[i])
			return NULL;
	}
	return node;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as JSON_READ_MAX_DEPTH */
static struct yaml_node *from_object(const struct reader *r, json_t *object,
				     unsigned int depth)
{
	struct yaml_node *node = new_node(r, YAML_MAPPING, YAML_FLOW);
	size_t i = 0;

	node->count = json_object_size(object);
	node->keys = arena_array(r->arena, struct yaml_node *, node->count);
	node->items = arena_array(r->arena, struct yaml_node *, node->count);
	for (void *at = json_object_iter(object); at;
	     at = json_object_iter_next(object, at)) {
		const char *key = json_object_iter_key(at);

		node->keys[i] = new_scalar(r, YAML_DOUBLE, key, strlen(key));
		node->items[i] = from_value(r, json_object_iter_value(at), depth + 1);
		if (!node->items[i++])
			return NULL;
	}
	return node;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as JSON_READ_MAX_DEPTH */
static struct yaml_node *from_value(const struct reader *r, json_t *value,
				    unsigned int depth)
{
	if (depth > JSON_READ_MAX_DEPTH) {
		(void)error_set(r->err, ERR_LIMIT,
				tr("more than %d levels in one another"),
				JSON_READ_MAX_DEPTH);
		return NULL;
	}
	switch (json_typeof(value)) {
	case JSON_OBJECT:
		return from_object(r, value, depth);
	case JSON_ARRAY:
		return from_array(r, value, depth);
	case JSON_STRING:
		return new_scalar(r, YAML_DOUBLE, json_string_value(value),
				  json_string_length(value));
	case JSON_INTEGER:
		return from_integer(r, value);
	case JSON_REAL:
		return from_real(r, value);
	case JSON_TRUE:
		return new_plain(r, "true");
	case JSON_FALSE:
		return new_plain(r, "false");
	case JSON_NULL:
		return new_plain(r, "null");
	}
	return NULL;
}

int json_parse(struct arena *arena, const char *bytes, size_t len, struct yaml_node **out,
	       struct error *err)
{
	struct reader r = { .arena = arena, .len = len, .err = err };
	json_error_t fault;
	struct yaml_node *root;
	json_t *value;

	if (len > JSON_READ_MAX_BYTES)
		return error_set(err, ERR_LIMIT, tr("longer than %d MiB"),
				 JSON_READ_MAX_BYTES >> 20);
	value = json_loadb(bytes, len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &fault);
	if (!value)
		return error_set(err, ERR_SYNTAX, tr("line %d, column %d: %s"),
				 fault.line, fault.column, fault.text);
	root = from_value(&r, value, 1);
	json_decref(value);
	if (!root)
		return -1;
	*out = root;
	return 0;
}
