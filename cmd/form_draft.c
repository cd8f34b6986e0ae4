#include "cmd/form_private.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"

enum { DRAFT_LIMIT = 16 << 20, NAME_BYTES = 120 };

/* In front of the path of the question that was left in the middle. */
#define LEFT_AT "# at: "
/* In front of the path of a field that was emptied. */
#define EMPTIED "# empty: "

/* A person's name as a part of a file's: no slash, no point at its start, not too long. */
static void add_name(struct buf *out, const char *name)
{
	size_t len = strlen(name);
	size_t used;

	for (size_t at = 0; at < len && at < NAME_BYTES; at += used) {
		uint32_t code = utf8_decode(name + at, len - at, &used);

		if (utf8_is_word(code) || code == '-' || code == '_')
			buf_add(out, name + at, used);
		else
			buf_addc(out, '_');
	}
}

void draft_place(struct asking *asking, const char *name)
{
	const char *gitdir = source_gitdir(asking->app->catalogue->source);
	auto_buf dir = BUF_INIT;
	auto_buf file = BUF_INIT;
	auto_buf path = BUF_INIT;
	struct error err;

	path_join(&dir, gitdir, "gk/drafts");
	/* Drafts may hold what is not for everybody on the machine. */
	if (file_make_dirs(dir.s, &err) < 0 || chmod(dir.s, S_IRWXU) < 0)
		return;
	add_name(&file, name);
	buf_addc(&file, '-');
	add_name(&file, asking->work.typist ? asking->work.typist : "");
	buf_adds(&file, ".yaml");
	path_join(&path, dir.s, file.s);
	asking->draft = buf_dup(&path, &asking->app->arena);
}

/* What there is to keep: of a record that is changed only what differs, so that it is put back alone. */
static bool collect(struct asking *asking, struct record *kept, struct buf *emptied)
{
	bool any = false;

	for (size_t i = 0; i < asking->count; i++) {
		const struct question *q = &asking->questions[i];
		bool set = question_is_set(q, asking->record);

		if (asking->before ? question_is_same(q, asking->before, asking->record)
				   : !set)
			continue;
		any = true;
		question_copy(q, asking->record, kept);
		if (!set)
			buf_addf(emptied, EMPTIED "%s\n", q->path);
	}
	return any;
}

void draft_save(struct asking *asking, size_t at)
{
	struct record *kept = record_new(&asking->app->arena, asking->record->kind);
	auto_buf text = BUF_INIT;
	struct error err = { 0 };

	if (at < asking->count)
		buf_addf(&text, LEFT_AT "%s\n", asking->questions[at].path);
	if (!asking->draft || !collect(asking, kept, &text))
		return;
	record_write(kept, &text);
	if (file_write(asking->draft, text.s, text.len, FILE_FAST, &err) < 0) {
		(void)complain_error(asking->app, &err);
		asking->draft = NULL;
	}
}

/* Whether the draft was left in the middle of the question: it is asked again. */
static bool was_left_at(const struct buf *bytes, const struct question *q)
{
	size_t len = strlen(LEFT_AT);

	return strncmp(bytes->s, LEFT_AT, len) == 0 &&
	       strncmp(bytes->s + len, q->path, strlen(q->path)) == 0 &&
	       bytes->s[len + strlen(q->path)] == '\n';
}

static bool was_emptied(struct asking *asking, const struct buf *bytes,
			const struct question *q)
{
	return strstr(bytes->s,
		      arena_printf(&asking->app->arena, EMPTIED "%s\n", q->path)) != NULL;
}

/* What was kept becomes the record; false when it cannot be read. */
static bool load(struct asking *asking, const struct buf *bytes)
{
	const struct read_options options = { .flags = READ_LABELS,
					      .today = asking->app->today };
	struct arena *arena = &asking->app->arena;
	struct yaml_tree tree;
	struct record *kept;

	yaml_parse(arena, buf_dup(bytes, arena), bytes->len, &tree);
	kept = record_new(arena, asking->record->kind);
	if (tree.problem_count > 0)
		return false;
	if (tree.root && tree.root->type == YAML_MAPPING)
		kept = record_from_node(arena, asking->record->kind, "", tree.root,
					&options);
	if (kept->problem_count > 0)
		return false;
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
	return true;
}

/* Put aside, not thrown away. */
static void put_aside(struct asking *asking)
{
	const char *aside = arena_printf(&asking->app->arena, "%s.old", asking->draft);

	if (rename(asking->draft, aside) == 0)
		say(asking->app, tr("gk: the draft is now %s"), aside);
}

enum step draft_offer(struct asking *asking)
{
	auto_buf bytes = BUF_INIT;
	struct error err = { 0 };
	char key;

	if (!asking->draft || file_read(asking->draft, DRAFT_LIMIT, &bytes, &err) < 0)
		return STEP_NEXT;
	key = prompt_key(asking->prompt,
			 tr("There is a draft of yours. Go on with it? [Y/n] "), "yn");
	if (!key)
		return STEP_STOP;
	if (key == 'y' && load(asking, &bytes))
		return STEP_NEXT;
	if (key == 'y')
		say(asking->app, "%s", tr("gk: the draft cannot be read"));
	put_aside(asking);
	return STEP_NEXT;
}

void draft_say(const struct asking *asking)
{
	if (!asking->draft || !file_exists(asking->draft)) {
		say(asking->app, "%s", tr("gk: nothing was written"));
		return;
	}
	say(asking->app, tr("gk: nothing was written; what was entered is kept in %s"),
	    asking->draft);
	say(asking->app, "%s", tr("gk: the same command goes on with it"));
}
