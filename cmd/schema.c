#include <string.h>

#include "base/buf.h"
#include "cmd/commands.h"
#include "cmd/listed.h"
#include "record/schema.h"

struct schema_options {
	bool reference;
	bool list;
};

static const struct opt opts[] = {
	{ "reference", 0, OPT_FLAG, offsetof(struct schema_options, reference), NULL,
	  NULL, N_("print the field reference in Markdown instead") },
	{ "list", 0, OPT_FLAG, offsetof(struct schema_options, list), NULL, NULL,
	  N_("list the kinds of records") },
	OPT_END,
};

static void print_kinds(struct app *app)
{
	size_t count;
	const struct kind *const *all = kinds(&count);

	for (size_t i = 0; i < count; i++)
		(void)fprintf(app->out, "%s\t%s\n", all[i]->name, all[i]->zh);
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct schema_options *o = options;
	const struct kind *kind;
	auto_buf out = BUF_INIT;

	if (o->list) {
		print_kinds(app);
		return EXIT_STATUS_OK;
	}
	if (argc != 1)
		return complain_usage(
			app, "%s",
			tr("name one kind of record; gk schema --list lists them"));
	kind = kind_find(argv[0]);
	if (!kind)
		return complain_kind(app, argv[0]);
	if (o->reference)
		schema_reference(kind, i18n_language(), &out);
	else
		schema_json(kind, i18n_language(), &out);
	(void)fwrite(out.s, 1, out.len, app->out);
	return EXIT_STATUS_OK;
}

const struct command cmd_schema = {
	.name = "schema",
	.zh = "格式",
	.args = N_("[OPTION]... KIND"),
	.summary = N_("print the JSON Schema or the field reference of a kind of record"),
	.examples = "  gk schema item >item.json\n  gk schema --reference document\n",
	.opts = opts,
	.options_size = sizeof(struct schema_options),
	.run = run,
};
