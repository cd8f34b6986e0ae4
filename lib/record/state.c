#include "record/state.h"

#include <string.h>

static const struct choice state_items[] = {
	[STATE_DRAFT - 1] = { "draft", "草稿", "draft", NULL },
	[STATE_CLEARING - 1] = { "clearing", "审核中", "in clearance", NULL },
	[STATE_RETURNED - 1] = { "returned", "退回修改", "returned", NULL },
	[STATE_CLEARED - 1] = { "cleared", "已审待发", "cleared", NULL },
	[STATE_REFER - 1] = { "refer", "报请确定", "referred", NULL },
	[STATE_PUBLISHED - 1] = { "published", "已公开", "published", NULL },
	[STATE_WITHDRAWN - 1] = { "withdrawn", "已撤回", "withdrawn", NULL },
	[STATE_ARCHIVED - 1] = { "archived", "已归档", "archived", NULL },
	[STATE_VOID - 1] = { "void", "已作废", "void", NULL },
};
const struct choices record_states = CHOICES(state_items);

/* Whether `a` is later than `b`: by date, then by place in the list. */
static bool is_later(const struct event *a, const struct event *b)
{
	int order;

	if (!a || !b)
		return a != NULL;
	order = date_compare(a->date, b->date);
	return order != 0 ? order > 0 : a > b;
}

static const struct event *later_of(const struct event *a, const struct event *b)
{
	return is_later(b, a) ? b : a;
}

const struct event *last_event(const struct common *common, enum act act)
{
	const struct event *last = NULL;

	for (size_t i = 0; i < common->events.count; i++) {
		const struct event *event = list_at(&common->events, struct event, i);

		if (event->act == (int)act)
			last = later_of(last, event);
	}
	return last;
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_appearance(const struct event *event)
{
	return event->act == ACT_PUBLISH || event->act == ACT_POST;
}

/* Whether an appearance was ended on its channel; one place of it when the end names one. */
static bool is_taken_down(const struct common *common, const struct event *shown)
{
	for (size_t i = 0; i < common->events.count; i++) {
		const struct event *event = list_at(&common->events, struct event, i);

		if (event->act == ACT_TAKE_DOWN && is_later(event, shown) &&
		    same_text(event->channel, shown->channel) &&
		    (!event->place || same_text(event->place, shown->place)))
			return true;
	}
	return false;
}

/* Whether it can be seen somewhere: shown after `since`, not taken down there. */
static bool is_on_show(const struct common *common, const struct event *since)
{
	for (size_t i = 0; i < common->events.count; i++) {
		const struct event *event = list_at(&common->events, struct event, i);

		if (is_appearance(event) && is_later(event, since) &&
		    !is_taken_down(common, event))
			return true;
	}
	return false;
}

/* The last final verdict after what undid the ones before. */
static const struct event *final_step(const struct common *common,
				      const struct event *withdrawn)
{
	const struct event *last = NULL;
	const struct event *undone = withdrawn;

	for (size_t i = 0; i < common->events.count; i++) {
		const struct event *event = list_at(&common->events, struct event, i);

		if (event->act != ACT_CLEAR)
			continue;
		if (event->verdict == VERDICT_RETURN)
			undone = later_of(undone, event);
		else if (event->step == STEP_FINAL)
			last = later_of(last, event);
	}
	return is_later(last, undone) ? last : NULL;
}

static enum record_state clearance_state(const struct common *common,
					 const struct event *cleared,
					 const struct event *withdrawn)
{
	const struct event *final = final_step(common, withdrawn);

	if (cleared->verdict == VERDICT_RETURN)
		return STATE_RETURNED;
	if (cleared->verdict == VERDICT_REFER)
		return STATE_REFER;
	if (!final)
		return STATE_CLEARING;
	return final->verdict == VERDICT_PASS || final->verdict == VERDICT_PART
		       ? STATE_CLEARED
		       : STATE_ARCHIVED;
}

enum record_state record_state(const struct common *common)
{
	const struct event *withdrawn = last_event(common, ACT_WITHDRAW);
	const struct event *cleared = last_event(common, ACT_CLEAR);
	const struct event *referred = last_event(common, ACT_REFER);
	const struct event *shown =
		later_of(last_event(common, ACT_PUBLISH), last_event(common, ACT_POST));
	const struct event *latest = later_of(withdrawn, later_of(cleared, referred));

	if (date_is_set(common->voided.date) || common->moved_to)
		return STATE_VOID;
	/* What is on show stays public while its next version is being cleared. */
	if (shown && is_later(shown, withdrawn))
		return is_on_show(common, withdrawn) ? STATE_PUBLISHED : STATE_ARCHIVED;
	if (!latest)
		return STATE_DRAFT;
	if (latest == withdrawn)
		return STATE_WITHDRAWN;
	return latest == referred ? STATE_REFER
				  : clearance_state(common, cleared, withdrawn);
}
