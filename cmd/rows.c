#include "cmd/rows.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "format/json.h"
#include "record/describe.h"
#include "record/state.h"

enum { ID_COLUMNS = 18, STATE_COLUMNS = 12, LEAST_TITLE = 20 };

struct printing {
	struct app *app;
	const char *format;
	struct json *json;
	size_t count;
};

static const char *state_label(const char *code)
{
	const struct choice *choice =
		choice_of(&record_states, choice_find(&record_states, code, false));

	return choice ? choice_label(choice, i18n_language()) : "";
}

/* A row fits the terminal: a long title is cut, an id never. */
static void print_text(struct app *app, const struct index_row *row)
{
	size_t used = ID_COLUMNS + STATE_COLUMNS + 4;
	size_t room =
		app->columns > used + LEAST_TITLE ? app->columns - used : LEAST_TITLE;
	auto_buf line = BUF_INIT;

	/* One that cannot be read has no id: its path says which file it is. */
	if (!row->id[0]) {
		(void)fprintf(app->out, "-  %s\n", row->path);
		return;
	}
	buf_adds(&line, row->id);
	for (size_t i = utf8_width(row->id); i < ID_COLUMNS; i++)
		buf_addc(&line, ' ');
	buf_adds(&line, "  ");
	utf8_add_fitted(&line, state_label(row->state), STATE_COLUMNS, true);
	buf_adds(&line, "  ");
	utf8_add_fitted(&line, row->title, room, false);
	(void)fprintf(app->out, "%s\n", line.s);
}

static int print_row(void *payload, const struct index_row *row)
{
	struct printing *p = payload;

	p->count++;
	if (p->json) {
		json_open_object(p->json);
		json_member(p->json, "id", row->id);
		json_member(p->json, "kind", row->kind);
		json_member(p->json, "title", row->title);
		json_member(p->json, "state", row->state);
		json_member(p->json, "path", row->path);
		json_close(p->json);
	} else if (p->format && strcmp(p->format, "ids") == 0) {
		(void)fprintf(p->app->out, "%s\n", row->id);
	} else if (p->format && strcmp(p->format, "tsv") == 0) {
		(void)fprintf(p->app->out, "%s\t%s\t%s\t%s\t%s\n", row->id, row->kind,
			      row->state, row->title, row->path);
	} else {
		print_text(p->app, row);
	}
	return 0;
}

int print_rows(struct app *app, const struct index_query *query, const char *format,
	       size_t *count, struct error *err)
{
	bool as_json = format && strcmp(format, "json") == 0;
	struct printing p = { .app = app, .format = format };
	auto_buf out = BUF_INIT;
	struct json json;
	int r;

	if (as_json) {
		json_init(&json, &out, JSON_PRETTY);
		json_open_object(&json);
		json_member(&json, "schema", "gk.list/1");
		json_key(&json, "records");
		json_open_array(&json);
		p.json = &json;
	}
	r = index_each(app->index, query, print_row, &p, err);
	if (as_json && r == 0) {
		json_close(&json);
		json_close(&json);
		(void)fwrite(out.s, 1, out.len, app->out);
	}
	*count = p.count;
	return r;
}
