#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "cmd/commands.h"
#include "cmd/hooks.h"
#include "store/catalogue.h"
#include "store/hook_place.h"

enum { HOOK_LIMIT = 1 << 20, HOOK_MODE = 0755 };

struct hook_options {
	bool server;
	bool force;
};

static const struct opt opts[] = {
	{ "server", 0, OPT_FLAG, offsetof(struct hook_options, server), NULL, NULL,
	  N_("the hook of the repository that is pushed to: pre-receive") },
	{ "force", 0, OPT_FLAG, offsetof(struct hook_options, force), NULL, NULL,
	  N_("install into hooks that other repositories share, or over what was kept "
	     "before") },
	OPT_END,
};

static const char kept[] = ".before-gk";

struct hook {
	const char *name;
	struct hook_place place;
	const char *path;
	const char *before; /* where a hook of somebody else's is kept */
};

static const char *directory(const struct app *app)
{
	return app->dir ? app->dir : ".";
}

static enum exit_status find_hook(struct app *app, bool server, struct hook *out)
{
	struct error err = { 0 };

	out->name = server ? "pre-receive" : "pre-commit";
	if (hook_place_find(directory(app), &app->arena, &out->place, &err) < 0)
		return complain_error(app, &err);
	if (out->place.bare && !server)
		return complain_usage(
			app, "%s",
			tr("this is a bare repository, to which commits are "
			   "pushed: gk hook install --server"));
	out->path = arena_printf(&app->arena, "%s/%s", out->place.dir, out->name);
	out->before = arena_printf(&app->arena, "%s%s", out->path, kept);
	return EXIT_STATUS_OK;
}

static bool is_ours(const char *path)
{
	auto_buf text = BUF_INIT;
	struct error unread;

	return file_read(path, HOOK_LIMIT, &text, &unread) == 0 && hook_is_ours(text.s);
}

static bool is_there(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

static bool is_same(const char *a, const char *b)
{
	struct stat x;
	struct stat y;

	return lstat(a, &x) == 0 && lstat(b, &y) == 0 && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

static enum exit_status fail(struct app *app, const char *path)
{
	struct error err = { 0 };

	(void)error_errno(&err, tr("cannot write '%s'"), path);
	return complain_error(app, &err);
}

/* ---- install, uninstall ---- */

/* The catalogue's own folder, when gk was called somewhere inside of it. */
static enum exit_status find_folder(struct app *app, struct hook *hook)
{
	enum exit_status status = app_open_for(app, NEED_CATALOGUE | NEED_IF_ANY);

	if (status == EXIT_STATUS_OK && app->catalogue)
		hook->place.folder = source_prefix(app->catalogue->source);
	return status;
}

static enum exit_status keep_other(struct app *app, const struct hook *hook, bool force)
{
	if (!is_there(hook->path) || is_ours(hook->path))
		return EXIT_STATUS_OK;
	if (is_same(hook->path, hook->before))
		return EXIT_STATUS_OK; /* kept by one that was stopped then */
	if (is_there(hook->before) && !force)
		return complain_usage(
			app,
			tr("'%s' and '%s' are both hooks of somebody else's: put one of "
			   "them away, or --force"),
			hook->path, hook->before);
	/* A second name: it goes on being run until ours takes its place. */
	if ((unlink(hook->before) < 0 && errno != ENOENT) ||
	    (link(hook->path, hook->before) < 0 && rename(hook->path, hook->before) < 0))
		return fail(app, hook->before);
	say(app, tr("gk: the hook that was there is kept as %s and runs first"),
	    hook->before);
	return EXIT_STATUS_OK;
}

/* What git finds there is whole, and can be run. */
static int write_hook(const struct hook *hook, const struct buf *script,
		      struct error *err)
{
	auto_file_draft draft = FILE_DRAFT_INIT;

	if (file_draft_open(&draft, hook->path, err) < 0 ||
	    file_draft_add(&draft, script->s, script->len, err) < 0)
		return -1;
	if (fchmod(draft.fd, HOOK_MODE) < 0)
		return error_errno(err, tr("cannot write '%s'"), hook->path);
	if (file_draft_place(&draft, FILE_FAST, err) < 0)
		return -1;
	/* One that was there has left its permissions. */
	return chmod(hook->path, HOOK_MODE) < 0
		       ? error_errno(err, tr("cannot write '%s'"), hook->path)
		       : 0;
}

static enum exit_status install(struct app *app, const struct hook_options *o)
{
	struct hook hook;
	struct error err = { 0 };
	auto_buf script = BUF_INIT;
	enum exit_status status = find_hook(app, o->server, &hook);

	if (status == EXIT_STATUS_OK && !o->server)
		status = find_folder(app, &hook);
	if (status != EXIT_STATUS_OK)
		return status;
	hook_script(app, hook.name, hook.place.folder, &script);
	if (hook.place.shared && !o->force)
		return complain_usage(
			app,
			tr("core.hooksPath is '%s', which other repositories share: "
			   "--force, or put this line there: gk hook run %s"),
			hook.place.dir, hook.name);
	status = keep_other(app, &hook, o->force);
	if (status != EXIT_STATUS_OK)
		return status;
	if (write_hook(&hook, &script, &err) < 0)
		return complain_error(app, &err);
	say(app, tr("gk: installed %s"), hook.path);
	return o->server ? EXIT_STATUS_OK : hook_install_merge(app, hook.place.folder);
}

static enum exit_status uninstall(struct app *app, const struct hook_options *o)
{
	struct hook hook;
	enum exit_status status = find_hook(app, o->server, &hook);

	if (status == EXIT_STATUS_OK && !o->server)
		status = hook_uninstall_merge(app);
	if (status != EXIT_STATUS_OK)
		return status;
	if (!is_ours(hook.path)) {
		say(app, tr("gk: there is no hook of gk's at %s"), hook.path);
		return EXIT_STATUS_OK;
	}
	if (is_there(hook.before) ? rename(hook.before, hook.path) < 0
				  : unlink(hook.path) < 0)
		return fail(app, hook.path);
	say(app, tr("gk: removed %s"), hook.path);
	return EXIT_STATUS_OK;
}

/* ---- the command ---- */

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	if (argc == 1 && strcmp(argv[0], "install") == 0)
		return install(app, options);
	if (argc == 1 && strcmp(argv[0], "uninstall") == 0)
		return uninstall(app, options);
	if (argc == 6 && strcmp(argv[0], "run") == 0 && strcmp(argv[1], "merge") == 0)
		return hook_merge(app, argv + 2);
	if (argc == 2 && strcmp(argv[0], "run") == 0) {
		if (strcmp(argv[1], "pre-commit") == 0)
			return hook_pre_commit(app, options);
		if (strcmp(argv[1], "pre-receive") == 0)
			return hook_pre_receive(app, options);
		return complain_usage(app,
				      tr("'%s' is no hook of gk's: pre-commit, "
					 "pre-receive"),
				      argv[1]);
	}
	return complain_usage(app, "%s", tr("say install, uninstall or run HOOK"));
}

const struct command cmd_hook = {
	.name = "hook",
	.zh = "钩子",
	.args = N_("[OPTION]... install|uninstall|run HOOK"),
	.summary = N_("let git ask gk before it commits or takes a push"),
	.examples =
		"  gk hook install\n  gk hook install --server -C /srv/git/NAME.git\n  "
		"gk hook uninstall\n",
	.opts = opts,
	.options_size = sizeof(struct hook_options),
	.run = run,
};
