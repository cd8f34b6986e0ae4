#include "format/yaml.h"

#include <string.h>

#include "base/utf8.h"
#include "format/yaml_core.h"

/* A character that stands for itself in no style but as an escape. */
static bool needs_escape(uint32_t code)
{
	return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 ||
	       code == 0x2029 || code == 0xFEFF || code == 0xFFFE || code == 0xFFFF;
}

/* Whether all characters but those in `but` can stand as they are. */
static bool is_clean(const char *text, size_t len, const char *but)
{
	size_t used;

	for (size_t at = 0; at < len; at += used) {
		const uint32_t code = utf8_decode(text + at, len - at, &used);

		if (needs_escape(code) && !strchr(but, text[at]))
			return false;
	}
	return true;
}

static bool is_blank_or_end(char c)
{
	return c == ' ' || c == '\0';
}

/* Whether the text begins with what YAML gives a meaning there. */
static bool starts_as_syntax(const char *text, bool flow)
{
	if (strchr(" ,[]{}#&*!|>'\"%@`", text[0]))
		return true;
	if (strchr("-?:", text[0]) && (flow || is_blank_or_end(text[1])))
		return true;
	/* At the start of a line this would be a conflict of git. */
	if (strncmp(text, "<<<<<<<", 7) == 0 || strncmp(text, "=======", 7) == 0)
		return true;
	return (strncmp(text, "---", 3) == 0 || strncmp(text, "...", 3) == 0) &&
	       is_blank_or_end(text[3]);
}

/* Whether something inside the text would end a plain scalar. */
static bool breaks_inside(const char *text, size_t len, bool flow)
{
	if (text[len - 1] == ':' || text[len - 1] == ' ' || strstr(text, ": ") ||
	    strstr(text, " #"))
		return true;
	/* libyaml takes ? for a sign almost anywhere in a flow collection. */
	return flow && strpbrk(text, ",[]{}?");
}

static bool is_plain(const char *text, size_t len, bool flow)
{
	if (len == 0 || starts_as_syntax(text, flow) || breaks_inside(text, len, flow))
		return false;
	return is_clean(text, len, "") &&
	       yaml_core_resolve(text, len) == YAML_CORE_TEXT &&
	       !yaml_core_1_1_differs(text, len);
}

static void write_escape(struct buf *out, uint32_t code)
{
	switch (code) {
	case '\n':
		buf_adds(out, "\\n");
		break;
	case '\t':
		buf_adds(out, "\\t");
		break;
	case '\r':
		buf_adds(out, "\\r");
		break;
	default:
		buf_addf(out, code < 0x100 ? "\\x%02X" : "\\u%04X", (unsigned int)code);
		break;
	}
}

static void write_quoted(struct buf *out, const char *text, size_t len)
{
	size_t used;

	buf_addc(out, '"');
	for (size_t at = 0; at < len; at += used) {
		const uint32_t code = utf8_decode(text + at, len - at, &used);

		if (needs_escape(code)) {
			write_escape(out, code);
			continue;
		}
		if (code == '"' || code == '\\')
			buf_addc(out, '\\');
		buf_add(out, text + at, used);
	}
	buf_addc(out, '"');
}

void yaml_write_scalar(struct buf *out, const char *text, bool flow)
{
	const size_t len = strlen(text);

	if (is_plain(text, len, flow))
		buf_add(out, text, len);
	else
		write_quoted(out, text, len);
}

/* A first line that begins with a blank would need its indent named in the header. */
static bool can_be_literal(const char *text, size_t len)
{
	const size_t breaks = strspn(text, "\n");

	return breaks < len && text[breaks] != ' ' && text[breaks] != '\t' &&
	       is_clean(text, len, "\n\t");
}

void yaml_write_literal(struct buf *out, const char *text, unsigned int indent)
{
	const size_t len = strlen(text);
	const char *end = text + len;

	if (!can_be_literal(text, len)) {
		write_quoted(out, text, len);
		return;
	}
	buf_addc(out, '|');
	if (end[-1] != '\n')
		buf_addc(out, '-');
	else if (len > 1 && end[-2] == '\n')
		buf_addc(out, '+');
	buf_addc(out, '\n');
	while (text < end) {
		const char *lf = memchr(text, '\n', (size_t)(end - text));
		const char *stop = lf ? lf : end;

		if (stop > text)
			buf_addf(out, "%*s", (int)indent, "");
		buf_add(out, text, (size_t)(stop - text));
		buf_addc(out, '\n');
		text = lf ? lf + 1 : end;
	}
}
