#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/transaction_private.h"
#include "store/writer_lock.h"

static const char *journal_path(struct transaction *tx)
{
	return transaction_path(tx, tx->dir, "journal");
}

bool recovery_is_needed(const char *gitdir)
{
	static const char *const names[] = { "gk/journal", "gk/tx" };
	bool found = false;
	auto_buf path = BUF_INIT;

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		buf_reset(&path);
		path_join(&path, gitdir, names[i]);
		found = found || file_exists(path.s);
	}
	return found;
}

static int remove_journal(struct transaction *tx, struct error *err)
{
	if (unlink(journal_path(tx)) < 0 && errno != ENOENT)
		return error_errno(err, tr("cannot remove '%s'"), journal_path(tx));
	return durable_dir(tx->dir, transaction_sync(tx), err);
}

/* git's locks first, while the journal still says where they are; our own things last. */
static int let_go(struct transaction *tx, const struct journal *journal,
		  struct error *err)
{
	if (ref_drop(tx, journal, err) < 0 || staging_drop(tx, err) < 0 ||
	    remove_journal(tx, err) < 0)
		return -1;
	return transaction_clear(tx, err);
}

static int changed_since(const char *path, struct error *err)
{
	return error_set(err, ERR_CONFLICT,
			 tr("gk was stopped here while it wrote '%s', which has changed "
			    "since and is left as it is: look at git status, then try "
			    "again"),
			 path);
}

int recovery_undo(struct transaction *tx, const struct journal *journal,
		  struct error *err)
{
	const char *kept = NULL;

	if (work_files_undo(tx, journal, &kept, err) < 0 || let_go(tx, journal, err) < 0)
		return -1;
	return kept ? changed_since(kept, err) : 0;
}

int recovery_finish(struct transaction *tx, const struct journal *journal,
		    struct error *err)
{
	if (ref_log(tx, journal, err) < 0 || staging_publish(tx, err) < 0)
		return -1;
	work_files_prune(tx, journal);
	return let_go(tx, journal, err);
}

/* The index is made anew: the user may have removed our lock and staged more. */
static int finish_late(struct transaction *tx, const struct journal *journal,
		       struct error *err)
{
	if (staging_claim(tx, err) < 0 || staging_read(tx, err) < 0 ||
	    staging_write(tx, journal, err) < 0)
		return -1;
	return recovery_finish(tx, journal, err);
}

/* Somebody has moved the ref elsewhere: both what they did and what we did stays. */
static int keep_both(struct transaction *tx, const struct journal *journal,
		     struct error *err)
{
	if (let_go(tx, journal, err) < 0)
		return -1;
	return error_set(
		err, ERR_CONFLICT,
		tr("gk was stopped here while it wrote, and '%s' has moved since: "
		   "what it wrote is left as it is; look at git status, then try "
		   "again"),
		journal->ref);
}

static int recover(struct transaction *tx, const struct journal *journal,
		   struct error *err)
{
	git_oid now;

	if (ref_read(tx, journal->ref, &now, err) < 0)
		return -1;
	/* First of all: what an undo goes back to is below the commit where it starts. */
	if (git_oid_equal(&now, &journal->before))
		return recovery_undo(tx, journal, err);
	if (git_oid_equal(&now, &journal->after) ||
	    (!git_oid_is_zero(&now) &&
	     git_graph_descendant_of(tx->repo, &now, &journal->after) > 0))
		return finish_late(tx, journal, err);
	return keep_both(tx, journal, err);
}

int recovery_run(struct transaction *tx, struct error *err)
{
	struct journal journal = { 0 };
	struct error absent;

	if (!recovery_is_needed(tx->gitdir))
		return 0;
	if (journal_read(journal_path(tx), &tx->arena, &journal, &absent) == 0)
		return recover(tx, &journal, err);
	if (absent.code != ERR_NOT_FOUND) {
		*err = absent;
		return -1;
	}
	/* Stopped before it changed anything, or after it was done. */
	return staging_drop(tx, err) < 0 ? -1 : transaction_clear(tx, err);
}

void recovery_abandon(struct transaction *tx)
{
	struct error ignored;

	/* With a journal all is kept for the next writer, and so is what cannot be removed. */
	if (!file_exists(journal_path(tx)) && staging_drop(tx, &ignored) == 0)
		(void)transaction_clear(tx, &ignored);
}

bool transaction_is_pending(const char *gitdir)
{
	auto_buf lock = BUF_INIT;

	path_join(&lock, gitdir, "gk/lock");
	return recovery_is_needed(gitdir) && !writer_lock_is_held(lock.s);
}
