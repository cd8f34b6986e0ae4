#include "check/review.h"

#include "check/check_private.h"
#include "law/ground.h"
#include "record/disclosure.h"
#include "record/document.h"
#include "record/item.h"
#include "record/state.h"

enum { MONTHS_DEFAULT = 12, MONTHS_A_YEAR = 12 };

static struct date add_months(struct date day, int64_t months)
{
	int64_t month = day.month - 1 + months;
	int64_t year = day.year + month / MONTHS_A_YEAR;
	struct date out = { .year = (int16_t)(year < INT16_MAX ? year : INT16_MAX),
			    .month = (int8_t)(month % MONTHS_A_YEAR + 1),
			    .day = day.day };

	/* The 31st of a month that has none is its last day. */
	while (out.day > 28 && !date_is_valid(out.year, out.month, out.day))
		out.day--;
	return date_is_valid(out.year, out.month, out.day) ? out : (struct date){ 0 };
}

/* Months between two assessments: those of catalogue.yaml for the ground, else its own. */
static int64_t period(const struct catalogue_config *config, int code)
{
	const char *name = choice_code(&disclosure_grounds, code);
	const struct ground *ground = name ? ground_find(name) : NULL;

	for (size_t i = 0; i < config->review_period.count; i++) {
		const struct review_period *said =
			list_at(&config->review_period, struct review_period, i);

		if (said->ground == code && said->months.set && said->months.n > 0 &&
		    said->months.n < INT16_MAX)
			return said->months.n;
	}
	return ground ? ground->review_months : MONTHS_DEFAULT;
}

static bool is_out_of_use(const struct record *record)
{
	return record->kind == &item_kind &&
	       RECORD(record, struct item)->state.value == ITEM_CANCELLED;
}

bool review_basis_of(const struct record *record, struct review_basis *out)
{
	const struct event *last;
	const struct disclosure *disclosure;

	if (!has_disclosure(record->kind) || is_stub(record) || is_out_of_use(record))
		return false;
	disclosure = disclosure_of(record->common);
	if (disclosure->attribute != ATTRIBUTE_EXEMPT &&
	    disclosure->attribute != ATTRIBUTE_ON_REQUEST)
		return false;
	last = last_event(record->common, ACT_REVIEW);
	*out = (struct review_basis){ .ground = disclosure->ground.code,
				      .from = record->common->created };
	if (record->kind == &document_kind &&
	    date_is_set(RECORD(record, struct document)->formed))
		out->from = RECORD(record, struct document)->formed;
	if (last) {
		out->from = last->date;
		out->next = last->next;
	}
	return true;
}

struct date review_due_day(const struct catalogue_config *config,
			   const struct review_basis *basis)
{
	if (date_is_set(basis->next) || !date_is_set(basis->from))
		return basis->next;
	return add_months(basis->from, period(config, basis->ground));
}

/* The last assessment said that it is to be disclosed, or given on request. */
static void claim_undone(const struct within *w)
{
	const struct event *last = last_event(w->record->common, ACT_REVIEW);
	int attribute = disclosure_of(w->record->common)->attribute;
	const struct choice *decision;
	char iso[DATE_ISO_SIZE];

	if (!last)
		return;
	if (last->decision == DECISION_ON_REQUEST
		    ? attribute != ATTRIBUTE_EXEMPT
		    : last->decision != DECISION_DISCLOSE &&
			      last->decision != DECISION_DECLASSIFIED)
		return;
	decision = choice_of(&review_decisions, last->decision);
	FIND(w->claims, RULE_REVIEW_UNDONE, w->record, &last->decision,
	     date_iso(last->date, iso),
	     arg_label(w->out->arena, decision->zh, decision->en),
	     w->record->common->id ? w->record->common->id : "");
}

/* What is withheld may be overdue one day: the day is what it is claimed for. */
void check_review(const struct within *w)
{
	struct review_basis basis;
	char from[DATE_ISO_SIZE];
	char next[DATE_ISO_SIZE];
	const char *code;

	if (!review_basis_of(w->record, &basis))
		return;
	claim_undone(w);
	code = choice_code(&disclosure_grounds, basis.ground);
	if (date_is_set(basis.from) || date_is_set(basis.next))
		FIND(w->claims, RULE_REVIEW_OVERDUE, w->record,
		     &disclosure_of(w->record->common)->attribute,
		     date_iso(basis.from, from),
		     w->record->common->id ? w->record->common->id : "",
		     date_iso(basis.next, next), code ? code : "");
}
