/*
 * Writing HTML by elements: well-formed and escaped by construction.
 *
 *	html_open(h, EL_P);
 *	html_attr(h, "class", "note");
 *	html_text(h, record text);
 *	html_close(h, EL_P);
 *
 * An element's start tag stays open for attributes until something is put
 * inside.  Closing another element than the innermost is an assertion.
 * Void elements are closed like the others: html_element(h, EL_BR, "").
 * Bytes that are not UTF-8, and characters that HTML has not, become U+FFFD.
 * Only html.c writes `<`.
 *
 * Layer: format.
 */
#ifndef GK_FORMAT_HTML_H
#define GK_FORMAT_HTML_H

#include "base/base.h"
#include "base/buf.h"

/* EL(identifier, name, void element, starts a line of its own) */
/* clang-format off */
#define HTML_ELEMENTS(EL)                                                             \
	EL(HTML, "html", 0, 1) EL(HEAD, "head", 0, 1) EL(META, "meta", 1, 1)          \
	EL(TITLE, "title", 0, 1) EL(LINK, "link", 1, 1) EL(STYLE, "style", 0, 1)      \
	EL(SCRIPT, "script", 0, 1) EL(BODY, "body", 0, 1) EL(HEADER, "header", 0, 1)  \
	EL(FOOTER, "footer", 0, 1) EL(MAIN, "main", 0, 1) EL(NAV, "nav", 0, 1)        \
	EL(SECTION, "section", 0, 1) EL(ARTICLE, "article", 0, 1)                     \
	EL(ASIDE, "aside", 0, 1) EL(DIV, "div", 0, 1) EL(SPAN, "span", 0, 0)          \
	EL(H1, "h1", 0, 1) EL(H2, "h2", 0, 1) EL(H3, "h3", 0, 1) EL(H4, "h4", 0, 1)   \
	EL(H5, "h5", 0, 1) EL(H6, "h6", 0, 1) EL(P, "p", 0, 1) EL(UL, "ul", 0, 1)     \
	EL(OL, "ol", 0, 1) EL(LI, "li", 0, 1) EL(DL, "dl", 0, 1) EL(DT, "dt", 0, 1)   \
	EL(DD, "dd", 0, 1) EL(TABLE, "table", 0, 1) EL(CAPTION, "caption", 0, 1)      \
	EL(THEAD, "thead", 0, 1) EL(TBODY, "tbody", 0, 1) EL(TR, "tr", 0, 1)          \
	EL(TH, "th", 0, 1) EL(TD, "td", 0, 1) EL(A, "a", 0, 0) EL(EM, "em", 0, 0)     \
	EL(STRONG, "strong", 0, 0) EL(DEL, "del", 0, 0) EL(CODE, "code", 0, 0)        \
	EL(PRE, "pre", 0, 1) EL(BLOCKQUOTE, "blockquote", 0, 1) EL(BR, "br", 1, 0)    \
	EL(HR, "hr", 1, 1) EL(IMG, "img", 1, 0) EL(TIME, "time", 0, 0)                \
	EL(FORM, "form", 0, 1) EL(INPUT, "input", 1, 0) EL(BUTTON, "button", 0, 0)    \
	EL(LABEL, "label", 0, 0) EL(DETAILS, "details", 0, 1)                         \
	EL(SUMMARY, "summary", 0, 1) EL(FIGURE, "figure", 0, 1)
/* clang-format on */

enum html_element {
#define EL(id, name, is_void, line) EL_##id,
	HTML_ELEMENTS(EL)
#undef EL
		EL_COUNT,
};

enum { HTML_MAX_DEPTH = 64 };

struct html {
	struct buf *out;
	enum html_element stack[HTML_MAX_DEPTH];
	unsigned int depth;
	bool tag_open; /* the start tag still takes attributes */
};

void html_init(struct html *h, struct buf *out);
void html_doctype(struct html *h);
void html_open(struct html *h, enum html_element el);
/** An attribute of the element just opened; the value is escaped. */
void html_attr(struct html *h, const char *name, const char *value);
/** href or src: only http, https, mailto, tel and relative addresses get through, others become "#". */
void html_attr_url(struct html *h, const char *name, const char *url);
void html_text(struct html *h, const char *text);
void html_text_n(struct html *h, const char *text, size_t len);
void html_close(struct html *h, enum html_element el);
/** Open, one text, close. */
void html_element(struct html *h, enum html_element el, const char *text);
/** The content of style and script that we wrote; `</` or `<!--` in it is an assertion. */
void html_raw(struct html *h, const char *text);
/** Whether an address may stand in href and src. */
bool html_url_is_safe(const char *url);

#endif
