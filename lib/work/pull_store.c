/*
 * One store is pulled: what comes of it is planned first, and committed when nothing is in the
 * way of either store.
 */
#include <string.h>

#include "base/i18n.h"
#include "check/history.h"
#include "check/steps.h"
#include "record/id.h"
#include "work/pull_private.h"

/* ---- numbers that both sides gave ---- */

static bool is_stub(const struct record *record)
{
	return date_is_set(record->common->voided.date) || record->common->moved_to;
}

/* Whether a file is a record that both sides made under one number. */
static bool is_double(const struct pull *p, const struct threeway_file *file,
		      char id[ID_MAX])
{
	const struct kind *kind = pull_kind(p, file->path, id);

	return kind && history_is_numbered(kind) && !file->base.oid && file->ours.oid &&
	       file->theirs.oid && !pull_same(&file->ours, &file->theirs) &&
	       !pull_is_twin(p, id);
}

/* A number of ours that was given up before anybody else saw it leaves no trace. */
static int drop(struct pull *p, const struct threeway_file *file, bool *dropped,
		struct error *err)
{
	struct arena scratch = ARENA_INIT;
	struct record *ours = NULL;
	int rc = pull_read(p, &scratch, file, &file->ours, &ours, err);

	*dropped = rc == 0 && is_stub(ours);
	arena_clear(&scratch);
	if (*dropped)
		rc = transaction_put(p->tx, file->path, NULL, 0, PUT_FROM_TOP, err);
	return rc;
}

static int find_doubles(struct pull *p, struct renumbering *out, size_t *count,
			size_t *dropped, struct error *err)
{
	char id[ID_MAX];

	*count = 0;
	*dropped = 0;
	for (size_t i = 0; i < p->files.count; i++) {
		const struct threeway_file *file =
			list_at(&p->files, struct threeway_file, i);
		bool gone;

		if (!is_double(p, file, id))
			continue;
		if (drop(p, file, &gone, err) < 0)
			return -1;
		if (gone)
			(*dropped)++;
		else
			out[(*count)++].from = arena_strdup(p->work->arena, id);
	}
	return 0;
}

static void say_numbers(const struct pull *p, struct buf *out)
{
	const struct list *numbers = &p->report->numbers.numbers;

	buf_adds(out, "pull: renumber what was given twice\n\n");
	for (size_t i = 0; i < numbers->count; i++) {
		const struct renumbered *told = list_at(numbers, struct renumbered, i);

		buf_addf(out, "%s to %s\n", told->from, told->to);
	}
	if (p->across)
		across_say(p->across, out);
	buf_addf(out, "\n%s\n", WORK_TRAILER);
}

static int compare(struct pull *p, struct error *err)
{
	const char *dir = source_root(p->work->catalogue->source);

	threeway_free(p->threeway);
	p->threeway = NULL;
	p->files = (struct list){ 0 };
	p->relation = THREEWAY_AHEAD;
	if (!p->theirs)
		return 0;
	if (threeway_open(dir, p->ours, p->theirs, &p->threeway, err) < 0)
		return -1;
	p->relation = threeway_relation(p->threeway);
	if (p->relation == THREEWAY_AHEAD)
		return 0;
	return threeway_files(p->threeway, p->work->arena, &p->files, err);
}

static int put_numbers(struct pull *p, const struct renumber_order *order,
		       struct error *err)
{
	if (!order->count && !order->outside.count)
		return 0;
	return work_renumber_put(p->work, p->tx, order, &p->report->numbers, err);
}

/* Ours get other numbers, in a commit of their own on which the merge goes. */
static int renumber(struct pull *p, struct error *err)
{
	struct arena *arena = p->work->arena;
	struct renumbering *list =
		arena_array(arena, struct renumbering, p->files.count + 1);
	struct renumber_order order = { .list = list, .outside = pull_outside(p) };
	char commit[OID_HEX_SIZE];
	auto_buf message = BUF_INIT;
	size_t dropped = 0;

	if ((p->relation == THREEWAY_DIVERGED &&
	     find_doubles(p, list, &order.count, &dropped, err) < 0) ||
	    put_numbers(p, &order, err) < 0)
		return -1;
	if ((!order.count && !order.outside.count && !dropped) ||
	    p->relation == THREEWAY_AHEAD)
		return 0;
	say_numbers(p, &message);
	if (transaction_stack(p->tx, message.s, commit, err) < 0)
		return -1;
	if (!commit[0])
		return 0;
	p->ours = arena_strdup(arena, commit);
	return compare(p, err);
}

/* ---- whether it may be ---- */

static int check(struct pull *p, struct source *source, const char *commit,
		 struct check_result *result, struct error *err)
{
	struct work *work = p->work;
	const struct check_options options = { .today = work->today,
					       .calendar = work->calendar };
	struct catalogue merged = *work->catalogue;
	struct range_commit step = { .id = commit, .date = work->today };
	const struct check_steps steps = {
		.commits = &step, .count = 1, .base = p->ours, .end = commit
	};
	int rc;

	strings_add(work->arena, &step.parents, p->ours);
	strings_add(work->arena, &step.parents, p->theirs);
	merged.source = source;
	merged.arena = ARENA_INIT;
	rc = check_steps(&merged, &steps, &options, result, work->arena, err);
	arena_clear(&merged.arena);
	return rc;
}

/* Of the private store alone it cannot be said what it refers to. */
static void note_faults(struct pull *p, const struct check_result *result)
{
	for (size_t i = 0; i < result->findings.count; i++) {
		const struct finding *finding = &result->findings.items[i];

		if (finding->severity != SEVERITY_ERROR)
			continue;
		if (rules[finding->rule].group == GROUP_HISTORY)
			findings_push(&p->report->broken, finding);
		else if (!p->work->catalogue->is_private)
			p->report->faults++;
	}
}

/* The rules of history forbid; what else is wrong came in with a commit that is there already. */
static int judge(void *payload, const char *commit, struct error *err)
{
	struct pull *p = payload;
	auto_source *source = NULL;
	struct check_result result;

	if (source_open_at(p->work->catalogue->source, commit, &source, err) < 0 ||
	    check(p, source, commit, &result, err) < 0)
		return -1;
	note_faults(p, &result);
	if (p->report->broken.count)
		return error_set(err, ERR_DENIED, "%s",
				 tr("the rules of history do not allow this merge"));
	return p->first ? pull_commit(p->first, err) : 0;
}

/* ---- the plan ---- */

/* Files of numbers that both gave do not merge; a dry run has not moved ours away. */
static void leave_doubles_out(struct pull *p)
{
	char id[ID_MAX];

	for (size_t i = 0; i < p->files.count; i++) {
		const struct threeway_file *file =
			list_at(&p->files, struct threeway_file, i);

		if (is_double(p, file, id))
			strings_add(p->work->arena, &p->handled, file->path);
	}
}

int pull_compare(struct pull *p, struct error *err)
{
	if (compare(p, err) < 0)
		return -1;
	if (p->relation == THREEWAY_AHEAD) {
		p->report->ahead = p->threeway ? threeway_ahead(p->threeway) : 0;
		return 0;
	}
	p->report->ahead = threeway_ahead(p->threeway);
	return pull_news(p, err);
}

int pull_plan(struct pull *p, struct error *err)
{
	if ((p->relation == THREEWAY_DIVERGED && pull_find_twins(p, err) < 0) ||
	    renumber(p, err) < 0)
		return -1;
	if (p->relation == THREEWAY_AHEAD)
		return 0;
	p->report->way = p->relation == THREEWAY_BEHIND ? PULL_FORWARD : PULL_MERGED;
	if (p->work->tx_flags & TX_DRY)
		leave_doubles_out(p);
	if (p->relation == THREEWAY_DIVERGED && pull_moved(p, err) < 0)
		return -1;
	return pull_files(p, err);
}

bool pull_is_refused(const struct pull_report *report)
{
	return report->open.count || report->refused.count || report->broken.count;
}

/* ---- the commit ---- */

static int forward(struct pull *p, struct error *err)
{
	if (transaction_advance(p->tx, p->theirs, "gk pull", err) < 0)
		return -1;
	if (!(p->work->tx_flags & TX_DRY))
		memcpy(p->report->commit, p->theirs, strlen(p->theirs) + 1);
	return 0;
}

static int merge(struct pull *p, struct error *err)
{
	auto_buf message = BUF_INIT;

	buf_addf(&message, "pull: merge %s\n\n%s\n", p->report->upstream.name,
		 WORK_TRAILER);
	transaction_judge(p->tx, judge, p);
	if (transaction_join(p->tx, p->theirs, err) < 0)
		return -1;
	return transaction_commit(p->tx, message.s, p->report->commit, err);
}

/* Nothing came in, but what refers to records of the catalogue goes with them. */
static int follow(struct pull *p, struct error *err)
{
	if (!p->across)
		return 0;
	if (across_commit(p->across, err) < 0)
		return -1;
	memcpy(p->report->commit, p->across->commit, sizeof(p->report->commit));
	return 0;
}

int pull_commit(struct pull *p, struct error *err)
{
	switch (p->relation) {
	case THREEWAY_AHEAD:
		return follow(p, err);
	case THREEWAY_BEHIND:
		return forward(p, err);
	case THREEWAY_DIVERGED:
		return merge(p, err);
	}
	return 0;
}
