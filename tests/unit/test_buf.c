#include "unit/unit.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

static void an_empty_buf_is_an_empty_text(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	assert_string_equal(b.s, "");
	buf_add(&b, NULL, 0);
	buf_reset(&b);
	buf_splice(&b, 0, 0, NULL, 0);
	assert_ptr_equal(b.s, buf_empty);
	buf_release(&b);
}

static void what_is_added_stands_in_order(void **state)
{
	auto_buf b = BUF_INIT;

	(void)state;
	buf_adds(&b, "公");
	buf_addc(&b, '-');
	buf_addf(&b, "%d%s", 7, "x");
	buf_add(&b, "yz", 1);
	assert_string_equal(b.s, "公-7xy");
	assert_int_equal(b.len, 7);
}

static void content_may_hold_nuls(void **state)
{
	auto_buf b = BUF_INIT;

	(void)state;
	buf_add(&b, "a\0b", 3);
	buf_addc(&b, '\0');
	buf_addc(&b, 'c');
	assert_int_equal(b.len, 5);
	assert_memory_equal(b.s, "a\0b\0c", 6);
}

static void it_grows_and_keeps_the_content(void **state)
{
	auto_buf b = BUF_INIT;

	(void)state;
	for (int i = 0; i < 10000; i++)
		buf_addf(&b, "%04d", i);
	assert_int_equal(b.len, 40000);
	assert_int_equal(strlen(b.s), 40000);
	assert_memory_equal(&b.s[39996], "9999", 5);
	assert_memory_equal(&b.s[4936], "1234", 4);
}

static void a_formatted_text_longer_than_the_room_is_whole(void **state)
{
	auto_buf b = BUF_INIT;

	(void)state;
	for (int width = 1; width < 300; width++) {
		buf_reset(&b);
		buf_addf(&b, "%*d", width, 7);
		assert_int_equal(b.len, width);
		assert_int_equal(b.s[width - 1], '7');
		assert_int_equal(b.s[width], '\0');
	}
}

static void reserved_room_can_be_written_directly(void **state)
{
	auto_buf b = BUF_INIT;

	(void)state;
	buf_adds(&b, "ab");
	buf_reserve(&b, 1000);
	assert_true(b.room >= 1003);
	assert_string_equal(b.s, "ab");
	memset(b.s + b.len, 'x', 1000);
	b.len += 1000;
	b.s[b.len] = '\0';
	assert_int_equal(strlen(b.s), 1002);
}

struct splice_case {
	const char *label;
	const char *text;
	size_t at;
	size_t drop;
	const char *with;
	const char *want;
};

static const struct splice_case splice_cases[] = {
	{ "splice replaces by as much", "abcdef", 2, 2, "XY", "abXYef" },
	{ "splice replaces by more", "abcdef", 2, 1, "XYZ", "abXYZdef" },
	{ "splice replaces by less", "abcdef", 1, 4, "X", "aXf" },
	{ "splice inserts at the start", "abc", 0, 0, "X", "Xabc" },
	{ "splice inserts at the end", "abc", 3, 0, "X", "abcX" },
	{ "splice drops all", "abc", 0, 3, "", "" },
	{ "splice fills the empty buf", "", 0, 0, "abc", "abc" },
};

static void splice(void **state)
{
	const struct splice_case *c = *state;
	auto_buf b = BUF_INIT;

	buf_adds(&b, c->text);
	buf_splice(&b, c->at, c->drop, c->with, strlen(c->with));
	assert_string_equal(b.s, c->want);
	assert_int_equal(b.len, strlen(c->want));
}

static void truncating_forgets_the_rest(void **state)
{
	auto_buf b = BUF_INIT;

	(void)state;
	buf_adds(&b, "abcdef");
	buf_truncate(&b, 2);
	assert_string_equal(b.s, "ab");
	assert_int_equal(b.len, 2);
	buf_adds(&b, "X");
	assert_string_equal(b.s, "abX");
	buf_reset(&b);
	assert_string_equal(b.s, "");
	assert_true(b.room > 0);
}

static void a_released_buf_can_be_used_again(void **state)
{
	auto_buf b = BUF_INIT;

	(void)state;
	buf_adds(&b, "abc");
	buf_release(&b);
	assert_string_equal(b.s, "");
	assert_int_equal(b.len, 0);
	buf_adds(&b, "def");
	assert_string_equal(b.s, "def");
}

static void a_copy_outlives_the_buf(void **state)
{
	struct arena arena = ARENA_INIT;
	struct buf b = BUF_INIT;
	const char *copy;

	(void)state;
	buf_add(&b, "a\0b", 3);
	copy = buf_dup(&b, &arena);
	buf_release(&b);
	assert_memory_equal(copy, "a\0b", 4);
	assert_string_equal(buf_dup(&b, &arena), "");
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_buf_is_an_empty_text),
		cmocka_unit_test(what_is_added_stands_in_order),
		cmocka_unit_test(content_may_hold_nuls),
		cmocka_unit_test(it_grows_and_keeps_the_content),
		cmocka_unit_test(a_formatted_text_longer_than_the_room_is_whole),
		cmocka_unit_test(reserved_room_can_be_written_directly),
		cmocka_unit_test(truncating_forgets_the_rest),
		cmocka_unit_test(a_released_buf_can_be_used_again),
		cmocka_unit_test(a_copy_outlives_the_buf),
	};
	struct CMUnitTest splices[ARRAY_LEN(splice_cases)];

	for (size_t i = 0; i < ARRAY_LEN(splice_cases); i++)
		splices[i] = UNIT_ROW(splice, &splice_cases[i]);
	return cmocka_run_group_tests_name("buf", tests, NULL, NULL) +
	       cmocka_run_group_tests_name("buf splice", splices, NULL, NULL);
}
