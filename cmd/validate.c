#include <string.h>

#include "base/buf.h"
#include "check/check.h"
#include "cmd/acting.h"
#include "cmd/commands.h"
#include "cmd/operand.h"

struct validate_options {
	const char *format;
};

static const struct opt opts[] = {
	{ "format", 'f', OPT_CHOICE, offsetof(struct validate_options, format), NULL,
	  "text|json", N_("how to print the findings") },
	OPT_END,
};

static void print_summary(struct app *app, const struct check_result *result)
{
	const struct findings *f = &result->findings;
	size_t errors = findings_count(f, SEVERITY_ERROR);
	size_t warnings = findings_count(f, SEVERITY_WARNING);
	size_t notes = findings_count(f, SEVERITY_INFO);

	say(app, tr("gk: %zu records: %zu errors, %zu warnings, %zu notes"),
	    result->records, errors, warnings, notes);
	if (result->waived > 0)
		say(app, tr("gk: %zu findings are waived in their records"),
		    result->waived);
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct validate_options *o = options;
	struct strings paths = { 0 };
	struct check_options check = { .today = app->today, .calendar = app->calendar };
	struct check_result result = { 0 };
	struct error err = { 0 };

	for (int i = 0; i < argc; i++) {
		const char *path = operand_path(app, argv[i]);

		if (!path)
			return complain_usage(app, tr("'%s' lies outside the catalogue"),
					      argv[i]);
		strings_add(&app->arena, &paths, path);
	}
	check.paths = paths.items;
	check.path_count = paths.count;
	if (check_catalogue(app->catalogue, app->index, &check, &result, &app->arena,
			    &err) < 0) {
		(void)complain_error(app, &err);
		return err.code == ERR_NOT_FOUND ? EXIT_STATUS_USAGE : EXIT_STATUS_FAILED;
	}
	if (o->format && strcmp(o->format, "json") == 0) {
		auto_buf out = BUF_INIT;
		struct json json;

		json_init(&json, &out, JSON_PRETTY);
		findings_json(&result.findings, result.records, &json);
		(void)fwrite(out.s, 1, out.len, app->out);
	} else {
		print_findings(app, app->out, &result.findings);
		print_summary(app, &result);
	}
	return findings_worst(&result.findings) == SEVERITY_ERROR ? EXIT_STATUS_FINDINGS
								  : EXIT_STATUS_OK;
}

const struct command cmd_validate = {
	.name = "validate",
	.zh = "校验",
	.args = N_("[OPTION]... [PATH]..."),
	.summary = N_("check all records, or those below the paths named"),
	.examples = "  gk validate\n  gk validate items/mz\n  gk validate "
		    "--format=json\n  gk validate --rev HEAD~1\n",
	.opts = opts,
	.options_size = sizeof(struct validate_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_REV | NEED_CALENDAR,
	.run = run,
};
