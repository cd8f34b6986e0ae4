/*
 * Facts on a page: labels of the field tables with the values of a public record.
 *
 * Layer: site.
 */
#ifndef GK_SITE_FACT_H
#define GK_SITE_FACT_H

#include "site/page.h"

void facts_open(struct page *page, const char *css);
void facts_close(struct page *page);
/** One fact; none for NULL or "". */
void fact_text(struct page *page, const char *label, const char *text);
/** Between these the value is written by the caller. */
void fact_open(struct page *page, const char *label);
void fact_close(struct page *page);
/** The facts of the fields named, in that order; NULL names all.  Lists and groups are left out. */
void facts_of(struct page *page, const struct fields *fields, const void *owner,
	      const char *const *keys, size_t count);
/** The facts of a group of the record ("window"), as a section under its label. */
void facts_section(struct page *page, const struct kind *kind, const void *record,
		   const char *key);
/** Markdown, its highest heading as h`first`. */
void page_markdown(struct page *page, const char *text, unsigned int first);

#endif
