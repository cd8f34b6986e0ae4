/*
 * Tables that offices have, made into records: gk import.
 *
 * A table is read (work/grid.h), its head is found, each column gets a meaning, each row
 * becomes a record or changes one that is there, and all is committed at once.  No cell is
 * lost: what no field takes goes into a key x-…, and each row tells where its cells went.
 *
 *	import_read(work, &options, &book, &import, err)    what each row becomes
 *	import_commit(work, &options, &import, …)           and that it is done
 *
 * Layer: work.
 */
#ifndef GK_WORK_IMPORT_H
#define GK_WORK_IMPORT_H

#include "record/diff.h"
#include "work/grid.h"
#include "work/set.h"

struct import_options {
	const struct kind *kind;
	const char *unit; /* of rows that name none, as people call it; NULL: none */
	const char *
		sheet; /* name or number of the only one to read; NULL: all that are shown */
	const struct yaml_node
		*map; /* of heads to fields; NULL: none (import_map_check) */
	const struct assignment
		*fill; /* fields that a row leaves empty; the paths are checked */
	size_t fill_count;
	bool new_only;    /* records that are there stay as they are */
	bool update_only; /* nothing is added */
	bool partial;     /* rows with faults are left out instead of refusing all */
};

/* ---- what was found ---- */

/* A column and what its cells become. */
struct import_column {
	uint32_t column;
	const char *head; /* its texts from top to bottom: 公开对象/全社会 */
	const char *key; /* path of the field, x-…, or NULL: left out as the map says */
	const char *label;   /* of the field, in the language in use */
	bool known;          /* false: nobody knows the head, it goes to x-… */
	const char *nearest; /* label of the field that it may mean; NULL: none is near */
	int use;             /* inside */
	const char *code;    /* of a tick: the value that it stands for */
};

struct import_table {
	const struct grid *sheet;
	uint32_t first_row; /* of the head */
	uint32_t last_row;
	bool edited; /* as gk export --edit writes it: an emptied cell empties the field */
	struct list columns; /* struct import_column */
};

enum import_line_kind {
	IMPORT_ABOVE,   /* title lines */
	IMPORT_SECTION, /* a heading between rows */
	IMPORT_BELOW,   /* notes, signatures */
	IMPORT_REPEATED /* the head once more, numbers of columns */
};

/* A line of a sheet that is no record. */
struct import_line {
	const struct grid *sheet;
	uint32_t row;
	enum import_line_kind kind;
	const char *text;
};

enum import_action {
	IMPORT_ADD,
	IMPORT_CHANGE,
	IMPORT_SAME,   /* it is there and says the same */
	IMPORT_LEAVE,  /* new_only or update_only leaves it */
	IMPORT_FAULTY, /* it cannot be taken as it is */
	IMPORT_ACTION_COUNT
};

enum import_remark_kind { IMPORT_GUESS, IMPORT_KEPT, IMPORT_FAULT };

struct import_remark {
	enum import_remark_kind kind;
	const char *cell;  /* C5 */
	const char *label; /* of the field or head, "" for the row */
	const char *text;  /* in the language in use */
};

/* Where a cell went. */
struct import_cell {
	const char *cell; /* C5 */
	const char *
		key; /* path, x-…, "-" for a box that is not ticked or a column left out */
};

struct import_row {
	const struct grid *sheet;
	uint32_t row;
	uint32_t last_row; /* it may go on in rows below */
	bool hidden;
	bool was_there; /* before: its id is no new one */
	enum import_action action;
	struct record *record; /* what the sheet says, defaults in it when it is added */
	const char *id; /* of the record that is there, or the new one; NULL: none yet */
	const char *path;
	struct strings fields;   /* paths that the sheet fills */
	struct strings by_kind;  /* ids of channels of which a box named only the kind */
	bool category_above;     /* the category is that of the heading or the sheet */
	struct strings emptied;  /* paths that an edited sheet empties */
	struct list cells;       /* struct import_cell */
	struct list kept;        /* struct import_cell: texts of keys x-… */
	struct list remarks;     /* struct import_remark */
	struct list differences; /* struct difference, of a change */
	struct strings missing;  /* labels of what it still lacks */
	struct strings defaults; /* label and value of what a new record gets besides */
};

/* A record that is there and that the sheet has no more. */
struct import_gone {
	const char *id;
	const char *title;
};

struct import {
	struct list tables;     /* struct import_table */
	struct list lines;      /* struct import_line */
	struct list rows;       /* struct import_row */
	struct list gone;       /* struct import_gone */
	struct strings skipped; /* names of sheets that are hidden or hold no table */
	size_t comments;        /* of cells, which are not taken */
	size_t hidden_rows;     /* which are taken */
	size_t hidden_columns;  /* likewise: cells in them */
	size_t counts[IMPORT_ACTION_COUNT];
};

/**
 * What the book becomes, nothing written.  ERR_NOT_FOUND when no sheet has a table, or rows
 * name no unit and --unit is not given; ERR_AMBIGUOUS for a unit that may be several.
 */
int import_read(struct work *work, const struct import_options *options,
		const struct grid_book *book, struct import *out,
		struct error *err) gk_must_use;

/**
 * Do it, all in one commit.  WORK_REFUSED when a row has faults and `partial` is not set, or a
 * record may not be so; the rows then tell why.  With nothing to change there is no commit.
 */
int import_commit(struct work *work, const struct import_options *options,
		  struct import *import, struct findings *findings,
		  struct work_done *done, struct error *err) gk_must_use;

/** Whether a map of heads to fields makes sense: each value is a field, x-… or ignore. */
int import_map_check(const struct kind *kind, const struct yaml_node *map,
		     struct error *err) gk_must_use;

#endif
