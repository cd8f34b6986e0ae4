/*
 * Publishing: the plan, the gate, the events.
 *
 * Layer: work.
 */
#ifndef GK_WORK_PUBLISH_H
#define GK_WORK_PUBLISH_H

#include "record/public.h"
#include "work/work.h"

enum publish_action {
	PUBLISH_NEW,       /* never published */
	PUBLISH_CHANGED,   /* published, but its digest has changed */
	PUBLISH_CURRENT,   /* published as it stands */
	PUBLISH_REFUSED,   /* asked for by name, and the gate says no */
	PUBLISH_WAITING,   /* not asked for by name, and not ready: said, not an error */
	PUBLISH_WITHDRAWN, /* was withdrawn */
	PUBLISH_CLOSED,    /* not proactive: never leaves */
};

struct publish_row {
	enum publish_action action;
	const char *id;
	const char *kind;
	const char *path;
	const char *title;
	bool was_published; /* its page leaves the site until it is published again */
	struct findings reasons; /* why it is refused or waiting */
};

struct publish_plan {
	struct publish_row *rows; /* in order of kind, id */
	size_t count;
	size_t room;
};

struct publish_options {
	const char *const *ids; /* what a person named; none: all that is ready */
	size_t count;
	const char *channel; /* id; NULL: the catalogue's first active website channel */
	const char *url;     /* where it appeared, for one record */
	struct date date;    /* the day it appeared; no date: today */
};

/** What would happen. */
int publish_plan(struct work *work, const struct publish_options *options,
		 struct publish_plan *plan, struct error *err) gk_must_use;
/** Append and commit the publish events of the plan's new and changed rows. */
int publish_commit(struct work *work, const struct publish_options *options,
		   const struct publish_plan *plan, struct work_done *done,
		   struct error *err) gk_must_use;

/**
 * The gate (先审查、后公开; 保密法实施条例 Art 42): proactive, complete, checked without error, cleared
 * in all steps for the digest it has now.  Findings of what is missing; none means open.
 */
int publish_gate(struct work *work, const struct record *record, struct findings *reasons,
		 struct error *err) gk_must_use;

/** Call `fn` with the public view of every record that stands published (and of units, categories, channels, the
 * catalogue), in order of kind and id.  Views live until fn returns. */
typedef int (*public_fn)(void *payload, const struct public_record *pub,
			 struct error *err);
int publish_each(struct work *work, const struct kind *kind, public_fn fn, void *payload,
		 struct error *err) gk_must_use;

/** Call `fn` with every number that leads to another one. */
typedef int (*moved_fn)(void *payload, const struct kind *kind, const char *from,
			const char *to, struct error *err);
int publish_each_moved(struct work *work, moved_fn fn, void *payload,
		       struct error *err) gk_must_use;

#endif
