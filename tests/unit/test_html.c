#include "unit/unit.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "format/html.h"

struct text_case {
	const char *label;
	const char *text;
	const char *html;
};

static struct text_case text_cases[] = {
	{ "letters stay", "公开 aZ'/`=", "公开 aZ'/`=" },
	{ "markup is escaped", "<b>&\"'", "&lt;b&gt;&amp;&quot;'" },
	{ "an entity is no entity", "&amp;", "&amp;amp;" },
	{ "line ends become line feeds", "a\r\nb\rc\n", "a\nb\nc\n" },
	{ "controls are replaced", "\x01\x0b\x0c\x1f\x7f\xc2\x85\t",
	  "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\t" },
	{ "noncharacters are replaced", "\xef\xb7\x90\xef\xbf\xbf\xf4\x8f\xbf\xbf",
	  "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
	{ "a broken byte cannot swallow markup", "\xe5<", "\xef\xbf\xbd&lt;" },
	{ "an overlong bracket", "\xc0\xbc", "\xef\xbf\xbd\xef\xbf\xbd" },
};

static void writes_text(void **state)
{
	const struct text_case *c = *state;
	auto_buf out = BUF_INIT;
	auto_buf want = BUF_INIT;
	struct html h;

	buf_addf(&want, "<span title=\"%s\">%s</span>", c->html, c->html);
	html_init(&h, &out);
	html_open(&h, EL_SPAN);
	html_attr(&h, "title", c->text);
	html_text(&h, c->text);
	html_close(&h, EL_SPAN);
	assert_string_equal(out.s, want.s);
}

static void a_nul_is_replaced(void **state)
{
	auto_buf out = BUF_INIT;
	struct html h;

	(void)state;
	html_init(&h, &out);
	html_text_n(&h, "a\0b", 3);
	assert_string_equal(out.s, "a\xef\xbf\xbd"
				   "b");
}

/* No byte of a text reaches the document as a bracket, a quote or a control. */
static void any_byte_is_harmless(void **state)
{
	(void)state;
	for (int c = 0; c < 256; c++) {
		auto_buf out = BUF_INIT;
		char byte = (char)c;
		struct html h;

		html_init(&h, &out);
		html_text_n(&h, &byte, 1);
		assert_true(out.len > 0);
		for (size_t i = 0; i < out.len; i++) {
			unsigned char b = (unsigned char)out.s[i];

			assert_null(b ? strchr("<>\"\r\x7f", b) : "NUL");
			assert_true(b >= 0x20 || b == '\t' || b == '\n');
		}
	}
}

static void elements_have_lines_where_the_table_says(void **state)
{
	auto_buf out = BUF_INIT;
	struct html h;

	(void)state;
	html_init(&h, &out);
	html_doctype(&h);
	html_open(&h, EL_HTML);
	html_attr(&h, "lang", "zh-CN");
	html_open(&h, EL_META);
	html_attr(&h, "charset", "utf-8");
	html_close(&h, EL_META);
	html_element(&h, EL_TITLE, "a & b");
	html_open(&h, EL_P);
	html_text(&h, "a");
	html_element(&h, EL_BR, "");
	html_element(&h, EL_EM, "b");
	html_close(&h, EL_P);
	html_close(&h, EL_HTML);
	assert_string_equal(out.s, "<!DOCTYPE html>\n"
				   "<html lang=\"zh-CN\">\n"
				   "<meta charset=\"utf-8\">\n"
				   "<title>a &amp; b</title>\n"
				   "<p>a<br><em>b</em></p>\n"
				   "</html>\n");
}

static void a_line_feed_first_in_pre_is_kept(void **state)
{
	auto_buf out = BUF_INIT;
	struct html h;

	(void)state;
	html_init(&h, &out);
	html_element(&h, EL_PRE, "\na\n");
	assert_string_equal(out.s, "<pre>\n\na\n</pre>\n");
}

static void style_and_script_are_written_as_they_are(void **state)
{
	auto_buf out = BUF_INIT;
	struct html h;

	(void)state;
	html_init(&h, &out);
	html_open(&h, EL_STYLE);
	html_raw(&h, "a>b{content:\"&\"}");
	html_close(&h, EL_STYLE);
	html_open(&h, EL_SCRIPT);
	html_raw(&h, "if (a < b && c)");
	html_raw(&h, " d();");
	html_close(&h, EL_SCRIPT);
	assert_string_equal(out.s, "<style>a>b{content:\"&\"}</style>\n"
				   "<script>if (a < b && c) d();</script>\n");
}

struct url_case {
	const char *label;
	const char *url;
	bool safe;
};

static struct url_case url_cases[] = {
	{ "nothing", "", true },
	{ "http", "http://x.cn/", true },
	{ "https", "https://x.cn/", true },
	{ "upper case", "HTTPS://X.CN/", true },
	{ "mail", "mailto:a@b.cn", true },
	{ "telephone", "tel:+8612345", true },
	{ "relative", "a/b.html", true },
	{ "above", "../b.html", true },
	{ "from the root", "/b.html?c=d:e", true },
	{ "a fragment", "#a:b", true },
	{ "a query", "?a:b", true },
	{ "Chinese", "附件/一.docx", true },
	{ "a blank inside", "a b.html", true },
	{ "a colon after a slash", "./a:b", true },
	{ "javascript", "javascript:alert(1)", false },
	{ "javascript in mixed case", "JaVaScRiPt:alert(1)", false },
	{ "javascript after a blank", " javascript:alert(1)", false },
	{ "javascript after a control", "\x01javascript:alert(1)", false },
	{ "javascript with a tab", "java\tscript:alert(1)", false },
	{ "javascript with a line feed", "java\nscript:alert(1)", false },
	{ "javascript with a carriage return before the colon", "javascript\r:alert(1)",
	  false },
	{ "a control later", "http://x.cn/\x01", false },
	{ "DEL", "a\x7f", false },
	{ "data", "data:text/html,<script>", false },
	{ "vbscript", "vbscript:x", false },
	{ "file", "file:///etc/passwd", false },
	{ "a longer scheme", "httpsx:y", false },
	{ "a shorter scheme", "htt:y", false },
	{ "an empty scheme", ":y", false },
	{ "an unknown scheme in Chinese", "公开:y", false },
};

static void judges_addresses(void **state)
{
	const struct url_case *c = *state;
	auto_buf out = BUF_INIT;
	auto_buf want = BUF_INIT;
	struct html h;

	assert_int_equal(html_url_is_safe(c->url), c->safe);
	buf_addf(&want, "<a href=\"%s\"></a>", c->safe ? c->url : "#");
	html_init(&h, &out);
	html_open(&h, EL_A);
	html_attr_url(&h, "href", c->url);
	html_close(&h, EL_A);
	assert_string_equal(out.s, want.s);
}

static void raw_end_tag(struct html *h)
{
	html_open(h, EL_SCRIPT);
	html_raw(h, "a='</script>'");
}

static void raw_end_tag_in_two(struct html *h)
{
	html_open(h, EL_STYLE);
	html_raw(h, "a<");
	html_raw(h, "/style>");
}

static void raw_comment_in_two(struct html *h)
{
	html_open(h, EL_SCRIPT);
	html_raw(h, "<!-");
	html_raw(h, "-");
}

static void raw_outside(struct html *h)
{
	html_open(h, EL_P);
	html_raw(h, "a");
}

static void text_in_script(struct html *h)
{
	html_open(h, EL_SCRIPT);
	html_text(h, "a");
}

static void text_in_void(struct html *h)
{
	html_open(h, EL_BR);
	html_text(h, "a");
}

static void close_of_another(struct html *h)
{
	html_open(h, EL_P);
	html_close(h, EL_DIV);
}

static void attribute_too_late(struct html *h)
{
	html_open(h, EL_P);
	html_text(h, "a");
	html_attr(h, "id", "b");
}

static void too_deep(struct html *h)
{
	for (int i = 0; i <= HTML_MAX_DEPTH; i++)
		html_open(h, EL_DIV);
}

struct misuse_case {
	const char *label;
	void (*misuse)(struct html *h);
};

static struct misuse_case misuse_cases[] = {
	{ "an end tag in a script stops", raw_end_tag },
	{ "an end tag in two pieces stops", raw_end_tag_in_two },
	{ "a comment in two pieces stops", raw_comment_in_two },
	{ "raw text outside of script and style stops", raw_outside },
	{ "escaped text in a script stops", text_in_script },
	{ "text in a void element stops", text_in_void },
	{ "closing another element stops", close_of_another },
	{ "an attribute after text stops", attribute_too_late },
	{ "one element too deep stops", too_deep },
};

/* Misuse is an assertion: a child process ends by abort(). */
static void stops(void **state)
{
	const struct misuse_case *c = *state;
	int status = 0;
	pid_t child;

#ifdef NDEBUG
	skip();
#endif
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		struct buf out = BUF_INIT;
		struct html h;

		(void)close(STDERR_FILENO);
		html_init(&h, &out);
		c->misuse(&h);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
}

enum { OTHER_TESTS = 5 };

int main(void)
{
	static struct CMUnitTest tests[ARRAY_LEN(text_cases) + ARRAY_LEN(url_cases) +
				       ARRAY_LEN(misuse_cases) + OTHER_TESTS] = {
		cmocka_unit_test(a_nul_is_replaced),
		cmocka_unit_test(any_byte_is_harmless),
		cmocka_unit_test(elements_have_lines_where_the_table_says),
		cmocka_unit_test(a_line_feed_first_in_pre_is_kept),
		cmocka_unit_test(style_and_script_are_written_as_they_are),
	};
	size_t count = OTHER_TESTS;

	for (size_t i = 0; i < ARRAY_LEN(text_cases); i++)
		tests[count++] = (struct CMUnitTest){ .name = text_cases[i].label,
						      .test_func = writes_text,
						      .initial_state = &text_cases[i] };
	for (size_t i = 0; i < ARRAY_LEN(url_cases); i++)
		tests[count++] = (struct CMUnitTest){ .name = url_cases[i].label,
						      .test_func = judges_addresses,
						      .initial_state = &url_cases[i] };
	for (size_t i = 0; i < ARRAY_LEN(misuse_cases); i++)
		tests[count++] = (struct CMUnitTest){ .name = misuse_cases[i].label,
						      .test_func = stops,
						      .initial_state = &misuse_cases[i] };
	return cmocka_run_group_tests_name("html", tests, NULL, NULL);
}
