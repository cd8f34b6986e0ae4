/*
 * What the steps of a transaction share.
 *
 *	<gitdir>/gk/lock      held while there is a writer (writer_lock.h)
 *	<gitdir>/gk/journal   there from before the first change until after the last (journal.h)
 *	<gitdir>/gk/tx/       everything temporary: removed as a whole
 *		index-claim   the file that index.lock is a second name of (claim.h)
 *		ref-claim     likewise of the ref's lock, and its new content
 *		index         the new index
 *		objects/      new objects until the ref moves (quarantine.h)
 *		hook-index    what the hooks see as the index
 *		message       the commit message while hooks may change it
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_TRANSACTION_PRIVATE_H
#define GK_STORE_TRANSACTION_PRIVATE_H

#include "store/beneath.h"
#include "store/gitindex.h"
#include "store/journal.h"
#include "store/pack_write.h"
#include "store/transaction.h"

/* A file as it is meant to become. */
struct change {
	const char *path;  /* from the root of the work tree */
	const void *bytes; /* NULL: deleted, or, with after.mode, the blob that git has */
	size_t len;
	unsigned int flags;         /* enum put_flags */
	bool is_stored;             /* its bytes are among the objects */
	struct journal_side before; /* in HEAD */
	struct journal_side after;
};

struct transaction {
	struct arena arena;
	git_repository *repo;
	git_odb *odb;
	int root_fd;         /* of the work tree */
	int lock_fd;         /* -1 with TX_DRY, and after the end */
	const char *workdir; /* with a slash at its end */
	const char *gitdir;  /* of this work tree; the paths below it likewise */
	const char *dir;     /* gk */
	const char *tx;      /* gk/tx */
	const char *prefix;  /* of the catalogue */
	unsigned int flags;
	int wait;
	const char *ref;       /* what HEAD stands for */
	git_oid before;        /* zero when the branch is unborn */
	git_tree *head;        /* NULL when the branch is unborn */
	struct gitindex index; /* of staging.c */
	git_signature *author;
	git_signature *committer;
	struct change *changes;
	size_t count;
	size_t room;
	git_oid stacked;      /* commit in between, on which the next goes; zero: none */
	size_t stacked_count; /* how many of the changes it has */
	git_oid joined;       /* the second parent of what is committed; zero: none */
	bool merges;          /* another history comes in: git's hooks for merges run */
	transaction_judge_fn judge;
	void *judge_payload;
	bool has_quarantine;
};

/** FILE_FAST or FILE_SYNC. */
enum file_sync transaction_sync(const struct transaction *tx);
/** A path of the arena: DIR/NAME. */
const char *transaction_path(struct transaction *tx, const char *dir, const char *name);
/** Remove gk/tx with all in it. */
int transaction_clear(struct transaction *tx, struct error *err);

/* ---- objects.c: what is committed ---- */

/** Leave what really changes, in order of path. */
int objects_settle(struct transaction *tx, struct error *err) gk_must_use;
/** Write the blobs and the tree. */
int objects_tree(struct transaction *tx, git_oid *tree, struct error *err) gk_must_use;
/** Write the commit, after the hooks have seen it; they may change the message. */
int objects_commit(struct transaction *tx, struct buf *message, git_oid *commit,
		   struct error *err) gk_must_use;
/** Write a commit that HEAD does not move to. */
int objects_stack(struct transaction *tx, const char *message,
		  struct error *err) gk_must_use;
/** ERR_CONFLICT unless the changes make the tree of the commit. */
int objects_equal(struct transaction *tx, const git_oid *commit_id,
		  struct error *err) gk_must_use;
/** HEAD's only parent, when its tree is the one that was put together. */
int objects_parent(struct transaction *tx, git_oid *out, struct error *err) gk_must_use;

/* ---- head.c: what is changed, and by whom ---- */

/** Open the repository of a catalogue; refuses what gk must not write to. */
int head_open(struct transaction *tx, const char *root, struct error *err) gk_must_use;
/** See where HEAD stands. */
int head_read(struct transaction *tx, struct error *err) gk_must_use;
/** The side of a path in HEAD; mode 0 where it has none. */
int head_side(struct transaction *tx, const char *path, struct journal_side *out,
	      struct error *err) gk_must_use;
/** The two signatures of the commit. */
int head_sign(struct transaction *tx, const struct transaction_options *options,
	      struct error *err) gk_must_use;

/* ---- work_files.c: the files of the work tree ---- */

/** The side of a path on disk: mode 0 where there is nothing, an error for what is no file. */
int work_file_side(struct transaction *tx, const char *path, struct journal_side *out,
		   struct error *err) gk_must_use;
/** Likewise of paths in order; `st` tells of what is there. */
int work_file_side_of(struct transaction *tx, struct beneath_last *last, const char *path,
		      struct journal_side *out, struct stat *st,
		      struct error *err) gk_must_use;
/** Whether two sides are the same content (or both nothing). */
bool work_file_same(const struct journal_side *a, const struct journal_side *b);
/** Give a file that is there other bytes. */
int work_file_rewrite(struct transaction *tx, const char *path, const void *bytes,
		      size_t len, struct error *err) gk_must_use;
/** Note in the journal the directories that its files need and that are not there. */
int work_files_plan(struct transaction *tx, struct journal *journal,
		    struct error *err) gk_must_use;
/** Put the new files in place; tx->changes are those of the journal. */
int work_files_place(struct transaction *tx, const struct journal *journal,
		     struct error *err) gk_must_use;
/**
 * Put back what is still as we made it and remove our temporary files.  *kept gets the
 * first path that somebody has changed since, which stays as it is; NULL when none.
 */
int work_files_undo(struct transaction *tx, const struct journal *journal,
		    const char **kept, struct error *err) gk_must_use;
/** Remove the directories that deletions have emptied. */
void work_files_prune(struct transaction *tx, const struct journal *journal);

/* ---- staging.c: the user's index ---- */

/** Take index.lock. */
int staging_claim(struct transaction *tx, struct error *err) gk_must_use;
/** Read the user's index as it is now. */
int staging_read(struct transaction *tx, struct error *err) gk_must_use;
/** ERR_CONFLICT when the user has staged something else for a path of ours. */
int staging_check(struct transaction *tx, const struct journal *journal,
		  struct error *err) gk_must_use;
/** Write the user's index with our entries changed beside it. */
int staging_write(struct transaction *tx, const struct journal *journal,
		  struct error *err) gk_must_use;
/** Put it in place. */
int staging_publish(struct transaction *tx, struct error *err) gk_must_use;
/** Let go of index.lock. */
int staging_drop(struct transaction *tx, struct error *err) gk_must_use;

/* ---- ref_move.c ---- */

/** The id that a ref stands at now; zero when it is not there. */
int ref_read(struct transaction *tx, const char *ref, git_oid *out,
	     struct error *err) gk_must_use;
/** Move the journal's ref from `before` to `after`; ERR_CONFLICT when it is elsewhere. */
int ref_move(struct transaction *tx, const struct journal *journal,
	     struct error *err) gk_must_use;
/** Let go of the ref's lock. */
int ref_drop(struct transaction *tx, const struct journal *journal, struct error *err);
/** Add to the reflogs what ref_move() did, unless they have it. */
int ref_log(struct transaction *tx, const struct journal *journal,
	    struct error *err) gk_must_use;

/* ---- quarantine.c ---- */

/** Let new objects go to gk/tx/objects. */
int quarantine_open(struct transaction *tx, struct error *err) gk_must_use;
/** Write blobs there as one pack; they can be read at once. */
int quarantine_pack(struct transaction *tx, struct pack_blob *blobs, size_t count,
		    struct error *err) gk_must_use;
/** Move all of it into the repository, once it is on the disk. */
int quarantine_release(struct transaction *tx, struct error *err) gk_must_use;
/** Take back the half of a pack that was moved when its writer stopped. */
void quarantine_abandon(struct transaction *tx);

/* ---- hook.c ---- */

/** Whether the repository has a hook that a commit runs. */
bool hooks_exist(struct transaction *tx);
/**
 * Run those before a commit with an index of HEAD and our paths (`tree`).  They may
 * refuse it and change the message, but not what is committed.
 */
int hooks_before(struct transaction *tx, const git_oid *tree, struct buf *message,
		 struct error *err) gk_must_use;
/** Run those after a commit or a merge; what they say does not matter any more. */
void hooks_after(struct transaction *tx);

/* ---- recovery.c ---- */

/** Whether there is something to recover. */
bool recovery_is_needed(const char *gitdir);
/** Remove what a transaction made that changed nothing. */
void recovery_abandon(struct transaction *tx);
/** Finish or undo what a killed writer left; the lock is held. */
int recovery_run(struct transaction *tx, struct error *err) gk_must_use;
/** Undo what the journal says, in full. */
int recovery_undo(struct transaction *tx, const struct journal *journal,
		  struct error *err);
/** Do what is left after the ref has moved. */
int recovery_finish(struct transaction *tx, const struct journal *journal,
		    struct error *err) gk_must_use;

#endif
