#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "cmd/acting.h"
#include "cmd/add_source.h"
#include "cmd/commands.h"
#include "cmd/form.h"
#include "cmd/input.h"
#include "cmd/listed.h"
#include "cmd/papers.h"
#include "record/describe.h"

struct add_options {
	struct strings set;
	const char *from;
	const char *docx;
	bool yes;
	const char *like;
	struct strings templates;
	bool json;
	const char *format;
};

static const struct opt opts[] = {
	{ "set", 's', OPT_LIST, offsetof(struct add_options, set), N_("FIELD=VALUE"),
	  NULL,
	  N_("fill a field; keys and values in English or Chinese, several values "
	     "separated by ;") },
	{ "from", 0, OPT_STRING, offsetof(struct add_options, from), N_("FILE"), NULL,
	  N_("read one record or a list of them from a YAML or JSON file; - is standard "
	     "input") },
	{ "docx", 0, OPT_STRING, offsetof(struct add_options, docx), N_("FILE"), NULL,
	  N_("read a document from a Word file; .doc, .wps, .odt and .rtf through "
	     "LibreOffice") },
	{ "yes", 'y', OPT_FLAG, offsetof(struct add_options, yes), NULL, NULL,
	  N_("with --docx: write what was read without asking") },
	{ "like", 0, OPT_STRING, offsetof(struct add_options, like), N_("ID"), NULL,
	  N_("begin with a copy of a record, without its id, events, numbers, dates and "
	     "files") },
	{ "template", 't', OPT_LIST, offsetof(struct add_options, templates),
	  N_("[NAME]"), NULL,
	  N_("begin with rows of the standard catalogue: a field, a first-level matter "
	     "or "
	     "a row; without NAME, last on the line, they are listed") },
	{ "json", 0, OPT_FLAG, offsetof(struct add_options, json), NULL, NULL,
	  N_("print the new ids as JSON, as --format json does") },
	{ "format", 'f', OPT_CHOICE, offsetof(struct add_options, format), NULL,
	  "text|json", N_("how to print the new ids") },
	OPT_END,
};

static bool wants_json(const struct add_options *o)
{
	return o->json || (o->format && strcmp(o->format, "json") == 0);
}

static enum exit_status add(struct app *app, const struct add_options *o,
			    struct input *input)
{
	struct findings findings = FINDINGS(&app->arena);
	struct work_done done = { 0 };
	struct error err = { 0 };
	struct work work;
	bool as_json;
	int outcome;

	if (acting_work(app, &work, &err) < 0)
		return complain_error(app, &err);
	as_json = wants_json(o);
	outcome = work_add(&work, input->records, input->count, &findings, &done, &err);
	for (size_t i = 0;
	     outcome == WORK_DONE && app->dry_run && !as_json && i < input->count; i++)
		input_print(app, input->records[i]);
	return tell_added(app, outcome, as_json, &done, &findings, &err);
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct add_options *o = options;
	const struct kind *kind;
	struct input input = { 0 };
	enum exit_status status;

	if (argc != 1)
		return complain_usage(
			app, "%s", tr("say what to add: item or document (事项, 信息)"));
	kind = kind_set_find(&app->catalogue->kinds, argv[0]);
	if (!kind)
		return complain_kind(app, argv[0]);
	if ((o->docx != NULL) + (o->from != NULL) + (o->like != NULL) +
		    (o->templates.count > 0) >
	    1)
		return complain_usage(app, "%s",
				      tr("--from, --docx, --like and --template exclude "
					 "each other"));
	if (o->docx)
		return papers_add(app, kind,
				  &(struct add_papers){ .file = o->docx,
							.set = &o->set,
							.yes = o->yes,
							.as_json = wants_json(o) });
	if (o->set.count == 0 && !o->from && !o->like && o->templates.count == 0) {
		if (!app->interactive)
			return complain_usage(app, "%s",
					      tr("give --set FIELD=VALUE or --from FILE; "
						 "at a terminal gk add asks"));
		status = form_fill(app, kind, &input);
	} else {
		status = add_source_read(
			app, kind,
			&(struct add_source){ .set = &o->set,
					      .from = o->from,
					      .like = o->like,
					      .templates = &o->templates },
			&input);
	}
	if (status != EXIT_STATUS_OK || (input.count == 0 && o->templates.count > 0))
		return status;
	return form_settle(app, &input, add(app, o, &input));
}

const struct command cmd_add = {
	.name = "add",
	.zh = "新增",
	.args = N_("[OPTION]... KIND"),
	.summary = N_("add an item, a document or another record, and print its id"),
	.examples = "  gk add item\n"
		    "  gk 新增 事项 --set 责任科室=民政办 --set 事项名称=审核审批信息\n"
		    "  gk add document --from notice.yaml\n"
		    "  gk add document --docx 通知.docx\n"
		    "  gk add item --like mz-0003\n"
		    "  gk add item --template 最低生活保障 --set 责任科室=民政办\n",
	.opts = opts,
	.options_size = sizeof(struct add_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE | NEED_CALENDAR,
	.run = run,
};
