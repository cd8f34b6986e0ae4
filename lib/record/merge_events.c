/*
 * Events of two sides: a set of entries that are compared as values.  What the law makes a
 * record of (条例45) stays: every entry of both is in, also one that a side has lost.
 */
#include <stdlib.h>
#include <string.h>

#include "record/merge_private.h"

struct line {
	const struct event *event;
	const char *value;
};

/* A line in order of the values. */
struct place {
	struct line *line;
};

/* The events of one side, each value once, in its order. */
struct queue {
	struct line *items;
	size_t count;
	size_t next;
};

static int compare_values(const void *a, const void *b)
{
	const struct line *x = ((const struct place *)a)->line;
	const struct line *y = ((const struct place *)b)->line;
	int order = strcmp(x->value, y->value);

	return order ? order : (x > y) - (x < y);
}

/* Lines in order of their values, the first of equal ones first. */
static struct place *sorted(struct arena *arena, struct line *lines, size_t count)
{
	struct place *order = arena_array(arena, struct place, count + 1);

	for (size_t i = 0; i < count; i++)
		order[i].line = &lines[i];
	if (count)
		qsort(order, count, sizeof(*order), compare_values);
	return order;
}

static struct queue queue_of(struct arena *arena, const struct list *events)
{
	struct queue queue = { .items = arena_array(arena, struct line,
						    events->count + 1) };
	struct line *all = arena_array(arena, struct line, events->count + 1);
	struct place *order;

	for (size_t i = 0; i < events->count; i++) {
		auto_buf text = BUF_INIT;

		all[i].event = list_at(events, struct event, i);
		event_write(all[i].event, &text);
		all[i].value = buf_dup(&text, arena);
	}
	order = sorted(arena, all, events->count);
	for (size_t i = 1; i < events->count; i++)
		if (strcmp(order[i - 1].line->value, order[i].line->value) == 0)
			order[i].line->event = NULL;
	for (size_t i = 0; i < events->count; i++)
		if (all[i].event)
			queue.items[queue.count++] = all[i];
	return queue;
}

/* Where a value stands in a queue, by its sorted lines; NULL where it does not. */
static const struct line *find(const struct place *order, size_t count, const char *value)
{
	size_t low = 0;

	for (size_t high = count; low < high;) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(order[middle].line->value, value) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && strcmp(order[low].line->value, value) == 0 ? order[low].line
									 : NULL;
}

static int compare_events(const void *a, const void *b)
{
	const struct line *x = a;
	const struct line *y = b;

	return event_compare(x->event, y->event);
}

struct weave {
	struct queue side[2];
	struct place *order[2]; /* of the sides, by value */
	struct line *out;
	size_t count;
};

/* What the other side has as well: taken already, or still to come there. */
enum elsewhere { ELSEWHERE_NO, ELSEWHERE_TAKEN, ELSEWHERE_NEXT, ELSEWHERE_LATER };

static enum elsewhere look(const struct weave *w, size_t other, const char *value)
{
	const struct queue *queue = &w->side[other];
	const struct line *at = find(w->order[other], queue->count, value);

	if (!at)
		return ELSEWHERE_NO;
	if (at < queue->items + queue->next)
		return ELSEWHERE_TAKEN;
	return at == queue->items + queue->next ? ELSEWHERE_NEXT : ELSEWHERE_LATER;
}

/* The head of a side that may come now: not behind one that the other side still has before it. */
static const struct line *head(struct weave *w, size_t side)
{
	struct queue *queue = &w->side[side];

	return queue->next < queue->count ? &queue->items[queue->next] : NULL;
}

/* Take one entry; false when each side wants the other's head later. */
static bool step(struct weave *w)
{
	const struct line *best = NULL;

	for (size_t s = 0; s < 2; s++) {
		const struct line *line = head(w, s);

		if (line && look(w, 1 - s, line->value) != ELSEWHERE_LATER &&
		    (!best || event_compare(line->event, best->event) < 0))
			best = line;
	}
	if (!best)
		return false;
	w->out[w->count++] = *best;
	for (size_t s = 0; s < 2; s++) {
		const struct line *line = head(w, s);

		if (line && strcmp(line->value, best->value) == 0)
			w->side[s].next++;
	}
	return true;
}

/* In the order of both sides, by (date, bytes) where that leaves it open. */
static bool weave(struct weave *w)
{
	while (w->side[0].next < w->side[0].count || w->side[1].next < w->side[1].count)
		if (!step(w))
			return false;
	return true;
}

/* The sides contradict each other: the canonical order holds for all. */
static void sort_all(struct weave *w)
{
	w->count = 0;
	for (size_t s = 0; s < 2; s++)
		for (size_t i = 0; i < w->side[s].count; i++) {
			const struct line *line = &w->side[s].items[i];

			if (s == 0 || !find(w->order[0], w->side[0].count, line->value))
				w->out[w->count++] = *line;
		}
	if (w->count)
		qsort(w->out, w->count, sizeof(*w->out), compare_events);
}

void merge_events(struct merge *m, const struct field *field,
		  const struct merge_owners *owners)
{
	struct weave w = { .side = { queue_of(m->arena, field_list(field, owners->ours)),
				     queue_of(m->arena,
					      field_list(field, owners->theirs)) } };
	struct list list = { 0 };

	for (size_t s = 0; s < 2; s++)
		w.order[s] = sorted(m->arena, w.side[s].items, w.side[s].count);
	w.out = arena_array(m->arena, struct line, w.side[0].count + w.side[1].count + 1);
	if (!weave(&w))
		sort_all(&w);
	for (size_t i = 0; i < w.count; i++)
		*(struct event *)list_add(m->arena, &list, sizeof(struct event)) =
			*w.out[i].event;
	memcpy((char *)owners->result + field->offset, &list, sizeof(list));
}
