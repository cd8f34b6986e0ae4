/*
 * The parts of a JSON Schema: schema.c says what people read, schema_value.c what a
 * value looks like, schema_need.c and schema_element.c what must be there,
 * schema_when.c in which case.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_SCHEMA_PRIVATE_H
#define GK_RECORD_SCHEMA_PRIVATE_H

#include "format/json.h"
#include "record/field.h"
#include "record/path.h"
#include "record/schema.h"

struct schema {
	struct json json;
	const struct kind *kind;
	enum language language;
};

/** The text of the schema's language. */
const char *schema_say(const struct schema *s, const char *zh, const char *en);

/** A member of an object, with its title, description and value. */
void schema_property(struct schema *s, const struct field *field);
/** All members. */
void schema_properties(struct schema *s, const struct fields *fields);
/** The keywords that tell what the value of a field may be. */
void schema_value(struct schema *s, const struct field *field);
/** type: one of the types named (ended by NULL), or null. */
void schema_types(struct schema *s, const char *const *types);
/** The pattern of the ids of a kind. */
void schema_id_pattern(struct schema *s, const struct kind *kind);

/** $defs and allOf: what must be there. */
void schema_needs(struct schema *s);
/** Of items alone: definitions of what an element is, and schemas of all six. */
void schema_element_definitions(struct schema *s);
void schema_elements(struct schema *s);

/* ---- keywords ---- */

/** An object as the value of a key. */
void schema_open(struct schema *s, const char *key);
/** {"if": the definition, "then": { */
void schema_open_if(struct schema *s, const char *definition);
void schema_close_if(struct schema *s);
/** $ref: the definition. */
void schema_ref(struct schema *s, const char *definition);
/** A keyword whose value is JSON already, with ' in place of ". */
void schema_text(struct schema *s, const char *key, const char *text);
/** required: this key. */
void schema_need_key(struct schema *s, const char *key);
/** required: the fields of NEED_REQUIRED. */
void schema_required(struct schema *s, const struct fields *fields);

/* ---- when a field is needed ---- */

/* A field that decides whether another is needed, and how. */
struct schema_case {
	struct field_path way;
	unsigned int values; /* of a CHOICE: bit 1 << value; of events: 1 << act */
};

/* That other fields are (or, negated, are not) so: any one of the cases. */
struct schema_when {
	struct schema_case cases[8];
	size_t count;
	bool negated;
};

/**
 * On what other fields it depends whether the field is needed, asked of `applies` with
 * records in which one field alone is set.  False where no such field decides it.
 */
bool schema_when(const struct kind *kind, const struct field *field,
		 struct schema_when *when);
/** The condition as one schema of the whole record. */
void schema_condition(struct schema *s, const struct schema_when *when);

#endif
