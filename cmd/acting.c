#include "cmd/acting.h"

#include <string.h>

#include "base/buf.h"
#include "check/form.h"
#include "format/json.h"
#include "store/index.h"

enum { COMMIT_SHOWN = 7 };

int acting_work(struct app *app, struct work *out, struct error *err)
{
	const char *typist = app->as;

	if (!typist && repository_user(source_gitdir(app->catalogue->source), &app->arena,
				       &typist, err) < 0)
		return -1;
	*out = (struct work){
		.arena = &app->arena,
		.catalogue = app->catalogue,
		.index = app->index,
		.calendar = app->calendar,
		.today = app->today,
		.typist = typist,
		.time = app->time,
		.zone = app->zone,
		.tx_flags = (app->dry_run ? TX_DRY : 0U) |
			    (app->no_verify ? TX_NO_HOOKS : 0U) |
			    (app->fast ? TX_FAST : 0U),
	};
	return 0;
}

const char *acting_private_missing(struct app *app)
{
	const char *said = app->catalogue->config->private_;

	return said && *said && !catalogue_private_root(app->catalogue) ? said : NULL;
}

void print_findings(struct app *app, FILE *out, const struct findings *findings)
{
	const struct check_result result = { .findings = *findings };
	bool on_out = out == app->out;
	const struct told told = { .result = &result,
				   .person =
					   on_out ? app->terminal_out : app->terminal_err,
				   .color = on_out ? app->color_out : app->color_err,
				   .columns = app->columns };
	auto_buf text = BUF_INIT;

	form_text_list(&told, findings_worst_first(&app->arena, findings),
		       findings->count, &text);
	(void)fwrite(text.s, 1, text.len, out);
}

static void print_done(struct app *app, const char *verb, const struct work_done *done)
{
	auto_buf line = BUF_INIT;

	for (size_t i = 0; i < done->ids.count; i++)
		(void)fprintf(app->out, "%s\n", done->ids.items[i]);
	buf_addf(&line, tr("%s: %zu"), verb, done->ids.count);
	if (app->dry_run)
		say(app, tr("gk: %s (dry run: nothing was written)"), line.s);
	else if (done->commit[0])
		say(app, tr("gk: %s (commit %.*s)"), line.s, COMMIT_SHOWN, done->commit);
	else
		say(app, tr("gk: %s (nothing to commit)"), line.s);
}

enum exit_status tell(struct app *app, int outcome, const char *verb,
		      const struct work_done *done, const struct findings *findings,
		      const struct error *err)
{
	if (outcome == WORK_FAILED) {
		enum exit_status status = complain_error(app, err);

		/* What the records or the command line forbid is no failure of gk. */
		if (err->code == ERR_DENIED)
			return EXIT_STATUS_FINDINGS;
		if (err->code == ERR_AMBIGUOUS || err->code == ERR_NOT_FOUND)
			return EXIT_STATUS_USAGE;
		return status;
	}
	print_findings(app, app->err, findings);
	if (outcome == WORK_REFUSED) {
		say(app, "%s", tr("gk: nothing was written"));
		return EXIT_STATUS_FINDINGS;
	}
	print_done(app, verb, done);
	return EXIT_STATUS_OK;
}

static void print_added_json(struct app *app, const struct work_done *done)
{
	auto_buf out = BUF_INIT;
	struct json json;

	json_init(&json, &out, JSON_PRETTY);
	json_open_object(&json);
	json_member(&json, "schema", "gk.add/1");
	json_member(&json, "commit", done->commit[0] ? done->commit : NULL);
	json_key(&json, "ids");
	json_open_array(&json);
	for (size_t i = 0; i < done->ids.count; i++)
		json_string(&json, done->ids.items[i]);
	json_close(&json);
	json_close(&json);
	(void)fwrite(out.s, 1, out.len, app->out);
}

enum exit_status tell_added(struct app *app, int outcome, bool as_json,
			    const struct work_done *done, const struct findings *findings,
			    const struct error *err)
{
	enum exit_status status;

	if (outcome == WORK_DONE && as_json) {
		print_findings(app, app->err, findings);
		print_added_json(app, done);
		return EXIT_STATUS_OK;
	}
	status = tell(app, outcome, tr("added"), done, findings, err);
	/* Who has just been told what is missing is not left to look for the way there. */
	if (status == EXIT_STATUS_OK && app->interactive && !app->dry_run &&
	    findings->count > 0 && done->ids.count == 1)
		say(app, tr("gk: to go on with it: gk edit %s"), done->ids.items[0]);
	return status;
}
