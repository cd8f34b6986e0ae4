#include "screen.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

enum { ESCAPE = 0x1B };

static void need_row(struct screen *s)
{
	while (s->row >= s->row_count) {
		s->rows = realloc(s->rows, (s->row_count + 1) * sizeof(*s->rows));
		if (!s->rows)
			out_of_memory();
		memset(s->rows[s->row_count++], 0, sizeof(*s->rows));
	}
}

static struct cell *cell_at(struct screen *s, size_t column)
{
	need_row(s);
	return &s->rows[s->row][column];
}

/* A wide character that loses a half is gone. */
static void clear_cell(struct screen *s, size_t column)
{
	struct cell *cell = cell_at(s, column);

	if (cell->right && column > 0)
		memset(cell - 1, 0, sizeof(*cell));
	if (column + 1 < SCREEN_COLUMNS && cell[1].right)
		memset(cell + 1, 0, sizeof(*cell));
	memset(cell, 0, sizeof(*cell));
}

static void add_mark(struct screen *s, const char *bytes, size_t len)
{
	size_t column = s->column;
	struct cell *cell;

	if (column == 0)
		return;
	cell = cell_at(s, column - 1);
	if (cell->right)
		cell--;
	if (strlen(cell->text) + len < CELL_BYTES)
		memcpy(cell->text + strlen(cell->text), bytes, len);
}

static void put(struct screen *s, const char *bytes, size_t len)
{
	size_t width = utf8_width_n(bytes, len);

	if (width == 0) {
		add_mark(s, bytes, len);
		return;
	}
	if (s->column + width > SCREEN_COLUMNS) {
		s->row++;
		s->column = 0;
	}
	for (size_t i = 0; i < width; i++)
		clear_cell(s, s->column + i);
	memcpy(cell_at(s, s->column)->text, bytes, len);
	if (width > 1)
		cell_at(s, s->column + 1)->right = true;
	s->column += width;
}

static void erase_row(struct screen *s, size_t row, size_t column)
{
	size_t here = s->row;

	s->row = row;
	for (size_t i = column; i < SCREEN_COLUMNS; i++)
		clear_cell(s, i);
	s->row = here;
}

static void erase_below(struct screen *s)
{
	erase_row(s, s->row, s->column);
	for (size_t row = s->row + 1; row < s->row_count; row++)
		erase_row(s, row, 0);
}

/* Esc [ …: returns the bytes it has. */
static size_t sequence(struct screen *s, const char *bytes, size_t len)
{
	size_t at = 2;
	size_t n;

	while (at < len && bytes[at] >= 0x20 && bytes[at] < 0x40)
		at++;
	if (at >= len)
		return len;
	n = strtoul(bytes + 2, NULL, 10);
	n = n ? n : 1;
	if (bytes[at] == 'A')
		s->row -= n < s->row ? n : s->row;
	else if (bytes[at] == 'C')
		s->column = s->column + n < SCREEN_COLUMNS ? s->column + n
							   : SCREEN_COLUMNS - 1;
	else if (bytes[at] == 'D')
		s->column -= n < s->column ? n : s->column;
	else if (bytes[at] == 'J')
		erase_below(s);
	else if (bytes[at] == 'K')
		erase_row(s, s->row, s->column);
	return at + 1;
}

void screen_show(struct screen *s, const char *bytes, size_t len)
{
	size_t used;

	for (size_t at = 0; at < len; at += used) {
		const char *p = bytes + at;

		(void)utf8_decode(p, len - at, &used);
		if (*p == ESCAPE && at + 1 < len && p[1] == '[')
			used = sequence(s, p, len - at);
		else if (*p == '\r')
			s->column = 0;
		else if (*p == '\n')
			s->row++;
		else if (*p == '\b')
			s->column -= s->column > 0;
		else if ((unsigned char)*p >= ' ')
			put(s, p, used);
	}
}

void screen_print(const struct screen *s, struct buf *out)
{
	for (size_t row = 0; row < s->row_count; row++) {
		for (size_t i = 0; i < SCREEN_COLUMNS; i++) {
			const struct cell *cell = &s->rows[row][i];

			if (!cell->right)
				buf_adds(out, cell->text[0] ? cell->text : " ");
		}
		while (out->len > 0 && out->s[out->len - 1] == ' ')
			buf_truncate(out, out->len - 1);
		buf_addc(out, '\n');
	}
}

void screen_release(struct screen *s)
{
	free(s->rows);
}
