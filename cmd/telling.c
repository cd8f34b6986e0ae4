#include "cmd/telling.h"

#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/file.h"

/* ---- which forms, and where to ---- */

static enum exit_status complain_form(struct app *app, const char *name, size_t len)
{
	size_t count;
	const struct form *all = forms(&count);
	auto_buf names = BUF_INIT;

	for (size_t i = 0; i < count; i++)
		buf_addf(&names, "%s%s", i ? "|" : "", all[i].name);
	return complain_usage(app, tr("--%s: '%s' is none of %s"), TELLING_FORMAT,
			      arena_strndup(&app->arena, name, len), names.s);
}

static const struct outlet *outlet_to(const struct telling *telling, const char *file)
{
	for (size_t i = 0; i < telling->count; i++) {
		const char *taken = telling->outlets[i].file;

		if (taken && file ? strcmp(taken, file) == 0 : taken == file)
			return &telling->outlets[i];
	}
	return NULL;
}

static enum exit_status add_outlet(struct app *app, struct telling *telling,
				   const char *typed)
{
	size_t len = strcspn(typed, "=");
	const struct form *form = form_find(typed, len);
	const char *file = typed[len] ? typed + len + 1 : NULL;
	const struct outlet *other;

	if (!form)
		return complain_form(app, typed, len);
	if (file && !*file)
		return complain_usage(app, tr("--%s: '%s' names no file"), TELLING_FORMAT,
				      typed);
	if (file && (strcmp(file, "-") == 0 || strcmp(file, "/dev/stdout") == 0))
		file = NULL;
	other = outlet_to(telling, file);
	if (other && !file)
		return complain_usage(app,
				      tr("--%s: only one form can go to standard output; "
					 "write one of them into a file: %s=FILE"),
				      TELLING_FORMAT, form->name);
	if (other)
		return complain_usage(app, tr("--%s: two forms for the file '%s'"),
				      TELLING_FORMAT, file);
	telling->outlets[telling->count++] =
		(struct outlet){ .form = form, .file = file };
	return EXIT_STATUS_OK;
}

enum exit_status telling_parse(struct app *app, const struct strings *typed,
			       struct telling *out)
{
	enum exit_status status = EXIT_STATUS_OK;

	*out = (struct telling){ .outlets = arena_array(&app->arena, struct outlet,
							typed->count + 1) };
	for (size_t i = 0; i < typed->count && status == EXIT_STATUS_OK; i++)
		status = add_outlet(app, out, typed->items[i]);
	return typed->count ? status : add_outlet(app, out, "text");
}

/* ---- writing ---- */

/* A pipe or a device is written to, a file replaced as a whole. */
static int write_file(const char *path, const struct buf *text, struct error *err)
{
	struct stat st;
	FILE *file;
	bool failed;

	if (lstat(path, &st) < 0 || S_ISREG(st.st_mode))
		return file_write(path, text->s, text->len, FILE_FAST, err);
	file = fopen(path, "a");
	if (!file)
		return error_errno(err, "'%s'", path);
	failed = fwrite(text->s, 1, text->len, file) != text->len;
	if (fclose(file) != 0 || failed)
		return error_errno(err, "'%s'", path);
	return 0;
}

static enum exit_status write_outlet(struct app *app, const struct outlet *outlet,
				     struct told told)
{
	auto_buf text = BUF_INIT;
	struct error err;

	told.person = !outlet->file && app->terminal_out;
	told.color = !outlet->file && app->color_out;
	told.columns = app->columns;
	if (outlet->form->flags & FORM_WORDS)
		telling_add_words(app, &told);
	outlet->form->write(&told, &text);
	/* Whether it arrived on standard output is seen when the program ends. */
	if (!outlet->file)
		(void)fwrite(text.s, 1, text.len, app->out);
	else if (strcmp(outlet->file, "/dev/stderr") == 0)
		(void)fwrite(text.s, 1, text.len, app->err);
	else if (write_file(outlet->file, &text, &err) < 0)
		return complain_error(app, &err);
	return EXIT_STATUS_OK;
}

static void say_totals(struct app *app, const struct check_result *result)
{
	const struct findings *f = &result->findings;
	size_t errors = findings_count(f, SEVERITY_ERROR);
	size_t warnings = findings_count(f, SEVERITY_WARNING);
	size_t notes = findings_count(f, SEVERITY_INFO);
	auto_buf line = BUF_INIT;

	buf_addf(&line, trn("gk: %zu record: ", "gk: %zu records: ", result->records),
		 result->records);
	buf_addf(&line, trn("%zu error, ", "%zu errors, ", errors), errors);
	buf_addf(&line, trn("%zu warning, ", "%zu warnings, ", warnings), warnings);
	buf_addf(&line, trn("%zu note", "%zu notes", notes), notes);
	say(app, "%s", line.s);
	if (result->waived.count > 0)
		say(app,
		    trn("gk: %zu finding is waived in its record",
			"gk: %zu findings are waived in their records",
			result->waived.count),
		    result->waived.count);
	if (result->known.count > 0)
		say(app,
		    trn("gk: %zu finding is in the baseline and does not count",
			"gk: %zu findings are in the baseline and do not count",
			result->known.count),
		    result->known.count);
}

enum exit_status telling_print(struct app *app, const struct telling *telling,
			       const void *options, const struct strings *paths,
			       struct check_result *result)
{
	struct told told = telling_made(app, options, paths, result);
	const struct outlet *out = outlet_to(telling, NULL);
	enum exit_status status = EXIT_STATUS_OK;

	for (size_t i = 0; i < telling->count; i++)
		if (write_outlet(app, &telling->outlets[i], told) != EXIT_STATUS_OK)
			status = EXIT_STATUS_FAILED;
	if (!out || (out->form->flags & FORM_TOTALS))
		say_totals(app, result);
	if (status == EXIT_STATUS_OK &&
	    findings_worst(&result->findings) == SEVERITY_ERROR)
		status = EXIT_STATUS_FINDINGS;
	return status;
}
