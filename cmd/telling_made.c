#include <string.h>

#include "base/buf.h"
#include "cmd/telling.h"

static void add_option(struct app *app, struct told *told, const char *name,
		       const char *value)
{
	struct told_option *grown =
		arena_array(&app->arena, struct told_option, told->option_count + 1);

	if (told->option_count)
		memcpy(grown, told->options, told->option_count * sizeof(*grown));
	grown[told->option_count++] = (struct told_option){ name, value };
	told->options = grown;
}

/* One option of the table as it was given, if it was. */
static void tell_option(struct app *app, struct told *told, const struct opt *opt,
			const void *options)
{
	const void *at = (const char *)options + opt->offset;
	const struct strings *list = at;
	char iso[DATE_ISO_SIZE];

	switch (opt->type) {
	case OPT_FLAG:
		if (*(const bool *)at)
			add_option(app, told, opt->name, "");
		break;
	case OPT_STRING:
	case OPT_CHOICE:
		if (*(const char *const *)at)
			add_option(app, told, opt->name, *(const char *const *)at);
		break;
	case OPT_LIST:
		for (size_t i = 0; i < list->count; i++)
			add_option(app, told, opt->name, list->items[i]);
		break;
	case OPT_DATE:
		if (date_is_set(*(const struct date *)at))
			add_option(app, told, opt->name,
				   arena_strdup(&app->arena,
						date_iso(*(const struct date *)at, iso)));
		break;
	case OPT_COUNT:
		if (((const struct number *)at)->set)
			add_option(
				app, told, opt->name,
				arena_printf(&app->arena, "%lld",
					     (long long)((const struct number *)at)->n));
		break;
	}
}

static const struct rule_words *words_in(struct app *app, enum language language)
{
	enum language before = i18n_language();
	struct rule_words *words =
		arena_array(&app->arena, struct rule_words, RULE_COUNT);
	auto_buf locale = BUF_INIT;

	buf_addf(&locale, "%s/../locale", app->data_dir);
	i18n_init(locale.s, language);
	for (enum rule_id id = 0; id < RULE_COUNT; id++)
		words[id] = (struct rule_words){
			.text = arena_strdup(&app->arena, tr(rules[id].text)),
			.hint = arena_strdup(&app->arena, tr(rules[id].hint)),
			.why = arena_strdup(&app->arena, tr(rules[id].why)),
		};
	i18n_init(locale.s, before);
	return words;
}

struct told telling_made(struct app *app, const void *options,
			 const struct strings *paths, struct check_result *result)
{
	struct told told = {
		.result = result,
		.worst_first = findings_worst_first(&app->arena, &result->findings),
		.names = findings_fingerprints(&app->arena, &result->findings),
		.waived = findings_fingerprints(&app->arena, &result->waived),
		.known = findings_fingerprints(&app->arena, &result->known),
		.prefix = source_prefix(app->catalogue->source),
		.version = GK_VERSION,
		.paths = paths,
	};

	if (!result->text) {
		struct check_texts *texts = arena_new(&app->arena, struct check_texts);

		result->text = check_text;
		texts->catalogue = app->catalogue;
		texts->arena = &app->arena;
		result->text_payload = texts;
	}
	for (const struct opt *o = app->command->opts; o && o->name; o++)
		if (strcmp(o->name, TELLING_FORMAT) != 0)
			tell_option(app, &told, o, options);
	if (app->rev)
		add_option(app, &told, "rev", app->rev);
	return told;
}

void telling_add_words(struct app *app, struct told *told)
{
	told->words[LANGUAGE_EN] = words_in(app, LANGUAGE_EN);
	told->words[LANGUAGE_ZH] = words_in(app, LANGUAGE_ZH);
}
