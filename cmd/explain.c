#include <string.h>

#include "base/buf.h"
#include "check/check.h"
#include "check/rule_page.h"
#include "cmd/acting.h"
#include "cmd/commands.h"
#include "cmd/explain_law.h"
#include "law/ground.h"
#include "record/describe.h"
#include "work/deadline.h"

enum { MAX_DAYS = 400 };

/* The severity that catalogue.yaml gives it, where that is another. */
static void print_here(struct app *app, const struct rule *rule)
{
	struct findings one = FINDINGS(&app->arena);
	const struct finding finding = { .rule = (enum rule_id)(rule - rules),
					 .severity = rule->severity };
	enum severity here;

	if (!app->catalogue)
		return;
	findings_push(&one, &finding);
	check_settle(app->catalogue, app->today, &one, NULL);
	here = findings_worst(&one);
	if (here != rule->severity)
		(void)fprintf(app->out, tr("In this catalogue: %s\n"),
			      severity_name(here));
}

static void explain_rule(struct app *app, const struct rule *rule)
{
	auto_buf what = BUF_INIT;
	auto_buf mending = BUF_INIT;
	auto_buf standing = BUF_INIT;

	rule_what(rule, &what);
	rule_mending(rule, &mending);
	rule_standing(rule, &standing);
	(void)fprintf(app->out, "%s  (%s, %s)\n", rule->slug,
		      severity_name(rule->severity), group_name(rule->group));
	(void)fprintf(app->out, tr("What:  %s\n"), what.s);
	(void)fprintf(app->out, tr("Why:   %s\n"), tr(rule->why));
	if (mending.len > 0)
		(void)fprintf(app->out, tr("Mend:  %s\n"), mending.s);
	if (rule->law[0])
		(void)fprintf(app->out, tr("Law:   %s\n"), rule->law);
	(void)fputs(standing.s, app->out);
	print_here(app, rule);
}

static void explain_grounds(struct app *app)
{
	size_t count;
	const struct ground *all = grounds(&count);
	bool chinese = i18n_language() == LANGUAGE_ZH;

	for (size_t i = 0; i < count; i++) {
		const struct ground *g = &all[i];

		(void)fprintf(app->out, "%-5s %s  (%s)\n", g->code,
			      chinese ? g->zh : g->en, g->article);
		if (!g->in_catalogue)
			(void)fputs(tr("      never in gk: classified matters are not "
				       "kept on such machines\n"),
				    app->out);
		if (g->needs_reason)
			(void)fputs(tr("      needs the facts behind it\n"), app->out);
		if (g->third_party)
			(void)fputs(tr("      the third party is asked first\n"),
				    app->out);
	}
}

static const char *day_text(enum day_kind kind)
{
	switch (kind) {
	case DAY_WORKING:
		return "";
	case DAY_MADE_UP:
		return tr("worked, made up");
	case DAY_WEEKEND:
		return tr("weekend");
	case DAY_HOLIDAY:
		return tr("holiday");
	}
	return "";
}

static void add_word(struct buf *line, const char *word)
{
	if (word && *word)
		buf_addf(line, "  %s", word);
}

static void print_days(struct app *app, const struct clock *clock)
{
	struct clock_day *days = arena_array(&app->arena, struct clock_day, MAX_DAYS);
	size_t count = clock_days(clock, days, MAX_DAYS);
	char iso[DATE_ISO_SIZE];

	for (size_t i = 0; i < count; i++) {
		const struct clock_day *d = &days[i];

		auto_buf line = BUF_INIT;

		buf_addf(&line, "  %s", date_iso(d->date, iso));
		if (d->counted)
			buf_addf(&line, "  %3d", d->counted);
		else
			buf_adds(&line, "    -");
		add_word(&line, day_text(d->kind));
		add_word(&line, d->name);
		add_word(&line, d->note);
		(void)fprintf(app->out, "%s\n", line.s);
	}
}

static void explain_deadline(struct app *app, const struct deadline *deadline)
{
	const struct clock *clock = &deadline->clock;
	char start[DATE_ISO_SIZE];
	char due[DATE_ISO_SIZE];
	char published[DATE_ISO_SIZE];

	if (deadline->limit)
		(void)fprintf(app->out, tr("Limit: %s (of %s)\n"), deadline->limit,
			      deadline->item);
	else
		(void)fputs(tr("Limit: 20 working days (条例第二十六条)\n"), app->out);
	(void)fprintf(app->out, tr("Start: %s (not counted)\n"),
		      date_iso(clock->start, start));
	print_days(app, clock);
	(void)fprintf(
		app->out, tr("To be disclosed by %s%s\n"), date_iso(clock->due, due),
		clock->provisional ? tr(" (provisional: holidays are not known yet)")
				   : "");
	if (date_is_set(deadline->published))
		(void)fprintf(app->out, tr("Published on %s\n"),
			      date_iso(deadline->published, published));
}

static enum exit_status complain_name(struct app *app, const char *typed)
{
	const struct rule *near = rule_nearest(typed);

	if (near)
		return complain_usage(app,
				      tr("no rule is called '%s'; did you mean '%s'?"),
				      typed, near->slug);
	return complain_usage(app,
			      tr("'%s' is neither a rule nor a field, and there "
				 "is no catalogue here"),
			      typed);
}

static enum exit_status explain_record(struct app *app, const char *text)
{
	struct work work = { .arena = &app->arena,
			     .catalogue = app->catalogue,
			     .index = app->index,
			     .calendar = app->calendar,
			     .today = app->today };
	struct error err = { 0 };
	struct deadline deadline;
	struct record *record;

	if (work_read(&work, NULL, text, &record, &err) < 0) {
		if (err.code == ERR_NOT_FOUND && rule_nearest(text))
			return complain_name(app, text);
		return tell(app, WORK_FAILED, "", NULL, NULL, &err);
	}
	(void)fprintf(app->out, "%s  %s\n", record->common->id, record_title(record));
	if (deadline_of(&work, record, &deadline))
		explain_deadline(app, &deadline);
	else
		(void)fputs(tr("No clock runs for it.\n"), app->out);
	return EXIT_STATUS_OK;
}

/* KIND.FIELD: what the field reference says of it. */
static bool explain_field(struct app *app, const char *text)
{
	const char *dot = strchr(text, '.');
	const struct kind *kind =
		dot ? kind_find(arena_strndup(&app->arena, text, (size_t)(dot - text)))
		    : NULL;
	const struct field *field = kind ? kind_field(kind, dot + 1, true) : NULL;
	bool chinese = i18n_language() == LANGUAGE_ZH;

	if (!field)
		return false;
	(void)fprintf(app->out, "%s  %s / %s\n", text, field->zh, field->en);
	if (chinese ? field->hint_zh : field->hint_en)
		(void)fprintf(app->out, "  %s\n",
			      chinese ? field->hint_zh : field->hint_en);
	for (size_t i = 0; field->choices && i < field->choices->count; i++)
		(void)fprintf(app->out, "  %-16s %s / %s\n",
			      field->choices->items[i].code, field->choices->items[i].zh,
			      field->choices->items[i].en);
	if (field->law)
		(void)fprintf(app->out, tr("Law:   %s\n"), field->law);
	return true;
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	enum rule_id rule;

	(void)options;
	if (argc != 1)
		return complain_usage(
			app, "%s",
			tr("name a rule, a record, KIND.FIELD, a law, or grounds"));
	rule = rule_find(argv[0]);
	if (rule != RULE_COUNT) {
		explain_rule(app, &rules[rule]);
		return EXIT_STATUS_OK;
	}
	if (strcmp(argv[0], "grounds") == 0 || strcmp(argv[0], "法定事由") == 0) {
		explain_grounds(app);
		return EXIT_STATUS_OK;
	}
	if (explain_field(app, argv[0]) || explain_law(app, argv[0]))
		return EXIT_STATUS_OK;
	return app->catalogue ? explain_record(app, argv[0])
			      : complain_name(app, argv[0]);
}

const struct command cmd_explain = {
	.name = "explain",
	.zh = "说明",
	.args = N_("RULE|ID|KIND.FIELD|LAW|grounds"),
	.summary =
		N_("explain a rule, a field, the grounds, or how a due day comes about"),
	.examples = "  gk explain element-missing\n  gk explain 112号\n  gk explain "
		    "item.limit\n  gk explain 《预算法》第十四条\n  gk 说明 法定事由\n",
	.needs = NEED_INDEX | NEED_CALENDAR | NEED_IF_ANY | NEED_REV,
	.run = run,
};
