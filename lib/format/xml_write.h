/*
 * Writing XML by elements: well-formed and escaped by construction.
 *
 *	xml_open(&x, "testcase");
 *	xml_attr(&x, "name", text);
 *	xml_text(&x, text);
 *	xml_close(&x);
 *
 * A start tag stays open for attributes until something is put inside.  An element is
 * written on lines of its own, two blanks deeper a level; one that holds text keeps it as
 * it is.  Bytes that are not UTF-8, and characters that XML has not, become U+FFFD.
 *
 * Layer: format.
 */
#ifndef GK_FORMAT_XML_WRITE_H
#define GK_FORMAT_XML_WRITE_H

#include "base/base.h"
#include "base/buf.h"

enum { XML_WRITE_MAX_DEPTH = 64 };

struct xml_writer {
	struct buf *out;
	unsigned int depth;
	bool tag_open; /* the start tag still takes attributes */
	struct {
		const char *name;
		bool has_elements;
		bool has_text;
	} stack[XML_WRITE_MAX_DEPTH];
};

/** Begin with the declaration. */
void xml_init(struct xml_writer *x, struct buf *out);
/** `name` must live until the element is closed. */
void xml_open(struct xml_writer *x, const char *name);
void xml_attr(struct xml_writer *x, const char *name, const char *value);
void xml_attr_number(struct xml_writer *x, const char *name, size_t n);
void xml_text(struct xml_writer *x, const char *text);
/** Close the innermost element. */
void xml_close(struct xml_writer *x);

#endif
