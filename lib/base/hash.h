/*
 * SHA-256 of bytes.  Layer: base.  The one file that uses mbedcrypto is hash.c.
 */
#ifndef GK_BASE_HASH_H
#define GK_BASE_HASH_H

#include "base/base.h"

enum { SHA256_HEX_SIZE = 65 }; /* with NUL */

/** Lower-case hexadecimal SHA-256. */
void sha256_hex(const void *bytes, size_t len, char out[SHA256_HEX_SIZE]);

#endif
