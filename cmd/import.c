#include "cmd/import.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "cmd/acting.h"
#include "cmd/commands.h"
#include "cmd/input.h"
#include "cmd/listed.h"
#include "cmd/papers.h"
#include "record/path.h"

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
	{ "format", 'f', OPT_CHOICE, offsetof(struct import_typed, format), NULL,
	  "text|json", N_("how to tell what became of each row") },
	OPT_END,
};

/* ---- what was typed ---- */

static enum exit_status read_map(struct app *app, const struct import_typed *typed,
				 struct import_options *out)
{
	struct buf bytes = BUF_INIT;
	struct error err = { 0 };
	struct yaml_tree tree;
	const char *copy;
	size_t len;

	if (!typed->map)
		return EXIT_STATUS_OK;
	if (file_read(typed->map, YAML_MAX_BYTES, &bytes, &err) < 0) {
		buf_release(&bytes);
		return complain_error(app, &err);
	}
	len = bytes.len;
	copy = buf_dup(&bytes, &app->arena);
	buf_release(&bytes);
	yaml_parse(&app->arena, copy, len, &tree);
	if (!tree.root || tree.problem_count > 0)
		return complain_usage(
			app, tr("--map: '%s' is no YAML (line %u)"), typed->map,
			tree.problem_count ? tree.problems[0].place.line : 1);
	if (import_map_check(out->kind, tree.root, &err) < 0)
		return complain_usage(app, "--map: %s", err.text);
	out->map = tree.root;
	return EXIT_STATUS_OK;
}

/* FIELD=VALUE, the field by its path. */
static enum exit_status read_fill(struct app *app, const char *text,
				  struct import_options *out, struct assignment *fill)
{
	const struct read_options options = { .flags = READ_LABELS, .today = app->today };
	struct record *trial = record_new(&app->arena, out->kind);
	const char *equals = strchr(text, '=');
	struct field_path way;
	auto_buf path = BUF_INIT;

	if (!equals || equals == text)
		return complain_usage(app, tr("--set: '%s' is not FIELD=VALUE"), text);
	fill->field = arena_strndup(&app->arena, text, (size_t)(equals - text));
	fill->value = equals + 1;
	if (!record_assign(&app->arena, trial, fill->field, fill->value, &options))
		return input_complain(app, trial,
				      arena_printf(&app->arena, "--set %s", text));
	if (strncmp(fill->field, "x-", 2) != 0 &&
	    field_path_find(out->kind, fill->field, true, &way)) {
		field_path_text(&way, &path);
		fill->field = buf_dup(&path, &app->arena);
	}
	return EXIT_STATUS_OK;
}

static enum exit_status settle(struct app *app, const struct import_typed *typed,
			       struct import_options *out)
{
	struct assignment *fill =
		arena_array(&app->arena, struct assignment, typed->set.count);
	enum exit_status status = EXIT_STATUS_OK;

	out->unit = typed->unit;
	out->sheet = typed->sheet;
	out->new_only = typed->new_only;
	out->update_only = typed->update_only;
	out->partial = typed->partial;
	out->fill = fill;
	out->fill_count = typed->set.count;
	if (out->new_only && out->update_only)
		return complain_usage(app, "%s",
				      tr("--new-only and --update-only exclude each "
					 "other"));
	for (size_t i = 0; status == EXIT_STATUS_OK && i < typed->set.count; i++)
		status = read_fill(app, typed->set.items[i], out, &fill[i]);
	return status == EXIT_STATUS_OK ? read_map(app, typed, out) : status;
}

/* ---- tables ---- */

static bool is_file(const char *path)
{
	(void)path;
	return true;
}

/* What the file does not have, or the person did not say, is a wrong line. */
static enum exit_status complain(struct app *app, const struct error *err)
{
	enum exit_status status = complain_error(app, err);

	return err->code == ERR_NOT_FOUND || err->code == ERR_AMBIGUOUS
		       ? EXIT_STATUS_USAGE
		       : status;
}

static enum exit_status import_table(struct app *app, const struct import_typed *typed,
				     const struct kind *kind, const char *path)
{
	struct import_options options = { .kind = kind };
	struct findings findings = FINDINGS(&app->arena);
	struct work_done done = { 0 };
	struct import import;
	struct grid_book book;
	struct error err = { 0 };
	struct work work;
	struct import_told told = { .app = app,
				    .file = path,
				    .import = &import,
				    .findings = &findings,
				    .done = &done };
	enum exit_status status = settle(app, typed, &options);
	int outcome;

	if (status != EXIT_STATUS_OK)
		return status;
	if (acting_work(app, &work, &err) < 0 ||
	    grid_read(&app->arena, app->inspector, path, &book, &err) < 0)
		return complain_error(app, &err);
	if (import_read(&work, &options, &book, &import, &err) < 0)
		return complain(app, &err);
	outcome = import_commit(&work, &options, &import, &findings, &done, &err);
	if (outcome == WORK_FAILED)
		return complain_error(app, &err);
	told.refused = outcome == WORK_REFUSED;
	if (typed->format && strcmp(typed->format, "json") == 0)
		import_json_print(&told);
	else
		import_text_print(&told);
	return import.counts[IMPORT_FAULTY] > 0 ? EXIT_STATUS_FINDINGS : EXIT_STATUS_OK;
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
