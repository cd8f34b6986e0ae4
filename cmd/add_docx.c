#include <string.h>

#include "cmd/acting.h"
#include "cmd/form.h"
#include "cmd/papers.h"
#include "record/document.h"

static enum exit_status refuse_line(struct app *app, const struct kind *kind,
				    const struct add_papers *typed)
{
	if (kind != &document_kind)
		return complain_usage(app, "%s",
				      tr("--docx is for documents: gk add document "
					 "--docx FILE"));
	if (!app->interactive && !typed->yes && !app->dry_run)
		return complain_usage(
			app, "%s",
			tr("nobody is here to confirm what was read: look with "
			   "--dry-run, mend with --set, then write with --yes"));
	return EXIT_STATUS_OK;
}

static enum exit_status refuse_known(struct app *app, struct work *work,
				     struct work_paper *paper)
{
	struct error err = { 0 };

	if (work_paper_find(work, paper, &err) < 0)
		return complain_error(app, &err);
	if (!paper->known)
		return EXIT_STATUS_OK;
	say(app, tr("gk: %s is there already as %s: nothing was written"),
	    paper->original.from, paper->known);
	return EXIT_STATUS_FINDINGS;
}

/* What a person must confirm: the form shows each field that was read. */
static enum exit_status settle(struct app *app, struct work *work,
			       const struct add_papers *typed, struct work_paper *paper,
			       struct input *input)
{
	enum exit_status status = EXIT_STATUS_OK;

	for (size_t i = 0; status == EXIT_STATUS_OK && i < typed->set->count; i++)
		status = input_assign(app, paper->record, typed->set->items[i]);
	if (status != EXIT_STATUS_OK)
		return status;
	status = refuse_known(app, work, paper);
	if (status != EXIT_STATUS_OK)
		return status;
	papers_tell(app, work, paper);
	if (typed->yes || app->dry_run)
		return EXIT_STATUS_OK;
	status = form_confirm(app, paper->record, input);
	if (status == EXIT_STATUS_OK)
		paper->record = input->records[0];
	return status;
}

static enum exit_status write_paper(struct app *app, struct work *work,
				    const struct add_papers *typed,
				    struct work_paper *paper)
{
	struct findings findings = FINDINGS(&app->arena);
	struct work_done done = { 0 };
	struct error err = { 0 };
	int outcome = work_add_papers(work, paper, 1, &findings, &done, &err);

	if (outcome == WORK_DONE && app->dry_run && !typed->as_json)
		input_print(app, paper->record);
	return tell_added(app, outcome, typed->as_json, &done, &findings, &err);
}

enum exit_status papers_add(struct app *app, const struct kind *kind,
			    const struct add_papers *typed)
{
	struct work work;
	enum exit_status status = papers_begin(app, refuse_line(app, kind, typed), &work);
	struct work_paper paper;
	struct input input = { 0 };
	struct error err = { 0 };

	if (status != EXIT_STATUS_OK)
		return status;
	if (papers_open(app, &work, typed->file, &paper, &err) < 0)
		status = papers_complain(app, &err);
	if (status == EXIT_STATUS_OK)
		status = settle(app, &work, typed, &paper, &input);
	if (status == EXIT_STATUS_OK)
		status = form_settle(app, &input, write_paper(app, &work, typed, &paper));
	return status;
}
