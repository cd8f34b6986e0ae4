/* Types of entries (DT_DIR) are of BSD.  NOLINTNEXTLINE(bugprone-reserved-identifier) */
#define _DEFAULT_SOURCE 1

#include "store/source_walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/list.h"
#include "store/beneath.h"
#include "store/pool.h"
#include "store/source_private.h"

/* An entry of a folder; the path of a folder ends with a slash, so that names sort as whole paths do. */
struct name {
	size_t at; /* of its path in the texts of the folder */
	uint64_t key;
	const char *path;
	struct folder *inside; /* of a folder that is no part of what is ignored */
	bool is_folder;
};

struct folder {
	const char *path; /* "" or "items/mz/" */
	struct arena arena;
	struct name *names;
	size_t count;
	size_t room;
	struct buf texts;
	size_t common; /* so much the paths have in common */
	bool has_folders;
	bool ignores; /* a .gitignore is among the names */
	bool closed; /* it could not be opened; else `sys` is why it was not read to its end */
	int sys;
};

/* Folders that lie equally deep. */
struct level {
	struct folder **items;
	size_t count;
	size_t room;
};

struct walk {
	int root;
	struct arena arena; /* of the folders */
	struct ignore *ignore;
	struct level level;
};

/* ---- one folder ---- */

static bool is_folder(int fd, const struct dirent *entry)
{
	struct stat st;

	if (entry->d_type != DT_UNKNOWN && entry->d_type != DT_DIR)
		return false;
	if (source_is_record_name(entry->d_name))
		return false;
	return entry->d_type == DT_DIR ||
	       (fstatat(fd, entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
		S_ISDIR(st.st_mode));
}

static size_t common_length(const char *a, const char *b, size_t most)
{
	size_t n = 0;

	while (n < most && a[n] && a[n] == b[n])
		n++;
	return n;
}

static void add_name(struct folder *folder, int fd, const struct dirent *entry)
{
	struct buf *texts = &folder->texts;
	struct name *name;

	folder->names = array_grow(&folder->arena, folder->names, folder->count,
				   &folder->room, sizeof(*name));
	name = &folder->names[folder->count++];
	*name = (struct name){ .at = texts->len, .is_folder = is_folder(fd, entry) };
	buf_adds(texts, folder->path);
	buf_adds(texts, entry->d_name);
	if (name->is_folder)
		buf_addc(texts, '/');
	buf_addc(texts, '\0');
	folder->has_folders = folder->has_folders || name->is_folder;
	folder->ignores = folder->ignores ||
			  (!name->is_folder && strcmp(entry->d_name, ".gitignore") == 0);
	folder->common = common_length(texts->s, texts->s + name->at,
				       folder->count == 1 ? SIZE_MAX : folder->common);
}

/* Eight bytes that order nearly all names of a folder. */
static uint64_t sort_key(const char *text)
{
	uint64_t key = 0;

	for (unsigned int shift = 64; shift && *text; text++) {
		shift -= 8;
		key |= (uint64_t)(unsigned char)*text << shift;
	}
	return key;
}

static int compare_names(const void *a, const void *b)
{
	const struct name *x = a;
	const struct name *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return strcmp(x->path, y->path);
}

static void sort_names(struct folder *folder, const char *texts)
{
	for (size_t i = 0; i < folder->count; i++) {
		struct name *name = &folder->names[i];

		name->path = texts + name->at;
		name->key = sort_key(name->path + folder->common);
	}
	if (folder->count)
		qsort(folder->names, folder->count, sizeof(*folder->names),
		      compare_names);
}

/* Reads and closes the folder. */
static void read_names(struct folder *folder, int fd)
{
	DIR *dir = fdopendir(fd);
	const struct dirent *entry;

	if (!dir) {
		folder->sys = errno;
		(void)close(fd);
		return;
	}
	for (;;) {
		errno = 0;
		entry = readdir(dir); /* NOLINT(concurrency-mt-unsafe): our own stream */
		if (!entry)
			break;
		if (!source_skips(entry->d_name, !*folder->path))
			add_name(folder, fd, entry);
	}
	folder->sys = errno;
	(void)closedir(dir);
}

static int read_folders(void *payload, size_t from, size_t to, struct error *err)
{
	struct walk *walk = payload;

	(void)err;
	for (; from < to; from++) {
		struct folder *folder = walk->level.items[from];
		/* What stands behind the last slash is the folder itself. */
		int fd = beneath_parent(walk->root, folder->path);

		if (fd < 0) {
			folder->closed = true;
			folder->sys = errno;
			continue;
		}
		read_names(folder, fd);
		sort_names(folder, folder->texts.s);
	}
	return 0;
}

/* ---- all of them, level by level ---- */

static struct folder *add_folder(struct walk *walk, struct level *level, const char *path)
{
	struct folder *folder = arena_new(&walk->arena, struct folder);

	*folder = (struct folder){ .path = path, .arena = ARENA_INIT, .texts = BUF_INIT };
	level->items = array_grow(&walk->arena, level->items, level->count, &level->room,
				  sizeof(struct folder *));
	level->items[level->count++] = folder;
	return folder;
}

static void read_ignored(struct walk *walk, const struct folder *folder)
{
	auto_fd fd = beneath_parent(walk->root, folder->path);

	if (fd >= 0)
		ignore_read(walk->ignore, fd);
}

/* The folders inside those of a level, without what git ignores. */
static struct level enter_folders(struct walk *walk)
{
	struct level next = { .items = NULL };

	for (size_t i = 0; i < walk->level.count; i++) {
		struct folder *folder = walk->level.items[i];

		if (folder->ignores)
			read_ignored(walk, folder);
		for (size_t j = 0; folder->has_folders && j < folder->count; j++) {
			struct name *name = &folder->names[j];

			if (name->is_folder && !ignore_has(walk->ignore, name->path))
				name->inside = add_folder(walk, &next, name->path);
		}
	}
	return next;
}

static int read_levels(struct walk *walk, struct error *err)
{
	for (int depth = 0; walk->level.count && depth <= SOURCE_DEPTH_MAX; depth++) {
		const struct pool pool = { .threads = pool_threads(0),
					   .count = walk->level.count,
					   .step = 1,
					   .run = read_folders,
					   .payload = walk };

		if (pool_run(&pool, err) < 0)
			return -1;
		walk->level = enter_folders(walk);
	}
	for (size_t i = 0; i < walk->level.count; i++) {
		walk->level.items[i]->closed = true;
		walk->level.items[i]->sys = ENAMETOOLONG;
	}
	return 0;
}

/* ---- one list of them ---- */

/* NOLINTNEXTLINE(misc-no-recursion): SOURCE_DEPTH_MAX levels */
static size_t count_entries(const struct folder *folder)
{
	size_t count = 1; /* that it cannot be read */

	for (size_t i = 0; i < folder->count; i++) {
		if (folder->names[i].inside)
			count += count_entries(folder->names[i].inside);
		else
			count += !folder->names[i].is_folder;
	}
	return count;
}

static void add_closed(struct listing *list, const struct folder *folder)
{
	size_t len = strlen(folder->path);

	/* Gone since its name was read: it is not there. */
	if (folder->closed && folder->sys == ENOENT)
		return;
	list->items[list->count++] = (struct source_entry){
		.path = arena_strndup(list->arena, folder->path, len - folder->closed),
		.type = SOURCE_CLOSED,
		.sys = folder->sys,
	};
}

/* Adds what is in the folder, which is released.  NOLINTNEXTLINE(misc-no-recursion): SOURCE_DEPTH_MAX levels */
static void add_entries(struct listing *list, struct folder *folder)
{
	const char *from = folder->texts.s;
	char *texts = arena_array(list->arena, char, folder->texts.len + 1);

	if (folder->sys)
		add_closed(list, folder);
	memcpy(texts, from, folder->texts.len);
	for (size_t i = 0; i < folder->count; i++) {
		const struct name *name = &folder->names[i];

		if (name->inside)
			add_entries(list, name->inside);
		else if (!name->is_folder)
			list->items[list->count++] =
				(struct source_entry){ .path = texts + name->at };
	}
	buf_release(&folder->texts);
	arena_clear(&folder->arena);
}

/* Whether git ignores the folder or one around it; the patterns on the way are read. */
static bool is_ignored(struct walk *walk, const char *path)
{
	auto_buf folder = BUF_INIT;

	while (*path) {
		const struct folder around = { .path = folder.s };
		size_t len = strcspn(path, "/") + 1;

		read_ignored(walk, &around);
		buf_add(&folder, path, len);
		if (ignore_has(walk->ignore, folder.s))
			return true;
		path += len;
	}
	return false;
}

int source_walk(int root, const char *folder, struct ignore *ignore, struct listing *list,
		struct error *err)
{
	struct walk walk = { .root = root, .arena = ARENA_INIT, .ignore = ignore };
	struct folder *top = add_folder(&walk, &walk.level, folder);
	int done = 0;

	if (is_ignored(&walk, folder))
		walk.level.count = 0;
	else
		done = read_levels(&walk, err);
	list->items = arena_array(list->arena, struct source_entry, count_entries(top));
	add_entries(list, top);
	arena_clear(&walk.arena);
	return done;
}
