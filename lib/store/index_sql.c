#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "store/index_private.h"

/* How long to wait for another gk that writes. */
enum { BUSY_MS = 10000 };

#define SCHEMA "2"

static const char *const texts[SQL_COUNT] = {
	[SQL_BEGIN] = "BEGIN",
	[SQL_BEGIN_WRITE] = "BEGIN IMMEDIATE",
	[SQL_COMMIT] = "COMMIT",
	[SQL_ROLLBACK] = "ROLLBACK",
	[SQL_META] = "SELECT value FROM meta WHERE name = ?1",
	[SQL_ADD_META] = "INSERT OR IGNORE INTO meta (name, value) VALUES (?1, ?2)",
	[SQL_SEGMENTS] = "SELECT id, rows, sum, columns, kinds FROM segment ORDER BY id",
	[SQL_ADD_SEGMENT] =
		"INSERT INTO segment (rows, sum, columns, kinds) VALUES (?1, ?2, ?3, ?4)",
	[SQL_DROP_SEGMENT] = "DELETE FROM segment WHERE id = ?1",
	[SQL_DROP_COLUMNS] = "DELETE FROM piece WHERE segment = ?1",
	[SQL_COLUMN] = "SELECT bytes, sum FROM piece WHERE segment = ?1 AND field = ?2",
	[SQL_PUT_COLUMN] = "REPLACE INTO piece VALUES (?1, ?2, ?3, ?4)",
	[SQL_FIELDS] = "SELECT id, path, refers, sum FROM field ORDER BY id",
	[SQL_ADD_FIELD] =
		"INSERT OR IGNORE INTO field (path, refers, sum) VALUES (?1, 0, 0)",
	[SQL_FIELD] = "SELECT id, refers, sum FROM field WHERE path = ?1",
	[SQL_MARK_FIELD] = "UPDATE field SET refers = ?2, sum = ?3 WHERE id = ?1",
	[SQL_HAS_TERMS] = "SELECT 1 FROM sqlite_schema WHERE name = 'termed'",
	[SQL_TERMED] = "SELECT key FROM termed ORDER BY key",
	[SQL_ADD_TERMS] = "INSERT INTO terms (rowid, words) VALUES (?1, ?2)",
	[SQL_ADD_TERMED] = "INSERT INTO termed (key) VALUES (?1)",
	[SQL_FIND_TERMS] = "SELECT rowid FROM terms WHERE terms MATCH ?1 ORDER BY rowid",
};

/*
 * The index is a cache: what a power cut leaves behind may be damaged and is then made
 * anew, so nothing is synced.  WAL lets readers go on while another gk writes.
 */
static const char setup[] = "PRAGMA page_size = 16384;"
			    "PRAGMA synchronous = OFF;"
			    "PRAGMA temp_store = FILE;";

static const char schema[] =
	"CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT "
	"ROWID;"
	"CREATE TABLE IF NOT EXISTS segment (id INTEGER PRIMARY KEY AUTOINCREMENT,"
	" rows INTEGER NOT NULL, sum INTEGER NOT NULL, columns BLOB NOT NULL,"
	" kinds BLOB NOT NULL);"
	"CREATE TABLE IF NOT EXISTS field (id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT "
	"NULL,"
	" refers INTEGER NOT NULL, sum INTEGER NOT NULL);"
	"CREATE TABLE IF NOT EXISTS piece (segment INTEGER NOT NULL, field INTEGER NOT "
	"NULL,"
	" sum INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (segment, field));";

static enum trouble trouble_of(int code)
{
	switch (code & 0xff) {
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
	case SQLITE_ERROR: /* a table that is not there */
		return TROUBLE_DAMAGED;
	case SQLITE_IOERR:
		return code == SQLITE_IOERR_SHORT_READ ? TROUBLE_DAMAGED : TROUBLE_CLOSED;
	default:
		return TROUBLE_CLOSED;
	}
}

int database_error(struct database *database, struct error *err)
{
	database->trouble = trouble_of(sqlite3_extended_errcode(database->db));
	return error_set(err, ERR_EXTERNAL, "index: %s", sqlite3_errmsg(database->db));
}

int database_damage(struct database *database, struct error *err)
{
	database->trouble = TROUBLE_DAMAGED;
	return error_set(err, ERR_EXTERNAL, "index: damaged");
}

sqlite3_stmt *database_statement(struct database *database, enum sql sql,
				 struct error *err)
{
	sqlite3_stmt **statement = &database->statements[sql];

	if (!*statement &&
	    sqlite3_prepare_v3(database->db, texts[sql], -1, SQLITE_PREPARE_PERSISTENT,
			       statement, NULL) != SQLITE_OK) {
		(void)database_error(database, err);
		return NULL;
	}
	return *statement;
}

int database_step(struct database *database, sqlite3_stmt *statement, struct error *err)
{
	int code = sqlite3_step(statement);

	if (code == SQLITE_ROW)
		return 1;
	if (code != SQLITE_DONE)
		(void)database_error(database, err);
	(void)sqlite3_reset(statement);
	return code == SQLITE_DONE ? 0 : -1;
}

int database_run(struct database *database, enum sql sql, struct error *err)
{
	sqlite3_stmt *statement = database_statement(database, sql, err);

	return statement ? database_step(database, statement, err) : -1;
}

static uint64_t mix(uint64_t sum, const unsigned char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	sum = (sum ^ word) * 0x9e3779b97f4a7c15U;
	return sum ^ sum >> 32;
}

/* Four sums side by side, since each waits for its own multiplication only. */
int64_t database_sum(uint64_t seed, const void *bytes, size_t len)
{
	const unsigned char *p = bytes;
	uint64_t sum = seed * 31 + len;
	uint64_t sums[3] = { sum + 1, sum + 2, sum + 3 };

	for (; len >= 4 * sizeof(sum); p += 4 * sizeof(sum), len -= 4 * sizeof(sum)) {
		sum = mix(sum, p);
		sums[0] = mix(sums[0], p + sizeof(sum));
		sums[1] = mix(sums[1], p + 2 * sizeof(sum));
		sums[2] = mix(sums[2], p + 3 * sizeof(sum));
	}
	for (size_t i = 0; i < 3; i++)
		sum = mix(sum, (const unsigned char *)&sums[i]);
	for (; len >= sizeof(sum); p += sizeof(sum), len -= sizeof(sum))
		sum = mix(sum, p);
	for (; len; p++, len--)
		sum = (sum ^ *p) * 0x9e3779b97f4a7c15U;
	sum ^= sum >> 32;
	return (int64_t)sum;
}

static int64_t column_sum(int64_t segment, int64_t column, const struct buf *bytes)
{
	return database_sum((uint64_t)segment << 16 ^ (uint64_t)column, bytes->s,
			    bytes->len);
}

int database_column(struct database *database, int64_t segment, int64_t column,
		    struct buf *out, struct error *err)
{
	sqlite3_stmt *statement = database_statement(database, SQL_COLUMN, err);
	const void *bytes;
	size_t len;
	bool right;
	int found;

	buf_reset(out);
	if (!statement)
		return -1;
	(void)sqlite3_bind_int64(statement, 1, segment);
	(void)sqlite3_bind_int64(statement, 2, column);
	found = database_step(database, statement, err);
	if (found <= 0)
		return found;
	bytes = sqlite3_column_blob(statement, 0);
	len = (size_t)sqlite3_column_bytes(statement, 0);
	if (bytes)
		buf_add(out, bytes, len);
	right = out->len == len &&
		sqlite3_column_int64(statement, 1) == column_sum(segment, column, out);
	(void)sqlite3_reset(statement);
	return right ? 1 : database_damage(database, err);
}

int database_put_column(struct database *database, int64_t segment, int64_t column,
			const struct buf *bytes, struct error *err)
{
	sqlite3_stmt *statement = database_statement(database, SQL_PUT_COLUMN, err);
	int code;

	if (!statement)
		return -1;
	(void)sqlite3_bind_int64(statement, 1, segment);
	(void)sqlite3_bind_int64(statement, 2, column);
	(void)sqlite3_bind_int64(statement, 3, column_sum(segment, column, bytes));
	(void)sqlite3_bind_blob64(statement, 4, bytes->s, bytes->len, SQLITE_STATIC);
	code = database_step(database, statement, err);
	(void)sqlite3_clear_bindings(statement);
	return code;
}

static int add_meta(struct database *database, const char *name, const char *value,
		    struct error *err)
{
	sqlite3_stmt *statement = database_statement(database, SQL_ADD_META, err);

	if (!statement)
		return -1;
	(void)sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
	(void)sqlite3_bind_text(statement, 2, value, -1, SQLITE_STATIC);
	return database_step(database, statement, err);
}

/* 1 when the name has this value, 0 when another or none, -1. */
static int has_meta(struct database *database, const char *name, const char *value,
		    struct error *err)
{
	sqlite3_stmt *statement = database_statement(database, SQL_META, err);
	int found;

	if (!statement)
		return -1;
	(void)sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
	found = database_step(database, statement, err);
	if (found == 1) {
		const unsigned char *is = sqlite3_column_text(statement, 0);

		found = is && strcmp((const char *)is, value) == 0;
		(void)sqlite3_reset(statement);
	}
	return found;
}

static int has_version(struct database *database, const char *version, struct error *err)
{
	int same = has_meta(database, "schema", SCHEMA, err);

	return same == 1 ? has_meta(database, "rules", version, err) : same;
}

static int create(struct database *database, const char *version, struct error *err)
{
	if (database_run(database, SQL_BEGIN_WRITE, err) < 0)
		return -1;
	if (sqlite3_exec(database->db, schema, NULL, NULL, NULL) != SQLITE_OK)
		return database_error(database, err);
	if (add_meta(database, "schema", SCHEMA, err) < 0 ||
	    add_meta(database, "rules", version, err) < 0)
		return -1;
	return database_run(database, SQL_COMMIT, err);
}

/* 1 when there is a schema, 0 when the file is new, -1. */
static int is_made(struct database *database, struct error *err)
{
	sqlite3_stmt *statement = NULL;
	int found;

	if (sqlite3_prepare_v2(database->db,
			       "SELECT 1 FROM sqlite_schema WHERE name = 'meta'", -1,
			       &statement, NULL) != SQLITE_OK)
		return database_error(database, err);
	found = database_step(database, statement, err);
	(void)sqlite3_finalize(statement);
	return found;
}

int database_open(struct database *database, const char *path, const char *version,
		  struct error *err)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
		    SQLITE_OPEN_EXRESCODE;
	int made;

	*database = (struct database){ .trouble = TROUBLE_CLOSED };
	if (sqlite3_open_v2(path ? path : "", &database->db, flags, NULL) != SQLITE_OK)
		return error_set(err, ERR_EXTERNAL, "index: cannot open '%s'",
				 path ? path : "a temporary file");
	(void)sqlite3_busy_timeout(database->db, BUSY_MS);
	if (sqlite3_exec(database->db, setup, NULL, NULL, NULL) != SQLITE_OK)
		return database_error(database, err);
	/* Refused while another gk does the same, and not needed then. */
	if (path)
		(void)sqlite3_exec(database->db, "PRAGMA journal_mode = WAL", NULL, NULL,
				   NULL);
	made = is_made(database, err);
	if (made < 0 || (made == 0 && create(database, version, err) < 0))
		return -1;
	made = has_version(database, version, err);
	if (made < 0)
		return -1;
	database->trouble = TROUBLE_NONE;
	if (made == 0) {
		database->trouble = TROUBLE_DAMAGED;
		return error_set(err, ERR_NOT_FOUND, "index: of another version");
	}
	return 0;
}

void database_close(struct database *database)
{
	for (size_t i = 0; i < SQL_COUNT; i++)
		(void)sqlite3_finalize(database->statements[i]);
	(void)sqlite3_close(database->db);
	*database = (struct database){ .db = NULL };
}
