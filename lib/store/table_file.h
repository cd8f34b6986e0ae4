/*
 * A new SQLite file of tables, for others to read: filled once, in one go.
 *
 * The same tables and rows in the same order give the same bytes.  There is no journal
 * beside it: the file is made under a temporary name and put in its place when it is whole.
 *
 * Layer: store.  The one file beside the index that uses SQLite is table_file.c.
 */
#ifndef GK_STORE_TABLE_FILE_H
#define GK_STORE_TABLE_FILE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"

struct table_file;

struct table_column {
	const char *name;
	bool number; /* whole numbers; else text */
	bool key;    /* part of the primary key; those stand first */
};

/* NULL text and no number is NULL. */
struct table_value {
	const char *text;
	int64_t n;
	bool is_number;
};

/** Begin in an empty file at `path`. */
int table_file_open(const char *path, struct table_file **out,
		    struct error *err) gk_must_use;
/** A new table; *number gets what table_file_row() calls it. */
int table_file_add(struct table_file *file, const char *name,
		   const struct table_column *columns, size_t count, size_t *number,
		   struct error *err) gk_must_use;
/** A row, a value a column.  A second one with the same key is ERR_EXTERNAL. */
int table_file_row(struct table_file *file, size_t number,
		   const struct table_value *values, struct error *err) gk_must_use;
/** End, and release the file whether that works or not. */
int table_file_close(struct table_file *file, struct error *err) gk_must_use;

#endif
