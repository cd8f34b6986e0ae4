#include <string.h>

#include "check/check_private.h"

/* The member that a waiver lacks to hold; NULL when it has all. */
static const struct field *lacking(const struct field *waive, const struct waiver *waiver)
{
	for (size_t i = 0; i < waive->sub->count; i++) {
		const struct field *field = &waive->sub->items[i];

		if (field->need == NEED_REQUIRED && !field_is_set(field, waiver))
			return field;
	}
	return NULL;
}

static const struct field *waive_field(const struct record *record)
{
	return kind_field(record->kind, "waive", false);
}

struct list waivers_that_hold(struct arena *arena, const struct record *record)
{
	const struct list *waive = &record->common->waive;
	struct list out = { 0 };

	for (size_t i = 0; i < waive->count; i++) {
		const struct waiver *waiver = list_at(waive, struct waiver, i);
		struct waiver *copy;

		if (lacking(waive_field(record), waiver))
			continue;
		copy = list_add(arena, &out, sizeof(*copy));
		*copy = *waiver;
	}
	return out;
}

static bool can_waive(const char *slug)
{
	enum rule_id rule = rule_find(slug);

	return rule != RULE_COUNT && !(rules[rule].flags & RULE_LOCKED);
}

/* Every waiver that could hold may turn out to waive nothing, or no longer. */
void check_waivers(const struct within *w)
{
	const struct list *waive = &w->record->common->waive;

	for (size_t i = 0; i < waive->count; i++) {
		const struct waiver *waiver = list_at(waive, struct waiver, i);
		const struct field *field = lacking(waive_field(w->record), waiver);
		char until[DATE_ISO_SIZE];

		if (field)
			FIND(w->out, RULE_WAIVER_INCOMPLETE, w->record,
			     field_at(field, waiver),
			     arg_label(w->out->arena, field->zh, field->en), field->key);
		else if (can_waive(waiver->rule))
			FIND(w->claims, RULE_WAIVER_UNUSED, w->record, &waiver->rule,
			     waiver->rule, date_iso(waiver->until, until));
	}
}

const struct waiver *waiver_of(const struct finding *finding, struct date today)
{
	const struct rule *rule = &rules[finding->rule];
	const struct list *waive = finding->about ? &finding->about->waive : NULL;

	if (!waive || (rule->flags & RULE_LOCKED))
		return NULL;
	for (size_t i = 0; i < waive->count; i++) {
		const struct waiver *waiver = list_at(waive, struct waiver, i);
		bool is_over = date_is_set(waiver->until) && date_is_set(today) &&
			       date_compare(waiver->until, today) < 0;

		if (!is_over && strcmp(waiver->rule, rule->slug) == 0)
			return waiver;
	}
	return NULL;
}

int is_waiver_over(struct run *run, struct finding *claim, struct error *err)
{
	char today[DATE_ISO_SIZE];
	const char *until = claim->args[1];

	(void)err;
	if (!run->options || !run->waivers)
		return 0;
	if (until[0] && strcmp(until, date_iso(run->options->today, today)) < 0) {
		claim->rule = RULE_WAIVER_EXPIRED;
		return 1;
	}
	findings_push(run->waivers, claim);
	return 0;
}

/* Whether the finding was waived by the waiver that the claim is about. */
static bool is_by(const struct finding *waived, const struct finding *claim)
{
	char until[DATE_ISO_SIZE];

	return strcmp(waived->waiver->rule, claim->args[0]) == 0 &&
	       strcmp(date_iso(waived->waiver->until, until), claim->args[1]) == 0;
}

void waivers_unused(const struct findings *claims, const struct findings *waived,
		    struct findings *out)
{
	size_t from = 0;

	for (size_t i = 0; i < claims->count; i++) {
		const struct finding *claim = &claims->items[i];
		bool used = false;

		while (from < waived->count &&
		       strcmp(waived->items[from].path, claim->path) < 0)
			from++;
		for (size_t n = from; n < waived->count && !used &&
				      strcmp(waived->items[n].path, claim->path) == 0;
		     n++)
			used = is_by(&waived->items[n], claim);
		if (!used)
			findings_push(out, claim);
	}
}
