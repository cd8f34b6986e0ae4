#include "store/ignore.h"

#include <fcntl.h>
#include <fnmatch.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/list.h"
#include "store/beneath.h"

enum { IGNORE_FILE_LIMIT = 1 << 20 };

struct ignore {
	struct arena arena;
	struct source *source;
	const char *prefix;
	pthread_mutex_t lock; /* of all that libgit2 is asked */
	git_index *index;     /* NULL until it is asked for */
	bool index_unreadable;
	struct strings names;    /* last parts without a wildcard */
	struct strings suffixes; /* of last parts like *.bak */
	struct strings globs;    /* all others */
};

static bool is_wild(const char *s)
{
	return strpbrk(s, "*?[\\") != NULL;
}

/* Keeps the part of a pattern that the name of a file itself must match. */
static void add_pattern(struct ignore *ignore, const char *line, size_t len)
{
	char *pattern;
	const char *last;

	while (len && strchr(" \t\r", line[len - 1]))
		len--;
	/* What is wanted back is asked of libgit2 together with what is not. */
	if (!len || line[0] == '#' || line[0] == '!')
		return;
	while (len && line[len - 1] == '/')
		len--;
	pattern = arena_strndup(&ignore->arena, line, len);
	last = path_base(pattern);
	if (!is_wild(last))
		strings_add(&ignore->arena, &ignore->names, last);
	else if (last[0] == '*' && last[1] && !is_wild(last + 1))
		strings_add(&ignore->arena, &ignore->suffixes, last + 1);
	else
		strings_add(&ignore->arena, &ignore->globs, last);
}

static void add_patterns(struct ignore *ignore, const char *text)
{
	while (*text) {
		size_t len = strcspn(text, "\n");

		add_pattern(ignore, text, len);
		text += len;
		text += *text == '\n';
	}
}

/* A file that cannot be read ignores nothing, as with git. */
static void read_file(struct ignore *ignore, const char *dir, const char *name)
{
	auto_buf path = BUF_INIT;
	auto_buf text = BUF_INIT;
	struct error unread;

	path_join(&path, dir, name);
	if (file_read(path.s, IGNORE_FILE_LIMIT, &text, &unread) == 0)
		add_patterns(ignore, text.s);
}

/* core.excludesFile, or the file that git takes where that is not set. */
static void read_users_file(struct ignore *ignore, git_repository *repo)
{
	auto_config *config = NULL;
	auto_git_buf path = { 0 };
	auto_git_buf dirs = { 0 };

	if (git_repository_config_snapshot(&config, repo) == 0 &&
	    git_config_get_path(&path, config, "core.excludesfile") == 0)
		read_file(ignore, path.ptr, "");
	if (git_libgit2_opts(GIT_OPT_GET_SEARCH_PATH, GIT_CONFIG_LEVEL_XDG, &dirs) == 0 &&
	    dirs.ptr)
		read_file(ignore, dirs.ptr, "ignore");
}

/* Those that hold for the whole repository; `dir` gets its top. */
static void read_common_files(struct ignore *ignore, struct buf *dir)
{
	const struct source *source = ignore->source;

	if (source->top) {
		read_file(ignore, source->gitdir, "info/exclude");
		read_file(ignore, source->config, "git/ignore");
		buf_adds(dir, source->top);
		if (dir->len > 1)
			buf_addc(dir, '/');
		return;
	}
	read_file(ignore, git_repository_commondir(source->repo), "info/exclude");
	read_users_file(ignore, source->repo);
	buf_adds(dir, git_repository_workdir(source->repo));
}

struct ignore *ignore_new(struct source *source)
{
	struct ignore *ignore;
	auto_buf dir = BUF_INIT;

	if (!source->gitdir)
		return NULL;
	ignore = calloc(1, sizeof(*ignore));
	if (!ignore)
		out_of_memory();
	*ignore = (struct ignore){ .source = source,
				   .prefix = source->prefix,
				   .lock = PTHREAD_MUTEX_INITIALIZER };
	read_common_files(ignore, &dir);
	/* Of the folders above the catalogue; its own are read on the way. */
	for (const char *p = ignore->prefix; *p;) {
		size_t len = strcspn(p, "/") + 1;

		read_file(ignore, dir.s, ".gitignore");
		buf_add(&dir, p, len);
		p += len;
	}
	return ignore;
}

void ignore_free(struct ignore *ignore)
{
	if (!ignore)
		return;
	git_index_free(ignore->index);
	(void)pthread_mutex_destroy(&ignore->lock);
	arena_clear(&ignore->arena);
	free(ignore);
}

void ignore_read(struct ignore *ignore, int dir_fd)
{
	auto_buf text = BUF_INIT;
	struct error unread;

	if (ignore &&
	    beneath_read(dir_fd, ".gitignore", IGNORE_FILE_LIMIT, &text, &unread) == 0)
		add_patterns(ignore, text.s);
}

static bool has_patterns(const struct ignore *ignore)
{
	return ignore->names.count + ignore->suffixes.count + ignore->globs.count > 0;
}

static bool may_match(const struct ignore *ignore, const char *name, size_t len)
{
	for (size_t i = 0; i < ignore->names.count; i++)
		if (strcmp(ignore->names.items[i], name) == 0)
			return true;
	for (size_t i = 0; i < ignore->suffixes.count; i++) {
		size_t n = strlen(ignore->suffixes.items[i]);

		if (n <= len && strcmp(name + len - n, ignore->suffixes.items[i]) == 0)
			return true;
	}
	for (size_t i = 0; i < ignore->globs.count; i++)
		if (fnmatch(ignore->globs.items[i], name, 0) == 0)
			return true;
	return false;
}

/* Whether the index holds the file, or something in the folder. */
static bool is_tracked(struct ignore *ignore, const char *path, bool is_dir)
{
	struct error unread;
	size_t at = 0;

	if (!ignore->index && !ignore->index_unreadable &&
	    git_index_of(ignore->source->repo, &ignore->index, &unread) < 0)
		ignore->index_unreadable = true;
	if (!ignore->index)
		return false;
	if (is_dir)
		return git_index_find_prefix(&at, ignore->index, path) == 0;
	return git_index_find(&at, ignore->index, path) == 0;
}

static bool git_ignores(struct ignore *ignore, const char *path, bool is_dir)
{
	auto_buf full = BUF_INIT;
	git_repository *repo = source_repository(ignore->source);
	int ignored = 0;

	buf_adds(&full, ignore->prefix);
	buf_adds(&full, path);
	if (!repo || git_ignore_path_is_ignored(&ignored, repo, full.s) < 0 || !ignored)
		return false;
	return !is_tracked(ignore, full.s, is_dir);
}

bool ignore_has(struct ignore *ignore, const char *path)
{
	auto_buf name = BUF_INIT;
	size_t len;
	bool is_dir;
	bool has;

	if (!ignore || !has_patterns(ignore))
		return false;
	len = strlen(path);
	is_dir = len && path[len - 1] == '/';
	buf_add(&name, path, len - is_dir);
	if (!may_match(ignore, path_base(name.s), strlen(path_base(name.s))))
		return false;
	(void)pthread_mutex_lock(&ignore->lock);
	has = git_ignores(ignore, path, is_dir);
	(void)pthread_mutex_unlock(&ignore->lock);
	return has;
}
