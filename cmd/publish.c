#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "cmd/acting.h"
#include "cmd/commands.h"
#include "cmd/outgoing.h"
#include "work/publish.h"

struct publish_command_options {
	const char *channel;
	const char *url;
	struct date date;
	const char *out;
	bool render_only;
	const char *format;
};

#define AT(member) offsetof(struct publish_command_options, member)

static const struct opt opts[] = {
	{ "channel", 0, OPT_STRING, AT(channel), N_("CHANNEL"), NULL,
	  N_("where it appeared; the first government website without it") },
	{ "url", 0, OPT_STRING, AT(url), N_("URL"), NULL,
	  N_("the address at which it appeared") },
	{ "date", 0, OPT_DATE, AT(date), N_("DATE"), NULL,
	  N_("the day on which it really appeared; today without it") },
	{ "out", 'o', OPT_STRING, AT(out), N_("DIR"), NULL,
	  N_("where the site goes; public in the catalogue without it") },
	{ "render-only", 0, OPT_FLAG, AT(render_only), NULL, NULL,
	  N_("make the site of what is published, and record nothing") },
	{ "format", 'f', OPT_CHOICE, AT(format), NULL, "text|json",
	  N_("how to print the plan") },
	OPT_END,
};

/* What an action is called: code for scripts, sign and word for people. */
static const struct {
	const char *code;
	const char *text;
	enum style style;
} actions[] = {
	[PUBLISH_NEW] = { "new", N_("new"), STYLE_GREEN },
	[PUBLISH_CHANGED] = { "changed", N_("changed"), STYLE_GREEN },
	[PUBLISH_CURRENT] = { "current", N_("current"), STYLE_DIM },
	[PUBLISH_REFUSED] = { "refused", N_("refused"), STYLE_RED },
	[PUBLISH_WAITING] = { "waiting", N_("waiting"), STYLE_YELLOW },
	[PUBLISH_WITHDRAWN] = { "withdrawn", N_("withdrawn"), STYLE_DIM },
	[PUBLISH_CLOSED] = { "closed", N_("not disclosed"), STYLE_DIM },
};

static void print_reasons(struct app *app, const struct publish_row *row)
{
	for (size_t i = 0; i < row->reasons.count; i++) {
		auto_buf text = BUF_INIT;
		auto_buf hint = BUF_INIT;

		finding_text(&row->reasons.items[i], &text);
		finding_hint(&row->reasons.items[i], &hint);
		(void)fprintf(app->out, "    %s", text.s);
		if (hint.len > 0)
			(void)fprintf(app->out, "  →  %s", hint.s);
		(void)fputc('\n', app->out);
	}
}

static void print_plan(struct app *app, const struct publish_plan *plan)
{
	size_t counts[ARRAY_LEN(actions)] = { 0 };

	for (size_t i = 0; i < plan->count; i++) {
		const struct publish_row *row = &plan->rows[i];

		counts[row->action]++;
		if (row->action == PUBLISH_CURRENT || row->action == PUBLISH_CLOSED ||
		    row->action == PUBLISH_WITHDRAWN)
			continue;
		print_styled(app->out, app->color_out, actions[row->action].style,
			     tr(actions[row->action].text));
		(void)fprintf(app->out, "  %s  %s\n", row->id, row->title);
		if (row->action == PUBLISH_WAITING && row->was_published)
			(void)fprintf(app->out, "    %s\n",
				      tr("it was changed: its page leaves the site until "
					 "it is published again"));
		print_reasons(app, row);
	}
	say(app,
	    tr("gk: %zu new, %zu changed, %zu current, %zu waiting, %zu refused, %zu not "
	       "disclosed"),
	    counts[PUBLISH_NEW], counts[PUBLISH_CHANGED], counts[PUBLISH_CURRENT],
	    counts[PUBLISH_WAITING], counts[PUBLISH_REFUSED], counts[PUBLISH_CLOSED]);
}

static void print_plan_json(struct app *app, const struct publish_plan *plan)
{
	auto_buf out = BUF_INIT;
	struct json json;

	json_init(&json, &out, JSON_PRETTY);
	json_open_object(&json);
	json_member(&json, "schema", "gk.publish/1");
	json_key(&json, "records");
	json_open_array(&json);
	for (size_t i = 0; i < plan->count; i++) {
		const struct publish_row *row = &plan->rows[i];

		json_open_object(&json);
		json_member(&json, "id", row->id);
		json_member(&json, "kind", row->kind);
		json_member(&json, "action", actions[row->action].code);
		json_key(&json, "reasons");
		json_open_array(&json);
		for (size_t k = 0; k < row->reasons.count; k++)
			json_string(&json, rules[row->reasons.items[k].rule].slug);
		json_close(&json);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	(void)fwrite(out.s, 1, out.len, app->out);
}

static bool has_refused(const struct publish_plan *plan)
{
	for (size_t i = 0; i < plan->count; i++)
		if (plan->rows[i].action == PUBLISH_REFUSED)
			return true;
	return false;
}

/* The events first, the site after: a site that cannot be written can be made again. */
static enum exit_status publish(struct app *app, struct work *work,
				const struct publish_command_options *o, int argc,
				char **argv)
{
	const struct publish_options options = { .ids = (const char *const *)argv,
						 .count = (size_t)argc,
						 .channel = o->channel,
						 .url = o->url,
						 .date = o->date };
	struct publish_plan plan = { 0 };
	struct work_done done = { 0 };
	struct error err = { 0 };
	int outcome;

	if (publish_plan(work, &options, &plan, &err) < 0)
		return tell(app, WORK_FAILED, "", NULL, NULL, &err);
	if (o->format && strcmp(o->format, "json") == 0)
		print_plan_json(app, &plan);
	else
		print_plan(app, &plan);
	if (has_refused(&plan)) {
		say(app, "%s", tr("gk: nothing was published"));
		return EXIT_STATUS_FINDINGS;
	}
	if (app->dry_run)
		return EXIT_STATUS_OK;
	outcome = publish_commit(work, &options, &plan, &done, &err);
	if (outcome == WORK_FAILED)
		return tell(app, outcome, "", NULL, NULL, &err);
	if (done.ids.count > 0)
		say(app, tr("gk: published: %zu (commit %.7s)"), done.ids.count,
		    done.commit);
	return EXIT_STATUS_OK;
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct publish_command_options *o = options;
	struct error err = { 0 };
	struct work work;
	enum exit_status status = EXIT_STATUS_OK;

	if (o->url && argc != 1)
		return complain_usage(app, "%s", tr("--url goes with one record"));
	if (date_is_set(o->date) && date_compare(o->date, app->today) > 0)
		return complain_usage(app, "%s", tr("--date lies in the future"));
	if (acting_work(app, &work, &err) < 0)
		return complain_error(app, &err);
	if (!app->dry_run && outgoing_check(app, o->out, &err) < 0)
		return complain_error(app, &err);
	if (!o->render_only)
		status = publish(app, &work, o, argc, argv);
	if (status != EXIT_STATUS_OK || app->dry_run)
		return status;
	return outgoing_site(app, &work, o->out);
}

const struct command cmd_publish = {
	.name = "publish",
	.zh = "发布",
	.args = N_("[OPTION]... [ID]..."),
	.summary = N_("publish what is cleared and complete, and make the site"),
	.examples = "  gk publish --dry-run\n  gk publish\n  gk 发布 112号\n  gk publish "
		    "--render-only -o /srv/site\n",
	.opts = opts,
	.options_size = sizeof(struct publish_command_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE | NEED_CALENDAR,
	.run = run,
};
