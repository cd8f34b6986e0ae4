#include "cmd/telling.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/file.h"

#define FORMAT "format"

/* ---- which forms, and where to ---- */

static enum exit_status complain_form(struct app *app, const char *name, size_t len)
{
	size_t count;
	const struct form *all = forms(&count);
	auto_buf names = BUF_INIT;

	for (size_t i = 0; i < count; i++)
		buf_addf(&names, "%s%s", i ? "|" : "", all[i].name);
	return complain_usage(app, tr("--%s: '%s' is none of %s"), FORMAT,
			      arena_strndup(&app->arena, name, len), names.s);
}

static const struct outlet *outlet_to(const struct telling *telling, const char *file)
{
	for (size_t i = 0; i < telling->count; i++) {
		const char *taken = telling->outlets[i].file;

		if (taken && file ? strcmp(taken, file) == 0 : taken == file)
			return &telling->outlets[i];
	}
	return NULL;
}

static enum exit_status add_outlet(struct app *app, struct telling *telling,
				   const char *typed)
{
	size_t len = strcspn(typed, "=");
	const struct form *form = form_find(typed, len);
	const char *file = typed[len] ? typed + len + 1 : NULL;
	const struct outlet *other;

	if (!form)
		return complain_form(app, typed, len);
	if (file && !*file)
		return complain_usage(app, tr("--%s: '%s' names no file"), FORMAT, typed);
	if (file && (strcmp(file, "-") == 0 || strcmp(file, "/dev/stdout") == 0))
		file = NULL;
	other = outlet_to(telling, file);
	if (other && !file)
		return complain_usage(app,
				      tr("--%s: only one form can go to standard output; "
					 "write one of them into a file: %s=FILE"),
				      FORMAT, form->name);
	if (other)
		return complain_usage(app, tr("--%s: two forms for the file '%s'"),
				      FORMAT, file);
	telling->outlets[telling->count++] =
		(struct outlet){ .form = form, .file = file };
	return EXIT_STATUS_OK;
}

enum exit_status telling_parse(struct app *app, const struct strings *typed,
			       struct telling *out)
{
	enum exit_status status = EXIT_STATUS_OK;

	*out = (struct telling){ .outlets = arena_array(&app->arena, struct outlet,
							typed->count + 1) };
	for (size_t i = 0; i < typed->count && status == EXIT_STATUS_OK; i++)
		status = add_outlet(app, out, typed->items[i]);
	return typed->count ? status : add_outlet(app, out, "text");
}

/* ---- what the forms are made from ---- */

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

static struct told told_of(struct app *app, const void *options,
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
		result->text = check_text;
		result->text_payload = app->catalogue;
	}
	for (const struct opt *o = app->command->opts; o && o->name; o++)
		if (strcmp(o->name, FORMAT) != 0)
			tell_option(app, &told, o, options);
	if (app->rev)
		add_option(app, &told, "rev", app->rev);
	return told;
}

/* ---- writing ---- */

/* A pipe or a device is written to, a file replaced as a whole. */
static int write_file(const char *path, const struct buf *text, struct error *err)
{
	struct stat st;
	FILE *file;
	bool failed;

	if (lstat(path, &st) < 0 || S_ISREG(st.st_mode))
		return file_write(path, text->s, text->len, FILE_FAST, err);
	file = fopen(path, "a");
	if (!file)
		return error_errno(err, "'%s'", path);
	failed = fwrite(text->s, 1, text->len, file) != text->len;
	if (fclose(file) != 0 || failed)
		return error_errno(err, "'%s'", path);
	return 0;
}

static enum exit_status write_outlet(struct app *app, const struct outlet *outlet,
				     struct told told)
{
	auto_buf text = BUF_INIT;
	struct error err;

	told.person = !outlet->file && app->terminal_out;
	told.color = !outlet->file && app->color_out;
	told.columns = app->columns;
	if (outlet->form->flags & FORM_WORDS) {
		told.words[LANGUAGE_EN] = words_in(app, LANGUAGE_EN);
		told.words[LANGUAGE_ZH] = words_in(app, LANGUAGE_ZH);
	}
	outlet->form->write(&told, &text);
	/* Whether it arrived on standard output is seen when the program ends. */
	if (!outlet->file)
		(void)fwrite(text.s, 1, text.len, app->out);
	else if (strcmp(outlet->file, "/dev/stderr") == 0)
		(void)fwrite(text.s, 1, text.len, app->err);
	else if (write_file(outlet->file, &text, &err) < 0)
		return complain_error(app, &err);
	return EXIT_STATUS_OK;
}

static void say_totals(struct app *app, const struct check_result *result)
{
	const struct findings *f = &result->findings;
	size_t errors = findings_count(f, SEVERITY_ERROR);
	size_t warnings = findings_count(f, SEVERITY_WARNING);
	size_t notes = findings_count(f, SEVERITY_INFO);

	say(app, tr("gk: %zu records: %zu errors, %zu warnings, %zu notes"),
	    result->records, errors, warnings, notes);
	if (result->waived.count > 0)
		say(app, tr("gk: %zu findings are waived in their records"),
		    result->waived.count);
	if (result->known.count > 0)
		say(app, tr("gk: %zu findings are in the baseline and do not count"),
		    result->known.count);
}

enum exit_status telling_print(struct app *app, const struct telling *telling,
			       const void *options, const struct strings *paths,
			       struct check_result *result)
{
	struct told told = told_of(app, options, paths, result);
	const struct outlet *out = outlet_to(telling, NULL);
	enum exit_status status = EXIT_STATUS_OK;

	for (size_t i = 0; i < telling->count; i++)
		if (write_outlet(app, &telling->outlets[i], told) != EXIT_STATUS_OK)
			status = EXIT_STATUS_FAILED;
	if (!out || (out->form->flags & FORM_TOTALS))
		say_totals(app, result);
	if (status == EXIT_STATUS_OK &&
	    findings_worst(&result->findings) == SEVERITY_ERROR)
		status = EXIT_STATUS_FINDINGS;
	return status;
}
