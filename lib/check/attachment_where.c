#include <string.h>

#include "base/i18n.h"
#include "check/attachments.h"

/* What stands before the colon of a place, as the helper says it. */
static const struct {
	const char *word;
	const char *text;
} places[] = {
	{ "page", N_("page %s") },
	{ "line", N_("line %s") },
	{ "paragraph", N_("paragraph %s") },
	{ "header", N_("page header, line %s") },
	{ "footer", N_("page footer, line %s") },
	{ "footnote", N_("footnotes, line %s") },
	{ "endnote", N_("endnotes, line %s") },
	{ "table", N_("table %s") },
};

static void add(struct buf *out, const char *text, const char *number)
{
	const char *hole = strstr(text, "%s");

	buf_add(out, text, hole ? (size_t)(hole - text) : strlen(text));
	if (hole) {
		buf_adds(out, number);
		buf_adds(out, hole + 2);
	}
}

static void add_place(struct buf *out, const char *where)
{
	const char *colon = strchr(where, ':');
	size_t len = colon ? (size_t)(colon - where) : strlen(where);

	for (size_t i = 0; colon && i < ARRAY_LEN(places); i++) {
		if (strlen(places[i].word) == len &&
		    strncmp(places[i].word, where, len) == 0) {
			add(out, tr(places[i].text), colon + 1);
			return;
		}
	}
	buf_adds(out, where);
}

void attachment_add_where(const struct finding *finding, struct buf *out)
{
	const char *count = finding->args[FINDING_ARGS - 1];

	bool is_chinese = i18n_language() == LANGUAGE_ZH;

	if (!is_attachment(finding->path) || !finding->field[0])
		return;
	buf_adds(out, is_chinese ? "（" : " (");
	add_place(out, finding->field);
	if (count[0] && strcmp(count, "1") != 0)
		add(out, tr(N_("; %s in all")), count);
	buf_adds(out, is_chinese ? "）" : ")");
}
