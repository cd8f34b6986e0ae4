#include <string.h>

#include "check/shown.h"
#include "law/period.h"
#include "law/workday.h"

/* Working days after a period in which what belongs to it may still come (条例 Art 26). */
enum { DAYS_AFTER_PERIOD = 20 };

static void add(struct run *run, enum rule_id rule, const struct told *told,
		const char *field, const char *const *args)
{
	struct finding finding = {
		.rule = rule,
		.severity = rules[rule].severity,
		.path = told->path,
		.place = told->place,
		.field = field,
		.label_zh = "",
		.label_en = "",
		.title = "",
		.args = { "", "", "", "" },
	};

	if (!told->path || !is_selected(run->options, told->path))
		return;
	for (size_t i = 0; i < FINDING_ARGS && args[i]; i++)
		finding.args[i] = args[i];
	findings_push(run->out, &finding);
}

#define ADD(run, rule, told, field, ...) \
	add((run), (rule), (told), (field), (const char *const[]){ __VA_ARGS__, NULL })

static void raise(struct date *last, struct date day)
{
	if (date_compare(*last, day) < 0)
		*last = day;
}

static struct date add_months(struct date day, int64_t months)
{
	enum { MONTHS_A_YEAR = 12, SHORTEST = 28 };
	int64_t month = day.month - 1 + months;
	int64_t year = day.year + month / MONTHS_A_YEAR;
	struct date out = { .year = (int16_t)(year < INT16_MAX ? year : INT16_MAX),
			    .month = (int8_t)(month % MONTHS_A_YEAR + 1),
			    .day = day.day };

	while (out.day > SHORTEST && !date_is_valid(out.year, out.month, out.day))
		out.day--;
	return date_is_valid(out.year, out.month, out.day) ? out : (struct date){ 0 };
}

/* The last day of a span; no date for a span that never ends. */
static struct date after(struct run *run, struct date day, const struct threshold *span)
{
	enum { DAYS_A_WEEK = 7, MONTHS_A_YEAR = 12 };
	int64_t n = span->count.n < INT16_MAX ? span->count.n : INT16_MAX;

	if (n <= 0 || !date_is_set(day))
		return (struct date){ 0 };
	switch ((enum span_unit)span->unit) {
	case SPAN_DAYS:
		return date_add(day, (int32_t)n);
	case SPAN_WEEKS:
		return date_add(day, (int32_t)n * DAYS_A_WEEK);
	case SPAN_MONTHS:
		return add_months(day, n);
	case SPAN_YEARS:
		return add_months(day, n * MONTHS_A_YEAR);
	case SPAN_WORKING_DAYS:
		return run->options->calendar
			       ? workday_add(run->options->calendar, day, (int)n, NULL)
			       : (struct date){ 0 };
	case SPAN_UNSET:
		break;
	}
	return (struct date){ 0 };
}

static bool is_past(const struct run *run, struct date due)
{
	return date_is_set(due) && date_compare(due, run->options->today) < 0;
}

struct date threshold_day(struct run *run, struct date day, enum threshold_of of)
{
	const struct threshold span = threshold_for(run->catalogue->config, of);

	return after(run, day, &span);
}

/* What happened before gk was in use gk need not know: spans begin then at the earliest. */
static struct date no_earlier(const struct run *run, struct date day)
{
	struct date since = run->catalogue->config->since;

	return date_compare(day, since) < 0 ? since : day;
}

/* ---- columns ---- */

static enum threshold_of threshold_of_column(int type)
{
	switch ((enum column_type)type) {
	case COLUMN_DYNAMIC:
		return THRESHOLD_DYNAMIC;
	case COLUMN_NOTICE:
	case COLUMN_POLICY:
		return THRESHOLD_NOTICE;
	case COLUMN_STATIC:
	case COLUMN_UNSET:
		break;
	}
	return THRESHOLD_OTHER;
}

/* The category and those above it; what is below a column fills it. */
static void fill(struct shown *shown, size_t category, struct date day, bool standing)
{
	/* No more than there are: a ring of parents ends as well. */
	for (size_t steps = 0; steps < shown->category_count; steps++) {
		struct shown_category *one = &shown->categories[category];
		size_t parent = 0;

		raise(&one->last, day);
		one->standing = one->standing || standing;
		while (parent < shown->category_count &&
		       strcmp(shown->categories[parent].id, one->parent) != 0)
			parent++;
		if (parent == shown->category_count)
			return;
		category = parent;
	}
}

static void fill_columns(struct shown *shown)
{
	for (size_t i = 0; i < shown->matter_count; i++) {
		const struct matter *matter = &shown->matters[i];
		struct date day = matter->last;

		raise(&day, matter->none);
		for (size_t n = 0; n < matter->count; n++) {
			size_t category = shown->filed[matter->first + n];

			fill(shown, category, day, !matter->cancelled);
		}
	}
}

static void judge_column(struct run *run, const struct shown_category *category)
{
	enum threshold_of of = threshold_of_column(category->type);
	struct date due = threshold_day(run, no_earlier(run, category->last), of);
	bool filled = date_is_set(category->last) ||
		      (category->type == COLUMN_STATIC && category->standing);

	if (!is_past(run, due))
		return;
	if (!filled && category->required == REQUIREMENT_YES)
		ADD(run, RULE_COLUMN_BLANK, &category->told, "required", category->title);
	else if (date_is_set(category->last) && category->type != COLUMN_UNSET)
		ADD(run, RULE_COLUMN_STALE, &category->told, "required", category->title,
		    claim_iso(run, category->last), claim_iso(run, due));
}

/* ---- accounts ---- */

static void judge_channel(struct run *run, const struct shown_channel *channel)
{
	const struct threshold own = { .unit = SPAN_DAYS,
				       .count = channel->channel.max_silence };
	struct date due = after(run, no_earlier(run, channel->last), &own);

	if (channel->channel.kind == CHANNEL_NEW_MEDIA &&
	    channel->channel.state == CHANNEL_ACTIVE && date_is_set(channel->last) &&
	    is_past(run, due))
		ADD(run, RULE_MEDIA_SILENT, &channel->told, "max-silence", channel->title,
		    claim_iso(run, channel->last), claim_iso(run, due));
}

/* ---- items ---- */

/* The end of the period after the one in which the day lies; no date where nothing is expected. */
static struct date next_period_end(struct date day, int frequency)
{
	enum { MONTH = 1, QUARTER = 3, HALF = 6, YEAR = 12, TWO_WEEKS = 14 };

	switch ((enum frequency)frequency) {
	case FREQUENCY_WEEKLY:
		return date_add(day, TWO_WEEKS);
	case FREQUENCY_MONTHLY:
		return period_end_of(date_add(period_end_of(day, MONTH), 1), MONTH);
	case FREQUENCY_QUARTERLY:
		return period_end_of(date_add(period_end_of(day, QUARTER), 1), QUARTER);
	case FREQUENCY_HALF_YEARLY:
		return period_end_of(date_add(period_end_of(day, HALF), 1), HALF);
	case FREQUENCY_YEARLY:
		return period_end_of(date_add(period_end_of(day, YEAR), 1), YEAR);
	case FREQUENCY_PERMANENT:
	case FREQUENCY_ON_CHANGE:
	case FREQUENCY_ON_EVENT:
	case FREQUENCY_UNSET:
		break;
	}
	return (struct date){ 0 };
}

/* Only what has appeared once: of the rest of a catalogue taken over nothing is known. */
static void judge_item(struct run *run, const struct matter *matter)
{
	const struct threshold grace = { .unit = SPAN_WORKING_DAYS,
					 .count = { true, DAYS_AFTER_PERIOD } };
	struct date last = matter->last;
	const struct choice *frequency = choice_of(&frequencies, matter->frequency);
	struct date due;

	if (!date_is_set(last) || matter->cancelled || !frequency)
		return;
	raise(&last, matter->none);
	due = next_period_end(no_earlier(run, last), matter->frequency);
	if (date_is_set(due) && is_past(run, due) &&
	    is_past(run, after(run, due, &grace)))
		ADD(run, RULE_ITEM_STALE, &matter->told, "frequency",
		    arg_label(run->arena, frequency->zh, frequency->en),
		    claim_iso(run, matter->last), matter->id);
}

void check_inspection(struct run *run)
{
	struct shown *shown = run->shown;

	fill_columns(shown);
	for (size_t i = 0; i < shown->category_count; i++)
		if (shown->categories[i].column)
			judge_column(run, &shown->categories[i]);
	for (size_t i = 0; i < shown->channel_count; i++)
		judge_channel(run, &shown->channels[i]);
	for (size_t i = 0; i < shown->matter_count; i++)
		judge_item(run, &shown->matters[i]);
}
