#include "format/xlsx_read.h"

#include <string.h>

#include "format/xlsx_private.h"

/* ---- references ---- */

const char *xlsx_ref(uint32_t row, uint32_t column, char out[XLSX_REF_SIZE])
{
	char letters[8];
	size_t count = 0;
	size_t len = 0;
	char digits[12];
	size_t digit_count = 0;

	while (column > 0 && count < sizeof(letters)) {
		letters[count++] = (char)('A' + (column - 1) % 26);
		column = (column - 1) / 26;
	}
	while (count > 0)
		out[len++] = letters[--count];
	while (row > 0) {
		digits[digit_count++] = (char)('0' + row % 10);
		row /= 10;
	}
	while (digit_count > 0 && len + 1 < XLSX_REF_SIZE)
		out[len++] = digits[--digit_count];
	out[len] = '\0';
	return out;
}

bool xlsx_parse_ref(const char *ref, uint32_t *row, uint32_t *column, const char **end)
{
	uint32_t c = 0;
	uint32_t r = 0;

	ref += *ref == '$';
	for (; *ref >= 'A' && *ref <= 'Z' && c <= XLSX_MAX_COLUMNS; ref++)
		c = c * 26 + (uint32_t)(*ref - 'A') + 1;
	ref += *ref == '$';
	for (; *ref >= '0' && *ref <= '9' && r <= XLSX_MAX_ROWS; ref++)
		r = r * 10 + (uint32_t)(*ref - '0');
	if (c == 0 || c > XLSX_MAX_COLUMNS || r == 0 || r > XLSX_MAX_ROWS)
		return false;
	*row = r;
	*column = c;
	if (end)
		*end = ref;
	return true;
}

/* ---- the whole ---- */

static int tell_properties(struct xlsx_book *book, struct error *err)
{
	struct list properties = { 0 };

	if (!book->visitor->property)
		return 0;
	if (ooxml_properties(book->zip, &book->arena, &properties, err) < 0)
		return -1;
	for (size_t i = 0; i < properties.count; i++)
		book->visitor->property(book->visitor->payload,
					list_at(&properties, struct ooxml_property, i));
	return 0;
}

/* Copies of data that no sheet shows: what a pivot table, a link or a model was made from. */
static const char *const unread[] = { "xl/pivotCache/pivotCacheRecords",
				      "xl/externalLinks/externalLink", "xl/embeddings/",
				      "xl/model/" };

static void tell_parts(const struct xlsx_book *book)
{
	size_t count = zip_reader_count(book->zip);

	for (size_t i = 0; book->visitor->part && i < count; i++) {
		const char *name = zip_reader_name(book->zip, i);

		for (size_t n = 0; n < ARRAY_LEN(unread); n++)
			if (strncmp(name, unread[n], strlen(unread[n])) == 0)
				book->visitor->part(book->visitor->payload, name);
	}
}

static int read_sheets(struct xlsx_book *book, struct error *err)
{
	for (size_t i = 0; i < book->sheets.count; i++) {
		const struct xlsx_sheet *sheet =
			list_at(&book->sheets, struct xlsx_sheet, i);

		if (book->visitor->sheet)
			book->visitor->sheet(book->visitor->payload, sheet);
		if (xlsx_read_sheet(book, i, err) < 0 ||
		    xlsx_read_notes(book, i, err) < 0)
			return -1;
	}
	return 0;
}

int xlsx_read(const void *bytes, size_t len, const struct xlsx_visitor *visitor,
	      struct error *err)
{
	struct xlsx_book book = { .arena = ARENA_INIT,
				  .visitor = visitor,
				  .texts = BUF_INIT };
	int done = zip_reader_open(bytes, len, &book.zip, err);

	if (done == 0)
		done = xlsx_read_book(&book, err);
	if (done == 0)
		done = tell_properties(&book, err);
	if (done == 0)
		done = read_sheets(&book, err);
	if (done == 0)
		tell_parts(&book);
	zip_reader_free(book.zip);
	buf_release(&book.texts);
	arena_clear(&book.arena);
	return done;
}
