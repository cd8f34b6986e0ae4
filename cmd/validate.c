#include "cmd/commands.h"
#include "cmd/selection.h"
#include "cmd/telling.h"

struct validate_options {
	struct selection selection;
	struct strings formats;
};

static const struct opt opts[] = {
	{ "format", 'f', OPT_LIST, offsetof(struct validate_options, formats), NULL,
	  "text|short|json|sarif|junit|tap|github|gitlab",
	  N_("how to tell the findings; FORM=FILE writes them into a file; may be given "
	     "again") },
	OPT_END,
};

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct validate_options *o = options;
	struct selection selection = o->selection;
	struct check_result result = { 0 };
	struct telling telling;
	enum exit_status status = telling_parse(app, &o->formats, &telling);

	if (status != EXIT_STATUS_OK)
		return status;
	for (int i = 0; i < argc; i++)
		strings_add(&app->arena, &selection.operands, argv[i]);
	status = selection_check(app, &selection, &result);
	if (status != EXIT_STATUS_OK)
		return status;
	return telling_print(app, &telling, options, &selection.operands, &result);
}

const struct command cmd_validate = {
	.name = "validate",
	.zh = "校验",
	.args = N_("[OPTION]... [PATH]..."),
	.summary = N_("check all records, or those below the paths named"),
	.examples = "  gk validate\n  gk validate items/mz\n  gk validate "
		    "--format=json\n  gk validate --rev HEAD~1\n",
	.opts = opts,
	.options_size = sizeof(struct validate_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_REV | NEED_CALENDAR,
	.run = run,
};
