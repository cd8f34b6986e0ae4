#include "cmd/acting.h"
#include "cmd/commands.h"
#include "record/event.h"

struct clear_options {
	const char *step;
	const char *verdict;
	const char *by;
	const char *post;
	struct date date;
	const char *proof;
	const char *opinion;
	const char *file;
};

#define AT(member) offsetof(struct clear_options, member)

static const struct opt opts[] = {
	{ "step", 0, OPT_STRING, AT(step), N_("STEP"), NULL,
	  N_("which review: first, second, final, secrecy, legal, … or its Chinese "
	     "name") },
	{ "verdict", 0, OPT_STRING, AT(verdict), N_("VERDICT"), NULL,
	  N_("pass (the default), part, request, withhold, return, refer") },
	{ "by", 0, OPT_STRING, AT(by), N_("NAME"), NULL, N_("who signed") },
	{ "post", 0, OPT_STRING, AT(post), N_("POST"), NULL,
	  N_("the post of who signed") },
	{ "date", 0, OPT_DATE, AT(date), N_("DATE"), NULL,
	  N_("the day of the signature; today without it") },
	{ "proof", 0, OPT_STRING, AT(proof), N_("PROOF"), NULL,
	  N_("how it was signed: paper, oa, message, oral") },
	{ "opinion", 0, OPT_STRING, AT(opinion), N_("TEXT"), NULL,
	  N_("the opinion, when it does not just pass") },
	{ "file", 0, OPT_STRING, AT(file), N_("NAME"), NULL,
	  N_("the attachment that shows the signature") },
	OPT_END,
};

/* A value of a choice by code, Chinese name or alias; 0 after complaining. */
static int choose(struct app *app, const char *option, const struct choices *choices,
		  const char *text)
{
	int value = choice_find(choices, text, true);

	if (!value)
		(void)complain_usage(
			app, tr("--%s: there is no '%s'; gk help clear names them"),
			option, text);
	return value;
}

static enum exit_status read_event(struct app *app, const struct clear_options *o,
				   struct event *event)
{
	*event = (struct event){ .date = o->date,
				 .by = o->by,
				 .post = o->post,
				 .opinion = o->opinion,
				 .file = o->file,
				 .verdict = VERDICT_PASS };
	if (!o->step)
		return complain_usage(
			app, "%s",
			tr("say which review: --step first|second|final|secrecy|legal"));
	if (!o->by || !*o->by)
		return complain_usage(app, "%s", tr("say who signed: --by NAME"));
	if (date_is_set(o->date) && date_compare(o->date, app->today) > 0)
		return complain_usage(app, "%s", tr("--date lies in the future"));
	event->step = choose(app, "step", &clear_steps, o->step);
	if (!event->step)
		return EXIT_STATUS_USAGE;
	if (o->verdict &&
	    !(event->verdict = choose(app, "verdict", &clear_verdicts, o->verdict)))
		return EXIT_STATUS_USAGE;
	if (event->verdict != VERDICT_PASS && (!o->opinion || !*o->opinion))
		return complain_usage(app, "%s",
				      tr("say what was found: --opinion TEXT"));
	event->proof = choose(app, "proof", &clear_proofs, o->proof ? o->proof : "paper");
	return event->proof ? EXIT_STATUS_OK : EXIT_STATUS_USAGE;
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	struct findings findings = FINDINGS(&app->arena);
	struct work_done done = { 0 };
	struct error err = { 0 };
	struct event event;
	struct work work;
	enum exit_status status;
	int outcome;

	if (argc == 0)
		return complain_usage(app, "%s", tr("name the records that were signed"));
	status = read_event(app, options, &event);
	if (status != EXIT_STATUS_OK)
		return status;
	if (acting_work(app, &work, &err) < 0)
		return complain_error(app, &err);
	outcome = work_clear(&work, (const char *const *)argv, (size_t)argc, &event,
			     &done, &err);
	return tell(app, outcome, tr("cleared"), &done, &findings, &err);
}

const struct command cmd_clear = {
	.name = "clear",
	.zh = "审查",
	.args = N_("[OPTION]... ID..."),
	.summary = N_("record who reviewed and signed a document before it goes out"),
	.examples = "  gk clear 2018-00112 --step first --by 张某 --post 党政办主任 "
		    "--proof paper\n"
		    "  gk 审查 112号 --step 终审 --by 李某\n",
	.opts = opts,
	.options_size = sizeof(struct clear_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE,
	.run = run,
};
