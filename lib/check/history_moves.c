/*
 * Records that get another number: which of those that leave became which of those that
 * come.
 */
#include <string.h>

#include "check/history_private.h"
#include "record/document.h"
#include "record/id.h"

static bool is_same_matter(const struct record *a, const struct record *b)
{
	return a->kind == b->kind && *record_title(a) &&
	       strcmp(record_title(a), record_title(b)) == 0;
}

/* One that comes to a place of its own in this step and has the title. */
static int find_arrival(const struct history_change *change, struct record **out,
			struct error *err)
{
	const struct history_step *step = change->step;

	*out = NULL;
	for (size_t i = 0; i < step->move_count && !*out; i++) {
		const struct record *other = step->moves[i];
		struct record *before;

		if (strcmp(other->path, change->was->path) == 0 ||
		    !is_same_matter(other, change->was))
			continue;
		if (step->read(step->payload, false, other->path, &before, err) < 0)
			return -1;
		if (!before && step->read(step->payload, true, other->path, out, err) < 0)
			return -1;
	}
	return 0;
}

static int read_moved_to(const struct history_change *change, const char *id,
			 struct record **out, struct error *err)
{
	auto_buf path = BUF_INIT;

	*out = NULL;
	if (!id_fits(change->was->kind, id))
		return 0;
	id_path(change->was->kind, id, &path);
	return change->step->read(change->step->payload, true, path.s, out, err);
}

int history_target(const struct history_change *change, struct record **out,
		   struct error *err)
{
	const struct history_step *step = change->step;
	const struct record *is = change->is;
	bool upstream = true;

	*out = NULL;
	if (!change->was)
		return 0;
	if (is && is->common->moved_to)
		return read_moved_to(change, is->common->moved_to, out, err);
	if (step->move_count == 0 ||
	    (is && (is_stub(is) || is_same_matter(is, change->was))))
		return 0;
	/* Another matter stands there: only a number that nobody has seen may be given again. */
	if (is &&
	    (!step->was_upstream ||
	     step->was_upstream(step->payload, change->was->path, &upstream, err) < 0))
		return step->was_upstream ? -1 : 0;
	return is && upstream ? 0 : find_arrival(change, out, err);
}

int history_origin(const struct history_change *change, const struct record **out,
		   struct error *err)
{
	const struct history_step *step = change->step;

	*out = NULL;
	if (change->was || !change->is)
		return 0;
	for (size_t i = 0; i < step->move_count && !*out; i++) {
		struct history_change other = { .step = step };
		struct record *before = NULL;
		struct record *target = NULL;

		if (!is_same_matter(step->moves[i], change->is))
			continue;
		if (step->read(step->payload, false, step->moves[i]->path, &before, err) <
			    0 ||
		    (before && step->read(step->payload, true, step->moves[i]->path,
					  &target, err) < 0))
			return -1;
		if (!before)
			continue;
		other.was = before;
		other.is = target;
		if (history_target(&other, &target, err) < 0)
			return -1;
		if (target && strcmp(target->path, change->is->path) == 0)
			*out = before;
	}
	return 0;
}

int history_follow(const struct history_step *step, const char *id, const char **out,
		   struct error *err)
{
	struct history_change other = { .step = step };
	struct record *before, *after, *target;
	auto_buf path = BUF_INIT;

	*out = NULL;
	if (step->move_count == 0 || !id || !id_fits(&document_kind, id))
		return 0;
	id_path(&document_kind, id, &path);
	if (step->read(step->payload, false, path.s, &before, err) < 0 ||
	    step->read(step->payload, true, path.s, &after, err) < 0)
		return -1;
	other.was = before;
	other.is = after;
	if (!before || (after && is_stub(after)))
		return 0;
	if (history_target(&other, &target, err) < 0)
		return -1;
	if (target)
		*out = target->common->id;
	return 0;
}
