/*
 * The file that git keeps its index in, as bytes: a few entries are changed and all else
 * stays, so that the cost is one copy however many files there are.  Versions 2, 3 and 4.
 *
 * Of the extensions the tree cache is kept but for the folders that change, and what git
 * resolved before (REUC) as it is; others that git may do without are left out, as git
 * itself does when it does not know them.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_GITINDEX_H
#define GK_STORE_GITINDEX_H

#include <stdint.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/hash.h"

struct gitindex {
	struct buf bytes; /* empty where git has no index */
	uint32_t version;
	uint32_t count;
	size_t end;  /* of the entries */
	mode_t mode; /* of the file; 0 where there is none */
};

struct gitindex_entry {
	const char *path;
	size_t path_len;
	unsigned int stage; /* 0 unless it is in conflict */
	const unsigned char *oid;
	size_t at; /* in the file */
	size_t len;
};

/* Entries in order of path and stage. */
struct gitindex_walk {
	const struct gitindex *index;
	size_t at; /* of the next entry */
	uint32_t left;
	struct buf path; /* of this entry: version 4 says what is new of it */
	struct gitindex_entry entry;
};

/* What becomes of a path. */
struct gitindex_change {
	const char *path;
	unsigned int mode; /* 0: it has no entry any more */
	const unsigned char *oid;
	bool has_stat; /* git trusts it: only of a file that is known to have this content */
	struct stat stat;
};

/**
 * Read an index; one that is not there is empty.  Entries that may have changed without a trace
 * in their times forget their size, as when git writes.  A split or a sparse one gives a line
 * that says what to do.
 */
int gitindex_read(const char *path, struct gitindex *out, struct error *err) gk_must_use;
void gitindex_release(struct gitindex *index);

void gitindex_walk(const struct gitindex *index, struct gitindex_walk *out);
/** The next entry in walk->entry; its path lives until the next call.  False after the last. */
bool gitindex_next(struct gitindex_walk *walk);
void gitindex_walk_release(struct gitindex_walk *walk);

/** Two paths in the order of git: by bytes. */
int gitindex_compare(const char *a, size_t a_len, const char *b, size_t b_len);

/** Write a new file with these changes, which are in order of path; it is not waited for. */
int gitindex_write(const struct gitindex *index, const struct gitindex_change *changes,
		   size_t count, const char *path, struct error *err) gk_must_use;

#endif
