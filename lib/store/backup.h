/*
 * Taking a catalogue along: both stores as one git bundle, and back.
 *
 * The bundle holds every reference of the catalogue's repository under its own name, those
 * of the private store as refs/gk-private/…, and refs/gk/backup: a commit with backup.yaml,
 * which says what is what, and the drafts of forms that were not finished.  So any git reads
 * it, with `git clone` as far as the catalogue goes.
 *
 * Not in it: what is not committed, what git ignores (the site), the configuration of the
 * repository (addresses of remotes may hold passwords), files that git LFS keeps elsewhere.
 *
 * Layer: store.
 */
#ifndef GK_STORE_BACKUP_H
#define GK_STORE_BACKUP_H

#include "base/date.h"
#include "base/list.h"
#include "store/catalogue.h"

enum { BACKUP_FORMAT = 1 };

struct backup_options {
	const char *file;
	bool force; /* over a file that is there */
	bool without_private;
	struct date date;
	int64_t time; /* seconds since 1970 */
};

struct backup_result {
	size_t refs;         /* of the catalogue */
	size_t private_refs; /* of the private store */
	size_t drafts;
	int64_t bytes;
	const char *private_root;     /* that is in it; NULL for none */
	struct strings dirty;         /* paths that are not committed as they are */
	struct strings private_dirty; /* likewise, of the private store */
	bool lfs;                     /* git LFS keeps files elsewhere */
};

/**
 * Write the backup: whole, read back and compared, with mode 0600, or not at all.  ERR_DENIED
 * for a place inside a store, and a file that is there without `force`; ERR_NOT_FOUND where
 * the private store is not; else errors that say how to mend (nothing committed yet, a
 * shallow clone, no room).
 */
int backup_write(struct catalogue *catalogue, const struct backup_options *options,
		 struct arena *arena, struct backup_result *out,
		 struct error *err) gk_must_use;

struct restore_options {
	const char *file;
	const char *dir; /* that is not there yet, or empty */
};

struct restore_result {
	const char *root;         /* of the catalogue: `dir`, or a folder in it */
	const char *private_root; /* NULL: the backup has none */
	const char *made;         /* the day of the backup */
	bool private_missing;     /* the catalogue names one, and the backup has none */
	size_t refs;
	size_t private_refs;
	size_t drafts;
	bool hook; /* gk's hook was installed where the backup was made */
};

/**
 * Bring both stores back, all or nothing: every reference as it was, files checked out.
 * ERR_SYNTAX for what is no backup or is damaged, ERR_LIMIT for one of a newer gk, ERR_DENIED
 * where something is in the way.
 */
int backup_restore(const struct restore_options *options, struct arena *arena,
		   struct restore_result *out, struct error *err) gk_must_use;

#endif
