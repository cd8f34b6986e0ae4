#include "work/fmt.h"

#include "base/buf.h"
#include "base/file.h"
#include "cmd/acting.h"
#include "cmd/commands.h"
#include "cmd/operand.h"

struct fmt_options {
	bool check;
};

static const struct opt opts[] = {
	{ "check", 0, OPT_FLAG, offsetof(struct fmt_options, check), NULL, NULL,
	  N_("change nothing; name the files that are not in canonical form, and exit "
	     "with 1") },
	OPT_END,
};

static void print_one(void *payload, const char *path, enum fmt_outcome outcome,
		      const struct error *why)
{
	struct app *app = payload;

	if (outcome == FMT_CHANGED)
		(void)fprintf(app->out, "%s\n", path);
	else if (outcome == FMT_LEFT)
		(void)fprintf(app->err, "gk: %s\n", why->text);
}

static void print_summary(const struct app *app, const struct fmt_counts *counts,
			  bool check)
{
	size_t canonical = counts->files - counts->left;

	if (counts->changed > 0 && (check || app->dry_run))
		say(app,
		    trn("gk: %zu of %zu file not in canonical form",
			"gk: %zu of %zu files not in canonical form", counts->files),
		    counts->changed, counts->files);
	else if (counts->changed > 0)
		say(app,
		    trn("gk: %zu of %zu file rewritten; gk save commits it",
			"gk: %zu of %zu files rewritten; gk save commits them",
			counts->files),
		    counts->changed, counts->files);
	else
		say(app,
		    trn("gk: %zu file is in canonical form",
			"gk: all %zu files are in canonical form", canonical),
		    canonical);
	if (counts->left > 0)
		say(app,
		    trn("gk: %zu file was left as it is",
			"gk: %zu files were left as they are", counts->left),
		    counts->left);
}

static bool is_there(const struct app *app, const char *path)
{
	auto_buf full = BUF_INIT;

	path_join(&full, source_root(app->catalogue->source), path);
	return file_exists(full.s);
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct fmt_options *o = options;
	struct strings paths = { 0 };
	const struct fmt_request request = {
		.paths = &paths, .check = o->check, .fn = print_one, .payload = app
	};
	struct fmt_counts counts = { 0 };
	struct error err = { 0 };
	struct work work = {
		.arena = &app->arena,
		.catalogue = app->catalogue,
		.index = app->index,
		.today = app->today,
		.tx_flags = (app->dry_run ? TX_DRY : 0U) | (app->fast ? TX_FAST : 0U),
	};

	if (operand_paths(app, (size_t)argc, (const char *const *)argv, &paths) !=
	    EXIT_STATUS_OK)
		return EXIT_STATUS_USAGE;
	for (size_t i = 0; i < paths.count; i++)
		if (!is_there(app, paths.items[i]))
			return complain_usage(app, tr("no record lies at '%s'"), argv[i]);
	if (work_fmt(&work, &request, &counts, &err) < 0)
		return complain_error(app, &err);
	if (counts.files == 0)
		return complain_usage(app, tr("no record lies at '%s'"),
				      argc > 0 ? argv[0] : ".");
	print_summary(app, &counts, o->check);
	if (counts.left > 0 || (o->check && counts.changed > 0))
		return EXIT_STATUS_FINDINGS;
	return EXIT_STATUS_OK;
}

const struct command cmd_fmt = {
	.name = "fmt",
	.zh = "整理",
	.args = N_("[OPTION]... [PATH]..."),
	.summary = N_("bring files into canonical form, comments kept"),
	.examples = "  gk fmt\n  gk fmt items/mz\n  gk fmt --check\n",
	.opts = opts,
	.options_size = sizeof(struct fmt_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE,
	.run = run,
};
