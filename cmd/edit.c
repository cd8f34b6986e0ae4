#include <string.h>

#include "cmd/acting.h"
#include "cmd/commands.h"
#include "cmd/edit_text.h"
#include "cmd/form.h"
#include "work/edit.h"

struct edit_options {
	bool editor;
	const char *section;
};

static const struct opt opts[] = {
	{ "editor", 'e', OPT_FLAG, offsetof(struct edit_options, editor), NULL, NULL,
	  N_("open the file of the record in $VISUAL or $EDITOR instead of the form") },
	{ "section", 0, OPT_STRING, offsetof(struct edit_options, section), N_("FIELD"),
	  NULL, N_("open one field of text or a list in $VISUAL or $EDITOR") },
	OPT_END,
};

static enum exit_status fill(struct app *app, const struct edit_options *o,
			     const struct record *before, struct input *input)
{
	return o->section ? form_section(app, before, o->section, input)
			  : form_edit(app, before, input);
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct edit_options *o = options;
	struct findings findings = FINDINGS(&app->arena);
	struct work_done done = { 0 };
	struct input input = { 0 };
	struct error err = { 0 };
	struct record *before;
	struct work work;
	enum exit_status status;
	int outcome;

	if (argc != 1)
		return complain_usage(app, "%s", tr("name one record"));
	if (o->editor && o->section)
		return complain_usage(app, "%s",
				      tr("--editor and --section exclude each other"));
	if (!app->interactive && !o->editor)
		return complain_usage(
			app, "%s",
			tr("the form needs a terminal; gk set changes fields "
			   "without one"));
	if (acting_work(app, &work, &err) < 0)
		return complain_error(app, &err);
	if (work_edit_begin(&work, argv[0], &before, &err) < 0)
		return tell(app, WORK_FAILED, "", &done, &findings, &err);
	if (o->editor)
		return edit_text(app, &work, before);
	status = fill(app, o, before, &input);
	if (status != EXIT_STATUS_OK)
		return status;
	if (record_equal(before, input.records[0])) {
		say(app, "%s", tr("gk: nothing was changed"));
		return form_settle(app, &input, EXIT_STATUS_OK);
	}
	outcome = work_edit(&work, before, input.records[0], &findings, &done, &err);
	status = tell(app, outcome, tr("changed"), &done, &findings, &err);
	return form_settle(app, &input, status);
}

const struct command cmd_edit = {
	.name = "edit",
	.zh = "编辑",
	.args = N_("[OPTION]... ID"),
	.summary = N_("change a record that is there in the form, or in an editor"),
	.examples = "  gk edit mz-0003\n"
		    "  gk edit 112号 --editor\n"
		    "  gk edit 2018-00112 --section 正文\n",
	.opts = opts,
	.options_size = sizeof(struct edit_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE | NEED_CALENDAR,
	.run = run,
};
