/*
 * What a field table says, told to others: JSON Schema for editors, the field
 * reference for people.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_SCHEMA_H
#define GK_RECORD_SCHEMA_H

#include "base/buf.h"
#include "base/i18n.h"
#include "record/kind.h"

/**
 * JSON Schema (2020-12) of a kind's files, titles and descriptions in the language.
 *
 * Besides keywords of the standard it holds two that editors know: enumDescriptions,
 * and patternErrorMessage.  What a draft may miss is required of published records only.
 */
void schema_json(const struct kind *kind, enum language language, struct buf *out);
/**
 * Append the comment by which an editor finds the schema of the record at this path:
 * schemas/KIND.schema.json of the catalogue, from where the record lies.
 */
void schema_modeline(const struct kind *kind, const char *path, struct buf *out);
/** Append the path of a kind's schema below the root of a catalogue. */
void schema_path(const struct kind *kind, struct buf *out);
/** Markdown reference of one kind: key, label, type and values, need, visibility, law. */
void schema_reference(const struct kind *kind, enum language language, struct buf *out);

#endif
