#include <string.h>

#include "base/buf.h"
#include "cmd/acting.h"
#include "cmd/commands.h"
#include "record/describe.h"

struct show_options {
	const char *format;
};

static const struct opt opts[] = {
	{ "format", 'f', OPT_CHOICE, offsetof(struct show_options, format), NULL,
	  "text|yaml|json", N_("how to print the record") },
	OPT_END,
};

static void print_record(struct app *app, const char *format, const struct record *record)
{
	auto_buf out = BUF_INIT;

	if (format && strcmp(format, "yaml") == 0) {
		buf_add(&out, record->tree.bytes, record->tree.len);
	} else if (format && strcmp(format, "json") == 0) {
		struct json json;

		json_init(&json, &out, JSON_PRETTY);
		record_json(record, &json);
	} else {
		record_describe(record, i18n_language(), &out);
	}
	(void)fwrite(out.s, 1, out.len, app->out);
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct show_options *o = options;
	struct work work = { .arena = &app->arena,
			     .catalogue = app->catalogue,
			     .index = app->index };
	enum exit_status status = EXIT_STATUS_OK;
	struct error err = { 0 };

	if (argc == 0)
		return complain_usage(app, "%s",
				      tr("name a record: its id, index number, document "
					 "number or a part of its title"));
	for (int i = 0; i < argc; i++) {
		struct record *record;

		if (work_read(&work, NULL, argv[i], &record, &err) < 0)
			return tell(app, WORK_FAILED, "", NULL, NULL, &err);
		if (i > 0)
			(void)fputc('\n', app->out);
		print_record(app, o->format, record);
		if (record->problem_count > 0) {
			say(app, tr("gk: %s has faults; gk validate %s names them"),
			    record->path, record->path);
			status = EXIT_STATUS_FINDINGS;
		}
	}
	return status;
}

const struct command cmd_show = {
	.name = "show",
	.zh = "查看",
	.args = N_("[OPTION]... ID..."),
	.summary = N_("show a record with the labels of its fields"),
	.examples = "  gk show mz-0003\n  gk show 112号\n  gk show --format=json "
		    "2018-00112\n",
	.opts = opts,
	.options_size = sizeof(struct show_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_REV,
	.run = run,
};
