#include "format/csv.h"

#include <string.h>

#include "base/utf8.h"

/* Whether the text, any quotes before it aside, begins as formulas do. */
static bool is_guarded(const char *text)
{
	/* East Asian editions of spreadsheets take the full-width signs as well. */
	static const char *const signs[] = { "=",  "+",  "-",  "@",  "\t", "\r",
					     "\n", "＝", "＋", "－", "＠" };

	text += strspn(text, "'");
	for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
		if (!strncmp(text, signs[i], strlen(signs[i])))
			return true;
	}
	return false;
}

static void add_char(struct buf *out, uint32_t code, bool quote)
{
	if (quote && code == '"')
		buf_addc(out, '"');
	utf8_add(out, code);
}

void csv_cell(struct buf *out, const char *text, bool first)
{
	bool quote = text[strcspn(text, ",\"\r\n")] != '\0';
	size_t len = strlen(text);
	size_t used;

	if (!first)
		buf_addc(out, ',');
	if (quote)
		buf_addc(out, '"');
	if (is_guarded(text))
		buf_addc(out, '\'');
	for (size_t i = 0; i < len; i += used)
		add_char(out, utf8_decode(text + i, len - i, &used), quote);
	if (quote)
		buf_addc(out, '"');
}

void csv_end_row(struct buf *out)
{
	buf_adds(out, "\r\n");
}

const char *csv_unguarded(const char *text)
{
	return text[0] == '\'' && is_guarded(text) ? text + 1 : text;
}
