#include "cmd/form_private.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "cmd/listed.h"

/* Forms of one kind that a person has begun and left, or has open at the same time. */
enum { DRAFT_LIMIT = 16 << 20, DRAFTS_AT_ONCE = 50, SHOWN_COLUMNS = 60 };

/* Whether the draft was left in the middle of the question: it is asked again. */
static bool was_left_at(const struct buf *bytes, const struct question *q)
{
	size_t len = strlen(DRAFT_LEFT_AT);

	return strncmp(bytes->s, DRAFT_LEFT_AT, len) == 0 &&
	       strncmp(bytes->s + len, q->path, strlen(q->path)) == 0 &&
	       bytes->s[len + strlen(q->path)] == '\n';
}

static bool was_emptied(struct asking *asking, const struct buf *bytes,
			const struct question *q)
{
	return strstr(bytes->s, arena_printf(&asking->app->arena, DRAFT_EMPTIED "%s\n",
					     q->path)) != NULL;
}

/* What was kept as a record of its own; NULL when it cannot be read. */
static struct record *read_kept(struct asking *asking, const struct buf *bytes)
{
	const struct read_options options = { .flags = READ_LABELS,
					      .today = asking->app->today };
	struct arena *arena = &asking->app->arena;
	struct yaml_tree tree;
	struct record *kept;

	yaml_parse(arena, buf_dup(bytes, arena), bytes->len, &tree);
	kept = record_new(arena, asking->record->kind);
	if (tree.problem_count > 0)
		return NULL;
	if (tree.root && tree.root->type == YAML_MAPPING)
		kept = record_from_node(arena, asking->record->kind, "", tree.root,
					&options);
	return kept->problem_count > 0 ? NULL : kept;
}

/* What was kept becomes the record. */
static void put_back(struct asking *asking, const struct buf *bytes, struct record *kept)
{
	/* A new record is what the draft says, and nothing of what it would have begun with. */
	for (size_t i = 0; !asking->before && i < asking->count; i++) {
		struct question *q = &asking->questions[i];

		memset(question_member(q, asking->record), 0, field_size(q->field));
		q->visited = q->known = false;
	}
	for (size_t i = 0; i < asking->count; i++) {
		struct question *q = &asking->questions[i];

		if (!question_is_set(q, kept) && !was_emptied(asking, bytes, q))
			continue;
		question_copy(q, kept, asking->record);
		q->asked = true;
		q->visited = !was_left_at(bytes, q);
	}
}

/* Which draft it is, for who left it: the title, else which fields were filled or changed. */
static void describe(struct asking *asking, const struct buf *bytes, struct record *kept,
		     struct buf *out)
{
	auto_buf labels = BUF_INIT;

	for (size_t i = 0; i < asking->count; i++) {
		const struct question *q = &asking->questions[i];
		bool set = question_is_set(q, kept);

		if (set && (q->field->flags & FIELD_TITLE) && !asking->before) {
			utf8_add_fitted(out, value_shown(asking, q, kept), SHOWN_COLUMNS,
					false);
			return;
		}
		if (set || was_emptied(asking, bytes, q))
			buf_addf(&labels, "%s%s", labels.len ? listed_comma() : "",
				 question_label(q));
	}
	utf8_add_fitted(out, labels.s, SHOWN_COLUMNS, false);
}

/* Put aside, not thrown away, and beside what was put aside before. */
static void put_aside(struct asking *asking)
{
	struct arena *arena = &asking->app->arena;
	const char *aside = arena_printf(arena, "%s.old", asking->draft);

	for (unsigned int n = 2; file_exists(aside) && n <= DRAFTS_AT_ONCE; n++)
		aside = arena_printf(arena, "%s.old-%u", asking->draft, n);
	if (rename(asking->draft, aside) == 0)
		say(asking->app, tr("gk: the draft is now %s"), aside);
}

/* One of them: STEP_NEXT to go on with it, STEP_BACK to leave it, STEP_STOP when nobody answers. */
static enum step offer(struct asking *asking)
{
	auto_buf bytes = BUF_INIT;
	auto_buf what = BUF_INIT;
	struct error err = { 0 };
	struct record *kept;
	char key;

	if (file_read(asking->draft, DRAFT_LIMIT, &bytes, &err) < 0)
		return STEP_BACK;
	kept = read_kept(asking, &bytes);
	if (!kept) {
		say(asking->app, "%s", tr("gk: a draft of yours cannot be read"));
		put_aside(asking);
		return STEP_BACK;
	}
	describe(asking, &bytes, kept, &what);
	(void)fprintf(asking->app->err, tr("There is a draft of yours: %s\n"), what.s);
	key = prompt_key(asking->prompt,
			 tr("Go on with it? (n leaves it for later, d drops it) "
			    "[Y/n/d] "),
			 "ynd");
	if (key == 'y')
		put_back(asking, &bytes, kept);
	if (key == 'd')
		put_aside(asking);
	return key == 'y' ? STEP_NEXT : key ? STEP_BACK : STEP_STOP;
}

enum step draft_offer(struct asking *asking)
{
	for (unsigned int n = 1; asking->drafts && n <= DRAFTS_AT_ONCE; n++) {
		const char *path = draft_numbered(asking, n);
		enum step step;

		if (!file_exists(path) || !draft_take(asking, path))
			continue;
		step = offer(asking);
		if (step != STEP_BACK)
			return step;
		draft_let_go(asking);
	}
	for (unsigned int n = 1; asking->drafts && n <= DRAFTS_AT_ONCE; n++) {
		const char *path = draft_numbered(asking, n);

		if (!file_exists(path) && draft_take(asking, path))
			break;
	}
	return STEP_NEXT;
}
