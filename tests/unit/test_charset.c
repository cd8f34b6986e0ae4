#include "unit/unit.h"

#include <string.h>

#include "format/charset.h"

static void text_is_written_in_the_encoding(void **state)
{
	struct charset *gbk;
	struct error err;
	auto_buf out = BUF_INIT;

	(void)state;
	assert_return_code(charset_open("GBK", &gbk, &err), 0);
	assert_int_equal(charset_add(gbk, &out, "a政府\n", 8), 8);
	assert_string_equal(out.s, "a\xd5\xfe\xb8\xae\n");
	charset_free(gbk);
}

static void what_it_does_not_have_stops_it_there(void **state)
{
	static const char text[] = "政府𠮷镇";
	struct charset *charset;
	struct error err;
	auto_buf out = BUF_INIT;

	(void)state;
	assert_return_code(charset_open("GBK", &charset, &err), 0);
	assert_int_equal(charset_add(charset, &out, text, strlen(text)), 6);
	assert_int_equal(out.len, 4);
	charset_free(charset);
	buf_reset(&out);
	assert_return_code(charset_open("GB18030", &charset, &err), 0);
	assert_int_equal(charset_add(charset, &out, text, strlen(text)), strlen(text));
	assert_int_equal(out.len, 2 + 2 + 4 + 2);
	charset_free(charset);
}

static void a_long_text_is_written_whole(void **state)
{
	struct charset *charset;
	struct error err;
	auto_buf text = BUF_INIT;
	auto_buf out = BUF_INIT;

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_adds(&text, "镇");
	assert_return_code(charset_open("GBK", &charset, &err), 0);
	assert_int_equal(charset_add(charset, &out, text.s, text.len), text.len);
	assert_int_equal(out.len, 200000);
	charset_free(charset);
}

static void an_unknown_encoding_is_an_error(void **state)
{
	struct charset *charset;
	struct error err = { 0 };

	(void)state;
	assert_int_equal(charset_open("KLINGON", &charset, &err), -1);
	assert_int_equal(err.code, ERR_EXTERNAL);
	assert_non_null(strstr(err.text, "KLINGON"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_written_in_the_encoding),
		cmocka_unit_test(what_it_does_not_have_stops_it_there),
		cmocka_unit_test(a_long_text_is_written_whole),
		cmocka_unit_test(an_unknown_encoding_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
