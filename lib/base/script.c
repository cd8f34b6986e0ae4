#include "base/script.h"

#include <stdlib.h>

#include "base/utf8.h"

struct pair {
	uint32_t from;
	uint32_t to;
};

/* In order of `from`; made by traditional.awk. */
static const struct pair pairs[] = {
#include "base/traditional.inc"
};

static int compare(const void *code, const void *row)
{
	uint32_t wanted = *(const uint32_t *)code;
	const struct pair *pair = row;

	return (wanted > pair->from) - (wanted < pair->from);
}

uint32_t script_simplified(uint32_t code)
{
	const struct pair *found;

	if (code < pairs[0].from)
		return code;
	found = bsearch(&code, pairs, ARRAY_LEN(pairs), sizeof(pairs[0]), compare);
	return found ? found->to : code;
}

/* Bytes before the first character that has another form. */
static size_t same_prefix(const char *s, size_t len)
{
	size_t at = 0;

	while (at < len) {
		size_t used;
		uint32_t code = utf8_decode(s + at, len - at, &used);

		if (script_simplified(code) != code)
			break;
		at += used;
	}
	return at;
}

void script_fold(struct buf *text, size_t from)
{
	auto_buf rest = BUF_INIT;
	size_t same = same_prefix(text->s + from, text->len - from);

	if (from + same == text->len)
		return;
	buf_add(&rest, text->s + from + same, text->len - from - same);
	buf_truncate(text, from + same);
	for (size_t at = 0, used; at < rest.len; at += used) {
		uint32_t code = utf8_decode(rest.s + at, rest.len - at, &used);
		uint32_t simplified = script_simplified(code);

		if (simplified == code)
			buf_add(text, rest.s + at, used);
		else
			utf8_add(text, simplified);
	}
}
