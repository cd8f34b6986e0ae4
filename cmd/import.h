/*
 * What gk import is made of: where records come from, and how it is told what became of them.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_IMPORT_H
#define GK_CMD_IMPORT_H

#include "cmd/cmd.h"
#include "format/json.h"
#include "work/import.h"

/* The options of gk import. */
struct import_typed {
	const char *kind;
	const char *unit;
	const char *sheet;
	const char *map;
	struct strings set;
	bool new_only;
	bool update_only;
	bool partial;
	bool yes;
	const char *format;
};

/* Something that records are imported from; cmd/import.c lists them. */
struct import_origin {
	bool (*takes)(const char *path);
	enum exit_status (*run)(struct app *app, const struct import_typed *typed,
				const struct kind *kind, const char *path);
};

/** A workbook or a CSV file: each row one record. */
enum exit_status import_table(struct app *app, const struct import_typed *typed,
			      const struct kind *kind, const char *path);

/* What is told of an import from a table. */
struct import_told {
	struct app *app;
	const char *file;
	const struct import *import;
	const struct findings *findings;
	const struct work_done *done;
	bool refused;
};

/** As text for a person: each row with --dry-run, else what changes, what is guessed, what is to be done. */
void import_text_print(const struct import_told *told);
/** The last line: how many rows, and whether they were written. */
void import_end_print(const struct import_told *told);
/** As one JSON object, schema gk.import/1. */
void import_json_print(const struct import_told *told);

/* ---- parts of the text ---- */

/** Print a text on the rest of a line of which so many columns are used. */
void import_print_cut(const struct import_told *told, size_t used, const char *text);
/** One row: in full with --dry-run or when it has faults, else only what changes. */
void import_row_print(const struct import_told *told, const struct import_row *row);
/** What is guessed and what is missing, of all rows together. */
void import_common_print(const struct import_told *told);

#endif
