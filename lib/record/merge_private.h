/*
 * What the steps of a merge share.
 *
 * Layer: record; private to merge*.c.
 */
#ifndef GK_RECORD_MERGE_PRIVATE_H
#define GK_RECORD_MERGE_PRIVATE_H

#include "record/merge.h"

/* A value of one's own, to be set when the fields are merged. */
struct merge_own {
	const char *field;
	const char *value;
};

struct merge {
	struct arena *arena;
	const struct merge_options *options;
	struct merged *out;
	struct list own; /* struct merge_own */
	struct buf path; /* of the field that is being merged */
	struct buf label;
	size_t in_list; /* how many lists are around it */
};

/* The structs that a field lies in; `result` begins as a copy of ours. */
struct merge_owners {
	const void *base;
	const void *ours;
	const void *theirs;
	void *result;
};

/** Merge what the fields hold into owners->result. */
void merge_fields(struct merge *m, const struct fields *fields,
		  const struct merge_owners *owners);
/** Merge the own keys of two records into result->extra. */
void merge_extra(struct merge *m, const struct common *base, const struct common *ours,
		 const struct common *theirs, struct common *result);
/** Ask which of three values holds.  Never MERGE_NONE: where it stays open it is ours. */
enum merge_side merge_ask(struct merge *m, const struct collision *collision);
/** Ask about a field, and give it the value that was chosen. */
void merge_collide(struct merge *m, const struct field *field,
		   const struct merge_owners *owners);
/** Let the field be as `from` has it. */
void merge_take(const struct field *field, const void *from, void *result);

/* ---- merge_list.c ---- */

/** Lists of texts and of entries, both changed. */
void merge_list(struct merge *m, const struct field *field,
		const struct merge_owners *owners);

/* ---- merge_events.c ---- */

void merge_events(struct merge *m, const struct field *field,
		  const struct merge_owners *owners);

/* ---- merge_bytes.c ---- */

/**
 * The bytes of a file that says what `meant` says: ours or theirs where that is so, the lines of
 * both merged, else ours with the fields spliced in that differ.
 */
int merge_bytes(const struct merge_sides *sides, const struct merge_options *options,
		const struct record *meant, struct buf *out,
		struct error *err) gk_must_use;

#endif
