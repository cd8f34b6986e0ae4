#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/beneath.h"
#include "store/claim.h"
#include "store/transaction_private.h"

/* git's index keeps 32 bits of what stat(2) says. */
#define LOW_BITS(n) ((uint32_t)((uint64_t)(n)&UINT32_MAX))

static const char *index_path(struct transaction *tx)
{
	return transaction_path(tx, tx->gitdir, "index");
}

static const char *lock_path(struct transaction *tx)
{
	return transaction_path(tx, tx->gitdir, "index.lock");
}

static const char *own_path(struct transaction *tx)
{
	return transaction_path(tx, tx->tx, "index-claim");
}

static const char *new_path(struct transaction *tx)
{
	return transaction_path(tx, tx->tx, "index");
}

int staging_claim(struct transaction *tx, struct error *err)
{
	if (claim_is_ours(own_path(tx), lock_path(tx)))
		return 0;
	if (file_write(own_path(tx), "", 0, FILE_FAST, err) < 0)
		return -1;
	return claim_take(own_path(tx), lock_path(tx), tx->wait, err);
}

int staging_drop(struct transaction *tx, struct error *err)
{
	return claim_drop(own_path(tx), lock_path(tx), err);
}

/* Whether the entry of a path (NULL: none) is what HEAD or we have there. */
static bool is_expected(const git_index_entry *entry, const struct journal_file *file)
{
	const struct journal_side *sides[] = { &file->before, &file->after };

	for (size_t i = 0; i < ARRAY_LEN(sides); i++)
		if (entry ? sides[i]->mode && git_oid_equal(&entry->id, &sides[i]->oid)
			  : !sides[i]->mode)
			return true;
	return false;
}

static const git_index_entry *entry_of(git_index *index, const struct journal_file *file)
{
	return git_index_get_bypath(index, file->path, /* stage */ 0);
}

/*
 * Files that were written in the moment in which git wrote its index may have changed
 * since without a trace in their times; git finds them by comparing with the time of
 * the index.  A later index hides them, so their size is forgotten, as git itself does
 * when it writes: git then looks at the content.
 */
static int forget_racy(git_index *index, const struct stat *st, struct error *err)
{
	for (size_t i = 0; i < git_index_entrycount(index); i++) {
		const git_index_entry *entry = git_index_get_byindex(index, i);
		int64_t seconds = entry->mtime.seconds;
		git_index_entry forgotten = *entry;

		if (seconds < st->st_mtim.tv_sec ||
		    (seconds == st->st_mtim.tv_sec &&
		     entry->mtime.nanoseconds < (uint64_t)st->st_mtim.tv_nsec))
			continue;
		forgotten.file_size = 0;
		if (entry->file_size && !git_index_entry_is_conflict(entry) &&
		    git_index_add(index, &forgotten) < 0)
			return error_git(err, tr("cannot write the index of git"));
	}
	return 0;
}

/* libgit2 takes an index that it cannot see for an empty one, and all would be gone from ours. */
static int check_whole(git_index *index, const char *path, struct error *err)
{
	enum { COUNT_AT = 8, HEADER = 12 };
	unsigned char header[HEADER] = { 0 };
	auto_fd fd = open(path, O_RDONLY | O_CLOEXEC);
	uint32_t count = 0;

	if (fd < 0 && errno == ENOENT)
		return 0;
	if (fd < 0 || pread(fd, header, sizeof(header), 0) != HEADER)
		return error_errno(err, tr("cannot read '%s'"), path);
	for (size_t i = COUNT_AT; i < HEADER; i++)
		count = count << 8 | header[i];
	if (count != git_index_entrycount(index))
		return error_set(err, ERR_SYSTEM, tr("cannot read '%s'"), path);
	return 0;
}

int staging_read(struct transaction *tx, struct error *err)
{
	const char *path = tx->flags & TX_DRY ? index_path(tx) : new_path(tx);
	struct stat st;

	git_index_free(tx->index);
	tx->index = NULL;
	if (!(tx->flags & TX_DRY)) {
		/*
		 * libgit2 writes an index only to the path that it was read from, and
		 * always as a new file: a second name lets it read the user's and write
		 * ours.
		 */
		if (unlink(path) < 0 && errno != ENOENT)
			return error_errno(err, tr("cannot write '%s'"), path);
		if (link(index_path(tx), path) < 0 && errno != ENOENT)
			return error_errno(err, tr("cannot write '%s'"), path);
	}
	if (git_open_index(path, &tx->index, err) < 0 ||
	    check_whole(tx->index, path, err) < 0)
		return -1;
	if (stat(path, &st) < 0)
		return errno == ENOENT ? 0
				       : error_errno(err, tr("cannot read '%s'"), path);
	return forget_racy(tx->index, &st, err);
}

int staging_check(struct transaction *tx, const struct journal *journal,
		  struct error *err)
{
	for (size_t i = 0; i < journal->count; i++) {
		const struct journal_file *file = &journal->files[i];

		if (git_index_get_bypath(tx->index, file->path, GIT_INDEX_STAGE_OURS))
			return error_set(
				err, ERR_CONFLICT,
				tr("'%s' has conflicts: mend it, then git add it"),
				file->path);
		if (!file->keep && !is_expected(entry_of(tx->index, file), file))
			return error_set(err, ERR_CONFLICT,
					 tr("'%s' is staged with other content: "
					    "gk save it, or git restore --staged it"),
					 file->path);
	}
	return 0;
}

static void set_stat(git_index_entry *entry, const struct stat *st)
{
	entry->ctime.seconds = (int32_t)st->st_ctim.tv_sec;
	entry->ctime.nanoseconds = (uint32_t)st->st_ctim.tv_nsec;
	entry->mtime.seconds = (int32_t)st->st_mtim.tv_sec;
	entry->mtime.nanoseconds = (uint32_t)st->st_mtim.tv_nsec;
	entry->dev = LOW_BITS(st->st_dev);
	entry->ino = LOW_BITS(st->st_ino);
	entry->uid = st->st_uid;
	entry->gid = st->st_gid;
	entry->file_size = LOW_BITS(st->st_size);
}

static int set_entry(struct transaction *tx, const struct journal_file *file,
		     struct error *err)
{
	git_index_entry entry = { .mode = file->after.mode, .path = file->path };
	struct journal_side side;
	struct error unread;
	struct stat st;
	int rc;

	if (!file->after.mode) {
		rc = git_index_remove(tx->index, file->path, /* stage */ 0);
		return rc < 0 && rc != GIT_ENOTFOUND
			       ? error_git(err, tr("cannot write the index of git"))
			       : 0;
	}
	git_oid_cpy(&entry.id, &file->after.oid);
	/* Times are told only of what is known to be our content: git trusts them. */
	if (beneath_stat(tx->root_fd, file->path, &st) == 0 &&
	    work_file_side(tx, file->path, &side, &unread) == 0 &&
	    work_file_same(&side, &file->after))
		set_stat(&entry, &st);
	if (git_index_add(tx->index, &entry) < 0)
		return error_git(err, tr("cannot write the index of git"));
	return 0;
}

static int sync_file(const char *path, enum file_sync sync, struct error *err)
{
	auto_fd fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 || durable_fd(fd, sync) < 0)
		return error_errno(err, tr("cannot write '%s'"), path);
	return 0;
}

int staging_write(struct transaction *tx, const struct journal *journal,
		  struct error *err)
{
	for (size_t i = 0; i < journal->count; i++) {
		const struct journal_file *file = &journal->files[i];

		if ((file->keep || is_expected(entry_of(tx->index, file), file)) &&
		    set_entry(tx, file, err) < 0)
			return -1;
	}
	if (git_index_write(tx->index) < 0)
		return error_git(err, tr("cannot write the index of git"));
	return sync_file(new_path(tx), transaction_sync(tx), err);
}

int staging_publish(struct transaction *tx, struct error *err)
{
	return durable_move(new_path(tx), index_path(tx), transaction_sync(tx), err);
}
