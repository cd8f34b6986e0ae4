/*
 * Blobs as one pack of git's: a file that holds them and one that says where
 * (gitformat-pack(5), versions 2).  Ten thousand records are two files then.
 *
 * Layer: store; private to it.  The one file that uses zlib is pack_write.c.
 */
#ifndef GK_STORE_PACK_WRITE_H
#define GK_STORE_PACK_WRITE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/hash.h"

/* Positions in a pack have 31 bits: so many bytes of blobs at most, before they are deflated. */
enum { PACK_MOST_BYTES = 1 << 30 };

struct pack_blob {
	const void *bytes;
	size_t len;
	unsigned char oid[SHA1_SIZE];
	/* Filled in here. */
	uint32_t at;
	uint32_t sum;
	bool is_double; /* of one before it */
};

/**
 * Write pack-NAME.pack and then pack-NAME.idx into a directory, where NAME is the hash of the
 * pack; `name` gets "pack-NAME".  They are not fsynced.  On error some of it may be left in `dir`.
 */
int pack_write(const char *dir, struct pack_blob *blobs, size_t count, struct buf *name,
	       struct error *err) gk_must_use;

#endif
