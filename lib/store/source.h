/*
 * The only way in: a set of files at one moment, wherever they are kept.
 *
 * A source is a work tree, the index, or a revision (of a work tree's repository or
 * of a bare one).  All list the same: paths below the catalogue's root, sorted by
 * bytes, each with the id of its blob; so everything that reads can be given a
 * revision.
 *
 * Layer: store.  libgit2 stays in store/git*.c.
 */
#ifndef GK_STORE_SOURCE_H
#define GK_STORE_SOURCE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

enum { OID_HEX_SIZE = 65, SOURCE_MAX_FILE = 64 << 20 };

enum source_place {
	SOURCE_WORK_TREE, /* files on disk; also a plain folder without git */
	SOURCE_INDEX,     /* what git add has staged */
	SOURCE_REVISION,  /* a commit's tree, also in a bare repository */
};

/* What the file system says of a file, to see without reading that it is unchanged. */
struct source_stat {
	uint64_t size;
	int64_t mtime_ns;
	int64_t ctime_ns;
	uint64_t inode;
};

enum source_entry_type {
	SOURCE_FILE,
	SOURCE_LINK,    /* a symbolic link: listed, never followed */
	SOURCE_SPECIAL, /* FIFO, socket, device, a directory named like a record */
	SOURCE_CLOSED,  /* cannot be read; `sys` says why */
};

struct source_entry {
	const char *path; /* below the root, with / */
	enum source_entry_type type;
	const char *
		oid; /* hexadecimal blob id; NULL in a work tree: source_blob_id() of its bytes */
	struct source_stat stat; /* zero outside work trees */
	int sys;
};

struct source;

/* Where the user's git configuration lies. */
struct source_home {
	const char *home;
	const char *config; /* $XDG_CONFIG_HOME or ~/.config */
};

struct source_options {
	const char
		*dir; /* where to look from: the catalogue is searched here and upward */
	const char *
		rev; /* NULL: the work tree (of a bare repository: HEAD); ":" the index; else a revision */
	const struct source_home *
		home; /* known, and no variable names another repository: the usual one is opened without libgit2 */
	bool is_private; /* `dir` is a private store: the root itself, without a catalogue.yaml */
};

/**
 * Find the catalogue and open it.  Found upward from `dir` by catalogue.yaml; in a
 * revision, at the same folder (of a bare repository: the root of its tree, or the one
 * folder that holds a catalogue.yaml).  ERR_NOT_FOUND says what to do (gk init, -C DIR).
 * Nothing is written, and a repository in recovery is not repaired.
 */
int source_open(const struct source_options *options, struct source **out,
		struct error *err) gk_must_use;
/** The place of a work tree's source at a revision. */
int source_open_at(const struct source *place, const char *rev, struct source **out,
		   struct error *err) gk_must_use;
/**
 * A revision at a folder of the repository ("" or "catalogue/") that `dir` lies in, whether a
 * catalogue.yaml stands there or not: one that is gone is an empty one.  There is no root.
 */
int source_open_folder(const char *dir, const char *rev, const char *folder,
		       struct source **out, struct error *err) gk_must_use;
void source_free(struct source *source);

/* A source that is closed when its scope ends. */
static inline void source_leave(struct source **source)
{
	source_free(*source);
}
#define auto_source gk_cleanup(source_leave) struct source

enum source_place source_place(const struct source *source);
/** Absolute path of the catalogue's root; NULL in a bare repository. */
const char *source_root(const struct source *source);
/** Absolute path of the git directory; NULL for a plain folder. */
const char *source_gitdir(const struct source *source);
/** Folder of the catalogue inside the repository, "" or "catalogue/". */
const char *source_prefix(const struct source *source);
/** Id of the commit of a revision, or of HEAD; NULL when there is none. */
const char *source_commit(struct source *source);

/** List all files (not only records), sorted; `public`, .git and what git ignores are left out. */
int source_list(struct source *source, struct arena *arena, struct source_entry **out,
		size_t *count, struct error *err) gk_must_use;
/** One path, or ERR_NOT_FOUND. */
int source_find(struct source *source, struct arena *arena, const char *path,
		struct source_entry *out, struct error *err) gk_must_use;
/** The files below a folder ("attachments/2018-00112"); none where there is no such folder. */
int source_list_folder(struct source *source, struct arena *arena, const char *folder,
		       struct source_entry **out, size_t *count,
		       struct error *err) gk_must_use;
/**
 * From now on source_list() gives these entries alone, in order of path, each once:  for who
 * looks at a few records and what they refer to.  Look-ups of one path find all as before.
 */
void source_narrow(struct source *source, const struct source_entry *entries,
		   size_t count);
/** From now on the file at the path holds this text, whether the source has one there or not. */
void source_overlay(struct source *source, const char *path, const char *bytes,
		    size_t len);
/**
 * Append the content of an entry.  Safe from several threads for work trees; for
 * revisions and the index too (libgit2's object database is thread-safe).
 */
int source_read(struct source *source, const struct source_entry *entry, struct buf *out,
		struct error *err) gk_must_use;

/** The blob id that git would give these bytes. */
void source_blob_id(const struct source *source, const void *bytes, size_t len,
		    char out[OID_HEX_SIZE]);

#endif
