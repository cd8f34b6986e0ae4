#include "format/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { HEAD_MAX = 128 }; /* bytes of the line with letter and numbers */

void sheet_put(struct buf *out, const struct sheet_order *order)
{
	buf_addc(out, (char)order->op);
	for (size_t i = 0; i < SHEET_NUMBERS; i++)
		buf_addf(out, " %lu", (unsigned long)order->n[i]);
	buf_addf(out, " %zu\n", order->len);
	buf_add(out, order->text ? order->text : "", order->len);
	buf_addc(out, '\n');
}

static int not_an_order(struct error *err)
{
	return error_set(err, ERR_SYNTAX, "not an order for a sheet");
}

static bool is_op(char c)
{
	return c != '\0' && strchr("ASWPHCML", c) != NULL;
}

/* A blank and a number; *at is moved behind it. */
static bool take_number(const char **at, const char *end, unsigned long long *out)
{
	char *stop;

	if (*at == end || **at != ' ' || *at + 1 == end || (*at)[1] < '0' ||
	    (*at)[1] > '9')
		return false;
	*out = strtoull(*at + 1, &stop, 10);
	*at = stop;
	return stop <= end;
}

int sheet_take(const char *bytes, size_t len, struct sheet_order *order, size_t *used,
	       struct error *err)
{
	const char *end = memchr(bytes, '\n', len < HEAD_MAX ? len : HEAD_MAX);
	const char *at = bytes + 1;
	unsigned long long n = 0;

	*used = 0;
	if (!end)
		return len < HEAD_MAX ? 0 : not_an_order(err);
	if (!is_op(bytes[0]))
		return not_an_order(err);
	order->op = (enum sheet_op)bytes[0];
	for (size_t i = 0; i < SHEET_NUMBERS; i++) {
		if (!take_number(&at, end, &n) || n > UINT32_MAX)
			return not_an_order(err);
		order->n[i] = (uint32_t)n;
	}
	if (!take_number(&at, end, &n) || at != end || n > SHEET_MAX_TEXT)
		return not_an_order(err);
	order->text = end + 1;
	order->len = (size_t)n;
	if (len - (size_t)(order->text - bytes) < order->len + 1)
		return 0;
	if (order->text[order->len] != '\n')
		return not_an_order(err);
	*used = (size_t)(order->text - bytes) + order->len + 1;
	return 0;
}

size_t sheet_units(const char *text)
{
	size_t len = strlen(text);
	size_t units = 0;
	size_t used;

	for (size_t i = 0; i < len; i += used)
		units += utf8_decode(text + i, len - i, &used) > 0xFFFF ? 2 : 1;
	return units;
}

void sheet_ref(struct buf *out, uint32_t row, uint32_t column)
{
	char letters[8];
	size_t n = sizeof(letters);

	for (uint32_t c = column + 1; c > 0; c = (c - 1) / 26)
		letters[--n] = (char)('A' + (c - 1) % 26);
	buf_add(out, letters + n, sizeof(letters) - n);
	buf_addf(out, "%lu", (unsigned long)row + 1);
}
