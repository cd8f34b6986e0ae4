#include "work/pull.h"

#include <string.h>

#include "base/i18n.h"
#include "work/pull_private.h"

static struct pull pull_of(struct work *work, const struct pull_options *options,
			   struct pull_report *report)
{
	*report = (struct pull_report){ .broken = FINDINGS(work->arena) };
	return (struct pull){ .work = work,
			      .options = options,
			      .report = report,
			      .prefix = source_prefix(work->catalogue->source) };
}

/* ---- what is there to take in ---- */

static int fetch_from(struct pull *p, struct error *err)
{
	const char *dir = source_root(p->work->catalogue->source);
	const struct upstream *upstream = &p->report->upstream;

	if (p->options->fetch && upstream_fetch(dir, upstream, err) < 0)
		return -1;
	return upstream_commit(dir, upstream, p->work->arena, &p->theirs, err);
}

static int fetch(struct pull *p, struct error *err)
{
	const char *dir = source_root(p->work->catalogue->source);

	return upstream_find(dir, p->work->arena, &p->report->upstream, err) < 0
		       ? -1
		       : fetch_from(p, err);
}

/* It need not follow a branch of anybody, and one that is empty on both sides is as it should be. */
static int fetch_private(struct pull *p, struct error *err)
{
	struct source *source = p->work->catalogue->source;
	struct upstream *upstream = &p->report->upstream;

	if (upstream_find(source_root(source), p->work->arena, upstream, err) < 0)
		return err->code == ERR_DENIED ? 0 : -1;
	if (fetch_from(p, err) == 0 ||
	    (err->code == ERR_NOT_FOUND && !source_commit(source)))
		return 0;
	return error_wrap(err, "%s", tr("the private store"));
}

/* ---- both stores ---- */

/* The two that are pulled; the private store may be none. */
struct both {
	struct pull catalogue;
	struct pull private_store; /* `work` NULL: there is none */
	struct across across;
};

static int plan_private(struct both *b, struct error *err)
{
	struct pull *p = &b->private_store;

	p->tx = b->across.tx;
	p->across = &b->across;
	p->ours = transaction_head_commit(p->tx, p->work->arena);
	if (pull_compare(p, err) < 0 || pull_plan(p, err) < 0)
		return error_wrap(err, "%s", tr("the private store"));
	return 0;
}

static int plan(struct both *b, struct error *err)
{
	struct pull *p = &b->catalogue;
	struct list numbers = { 0 };

	if (pull_compare(p, err) < 0 || pull_plan(p, err) < 0)
		return -1;
	pull_numbers(p, &numbers);
	if (across_begin(&b->across, p->work, &numbers, err) < 0)
		return -1;
	return b->private_store.work ? plan_private(b, err) : 0;
}

static bool is_refused(const struct both *b)
{
	return pull_is_refused(b->catalogue.report) ||
	       (b->private_store.work && pull_is_refused(b->private_store.report));
}

/* The private store goes first, when nothing more can be in the way of the catalogue. */
static int commit(struct both *b, struct error *err)
{
	struct pull *p = &b->catalogue;
	struct pull *first = b->private_store.work ? &b->private_store : NULL;

	if (p->relation == THREEWAY_DIVERGED && !(p->work->tx_flags & TX_DRY))
		p->first = first;
	else if (first && pull_commit(first, err) < 0)
		return -1;
	if (pull_commit(p, err) == 0)
		return 0;
	if (first && first->report->commit[0])
		across_tell(err);
	return -1;
}

static int run(struct both *b, struct error *err)
{
	if (plan(b, err) < 0)
		return WORK_FAILED;
	if (is_refused(b))
		return WORK_REFUSED;
	if (commit(b, err) == 0)
		return WORK_DONE;
	return is_refused(b) ? WORK_REFUSED : WORK_FAILED;
}

static int begin(struct both *b, struct transaction **tx, struct error *err)
{
	struct pull *p = &b->catalogue;
	const struct transaction_options how = work_transaction(p->work);

	if (fetch(p, err) < 0 ||
	    (b->private_store.work && fetch_private(&b->private_store, err) < 0) ||
	    transaction_begin(&how, tx, err) < 0)
		return -1;
	p->tx = *tx;
	p->ours = transaction_head_commit(*tx, p->work->arena);
	return 0;
}

int work_pull(struct work *work, const struct pull_options *options,
	      struct pull_report *report, struct error *err)
{
	struct both both = { .catalogue = pull_of(work, options, report) };
	auto_transaction *tx = NULL;
	int outcome;

	if (work->private_store) {
		report->private_store = arena_new(work->arena, struct pull_report);
		both.private_store =
			pull_of(work->private_store, options, report->private_store);
	}
	outcome = begin(&both, &tx, err) < 0 ? WORK_FAILED : run(&both, err);
	threeway_free(both.catalogue.threeway);
	threeway_free(both.private_store.threeway);
	across_release(&both.across);
	return outcome;
}
