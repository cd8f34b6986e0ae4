#include <ctype.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "check/check_private.h"

/*
 * What libyaml says, by how it begins, and what a clerk most likely did.  More of its words
 * come first where a shorter text begins alike.
 */
static const struct {
	const char *said;
	const char *cause;
} causes[] = {
	{ "mapping values are not allowed",
	  N_("a second colon stands in this line; put the text with ': ' in it into "
	     "quotes") },
	{ "could not find expected ':'",
	  N_("a line without a key; a text of several lines is indented below key: |") },
	{ "found unexpected end of stream while scanning a quoted",
	  N_("a quote is opened here and never closed") },
	{ "found unexpected end of stream",
	  N_("the file ends in the middle of a value") },
	{ "did not find expected ',' or ']'",
	  N_("the bracket [ is not closed, or a comma is missing between two values") },
	{ "did not find expected ',' or '}'",
	  N_("the brace { is not closed, or a comma is missing between two members") },
	{ "did not find expected key",
	  N_("the line is indented differently from those it belongs to, or text stands "
	     "behind a closing quote") },
	{ "did not find expected '-' indicator",
	  N_("the entries of the list do not begin in one column") },
	{ "block sequence entries are not allowed",
	  N_("a list begins on a line of its own, with '- ' in front of each entry") },
	{ "found character that cannot start any token",
	  N_("a value may not begin with % @ or `: put it in quotes") },
	{ "did not find expected alphabetic or numeric character",
	  N_("a value may not begin with * or &: put it in quotes") },
	{ "found unknown escape character",
	  N_("a backslash in double quotes: use single quotes, or write it twice") },
	{ "did not find expected hexdecimal number",
	  N_("a backslash in double quotes: use single quotes, or write it twice") },
	{ "found invalid Unicode character escape code",
	  N_("a backslash in double quotes: use single quotes, or write it twice") },
	{ "did not find expected comment or line break",
	  N_("a text of several lines begins on the line below | or >") },
	{ "did not find expected node content",
	  N_("a value is missing between two commas or brackets") },
	{ "found unexpected document indicator",
	  N_("a line --- or ... stands inside a value") },
	{ "did not find expected <document start>",
	  N_("what stands here belongs to no key; perhaps a line before it is indented "
	     "wrongly") },
	{ "found an indentation indicator equal to 0",
	  N_("a text of several lines begins with | alone") },
	{ "mapping keys are not allowed",
	  N_("a question mark with a blank begins a key: put the text in quotes") },
	{ "block mapping",
	  N_("the line is indented differently from those it belongs to") },
};

/* The line that the place is in, without its end. */
static const char *line_at(const struct yaml_tree *tree, uint32_t line, size_t *len)
{
	const char *at = tree->bytes;
	const char *end = tree->bytes + tree->len;

	for (uint32_t i = 1; i < line && at < end; i++) {
		const char *next = memchr(at, '\n', (size_t)(end - at));

		at = next ? next + 1 : end;
	}
	const char *stop = memchr(at, '\n', (size_t)(end - at));

	*len = (size_t)((stop ? stop : end) - at);
	return at;
}

/* title:植树 : a key and its colon, and no blank between them and the value. */
static bool lacks_blank(const char *line, size_t len)
{
	size_t i = 0;

	while (i < len && (line[i] == ' ' || line[i] == '-'))
		i++;
	if (i == len || !islower((unsigned char)line[i]))
		return false;
	while (i < len && (islower((unsigned char)line[i]) ||
			   isdigit((unsigned char)line[i]) || line[i] == '-'))
		i++;
	return i + 1 < len && line[i] == ':' && line[i + 1] != ' ' &&
	       line[i + 1] != '\r' && line[i + 1] != '/';
}

/* The colon that libyaml stopped at is that of the line's key: then the blanks before it are wrong. */
static bool is_first_colon(const struct record *record,
			   const struct record_problem *problem)
{
	size_t len;
	const char *line = line_at(&record->tree, problem->place.line, &len);
	const char *colon = memchr(line, ':', len);

	return len > 0 && line[0] == ' ' && colon &&
	       utf8_count(line, (size_t)(colon - line)) + 1 == problem->place.column;
}

const char *syntax_cause(const struct record *record,
			 const struct record_problem *problem)
{
	for (uint32_t back = 0; back < 2 && back < problem->place.line; back++) {
		size_t len;
		const char *line =
			line_at(&record->tree, problem->place.line - back, &len);

		if (lacks_blank(line, len))
			return N_("no blank stands behind the colon of a key; write key: "
				  "value");
	}
	if (strncmp(problem->args[0], causes[0].said, strlen(causes[0].said)) == 0 &&
	    is_first_colon(record, problem))
		return N_("the line is indented further than the one that it follows");
	for (size_t i = 0; i < ARRAY_LEN(causes); i++)
		if (strncmp(problem->args[0], causes[i].said, strlen(causes[i].said)) ==
		    0)
			return causes[i].cause;
	return NULL;
}
