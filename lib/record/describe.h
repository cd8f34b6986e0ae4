/*
 * A record told to a person: labels and values in one language, by the field table.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_DESCRIBE_H
#define GK_RECORD_DESCRIBE_H

#include "base/i18n.h"
#include "record/record.h"

const char *field_label(const struct field *field, enum language language);
const char *kind_label(const struct kind *kind, enum language language);
const char *choice_label(const struct choice *choice, enum language language);

/** Append all that is set, a line a value, labels aligned by display width. */
void record_describe(const struct record *record, enum language language,
		     struct buf *out);

#endif
