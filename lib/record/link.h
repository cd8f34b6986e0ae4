/*
 * Links of a text into the catalogue itself, as they are on the site, where a record is
 * <dir>/<id>.html and its files are attachments/<id>/<name>.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_LINK_H
#define GK_RECORD_LINK_H

#include "base/buf.h"

/** Whether a target is another place than the catalogue: http:, mailto:, //host, or a part of the page. */
bool link_leads_out(const char *target, size_t len);

/**
 * Append the way from the root of the site to what a page in the folder `dir` ("documents")
 * links to; what follows # is left out.
 */
void link_path(const char *dir, const char *target, size_t len, struct buf *out);

#endif
