/*
 * How git's index lies in its file (gitformat-index(5)): a head, entries, extensions and a
 * SHA-1 of all that; numbers have their high byte first.
 *
 * Layer: store; private to gitindex*.c.
 */
#ifndef GK_STORE_GITINDEX_PRIVATE_H
#define GK_STORE_GITINDEX_PRIVATE_H

#include "store/gitindex.h"

enum {
	HEAD_SIZE = 12,   /* DIRC, version, count */
	ENTRY_MTIME = 8,  /* in an entry */
	ENTRY_SIZE = 36,  /* of the file */
	ENTRY_OID = 40,   /* of the blob */
	ENTRY_FLAGS = 60, /* stage and length of the path */
	ENTRY_NAME = 62,  /* the path; after two more bytes with FLAG_EXTENDED */
	ENTRY_ALIGN = 8,  /* not in version 4 */
	FLAG_EXTENDED = 1 << 14,
	EXTENSION_NAME = 4,
	EXTENSION_HEAD = 8, /* name and length */
};

/** A number of four bytes. */
uint32_t gitindex_u32(const char *p);

/* ---- gitindex_tree.c ---- */

/**
 * Append the tree cache without the ids of folders that hold a change.  False, and nothing
 * appended, for what is none.
 */
bool gitindex_tree(const char *bytes, size_t len, const struct gitindex_change *changes,
		   size_t count, struct buf *out);

#endif
