/*
 * What clerks do: a gate, a change, a commit.
 *
 * Every act here reads the record as it stands, asks whether the act is allowed,
 * makes the change in memory, checks the result, and commits it in one transaction.
 * Functions return 0 when it was done, 1 when the records forbid it (the findings say
 * why, nothing was changed), -1 with `err` when gk could not do its work.
 *
 * Layer: work.
 */
#ifndef GK_WORK_WORK_H
#define GK_WORK_WORK_H

#include "check/check.h"
#include "law/workday.h"
#include "store/transaction.h"

struct known_names;
struct known_units;

struct work {
	struct arena *arena; /* of what the caller gets back */
	struct work
		*private_store; /* the same beside the catalogue; NULL: none is here */
	struct catalogue *catalogue;
	struct index *index;
	const struct calendar *calendar;
	struct date today;
	const char *typist; /* --as; NULL: the name in git's configuration */
	int64_t time;       /* of the commit */
	int zone;
	unsigned int tx_flags;     /* enum transaction_flags: TX_DRY for --dry-run */
	struct known_names *names; /* of names.c, NULL at first */
	struct known_units *units; /* of defaults.c, likewise */
};

enum { WORK_DONE = 0, WORK_REFUSED = 1, WORK_FAILED = -1 };

/* What an act did, to be told. */
struct work_done {
	struct strings ids;
	struct strings paths;
	char commit[OID_HEX_SIZE]; /* "" when nothing changed or with TX_DRY */
};

/** Transaction options of this work. */
struct transaction_options work_transaction(const struct work *work);

/** Index rows a person may mean (index_resolve); ERR_NOT_FOUND or ERR_AMBIGUOUS with the candidates named. */
int work_find(struct work *work, const char *kind, const char *text,
	      struct index_row *out, struct error *err) gk_must_use;
/** work_find() and read. */
int work_read(struct work *work, const char *kind, const char *text, struct record **out,
	      struct error *err) gk_must_use;

/* ---- names.c ---- */

/** Turn names and aliases in references (民政办) into ids.  ERR_AMBIGUOUS names the candidates; unknown ones stay. */
int work_resolve_names(struct work *work, struct record *record,
		       struct error *err) gk_must_use;

/* ---- defaults.c ---- */

/** Fill what can be derived: id (with `number`), created, entered-by, subject, unit's defaults, elements' defaults, summary, year. Only empty members. */
int work_defaults(struct work *work, struct record *record,
		  struct error *err) gk_must_use;

/* ---- add.c ---- */

/**
 * Give the records ids and commit them as new files, all or none.  Shape faults refuse; what a
 * draft may still miss comes back as findings of lower severity with WORK_DONE.
 */
int work_add(struct work *work, struct record **records, size_t count,
	     struct findings *findings, struct work_done *done,
	     struct error *err) gk_must_use;

/* ---- save.c ---- */

/** Check and commit what was edited by hand: these paths, or with none all that differs from HEAD. */
int work_save(struct work *work, const char *const *paths, size_t count,
	      struct findings *findings, struct work_done *done,
	      struct error *err) gk_must_use;

/* ---- void.c ---- */

/** Leave {id, voided: {date, by, reason}} where the record was. */
int work_void(struct work *work, const char *id, const char *reason,
	      struct findings *findings, struct work_done *done,
	      struct error *err) gk_must_use;

/* ---- clear.c ---- */

/** Record a clearance step on each record; `step` is an event of ACT_CLEAR without date defaults and digest. */
int work_clear(struct work *work, const char *const *ids, size_t count,
	       const struct event *step, struct work_done *done,
	       struct error *err) gk_must_use;

/**
 * Steps that a record still needs before it may be published, in order, by catalogue.yaml
 * (clearance-steps; default: news first and final; normative also legal; others first,
 * second, final, secrecy) for the digest it has now; one person may hold the pairs allowed
 * there (default: final and secrecy).  Items need none.  Returns how many; at most `room`.
 */
size_t work_missing_steps(struct work *work, const struct record *record, int *steps,
			  size_t room);

#endif
