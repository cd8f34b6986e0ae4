#include <stdlib.h>
#include <string.h>

#include "check/shown.h"
#include "law/workday.h"

/* 公示期满 is the day after which it comes down: the next working day is soon enough. */
int is_show_over(struct run *run, struct finding *claim, struct error *err)
{
	struct date to = claim_day(claim, 0);

	(void)err;
	if (!run->options || !run->options->calendar || !date_is_set(to))
		return 0;
	return date_compare(workday_add(run->options->calendar, to, 1, NULL),
			    run->options->today) < 0;
}

/* The days from one to the other, both counted, as both kinds of days. */
struct on_show {
	int calendar;
	int working;
};

static struct on_show count_days(const struct calendar *calendar, struct date from,
				 struct date to)
{
	int32_t days = date_to_days(to) - date_to_days(from) + 1;

	return (struct on_show){
		.calendar = days < 0 ? 0 : (int)days,
		.working = days <= 0 ? 0
				     : workday_between(calendar, date_add(from, -1), to,
						       NULL),
	};
}

static bool is_enough(struct run *run, struct finding *claim, const struct on_show *shown,
		      int count, bool working)
{
	int days = working ? shown->working : shown->calendar;

	if (days >= count)
		return true;
	claim->args[0] = arena_printf(run->arena, "%d", days);
	claim->args[1] = arena_printf(run->arena, "%d", count);
	if (working)
		claim->args[2] = arg_label(run->arena, "个工作日",
					   days == 1 ? "working day" : "working days");
	else
		claim->args[2] = arg_label(run->arena, "天", days == 1 ? "day" : "days");
	claim->args[3] = "";
	return false;
}

/* What the posting says itself (%3, with a w for working days), and what its items say (%4). */
int is_show_short(struct run *run, struct finding *claim, struct error *err)
{
	const char *items = claim->args[3];
	char *end;
	long said = strtol(claim->args[2], &end, 10);
	struct on_show shown;

	(void)err;
	if (!run->options || !run->options->calendar)
		return 0;
	shown = count_days(run->options->calendar, claim_day(claim, 0),
			   claim_day(claim, 1));
	if (!is_enough(run, claim, &shown, said > 1 ? (int)said : 1, *end == 'w'))
		return 1;
	while (run->shown && *items) {
		size_t len = strcspn(items, " ");
		const struct matter *matter = shown_matter(run->shown, items, len);

		if (matter && !is_enough(run, claim, &shown, matter->show_count,
					 matter->show_unit == DAY_COUNT_WORKING))
			return 1;
		items += len;
		items += *items == ' ';
	}
	return 0;
}
