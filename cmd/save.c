#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cmd/acting.h"
#include "cmd/commands.h"
#include "cmd/operand.h"

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	struct findings findings = FINDINGS(&app->arena);
	struct strings paths = { 0 };
	struct work_done done = { 0 };
	struct error err = { 0 };
	struct work work;
	int outcome;

	(void)options;
	if (operand_paths(app, (size_t)argc, (const char *const *)argv, &paths) !=
	    EXIT_STATUS_OK)
		return EXIT_STATUS_USAGE;
	if (acting_work(app, &work, &err) < 0)
		return complain_error(app, &err);
	outcome = work_save(&work, paths.items, paths.count, &findings, &done, &err);
	return tell(app, outcome, tr("saved"), &done, &findings, &err);
}

const struct command cmd_save = {
	.name = "save",
	.zh = "保存",
	.args = N_("[OPTION]... [PATH]..."),
	.summary = N_("check and commit what was edited by hand"),
	.examples = "  gk save\n  gk save items/mz\n",
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE,
	.run = run,
};
