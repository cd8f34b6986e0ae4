/*
 * What two commits did to files since the one that both come from.
 *
 * Nothing is looked at for renamed files: the path of a record follows from its id.
 *
 * Layer: store.
 */
#ifndef GK_STORE_THREEWAY_H
#define GK_STORE_THREEWAY_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/list.h"

struct threeway;

/* How the two stand to each other. */
enum threeway_relation {
	THREEWAY_AHEAD,    /* theirs has nothing that ours has not */
	THREEWAY_BEHIND,   /* ours has nothing that theirs has not */
	THREEWAY_DIVERGED, /* each has something of its own */
};

/* A file on one side; `oid` NULL: it is not there. */
struct threeway_side {
	const char *oid;
	unsigned int mode; /* as git has it: 0100644, 0100755, 0120000 … */
};

struct threeway_file {
	const char *path; /* from the root of the work tree */
	struct threeway_side base;
	struct threeway_side ours;
	struct threeway_side theirs;
};

/**
 * Compare two commits of the repository that `dir` lies in; `ours` NULL: an unborn branch, which
 * is behind everything.  ERR_DENIED when they have nothing in common, ERR_NOT_FOUND when a
 * shallow clone cuts off what they have; both with the line that mends it.
 */
int threeway_open(const char *dir, const char *ours, const char *theirs,
		  struct threeway **out, struct error *err) gk_must_use;
void threeway_free(struct threeway *threeway);

static inline void threeway_leave(struct threeway **threeway)
{
	threeway_free(*threeway);
}
#define auto_threeway gk_cleanup(threeway_leave) struct threeway

enum threeway_relation threeway_relation(const struct threeway *threeway);
/** How many commits ours has that theirs has not. */
size_t threeway_ahead(const struct threeway *threeway);

/** The files that theirs changed since both parted (struct threeway_file), sorted by path. */
int threeway_files(struct threeway *threeway, struct arena *arena, struct list *out,
		   struct error *err) gk_must_use;
/** A path as the three have it. */
int threeway_find(struct threeway *threeway, struct arena *arena, const char *path,
		  struct threeway_file *out, struct error *err) gk_must_use;
/** Append the content of a side, which is there. */
int threeway_read(struct threeway *threeway, const char *path,
		  const struct threeway_side *side, struct buf *out,
		  struct error *err) gk_must_use;

/* ---- texts, by lines ---- */

enum threeway_favour { FAVOUR_NONE, FAVOUR_OURS, FAVOUR_THEIRS };

struct threeway_text {
	const char *bytes;
	size_t len;
};

/** True, and the text appended, when no lines collide, or when those that do are decided. */
bool threeway_merge(const struct threeway_text *base, const struct threeway_text *ours,
		    const struct threeway_text *theirs, enum threeway_favour favour,
		    struct buf *out);
/** The same with lines that collide between markers (<<<<<<<), as git writes them. */
void threeway_mark(const struct threeway_text *base, const struct threeway_text *ours,
		   const struct threeway_text *theirs, struct buf *out);

#endif
