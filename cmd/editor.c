#include "cmd/editor.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"
#include "store/catalogue.h"

enum { TEXT_LIMIT = 4 << 20 };

static const char *variable(const char *name)
{
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): nothing here sets variables */
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

/* Whether a program of the name lies in a directory of PATH. */
static bool is_there(const char *name)
{
	const char *path = variable("PATH");

	while (path && *path) {
		size_t len = strcspn(path, ":");
		auto_buf file = BUF_INIT;

		buf_add(&file, path, len);
		buf_addf(&file, "/%s", name);
		if (access(file.s, X_OK) == 0)
			return true;
		path += len + (path[len] == ':');
	}
	return false;
}

/* Whoever has chosen nothing is not left alone with vi while there is anything else. */
static const char *editor(void)
{
	static const char *const known[] = { "nano", "gedit", "kate", "vi" };
	const char *chosen = variable("VISUAL");

	if (!chosen)
		chosen = variable("EDITOR");
	for (size_t i = 0; !chosen && i < ARRAY_LEN(known); i++)
		if (is_there(known[i]))
			chosen = known[i];
	return chosen;
}

int editor_file(struct app *app, struct prompt *prompt, const char *path)
{
	const char *program = editor();
	const char *command;
	int status;

	if (!program) {
		say(app, "%s",
		    tr("gk: no editor is known: set EDITOR, as in export EDITOR=nano"));
		return -1;
	}
	if (strcmp(program, "vi") == 0)
		say(app, "%s",
		    tr("gk: vi: i begins to type; Esc, then :wq and Enter saves and "
		       "ends; Esc, "
		       "then :q! and Enter ends without saving"));
	/* As git does it: the variable may hold arguments. */
	command = arena_printf(&app->arena, "%s \"$@\"", program);
	status = prompt_run(prompt, command, path);
	if (status == 0)
		return 0;
	say(app, tr("gk: the editor '%s' could not be run or failed"), program);
	return -1;
}

/* Where a text of this run lies. */
static void text_path(struct app *app, const char *name, struct buf *out)
{
	auto_buf dir = BUF_INIT;

	path_join(&dir, source_gitdir(app->catalogue->source), "gk/drafts");
	path_join(out, dir.s,
		  arena_printf(&app->arena, "text-%s-%ld.md", name, (long)getpid()));
}

void editor_keep(struct app *app, const char *name, const char *text)
{
	auto_buf path = BUF_INIT;
	struct error err = { 0 };

	text_path(app, name, &path);
	if (file_write(path.s, text, strlen(text), FILE_FAST, &err) < 0)
		(void)complain_error(app, &err);
	else
		say(app, tr("gk: the text is kept in %s"), path.s);
}

/* After an editor that failed: what it wrote is kept, what it left as it was is not needed. */
static void leave(const struct app *app, const char *path, const struct buf *text)
{
	auto_buf now = BUF_INIT;
	struct error unread;

	if (file_read(path, TEXT_LIMIT, &now, &unread) == 0 && now.len == text->len &&
	    memcmp(now.s, text->s, text->len) == 0)
		(void)unlink(path);
	else
		say(app, tr("gk: the text is kept in %s"), path);
}

int editor_text(struct app *app, struct prompt *prompt, const char *name,
		struct buf *text)
{
	auto_buf path = BUF_INIT;
	struct error err = { 0 };

	text_path(app, name, &path);
	buf_addc(text, '\n');
	if (file_write(path.s, text->s, text->len, FILE_FAST, &err) < 0) {
		(void)complain_error(app, &err);
		return -1;
	}
	if (editor_file(app, prompt, path.s) < 0) {
		leave(app, path.s, text);
		return -1;
	}
	buf_reset(text);
	if (file_read(path.s, TEXT_LIMIT, text, &err) < 0) {
		(void)complain_error(app, &err);
		return -1;
	}
	if (utf8_valid_prefix(text->s, text->len) != text->len ||
	    memchr(text->s, '\0', text->len)) {
		say(app, tr("gk: what was edited is not UTF-8; it is kept in %s"),
		    path.s);
		return -1;
	}
	(void)unlink(path.s);
	return 0;
}
