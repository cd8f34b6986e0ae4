/*
 * The usual repository, known without libgit2, whose start costs more than all else that
 * a small catalogue needs: a folder .git of the user's own, and a configuration that says
 * nothing of where things are.  Wherever it is not surely that, libgit2 is asked.
 */
#include <ctype.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "store/beneath.h"
#include "store/source_private.h"

enum { CONFIG_LIMIT = 1 << 20 };

static bool is_at(const char *dir, const char *name, struct stat *st)
{
	auto_buf path = BUF_INIT;

	path_join(&path, dir, name);
	return lstat(path.s, st) == 0;
}

static bool has_folder(const char *dir, const char *name)
{
	struct stat st;

	return is_at(dir, name, &st) && S_ISDIR(st.st_mode);
}

/* ---- the configuration ---- */

/* Whether what follows a key is "= VALUE" and the end of the line. */
static bool is_set_to(const char *text, const char *value)
{
	size_t len = strlen(value);

	text += strspn(text, " \t");
	if (*text++ != '=')
		return false;
	text += strspn(text, " \t");
	return strncmp(text, value, len) == 0 && strchr("\r\n", text[len]);
}

/* Whether the key has that value wherever the word stands. */
static bool is_only(const char *text, const char *key, const char *value)
{
	const char *at = text;

	while ((at = strstr(at, key))) {
		at += strlen(key);
		if (!is_set_to(at, value))
			return false;
	}
	return true;
}

/* Words are looked for anywhere: one too many costs time, one missed would be wrong. */
static bool is_usual_text(const char *text)
{
	static const char *const words[] = { "worktree", "include", "extensions",
					     "excludesfile" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strstr(text, words[i]))
			return false;
	return is_only(text, "bare", "false") &&
	       is_only(text, "repositoryformatversion", "0");
}

static bool is_usual_config(const char *dir, const char *name)
{
	auto_buf path = BUF_INIT;
	auto_buf text = BUF_INIT;
	struct error err = { 0 };

	path_join(&path, dir, name);
	if (file_read(path.s, CONFIG_LIMIT, &text, &err) < 0)
		return err.code == ERR_NOT_FOUND;
	if (strlen(text.s) != text.len)
		return false;
	for (size_t i = 0; i < text.len; i++)
		text.s[i] = (char)tolower((unsigned char)text.s[i]);
	return is_usual_text(text.s);
}

static bool has_usual_configs(const char *gitdir, const struct source_home *home)
{
	return is_usual_config(gitdir, "config") &&
	       is_usual_config(home->home, ".gitconfig") &&
	       is_usual_config(home->config, "git/config") &&
	       is_usual_config("/etc", "gitconfig");
}

/* ---- the folder ---- */

static bool is_own_folder(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode) && st.st_uid == geteuid();
}

static bool is_plain(const char *top, const char *gitdir)
{
	struct stat st;

	return is_own_folder(top) && is_own_folder(gitdir) &&
	       is_at(gitdir, "HEAD", &st) && S_ISREG(st.st_mode) &&
	       has_folder(gitdir, "objects") && has_folder(gitdir, "refs") &&
	       !is_at(gitdir, "commondir", &st) && !is_at(gitdir, "gitdir", &st);
}

/* Leaves in `top` the nearest folder, upward on one file system, that has a .git. */
static bool find_top(struct buf *top)
{
	struct stat here, st;

	if (lstat(top->s, &here) < 0)
		return false;
	for (;;) {
		size_t parent = (size_t)(path_base(top->s) - top->s);

		if (is_at(top->s, ".git", &st))
			return true;
		/* It may be a repository itself. */
		if (is_at(top->s, "HEAD", &st) || top->len <= 1)
			return false;
		buf_truncate(top, parent > 1 ? parent - 1 : 1);
		if (lstat(top->s, &st) < 0 || st.st_dev != here.st_dev)
			return false;
	}
}

bool plain_open(struct source *source, const char *dir, const struct source_home *home)
{
	struct arena *arena = &source->arena;
	auto_buf top = BUF_INIT;
	auto_buf gitdir = BUF_INIT;

	buf_adds(&top, dir);
	if (!find_top(&top))
		return false;
	path_join(&gitdir, top.s, ".git");
	if (!is_plain(top.s, gitdir.s) || !has_usual_configs(gitdir.s, home))
		return false;
	source->top = buf_dup(&top, arena);
	source->gitdir = buf_dup(&gitdir, arena);
	source->config = arena_strdup(arena, home->config);
	return true;
}

const char *plain_folder(struct source *source, const char *dir)
{
	size_t len = strlen(source->top);

	if (len == 1)
		len = 0; /* the work tree is / */
	if (strncmp(dir, source->top, len) != 0 || (dir[len] && dir[len] != '/'))
		return NULL;
	dir += len + (dir[len] == '/');
	return arena_printf(&source->arena, "%s%s", dir, *dir ? "/" : "");
}
