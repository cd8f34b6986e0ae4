/*
 * New objects wait in a folder of their own until the ref moves: whatever stops a writer
 * leaves no object, and no temporary file of libgit2's, in the repository.
 */
#include <dirent.h>
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

enum { PRIORITY = 100, FANOUT_LEN = 2 };

static const char *own_path(struct transaction *tx)
{
	return transaction_path(tx, tx->tx, "objects");
}

/* Objects go to the backend of the highest priority; the repository's own have 1 and 2. */
static int add_backend(struct transaction *tx, git_odb_backend *backend,
		       struct error *err)
{
	if (git_odb_add_backend(tx->odb, backend, PRIORITY) == 0)
		return 0;
	backend->free(backend);
	return error_git(err, tr("cannot write '%s'"), own_path(tx));
}

int quarantine_open(struct transaction *tx, struct error *err)
{
	git_odb_backend *backend = NULL;

	if (tx->has_quarantine)
		return 0;
	if (file_make_dirs(own_path(tx), err) < 0)
		return -1;
	/* They are waited for together when they are released. */
	if (git_odb_backend_loose(&backend, own_path(tx), /* level */ -1, /* fsync */ 0,
				  0, 0) < 0)
		return error_git(err, tr("cannot write '%s'"), own_path(tx));
	if (add_backend(tx, backend, err) < 0)
		return -1;
	tx->has_quarantine = true;
	return 0;
}

int quarantine_pack(struct transaction *tx, struct pack_blob *blobs, size_t count,
		    struct error *err)
{
	git_odb_backend *backend = NULL;
	const char *dir = transaction_path(tx, own_path(tx), "pack");
	auto_buf name = BUF_INIT;
	const char *index;

	if (pack_write(dir, blobs, count, &name, err) < 0)
		return -1;
	buf_adds(&name, ".idx");
	index = transaction_path(tx, dir, name.s);
	if (git_odb_backend_one_pack(&backend, index) < 0)
		return error_git(err, tr("cannot write '%s'"), index);
	return add_backend(tx, backend, err);
}

/* ---- release ---- */

static bool ends_in(const char *name, const char *end)
{
	size_t len = strlen(name);

	return len >= strlen(end) && strcmp(name + len - strlen(end), end) == 0;
}

static DIR *open_folder(int above, const char *name)
{
	int fd = openat(above, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);

	if (fd >= 0 && !dir) {
		int reason = errno;

		beneath_close(&fd);
		errno = reason;
	}
	return dir;
}

/* Adds to `out` what is in a folder and ends like that, as FOLDER/NAME; one that is not there is empty. */
static int list_folder(struct transaction *tx, int from, const char *folder,
		       const char *end, struct strings *out, struct error *err)
{
	DIR *dir = open_folder(from, folder);

	if (!dir)
		return errno == ENOENT ? 0
				       : error_errno(err, tr("cannot read '%s'"), folder);
	for (;;) {
		const struct dirent *entry;

		errno = 0;
		entry = readdir(dir); /* NOLINT(concurrency-mt-unsafe): our own stream */
		if (!entry)
			break;
		if (entry->d_name[0] != '.' && ends_in(entry->d_name, end))
			strings_add(&tx->arena, out,
				    transaction_path(tx, folder, entry->d_name));
	}
	if (errno)
		(void)error_errno(err, tr("cannot read '%s'"), folder);
	else
		folder = NULL;
	(void)closedir(dir);
	return folder ? -1 : 0;
}

/* Each pack before what makes git look into it. */
static int list_files(struct transaction *tx, int from, struct strings *out,
		      struct error *err)
{
	static const char digits[] = "0123456789abcdef";

	for (const char *a = digits; *a; a++)
		for (const char *b = digits; *b; b++) {
			const char name[FANOUT_LEN + 1] = { *a, *b, '\0' };

			if (list_folder(tx, from, name, "", out, err) < 0)
				return -1;
		}
	if (list_folder(tx, from, "pack", ".pack", out, err) < 0)
		return -1;
	return list_folder(tx, from, "pack", ".idx", out, err);
}

static int sync_files(struct transaction *tx, int from, const struct strings *files,
		      struct error *err)
{
	auto_durable_batch batch = { .sync = transaction_sync(tx) };

	for (size_t i = 0; batch.sync == FILE_SYNC && i < files->count; i++) {
		int fd = openat(from, files->items[i], O_RDONLY | O_CLOEXEC);

		if (fd < 0)
			return error_errno(err, tr("cannot read '%s'"), files->items[i]);
		if (durable_batch_add(&batch, fd, files->items[i], err) < 0)
			return -1;
	}
	return durable_batch_wait(&batch, err);
}

static const char *folder_of(struct transaction *tx, const char *file)
{
	return arena_strndup(&tx->arena, file, (size_t)(path_base(file) - file) - 1);
}

/* Moves them, and adds the folders that they went to. */
static int move_files(struct transaction *tx, int from, int objects,
		      const struct strings *files, struct strings *folders,
		      struct error *err)
{
	for (size_t i = 0; i < files->count; i++) {
		const char *file = files->items[i];
		const char *folder = folder_of(tx, file);

		if (!folders->count ||
		    strcmp(folders->items[folders->count - 1], folder) != 0) {
			if (mkdirat(objects, folder, 0777) < 0 && errno != EEXIST)
				return error_errno(err,
						   tr("cannot make the directory '%s'"),
						   folder);
			strings_add(&tx->arena, folders, folder);
		}
		if (renameat(from, file, objects, file) < 0)
			return error_errno(err, tr("cannot write '%s'"), file);
	}
	return 0;
}

static int sync_folders(struct transaction *tx, int objects,
			const struct strings *folders, struct error *err)
{
	auto_durable_batch batch = { .sync = transaction_sync(tx) };
	const char *const here = ".";

	for (size_t i = 0; batch.sync == FILE_SYNC && i <= folders->count; i++) {
		const char *folder = i < folders->count ? folders->items[i] : here;
		int fd = openat(objects, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

		if (fd < 0)
			return error_errno(err, tr("cannot read '%s'"), folder);
		if (durable_batch_add(&batch, fd, folder, err) < 0)
			return -1;
	}
	return durable_batch_wait(&batch, err);
}

/* The repository's own folder of objects; -1 with an error. */
static int open_objects(struct transaction *tx, struct error *err)
{
	auto_git_buf path = { 0 };
	int fd;

	if (git_repository_item_path(&path, tx->repo, GIT_REPOSITORY_ITEM_OBJECTS) < 0)
		return error_git(err, tr("cannot read '%s'"), tx->gitdir);
	fd = open(path.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return fd < 0 ? error_errno(err, tr("cannot read '%s'"), path.ptr) : fd;
}

int quarantine_release(struct transaction *tx, struct error *err)
{
	auto_fd from = open(own_path(tx), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	auto_fd objects = -1;
	struct strings files = { 0 };
	struct strings folders = { 0 };

	if (from < 0)
		return error_errno(err, tr("cannot read '%s'"), own_path(tx));
	objects = open_objects(tx, err);
	if (objects < 0 || list_files(tx, from, &files, err) < 0 ||
	    sync_files(tx, from, &files, err) < 0 ||
	    move_files(tx, from, objects, &files, &folders, err) < 0)
		return -1;
	return sync_folders(tx, objects, &folders, err);
}

/* Whether the pack of this index was moved, and the index was not. */
static bool is_half_moved(int from, int objects, const char *pack, const char *index)
{
	return faccessat(from, pack, F_OK, 0) < 0 &&
	       faccessat(objects, index, F_OK, 0) < 0;
}

void quarantine_abandon(struct transaction *tx)
{
	auto_fd from = open(own_path(tx), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	auto_fd objects = -1;
	struct strings files = { 0 };
	struct error
		ignored; /* git does without: what is left is a file that nobody reads */

	if (from < 0)
		return;
	objects = open_objects(tx, &ignored);
	if (objects < 0 || list_folder(tx, from, "pack", ".idx", &files, &ignored) < 0)
		return;
	for (size_t i = 0; i < files.count; i++) {
		const char *index = files.items[i];
		auto_buf pack = BUF_INIT;

		buf_add(&pack, index, strlen(index) - strlen(".idx"));
		buf_adds(&pack, ".pack");
		if (is_half_moved(from, objects, pack.s, index))
			(void)unlinkat(objects, pack.s, 0);
	}
}
