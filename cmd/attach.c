#include "work/attach.h"
#include "cmd/acting.h"
#include "cmd/commands.h"
#include "cmd/listed.h"

struct attach_options {
	const char *role;
	const char *title;
	bool internal;
};

static const struct opt opts[] = {
	{ "role", 'r', OPT_STRING, offsetof(struct attach_options, role), N_("ROLE"),
	  NULL,
	  N_("what it is for: annex, sealed, original, ofd, picture, chart, table, form, "
	     "approval, proof, consent, or the Chinese name") },
	{ "title", 't', OPT_STRING, offsetof(struct attach_options, title), N_("TEXT"),
	  NULL, N_("its title; without it the name of the file") },
	{ "internal", 0, OPT_FLAG, offsetof(struct attach_options, internal), NULL, NULL,
	  N_("keep it inside the office, whatever its role") },
	OPT_END,
};

static void warn_of_size(const struct app *app, const struct attach_file *file)
{
	if (file->size > ATTACH_LARGE)
		say(app,
		    tr("gk: %s is larger than 10 MiB; git keeps every version for ever"),
		    file->from);
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct attach_options *o = options;
	struct findings findings = FINDINGS(&app->arena);
	struct attach_request request = { .id = "" };
	struct attach_file *files;
	struct work_done done = { 0 };
	struct error err = { 0 };
	struct work work;
	int role, outcome;

	if (argc < 2)
		return complain_usage(app, "%s", tr("name the record and the files"));
	if (!o->role)
		return complain_usage(app, tr("say what the file is for: --role %s"),
				      choices_listed(app, &attachment_roles));
	role = choice_find(&attachment_roles, o->role, /* labels */ true);
	if (!role)
		return complain_usage(app, tr("no attachment is for '%s'; one of: %s"),
				      o->role, choices_listed(app, &attachment_roles));
	if (o->title && argc > 2)
		return complain_usage(app, "%s", tr("--title is for one file"));
	files = arena_array(&app->arena, struct attach_file, (size_t)argc);
	for (int i = 1; i < argc; i++) {
		files[i - 1] = (struct attach_file){
			.from = argv[i],
			.title = o->title,
			.role = role,
			.visibility = o->internal ? OPEN_INTERNAL : OPEN_UNSET,
		};
	}
	if (acting_work(app, &work, &err) < 0)
		return complain_error(app, &err);
	request = (struct attach_request){ .id = argv[0],
					   .files = files,
					   .count = (size_t)argc - 1 };
	outcome = work_attach(&work, &request, &findings, &done, &err);
	for (int i = 0; outcome == WORK_DONE && i < argc - 1; i++)
		warn_of_size(app, &files[i]);
	return tell(app, outcome, tr("attached"), &done, &findings, &err);
}

const struct command cmd_attach = {
	.name = "attach",
	.zh = "附件",
	.args = N_("[OPTION]... ID FILE..."),
	.summary = N_("put files beside a record"),
	.examples =
		"  gk attach 2018-00112 任务分解表.xlsx --role table\n"
		"  gk 附件 112号 扫描件.pdf --role 盖章扫描件 --title 印发通知（盖章）\n",
	.opts = opts,
	.options_size = sizeof(struct attach_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE,
	.run = run,
};
