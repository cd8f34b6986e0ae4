/*
 * Papers that become records: reading one from a file, and telling what was read.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_PAPERS_H
#define GK_CMD_PAPERS_H

#include "cmd/cmd.h"
#include "work/paper.h"

/** Open what papers are added to; not where the command line was refused, whose status is given back. */
enum exit_status papers_begin(struct app *app, enum exit_status line, struct work *work);
/** Read a file, through LibreOffice where it is an old one. */
int papers_open(struct app *app, struct work *work, const char *path,
		struct work_paper *out, struct error *err) gk_must_use;
/** Say why it could not be opened; what is wrong with the file is EXIT_STATUS_FINDINGS. */
enum exit_status papers_complain(struct app *app, const struct error *err);
/** Each field that was filled, and where somebody should look, on standard error. */
void papers_tell(struct app *app, struct work *work, const struct work_paper *paper);
/** What a folder is asked for: files whose names end as documents do. */
bool papers_is_name(const char *name);

struct add_papers {
	const char *file;
	const struct strings *set; /* FIELD=VALUE */
	bool yes;
	bool as_json;
};

/** gk add document --docx FILE. */
enum exit_status papers_add(struct app *app, const struct kind *kind,
			    const struct add_papers *typed);

struct papers_folder {
	struct app *app;
	struct strings names; /* paths, in order */
	struct folder_paper *papers;
};

struct import_typed;

/** gk import --kind document FOLDER: each file one record. */
enum exit_status papers_import(struct app *app, const struct import_typed *typed,
			       const struct kind *kind, const char *path);

/* ---- import_papers_told.c ---- */

/** A row for each that is new, then where to look, then what was left out. */
void papers_print(const struct papers_folder *folder);
/** As one JSON object, schema gk.import-papers/1. */
void papers_print_json(const struct papers_folder *folder, const struct work_done *done);

#endif
