#include "base/i18n.h"
#include "record/clearance.h"
#include "record/describe.h"
#include "record/document.h"
#include "work/act.h"

#include <string.h>

static int type_of(const struct record *record)
{
	return record->kind == &document_kind ? RECORD(record, struct document)->type : 0;
}

/* Passed for the digest: the steps as bits, by the last verdict of each. */
static unsigned int passed_steps(const struct record *record, const char *digest)
{
	unsigned int passed = 0;
	const struct list *events = &record->common->events;

	for (size_t i = 0; i < events->count; i++) {
		const struct event *e = list_at(events, struct event, i);

		if (e->act != ACT_CLEAR || !clearance_holds(record->common, e, digest))
			continue;
		if (e->verdict == VERDICT_PASS || e->verdict == VERDICT_PART)
			passed |= 1U << e->step;
		else
			passed &= ~(1U << e->step);
	}
	return passed;
}

size_t work_missing_steps(struct work *work, const struct record *record, int *steps,
			  size_t room)
{
	char digest[SHA256_HEX_SIZE];
	unsigned int missing;
	size_t count = 0;

	if (record->kind != &document_kind)
		return 0;
	work_digest(work, record, digest);
	missing = clearance_steps_of(work->catalogue->config, type_of(record),
				     RECORD(record, struct document)->normative.is ==
					     ANSWER_YES);
	missing &= ~passed_steps(record, digest);
	for (int step = STEP_DRAFT; step <= STEP_PORTAL && count < room; step++)
		if (missing & (1U << step))
			steps[count++] = step;
	return count;
}

/* One person does not review his own review, but where catalogue.yaml allows the pair. */
static int check_person(struct work *work, const struct record *record,
			const struct event *step, const char *digest, struct error *err)
{
	const struct list *events = &record->common->events;

	for (size_t i = 0; i < events->count; i++) {
		const struct event *e = list_at(events, struct event, i);

		if (e->act != ACT_CLEAR || !e->by || e->step == step->step ||
		    strcmp(e->by, step->by) != 0 ||
		    !clearance_holds(record->common, e, digest))
			continue;
		if (!clearance_same_person(work->catalogue->config, type_of(record),
					   e->step, step->step))
			return error_set(
				err, ERR_DENIED,
				tr("%s: %s has signed %s; another person signs %s "
				   "(clearance-steps in catalogue.yaml)"),
				record->common->id, step->by,
				choice_label(choice_of(&clear_steps, e->step),
					     i18n_language()),
				choice_label(choice_of(&clear_steps, step->step),
					     i18n_language()));
	}
	return 0;
}

static int clear_one(struct work *work, struct transaction *tx, const char *text,
		     const struct event *step, struct work_done *done, struct error *err)
{
	char digest[SHA256_HEX_SIZE];
	struct event event = *step;
	struct record *record;
	struct index_row row;

	if (work_find(work, NULL, text, &row, err) < 0 ||
	    work_read_head(work, tx, row.path, &record, err) < 0)
		return -1;
	if (!kind_has_act(record->kind, ACT_CLEAR))
		return error_set(err, ERR_DENIED, tr("%s is a %s: it needs no clearance"),
				 row.id, kind_label(record->kind, i18n_language()));
	work_digest(work, record, digest);
	if (check_person(work, record, step, digest, err) < 0)
		return -1;
	event.act = ACT_CLEAR;
	event.digest = arena_strdup(work->arena, digest);
	if (work_append(work, tx, record, &event, err) < 0)
		return -1;
	work_note(work, done, record->common->id, row.path);
	return 0;
}

int work_clear(struct work *work, const char *const *ids, size_t count,
	       const struct event *step, struct work_done *done, struct error *err)
{
	const struct transaction_options options = work_transaction(work);
	auto_transaction *tx = NULL;
	auto_buf what = BUF_INIT;

	if (transaction_begin(&options, &tx, err) < 0)
		return WORK_FAILED;
	for (size_t i = 0; i < count; i++)
		if (clear_one(work, tx, ids[i], step, done, err) < 0)
			return WORK_FAILED;
	buf_addf(&what, "clear %s", choice_code(&clear_steps, step->step));
	return work_commit(work, tx, what.s, done, err) < 0 ? WORK_FAILED : WORK_DONE;
}
