/*
 * What the parts of an import share.
 *
 * Layer: work, inside: only import*.c include this.
 */
#ifndef GK_WORK_IMPORT_PRIVATE_H
#define GK_WORK_IMPORT_PRIVATE_H

#include "base/text_set.h"
#include "record/path.h"
#include "work/act.h"
#include "work/import.h"

enum {
	IMPORT_MAX_LEVELS = 4,
	IMPORT_MAX_PARTS = 1000, /* of a cell, rows of a matter: more is no table */
	IMPORT_MAX_NAME = 1000,  /* bytes of what may be the name of a record */
};

/* What the cells of a column are. */
enum import_use {
	USE_EXTRA,      /* nobody knows: kept under x-… */
	USE_FIELD,      /* text of a field */
	USE_TICK,       /* ticked or not, for a value of a field */
	USE_LEVEL_TICK, /* ticked or not, for the levels that the head names */
	USE_BOX,        /* ticked or not, for a channel */
	USE_CHANNELS,
	USE_LEVELS,
	USE_AUDIENCE,
	USE_WAY, /* 公开方式: whether on request, or by which channels */
	USE_UNIT,
	USE_SUBJECT,
	USE_CATEGORY,
	USE_CLASS, /* 类别: a category, else the first-level matter where no other column is */
	USE_SERIAL, /* the number of the row on paper */
	USE_ID,
	USE_IGNORE, /* as the map says */
};

/* The key that keeps the numbers that rows have on paper. */
#define IMPORT_SERIAL "x-序号"

/* What a head means. */
struct import_meaning {
	enum import_use use;
	const char *path; /* of the field; NULL for USE_SERIAL, USE_ID, USE_IGNORE */
	const char *code; /* of USE_TICK: the choice; of USE_BOX: the channel's name */
	bool inner;       /* it also stands in cells: alone it makes no head */
};

/* Numbers by texts; begin with the arena of `keys` set. */
struct import_map {
	struct text_set keys;
	size_t *values;
	size_t room;
};

/** The number of a key, 0 when it is new. */
size_t *import_map_at(struct import_map *map, const char *key);
/** The number of a key that is there, else NULL. */
const size_t *import_map_find(const struct import_map *map, const char *key);

/* A channel of the catalogue. */
struct import_channel {
	const char *id;
	const char *name;
	int kind;
	int form;
	bool active;
};

/* How a channel was found. */
enum import_channel_by {
	CHANNEL_BY_NAME,
	CHANNEL_BY_KIND, /* one of several of that kind, as a box of the form says no more */
	CHANNEL_BY_PART, /* of its name: the whole must be kept */
};

/* A record that is there. */
struct import_known {
	const char *id;
	const char *path;
	const char *unit; /* "" where it has none */
	const char *group;
	const char *title;
	const char *number; /* of a document */
	size_t next;        /* 1 + the next of the same key; 0: the last */
	bool met;           /* a row is about it */
};

struct importing {
	struct work *work;
	struct arena *arena;
	struct arena scratch; /* of the record that is looked at */
	struct record *there; /* that one; NULL: none yet */
	const struct import_options *options;
	struct import *out;
	struct import_map names;  /* kind and name: 1 + row of `found` */
	struct strings found;     /* ids; NULL: nobody or several */
	struct list channels;     /* struct import_channel */
	const char *office;       /* unit that is the government itself; NULL: none */
	const char *office_name;  /* its full name; NULL: none */
	struct list known;        /* struct import_known */
	struct import_map by_key; /* 1 + the first of `known` */
	struct import_map by_id;
	struct import_map by_row; /* row of the sheet that named a matter first */
};

/* ---- import_words.c ---- */

/** Append a text as heads are compared: no blanks, half width, simplified, without what stands in brackets. */
void import_fold(struct buf *out, const char *text);
/** The same with what stands in brackets, as names of records are compared. */
void import_fold_name(struct buf *out, const char *text);
/** What a text of a head means for records of a kind; false when it is not known. */
bool import_meaning(struct arena *arena, const struct kind *kind, const char *text,
		    struct import_meaning *out);
/** The same of all of its words: lines of a head that stand below each other, with / between. */
bool import_meaning_of_all(struct arena *arena, const struct kind *kind, const char *text,
			   struct import_meaning *out);
/** Codes of item levels that a text names (乡、村级: township, village); how many. */
size_t import_levels(const char *text, const char *codes[IMPORT_MAX_LEVELS]);
/** The same where it is known that levels are meant: 县、乡镇. */
size_t import_bare_levels(const char *text, const char *codes[IMPORT_MAX_LEVELS]);
/** The value of a field that a text says among other words (按季度更新); NULL for none or several. */
const char *import_choice_in(const char *path, const char *text);

/* ---- import_head.c ---- */

/** Find the head of a table from row `from` of a sheet on; false when there is none.  *next gets the first row behind it. */
bool import_head(struct importing *in, const struct grid *sheet, size_t from,
		 struct import_table *out, size_t *next);
/** Whether another table begins at a row of a sheet. */
bool import_begins_head(struct importing *in, const struct grid *sheet, size_t row);
/** Whether a row is the head of its table once more, or numbers of columns. */
bool import_is_head_again(const struct import_table *table, const struct grid_row *row);

/* ---- import_cell.c ---- */

/**
 * The text that a cell stands for: dates as ISO, numbers without the traces of a double.
 * false with *fault when the spreadsheet has damaged it.
 */
bool import_text(struct arena *arena, const struct grid *sheet,
		 const struct grid_cell *cell, const char **out, const char **fault);
/** A text on one line: breaks between Chinese characters vanish, others become blanks. */
const char *import_one_line(struct arena *arena, const char *text);
/** How many parts a cell may have at most: signs that stand between or before them, and one. */
size_t import_parts(const char *text);
/** The entries of a list in one cell: lines, 、 between titles of laws, ；. */
void import_split(struct arena *arena, const char *text, struct strings *out);

/** How long a number before a name is: 1. 1、 （1） ①; 0 where there is none. */
size_t import_number_at(const char *text);

/* ---- import_boxes.c ---- */

enum import_tick { TICK_NO, TICK_YES, TICK_OTHER };
enum import_tick import_tick(const char *text);
/** How long the sign of a box is with which a text begins; 0 where there is none. */
size_t import_sign(const char *text);

struct import_box {
	enum import_tick state; /* TICK_OTHER: the cell has no boxes */
	const char *name;
};

/** The boxes of a cell (■政府网站 □政府公报), or its names where it has none: struct import_box. */
void import_boxes(struct arena *arena, const char *text, struct list *out);

/* ---- import_names.c ---- */

int import_names_open(struct importing *in, struct error *err) gk_must_use;
/** The id of the one record that people call so, NULL when there is none or several. */
const char *import_name(struct importing *in, const char *kind, const char *name);
/** The channel meant by a box or a name; NULL when the catalogue has none. */
const struct import_channel *import_channel(const struct importing *in, const char *name,
					    enum import_channel_by *by);
/** The kind of the channel of an id, 0 when the catalogue has none. */
int import_kind_of_channel(const struct importing *in, const char *id);
/** Whether a text stands for the office itself: 镇人民政府, 本机关. */
bool import_is_office(const char *text);
/** The category whose name stands in a text (title line, name of a sheet); NULL when none or several do. */
const char *import_category_in(struct importing *in, const char *text);

/* ---- import_row.c ---- */

/* Rows of one table while they are read. */
struct import_reading {
	struct importing *in;
	const struct grid *sheet;
	const struct import_table *table;
	const char *category;     /* of the sheet or the section; NULL: unknown */
	const char *category_why; /* the text it was seen in */
	const char *section;      /* heading above; NULL: none */
	const char *group;        /* 一级事项 of the row before; NULL: none */
	const char *title;        /* 二级事项, likewise */
	size_t last;              /* 1 + the row of `out` before; 0: none */
	size_t more;              /* rows in which it goes on */
};

void import_rows(struct import_reading *reading, size_t from, size_t *stop);

/* ---- import_fill.c ---- */

/** Take the cells of a sheet's row into a record. */
void import_fill(struct import_reading *reading, const struct grid_row *row,
		 struct import_row *out);
void import_remark(struct importing *in, struct import_row *row,
		   enum import_remark_kind kind, const char *cell, const char *label,
		   const char *text);
/** Set or lengthen a key x-… of the record. */
void import_keep(struct importing *in, struct import_row *row, const char *key,
		 const char *text);
/** Note that the sheet fills a field. */
void import_given(struct importing *in, struct import_row *row, const char *path);
/** Set a field from typed text; false, and what was there stays, when it cannot be that. */
bool import_assign(struct importing *in, struct import_row *row, const char *path,
		   const char *text);
/** Why the last value could not be read, in words. */
const char *import_why(struct importing *in, const struct import_row *row);

/* ---- import_meant.c: columns whose cells mean more than their text ---- */

/* A cell that is being taken. */
struct import_taking {
	struct importing *in;
	struct import_row *row;
	const struct import_table *table;
	const struct import_column *column;
	const char *cell; /* C5 */
	const char *text;
};

void import_take_tick(const struct import_taking *taking);
void import_take_level_tick(const struct import_taking *taking);
void import_take_levels(const struct import_taking *taking);
void import_take_audience(const struct import_taking *taking);
/** 公开方式: 主动公开, or 政府网站、公示栏. */
void import_take_way(const struct import_taking *taking);
/** Add an id to a list of references of the record. */
void import_refer(struct importing *in, struct import_row *row, const char *path,
		  const char *id);
/** Where the cell went. */
void import_went(const struct import_taking *taking, const char *key);
/** The names that are ticked in a cell with boxes; the text itself where there are none. */
const char *import_ticked(struct arena *arena, const char *text);

/** Leave a guess to be told, or keep a text under a key of its own and tell why. */
void import_guess(const struct import_taking *taking, const char *text);
void import_keep_why(const struct import_taking *taking, const char *key,
		     const char *text, const char *why);
/** The parts of a cell that names several: 镇人民政府、村委会. */
void import_names_of(const struct import_taking *taking, struct strings *out);

/** Whether a cell is ticked, by a sign or by the word of its own head. */
enum import_tick import_tick_of(const struct import_taking *taking);

/* ---- import_channels.c: columns that name channels ---- */

void import_take_channels(const struct import_taking *taking);
void import_take_box(const struct import_taking *taking);
/** Whether the names of a cell are channels rather than anything else. */
bool import_names_channels(const struct import_taking *taking,
			   const struct strings *names);

/* ---- import_units.c: columns that name units and categories ---- */

void import_take_unit(const struct import_taking *taking);
void import_take_subject(const struct import_taking *taking);
void import_take_category(const struct import_taking *taking);
void import_take_class(const struct import_taking *taking);

/* ---- import_change.c ---- */

/**
 * The bytes of a record's file as a row changes it: 1, and the row gets its differences; 0 when
 * the row says nothing else.  `scratch` is of what the caller needs no longer.
 */
int import_change(struct work *work, struct arena *scratch, const struct record *was,
		  struct import_row *row, struct buf *out, struct error *err) gk_must_use;

/* ---- import_match.c ---- */

/** A document number in the form in which it is kept; the text itself when it is none. */
const char *import_number(struct arena *arena, const char *text);

int import_known_open(struct importing *in, struct error *err) gk_must_use;
/** Find the record that a row is about: sets id and path, or leaves them NULL. */
void import_match(struct importing *in, struct import_row *row);
/**
 * Of a record that is there, keep what the form cannot say: which channels of a kind whose box is
 * ticked, and categories besides the one above the rows.
 */
void import_keep_known(struct importing *in, const struct import_row *row);
/** What is there and the sheet does not have. */
void import_find_gone(struct importing *in);

#endif
