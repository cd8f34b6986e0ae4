/*
 * SHA-1 by the interface of OpenSSL 1.1: the one of 3.0 looks the algorithm up under
 * a lock and takes memory for each file, which threads that name many wait for.
 */
#define OPENSSL_API_COMPAT 10101

#include "base/hash.h"

#include <assert.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"

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
	SHA_CTX context;
	unsigned char sum[SHA_DIGEST_LENGTH];
	auto_buf head = BUF_INIT;

	buf_adds(&head, "blob ");
	buf_add_number(&head, len, 1);
	/* They report nothing: what they do is arithmetic. */
	(void)SHA1_Init(&context);
	(void)SHA1_Update(&context, head.s, head.len + 1); /* with its NUL */
	(void)SHA1_Update(&context, bytes, len);
	(void)SHA1_Final(sum, &context);
	write_hex(sum, sizeof(sum), out);
}

struct sha1 {
	SHA_CTX context;
};

struct sha1 *sha1_start(void)
{
	struct sha1 *sum = malloc(sizeof(*sum));

	if (!sum)
		out_of_memory();
	(void)SHA1_Init(&sum->context);
	return sum;
}

void sha1_add(struct sha1 *sum, const void *bytes, size_t len)
{
	(void)SHA1_Update(&sum->context, bytes, len);
}

void sha1_finish(struct sha1 *sum, unsigned char out[SHA1_SIZE])
{
	(void)SHA1_Final(out, &sum->context);
	free(sum);
}
