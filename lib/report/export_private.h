/*
 * The parts of the exporters.  Only export_feed.c sees whole records.
 *
 * Layer: report, inside: only export*.c includes this.
 */
#ifndef GK_REPORT_EXPORT_PRIVATE_H
#define GK_REPORT_EXPORT_PRIVATE_H

#include <sys/types.h>

#include "format/json.h"
#include "format/sheet.h"
#include "record/catalogue.h"
#include "record/cell.h"
#include "record/public.h"
#include "report/export.h"

/* One run. */
struct export
{
	struct arena *arena;
	struct catalogue *catalogue;
	struct index *index;
	const struct export_options *options;
	struct export_result *result;
	const struct catalogue_config *office;
	struct export_names *names;
};

/* ---- export_feed.c: records one at a time ---- */

/* A record on its way out; lives until the callback returns. */
struct export_view {
	const struct kind *kind;
	const struct common *common;
	const struct public_record *pub; /* NULL when the whole record is asked for */
	const void *whole;               /* for export_view_json() */
};

typedef int (*export_fn)(void *payload, const struct export_view *view,
			 struct error *err);

/** All records of a kind that are asked for, in order of id. */
int export_each(struct export *run, const struct kind *kind, export_fn fn, void *payload,
		struct error *err) gk_must_use;
/** Those at the paths, in that order; fn is not called for what may not leave. */
int export_paths(struct export *run, const struct strings *paths, export_fn fn,
		 void *payload, struct error *err) gk_must_use;
/** Members as the file holds them. */
void export_view_json(const struct export_view *view, struct json *json);

/* ---- export_names.c: what units, categories and channels are called ---- */

struct export_category {
	const char *id;
	const char *name;
	size_t field; /* of the national set, from 1; 0: none of them */
	bool pilot;
};

/** Read the small registers. */
int export_names_read(struct export *run, struct error *err) gk_must_use;
/** The name of a record by the kind and id; NULL when there is none, or another has it too. */
const char *export_name(void *names, const char *kind, const char *id);
const struct export_category *export_category(const struct export_names *names,
					      const char *id);
/** enum channel_kind_value of a channel; 0 when it is not there. */
int export_channel_kind(const struct export_names *names, const char *id);
/** The channels that an item of the unit uses when it names none. */
const struct strings *export_unit_channels(const struct export_names *names,
					   const char *id);

/* ---- export_plan.c: which items stand on which sheet, in which order ---- */

struct plan_row {
	int64_t key;
	const char *path;
	const char *group;    /* 一级事项 */
	const char *category; /* by which the sheet is chosen, or NULL */
	size_t place;         /* in order of id */
	size_t sheet;
	size_t first_of_group; /* place of the first row with the same group */
	unsigned int levels;   /* a bit each enum item_level */
	bool subgroup;
	bool out; /* not in force, or not public */
};

struct plan_sheet {
	const char *name;    /* of the field */
	bool pilot;          /* it is a field, not another category */
	size_t first, count; /* of rows */
	unsigned int levels;
	bool subgroup;
};

struct plan {
	struct plan_row *rows;
	size_t count;
	size_t room;
	struct plan_sheet *sheets;
	size_t sheet_count;
};

/** The paths of the rows of a sheet, in order. */
void export_plan_paths(struct export *run, const struct plan *plan,
		       const struct plan_sheet *sheet, struct strings *out);
/** The items asked for, in order of sheet, first-level matter, id. */
int export_plan(struct export *run, struct plan *plan, struct error *err) gk_must_use;

/* ---- export_form.c: the form of the standard catalogue, 国办发〔2019〕54号 ---- */

enum form_column {
	FORM_FIELD, /* 领域: where all stands on one sheet */
	FORM_NUMBER,
	FORM_GROUP,
	FORM_TITLE,
	FORM_SUBGROUP,
	FORM_CONTENT,
	FORM_BASIS,
	FORM_LIMIT,
	FORM_SUBJECT,
	FORM_CHANNELS,
	FORM_EVERYBODY,
	FORM_PARTICULAR,
	FORM_PROACTIVE,
	FORM_REQUEST,
	FORM_CITY,
	FORM_COUNTY,
	FORM_TOWNSHIP,
	FORM_VILLAGE,
	FORM_COLUMN_COUNT
};

struct form_head {
	const char *over; /* the title above several columns, or NULL */
	const char *title;
	unsigned int width; /* characters */
	bool centred;
};
extern const struct form_head form_heads[FORM_COLUMN_COUNT];

/* The columns that a sheet has, in order. */
struct form {
	enum form_column columns[FORM_COLUMN_COUNT];
	size_t count;
};
void form_choose(struct form *form, bool with_field, unsigned int levels, bool subgroup);

/** The cells of an item but FORM_FIELD and FORM_NUMBER, by column; "" for empty ones. */
void form_cells(struct arena *arena, const struct export *run,
		const struct public_record *pub, const char *cells[FORM_COLUMN_COUNT]);

/* ---- export_sheet.c: talking to the program that writes XLSX ---- */

struct sheet_pipe {
	pid_t child;
	int fd;
	struct buf orders;
	bool failed;
};

/** Start it on a file; sheet_end() must follow. */
int sheet_start(struct sheet_pipe *pipe, const struct export *run, const char *path,
		struct error *err) gk_must_use;
/** Tell an order; what goes wrong is told by sheet_end(). */
void sheet_tell(struct sheet_pipe *pipe, const struct sheet_order *order);
void sheet_tell_text(struct sheet_pipe *pipe, struct sheet_order order, const char *text);
void sheet_cell(struct sheet_pipe *pipe, size_t row, size_t column,
		enum sheet_style style, const char *text);
/** Tell that this is all, and wait; `ok` false: that it was not all, and the file is of no use. */
int sheet_end(struct sheet_pipe *pipe, bool ok, struct error *err) gk_must_use;
/** A name of a sheet that XLSX allows and none of the `count` before has. */
const char *sheet_name(struct arena *arena, const char *name, const struct strings *used);
/** ERR_LIMIT naming record and field when the text does not fit a cell. */
int sheet_fits(const char *id, const char *field, const char *text,
	       struct error *err) gk_must_use;
/** Lines that a text takes in a column of this width. */
size_t sheet_lines(const char *text, unsigned int width);
/** Set the height of a row of so many lines. */
void sheet_height(struct sheet_pipe *pipe, size_t row, size_t lines, size_t most);
/** The sheets of a run begin with this. */
void sheet_about(struct sheet_pipe *pipe, const struct export *run, const char *title);

/* ---- the formats ---- */

int export_catalogue_xlsx(struct export *run, const char *path,
			  struct error *err) gk_must_use;
int export_table_xlsx(struct export *run, const char *path,
		      struct error *err) gk_must_use;
int export_csv(struct export *run, const struct export_target *target,
	       struct error *err) gk_must_use;
int export_json(struct export *run, const struct export_target *target,
		struct error *err) gk_must_use;
int export_ndjson(struct export *run, const struct export_target *target,
		  struct error *err) gk_must_use;
int export_sqlite(struct export *run, const char *path, struct error *err) gk_must_use;

/** The columns of a table of the kind, as the options ask. */
void export_columns(struct export *run, const struct kind *kind,
		    struct cell_columns *out);
/** Whether the records are shown as the standard catalogue. */
bool export_is_catalogue(const struct export_options *options);
/** Hand on what is in `out` once it is large, or at the end; it is empty then. */
int export_flush(const struct export_target *target, struct buf *out, bool end,
		 struct error *err) gk_must_use;

#endif
