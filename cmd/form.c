#include "cmd/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "cmd/acting.h"
#include "record/describe.h"
#include "record/item.h"

enum { LINE_SIZE = 8192, CHOICES_SHOWN = 20, BACK = -1, DONE = -2 };

/* One question: a field that the table marks, by its path. */
struct question {
	const struct field *field;
	const char *path;
};

struct form {
	struct app *app;
	const struct kind *kind;
	struct record *record;
	struct question *questions;
	size_t count;
	size_t room;
};

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void collect(struct form *form, const struct fields *fields, const char *prefix)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];
		const char *path = arena_printf(&form->app->arena, "%s%s%s", prefix,
						*prefix ? "." : "", field->key);

		if (!(field->flags & FIELD_ASKED))
			continue;
		if (field->type == FIELD_GROUP && !(field->flags & FIELD_SHORTHAND)) {
			collect(form, field->sub, path);
			continue;
		}
		form->questions =
			array_grow(&form->app->arena, form->questions, form->count,
				   &form->room, sizeof(struct question));
		form->questions[form->count++] =
			(struct question){ .field = field, .path = path };
	}
}

/* What the law or the form asks for; of the six elements by the nature of the matter. */
static const char *hint(const struct form *form, const struct question *q)
{
	bool chinese = i18n_language() == LANGUAGE_ZH;
	const struct element_hint *element = NULL;

	if (form->kind == &item_kind &&
	    strncmp(q->path, "elements.", strlen("elements.")) == 0)
		element = element_hint(
			q->field->key,
			(enum item_nature)RECORD(form->record, struct item)->nature);
	if (element)
		return chinese ? element->zh : element->en;
	return chinese ? q->field->hint_zh : q->field->hint_en;
}

/* The values to choose from; those of its first field where a group is typed in short. */
static const struct choices *choices_of(const struct field *field)
{
	if (field->type == FIELD_GROUP && (field->flags & FIELD_SHORTHAND))
		return field->sub->items[0].choices;
	return field->choices;
}

static void print_choices(const struct form *form, const struct choices *choices)
{
	auto_buf line = BUF_INIT;

	for (size_t i = 0; i < choices->count && i < CHOICES_SHOWN; i++) {
		auto_buf one = BUF_INIT;

		buf_addf(&one, "%zu %s", i + 1,
			 choice_label(&choices->items[i], i18n_language()));
		if (line.len > 0 &&
		    utf8_width(line.s) + utf8_width(one.s) + 3 > form->app->columns) {
			(void)fprintf(form->app->err, "  %s\n", line.s);
			buf_reset(&line);
		}
		buf_addf(&line, "%s%s", line.len ? "  " : "", one.s);
	}
	if (line.len > 0)
		(void)fprintf(form->app->err, "  %s\n", line.s);
}

static void print_question(const struct form *form, const struct question *q,
			   size_t number)
{
	const char *text = hint(form, q);
	bool required = q->field->need == NEED_REQUIRED;

	(void)fprintf(form->app->err, "\n[%zu/%zu] ", number + 1, form->count);
	print_styled(form->app->err, form->app->color_err, STYLE_BOLD,
		     field_label(q->field, i18n_language()));
	(void)fprintf(form->app->err, "%s\n", required ? tr(" (required)") : "");
	if (text)
		(void)fprintf(form->app->err, "  %s\n", text);
	if (choices_of(q->field))
		print_choices(form, choices_of(q->field));
	else if (q->field->type == FIELD_STRINGS || q->field->type == FIELD_LIST ||
		 q->field->type == FIELD_REFS)
		(void)fprintf(form->app->err, "  %s\n",
			      tr("several: separate them by ;"));
	(void)fputs("> ", form->app->err);
	(void)fflush(form->app->err);
}

/* Numbers of a list of choices become their codes; anything else stays as it was typed. */
static const char *by_number(const struct form *form, const struct choices *choices,
			     const char *typed)
{
	auto_buf folded = BUF_INIT;
	auto_buf out = BUF_INIT;
	char *end;

	utf8_fold_width(&folded, typed, strlen(typed));
	for (const char *p = folded.s; *p; p = end) {
		long n = strtol(p, &end, 10);

		if (end == p || n < 1 || (size_t)n > choices->count)
			return typed;
		buf_addf(&out, "%s%s", out.len ? ";" : "", choices->items[n - 1].code);
		end += strspn(end, " ,;\t");
	}
	return out.len ? buf_dup(&out, &form->app->arena) : typed;
}

static int print_known(void *payload, const struct index_row *row)
{
	const struct app *app = payload;

	(void)fprintf(app->err, "    %s %s\n", row->id, row->title);
	return 0;
}

/* Says which record a typed name means; false when none or several. */
static bool check_reference(const struct form *form, const struct field *field,
			    const char *typed)
{
	const struct index_query known = { .kind = field->ref, .limit = CHOICES_SHOWN };
	struct index_row *rows;
	struct error err;
	size_t count;

	if (field->type != FIELD_REF || (field->flags & FIELD_OPEN_REF))
		return true;
	if (index_resolve(form->app->index, &form->app->arena, field->ref, typed, &rows,
			  &count, &err) < 0)
		return true;
	if (count == 1) {
		(void)fprintf(form->app->err, "  = %s %s\n", rows[0].id, rows[0].title);
		return true;
	}
	(void)fprintf(form->app->err, tr("  '%s' is not known; there are:\n"), typed);
	if (index_each(form->app->index, &known, print_known, form->app, &err) < 0)
		(void)complain_error(form->app, &err);
	return false;
}

/* BACK, DONE (end of input), 0 to ask again, 1 answered. */
static int answer(struct form *form, const struct question *q)
{
	const struct read_options options = { .flags = READ_LABELS,
					      .today = form->app->today };
	char line[LINE_SIZE];
	const char *typed;
	size_t len;

	if (!fgets(line, sizeof(line), stdin))
		return DONE;
	typed = utf8_trim(line, strcspn(line, "\r\n"), &len);
	typed = arena_strndup(&form->app->arena, typed, len);
	if (strcmp(typed, "<") == 0 || strcmp(typed, "＜") == 0)
		return BACK;
	if (strcmp(typed, "?") == 0 || strcmp(typed, "？") == 0) {
		(void)fprintf(form->app->err, "  %s\n  %s\n",
			      q->field->law ? q->field->law : "",
			      tr("< goes back a field; an empty line leaves it open; "
				 "Ctrl-C leaves without writing"));
		return 0;
	}
	if (len == 0)
		return 1;
	if (choices_of(q->field))
		typed = by_number(form, choices_of(q->field), typed);
	if (!check_reference(form, q->field, typed))
		return 0;
	if (record_assign(&form->app->arena, form->record, q->path, typed, &options))
		return 1;
	(void)input_complain(form->app, form->record, q->path);
	form->record->problem_count = 0;
	return 0;
}

static enum exit_status confirm(struct form *form)
{
	auto_buf text = BUF_INIT;
	char line[LINE_SIZE];

	record_describe(form->record, i18n_language(), &text);
	(void)fprintf(form->app->err, "\n%s\n%s ", text.s, tr("Write it? [Y/n]"));
	(void)fflush(form->app->err);
	if (!fgets(line, sizeof(line), stdin) || line[0] == 'n' || line[0] == 'N' ||
	    strncmp(line, "否", strlen("否")) == 0) {
		say(form->app, "%s", tr("gk: nothing was written"));
		return EXIT_STATUS_FINDINGS;
	}
	return EXIT_STATUS_OK;
}

enum exit_status form_confirm(struct app *app, struct record *record, struct input *input)
{
	struct form form = { .app = app, .kind = record->kind, .record = record };
	const struct kind *kind = record->kind;
	size_t i = 0;

	collect(&form, &kind->fields, "");
	say(app,
	    trn("%s: %zu question. ? helps, < goes back, an empty line leaves a field "
		"open.",
		"%s: %zu questions. ? helps, < goes back, an empty line leaves a field "
		"open.",
		form.count),
	    i18n_language() == LANGUAGE_ZH ? kind->zh : kind->en, form.count);
	while (i < form.count) {
		int r;

		print_question(&form, &form.questions[i], i);
		r = answer(&form, &form.questions[i]);
		if (r == DONE) {
			(void)fputc('\n', app->err);
			say(app, "%s", tr("gk: nothing was written"));
			return EXIT_STATUS_FINDINGS;
		}
		if (r == BACK)
			i -= i > 0 ? 1 : 0;
		else if (r > 0)
			i++;
	}
	input_add(app, input, form.record);
	return confirm(&form);
}

enum exit_status form_fill(struct app *app, const struct kind *kind, struct input *input)
{
	return form_confirm(app, record_new(&app->arena, kind), input);
}
