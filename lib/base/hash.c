#include "base/hash.h"

#include <assert.h>
#include <mbedtls/md.h>

void sha256_hex(const void *bytes, size_t len, char out[SHA256_HEX_SIZE])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char sum[32];
	/* Of nothing the library may be given no NULL. */
	const unsigned char *p = len ? bytes : (const unsigned char *)digits;
	int rc = mbedtls_md(mbedtls_md_info_from_type(MBEDTLS_MD_SHA256), p, len, sum);

	assert(rc == 0); /* only an unknown algorithm fails */
	(void)rc;
	for (size_t i = 0; i < sizeof(sum); i++) {
		out[2 * i] = digits[sum[i] >> 4];
		out[2 * i + 1] = digits[sum[i] & 15];
	}
	out[SHA256_HEX_SIZE - 1] = '\0';
}
