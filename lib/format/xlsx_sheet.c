#include <stdlib.h>
#include <string.h>

#include "format/xlsx_private.h"

enum { MAX_COLUMN_RANGES = 20000 };

/* Where in a cell the text stands. */
enum within { WITHIN_NOTHING, WITHIN_VALUE, WITHIN_INLINE, WITHIN_PAGE };

struct reading {
	struct xlsx_book *book;
	const struct xlsx_sheet *sheet;
	bool hidden[XLSX_MAX_COLUMNS + 1]; /* of each column */
	size_t range_count;
	uint32_t row; /* of the cell read last */
	uint32_t column;
	bool row_hidden;
	enum within within;
	unsigned int reading_aid; /* depth inside rPh */
	bool computed;
	bool full;
	char type; /* first letter of what kind of value it has: n, s, i, b, e, d, t (str) */
	size_t style;
	struct buf text;
};

static size_t number_of(const char *text)
{
	long n = text ? strtol(text, NULL, 10) : 0;

	return n > 0 ? (size_t)n : 0;
}

/* ---- what begins ---- */

static void add_columns(struct reading *reading, const char *const *attributes)
{
	size_t first = number_of(xml_attribute(attributes, "min"));
	size_t last = number_of(xml_attribute(attributes, "max"));

	if (!xml_is_on(xml_attribute(attributes, "hidden")) || first == 0 ||
	    first > last || first > XLSX_MAX_COLUMNS ||
	    reading->range_count++ >= MAX_COLUMN_RANGES)
		return;
	if (last > XLSX_MAX_COLUMNS)
		last = XLSX_MAX_COLUMNS;
	memset(reading->hidden + first, true, last - first + 1);
}

static void start_row(struct reading *reading, const char *const *attributes)
{
	size_t row = number_of(xml_attribute(attributes, "r"));

	reading->row = row > 0 && row <= XLSX_MAX_ROWS ? (uint32_t)row : reading->row + 1;
	reading->column = 0;
	reading->row_hidden = xml_is_on(xml_attribute(attributes, "hidden"));
}

/* str is the text of a formula, s the number of a shared one. */
static char type_of(const char *type)
{
	if (!type)
		return 'n';
	if (strcmp(type, "str") == 0)
		return 't';
	if (strcmp(type, "inlineStr") == 0)
		return 'i';
	return type[0];
}

static void start_cell(struct reading *reading, const char *const *attributes)
{
	const char *ref = xml_attribute(attributes, "r");
	uint32_t row;
	uint32_t column;

	if (ref && xlsx_parse_ref(ref, &row, &column, NULL)) {
		reading->column = column;
	} else {
		row = 1;
		reading->column++;
	}
	/* A cell that stands in no row: its own name tells one. */
	if (reading->row == 0)
		reading->row = row;
	reading->type = type_of(xml_attribute(attributes, "t"));
	reading->style = number_of(xml_attribute(attributes, "s"));
	reading->computed = false;
	buf_reset(&reading->text);
}

static void tell_merged(const struct reading *reading, const char *const *attributes)
{
	const struct xlsx_visitor *visitor = reading->book->visitor;
	const char *ref = xml_attribute(attributes, "ref");
	struct xlsx_range range;
	const char *end;

	if (!visitor->merged || !ref ||
	    !xlsx_parse_ref(ref, &range.row, &range.column, &end) || *end != ':' ||
	    !xlsx_parse_ref(end + 1, &range.last_row, &range.last_column, NULL))
		return;
	visitor->merged(visitor->payload, &range);
}

/* oddHeader, evenFooter, firstHeader … */
static bool is_page_text(const char *name)
{
	size_t len = strlen(name);

	return len > 6 && (strcmp(name + len - 6, "Header") == 0 ||
			   strcmp(name + len - 6, "Footer") == 0);
}

static void start(void *payload, const char *name, const char *const *attributes)
{
	struct reading *reading = payload;

	if (strcmp(name, "c") == 0) {
		start_cell(reading, attributes);
	} else if (strcmp(name, "v") == 0) {
		reading->within = WITHIN_VALUE;
	} else if (strcmp(name, "t") == 0) {
		reading->within = WITHIN_INLINE;
	} else if (strcmp(name, "f") == 0) {
		reading->computed = true;
	} else if (strcmp(name, "rPh") == 0) {
		reading->reading_aid++;
	} else if (strcmp(name, "row") == 0) {
		start_row(reading, attributes);
	} else if (strcmp(name, "col") == 0) {
		add_columns(reading, attributes);
	} else if (strcmp(name, "mergeCell") == 0) {
		tell_merged(reading, attributes);
	} else if (is_page_text(name)) {
		reading->within = WITHIN_PAGE;
		buf_reset(&reading->text);
	}
}

/* ---- what ends ---- */

static enum xlsx_type cell_type(const struct reading *reading)
{
	switch (reading->type) {
	case 's':
	case 'i':
	case 't':
		return XLSX_TEXT;
	case 'b':
		return XLSX_BOOLEAN;
	case 'e':
		return XLSX_ERROR;
	case 'd':
		return XLSX_DATE;
	default:
		break;
	}
	return reading->style < reading->book->style_count &&
			       reading->book->dates[reading->style]
		       ? XLSX_DATE
		       : XLSX_NUMBER;
}

static void end_cell(const struct reading *reading)
{
	const struct xlsx_book *book = reading->book;
	struct xlsx_cell cell = {
		.sheet = reading->sheet,
		.row = reading->row,
		.column = reading->column,
		.type = cell_type(reading),
		.text = reading->text.s,
		.len = reading->text.len,
		.row_hidden = reading->row_hidden,
		.column_hidden = reading->column <= XLSX_MAX_COLUMNS &&
				 reading->hidden[reading->column],
		.computed = reading->computed,
	};

	if (reading->type == 's') {
		size_t i = number_of(reading->text.s);

		if (reading->text.len == 0 || i >= book->text_count)
			return;
		cell.text = book->texts.s + book->starts[i];
		cell.len = strlen(cell.text);
	}
	if ((cell.len > 0 || cell.computed) && book->visitor->cell)
		book->visitor->cell(book->visitor->payload, &cell);
}

static void end_page_text(struct reading *reading)
{
	const struct xlsx_visitor *visitor = reading->book->visitor;

	if (visitor->text && reading->text.len > 0)
		visitor->text(visitor->payload, reading->sheet, reading->text.s);
	buf_reset(&reading->text);
}

static void end(void *payload, const char *name)
{
	struct reading *reading = payload;

	if (strcmp(name, "c") == 0)
		end_cell(reading);
	else if (strcmp(name, "rPh") == 0)
		reading->reading_aid--;
	else if (is_page_text(name))
		end_page_text(reading);
	else if (strcmp(name, "v") != 0 && strcmp(name, "t") != 0)
		return;
	reading->within = WITHIN_NOTHING;
}

static void text(void *payload, const char *bytes, size_t len)
{
	struct reading *reading = payload;

	if (reading->within == WITHIN_NOTHING || reading->reading_aid)
		return;
	if (reading->text.len + len <= XLSX_MAX_CELL)
		buf_add(&reading->text, bytes, len);
	else
		reading->full = true;
}

int xlsx_read_sheet(struct xlsx_book *book, size_t sheet, struct error *err)
{
	struct reading reading = {
		.book = book,
		.sheet = list_at(&book->sheets, struct xlsx_sheet, sheet),
		.text = BUF_INIT,
	};
	const struct xml_handler handler = {
		.payload = &reading, .start = start, .end = end, .text = text
	};
	int done =
		ooxml_read_part(book->zip, book->parts.items[sheet], &handler, NULL, err);

	buf_release(&reading.text);
	if (done == 0 && reading.full)
		return error_set(err, ERR_LIMIT, "a cell of more than %d MiB",
				 XLSX_MAX_CELL >> 20);
	return done;
}
