/*
 * Hashes of bytes.  Layer: base.  The one file that uses libcrypto is hash.c.
 */
#ifndef GK_BASE_HASH_H
#define GK_BASE_HASH_H

#include "base/base.h"

enum { SHA256_HEX_SIZE = 65, GIT_BLOB_HEX_SIZE = 41 }; /* with NUL */
enum { SHA1_SIZE = 20 };                               /* bytes */

/** Lower-case hexadecimal SHA-256. */
void sha256_hex(const void *bytes, size_t len, char out[SHA256_HEX_SIZE]);

/**
 * The id that git gives a blob of these bytes: SHA-1 of "blob LENGTH", NUL, bytes.
 * A name for a cache, no proof: what must be proved is hashed with SHA-256.
 */
void git_blob_hex(const void *bytes, size_t len, char out[GIT_BLOB_HEX_SIZE]);

/* A SHA-1 of bytes that come in pieces: what git ends its files with. */
struct sha1;

struct sha1 *sha1_start(void) gk_must_use;
void sha1_add(struct sha1 *sum, const void *bytes, size_t len);
/** The sum; `sum` is gone afterwards. */
void sha1_finish(struct sha1 *sum, unsigned char out[SHA1_SIZE]);

#endif
