#include "store/pool.h"

#include <pthread.h>
#include <unistd.h>

enum { MAX_THREADS = 64, MOST_PROCESSORS = 4 };

struct pool_state {
	const struct pool *pool;
	pthread_mutex_t lock;
	size_t next;
	bool failed;
	struct error err; /* of the first that failed */
};

static bool take(struct pool_state *state, size_t *from, size_t *to)
{
	const struct pool *pool = state->pool;
	bool more;

	(void)pthread_mutex_lock(&state->lock);
	more = !state->failed && state->next < pool->count;
	if (more) {
		*from = state->next;
		*to = pool->count - *from < pool->step ? pool->count : *from + pool->step;
		state->next = *to;
	}
	(void)pthread_mutex_unlock(&state->lock);
	return more;
}

static void fail(struct pool_state *state, const struct error *err)
{
	(void)pthread_mutex_lock(&state->lock);
	if (!state->failed)
		state->err = *err;
	state->failed = true;
	(void)pthread_mutex_unlock(&state->lock);
}

static void *work(void *payload)
{
	struct pool_state *state = payload;
	const struct pool *pool = state->pool;
	size_t from, to;

	while (take(state, &from, &to)) {
		struct error err;

		if (pool->run(pool->payload, from, to, &err) < 0)
			fail(state, &err);
	}
	return NULL;
}

unsigned int pool_threads(unsigned int wanted)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);

	if (wanted)
		return wanted;
	if (processors < 1)
		return 1;
	return processors > MOST_PROCESSORS ? MOST_PROCESSORS : (unsigned int)processors;
}

int pool_run(const struct pool *pool, struct error *err)
{
	struct pool_state state = { .pool = pool, .lock = PTHREAD_MUTEX_INITIALIZER };
	pthread_t threads[MAX_THREADS];
	size_t pieces = (pool->count + pool->step - 1) / pool->step;
	size_t started = 0;

	/* This thread works too; without others it does everything. */
	while (started < MAX_THREADS && started + 1 < pool->threads &&
	       started + 1 < pieces &&
	       pthread_create(&threads[started], NULL, work, &state) == 0)
		started++;
	(void)work(&state);
	for (size_t i = 0; i < started; i++)
		(void)pthread_join(threads[i], NULL);
	(void)pthread_mutex_destroy(&state.lock);
	if (!state.failed)
		return 0;
	*err = state.err;
	return -1;
}
