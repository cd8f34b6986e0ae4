#include "unit/unit.h"

#include "format/xml_write.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void elements_stand_on_lines_of_their_own(void **state)
{
	auto_buf out = BUF_INIT;
	struct xml_writer x;

	(void)state;
	xml_init(&x, &out);
	xml_open(&x, "a");
	xml_open(&x, "b");
	xml_attr_number(&x, "n", 7);
	xml_close(&x);
	xml_open(&x, "c");
	xml_text(&x, "one ");
	xml_text(&x, "two");
	xml_close(&x);
	xml_open(&x, "d");
	xml_open(&x, "e");
	xml_close(&x);
	xml_close(&x);
	xml_close(&x);
	assert_string_equal(out.s, DECLARATION "<a>\n  <b n=\"7\"/>\n  <c>one two</c>\n"
					       "  <d>\n    <e/>\n  </d>\n</a>\n");
}

static void an_element_alone_is_a_document(void **state)
{
	auto_buf out = BUF_INIT;
	struct xml_writer x;

	(void)state;
	xml_init(&x, &out);
	xml_open(&x, "a");
	xml_close(&x);
	assert_string_equal(out.s, DECLARATION "<a/>\n");
}

struct escape_case {
	const char *label;
	const char *text;
	const char *in_text;
	const char *in_attribute;
};

static const struct escape_case cases[] = {
	{ "plain text", "a 公开", "a 公开", "a 公开" },
	{ "signs of markup", "<a href='x'>&\"", "&lt;a href='x'&gt;&amp;\"",
	  "&lt;a href='x'&gt;&amp;&quot;" },
	{ "the end of CDATA", "]]>", "]]&gt;", "]]&gt;" },
	{ "line ends and tabs", "a\r\nb\tc", "a&#13;\nb\tc", "a&#13;&#10;b&#9;c" },
	{ "control characters have no place in XML", "a\x01\x1B\x0C",
	  "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD",
	  "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },
	{ "nor have U+FFFE and U+FFFF", "\xEF\xBF\xBE\xEF\xBF\xBF",
	  "\xEF\xBF\xBD\xEF\xBF\xBD", "\xEF\xBF\xBD\xEF\xBF\xBD" },
	{ "bytes that are not UTF-8", "\xB9z", "\xEF\xBF\xBDz", "\xEF\xBF\xBDz" },
	{ "characters beyond the first plane stay", "\xF0\xA0\x80\x80",
	  "\xF0\xA0\x80\x80", "\xF0\xA0\x80\x80" },
};

static void text_is_escaped(void **state)
{
	const struct escape_case *one = *state;
	auto_buf out = BUF_INIT;
	auto_buf want = BUF_INIT;
	struct xml_writer x;

	xml_init(&x, &out);
	xml_open(&x, "a");
	xml_attr(&x, "b", one->text);
	xml_text(&x, one->text);
	xml_close(&x);
	buf_addf(&want, DECLARATION "<a b=\"%s\">%s</a>\n", one->in_attribute,
		 one->in_text);
	assert_string_equal(out.s, want.s);
}

int main(void)
{
	struct CMUnitTest tests[ARRAY_LEN(cases) + 2];
	size_t count = 0;

	for (; count < ARRAY_LEN(cases); count++)
		tests[count] = UNIT_ROW(text_is_escaped, &cases[count]);
	tests[count++] =
		(struct CMUnitTest)cmocka_unit_test(elements_stand_on_lines_of_their_own);
	tests[count++] =
		(struct CMUnitTest)cmocka_unit_test(an_element_alone_is_a_document);
	return _cmocka_run_group_tests("xml_write", tests, count, NULL, NULL);
}
