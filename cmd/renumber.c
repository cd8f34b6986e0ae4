#include <string.h>

#include "cmd/acting.h"
#include "cmd/commands.h"
#include "work/private_store.h"
#include "work/renumber.h"

/* What a place where a number stands is told as. */
static const char *const spot_words[] = {
	[RENAMED_OWN] = N_("its own number"),
	[RENAMED_REFERENCE] = N_("refers to it"),
	[RENAMED_LINK] = N_("links to it"),
	[RENAMED_NOT] = N_("stays as it is written"),
};

static void print_number(struct app *app, const struct renumbered *number)
{
	(void)fprintf(app->out, "%s → %s\n", number->from, number->to);
	(void)fprintf(app->out, "  %s → %s\n", number->from_path, number->to_path);
	for (size_t i = 0; i < number->files.count; i++)
		(void)fprintf(app->out, "  attachments/%s/%s → attachments/%s/%s\n",
			      number->from, number->files.items[i], number->to,
			      number->files.items[i]);
	if (number->vanishes)
		(void)fprintf(app->out, "  %s\n",
			      tr("nothing stays at the old number: nobody else has seen "
				 "it"));
	else
		(void)fprintf(app->out, tr("  %s stays, and says that it became %s\n"),
			      number->from_path, number->to);
}

/* `store` is the way to the private store, "" for the catalogue. */
static void print_file(struct app *app, const char *store,
		       const struct renumbered_file *file)
{
	for (size_t i = 0; i < file->spots.count; i++) {
		const struct renamed_spot *spot =
			list_at(&file->spots, struct renamed_spot, i);

		if (spot->as == RENAMED_OWN)
			continue;
		(void)fprintf(app->out, "  %s%s%s:%u:%u: %s%s%s: %s\n", store,
			      *store ? "/" : "", file->path,
			      (unsigned int)spot->place.line,
			      (unsigned int)spot->place.column, spot->field,
			      *spot->field ? " " : "", spot->change->from,
			      tr(spot_words[spot->as]));
	}
	if (file->erratum)
		(void)fprintf(app->out, tr("  %s: an erratum keeps its clearance\n"),
			      file->path);
}

static void print_report(struct app *app, const struct renumber_report *report)
{
	for (size_t i = 0; i < report->numbers.count; i++)
		print_number(app, list_at(&report->numbers, struct renumbered, i));
	for (size_t i = 0; i < report->files.count; i++)
		print_file(app, "", list_at(&report->files, struct renumbered_file, i));
	for (size_t i = 0; i < report->across.count; i++)
		print_file(app, app->catalogue->config->private_,
			   list_at(&report->across, struct renumbered_file, i));
}

/* What stands on the site under the old number until then. */
static void say_publish(struct app *app, const struct renumber_report *report)
{
	size_t count = 0;

	for (size_t i = 0; i < report->files.count; i++)
		count += list_at(&report->files, struct renumbered_file, i)->published;
	if (count > 0)
		say(app,
		    trn("gk: %zu published record changed: gk publish puts it on the "
			"site again",
			"gk: %zu published records changed: gk publish puts them on the "
			"site again",
			count),
		    count);
}

static void say_across(struct app *app, const struct renumber_report *report)
{
	const char *missing = acting_private_missing(app);
	size_t count = renumbered_changed(&report->across);

	if (count > 0)
		say(app,
		    tr("gk: records changed in the private store as numbers did: %zu"),
		    count);
	if (missing)
		say(app,
		    tr("gk: the private store %s is not here: nothing changed there"),
		    missing);
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct findings none = FINDINGS(&app->arena);
	const struct index_options in_memory = { .memory = app->no_cache };
	struct renumber_report report = { .numbers = { 0 } };
	auto_private_store store = { .catalogue = NULL };
	struct renumbering one;
	struct work_done done = { 0 };
	struct error err = { 0 };
	struct work work;
	enum exit_status status;
	int outcome;

	(void)options;
	if (argc < 1 || argc > 2)
		return complain_usage(app, "%s",
				      tr("name one record, and the number it is to get "
					 "or nothing"));
	if (acting_work(app, &work, &err) < 0 ||
	    private_store_open(&store, &work, &in_memory, &err) < 0)
		return complain_error(app, &err);
	one = (struct renumbering){ .from = argv[0], .to = argc > 1 ? argv[1] : NULL };
	outcome = work_renumber(&work, &one, 1, &report, &done, &err);
	if (outcome == WORK_DONE && app->dry_run)
		print_report(app, &report);
	status = tell(app, outcome, tr("renumbered"), &done, &none, &err);
	if (status == EXIT_STATUS_OK) {
		if (!app->dry_run)
			say_across(app, &report);
		say_publish(app, &report);
	}
	return status;
}

const struct command cmd_renumber = {
	.name = "renumber",
	.zh = "改号",
	.args = N_("[OPTION]... ID [NEW-ID|UNIT|YEAR]"),
	.summary = N_("give a record another number, with all that refers to it"),
	.examples = "  gk renumber 2018-00112 --dry-run\n"
		    "  gk renumber 2018-00112 2018-00120\n"
		    "  gk renumber mz-0003 dz\n",
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE,
	.run = run,
};
