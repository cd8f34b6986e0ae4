#include "cmd/listed.h"

#include "base/buf.h"
#include "record/describe.h"

const char *listed_comma(void)
{
	return i18n_language() == LANGUAGE_ZH ? "、" : ", ";
}

const char *choices_listed(struct app *app, const struct choices *choices)
{
	bool chinese = i18n_language() == LANGUAGE_ZH;
	auto_buf out = BUF_INIT;

	for (size_t i = 0; i < choices->count; i++)
		buf_addf(&out, "%s%s", i ? listed_comma() : "",
			 chinese ? choices->items[i].zh : choices->items[i].code);
	return buf_dup(&out, &app->arena);
}

enum exit_status complain_kind(struct app *app, const char *typed)
{
	bool chinese = i18n_language() == LANGUAGE_ZH;
	auto_buf out = BUF_INIT;
	size_t count;
	const struct kind *const *all = kinds(&count);

	for (size_t i = 0; i < count; i++)
		buf_addf(&out, "%s%s", i ? listed_comma() : "",
			 chinese ? all[i]->zh : all[i]->name);
	return complain_usage(app, tr("no kind of record is called '%s'; there are %s"),
			      typed, out.s);
}
