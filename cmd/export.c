#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "cmd/commands.h"
#include "cmd/export.h"
#include "store/catalogue.h"
#include "store/range.h"

#define AT(member) offsetof(struct export_command_options, member)

static const struct opt opts[] = {
	{ "format", 'f', OPT_CHOICE, AT(format), NULL, "xlsx|csv|json|ndjson|sqlite",
	  N_("what kind of file; without it, as the end of the name says") },
	{ "kind", 'k', OPT_LIST, AT(kind), N_("KIND"), NULL,
	  N_("records of this kind; without it, items in XLSX and CSV, all in the "
	     "others") },
	{ "unit", 'u', OPT_STRING, AT(unit), N_("UNIT"), NULL,
	  N_("only those that this unit is responsible for") },
	{ "where", 'w', OPT_LIST, AT(where), N_("FIELD=VALUE"), NULL,
	  N_("only records whose field has this value; keys and values in English or "
	     "Chinese") },
	{ "state", 0, OPT_STRING, AT(state), N_("STATE"), NULL,
	  N_("only records in this state: draft, cleared, published, …") },
	{ "all", 0, OPT_FLAG, AT(all), NULL, NULL,
	  N_("items that are suspended or cancelled as well") },
	{ "edit", 0, OPT_FLAG, AT(edit), NULL, NULL,
	  N_("a table of all fields to be changed in Excel and read back by gk import; "
	     "internal") },
	{ "internal", 0, OPT_FLAG, AT(internal), NULL, NULL,
	  N_("all records with all fields, for use inside the office") },
	{ "one-sheet", 0, OPT_FLAG, AT(one_sheet), NULL, NULL,
	  N_("the whole standard catalogue on one sheet, not a sheet a field") },
	{ "encoding", 0, OPT_CHOICE, AT(encoding), NULL, "utf-8|gbk|gb18030",
	  N_("of CSV; UTF-8 with a byte order mark without it") },
	{ "force", 0, OPT_FLAG, AT(force), NULL, NULL,
	  N_("replace the file when it is already there") },
	OPT_END,
};

static int to_output(void *payload, const char *bytes, size_t len, struct error *err)
{
	struct app *app = payload;

	/* main says what went wrong with standard output. */
	(void)fwrite(bytes, 1, len, app->out);
	(void)err;
	return 0;
}

static void tell(struct app *app, const struct export_options *options, const char *file,
		 const struct export_result *result)
{
	if (strcmp(file, "-") != 0)
		say(app,
		    trn("gk: written: %s (%zu record)", "gk: written: %s (%zu records)",
			result->records),
		    file, result->records);
	if (options->internal || options->edit)
		say(app, "%s",
		    tr("gk: it holds what is internal: it stays inside the office"));
	if (result->unpublished > 0 && !options->edit)
		say(app,
		    trn("gk: %zu of them is not published; --state published leaves it "
			"out",
			"gk: %zu of them are not published; --state published leaves "
			"them out",
			result->unpublished),
		    result->unpublished);
	if (result->withheld > 0)
		say(app,
		    trn("gk: %zu was left out because it is not disclosed",
			"gk: %zu were left out because they are not disclosed",
			result->withheld),
		    result->withheld);
	if (result->dormant > 0)
		say(app,
		    trn("gk: %zu item was left out because it is suspended or cancelled; "
			"--all takes it in",
			"gk: %zu items were left out because they are suspended or "
			"cancelled; --all takes them in",
			result->dormant),
		    result->dormant);
	if (result->faulty > 0)
		say(app,
		    trn("gk: %zu cannot be read in full, and what cannot is missing: gk "
			"validate says where",
			"gk: %zu cannot be read in full, and what cannot is missing: gk "
			"validate says where",
			result->faulty),
		    result->faulty);
}

/* NULL: UTF-8. */
static const char *encoding(const char *typed)
{
	if (!typed || strcmp(typed, "utf-8") == 0)
		return NULL;
	return strcmp(typed, "gbk") == 0 ? "GBK" : "GB18030";
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct export_command_options *o = options;
	struct export_options what = {
		.internal = o->internal,
		.edit = o->edit,
		.one_sheet = o->one_sheet,
		.all = o->all,
		.encoding = encoding(o->encoding),
		.day = app->today,
		.sync = app->fast ? FILE_FAST : FILE_SYNC,
	};
	struct export_target target = { .write = to_output, .payload = app };
	struct export_result result;
	struct error err = { 0 };
	struct stat there;
	enum exit_status status;

	if (argc != 1)
		return complain_usage(app, "%s",
				      tr("name one file to write, or - for standard "
					 "output"));
	status = export_ask(app, o, argv[0], &what);
	if (status != EXIT_STATUS_OK)
		return status;
	if (strcmp(argv[0], "-") != 0)
		target.path = argv[0];
	if (target.path && !o->force && lstat(target.path, &there) == 0) {
		(void)error_set(&err, ERR_DENIED,
				tr("'%s' is already there: --force replaces it"),
				target.path);
		return complain_error(app, &err);
	}
	what.commit = source_commit(app->catalogue->source);
	if (what.commit &&
	    range_day(app->catalogue->source, what.commit, &what.day, &err) < 0)
		return complain_error(app, &err);
	what.helper =
		arena_printf(&app->arena, "%s/../../libexec/gk/gk-sheet", app->data_dir);
	if (!file_exists(what.helper))
		what.helper = NULL;
	if (export_run(app->catalogue, app->index, &what, &target, &result, &err) < 0)
		return complain_error(app, &err);
	tell(app, &what, argv[0], &result);
	return EXIT_STATUS_OK;
}

const struct command cmd_export = {
	.name = "export",
	.zh = "导出",
	.args = N_("[OPTION]... FILE"),
	.summary = N_("take records along as a spreadsheet, CSV, JSON or SQLite"),
	.examples = "  gk export 标准目录.xlsx\n  gk export --edit --unit 民政办 "
		    "items.xlsx\n  gk 导出 --kind document --format=ndjson -\n",
	.opts = opts,
	.options_size = sizeof(struct export_command_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_REV,
	.run = run,
};
