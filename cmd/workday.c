#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "cmd/commands.h"
#include "format/json.h"
#include "law/workday.h"

enum { MAX_DAYS = 100000 };

struct workday_options {
	const char *format;
};

static const struct opt opts[] = {
	{ "format", 'f', OPT_CHOICE, offsetof(struct workday_options, format), NULL,
	  "text|json", N_("how to print the result") },
	OPT_END,
};

static const char *kind_text(enum day_kind kind)
{
	switch (kind) {
	case DAY_WORKING:
		return N_("working day");
	case DAY_MADE_UP:
		return N_("working day (made up)");
	case DAY_WEEKEND:
		return N_("weekend");
	case DAY_HOLIDAY:
		return N_("holiday");
	}
	return "";
}

static void add_day(struct buf *out, struct date day)
{
	static const char *const names[] = { N_("Monday"),    N_("Tuesday"),
					     N_("Wednesday"), N_("Thursday"),
					     N_("Friday"),    N_("Saturday"),
					     N_("Sunday") };
	char iso[DATE_ISO_SIZE];

	buf_addf(out, "%s %s", date_iso(day, iso), tr(names[date_weekday(day)]));
}

static void say_provisional(struct app *app, bool provisional)
{
	if (provisional)
		say(app, tr("gk: provisional: the holidays after %d are not known yet"),
		    app->calendar->last_year);
}

static void print_result(struct app *app, bool json, struct date from, struct date to,
			 int count, bool provisional)
{
	auto_buf out = BUF_INIT;
	char iso[DATE_ISO_SIZE];
	const char *feast = NULL;
	enum day_kind kind = calendar_kind(app->calendar, to, &feast);

	if (json) {
		struct json j;

		json_init(&j, &out, JSON_PRETTY);
		json_open_object(&j);
		json_member(&j, "schema", "gk.workday/1");
		json_member(&j, "from", date_iso(from, iso));
		json_member(&j, "to", date_iso(to, iso));
		json_key(&j, "working-days");
		json_int(&j, count);
		json_key(&j, "provisional");
		json_bool(&j, provisional);
		json_close(&j);
	} else {
		add_day(&out, to);
		buf_addf(&out, "  %s", tr(kind_text(kind)));
		if (feast)
			buf_addf(&out, "  %s", feast);
		if (provisional)
			buf_addf(&out, "  %s", tr("(provisional)"));
		buf_addc(&out, '\n');
	}
	(void)fputs(out.s, app->out);
	say_provisional(app, provisional);
}

static enum exit_status count_between(struct app *app, bool json, const char *range,
				      const char *dots)
{
	struct date from;
	struct date to;
	bool provisional = false;
	const char *start = arena_strndup(&app->arena, range, (size_t)(dots - range));
	int count;

	if (!date_parse_any(start, app->today, &from))
		return complain_usage(app, tr("'%s' is no day; write it as 2026-07-04"),
				      start);
	if (!date_parse_any(dots + 2, app->today, &to))
		return complain_usage(app, tr("'%s' is no day; write it as 2026-07-04"),
				      dots + 2);
	count = workday_between(app->calendar, from, to, &provisional);
	if (json) {
		print_result(app, true, from, to, count, provisional);
		return EXIT_STATUS_OK;
	}
	(void)fprintf(app->out,
		      trn("%d working day%s\n", "%d working days%s\n",
			  (unsigned long)labs(count)),
		      count, provisional ? tr("  (provisional)") : "");
	say_provisional(app, provisional);
	return EXIT_STATUS_OK;
}

/* +20, -5, ＋２０ */
static bool read_offset(const char *text, int *out)
{
	auto_buf folded = BUF_INIT;
	char *end;
	long n;

	utf8_fold_width(&folded, text, strlen(text));
	errno = 0;
	n = strtol(folded.s, &end, 10);
	if (errno || end == folded.s || *end || labs(n) > MAX_DAYS)
		return false;
	*out = (int)n;
	return true;
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct workday_options *o = options;
	bool json = o->format && strcmp(o->format, "json") == 0;
	const char *dots = argc == 1 ? strstr(argv[0], "..") : NULL;
	struct date from;
	struct date to;
	bool provisional = false;
	int count = 0;

	if (dots)
		return count_between(app, json, argv[0], dots);
	if (argc < 1 || argc > 2)
		return complain_usage(app, "%s",
				      tr("give a day and +N, or two days as A..B"));
	if (!date_parse_any(argv[0], app->today, &from))
		return complain_usage(app, tr("'%s' is no day; write it as 2026-07-04"),
				      argv[0]);
	if (argc == 2 && !read_offset(argv[1], &count))
		return complain_usage(app, tr("'%s' is no number of days; write +20"),
				      argv[1]);
	if (argc == 1) {
		to = from;
		provisional = !calendar_knows(app->calendar, from);
	} else {
		to = workday_add(app->calendar, from, count, &provisional);
	}
	print_result(app, json, from, to, count, provisional);
	return EXIT_STATUS_OK;
}

const struct command cmd_workday = {
	.name = "workday",
	.zh = "工作日",
	.args = N_("DATE [+N] | A..B"),
	.summary = N_("count working days, with holidays and days made up"),
	.examples = "  gk workday 2026-09-18 +20\n  gk workday 2026-02-01..2026-02-28\n  "
		    "gk 工作日 今天 +20\n",
	.opts = opts,
	.options_size = sizeof(struct workday_options),
	.needs = NEED_CALENDAR | NEED_IF_ANY,
	.run = run,
};
