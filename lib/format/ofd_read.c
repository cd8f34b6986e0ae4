#include "format/ofd_read.h"

#include <stdlib.h>
#include <string.h>

#include "format/ooxml.h"

static const char *const properties[] = { "Author", "Creator" };

static const double same_line = 0.7; /* millimetres: less than any line is high */

struct reading {
	const struct ofd_visitor *visitor;
	size_t page;
	bool in_code;
	const char *property; /* the one that is read, NULL for none */
	double object[3];     /* left, top and width of the text that is read */
	double base;          /* of the line: what its characters stand on */
	struct ofd_line at;   /* where the line stands, without page and text */
	struct buf line;
	struct buf value;
};

static void end_line(struct reading *reading)
{
	struct ofd_line line = reading->at;

	line.page = reading->page;
	line.text = reading->line.s;
	if (reading->line.len > 0 && reading->visitor->line)
		reading->visitor->line(reading->visitor->payload, &line);
	buf_reset(&reading->line);
}

static double number(const char *const *attributes, const char *name)
{
	const char *value = xml_attribute(attributes, name);

	return value ? strtod(value, NULL) : 0;
}

/* Boundary="left top width height". */
static void start_object(struct reading *reading, const char *const *attributes)
{
	const char *boundary = xml_attribute(attributes, "Boundary");
	char *end = NULL;

	for (size_t i = 0; i < ARRAY_LEN(reading->object); i++) {
		reading->object[i] = boundary ? strtod(boundary, &end) : 0;
		boundary = end;
	}
	if (reading->line.len == 0)
		reading->at.size = number(attributes, "Size");
}

/*
 * What stands on one line is often cut into many objects, one a word or a character: those
 * whose characters stand on the same line are one text, or a number in it would not be seen.
 */
static void start_code(struct reading *reading, const char *const *attributes)
{
	double left = reading->object[0] + number(attributes, "X");
	double right = reading->object[0] + reading->object[2];
	double base = reading->object[1] + number(attributes, "Y");
	double drop = base - reading->base;

	if (reading->line.len == 0 || drop > same_line || drop < -same_line) {
		end_line(reading);
		reading->at.left = left;
		reading->at.right = right;
		reading->base = base;
		return;
	}
	/* A gap of more than a character was typed with blanks. */
	if (reading->at.size > 0 && left - reading->at.right > 1.5 * reading->at.size &&
	    reading->line.len < OFD_MAX_LINE)
		buf_addc(&reading->line, ' ');
	if (right > reading->at.right)
		reading->at.right = right;
}

static void start(void *payload, const char *name, const char *const *attributes)
{
	struct reading *reading = payload;

	if (strcmp(name, "TextObject") == 0)
		start_object(reading, attributes);
	reading->in_code = strcmp(name, "TextCode") == 0;
	if (reading->in_code)
		start_code(reading, attributes);
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
