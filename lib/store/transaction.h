/*
 * Writing records: files, commit and index change together or not at all.
 *
 * One writer at a time holds an OFD lock on <gitdir>/gk/lock.  The commit is
 * made from HEAD's tree and our paths, never from the user's index, so that
 * staged and dirty files of the user stay as they are.  A journal and an
 * index.lock of our own (claimed by link(2), so that recovery can prove that it is
 * ours) make every point of a kill recoverable: the next writer finishes or undoes.
 * Moving the ref is the commit point.  Readers never repair.
 *
 *	if (transaction_begin(&options, &tx, err) < 0) return -1;
 *	transaction_put(tx, "items/mz/mz-0003.yaml", bytes, len, err);
 *	transaction_commit(tx, "item: add mz-0003", id, err);
 *	transaction_free(tx);           // without commit: nothing happened
 *
 * Layer: store.
 */
#ifndef GK_STORE_TRANSACTION_H
#define GK_STORE_TRANSACTION_H

#include "base/list.h"
#include "store/source.h"

struct transaction;

enum transaction_flags {
	TX_FAST = 1 << 0,     /* no fsync */
	TX_NO_HOOKS = 1 << 1, /* git commit --no-verify */
	TX_DRY = 1 << 2,      /* everything but writing: checks only */
	TX_FILES = 1 << 3,    /* for transaction_rewrite() alone: nothing is committed, so
	                         neither a name nor the end of a merge is asked for */
};

struct transaction_options {
	const char *root; /* of the catalogue, absolute */
	unsigned int flags;
	const char *author; /* name; NULL: from git's configuration */
	const char *mail;
	int64_t time; /* seconds since 1970, of the commit */
	int zone;     /* minutes east of UTC */
	int wait;     /* seconds to wait for the lock */
};

/**
 * Take the lock, recover what a killed writer left, and look at HEAD.  Errors that a
 * person can mend say how: no repository (git init), another writer (its pid),
 * no user.name, a merge or rebase under way, detached HEAD is fine, unborn branch is
 * fine, commit.gpgsign, split or sparse index.
 */
int transaction_begin(const struct transaction_options *options, struct transaction **out,
		      struct error *err) gk_must_use;

/** Read a path of the catalogue as HEAD has it.  ERR_NOT_FOUND when it has none. */
int transaction_head(struct transaction *tx, const char *path, struct buf *out,
		     struct error *err) gk_must_use;

/** The id of HEAD's commit, under the lock; NULL while the branch has none. */
const char *transaction_head_commit(const struct transaction *tx, struct arena *arena);

enum put_flags {
	PUT_EXPECT_HEAD =
		0, /* the file on disk must be as HEAD has it, else ERR_CONFLICT: gk save first */
	PUT_FROM_DISK = 1 << 0, /* gk save: what is on disk is what is meant */
	PUT_NEW = 1 << 1,       /* must exist neither in HEAD nor on disk */
	PUT_FROM_TOP = 1 << 2,  /* the path is one from the root of the work tree */
};

/** Plan to write (bytes NULL: delete) a path below the catalogue's root. */
int transaction_put(struct transaction *tx, const char *path, const void *bytes,
		    size_t len, unsigned int flags, struct error *err) gk_must_use;

/**
 * Do it.  *commit gets the new commit's id; a transaction whose paths are all as HEAD has
 * them makes no commit and gives "".  Afterwards only transaction_free() may be called.
 */
int transaction_commit(struct transaction *tx, const char *message,
		       char commit[OID_HEX_SIZE], struct error *err) gk_must_use;

/**
 * The same, but instead of a new commit HEAD goes back to its only parent, whose files are what
 * was put.  For a commit that nobody else has: it is as if it had not been made (the reflog has
 * it).  Hooks do not run, as git reset runs none.
 */
int transaction_retreat(struct transaction *tx, const char *reason,
			char commit[OID_HEX_SIZE], struct error *err) gk_must_use;

/* ---- bringing two histories together ---- */

/**
 * Plan that a path from the root of the work tree (not of the catalogue) becomes a blob that the
 * repository has (`oid` NULL: deleted), and that the file on disk is as HEAD has it.
 */
int transaction_take(struct transaction *tx, const char *path, const char *oid,
		     unsigned int mode, struct error *err) gk_must_use;

/**
 * Make a commit of what was put so far on which the next goes; HEAD moves to both at once, or to
 * neither.  *commit gets its id, which the repository knows from now on; "" when it changes nothing,
 * and with TX_DRY, which writes none.  Once.
 */
int transaction_stack(struct transaction *tx, const char *message,
		      char commit[OID_HEX_SIZE], struct error *err) gk_must_use;

/** What is committed next has this commit for a second parent, also where it changes nothing. */
int transaction_join(struct transaction *tx, const char *commit,
		     struct error *err) gk_must_use;

/** Whether a commit, which is written but not yet HEAD's, may become it; -1 with `err` if not. */
typedef int (*transaction_judge_fn)(void *payload, const char *commit, struct error *err);
/** Ask before HEAD moves to what transaction_commit() has written. */
void transaction_judge(struct transaction *tx, transaction_judge_fn judge, void *payload);

/**
 * Instead of a new commit HEAD goes on to one that comes from it, whose files are what was
 * put (git merge --ff-only).
 */
int transaction_advance(struct transaction *tx, const char *to, const char *reason,
			struct error *err) gk_must_use;

/**
 * Give a file of the catalogue, which is there, other bytes on disk, at once and whole: what gk fmt
 * does.  Nothing is committed; permissions stay.
 */
int transaction_rewrite(struct transaction *tx, const char *path, const void *bytes,
			size_t len, struct error *err) gk_must_use;

/** Paths whose bytes on disk differ from HEAD (edited by hand, new, gone), sorted. */
int transaction_dirty(struct transaction *tx, struct arena *arena, struct strings *out,
		      struct error *err) gk_must_use;

/** Let go of the lock; what was not committed never happened.  NULL is fine. */
void transaction_free(struct transaction *tx);

/** Make a repository at `dir` with an unborn branch, unless one is there already. */
int repository_init(const char *dir, struct error *err) gk_must_use;
/** The work tree's folder of the repository that `dir` lies in, without a slash at its end. */
int repository_top(const char *dir, struct arena *arena, const char **top,
		   struct error *err) gk_must_use;
/** Who types here, by git's configuration (user.name), as a copy in the arena. */
int repository_user(const char *dir, struct arena *arena, const char **name,
		    struct error *err) gk_must_use;
/** Whether a killed writer left work to finish: readers say so, the next writer does it. */
bool transaction_is_pending(const char *gitdir);

#endif
