#include "check/history.h"

#include <string.h>

#include "check/history_private.h"
#include "record/disclosure.h"
#include "record/document.h"
#include "record/id.h"
#include "record/state.h"

bool history_is_numbered(const struct kind *kind)
{
	return kind->id_form == ID_UNIT || kind->id_form == ID_SERIAL;
}

const char *history_commit(struct arena *arena, const struct history_step *step)
{
	if (!step->commit)
		return "";
	return arg_label(arena, arena_printf(arena, "（提交 %s）", step->commit),
			 arena_printf(arena, " (commit %s)", step->commit));
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* The id by the path: a record that cannot be read has it, too. */
static const char *id_of(const struct history_step *step, struct arena *arena,
			 const struct record *record)
{
	char id[ID_MAX];

	return id_of_path(step->kinds, record->path, id) ? arena_strdup(arena, id) : "";
}

/* ---- gone ---- */

static int judge_gone(struct findings *out, const struct history_change *change,
		      struct error *err)
{
	const struct history_step *step = change->step;
	const struct record *was = change->was;
	const char *id = id_of(step, out->arena, was);
	struct record *successor;
	bool upstream = true;

	if (!history_is_numbered(was->kind))
		return 0;
	if (step->was_upstream &&
	    step->was_upstream(step->payload, was->path, &upstream, err) < 0)
		return -1;
	if (!upstream)
		return 0;
	if (history_target(change, &successor, err) < 0)
		return -1;
	if (successor)
		STEP_FIND(out, RULE_ID_CHANGED, change, NULL, id, successor->common->id);
	else
		STEP_FIND(out, RULE_RECORD_GONE, change, NULL, id, was->path);
	return 0;
}

/* ---- stubs ---- */

static bool is_same_stub(const struct common *was, const struct common *is)
{
	return date_compare(was->voided.date, is->voided.date) == 0 &&
	       same_text(was->voided.by, is->voided.by) &&
	       same_text(was->voided.reason, is->voided.reason) &&
	       same_text(was->moved_to, is->moved_to);
}

/* Both sides gave the number up, each in its way: a merge keeps the stub of one. */
static bool is_stub_of_other(const struct history_change *change)
{
	for (size_t i = 0; i < change->other_count; i++)
		if (is_stub(change->others[i]) &&
		    is_same_stub(change->others[i]->common, change->is->common))
			return true;
	return false;
}

static int read_at(const struct history_change *change, bool after, const char *id,
		   struct record **out, struct error *err)
{
	const struct history_step *step = change->step;
	auto_buf path = BUF_INIT;

	*out = NULL;
	if (!id || !id_fits(change->is->kind, id))
		return 0;
	id_path(change->is->kind, id, &path);
	return step->read(step->payload, after, path.s, out, err);
}

/* The record that the stub names went on to another number itself, before anybody saw the first. */
static int follows(const struct history_change *change, bool *out, struct error *err)
{
	const char *was = change->was->common->moved_to;
	const char *is = change->is->common->moved_to;
	struct record *before, *left, *target;

	*out = false;
	if (read_at(change, false, was, &before, err) < 0 ||
	    read_at(change, true, was, &left, err) < 0 ||
	    read_at(change, true, is, &target, err) < 0)
		return -1;
	*out = before && !left && target && !is_stub(target) &&
	       strcmp(record_title(before), record_title(target)) == 0;
	return 0;
}

static int judge_stub(struct findings *out, const struct history_change *change,
		      struct error *err)
{
	const char *id = id_of(change->step, out->arena, change->is);
	bool moved;

	if (!is_stub(change->is)) {
		STEP_FIND(out, RULE_ID_REUSED, change, &change->is->common->id, id);
		return 0;
	}
	if (is_same_stub(change->was->common, change->is->common) ||
	    is_stub_of_other(change))
		return 0;
	if (follows(change, &moved, err) < 0)
		return -1;
	if (!moved)
		STEP_FIND(out, RULE_STUB_ALTERED, change,
			  change->is->common->moved_to
				  ? (const void *)&change->is->common->moved_to
				  : (const void *)&change->is->common->voided.date,
			  id);
	return 0;
}

/* A record that is renumbered goes on elsewhere, with its events. */
static int judge_move(struct findings *out, const struct history_change *change,
		      struct error *err)
{
	const struct history_step *step = change->step;
	const struct common *is = change->is->common;
	struct record *target;

	if (history_target(change, &target, err) < 0)
		return -1;
	if (!target || !is_read(target)) {
		STEP_FIND(out, RULE_MOVED_NOWHERE, change, &is->moved_to, is->moved_to);
		return 0;
	}
	if (!is_stub(target)) {
		const struct history_change moved = { .step = step,
						      .was = change->was,
						      .is = target };

		return history_events(out, &moved, err);
	}
	return 0;
}

/* ---- what the record says ---- */

/* Another matter under the same number: its day of entry and its title are others. */
static void judge_reuse(struct findings *out, const struct history_change *change)
{
	const struct common *was = change->was->common;
	const struct common *is = change->is->common;

	if (!date_is_set(was->created) || !date_is_set(is->created) ||
	    date_compare(was->created, is->created) == 0 ||
	    strcmp(record_title(change->was), record_title(change->is)) == 0)
		return;
	for (size_t i = 0; i < change->other_count; i++)
		if (date_compare(change->others[i]->common->created, is->created) == 0)
			return;
	STEP_FIND(out, RULE_ID_REUSED, change, &is->created,
		  id_of(change->step, out->arena, change->is));
}

static const char *attribute_label(struct arena *arena, int attribute)
{
	const struct choice *choice = choice_of(&disclosure_attributes, attribute);

	return choice ? arg_label(arena, choice->zh, choice->en) : "";
}

/* A decision that is new, or facts of the ground that are. */
static bool has_reason(const struct history_change *change)
{
	const struct disclosure *was = disclosure_of(change->was->common);
	const struct disclosure *is = disclosure_of(change->is->common);

	if (history_has_new(change, ACT_REVIEW) || history_has_new(change, ACT_CLEAR))
		return true;
	return is->attribute != ATTRIBUTE_PROACTIVE && is->ground.reason &&
	       !same_text(is->ground.reason, was->ground.reason);
}

static void judge_attribute(struct findings *out, const struct history_change *change)
{
	const struct disclosure *was = disclosure_of(change->was->common);
	const struct disclosure *is = disclosure_of(change->is->common);

	if (was->attribute == ATTRIBUTE_UNSET || was->attribute == is->attribute)
		return;
	/* Of a draft nobody has decided yet. */
	if (change->was->kind == &document_kind &&
	    record_state(change->was->common) == STATE_DRAFT)
		return;
	for (size_t i = 0; i < change->other_count; i++)
		if (disclosure_of(change->others[i]->common)->attribute == is->attribute)
			return;
	if (!has_reason(change))
		STEP_FIND(out, RULE_ATTRIBUTE_UNREVIEWED, change, &is->attribute,
			  attribute_label(out->arena, was->attribute),
			  attribute_label(out->arena, is->attribute));
}

/* Another matter stands at the number: the one that stood there goes on elsewhere, with its events. */
static int judge_freed(struct findings *out, const struct history_change *change,
		       bool *freed, struct error *err)
{
	struct history_change moved = { .step = change->step, .was = change->was };
	struct record *target;

	if (history_target(change, &target, err) < 0)
		return -1;
	*freed = target != NULL;
	moved.is = target;
	return target ? history_events(out, &moved, err) : 0;
}

static int judge_kept(struct findings *out, const struct history_change *change,
		      struct error *err)
{
	const struct common *is = change->is->common;
	bool freed;

	if (is_stub(change->was))
		return judge_stub(out, change, err);
	if (is->moved_to)
		return judge_move(out, change, err);
	if (is_stub(change->is))
		return 0;
	if (judge_freed(out, change, &freed, err) < 0)
		return -1;
	if (freed)
		return 0;
	if (history_events(out, change, err) < 0)
		return -1;
	judge_reuse(out, change);
	if (has_disclosure(change->is->kind))
		judge_attribute(out, change);
	return 0;
}

int history_check(struct findings *out, const struct history_change *change,
		  struct error *err)
{
	const struct record *is = change->is;
	const struct record *was = change->was;

	if (was && !is && judge_gone(out, change, err) < 0)
		return -1;
	/* What cannot be read now has lost nothing yet: other rules say that it must be mended. */
	if (is && !is_read(is))
		return 0;
	if (is && was && is_read(was) && judge_kept(out, change, err) < 0)
		return -1;
	if (is)
		history_dates(out, change);
	return history_years(out, change, err);
}
