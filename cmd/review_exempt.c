#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "cmd/acting.h"
#include "cmd/commands.h"
#include "record/describe.h"
#include "record/disclosure.h"
#include "work/review.h"

struct review_options {
	const char *decide;
	const char *reason;
	const char *by;
	const char *approved_by;
	const char *round;
	struct date date;
	struct date next;
	struct number within;
	bool all;
	const char *format;
};

#define AT(member) offsetof(struct review_options, member)

static const struct opt opts[] = {
	{ "decide", 0, OPT_STRING, AT(decide), N_("DECISION"), NULL,
	  N_("keep, disclose, disclose-part, on-request, declassified, transferred, or "
	     "in Chinese") },
	{ "reason", 0, OPT_STRING, AT(reason), N_("TEXT"), NULL,
	  N_("the facts behind the decision") },
	{ "by", 0, OPT_STRING, AT(by), N_("NAME"), NULL, N_("who assessed it") },
	{ "approved-by", 0, OPT_STRING, AT(approved_by), N_("NAME"), NULL,
	  N_("who approved the decision") },
	{ "round", 0, OPT_STRING, AT(round), N_("NAME"), NULL,
	  N_("the round of assessment it belongs to") },
	{ "date", 0, OPT_DATE, AT(date), N_("DATE"), NULL,
	  N_("the day of the assessment; today without it") },
	{ "next", 0, OPT_DATE, AT(next), N_("DATE"), NULL,
	  N_("when to assess it again; by the period of its ground without it") },
	{ "within", 0, OPT_COUNT, AT(within), N_("DAYS"), NULL,
	  N_("list what is due within DAYS days (30)") },
	{ "all", 'a', OPT_FLAG, AT(all), NULL, NULL,
	  N_("list everything that is withheld or given on request") },
	{ "format", 'f', OPT_CHOICE, AT(format), NULL, "text|json",
	  N_("how to print the list") },
	OPT_END,
};

enum { WITHIN_DEFAULT = 30, ID_COLUMNS = 12, GROUND_COLUMNS = 6, DUE_COLUMNS = 12 };

static void add_when(struct buf *out, const struct review_row *row)
{
	if (row->days < 0)
		buf_addf(out,
			 trn("overdue by %d day", "overdue by %d days",
			     (unsigned long)-row->days),
			 -row->days);
	else if (row->days == 0)
		buf_adds(out, tr("due today"));
	else
		buf_addf(out, trn("in %d day", "in %d days", (unsigned long)row->days),
			 row->days);
}

static void print_row(struct app *app, const struct review_row *row)
{
	char iso[DATE_ISO_SIZE];
	auto_buf line = BUF_INIT;
	auto_buf when = BUF_INIT;

	utf8_add_fitted(&line, row->id, ID_COLUMNS, true);
	buf_addc(&line, ' ');
	utf8_add_fitted(&line, row->ground ? row->ground : "-", GROUND_COLUMNS, true);
	buf_addc(&line, ' ');
	utf8_add_fitted(&line, date_iso(row->due, iso), DUE_COLUMNS, true);
	(void)fputs(line.s, app->out);
	add_when(&when, row);
	print_styled(app->out, app->color_out, row->days < 0 ? STYLE_RED : STYLE_NONE,
		     when.s);
	(void)fprintf(app->out, "  %s\n", row->title);
}

static void print_json(struct app *app, const struct review_list *list)
{
	char iso[DATE_ISO_SIZE];
	auto_buf out = BUF_INIT;
	struct json json;

	json_init(&json, &out, JSON_PRETTY);
	json_open_object(&json);
	json_member(&json, "schema", "gk.review/1");
	json_key(&json, "records");
	json_open_array(&json);
	for (size_t i = 0; i < list->count; i++) {
		const struct review_row *row = &list->rows[i];

		json_open_object(&json);
		json_member(&json, "id", row->id);
		json_member(&json, "title", row->title);
		json_member(&json, "unit", row->unit);
		json_member(&json, "attribute",
			    choice_code(&disclosure_attributes, row->attribute));
		json_member(&json, "ground", row->ground);
		if (date_is_set(row->last))
			json_member(&json, "last", date_iso(row->last, iso));
		json_member(&json, "due", date_iso(row->due, iso));
		json_key(&json, "days");
		json_int(&json, row->days);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	(void)fwrite(out.s, 1, out.len, app->out);
}

static enum exit_status list_due(struct app *app, struct work *work,
				 const struct review_options *o)
{
	int within = o->within.set ? (int)o->within.n : WITHIN_DEFAULT;
	struct review_list list = { 0 };
	struct error err = { 0 };

	if (review_due(work, o->all ? -1 : within, &list, &err) < 0)
		return complain_error(app, &err);
	if (o->format && strcmp(o->format, "json") == 0) {
		print_json(app, &list);
		return EXIT_STATUS_OK;
	}
	for (size_t i = 0; i < list.count; i++)
		print_row(app, &list.rows[i]);
	if (list.count == 0)
		say(app,
		    trn("gk: nothing is due for assessment within %d day",
			"gk: nothing is due for assessment within %d days",
			(unsigned long)within),
		    within);
	else
		say(app,
		    tr("gk: %zu to assess; gk review-exempt ID --decide keep|disclose|… "
		       "--reason TEXT records a decision"),
		    list.count);
	return EXIT_STATUS_OK;
}

static enum exit_status decide(struct app *app, struct work *work,
			       const struct review_options *o, const char *id)
{
	struct event event = { .date = o->date,
			       .by = o->by ? o->by : work->typist,
			       .reason = o->reason,
			       .next = o->next,
			       .round = o->round,
			       .approved_by = o->approved_by,
			       .decision =
				       choice_find(&review_decisions, o->decide, true) };
	struct findings findings = FINDINGS(&app->arena);
	struct work_done done = { 0 };
	struct date deadline;
	struct error err = { 0 };
	char iso[DATE_ISO_SIZE];
	enum exit_status status;

	if (!event.decision)
		return complain_usage(app,
				      tr("--decide: '%s' is no decision; gk help "
					 "review-exempt names them"),
				      o->decide);
	if (!o->reason || !*o->reason)
		return complain_usage(
			app, "%s",
			tr("give the facts behind the decision: --reason TEXT"));
	if (date_is_set(o->date) && date_compare(o->date, app->today) > 0)
		return complain_usage(app, "%s", tr("--date lies in the future"));
	if (date_is_set(o->next) &&
	    date_compare(o->next, date_is_set(o->date) ? o->date : app->today) <= 0)
		return complain_usage(app, "%s",
				      tr("--next does not lie after the assessment"));
	status = tell(app, review_decide(work, id, &event, &done, &deadline, &err),
		      tr("assessed"), &done, &findings, &err);
	if (status == EXIT_STATUS_OK && date_is_set(deadline))
		say(app,
		    tr("gk: to be disclosed by %s (20 working days, 条例第二十六条)"),
		    date_iso(deadline, iso));
	return status;
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct review_options *o = options;
	struct error err = { 0 };
	struct work work;

	if (argc > 1)
		return complain_usage(app, "%s", tr("assess one record at a time"));
	if (argc == 1 && !o->decide)
		return complain_usage(app, "%s",
				      tr("say what was decided: --decide "
					 "keep|disclose|disclose-part|on-request"));
	if (argc == 0 && o->decide)
		return complain_usage(app, "%s", tr("name the record that was assessed"));
	if (acting_work(app, &work, &err) < 0)
		return complain_error(app, &err);
	return argc == 1 ? decide(app, &work, o, argv[0]) : list_due(app, &work, o);
}

const struct command cmd_review_exempt = {
	.name = "review-exempt",
	.zh = "复核",
	.args = N_("[OPTION]... [ID]"),
	.summary =
		N_("list what is withheld and due for assessment, or record a decision"),
	.examples = "  gk review-exempt\n"
		    "  gk review-exempt 2018-00201 --decide keep --by 李某 --reason "
		    "案件仍在办理\n"
		    "  gk 复核 --all --format=json\n",
	.opts = opts,
	.options_size = sizeof(struct review_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE | NEED_CALENDAR,
	.run = run,
};
