#include "format/xml.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

struct xml_reader {
	XML_Parser parser;
	struct xml_handler handler;
	unsigned int depth;
	size_t fed;
	enum error_code stopped; /* why we stopped it ourselves */
};

static const char *local_name(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon ? colon + 1 : name;
}

const char *xml_attribute(const char *const *attributes, const char *name)
{
	for (size_t i = 0; attributes[i] && attributes[i + 1]; i += 2)
		if (strcmp(local_name(attributes[i]), name) == 0)
			return attributes[i + 1];
	return NULL;
}

bool xml_is_on(const char *value)
{
	return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0 ||
			 strcmp(value, "on") == 0);
}

static void stop(struct xml_reader *reader, enum error_code why)
{
	reader->stopped = why;
	(void)XML_StopParser(reader->parser, XML_FALSE);
}

static void XMLCALL on_start(void *user, const XML_Char *name,
			     const XML_Char **attributes)
{
	struct xml_reader *reader = user;

	if (++reader->depth > XML_MAX_DEPTH) {
		stop(reader, ERR_LIMIT);
		return;
	}
	if (reader->handler.start)
		reader->handler.start(reader->handler.payload, local_name(name),
				      (const char *const *)attributes);
}

static void XMLCALL on_end(void *user, const XML_Char *name)
{
	struct xml_reader *reader = user;

	reader->depth--;
	if (reader->handler.end)
		reader->handler.end(reader->handler.payload, local_name(name));
}

static void XMLCALL on_text(void *user, const XML_Char *text, int len)
{
	struct xml_reader *reader = user;

	if (reader->handler.text)
		reader->handler.text(reader->handler.payload, text, (size_t)len);
}

static void XMLCALL on_doctype(void *user, const XML_Char *name, const XML_Char *sysid,
			       const XML_Char *pubid, int has_subset)
{
	(void)name;
	(void)sysid;
	(void)pubid;
	(void)has_subset;
	stop(user, ERR_DENIED);
}

struct xml_reader *xml_reader_new(const struct xml_handler *handler)
{
	struct xml_reader *reader = calloc(1, sizeof(*reader));

	if (!reader)
		out_of_memory();
	reader->handler = *handler;
	reader->parser = XML_ParserCreate(NULL);
	if (!reader->parser)
		out_of_memory();
	XML_SetUserData(reader->parser, reader);
	XML_SetElementHandler(reader->parser, on_start, on_end);
	XML_SetCharacterDataHandler(reader->parser, on_text);
	XML_SetStartDoctypeDeclHandler(reader->parser, on_doctype);
	return reader;
}

void xml_reader_free(struct xml_reader *reader)
{
	if (!reader)
		return;
	XML_ParserFree(reader->parser);
	free(reader);
}

static int explain(const struct xml_reader *reader, struct error *err)
{
	switch (reader->stopped) {
	case ERR_LIMIT:
		return error_set(err, ERR_LIMIT, "it nests deeper than %d",
				 XML_MAX_DEPTH);
	case ERR_DENIED:
		return error_set(err, ERR_DENIED, "it declares a document type");
	case ERR_NONE:
	case ERR_SYSTEM:
	case ERR_NOT_FOUND:
	case ERR_SYNTAX:
	case ERR_EXTERNAL:
	case ERR_CONFLICT:
	case ERR_AMBIGUOUS:
		break;
	}
	return error_set(err, ERR_SYNTAX, "line %lu: %s",
			 (unsigned long)XML_GetCurrentLineNumber(reader->parser),
			 XML_ErrorString(XML_GetErrorCode(reader->parser)));
}

int xml_reader_feed(struct xml_reader *reader, const char *bytes, size_t len, bool last,
		    struct error *err)
{
	XML_Index at;

	if (XML_Parse(reader->parser, bytes, (int)len, last) == XML_STATUS_ERROR)
		return explain(reader, err);
	/* expat reads a token that is not finished again with each piece. */
	reader->fed += len;
	at = XML_GetCurrentByteIndex(reader->parser);
	if (at >= 0 && reader->fed > (size_t)at + XML_MAX_TOKEN)
		return error_set(err, ERR_LIMIT, "a part longer than %d MiB",
				 XML_MAX_TOKEN >> 20);
	return 0;
}
