#include "cmd/selection.h"

#include <string.h>

#include "cmd/operand.h"

static bool is_stdin(const struct selection *selection)
{
	return selection->operands.count == 1 &&
	       strcmp(selection->operands.items[0], "-") == 0;
}

static bool has_stdin(const struct selection *selection)
{
	return strings_has(&selection->operands, "-");
}

/* What cannot be asked for at once. */
static enum exit_status check_line(struct app *app, const struct selection *selection)
{
	int places = (app->rev != NULL) + selection->staged + (selection->range != NULL);

	if (places > 1)
		return complain_usage(app, "%s",
				      tr("--rev, --staged and --range exclude each "
					 "other"));
	if (selection->range && selection->since)
		return complain_usage(app, "%s",
				      tr("--range and --since exclude each other"));
	if (has_stdin(selection) &&
	    (!is_stdin(selection) || selection->range || selection->since))
		return complain_usage(app, "%s",
				      tr("'-' stands alone: one record is read from "
					 "standard input"));
	if (selection->as_path && !is_stdin(selection))
		return complain_usage(
			app, "%s",
			tr("--as-path belongs to '-', the record on standard "
			   "input"));
	return sieve_check(app, selection);
}

static enum exit_status open_place(struct app *app, const struct selection *selection)
{
	const bool given = app->rev != NULL;
	enum exit_status status;

	if (selection->staged)
		app->rev = ":";
	if (selection->range) {
		app->rev = selection_range_end(app, selection->range);
		if (!app->rev)
			return EXIT_STATUS_USAGE;
	}
	status = app_open_for(app, NEED_CATALOGUE | NEED_CALENDAR);
	if (!given)
		app->rev = NULL;
	return status;
}

static int check_all(struct app *app, const struct selection *selection,
		     struct check_options *check, struct check_result *out,
		     struct error *err)
{
	struct strings files = { 0 };

	if (selection->since) {
		if (selection_since(app, selection->since, &files, err) < 0)
			return -1;
		check->files = &files;
	}
	return check_catalogue(app->catalogue, app->index, check, out, &app->arena, err);
}

static enum exit_status failed(struct app *app, const struct error *err)
{
	(void)complain_error(app, err);
	return err->code == ERR_NOT_FOUND ? EXIT_STATUS_USAGE : EXIT_STATUS_FAILED;
}

/* What no selection may do silently: match nothing. */
static enum exit_status check_empty(struct app *app, const struct selection *selection,
				    const struct check_result *result)
{
	if (result->records > 0 || result->findings.count > 0 || selection->allow_empty)
		return EXIT_STATUS_OK;
	if (selection->range)
		return complain_usage(app,
				      tr("no record changes in '%s'; --allow-empty takes "
					 "that for good"),
				      selection->range);
	return complain_usage(
		app, "%s",
		tr("there is nothing to check; --allow-empty takes that for "
		   "good"));
}

static enum exit_status run_check(struct app *app, const struct selection *selection,
				  struct check_options *check, struct check_result *out)
{
	struct error err = { 0 };
	int rc;

	if (is_stdin(selection)) {
		rc = selection_stdin(app, selection->as_path, check, out, &err);
	} else if (selection->range) {
		rc = selection_range(app, selection->range, check, out, &err);
	} else {
		enum exit_status status = app_open_index(app);

		if (status != EXIT_STATUS_OK)
			return status;
		rc = check_all(app, selection, check, out, &err);
		if (rc < 0 && err.code == ERR_NOT_FOUND && check->path_count > 0 &&
		    selection->allow_empty)
			rc = 0;
	}
	if (rc < 0)
		return failed(app, &err);
	return check_empty(app, selection, out);
}

enum exit_status selection_check(struct app *app, const struct selection *selection,
				 struct check_result *out)
{
	struct strings paths = { 0 };
	struct check_options check = { 0 };
	enum exit_status status = check_line(app, selection);

	*out = (struct check_result){ .findings = FINDINGS(&app->arena),
				      .waived = FINDINGS(&app->arena) };
	if (status == EXIT_STATUS_OK)
		status = open_place(app, selection);
	if (status == EXIT_STATUS_OK && !is_stdin(selection))
		status = operand_paths(app, selection->operands.count,
				       (const char *const *)selection->operands.items,
				       &paths);
	if (status != EXIT_STATUS_OK)
		return status;
	check = (struct check_options){ .today = app->today,
					.calendar = app->calendar,
					.paths = paths.items,
					.path_count = paths.count };
	status = run_check(app, selection, &check, out);
	return status == EXIT_STATUS_OK ? sieve_apply(app, selection, out) : status;
}
