#include "cmd/import.h"

#include <string.h>

#include "base/file.h"
#include "cmd/commands.h"
#include "cmd/listed.h"
#include "cmd/papers.h"

static const struct opt opts[] = {
	{ "kind", 'k', OPT_STRING, offsetof(struct import_typed, kind), N_("KIND"), NULL,
	  N_("what the rows are: item (which is usual), document, or another kind") },
	{ "unit", 'u', OPT_STRING, offsetof(struct import_typed, unit), N_("UNIT"), NULL,
	  N_("responsible unit of new rows that name none, by name or code") },
	{ "sheet", 0, OPT_STRING, offsetof(struct import_typed, sheet), N_("SHEET"), NULL,
	  N_("read only this sheet of a workbook, by name or number") },
	{ "map", 'm', OPT_STRING, offsetof(struct import_typed, map), N_("FILE"), NULL,
	  N_("YAML lines HEAD: FIELD for odd heads; FIELD may be x-... or ignore") },
	{ "set", 's', OPT_LIST, offsetof(struct import_typed, set), N_("FIELD=VALUE"),
	  NULL, N_("fill a field of new rows that the table leaves empty") },
	{ "new-only", 0, OPT_FLAG, offsetof(struct import_typed, new_only), NULL, NULL,
	  N_("add what is new, leave records that are there as they are") },
	{ "update-only", 0, OPT_FLAG, offsetof(struct import_typed, update_only), NULL,
	  NULL, N_("change records that are there, add nothing") },
	{ "partial", 0, OPT_FLAG, offsetof(struct import_typed, partial), NULL, NULL,
	  N_("leave out rows with faults instead of refusing the whole file") },
	{ "yes", 'y', OPT_FLAG, offsetof(struct import_typed, yes), NULL, NULL,
	  N_("at a terminal, write without asking") },
	{ "format", 'f', OPT_CHOICE, offsetof(struct import_typed, format), NULL,
	  "text|json", N_("how to tell what became of each row") },
	OPT_END,
};

/* ---- where records come from ---- */

static bool is_file(const char *path)
{
	(void)path;
	return true;
}

static bool is_paper(const char *path)
{
	return papers_is_name(path_base(path));
}

static enum exit_status send_to_add(struct app *app, const struct import_typed *typed,
				    const struct kind *kind, const char *path)
{
	(void)typed;
	(void)kind;
	return complain_usage(app,
			      tr("'%s' is a paper: gk add document --docx takes it, gk "
				 "import --kind document a folder of them"),
			      path);
}

/* The first that takes a path is asked. */
static const struct import_origin origins[] = {
	{ file_is_dir, papers_import },
	{ is_paper, send_to_add },
	{ is_file, import_table },
};

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct import_typed *typed = options;
	const char *name = typed->kind ? typed->kind : "item";
	const struct kind *kind = kind_set_find(&app->catalogue->kinds, name);

	if (argc != 1)
		return complain_usage(app, "%s",
				      tr("name the file: a workbook (.xlsx) or a CSV"));
	if (!kind)
		return complain_kind(app, name);
	for (size_t i = 0; i < ARRAY_LEN(origins); i++)
		if (origins[i].takes(argv[0]))
			return origins[i].run(app, typed, kind, argv[0]);
	return EXIT_STATUS_USAGE;
}

const struct command cmd_import = {
	.name = "import",
	.zh = "导入",
	.args = N_("[OPTION]... FILE|FOLDER"),
	.summary = N_("take over a table from Excel or CSV, or a folder of papers"),
	.examples = "  gk import 目录.xlsx --unit 民政办 --dry-run\n"
		    "  gk import 目录.xlsx --unit 民政办\n"
		    "  gk 导入 台账.csv --kind document --map 表头.yaml\n"
		    "  gk import --kind document 2025年文件/ --dry-run\n",
	.opts = opts,
	.options_size = sizeof(struct import_typed),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE | NEED_CALENDAR,
	.run = run,
};
