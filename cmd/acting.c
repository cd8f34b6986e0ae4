#include "cmd/acting.h"

#include <string.h>

#include "base/buf.h"
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

static enum style style_of(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR:
		return STYLE_RED;
	case SEVERITY_WARNING:
		return STYLE_YELLOW;
	case SEVERITY_INFO:
		return STYLE_BLUE;
	case SEVERITY_OFF:
		break;
	}
	return STYLE_NONE;
}

static const char *severity_text(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR:
		return tr("error");
	case SEVERITY_WARNING:
		return tr("warning");
	case SEVERITY_INFO:
		return tr("note");
	case SEVERITY_OFF:
		break;
	}
	return "";
}

/* For a person: what the record and the field are called, what to do, and last where it stands. */
static void print_for_person(FILE *out, bool color, const struct finding *f)
{
	const char *label = i18n_language() == LANGUAGE_ZH ? f->label_zh : f->label_en;
	auto_buf text = BUF_INIT;
	auto_buf hint = BUF_INIT;

	finding_text(f, &text);
	finding_hint(f, &hint);
	print_styled(out, color, style_of(f->severity), severity_text(f->severity));
	(void)fprintf(out, "  %s%s%s\n", f->title && *f->title ? f->title : f->path,
		      *label ? " · " : "", label);
	(void)fprintf(out, "      %s\n", text.s);
	if (hint.len > 0)
		(void)fprintf(out, "      → %s\n", hint.s);
	(void)fprintf(out, "      %s:%u:%u [%s]\n", f->path, f->place.line,
		      f->place.column, rules[f->rule].slug);
}

/* For programs and editors: path:line:column first. */
static void print_for_program(FILE *out, bool color, const struct finding *f)
{
	auto_buf line = BUF_INIT;
	auto_buf hint = BUF_INIT;

	finding_line(f, &line);
	finding_hint(f, &hint);
	print_styled(out, color, style_of(f->severity), line.s);
	(void)fputc('\n', out);
	if (hint.len > 0)
		(void)fprintf(out, "    %s\n", hint.s);
}

void print_findings(struct app *app, FILE *out, const struct findings *findings)
{
	bool on_out = out == app->out;
	bool color = on_out ? app->color_out : app->color_err;
	bool person = on_out ? app->terminal_out : app->terminal_err;

	for (size_t i = 0; i < findings->count; i++) {
		if (person)
			print_for_person(out, color, &findings->items[i]);
		else
			print_for_program(out, color, &findings->items[i]);
	}
}

static void print_done(struct app *app, const char *verb, const struct work_done *done)
{
	auto_buf line = BUF_INIT;

	for (size_t i = 0; i < done->ids.count; i++)
		(void)fprintf(app->out, "%s\n", done->ids.items[i]);
	buf_addf(&line, "%s: %zu", verb, done->ids.count);
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
