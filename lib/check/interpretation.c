#include <stdlib.h>
#include <string.h>

#include "check/check_private.h"

/* Decided when all documents have been read: who explains what lies in another record. */
int interpretation_keep(struct run *run, struct finding *claim, struct error *err)
{
	(void)err;
	if (run->interpretations)
		findings_push(run->interpretations, claim);
	return 0;
}

/* Of what needs one, by id; the others are those that interpret. */
static int by_subject(const void *left, const void *right)
{
	const struct finding *a = left;
	const struct finding *b = right;
	int order = (a->rule != RULE_INTERPRETATION_MISSING) -
		    (b->rule != RULE_INTERPRETATION_MISSING);

	return order != 0 ? order : strcmp(a->args[2], b->args[2]);
}

static bool is_past(const struct run *run, struct date due)
{
	return date_is_set(due) && date_compare(due, run->options->today) < 0;
}

/* Days and documents, as claim_interpretation() says them. */
static void judge_missing(struct run *run, struct finding claim)
{
	struct date due =
		threshold_day(run, claim_day(&claim, 0), THRESHOLD_INTERPRETATION);

	if (claim.args[1][0] || !is_past(run, due) ||
	    !is_selected(run->options, claim.path))
		return;
	claim.args[1] = claim_iso(run, due);
	findings_push(run->out, &claim);
}

static void judge_late(struct run *run, struct finding claim,
		       const struct finding *subjects, size_t count)
{
	struct finding key = { .rule = RULE_INTERPRETATION_MISSING };
	const struct finding *subject;
	struct date due;

	key.args[2] = claim.args[2];
	subject = count > 0 ? bsearch(&key, subjects, count, sizeof(key), by_subject)
			    : NULL;
	if (!subject)
		return;
	due = threshold_day(run, claim_day(subject, 0), THRESHOLD_INTERPRETATION);
	if (!date_is_set(due) || date_compare(claim_day(&claim, 0), due) <= 0)
		return;
	claim.args[1] = claim_iso(run, due);
	findings_push(run->out, &claim);
}

void check_interpretations(struct run *run)
{
	struct findings *all = run->interpretations;
	size_t subjects = 0;

	if (all->count == 0)
		return;
	qsort(all->items, all->count, sizeof(*all->items), by_subject);
	while (subjects < all->count &&
	       all->items[subjects].rule == RULE_INTERPRETATION_MISSING)
		subjects++;
	for (size_t i = 0; i < all->count; i++) {
		if (i < subjects)
			judge_missing(run, all->items[i]);
		else
			judge_late(run, all->items[i], all->items, subjects);
	}
}
