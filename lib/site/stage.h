/*
 * The tree being built: what is put there and what its manifest says of it.
 *
 * A tree carries a manifest from its first moment on, so that what a killed build
 * leaves can be told from what gk did not make.
 *
 * Layer: site.
 */
#ifndef GK_SITE_STAGE_H
#define GK_SITE_STAGE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/list.h"

#define MANIFEST_NAME  "manifest.json"
#define MANIFEST_MAKER "gk" /* its member made-by: what tells a tree of gk from others */

struct staged {
	const char *path;
	struct strings records; /* ids behind it */
	size_t bytes;
	char sha256[SHA256_HEX_SIZE];
};

struct staging {
	struct arena *arena;
	const char *tree;  /* NULL: count only, write nothing */
	struct list files; /* struct staged */
	size_t bytes;
};

/** Begin an empty tree. */
int stage_begin(struct staging *stage, struct error *err) gk_must_use;
/** Put a file; `records` may be NULL. */
int stage_add(struct staging *stage, const char *path, const void *bytes, size_t len,
	      const struct strings *records, struct error *err) gk_must_use;
/** Write the manifest of all that was put, the files in the order of their paths. */
int stage_end(struct staging *stage, const char *commit, struct error *err) gk_must_use;
/** Whether a path is a page. */
bool staged_is_page(const char *path);

/** Whether a folder holds a manifest of gk; false too when it is not there. */
bool manifest_is_ours(const char *tree);
/** Paths of the pages that the manifest of a tree lists; none when there is none to read. */
struct strings manifest_pages(struct arena *arena, const char *tree);

#endif
