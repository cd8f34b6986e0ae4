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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_published_examples_hold),
		cmocka_unit_test(nothing_has_a_hash),
		cmocka_unit_test(every_byte_counts),
	};

	return cmocka_run_group_tests_name("hash", tests, NULL, NULL);
}
