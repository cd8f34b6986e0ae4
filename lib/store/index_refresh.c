#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "store/beneath.h"
#include "store/index_private.h"

enum { LEAST_STEP = 64, STEPS_A_THREAD = 4 };

/* A row whose file has another stat than stored, and the same bytes. */
struct restat {
	int64_t key;
	struct source_stat stat;
};

struct refresh {
	struct index *index;
	pthread_mutex_t lock; /* of the index, its database, and `restats` */
	struct candidates candidates;
	size_t *work; /* entries to look at */
	size_t count;
	int64_t now; /* files younger than that may change without showing it */
	struct restat *restats;
	size_t restat_count;
	size_t restat_room;
};

/* What became of one entry. */
struct outcome {
	size_t entry;
	int64_t key;          /* of a row that was there; 0 for a new one */
	const char *findings; /* of a refused entry, else NULL */
	struct source_stat stat;
};

/* One piece of work, on one thread. */
struct piece {
	struct refresh *refresh;
	struct arena arena;  /* of `outcomes` */
	struct arena record; /* of the record at hand */
	struct outcome *outcomes;
	size_t count;
	struct segment_builder builder;
};

/*
 * A file written in the same tick as we read it could be written once more without a
 * change of its stat, so the stat of such a file is not kept (git's "racy" entries).
 */
int64_t index_time(const struct index *index)
{
	auto_buf path = BUF_INIT;
	struct stat st = { 0 };
	int fd;

	if (index->temporary)
		return 0;
	path_join(&path, index->dir, "index.clock");
	fd = open(path.s, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return 0;
	if (futimens(fd, NULL) < 0 || fstat(fd, &st) < 0)
		st = (struct stat){ 0 };
	(void)close(fd);
	return beneath_ns(st.st_mtim);
}

static struct source_stat trusted_stat(const struct refresh *refresh,
				       const struct source_stat *stat)
{
	if (stat->mtime_ns < refresh->now && stat->ctime_ns < refresh->now)
		return *stat;
	return (struct source_stat){ 0 };
}

/* The stored row of this path and blob, or 0. */
static int64_t known_key(const struct refresh *refresh, size_t entry, const char *oid)
{
	const struct candidates *list = &refresh->candidates;
	size_t from = 0;
	size_t to = list->count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (list->items[middle].entry < entry)
			from = middle + 1;
		else
			to = middle;
	}
	for (; from < list->count && list->items[from].entry == entry; from++) {
		if (strcmp(list->items[from].oid, oid) == 0)
			return list->items[from].key;
	}
	return 0;
}

static const char *refuse(struct piece *piece, const struct source_entry *entry)
{
	const struct examiner *examiner = &piece->refresh->index->examiner;
	auto_buf findings = BUF_INIT;

	arena_reset(&piece->record);
	examiner->refuse(examiner->payload, &piece->record, entry, &findings);
	return buf_dup(&findings, &piece->arena);
}

/* What cannot be read is said like what may not be read. */
static struct source_entry closed(const struct source_entry *entry,
				  const struct error *err)
{
	struct source_entry out = *entry;

	out.type = SOURCE_CLOSED;
	out.sys = err->sys;
	if (err->code == ERR_LIMIT)
		out.sys = EFBIG;
	else if (err->code == ERR_NOT_FOUND)
		out.sys = ENOENT;
	else if (!out.sys)
		out.sys = EIO;
	return out;
}

/* Returns findings that are not kept, or NULL when the record has a row. */
static const char *examine(struct piece *piece, const struct source_entry *entry,
			   const struct buf *bytes)
{
	const struct examiner *examiner = &piece->refresh->index->examiner;
	auto_buf findings = BUF_INIT;
	struct facts facts = { .id = "" };

	arena_reset(&piece->record);
	examiner->examine(examiner->payload, &piece->record, entry->path, bytes->s,
			  bytes->len, &facts, &findings);
	if (facts.passing)
		return buf_dup(&findings, &piece->arena);
	segment_add(&piece->builder, entry, &facts, findings.s);
	return NULL;
}

static void look_at(struct piece *piece, size_t i, struct buf *bytes)
{
	struct refresh *refresh = piece->refresh;
	struct source *source = refresh->index->source;
	struct source_entry entry = refresh->index->entries[i];
	struct outcome *outcome = &piece->outcomes[piece->count++];
	char oid[OID_HEX_SIZE];
	struct error err;

	*outcome = (struct outcome){ .entry = i };
	if (entry.type != SOURCE_FILE) {
		outcome->findings = refuse(piece, &entry);
		return;
	}
	buf_reset(bytes);
	if (source_read(source, &entry, bytes, &err) < 0) {
		entry = closed(&entry, &err);
		outcome->findings = refuse(piece, &entry);
		return;
	}
	if (!entry.oid) {
		source_blob_id(source, bytes->s, bytes->len, oid);
		entry.oid = oid;
	}
	entry.stat = trusted_stat(refresh, &entry.stat);
	outcome->stat = entry.stat;
	outcome->key = known_key(refresh, i, entry.oid);
	if (!outcome->key)
		outcome->findings = examine(piece, &entry, bytes);
}

static void keep_refusal(struct index *index, const struct outcome *outcome)
{
	index->refusals = array_grow(&index->state, index->refusals, index->refusal_count,
				     &index->refusal_room, sizeof(index->refusals[0]));
	index->refusals[index->refusal_count++] = (struct refusal){
		.entry = outcome->entry,
		.findings = arena_strndup(&index->state, outcome->findings,
					  strlen(outcome->findings)),
	};
}

static void keep_stat(struct refresh *refresh, const struct outcome *outcome)
{
	refresh->restats = array_grow(&refresh->index->state, refresh->restats,
				      refresh->restat_count, &refresh->restat_room,
				      sizeof(refresh->restats[0]));
	refresh->restats[refresh->restat_count++] =
		(struct restat){ .key = outcome->key, .stat = outcome->stat };
}

/* Put what the piece found into the index; one piece at a time. */
static int keep(struct piece *piece, struct error *err)
{
	struct refresh *refresh = piece->refresh;
	struct index *index = refresh->index;
	int64_t segment = 0;
	int64_t slot = 0;

	if (piece->builder.count &&
	    segment_write(index, &piece->builder, &segment, err) < 0)
		return -1;
	for (size_t i = 0; i < piece->count; i++) {
		const struct outcome *outcome = &piece->outcomes[i];

		if (outcome->findings) {
			keep_refusal(index, outcome);
		} else if (outcome->key) {
			index->keys[outcome->entry] = outcome->key;
			keep_stat(refresh, outcome);
		} else {
			index->keys[outcome->entry] = segment << KEY_SHIFT | slot++;
		}
	}
	index->counts.examined += piece->builder.count;
	return 0;
}

static int run_piece(void *payload, size_t from, size_t to, struct error *err)
{
	struct refresh *refresh = payload;
	struct piece piece = { .refresh = refresh,
			       .arena = ARENA_INIT,
			       .record = ARENA_INIT };
	auto_buf bytes = BUF_INIT;
	int kept;

	piece.outcomes = arena_array(&piece.arena, struct outcome, to - from);
	segment_init(&piece.builder);
	for (size_t i = from; i < to; i++)
		look_at(&piece, refresh->work[i], &bytes);
	(void)pthread_mutex_lock(&refresh->lock);
	kept = keep(&piece, err);
	(void)pthread_mutex_unlock(&refresh->lock);
	segment_release(&piece.builder);
	arena_clear(&piece.record);
	arena_clear(&piece.arena);
	return kept;
}

/* Entries that have no row and should. */
static void find_work(struct refresh *refresh)
{
	const struct index *index = refresh->index;
	const struct examiner *examiner = &index->examiner;

	refresh->count = 0;
	for (size_t i = 0; i < index->count; i++) {
		if (!index->keys[i] &&
		    examiner->wants(examiner->payload, index->entries[i].path))
			refresh->work[refresh->count++] = i;
	}
}

static int run_pieces(struct refresh *refresh, struct error *err)
{
	const struct index *index = refresh->index;
	size_t step = refresh->count / ((size_t)index->threads * STEPS_A_THREAD);

	if (step < LEAST_STEP)
		step = LEAST_STEP;
	if (step > SEGMENT_ROWS)
		step = SEGMENT_ROWS;
	return pool_run(&(struct pool){ .threads = index->threads,
					.count = refresh->count,
					.step = step,
					.run = run_piece,
					.payload = refresh },
			err);
}

static int by_key(const void *a, const void *b)
{
	const struct restat *left = a;
	const struct restat *right = b;

	return (left->key > right->key) - (left->key < right->key);
}

/* Store the new stats of the rows of one segment; returns how many these were, or -1. */
static int write_stats(struct index *index, const struct restat *restats, size_t count,
		       struct error *err)
{
	int64_t segment = restats[0].key >> KEY_SHIFT;
	auto_buf stats = BUF_INIT;
	size_t i;

	if (database_column(&index->database, segment, COLUMN_STAT, &stats, err) < 0)
		return -1;
	for (i = 0; i < count && restats[i].key >> KEY_SHIFT == segment; i++) {
		size_t slot = (size_t)(restats[i].key & ((1 << KEY_SHIFT) - 1));
		size_t at = slot * sizeof(restats[i].stat);

		/* Dropped by another gk meanwhile: index_settle() sees it. */
		if (at + sizeof(restats[i].stat) <= stats.len)
			memcpy(stats.s + at, &restats[i].stat, sizeof(restats[i].stat));
	}
	if (stats.len &&
	    database_put_column(&index->database, segment, COLUMN_STAT, &stats, err) < 0)
		return -1;
	return (int)i;
}

static int write_restats(struct refresh *refresh, struct error *err)
{
	struct index *index = refresh->index;
	int written;

	if (!refresh->restat_count || index->temporary)
		return 0;
	qsort(refresh->restats, refresh->restat_count, sizeof(refresh->restats[0]),
	      by_key);
	if (database_run(&index->database, SQL_BEGIN_WRITE, err) < 0)
		return -1;
	for (size_t i = 0; i < refresh->restat_count; i += (size_t)written) {
		written = write_stats(index, refresh->restats + i,
				      refresh->restat_count - i, err);
		if (written < 0)
			return -1;
	}
	return database_run(&index->database, SQL_COMMIT, err);
}

static int by_entry(const void *a, const void *b)
{
	const struct refusal *left = a;
	const struct refusal *right = b;

	return (left->entry > right->entry) - (left->entry < right->entry);
}

static int work(struct refresh *refresh, struct error *err)
{
	struct index *index = refresh->index;

	if (index_drop_garbage(index, &refresh->candidates, err) < 0)
		return -1;
	find_work(refresh);
	refresh->now = index_time(index);
	if (run_pieces(refresh, err) < 0)
		return -1;
	if (index->refusal_count)
		qsort(index->refusals, index->refusal_count, sizeof(index->refusals[0]),
		      by_entry);
	return write_restats(refresh, err);
}

int index_refresh(struct index *index, struct error *err)
{
	struct refresh refresh = { .index = index, .lock = PTHREAD_MUTEX_INITIALIZER };
	int done = 0;

	index->counts = (struct index_counts){ .files = 0 };
	if (index_match(index, &refresh.candidates, err) < 0)
		return -1;
	refresh.work = arena_array(&index->state, size_t, index->count + 1);
	find_work(&refresh);
	if (refresh.count)
		done = work(&refresh, err);
	for (size_t i = 0; i < index->count; i++)
		index->counts.files += index->keys[i] != 0;
	index->counts.files += index->refusal_count;
	(void)pthread_mutex_destroy(&refresh.lock);
	return done;
}
