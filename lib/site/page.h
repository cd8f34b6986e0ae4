/*
 * A page while it is written: the frame around it, links from where it stands, and the
 * words that every page has.
 *
 *	page_open(&page, site, &head, err);
 *	… html_* on page.h …
 *	return page_close(&page);
 *
 * What fails in between is remembered and told by page_close().  The texts of the site
 * are Chinese in the source: they are what the office issues, whatever the language of
 * the one who runs gk.
 *
 * Layer: site.
 */
#ifndef GK_SITE_PAGE_H
#define GK_SITE_PAGE_H

#include "format/html.h"
#include "site/book.h"
#include "site/stage.h"

struct website {
	struct arena *arena;
	const struct site_source *source;
	struct book book;
	struct staging stage;
	struct item_table *table; /* of page_catalogue.c */
};

/* The parts of the platform (国办公开办函〔2019〕61号), in the order of the menu. */
enum part {
	PART_NONE,
	PART_HOME,
	PART_GUIDE,
	PART_RULES,
	PART_CONTENT,
	PART_REPORTS,
	PART_REQUEST,
	PART_COUNT,
};

/** File and name of a part. */
const char *part_path(enum part part);
const char *part_name(enum part part);

/* A step of the way to a page; `path` from the root of the site. */
struct crumb {
	const char *path;
	const char *text;
};

/* What search engines and inspectors read (网站指引 annex); members may be NULL. */
struct page_meta {
	const char *column;
	const char *column_description;
	const char *column_keywords;
	const char *column_type;
	const char *published; /* YYYY-MM-DD HH:MM; the page is an article when set */
	const char *source;
	const char *keywords;
	const char *author;
	const char *description;
	const char *url; /* NULL: from the domain of the site, when it has one */
};

enum { PAGE_CRUMBS = 12 };

struct page_head {
	const char *path; /* from the root of the site */
	const char *title;
	enum part part;                   /* of the menu */
	struct crumb crumbs[PAGE_CRUMBS]; /* between home and the page itself */
	size_t crumb_count;
	struct page_meta meta;
	const char *leads_to; /* from the root of the site; NULL for a page of its own */
};

struct page {
	struct website *site;
	struct html h;
	struct buf text;
	const char *path;
	const char *up; /* "" or "../" */
	struct strings records;
	struct error *err;
	bool failed;
};

/** Write all up to and with the h1. */
void page_open(struct page *page, struct website *site, const struct page_head *head,
	       struct error *err);
/** Write the rest and put the page into the tree; -1 when anything failed. */
int page_close(struct page *page) gk_must_use;

/** Note that a record stands behind the page. */
void page_behind(struct page *page, const char *id);

/** A link to a file of the site; `path` from its root. */
void page_link(struct page *page, const char *path, const char *text);
/** A link to the page of a record: DIR/ID.html. */
void page_link_record(struct page *page, const char *dir, const char *id,
		      const char *text);
/** A link to somewhere else, or its text alone when the address is not safe. */
void page_link_out(struct page *page, const char *url, const char *text);
/** The day as YYYY-MM-DD; nothing for no day. */
void page_date(struct page *page, struct date day);
/** Open a section with its h2. */
void page_section(struct page *page, const char *title);
/** A paragraph that says there is nothing here. */
void page_none(struct page *page, const char *text);

/** Copy a public attachment into the tree and return its address from the page; NULL when that failed. */
const char *page_attachment(struct page *page, const char *id, const char *file);
/** Whether a browser shows the file as a picture. */
bool file_is_picture(const char *file);

/** The way from home to a category, itself last when `whole`. */
void crumbs_to_category(struct website *site, struct page_head *head, const char *id,
			bool whole);
/** The disclosing body of an item: the unit, else the office. */
const char *subject_name(const struct website *site, const char *subject);

/* The style sheet; its bytes go into style.css. */
void style_write(struct buf *out);

#endif
