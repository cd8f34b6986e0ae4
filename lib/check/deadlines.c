#include <stdlib.h>
#include <string.h>

#include "check/check_private.h"
#include "law/clock.h"
#include "law/limit.h"

/* 条例 Art 26: twenty working days where the matter says nothing stricter. */
enum { LAW_DAYS = 20 };

enum limit_use { LIMIT_COUNTS, LIMIT_NOT_JUDGED };

struct item_limit {
	const char *id;
	const char *phrase; /* as the item has it */
	enum limit_use use;
	enum day_unit unit;
	int count;
};

struct limits {
	struct item_limit *items; /* by id */
	size_t count;
	size_t room;
	const char *phrase; /* that was read last: neighbours often say the same */
	struct item_limit said;
	int shortest; /* days; what came sooner is never late */
};

/*
 * What a limit phrase means for the day on which a document came out.  When approval or
 * an allocation starts the term, its day is not recorded; what is due each quarter has
 * no term of its own: neither is judged.
 */
static struct item_limit limit_of(struct arena *arena, const char *phrase)
{
	struct item_limit out = { .unit = DAYS_WORKING, .count = LAW_DAYS };
	struct limit limit = limit_parse(arena, phrase);
	const struct limit_term *term;

	if (limit.kind == LIMIT_PERIODIC)
		out.use = LIMIT_NOT_JUDGED;
	if (limit.kind != LIMIT_TERM)
		return out;
	term = limit_main_term(&limit);
	if (term->trigger == TRIGGER_APPROVED || term->trigger == TRIGGER_ALLOCATED)
		out.use = LIMIT_NOT_JUDGED;
	out.unit = term->unit;
	out.count = term->count;
	return out;
}

static int add_limit(void *payload, const struct index_row *row, const struct fact *fact)
{
	struct run *run = payload;
	struct limits *limits = run->limits;
	struct arena *arena = run->arena;
	struct item_limit limit;

	if (!limits->phrase || strcmp(limits->phrase, fact->value) != 0) {
		limits->phrase = arena_strdup(arena, fact->value);
		limits->said = limit_of(arena, limits->phrase);
		limits->said.phrase = limits->phrase;
	}
	limit = limits->said;
	limit.id = arena_strdup(arena, row->id);
	limits->items = array_grow(arena, limits->items, limits->count, &limits->room,
				   sizeof(*limits->items));
	limits->items[limits->count++] = limit;
	if (limit.count < limits->shortest)
		limits->shortest = limit.count;
	return 0;
}

static int by_id(const void *a, const void *b)
{
	return strcmp(((const struct item_limit *)a)->id,
		      ((const struct item_limit *)b)->id);
}

static int load_limits(struct run *run, struct error *err)
{
	if (run->limits)
		return 0;
	run->limits = arena_new(run->arena, struct limits);
	run->limits->shortest = LAW_DAYS;
	if (index_each_fact(run->index, "item", 0, "limit", add_limit, run, err) < 0)
		return -1;
	if (run->limits->count > 0)
		qsort(run->limits->items, run->limits->count, sizeof(struct item_limit),
		      by_id);
	return 0;
}

int claims_shortest_limit(struct run *run, int *days, struct error *err)
{
	if (load_limits(run, err) < 0)
		return -1;
	*days = run->limits->shortest;
	return 0;
}

static struct date due_day(struct run *run, struct date start,
			   const struct item_limit *limit)
{
	struct clock clock;
	const struct clock_term term = { .start = start,
					 .unit = limit->unit,
					 .count = limit->count };

	clock_init(&clock, run->arena, run->options->calendar, &term);
	return clock.due;
}

/* When it was due, and by what: a limit without phrase is the law's. */
struct due {
	struct date day; /* none when one of the limits is not judged */
	struct item_limit limit;
};

/* The last day by the most generous of its matters. */
static struct due last_day(struct run *run, struct date start, const char *items)
{
	const struct item_limit law = { .unit = DAYS_WORKING, .count = LAW_DAYS };
	struct due last = { .limit = law };

	while (*items) {
		size_t len = strcspn(items, " ");
		struct item_limit key = { .id = arena_strndup(run->arena, items, len) };
		const struct item_limit *limit = NULL;
		struct date due;

		if (run->limits->count > 0)
			limit = bsearch(&key, run->limits->items, run->limits->count,
					sizeof(key), by_id);
		if (limit && limit->use == LIMIT_NOT_JUDGED)
			return (struct due){ .limit = law };
		due = due_day(run, start, limit ? limit : &law);
		if (date_compare(last.day, due) < 0)
			last = (struct due){ due, limit ? *limit : law };
		items += len + (items[len] == ' ');
	}
	if (!date_is_set(last.day))
		last.day = due_day(run, start, &law);
	return last;
}

static const char *limit_told(struct run *run, const struct item_limit *limit)
{
	struct arena *arena = run->arena;

	if (!limit->phrase)
		return arg_label(arena, "条例规定的20个工作日",
				 "20 working days, by the Regulation");
	return arena_printf(arena, "%s: %s", limit->id, limit->phrase);
}

int is_late(struct run *run, struct finding *claim, struct error *err)
{
	struct date published = claim_day(claim, 0);
	struct date start = claim_day(claim, 2);
	struct due due;

	if (!run->options || !run->options->calendar)
		return 0;
	if (load_limits(run, err) < 0)
		return -1;
	if (date_to_days(published) - date_to_days(start) <= run->limits->shortest)
		return 0;
	due = last_day(run, start, claim->args[3]);
	claim->args[1] = claim_iso(run, due.day);
	claim->args[3] = limit_told(run, &due.limit);
	return date_is_set(due.day) && date_compare(due.day, published) < 0;
}

/* What was formed before gk was in use may have come out without gk knowing. */
int is_unpublished(struct run *run, struct finding *claim, struct error *err)
{
	struct date start = claim_day(claim, 0);
	struct due due;

	if (!run->options || !run->options->calendar ||
	    !date_is_set(run->catalogue->config->since) ||
	    date_compare(start, run->catalogue->config->since) < 0)
		return 0;
	if (load_limits(run, err) < 0)
		return -1;
	if (date_to_days(run->options->today) - date_to_days(start) <=
	    run->limits->shortest)
		return 0;
	due = last_day(run, start, claim->args[3]);
	claim->args[1] = claim_iso(run, due.day);
	claim->args[3] = limit_told(run, &due.limit);
	return date_is_set(due.day) && date_compare(due.day, run->options->today) < 0;
}
