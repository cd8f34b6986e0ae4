#include "format/ofd_read.h"

#include <string.h>

#include "format/ooxml.h"

static const char *const properties[] = { "Author", "Creator" };

struct reading {
	const struct ofd_visitor *visitor;
	size_t page;
	bool in_code;
	const char *property; /* the one that is read, NULL for none */
	char top[32];         /* where the line stands, as it is written */
	struct buf line;
	struct buf value;
};

/*
 * What stands on one line is often cut into many objects, one a word or a character: those
 * whose upper edge is the same are one text, or a number in it would not be seen.
 */
static void end_line(struct reading *reading)
{
	if (reading->line.len > 0 && reading->visitor->line)
		reading->visitor->line(reading->visitor->payload, reading->page,
				       reading->line.s);
	buf_reset(&reading->line);
}

/* Boundary="left top width height". */
static void start_object(struct reading *reading, const char *const *attributes)
{
	const char *boundary = xml_attribute(attributes, "Boundary");
	const char *top = boundary ? boundary + strcspn(boundary, " ") : "";
	size_t len;

	top += strspn(top, " ");
	len = strcspn(top, " ");
	if (len >= sizeof(reading->top))
		len = sizeof(reading->top) - 1;
	if (strlen(reading->top) == len && memcmp(reading->top, top, len) == 0)
		return;
	end_line(reading);
	memcpy(reading->top, top, len);
	reading->top[len] = '\0';
}

static void start(void *payload, const char *name, const char *const *attributes)
{
	struct reading *reading = payload;

	if (strcmp(name, "TextObject") == 0)
		start_object(reading, attributes);
	reading->in_code = strcmp(name, "TextCode") == 0;
	for (size_t i = 0; i < ARRAY_LEN(properties); i++)
		if (strcmp(name, properties[i]) == 0)
			reading->property = properties[i];
	buf_reset(&reading->value);
}

static void end(void *payload, const char *name)
{
	struct reading *reading = payload;

	(void)name;
	if (reading->property && reading->value.len > 0 && reading->visitor->property)
		reading->visitor->property(reading->visitor->payload, reading->property,
					   reading->value.s);
	reading->property = NULL;
	reading->in_code = false;
}

static void text(void *payload, const char *bytes, size_t len)
{
	struct reading *reading = payload;

	if (reading->in_code && reading->line.len + len > OFD_MAX_LINE)
		end_line(reading);
	if (reading->in_code)
		buf_add(&reading->line, bytes, len);
	else if (reading->property && reading->value.len + len < OFD_MAX_LINE)
		buf_add(&reading->value, bytes, len);
}

static bool ends_with(const char *name, const char *end)
{
	size_t len = strlen(name);
	size_t n = strlen(end);

	return len >= n && strcmp(name + len - n, end) == 0;
}

static int read_entry(struct zip_reader *zip, size_t entry, struct reading *reading,
		      struct error *err)
{
	const struct xml_handler handler = {
		.payload = reading, .start = start, .end = end, .text = text
	};
	const char *name = zip_reader_name(zip, entry);

	if (strstr(name, "/Attachs/") && name[strlen(name) - 1] != '/' &&
	    !ends_with(name, ".xml") && reading->visitor->part)
		reading->visitor->part(reading->visitor->payload, name);
	if (!ends_with(name, ".xml") || strstr(name, "/Signs/"))
		return 0;
	reading->page += ends_with(name, "Content.xml");
	reading->top[0] = '\0';
	if (ooxml_read(zip, entry, &handler, err) < 0)
		return -1;
	end_line(reading);
	return 0;
}

int ofd_read(const void *bytes, size_t len, const struct ofd_visitor *visitor,
	     struct error *err)
{
	struct reading reading = { .visitor = visitor,
				   .line = BUF_INIT,
				   .value = BUF_INIT };
	struct zip_reader *zip = NULL;
	int done = zip_reader_open(bytes, len, &zip, err);

	if (done == 0 && zip_reader_find(zip, "OFD.xml") == zip_reader_count(zip))
		done = error_set(err, ERR_SYNTAX, "it has no OFD.xml");
	for (size_t i = 0; done == 0 && i < zip_reader_count(zip); i++)
		done = read_entry(zip, i, &reading, err);
	zip_reader_free(zip);
	buf_release(&reading.line);
	buf_release(&reading.value);
	return done;
}
