#include <stdlib.h>
#include <string.h>

#include "check/check_private.h"
#include "check/review.h"
#include "law/clock.h"
#include "law/limit.h"
#include "record/disclosure.h"
#include "record/id.h"
#include "record/unit.h"

/* 条例 Art 26: twenty working days where the matter says nothing stricter. */
enum { LAW_DAYS = 20 };

enum limit_use { LIMIT_COUNTS, LIMIT_NOT_JUDGED };

struct item_limit {
	const char *id;
	enum limit_use use;
	enum day_unit unit;
	int count;
};

struct limits {
	struct item_limit *items; /* by id */
	size_t count;
	size_t room;
	int shortest; /* days; what came sooner is never late */
};

struct unit_text {
	const char *id;
	const struct unit *unit; /* NULL: none that can be read, which other rules say */
};

struct unit_texts {
	struct unit_text *items;
	size_t count;
	size_t room;
};

static struct date day_of(const char *iso)
{
	struct date day;

	return date_parse_iso(iso, &day) ? day : (struct date){ 0 };
}

static const char *iso_of(struct arena *arena, struct date day)
{
	char iso[DATE_ISO_SIZE];

	return arena_strdup(arena, date_iso(day, iso));
}

/* ---- limits ---- */

/*
 * What a limit phrase means for the day on which a document came out.  When approval or
 * an allocation starts the term, its day is not recorded; what is due each quarter has
 * no term of its own: neither is judged.
 */
static struct item_limit limit_of(struct arena *arena, const char *id, const char *phrase)
{
	struct item_limit out = { .id = id, .unit = DAYS_WORKING, .count = LAW_DAYS };
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
	struct item_limit limit =
		limit_of(run->arena, arena_strdup(run->arena, row->id), fact->value);

	limits->items = array_grow(run->arena, limits->items, limits->count,
				   &limits->room, sizeof(*limits->items));
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

/* The last day by the most generous of its matters; no date when one is not judged. */
static struct date last_day(struct run *run, struct date start, const char *items)
{
	const struct item_limit law = { .unit = DAYS_WORKING, .count = LAW_DAYS };
	struct date last = { 0 };

	while (*items) {
		size_t len = strcspn(items, " ");
		struct item_limit key = { .id = arena_strndup(run->arena, items, len) };
		const struct item_limit *limit = NULL;
		struct date due;

		if (run->limits->count > 0)
			limit = bsearch(&key, run->limits->items, run->limits->count,
					sizeof(key), by_id);
		if (limit && limit->use == LIMIT_NOT_JUDGED)
			return (struct date){ 0 };
		due = due_day(run, start, limit ? limit : &law);
		if (date_compare(last, due) < 0)
			last = due;
		items += len + (items[len] == ' ');
	}
	return date_is_set(last) ? last : due_day(run, start, &law);
}

static int is_late(struct run *run, struct finding *claim, struct error *err)
{
	struct date published = day_of(claim->args[0]);
	struct date start = day_of(claim->args[2]);
	struct date due;

	if (!run->options || !run->options->calendar)
		return 0;
	if (load_limits(run, err) < 0)
		return -1;
	if (date_to_days(published) - date_to_days(start) <= run->limits->shortest)
		return 0;
	due = last_day(run, start, claim->args[3]);
	claim->args[1] = iso_of(run->arena, due);
	return date_is_set(due) && date_compare(due, published) < 0;
}

/* ---- the unit's texts ---- */

static int find_unit(struct run *run, const char *id, const struct unit **out,
		     struct error *err)
{
	struct error failed = { 0 };
	struct unit_text *text;
	struct record *record;

	if (!run->texts)
		run->texts = arena_new(run->arena, struct unit_texts);
	for (size_t i = 0; i < run->texts->count; i++) {
		if (strcmp(run->texts->items[i].id, id) == 0) {
			*out = run->texts->items[i].unit;
			return 0;
		}
	}
	run->texts->items = array_grow(run->arena, run->texts->items, run->texts->count,
				       &run->texts->room, sizeof(*text));
	text = &run->texts->items[run->texts->count++];
	*text = (struct unit_text){ .id = arena_strdup(run->arena, id) };
	if (id_fits(&unit_kind, id) &&
	    catalogue_read_id(run->catalogue, run->arena, &unit_kind, id, &record,
			      &failed) == 0 &&
	    is_read(record))
		text->unit = RECORD(record, struct unit);
	if (failed.code != ERR_NONE && failed.code != ERR_NOT_FOUND) {
		*err = failed;
		return -1;
	}
	*out = text->unit;
	return 0;
}

/* %2 the unit, %3 the key of the element: whether the unit has no text for it. */
static int lacks_default(struct run *run, const struct finding *claim, struct error *err)
{
	const struct field *defaults = kind_field(&unit_kind, "defaults", false);
	const struct field *field = fields_find(defaults->sub, claim->args[2], false);
	const struct unit *unit;

	if (find_unit(run, claim->args[1], &unit, err) < 0)
		return -1;
	return unit && field && !field_is_set(field, &unit->defaults);
}

/* ---- what else may hold ---- */

static bool lacks_file(struct run *run, const struct finding *claim)
{
	auto_buf path = BUF_INIT;

	buf_addf(&path, "attachments/%s/%s", claim->args[1], claim->args[0]);
	return !index_has_path(run->index, path.s);
}

static bool is_future(const struct run *run, const struct finding *claim)
{
	char today[DATE_ISO_SIZE];

	return run->options && date_is_set(run->options->today) &&
	       strcmp(claim->args[0], date_iso(run->options->today, today)) > 0;
}

static bool is_overdue(struct run *run, struct finding *claim)
{
	const struct review_basis basis = {
		.ground = choice_find(&disclosure_grounds, claim->args[3], false),
		.from = day_of(claim->args[0]),
		.next = day_of(claim->args[2]),
	};
	struct date due = review_due_day(run->catalogue->config, &basis);

	if (!run->options || !date_is_set(due))
		return false;
	claim->args[0] = iso_of(run->arena, due);
	claim->args[2] = claim->args[3] = "";
	return date_compare(due, run->options->today) < 0;
}

/* Files count for the digest: the record is read once more, with them. */
static int decide_digests(struct run *run, const struct finding *claim, struct error *err)
{
	struct findings none = FINDINGS(run->arena);
	struct record *record = NULL;
	struct within within = { .record = run->record,
				 .config = run->catalogue->config,
				 .out = run->out,
				 .claims = &none };
	struct attachment_of files = { .catalogue = run->catalogue };

	if (!within.record) {
		if (catalogue_read(run->catalogue, run->arena, claim->path, &record,
				   err) < 0)
			return -1;
		within.record = record;
	}
	files.id = within.record->common->id;
	check_digests(&within, catalogue_attachment_hash, &files);
	return 0;
}

/* The id is that of another record: that it does not belong here follows. */
static bool is_double(struct run *run, const struct finding *claim)
{
	if (!index_has_path(run->index, claim->args[1]))
		return false;
	for (size_t i = 0; i < run->out->count; i++) {
		struct finding *found = &run->out->items[i];

		if (found->rule == RULE_ID_PATH && strcmp(found->path, claim->path) == 0)
			found->severity = SEVERITY_OFF;
	}
	return true;
}

static int claim_holds(struct run *run, struct finding *claim, struct error *err)
{
	if (claim->rule == RULE_DATE_FUTURE)
		return is_future(run, claim);
	if (claim->rule == RULE_PUBLISHED_LATE)
		return is_late(run, claim, err);
	if (claim->rule == RULE_ELEMENT_DEFAULT)
		return lacks_default(run, claim, err);
	if (claim->rule == RULE_ATTACHMENT_MISSING)
		return lacks_file(run, claim);
	if (claim->rule == RULE_REVIEW_OVERDUE)
		return is_overdue(run, claim);
	if (claim->rule == RULE_ID_DOUBLE)
		return is_double(run, claim);
	if (claim->rule == RULE_WAIVER_UNUSED)
		return waivers_expired(run, claim);
	if (claim->rule == RULE_CHANGED_SINCE)
		return decide_digests(run, claim, err);
	return 0;
}

int claims_decide(struct run *run, const struct findings *claims, struct error *err)
{
	for (size_t i = 0; i < claims->count; i++) {
		struct finding claim = claims->items[i];
		int holds = claim_holds(run, &claim, err);

		if (holds < 0)
			return -1;
		if (holds > 0)
			findings_push(run->out, &claim);
	}
	return 0;
}
