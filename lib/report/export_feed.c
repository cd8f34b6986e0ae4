#include "record/item.h"
#include "record/record.h"
#include "record/state.h"
#include "report/export_private.h"
#include "store/catalogue.h"

static bool is_stub(const struct common *common)
{
	return common->moved_to || date_is_set(common->voided.date);
}

static bool is_dormant(const struct record *record)
{
	int state;

	if (record->kind != &item_kind)
		return false;
	state = RECORD(record, struct item)->state.value;
	return state == ITEM_SUSPENDED || state == ITEM_CANCELLED;
}

static void count(struct export *run, const struct record *record)
{
	struct export_result *result = run->result;

	result->records++;
	result->faulty += record->problem_count > 0;
	result->unpublished += kind_has_act(record->kind, ACT_PUBLISH) &&
			       record_state(record->common) != STATE_PUBLISHED;
}

/* The record as it may be seen, or nothing. */
static int give(struct export *run, struct arena *arena, const struct record *record,
		export_fn fn, void *payload, struct error *err)
{
	const struct export_options *options = run->options;
	struct export_view view = { .kind = record->kind,
				    .common = record->common,
				    .whole = record };

	if (is_stub(record->common))
		return 0;
	if (!options->all && is_dormant(record)) {
		run->result->dormant++;
		return 0;
	}
	if (!options->internal && !options->edit) {
		view.pub = public_view(arena, record, &run->office->public_x);
		if (!view.pub) {
			run->result->withheld++;
			return 0;
		}
		view.common = view.pub->common;
		view.whole = NULL;
	}
	count(run, record);
	return fn(payload, &view, err);
}

struct feed {
	struct export *run;
	export_fn fn;
	void *payload;
};

static int take_record(void *payload, struct arena *arena, const struct record *record,
		       struct error *err)
{
	const struct feed *feed = payload;

	return give(feed->run, arena, record, feed->fn, feed->payload, err);
}

int export_paths(struct export *run, const struct strings *paths, export_fn fn,
		 void *payload, struct error *err)
{
	struct feed feed = { .run = run, .fn = fn, .payload = payload };

	return catalogue_read_all(run->catalogue, paths->items, paths->count, take_record,
				  &feed, err);
}

struct listing {
	struct arena *arena;
	struct strings paths;
};

static int take_row(void *payload, const struct index_row *row)
{
	struct listing *listing = payload;

	strings_add(listing->arena, &listing->paths,
		    arena_strdup(listing->arena, row->path));
	return 0;
}

int export_each(struct export *run, const struct kind *kind, export_fn fn, void *payload,
		struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct listing listing = { .arena = &arena };
	struct index_query query = run->options->query;
	int done;

	query.kind = kind->name;
	done = index_each(run->index, &query, take_row, &listing, err);
	if (done == 0)
		done = export_paths(run, &listing.paths, fn, payload, err);
	arena_clear(&arena);
	return done;
}

void export_view_json(const struct export_view *view, struct json *json)
{
	if (view->pub)
		public_json(view->pub, json, /* events */ true);
	else
		record_json(view->whole, json);
}
