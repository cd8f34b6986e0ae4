#include "store/catalogue.h"
#include "store/pool.h"

enum {
	BATCH = 256, /* records that are held at once */
	STEP = 8,
};

/* Records read ahead, each with an arena of its own. */
struct batch {
	struct catalogue *catalogue;
	const char *const *paths;
	struct arena arenas[BATCH];
	struct record *records[BATCH];
};

static int read_some(void *payload, size_t from, size_t to, struct error *err)
{
	struct batch *batch = payload;

	for (size_t i = from; i < to; i++)
		if (catalogue_read(batch->catalogue, &batch->arenas[i], batch->paths[i],
				   &batch->records[i], err) < 0)
			return -1;
	return 0;
}

static int give_all(struct batch *batch, size_t count, catalogue_record_fn fn,
		    void *payload, struct error *err)
{
	int done = 0;

	for (size_t i = 0; done == 0 && i < count; i++)
		done = fn(payload, &batch->arenas[i], batch->records[i], err);
	return done;
}

int catalogue_read_all(struct catalogue *catalogue, const char *const *paths,
		       size_t count, catalogue_record_fn fn, void *payload,
		       struct error *err)
{
	bool files = source_place(catalogue->source) == SOURCE_WORK_TREE;
	struct arena arena = ARENA_INIT;
	struct batch *batch = arena_new(&arena, struct batch);
	int done = 0;

	batch->catalogue = catalogue;
	for (size_t from = 0; done == 0 && from < count; from += BATCH) {
		size_t now = count - from < BATCH ? count - from : BATCH;
		/* Trees of revisions are looked up in one repository that all would share. */
		const struct pool pool = { .threads = pool_threads(files ? 0 : 1),
					   .count = now,
					   .step = STEP,
					   .run = read_some,
					   .payload = batch };

		batch->paths = paths + from;
		done = pool_run(&pool, err);
		if (done == 0)
			done = give_all(batch, now, fn, payload, err);
		for (size_t i = 0; i < now; i++)
			arena_reset(&batch->arenas[i]);
	}
	for (size_t i = 0; i < BATCH; i++)
		arena_clear(&batch->arenas[i]);
	arena_clear(&arena);
	return done;
}
