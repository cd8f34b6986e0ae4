#include <string.h>

#include "base/i18n.h"
#include "check/attachments.h"
#include "check/form_private.h"

static void add_arg(struct buf *out, const char *arg)
{
	const char *cut = strstr(arg, ARG_LABEL);

	if (strncmp(arg, ARG_MESSAGE, strlen(ARG_MESSAGE)) == 0)
		buf_adds(out, tr(arg + strlen(ARG_MESSAGE)));
	else if (!cut)
		buf_adds(out, arg);
	else if (i18n_language() == LANGUAGE_ZH)
		buf_add(out, arg, (size_t)(cut - arg));
	else
		buf_adds(out, cut + strlen(ARG_LABEL));
}

/*
 * %1 … %4 stand for the arguments; what stands between %[ and %] is left out when an
 * argument in it is empty.
 */
static void fill(struct buf *out, const char *text, const struct finding *finding)
{
	size_t start = 0;
	bool drop = false;

	for (const char *s = text; *s; s++) {
		if (s[0] != '%') {
			buf_addc(out, *s);
			continue;
		}
		s++;
		if (*s >= '1' && *s < '1' + FINDING_ARGS) {
			drop = drop || finding->args[*s - '1'][0] == '\0';
			add_arg(out, finding->args[*s - '1']);
		} else if (*s == '[') {
			start = out->len;
			drop = false;
		} else if (*s == ']' && drop) {
			buf_truncate(out, start);
		} else if (*s == '\0') {
			return;
		}
	}
}

void finding_text(const struct finding *finding, struct buf *out)
{
	fill(out, tr(rules[finding->rule].text), finding);
	attachment_add_where(finding, out);
}

void finding_hint(const struct finding *finding, struct buf *out)
{
	fill(out, tr(rules[finding->rule].hint), finding);
}

void finding_line(const struct finding *finding, struct buf *out)
{
	size_t start = out->len;

	buf_addf(out, "%s:%u:%u: %s: ", finding->path, finding->place.line,
		 finding->place.column, severity_name(finding->severity));
	finding_text(finding, out);
	buf_addf(out, " [%s]", rules[finding->rule].slug);
	text_in_one_line(out, start);
}

void rule_fill(const char *text, struct buf *out)
{
	static const struct finding any = { .args = { "…", "…", "…", "…" } };

	fill(out, text, &any);
}

void text_in_one_line(struct buf *out, size_t from)
{
	for (size_t i = from; i < out->len; i++) {
		unsigned char c = (unsigned char)out->s[i];
		bool is_c1 = c == 0xC2 && i + 1 < out->len &&
			     (unsigned char)out->s[i + 1] < 0xA0;

		if (c >= ' ' && c != 0x7F && !is_c1)
			continue;
		out->s[i] = ' ';
		if (is_c1)
			out->s[i + 1] = ' ';
	}
}
