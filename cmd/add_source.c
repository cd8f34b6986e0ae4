#include "cmd/add_source.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "cmd/acting.h"
#include "cmd/form.h"
#include "cmd/prompt.h"
#include "record/item.h"
#include "work/like.h"
#include "work/template.h"

/* ---- rows of the standard catalogue ---- */

/* What has been chosen so far. */
struct choosing {
	struct app *app;
	struct template_rows rows;
	size_t *found;
	size_t count;
};

static void print_rows(const struct choosing *c, FILE *out)
{
	const char *field = "";

	for (size_t i = 0; i < c->rows.count; i++) {
		const struct template_row *row = &c->rows.items[i];
		const struct item *item = RECORD(row->record, struct item);

		if (strcmp(field, row->field) != 0)
			(void)fprintf(out, "%s\n", row->field);
		field = row->field;
		(void)fprintf(out, "%4zu %s · %s\n", i + 1,
			      item->group ? item->group : "",
			      item->title ? item->title : "");
	}
}

/* The rows of one name; false, and it is said, when there are none. */
static bool choose(struct choosing *c, const char *name)
{
	size_t *more = arena_array(&c->app->arena, size_t, c->rows.count);
	size_t count = work_template_find(&c->rows, &c->app->arena, name, more);

	for (size_t i = 0; i < count; i++) {
		bool known = false;

		for (size_t k = 0; k < c->count; k++)
			known = known || c->found[k] == more[i];
		if (!known)
			c->found[c->count++] = more[i];
	}
	return count > 0;
}

/* Several names or numbers, with ; or blanks between. */
static bool choose_several(struct choosing *c, const char *typed)
{
	auto_buf folded = BUF_INIT;
	static const char *const signs = ";, \t";

	utf8_fold_width(&folded, typed, strlen(typed));
	for (const char *p = folded.s + strspn(folded.s, signs); *p;
	     p += strspn(p, signs)) {
		size_t len = strcspn(p, signs);
		const char *name = arena_strndup(&c->app->arena, p, len);

		if (!choose(c, name)) {
			(void)fprintf(c->app->err, tr("  no row is called '%s'\n"), name);
			return false;
		}
		p += len;
	}
	return c->count > 0;
}

/* Ask at the terminal until something is chosen. */
static enum exit_status ask_rows(struct choosing *c)
{
	struct prompt *prompt = prompt_open(c->app);
	auto_buf line = BUF_INIT;
	enum prompt_answer r = PROMPT_LINE;

	print_rows(c, c->app->err);
	(void)fprintf(c->app->err, "\n%s\n",
		      tr("Which? Numbers, a field, a first-level matter; several with ; "
			 "between"));
	while (c->count == 0 && (r == PROMPT_LINE || r == PROMPT_BROKEN)) {
		r = prompt_read(prompt, "> ", NULL, &line);
		if (r == PROMPT_LINE && !choose_several(c, line.s))
			c->count = 0;
	}
	prompt_close(prompt);
	if (c->count > 0)
		return EXIT_STATUS_OK;
	say(c->app, "%s", tr("gk: nothing was written"));
	return EXIT_STATUS_FINDINGS;
}

static enum exit_status choose_rows(struct choosing *c, const struct strings *names,
				    bool *listed)
{
	bool asks = false;

	for (size_t i = 0; i < names->count; i++) {
		asks = asks || !*names->items[i];
		if (*names->items[i] && !choose(c, names->items[i]))
			return complain_usage(
				c->app,
				tr("--template: no row is called '%s'; gk add "
				   "item --template lists them"),
				names->items[i]);
	}
	*listed = asks && !c->app->interactive;
	if (*listed)
		print_rows(c, c->app->out);
	return asks && !*listed ? ask_rows(c) : EXIT_STATUS_OK;
}

static enum exit_status read_templates(struct app *app, const struct kind *kind,
				       const struct strings *names, struct input *input)
{
	struct choosing c = { .app = app };
	struct error err = { 0 };
	struct work work;
	enum exit_status status;
	bool listed = false;

	if (kind != &item_kind)
		return complain_usage(app, "%s", tr("--template is for items (事项)"));
	if (acting_work(app, &work, &err) < 0 ||
	    work_templates(&work, app->data_dir, &c.rows, &err) < 0)
		return complain_error(app, &err);
	c.found = arena_array(&app->arena, size_t, c.rows.count + 1);
	status = choose_rows(&c, names, &listed);
	for (size_t i = 0; status == EXIT_STATUS_OK && !listed && i < c.count; i++)
		input_add(app, input, c.rows.items[c.found[i]].record);
	return status;
}

/* ---- all sources ---- */

static enum exit_status read_like(struct app *app, const struct kind *kind,
				  const char *like, struct input *input)
{
	struct findings none = FINDINGS(&app->arena);
	struct error err = { 0 };
	struct record *record;
	struct work work;

	if (acting_work(app, &work, &err) < 0)
		return complain_error(app, &err);
	if (work_like(&work, kind, like, &record, &err) < 0)
		return tell(app, WORK_FAILED, "", &(struct work_done){ 0 }, &none, &err);
	input_add(app, input, record);
	return EXIT_STATUS_OK;
}

static enum exit_status read_source(struct app *app, const struct kind *kind,
				    const struct add_source *source, struct input *input)
{
	if (source->from)
		return input_read(app, kind, source->from, input);
	if (source->like)
		return read_like(app, kind, source->like, input);
	if (source->templates->count > 0)
		return read_templates(app, kind, source->templates, input);
	input_add(app, input, record_new(&app->arena, kind));
	return EXIT_STATUS_OK;
}

/* One record that somebody still has to complete goes through the form; of several only the unit is asked. */
static enum exit_status complete(struct app *app, struct input *input)
{
	struct record *record = input->records[0];

	if (input->count > 1)
		return form_ask_for(app, input, "unit");
	input->count = 0;
	return form_complete(app, record, input);
}

enum exit_status add_source_read(struct app *app, const struct kind *kind,
				 const struct add_source *source, struct input *input)
{
	bool copied = source->like || source->templates->count > 0;
	enum exit_status status = read_source(app, kind, source, input);

	for (size_t i = 0; status == EXIT_STATUS_OK && i < input->count; i++)
		for (size_t k = 0; status == EXIT_STATUS_OK && k < source->set->count;
		     k++)
			status = input_assign(app, input->records[i],
					      source->set->items[k]);
	if (status != EXIT_STATUS_OK || !copied || input->count == 0 ||
	    source->set->count > 0)
		return status;
	if (app->interactive)
		return complete(app, input);
	return complain_usage(
		app, "%s", tr("say with --set what differs; at a terminal gk add asks"));
}
