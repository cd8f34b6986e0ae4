#include "cmd/editor.h"
#include "cmd/form_private.h"

/* A copy that can be changed, of what is there. */
static struct record *copy_of(struct app *app, const struct record *record)
{
	return record_parse(&app->arena, record->kind, record->path, record->tree.bytes,
			    record->tree.len);
}

/* Only what follows from the changes is asked; the rest is reached from the review. */
static void mark_known(struct asking *asking)
{
	for (size_t i = 0; i < asking->count; i++) {
		struct question *q = &asking->questions[i];

		q->visited =
			question_is_set(q, asking->record) || question_applies(asking, q);
	}
}

enum exit_status form_edit(struct app *app, const struct record *before,
			   struct input *input)
{
	struct asking asking = { .app = app,
				 .record = copy_of(app, before),
				 .before = before };
	enum exit_status status = form_open(app, &asking);

	if (status != EXIT_STATUS_OK)
		return status;
	mark_known(&asking);
	status = form_run(&asking);
	form_hand_on(&asking, input);
	if (status == EXIT_STATUS_OK)
		input_add(app, input, asking.record);
	return status;
}

static bool leads_to(const struct field_path *way, const struct question *q)
{
	for (size_t i = 0; i < way->count; i++)
		if (i >= q->way.count || q->way.steps[i] != way->steps[i])
			return false;
	/* A group is meant by the member that stands for it. */
	return q->way.count == way->count || q->named == way->steps[way->count - 1];
}

/* The question of a field by its key or label; asking->count when there is none to ask. */
static size_t find_question(const struct asking *asking, const char *field)
{
	struct field_path way;

	if (!field_path_find(asking->record->kind, field, /* labels */ true, &way))
		return asking->count;
	for (size_t i = 0; i < asking->count; i++)
		if (leads_to(&way, &asking->questions[i]))
			return i;
	return asking->count;
}

/* Until what was edited is taken, left as it was, or kept in the draft. */
static enum step edit_section(struct asking *asking, size_t at)
{
	struct question *q = &asking->questions[at];
	enum step step = draft_offer(asking);

	if (step != STEP_NEXT)
		return STEP_STOP;
	for (;;) {
		step = form_edit_text(asking, q);
		if (step != STEP_AGAIN)
			return STEP_NEXT;
		if (prompt_key(
			    asking->prompt,
			    tr("Edit again (e), or stop and keep the text (k)? [e/k] "),
			    "ek") != 'e')
			return STEP_STOP;
	}
}

enum exit_status form_section(struct app *app, const struct record *before,
			      const char *field, struct input *input)
{
	struct asking asking = { .app = app,
				 .record = copy_of(app, before),
				 .before = before };
	enum exit_status status = form_open(app, &asking);
	enum step step = STEP_STOP;
	size_t at = find_question(&asking, field);

	if (status != EXIT_STATUS_OK)
		return status;
	if (at < asking.count && question_is_long(&asking.questions[at])) {
		step = edit_section(&asking, at);
		draft_save(&asking, asking.count);
	}
	prompt_close(asking.prompt);
	if (at == asking.count || !question_is_long(&asking.questions[at]))
		return complain_usage(
			app, tr("--section: '%s' is no field of text or list"), field);
	if (step == STEP_NEXT) {
		form_hand_on(&asking, input);
		input_add(app, input, asking.record);
		return EXIT_STATUS_OK;
	}
	if (asking.kept)
		editor_keep(app, asking.questions[at].field->key, asking.kept);
	draft_leave(&asking);
	return EXIT_STATUS_FINDINGS;
}

enum exit_status form_ask_for(struct app *app, struct input *input, const char *field)
{
	struct asking asking = { .app = app, .record = input->records[0] };
	enum exit_status status = form_open(app, &asking);
	enum step step = STEP_NEXT;
	size_t at;

	if (status != EXIT_STATUS_OK)
		return status;
	at = find_question(&asking, field);
	if (at < asking.count && !question_is_set(&asking.questions[at], asking.record)) {
		for (size_t i = 0; i < asking.count; i++)
			asking.questions[i].known = asking.questions[i].visited = i != at;
		form_suggest(&asking);
		do
			step = form_ask(&asking, at);
		while (step == STEP_BACK);
		for (size_t i = 1; i < input->count; i++)
			question_copy(&asking.questions[at], asking.record,
				      input->records[i]);
	}
	prompt_close(asking.prompt);
	if (step == STEP_NEXT)
		return EXIT_STATUS_OK;
	say(app, "%s", tr("gk: nothing was written"));
	return EXIT_STATUS_FINDINGS;
}
