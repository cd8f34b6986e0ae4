#include "site/trees.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "site/stage.h"

static void close_stream(DIR **dir)
{
	if (*dir)
		(void)closedir(*dir);
}
#define auto_stream gk_cleanup(close_stream) DIR

enum place { PLACE_EMPTY, PLACE_LINK, PLACE_FOLDER, PLACE_OTHER };

static int look(const char *path, enum place *place, struct error *err)
{
	struct stat st;

	*place = PLACE_EMPTY;
	if (lstat(path, &st) < 0)
		return errno == ENOENT ? 0
				       : error_errno(err, tr("cannot read '%s'"), path);
	if (S_ISLNK(st.st_mode))
		*place = PLACE_LINK;
	else
		*place = S_ISDIR(st.st_mode) ? PLACE_FOLDER : PLACE_OTHER;
	return 0;
}

static int read_link(struct arena *arena, const char *path, const char **target,
		     struct error *err)
{
	char text[256];
	ssize_t len = readlink(path, text, sizeof(text));

	if (len < 0)
		return error_errno(err, tr("cannot read '%s'"), path);
	*target = arena_strndup(arena, text, (size_t)len);
	return 0;
}

/* Which tree the link names: 0 or 1, -1 with an error when it is none of ours. */
static int current_of(struct arena *arena, const struct trees *trees,
		      const char *const names[2], struct error *err)
{
	const char *target = "";

	if (read_link(arena, trees->link, &target, err) < 0)
		return -1;
	for (int i = 0; i < 2; i++) {
		if (strcmp(target, names[i]) == 0)
			return i;
	}
	return error_set(
		err, ERR_DENIED,
		tr("'%s' is a link to '%s', which gk did not make: move it away, or "
		   "publish into another place"),
		trees->link, target);
}

static bool is_empty(const char *path)
{
	auto_stream *dir = opendir(path);
	size_t count = 0;

	if (!dir)
		return false;
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is our own */
	for (const struct dirent *entry; (entry = readdir(dir)) != NULL;) {
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			count++;
	}
	return count == 0;
}

/* A tree may be removed when it is not there, empty, or holds a manifest of gk. */
static int check_tree(const char *tree, struct error *err)
{
	enum place place;

	if (look(tree, &place, err) < 0)
		return -1;
	if (place == PLACE_EMPTY ||
	    (place == PLACE_FOLDER && (manifest_is_ours(tree) || is_empty(tree))))
		return 0;
	return error_set(err, ERR_DENIED,
			 tr("'%s' holds what gk did not make: move it away, or publish "
			    "into another place"),
			 tree);
}

static size_t without_slashes(const char *out)
{
	size_t len = strlen(out);

	while (len > 1 && out[len - 1] == '/')
		len--;
	return len;
}

static int set_names(struct arena *arena, const char *out, struct trees *trees,
		     const char *names[2], struct error *err)
{
	const char *link = arena_strndup(arena, out, without_slashes(out));
	const char *base = path_base(link);
	size_t dir = (size_t)(base - link);

	if (!*base || strcmp(base, ".") == 0 || strcmp(base, "..") == 0)
		return error_set(err, ERR_DENIED,
				 tr("'%s' cannot be the name of the site's folder"), out);
	*trees = (struct trees){
		.link = link,
		.temp = arena_printf(arena, "%.*s%s%s", (int)dir, link, FILE_TEMP_PREFIX,
				     base),
	};
	names[0] = arena_printf(arena, ".%s-a", base);
	names[1] = arena_printf(arena, ".%s-b", base);
	return 0;
}

static const char *beside(struct arena *arena, const char *link, const char *name)
{
	size_t dir = (size_t)(path_base(link) - link);

	return arena_printf(arena, "%.*s%s", (int)dir, link, name);
}

int trees_find(struct arena *arena, const char *out, struct trees *trees,
	       struct error *err)
{
	const char *names[2] = { "", "" };
	enum place place;
	int current = -1;

	*trees = (struct trees){ .link = out };
	if (set_names(arena, out, trees, names, err) < 0 ||
	    look(trees->link, &place, err) < 0)
		return -1;
	if (place == PLACE_LINK) {
		current = current_of(arena, trees, names, err);
		if (current < 0)
			return -1;
		trees->current = beside(arena, trees->link, names[current]);
	} else if (place != PLACE_EMPTY) {
		return error_set(
			err, ERR_DENIED,
			tr("'%s' is there already and gk did not make it: move it away, "
			   "or publish into another place"),
			trees->link);
	}
	trees->next = beside(arena, trees->link, names[current == 0 ? 1 : 0]);
	if (trees->current && check_tree(trees->current, err) < 0)
		return -1;
	return check_tree(trees->next, err);
}

/*
 * The manifest goes last: what a killed removal leaves can still be told from what gk
 * did not make.
 */
static int remove_tree(const char *tree, struct error *err)
{
	auto_stream *dir = opendir(tree);

	if (!dir)
		return errno == ENOENT ? 0
				       : error_errno(err, tr("cannot read '%s'"), tree);
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is our own */
	for (const struct dirent *entry; (entry = readdir(dir)) != NULL;) {
		auto_buf path = BUF_INIT;

		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
		    strcmp(entry->d_name, MANIFEST_NAME) == 0)
			continue;
		path_join(&path, tree, entry->d_name);
		if (file_remove_tree(path.s, err) < 0)
			return -1;
	}
	return file_remove_tree(tree, err);
}

int trees_prepare(const struct trees *trees, struct error *err)
{
	if (unlink(trees->temp) < 0 && errno != ENOENT)
		return error_errno(err, tr("cannot remove '%s'"), trees->temp);
	if (remove_tree(trees->next, err) < 0)
		return -1;
	return file_make_dirs(trees->next, err);
}

int trees_switch(const struct trees *trees, struct error *err)
{
	if (symlink(path_base(trees->next), trees->temp) < 0)
		return error_errno(err, tr("cannot make the link '%s'"), trees->temp);
	if (rename(trees->temp, trees->link) == 0)
		return 0;
	(void)error_errno(err, tr("cannot make the link '%s'"), trees->link);
	(void)unlink(trees->temp);
	return -1;
}

int trees_remove_old(const struct trees *trees, struct error *err)
{
	return trees->current ? remove_tree(trees->current, err) : 0;
}
