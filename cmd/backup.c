#include "store/backup.h"
#include "cmd/commands.h"

enum { SHOWN_MAX = 20 };

struct backup_command_options {
	bool force;
	bool without_private;
};

#define AT(member) offsetof(struct backup_command_options, member)

static const struct opt opts[] = {
	{ "force", 0, OPT_FLAG, AT(force), NULL, NULL,
	  N_("write over a file that is there") },
	{ "without-private", 0, OPT_FLAG, AT(without_private), NULL, NULL,
	  N_("the catalogue alone, without the private store") },
	OPT_END,
};

static void warn_dirty(struct app *app, const char *where, const struct strings *dirty)
{
	if (dirty->count == 0)
		return;
	say(app, tr("gk: not committed in %s, so not in the backup: %zu"), where,
	    dirty->count);
	for (size_t i = 0; i < dirty->count && i < SHOWN_MAX; i++)
		say(app, "    %s", dirty->items[i]);
	if (dirty->count > SHOWN_MAX)
		say(app, "    %s", tr("and more"));
}

static void warn(struct app *app, const struct backup_result *result)
{
	const char *said = app->catalogue->config->private_;

	warn_dirty(app, tr("the catalogue"), &result->dirty);
	warn_dirty(app, tr("the private store"), &result->private_dirty);
	if (result->lfs)
		say(app, "%s",
		    tr("gk: files that git LFS keeps are not in the backup: copy them "
		       "as well"));
	if (said && *said && !result->private_root)
		say(app, tr("gk: the private store %s is not in the backup"), said);
}

static void print_result(struct app *app, const char *file,
			 const struct backup_result *result)
{
	(void)fprintf(app->out, "%s\n", file);
	say(app,
	    tr("gk: written, read back and compared (bytes: %lld; references of the "
	       "catalogue: %zu, of the private store: %zu; drafts: %zu)"),
	    (long long)result->bytes, result->refs, result->private_refs, result->drafts);
	if (result->private_root)
		say(app, "%s",
		    tr("gk: it holds what is internal and people's data: keep it as you "
		       "keep those"));
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct backup_command_options *o = options;
	struct backup_options wanted = { .force = o->force,
					 .without_private = o->without_private,
					 .date = app->today,
					 .time = app->time };
	struct backup_result result;
	struct error err = { 0 };

	if (argc != 1)
		return complain_usage(app, "%s",
				      tr("name the file that the backup is to go into"));
	wanted.file = argv[0];
	if (backup_write(app->catalogue, &wanted, &app->arena, &result, &err) < 0) {
		enum exit_status status = complain_error(app, &err);

		return err.code == ERR_DENIED ? EXIT_STATUS_FINDINGS : status;
	}
	warn(app, &result);
	print_result(app, argv[0], &result);
	return EXIT_STATUS_OK;
}

const struct command cmd_backup = {
	.name = "backup",
	.zh = "备份",
	.args = N_("[OPTION]... FILE"),
	.summary = N_("write both stores into one file to take along"),
	.examples = "  gk backup /media/usb/gk-20181231.bundle\n"
		    "  gk restore /media/usb/gk-20181231.bundle dongyuan\n",
	.opts = opts,
	.options_size = sizeof(struct backup_command_options),
	.needs = NEED_CATALOGUE,
	.run = run,
};
