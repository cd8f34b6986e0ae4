/*
 * Reading the XML of strangers, as a stream.
 *
 * Names come without the prefix of their namespace: w:p is "p", in the transitional and
 * the strict form of OOXML alike.  A document type is refused, so that there are no
 * entities but the five of XML itself: neither ones that multiply nor ones that name files.
 *
 * Layer: format, in the library gk_office.  The one file that uses expat is xml.c.
 */
#ifndef GK_FORMAT_XML_H
#define GK_FORMAT_XML_H

#include "base/base.h"
#include "base/error.h"

enum {
	XML_MAX_DEPTH = 200,
	XML_MAX_TOKEN = 4 << 20, /* bytes of one tag, one attribute, one comment */
};

/* Members may be NULL. */
struct xml_handler {
	void *payload;
	/* `attributes`: name, value, …, NULL; for xml_attribute(). */
	void (*start)(void *payload, const char *name, const char *const *attributes);
	void (*end)(void *payload, const char *name);
	/* Text comes in pieces of any length. */
	void (*text)(void *payload, const char *text, size_t len);
};

/** The value of an attribute, with or without prefix; NULL when it is not there. */
const char *xml_attribute(const char *const *attributes, const char *name);
/** Whether it is there and says 1, true or on; OOXML leaves out the value for true. */
bool xml_is_on(const char *value);

struct xml_reader;

struct xml_reader *xml_reader_new(const struct xml_handler *handler);
void xml_reader_free(struct xml_reader *reader);
/** Read on; `last` ends the document.  ERR_SYNTAX, ERR_LIMIT, or ERR_DENIED for a document type. */
int xml_reader_feed(struct xml_reader *reader, const char *bytes, size_t len, bool last,
		    struct error *err) gk_must_use;

#endif
