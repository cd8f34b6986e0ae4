/*
 * What the steps of a pull share.
 *
 * Layer: work; private to pull*.c.
 */
#ifndef GK_WORK_PULL_PRIVATE_H
#define GK_WORK_PULL_PRIVATE_H

#include "record/id.h"
#include "store/threeway.h"
#include "work/across.h"
#include "work/pull.h"

/* A record that both sides have given another number. */
struct twin {
	const struct kind *kind;
	const char *from;
	const char *ours;
	const char *theirs;
	const char *kept; /* one of both */
	const char *lost; /* the other; NULL: both gave it the same */
};

struct pull {
	struct work *work;
	const struct pull_options *options;
	struct pull_report *report;
	struct transaction *tx;
	struct threeway *threeway;
	const char *prefix; /* of the catalogue in the repository */
	const char *ours;   /* commit; NULL: the branch has none yet */
	const char *theirs; /* commit; NULL: it follows no branch, or that is empty */
	enum threeway_relation relation;
	struct across *across; /* of the private store: what it has to go along with */
	struct pull *first; /* what is committed before it, at the last moment; or NULL */
	struct list files;  /* struct threeway_file: what theirs changed */
	struct list moved;  /* struct renumbered, by others; the ids alone */
	struct list twins;  /* struct twin */
	struct strings handled; /* paths that a record which moved has settled */
};

/** The kind and id of a path from the root of the work tree; NULL when no record's. */
const struct kind *pull_kind(const struct pull *p, const char *path, char id[ID_MAX]);
/** Read a side of a record; *out NULL where it is not there.  Lives in the arena. */
int pull_read(struct pull *p, struct arena *arena, const struct threeway_file *file,
	      const struct threeway_side *side, struct record **out,
	      struct error *err) gk_must_use;
/** Whether two sides are the same file, or both none. */
bool pull_same(const struct threeway_side *a, const struct threeway_side *b);
/** The place of a record or of a file; texts live in the work's arena. */
struct pull_place pull_place(struct pull *p, const char *path,
			     const struct record *record);

/* ---- pull_store.c ---- */

/** See how both sides stand to each other, and note what came in. */
int pull_compare(struct pull *p, struct error *err) gk_must_use;
/** Plan what this store becomes; what stays open goes into the report. */
int pull_plan(struct pull *p, struct error *err) gk_must_use;
bool pull_is_refused(const struct pull_report *report);
/** Make it so; the rules of history may still forbid it, which is in the report then. */
int pull_commit(struct pull *p, struct error *err) gk_must_use;

/* ---- pull_files.c ---- */

/** Plan what each file that theirs changed becomes; what stays open goes into the report. */
int pull_files(struct pull *p, struct error *err) gk_must_use;
/** Merge three states of a record; *out NULL bytes when it is refused, which is in the report. */
void pull_merge(struct pull *p, const struct pull_place *at,
		const struct merge_sides *sides, struct merged *out);

/* ---- pull_moved.c ---- */

/** Records that one side or both renumbered: what the other changed goes along. */
int pull_moved(struct pull *p, struct error *err) gk_must_use;
/** The record as it would be under another number. */
int pull_with_id(struct arena *arena, const struct record *record, const char *id,
		 struct record **out, struct error *err) gk_must_use;
/** The path of a record, from the root of the work tree. */
const char *pull_path(struct pull *p, const struct kind *kind, const char *id);

/* ---- pull_twins.c ---- */

/** Find records that both sides renumbered, each to another number, into p->twins. */
int pull_find_twins(struct pull *p, struct error *err) gk_must_use;
/** Make one record of both again, under the number that is kept. */
int pull_twin(struct pull *p, const struct twin *twin, struct error *err) gk_must_use;
/** Whether it is the number that a twin has here. */
bool pull_is_twin(const struct pull *p, const char *id);
/** Let both sides of a record refer to twins by the numbers that are kept. */
int pull_settle(struct pull *p, struct record **ours, struct record **theirs,
		struct error *err) gk_must_use;
/** Numbers that change but for those of records of ours: the catalogue's, and those of twins. */
struct id_changes pull_outside(struct pull *p);

/* ---- pull_told.c ---- */

/** Note what came in. */
int pull_news(struct pull *p, struct error *err) gk_must_use;
/** Numbers (struct renumbered) that change here with the pull, whoever changed them. */
void pull_numbers(struct pull *p, struct list *out);

#endif
