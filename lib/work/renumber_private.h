/*
 * What the files of renumber*.c share: the plan of one renumbering.
 *
 * Layer: work, inside.
 */
#ifndef GK_WORK_RENUMBER_PRIVATE_H
#define GK_WORK_RENUMBER_PRIVATE_H

#include "store/range.h"
#include "work/act.h"
#include "work/renumber.h"

/* A number that changes, with its record as HEAD has it. */
struct moving {
	const struct record *record;
	struct renumbered told;
};

/* A file as it shall be. */
struct planned {
	const char *path;
	const char *bytes; /* NULL: it goes */
	size_t len;
	bool arrives; /* nothing may be at the path yet */
};

struct renumber {
	struct work *work;
	struct transaction *tx;
	struct source *head;
	struct range_outside outside;
	struct moving *moving; /* as asked for */
	size_t count;
	struct id_changes changes;
	struct list files; /* struct planned */
	struct renumber_report *report;
};

/** Append what is left at a number that became another. */
void renumber_stub(struct arena *arena, const struct kind *kind, const char *id,
		   const char *moved_to, struct buf *out);
/** One file more that changes. */
void renumber_plan(struct renumber *r, const struct planned *file);
/** Note for the report where numbers stand in a file, if in any place. */
void renumber_tell(struct renumber *r, const struct renumbered_file *file);
/** Whether any of the places (struct renamed_spot) becomes another. */
bool renumber_changes(const struct list *spots);
/** Plan what a record's file becomes, which goes to `to_path`. */
int renumber_change(struct renumber *r, const struct record *record, const char *to_path,
		    struct error *err) gk_must_use;

/* ---- renumber_others.c: who else holds one of the numbers ---- */

/** Plan the changes of records that keep their number, and of pages. */
int renumber_others(struct renumber *r, struct error *err) gk_must_use;

/* ---- renumber_numbers.c: which number becomes which ---- */

/** Find record `i`, by what people call it, and what is to be left of its number. */
int renumber_find(struct renumber *r, size_t i, const char *name,
		  struct error *err) gk_must_use;
/** Choose its new number; `asked` as in struct renumbering. */
int renumber_choose(struct renumber *r, size_t i, const char *asked,
		    struct error *err) gk_must_use;
/** Refuse new numbers that are taken, when all have been chosen. */
int renumber_check_free(struct renumber *r, struct error *err) gk_must_use;

/** The number that leaves the path in this renumbering; NULL when none does. */
const struct moving *renumber_leaving(const struct renumber *r, const char *path);

#endif
