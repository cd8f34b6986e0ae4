#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "cmd/commands.h"
#include "report/annual.h"

enum { FIRST_YEAR = 2008 }; /* 条例 of 2007 is in force since 2008-05-01 */

struct annual_report_options {
	bool draft;
	const char *format;
	const char *out;
};

static const struct opt opts[] = {
	{ "draft", 0, OPT_FLAG, offsetof(struct annual_report_options, draft), NULL, NULL,
	  N_("write the report although something is missing, and mark what") },
	{ "format", 'f', OPT_CHOICE, offsetof(struct annual_report_options, format), NULL,
	  "markdown|html", N_("how to write the report") },
	{ "output", 'o', OPT_STRING, offsetof(struct annual_report_options, out),
	  N_("FILE"), NULL, N_("write to this file, whole or not at all") },
	OPT_END,
};

/* 2026, 2026年 */
static bool read_year(const char *text, int *year)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (end == text || (*end && strcmp(end, "年") != 0) || n < FIRST_YEAR || n > 2199)
		return false;
	*year = (int)n;
	return true;
}

static void list_lines(struct app *app, const char *heading, const struct strings *lines)
{
	if (lines->count > 0)
		say(app, "%s", heading);
	for (size_t i = 0; i < lines->count; i++)
		say(app, "  %s", lines->items[i]);
}

/* Says what keeps the report from being one. */
static void list_troubles(struct app *app, const struct annual *annual)
{
	list_lines(app, tr("gk: figures that contradict others:"), annual_faults(annual));
	list_lines(app, tr("gk: points still open:"), annual_open_points(annual));
}

static enum exit_status put(struct app *app, const char *path, const struct buf *text)
{
	struct error err;

	if (!path) {
		(void)fwrite(text->s, 1, text->len, app->out);
		return EXIT_STATUS_OK;
	}
	if (file_write(path, text->s, text->len, app->fast ? FILE_FAST : FILE_SYNC,
		       &err) < 0)
		return complain_error(app, &err);
	say(app, tr("gk: written: %s"), path);
	return EXIT_STATUS_OK;
}

static void write_report(struct app *app, const struct annual *annual,
			 const struct annual_report_options *o, struct buf *text)
{
	struct blocks doc;

	if (o->format && strcmp(o->format, "html") == 0) {
		annual_html(annual, o->draft, text);
		return;
	}
	blocks_init(&doc, &app->arena);
	annual_blocks(annual, o->draft, &doc);
	blocks_to_markdown(&doc, text);
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct annual_report_options *o = options;
	struct annual *annual;
	auto_buf text = BUF_INIT;
	struct error err;
	enum exit_status status;
	int year;

	if (argc != 1 || !read_year(argv[0], &year))
		return complain_usage(app, tr("give one year since %d"), FIRST_YEAR);
	if (annual_collect(&app->arena, app->catalogue, app->index, year, app->today,
			   &annual, &err) < 0)
		return complain_error(app, &err);
	list_troubles(app, annual);
	if (!o->draft &&
	    (annual_faults(annual)->count > 0 || annual_open_points(annual)->count > 0)) {
		say(app, "%s",
		    tr("gk: no report is written; --draft shows what there is"));
		return EXIT_STATUS_FINDINGS;
	}
	write_report(app, annual, o, &text);
	status = put(app, o->out, &text);
	if (status != EXIT_STATUS_OK)
		return status;
	return annual_faults(annual)->count > 0 ? EXIT_STATUS_FINDINGS : EXIT_STATUS_OK;
}

const struct command cmd_annual_report = {
	.name = "annual-report",
	.zh = "年报",
	.args = N_("[OPTION]... YEAR"),
	.summary = N_("make the yearly report from the records"),
	.examples = "  gk annual-report 2026 --draft\n  gk annual-report 2026 "
		    "--format=html -o 2026.html\n  gk 年报 2026 --draft\n",
	.opts = opts,
	.options_size = sizeof(struct annual_report_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_REV,
	.run = run,
};
