#include "work/publish.h"

#include <string.h>

#include "base/i18n.h"
#include "record/channel.h"
#include "record/describe.h"
#include "record/disclosure.h"
#include "record/state.h"
#include "work/act.h"

/* The digest the record was last published with; NULL when it never was or was withdrawn since. */
static const char *published_digest(const struct record *record)
{
	const struct event *last = last_event(record->common, ACT_PUBLISH);

	if (!last || record_state(record->common) == STATE_WITHDRAWN)
		return NULL;
	return last->digest ? last->digest : "";
}

static enum publish_action action_of(struct work *work, const struct record *record,
				     const struct findings *reasons, bool named)
{
	const char *was = published_digest(record);
	char digest[SHA256_HEX_SIZE];

	for (size_t i = 0; i < reasons->count; i++)
		if (reasons->items[i].rule == RULE_GATE_ATTRIBUTE)
			return named ? PUBLISH_REFUSED : PUBLISH_CLOSED;
	work_digest(work, record, digest);
	if (was && strcmp(was, digest) == 0)
		return PUBLISH_CURRENT;
	if (record_state(record->common) == STATE_WITHDRAWN && !named)
		return PUBLISH_WITHDRAWN;
	if (reasons->count > 0)
		return named ? PUBLISH_REFUSED : PUBLISH_WAITING;
	return was ? PUBLISH_CHANGED : PUBLISH_NEW;
}

static int plan_record(struct work *work, const struct record *record, bool named,
		       struct publish_plan *plan, struct error *err)
{
	struct publish_row row = { .id = record->common->id,
				   .kind = record->kind->name,
				   .path = record->path,
				   .title = record_title(record),
				   .reasons = FINDINGS(work->arena) };

	if (date_is_set(record->common->voided.date) || record->common->moved_to)
		return 0;
	if (publish_gate(work, record, &row.reasons, err) < 0)
		return -1;
	row.was_published = published_digest(record) != NULL;
	row.action = action_of(work, record, &row.reasons, named);
	plan->rows = array_grow(work->arena, plan->rows, plan->count, &plan->room,
				sizeof(*plan->rows));
	plan->rows[plan->count++] = row;
	return 0;
}

struct plan_walk {
	struct work *work;
	struct publish_plan *plan;
	struct error *err;
};

static int plan_row(void *payload, const struct index_row *row)
{
	struct plan_walk *walk = payload;
	struct record *record;

	if (catalogue_read(walk->work->catalogue, walk->work->arena, row->path, &record,
			   walk->err) < 0)
		return -1;
	return plan_record(walk->work, record, false, walk->plan, walk->err);
}

static int plan_named(struct work *work, const struct publish_options *options,
		      struct publish_plan *plan, struct error *err)
{
	for (size_t i = 0; i < options->count; i++) {
		struct record *record;

		if (work_read(work, NULL, options->ids[i], &record, err) < 0)
			return -1;
		if (date_is_set(record->common->voided.date))
			return error_set(err, ERR_DENIED,
					 tr("%s is void: it is not published"),
					 record->common->id);
		if (!kind_has_act(record->kind, ACT_PUBLISH))
			return error_set(
				err, ERR_DENIED,
				tr("%s is a %s: it is published with what refers to it"),
				record->common->id,
				kind_label(record->kind, i18n_language()));
		if (plan_record(work, record, true, plan, err) < 0)
			return -1;
	}
	return 0;
}

int publish_plan(struct work *work, const struct publish_options *options,
		 struct publish_plan *plan, struct error *err)
{
	struct plan_walk walk = { .work = work, .plan = plan, .err = err };
	struct index_row row;

	if (options->channel &&
	    work_find(work, channel_kind.name, options->channel, &row, err) < 0)
		return -1;
	if (options->count > 0)
		return plan_named(work, options, plan, err);
	for (size_t i = 0; i < work->catalogue->kinds.count; i++) {
		const struct kind *kind = work->catalogue->kinds.items[i];
		const struct index_query query = { .kind = kind->name };

		if (kind_has_act(kind, ACT_PUBLISH) &&
		    index_each(work->index, &query, plan_row, &walk, err) != 0)
			return -1;
	}
	return 0;
}

/* ---- the events ---- */

static int note_channel(void *payload, const struct index_row *row)
{
	struct buf *out = payload;

	buf_adds(out, row->id);
	return 1;
}

/* The channel named, or the first website of the catalogue. */
static const char *channel(struct work *work, const struct publish_options *options,
			   struct error *err)
{
	const struct index_filter filter = { .field = "kind", .value = "website" };
	const struct index_query query = { .kind = channel_kind.name,
					   .filters = &filter,
					   .filter_count = 1,
					   .limit = 1 };
	auto_buf id = BUF_INIT;
	struct index_row row;

	if (options->channel)
		return work_find(work, channel_kind.name, options->channel, &row, err) < 0
			       ? NULL
			       : row.id;
	if (index_each(work->index, &query, note_channel, &id, err) < 0)
		return NULL;
	if (id.len == 0) {
		(void)error_set(err, ERR_NOT_FOUND, "%s",
				tr("no channel of kind website is there: gk add channel, "
				   "or --channel ID"));
		return NULL;
	}
	return buf_dup(&id, work->arena);
}

static int publish_one(struct work *work, struct transaction *tx,
		       const struct publish_row *row, const struct event *template,
		       struct error *err)
{
	struct event event = *template;
	char digest[SHA256_HEX_SIZE];
	struct record *record;
	struct findings reasons = FINDINGS(work->arena);

	if (work_read_head(work, tx, row->path, &record, err) < 0 ||
	    publish_gate(work, record, &reasons, err) < 0)
		return -1;
	/* Between plan and lock another writer may have been here. */
	if (reasons.count > 0)
		return error_set(err, ERR_CONFLICT,
				 tr("%s was changed meanwhile: run gk publish again"),
				 row->id);
	work_digest(work, record, digest);
	event.digest = arena_strdup(work->arena, digest);
	return work_append(work, tx, record, &event, err);
}

int publish_commit(struct work *work, const struct publish_options *options,
		   const struct publish_plan *plan, struct work_done *done,
		   struct error *err)
{
	const struct transaction_options tx_options = work_transaction(work);
	struct event event = { .act = ACT_PUBLISH,
			       .url = options->url,
			       .date = options->date };
	auto_transaction *tx = NULL;

	if (transaction_begin(&tx_options, &tx, err) < 0)
		return WORK_FAILED;
	for (size_t i = 0; i < plan->count; i++) {
		const struct publish_row *row = &plan->rows[i];

		if (row->action != PUBLISH_NEW && row->action != PUBLISH_CHANGED)
			continue;
		if (!event.channel)
			event.channel = channel(work, options, err);
		if (!event.channel || publish_one(work, tx, row, &event, err) < 0)
			return WORK_FAILED;
		work_note(work, done, row->id, row->path);
	}
	if (done->ids.count == 0)
		return WORK_DONE;
	return work_commit(work, tx, "publish", done, err) < 0 ? WORK_FAILED : WORK_DONE;
}
