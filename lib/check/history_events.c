#include <stdlib.h>
#include <string.h>

#include "check/history_private.h"

/* Entries on paper come back within weeks; what is entered later says so. */
enum { DAYS_TO_ENTER = 30 };

/* Events of a record as values: two that say the same are one. */
struct values {
	const char **items;
	size_t count;
};

static const char *value_of(struct arena *arena, const struct event *event)
{
	auto_buf text = BUF_INIT;

	event_write(event, &text);
	return buf_dup(&text, arena);
}

static struct values values_of(struct arena *arena, const struct record *record)
{
	const struct list *events = &record->common->events;
	struct values out = { .items =
				      arena_array(arena, const char *, events->count + 1),
			      .count = events->count };

	for (size_t i = 0; i < out.count; i++)
		out.items[i] = value_of(arena, list_at(events, struct event, i));
	return out;
}

/* Place of the value; values->count when it is not there. */
static size_t place_of(const struct values *values, const char *value)
{
	size_t i = 0;

	while (i < values->count && strcmp(values->items[i], value) != 0)
		i++;
	return i;
}

/* One that could not be read may be mended. */
static bool is_misread_event(const struct record *record, size_t i)
{
	struct arena arena = ARENA_INIT;
	const char *path = arena_printf(&arena, "events[%zu]", i);
	size_t len = strlen(path);
	bool found = false;

	for (size_t k = 0; k < record->problem_count && !found; k++) {
		const char *field = record->problems[k].field;

		found = strncmp(field, path, len) == 0 &&
			(field[len] == '\0' || field[len] == '.');
	}
	arena_clear(&arena);
	return found;
}

static const char *act_label(struct arena *arena, const struct event *event)
{
	const struct act_row *row = act_row((enum act)event->act);

	return row ? arg_label(arena, row->zh, row->en) : "";
}

static void find(struct findings *out, enum rule_id rule,
		 const struct history_change *change, const struct event *event,
		 const void *member)
{
	char iso[DATE_ISO_SIZE];

	STEP_FIND(out, rule, change, member, date_iso(event->date, iso),
		  act_label(out->arena, event));
}

/* Canonical order, in which merges put the events of both sides. */
static bool is_in_order(const struct list *events)
{
	for (size_t i = 1; i < events->count; i++)
		if (event_compare(list_at(events, struct event, i - 1),
				  list_at(events, struct event, i)) > 0)
			return false;
	return true;
}

/* Where the event stands with the numbers that its documents have now; is->count for nowhere. */
static int find_followed(struct arena *arena, const struct history_change *change,
			 const struct event *event, const struct values *is, size_t *at,
			 struct error *err)
{
	struct event followed = *event;
	const char **const ids[] = { &followed.document, &followed.replaced_by };
	bool differs = false;

	*at = is->count;
	for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
		const char *id;

		if (history_follow(change->step, *ids[i], &id, err) < 0)
			return -1;
		if (id)
			*ids[i] = id;
		differs = differs || id;
	}
	if (differs)
		*at = place_of(is, value_of(arena, &followed));
	return 0;
}

int history_events(struct findings *out, const struct history_change *change,
		   struct error *err)
{
	const struct list *old = &change->was->common->events;
	const struct list *new = &change->is->common->events;
	bool ordered = is_in_order(new);
	struct values was;
	struct values is;
	size_t last = 0;

	if (old->count == 0)
		return 0;
	was = values_of(out->arena, change->was);
	is = values_of(out->arena, change->is);
	for (size_t i = 0; i < was.count; i++) {
		const struct event *event = list_at(old, struct event, i);
		size_t at = place_of(&is, was.items[i]);

		if (is_misread_event(change->was, i) || place_of(&was, was.items[i]) < i)
			continue;
		if (at == is.count &&
		    find_followed(out->arena, change, event, &is, &at, err) < 0)
			return -1;
		if (at == is.count)
			find(out, RULE_EVENT_REWRITTEN, change, event,
			     &change->is->common->events);
		else if (at < last && !ordered)
			find(out, RULE_EVENT_ORDER, change, event,
			     &list_at(new, struct event, at)->date);
		if (at < is.count && at > last)
			last = at;
	}
	return 0;
}

bool history_has_event(const struct record *record, const struct event *event)
{
	const struct list *events = &record->common->events;

	for (size_t i = 0; i < events->count; i++)
		if (event_compare(list_at(events, struct event, i), event) == 0)
			return true;
	return false;
}

static bool is_new(const struct history_change *change, const struct event *event)
{
	if (change->was && history_has_event(change->was, event))
		return false;
	for (size_t i = 0; i < change->other_count; i++)
		if (history_has_event(change->others[i], event))
			return false;
	for (size_t i = 0; i < change->step->move_count; i++)
		if (strcmp(change->step->moves[i]->path, change->is->path) != 0 &&
		    history_has_event(change->step->moves[i], event))
			return false;
	return true;
}

bool history_has_new(const struct history_change *change, enum act act)
{
	const struct list *events = &change->is->common->events;

	for (size_t i = 0; i < events->count; i++) {
		const struct event *event = list_at(events, struct event, i);

		if (event->act == (int)act && is_new(change, event))
			return true;
	}
	return false;
}

void history_dates(struct findings *out, const struct history_change *change)
{
	const struct list *events = &change->is->common->events;
	struct date day = change->step->date;
	char date[DATE_ISO_SIZE];
	char today[DATE_ISO_SIZE];

	if (!date_is_set(day))
		return;
	for (size_t i = 0; i < events->count; i++) {
		const struct event *event = list_at(events, struct event, i);

		if (!date_is_set(event->date) || date_is_set(event->recorded.date) ||
		    date_compare(date_add(event->date, DAYS_TO_ENTER), day) >= 0 ||
		    !is_new(change, event))
			continue;
		STEP_FIND(out, RULE_EVENT_BACKDATED, change, &event->date,
			  date_iso(event->date, date), date_iso(day, today));
	}
}
