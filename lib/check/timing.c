#include "check/check_private.h"

#include <stdio.h>
#include <string.h>

#include "record/disclosure.h"
#include "record/document.h"
#include "record/state.h"

/*
 * What the day, the limits of items and other records decide of a document: here is only
 * said from which days on (claims.c, shown.c and interpretation.c decide).
 */

static const struct event *event_at(const struct record *record, size_t i)
{
	return list_at(&record->common->events, struct event, i);
}

static bool is_appearance(const struct event *event)
{
	return (event->act == ACT_PUBLISH || event->act == ACT_POST) &&
	       date_is_set(event->date);
}

static const char *iso_of(const struct within *w, struct date day)
{
	char iso[DATE_ISO_SIZE];

	return arena_strdup(w->out->arena, date_iso(day, iso));
}

static const struct event *first_appearance(const struct record *record)
{
	const struct event *first = NULL;

	for (size_t i = 0; i < record->common->events.count; i++) {
		const struct event *event = event_at(record, i);

		if (is_appearance(event) &&
		    (!first || date_compare(event->date, first->date) < 0))
			first = event;
	}
	return first;
}

/*
 * From when the days of Art 26 run: the day it was formed, of what came from others the
 * day it was obtained; of what was withheld the day on which it was decided to disclose.
 * `until` without a date: whenever that was.
 */
static struct date clock_start(const struct record *record, struct date until)
{
	const struct document *document = RECORD(record, struct document);
	struct date start = document->formed;

	if (document->origin != ORIGIN_MADE && document->origin != ORIGIN_JOINT)
		start = document->obtained;
	for (size_t i = 0; i < record->common->events.count; i++) {
		const struct event *event = event_at(record, i);

		if (event->act == ACT_REVIEW &&
		    (!date_is_set(until) || date_compare(event->date, until) <= 0) &&
		    date_compare(start, event->date) < 0)
			start = event->date;
	}
	return start;
}

static const char *joined(struct arena *arena, const struct strings *list)
{
	auto_buf text = BUF_INIT;

	for (size_t i = 0; i < list->count; i++)
		buf_addf(&text, "%s%s", i > 0 ? " " : "", list->items[i]);
	return buf_dup(&text, arena);
}

/* Published on %1; whether that was late is for the limit of its matter to say. */
static void claim_late(const struct within *w, const struct event *first)
{
	const struct document *document = RECORD(w->record, struct document);
	struct date start = clock_start(w->record, first->date);

	if (document->disclosure.attribute == ATTRIBUTE_PROACTIVE && date_is_set(start) &&
	    date_compare(start, first->date) < 0)
		FIND(w->claims, RULE_PUBLISHED_LATE, w->record, &first->date,
		     iso_of(w, first->date), "", iso_of(w, start),
		     joined(w->out->arena, &document->items));
}

/* Not published yet, and it should be: what was referred upwards or withdrawn waits for others. */
static void claim_overdue(const struct within *w)
{
	const struct document *document = RECORD(w->record, struct document);
	enum record_state state = record_state(w->record->common);
	struct date start = clock_start(w->record, (struct date){ 0 });

	if (document->disclosure.attribute != ATTRIBUTE_PROACTIVE ||
	    !date_is_set(start) ||
	    (state != STATE_DRAFT && state != STATE_CLEARING && state != STATE_RETURNED &&
	     state != STATE_CLEARED))
		return;
	FIND(w->claims, RULE_PUBLISHED_OVERDUE, w->record,
	     date_is_set(document->formed) ? &document->formed : &document->obtained,
	     iso_of(w, start), "", w->record->common->id ? w->record->common->id : "",
	     joined(w->out->arena, &document->items));
}

/* Where and when it appeared: %1 its items, %2 days and channels, %3 the first day. */
static void claim_shown(const struct within *w, const struct event *first)
{
	const struct record *record = w->record;
	auto_buf pairs = BUF_INIT;

	for (size_t i = 0; i < record->common->events.count; i++) {
		const struct event *event = event_at(record, i);
		char iso[DATE_ISO_SIZE];

		if (is_appearance(event) && event->channel)
			buf_addf(&pairs, "%s%s %s", pairs.len > 0 ? " " : "",
				 date_iso(event->date, iso), event->channel);
	}
	FIND(w->claims, RULE_CHANNEL_SHORT, record, &first->channel,
	     record->kind == &document_kind
		     ? joined(w->out->arena, &RECORD(record, struct document)->items)
		     : "",
	     pairs.s, iso_of(w, first->date));
}

/* 政策解读 comes with what it explains, and each names the other. */
static void claim_interpretation(const struct within *w, const struct event *first)
{
	const struct document *document = RECORD(w->record, struct document);
	const struct interpretation *own = &document->interpretation;
	bool needed = own->needed == ANSWER_YES || (own->needed == ANSWER_UNSET &&
						    document->normative.is == ANSWER_YES);

	if (document->interprets.id)
		FIND(w->claims, RULE_INTERPRETATION_LATE, w->record, &first->date,
		     iso_of(w, first->date), "", document->interprets.id);
	if ((needed || own->by.count > 0) && w->record->common->id)
		FIND(w->claims, RULE_INTERPRETATION_MISSING, w->record, &own->needed,
		     iso_of(w, first->date), own->by.count > 0 ? "by" : "",
		     w->record->common->id);
}

/* A 公示 that names people comes down when its time is over. */
static void claim_show_over(const struct within *w)
{
	const struct document *document = RECORD(w->record, struct document);

	if (document->type != DOCUMENT_PUBLICITY || !date_is_set(document->notice.to) ||
	    document->persons.data == PERSONS_NO_DATA ||
	    record_state(w->record->common) != STATE_PUBLISHED)
		return;
	FIND(w->claims, RULE_SHOW_OVER, w->record, &document->notice.to,
	     iso_of(w, document->notice.to), w->record->common->id);
}

/* How long it is on show, against what it says itself (%3) and its items ask (%4). */
static void claim_show_short(const struct within *w)
{
	const struct document *document = RECORD(w->record, struct document);
	const struct notice *notice = &document->notice;
	const char *days = "";

	if (document->type != DOCUMENT_PUBLICITY || !date_is_set(notice->from) ||
	    !date_is_set(notice->to))
		return;
	if (notice->days.count.set && notice->days.count.n < INT16_MAX)
		days = arena_printf(w->out->arena, "%d%s", (int)notice->days.count.n,
				    notice->days.unit == DAY_COUNT_WORKING ? "w" : "");
	FIND(w->claims, RULE_SHOW_SHORT, w->record, &notice->to, iso_of(w, notice->from),
	     iso_of(w, notice->to), days, joined(w->out->arena, &document->items));
}

void check_timing(const struct within *w)
{
	const struct event *first = first_appearance(w->record);

	if (first)
		claim_shown(w, first);
	if (w->record->kind != &document_kind)
		return;
	claim_show_short(w);
	if (!first) {
		claim_overdue(w);
		return;
	}
	claim_late(w, first);
	claim_interpretation(w, first);
	claim_show_over(w);
}
