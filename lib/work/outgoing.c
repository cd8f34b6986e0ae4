#include <string.h>

#include "record/disclosure.h"
#include "record/state.h"
#include "work/act.h"
#include "work/publish.h"

struct outgoing {
	struct work *work;
	const struct kind *kind;
	public_fn fn;
	void *payload;
	struct error *err;
};

/*
 * A record that stands published goes out as it was cleared: one that was changed since is
 * left out until it is published again, so that nothing uncleared slips in with others.
 */
static bool stands_published(struct work *work, const struct record *record)
{
	const struct event *last = last_event(record->common, ACT_PUBLISH);
	char digest[SHA256_HEX_SIZE];

	if (!kind_has_act(record->kind, ACT_PUBLISH))
		return true;
	if (!last || record_state(record->common) == STATE_WITHDRAWN)
		return false;
	work_digest(work, record, digest);
	return last->digest && strcmp(last->digest, digest) == 0;
}

static int send(void *payload, const struct index_row *row)
{
	struct outgoing *out = payload;
	struct arena arena = ARENA_INIT;
	const struct public_record *pub;
	struct record *record;
	struct work own = *out->work;
	int r = 0;

	own.arena = &arena;
	if (catalogue_read(own.catalogue, &arena, row->path, &record, out->err) < 0) {
		r = -1;
	} else if (stands_published(&own, record)) {
		pub = public_view(&arena, record, &own.catalogue->config->public_x);
		r = pub ? out->fn(out->payload, pub, out->err) : 0;
	}
	arena_clear(&arena);
	return r;
}

int publish_each(struct work *work, const struct kind *kind, public_fn fn, void *payload,
		 struct error *err)
{
	struct outgoing out = {
		.work = work, .kind = kind, .fn = fn, .payload = payload, .err = err
	};
	const struct index_query query = { .kind = kind->name };

	return index_each(work->index, &query, send, &out, err);
}

struct leading {
	struct work *work;
	moved_fn fn;
	void *payload;
	struct error *err;
};

static int lead(void *payload, const struct index_row *row, const struct fact *fact)
{
	const struct leading *l = payload;
	const struct kind *kind = kind_set_find(&l->work->catalogue->kinds, row->kind);

	return kind && kind->store == STORE_PUBLIC
		       ? l->fn(l->payload, kind, row->id, fact->value, l->err)
		       : 0;
}

int publish_each_moved(struct work *work, moved_fn fn, void *payload, struct error *err)
{
	struct leading leading = {
		.work = work, .fn = fn, .payload = payload, .err = err
	};

	return index_each_fact(work->index, NULL, 0, "moved-to", lead, &leading, err);
}
