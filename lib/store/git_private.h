/*
 * libgit2 for the files of this layer: the one place that includes it, its errors as
 * struct error, its objects as variables that release themselves, and how a repository
 * is opened.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_GIT_PRIVATE_H
#define GK_STORE_GIT_PRIVATE_H

#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

#include "base/buf.h"
#include "base/error.h"
#include "store/source.h"

/* clang-format off: one line an object */
static inline void drop_repository(git_repository **p)
{
	git_repository_free(*p);
}
static inline void drop_config(git_config **p)
{
	git_config_free(*p);
}
static inline void drop_object(git_object **p)
{
	git_object_free(*p);
}
static inline void drop_commit(git_commit **p)
{
	git_commit_free(*p);
}
static inline void drop_tree(git_tree **p)
{
	git_tree_free(*p);
}
static inline void drop_tree_entry(git_tree_entry **p)
{
	git_tree_entry_free(*p);
}
static inline void drop_odb(git_odb **p)
{
	git_odb_free(*p);
}
static inline void drop_odb_object(git_odb_object **p)
{
	git_odb_object_free(*p);
}
static inline void drop_reference(git_reference **p)
{
	git_reference_free(*p);
}
static inline void drop_signature(git_signature **p)
{
	git_signature_free(*p);
}
static inline void drop_git_index(git_index **p)
{
	git_index_free(*p);
}
static inline void drop_diff(git_diff **p)
{
	git_diff_free(*p);
}
static inline void drop_git_buf(git_buf *p)
{
	git_buf_dispose(p);
}
/* clang-format on */

#define auto_repository gk_cleanup(drop_repository) git_repository
#define auto_config     gk_cleanup(drop_config) git_config
#define auto_object     gk_cleanup(drop_object) git_object
#define auto_commit     gk_cleanup(drop_commit) git_commit
#define auto_tree       gk_cleanup(drop_tree) git_tree
#define auto_tree_entry gk_cleanup(drop_tree_entry) git_tree_entry
#define auto_odb        gk_cleanup(drop_odb) git_odb
#define auto_odb_object gk_cleanup(drop_odb_object) git_odb_object
#define auto_reference  gk_cleanup(drop_reference) git_reference
#define auto_signature  gk_cleanup(drop_signature) git_signature
#define auto_git_index  gk_cleanup(drop_git_index) git_index
#define auto_diff       gk_cleanup(drop_diff) git_diff
#define auto_git_buf    gk_cleanup(drop_git_buf) git_buf

/** "WHAT: what libgit2 says", for a call that just failed.  Always -1. */
int error_git(struct error *err, const char *fmt, ...) gk_printf(2, 3);

/** libgit2 counts its users: each start needs its stop. */
void git_start(void);
void git_stop(void);

enum git_open_flags {
	GIT_OPEN_PLAIN = 0,
	/*
	 * Honour GIT_OBJECT_DIRECTORY, GIT_INDEX_FILE and the like when they are meant for
	 * this repository: a pre-receive hook sees the new objects in a quarantine only.
	 */
	GIT_OPEN_ENVIRONMENT = 1 << 0,
};

/**
 * Open the repository that `dir` lies in.  ERR_NOT_FOUND when in none; a repository of
 * another user (safe.directory) and one with SHA-256 give a line that says what to do.
 */
int git_open(const char *dir, unsigned int flags, git_repository **out,
	     struct error *err) gk_must_use;

/** Read an index file; a split or sparse one gives a line that says what to do. */
int git_open_index(const char *path, git_index **out, struct error *err) gk_must_use;
/** Likewise the index of the repository (the one that the environment names, if it does). */
int git_index_of(git_repository *repo, git_index **out, struct error *err) gk_must_use;

/** The git directory of this work tree, without a slash at its end, appended to `out`. */
void git_directory(git_repository *repo, struct buf *out);

/**
 * Append the folder of `dir` (absolute, no links) inside the work tree, "" or
 * "catalogue/"; false when it does not lie in it.
 */
bool git_folder(git_repository *repo, const char *dir, struct buf *out);

/** Append the content of a blob, at most SOURCE_MAX_FILE bytes of it. */
int git_read_blob(git_odb *odb, const git_oid *oid, const char *path, struct buf *out,
		  struct error *err) gk_must_use;

#endif
