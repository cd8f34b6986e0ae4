#include "work/pull.h"

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
	       file->theirs.oid && !pull_same(&file->ours, &file->theirs);
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
	buf_addf(out, "\n%s\n", WORK_TRAILER);
}

static int compare(struct pull *p, struct error *err)
{
	const char *dir = source_root(p->work->catalogue->source);

	threeway_free(p->threeway);
	p->threeway = NULL;
	p->files = (struct list){ 0 };
	if (threeway_open(dir, p->ours, p->theirs, &p->threeway, err) < 0)
		return -1;
	if (threeway_relation(p->threeway) == THREEWAY_AHEAD)
		return 0;
	return threeway_files(p->threeway, p->work->arena, &p->files, err);
}

/* Ours get other numbers, in a commit of their own on which the merge goes. */
static int renumber(struct pull *p, struct error *err)
{
	struct arena *arena = p->work->arena;
	struct renumbering *list =
		arena_array(arena, struct renumbering, p->files.count + 1);
	char commit[OID_HEX_SIZE];
	struct renumber_order order = { .list = list };
	auto_buf message = BUF_INIT;
	size_t count, dropped;

	if (find_doubles(p, list, &count, &dropped, err) < 0)
		return -1;
	order.count = count;
	if (count &&
	    work_renumber_put(p->work, p->tx, &order, &p->report->numbers, err) < 0)
		return -1;
	if ((!count && !dropped) || p->work->tx_flags & TX_DRY)
		return 0;
	say_numbers(p, &message);
	if (transaction_stack(p->tx, message.s, commit, err) < 0)
		return -1;
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

/* The rules of history forbid; what else is wrong came in with a commit that is there already. */
static int judge(void *payload, const char *commit, struct error *err)
{
	struct pull *p = payload;
	const struct source_options where = {
		.dir = source_root(p->work->catalogue->source), .rev = commit
	};
	auto_source *source = NULL;
	struct check_result result;

	if (source_open(&where, &source, err) < 0 ||
	    check(p, source, commit, &result, err) < 0)
		return -1;
	for (size_t i = 0; i < result.findings.count; i++) {
		const struct finding *finding = &result.findings.items[i];

		if (finding->severity != SEVERITY_ERROR)
			continue;
		if (rules[finding->rule].group == GROUP_HISTORY)
			findings_push(&p->report->broken, finding);
		else
			p->report->faults++;
	}
	if (p->report->broken.count)
		return error_set(err, ERR_DENIED, "%s",
				 tr("the rules of history do not allow this merge"));
	return 0;
}

/* ---- the commit ---- */

static int forward(struct pull *p, struct error *err)
{
	p->report->way = PULL_FORWARD;
	if (pull_files(p, err) < 0 ||
	    transaction_advance(p->tx, p->theirs, "gk pull", err) < 0)
		return WORK_FAILED;
	if (!(p->work->tx_flags & TX_DRY))
		memcpy(p->report->commit, p->theirs, strlen(p->theirs) + 1);
	return WORK_DONE;
}

static bool is_refused(const struct pull_report *report)
{
	return report->open.count || report->refused.count || report->broken.count;
}

static int merge(struct pull *p, struct error *err)
{
	struct pull_report *report = p->report;
	auto_buf message = BUF_INIT;

	report->way = PULL_MERGED;
	if (pull_moved(p, err) < 0 || pull_files(p, err) < 0)
		return WORK_FAILED;
	if (is_refused(report))
		return WORK_REFUSED;
	buf_addf(&message, "pull: merge %s\n\n%s\n", report->upstream.name, WORK_TRAILER);
	transaction_judge(p->tx, judge, p);
	if (transaction_join(p->tx, p->theirs, err) < 0 ||
	    transaction_commit(p->tx, message.s, report->commit, err) < 0)
		return is_refused(report) ? WORK_REFUSED : WORK_FAILED;
	return WORK_DONE;
}

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

static int run(struct pull *p, struct error *err)
{
	enum threeway_relation relation;

	if (compare(p, err) < 0)
		return WORK_FAILED;
	relation = threeway_relation(p->threeway);
	p->report->ahead = threeway_ahead(p->threeway);
	if (relation == THREEWAY_AHEAD)
		return WORK_DONE;
	if (pull_news(p, err) < 0)
		return WORK_FAILED;
	if (relation == THREEWAY_BEHIND)
		return forward(p, err);
	if (renumber(p, err) < 0)
		return WORK_FAILED;
	if (p->work->tx_flags & TX_DRY)
		leave_doubles_out(p);
	return merge(p, err);
}

static int fetch(struct pull *p, struct error *err)
{
	struct arena *arena = p->work->arena;
	const char *dir = source_root(p->work->catalogue->source);
	struct upstream *upstream = &p->report->upstream;

	if (upstream_find(dir, arena, upstream, err) < 0)
		return -1;
	if (p->options->fetch &&
	    upstream_fetch(dir, upstream, p->options->quiet, err) < 0)
		return -1;
	return upstream_commit(dir, upstream, arena, &p->theirs, err);
}

int work_pull(struct work *work, const struct pull_options *options,
	      struct pull_report *report, struct error *err)
{
	const struct transaction_options how = work_transaction(work);
	struct source *source = work->catalogue->source;
	auto_transaction *tx = NULL;
	struct pull pull = { .work = work,
			     .options = options,
			     .report = report,
			     .prefix = source_prefix(source) };
	int outcome;

	*report = (struct pull_report){ .broken = FINDINGS(work->arena) };
	if (fetch(&pull, err) < 0 || transaction_begin(&how, &tx, err) < 0)
		return WORK_FAILED;
	pull.tx = tx;
	pull.ours = transaction_head_commit(tx, work->arena);
	outcome = run(&pull, err);
	threeway_free(pull.threeway);
	return outcome;
}
