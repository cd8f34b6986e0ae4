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
#include "store/transaction_private.h"

enum { PRIORITY = 100, FANOUT_LEN = 2 };

static const char *own_path(struct transaction *tx)
{
	return transaction_path(tx, tx->tx, "objects");
}

int quarantine_open(struct transaction *tx, struct error *err)
{
	git_odb_backend *backend = NULL;
	bool sync = transaction_sync(tx) == FILE_SYNC;

	if (tx->has_quarantine)
		return 0;
	if (file_make_dirs(own_path(tx), err) < 0)
		return -1;
	/* Objects go to the backend of the highest priority; the repository's own have 1 and 2. */
	if (git_odb_backend_loose(&backend, own_path(tx), /* level */ -1, sync, 0, 0) < 0)
		return error_git(err, tr("cannot write '%s'"), own_path(tx));
	if (git_odb_add_backend(tx->odb, backend, PRIORITY) < 0) {
		backend->free(backend);
		return error_git(err, tr("cannot write '%s'"), own_path(tx));
	}
	tx->has_quarantine = true;
	return 0;
}

static int move_object(int from, int to, const char *name, struct error *err)
{
	if (renameat(from, name, to, name) < 0)
		return error_errno(err, tr("cannot write '%s'"), name);
	return 0;
}

/* Moves every file of an open folder to another one. */
static int move_all(DIR *dir, int to, struct error *err)
{
	for (;;) {
		const struct dirent *entry;

		errno = 0;
		entry = readdir(dir); /* NOLINT(concurrency-mt-unsafe): our own stream */
		if (!entry)
			return errno ? error_errno(err, tr("cannot read '%s'"), "objects")
				     : 0;
		if (entry->d_name[0] != '.' &&
		    move_object(dirfd(dir), to, entry->d_name, err) < 0)
			return -1;
	}
}

/* One of the folders 00 to ff. */
static int move_folder(struct transaction *tx, int from, int objects, const char *name,
		       struct error *err)
{
	int fd = openat(from, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	int rc;

	if (!dir) {
		(void)error_errno(err, tr("cannot read '%s'"), name);
		beneath_close(&fd);
		return -1;
	}
	if (mkdirat(objects, name, 0777) < 0 && errno != EEXIST) {
		rc = error_errno(err, tr("cannot make the directory '%s'"), name);
	} else {
		auto_fd to = openat(objects, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

		rc = to < 0 ? error_errno(err, tr("cannot read '%s'"), name)
			    : move_all(dir, to, err);
		if (rc == 0 && durable_fd(to, transaction_sync(tx)) < 0)
			rc = error_errno(
				err, tr("cannot write the directory '%s' to the disk"),
				name);
	}
	(void)closedir(dir);
	return rc;
}

/* The folders are tried by name: what is found twice, or moved while it is listed, is no question then. */
static int move_folders(struct transaction *tx, int from, int objects, struct error *err)
{
	static const char digits[] = "0123456789abcdef";
	struct stat st;

	for (const char *a = digits; *a; a++)
		for (const char *b = digits; *b; b++) {
			const char name[FANOUT_LEN + 1] = { *a, *b, '\0' };

			if (fstatat(from, name, &st, 0) < 0) {
				if (errno != ENOENT)
					return error_errno(err, tr("cannot read '%s'"),
							   name);
			} else if (move_folder(tx, from, objects, name, err) < 0) {
				return -1;
			}
		}
	return 0;
}

int quarantine_release(struct transaction *tx, struct error *err)
{
	auto_git_buf path = { 0 };
	auto_fd from = open(own_path(tx), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	auto_fd objects = -1;

	if (from < 0)
		return error_errno(err, tr("cannot read '%s'"), own_path(tx));
	if (git_repository_item_path(&path, tx->repo, GIT_REPOSITORY_ITEM_OBJECTS) < 0)
		return error_git(err, tr("cannot read '%s'"), tx->gitdir);
	objects = open(path.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (objects < 0)
		return error_errno(err, tr("cannot read '%s'"), path.ptr);
	if (move_folders(tx, from, objects, err) < 0)
		return -1;
	if (durable_fd(objects, transaction_sync(tx)) < 0)
		return error_errno(err, tr("cannot write the directory '%s' to the disk"),
				   path.ptr);
	return 0;
}
