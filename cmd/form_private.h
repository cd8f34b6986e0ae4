/*
 * What the files of the form share: the questions, the record, and the person asked.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_FORM_PRIVATE_H
#define GK_CMD_FORM_PRIVATE_H

#include "base/pick.h"
#include "cmd/form.h"
#include "cmd/prompt.h"
#include "record/path.h"
#include "work/work.h"

/* A field to be asked for. */
struct question {
	const struct field *field; /* that the answer goes into */
	const struct field *named; /* whose label is shown: of the group it stands for */
	const char *label;
	const char *path; /* of `field` */
	struct field_path way;
	bool asked;   /* the table says so; others are reached from the review */
	bool visited; /* answered, or left open on purpose */
	bool known;   /* visited from the start: it was filled otherwise */
};

struct asking {
	struct app *app;
	struct work work;
	struct record *record;    /* as it is being filled */
	struct record *suggested; /* what an empty line takes; may be empty */
	const char *unit;         /* that the suggestions are made for */
	struct question *questions;
	size_t count;
	size_t room;
	size_t *trail; /* questions in the order in which they were asked */
	size_t trail_count;
	size_t trail_room;
	struct prompt *prompt;
	struct picks picks; /* what a number means in the question that is asked */
	const char *drafts; /* how the files of drafts begin; NULL: none can be kept */
	const char *draft;  /* where this one is kept; NULL: it is not */
	int draft_lock;     /* that no other gk keeps its own there */
	const struct record
		*before;  /* gk edit: the record that is changed; NULL: a new one */
	const char *kept; /* text from the editor that was not taken yet, or NULL */
};

/* What became of a question. */
enum step { STEP_AGAIN, STEP_NEXT, STEP_BACK, STEP_STOP };

/* ---- form.c ---- */

/** Make the questions of asking->record and take the terminal. */
enum exit_status form_open(struct app *app, struct asking *asking);
/** Ask all that is open, then the review; the terminal is given back in any case. */
enum exit_status form_run(struct asking *asking);

/** The draft goes with the record, until form_settle(). */
void form_hand_on(const struct asking *asking, struct input *input);

/** What the unit and its last record suggest; made anew when there is another unit. */
void form_suggest(struct asking *asking);

/* ---- form_question.c ---- */

/** All fields that can be asked for, in the order of the table. */
void form_collect(struct asking *asking);
/** Whether the record as it stands has the question. */
bool question_applies(const struct asking *asking, const struct question *q);
const char *question_label(const struct question *q);
/** The member of the question in a record of the kind. */
void *question_member(const struct question *q, struct record *record);
const void *question_owner(const struct question *q, const struct record *record);
bool question_is_set(const struct question *q, const struct record *record);
/** Whether it holds the same in both. */
bool question_is_same(const struct question *q, const struct record *a,
		      const struct record *b);
/** Make the member in `to` what it is in `from`. */
void question_copy(const struct question *q, const struct record *from,
		   struct record *to);
/** Whether the record as it stands is not complete without it. */
bool question_is_needed(const struct asking *asking, const struct question *q);
/** Whether an answer may have several lines. */
bool question_is_long(const struct question *q);
bool question_is_list(const struct question *q);

/* ---- form_show.c ---- */

/** Print the question, what can be answered, and what an empty line takes. */
void question_print(struct asking *asking, size_t at);
void question_help(const struct asking *asking, const struct question *q);

/* ---- form_value.c ---- */

/** The value for eyes: choices by label, records by id and title. */
const char *value_shown(struct asking *asking, const struct question *q,
			const struct record *record);
/** The value as it can be typed again; of a list a line each when `lines`. */
const char *value_typed(struct asking *asking, const struct question *q,
			const struct record *record, bool lines);
/** Lines of text as the value of a list: a text that record_assign() takes apart at no sign. */
const char *value_of_lines(struct asking *asking, const char *text);

/* ---- form_pick.c ---- */

/** Fill asking->picks with what the question can be answered by; none: anything can be typed. */
int form_picks(struct asking *asking, const struct question *q, struct error *err);
/** The kind of record that the answer names; NULL for other fields. */
const struct kind *question_kind(const struct asking *asking, const struct question *q);
/** Those `rows` (NULL: the first `count`) with their numbers. */
void form_print_picks(const struct asking *asking, const size_t *rows, size_t count);
enum { FORM_PICKS = 400 }; /* at most as many are listed */

/* ---- form_resolve.c ---- */

/**
 * What was typed as codes or ids.  STEP_NEXT with *out, or STEP_AGAIN after saying that nothing
 * or several things fit.
 */
enum step form_resolve(struct asking *asking, const struct question *q, const char *typed,
		       const char **out);

/* ---- form_answer.c ---- */

/** Ask one question until it is answered or left. */
enum step form_ask(struct asking *asking, size_t at);
/** Let the person edit the answer as text; STEP_NEXT when it was changed and taken. */
enum step form_edit_text(struct asking *asking, const struct question *q);

/* ---- form_check.c ---- */

/** Say what validate finds at the field; true when the record could not be written so. */
bool form_check_field(struct asking *asking, const struct question *q);
/** Say what stands in the way of the whole record, by its number on the page; how much that is. */
size_t form_check_all(struct asking *asking);
/** Say what the change means where the public can see the record already. */
void form_note_public(struct asking *asking);
/** Say what could not be read of the last answer, and forget it. */
void form_complain(struct asking *asking);

/* ---- form_review.c ---- */

/** STEP_NEXT to write, STEP_STOP, STEP_BACK; or STEP_AGAIN with the question to go to in *at. */
enum step form_review(struct asking *asking, size_t *at);
/** The number by which the review lists a question; 0 when it does not. */
size_t form_review_number(const struct asking *asking, const struct question *q);

/* ---- form_draft.c ---- */

/* What stands in a draft in front of the path of the question that was left in the middle. */
#define DRAFT_LEFT_AT "# at: "
/* And of a field that was emptied. */
#define DRAFT_EMPTIED "# empty: "

/** Find where drafts of this are kept; `name` is the kind, or the id of what is edited. */
void draft_place(struct asking *asking, const char *name);
/** Keep what is there; `at` is the question that was left in the middle, asking->count for none. */
void draft_save(struct asking *asking, size_t at);
/** The file of draft `n` of this, from 1. */
const char *draft_numbered(struct asking *asking, unsigned int n);
/** Keep this in the file from now on; false when another gk keeps its own there. */
bool draft_take(struct asking *asking, const char *draft);
/** Leave it to the next gk. */
void draft_let_go(struct asking *asking);
/** Say where the draft is, or that there is none, and leave it to the next gk. */
void draft_leave(struct asking *asking);
/** Leave a draft that was handed on to the next gk; NULL is fine. */
void draft_release(struct app *app, const char *draft, int lock);

/* ---- form_resume.c ---- */

/**
 * Offer to go on with what was kept, one after the other, and take a file for this one; what
 * another gk has open is its own.  STEP_STOP when the person is gone.
 */
enum step draft_offer(struct asking *asking);

#endif
