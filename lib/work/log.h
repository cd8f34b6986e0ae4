/*
 * Who changed what and when: the history of records, from git's commits.
 *
 * Layer: work.
 */
#ifndef GK_WORK_LOG_H
#define GK_WORK_LOG_H

#include "store/range.h"
#include "work/work.h"

struct log_change {
	const char *path;
	const char *id;
	const struct record *was; /* NULL: it was added */
	const struct record *is;  /* NULL: it went away */
};

struct log_entry {
	const struct range_commit *commit;
	const struct log_change *changes; /* of records, in order of path */
	size_t count;
	size_t others; /* files that are no records */
};

struct log_request {
	const char *path;  /* of one record; NULL: all */
	const char *to;    /* revision; NULL: HEAD */
	const char *since; /* revision whose commits are left out; NULL: none */
	size_t limit;      /* entries; 0: no limit */
};

/** Returns 0 to go on, anything else to stop. */
typedef int (*log_fn)(void *payload, const struct log_entry *entry);

/**
 * The commits that changed the record, the newest first.  Of a merge only what differs
 * from each of its parents is told.  Texts live until the callback returns.
 */
int work_log(struct work *work, const struct log_request *request, log_fn fn,
	     void *payload, struct error *err) gk_must_use;

#endif
