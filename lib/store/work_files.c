#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/beneath.h"
#include "store/durable.h"
#include "store/transaction_private.h"

static int cannot_write(const char *path, struct error *err)
{
	return error_errno(err, tr("cannot write '%s'"), path);
}

bool work_file_same(const struct journal_side *a, const struct journal_side *b)
{
	if (!a->mode || !b->mode)
		return a->mode == b->mode;
	return git_oid_equal(&a->oid, &b->oid);
}

int work_file_side_of(struct transaction *tx, struct beneath_last *last, const char *path,
		      struct journal_side *out, struct stat *st, struct error *err)
{
	auto_buf bytes = BUF_INIT;
	int dir = beneath_last_parent(last, tx->root_fd, path);

	*out = (struct journal_side){ 0 };
	if (dir < 0 || fstatat(dir, path_base(path), st, AT_SYMLINK_NOFOLLOW) < 0) {
		if (errno == ENOENT)
			return 0;
		return error_errno(err, tr("cannot read '%s'"), path);
	}
	if (!S_ISREG(st->st_mode))
		return error_set(err, ERR_CONFLICT, tr("'%s' is not a regular file"),
				 path);
	if (beneath_read(tx->root_fd, path, SOURCE_MAX_FILE, &bytes, err) < 0)
		return -1;
	if (git_odb_hash(&out->oid, bytes.s, bytes.len, GIT_OBJECT_BLOB) < 0)
		return error_git(err, tr("cannot read '%s'"), path);
	out->mode =
		st->st_mode & S_IXUSR ? GIT_FILEMODE_BLOB_EXECUTABLE : GIT_FILEMODE_BLOB;
	return 0;
}

int work_file_side(struct transaction *tx, const char *path, struct journal_side *out,
		   struct error *err)
{
	auto_beneath_last last = BENEATH_LAST_INIT;
	struct stat st;

	return work_file_side_of(tx, &last, path, out, &st, err);
}

/* The length of the folders that two paths have in common. */
static size_t shared_folders(const char *a, const char *b)
{
	size_t shared = 0;

	for (size_t i = 0; a[i] && a[i] == b[i]; i++)
		if (a[i] == '/')
			shared = i + 1;
	return shared;
}

/* Because paths are in order, the folders of the one before have been looked at. */
static int plan_dirs(struct transaction *tx, struct journal *journal, const char *path,
		     size_t seen, struct error *err)
{
	for (const char *slash = strchr(path + seen, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		const char *dir = arena_strndup(&tx->arena, path, (size_t)(slash - path));
		struct stat st;

		if (beneath_stat(tx->root_fd, dir, &st) == 0) {
			if (S_ISDIR(st.st_mode))
				continue;
			return error_set(err, ERR_CONFLICT,
					 tr("'%s' is in the way: it is not a directory"),
					 dir);
		}
		if (errno != ENOENT)
			return error_errno(err, tr("cannot read '%s'"), dir);
		strings_add(&tx->arena, &journal->dirs, dir);
	}
	return 0;
}

int work_files_plan(struct transaction *tx, struct journal *journal, struct error *err)
{
	const char *last = "";

	for (size_t i = 0; i < journal->count; i++) {
		const struct journal_file *file = &journal->files[i];

		if (file->keep || !file->after.mode)
			continue;
		if (plan_dirs(tx, journal, file->path, shared_folders(last, file->path),
			      err) < 0)
			return -1;
		last = file->path;
	}
	return 0;
}

static int write_bytes(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t n = write(fd, bytes, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		bytes += n;
		len -= (size_t)n;
	}
	return 0;
}

/* A new file, whatever a killed gk has left under this name. */
static int create(int dir, const char *temp, mode_t mode)
{
	const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
	int fd = openat(dir, temp, flags, mode);

	if (fd >= 0 || errno != EEXIST || unlinkat(dir, temp, 0) < 0)
		return fd;
	return openat(dir, temp, flags, mode);
}

/* Writes a temporary file beside `path` and leaves it open; -1 with errno set. */
static int write_temp(int dir, const char *path, const char *temp,
		      const struct change *change)
{
	const mode_t run = change->after.mode == GIT_FILEMODE_BLOB_EXECUTABLE ? 0111 : 0;
	struct stat st;
	int fd = create(dir, temp, 0666 | run);
	int reason;

	if (fd < 0)
		return -1;
	/* A file that is replaced keeps who may read it. */
	if ((fstatat(dir, path_base(path), &st, AT_SYMLINK_NOFOLLOW) < 0 ||
	     !S_ISREG(st.st_mode) || fchmod(fd, st.st_mode & 0777) == 0) &&
	    write_bytes(fd, change->bytes, change->len) == 0)
		return fd;
	reason = errno;
	(void)close(fd);
	errno = reason;
	return -1;
}

/* A file that was not there comes by link(2), which replaces nothing. */
static int move_in(int dir, const char *temp, const char *name, bool replaces)
{
	if (replaces)
		return renameat(dir, temp, dir, name);
	if (linkat(dir, temp, dir, name, 0) < 0)
		return -1;
	return unlinkat(dir, temp, 0);
}

/* Likewise, waits for it and closes it. */
static int write_temp_whole(struct transaction *tx, int dir, const char *path,
			    const char *temp, const struct change *change)
{
	int fd = write_temp(dir, path, temp, change);
	int reason = 0;

	if (fd < 0)
		return -1;
	if (durable_fd(fd, transaction_sync(tx)) < 0)
		reason = errno;
	if (close(fd) < 0 && !reason)
		reason = errno;
	errno = reason;
	return reason ? -1 : 0;
}

/*
 * Written in gk/tx, where the next writer sweeps what a kill leaves; beside the file where the
 * repository lies on another disk.
 */
static int write_over(struct transaction *tx, int to, const struct change *change,
		      mode_t mode)
{
	static const char temp[] = FILE_TEMP_PREFIX "rewrite";
	const char *name = path_base(change->path);
	auto_fd from = open(tx->tx, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (from < 0 || write_temp_whole(tx, from, change->path, temp, change) < 0 ||
	    fchmodat(from, temp, mode, 0) < 0)
		return -1;
	if (renameat(from, temp, to, name) == 0)
		return 0;
	if (errno != EXDEV || write_temp_whole(tx, to, change->path, temp, change) < 0)
		return -1;
	return renameat(to, temp, to, name);
}

int work_file_rewrite(struct transaction *tx, const char *path, const void *bytes,
		      size_t len, struct error *err)
{
	const struct change change = { .path = path, .bytes = bytes, .len = len };
	auto_fd to = beneath_parent(tx->root_fd, path);
	struct stat st;

	if (to < 0 || fstatat(to, path_base(path), &st, AT_SYMLINK_NOFOLLOW) < 0)
		return cannot_write(path, err);
	if (!S_ISREG(st.st_mode))
		return error_set(err, ERR_CONFLICT, tr("'%s' is not a regular file"),
				 path);
	if (file_make_dirs(tx->tx, err) < 0)
		return -1;
	if (write_over(tx, to, &change, st.st_mode & 0777) < 0 ||
	    durable_fd(to, transaction_sync(tx)) < 0)
		return cannot_write(path, err);
	return 0;
}

/* The change with its bytes: those that git has are read only when they are put in place. */
static int read_change(struct transaction *tx, const struct change *change,
		       struct buf *bytes, struct change *out, struct error *err)
{
	*out = *change;
	if (change->bytes || !change->after.mode)
		return 0;
	if (git_read_blob(tx->odb, &change->after.oid, change->path, bytes, err) < 0)
		return -1;
	out->bytes = bytes->s;
	out->len = bytes->len;
	return 0;
}

/* What goes through the files of a journal, in order. */
struct placing {
	struct transaction *tx;
	const struct journal *journal;
	struct beneath_last last;
	struct durable_batch batch;
};

/* The new content beside the file, on its way to the disk. */
static int write_beside(struct placing *p, size_t i, struct error *err)
{
	const struct journal_file *file = &p->journal->files[i];
	auto_buf temp = BUF_INIT;
	auto_buf bytes = BUF_INIT;
	struct change change;
	int fd;
	int dir = beneath_last_parent(&p->last, p->tx->root_fd, file->path);

	if (dir < 0)
		return cannot_write(file->path, err);
	if (read_change(p->tx, &p->tx->changes[i], &bytes, &change, err) < 0)
		return -1;
	journal_temp(p->journal, i, &temp);
	fd = write_temp(dir, file->path, path_base(temp.s), &change);
	if (fd < 0)
		return cannot_write(file->path, err);
	return durable_batch_add(&p->batch, fd, file->path, err);
}

static int put_in(struct placing *p, size_t i, struct error *err)
{
	const struct journal_file *file = &p->journal->files[i];
	const char *name = path_base(file->path);
	auto_buf temp = BUF_INIT;
	struct journal_side now;
	struct stat st;
	int dir;

	/* Hooks and people may have been here since it was planned. */
	if (work_file_side_of(p->tx, &p->last, file->path, &now, &st, err) < 0)
		return -1;
	if (!work_file_same(&now, &file->before))
		return error_set(err, ERR_CONFLICT,
				 tr("'%s' has changed meanwhile: gk save it first"),
				 file->path);
	dir = beneath_last_parent(&p->last, p->tx->root_fd, file->path);
	if (dir < 0)
		return cannot_write(file->path, err);
	if (!file->after.mode)
		return unlinkat(dir, name, 0) < 0 ? cannot_write(file->path, err) : 0;
	journal_temp(p->journal, i, &temp);
	if (move_in(dir, path_base(temp.s), name, file->before.mode != 0) < 0)
		return cannot_write(file->path, err);
	return 0;
}

/* Each folder once: its files stand one after another, but for those of folders inside. */
static int sync_folders(struct placing *p, bool may_be_gone, struct error *err)
{
	const struct journal *journal = p->journal;

	for (size_t i = 0; p->batch.sync == FILE_SYNC && i < journal->count; i++) {
		const char *path = journal->files[i].path;
		int dir;

		if (journal->files[i].keep ||
		    (i + 1 < journal->count &&
		     beneath_same_folder(path, journal->files[i + 1].path)))
			continue;
		dir = beneath_parent(p->tx->root_fd, path);
		if (dir < 0 && may_be_gone && errno == ENOENT)
			continue;
		if (dir < 0)
			return cannot_write(path, err);
		if (durable_batch_add(&p->batch, dir, path, err) < 0)
			return -1;
	}
	return durable_batch_wait(&p->batch, err);
}

static int make_dir(struct transaction *tx, const char *path, struct error *err)
{
	auto_fd above = beneath_parent(tx->root_fd, path);

	if (above < 0 || (mkdirat(above, path_base(path), 0777) < 0 && errno != EEXIST) ||
	    durable_fd(above, transaction_sync(tx)) < 0)
		return error_errno(err, tr("cannot make the directory '%s'"), path);
	return 0;
}

/* All content first, and a wait for all of it: a name stands only for what is on the disk. */
static int place_all(struct placing *p, struct error *err)
{
	const struct journal *journal = p->journal;

	for (size_t i = 0; i < journal->count; i++)
		if (!journal->files[i].keep && journal->files[i].after.mode &&
		    write_beside(p, i, err) < 0)
			return -1;
	if (durable_batch_wait(&p->batch, err) < 0)
		return -1;
	for (size_t i = 0; i < journal->count; i++)
		if (!journal->files[i].keep && put_in(p, i, err) < 0)
			return -1;
	return sync_folders(p, false, err);
}

static struct placing start_placing(struct transaction *tx, const struct journal *journal)
{
	return (struct placing){ .tx = tx,
				 .journal = journal,
				 .last = BENEATH_LAST_INIT,
				 .batch = { .sync = transaction_sync(tx) } };
}

static void end_placing(struct placing *p)
{
	beneath_last_close(&p->last);
	durable_batch_drop(&p->batch);
}

int work_files_place(struct transaction *tx, const struct journal *journal,
		     struct error *err)
{
	struct placing placing = start_placing(tx, journal);
	int rc;

	for (size_t i = 0; i < journal->dirs.count; i++)
		if (make_dir(tx, journal->dirs.items[i], err) < 0)
			return -1;
	rc = place_all(&placing, err);
	end_placing(&placing);
	return rc;
}

/* Removes a name beside a file; one that is not there, nor its folder, is as good. */
static int remove_name(struct placing *p, const char *path, const char *name,
		       struct error *err)
{
	int dir = beneath_last_parent(&p->last, p->tx->root_fd, path);

	if (dir < 0 && errno == ENOENT)
		return 0;
	if (dir < 0 || (unlinkat(dir, name, 0) < 0 && errno != ENOENT))
		return error_errno(err, tr("cannot remove '%s'"), path);
	return 0;
}

static int put_back(struct placing *p, size_t i, struct error *err)
{
	const struct journal_file *file = &p->journal->files[i];
	struct change change = { .path = file->path, .after = file->before };
	auto_buf bytes = BUF_INIT;
	auto_buf temp = BUF_INIT;
	const char *beside;
	int dir;

	if (!file->before.mode)
		return remove_name(p, file->path, path_base(file->path), err);
	if (git_read_blob(p->tx->odb, &file->before.oid, file->path, &bytes, err) < 0)
		return -1;
	change.bytes = bytes.s;
	change.len = bytes.len;
	journal_temp(p->journal, i, &temp);
	beside = path_base(temp.s);
	dir = beneath_last_parent(&p->last, p->tx->root_fd, file->path);
	if (dir < 0 || write_temp_whole(p->tx, dir, file->path, beside, &change) < 0 ||
	    renameat(dir, beside, dir, path_base(file->path)) < 0)
		return cannot_write(file->path, err);
	return 0;
}

static int remove_temp(struct placing *p, size_t i, struct error *err)
{
	auto_buf temp = BUF_INIT;

	journal_temp(p->journal, i, &temp);
	return remove_name(p, p->journal->files[i].path, path_base(temp.s), err);
}

/* Removes a folder if it is empty. */
static bool remove_dir(struct transaction *tx, const char *path)
{
	auto_fd above = beneath_parent(tx->root_fd, path);

	return above >= 0 && unlinkat(above, path_base(path), AT_REMOVEDIR) == 0;
}

static int undo_file(struct placing *p, size_t i, const char **kept, struct error *err)
{
	const struct journal_file *file = &p->journal->files[i];
	struct journal_side now;
	struct error unread;
	struct stat st;
	bool known;

	if (file->keep)
		return 0;
	if (remove_temp(p, i, err) < 0)
		return -1;
	known = work_file_side_of(p->tx, &p->last, file->path, &now, &st, &unread) == 0;
	if (known && work_file_same(&now, &file->before))
		return 0;
	if (known && work_file_same(&now, &file->after))
		return put_back(p, i, err);
	*kept = *kept ? *kept : file->path;
	return 0;
}

int work_files_undo(struct transaction *tx, const struct journal *journal,
		    const char **kept, struct error *err)
{
	struct placing placing = start_placing(tx, journal);
	int rc = 0;

	*kept = NULL;
	for (size_t i = 0; rc == 0 && i < journal->count; i++)
		rc = undo_file(&placing, i, kept, err);
	if (rc == 0)
		rc = sync_folders(&placing, true, err);
	end_placing(&placing);
	if (rc < 0)
		return -1;
	for (size_t i = journal->dirs.count; i; i--)
		(void)remove_dir(tx, journal->dirs.items[i - 1]); /* unless in use */
	return 0;
}

/* git has no empty folders: they go with their last file, up to the catalogue's. */
static void remove_empty_dirs(struct transaction *tx, const char *path)
{
	auto_buf dir = BUF_INIT;

	buf_adds(&dir, path);
	for (;;) {
		size_t len = (size_t)(path_base(dir.s) - dir.s);

		if (len <= strlen(tx->prefix))
			return;
		buf_truncate(&dir, len - 1);
		if (!remove_dir(tx, dir.s))
			return;
	}
}

void work_files_prune(struct transaction *tx, const struct journal *journal)
{
	for (size_t i = 0; i < journal->count; i++)
		if (!journal->files[i].after.mode)
			remove_empty_dirs(tx, journal->files[i].path);
}
