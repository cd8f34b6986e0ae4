#include <stdlib.h>
#include <string.h>

#include "check/attachments.h"
#include "check/review.h"
#include "law/workday.h"
#include "record/disclosure.h"
#include "record/id.h"
#include "record/unit.h"

struct unit_text {
	const char *id;
	const struct unit *unit; /* NULL: none that can be read, which other rules say */
};

struct unit_texts {
	struct unit_text *items;
	size_t count;
	size_t room;
};

struct date claim_day(const struct finding *claim, size_t arg)
{
	struct date day;

	return date_parse_iso(claim->args[arg], &day) ? day : (struct date){ 0 };
}

const char *claim_iso(struct run *run, struct date day)
{
	char iso[DATE_ISO_SIZE];

	return arena_strdup(run->arena, date_iso(day, iso));
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
static int lacks_default(struct run *run, struct finding *claim, struct error *err)
{
	const struct field *defaults = kind_field(&unit_kind, "defaults", false);
	const struct field *field = fields_find(defaults->sub, claim->args[2], false);
	const struct unit *unit;

	if (find_unit(run, claim->args[1], &unit, err) < 0)
		return -1;
	return unit && field && !field_is_set(field, &unit->defaults);
}

/* ---- what else may hold ---- */

static int is_future(struct run *run, struct finding *claim, struct error *err)
{
	char today[DATE_ISO_SIZE];

	(void)err;
	return run->options && date_is_set(run->options->today) &&
	       strcmp(claim->args[0], date_iso(run->options->today, today)) > 0;
}

static int is_overdue(struct run *run, struct finding *claim, struct error *err)
{
	const struct review_basis basis = {
		.ground = choice_find(&disclosure_grounds, claim->args[3], false),
		.from = claim_day(claim, 0),
		.next = claim_day(claim, 2),
	};
	struct date due = review_due_day(run->catalogue->config, &basis);

	(void)err;
	if (!run->options || !date_is_set(due))
		return false;
	claim->args[0] = claim_iso(run, due);
	claim->args[2] = claim->args[3] = "";
	return date_compare(due, run->options->today) < 0;
}

/*
 * Decided to disclose, and it is still withheld: the days of Art 26 run from the decision.
 */
static int is_undone(struct run *run, struct finding *claim, struct error *err)
{
	enum { DAYS = 20 };
	struct date decided = claim_day(claim, 0);
	struct date due;

	(void)err;
	if (!run->options || !run->options->calendar || !date_is_set(decided))
		return 0;
	due = workday_add(run->options->calendar, decided, DAYS, NULL);
	claim->args[3] = claim_iso(run, due);
	return date_compare(due, run->options->today) < 0;
}

/* Files count for the digest: the record is read once more, with them. */
static int decide_digests(struct run *run, struct finding *claim, struct error *err)
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
static int is_double(struct run *run, struct finding *claim, struct error *err)
{
	(void)err;
	if (!has_path(run, claim->args[1]))
		return false;
	for (size_t i = 0; i < run->out->count; i++) {
		struct finding *found = &run->out->items[i];

		if (found->rule == RULE_ID_PATH && strcmp(found->path, claim->path) == 0)
			found->severity = SEVERITY_OFF;
	}
	return true;
}

/* %1 a day: whether it is over. */
static int is_past(struct run *run, struct finding *claim, struct error *err)
{
	(void)err;
	return run->options && date_is_set(run->options->today) &&
	       date_compare(claim_day(claim, 0), run->options->today) < 0;
}

/* Whether a claim holds: 1, 0, or -1 with err. */
static const struct {
	enum rule_id rule;
	int (*holds)(struct run *run, struct finding *claim, struct error *err);
} deciders[] = {
	{ RULE_DATE_FUTURE, is_future },
	{ RULE_PUBLISHED_LATE, is_late },
	{ RULE_PUBLISHED_OVERDUE, is_unpublished },
	{ RULE_CHANNEL_SHORT, shown_is_short },
	{ RULE_INTERPRETATION_LATE, interpretation_keep },
	{ RULE_INTERPRETATION_MISSING, interpretation_keep },
	{ RULE_SHOW_OVER, is_show_over },
	{ RULE_SHOW_SHORT, is_show_short },
	{ RULE_LINK_DEAD, is_link_dead },
	{ RULE_ELEMENT_DEFAULT, lacks_default },
	{ RULE_ATTACHMENT_MISSING, attachment_decide },
	{ RULE_REVIEW_OVERDUE, is_overdue },
	{ RULE_REVIEW_UNDONE, is_undone },
	{ RULE_ID_DOUBLE, is_double },
	{ RULE_WAIVER_UNUSED, is_waiver_over },
	{ RULE_CHANGED_SINCE, decide_digests },
	{ RULE_VALIDITY_OVER, is_past },
	{ RULE_FORCE_PENDING, is_past },
};

static int claim_holds(struct run *run, struct finding *claim, struct error *err)
{
	for (size_t i = 0; i < ARRAY_LEN(deciders); i++)
		if (deciders[i].rule == claim->rule)
			return deciders[i].holds(run, claim, err);
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
