#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cmd/acting.h"
#include "cmd/import.h"
#include "cmd/input.h"
#include "cmd/papers.h"
#include "record/document.h"

enum { MAX_FILES = 5000 };

/* ---- reading ---- */

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What is no document is told, so that nobody thinks it was taken. */
static enum exit_status list_files(struct papers_folder *folder, const char *path)
{
	struct app *app = folder->app;
	DIR *dir = opendir(path);
	const struct dirent *entry;
	struct error err;

	if (!dir) {
		(void)error_errno(&err, "%s", path);
		return complain_error(app, &err);
	}
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): one thread */
	while ((entry = readdir(dir)) != NULL && folder->names.count <= MAX_FILES) {
		auto_buf full = BUF_INIT;

		path_join(&full, path, entry->d_name);
		if (entry->d_name[0] == '.' || strncmp(entry->d_name, "~$", 2) == 0)
			continue;
		if (papers_is_name(entry->d_name) && !file_is_dir(full.s))
			strings_add(&app->arena, &folder->names,
				    buf_dup(&full, &app->arena));
		else
			say(app, tr("gk: %s is no document and was left alone"), full.s);
	}
	(void)closedir(dir);
	if (folder->names.count > MAX_FILES)
		return complain_usage(app,
				      tr("more than %d files at once; take them in "
					 "parts"),
				      MAX_FILES);
	if (folder->names.count == 0)
		return complain_usage(app, tr("%s has no documents (.docx, .doc, .wps)"),
				      path);
	qsort(folder->names.items, folder->names.count, sizeof(char *), by_bytes);
	return EXIT_STATUS_OK;
}

/* A file that cannot be read is one line; that gk cannot read any is an error. */
static enum exit_status open_one(struct papers_folder *folder, struct work *work,
				 size_t i, const struct strings *set)
{
	struct app *app = folder->app;
	struct folder_paper *one = &folder->papers[i];
	enum exit_status status = EXIT_STATUS_OK;
	struct error err = { 0 };

	if (papers_open(app, work, folder->names.items[i], &one->paper, &err) < 0) {
		if (!app->inspector)
			return complain_error(app, &err);
		one->fate = PAPER_IS_UNREADABLE;
		one->why = arena_strdup(&app->arena, err.text);
		return EXIT_STATUS_OK;
	}
	for (size_t k = 0; status == EXIT_STATUS_OK && k < set->count; k++)
		status = input_assign(app, one->paper.record, set->items[k]);
	if (status == EXIT_STATUS_OK)
		work_paper_remarks(work, &one->paper, &one->remarks);
	return status;
}

static enum exit_status open_all(struct papers_folder *folder, struct work *work,
				 const struct strings *set)
{
	enum exit_status status = EXIT_STATUS_OK;

	folder->papers = arena_array(&folder->app->arena, struct folder_paper,
				     folder->names.count);
	for (size_t i = 0; status == EXIT_STATUS_OK && i < folder->names.count; i++)
		status = open_one(folder, work, i, set);
	return status;
}

static bool is_complete(const struct papers_folder *folder)
{
	for (size_t i = 0; i < folder->names.count; i++)
		if (folder->papers[i].fate == PAPER_IS_UNREADABLE ||
		    folder->papers[i].fate == PAPER_IS_REFUSED)
			return false;
	return true;
}

/* What a table wants to know is nothing to a folder. */
static enum exit_status refuse_line(struct app *app, const struct import_typed *typed,
				    const struct kind *kind, const char *path)
{
	if (kind != &document_kind)
		return complain_usage(app,
				      tr("'%s' is a folder: its papers are taken with "
					 "--kind document"),
				      path);
	if (typed->sheet || typed->map || typed->new_only || typed->update_only ||
	    typed->partial)
		return complain_usage(app, "%s",
				      tr("for a folder there are --set, --unit and "
					 "--format only"));
	return EXIT_STATUS_OK;
}

/* What is filled in each record: --unit is one field of them. */
static struct strings fields_to_set(struct app *app, const struct import_typed *typed)
{
	struct strings set = { 0 };

	for (size_t i = 0; i < typed->set.count; i++)
		strings_add(&app->arena, &set, typed->set.items[i]);
	if (typed->unit)
		strings_add(&app->arena, &set,
			    arena_printf(&app->arena, "unit=%s", typed->unit));
	return set;
}

static enum exit_status add_all(struct papers_folder *folder, struct work *work,
				bool as_json)
{
	struct app *app = folder->app;
	struct findings findings = FINDINGS(&app->arena);
	struct work_done done = { 0 };
	struct error err = { 0 };
	enum exit_status status = EXIT_STATUS_OK;
	int outcome = work_add_folder(work, folder->papers, folder->names.count,
				      &findings, &done, &err);

	if (outcome == WORK_DONE && as_json) {
		print_findings(app, app->err, &findings);
		papers_print_json(folder, &done);
	} else {
		if (outcome == WORK_DONE)
			papers_print(folder);
		status = tell(app, outcome, tr("added"), &done, &findings, &err);
	}
	return status == EXIT_STATUS_OK && !is_complete(folder) ? EXIT_STATUS_FINDINGS
								: status;
}

enum exit_status papers_import(struct app *app, const struct import_typed *typed,
			       const struct kind *kind, const char *path)
{
	struct papers_folder folder = { .app = app };
	struct work work;
	enum exit_status status =
		papers_begin(app, refuse_line(app, typed, kind, path), &work);
	struct strings set = fields_to_set(app, typed);

	if (status == EXIT_STATUS_OK)
		status = list_files(&folder, path);
	if (status == EXIT_STATUS_OK)
		status = open_all(&folder, &work, &set);
	return status == EXIT_STATUS_OK
		       ? add_all(&folder, &work,
				 typed->format && strcmp(typed->format, "json") == 0)
		       : status;
}
