/*
 * What the acts of lib/work share: a record as HEAD has it, one more event, one commit.
 *
 * Layer: work.
 */
#ifndef GK_WORK_ACT_H
#define GK_WORK_ACT_H

#include "base/text_set.h"
#include "work/work.h"

/** A transaction that lets go of its lock when its scope ends. */
static inline void free_transaction(struct transaction **tx)
{
	transaction_free(*tx);
}
#define auto_transaction gk_cleanup(free_transaction) struct transaction

/**
 * The record at `path` as HEAD has it, read under the lock, so that no other writer can
 * come between reading and writing.  ERR_CONFLICT when it was never committed.
 */
int work_read_head(struct work *work, struct transaction *tx, const char *path,
		   struct record **out, struct error *err) gk_must_use;

/** ERR_DENIED for a record of which only the number is left. */
int work_check_live(const struct record *record, struct error *err) gk_must_use;

/**
 * Whether findings forbid the act.  An incomplete draft may be kept: what the elements group
 * misses counts only when the record must be `complete`.
 */
bool work_refuses(const struct findings *findings, bool complete);

struct work_series;
struct addition;

/*
 * New records of one transaction; begin with work, tx, its arena in `given`, and in `files` the
 * arena of records as their files will be read, whose bytes live in that of the work.
 */
struct work_adding {
	struct work *work;
	struct transaction *tx;
	struct arena *files;
	const struct kind *schema_of; /* asked for last: whether the catalogue has it */
	bool has_schema;
	struct text_set given; /* their paths */
	struct work_series *series;
	size_t count;
	size_t room;
};

/**
 * Fill what can be derived, give an id and a path, put the files beside it into the
 * transaction.  *out gets the record as its file will be read; it is neither checked nor put.
 */
int work_make_new(struct work_adding *adding, const struct addition *addition,
		  const struct record **out, struct error *err) gk_must_use;

/** What is still missing is told as a note where it did not forbid the act. */
void work_soften(struct findings *findings);

/**
 * Check the bytes that a record's file is to have: what the rules say of it goes to `findings`.
 * WORK_REFUSED when it must not be written so.
 */
int work_check_change(struct work *work, const struct record *record,
		      const struct buf *bytes, struct findings *findings,
		      struct error *err) gk_must_use;

/**
 * What the rules of history say of the step from HEAD to the record; *refused when it must
 * not be committed.
 */
int work_check_history(struct work *work, struct transaction *tx,
		       const struct record *record, struct findings *out, bool *refused,
		       struct error *err) gk_must_use;

/** ERR_DENIED for what identifies a record and what other commands write (id, events …). */
int work_check_field(const char *key, struct error *err) gk_must_use;

/** Remember what was done. */
void work_note(struct work *work, struct work_done *done, const char *id,
	       const char *path);

/* By this line of their message commits of gk are known. */
#define WORK_TRAILER "Made-by: gk"

/** Commit with a message of `what` and the ids: ids only, never a title or a name. */
int work_commit(struct work *work, struct transaction *tx, const char *what,
		struct work_done *done, struct error *err) gk_must_use;

/**
 * Put one event more into a record of HEAD.  Without a date it is today's; an earlier one
 * gets `recorded` with today and the typist, so that back-entry is open.
 */
int work_append(struct work *work, struct transaction *tx, const struct record *record,
		struct event *event, struct error *err) gk_must_use;

/** The digest that clearances and publications are held to. */
void work_digest(struct work *work, const struct record *record,
		 char out[SHA256_HEX_SIZE]);

#endif
