/*
 * The way from a record's struct to a field inside its groups.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_PATH_H
#define GK_RECORD_PATH_H

#include "base/buf.h"
#include "record/kind.h"

enum { FIELD_DEPTH_MAX = 8 }; /* how deep tables nest */

struct field_path {
	const struct field *steps[FIELD_DEPTH_MAX];
	size_t count;
};

/**
 * Find "disclosure.ground.code".  With `labels` each part may be a Chinese label, and a
 * single part that is no field of the record itself may be one inside its groups (办事依据).
 */
bool field_path_find(const struct kind *kind, const char *path, bool labels,
		     struct field_path *out) gk_must_use;

/** The struct that the last field lies in; NULL when the way leads through a list. */
const void *field_path_owner(const struct field_path *path, const struct common *record);

/** Append the keys with dots between. */
void field_path_text(const struct field_path *path, struct buf *out);

#endif
