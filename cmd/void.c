#include "cmd/acting.h"
#include "cmd/commands.h"

struct void_options {
	const char *reason;
};

static const struct opt opts[] = {
	{ "reason", 0, OPT_STRING, offsetof(struct void_options, reason), N_("TEXT"),
	  NULL, N_("why the number is given up; it stays in the record") },
	OPT_END,
};

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct void_options *o = options;
	struct findings findings = FINDINGS(&app->arena);
	struct work_done done = { 0 };
	struct error err = { 0 };
	struct work work;
	int outcome;

	if (argc != 1)
		return complain_usage(app, "%s", tr("name one record"));
	if (!o->reason || !*o->reason)
		return complain_usage(app, "%s", tr("say why: --reason TEXT"));
	if (acting_work(app, &work, &err) < 0)
		return complain_error(app, &err);
	outcome = work_void(&work, argv[0], o->reason, &findings, &done, &err);
	return tell(app, outcome, tr("made void"), &done, &findings, &err);
}

const struct command cmd_void = {
	.name = "void",
	.zh = "作废",
	.args = N_("[OPTION]... ID"),
	.summary = N_("give up a number that was given by mistake, leaving a trace"),
	.examples = "  gk void mz-0003 --reason 重复登记\n",
	.opts = opts,
	.options_size = sizeof(struct void_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE,
	.run = run,
};
