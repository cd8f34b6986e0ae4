/*
 * What the site knows of all records while it writes the page of one: names, dates and
 * who refers to whom.
 *
 * Small registers (units, categories, channels, the office) are kept whole; of items
 * and documents only what lists show.  Everything lives in the arena of the book.
 *
 * Layer: site.
 */
#ifndef GK_SITE_BOOK_H
#define GK_SITE_BOOK_H

#include "record/catalogue.h"
#include "record/category.h"
#include "record/channel.h"
#include "record/document.h"
#include "record/item.h"
#include "record/unit.h"
#include "site/site.h"

/* Rows by their number in the book, in the order in which they are shown. */
struct rows {
	size_t *items;
	size_t count;
	size_t room;
};

struct book_unit {
	const struct unit *unit;
	const char *name;
	struct rows items;
	struct rows documents;
};

struct book_category {
	const struct category *category;
	const char *name;
	struct rows children; /* categories */
	struct rows items;
	struct rows documents;
};

struct book_channel {
	const struct channel *channel;
	const char *name;
};

struct book_item {
	const char *id;
	const char *title;
	const char *group;
	const char *unit;
	const char *limit;
	int attribute;             /* enum attribute */
	int state;                 /* enum item_state_value */
	struct strings categories; /* topics too */
	struct rows documents;
};

struct book_document {
	const char *id;
	const char *title;
	const char *number;
	const char *unit;
	struct date formed;
	struct date published; /* first */
	int type;              /* enum document_type */
	int force;             /* enum force */
	struct strings items;
	struct strings topics;
	const char *interprets;        /* document id */
	struct strings interpreted_by; /* document ids */
	struct rows interpretations;   /* documents */
	struct rows interpreted;       /* documents */
};

/* Numbers of rows in the order of their ids. */
struct lookup {
	struct lookup_entry {
		const char *id;
		size_t row;
	} * items;
	size_t count;
};

struct book {
	struct arena *arena;
	const struct catalogue_config *office; /* never NULL */
	const char *name;                      /* of the office */
	struct list units;                     /* struct book_unit */
	struct list categories;                /* struct book_category */
	struct list channels;                  /* struct book_channel */
	struct list items;                     /* struct book_item */
	struct list documents;                 /* struct book_document */
	struct lookup unit_ids;
	struct lookup category_ids;
	struct lookup channel_ids;
	struct lookup item_ids;
	struct lookup document_ids;
	struct rows newest; /* all documents, the latest published first */
};

/** Read all records once.  ERR_DENIED for an id that cannot be a file name. */
int book_read(struct book *book, const struct site_source *source,
	      struct error *err) gk_must_use;

/* By id; NULL when the site does not show it (or `id` is NULL). */
struct book_unit *book_unit(const struct book *book, const char *id);
struct book_category *book_category(const struct book *book, const char *id);
const struct book_channel *book_channel(const struct book *book, const char *id);
struct book_item *book_item(const struct book *book, const char *id);
struct book_document *book_document(const struct book *book, const char *id);

/** The unit that is the government itself; NULL when there is none. */
const struct book_unit *book_government(const struct book *book);
/** The day a document is listed under: published, else formed. */
struct date document_day(const struct book_document *document);
/** The year of that day, or of the id. */
int document_year(const struct book_document *document);

void rows_add(struct arena *arena, struct rows *rows, size_t row);

/** A copy of what the kind's table says of a record, without its events. */
const void *public_keep(struct arena *arena, const struct public_record *pub);

#endif
