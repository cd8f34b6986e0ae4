#include "base/hash.h"

#include <assert.h>
#include <openssl/evp.h>
#include <stdio.h>

#include "base/arena.h"

static void write_hex(const unsigned char *sum, size_t len, char *out)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < len; i++) {
		out[2 * i] = digits[sum[i] >> 4];
		out[2 * i + 1] = digits[sum[i] & 15];
	}
	out[2 * len] = '\0';
}

void sha256_hex(const void *bytes, size_t len, char out[SHA256_HEX_SIZE])
{
	unsigned char sum[32];

	/* What can fail is memory alone: the algorithm is always there. */
	if (EVP_Digest(bytes, len, sum, NULL, EVP_sha256(), NULL) != 1)
		out_of_memory();
	write_hex(sum, sizeof(sum), out);
}

void git_blob_hex(const void *bytes, size_t len, char out[GIT_BLOB_HEX_SIZE])
{
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	unsigned char sum[20];
	char head[32];
	/* With the NUL that git puts between head and content. */
	int n = snprintf(head, sizeof(head), "blob %zu", len) + 1;

	if (!context || EVP_DigestInit_ex(context, EVP_sha1(), NULL) != 1 ||
	    EVP_DigestUpdate(context, head, (size_t)n) != 1 ||
	    EVP_DigestUpdate(context, bytes, len) != 1 ||
	    EVP_DigestFinal_ex(context, sum, NULL) != 1)
		out_of_memory();
	EVP_MD_CTX_free(context);
	write_hex(sum, sizeof(sum), out);
}
