#include "check/form.h"

#include <stdlib.h>
#include <string.h>

#include "check/form_private.h"

static const struct form all[] = {
	{ "text", N_("for people, with the line that is meant"), FORM_TOTALS, form_text },
	{ "short", N_("a line each"), FORM_TOTALS, form_short },
	{ "json", N_("for programs: schemas/output/validate.schema.json"), 0, form_json },
	{ "sarif", N_("SARIF 2.1.0, for code scanning"), FORM_WORDS, form_sarif },
	{ "junit", N_("JUnit XML, for reports of tests"), 0, form_junit },
	{ "tap", N_("Test Anything Protocol"), 0, form_tap },
	{ "github", N_("annotations of GitHub Actions"), 0, form_github },
	{ "gitlab", N_("Code Quality of GitLab CI"), 0, form_gitlab },
};

const struct form *forms(size_t *count)
{
	*count = ARRAY_LEN(all);
	return all;
}

const struct form *form_find(const char *name, size_t len)
{
	for (size_t i = 0; i < ARRAY_LEN(all); i++)
		if (strlen(all[i].name) == len && memcmp(all[i].name, name, len) == 0)
			return &all[i];
	return NULL;
}

/* ---- what the forms share ---- */

/* Findings are sorted by path and line: their own order decides among equals. */
static int by_severity(const void *left, const void *right)
{
	const struct finding *a = *(const struct finding *const *)left;
	const struct finding *b = *(const struct finding *const *)right;

	if (a->severity != b->severity)
		return a->severity > b->severity ? -1 : 1;
	return (a > b) - (a < b);
}

const struct finding *const *findings_worst_first(struct arena *arena,
						  const struct findings *findings)
{
	const struct finding **out =
		arena_array(arena, const struct finding *, findings->count + 1);

	for (size_t i = 0; i < findings->count; i++)
		out[i] = &findings->items[i];
	qsort(out, findings->count, sizeof(const struct finding *), by_severity);
	return out;
}

const char *finding_label(const struct finding *finding)
{
	const char *label =
		i18n_language() == LANGUAGE_ZH ? finding->label_zh : finding->label_en;

	return label ? label : "";
}

void waiver_text(const struct waiver *waiver, struct buf *out)
{
	char date[DATE_ISO_SIZE];
	char until[DATE_ISO_SIZE];

	buf_addf(out, tr("waived by %s on %s"), waiver->by, date_iso(waiver->date, date));
	if (date_is_set(waiver->until))
		buf_addf(out, tr(" until %s"), date_iso(waiver->until, until));
	buf_addf(out, ": %s", waiver->reason);
}
