#include "cmd/form_private.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"
#include "store/writer_lock.h"

enum { NAME_BYTES = 120 };

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
	path_join(&path, dir.s, file.s);
	asking->drafts = buf_dup(&path, &asking->app->arena);
}

/* ---- whose it is while it is filled in ---- */

const char *draft_numbered(struct asking *asking, unsigned int n)
{
	struct arena *arena = &asking->app->arena;

	return n == 1 ? arena_printf(arena, "%s.yaml", asking->drafts)
		      : arena_printf(arena, "%s-%u.yaml", asking->drafts, n);
}

/* Beside the draft; hidden, so that a backup does not take it for one. */
static const char *lock_of(struct arena *arena, const char *draft)
{
	const char *base = path_base(draft);

	return arena_printf(arena, "%.*s.%s.lock", (int)(base - draft), draft, base);
}

bool draft_take(struct asking *asking, const char *draft)
{
	struct error err;

	asking->draft_lock =
		writer_lock_take(lock_of(&asking->app->arena, draft), 0, &err);
	asking->draft = asking->draft_lock < 0 ? NULL : draft;
	return asking->draft;
}

void draft_release(struct app *app, const char *draft, int lock)
{
	if (draft)
		writer_lock_release(lock_of(&app->arena, draft), lock);
}

void draft_let_go(struct asking *asking)
{
	draft_release(asking->app, asking->draft, asking->draft_lock);
	asking->draft = NULL;
}

/* ---- keeping ---- */

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
			buf_addf(emptied, DRAFT_EMPTIED "%s\n", q->path);
	}
	return any;
}

void draft_save(struct asking *asking, size_t at)
{
	struct record *kept = record_new(&asking->app->arena, asking->record->kind);
	auto_buf text = BUF_INIT;
	struct error err = { 0 };

	if (at < asking->count)
		buf_addf(&text, DRAFT_LEFT_AT "%s\n", asking->questions[at].path);
	if (!asking->draft || !collect(asking, kept, &text))
		return;
	record_write(kept, &text);
	if (file_write(asking->draft, text.s, text.len, FILE_FAST, &err) < 0) {
		(void)complain_error(asking->app, &err);
		draft_let_go(asking);
	}
}

void draft_leave(struct asking *asking)
{
	if (!asking->draft || !file_exists(asking->draft)) {
		say(asking->app, "%s", tr("gk: nothing was written"));
	} else {
		say(asking->app,
		    tr("gk: nothing was written; what was entered is kept in %s"),
		    asking->draft);
		say(asking->app, "%s", tr("gk: the same command goes on with it"));
	}
	draft_let_go(asking);
}
