#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "cmd/inspect/look.h"
#include "cmd/inspect/piece.h"
#include "format/csv_read.h"

/* ---- into UTF-8 ---- */

/* What files are written in besides UTF-8, tried in this order. */
enum encoding { UTF_16_LITTLE, UTF_16_BIG, GB_18030, ENCODING_COUNT };

static const struct {
	const char *name;
	const char *mark; /* the first two bytes; NULL: the text must fit */
} encodings[] = {
	[UTF_16_LITTLE] = { "UTF-16LE", "\xff\xfe" },
	[UTF_16_BIG] = { "UTF-16BE", "\xfe\xff" },
	[GB_18030] = { "GB18030", NULL },
};

/* Opened before the sandbox is closed: their tables are files. */
static iconv_t decoders[ENCODING_COUNT];

void look_prepare(void)
{
	for (size_t i = 0; i < ENCODING_COUNT; i++)
		decoders[i] = iconv_open("UTF-8", encodings[i].name);
}

static bool decode(enum encoding encoding, const char *bytes, size_t len, struct buf *out)
{
	iconv_t decoder = decoders[encoding];
	auto_buf copy = BUF_INIT;
	char chunk[4096];
	char *from;

	/* NOLINTNEXTLINE(performance-no-int-to-ptr): what iconv_open() says of failure */
	if (decoder == (iconv_t)-1)
		return false;
	buf_add(&copy, bytes, len);
	from = copy.s;
	while (len > 0) {
		char *to = chunk;
		size_t room = sizeof(chunk);
		size_t left = len;
		bool stuck;

		(void)iconv(decoder, &from, &len, &to, &room);
		stuck = to == chunk && left == len;
		buf_add(out, chunk, (size_t)(to - chunk));
		if (stuck)
			return false;
	}
	return true;
}

bool look_decode(const struct looked_at *file, struct buf *out)
{
	for (enum encoding i = UTF_16_LITTLE; i <= UTF_16_BIG; i++)
		if (file->len >= 2 && memcmp(file->bytes, encodings[i].mark, 2) == 0)
			return decode(i, file->bytes + 2, file->len - 2, out);
	if (utf8_valid_prefix(file->bytes, file->len) == file->len) {
		bool marked =
			file->len >= 3 && memcmp(file->bytes, "\xef\xbb\xbf", 3) == 0;

		buf_add(out, file->bytes + (marked ? 3 : 0),
			file->len - (marked ? 3 : 0));
		return true;
	}
	return decode(GB_18030, file->bytes, file->len, out);
}

/* ---- cells and lines ---- */

static void print_cell(void *payload, const struct csv_cell_at *cell)
{
	char where[32];

	(void)payload;
	if (cell->len == 0)
		return;
	(void)snprintf(where, sizeof(where), "line:%u", cell->line);
	piece_print(&(struct piece){ .kind = PIECE_CELL,
				     .where = where,
				     .text = cell->text,
				     .len = cell->len,
				     .table = 1,
				     .row = cell->row,
				     .column = cell->column });
}

static void print_lines(const struct buf *text)
{
	const char *line = text->s;
	const char *end = text->s + text->len;

	for (uint32_t number = 1; line < end; number++) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		size_t len = (size_t)((stop ? stop : end) - line);
		char where[32];

		(void)snprintf(where, sizeof(where), "line:%u", number);
		if (len > 0)
			piece_print(&(struct piece){ .kind = PIECE_TEXT,
						     .where = where,
						     .text = line,
						     .len = len,
						     .row = number });
		line += len + 1;
	}
}

void look_at_text(const struct looked_at *file)
{
	auto_buf text = BUF_INIT;

	if (!look_decode(file, &text)) {
		piece_say(PIECE_UNREADABLE, NULL, "encoding");
		return;
	}
	if (name_ends(file->name, ".csv") || name_ends(file->name, ".tsv"))
		csv_read(text.s, text.len, csv_separator(text.s, text.len), print_cell,
			 NULL);
	else
		print_lines(&text);
}
