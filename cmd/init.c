#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "cmd/acting.h"
#include "cmd/commands.h"
#include "record/catalogue.h"
#include "record/channel.h"
#include "record/unit.h"
#include "work/init.h"

struct init_command_options {
	const char *name;
	const char *short_name;
	const char *code;
	const char *level;
	bool no_private;
	bool dry_run;
	const char *as;
};

#define AT(member) offsetof(struct init_command_options, member)

static const struct opt opts[] = {
	{ "name", 0, OPT_STRING, AT(name), N_("NAME"), NULL,
	  N_("full name of the office") },
	{ "short", 0, OPT_STRING, AT(short_name), N_("NAME"), NULL,
	  N_("its short name, as in titles") },
	{ "code", 0, OPT_STRING, AT(code), N_("CODE"), NULL,
	  N_("the code that its index numbers begin with") },
	{ "level", 0, OPT_STRING, AT(level), N_("LEVEL"), NULL,
	  N_("township (the default), street, county, department") },
	{ "no-private", 0, OPT_FLAG, AT(no_private), NULL, NULL,
	  N_("make no second repository for what holds people's data") },
	{ "dry-run", 'n', OPT_FLAG, AT(dry_run), NULL, NULL,
	  N_("show what would be done, and do nothing") },
	{ "as", 0, OPT_STRING, AT(as), N_("NAME"), NULL,
	  N_("who types, on a computer that several people share") },
	OPT_END,
};

/*
 * Asked for at a terminal when it was not given; elsewhere, or with an empty line, it stays
 * empty and validate says so.  False at the end of input: the person has left.
 */
static bool ask(struct app *app, const char *label, const char **value)
{
	char line[512];

	if (*value || !app->interactive)
		return true;
	(void)fprintf(app->err, "%s: ", label);
	if (!fgets(line, sizeof(line), stdin)) {
		(void)fputc('\n', app->err);
		return false;
	}
	line[strcspn(line, "\r\n")] = '\0';
	if (line[0])
		*value = arena_strdup(&app->arena, line);
	return true;
}

/* An item names its unit and its category: they come first. */
static void say_next(const struct app *app, const char *dir)
{
	say(app, tr("gk: a catalogue was made in %s"), dir);
	say(app, "%s",
	    tr("gk: next, in there: gk add unit for each office, gk add category, then "
	       "gk add item"));
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct init_command_options *o = options;
	struct init_options init = { .dir = argc == 1  ? argv[0]
					    : app->dir ? app->dir
						       : ".",
				     .name = o->name,
				     .short_name = o->short_name,
				     .code = o->code,
				     .level = o->level ? choice_find(&office_levels,
								     o->level, true)
						       : OFFICE_TOWNSHIP,
				     .private_store = !o->no_private,
				     .today = app->today,
				     .dry_run = o->dry_run,
				     .author = o->as,
				     .time = app->time,
				     .zone = app->zone };
	struct init_result result = { 0 };
	struct error err = { 0 };

	if (argc > 1)
		return complain_usage(app, "%s", tr("name one directory"));
	if (!init.level)
		return complain_usage(app, tr("--level: there is no level '%s'"),
				      o->level);
	if (!ask(app, tr("Full name of the office"), &init.name) ||
	    (init.name && (!ask(app, tr("Short name"), &init.short_name) ||
			   !ask(app, tr("Code of its index numbers"), &init.code)))) {
		say(app, "%s", tr("gk: nothing was written"));
		return EXIT_STATUS_FINDINGS;
	}
	if (init_catalogue(&app->arena, &init, &result, &err) < 0)
		return complain_error(app, &err);
	for (size_t i = 0; i < result.paths.count; i++)
		(void)fprintf(app->out, "%s\n", result.paths.items[i]);
	if (o->dry_run)
		say(app, "%s", tr("gk: dry run: nothing was written"));
	else
		say_next(app, init.dir);
	if (!init.name || !init.code)
		say(app, "%s",
		    tr("gk: fill in name: and code: in catalogue.yaml, then gk save"));
	return EXIT_STATUS_OK;
}

const struct command cmd_init = {
	.name = "init",
	.zh = "建目录",
	.args = N_("[OPTION]... [DIR]"),
	.summary = N_("make a new catalogue, with its repository"),
	.examples = "  gk init --name 东园镇人民政府 --short 东园镇 --code "
		    "640502017 dongyuan\n",
	.opts = opts,
	.options_size = sizeof(struct init_command_options),
	.run = run,
};
