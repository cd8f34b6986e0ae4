#include "cmd/form_private.h"

#include <string.h>

#include "base/utf8.h"
#include "cmd/editor.h"

/* One sign, in half or full width. */
static bool is_sign(const char *typed, const char *narrow, const char *wide)
{
	return strcmp(typed, narrow) == 0 || strcmp(typed, wide) == 0;
}

/* Whether a line says that the next belongs to it; the sign is taken away. */
static bool goes_on(struct buf *line)
{
	if (line->len == 0 || line->s[line->len - 1] != '\\')
		return false;
	buf_truncate(line, line->len - 1);
	return true;
}

/* The lines behind one that ends with \. */
static enum prompt_answer read_lines(struct asking *asking, struct buf *text)
{
	auto_buf line = BUF_INIT;
	enum prompt_answer r = PROMPT_LINE;

	while (r == PROMPT_LINE && goes_on(text)) {
		r = prompt_read(asking->prompt, "… ", NULL, &line);
		if (r != PROMPT_BROKEN)
			buf_addf(text, "\n%s", line.s);
	}
	return r;
}

/* Read the answer; what it held stays when validate would refuse the new one. */
static enum step assign(struct asking *asking, const struct question *q, const char *text)
{
	const struct read_options options = { .flags = READ_LABELS,
					      .today = asking->app->today };
	struct record *was = record_new(&asking->app->arena, asking->record->kind);

	if (question_is_list(q) && strchr(text, '\n'))
		text = value_of_lines(asking, text);
	question_copy(q, asking->record, was);
	if (!record_assign(&asking->app->arena, asking->record, q->path, text,
			   &options)) {
		form_complain(asking);
		return STEP_AGAIN;
	}
	/* Lines end with a break, as those of files do. */
	if (q->field->type == FIELD_TEXT && strchr(text, '\n'))
		*(const char **)question_member(q, asking->record) =
			arena_printf(&asking->app->arena, "%s\n", text);
	if (form_check_field(asking, q)) {
		question_copy(q, was, asking->record);
		return STEP_AGAIN;
	}
	return STEP_NEXT;
}

static const char *trimmed(struct asking *asking, const char *text)
{
	size_t len;
	const char *start = utf8_trim(text, strlen(text), &len);

	return arena_strndup(&asking->app->arena, start, len);
}

enum step form_edit_text(struct asking *asking, const struct question *q)
{
	auto_buf text = BUF_INIT;
	const char *now = trimmed(asking, value_typed(asking, q, asking->record,
						      /* lines */ true));
	const char *edited;

	buf_adds(&text, asking->kept ? asking->kept : now);
	if (editor_text(asking->app, asking->prompt, q->field->key, &text) < 0)
		return STEP_AGAIN;
	edited = trimmed(asking, text.s);
	if (strcmp(edited, now) == 0 || !*edited)
		return STEP_BACK;
	asking->kept = edited;
	if (assign(asking, q, edited) != STEP_NEXT)
		return STEP_AGAIN;
	asking->kept = NULL;
	return STEP_NEXT;
}

/* An empty line: the value there is, else the one that is suggested. */
static enum step take_default(struct asking *asking, const struct question *q)
{
	if (!question_is_set(q, asking->record))
		question_copy(q, asking->suggested, asking->record);
	return STEP_NEXT;
}

static enum step take_line(struct asking *asking, const struct question *q,
			   const char *typed)
{
	const char *value;

	if (!*typed)
		return take_default(asking, q);
	if (is_sign(typed, "<", "＜"))
		return STEP_BACK;
	if (is_sign(typed, "?", "？")) {
		question_help(asking, q);
		return STEP_AGAIN;
	}
	if (is_sign(typed, "-", "－")) {
		memset(question_member(q, asking->record), 0, field_size(q->field));
		return STEP_NEXT;
	}
	if (question_is_long(q) && is_sign(typed, "e", "ｅ"))
		return form_edit_text(asking, q) == STEP_NEXT ? STEP_NEXT : STEP_AGAIN;
	if (form_resolve(asking, q, typed, &value) != STEP_NEXT)
		return STEP_AGAIN;
	return assign(asking, q, value);
}

/* What the arrow up brings back: the last answer that was refused, or the value there is. */
static const char *recall_of(struct asking *asking, const struct question *q,
			     const struct buf *last)
{
	if (last->len > 0)
		return arena_strndup(&asking->app->arena, last->s, last->len);
	return value_typed(asking, q,
			   question_is_set(q, asking->record) ? asking->record
							      : asking->suggested,
			   false);
}

/* What was typed when the person left: a free text is worth keeping. */
static void keep_unfinished(struct asking *asking, const struct question *q,
			    const struct buf *line)
{
	const char *text = line->len > 0 ? line->s : asking->kept;
	const struct read_options options = { .flags = READ_LABELS,
					      .today = asking->app->today };

	if (!text || question_is_set(q, asking->record) ||
	    (q->field->type != FIELD_STRING && !question_is_long(q)) ||
	    utf8_valid_prefix(text, strlen(text)) != strlen(text))
		return;
	if (!record_assign(&asking->app->arena, asking->record, q->path,
			   question_is_list(q) ? value_of_lines(asking, text) : text,
			   &options))
		asking->record->problem_count = 0;
}

static enum step ask_once(struct asking *asking, const struct question *q,
			  struct buf *line)
{
	enum prompt_answer r =
		prompt_read(asking->prompt, "> ", recall_of(asking, q, line), line);

	if (r == PROMPT_LINE && question_is_long(q))
		r = read_lines(asking, line);
	if (r == PROMPT_STOP || r == PROMPT_END) {
		keep_unfinished(asking, q, line);
		return STEP_STOP;
	}
	if (r == PROMPT_BROKEN) {
		(void)fprintf(asking->app->err, "  %s\n",
			      tr("that was not UTF-8: set the terminal to UTF-8 and type "
				 "it again"));
		return STEP_AGAIN;
	}
	return take_line(asking, q, line->s);
}

enum step form_ask(struct asking *asking, size_t at)
{
	struct question *q = &asking->questions[at];
	struct error err = { 0 };
	auto_buf line = BUF_INIT;
	enum step step = STEP_AGAIN;

	asking->kept = NULL;
	if (form_picks(asking, q, &err) < 0)
		(void)complain_error(asking->app, &err);
	question_print(asking, at);
	while (step == STEP_AGAIN)
		step = ask_once(asking, q, &line);
	q->visited = q->visited || step == STEP_NEXT;
	return step;
}
