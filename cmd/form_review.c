#include "cmd/form_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "record/describe.h"

enum { ROWS = 3 }; /* of a value; the rest is seen in the field itself */

/* Questions that the review lists: those that the record has, and those that hold something. */
static bool is_listed(const struct asking *asking, const struct question *q)
{
	return question_is_set(q, asking->record) ||
	       (q->asked && question_applies(asking, q)) ||
	       (asking->before && question_is_needed(asking, q) &&
		question_applies(asking, q));
}

static void add_indent(size_t indent, struct buf *out)
{
	buf_addc(out, '\n');
	for (size_t i = 0; i < indent; i++)
		buf_addc(out, ' ');
}

/* What is left of a text in one row, with … where it does not fit. */
static void add_rest(const char *text, size_t room, struct buf *out)
{
	auto_buf rest = BUF_INIT;

	buf_adds(&rest, text);
	for (size_t i = 0; i < rest.len; i++)
		if (rest.s[i] == '\n')
			rest.s[i] = ' ';
	utf8_add_fitted(out, rest.s, room, false);
}

/* A value in rows below each other. */
static void add_value(const char *text, size_t indent, size_t columns, struct buf *out)
{
	size_t room = columns > indent + 10 ? columns - indent - 1 : 10;

	for (size_t row = 1; *text; row++) {
		size_t line = strcspn(text, "\n");
		size_t fit = utf8_fit_line(text, room);
		size_t len = fit < line ? fit : line;

		if (row > 1)
			add_indent(indent, out);
		if (row == ROWS) {
			add_rest(text, room, out);
			return;
		}
		buf_add(out, text, len);
		text += len;
		text += strspn(text, len < line ? " " : "\n");
	}
}

size_t form_review_number(const struct asking *asking, const struct question *q)
{
	size_t number = 0;

	for (size_t i = 0; i < asking->count; i++) {
		number += is_listed(asking, &asking->questions[i]);
		if (&asking->questions[i] == q)
			return is_listed(asking, q) ? number : 0;
	}
	return 0;
}

static void print_row(struct asking *asking, const struct question *q, size_t number)
{
	size_t label_columns = i18n_language() == LANGUAGE_ZH ? 20 : 28;
	auto_buf line = BUF_INIT;

	bool differs =
		asking->before && !question_is_same(q, asking->before, asking->record);

	buf_addf(&line, "%3zu%s", number, differs ? "*" : " ");
	utf8_add_fitted(&line, question_label(q), label_columns, true);
	buf_adds(&line, "  ");
	if (question_is_set(q, asking->record))
		add_value(value_shown(asking, q, asking->record), label_columns + 6,
			  asking->app->columns, &line);
	else if (question_is_needed(asking, q))
		buf_adds(&line, tr("(missing)"));
	while (line.len > 0 && line.s[line.len - 1] == ' ')
		buf_truncate(&line, line.len - 1);
	(void)fprintf(asking->app->err, "%s\n", line.s);
}

static void print_page(struct asking *asking)
{
	size_t number = 0;

	(void)fputc('\n', asking->app->err);
	print_styled(asking->app->err, asking->app->color_err, STYLE_BOLD,
		     tr("Please check"));
	(void)fprintf(asking->app->err,
		      asking->before ? tr(" (%s, changed by %s; * is what differs)\n")
				     : tr(" (%s, entered by %s)\n"),
		      asking->before ? asking->before->common->id
				     : kind_label(asking->record->kind, i18n_language()),
		      asking->work.typist ? asking->work.typist : "");
	for (size_t i = 0; i < asking->count; i++)
		if (is_listed(asking, &asking->questions[i]))
			print_row(asking, &asking->questions[i], ++number);
}

/* The question of a number on the page; asking->count when there is none. */
static size_t by_number(const struct asking *asking, const char *typed)
{
	char *end;
	long n = strtol(typed, &end, 10);

	if (*end || end == typed || n < 1)
		return asking->count;
	for (size_t i = 0; i < asking->count; i++)
		if (is_listed(asking, &asking->questions[i]) && --n == 0)
			return i;
	return asking->count;
}

/* By key or label, those included that the page does not list. */
static size_t by_name(struct asking *asking, const char *typed)
{
	struct arena *arena = &asking->app->arena;
	struct picks fields = { 0 };
	size_t *rows = arena_array(arena, size_t, asking->count);
	size_t count;

	if (strspn(typed, "0123456789") == strlen(typed))
		return asking->count;
	for (size_t i = 0; i < asking->count; i++) {
		const struct question *q = &asking->questions[i];

		strings_add(arena,
			    &picks_add(arena, &fields, q->path, question_label(q))->names,
			    q->field->zh);
	}
	count = picks_find(&fields, typed, rows);
	if (count == 1)
		return rows[0];
	if (count > 1) {
		asking->picks = fields;
		for (size_t i = 0; i < count; i++) {
			const struct question *q = &asking->questions[rows[i]];

			(void)fprintf(asking->app->err, "  %s (%s)\n", question_label(q),
				      q->path);
		}
	}
	return asking->count;
}

static void print_help(const struct asking *asking)
{
	(void)fprintf(asking->app->err, "  %s\n  %s\n  %s\n",
		      tr("Enter writes the record; n leaves it and keeps the draft"),
		      tr("a number or the name of a field goes to that field, one that "
			 "is not listed too"),
		      tr("< goes back to the last field"));
}

/* y, n, <, ?, a field; anything else is asked again. */
static enum step take(struct asking *asking, const char *typed, size_t *at)
{
	auto_buf folded = BUF_INIT;

	utf8_fold_search(&folded, typed, strlen(typed));
	if (folded.len == 0 || strcmp(folded.s, "y") == 0 ||
	    strcmp(folded.s, "yes") == 0 || strcmp(folded.s, "是") == 0)
		return STEP_NEXT;
	if (strcmp(folded.s, "n") == 0 || strcmp(folded.s, "no") == 0 ||
	    strcmp(folded.s, "否") == 0)
		return STEP_STOP;
	if (strcmp(folded.s, "<") == 0)
		return STEP_BACK;
	if (strcmp(folded.s, "?") == 0) {
		print_help(asking);
		*at = asking->count;
		return STEP_AGAIN;
	}
	*at = by_number(asking, folded.s);
	if (*at == asking->count)
		*at = by_name(asking, folded.s);
	if (*at == asking->count)
		(void)fprintf(asking->app->err, tr("  '%s' is no field of this page\n"),
			      typed);
	return STEP_AGAIN;
}

enum step form_review(struct asking *asking, size_t *at)
{
	auto_buf line = BUF_INIT;
	enum step step;
	size_t faults;

	print_page(asking);
	faults = form_check_all(asking);
	form_note_public(asking);
	(void)fprintf(asking->app->err, "\n%s\n",
		      tr("A number changes that field; ? helps; < goes back"));
	do {
		enum prompt_answer r =
			prompt_read(asking->prompt, tr("Write it? [Y/n] "), NULL, &line);

		if (r == PROMPT_STOP || r == PROMPT_END)
			return STEP_STOP;
		step = take(asking, line.s, at);
		if (step == STEP_NEXT && faults > 0) {
			(void)fprintf(asking->app->err, "  %s\n",
				      tr("the errors above have to be mended first; n "
					 "leaves and keeps the draft"));
			*at = asking->count;
			step = STEP_AGAIN;
		}
	} while (step == STEP_AGAIN && *at == asking->count);
	return step;
}
