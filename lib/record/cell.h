/*
 * A field as a column of a sheet, and its value as the text of one cell.
 *
 * What stands in a head and in a cell is what record_assign() reads: the head by its label,
 * the cell as typed text, so that a sheet can be changed by hand and read back.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_CELL_H
#define GK_RECORD_CELL_H

#include "base/arena.h"
#include "record/path.h"

struct cell_column {
	struct field_path way;
	const char
		*label; /* Chinese; with dots where a label alone could mean two fields */
};

struct cell_columns {
	struct cell_column *items;
	size_t count;
	size_t room;
};

enum cell_flags {
	CELL_PUBLIC = 1 << 0, /* only what may leave the office */
	CELL_TYPED = 1 << 1,  /* only what a clerk may set: nothing that gk keeps */
};

/** The columns of a kind in the order of its table, a group by its members; the first is the id. */
void cell_columns(struct arena *arena, const struct kind *kind, unsigned int flags,
		  struct cell_columns *out);

/** A value of a choice as a cell says it: its label, or its code where the label means another one too. */
const char *cell_choice(const struct field *field, int value);
/** The field of a column. */
const struct field *cell_field(const struct cell_column *column);

/* How records that are referred to are called; `name` gives NULL for the id to stay. */
struct cell_names {
	const char *(*name)(void *payload, const char *kind, const char *id);
	void *payload;
};

/** Append the value; nothing when it is not set.  `names` may be NULL: ids. */
void cell_text(const struct cell_column *column, const struct common *record,
	       const struct cell_names *names, struct buf *out);

#endif
