#include "store/index.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "store/index_private.h"

enum { ATTEMPTS = 8 };

static void remove_database(const char *path)
{
	static const char *const parts[] = { "", "-wal", "-shm", "-journal" };

	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		auto_buf name = BUF_INIT;

		buf_adds(&name, path);
		buf_adds(&name, parts[i]);
		(void)unlink(name.s);
	}
}

/* The database file, without what is damaged or of another version. */
static int open_file(struct index *index, struct error *err)
{
	const char *version = index->examiner.version;
	auto_buf path = BUF_INIT;

	if (file_make_dirs(index->dir, err) < 0)
		return -1;
	path_join(&path, index->dir, "index.db");
	if (database_open(&index->database, path.s, version, err) == 0)
		return 0;
	if (index->database.trouble != TROUBLE_DAMAGED)
		return -1;
	index->rebuilt = index->rebuilt || err->code != ERR_NOT_FOUND;
	database_close(&index->database);
	remove_database(path.s);
	return database_open(&index->database, path.s, version, err);
}

static int open_database(struct index *index, struct error *err)
{
	if (!index->temporary) {
		if (open_file(index, err) == 0)
			return 0;
		database_close(&index->database);
		index->temporary = true;
	}
	return database_open(&index->database, NULL, index->examiner.version, err);
}

int index_reopen(struct index *index, struct error *err)
{
	enum trouble trouble = index->database.trouble;

	if (index->temporary || trouble == TROUBLE_NONE)
		return -1;
	database_close(&index->database);
	if (trouble == TROUBLE_DAMAGED && !index->rebuilt) {
		auto_buf path = BUF_INIT;

		path_join(&path, index->dir, "index.db");
		remove_database(path.s);
		index->rebuilt = true;
	} else {
		index->temporary = true;
	}
	return open_database(index, err);
}

static struct segment *find_segment(struct index *index, int64_t id)
{
	size_t from = 0;
	size_t to = index->segment_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (index->segments[middle].id < id)
			from = middle + 1;
		else
			to = middle;
	}
	if (from < index->segment_count && index->segments[from].id == id)
		return &index->segments[from];
	return NULL;
}

/* Count the rows in use; false when one is of a segment that is gone. */
static bool count_live(struct index *index)
{
	struct segment *segment = NULL;

	for (size_t i = 0; i < index->count; i++) {
		int64_t id = index->keys[i] >> KEY_SHIFT;

		if (!id)
			continue;
		if (!segment || segment->id != id)
			segment = find_segment(index, id);
		if (!segment)
			return false;
		segment->live++;
	}
	return true;
}

static int read_field(struct index *index, sqlite3_stmt *statement,
		      struct field_name *out, struct error *err)
{
	const char *path = (const char *)sqlite3_column_text(statement, 1);

	if (!path)
		path = "";
	*out = (struct field_name){
		.id = sqlite3_column_int64(statement, 0),
		.path = arena_strndup(&index->state, path, strlen(path)),
		.refers = sqlite3_column_int64(statement, 2) != 0,
	};
	if (sqlite3_column_int64(statement, 3) == field_sum(out->id, path, out->refers))
		return 0;
	(void)sqlite3_reset(statement);
	return database_damage(&index->database, err);
}

static int read_fields(struct index *index, struct error *err)
{
	sqlite3_stmt *statement = database_statement(&index->database, SQL_FIELDS, err);
	size_t room = 0;
	int found;

	index->fields = NULL;
	index->field_count = 0;
	if (!statement)
		return -1;
	while ((found = database_step(&index->database, statement, err)) == 1) {
		index->fields =
			array_grow(&index->state, index->fields, index->field_count,
				   &room, sizeof(index->fields[0]));
		if (read_field(index, statement, &index->fields[index->field_count++],
			       err) < 0)
			return -1;
	}
	return found;
}

/*
 * Look at the database as it is now until index_free().  1, or 0 when another gk
 * dropped what we matched, or -1.
 */
static int hold(struct index *index, struct error *err)
{
	if (database_run(&index->database, SQL_BEGIN, err) < 0 ||
	    index_read_segments(index, err) < 0)
		return -1;
	if (!count_live(index))
		return database_run(&index->database, SQL_COMMIT, err);
	return read_fields(index, err) < 0 ? -1 : 1;
}

int index_settle(struct index *index, struct error *err)
{
	for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
		int held = index_refresh(index, err);

		if (held == 0)
			held = hold(index, err);
		if (held == 1)
			return 0;
		if (held < 0 && index_reopen(index, err) < 0)
			return -1;
	}
	return error_set(err, ERR_EXTERNAL, "index: another gk changes it all the time");
}

int index_mend(struct index *index, struct error *err)
{
	if (index_reopen(index, err) < 0)
		return -1;
	index->mends++;
	return index_settle(index, err);
}

int index_open(struct source *source, const struct examiner *examiner,
	       const struct index_options *options, struct index **out, struct error *err)
{
	struct index *index = calloc(1, sizeof(*index));
	const char *gitdir = source_gitdir(source);

	if (!index)
		return error_errno(err, "index");
	*index = (struct index){
		.source = source,
		.examiner = *examiner,
		.threads = pool_threads(options->threads),
		.temporary = options->memory || !gitdir,
	};
	if (!index->temporary) {
		auto_buf dir = BUF_INIT;

		path_join(&dir, gitdir, "gk");
		index->dir = buf_dup(&dir, &index->arena);
	}
	if (open_database(index, err) < 0 || index_list(index, err) < 0 ||
	    index_settle(index, err) < 0) {
		index_free(index);
		return -1;
	}
	*out = index;
	return 0;
}

void index_free(struct index *index)
{
	if (!index)
		return;
	index_drop_finder(index);
	database_close(&index->database);
	arena_clear(&index->state);
	arena_clear(&index->arena);
	free(index);
}

bool index_rebuilt(const struct index *index)
{
	return index->rebuilt;
}

struct index_counts index_counts(const struct index *index)
{
	return index->counts;
}

bool index_has_path(struct index *index, const char *path)
{
	return index_entry(index, path) < index->count;
}

bool index_has_row(struct index *index, const char *path)
{
	size_t i = index_entry(index, path);

	return i < index->count && index->keys[i];
}

size_t index_count_below(struct index *index, const char *prefix)
{
	size_t len = strlen(prefix);
	size_t count = 0;

	for (size_t i = index_entry_from(index, prefix);
	     i < index->count && strncmp(index->entries[i].path, prefix, len) == 0; i++)
		count += index->keys[i] != 0;
	for (size_t i = 0; i < index->refusal_count; i++)
		count += strncmp(index->entries[index->refusals[i].entry].path, prefix,
				 len) == 0;
	return count;
}

const struct field_name *index_field(const struct index *index, const char *path)
{
	for (size_t i = 0; i < index->field_count; i++) {
		if (strcmp(index->fields[i].path, path) == 0)
			return &index->fields[i];
	}
	return NULL;
}
