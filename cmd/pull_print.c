#include <string.h>

#include "cmd/acting.h"
#include "cmd/pull.h"

enum { COMMIT_SHOWN = 7, NEWS_SHOWN = 40, COMMANDS_SHOWN = 3 };

/* ---- what came in ---- */

static void print_news(struct app *app, const struct list *news)
{
	static const char *const words[] = { [PULL_ADDED] = N_("new      "),
					     [PULL_CHANGED] = N_("changed  "),
					     [PULL_ENDED] = N_("given up ") };

	for (size_t i = 0; i < news->count && i < NEWS_SHOWN; i++) {
		const struct pull_news *one = list_at(news, struct pull_news, i);

		(void)fprintf(app->out, "%s %s  %s\n", tr(words[one->change]),
			      pull_name(&one->at), one->at.title);
	}
	if (news->count > NEWS_SHOWN)
		(void)fprintf(app->out, tr("and %zu more\n"), news->count - NEWS_SHOWN);
}

static const char *title_of(const struct renumber_report *report,
			    const struct renumbered *number)
{
	for (size_t i = 0; i < report->files.count; i++) {
		const struct renumbered_file *file =
			list_at(&report->files, struct renumbered_file, i);

		if (file->title && (strcmp(file->path, number->from_path) == 0 ||
				    strcmp(file->path, number->to_path) == 0))
			return file->title;
	}
	return "";
}

static void print_numbers(struct app *app, const struct renumber_report *report)
{
	for (size_t i = 0; i < report->numbers.count; i++) {
		const struct renumbered *one =
			list_at(&report->numbers, struct renumbered, i);

		(void)fprintf(app->out, tr("renumbered %s → %s  %s\n"), one->from,
			      one->to, title_of(report, one));
	}
}

static void print_endings(struct app *app, const struct list *endings)
{
	for (size_t i = 0; i < endings->count; i++) {
		const struct pull_ending *one = list_at(endings, struct pull_ending, i);

		if (one->moved_to)
			say(app,
			    tr("gk: %s %s became %s: what the other side changed went "
			       "along"),
			    one->at.id, one->at.title, one->moved_to);
		else if (one->by == MERGE_THEIRS)
			say(app,
			    tr("gk: %s %s was made void there; what was changed here "
			       "stands "
			       "in gk log %s alone"),
			    one->at.id, one->at.title, one->at.id);
		else
			say(app,
			    tr("gk: %s %s was made void here; what was changed there "
			       "stands "
			       "in gk log %s alone"),
			    one->at.id, one->at.title, one->at.id);
	}
}

static void print_done(struct app *app, const struct pull_report *report)
{
	const char *name = report->upstream.name;
	size_t records = report->news.count;

	print_news(app, &report->news);
	print_numbers(app, &report->numbers);
	print_endings(app, &report->endings);
	if (report->way == PULL_NOTHING)
		say(app, tr("gk: nothing new in %s"), name);
	else if (app->dry_run)
		say(app,
		    tr("gk: from %s: records: %zu, other files: %zu (dry run: nothing "
		       "was "
		       "written)"),
		    name, records, report->files);
	else
		say(app, tr("gk: from %s: records: %zu, other files: %zu (commit %.*s)"),
		    name, records, report->files, COMMIT_SHOWN, report->commit);
	if (report->faults)
		say(app, tr("gk: errors in what came in or was merged: %zu; gk validate"),
		    report->faults);
	if (report->ahead && !app->dry_run)
		say(app, tr("gk: what was committed here is not in %s yet: git push"),
		    name);
}

/* ---- why nothing did ---- */

static void print_open(struct app *app, const struct list *open)
{
	const char *last = "";

	for (size_t i = 0; i < open->count; i++) {
		const struct pull_collision *one =
			list_at(open, struct pull_collision, i);

		if (strcmp(last, pull_name(&one->at)) != 0)
			(void)fprintf(app->err, "%s%s%s\n", one->at.id ? one->at.id : "",
				      one->at.id ? " " : "", one->at.title);
		last = pull_name(&one->at);
		pull_print_collision(app, &one->value);
	}
}

/* Words of the shell: a path or an entry may hold what the shell has a use for. */
static void add_take(struct buf *out, const struct pull_collision *one)
{
	buf_addf(out, " --take '%s%s%s=theirs'", pull_name(&one->at),
		 *one->value.field ? "." : "", one->value.field);
}

static void print_next(struct app *app, const struct list *open)
{
	auto_buf takes = BUF_INIT;

	for (size_t i = 0; i < open->count && i < COMMANDS_SHOWN; i++)
		add_take(&takes, list_at(open, struct pull_collision, i));
	say(app,
	    tr("gk: both sides changed these values (%zu), so nothing was changed; say "
	       "which "
	       "hold:"),
	    open->count);
	say(app, "  gk pull --prefer ours");
	say(app, "  gk pull --prefer theirs");
	say(app, "  gk pull%s%s", takes.s, open->count > COMMANDS_SHOWN ? " …" : "");
}

static enum exit_status print_refused(struct app *app, const struct pull_report *report)
{
	for (size_t i = 0; i < report->refused.count; i++) {
		const struct pull_refusal *one =
			list_at(&report->refused, struct pull_refusal, i);

		(void)fprintf(app->err, "gk: %s %s: %s\n", pull_name(&one->at),
			      one->at.id ? one->at.title : "", one->why);
	}
	print_open(app, &report->open);
	print_findings(app, app->err, &report->broken);
	if (report->open.count && !report->refused.count)
		print_next(app, &report->open);
	else if (report->broken.count)
		say(app, "%s",
		    tr("gk: the rules of history do not allow what would come of it, so "
		       "nothing "
		       "was changed: ask who committed it there to put it right"));
	else
		say(app, "%s", tr("gk: nothing was changed"));
	return EXIT_STATUS_FINDINGS;
}

enum exit_status pull_print(struct app *app, int outcome,
			    const struct pull_report *report)
{
	if (outcome == WORK_REFUSED)
		return print_refused(app, report);
	print_done(app, report);
	return EXIT_STATUS_OK;
}
