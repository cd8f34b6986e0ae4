/*
 * Files and directories: read whole, write all or nothing.
 *
 * Layer: base.
 */
#ifndef GK_BASE_FILE_H
#define GK_BASE_FILE_H

#include "base/base.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/list.h"

/**
 * Append the content of a regular file.  ERR_NOT_FOUND when it is not there,
 * ERR_LIMIT when longer than `limit` bytes, ERR_SYSTEM otherwise (a directory,
 * a FIFO and a device are refused without being opened for reading).
 */
int file_read(const char *path, size_t limit, struct buf *out,
	      struct error *err) gk_must_use;

/* What the temporary files of file_write() begin with: a killed gk may leave one. */
#define FILE_TEMP_PREFIX ".gk-tmp-"

enum file_sync { FILE_FAST, FILE_SYNC }; /* whether to fsync file and directory */

/**
 * Put `len` bytes at `path` through a temporary file in the same directory and
 * rename(2): the old content or the new, never a part.  Parent directories are made.
 * An existing file keeps its permissions; a symbolic link is replaced.
 */
int file_write(const char *path, const void *bytes, size_t len, enum file_sync sync,
	       struct error *err) gk_must_use;

/** Like file_write(), but leaves a file with the same content alone (its time too). */
int file_update(const char *path, const void *bytes, size_t len,
		struct error *err) gk_must_use;

/*
 * A file that grows under a temporary name beside the one it shall have, for what is too large
 * to be held as one text or is written by a library that wants a name:
 *
 *	auto_file_draft draft = FILE_DRAFT_INIT;
 *	if (file_draft_open(&draft, path, err) < 0 || … file_draft_add() … ||
 *	    file_draft_place(&draft, FILE_SYNC, err) < 0)
 *		return -1;
 *
 * What is not placed is gone when the scope ends, and what was at `path` is as it was.
 */
struct file_draft {
	struct buf path;
	struct buf
		temp; /* who writes by name may open it anew; the file must stay the same one */
	int fd;
};
#define FILE_DRAFT_INIT \
	((struct file_draft){ .path = BUF_INIT, .temp = BUF_INIT, .fd = -1 })
#define auto_file_draft gk_cleanup(file_draft_drop) struct file_draft

/** Make the temporary file; parent directories are made. */
int file_draft_open(struct file_draft *draft, const char *path,
		    struct error *err) gk_must_use;
int file_draft_add(struct file_draft *draft, const void *bytes, size_t len,
		   struct error *err) gk_must_use;
/** Put it at its path; an existing file's permissions are kept, a symbolic link is replaced. */
int file_draft_place(struct file_draft *draft, enum file_sync sync,
		     struct error *err) gk_must_use;
/** Remove what was not placed. */
void file_draft_drop(struct file_draft *draft);

/** mkdir -p. */
int file_make_dirs(const char *path, struct error *err) gk_must_use;
/** rm -r of what gk made; symbolic links are removed, not followed.  Absent is fine. */
int file_remove_tree(const char *path, struct error *err) gk_must_use;

bool file_exists(const char *path);
bool file_is_dir(const char *path);

/** Append a/b to `out` with one slash between. */
void path_join(struct buf *out, const char *a, const char *b);
/** The part after the last slash. */
const char *path_base(const char *path);

#endif
