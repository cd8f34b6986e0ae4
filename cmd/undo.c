#include <string.h>

#include "cmd/acting.h"
#include "cmd/commands.h"
#include "cmd/subject.h"
#include "work/undo.h"

enum { COMMIT_SHOWN = 7 };

static void print_undone(struct app *app, const struct undone *undone,
			 const struct work_done *done)
{
	const char *message = subject_shown(app, undone->commit.message);
	int subject = (int)strlen(message);

	for (size_t i = 0; i < done->ids.count; i++)
		(void)fprintf(app->out, "%s\n", done->ids.items[i]);
	if (app->dry_run)
		say(app, tr("gk: would undo: %.*s (dry run: nothing was written)"),
		    subject, message);
	else if (undone->taken_off)
		say(app,
		    tr("gk: undone: %.*s (commit %.*s was taken off; nobody else had "
		       "it)"),
		    subject, message, COMMIT_SHOWN, undone->commit.id);
	else
		say(app,
		    tr("gk: undone: %.*s (commit %.*s, reversed because others may have "
		       "it)"),
		    subject, message, COMMIT_SHOWN, done->commit);
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct findings none = FINDINGS(&app->arena);
	struct undone undone;
	struct work_done done = { 0 };
	struct error err = { 0 };
	struct work work;
	int outcome;

	(void)options;
	if (argc > 0)
		return complain_usage(
			app, tr("'%s' is too much: gk undo takes back the last commit"),
			argv[0]);
	if (acting_work(app, &work, &err) < 0)
		return complain_error(app, &err);
	outcome = work_undo(&work, &undone, &done, &err);
	if (outcome != WORK_DONE)
		return tell(app, outcome, "", &done, &none, &err);
	print_undone(app, &undone, &done);
	return EXIT_STATUS_OK;
}

const struct command cmd_undo = {
	.name = "undo",
	.zh = "撤销",
	.args = N_("[OPTION]..."),
	.summary = N_("take back what gk committed last, and say what it was"),
	.examples = "  gk undo --dry-run\n  gk undo\n",
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE,
	.run = run,
};
