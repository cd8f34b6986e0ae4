/*
 * What a server takes (gk-hook(1)): the branch that HEAD names only grows; every commit
 * that is new is judged against each of its parents, and what differs in the end within
 * itself, all by the catalogue.yaml that the server has already.
 */
#include <string.h>

#include "base/buf.h"
#include "check/steps.h"
#include "cmd/hooks.h"
#include "cmd/telling.h"

enum { LINE_ROOM = 4096 };

/* One line of standard input. */
struct update {
	const char *old; /* NULL: the reference is new */
	const char *new; /* NULL: it is deleted */
	const char *ref;
};

static const char *id_or_null(struct app *app, const char *hex, size_t len)
{
	return strspn(hex, "0") >= len ? NULL : arena_strndup(&app->arena, hex, len);
}

static bool read_update(struct app *app, struct update *out)
{
	char line[LINE_ROOM];
	const char *second;
	const char *third;

	if (!fgets(line, sizeof(line), stdin))
		return false;
	line[strcspn(line, "\r\n")] = '\0';
	second = strchr(line, ' ');
	third = second ? strchr(second + 1, ' ') : NULL;
	*out = (struct update){ .ref = NULL };
	if (!third)
		return true;
	out->old = id_or_null(app, line, (size_t)(second - line));
	out->new = id_or_null(app, second + 1, (size_t)(third - second - 1));
	out->ref = arena_strdup(&app->arena, third + 1);
	return true;
}

/* ---- by what it is judged ---- */

static bool open_judge(struct app *app, const char *rev)
{
	struct error absent = { 0 };

	app->rev = rev;
	return rev && app_catalogue(app, &absent) == 0;
}

/* The catalogue of the server: that of the reference before, else of its main branch; else what comes. */
static bool find_judge(struct app *app, const struct update *update)
{
	return open_judge(app, update->old) || open_judge(app, "HEAD") ||
	       open_judge(app, update->new);
}

/* People at the other end read the catalogue's language, whatever the server's is. */
static void speak(struct app *app)
{
	int language = app->catalogue->config->language;
	auto_buf locale = BUF_INIT;

	if (app->lang || language == CATALOGUE_LANGUAGE_UNSET)
		return;
	buf_addf(&locale, "%s/../locale", app->data_dir);
	i18n_init(locale.s, language == CATALOGUE_EN ? LANGUAGE_EN : LANGUAGE_ZH);
}

/* ---- one reference ---- */

struct receipt {
	struct app *app;
	const void *options;
	struct update update;
	bool is_main; /* the branch that HEAD names */
};

static enum exit_status refuse(const struct receipt *receipt, const char *fmt)
{
	auto_buf line = BUF_INIT;

	buf_addf(&line, "%s: ", receipt->update.ref);
	buf_adds(&line, fmt);
	(void)fprintf(receipt->app->err, "gk: %s\n", line.s);
	return EXIT_STATUS_FINDINGS;
}

/* The commit from which the end differs: where it stood, or where it left the main branch. */
static int find_base(const struct receipt *receipt, struct source *source,
		     const char **out, struct error *err)
{
	struct app *app = receipt->app;
	const char *new = receipt->update.new;
	struct error none;

	*out = NULL;
	if (receipt->update.old &&
	    range_base(source, &app->arena, receipt->update.old, new, out, err) < 0)
		return -1;
	if (!*out && range_base(source, &app->arena, "HEAD", new, out, &none) < 0)
		*out = NULL;
	return 0;
}

static int check_new(const struct receipt *receipt, struct source *source,
		     const char *base, struct check_result *out, struct error *err)
{
	struct app *app = receipt->app;
	struct catalogue pushed = *app->catalogue;
	const struct check_options check = { .today = app->today,
					     .calendar = app->calendar };
	struct range_options options = { .to = receipt->update.new, .hide_refs = true };
	struct range commits;
	struct check_steps steps;
	int rc;

	if (receipt->update.old)
		strings_add(&app->arena, &options.hidden, receipt->update.old);
	if (range_read(source, &app->arena, &options, &commits, err) < 0)
		return -1;
	pushed.source = source;
	pushed.arena = ARENA_INIT;
	steps = (struct check_steps){ .commits = commits.items,
				      .count = commits.count,
				      .base = base,
				      .end = commits.to };
	rc = check_steps(&pushed, &steps, &check, out, &app->arena, err);
	arena_clear(&pushed.arena);
	return rc;
}

static enum exit_status tell(const struct receipt *receipt, struct check_result *result,
			     struct source *source)
{
	struct app *app = receipt->app;
	const struct strings none = { 0 };
	struct strings form = { 0 };
	struct catalogue *judge = app->catalogue;
	struct catalogue pushed = *judge;
	struct telling telling;
	enum exit_status status;

	hook_drop_notes(&result->findings);
	if (result->findings.count == 0)
		return EXIT_STATUS_OK;
	(void)fprintf(app->err, "gk: %s\n", receipt->update.ref);
	strings_add(&app->arena, &form, "short");
	status = telling_parse(app, &form, &telling);
	if (status != EXIT_STATUS_OK)
		return status;
	/* Places are those of what is pushed. */
	pushed.source = source;
	app->catalogue = &pushed;
	status = telling_print(app, &telling, receipt->options, &none, result);
	app->catalogue = judge;
	return status;
}

static enum exit_status judge(const struct receipt *receipt, struct source *source)
{
	struct app *app = receipt->app;
	struct check_result result;
	struct error err = { 0 };
	const char *base;

	if (find_base(receipt, source, &base, &err) < 0)
		return complain_error(app, &err);
	if (receipt->is_main && receipt->update.old &&
	    (!base || strcmp(base, receipt->update.old) != 0))
		return refuse(receipt,
			      tr("this branch only grows: git pull, then push again"));
	if (check_new(receipt, source, base, &result, &err) < 0)
		return complain_error(app, &err);
	return tell(receipt, &result, source);
}

static enum exit_status receive(struct app *app, const void *options,
				const struct update *update)
{
	struct receipt receipt = { .app = app, .options = options, .update = *update };
	struct source *source;
	struct error err = { 0 };
	enum exit_status status;
	const char *head;

	/* What has no catalogue anywhere is no concern of gk's. */
	if (!find_judge(app, update))
		return EXIT_STATUS_OK;
	speak(app);
	head = range_head_ref(app->catalogue->source, &app->arena);
	receipt.is_main = head && strcmp(head, update->ref) == 0;
	if (!update->new)
		return receipt.is_main
			       ? refuse(&receipt,
					tr("this branch keeps the catalogue and is not "
					   "deleted"))
			       : EXIT_STATUS_OK;
	/* A tag may name something else than a commit. */
	if (range_commit_id(app->catalogue->source, &app->arena, update->new,
			    &receipt.update.new, &err) < 0)
		return EXIT_STATUS_OK;
	status = app_open_for(app, NEED_CALENDAR);
	if (status != EXIT_STATUS_OK)
		return status;
	if (source_open_folder(app->dir ? app->dir : ".", receipt.update.new,
			       source_prefix(app->catalogue->source), &source, &err) < 0)
		return complain_error(app, &err);
	status = judge(&receipt, source);
	source_free(source);
	return status;
}

enum exit_status hook_pre_receive(struct app *app, const void *options)
{
	enum exit_status worst = EXIT_STATUS_OK;
	struct update update;

	while (read_update(app, &update)) {
		enum exit_status status;

		if (!update.ref)
			continue;
		status = receive(app, options, &update);
		app_close(app);
		if (status > worst)
			worst = status;
	}
	if (worst != EXIT_STATUS_OK)
		(void)fprintf(app->err, "%s\n", tr("gk: the push is refused"));
	return worst;
}
