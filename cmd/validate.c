#include "cmd/commands.h"
#include "cmd/selection.h"
#include "cmd/telling.h"

struct validate_options {
	struct selection selection;
	struct strings formats;
};

#define SELECTION(member) offsetof(struct validate_options, selection.member)

static const struct opt opts[] = {
	{ "staged", 0, OPT_FLAG, SELECTION(staged), NULL, NULL,
	  N_("check what git add has staged") },
	{ "range", 0, OPT_STRING, SELECTION(range), N_("A..B"), NULL,
	  N_("check the commits that B has and A has not, and the records they change") },
	{ "since", 0, OPT_STRING, SELECTION(since), N_("REV|DATE"), NULL,
	  N_("check the records that have changed since") },
	{ "as-path", 0, OPT_STRING, SELECTION(as_path), N_("PATH"), NULL,
	  N_("with -: the file that the record on standard input stands for") },
	{ "allow-empty", 0, OPT_FLAG, SELECTION(allow_empty), NULL, NULL,
	  N_("to match no record is no mistake") },
	{ "rule", 0, OPT_LIST, SELECTION(rules), N_("RULE"), NULL,
	  N_("tell findings of this rule only; may be given again") },
	{ "group", 0, OPT_LIST, SELECTION(groups), N_("GROUP"), NULL,
	  N_("tell findings of this group of rules only; may be given again") },
	{ "severity", 0, OPT_CHOICE, SELECTION(severity), NULL, "error|warning|info",
	  N_("tell findings that are at least so severe") },
	{ "baseline", 0, OPT_STRING, SELECTION(baseline), N_("FILE"), NULL,
	  N_("do not count the findings that FILE lists") },
	{ "write-baseline", 0, OPT_STRING, SELECTION(write_baseline), N_("FILE"), NULL,
	  N_("write a list of all that is found into FILE") },
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
		    "--format=json\n  gk validate --staged\n  gk validate --range "
		    "main..HEAD\n",
	.opts = opts,
	.options_size = sizeof(struct validate_options),
	.needs = NEED_REV,
	.run = run,
};
