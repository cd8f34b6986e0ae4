#include "format/html.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

struct element {
	const char *name;
	bool is_void;
	bool line; /* starts a line of its own */
};

static const struct element elements[EL_COUNT] = {
#define EL(id, n, v, l) [EL_##id] = { .name = (n), .is_void = (v), .line = (l) },
	HTML_ELEMENTS(EL)
#undef EL
};

void html_init(struct html *h, struct buf *out)
{
	*h = (struct html){ .out = out };
}

static void new_line(struct html *h)
{
	if (h->out->len && h->out->s[h->out->len - 1] != '\n')
		buf_addc(h->out, '\n');
}

static void finish_tag(struct html *h)
{
	if (h->tag_open)
		buf_addc(h->out, '>');
	h->tag_open = false;
}

static bool is_inside(const struct html *h, enum html_element el)
{
	return h->depth && h->stack[h->depth - 1] == el;
}

void html_doctype(struct html *h)
{
	assert(!h->depth);
	buf_adds(h->out, "<!DOCTYPE html>\n");
}

void html_open(struct html *h, enum html_element el)
{
	assert(h->depth < HTML_MAX_DEPTH);
	assert(!h->depth || !elements[h->stack[h->depth - 1]].is_void);
	assert(!is_inside(h, EL_STYLE) && !is_inside(h, EL_SCRIPT));
	finish_tag(h);
	if (elements[el].line)
		new_line(h);
	buf_addc(h->out, '<');
	buf_adds(h->out, elements[el].name);
	h->stack[h->depth++] = el;
	h->tag_open = true;
}

/*
 * HTML (13.2.3.5) has no control characters but blanks, and no noncharacters;
 * a NUL or a stray byte must not reach the parser either.
 */
static uint32_t allowed(uint32_t code)
{
	bool control = (code < 0x20 && code != '\t' && code != '\n') ||
		       (code >= 0x7f && code < 0xa0);
	bool nonchar = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) == 0xfffe;

	return control || nonchar ? 0xfffd : code;
}

static const char *entity(unsigned char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	default:
		return NULL;
	}
}

static bool is_plain(unsigned char c)
{
	return c >= 0x20 && c < 0x7f && !entity(c);
}

/* The parser reads CR LF and CR as LF. */
static size_t add_carriage_return(struct buf *out, const char *s, size_t len)
{
	buf_addc(out, '\n');
	return len > 1 && s[1] == '\n' ? 2 : 1;
}

static size_t add_special(struct buf *out, const char *s, size_t len)
{
	const char *name = entity((unsigned char)*s);
	size_t used;

	if (name) {
		buf_adds(out, name);
		return 1;
	}
	if (*s == '\r')
		return add_carriage_return(out, s, len);
	utf8_add(out, allowed(utf8_decode(s, len, &used)));
	return used;
}

static void add_escaped(struct buf *out, const char *s, size_t len)
{
	size_t i = 0;

	while (i < len) {
		size_t start = i;

		while (i < len && is_plain((unsigned char)s[i]))
			i++;
		buf_add(out, s + start, i - start);
		if (i < len)
			i += add_special(out, s + i, len - i);
	}
}

void html_attr(struct html *h, const char *name, const char *value)
{
	assert(h->tag_open);
	buf_addc(h->out, ' ');
	buf_adds(h->out, name);
	buf_adds(h->out, "=\"");
	add_escaped(h->out, value, strlen(value));
	buf_addc(h->out, '"');
}

void html_attr_url(struct html *h, const char *name, const char *url)
{
	html_attr(h, name, html_url_is_safe(url) ? url : "#");
}

void html_text_n(struct html *h, const char *text, size_t len)
{
	bool first = h->tag_open;

	if (!len)
		return;
	assert(!h->depth || !elements[h->stack[h->depth - 1]].is_void);
	assert(!is_inside(h, EL_STYLE) && !is_inside(h, EL_SCRIPT));
	finish_tag(h);
	/* The parser drops a line feed that follows <pre>. */
	if (first && is_inside(h, EL_PRE) && (*text == '\n' || *text == '\r'))
		buf_addc(h->out, '\n');
	add_escaped(h->out, text, len);
}

void html_text(struct html *h, const char *text)
{
	html_text_n(h, text, strlen(text));
}

void html_close(struct html *h, enum html_element el)
{
	assert(is_inside(h, el));
	finish_tag(h);
	h->depth--;
	if (!elements[el].is_void) {
		buf_adds(h->out, "</");
		buf_adds(h->out, elements[el].name);
		buf_addc(h->out, '>');
	}
	if (elements[el].line)
		buf_addc(h->out, '\n');
}

void html_element(struct html *h, enum html_element el, const char *text)
{
	html_open(h, el);
	html_text(h, text);
	html_close(h, el);
}

void html_raw(struct html *h, const char *text)
{
	size_t from;

	assert(is_inside(h, EL_STYLE) || is_inside(h, EL_SCRIPT));
	finish_tag(h);
	/* What ends or hides the element may begin in the text before: <!- and -. */
	from = h->out->len - 3;
	buf_adds(h->out, text);
	assert(!strstr(h->out->s + from, "</"));
	assert(!strstr(h->out->s + from, "<!--"));
	(void)from;
}

static char lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool is_scheme(const char *url, size_t len, const char *scheme)
{
	if (strlen(scheme) != len)
		return false;
	for (size_t i = 0; i < len; i++) {
		if (lower(url[i]) != scheme[i])
			return false;
	}
	return true;
}

bool html_url_is_safe(const char *url)
{
	static const char *const schemes[] = { "http", "https", "mailto", "tel" };
	size_t len = strcspn(url, ":/?#");

	/* Browsers skip blanks before an address and controls anywhere in it. */
	if (*url == ' ')
		return false;
	for (const char *p = url; *p; p++) {
		if ((unsigned char)*p < 0x20 || *p == 0x7f)
			return false;
	}
	if (url[len] != ':')
		return true;
	for (size_t i = 0; i < ARRAY_LEN(schemes); i++) {
		if (is_scheme(url, len, schemes[i]))
			return true;
	}
	return false;
}
