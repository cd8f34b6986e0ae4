#include <string.h>

#include "cmd/commands.h"

struct help_options {
	bool manual;
};

static const struct opt opts[] = {
	{ "manual", 0, OPT_FLAG, offsetof(struct help_options, manual), NULL, NULL,
	  N_("print the command's SYNOPSIS and OPTIONS in scdoc, as the manual pages "
	     "have them") },
	OPT_END,
};

static void print_exit_codes(FILE *out)
{
	(void)fputs(tr("0  done\n"
		       "1  refused, or something is wrong with the records\n"
		       "2  the command line is wrong\n"
		       "3  gk could not do its work\n"),
		    out);
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct help_options *o = options;
	const struct command *cmd;

	if (argc == 0) {
		usage_overview(app, app->out);
		return EXIT_STATUS_OK;
	}
	if (strcmp(argv[0], "exit-codes") == 0) {
		print_exit_codes(app->out);
		return EXIT_STATUS_OK;
	}
	cmd = command_find(argv[0]);
	if (!cmd)
		return complain_usage(app, tr("no command is called '%s'"), argv[0]);
	if (o->manual)
		usage_manual(cmd, app->out);
	else
		usage_print(cmd, app->out);
	return EXIT_STATUS_OK;
}

const struct command cmd_help = {
	.name = "help",
	.zh = "帮助",
	.args = N_("[COMMAND|exit-codes]"),
	.summary = N_("tell what gk and its commands do"),
	.opts = opts,
	.options_size = sizeof(struct help_options),
	.run = run,
};
