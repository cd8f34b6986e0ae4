#include "cmd/form_private.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cmd/acting.h"
#include "record/describe.h"
#include "work/suggest.h"

/* ---- the way through the questions ---- */

/* The first that is not answered; asking->count when all are. */
static size_t next_question(const struct asking *asking)
{
	for (size_t i = 0; i < asking->count; i++) {
		const struct question *q = &asking->questions[i];

		bool wanted =
			q->asked || (asking->before && question_is_needed(asking, q));

		if (wanted && !q->visited && question_applies(asking, q))
			return i;
	}
	return asking->count;
}

static void go_to(struct asking *asking, size_t at)
{
	asking->trail =
		array_grow(&asking->app->arena, asking->trail, asking->trail_count,
			   &asking->trail_room, sizeof(*asking->trail));
	asking->trail[asking->trail_count++] = at;
}

/* The question that was answered last; `at` where there is none before. */
static size_t go_back(struct asking *asking, size_t at)
{
	return asking->trail_count > 0 ? asking->trail[--asking->trail_count] : at;
}

void form_suggest(struct asking *asking)
{
	struct error err = { 0 };

	if (!asking->before && work_suggest(&asking->work, asking->record,
					    &asking->suggested, &asking->unit, &err) < 0)
		(void)complain_error(asking->app, &err);
}

/* Ask question `at`, and before it as far back as the person goes. */
static enum step ask(struct asking *asking, size_t at)
{
	enum step step = STEP_BACK;

	while (step == STEP_BACK) {
		form_suggest(asking);
		step = form_ask(asking, at);
		if (step == STEP_BACK)
			at = go_back(asking, at);
	}
	if (step == STEP_NEXT)
		go_to(asking, at);
	draft_save(asking, step == STEP_STOP ? at : asking->count);
	return step;
}

/* Until the person says that it is right. */
static enum step run(struct asking *asking)
{
	enum step step = STEP_AGAIN;

	while (step != STEP_STOP) {
		size_t at = next_question(asking);

		if (at == asking->count) {
			step = form_review(asking, &at);
			if (step == STEP_NEXT)
				return STEP_NEXT;
			if (step == STEP_BACK)
				at = go_back(asking, at);
		}
		if (step != STEP_STOP && at < asking->count)
			step = ask(asking, at);
	}
	return step;
}

static void say_start(const struct asking *asking)
{
	say(asking->app,
	    tr("%s: ? helps, < goes back; Enter takes what stands in [ ], or leaves it "
	       "open."),
	    kind_label(asking->record->kind, i18n_language()));
}

enum exit_status form_open(struct app *app, struct asking *asking)
{
	struct error err = { 0 };

	if (acting_work(app, &asking->work, &err) < 0)
		return complain_error(app, &err);
	asking->suggested = record_new(&app->arena, asking->record->kind);
	form_collect(asking);
	draft_place(asking, asking->before ? asking->before->common->id
					   : asking->record->kind->name);
	asking->prompt = prompt_open(app);
	return EXIT_STATUS_OK;
}

enum exit_status form_run(struct asking *asking)
{
	enum step step = draft_offer(asking);

	if (step == STEP_NEXT) {
		say_start(asking);
		step = run(asking);
	}
	prompt_close(asking->prompt);
	if (step == STEP_NEXT)
		return EXIT_STATUS_OK;
	draft_leave(asking);
	return EXIT_STATUS_FINDINGS;
}

void form_hand_on(const struct asking *asking, struct input *input)
{
	input->draft = asking->draft;
	input->draft_lock = asking->draft_lock;
}

/* ---- what others call ---- */

/* A record that others filled: what holds something is shown too, unless it is `known`. */
static void mark(struct asking *asking, bool known)
{
	for (size_t i = 0; i < asking->count; i++) {
		struct question *q = &asking->questions[i];

		if (!question_is_set(q, asking->record))
			continue;
		q->asked = true;
		q->known = known && !(q->field->flags & FIELD_TITLE);
		q->visited = q->known;
	}
}

static enum exit_status fill_new(struct app *app, struct record *record, bool known,
				 struct input *input)
{
	struct asking asking = { .app = app, .record = record };
	enum exit_status status = form_open(app, &asking);

	if (status != EXIT_STATUS_OK)
		return status;
	mark(&asking, known);
	status = form_run(&asking);
	form_hand_on(&asking, input);
	if (status == EXIT_STATUS_OK)
		input_add(app, input, asking.record);
	return status;
}

enum exit_status form_fill(struct app *app, const struct kind *kind, struct input *input)
{
	return fill_new(app, record_new(&app->arena, kind), false, input);
}

enum exit_status form_confirm(struct app *app, struct record *record, struct input *input)
{
	return fill_new(app, record, false, input);
}

enum exit_status form_complete(struct app *app, struct record *record,
			       struct input *input)
{
	return fill_new(app, record, true, input);
}

enum exit_status form_settle(struct app *app, const struct input *input,
			     enum exit_status status)
{
	bool kept = input->draft && !app->dry_run;

	if (kept && status == EXIT_STATUS_OK)
		(void)unlink(input->draft);
	else if (kept)
		say(app, tr("gk: what was entered is kept in %s"), input->draft);
	draft_release(app, input->draft, input->draft_lock);
	return status;
}
