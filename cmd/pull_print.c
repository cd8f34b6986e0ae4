#include <string.h>

#include "cmd/acting.h"
#include "cmd/pull.h"

enum { COMMIT_SHOWN = 7, NEWS_SHOWN = 40, COMMANDS_SHOWN = 3, STORES = 2 };

/* ---- what came in ---- */

static void print_news(struct app *app, const struct list *news)
{
	static const char *const words[] = { [PULL_ADDED] = N_("new      "),
					     [PULL_CHANGED] = N_("changed  "),
					     [PULL_ENDED] = N_("given up ") };

	for (size_t i = 0; i < news->count && i < NEWS_SHOWN; i++) {
		const struct pull_news *one = list_at(news, struct pull_news, i);

		(void)fprintf(app->out, "%s %s%s%s\n", tr(words[one->change]),
			      pull_name(&one->at), *one->at.title ? "  " : "",
			      one->at.title);
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

		const char *title = title_of(report, one);

		if (*title)
			(void)fprintf(app->out, tr("renumbered %s → %s  %s\n"), one->from,
				      one->to, title);
		else
			(void)fprintf(app->out, tr("renumbered %s → %s\n"), one->from,
				      one->to);
	}
}

static void print_endings(struct app *app, const struct list *endings)
{
	for (size_t i = 0; i < endings->count; i++) {
		const struct pull_ending *one = list_at(endings, struct pull_ending, i);

		if (one->lost)
			say(app,
			    tr("gk: %s %s was renumbered on both sides: it is %s, and %s "
			       "leads there"),
			    one->at.id, one->at.title, one->moved_to, one->lost);
		else if (one->moved_to)
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

static void say_came_in(struct app *app, const struct pull_report *report,
			const char *name)
{
	size_t records = report->news.count;

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
}

static void print_store(struct app *app, const struct pull_report *report,
			const char *name)
{
	print_news(app, &report->news);
	print_numbers(app, &report->numbers);
	print_endings(app, &report->endings);
	if (name)
		say_came_in(app, report, name);
}

static void print_private(struct app *app, const struct pull_report *report)
{
	const char *branch = report->upstream.name;
	const char *name =
		branch ? arena_printf(&app->arena, tr("%s of the private store"), branch)
		       : NULL;
	size_t changed = renumbered_changed(&report->numbers.files);

	print_store(app, report, name);
	if (changed)
		say(app,
		    tr("gk: records changed in the private store as numbers did: %zu"),
		    changed);
	if (name && !app->dry_run &&
	    (report->ahead || (report->way == PULL_NOTHING && report->commit[0])))
		say(app,
		    tr("gk: what was committed here is not in %s yet: git -C %s push"),
		    name, app->catalogue->config->private_);
}

static void print_done(struct app *app, const struct pull_report *report)
{
	const char *missing = acting_private_missing(app);

	print_store(app, report, report->upstream.name);
	if (report->ahead && !app->dry_run)
		say(app, tr("gk: what was committed here is not in %s yet: git push"),
		    report->upstream.name);
	if (missing)
		say(app,
		    tr("gk: the private store %s is not here: its figures are "
		       "unavailable"),
		    missing);
	if (report->private_store)
		print_private(app, report->private_store);
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

/* What was said already is said again, or it would be open the next time. */
static void print_next(struct app *app, const struct pull_report *const reports[STORES],
		       const struct strings *said)
{
	auto_buf takes = BUF_INIT;
	size_t count = 0;

	for (size_t i = 0; i < said->count; i++)
		buf_addf(&takes, " --take '%s'", said->items[i]);
	for (size_t s = 0; s < STORES && reports[s]; s++)
		for (size_t i = 0; i < reports[s]->open.count; i++)
			if (count++ < COMMANDS_SHOWN)
				add_take(&takes, list_at(&reports[s]->open,
							 struct pull_collision, i));
	say(app,
	    tr("gk: both sides changed these values (%zu), so nothing was changed; say "
	       "which "
	       "hold:"),
	    count);
	say(app, "  gk pull --prefer ours");
	say(app, "  gk pull --prefer theirs");
	say(app, "  gk pull%s%s", takes.s, count > COMMANDS_SHOWN ? " …" : "");
}

static void print_obstacles(struct app *app, const struct pull_report *report)
{
	for (size_t i = 0; i < report->refused.count; i++) {
		const struct pull_refusal *one =
			list_at(&report->refused, struct pull_refusal, i);

		(void)fprintf(app->err, "gk: %s %s: %s\n", pull_name(&one->at),
			      one->at.id ? one->at.title : "", one->why);
	}
	print_open(app, &report->open);
	print_findings(app, app->err, &report->broken);
}

static enum exit_status print_refused(struct app *app, const struct pull_report *report,
				      const struct strings *said)
{
	const struct pull_report *const reports[STORES] = { report,
							    report->private_store };
	size_t open = 0, refused = 0, broken = 0;

	for (size_t s = 0; s < STORES && reports[s]; s++) {
		print_obstacles(app, reports[s]);
		open += reports[s]->open.count;
		refused += reports[s]->refused.count;
		broken += reports[s]->broken.count;
	}
	if (open && !refused)
		print_next(app, reports, said);
	else if (broken)
		say(app, "%s",
		    tr("gk: the rules of history do not allow what would come of it, so "
		       "nothing "
		       "was changed: ask who committed it there to put it right"));
	else
		say(app, "%s", tr("gk: nothing was changed"));
	return EXIT_STATUS_FINDINGS;
}

enum exit_status pull_print(struct app *app, int outcome,
			    const struct pull_report *report, const struct strings *said)
{
	if (outcome == WORK_REFUSED)
		return print_refused(app, report, said);
	print_done(app, report);
	return EXIT_STATUS_OK;
}
