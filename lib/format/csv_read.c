#include "format/csv_read.h"

#include <string.h>

struct reading {
	const char *p;
	const char *end;
	char separator;
	struct csv_cell_at cell;
	struct buf text;
};

char csv_separator(const char *bytes, size_t len)
{
	static const char separators[] = ",;\t";
	size_t most = 0;
	char best = ',';
	bool quoted = false;

	for (const char *s = separators; *s; s++) {
		size_t count = 0;

		for (size_t i = 0; i < len && (quoted || bytes[i] != '\n'); i++) {
			quoted ^= bytes[i] == '"';
			count += !quoted && bytes[i] == *s;
		}
		quoted = false;
		if (count > most) {
			most = count;
			best = *s;
		}
	}
	return best;
}

/* Up to the closing quote; two of them stand for one. */
static void read_quoted(struct reading *reading)
{
	for (reading->p++; reading->p < reading->end; reading->p++) {
		if (*reading->p == '"') {
			reading->p++;
			if (reading->p == reading->end || *reading->p != '"')
				return;
		}
		reading->cell.line += *reading->p == '\n';
		buf_addc(&reading->text, *reading->p);
	}
}

static void read_cell(struct reading *reading)
{
	const char *start;

	buf_reset(&reading->text);
	if (reading->p < reading->end && *reading->p == '"')
		read_quoted(reading);
	start = reading->p;
	while (reading->p < reading->end && *reading->p != reading->separator &&
	       *reading->p != '\n' && *reading->p != '\r')
		reading->p++;
	buf_add(&reading->text, start, (size_t)(reading->p - start));
}

/* Behind the end of a line, CRLF, LF or CR; false when the row goes on. */
static bool end_row(struct reading *reading)
{
	if (reading->p < reading->end && *reading->p == reading->separator) {
		reading->p++;
		return false;
	}
	if (reading->p < reading->end && *reading->p == '\r')
		reading->p++;
	if (reading->p < reading->end && *reading->p == '\n')
		reading->p++;
	return true;
}

void csv_read(const char *bytes, size_t len, char separator, csv_cell_fn fn,
	      void *payload)
{
	struct reading reading = { .p = bytes,
				   .end = bytes + len,
				   .separator = separator,
				   .cell = { .line = 1 },
				   .text = BUF_INIT };

	while (reading.p < reading.end) {
		bool over = false;

		reading.cell.row++;
		reading.cell.column = 0;
		while (!over) {
			uint32_t line = reading.cell.line;

			reading.cell.column++;
			read_cell(&reading);
			reading.cell.text = reading.text.s;
			reading.cell.len = reading.text.len;
			struct csv_cell_at cell = reading.cell;

			cell.line = line;
			fn(payload, &cell);
			over = end_row(&reading);
		}
		reading.cell.line++;
	}
	buf_release(&reading.text);
}
