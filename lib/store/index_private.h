/*
 * How the index is kept.
 *
 * A file of the source that is a record has a row.  Rows come in segments of up to
 * SEGMENT_ROWS, in order of path, and are kept by column: one blob a segment and field
 * holds that field's values of all its rows.  So a first run writes some thousand blobs
 * instead of a million SQL rows, and a question about one field reads that field alone
 * (docs/decisions/0007-index-of-columns.md has the measurements).  A segment is never
 * changed but for its COLUMN_STAT; a changed file gets a new row in a new segment, and
 * the old row is left to other revisions until garbage is dropped.
 *
 * key of a row = number of its segment * 65536 + place in it; never used again.
 *
 * Layer: store, inside: only index*.c includes this.
 */
#ifndef GK_STORE_INDEX_PRIVATE_H
#define GK_STORE_INDEX_PRIVATE_H

#include <pthread.h>
#include <sqlite3.h>

#include "base/list.h"
#include "base/text_set.h"
#include "store/index.h"
#include "store/pool.h"

enum {
	SEGMENT_ROWS = 1024,
	KEY_SHIFT = 16,
};

/* Columns that are no field of a record; fields count from 1. */
enum column {
	COLUMN_PATH = -1,    /* a text a row */
	COLUMN_HEAD = -2,    /* id, kind, title, state: four texts a row */
	COLUMN_STAT = -3,    /* struct source_stat a row; zeros where not known */
	COLUMN_OID = -4,     /* blob id: a text a row */
	COLUMN_FINDING = -5, /* cells; the value is the examiner's text */
	COLUMN_TARGET = -6,  /* cells; each target of the segment's references once */
	COLUMN_NONE = -7,    /* of no segment */
	COLUMN_FOLDERS =
		-8, /* what folders held (store/folders.h); kept beside all segments */
};

enum { HEAD_TEXTS = 4 };

/** index_reference.c: the text that stands for a reference in a set: kind and id. */
void target_text(struct buf *out, const char *ref, const char *value);

/* ---- index_sql.c: the database ---- */

enum sql {
	SQL_BEGIN,
	SQL_BEGIN_WRITE,
	SQL_COMMIT,
	SQL_ROLLBACK,
	SQL_META,
	SQL_ADD_META,
	SQL_SEGMENTS,
	SQL_ADD_SEGMENT,
	SQL_DROP_SEGMENT,
	SQL_DROP_COLUMNS,
	SQL_COLUMN,
	SQL_PUT_COLUMN,
	SQL_FIELDS,
	SQL_ADD_FIELD,
	SQL_FIELD,
	SQL_MARK_FIELD,
	SQL_HAS_TERMS,
	SQL_TERMED,
	SQL_ADD_TERMS,
	SQL_ADD_TERMED,
	SQL_FIND_TERMS,
	SQL_COUNT,
};

/* Why the last call failed, as far as something can be done about it. */
enum trouble {
	TROUBLE_NONE,
	TROUBLE_DAMAGED, /* make it anew */
	TROUBLE_CLOSED,  /* locked, full, read-only: use a temporary one */
};

struct database {
	sqlite3 *db;
	sqlite3_stmt *statements[SQL_COUNT];
	enum trouble trouble;
};

/** Open or create; `path` NULL is a temporary file that SQLite removes. */
int database_open(struct database *database, const char *path, const char *version,
		  struct error *err) gk_must_use;
void database_close(struct database *database);
/** Describe SQLite's last error. Returns -1. */
int database_error(struct database *database, struct error *err);
/** What is stored is not what was written. Returns -1. */
int database_damage(struct database *database, struct error *err);
/** A prepared statement, ready for binding; NULL with err set. */
sqlite3_stmt *database_statement(struct database *database, enum sql sql,
				 struct error *err);
/** 1 for a row, 0 at the end (and reset), -1. */
int database_step(struct database *database, sqlite3_stmt *statement,
		  struct error *err) gk_must_use;
/** Run a statement that has no parameters and gives no rows. */
int database_run(struct database *database, enum sql sql, struct error *err) gk_must_use;
/** Read one column of a segment: 1, 0 when there is none, -1; damage is noticed. */
int database_column(struct database *database, int64_t segment, int64_t column,
		    struct buf *out, struct error *err) gk_must_use;
int database_put_column(struct database *database, int64_t segment, int64_t column,
			const struct buf *bytes, struct error *err) gk_must_use;
/** A number by which damage to the bytes is noticed: SQLite itself sees no flipped bit. */
int64_t database_sum(uint64_t seed, const void *bytes, size_t len);

/* ---- index_cell.c: values in a column ---- */

struct cell {
	uint32_t slot;    /* place of its row in the segment */
	uint32_t ordinal; /* place among the facts of its record */
	struct yaml_place place;
	const char *ref; /* "" for none */
	const char *value;
};

/* Reads cells in order; texts point into the bytes. */
struct cells {
	const char *p;
	const char *end;
	struct cell cell; /* the one read last */
	bool broken;      /* the bytes are no cells */
};

void cell_add(struct buf *column, uint32_t *last_slot, const struct cell *cell);
struct cells cells_of(const struct buf *column);
/** Read the next one into `cell`; false at the end. */
bool cells_next(struct cells *cells);
/** A NUL-terminated text at *p, which moves behind it; NULL when there is none before `end`. */
const char *text_next(const char **p, const char *end);

/* ---- index_segment.c: making and reading a segment ---- */

struct segment;

struct segment_column {
	struct buf cells;
	uint32_t last_slot;
	bool refers;
};

struct segment_builder {
	struct arena arena;
	size_t count; /* rows */
	struct buf path;
	struct buf head;
	struct buf stat;
	struct buf oid;
	struct text_set kinds;
	struct segment_column findings;
	struct text_set fields; /* paths, beside `columns` */
	struct segment_column *columns;
	size_t column_room;
	struct text_set targets;
	struct segment_column target_cells;
};

void segment_init(struct segment_builder *builder);
void segment_release(struct segment_builder *builder);
/** Add a row; `stat` zero where it must not be trusted. */
void segment_add(struct segment_builder *builder, const struct source_entry *entry,
		 const struct facts *facts, const char *findings);
/** Store it in one transaction; *out gets its number. */
int segment_write(struct index *index, const struct segment_builder *builder,
		  int64_t *out, struct error *err) gk_must_use;
/** By which damage to a row of the table of segments is noticed. */
int64_t segment_sum(size_t rows, const struct buf *columns, const struct buf *kinds);
/** Whether the segment has a column. */
bool segment_has(const struct segment *segment, int64_t column);
/** Read a column; empty where the segment has none. */
int segment_read(struct index *index, const struct segment *segment, int64_t column,
		 struct buf *out, struct error *err) gk_must_use;
/** Forget a segment. */
int segment_drop(struct index *index, int64_t segment, struct error *err) gk_must_use;

/* ---- index.c ---- */

struct field_name {
	int64_t id;
	const char *path;
	bool refers; /* some value of it refers to a record */
};

struct segment {
	int64_t id;
	size_t rows;
	size_t live;            /* of them rows of the source as it is now */
	const int64_t *columns; /* that it has, besides PATH, HEAD, STAT and OID */
	size_t column_count;
	struct strings kinds; /* of its rows, each once */
};

struct refusal {
	size_t entry;
	const char *findings;
};

struct index {
	struct source *source;
	struct examiner examiner;
	unsigned int threads;
	bool temporary;
	bool rebuilt;
	const char *dir; /* where index.db lies; NULL: only a temporary one */
	struct database database;
	struct arena arena; /* of the listing */
	struct source_entry *entries;
	size_t count;
	struct arena state;       /* of all below: made again by each refresh */
	int64_t *keys;            /* row of each entry; 0 for none */
	struct segment *segments; /* all there are, by number */
	size_t segment_count;
	struct field_name *fields;
	size_t field_count;
	struct refusal *refusals; /* in order of entry */
	size_t refusal_count;
	size_t refusal_room;
	struct index_counts counts;
	size_t mends;        /* how often all keys became others */
	struct scan *finder; /* of index_by_id(), which is often asked in order of path */
	size_t finder_mends;
	size_t last_entry; /* that scan_entry_of() found */
};

/**
 * Make the rows those of the listing and hold that state of the database until the next
 * commit.  Damage is made good; where the file cannot be used, a temporary one is.
 */
int index_settle(struct index *index, struct error *err) gk_must_use;
/** By which damage to a row of the table of fields is noticed. */
int64_t field_sum(int64_t id, const char *path, bool refers);
const struct field_name *index_field(const struct index *index, const char *path);
/** After a failure of the database: made anew after damage, else a temporary one. */
int index_reopen(struct index *index, struct error *err) gk_must_use;
/** The same while rows are read: the entries stay, their keys are others (index->mends). */
int index_mend(struct index *index, struct error *err) gk_must_use;
/** Place of the first path that is not before `path`. */
size_t index_entry_from(const struct index *index, const char *path);
/** Place of a path in the listing, or index->count. */
size_t index_entry(const struct index *index, const char *path);

/* ---- index_match.c ---- */

/* A stored row of the same path whose file must be read to see whether it is the same. */
struct candidate {
	size_t entry;
	int64_t key;
	const char *oid;
};

struct candidates {
	struct candidate *items; /* in order of entry */
	size_t count;
	size_t room;
};

/** Read what segments there are. */
int index_read_segments(struct index *index, struct error *err) gk_must_use;
/** Fill `keys` and `segments` from what is stored. */
int index_match(struct index *index, struct candidates *candidates,
		struct error *err) gk_must_use;

/* ---- index_listing.c ---- */

/** List the source; what its folders hold is kept for the next time. */
int index_list(struct index *index, struct error *err) gk_must_use;

/* ---- index_garbage.c ---- */

/** Drop segments that are not worth keeping; their files lose their rows. */
int index_drop_garbage(struct index *index, struct candidates *candidates,
		       struct error *err) gk_must_use;

/* ---- index_refresh.c ---- */

/**
 * Time of day of the file system that keeps the index, in ns; 0 when there is no telling, as for
 * a temporary one.  What is younger may change once more in the same tick of the clock
 * without showing it.
 */
int64_t index_time(const struct index *index);
/** Match, examine what is not stored, and store it. */
int index_refresh(struct index *index, struct error *err) gk_must_use;

/* ---- index_scan.c: rows in order of path, with the cells of some columns ---- */

struct scan_segment;

struct scan_column {
	const char *path; /* of a field; else NULL */
	int64_t id;
};

struct scan {
	struct index *index;
	struct arena arena;
	struct scan_column *columns;
	size_t column_count;
	size_t column_room;
	struct strings kinds; /* rows of other kinds are passed over; none: all */
	bool cells_only;      /* rows without any cell likewise */
	bool no_head;         /* of rows only key and path are asked for */
	bool with_oid;        /* the blob id too */
	pthread_mutex_t
		*lock; /* of the database, where other threads scan too; else NULL */
	size_t from;   /* entries still to come */
	size_t to;
	size_t entry;                  /* of the row */
	struct index_row row;          /* texts live until the next scan_next() */
	struct scan_segment *segments; /* beside index->segments */
	size_t segment_count;
	struct scan_segment *current; /* of the row */
	size_t nearest;               /* place of the segment used last */
};

void scan_init(struct scan *scan, struct index *index);
/** Only rows of this kind (NULL: of all), and of those that were named before. */
void scan_add_kind(struct scan *scan, const char *kind);
/** Read the cells of a field too; columns count in the order of adding. */
void scan_add_field(struct scan *scan, const char *path);
void scan_add_column(struct scan *scan, enum column column);
void scan_release(struct scan *scan);
#define auto_scan gk_cleanup(scan_release) struct scan
/** 1: `row` holds the next; 0: no more; -1. */
int scan_next(struct scan *scan, struct error *err) gk_must_use;
/** Go on from an entry that is not behind. */
void scan_seek(struct scan *scan, size_t entry);
/** The next cell of the row in column `i`; NULL when there is no more. */
const struct cell *scan_cell(struct scan *scan, size_t i);
/** Place of the entry that has the key, or index->count. */
size_t scan_entry_of(struct index *index, int64_t key);
/** All cells of the row in all columns as facts, in file order. */
struct fact *scan_facts(struct scan *scan, struct arena *arena, size_t *count);

/*
 * A scan on all threads: each piece of the entries has a scan of its own, and may touch
 * nothing else that other pieces touch.  Such a scan mends nothing: where it fails, the
 * caller goes over all entries again by itself.
 */
struct scan_pieces {
	struct index *index;
	int (*run)(void *payload, struct scan *scan, size_t piece, struct error *err);
	void *payload;
	size_t step; /* entries a piece */
	size_t count;
	pthread_mutex_t lock;
};

/** Divide the entries into `count` pieces. */
void scan_pieces_init(struct scan_pieces *pieces, struct index *index);
int scan_pieces_run(struct scan_pieces *pieces, struct error *err) gk_must_use;
/** A copy of the row whose texts live in the arena. */
struct index_row scan_row(const struct scan *scan, struct arena *arena);

/* ---- index_query.c ---- */

void index_drop_finder(struct index *index);

/** Put rows in order of kind, then id. */
void index_sort_rows(struct index_row *rows, size_t count);

/* ---- index_terms.c ---- */

/** Keys of the rows whose searched fields match, sorted. */
int index_find_text(struct index *index, struct arena *arena, const char *text,
		    int64_t **out, size_t *count, struct error *err) gk_must_use;

#endif
