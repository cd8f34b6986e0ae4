#include <string.h>

#include "base/utf8.h"
#include "cmd/form_private.h"
#include "record/item.h"

/* What the law or the form asks for; of the six elements by the nature of the matter; NULL: nothing. */
static const char *hint_of(const struct asking *asking, const struct question *q)
{
	bool chinese = i18n_language() == LANGUAGE_ZH;
	const struct element_hint *element = NULL;

	if (asking->record->kind == &item_kind &&
	    strncmp(q->path, "elements.", strlen("elements.")) == 0)
		element = element_hint(
			q->named->key,
			(enum item_nature)RECORD(asking->record, struct item)->nature);
	if (element)
		return chinese ? element->zh : element->en;
	return chinese ? q->named->hint_zh : q->named->hint_en;
}

/* What an empty line takes: the value there is, or the one that is suggested. */
static const char *default_of(struct asking *asking, const struct question *q)
{
	if (question_is_set(q, asking->record))
		return value_shown(asking, q, asking->record);
	if (question_is_set(q, asking->suggested))
		return value_shown(asking, q, asking->suggested);
	return NULL;
}

/* How many questions there are in all, and the number of this one among them. */
static void number_of(const struct asking *asking, size_t at, size_t *number,
		      size_t *total)
{
	*number = 1;
	*total = 0;
	for (size_t i = 0; i < asking->count; i++) {
		const struct question *q = &asking->questions[i];
		bool counts = i == at || (q->visited && !q->known) ||
			      (!q->visited && q->asked && question_applies(asking, q));

		*total += counts;
		*number += counts && i != at &&
			   (asking->questions[at].visited ? i < at : q->visited);
	}
}

static void print_default(const struct asking *asking, const char *text)
{
	auto_buf flat = BUF_INIT;
	auto_buf line = BUF_INIT;
	size_t room = asking->app->columns > 6 ? asking->app->columns - 6 : 1;

	buf_adds(&flat, text);
	for (size_t i = 0; i < flat.len; i++)
		if (flat.s[i] == '\n')
			flat.s[i] = ' ';
	utf8_add_fitted(&line, flat.s, room, false);
	(void)fprintf(asking->app->err, "  [%s]\n", line.s);
}

void question_print(struct asking *asking, size_t at)
{
	const struct question *q = &asking->questions[at];
	const char *hint = hint_of(asking, q);
	const char *offered = default_of(asking, q);
	FILE *err = asking->app->err;
	size_t number, total;

	number_of(asking, at, &number, &total);
	(void)fputc('\n', err);
	if (!asking->before)
		(void)fprintf(err, "[%zu/%zu] ", number, total);
	print_styled(err, asking->app->color_err, STYLE_BOLD, question_label(q));
	(void)fprintf(err, "%s\n",
		      question_is_needed(asking, q) ? tr(" (required)") : "");
	if (hint)
		(void)fprintf(err, "  %s\n", hint);
	if (asking->picks.count > 0)
		form_print_picks(asking, NULL, asking->picks.count);
	if (question_is_list(q) || q->field->type == FIELD_REFS ||
	    q->field->type == FIELD_CHOICES)
		(void)fprintf(err, "  %s\n", tr("several: separate them by ;"));
	if (offered)
		print_default(asking, offered);
}

void question_help(const struct asking *asking, const struct question *q)
{
	FILE *err = asking->app->err;

	if (q->named->law)
		(void)fprintf(err, tr("  By: %s\n"), q->named->law);
	if (q->field->type == FIELD_DATE)
		(void)fprintf(err, "  %s\n",
			      tr("a day: 2018-07-04, 2018.7.4, 20180704, 2018年7月4日, "
				 "今天"));
	if (asking->picks.count > 0)
		(void)fprintf(err, "  %s\n",
			      tr("a number of the list, or a part of a name"));
	if (question_is_long(q))
		(void)fprintf(err, "  %s\n",
			      tr("\\ at the end of a line goes on in the next; e opens "
				 "an editor"));
	(void)fprintf(err, "  %s\n",
		      tr("Enter takes what stands in [ ], or leaves the field open; - "
			 "empties it"));
	(void)fprintf(err, "  %s\n",
		      tr("< goes back a field; arrow up brings the value back to be "
			 "changed"));
	(void)fprintf(err, "  %s\n",
		      tr("Ctrl-C leaves without writing and keeps a draft"));
}
