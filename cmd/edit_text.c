#include "cmd/edit_text.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cmd/acting.h"
#include "cmd/editor.h"
#include "cmd/prompt.h"
#include "store/writer_lock.h"
#include "work/edit.h"

enum { FILE_LIMIT = 64 << 20 };

struct text {
	struct app *app;
	struct work *work;
	struct record *before; /* what the text was made from */
	struct prompt *prompt;
	const char *path; /* of the text */
	const char *base; /* of what it was made from */
	const char *held; /* that no other gk writes the text */
	int lock;
};

/* One editor at a time: the other's text would come back as this one's. */
static int hold(struct text *t, struct error *err)
{
	t->lock = writer_lock_take(t->held, 0, err);
	if (t->lock < 0 && err->code == ERR_CONFLICT)
		return error_set(
			err, ERR_CONFLICT,
			tr("%s is open in another editor: go on there, or end it "
			   "first"),
			t->before->common->id);
	return t->lock < 0 ? -1 : 0;
}

static int place(struct text *t, struct error *err)
{
	struct arena *arena = &t->app->arena;
	auto_buf dir = BUF_INIT;

	path_join(&dir, source_gitdir(t->app->catalogue->source), "gk/drafts");
	if (file_make_dirs(dir.s, err) < 0)
		return -1;
	if (chmod(dir.s, S_IRWXU) < 0)
		return error_errno(err, "'%s'", dir.s);
	t->path = arena_printf(arena, "%s/edit-%s.yaml", dir.s, t->before->common->id);
	t->base = arena_printf(arena, "%s/edit-%s.base", dir.s, t->before->common->id);
	t->held = arena_printf(arena, "%s/.edit-%s.lock", dir.s, t->before->common->id);
	return hold(t, err);
}

static void put_aside(struct text *t)
{
	const char *aside = arena_printf(&t->app->arena, "%s.old", t->path);

	(void)unlink(t->base);
	if (rename(t->path, aside) == 0)
		say(t->app, tr("gk: the text is kept in %s"), aside);
}

static int start_anew(struct text *t, struct error *err)
{
	const struct yaml_tree *tree = &t->before->tree;

	if (file_write(t->base, tree->bytes, tree->len, FILE_FAST, err) < 0)
		return -1;
	return file_write(t->path, tree->bytes, tree->len, FILE_FAST, err);
}

/* The text of the last time, with what it was made from; or a new one. */
static int start(struct text *t, struct error *err)
{
	auto_buf base = BUF_INIT;
	struct error absent;
	char key = 'n';

	if (!file_exists(t->path))
		return start_anew(t, err);
	if (t->prompt && file_read(t->base, FILE_LIMIT, &base, &absent) == 0)
		key = prompt_key(t->prompt,
				 tr("There is a text of the last time. Go on with it? "
				    "[Y/n] "),
				 "yn");
	if (key == 'y') {
		t->before = record_parse(&t->app->arena, t->before->kind, t->before->path,
					 buf_dup(&base, &t->app->arena), base.len);
		return 0;
	}
	put_aside(t);
	return start_anew(t, err);
}

static bool is_unchanged(const struct text *t, const struct buf *text)
{
	return text->len == t->before->tree.len &&
	       memcmp(text->s, t->before->tree.bytes, text->len) == 0;
}

static void drop(const struct text *t)
{
	(void)unlink(t->path);
	(void)unlink(t->base);
}

/* What to do with a text that was not taken; true to edit it again. */
static bool ask(struct text *t)
{
	char key = 'k';

	if (t->prompt)
		key = prompt_key(
			t->prompt,
			tr("Edit again (e), keep the text for the next time (k), "
			   "or give up (q)? [e/k/q] "),
			"ekq");
	if (key == 'e')
		return true;
	if (key == 'q')
		put_aside(t);
	else
		say(t->app, tr("gk: the text is kept in %s"), t->path);
	return false;
}

/* Edit once; *again when the person wants to go on. */
static enum exit_status edit_once(struct text *t, bool *again)
{
	struct findings findings = FINDINGS(&t->app->arena);
	struct work_done done = { 0 };
	struct error err = { 0 };
	auto_buf text = BUF_INIT;
	enum exit_status status;
	int outcome;

	*again = false;
	if (editor_file(t->app, t->prompt, t->path) < 0) {
		say(t->app, tr("gk: the text is kept in %s"), t->path);
		return EXIT_STATUS_FAILED;
	}
	if (file_read(t->path, FILE_LIMIT, &text, &err) < 0)
		return complain_error(t->app, &err);
	if (is_unchanged(t, &text)) {
		drop(t);
		say(t->app, "%s", tr("gk: nothing was changed"));
		return EXIT_STATUS_OK;
	}
	outcome = work_edit_text(t->work, t->before, &text, &findings, &done, &err);
	status = tell(t->app, outcome, tr("changed"), &done, &findings, &err);
	if (status != EXIT_STATUS_OK)
		*again = ask(t);
	else if (!t->app->dry_run)
		drop(t);
	return status;
}

enum exit_status edit_text(struct app *app, struct work *work, struct record *before)
{
	struct text t = {
		.app = app, .work = work, .before = before, .path = "", .base = ""
	};
	struct error err = { 0 };
	enum exit_status status = EXIT_STATUS_FAILED;
	bool again = true;

	if (place(&t, &err) < 0)
		return complain_error(app, &err);
	if (app->interactive)
		t.prompt = prompt_open(app);
	if (start(&t, &err) < 0)
		status = complain_error(app, &err);
	else
		while (again)
			status = edit_once(&t, &again);
	prompt_close(t.prompt);
	writer_lock_release(t.held, t.lock);
	return status;
}
