#include <string.h>

#include "base/i18n.h"
#include "record/disclosure.h"
#include "record/document.h"
#include "record/item.h"
#include "record/state.h"
#include "work/act.h"
#include "work/publish.h"

enum { STEP_ROOM = 16 };

static const char *label(const struct choices *choices, int value)
{
	const struct choice *choice = choice_of(choices, value);

	if (!choice)
		return "";
	return i18n_language() == LANGUAGE_ZH ? choice->zh : choice->en;
}

/* Attribute: documents go out when proactive; of items also the rows that say "on request". */
static void gate_attribute(const struct record *record, struct findings *reasons)
{
	const struct disclosure *disclosure;
	bool open;

	/* A yearly report has none: it is always public. */
	if (!kind_field(record->kind, "disclosure.attribute", false))
		return;
	disclosure = disclosure_of(record->common);
	open = disclosure->attribute == ATTRIBUTE_PROACTIVE ||
	       (record->kind == &item_kind &&
		disclosure->attribute == ATTRIBUTE_ON_REQUEST);

	/* One that nobody has decided is a gap that check names, not a refusal. */
	if (!open && disclosure->attribute != ATTRIBUTE_UNSET)
		FIND(reasons, RULE_GATE_ATTRIBUTE, record, &disclosure->attribute,
		     label(&disclosure_attributes, disclosure->attribute));
}

static void gate_state(const struct record *record, struct findings *reasons)
{
	const struct item *item;

	if (record_state(record->common) == STATE_WITHDRAWN)
		FIND(reasons, RULE_GATE_STATE, record, NULL,
		     label(&record_states, STATE_WITHDRAWN));
	if (record->kind != &item_kind)
		return;
	item = RECORD(record, struct item);
	if (item->state.value == ITEM_SUSPENDED || item->state.value == ITEM_CANCELLED)
		FIND(reasons, RULE_GATE_STATE, record, &item->state,
		     label(&item_states, item->state.value));
}

static void gate_clearance(struct work *work, const struct record *record,
			   struct findings *reasons)
{
	int steps[STEP_ROOM];
	size_t count = work_missing_steps(work, record, steps, STEP_ROOM);

	for (size_t i = 0; i < count; i++)
		FIND(reasons, RULE_GATE_CLEARANCE, record, NULL,
		     label(&clear_steps, steps[i]), choice_code(&clear_steps, steps[i]),
		     record->common->id);
}

int publish_gate(struct work *work, const struct record *record, struct findings *reasons,
		 struct error *err)
{
	struct findings own = FINDINGS(work->arena);

	gate_attribute(record, reasons);
	if (reasons->count > 0)
		return 0;
	gate_state(record, reasons);
	if (check_one(work->catalogue, work->index, record, &own, err) < 0)
		return -1;
	/* A draft's notes are faults of what goes out, so severities stand as the rules have them. */
	for (size_t i = 0; i < own.count; i++)
		if (rules[own.items[i].rule].severity == SEVERITY_ERROR)
			findings_push(reasons, &own.items[i]);
	gate_clearance(work, record, reasons);
	return 0;
}
