#include "cmd/telling.h"

#include <string.h>

#include "base/buf.h"
#include "cmd/acting.h"

static void print_summary(struct app *app, const struct check_result *result)
{
	const struct findings *f = &result->findings;
	size_t errors = findings_count(f, SEVERITY_ERROR);
	size_t warnings = findings_count(f, SEVERITY_WARNING);
	size_t notes = findings_count(f, SEVERITY_INFO);

	say(app, tr("gk: %zu records: %zu errors, %zu warnings, %zu notes"),
	    result->records, errors, warnings, notes);
	if (result->waived.count > 0)
		say(app, tr("gk: %zu findings are waived in their records"),
		    result->waived.count);
}

enum exit_status telling_print(struct app *app, const char *form,
			       const struct check_result *result)
{
	if (form && strcmp(form, "json") == 0) {
		auto_buf out = BUF_INIT;
		struct json json;

		json_init(&json, &out, JSON_PRETTY);
		findings_json(&result->findings, result->records, &json);
		(void)fwrite(out.s, 1, out.len, app->out);
	} else {
		print_findings(app, app->out, &result->findings);
		print_summary(app, result);
	}
	return findings_worst(&result->findings) == SEVERITY_ERROR ? EXIT_STATUS_FINDINGS
								   : EXIT_STATUS_OK;
}
