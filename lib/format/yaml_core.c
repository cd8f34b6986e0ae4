#include "format/yaml_core.h"

#include <string.h>

struct word {
	const char *text;
	enum yaml_core type;
};

static const struct word core_words[] = {
	{ "~", YAML_CORE_NULL },      { "null", YAML_CORE_NULL },
	{ "Null", YAML_CORE_NULL },   { "NULL", YAML_CORE_NULL },
	{ "true", YAML_CORE_BOOL },   { "True", YAML_CORE_BOOL },
	{ "TRUE", YAML_CORE_BOOL },   { "false", YAML_CORE_BOOL },
	{ "False", YAML_CORE_BOOL },  { "FALSE", YAML_CORE_BOOL },
	{ ".inf", YAML_CORE_FLOAT },  { ".Inf", YAML_CORE_FLOAT },
	{ ".INF", YAML_CORE_FLOAT },  { "+.inf", YAML_CORE_FLOAT },
	{ "+.Inf", YAML_CORE_FLOAT }, { "+.INF", YAML_CORE_FLOAT },
	{ "-.inf", YAML_CORE_FLOAT }, { "-.Inf", YAML_CORE_FLOAT },
	{ "-.INF", YAML_CORE_FLOAT }, { ".nan", YAML_CORE_FLOAT },
	{ ".NaN", YAML_CORE_FLOAT },  { ".NAN", YAML_CORE_FLOAT },
};

/* Booleans of YAML 1.1, and its merge and value keys. */
static const char *const words_1_1[] = {
	"y",  "Y",  "yes", "Yes", "YES", "n",   "N",   "no", "No",
	"NO", "on", "On",  "ON",  "off", "Off", "OFF", "<<", "=",
};

enum { LONGEST_WORD = 5 };

static bool is_word(const char *word, const char *text, size_t len)
{
	return strlen(word) == len && memcmp(word, text, len) == 0;
}

/* How many bytes from `at` on are one of `set`. */
static size_t span(const char *text, size_t len, size_t at, const char *set)
{
	size_t n = 0;

	while (at + n < len && text[at + n] != '\0' && strchr(set, text[at + n]))
		n++;
	return n;
}

static const char digits[] = "0123456789";
static const char digits_1_1[] = "0123456789_";

static bool is_based(const char *text, size_t len, char letter, const char *set)
{
	return len > 2 && text[0] == '0' && text[1] == letter &&
	       span(text, len, 2, set) == len - 2;
}

/* [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )? */
static enum yaml_core number(const char *text, size_t len, const char *set)
{
	size_t at = len && (text[0] == '-' || text[0] == '+');
	const size_t whole = span(text, len, at, set);
	size_t fraction = 0;
	size_t power;

	at += whole;
	if (whole && at == len)
		return YAML_CORE_INT;
	if (at < len && text[at] == '.') {
		fraction = span(text, len, at + 1, set);
		at += 1 + fraction;
	}
	if (!whole && !fraction)
		return YAML_CORE_TEXT;
	if (at < len && (text[at] == 'e' || text[at] == 'E')) {
		at++;
		at += at < len && (text[at] == '-' || text[at] == '+');
		power = span(text, len, at, digits);
		if (!power)
			return YAML_CORE_TEXT;
		at += power;
	}
	return at == len ? YAML_CORE_FLOAT : YAML_CORE_TEXT;
}

enum yaml_core yaml_core_resolve(const char *text, size_t len)
{
	if (len == 0)
		return YAML_CORE_NULL;
	/* Everything but text begins with ASCII, and with few letters of it. */
	if (!strchr("~nNtTfF.+-0123456789", text[0]))
		return YAML_CORE_TEXT;
	if (len <= LONGEST_WORD)
		for (size_t i = 0; i < ARRAY_LEN(core_words); i++)
			if (is_word(core_words[i].text, text, len))
				return core_words[i].type;
	if (is_based(text, len, 'o', "01234567") ||
	    is_based(text, len, 'x', "0123456789abcdefABCDEF"))
		return YAML_CORE_INT;
	return number(text, len, digits);
}

enum yaml_core yaml_core_type(const struct yaml_node *scalar)
{
	if (scalar->style != YAML_PLAIN)
		return YAML_CORE_TEXT;
	return yaml_core_resolve(scalar->value, scalar->len);
}

/* 12:30 and 1:02:03.5 are numbers to the base of 60. */
static bool is_sexagesimal(const char *text, size_t len)
{
	size_t at = len && (text[0] == '-' || text[0] == '+');
	size_t groups = 0;

	at += span(text, len, at, digits_1_1);
	while (at < len && text[at] == ':') {
		const size_t n = span(text, len, at + 1, digits);

		if (n < 1 || n > 2)
			return false;
		at += 1 + n;
		groups++;
	}
	if (groups && at < len && text[at] == '.')
		at += 1 + span(text, len, at + 1, digits_1_1);
	return groups && at == len;
}

/* A date with a time behind it: 2018-07-04T08:30:00Z, 2018-7-4 8:30:00. */
static bool is_timestamp(const char *text, size_t len)
{
	size_t at = 4;

	if (span(text, len, 0, digits) != 4)
		return false;
	for (int part = 0; part < 2; part++) {
		const size_t n =
			at < len && text[at] == '-' ? span(text, len, at + 1, digits) : 0;

		if (n < 1 || n > 2)
			return false;
		at += 1 + n;
	}
	return at < len && strchr("Tt \t", text[at]) &&
	       at + span(text, len, at, "Tt \t0123456789:.+-Z") == len;
}

bool yaml_core_1_1_differs(const char *text, size_t len)
{
	const size_t sign = len && (text[0] == '-' || text[0] == '+');

	for (size_t i = 0; i < ARRAY_LEN(words_1_1); i++)
		if (is_word(words_1_1[i], text, len))
			return true;
	return number(text, len, digits_1_1) != YAML_CORE_TEXT ||
	       is_sexagesimal(text, len) || is_timestamp(text, len) ||
	       is_based(text + sign, len - sign, 'b', "01_") ||
	       is_based(text + sign, len - sign, 'x', "0123456789abcdefABCDEF_");
}
