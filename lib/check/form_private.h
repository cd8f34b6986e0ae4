/*
 * What the forms share.
 *
 * Layer: check, inside.
 */
#ifndef GK_CHECK_FORM_PRIVATE_H
#define GK_CHECK_FORM_PRIVATE_H

#include "check/form.h"
#include "format/json.h"

void form_text(const struct told *told, struct buf *out);
void form_short(const struct told *told, struct buf *out);
void form_json(const struct told *told, struct buf *out);
void form_sarif(const struct told *told, struct buf *out);
void form_junit(const struct told *told, struct buf *out);
void form_tap(const struct told *told, struct buf *out);
void form_github(const struct told *told, struct buf *out);
void form_gitlab(const struct told *told, struct buf *out);

/** Blanks for what would break the line or command a terminal, from `from` on. */
void text_in_one_line(struct buf *out, size_t from);
/** The name of the field, in the language in use. */
const char *finding_label(const struct finding *finding);
/** Who waived a finding, why and until when, in the language in use. */
void waiver_text(const struct waiver *waiver, struct buf *out);

typedef void (*finding_fn)(const struct finding *finding, struct buf *out);

/** A member with what finding_text() or finding_hint() append. */
void json_finding_text(struct json *json, const char *key, finding_fn write,
		       const struct finding *finding);
void json_number(struct json *json, const char *key, size_t n);

#endif
