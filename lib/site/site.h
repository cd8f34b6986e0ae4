/*
 * The web site: static pages from public records, the same bytes each time.
 *
 * Pages are C functions over the HTML writer; a page type is a file and a row in the
 * table of pages.  The site is built beside the old one and put in its place by one
 * rename, so that a reader sees the old or the new and nothing stale remains; gk
 * deletes only folders that hold a manifest of its own.
 *
 * Layer: site.  Sees struct public_record and no other form of a record.
 */
#ifndef GK_SITE_SITE_H
#define GK_SITE_SITE_H

#include "base/date.h"
#include "base/error.h"
#include "record/public.h"

/* Where the site gets its records; records live until the callback returns. */
typedef int (*site_record_fn)(void *payload, const struct public_record *pub,
			      struct error *err);

/* A number that became another one. */
typedef int (*site_moved_fn)(void *payload, const struct kind *kind, const char *from,
			     const char *to, struct error *err);

struct site_source {
	/* Calls fn for every record of a kind that may be shown, in order of id. */
	int (*each)(void *payload, const struct kind *kind, site_record_fn fn,
		    void *fn_payload, struct error *err);
	/* Bytes of a public attachment; ERR_NOT_FOUND. */
	int (*attachment)(void *payload, const char *id, const char *file,
			  struct buf *out, struct error *err);
	/* Calls fn for every number that leads to another one; NULL where there are none. */
	int (*each_moved)(void *payload, site_moved_fn fn, void *fn_payload,
			  struct error *err);
	void *payload;
};

struct site_options {
	const char *out; /* the `public` link or folder */
	const char
		*commit; /* of the catalogue, for the manifest only; NULL without git */
	bool dry_run;
};

struct site_result {
	size_t pages;
	size_t bytes;
	size_t removed; /* pages of the site before that are gone */
};

/** Whether a site may stand at `out`: 0, or -1 when something is there that gk did not make. */
int site_check_place(const char *out, struct error *err) gk_must_use;

/** Build and switch. */
int site_build(const struct site_source *source, const struct site_options *options,
	       struct site_result *result, struct error *err) gk_must_use;

#endif
