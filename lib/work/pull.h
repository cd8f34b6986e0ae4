/*
 * Taking in what others have committed: git fetches, numbers that both sides gave are given
 * anew to ours, and both histories become one commit, or nothing happens.
 *
 * The private store is pulled with the catalogue where it follows a branch, and what it refers
 * to changes with the catalogue's numbers.  Nothing is committed in either before both are
 * known to go; then the private store is first.
 *
 * Layer: work.
 */
#ifndef GK_WORK_PULL_H
#define GK_WORK_PULL_H

#include "record/merge.h"
#include "store/upstream.h"
#include "work/renumber.h"

/* What is merged or told of: a record, or a file (then `id` is NULL and the path its title). */
struct pull_place {
	const char *path; /* from the root of the work tree */
	const char *id;
	const char *title;
};

/** Which side holds, as merge_choose_fn; of a file `collision->field` is "". */
typedef enum merge_side (*pull_choose_fn)(void *payload, const struct pull_place *at,
					  const struct collision *collision,
					  const char **own);

struct pull_options {
	bool fetch; /* ask the other repository; else what was fetched last is taken in */
	pull_choose_fn
		choose; /* NULL: values that collide stay open, and nothing happens */
	void *payload;
};

enum pull_way {
	PULL_NOTHING, /* there is nothing new */
	PULL_FORWARD, /* nothing was committed here since */
	PULL_MERGED,
};

enum pull_change { PULL_ADDED, PULL_CHANGED, PULL_ENDED /* its number was given up */ };

/* A record that came in. */
struct pull_news {
	struct pull_place at;
	enum pull_change change;
};

/* A value that both sides changed, which nobody decided. */
struct pull_collision {
	struct pull_place at;
	struct collision value;
};

/* What cannot be merged at all. */
struct pull_refusal {
	struct pull_place at;
	const char *why;
};

/* A record that one side gave up while the other changed it. */
struct pull_ending {
	struct pull_place at;
	enum merge_side by;
	const char
		*moved_to; /* NULL: it is void, and what the other side changed is past */
	const char *lost;  /* the other number, where both sides gave it one */
};

struct pull_report {
	struct upstream upstream; /* of a private store that follows none, all NULL */
	enum pull_way way;
	struct list news; /* struct pull_news, by path */
	size_t files;     /* other files that came in */
	struct renumber_report numbers;
	struct list open;          /* struct pull_collision */
	struct list refused;       /* struct pull_refusal */
	struct list endings;       /* struct pull_ending */
	struct findings broken;    /* rules of history that the merge would break */
	size_t faults;             /* other errors in what changed */
	size_t ahead;              /* commits that the other repository lacks now */
	char commit[OID_HEX_SIZE]; /* HEAD's afterwards; "" with TX_DRY */
	/* The same of the private store, whose titles are left out; NULL: none is here. */
	struct pull_report *private_store;
};

/**
 * Pull.  WORK_REFUSED when values collide, files cannot be merged, or the rules of history would be
 * broken: the report says which, and all is as it was.  WORK_FAILED with ERR_DENIED when there is
 * no branch to pull from, or nothing in common with it; ERR_CONFLICT when a file that would change
 * is not as HEAD has it.
 */
int work_pull(struct work *work, const struct pull_options *options,
	      struct pull_report *report, struct error *err) gk_must_use;

#endif
