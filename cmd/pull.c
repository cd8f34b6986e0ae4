#include "cmd/pull.h"

#include <string.h>

#include "cmd/acting.h"
#include "cmd/commands.h"
#include "work/private_store.h"

struct pull_command {
	bool no_fetch;
	const char *prefer;
	struct strings take;
};

#define AT(member) offsetof(struct pull_command, member)

static const struct opt opts[] = {
	{ "prefer", 0, OPT_CHOICE, AT(prefer), NULL, "ours|theirs",
	  N_("which side holds where both changed a value, each to another") },
	{ "take", 0, OPT_LIST, AT(take), N_("ID.FIELD=SIDE"), NULL,
	  N_("the same for one value: ours, theirs, or base, which is what it was") },
	{ "no-fetch", 0, OPT_FLAG, AT(no_fetch), NULL, NULL,
	  N_("take in what git fetched last, without asking the other repository") },
	OPT_END,
};

static enum exit_status check_takes(struct app *app, const struct strings *takes)
{
	for (size_t i = 0; i < takes->count; i++) {
		const char *equals = strrchr(takes->items[i], '=');

		if (!equals || equals == takes->items[i] ||
		    pull_side(equals + 1) == MERGE_NONE)
			return complain_usage(
				app,
				tr("--take: '%s' is not ID.FIELD=ours, =theirs or =base"),
				takes->items[i]);
	}
	return EXIT_STATUS_OK;
}

static enum exit_status fail(struct app *app, const struct error *err)
{
	enum exit_status status = complain_error(app, err);

	return err->code == ERR_DENIED || err->code == ERR_NOT_FOUND
		       ? EXIT_STATUS_FINDINGS
		       : status;
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct pull_command *o = options;
	struct pull_answers answers = { .app = app,
					.prefer = o->prefer,
					.take = o->take };
	const struct pull_options how = { .fetch = !o->no_fetch,
					  .choose = pull_answer,
					  .payload = &answers };
	const struct index_options in_memory = { .memory = app->no_cache };
	auto_private_store store = { .catalogue = NULL };
	struct pull_report report;
	struct error err = { 0 };
	struct work work;
	enum exit_status status;
	int outcome;

	if (argc > 0)
		return complain_usage(
			app,
			tr("'%s' is too much: gk pull takes in the branch that "
			   "this one follows"),
			argv[0]);
	status = check_takes(app, &o->take);
	if (status != EXIT_STATUS_OK)
		return status;
	if (acting_work(app, &work, &err) < 0 ||
	    private_store_open(&store, &work, &in_memory, &err) < 0)
		return complain_error(app, &err);
	outcome = work_pull(&work, &how, &report, &err);
	return outcome == WORK_FAILED ? fail(app, &err)
				      : pull_print(app, outcome, &report, &o->take);
}

const struct command cmd_pull = {
	.name = "pull",
	.zh = "拉取",
	.args = N_("[OPTION]..."),
	.summary = N_("take in what others have committed, merged by fields"),
	.examples = "  gk pull\n  gk pull --dry-run\n"
		    "  gk pull --take 2018-00112.title=theirs\n",
	.opts = opts,
	.options_size = sizeof(struct pull_command),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE | NEED_CALENDAR,
	.run = run,
};
