/*
 * A yearly report that was handed in locks its year: what it counted may change, but
 * then it says so (条例 Arts 49, 50).
 */
#include <string.h>

#include "check/history_private.h"
#include "record/document.h"
#include "record/report.h"

enum { YEARS_MAX = 16 };

struct years {
	int items[YEARS_MAX];
	size_t count;
};

static void add_year(struct years *years, int year)
{
	if (!year || years->count == YEARS_MAX)
		return;
	for (size_t i = 0; i < years->count; i++)
		if (years->items[i] == year)
			return;
	years->items[years->count++] = year;
}

static bool is_counted(const struct event *event)
{
	return event->act == ACT_PUBLISH || event->act == ACT_POST ||
	       event->act == ACT_REVIEW || event->act == ACT_REPEAL;
}

static const struct document *document_in(const struct record *record)
{
	if (!record || record->kind != &document_kind || is_stub(record))
		return NULL;
	return RECORD(record, struct document);
}

static void add_years(struct years *years, const struct document *document)
{
	const struct list *events = document ? &document->common.events : NULL;

	if (!document)
		return;
	add_year(years, document->formed.year);
	add_year(years, document->normative.valid_until.year);
	for (size_t i = 0; i < events->count; i++) {
		const struct event *event = list_at(events, struct event, i);

		if (is_counted(event))
			add_year(years, event->date.year);
	}
}

/* ---- what a report counts of a document ---- */

static bool is_normative(const struct document *document)
{
	return document->normative.is == ANSWER_YES && !document->part_of.document &&
	       (document->origin == ORIGIN_MADE || document->origin == ORIGIN_JOINT ||
		document->origin == ORIGIN_UNSET);
}

/* Channels each once, in order, so that a second appearance changes nothing. */
static void add_channels(struct buf *out, const struct list *events, int year)
{
	const char *last = "";

	for (;;) {
		const char *next = NULL;

		for (size_t i = 0; i < events->count; i++) {
			const struct event *event = list_at(events, struct event, i);
			const char *channel = event->channel ? event->channel : "?";

			if ((event->act == ACT_PUBLISH || event->act == ACT_POST) &&
			    event->date.year == year && strcmp(channel, last) > 0 &&
			    (!next || strcmp(channel, next) < 0))
				next = channel;
		}
		if (!next)
			return;
		buf_addf(out, " %s", next);
		last = next;
	}
}

static size_t count_reviews(const struct list *events, int year, int decision)
{
	size_t count = 0;

	for (size_t i = 0; i < events->count; i++) {
		const struct event *event = list_at(events, struct event, i);

		count += event->act == ACT_REVIEW && event->date.year == year &&
			 (!decision || event->decision == decision);
	}
	return count;
}

/* The year in which it was no longer in force; 0 while it is. */
static int year_ended(const struct document *document)
{
	const struct list *events = &document->common.events;
	int year = document->normative.valid_until.year;

	for (size_t i = 0; i < events->count; i++) {
		const struct event *event = list_at(events, struct event, i);

		if (event->act == ACT_REPEAL && event->date.year &&
		    (!year || event->date.year < year))
			year = event->date.year;
	}
	return year;
}

/* All that the report of the year counts of the document, as one text. */
static void add_counted(struct buf *out, const struct document *document, int year)
{
	const struct list *events = document ? &document->common.events : NULL;
	size_t bare;

	if (!document)
		return;
	bare = out->len;
	add_channels(out, events, year);
	if (out->len > bare)
		buf_addf(out, " %s",
			 choice_code(&document_types, document->type)
				 ? choice_code(&document_types, document->type)
				 : "");
	buf_addf(out, "/%zu/%zu/%zu", count_reviews(events, year, 0),
		 count_reviews(events, year, DECISION_DISCLOSE),
		 count_reviews(events, year, DECISION_DISCLOSE_PART));
	if (is_normative(document) && document->formed.year == year)
		buf_adds(out, " made");
	if (is_normative(document) && year_ended(document) == year)
		buf_adds(out, " ended");
}

/* ---- the report ---- */

static int read_report(const struct history_change *change, bool after, int year,
		       struct record **out, struct error *err)
{
	const struct history_step *step = change->step;
	auto_buf path = BUF_INIT;

	buf_addf(&path, "%s/%d.yaml", report_kind.dir, year);
	return step->read(step->payload, after, path.s, out, err);
}

static bool is_handed_in(const struct record *report)
{
	return report && date_is_set(RECORD(report, struct report)->submit.date);
}

/* One correction as text. */
static void correction_text(struct correction *correction, struct buf *out)
{
	const struct report one = { .corrections = { .items = correction, .count = 1 } };

	field_write_flow(kind_field(&report_kind, "corrections", false), &one, out);
}

static bool has_correction(const struct report *report, struct correction *correction)
{
	auto_buf wanted = BUF_INIT;

	correction_text(correction, &wanted);
	for (size_t i = 0; i < report->corrections.count; i++) {
		auto_buf text = BUF_INIT;

		correction_text(list_at(&report->corrections, struct correction, i),
				&text);
		if (strcmp(text.s, wanted.s) == 0)
			return true;
	}
	return false;
}

/* Whether the report says a correction that it did not say before. */
static bool is_corrected(const struct record *before, const struct record *after)
{
	const struct report *was = RECORD(before, struct report);
	const struct report *is = after ? RECORD(after, struct report) : NULL;

	for (size_t i = 0; is && i < is->corrections.count; i++)
		if (!has_correction(was, list_at(&is->corrections, struct correction, i)))
			return true;
	return false;
}

static void find(struct findings *out, const struct history_change *change,
		 const void *member, int year)
{
	STEP_FIND(out, RULE_YEAR_LOCKED, change, member,
		  arena_printf(out->arena, "%d", year));
}

static int judge_year(struct findings *out, const struct history_change *change, int year,
		      struct error *err)
{
	auto_buf was = BUF_INIT;
	auto_buf is = BUF_INIT;
	struct record *before;
	struct record *after;

	add_counted(&was, document_in(change->was), year);
	add_counted(&is, document_in(change->is), year);
	if (strcmp(was.s, is.s) == 0 || (!was.len && strcmp(is.s, "/0/0/0") == 0) ||
	    (!is.len && strcmp(was.s, "/0/0/0") == 0))
		return 0;
	if (read_report(change, false, year, &before, err) < 0)
		return -1;
	if (!is_handed_in(before))
		return 0;
	if (read_report(change, true, year, &after, err) < 0)
		return -1;
	if (!is_corrected(before, after))
		find(out, change, NULL, year);
	return 0;
}

/* ---- the report's own figures ---- */

static const char *const figures[] = { "form",  "table2",   "table3", "table4",
				       "part6", "channels", "figures" };

/* The first figure that differs; NULL when all are the same. */
static const struct field *changed_figure(const struct report *was,
					  const struct report *is)
{
	for (size_t i = 0; i < ARRAY_LEN(figures); i++) {
		const struct field *field = kind_field(&report_kind, figures[i], false);
		auto_buf left = BUF_INIT;
		auto_buf right = BUF_INIT;

		if (field_is_set(field, was))
			field_write_flow(field, was, &left);
		if (field_is_set(field, is))
			field_write_flow(field, is, &right);
		if (strcmp(left.s, right.s) != 0)
			return field;
	}
	return NULL;
}

static void judge_report(struct findings *out, const struct history_change *change)
{
	const struct report *was = RECORD(change->was, struct report);
	const struct report *is = change->is ? RECORD(change->is, struct report) : NULL;
	const int year = was->submit.date.year;
	const char *id = was->common.id;
	const struct field *changed;

	if (!year || !id)
		return;
	changed = is ? changed_figure(was, is) : NULL;
	if (is && !changed && date_compare(was->submit.date, is->submit.date) == 0)
		return;
	/* A merge may take the figures of any side. */
	for (size_t i = 0; is && i < change->other_count; i++)
		if (!changed_figure(RECORD(change->others[i], struct report), is))
			return;
	if (is && is_corrected(change->was, change->is))
		return;
	STEP_FIND(out, RULE_YEAR_LOCKED, change,
		  !is       ? NULL
		  : changed ? (const void *)((const char *)is + changed->offset)
			    : (const void *)&is->submit.date,
		  id);
}

int history_years(struct findings *out, const struct history_change *change,
		  struct error *err)
{
	const struct record *any = change->is ? change->is : change->was;
	struct history_change moved = *change;
	struct years years = { .count = 0 };
	const struct record *origin;
	struct record *target;

	if (any->kind == &report_kind) {
		if (change->was && is_read(change->was))
			judge_report(out, change);
		return 0;
	}
	if (any->kind != &document_kind)
		return 0;
	/* Another number changes no count; it is looked at where it was. */
	if (history_origin(change, &origin, err) < 0 ||
	    history_target(change, &target, err) < 0)
		return -1;
	if (origin)
		return 0;
	if (target)
		moved.is = target;
	add_years(&years, document_in(moved.was));
	add_years(&years, document_in(moved.is));
	for (size_t i = 0; i < years.count; i++) {
		if (judge_year(out, &moved, years.items[i], err) < 0)
			return -1;
	}
	return 0;
}
