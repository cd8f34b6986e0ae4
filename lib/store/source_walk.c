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
	bool has_folders;
	bool ignores; /* a .gitignore is among the names */
	bool closed; /* it could not be opened; else `sys` is why it was not read to its end */
	int sys;
	struct folder_stamp stamp;
	bool keeps;    /* what was read may be kept under that stamp */
	bool recalled; /* it was not read: it is as it was */
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
	struct folders *folders; /* NULL: all are read */
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

/* A name; that of a folder gets a slash when it has none. */
static void add_name(struct folder *folder, const char *text, size_t len, bool is_folder)
{
	struct buf *texts = &folder->texts;
	struct name *name;

	folder->names = array_grow(&folder->arena, folder->names, folder->count,
				   &folder->room, sizeof(*name));
	name = &folder->names[folder->count++];
	*name = (struct name){ .at = texts->len, .is_folder = is_folder };
	buf_adds(texts, folder->path);
	buf_add(texts, text, len);
	if (is_folder && text[len - 1] != '/')
		buf_addc(texts, '/');
	buf_addc(texts, '\0');
	folder->has_folders = folder->has_folders || is_folder;
	folder->ignores =
		folder->ignores || (!is_folder && strcmp(text, ".gitignore") == 0);
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
	size_t common = SIZE_MAX; /* so much the paths have in common */

	for (size_t i = 0; i < folder->count; i++)
		common = common_length(texts, texts + folder->names[i].at, common);
	for (size_t i = 0; i < folder->count; i++) {
		struct name *name = &folder->names[i];

		name->path = texts + name->at;
		name->key = sort_key(name->path + common);
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
			add_name(folder, entry->d_name, strlen(entry->d_name),
				 is_folder(fd, entry));
	}
	folder->sys = errno;
	(void)closedir(dir);
}

/* Whether it may be the name of an entry: the bytes were kept in a file. */
static bool is_name(const char *text, size_t len)
{
	const char *slash = memchr(text, '/', len);

	if (!len || (slash && (len == 1 || slash != text + len - 1)))
		return false;
	return text[0] != '.' || beneath_is_path(text);
}

/* The folder as it was, without reading it; false when what was kept is no list of names. */
static bool take_names(struct folder *folder, const struct folder_names *kept)
{
	const char *p = kept->names;
	const char *before = NULL;

	folder->names = arena_array(&folder->arena, struct name, kept->count);
	folder->room = kept->count;
	for (; p < kept->end && folder->count < kept->count; p += strlen(p) + 1) {
		size_t len = strlen(p);

		if (!is_name(p, len) || (before && strcmp(before, p) >= 0))
			return false;
		add_name(folder, p, len, p[len - 1] == '/');
		before = p;
	}
	for (size_t i = 0; i < folder->count; i++)
		folder->names[i].path = folder->texts.s + folder->names[i].at;
	return p == kept->end && folder->count == kept->count;
}

static void forget_names(struct folder *folder)
{
	buf_reset(&folder->texts);
	folder->count = 0;
	folder->has_folders = false;
	folder->ignores = false;
}

/* Whether the folder is as it was; else whether it may be kept is noted. */
static bool recall(struct walk *walk, struct folder *folder, int fd)
{
	struct folder_names kept;

	if (!walk->folders || !folders_stamp(walk->folders, fd, &folder->stamp))
		return false;
	if (folders_recall(walk->folders, folder->path, &folder->stamp, &kept)) {
		folder->recalled = take_names(folder, &kept);
		if (folder->recalled)
			return true;
		forget_names(folder);
	}
	folder->keeps = folders_may_keep(walk->folders, &folder->stamp);
	return false;
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
		if (recall(walk, folder, fd)) {
			(void)close(fd);
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

/* ---- what is kept for the next time ---- */

static void keep_names(struct folders *folders, const struct folder *folder)
{
	size_t len = strlen(folder->path);

	folders_keep(folders, folder->path, &folder->stamp, folder->count,
		     folder->texts.len - folder->count * len);
	for (size_t i = 0; i < folder->count; i++)
		folders_keep_name(folders, folder->names[i].path + len);
}

static bool is_worth_keeping(const struct folder *folder)
{
	return folder->recalled || (folder->keeps && !folder->sys);
}

/* NOLINTNEXTLINE(misc-no-recursion): SOURCE_DEPTH_MAX levels */
static bool has_news(const struct folder *folder)
{
	if (is_worth_keeping(folder) && !folder->recalled)
		return true;
	for (size_t i = 0; folder->has_folders && i < folder->count; i++) {
		if (folder->names[i].inside && has_news(folder->names[i].inside))
			return true;
	}
	return false;
}

/* NOLINTNEXTLINE(misc-no-recursion): SOURCE_DEPTH_MAX levels */
static void keep_folders(struct folders *folders, const struct folder *folder)
{
	if (is_worth_keeping(folder))
		keep_names(folders, folder);
	for (size_t i = 0; folder->has_folders && i < folder->count; i++) {
		if (folder->names[i].inside)
			keep_folders(folders, folder->names[i].inside);
	}
}

int source_walk(const struct source_walk *from, struct listing *list, struct error *err)
{
	struct walk walk = { .root = from->root,
			     .arena = ARENA_INIT,
			     .ignore = from->ignore,
			     .folders = from->folders };
	const char *folder = from->folder;
	struct folder *top = add_folder(&walk, &walk.level, folder);
	int done = 0;

	if (is_ignored(&walk, folder))
		walk.level.count = 0;
	else
		done = read_levels(&walk, err);
	if (walk.folders && has_news(top)) {
		keep_folders(walk.folders, top);
		walk.folders->changed = true;
	}
	list->items = arena_array(list->arena, struct source_entry, count_entries(top));
	add_entries(list, top);
	arena_clear(&walk.arena);
	return done;
}
