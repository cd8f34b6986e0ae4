/*
 * Giving records other numbers: files, attachments and all that refers to them, in one commit.
 *
 * At the old id {id, moved-to} stays, so that who comes with the old number finds the
 * new one and nobody else gets it.  An id that nobody else can have seen leaves nothing: it was
 * in no commit that HEAD shares with a remote-tracking branch or a tag, while there are such, and
 * the record was not shown to anybody, or the number is another record's there by now.
 *
 * Clearances hold: a number is no matter of content, so where a digest changes an erratum
 * (layout) says what became what.  What stands published goes out again with the next gk
 * publish, at its new address.
 *
 * Layer: work.
 */
#ifndef GK_WORK_RENUMBER_H
#define GK_WORK_RENUMBER_H

#include "record/rename.h"
#include "work/work.h"

struct renumbering {
	const char *from; /* as people name records */
	const char *
		to; /* an id; a unit or a year: the next free number there; NULL: in its own */
};

/* One number that changes. */
struct renumbered {
	const char *from;
	const char *to;
	const char *from_path;
	const char *to_path;
	bool vanishes;        /* nothing stays at `from` */
	struct strings files; /* names of the attachments that go with it */
};

/* One record's file in which numbers stand. */
struct renumbered_file {
	const char *path; /* where it is now */
	const char *title;
	struct list spots; /* struct renamed_spot */
	bool changed;      /* any of them becomes another */
	bool erratum;      /* its clearance holds by an erratum */
	bool published;    /* as it was; it goes out again with gk publish */
};

struct renumber_report {
	struct list numbers; /* struct renumbered, as asked for */
	struct list files;   /* struct renumbered_file, in order of path */
	struct list across;  /* the same, of the private store */
};

/** How many of these files (struct renumbered_file) become others. */
size_t renumbered_changed(const struct list *files);

/**
 * Renumber all of them at once, a to b and b to c included.  done->ids are the new ids.
 * ERR_NOT_FOUND for an unknown record or what cannot be a number of its kind; ERR_DENIED for one
 * that has no number or is void, for a number that is taken here or on a remote-tracking
 * branch; ERR_CONFLICT where a file that would change is not as HEAD has it.
 *
 * Where work->private_store is there, what refers to the records in it is changed with them: in
 * a commit of its own, which comes first.
 */
int work_renumber(struct work *work, const struct renumbering *list, size_t count,
		  struct renumber_report *told, struct work_done *done,
		  struct error *err) gk_must_use;

struct renumber_order {
	const struct renumbering *list;
	size_t count;
	struct id_changes outside; /* of records elsewhere to which those here refer */
};

/** The same as a part of what a transaction commits, in this one store. */
int work_renumber_put(struct work *work, struct transaction *tx,
		      const struct renumber_order *order, struct renumber_report *report,
		      struct error *err) gk_must_use;

#endif
