/*
 * Ids and paths: each follows from the other (gk-catalogue(5)).
 *
 * Layer: record.
 */
#ifndef GK_RECORD_ID_H
#define GK_RECORD_ID_H

#include "base/buf.h"
#include "record/kind.h"

enum { ID_MAX = 64, UNIT_CODE_MAX = 16 };

struct id_parts {
	const struct kind *kind;
	char unit[UNIT_CODE_MAX + 1]; /* ID_UNIT */
	int year;                     /* ID_SERIAL, ID_YEAR */
	int64_t number;               /* ID_UNIT, ID_SERIAL */
};

/** [a-z][a-z0-9]{1,15}, no YAML word, and no letter with four digits, as ids of registers begin. */
bool unit_code_is_valid(const char *code);

/** The kind and parts of a numbered id (mz-0003, 2018-00112, r2026-00001); false when it is none. Padding must be exact. */
bool id_parse(const struct kind_set *set, const char *id,
	      struct id_parts *out) gk_must_use;
/** Whether `id` may be the id of this kind. */
bool id_fits(const struct kind *kind, const char *id);
/** Append the id of a numbered kind. */
void id_format(const struct kind *kind, const char *unit, int year, int64_t number,
	       struct buf *out);

/** Append the path below the catalogue's root that belongs to the id. */
void id_path(const struct kind *kind, const char *id, struct buf *out);
/** The id that the path must hold by this kind; false when the path is none of the kind's. */
bool id_at_path(const struct kind *kind, const char *path, char id[ID_MAX]) gk_must_use;
/**
 * The kind that a path belongs to, and the id it must hold (in `id`); NULL when the
 * path is no record's.  "reports/2018.yaml" → report, "2018".
 */
const struct kind *id_of_path(const struct kind_set *set, const char *path,
			      char id[ID_MAX]);

#endif
