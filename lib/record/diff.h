/*
 * What differs between two states of a record, field by field, as people read it.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_DIFF_H
#define GK_RECORD_DIFF_H

#include "base/i18n.h"
#include "record/record.h"

struct difference {
	const char *field; /* dotted path */
	const char *label; /* with those of the groups around it: 六个要素 · 办事依据 */
	const char *was; /* value in words; NULL: it was not there */
	const char *is;  /* NULL: it is no longer there */
};

typedef void (*difference_fn)(void *payload, const struct difference *difference);

/**
 * Each field whose value differs, in the order of the table.  Of lists each entry that came
 * or went is told; of texts of several lines only the lines between the first and the last
 * that differ.  Texts live in the arena.
 */
void record_diff(struct arena *arena, const struct record *was, const struct record *is,
		 enum language language, difference_fn fn, void *payload);

/** Append the value of a set field in words; entries of a list with ; between. */
void field_tell(const struct field *field, const void *owner, enum language language,
		struct buf *out);

#endif
