/*
 * The table of page types: each is a file page_*.c and a row in site.c.
 *
 * Layer: site.
 */
#ifndef GK_SITE_PAGES_H
#define GK_SITE_PAGES_H

#include "site/page.h"

struct page_type {
	/* The kind of record it wants; NULL when it is made from the book alone. */
	const struct kind *kind;
	/* For each public record of the kind. */
	int (*record)(struct website *site, const struct public_record *pub,
		      struct error *err);
	/* Once, after all records; NULL when there is nothing left to do. */
	int (*finish)(struct website *site, struct error *err);
};

extern const struct page_type home_page;
extern const struct page_type guide_page;
extern const struct page_type request_page;
extern const struct page_type content_page;
extern const struct page_type block_page; /* rules and yearly reports */
extern const struct page_type category_page;
extern const struct page_type unit_page;
extern const struct page_type item_page;
extern const struct page_type catalogue_page; /* the standard catalogue */
extern const struct page_type document_page;
extern const struct page_type years_page; /* all documents by year */
extern const struct page_type moved_page; /* from old numbers to new ones */

/** Let go of the table that catalogue_page was writing when the build failed. */
void catalogue_release(struct website *site);

/** Documents of the parts of the platform that are picked by what they are. */
struct rows rules_documents(const struct website *site);
struct rows report_documents(const struct website *site);

#endif
