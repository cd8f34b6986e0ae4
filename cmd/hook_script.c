#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "cmd/hooks.h"

static const char mark[] =
	"# gk hook: gk hook install made this, gk hook uninstall takes "
	"it away";
static const char kept[] = ".before-gk";

/* A word that the shell takes as it is. */
static void add_quoted(struct buf *out, const char *text)
{
	buf_addc(out, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			buf_adds(out, "'\\''");
		else
			buf_addc(out, *text);
	}
	buf_addc(out, '\'');
}

void hook_find_program(struct app *app, struct buf *out)
{
	auto_buf bin = BUF_INIT;
	char *real;

	buf_addf(&bin, "%s/../../bin", app->data_dir);
	real = realpath(bin.s, NULL);
	buf_adds(out, "command -v gk >/dev/null || PATH=$PATH:");
	add_quoted(out, real ? real : "/usr/bin");
	free(real);
}

void hook_add_folder(struct app *app, const char *folder, struct buf *out)
{
	if (!*folder)
		return;
	buf_adds(out, " -C ");
	add_quoted(out, arena_strndup(&app->arena, folder, strlen(folder) - 1));
}

bool hook_is_ours(const char *script)
{
	return strstr(script, mark) != NULL;
}

void hook_script(struct app *app, const char *name, const char *folder, struct buf *out)
{
	bool server = strcmp(name, "pre-receive") == 0;

	buf_addf(out, "#!/bin/sh\n%s\n", mark);
	if (server)
		buf_adds(out, "pushed=$(cat)\n");
	buf_addf(out, "if [ -x \"$0%s\" ]; then\n\t%s\"$0%s\" \"$@\" || exit\nfi\n", kept,
		 server ? "printf '%s\\n' \"$pushed\" | " : "", kept);
	hook_find_program(app, out);
	buf_adds(out, "\ncommand -v gk >/dev/null || {\n\techo 'gk: not found; the hook "
		      "cannot check' >&2\n\texit 1\n}\n");
	if (server) {
		buf_adds(out, "printf '%s\\n' \"$pushed\" | gk hook run pre-receive\n");
		return;
	}
	buf_adds(out, "exec gk hook run pre-commit");
	hook_add_folder(app, folder, out);
	buf_addc(out, '\n');
}
