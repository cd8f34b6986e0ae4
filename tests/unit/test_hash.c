#include "unit/unit.h"

#include "base/hash.h"

/* The examples of FIPS 180-2, appendix B. */
static void the_published_examples_hold(void **state)
{
	static const char two_blocks[] =
		"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
	char hex[SHA256_HEX_SIZE];

	(void)state;
	sha256_hex("abc", 3, hex);
	assert_string_equal(
		hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	sha256_hex(two_blocks, sizeof(two_blocks) - 1, hex);
	assert_string_equal(
		hex, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void nothing_has_a_hash(void **state)
{
	char hex[SHA256_HEX_SIZE];

	(void)state;
	sha256_hex(NULL, 0, hex);
	assert_string_equal(
		hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void every_byte_counts(void **state)
{
	char a[SHA256_HEX_SIZE];
	char b[SHA256_HEX_SIZE];

	(void)state;
	sha256_hex("a\0b", 3, a);
	sha256_hex("a\0c", 3, b);
	assert_string_not_equal(a, b);
}

/* As `git hash-object` prints them. */
static void a_blob_has_the_id_that_git_gives_it(void **state)
{
	char hex[GIT_BLOB_HEX_SIZE];

	(void)state;
	git_blob_hex(NULL, 0, hex);
	assert_string_equal(hex, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
	git_blob_hex("hello\n", 6, hex);
	assert_string_equal(hex, "ce013625030ba8dba906f756967f9e9ca394464a");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_published_examples_hold),
		cmocka_unit_test(nothing_has_a_hash),
		cmocka_unit_test(every_byte_counts),
		cmocka_unit_test(a_blob_has_the_id_that_git_gives_it),
	};

	return cmocka_run_group_tests_name("hash", tests, NULL, NULL);
}
