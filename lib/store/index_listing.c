#include "base/buf.h"
#include "store/folders.h"
#include "store/index_private.h"

/* What folders held is kept as a column of no segment. */
enum { NO_SEGMENT = 0 };

static int64_t time_of_files(void *payload)
{
	return index_time(payload);
}

static void rollback(struct index *index)
{
	struct error late;

	/* A transaction that failed may be gone already. */
	if (database_run(&index->database, SQL_ROLLBACK, &late) < 0)
		return;
}

/* What cannot be kept is read again the next time. */
static void keep(struct index *index, const struct folders *folders)
{
	struct error unkept;

	if (database_run(&index->database, SQL_BEGIN_WRITE, &unkept) < 0)
		return;
	if (database_put_column(&index->database, NO_SEGMENT, COLUMN_FOLDERS,
				&folders->out, &unkept) < 0 ||
	    database_run(&index->database, SQL_COMMIT, &unkept) < 0)
		rollback(index);
}

static int list(struct index *index, struct error *err)
{
	return source_list(index->source, &index->arena, &index->entries, &index->count,
			   err);
}

int index_list(struct index *index, struct error *err)
{
	struct folders folders;
	auto_buf kept = BUF_INIT;
	struct error damaged;
	int done;

	if (index->temporary)
		return list(index, err);
	if (database_column(&index->database, NO_SEGMENT, COLUMN_FOLDERS, &kept,
			    &damaged) < 0)
		buf_reset(&kept);
	folders_init(&folders, kept.s, kept.len);
	folders.now = time_of_files;
	folders.payload = index;
	source_remember(index->source, &folders);
	done = list(index, err);
	source_remember(index->source, NULL);
	if (done == 0 && folders.changed)
		keep(index, &folders);
	folders_release(&folders);
	return done;
}
