/*
 * Between the files of the book.
 *
 * Layer: site.
 */
#ifndef GK_SITE_BOOK_PRIVATE_H
#define GK_SITE_BOOK_PRIVATE_H

#include "site/book.h"

/** Make the look-ups of all rows; ERR_CONFLICT when two have one id. */
int book_index(struct book *book, struct error *err) gk_must_use;
/** The row of an id; false when there is none. */
bool lookup_find(const struct lookup *lookup, const char *id, size_t *row);
/** Sort the documents and fill the lists of who refers to whom; the look-ups must be there. */
void book_link(struct book *book);

#endif
