/*
 * Reading the text of OFD, the fixed-layout format of GB/T 33190-2016.
 *
 * Layer: format, in the library gk_office.
 */
#ifndef GK_FORMAT_OFD_READ_H
#define GK_FORMAT_OFD_READ_H

#include "base/error.h"

enum { OFD_MAX_LINE = 64 << 10 };

/* A line of a page, of a template or of an annotation. */
struct ofd_line {
	size_t page; /* from 1, in the order of the archive */
	const char *text;
	double left; /* millimetres from the left edge of the page */
	double right;
	double size; /* of its first characters, millimetres; 0 where nothing says */
};

/* Members may be NULL.  Texts live until they return. */
struct ofd_visitor {
	void *payload;
	void (*line)(void *payload, const struct ofd_line *line);
	/* Author, Creator, Company. */
	void (*property)(void *payload, const char *name, const char *value);
	/* A file inside it that is not read. */
	void (*part)(void *payload, const char *name);
};

/** ERR_SYNTAX when it is none or damaged, ERR_LIMIT, ERR_DENIED. */
int ofd_read(const void *bytes, size_t len, const struct ofd_visitor *visitor,
	     struct error *err) gk_must_use;

#endif
