/*
 * What writing and restoring a backup share: names of references, and the note that says
 * what is what.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_BACKUP_PRIVATE_H
#define GK_STORE_BACKUP_PRIVATE_H

#include "store/backup.h"
#include "store/bundle.h"
#include "store/git_private.h"

#define BACKUP_OWN     "refs/gk/" /* names of the backup itself */
#define BACKUP_NOTE    BACKUP_OWN "backup"
#define BACKUP_PRIVATE "refs/gk-private/"
/* Where HEAD stands at a commit itself, which may be on no branch. */
#define BACKUP_HEAD         BACKUP_OWN "head"
#define BACKUP_PRIVATE_HEAD BACKUP_OWN "private-head"

/* backup.yaml */
struct backup_note {
	int format;
	const char *made;   /* YYYY-MM-DD */
	const char *folder; /* of the catalogue in its repository, "" or "catalogue" */
	const char *head;   /* a reference, or a commit that HEAD stood at itself */
	bool hook;
	const char *private_path; /* from the catalogue's root; NULL: none */
	const char *private_head;
};

/* Forms that were not finished, which gk keeps in a folder of the repository. */
struct backup_drafts {
	const char *folder; /* that need not be there */
	size_t count;       /* filled in */
};

/** Put the note and the drafts into a commit at BACKUP_NOTE. */
int note_write(git_repository *repo, const struct backup_note *note, int64_t time,
	       struct backup_drafts *drafts, git_oid *out, struct error *err) gk_must_use;
/** Read it; ERR_LIMIT for one of a newer gk. */
int note_read(git_repository *repo, const char *oid, struct arena *arena,
	      struct backup_note *out, struct error *err) gk_must_use;
/** Write the drafts into their folder, which is made when there are any. */
int note_read_drafts(git_repository *repo, const char *oid, struct backup_drafts *drafts,
		     struct error *err) gk_must_use;

/** An empty bare repository at `dir`, private to the user, in which no program takes part. */
int bare_make(const char *dir, struct error *err) gk_must_use;
/**
 * Get all references of the bundle into the bare repository and see that each is there with
 * all that it leads to.  `name` is what people call the file.
 */
int bare_fetch(const char *dir, const char *file, const char *name,
	       const struct list *refs, struct error *err) gk_must_use;

/** A folder of our own beside `path`, private to the user, for backup_sweep(). */
int backup_scratch(const char *path, struct arena *arena, const char **out,
		   struct error *err) gk_must_use;
/** Remove it; gives `rc`, of what was done with it, or -1 when that was well and this is not. */
int backup_sweep(const char *scratch, int rc, struct error *err) gk_must_use;

#endif
