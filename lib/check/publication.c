#include "check/check_private.h"

#include <stdio.h>
#include <string.h>

#include "law/ground.h"
#include "record/clearance.h"
#include "record/disclosure.h"
#include "record/document.h"
#include "record/state.h"

static const struct event *event_at(const struct record *record, size_t i)
{
	return list_at(&record->common->events, struct event, i);
}

static bool is_appearance(const struct event *event)
{
	return event->act == ACT_PUBLISH || event->act == ACT_POST;
}

static const char *iso_of(const struct within *w, struct date day)
{
	char iso[DATE_ISO_SIZE];

	return arena_strdup(w->out->arena, date_iso(day, iso));
}

/* What is for staff hangs on the inner board; what is withheld nowhere. */
static bool must_not_appear(const struct record *record, const struct event *event)
{
	if (!is_appearance(event) || !record->kind->is_public ||
	    record->kind->is_public(record->common))
		return false;
	return event->act == ACT_PUBLISH ||
	       disclosure_of(record->common)->attribute != ATTRIBUTE_STAFF_ONLY;
}

static void check_withheld(const struct within *w)
{
	const struct record *record = w->record;

	if (disclosure_of(record->common)->attribute == ATTRIBUTE_UNSET ||
	    record_state(record->common) != STATE_PUBLISHED)
		return;
	for (size_t i = record->common->events.count; i-- > 0;) {
		const struct event *event = event_at(record, i);

		if (!must_not_appear(record, event))
			continue;
		FIND0(w->out, RULE_PUBLISHED_WITHHELD, record, &event->channel);
		return;
	}
}

/* The steps that were passed up to a day, as bits. */
static unsigned int steps_passed(const struct record *record, struct date until)
{
	unsigned int bits = 0;

	for (size_t i = 0; i < record->common->events.count; i++) {
		const struct event *event = event_at(record, i);

		if (event->act == ACT_CLEAR && event->step > 0 &&
		    date_compare(event->date, until) <= 0 &&
		    (event->verdict == VERDICT_PASS || event->verdict == VERDICT_PART))
			bits |= 1U << (unsigned int)event->step;
	}
	return bits;
}

/* Art 17: cleared first, then published. */
static void check_cleared(const struct within *w)
{
	const struct document *document = RECORD(w->record, struct document);
	unsigned int needed = clearance_steps_of(w->config, document->type,
						 document->normative.is == ANSWER_YES);

	for (size_t i = 0; i < w->record->common->events.count; i++) {
		const struct event *event = event_at(w->record, i);

		if (!is_appearance(event) || !date_is_set(event->date) ||
		    (needed & ~steps_passed(w->record, event->date)) == 0)
			continue;
		FIND(w->out, RULE_PUBLISHED_UNCLEARED, w->record, &event->date,
		     iso_of(w, event->date));
		return;
	}
}

/* ---- digests ---- */

/* The last step of a clearance that let it pass. */
static const struct event *last_clearance(const struct record *record)
{
	const struct event *last = NULL;

	for (size_t i = 0; i < record->common->events.count; i++) {
		const struct event *event = event_at(record, i);

		if (event->act == ACT_CLEAR && event->step == STEP_FINAL &&
		    (event->verdict == VERDICT_PASS || event->verdict == VERDICT_PART) &&
		    (!last || date_compare(last->date, event->date) <= 0))
			last = event;
	}
	return last;
}

void check_digests(const struct within *w, attachment_hash_fn hash, void *payload)
{
	const struct record *record = w->record;
	const struct event *cleared = last_clearance(record);
	const struct event *published = last_event(record->common, ACT_PUBLISH);
	enum record_state state = record_state(record->common);
	char digest[SHA256_HEX_SIZE];

	if (state != STATE_PUBLISHED && state != STATE_CLEARED)
		return;
	if (state != STATE_PUBLISHED || !published || !published->digest)
		published = NULL;
	if (!cleared || !cleared->digest)
		cleared = NULL;
	if (!published && !cleared)
		return;
	public_digest(w->out->arena, record, &w->config->public_x, hash, payload, digest);
	if (published && strcmp(published->digest, digest) != 0)
		FIND(w->out, RULE_CHANGED_SINCE, record, &published->date,
		     iso_of(w, published->date));
	else if (cleared && !clearance_holds(record->common, cleared, digest))
		FIND(w->out, RULE_CLEARANCE_VOID, record, &cleared->date,
		     iso_of(w, cleared->date));
}

static bool has_digest(const struct record *record)
{
	for (size_t i = 0; i < record->common->events.count; i++)
		if (event_at(record, i)->digest)
			return true;
	return false;
}

/* A repeal was recorded: the paper is in force no longer. */
static void check_repealed(const struct within *w)
{
	const struct document *document = RECORD(w->record, struct document);
	const struct choice *force = choice_of(&document_forces, document->force);

	if ((document->force == FORCE_IN_FORCE || document->force == FORCE_NOT_YET) &&
	    last_event(w->record->common, ACT_REPEAL))
		FIND(w->out, RULE_FORCE_REPEAL, w->record, &document->force,
		     arg_label(w->out->arena, force->zh, force->en));
}

void check_publication(const struct within *w)
{
	const struct record *record = w->record;

	if (record->common->events.count == 0)
		return;
	if (has_disclosure(record->kind))
		check_withheld(w);
	if (record->kind == &document_kind) {
		check_cleared(w);
		check_repealed(w);
	}
	if (!has_digest(record))
		return;
	if (has_files(record))
		FIND0(w->claims, RULE_CHANGED_SINCE, record, NULL);
	else
		check_digests(w, NULL, NULL);
}
