#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/start.h"

/* name as typed → the nearest command, for "did you mean"; NULL when none is near. */
static const struct command *nearest(const char *name)
{
	size_t count;
	const struct command *const *all = commands(&count);

	for (size_t i = 0; i < count; i++)
		if (strlen(name) >= 2 &&
		    (strncmp(all[i]->name, name, strlen(name)) == 0 ||
		     strstr(all[i]->zh, name)))
			return all[i];
	return NULL;
}

static enum exit_status unknown(struct app *app, const char *name)
{
	const struct command *near = nearest(name);

	if (near)
		(void)fprintf(app->err,
			      tr("gk: no command is called '%s'; did you mean '%s'?\n"),
			      name, near->name);
	else
		(void)fprintf(app->err,
			      tr("gk: no command is called '%s'; gk help lists them\n"),
			      name);
	return EXIT_STATUS_USAGE;
}

static enum exit_status run(struct app *app, int argc, char **argv)
{
	const struct command *cmd = app->command;
	void *options = arena_alloc(&app->arena, 1, cmd->options_size + 1);
	int operands = opt_parse(app, cmd, argc, argv, options);
	enum exit_status status;

	start_color(app);
	if (operands == -1)
		return EXIT_STATUS_USAGE;
	if (operands == -2) {
		usage_print(cmd, app->out);
		return EXIT_STATUS_OK;
	}
	status = app_open(app);
	if (status != EXIT_STATUS_OK)
		return status;
	return cmd->run(app, options, operands, argv);
}

/* Results that did not reach the disk or the pipe are a failure, whatever the command says. */
static enum exit_status finish(struct app *app, enum exit_status status)
{
	app_close(app);
	if (fflush(app->out) != 0 || ferror(app->out)) {
		(void)fprintf(app->err, tr("gk: cannot write the results\n"));
		status = EXIT_STATUS_FAILED;
	}
	arena_clear(&app->arena);
	return status;
}

int main(int argc, char **argv)
{
	struct app app = { .out = stdout, .err = stderr, .program = argv[0] };
	int first = 1;
	enum exit_status status = start(&app, argc, argv);

	if (status != EXIT_STATUS_OK)
		return (int)finish(&app, status);
	if (argc < 2) {
		usage_overview(&app, app.err);
		return (int)finish(&app, EXIT_STATUS_USAGE);
	}
	if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0)
		app.command = command_find("version");
	else if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
		app.command = command_find("help");
	else if (strcmp(argv[1], "-C") == 0 && argc > 3) {
		/* gk -C DIR COMMAND, as git has it */
		app.dir = argv[2];
		first = 3;
	}
	if (!app.command)
		app.command = command_find(argv[first]);
	status = app.command ? run(&app, argc - first - 1, argv + first + 1)
			     : unknown(&app, argv[first]);
	return (int)finish(&app, status);
}
