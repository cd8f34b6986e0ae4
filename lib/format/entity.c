#include "format/entity.h"

#include <string.h>

#include "base/utf8.h"

enum { NAME_SIZE = 8 };

static uint32_t number_of(const char *digits, size_t len, unsigned int base)
{
	uint32_t n = 0;

	for (size_t i = 0; i < len && n <= 0x10ffff; i++) {
		char c = digits[i];
		unsigned int digit =
			(unsigned int)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);

		n = n * base + digit;
	}
	return n;
}

static uint32_t numeric_entity(const char *s, size_t len)
{
	bool hex = (s[2] | 0x20) == 'x';
	uint32_t c = hex ? number_of(s + 3, len - 4, 16) : number_of(s + 2, len - 3, 10);

	if (c == '\n' || c == '\r')
		return ' ';
	if (!c || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0xfffd;
	return c;
}

static uint32_t named_entity(const char *s, size_t len)
{
	static const struct {
		char name[NAME_SIZE];
		uint32_t code;
	} entities[] = {
		{ "amp", '&' },       { "lt", '<' },        { "gt", '>' },
		{ "quot", '"' },      { "apos", '\'' },     { "nbsp", 0xa0 },
		{ "ensp", 0x2002 },   { "emsp", 0x2003 },   { "thinsp", 0x2009 },
		{ "middot", 0xb7 },   { "times", 0xd7 },    { "deg", 0xb0 },
		{ "sect", 0xa7 },     { "copy", 0xa9 },     { "reg", 0xae },
		{ "yen", 0xa5 },      { "plusmn", 0xb1 },   { "ndash", 0x2013 },
		{ "mdash", 0x2014 },  { "lsquo", 0x2018 },  { "rsquo", 0x2019 },
		{ "ldquo", 0x201c },  { "rdquo", 0x201d },  { "bull", 0x2022 },
		{ "hellip", 0x2026 }, { "permil", 0x2030 }, { "laquo", 0xab },
		{ "raquo", 0xbb },    { "rarr", 0x2192 },   { "larr", 0x2190 },
	};

	for (size_t i = 0; i < ARRAY_LEN(entities); i++) {
		const char *name = entities[i].name;

		if (strlen(name) == len - 2 && !memcmp(name, s + 1, len - 2))
			return entities[i].code;
	}
	return 0;
}

void entity_decode(struct buf *out, const char *s, size_t len)
{
	uint32_t c = s[1] == '#' ? numeric_entity(s, len) : named_entity(s, len);

	if (c)
		utf8_add(out, c);
	else
		buf_add(out, s, len);
}
