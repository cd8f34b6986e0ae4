#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "cmd/acting.h"
#include "cmd/commands.h"
#include "cmd/log.h"
#include "cmd/subject.h"
#include "record/describe.h"
#include "record/diff.h"

enum { COMMIT_SHOWN = 7, INDENT = 4, ARROW_COLUMNS = 3 };

struct log_options {
	const char *format;
	struct number limit;
	const char *since;
};

static const struct opt opts[] = {
	{ "format", 'f', OPT_CHOICE, offsetof(struct log_options, format), NULL,
	  "text|json", N_("how to print it") },
	{ "limit", 'n', OPT_COUNT, offsetof(struct log_options, limit), N_("N"), NULL,
	  N_("at most N commits") },
	{ "since", 0, OPT_STRING, offsetof(struct log_options, since), N_("REV"), NULL,
	  N_("only what came after this revision") },
	OPT_END,
};

struct telling {
	struct app *app;
	bool fields;       /* tell each field, else only which records */
	struct json *json; /* NULL: as text */
	size_t told;
	size_t differences; /* of the record told last */
};

/* ---- as text ---- */

/* A value on one line, cut to the columns there are. */
static const char *shown(struct app *app, const char *value, size_t columns)
{
	auto_buf line = BUF_INIT;
	auto_buf cut = BUF_INIT;

	for (const char *p = value; *p; p++)
		buf_add(&line, *p == '\n' ? " " : p, 1);
	utf8_add_fitted(&cut, line.s, columns, false);
	return buf_dup(&cut, &app->arena);
}

static void print_difference(void *payload, const struct difference *d)
{
	struct telling *t = payload;
	struct app *app = t->app;
	size_t used = INDENT + utf8_width(d->label) + 2 + ARROW_COLUMNS;
	size_t room = app->columns > used + 20 ? app->columns - used : 20;

	t->differences++;
	(void)fprintf(app->out, "    %s: ", d->label);
	if (d->was && d->is)
		(void)fprintf(app->out, "%s → %s\n", shown(app, d->was, room / 2),
			      shown(app, d->is, room / 2));
	else if (d->is)
		(void)fprintf(app->out, "+ %s\n", shown(app, d->is, room));
	else
		(void)fprintf(app->out, "- %s\n", shown(app, d->was, room));
}

static const char *verb_of(const struct log_change *change)
{
	if (!change->was)
		return tr("added");
	if (!change->is)
		return tr("gone");
	if (date_is_set(change->is->common->voided.date) &&
	    !date_is_set(change->was->common->voided.date))
		return tr("made void");
	return tr("changed");
}

/* Of catalogue.yaml, which has no number, the name of what it is. */
static const char *id_of(const struct log_change *change)
{
	const struct record *record = change->is ? change->is : change->was;

	return record->kind->id_form == ID_SINGLE
		       ? kind_label(record->kind, i18n_language())
		       : change->id;
}

/* Of a number that was given up, what had it before; nothing for a record without a title. */
static const char *title_of(struct app *app, const struct log_change *change)
{
	const struct record *record = change->is ? change->is : change->was;
	const char *title = record_title(record);

	if (strcmp(title, change->id) == 0 && change->was)
		title = record_title(change->was);
	return strcmp(title, change->id) == 0 ? ""
					      : arena_printf(&app->arena, "  %s", title);
}

static void print_change(struct telling *t, const struct log_change *change)
{
	(void)fprintf(t->app->out, "  %s %s%s\n", verb_of(change), id_of(change),
		      shown(t->app, title_of(t->app, change),
			    t->app->columns > 40 ? t->app->columns - 24 : 20));
	if (!t->fields || !change->was || !change->is)
		return;
	t->differences = 0;
	record_diff(&t->app->arena, change->was, change->is, i18n_language(),
		    print_difference, t);
	if (t->differences == 0)
		(void)fprintf(t->app->out, "    %s\n",
			      tr("only how the file is written"));
}

static void print_text(struct telling *t, const struct log_entry *entry)
{
	const struct range_commit *commit = entry->commit;
	auto_buf head = BUF_INIT;

	log_time(&head, commit);
	buf_addf(&head, "  %s  %s  (%.*s)", commit->author,
		 subject_shown(t->app, commit->message), COMMIT_SHOWN, commit->id);
	print_styled(t->app->out, t->app->color_out, STYLE_BOLD, head.s);
	(void)fputc('\n', t->app->out);
	for (size_t i = 0; i < entry->count; i++)
		print_change(t, &entry->changes[i]);
	if (entry->others > 0)
		(void)fprintf(t->app->out,
			      trn("  and %zu file that is no record\n",
				  "  and %zu files that are no records\n", entry->others),
			      entry->others);
}

/* ---- the command ---- */

static int tell_entry(void *payload, const struct log_entry *entry)
{
	struct telling *t = payload;

	if (!t->json && t->told++ > 0)
		(void)fputc('\n', t->app->out);
	if (t->json)
		log_json(t->app, t->json, entry);
	else
		print_text(t, entry);
	return 0;
}

static int tell_log(struct telling *t, struct work *work,
		    const struct log_request *request, struct error *err)
{
	auto_buf out = BUF_INIT;
	struct json json;
	int done;

	if (!t->json)
		return work_log(work, request, tell_entry, t, err);
	t->json = &json;
	json_init(&json, &out, JSON_PRETTY);
	json_open_object(&json);
	json_member(&json, "schema", "gk.log/1");
	json_key(&json, "commits");
	json_open_array(&json);
	done = work_log(work, request, tell_entry, t, err);
	json_close(&json);
	json_close(&json);
	if (done == 0)
		(void)fwrite(out.s, 1, out.len, t->app->out);
	return done;
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct log_options *o = options;
	struct json asked;
	struct telling telling = { .app = app, .fields = argc == 1 };
	struct log_request request = { .to = app->rev,
				       .since = o->since,
				       .limit = o->limit.set ? (size_t)o->limit.n : 0 };
	struct work work = { .arena = &app->arena,
			     .catalogue = app->catalogue,
			     .index = app->index };
	struct index_row row;
	struct error err = { 0 };

	if (argc > 1)
		return complain_usage(app, "%s", tr("name one record, or none for all"));
	if (argc == 1) {
		if (work_find(&work, NULL, argv[0], &row, &err) < 0)
			return tell(app, WORK_FAILED, "", NULL, NULL, &err);
		request.path = row.path;
	}
	if (o->format && strcmp(o->format, "json") == 0)
		telling.json = &asked;
	if (tell_log(&telling, &work, &request, &err) < 0)
		return complain_error(app, &err);
	return EXIT_STATUS_OK;
}

const struct command cmd_log = {
	.name = "log",
	.zh = "变更",
	.args = N_("[OPTION]... [ID]"),
	.summary = N_("who changed a record and when, field by field"),
	.examples =
		"  gk log mz-0003\n  gk log 112号 --limit 3\n  gk log --since v2025\n",
	.opts = opts,
	.options_size = sizeof(struct log_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_REV,
	.run = run,
};
