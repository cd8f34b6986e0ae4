#include "check/steps.h"
#include "cmd/hooks.h"
#include "cmd/telling.h"

void hook_drop_notes(struct findings *findings)
{
	size_t kept = 0;

	for (size_t i = 0; i < findings->count; i++)
		if (findings->items[i].severity > SEVERITY_INFO)
			findings->items[kept++] = findings->items[i];
	findings->count = kept;
}

static int check_staged(struct app *app, struct check_result *out, struct error *err)
{
	const struct check_options options = { .today = app->today,
					       .calendar = app->calendar };
	struct range_commit next = { .date = app->today };
	struct check_steps steps = { .commits = &next, .count = 1 };
	struct source *source = app->catalogue->source;
	struct range_outside outside;

	if (range_next_parents(source, &app->arena, &next.parents, err) < 0)
		return -1;
	if (next.parents.count > 0) {
		steps.base = next.parents.items[0];
		if (range_outside(source, &app->arena, steps.base, &outside, err) < 0)
			return -1;
		/* A number that nobody else has seen may still be given up. */
		if (outside.tips.count > 0)
			steps.shared = &outside.bases;
	}
	return check_steps(app->catalogue, &steps, &options, out, &app->arena, err);
}

enum exit_status hook_pre_commit(struct app *app, const void *options)
{
	const struct strings none = { 0 };
	struct check_result result;
	struct telling telling;
	struct error err = { 0 };
	enum exit_status status;

	app->rev = ":";
	status = app_open_for(app, NEED_CATALOGUE | NEED_CALENDAR);
	if (status != EXIT_STATUS_OK)
		return status;
	if (check_staged(app, &result, &err) < 0)
		return complain_error(app, &err);
	hook_drop_notes(&result.findings);
	if (result.findings.count == 0)
		return EXIT_STATUS_OK;
	status = telling_parse(app, &none, &telling);
	if (status == EXIT_STATUS_OK)
		status = telling_print(app, &telling, options, &none, &result);
	if (status == EXIT_STATUS_FINDINGS)
		say(app, "%s",
		    tr("gk: not committed; mend this and git add it, then commit again"));
	return status;
}
