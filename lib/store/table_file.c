#include "store/table_file.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

struct table {
	sqlite3_stmt *insert;
	size_t count;
};

struct table_file {
	struct arena arena;
	sqlite3 *db;
	struct list tables; /* struct table */
};

static int says(const struct table_file *file, struct error *err)
{
	return error_set(err, ERR_EXTERNAL, "SQLite: %s", sqlite3_errmsg(file->db));
}

static int run(struct table_file *file, const char *sql, struct error *err)
{
	return sqlite3_exec(file->db, sql, NULL, NULL, NULL) == SQLITE_OK
		       ? 0
		       : says(file, err);
}

static void release(struct table_file *file)
{
	struct arena arena = file->arena;

	for (size_t i = 0; i < file->tables.count; i++)
		(void)sqlite3_finalize(list_at(&file->tables, struct table, i)->insert);
	(void)sqlite3_close(file->db);
	arena_clear(&arena);
}

int table_file_open(const char *path, struct table_file **out, struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct table_file *file = arena_new(&arena, struct table_file);
	/* Nothing is lost when it breaks off: the file is thrown away then. */
	static const char begin[] = "pragma journal_mode = off; pragma synchronous = off;"
				    "pragma page_size = 4096; pragma encoding = 'UTF-8';"
				    "pragma temp_store = memory; begin";

	file->arena = arena;
	if (sqlite3_open_v2(path, &file->db,
			    SQLITE_OPEN_READWRITE | SQLITE_OPEN_PRIVATECACHE,
			    NULL) != SQLITE_OK ||
	    run(file, begin, err) < 0) {
		(void)says(file, err);
		release(file);
		return -1;
	}
	*out = file;
	return 0;
}

/* Names may be words of SQL, as group is. */
static void add_name(struct buf *sql, const char *name)
{
	buf_addf(sql, "\"%s\"", name);
}

static void add_definition(struct buf *sql, const char *name,
			   const struct table_column *columns, size_t count)
{
	const char *between = "";

	buf_adds(sql, "create table ");
	add_name(sql, name);
	buf_adds(sql, " (");
	for (size_t i = 0; i < count; i++) {
		add_name(sql, columns[i].name);
		buf_adds(sql, columns[i].number ? " integer" : " text");
		buf_adds(sql, columns[i].key ? " not null, " : ", ");
	}
	buf_adds(sql, "primary key (");
	for (size_t i = 0; i < count && columns[i].key; i++) {
		buf_adds(sql, between);
		add_name(sql, columns[i].name);
		between = ", ";
	}
	buf_adds(sql, ")) without rowid");
}

int table_file_add(struct table_file *file, const char *name,
		   const struct table_column *columns, size_t count, size_t *number,
		   struct error *err)
{
	struct table *table;
	auto_buf sql = BUF_INIT;

	add_definition(&sql, name, columns, count);
	if (run(file, sql.s, err) < 0)
		return -1;
	buf_reset(&sql);
	buf_adds(&sql, "insert into ");
	add_name(&sql, name);
	buf_adds(&sql, " values (");
	for (size_t i = 0; i < count; i++)
		buf_adds(&sql, i > 0 ? ", ?" : "?");
	buf_adds(&sql, ")");
	*number = file->tables.count;
	table = list_add(&file->arena, &file->tables, sizeof(*table));
	table->count = count;
	if (sqlite3_prepare_v2(file->db, sql.s, -1, &table->insert, NULL) != SQLITE_OK)
		return says(file, err);
	return 0;
}

static int bind(sqlite3_stmt *insert, int at, const struct table_value *value)
{
	if (value->is_number)
		return sqlite3_bind_int64(insert, at, value->n);
	if (!value->text)
		return sqlite3_bind_null(insert, at);
	/* It lives until the row is in. */
	return sqlite3_bind_text(insert, at, value->text, -1, SQLITE_STATIC);
}

int table_file_row(struct table_file *file, size_t number,
		   const struct table_value *values, struct error *err)
{
	const struct table *table = list_at(&file->tables, struct table, number);

	for (size_t i = 0; i < table->count; i++)
		if (bind(table->insert, (int)i + 1, &values[i]) != SQLITE_OK)
			return says(file, err);
	if (sqlite3_step(table->insert) != SQLITE_DONE) {
		(void)says(file, err);
		(void)sqlite3_reset(table->insert);
		return -1;
	}
	(void)sqlite3_reset(table->insert);
	return 0;
}

int table_file_close(struct table_file *file, struct error *err)
{
	int done = run(file, "commit", err);

	release(file);
	return done;
}
