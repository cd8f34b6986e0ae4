#include <string.h>

#include "base/buf.h"
#include "store/index_private.h"

/* Seven bits a byte, the lowest first. */
static void add_number(struct buf *out, uint32_t n)
{
	for (; n >= 0x80; n >>= 7)
		buf_addc(out, (char)(unsigned char)(n | 0x80));
	buf_addc(out, (char)(unsigned char)n);
}

static bool number_next(struct cells *cells, uint32_t *out)
{
	uint32_t n = 0;

	for (unsigned int shift = 0; shift < 32 && cells->p < cells->end; shift += 7) {
		unsigned char c = (unsigned char)*cells->p++;

		n |= (uint32_t)(c & 0x7f) << shift;
		if (c < 0x80) {
			*out = n;
			return true;
		}
	}
	return false;
}

const char *text_next(const char **p, const char *end)
{
	const char *text = *p;
	const char *nul = text < end ? memchr(text, '\0', (size_t)(end - text)) : NULL;

	if (!nul)
		return NULL;
	*p = nul + 1;
	return text;
}

void cell_add(struct buf *column, uint32_t *last_slot, const struct cell *cell)
{
	add_number(column, cell->slot - *last_slot);
	add_number(column, cell->ordinal);
	add_number(column, cell->place.line);
	add_number(column, cell->place.column);
	buf_add(column, cell->ref, strlen(cell->ref) + 1);
	buf_add(column, cell->value, strlen(cell->value) + 1);
	*last_slot = cell->slot;
}

struct cells cells_of(const struct buf *column)
{
	return (struct cells){ .p = column->s, .end = column->s + column->len };
}

bool cells_next(struct cells *cells)
{
	struct cell *cell = &cells->cell;
	uint32_t step = 0;

	if (cells->p == cells->end)
		return false;
	cells->broken = !number_next(cells, &step) ||
			!number_next(cells, &cell->ordinal) ||
			!number_next(cells, &cell->place.line) ||
			!number_next(cells, &cell->place.column);
	if (!cells->broken) {
		cell->slot += step;
		cell->ref = text_next(&cells->p, cells->end);
		cell->value = cell->ref ? text_next(&cells->p, cells->end) : NULL;
		cells->broken = !cell->value;
	}
	if (cells->broken)
		cells->p = cells->end;
	return !cells->broken;
}
