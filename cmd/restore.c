#include "cmd/commands.h"
#include "store/backup.h"

static void print_next(struct app *app, const struct restore_result *result)
{
	if (result->private_missing)
		say(app, "%s",
		    tr("gk: the backup was made without the private store, which "
		       "catalogue.yaml names: bring it"));
	say(app, "%s", tr("gk: what is next:"));
	say(app, "    cd '%s'", result->root);
	say(app, "    %s", tr("git config user.name NAME   # who types from now on"));
	say(app, "    gk validate");
	if (result->hook)
		say(app, "    gk hook install");
	say(app, "    %s", tr("git remote add origin URL   # if there is a server"));
}

static void print_result(struct app *app, const struct restore_result *result)
{
	(void)fprintf(app->out, "%s\n", result->root);
	if (result->private_root)
		(void)fprintf(app->out, "%s\n", result->private_root);
	say(app,
	    tr("gk: as it was on %s (references of the catalogue: %zu, of the private "
	       "store: %zu; drafts: %zu)"),
	    result->made, result->refs, result->private_refs, result->drafts);
	print_next(app, result);
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	struct restore_options wanted;
	struct restore_result result;
	struct error err = { 0 };

	(void)options;
	if (argc != 2)
		return complain_usage(
			app, "%s",
			tr("name the backup, and a new folder that it is to go into"));
	wanted = (struct restore_options){ .file = argv[0], .dir = argv[1] };
	if (backup_restore(&wanted, &app->arena, &result, &err) < 0) {
		enum exit_status status = complain_error(app, &err);

		return err.code == ERR_DENIED ? EXIT_STATUS_FINDINGS : status;
	}
	print_result(app, &result);
	return EXIT_STATUS_OK;
}

const struct command cmd_restore = {
	.name = "restore",
	.zh = "恢复",
	.args = N_("[OPTION]... FILE DIR"),
	.summary = N_("bring back what gk backup wrote, into a new folder"),
	.examples = "  gk restore /media/usb/gk-20181231.bundle dongyuan\n",
	.needs = NEED_NOTHING,
	.run = run,
};
