#include "work/review.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "check/review.h"
#include "record/describe.h"
#include "record/disclosure.h"
#include "record/state.h"
#include "work/act.h"

enum { DISCLOSE_DAYS = 20 };

static const char *unit_of(const struct record *record)
{
	const struct field *field = kind_field(record->kind, "unit", false);

	return field && field->type == FIELD_REF
		       ? *(const char *const *)field_at(field, record->common)
		       : NULL;
}

struct review_walk {
	struct work *work;
	int within;
	struct review_list *out;
	struct error *err;
};

static int add_row(void *payload, const struct index_row *row)
{
	struct review_walk *walk = payload;
	struct arena *arena = walk->work->arena;
	const struct catalogue_config *config = walk->work->catalogue->config;
	const struct event *last;
	struct review_basis basis;
	struct review_row r;
	struct record *record;

	if (catalogue_read(walk->work->catalogue, arena, row->path, &record, walk->err) <
	    0)
		return -1;
	if (!review_basis_of(record, &basis))
		return 0;
	/* Without a date of its own it counts from when gk was taken into use. */
	if (!date_is_set(basis.from))
		basis.from =
			date_is_set(config->since) ? config->since : walk->work->today;
	last = last_event(record->common, ACT_REVIEW);
	r = (struct review_row){
		.id = record->common->id,
		.kind = record->kind->name,
		.title = record_title(record),
		.unit = unit_of(record),
		.ground = choice_code(&disclosure_grounds, basis.ground),
		.attribute = disclosure_of(record->common)->attribute,
		.last = last ? last->date : (struct date){ 0 },
		.due = review_due_day(config, &basis),
	};
	r.days = date_to_days(r.due) - date_to_days(walk->work->today);
	if (walk->within >= 0 && r.days > walk->within)
		return 0;
	walk->out->rows = array_grow(arena, walk->out->rows, walk->out->count,
				     &walk->out->room, sizeof(*walk->out->rows));
	walk->out->rows[walk->out->count++] = r;
	return 0;
}

static int by_due(const void *a, const void *b)
{
	const struct review_row *x = a;
	const struct review_row *y = b;
	int order = date_compare(x->due, y->due);

	return order ? order : strcmp(x->id, y->id);
}

int review_due(struct work *work, int within, struct review_list *out, struct error *err)
{
	static const enum attribute reviewed[] = { ATTRIBUTE_EXEMPT,
						   ATTRIBUTE_ON_REQUEST };
	struct review_walk walk = {
		.work = work, .within = within, .out = out, .err = err
	};

	for (size_t i = 0; i < ARRAY_LEN(reviewed); i++) {
		const struct index_filter filter = {
			.field = "disclosure.attribute",
			.value = choice_code(&disclosure_attributes, (int)reviewed[i]),
		};
		const struct index_query query = { .filters = &filter,
						   .filter_count = 1 };

		if (index_each(work->index, &query, add_row, &walk, err) != 0)
			return -1;
	}
	if (out->count > 0)
		qsort(out->rows, out->count, sizeof(*out->rows), by_due);
	return 0;
}

/* ---- deciding ---- */

/* What a decision does to the attribute; 0: nothing. */
static int attribute_after(int decision)
{
	switch ((enum review_decision)decision) {
	case DECISION_DISCLOSE:
	case DECISION_DECLASSIFIED:
		return ATTRIBUTE_PROACTIVE;
	case DECISION_ON_REQUEST:
		return ATTRIBUTE_ON_REQUEST;
	case DECISION_KEEP:
	case DECISION_DISCLOSE_PART:
	case DECISION_TRANSFERRED:
		return ATTRIBUTE_UNSET;
	}
	return ATTRIBUTE_UNSET;
}

static int check_decision(const struct record *record, const struct event *review,
			  struct error *err)
{
	const struct disclosure *disclosure = disclosure_of(record->common);

	if (!disclosure)
		return error_set(
			err, ERR_DENIED, tr("%s is a %s: it has no disclosure to assess"),
			record->common->id, kind_label(record->kind, i18n_language()));
	if (disclosure->attribute != ATTRIBUTE_EXEMPT &&
	    disclosure->attribute != ATTRIBUTE_ON_REQUEST)
		return error_set(
			err, ERR_DENIED,
			tr("%s is disclosed already: there is nothing to assess"),
			record->common->id);
	if (attribute_after(review->decision) == disclosure->attribute)
		return error_set(err, ERR_DENIED,
				 tr("%s is so already; decide keep instead"),
				 record->common->id);
	if (!review->reason || !*review->reason)
		return error_set(err, ERR_DENIED, "%s",
				 tr("give the facts behind the decision: --reason TEXT "
				    "(条例第十八条)"));
	return 0;
}

/* The record's bytes with the new attribute; on request needs a ground of its own (13-R). */
static int change_attribute(struct work *work, const struct record *record, int attribute,
			    const struct event *review, struct record **out,
			    struct error *err)
{
	static const char *const paths[] = { "disclosure" };
	struct record *changed = record_parse(work->arena, record->kind, record->path,
					      record->tree.bytes, record->tree.len);
	struct disclosure *disclosure =
		(struct disclosure *)(void *)((char *)changed->common + DISCLOSED_OFFSET);
	struct buf bytes = BUF_INIT;
	size_t len;
	const char *copy;

	disclosure->attribute = attribute;
	disclosure->ground = (struct disclosure_ground){ 0 };
	if (attribute == ATTRIBUTE_ON_REQUEST)
		disclosure->ground =
			(struct disclosure_ground){ .code = GROUND_13_R,
						    .basis = "条例第十三条",
						    .reason = review->reason };
	if (record_change(record, changed, paths, ARRAY_LEN(paths), &bytes, err) < 0) {
		buf_release(&bytes);
		return -1;
	}
	len = bytes.len;
	copy = buf_dup(&bytes, work->arena);
	buf_release(&bytes);
	*out = record_parse(work->arena, record->kind, record->path, copy, len);
	return 0;
}

static void start_clock(struct work *work, const struct event *review,
			struct date *deadline)
{
	const struct clock_term term = {
		.start = date_is_set(review->date) ? review->date : work->today,
		.unit = DAYS_WORKING,
		.count = DISCLOSE_DAYS,
		.why = tr("decided to disclose"),
		.law = "条例第二十六条",
	};
	struct clock clock;

	clock_init(&clock, work->arena, work->calendar, &term);
	*deadline = clock.due;
}

int review_decide(struct work *work, const char *id, const struct event *review,
		  struct work_done *done, struct date *deadline, struct error *err)
{
	const struct transaction_options options = work_transaction(work);
	int attribute = attribute_after(review->decision);
	struct event event = *review;
	auto_transaction *tx = NULL;
	struct record *record;
	struct index_row row;

	*deadline = (struct date){ 0 };
	if (work_find(work, NULL, id, &row, err) < 0 ||
	    transaction_begin(&options, &tx, err) < 0 ||
	    work_read_head(work, tx, row.path, &record, err) < 0 ||
	    check_decision(record, review, err) < 0)
		return WORK_FAILED;
	if (attribute &&
	    change_attribute(work, record, attribute, review, &record, err) < 0)
		return WORK_FAILED;
	event.act = ACT_REVIEW;
	if (work_append(work, tx, record, &event, err) < 0)
		return WORK_FAILED;
	if (attribute == ATTRIBUTE_PROACTIVE)
		start_clock(work, review, deadline);
	work_note(work, done, record->common->id, row.path);
	return work_commit(work, tx, "review", done, err) < 0 ? WORK_FAILED : WORK_DONE;
}
