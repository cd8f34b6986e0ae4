/*
 * Search of text.  The terms of a record are put into FTS5 when somebody first searches
 * and the record is not in it yet: they are larger than the records, and who validates
 * does not need them.
 */
#include <pthread.h>
#include <string.h>

#include "base/buf.h"
#include "base/token.h"
#include "base/utf8.h"
#include "store/index_private.h"

enum {
	STEP = 128,
	ATTEMPTS = 3,
	UNUSED_TERMS = 4 * 1024,
	TRANSACTION_ROWS = 2048, /* so that another gk that writes need not wait long */
};

/* The tokens are made already (base/token.h), all that `ascii` has to do is to split. */
static const char schema[] =
	"CREATE VIRTUAL TABLE IF NOT EXISTS terms USING"
	" fts5(words, content='', tokenize='ascii');"
	"CREATE TABLE IF NOT EXISTS termed (key INTEGER PRIMARY KEY);";

/*
 * The terms of one transaction are kept in memory up to this size and then sorted and
 * written at once: many small lots would be merged again and again.
 */
static const char bulk[] = "INSERT INTO terms(terms, rank) VALUES ('hashsize', 33554432);"
			   "INSERT INTO terms(terms, rank) VALUES ('automerge', 0);";

static const char clear[] = "INSERT INTO terms(terms) VALUES ('delete-all');"
			    "DELETE FROM termed;";

/* A row whose terms are not stored. */
struct lack {
	size_t entry;
	int64_t key;
	const char *oid;
};

struct fill {
	struct index *index;
	pthread_mutex_t lock; /* of the database */
	struct lack *lacks;
	size_t count;
	size_t room;
	size_t uncommitted;
};

struct keys {
	int64_t *items;
	size_t count;
	size_t room;
};

static int read_keys(struct index *index, struct arena *arena, sqlite3_stmt *statement,
		     struct keys *keys, struct error *err)
{
	int found;

	while ((found = database_step(&index->database, statement, err)) == 1) {
		keys->items = array_grow(arena, keys->items, keys->count, &keys->room,
					 sizeof(keys->items[0]));
		keys->items[keys->count++] = sqlite3_column_int64(statement, 0);
	}
	return found;
}

/* Rows whose terms are stored; *made tells whether there is a table at all. */
static int read_termed(struct index *index, struct arena *arena, struct keys *keys,
		       bool *made, struct error *err)
{
	struct database *database = &index->database;
	sqlite3_stmt *statement = database_statement(database, SQL_HAS_TERMS, err);
	int found = statement ? database_step(database, statement, err) : -1;

	*made = found == 1;
	if (found <= 0)
		return found;
	(void)sqlite3_reset(statement);
	statement = database_statement(database, SQL_TERMED, err);
	return statement ? read_keys(index, arena, statement, keys, err) : -1;
}

static bool has_key(const struct keys *keys, int64_t key)
{
	size_t from = 0;
	size_t to = keys->count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (keys->items[middle] < key)
			from = middle + 1;
		else
			to = middle;
	}
	return from < keys->count && keys->items[from] == key;
}

static int find_lacks(struct fill *fill, struct arena *arena, const struct keys *termed,
		      struct error *err)
{
	auto_scan scan = { .segments = NULL };
	int found;

	scan_init(&scan, fill->index);
	scan.no_head = true;
	scan.with_oid = true;
	while ((found = scan_next(&scan, err)) == 1) {
		if (has_key(termed, scan.row.key))
			continue;
		fill->lacks = array_grow(arena, fill->lacks, fill->count, &fill->room,
					 sizeof(fill->lacks[0]));
		fill->lacks[fill->count++] = (struct lack){
			.entry = scan.entry,
			.key = scan.row.key,
			.oid = arena_strndup(arena, scan.row.oid, strlen(scan.row.oid)),
		};
	}
	return found;
}

/* The terms of a row, in the arena; NULL when its file is no longer what the row says. */
static const char *terms_of(const struct index *index, const struct lack *lack,
			    struct arena *out)
{
	const struct source_entry *entry = &index->entries[lack->entry];
	struct arena arena = ARENA_INIT;
	auto_buf bytes = BUF_INIT;
	char oid[OID_HEX_SIZE];
	const char *terms;
	struct error err;

	if (source_read(index->source, entry, &bytes, &err) < 0)
		return NULL;
	source_blob_id(index->source, bytes.s, bytes.len, oid);
	if (strcmp(oid, lack->oid) != 0)
		return NULL;
	terms = index->examiner.terms(index->examiner.payload, &arena, entry->path,
				      bytes.s, bytes.len);
	terms = arena_strndup(out, terms, strlen(terms));
	arena_clear(&arena);
	return terms;
}

static int write_terms(struct index *index, int64_t key, const char *terms,
		       struct error *err)
{
	struct database *database = &index->database;
	sqlite3_stmt *add = database_statement(database, SQL_ADD_TERMS, err);
	sqlite3_stmt *mark =
		add ? database_statement(database, SQL_ADD_TERMED, err) : NULL;

	if (!mark)
		return -1;
	(void)sqlite3_bind_int64(add, 1, key);
	(void)sqlite3_bind_text(add, 2, terms, -1, SQLITE_STATIC);
	(void)sqlite3_bind_int64(mark, 1, key);
	if (database_step(database, add, err) < 0)
		return -1;
	return database_step(database, mark, err);
}

static int write_piece(struct fill *fill, const struct lack *lacks,
		       const char *const *terms, size_t count, struct error *err)
{
	struct database *database = &fill->index->database;

	for (size_t i = 0; i < count; i++) {
		if (terms[i] && write_terms(fill->index, lacks[i].key, terms[i], err) < 0)
			return -1;
	}
	fill->uncommitted += count;
	if (fill->uncommitted < TRANSACTION_ROWS)
		return 0;
	fill->uncommitted = 0;
	if (database_run(database, SQL_COMMIT, err) < 0)
		return -1;
	return database_run(database, SQL_BEGIN_WRITE, err);
}

static int run_piece(void *payload, size_t from, size_t to, struct error *err)
{
	struct fill *fill = payload;
	struct arena arena = ARENA_INIT;
	const char **terms = arena_array(&arena, const char *, to - from);
	int done;

	for (size_t i = from; i < to; i++)
		terms[i - from] = terms_of(fill->index, &fill->lacks[i], &arena);
	(void)pthread_mutex_lock(&fill->lock);
	done = write_piece(fill, fill->lacks + from, terms, to - from, err);
	(void)pthread_mutex_unlock(&fill->lock);
	arena_clear(&arena);
	return done;
}

static int execute(struct database *database, const char *text, struct error *err)
{
	if (sqlite3_exec(database->db, text, NULL, NULL, NULL) != SQLITE_OK)
		return database_error(database, err);
	return 0;
}

static int run_fill(struct fill *fill, bool anew, struct error *err)
{
	struct index *index = fill->index;
	struct database *database = &index->database;
	const struct pool pool = {
		.threads = index->threads,
		.count = fill->count,
		.step = STEP,
		.run = run_piece,
		.payload = fill,
	};

	if (database_run(database, SQL_COMMIT, err) < 0 ||
	    database_run(database, SQL_BEGIN_WRITE, err) < 0 ||
	    execute(database, schema, err) < 0 || execute(database, bulk, err) < 0 ||
	    (anew && execute(database, clear, err) < 0) || pool_run(&pool, err) < 0)
		return -1;
	return database_run(database, SQL_COMMIT, err);
}

/* Store what terms are not stored: 1 when there was something to do, 0, -1. */
static int fill_terms(struct index *index, struct error *err)
{
	struct fill fill = { .index = index, .lock = PTHREAD_MUTEX_INITIALIZER };
	struct arena arena = ARENA_INIT;
	struct keys termed = { .items = NULL };
	size_t mends = index->mends;
	bool made, anew;
	int done = read_termed(index, &arena, &termed, &made, err);

	/* FTS5 cannot forget single rows of a contentless table. */
	anew = termed.count > 2 * index->count + UNUSED_TERMS;
	if (anew)
		termed.count = 0;
	if (done == 0)
		done = find_lacks(&fill, &arena, &termed, err);
	if (done == 0 && mends != index->mends)
		done = 1;
	else if (done == 0 && (fill.count || !made || anew))
		done = run_fill(&fill, anew, err) < 0 ? -1 : 1;
	(void)pthread_mutex_destroy(&fill.lock);
	arena_clear(&arena);
	return done;
}

/* As fill_terms(), until nothing is left to do or another gk is in the way. */
static int prepare(struct index *index, struct error *err)
{
	int done = 1;

	for (int attempt = 0; done && attempt < ATTEMPTS; attempt++) {
		done = fill_terms(index, err);
		if (done < 0 && index_mend(index, err) < 0)
			return -1;
		if (done > 0 && index_settle(index, err) < 0)
			return -1;
	}
	return 0;
}

/* Whether the second pair of characters begins where the first ends: one run of Han. */
static bool is_joined(const char *first, size_t first_len, const char *second,
		      size_t second_len)
{
	size_t head, tail;

	if (!utf8_is_han(utf8_decode(first, first_len, &head)) || head == first_len)
		return false;
	tail = first_len - head;
	return second_len > tail && memcmp(first + head, second, tail) == 0;
}

/* One blank-separated word of the query: its runs of Han are phrases. */
static void add_word(struct buf *out, const char *word, size_t len)
{
	auto_buf text = BUF_INIT;
	auto_buf tokens = BUF_INIT;
	const char *last = NULL;
	size_t last_len = 0;

	buf_add(&text, word, len);
	token_query(&tokens, text.s);
	for (const char *p = tokens.s; *p;) {
		size_t token = strcspn(p, " ");

		if (last && is_joined(last, last_len, p, token))
			buf_addc(out, ' ');
		else
			buf_adds(out, last ? "\" \"" : "\"");
		buf_add(out, p, token);
		last = p;
		last_len = token;
		p += token + (p[token] == ' ');
	}
	if (last)
		buf_adds(out, "\" ");
}

/* The query as FTS5 wants it: phrases that must all be there. */
static void match_expression(struct buf *out, const char *text)
{
	for (const char *p = text; *p;) {
		size_t len = strcspn(p, " \t\r\n");

		if (len)
			add_word(out, p, len);
		p += len + (p[len] != '\0');
	}
}

static int find_keys(struct index *index, struct arena *arena, const char *expression,
		     struct keys *keys, struct error *err)
{
	sqlite3_stmt *statement;

	if (prepare(index, err) < 0)
		return -1;
	keys->count = 0;
	statement = database_statement(&index->database, SQL_FIND_TERMS, err);
	if (!statement)
		return -1;
	(void)sqlite3_bind_text(statement, 1, expression, -1, SQLITE_TRANSIENT);
	return read_keys(index, arena, statement, keys, err);
}

int index_find_text(struct index *index, struct arena *arena, const char *text,
		    int64_t **out, size_t *count, struct error *err)
{
	auto_buf expression = BUF_INIT;
	struct keys keys = { .items = NULL };
	int done = 0;

	match_expression(&expression, text);
	while (expression.len &&
	       (done = find_keys(index, arena, expression.s, &keys, err)) < 0) {
		if (index_mend(index, err) < 0)
			return -1;
	}
	*out = keys.items;
	*count = keys.count;
	return done;
}
