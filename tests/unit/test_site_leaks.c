#include "unit/fake_office.h"
#include "unit/fill_record.h"
#include "unit/html_check.h"

enum { MARKED_NUMBER = 424242 };
static const char marker[] = "机密记号";
static const struct date marked_day = { 1987, 6, 5 };

static void fill_all(struct fake_site *fake, const char *open)
{
	struct filling fill = { .arena = &fake->arena,
				.open = open,
				.closed = marker,
				.closed_day = marked_day,
				.closed_number = MARKED_NUMBER };

	for (size_t i = 0; i < fake->count; i++)
		fill_record(&fill, fake->records[i]);
}

static void assert_no_mark(struct fake_site *fake, const char *path)
{
	const char *text = fake_file(fake, path);

	assert_not_in(path, marker);
	assert_not_in(text, marker);
	assert_not_in(text, "424242");
	assert_not_in(text, "1987");
	assert_not_in(text, "不公开事项名称");
	assert_not_in(text, "不公开信息名称");
	assert_not_in(text, "2019-00002");
	assert_not_in(text, "dz-0003");
}

static void nothing_internal_is_in_any_file(void **state)
{
	struct fake_site fake;

	(void)state;
	fake_office(&fake);
	fill_all(&fake, "公开值");
	(void)fake_build(&fake);
	assert_true(fake_each_file(&fake, assert_no_mark) > 20);
	assert_no_mark(&fake, "manifest.json");
	assert_in(fake_file(&fake, "items/dz-0001.html"), "公开值");
	fake_done(&fake);
}

struct payload {
	const char *label;
	const char *text;
};

static const struct payload payloads[] = {
	{ "a script element", "<script>alert(1)</script>" },
	{ "an element that ends the attribute", "\"><img src=x onerror=alert(1)>" },
	{ "an attribute in the attribute", "x\" onmouseover=\"alert(1)" },
	{ "the end of the title", "</title></head><script>alert(1)</script>" },
	{ "the end of a comment", "--><script>alert(1)</script><!--" },
	{ "a CDATA section", "<![CDATA[<script>alert(1)</script>]]>" },
	{ "a script address", "javascript:alert(1)" },
	{ "a script address in disguise", " java\tscript:alert(1)" },
	{ "a data address", "data:text/html,<script>alert(1)</script>" },
	{ "a Markdown link to a script",
	  "[x](javascript:alert(1)) ![y](javascript:alert(1))" },
	{ "Markdown with HTML in it",
	  "# <b onclick=alert(1)>x</b>\n\n<iframe src=x></iframe>" },
	{ "an autolink", "<javascript:alert(1)> <https://example.cn/?a=1&b=\">" },
	{ "entities", "&lt;script&gt;&#60;script&#62;" },
	{ "a style", "</style><style>*{display:none}</style>" },
	{ "deep Markdown", "> - > - > - > - > - > - > - x" },
	{ "bytes that are no text", "\xff\xfe\x01\x7f" },
	{ "a text of one quote", "\"" },
};

static void check_file(struct fake_site *fake, const char *path)
{
	if (strstr(path, ".html"))
		html_check_page(fake_file(fake, path));
}

static void texts_stay_texts(void **state)
{
	const struct payload *one = *state;
	struct fake_site fake;

	fake_office(&fake);
	fill_all(&fake, one->text);
	(void)fake_build(&fake);
	assert_true(fake_each_file(&fake, check_file) > 20);
	fake_done(&fake);
}

int main(void)
{
	struct CMUnitTest tests[1 + ARRAY_LEN(payloads)] = {
		cmocka_unit_test(nothing_internal_is_in_any_file),
	};

	for (size_t i = 0; i < ARRAY_LEN(payloads); i++)
		tests[1 + i] = UNIT_ROW(texts_stay_texts, &payloads[i]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
