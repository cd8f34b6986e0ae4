#include "law/clock.h"

#include <assert.h>

#include "base/list.h"

static const struct date no_date = { .year = 0 };

static struct clock_step *add_step(struct clock *clock, enum clock_step_kind kind,
				   struct date from, const char *why, const char *law)
{
	struct clock_step *step;

	clock->steps = array_grow(clock->arena, clock->steps, clock->count, &clock->room,
				  sizeof(*clock->steps));
	step = &clock->steps[clock->count++];
	*step = (struct clock_step){ .kind = kind, .from = from, .why = why, .law = law };
	return step;
}

static bool covers(const struct clock_step *step, struct date day)
{
	if (step->kind != CLOCK_SUSPEND || date_compare(day, step->from) < 0)
		return false;
	return !date_is_set(step->to) || date_compare(day, step->to) <= 0;
}

/* The first suspension that holds a day, or NULL. */
static const struct clock_step *suspension_on(const struct clock *clock, struct date day)
{
	for (size_t i = 0; i < clock->count; i++)
		if (covers(&clock->steps[i], day))
			return &clock->steps[i];
	return NULL;
}

/* The suspension that next stops a count standing at `day`, or NULL. */
static const struct clock_step *next_suspension(const struct clock *clock,
						struct date day)
{
	const struct clock_step *best = NULL;

	for (size_t i = 0; i < clock->count; i++) {
		const struct clock_step *step = &clock->steps[i];

		if (step->kind != CLOCK_SUSPEND)
			continue;
		if (date_is_set(step->to) && (date_compare(step->to, day) <= 0 ||
					      date_compare(step->to, step->from) < 0))
			continue;
		if (!best || date_compare(step->from, best->from) < 0)
			best = step;
	}
	return best;
}

/* Days of the clock's unit after `from` up to and with `to`, which is not before it. */
static int count_days(struct clock *clock, struct date from, struct date to)
{
	if (clock->unit == DAYS_CALENDAR)
		return date_to_days(to) - date_to_days(from);
	return workday_between(clock->cal, from, to, &clock->provisional);
}

/* Where `left` (1 or more) days after `day` end; overlapping suspensions fall together. */
static struct date run(struct clock *clock, struct date day, int left)
{
	const struct clock_step *stop;

	while ((stop = next_suspension(clock, day)) != NULL) {
		struct date last = date_compare(stop->from, day) > 0
					   ? date_add(stop->from, -1)
					   : day;
		int fit = count_days(clock, day, last);

		if (fit >= left)
			break;
		if (!date_is_set(stop->to))
			return no_date;
		left -= fit;
		day = stop->to;
	}
	if (clock->unit == DAYS_CALENDAR)
		return date_add(day, left);
	return workday_add(clock->cal, day, left, &clock->provisional);
}

/* The days that the term has now: that of the last start and what was added since. */
static int total_days(const struct clock *clock)
{
	int total = clock->term;

	for (size_t i = clock->count; i > 0; i--) {
		const struct clock_step *step = &clock->steps[i - 1];

		if (step->kind == CLOCK_START || step->kind == CLOCK_RESTART)
			break;
		if (step->kind == CLOCK_EXTEND)
			total += step->count;
	}
	return total;
}

/* A day on which something can be done: working, and not suspended. */
static struct date move(struct clock *clock, struct date day)
{
	const struct clock_step *stop;

	day = workday_on_or_after(clock->cal, day, &clock->provisional);
	while (date_is_set(day) && (stop = suspension_on(clock, day)) != NULL) {
		if (!date_is_set(stop->to))
			return no_date;
		day = workday_on_or_after(clock->cal, date_add(stop->to, 1),
					  &clock->provisional);
	}
	return day;
}

/* A term in calendar days does not end on a day off (民诉法 Art 85). */
static void add_move(struct clock *clock, struct date last)
{
	struct clock_step *step;
	const char *feast;

	clock->due = move(clock, last);
	if (!date_compare(clock->due, last))
		return;
	(void)calendar_kind(clock->cal, last, &feast);
	step = add_step(clock, CLOCK_MOVE, last, feast, "民事诉讼法第八十五条");
	step->to = clock->due;
}

static void drop_move(struct clock *clock)
{
	if (clock->count && clock->steps[clock->count - 1].kind == CLOCK_MOVE)
		clock->count--;
}

/* Finds the due day anew; the step that was added last gets where it led. */
static void settle(struct clock *clock)
{
	struct clock_step *step = &clock->steps[clock->count - 1];
	int total = total_days(clock);
	struct date last;

	clock->provisional = false;
	clock->due = no_date;
	if (!date_is_set(clock->start))
		return;
	last = total > 0 ? run(clock, clock->start, total) : clock->start;
	if (step->kind != CLOCK_SUSPEND)
		step->to = last;
	if (!date_is_set(last))
		return;
	if (clock->unit == DAYS_CALENDAR || total <= 0)
		add_move(clock, last);
	else
		clock->due = last;
}

void clock_init(struct clock *clock, struct arena *arena, const struct calendar *cal,
		const struct clock_term *term)
{
	struct clock_step *step;

	*clock = (struct clock){
		.cal = cal,
		.arena = arena,
		.start = term->start,
		.unit = term->unit,
		.term = term->count,
	};
	step = add_step(clock, CLOCK_START, term->start, term->why, NULL);
	step->to = term->start;
	step = add_step(clock, CLOCK_TERM, term->start, term->why, term->law);
	step->count = term->count;
	settle(clock);
}

void clock_suspend(struct clock *clock, struct date from, struct date to, const char *why,
		   const char *law)
{
	struct clock_step *step;

	assert(date_is_set(from));
	drop_move(clock);
	step = add_step(clock, CLOCK_SUSPEND, from, why, law);
	step->to = to;
	settle(clock);
}

void clock_extend(struct clock *clock, struct date decided, int count, const char *why,
		  const char *law)
{
	drop_move(clock);
	add_step(clock, CLOCK_EXTEND, decided, why, law)->count = count;
	settle(clock);
}

void clock_restart(struct clock *clock, struct date start, const char *why,
		   const char *law)
{
	drop_move(clock);
	clock->start = start;
	add_step(clock, CLOCK_RESTART, start, why, law)->count = clock->term;
	settle(clock);
}

int clock_left(const struct clock *clock, struct date today)
{
	if (!date_is_set(clock->due))
		return 0;
	return workday_between(clock->cal, today, clock->due, NULL);
}

enum clock_state clock_state(const struct clock *clock, struct date today, int soon)
{
	if (!date_is_set(clock->due))
		return CLOCK_PAUSED;
	if (date_compare(today, clock->due) > 0)
		return CLOCK_OVERDUE;
	if (suspension_on(clock, today))
		return CLOCK_PAUSED;
	return clock_left(clock, today) <= soon ? CLOCK_DUE_SOON : CLOCK_RUNNING;
}

/* The last day that can be told about: the due day, or the day an open suspension began. */
static struct date last_told(const struct clock *clock)
{
	struct date last = clock->due;

	for (size_t i = 0; i < clock->count && !date_is_set(clock->due); i++) {
		const struct clock_step *step = &clock->steps[i];

		if (step->kind != CLOCK_SUSPEND || date_is_set(step->to))
			continue;
		if (!date_is_set(last) || date_compare(step->from, last) < 0)
			last = step->from;
	}
	return last;
}

size_t clock_days(const struct clock *clock, struct clock_day *out, size_t limit)
{
	struct date last = last_told(clock);
	int total = total_days(clock);
	int counted = 0;
	size_t count = 0;

	if (!date_is_set(clock->start) || !date_is_set(last))
		return 0;
	for (struct date day = clock->start;
	     date_is_set(day) && date_compare(day, last) <= 0 && count < limit;
	     day = date_add(day, 1)) {
		struct clock_day *line = &out[count];
		const struct clock_step *stop = suspension_on(clock, day);
		bool working;

		*line = (struct clock_day){ .date = day };
		line->kind = calendar_kind(clock->cal, day, &line->name);
		line->note = stop ? stop->why : NULL;
		working = line->kind == DAY_WORKING || line->kind == DAY_MADE_UP;
		if (count++ && !stop && counted < total &&
		    (clock->unit == DAYS_CALENDAR || working))
			line->counted = ++counted;
	}
	return count;
}
