/*
 * Whether JSON on standard input has exactly the shape of a schema: fits SCHEMA <JSON
 *
 * Knows the part of JSON Schema that schemas/output uses and refuses a schema with anything
 * else.  Stricter than a schema in one point: a member that it does not list is a fault.
 */
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "format/json_read.h"

enum { LIMIT = 16 << 20, KEY_ROOM = 64 };

struct fitting {
	struct arena arena;
	const struct yaml_node *root; /* of the schema */
	size_t faults;
};

static void fault(struct fitting *f, const char *path, const char *text)
{
	(void)fprintf(stderr, "%s: %s\n", *path ? path : "(whole)", text);
	f->faults++;
}

static bool is_text(const struct yaml_node *node)
{
	return node->type == YAML_SCALAR && node->style != YAML_PLAIN;
}

static bool is_plain(const struct yaml_node *node, const char *value)
{
	return node->type == YAML_SCALAR && node->style == YAML_PLAIN &&
	       strcmp(node->value, value) == 0;
}

static bool is_integer(const struct yaml_node *node)
{
	const char *s = node->value;

	if (node->type != YAML_SCALAR || node->style != YAML_PLAIN)
		return false;
	s += *s == '-';
	return *s && !s[strspn(s, "0123456789")];
}

static bool has_type(const struct yaml_node *node, const char *type)
{
	if (strcmp(type, "object") == 0)
		return node->type == YAML_MAPPING;
	if (strcmp(type, "array") == 0)
		return node->type == YAML_SEQUENCE;
	if (strcmp(type, "string") == 0)
		return is_text(node);
	if (strcmp(type, "integer") == 0)
		return is_integer(node);
	return strcmp(type, "boolean") == 0 &&
	       (is_plain(node, "true") || is_plain(node, "false"));
}

static bool is_one_of(const struct yaml_node *node, const struct yaml_node *values)
{
	for (size_t i = 0; is_text(node) && i < values->count; i++)
		if (strcmp(values->items[i]->value, node->value) == 0)
			return true;
	return false;
}

static bool matches(const struct yaml_node *node, const char *pattern)
{
	regex_t regex;
	bool found;

	if (!is_text(node) || regcomp(&regex, pattern, REG_EXTENDED | REG_NOSUB) != 0)
		return false;
	found = regexec(&regex, node->value, 0, NULL, 0) == 0;
	regfree(&regex);
	return found;
}

static bool is_at_least(const struct yaml_node *node, const char *least)
{
	return is_integer(node) &&
	       strtoll(node->value, NULL, 10) >= strtoll(least, NULL, 10);
}

static void fit(struct fitting *f, const struct yaml_node *schema, const char *path,
		const struct yaml_node *node);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as JSON_READ_MAX_DEPTH */
static void fit_members(struct fitting *f, const struct yaml_node *properties,
			const char *path, const struct yaml_node *node)
{
	for (size_t i = 0; node->type == YAML_MAPPING && i < node->count; i++) {
		const char *key = node->keys[i]->value;
		const struct yaml_node *schema = yaml_get(properties, key);
		const char *member = arena_printf(&f->arena, "%s/%s", path, key);

		if (schema)
			fit(f, schema, member, node->items[i]);
		else
			fault(f, member, "the schema has no such member");
	}
}

static void fit_required(struct fitting *f, const struct yaml_node *names,
			 const char *path, const struct yaml_node *node)
{
	for (size_t i = 0; node->type == YAML_MAPPING && i < names->count; i++)
		if (!yaml_get(node, names->items[i]->value))
			fault(f, path,
			      arena_printf(&f->arena, "%s is missing",
					   names->items[i]->value));
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as JSON_READ_MAX_DEPTH */
static void fit_ref(struct fitting *f, const char *ref, const char *path,
		    const struct yaml_node *node)
{
	static const char start[] = "#/$defs/";
	const struct yaml_node *defs = yaml_get(f->root, "$defs");
	const struct yaml_node *schema = NULL;

	if (defs && strncmp(ref, start, strlen(start)) == 0)
		schema = yaml_get(defs, ref + strlen(start));
	if (schema)
		fit(f, schema, path, node);
	else
		fault(f, ref, "the schema defines no such thing");
}

/* One keyword of the schema; false when it is not known. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as JSON_READ_MAX_DEPTH */
static bool fit_keyword(struct fitting *f, const char *key, const struct yaml_node *value,
			const char *path, const struct yaml_node *node)
{
	bool fits = true;

	if (strcmp(key, "properties") == 0)
		fit_members(f, value, path, node);
	else if (strcmp(key, "required") == 0)
		fit_required(f, value, path, node);
	else if (strcmp(key, "$ref") == 0)
		fit_ref(f, value->value, path, node);
	else if (strcmp(key, "items") == 0)
		for (size_t i = 0; node->type == YAML_SEQUENCE && i < node->count; i++)
			fit(f, value, arena_printf(&f->arena, "%s/%zu", path, i),
			    node->items[i]);
	else if (strcmp(key, "type") == 0)
		fits = has_type(node, value->value);
	else if (strcmp(key, "const") == 0)
		fits = is_text(node) && strcmp(node->value, value->value) == 0;
	else if (strcmp(key, "enum") == 0)
		fits = is_one_of(node, value);
	else if (strcmp(key, "pattern") == 0)
		fits = matches(node, value->value);
	else if (strcmp(key, "minimum") == 0)
		fits = is_at_least(node, value->value);
	else
		return false;
	if (!fits)
		fault(f, path, arena_printf(&f->arena, "does not fit its %s", key));
	return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as JSON_READ_MAX_DEPTH */
static void fit(struct fitting *f, const struct yaml_node *schema, const char *path,
		const struct yaml_node *node)
{
	static const char told[] = " $schema $id title description $defs ";

	for (size_t i = 0; i < schema->count; i++) {
		const char *key = schema->keys[i]->value;
		char word[KEY_ROOM];

		(void)snprintf(word, sizeof(word), " %s ", key);
		if (!strstr(told, word) &&
		    !fit_keyword(f, key, schema->items[i], path, node))
			fault(f, key, "this keyword of the schema is not known here");
	}
}

static const struct yaml_node *parse(struct fitting *f, const char *name,
				     const struct buf *bytes)
{
	struct yaml_node *node;
	struct error err;

	if (json_parse(&f->arena, bytes->s, bytes->len, &node, &err) == 0)
		return node;
	(void)fprintf(stderr, "%s: %s\n", name, err.text);
	f->faults++;
	return NULL;
}

int main(int argc, char **argv)
{
	struct fitting f = { .arena = ARENA_INIT };
	const struct yaml_node *node;
	auto_buf schema = BUF_INIT;
	auto_buf json = BUF_INIT;
	char chunk[4096];
	struct error err;
	size_t n;

	if (argc != 2 || file_read(argv[1], LIMIT, &schema, &err) < 0) {
		(void)fprintf(stderr, "usage: fits SCHEMA <JSON\n");
		return EXIT_FAILURE;
	}
	while ((n = fread(chunk, 1, sizeof(chunk), stdin)) > 0)
		buf_add(&json, chunk, n);
	f.root = parse(&f, argv[1], &schema);
	node = parse(&f, "standard input", &json);
	if (f.root && node)
		fit(&f, f.root, "", node);
	arena_clear(&f.arena);
	return f.faults ? EXIT_FAILURE : EXIT_SUCCESS;
}
