#include "cmd/commands.h"
#include "store/catalogue.h"

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	(void)options;
	(void)argv;
	if (argc > 0)
		return complain_usage(app, "%s", tr("takes no operand"));
	(void)fprintf(app->out, "gk %s\n", GK_VERSION);
	(void)fprintf(app->out, tr("catalogue format %d\n"), CATALOGUE_FORMAT);
	return EXIT_STATUS_OK;
}

const struct command cmd_version = {
	.name = "version",
	.zh = "版本",
	.args = N_("[OPTION]..."),
	.summary = N_("print the version of gk and of the catalogue format"),
	.run = run,
};
