#include "cmd/import.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "cmd/acting.h"
#include "cmd/input.h"
#include "cmd/prompt.h"
#include "record/path.h"

/* ---- what was typed ---- */

static enum exit_status read_map(struct app *app, const struct import_typed *typed,
				 struct import_options *out)
{
	struct buf bytes = BUF_INIT;
	struct error err = { 0 };
	struct yaml_tree tree;
	const char *copy;
	size_t len;

	if (!typed->map)
		return EXIT_STATUS_OK;
	if (file_read(typed->map, YAML_MAX_BYTES, &bytes, &err) < 0) {
		buf_release(&bytes);
		return complain_error(app, &err);
	}
	len = bytes.len;
	copy = buf_dup(&bytes, &app->arena);
	buf_release(&bytes);
	yaml_parse(&app->arena, copy, len, &tree);
	if (!tree.root || tree.problem_count > 0)
		return complain_usage(
			app, tr("--map: '%s' is no YAML (line %u)"), typed->map,
			tree.problem_count ? tree.problems[0].place.line : 1);
	if (import_map_check(out->kind, tree.root, &err) < 0)
		return complain_usage(app, "--map: %s", err.text);
	out->map = tree.root;
	return EXIT_STATUS_OK;
}

/* FIELD=VALUE, the field by its path. */
static enum exit_status read_fill(struct app *app, const char *text,
				  struct import_options *out, struct assignment *fill)
{
	const struct read_options options = { .flags = READ_LABELS, .today = app->today };
	struct record *trial = record_new(&app->arena, out->kind);
	const char *equals = strchr(text, '=');
	struct field_path way;
	auto_buf path = BUF_INIT;

	if (!equals || equals == text)
		return complain_usage(app, tr("--set: '%s' is not FIELD=VALUE"), text);
	fill->field = arena_strndup(&app->arena, text, (size_t)(equals - text));
	fill->value = equals + 1;
	if (!record_assign(&app->arena, trial, fill->field, fill->value, &options))
		return input_complain(app, trial,
				      arena_printf(&app->arena, "--set %s", text));
	if (strncmp(fill->field, "x-", 2) != 0 &&
	    field_path_find(out->kind, fill->field, true, &way)) {
		field_path_text(&way, &path);
		fill->field = buf_dup(&path, &app->arena);
	}
	return EXIT_STATUS_OK;
}

static enum exit_status settle(struct app *app, const struct import_typed *typed,
			       struct import_options *out)
{
	struct assignment *fill =
		arena_array(&app->arena, struct assignment, typed->set.count);
	enum exit_status status = EXIT_STATUS_OK;

	out->unit = typed->unit;
	out->sheet = typed->sheet;
	out->new_only = typed->new_only;
	out->update_only = typed->update_only;
	out->partial = typed->partial;
	out->fill = fill;
	out->fill_count = typed->set.count;
	if (out->new_only && out->update_only)
		return complain_usage(app, "%s",
				      tr("--new-only and --update-only exclude each "
					 "other"));
	for (size_t i = 0; status == EXIT_STATUS_OK && i < typed->set.count; i++)
		status = read_fill(app, typed->set.items[i], out, &fill[i]);
	return status == EXIT_STATUS_OK ? read_map(app, typed, out) : status;
}

/* ---- doing it ---- */

/* What the file does not have, or the person did not say, is a wrong line. */
static enum exit_status complain(struct app *app, const struct error *err)
{
	enum exit_status status = complain_error(app, err);

	return err->code == ERR_NOT_FOUND || err->code == ERR_AMBIGUOUS
		       ? EXIT_STATUS_USAGE
		       : status;
}

/* An import while it is carried out, at a terminal twice: tried, agreed to, done. */
struct carrying {
	struct work work;
	struct import_options options;
	struct grid_book book;
	struct import import;
	struct findings findings;
	struct work_done done;
	struct import_told told;
	bool as_json;
};

static enum exit_status carry_out(struct carrying *c, bool trial)
{
	struct work work = c->work;
	struct error err = { 0 };
	int outcome;

	work.tx_flags |= trial ? TX_DRY : 0;
	c->findings = FINDINGS(work.arena);
	c->done = (struct work_done){ 0 };
	if (import_read(&work, &c->options, &c->book, &c->import, &err) < 0)
		return complain(c->told.app, &err);
	outcome = import_commit(&work, &c->options, &c->import, &c->findings, &c->done,
				&err);
	if (outcome == WORK_FAILED)
		return complain_error(c->told.app, &err);
	c->told.refused = outcome == WORK_REFUSED;
	return EXIT_STATUS_OK;
}

/* Whether there is something to write and the person says so. */
static bool is_agreed(const struct carrying *c)
{
	struct app *app = c->told.app;
	const size_t *counts = c->import.counts;
	struct prompt *prompt;
	auto_buf question = BUF_INIT;
	char key;

	buf_addf(&question, tr("Write %zu new and %zu changed records? [Y/n] "),
		 counts[IMPORT_ADD], counts[IMPORT_CHANGE]);
	(void)fflush(app->out);
	prompt = prompt_open(app);
	key = prompt_key(prompt, question.s, "yn");
	prompt_close(prompt);
	if (key != 'y')
		say(app, "%s", tr("gk: nothing was written"));
	return key == 'y';
}

static enum exit_status import_rows(struct carrying *c, bool asks)
{
	const size_t *counts = c->import.counts;
	enum exit_status status = carry_out(c, asks);

	if (status != EXIT_STATUS_OK)
		return status;
	if (c->as_json) {
		import_json_print(&c->told);
	} else {
		import_text_print(&c->told);
		if (asks && !c->told.refused &&
		    counts[IMPORT_ADD] + counts[IMPORT_CHANGE] > 0) {
			if (!is_agreed(c))
				return EXIT_STATUS_FINDINGS;
			status = carry_out(c, false);
			if (status != EXIT_STATUS_OK)
				return status;
		}
		import_end_print(&c->told);
	}
	return counts[IMPORT_FAULTY] > 0 ? EXIT_STATUS_FINDINGS : EXIT_STATUS_OK;
}

enum exit_status import_table(struct app *app, const struct import_typed *typed,
			      const struct kind *kind, const char *path)
{
	struct carrying *c = arena_new(&app->arena, struct carrying);
	struct error err = { 0 };
	enum exit_status status;

	c->options.kind = kind;
	c->as_json = typed->format && strcmp(typed->format, "json") == 0;
	c->told = (struct import_told){ .app = app,
					.file = path,
					.import = &c->import,
					.findings = &c->findings,
					.done = &c->done };
	status = settle(app, typed, &c->options);
	if (status != EXIT_STATUS_OK)
		return status;
	if (acting_work(app, &c->work, &err) < 0 ||
	    grid_read(&app->arena, app->inspector, path, &c->book, &err) < 0)
		return complain_error(app, &err);
	return import_rows(c, app->interactive && !app->dry_run && !typed->yes &&
				      !c->as_json);
}
