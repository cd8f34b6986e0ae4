/*
 * What happened between commits, straight from git's objects: which commits a range
 * has, and which files differ between two of them.  Nothing is checked out, and trees
 * that are equal are not looked into, so that the size of the catalogue does not count.
 *
 * A commit is looked at in the folder of the catalogue: that of the source, or, where
 * it holds no catalogue.yaml, the one folder of the commit that does.
 *
 * Layer: store.
 */
#ifndef GK_STORE_RANGE_H
#define GK_STORE_RANGE_H

#include "base/date.h"
#include "base/list.h"
#include "store/source.h"

struct range_commit {
	const char *id;
	struct date date; /* of the commit, where it was made */
	struct strings parents;
	const char *author;
	const char *message;
	int64_t time; /* seconds since 1970 */
	int zone;     /* minutes east of UTC */
};

struct range_options {
	const char *to;        /* a revision; NULL: HEAD */
	struct strings hidden; /* revisions whose commits are left out */
	bool hide_refs;        /* those of every reference that the repository has, too */
};

struct range {
	struct range_commit *items; /* parents first */
	size_t count;
	const char *to; /* id of the last commit */
};

/**
 * The commits that `to` has and the hidden ones do not.  ERR_NOT_FOUND for a revision
 * that is not there, with the line that mends it in a shallow clone.
 */
int range_read(struct source *source, struct arena *arena,
	       const struct range_options *options, struct range *out,
	       struct error *err) gk_must_use;

/** The id of the commit that a revision names. */
int range_commit_id(struct source *source, struct arena *arena, const char *rev,
		    const char **out, struct error *err) gk_must_use;
/** The day on which the commit was made, by its own clock. */
int range_day(struct source *source, const char *commit, struct date *out,
	      struct error *err) gk_must_use;
/** The best commit that both come from; NULL when there is none. */
int range_base(struct source *source, struct arena *arena, const char *a, const char *b,
	       const char **out, struct error *err) gk_must_use;
/** Whether a remote-tracking branch or a tag has the commit, so that others may have it. */
int range_is_shared(struct source *source, const char *commit, bool *out,
		    struct error *err) gk_must_use;
/* What others may have: commits of remote-tracking branches and tags. */
struct range_outside {
	struct strings tips;
	struct strings
		bases; /* the best commit that the one asked for shares with each */
};

/** What others may have, seen from a commit; both empty where nothing was ever shared. */
int range_outside(struct source *source, struct arena *arena, const char *commit,
		  struct range_outside *out, struct error *err) gk_must_use;
/** What a commit that is still to be made has for parents: HEAD, and those that are being merged. */
int range_next_parents(struct source *source, struct arena *arena, struct strings *out,
		       struct error *err) gk_must_use;
/** The reference that HEAD names, whether it is there yet or not; NULL when it names a commit. */
const char *range_head_ref(struct source *source, struct arena *arena);
/** The last commit of HEAD's first parents that was made before the day; NULL when there is none. */
int range_before(struct source *source, struct arena *arena, struct date day,
		 const char **out, struct error *err) gk_must_use;

/* A file on two sides; its blob id is NULL where it is not there or is no file. */
struct range_change {
	const char *path; /* below the catalogue's root */
	const char *was;
	const char *is;
	bool stays; /* something stands at the path on the second side */
};

struct range_changes {
	struct range_change *items;
	size_t count;
	size_t room;
};

/** From a commit (NULL: from nothing) to another (NULL: to what the source has; of a work tree without ids). */
int range_changes(struct source *source, struct arena *arena, const char *from,
		  const char *to, struct range_changes *out,
		  struct error *err) gk_must_use;
/** The blob at a path of a commit; NULL when no file is there. */
int range_find(struct source *source, struct arena *arena, const char *commit,
	       const char *path, const char **out, struct error *err) gk_must_use;

#endif
