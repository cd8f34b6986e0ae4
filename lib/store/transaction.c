#include "store/transaction.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/beneath.h"
#include "store/transaction_private.h"
#include "store/writer_lock.h"

enum file_sync transaction_sync(const struct transaction *tx)
{
	return tx->flags & TX_FAST ? FILE_FAST : FILE_SYNC;
}

const char *transaction_path(struct transaction *tx, const char *dir, const char *name)
{
	auto_buf path = BUF_INIT;

	path_join(&path, dir, name);
	return buf_dup(&path, &tx->arena);
}

int transaction_clear(struct transaction *tx, struct error *err)
{
	quarantine_abandon(tx);
	return file_remove_tree(tx->tx, err);
}

static const char *lock_path(struct transaction *tx)
{
	return transaction_path(tx, tx->dir, "lock");
}

static void let_go(struct transaction *tx)
{
	writer_lock_release(lock_path(tx), tx->lock_fd);
	tx->lock_fd = -1;
}

/* The first write of all: what forbids it forbids the others too. */
static int cannot_begin(const struct transaction *tx, struct error *err)
{
	if (err->sys == EROFS)
		return error_set(
			err, ERR_SYSTEM,
			tr("'%s' is on a disk that can only be read: have it made "
			   "writable, or write in a clone elsewhere (git clone)"),
			tx->workdir);
	if (err->sys == EACCES || err->sys == EPERM)
		return error_set(
			err, ERR_SYSTEM,
			tr("you may not write to '%s': ask whose it is for the right to, "
			   "or write in a clone of your own (git clone)"),
			tx->workdir);
	return -1;
}

static int take_lock(struct transaction *tx, struct error *err)
{
	if (tx->flags & TX_DRY)
		return 0;
	if (file_make_dirs(tx->dir, err) < 0)
		return cannot_begin(tx, err);
	tx->lock_fd = writer_lock_take(lock_path(tx), tx->wait, err);
	return tx->lock_fd < 0 ? cannot_begin(tx, err) : recovery_run(tx, err);
}

int transaction_begin(const struct transaction_options *options, struct transaction **out,
		      struct error *err)
{
	struct transaction *tx = calloc(1, sizeof(*tx));

	if (!tx)
		out_of_memory();
	*tx = (struct transaction){ .root_fd = -1,
				    .lock_fd = -1,
				    .index = { .bytes = BUF_INIT },
				    .flags = options->flags,
				    .wait = options->wait };
	git_start();
	/* Of all who write in this process; there is one at a time. */
	(void)git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, !(options->flags & TX_FAST));
	if (head_open(tx, options->root, err) < 0 || take_lock(tx, err) < 0 ||
	    head_read(tx, err) < 0 ||
	    (!(tx->flags & TX_FILES) && head_sign(tx, options, err) < 0)) {
		transaction_free(tx);
		return -1;
	}
	*out = tx;
	return 0;
}

void transaction_free(struct transaction *tx)
{
	if (!tx)
		return;
	if (tx->lock_fd >= 0) {
		recovery_abandon(tx);
		let_go(tx);
	}
	beneath_close(&tx->root_fd);
	gitindex_release(&tx->index);
	git_tree_free(tx->head);
	git_signature_free(tx->author);
	git_signature_free(tx->committer);
	git_odb_free(tx->odb);
	git_repository_free(tx->repo);
	arena_clear(&tx->arena);
	free(tx);
	git_stop();
}

static const char *full_path(struct transaction *tx, const char *path)
{
	auto_buf full = BUF_INIT;

	buf_adds(&full, tx->prefix);
	buf_adds(&full, path);
	return buf_dup(&full, &tx->arena);
}

int transaction_head(struct transaction *tx, const char *path, struct buf *out,
		     struct error *err)
{
	struct journal_side side;

	if (!beneath_is_path(path))
		return error_set(err, ERR_SYNTAX, tr("'%s' cannot be a path"), path);
	if (head_side(tx, full_path(tx, path), &side, err) < 0)
		return -1;
	if (!side.mode)
		return error_set(err, ERR_NOT_FOUND, tr("there is no file '%s'"), path);
	return git_read_blob(tx->odb, &side.oid, path, out, err);
}

const char *transaction_head_commit(const struct transaction *tx, struct arena *arena)
{
	char hex[OID_HEX_SIZE];

	return tx->head
		       ? arena_strdup(arena, git_oid_tostr(hex, sizeof(hex), &tx->before))
		       : NULL;
}

/* Whether what is on disk lets the change be made. */
static int check_disk(struct transaction *tx, const struct change *change,
		      const struct journal_side *disk, struct error *err)
{
	const size_t skip = strlen(tx->prefix);
	const char *path = change->path;

	path += strncmp(path, tx->prefix, skip) == 0 ? skip : 0;
	if (change->flags & PUT_NEW && (change->before.mode || disk->mode))
		return error_set(err, ERR_CONFLICT, tr("'%s' is there already"), path);
	if (change->flags & PUT_FROM_DISK) {
		if (!work_file_same(disk, &change->after))
			return error_set(err, ERR_CONFLICT,
					 tr("'%s' has changed meanwhile: try again"),
					 path);
		return 0;
	}
	if (!work_file_same(disk, &change->before))
		return error_set(err, ERR_CONFLICT,
				 tr("'%s' differs from what git has: gk save it first"),
				 path);
	return 0;
}

static void add_change(struct transaction *tx, const struct change *change)
{
	/* What a commit in between has already is made another once more. */
	for (size_t i = 0; i < tx->stacked_count; i++)
		if (strcmp(tx->changes[i].path, change->path) == 0) {
			tx->changes[i] = *change;
			return;
		}
	tx->changes = array_grow(&tx->arena, tx->changes, tx->count, &tx->room,
				 sizeof(*change));
	tx->changes[tx->count++] = *change;
}

int transaction_put(struct transaction *tx, const char *path, const void *bytes,
		    size_t len, unsigned int flags, struct error *err)
{
	struct change change = { .flags = flags, .len = len };
	struct journal_side disk;

	if (!beneath_is_path(path))
		return error_set(err, ERR_SYNTAX, tr("'%s' cannot be a path"), path);
	if (len > SOURCE_MAX_FILE)
		return error_set(err, ERR_LIMIT, tr("'%s' is longer than %zu bytes"),
				 path, (size_t)SOURCE_MAX_FILE);
	change.path = flags & PUT_FROM_TOP ? arena_strdup(&tx->arena, path)
					   : full_path(tx, path);
	if (head_side(tx, change.path, &change.before, err) < 0 ||
	    work_file_side(tx, change.path, &disk, err) < 0)
		return -1;
	if (bytes) {
		change.bytes = arena_strndup(&tx->arena, bytes, len);
		change.after.mode = change.before.mode ? change.before.mode
						       : (unsigned int)GIT_FILEMODE_BLOB;
		if (flags & PUT_FROM_DISK && disk.mode)
			change.after.mode = disk.mode;
		if (git_odb_hash(&change.after.oid, bytes, len, GIT_OBJECT_BLOB) < 0)
			return error_git(err, "%s", path);
	}
	if (check_disk(tx, &change, &disk, err) < 0)
		return -1;
	add_change(tx, &change);
	return 0;
}

int transaction_take(struct transaction *tx, const char *path, const char *oid,
		     unsigned int mode, struct error *err)
{
	struct change change = { .path = arena_strdup(&tx->arena, path) };
	struct journal_side disk;

	if (!beneath_is_path(path))
		return error_set(err, ERR_SYNTAX, tr("'%s' cannot be a path"), path);
	if (oid && !S_ISREG((mode_t)mode))
		return error_set(err, ERR_CONFLICT, tr("'%s' is not a regular file"),
				 path);
	if (oid && git_oid_fromstr(&change.after.oid, oid) < 0)
		return error_git(err, "%s", path);
	change.after.mode = oid ? mode : 0;
	if (head_side(tx, path, &change.before, err) < 0 ||
	    work_file_side(tx, path, &disk, err) < 0 ||
	    check_disk(tx, &change, &disk, err) < 0)
		return -1;
	add_change(tx, &change);
	return 0;
}

int transaction_rewrite(struct transaction *tx, const char *path, const void *bytes,
			size_t len, struct error *err)
{
	if (!beneath_is_path(path))
		return error_set(err, ERR_SYNTAX, tr("'%s' cannot be a path"), path);
	return tx->flags & TX_DRY
		       ? 0
		       : work_file_rewrite(tx, full_path(tx, path), bytes, len, err);
}

static void note_files(struct transaction *tx, struct journal *journal)
{
	journal->files = arena_array(&tx->arena, struct journal_file, tx->count);
	journal->count = tx->count;
	for (size_t i = 0; i < tx->count; i++) {
		const struct change *change = &tx->changes[i];

		journal->files[i] = (struct journal_file){
			.path = change->path,
			.keep = (change->flags & PUT_FROM_DISK) != 0,
			.before = change->before,
			.after = change->after,
		};
	}
}

/* As git itself begins what it writes into the reflog. */
static const char *entry_kind(const struct transaction *tx)
{
	if (!git_oid_is_zero(&tx->joined))
		return "commit (merge): ";
	return tx->head ? "commit: " : "commit (initial): ";
}

static void describe(struct transaction *tx, struct journal *journal, const char *message)
{
	const git_time *when = &tx->committer->when;
	auto_buf who = BUF_INIT;
	auto_buf entry = BUF_INIT;
	int zone = when->offset < 0 ? -when->offset : when->offset;
	char hex[OID_HEX_SIZE];

	buf_addf(&who, "%s <%s> %lld %c%02d%02d", tx->committer->name,
		 tx->committer->email, (long long)when->time,
		 when->offset < 0 ? '-' : '+', zone / 60, zone % 60);
	buf_adds(&entry, entry_kind(tx));
	buf_add(&entry, message, strcspn(message, "\n"));
	journal->ref = tx->ref;
	git_oid_cpy(&journal->before, &tx->before);
	journal->who = buf_dup(&who, &tx->arena);
	journal->entry = buf_dup(&entry, &tx->arena);
	journal->token = arena_strndup(
		&tx->arena, git_oid_tostr(hex, sizeof(hex), &journal->after), 12);
}

/* All that can be undone, up to and with the move of the ref. */
static int change_all(struct transaction *tx, const struct journal *journal,
		      struct error *err)
{
	if (work_files_place(tx, journal, err) < 0 ||
	    staging_write(tx, journal, err) < 0 || quarantine_release(tx, err) < 0)
		return -1;
	return ref_move(tx, journal, err);
}

static int recorded_but(const struct error *why, struct error *err)
{
	const struct error copy = *why;

	return error_set(
		err, copy.code,
		tr("it is recorded, but not all is in place, which the next gk that "
		   "writes here mends: %s"),
		copy.text);
}

/*
 * What has gone wrong may have done so just after the ref moved: then it is recorded, and going
 * back would take from under HEAD what it has.  Where that cannot be seen, the next writer looks.
 */
static int give_up(struct transaction *tx, const struct journal *journal,
		   struct error *err)
{
	git_oid now;
	struct error other;

	if (ref_read(tx, journal->ref, &now, &other) < 0)
		return -1;
	if (git_oid_equal(&now, &journal->after)) {
		int rc = recovery_finish(tx, journal, &other);

		return recorded_but(rc < 0 ? &other : err, err);
	}
	/* What was wrong first is told; what is left, the next writer undoes. */
	(void)recovery_undo(tx, journal, &other);
	return -1;
}

static int record(struct transaction *tx, struct journal *journal, struct error *err)
{
	const char *path = transaction_path(tx, tx->dir, "journal");
	const char *temp = transaction_path(tx, tx->tx, "journal");
	struct error other;

	if (staging_claim(tx, err) < 0)
		return -1;
	if (staging_read(tx, err) < 0 || staging_check(tx, journal, err) < 0 ||
	    work_files_plan(tx, journal, err) < 0 ||
	    journal_write(journal, temp, path, transaction_sync(tx), err) < 0 ||
	    change_all(tx, journal, err) < 0)
		return give_up(tx, journal, err);
	if (recovery_finish(tx, journal, &other) < 0)
		return recorded_but(&other, err);
	return 0;
}

static int check_dry(struct transaction *tx, const struct journal *journal,
		     struct error *err)
{
	return staging_read(tx, err) < 0 ? -1 : staging_check(tx, journal, err);
}

/* Move HEAD to a commit that is there. */
static int go_to(struct transaction *tx, struct journal *journal, const char *reason,
		 char commit[OID_HEX_SIZE], struct error *err)
{
	describe(tx, journal, reason);
	if (record(tx, journal, err) < 0)
		return -1;
	(void)git_oid_tostr(commit, OID_HEX_SIZE, &journal->after);
	let_go(tx);
	return 0;
}

int transaction_retreat(struct transaction *tx, const char *reason,
			char commit[OID_HEX_SIZE], struct error *err)
{
	struct journal journal = { 0 };

	commit[0] = '\0';
	if (objects_settle(tx, err) < 0)
		return -1;
	note_files(tx, &journal);
	if (tx->flags & TX_DRY)
		return check_dry(tx, &journal, err);
	if (objects_parent(tx, &journal.after, err) < 0)
		return -1;
	return go_to(tx, &journal, reason, commit, err);
}

int transaction_advance(struct transaction *tx, const char *to, const char *reason,
			struct error *err)
{
	struct journal journal = { 0 };
	char commit[OID_HEX_SIZE];

	if (git_oid_fromstr(&journal.after, to) < 0)
		return error_git(err, "%s", to);
	if (objects_settle(tx, err) < 0)
		return -1;
	note_files(tx, &journal);
	if (tx->flags & TX_DRY)
		return check_dry(tx, &journal, err);
	if (objects_equal(tx, &journal.after, err) < 0 ||
	    go_to(tx, &journal, reason, commit, err) < 0)
		return -1;
	tx->merges = true;
	if (hooks_exist(tx))
		hooks_after(tx);
	return 0;
}

int transaction_stack(struct transaction *tx, const char *message,
		      char commit[OID_HEX_SIZE], struct error *err)
{
	commit[0] = '\0';
	if (objects_stack(tx, message, err) < 0)
		return -1;
	if (!git_oid_is_zero(&tx->stacked))
		(void)git_oid_tostr(commit, OID_HEX_SIZE, &tx->stacked);
	return 0;
}

int transaction_join(struct transaction *tx, const char *commit, struct error *err)
{
	tx->merges = true;
	return git_oid_fromstr(&tx->joined, commit) < 0 ? error_git(err, "%s", commit)
							: 0;
}

void transaction_judge(struct transaction *tx, transaction_judge_fn judge, void *payload)
{
	tx->judge = judge;
	tx->judge_payload = payload;
}

int transaction_commit(struct transaction *tx, const char *message,
		       char commit[OID_HEX_SIZE], struct error *err)
{
	struct journal journal = { 0 };
	auto_buf text = BUF_INIT;

	if (objects_settle(tx, err) < 0)
		return -1;
	note_files(tx, &journal);
	if (tx->count && tx->flags & TX_DRY && check_dry(tx, &journal, err) < 0)
		return -1;
	if ((!tx->count && git_oid_is_zero(&tx->joined)) || tx->flags & TX_DRY) {
		commit[0] = '\0';
		return 0;
	}
	buf_adds(&text, message);
	if (objects_commit(tx, &text, &journal.after, err) < 0)
		return -1;
	describe(tx, &journal, text.s);
	if (record(tx, &journal, err) < 0)
		return -1;
	(void)git_oid_tostr(commit, OID_HEX_SIZE, &journal.after);
	let_go(tx);
	if (hooks_exist(tx))
		hooks_after(tx);
	return 0;
}
