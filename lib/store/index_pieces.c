#include "store/index_private.h"

/* Fewer entries are not worth a thread; each thread gets more than one piece. */
enum { LEAST_STEP = 2 * SEGMENT_ROWS, PIECES_A_THREAD = 2 };

void scan_pieces_init(struct scan_pieces *pieces, struct index *index)
{
	size_t step = index->count / ((size_t)index->threads * PIECES_A_THREAD) + 1;

	*pieces = (struct scan_pieces){
		.index = index,
		.step = step < LEAST_STEP ? LEAST_STEP : step,
		.lock = PTHREAD_MUTEX_INITIALIZER,
	};
	pieces->count = (index->count + pieces->step - 1) / pieces->step;
}

static int run(void *payload, size_t from, size_t to, struct error *err)
{
	struct scan_pieces *pieces = payload;
	auto_scan scan = { .segments = NULL };

	scan_init(&scan, pieces->index);
	scan.lock = &pieces->lock;
	scan.from = from;
	scan.to = to;
	return pieces->run(pieces->payload, &scan, from / pieces->step, err);
}

int scan_pieces_run(struct scan_pieces *pieces, struct error *err)
{
	int done = pool_run(&(struct pool){ .threads = pieces->index->threads,
					    .count = pieces->index->count,
					    .step = pieces->step,
					    .run = run,
					    .payload = pieces },
			    err);

	(void)pthread_mutex_destroy(&pieces->lock);
	return done;
}
