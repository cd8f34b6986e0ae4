/*
 * Reading ZIP archives from strangers: XLSX, DOCX and OFD are such.
 *
 * All that is inflated is counted over the life of a reader, so that an archive that grows
 * without end, or that names the same bytes a thousand times, is refused before it does
 * harm.  Nothing is written to disk: names are keys and never paths.
 *
 * Layer: format, in the library gk_office, which gk itself does not link.  The one file
 * that uses libzip is zip.c.
 */
#ifndef GK_FORMAT_ZIP_H
#define GK_FORMAT_ZIP_H

#include "base/buf.h"
#include "base/error.h"

enum {
	ZIP_READ_MAX_ENTRIES = 10000,
	ZIP_READ_MAX_TOTAL = 192 << 20, /* bytes inflated, of all entries together */
	ZIP_READ_MAX_RATIO = 250,       /* inflated to packed, of what is larger than: */
	ZIP_READ_FREE = 1 << 20,
};

struct zip_reader;

/**
 * The bytes must live as long as the reader.  ERR_SYNTAX when they are no archive, ERR_LIMIT
 * when there are too many entries, ERR_DENIED when an entry is named .. or absolutely.
 */
int zip_reader_open(const void *bytes, size_t len, struct zip_reader **out,
		    struct error *err) gk_must_use;
void zip_reader_free(struct zip_reader *reader);

size_t zip_reader_count(const struct zip_reader *reader);
/** The name of an entry, "" when it has none; lives as long as the reader. */
const char *zip_reader_name(const struct zip_reader *reader, size_t entry);
/** The entry of that name, upper or lower case; zip_reader_count() when there is none. */
size_t zip_reader_find(const struct zip_reader *reader, const char *name);

/** Gets the bytes of an entry, piece by piece; returns 0 to go on, or -1 with err set. */
typedef int (*zip_bytes_fn)(void *payload, const char *bytes, size_t len,
			    struct error *err);

/**
 * Inflate an entry.  ERR_LIMIT when that is too much, ERR_SYNTAX when it is damaged,
 * ERR_DENIED when it is encrypted; else what the function returned.
 */
int zip_reader_read(struct zip_reader *reader, size_t entry, zip_bytes_fn fn,
		    void *payload, struct error *err) gk_must_use;

#endif
