/*
 * A small reader of what html.c writes: whether elements close in order, and that a
 * page has what every page must have.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_HTML_CHECK_H
#define GK_TESTS_HTML_CHECK_H

#include "unit/unit.h"

#include <string.h>

static inline bool html_is_void(const char *name)
{
	static const char *const names[] = { "meta", "link", "br", "hr", "img", "input" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(names[i], name) == 0)
			return true;
	}
	return false;
}

/* The end of a tag: > outside of quotes. */
static inline const char *html_tag_end(const char *tag)
{
	bool quoted = false;

	for (; *tag && (quoted || *tag != '>'); tag++) {
		if (*tag == '"')
			quoted = !quoted;
	}
	assert_int_equal(*tag, '>');
	return tag;
}

static inline void html_tag_name(const char *tag, char name[16])
{
	size_t len = strcspn(tag, " />\t\n");

	assert_true(len > 0 && len < 16);
	memcpy(name, tag, len);
	name[len] = '\0';
}

static inline void html_check_balance(const char *page)
{
	char stack[64][16];
	char name[16];
	size_t depth = 0;

	for (const char *p = strchr(page, '<'); p; p = strchr(p, '<')) {
		bool closing = p[1] == '/';

		if (p[1] == '!') {
			p = html_tag_end(p);
			continue;
		}
		html_tag_name(p + (closing ? 2 : 1), name);
		p = html_tag_end(p);
		if (closing) {
			assert_true(depth > 0);
			assert_string_equal(stack[--depth], name);
		} else if (!html_is_void(name)) {
			assert_true(depth < 64);
			memcpy(stack[depth++], name, sizeof(name));
		}
	}
	assert_int_equal(depth, 0);
}

/* The next attribute of a tag at `at`; false at its end. */
static inline bool html_attribute(const char **at, char name[32], char *value,
				  size_t room)
{
	const char *p = *at + strspn(*at, " ");
	size_t len = strcspn(p, "=> ");

	if (*p == '>' || !*p)
		return false;
	assert_true(len > 0 && len < 32);
	memcpy(name, p, len);
	name[len] = '\0';
	assert_true(p[len] == '=' && p[len + 1] == '"');
	p += len + 2;
	len = strcspn(p, "\"");
	assert_true(len < room);
	memcpy(value, p, len);
	value[len] = '\0';
	*at = p + len + 1;
	return true;
}

/* Calls fn for every attribute of every element. */
static inline void html_each_attribute(const char *page,
				       void (*fn)(const char *name, const char *value,
						  void *payload),
				       void *payload)
{
	char name[32];
	char value[4096];

	for (const char *p = strchr(page, '<'); p; p = strchr(p, '<')) {
		if (p[1] != '!' && p[1] != '/') {
			p += strcspn(p, " >");
			while (html_attribute(&p, name, value, sizeof(value)))
				fn(name, value, payload);
		}
		p = html_tag_end(p);
	}
}

static inline void html_check_attribute(const char *name, const char *value,
					void *payload)
{
	static const char *const known[] = {
		"lang",  "charset", "name",       "content",    "rel",          "href",
		"class", "id",      "aria-label", "datetime",   "aria-current", "scope",
		"src",   "alt",     "download",   "data-label", "start",
	};
	bool found = false;

	(void)payload;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		found = found || strcmp(known[i], name) == 0;
	if (!found)
		fail_msg("attribute %s=\"%s\"", name, value);
	if (strcmp(name, "href") != 0 && strcmp(name, "src") != 0)
		return;
	for (const char *p = value; *p && *p != '/' && *p != '#' && *p != '?'; p++) {
		if (*p == ':' && strncmp(value, "http", 4) != 0 &&
		    strncmp(value, "mailto:", 7) != 0 && strncmp(value, "tel:", 4) != 0)
			fail_msg("address %s=\"%s\"", name, value);
	}
}

static inline size_t html_count(const char *page, const char *part)
{
	size_t count = 0;

	for (const char *p = strstr(page, part); p; p = strstr(p + 1, part))
		count++;
	return count;
}

/* The order of headings: none is more than one level below the one before. */
static inline void html_check_headings(const char *page)
{
	int last = 0;

	for (const char *p = strstr(page, "<h"); p; p = strstr(p + 1, "<h")) {
		if (p[2] < '1' || p[2] > '6')
			continue;
		if (p[2] - '0' > last + 1)
			fail_msg("h%d after h%d in:\n%s", p[2] - '0', last, page);
		last = p[2] - '0';
	}
}

static inline void html_check_page(const char *page)
{
	html_check_balance(page);
	html_check_headings(page);
	html_each_attribute(page, html_check_attribute, NULL);
	assert_int_equal(html_count(page, "<h1>"), 1);
	assert_int_equal(html_count(page, "<html lang=\"zh-CN\">"), 1);
	assert_int_equal(html_count(page, "<main id=\"main\">"), 1);
	assert_int_equal(html_count(page, "href=\"#main\""), 1);
	assert_int_equal(html_count(page, "<meta charset=\"utf-8\">"), 1);
	assert_null(strstr(page, "<script"));
	assert_null(strstr(page, "<style"));
	assert_null(strstr(page, " style=\""));
}

#endif
