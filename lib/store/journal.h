/*
 * What a writer is about to change, on the disk before it changes anything: enough for
 * the next writer to finish it or to undo it.
 *
 * The file is text, one entry a line, and ends with "end"; it appears whole by rename(2).
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_JOURNAL_H
#define GK_STORE_JOURNAL_H

#include "base/list.h"
#include "store/durable.h"
#include "store/git_private.h"

enum { JOURNAL_VERSION = 1 };

/* A path before and after; mode 0 where there is no file. */
struct journal_side {
	unsigned int mode;
	git_oid oid; /* zero where there is no file */
};

struct journal_file {
	const char *path; /* from the root of the work tree */
	bool keep; /* the file on disk is the user's own and right as it is (gk save) */
	struct journal_side before;
	struct journal_side after;
};

struct journal {
	const char *ref; /* refs/heads/NAME, or HEAD when it is detached */
	git_oid before;  /* of the ref; zero when the branch is unborn */
	git_oid after;
	const char *who;            /* of the reflog: NAME <MAIL> SECONDS ZONE */
	const char *entry;          /* of the reflog: commit: SUBJECT */
	const char *token;          /* in the names of the temporary files */
	struct strings dirs;        /* made for this, outermost first */
	struct journal_file *files; /* in order of path */
	size_t count;
	size_t room;
};

/** Write through `temp`, then rename to `path`. */
int journal_write(const struct journal *journal, const char *temp, const char *path,
		  enum file_sync sync, struct error *err) gk_must_use;
/** Read; ERR_NOT_FOUND when there is none.  All lives in the arena. */
int journal_read(const char *path, struct arena *arena, struct journal *out,
		 struct error *err) gk_must_use;

/** Append the path of the temporary file that becomes file `i`. */
void journal_temp(const struct journal *journal, size_t i, struct buf *out);

/** The zero id: no commit, no file. */
bool journal_is_zero(const git_oid *oid);

#endif
