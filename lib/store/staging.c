#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/beneath.h"
#include "store/claim.h"
#include "store/transaction_private.h"

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

/* What the index has for a file of the journal. */
struct entry {
	bool is_there;
	bool is_conflict;
	git_oid oid;
};

/* Whether the entry is what HEAD or we have there. */
static bool is_expected(const struct entry *entry, const struct journal_file *file)
{
	const struct journal_side *sides[] = { &file->before, &file->after };

	if (entry->is_conflict)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(sides); i++)
		if (entry->is_there
			    ? sides[i]->mode && git_oid_equal(&entry->oid, &sides[i]->oid)
			    : !sides[i]->mode)
			return true;
	return false;
}

/* Whether `path` lies in a folder where the other names a file. */
static bool is_below(const char *path, const char *file, size_t len)
{
	return strncmp(path, file, len) == 0 && path[len] == '/';
}

static void note_entry(struct entry *out, const struct gitindex_entry *entry)
{
	out->is_there = true;
	out->is_conflict = out->is_conflict || entry->stage;
	memcpy(out->oid.id, entry->oid, sizeof(out->oid.id));
}

/*
 * What the index has for each file of the journal; both are in order of path.  A file where
 * ours has a folder is a conflict.
 */
static struct entry *find_entries(struct transaction *tx, const struct journal *journal)
{
	struct entry *out = arena_array(&tx->arena, struct entry, journal->count + 1);
	struct gitindex_walk walk;
	size_t i = 0;

	gitindex_walk(&tx->index, &walk);
	while (i < journal->count && gitindex_next(&walk)) {
		const struct gitindex_entry *entry = &walk.entry;

		while (i < journal->count &&
		       gitindex_compare(journal->files[i].path,
					strlen(journal->files[i].path), entry->path,
					entry->path_len) < 0)
			i++;
		for (size_t k = i;
		     k < journal->count &&
		     strncmp(journal->files[k].path, entry->path, entry->path_len) == 0;
		     k++) {
			if (!journal->files[k].path[entry->path_len])
				note_entry(&out[k], entry);
			else if (is_below(journal->files[k].path, entry->path,
					  entry->path_len))
				out[k].is_conflict = true;
		}
	}
	gitindex_walk_release(&walk);
	return out;
}

int staging_read(struct transaction *tx, struct error *err)
{
	gitindex_release(&tx->index);
	return gitindex_read(index_path(tx), &tx->index, err);
}

int staging_check(struct transaction *tx, const struct journal *journal,
		  struct error *err)
{
	const struct entry *entries = find_entries(tx, journal);

	for (size_t i = 0; i < journal->count; i++) {
		const struct journal_file *file = &journal->files[i];

		if (entries[i].is_conflict)
			return error_set(
				err, ERR_CONFLICT,
				tr("'%s' has conflicts: mend it, then git add it"),
				file->path);
		if (!file->keep && !is_expected(&entries[i], file))
			return error_set(err, ERR_CONFLICT,
					 tr("'%s' is staged with other content: "
					    "gk save it, or git restore --staged it"),
					 file->path);
	}
	return 0;
}

static struct gitindex_change change_of(struct transaction *tx, struct beneath_last *last,
					const struct journal_file *file)
{
	struct gitindex_change change = { .path = file->path,
					  .mode = file->after.mode,
					  .oid = file->after.oid.id };
	struct journal_side side;
	struct error unread;

	/* Times are told only of what is known to be our content: git trusts them. */
	change.has_stat = change.mode &&
			  work_file_side_of(tx, last, file->path, &side, &change.stat,
					    &unread) == 0 &&
			  work_file_same(&side, &file->after);
	return change;
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
	const struct entry *entries = find_entries(tx, journal);
	struct gitindex_change *changes =
		arena_array(&tx->arena, struct gitindex_change, journal->count + 1);
	auto_beneath_last last = BENEATH_LAST_INIT;
	size_t count = 0;

	for (size_t i = 0; i < journal->count; i++) {
		const struct journal_file *file = &journal->files[i];

		if (!entries[i].is_conflict &&
		    (file->keep || is_expected(&entries[i], file)))
			changes[count++] = change_of(tx, &last, file);
	}
	if (gitindex_write(&tx->index, changes, count, new_path(tx), err) < 0)
		return -1;
	return sync_file(new_path(tx), transaction_sync(tx), err);
}

int staging_publish(struct transaction *tx, struct error *err)
{
	return durable_move(new_path(tx), index_path(tx), transaction_sync(tx), err);
}
