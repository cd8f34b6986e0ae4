#include <string.h>

#include "base/i18n.h"
#include "check/finding.h"

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
}

void finding_hint(const struct finding *finding, struct buf *out)
{
	fill(out, tr(rules[finding->rule].hint), finding);
}
