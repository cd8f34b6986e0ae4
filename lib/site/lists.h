/*
 * Lists that more than one page has: items, documents, categories, what happened.
 *
 * Layer: site.
 */
#ifndef GK_SITE_LISTS_H
#define GK_SITE_LISTS_H

#include "site/page.h"

enum { LIST_MOST = 100 }; /* documents shown where more lists exist */

/** Documents of rows `from` up to `to`. */
void list_documents(struct page *page, const struct rows *rows, size_t from, size_t to);
/** The latest documents, and where all are. */
void list_latest(struct page *page, const struct rows *rows, size_t most);
/** Items as a table. */
void list_items(struct page *page, const struct rows *rows);
/** Categories with their sub-categories and counts. */
void list_categories(struct page *page, const struct rows *rows);
/** Top categories of a scheme. */
struct rows categories_of_scheme(const struct website *site, enum scheme scheme);

/** Publications and what followed them, as a table under its heading. */
void page_history(struct page *page, const struct common *common);

/* The day a record was first published and the address where it stands. */
struct publication {
	const struct event *first; /* NULL before it was */
	const char *url;
};

struct publication publication_of(const struct common *common);
/** YYYY-MM-DD, with HH:MM where the time is known; NULL when it was not published. */
const char *publication_date(const struct website *site,
			     const struct publication *publication);

#endif
