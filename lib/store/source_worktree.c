#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/list.h"
#include "store/beneath.h"
#include "store/ignore.h"
#include "store/source_private.h"

struct walk {
	struct listing *list;
	struct ignore *ignore;
	struct buf path; /* of the folder at hand: "" or "items/mz/" */
};

/* An entry of one folder; a folder's own name ends with a slash, so that names sort as whole paths do. */
struct name {
	const char *text;
	struct stat st;
	int sys;
};

struct names {
	struct name *items;
	size_t count;
	size_t room;
	bool ignores; /* a .gitignore is among them */
};

static int64_t nanoseconds(struct timespec t)
{
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static struct source_stat stat_of(const struct stat *st)
{
	return (struct source_stat){ .size = (uint64_t)st->st_size,
				     .mtime_ns = nanoseconds(st->st_mtim),
				     .ctime_ns = nanoseconds(st->st_ctim),
				     .inode = st->st_ino };
}

static enum source_entry_type type_of(const struct stat *st)
{
	if (S_ISREG(st->st_mode))
		return SOURCE_FILE;
	return S_ISLNK(st->st_mode) ? SOURCE_LINK : SOURCE_SPECIAL;
}

static bool is_folder(const struct name *name)
{
	return !name->sys && S_ISDIR(name->st.st_mode) &&
	       !source_is_record_name(name->text);
}

static int compare_names(const void *a, const void *b)
{
	const struct name *x = a;
	const struct name *y = b;

	return strcmp(x->text, y->text);
}

static void add_name(struct names *names, struct arena *scratch, int dir_fd,
		     const char *text)
{
	size_t len = strlen(text);
	struct name name = { 0 };
	char *copy;

	if (fstatat(dir_fd, text, &name.st, AT_SYMLINK_NOFOLLOW) < 0) {
		/* Gone since it was read: it is not there. */
		if (errno == ENOENT)
			return;
		name.sys = errno;
	}
	copy = arena_strndup(scratch, text, len + 1);
	name.text = copy;
	if (is_folder(&name))
		copy[len] = '/';
	else if (strcmp(text, ".gitignore") == 0)
		names->ignores = true;
	names->items = array_grow(scratch, names->items, names->count, &names->room,
				  sizeof(name));
	names->items[names->count++] = name;
}

/* Reads and closes the folder; 0, or the errno that stopped it. */
static int read_names(int fd, bool at_root, struct arena *scratch, struct names *names)
{
	DIR *dir = fdopendir(fd);
	int reason;

	if (!dir) {
		reason = errno;
		(void)close(fd);
		return reason;
	}
	for (;;) {
		const struct dirent *entry;

		errno = 0;
		entry = readdir(dir); /* NOLINT(concurrency-mt-unsafe): our own stream */
		if (!entry)
			break;
		if (!source_skips(entry->d_name, at_root))
			add_name(names, scratch, fd, entry->d_name);
	}
	reason = errno;
	(void)closedir(dir);
	return reason;
}

static void add_entry(struct walk *walk, const char *path, enum source_entry_type type,
		      const struct stat *st, int sys)
{
	struct listing *list = walk->list;
	struct source_entry *entry =
		listing_add(list, arena_strndup(list->arena, path, strlen(path)), type);

	entry->stat = stat_of(st);
	entry->sys = sys;
}

static int open_folder(int above, const char *name)
{
	const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
	auto_buf bare = BUF_INIT;

	/* With its slash a symbolic link would be followed. */
	buf_add(&bare, name, strlen(name) - 1);
	return openat(above, bare.s, flags);
}

static void walk_folder(struct walk *walk, int fd, int depth);

/* NOLINTNEXTLINE(misc-no-recursion): SOURCE_DEPTH_MAX levels */
static void walk_name(struct walk *walk, int above, const struct name *name, int depth)
{
	const size_t len = walk->path.len;
	int fd;

	buf_adds(&walk->path, name->text);
	if (ignore_has(walk->ignore, walk->path.s)) {
		buf_truncate(&walk->path, len);
		return;
	}
	if (!is_folder(name)) {
		add_entry(walk, walk->path.s,
			  name->sys ? SOURCE_CLOSED : type_of(&name->st), &name->st,
			  name->sys);
		buf_truncate(&walk->path, len);
		return;
	}
	errno = ENAMETOOLONG;
	fd = depth ? open_folder(above, name->text) : -1;
	if (fd >= 0) {
		walk_folder(walk, fd, depth - 1);
	} else if (errno != ENOENT) {
		buf_truncate(&walk->path, walk->path.len - 1);
		add_entry(walk, walk->path.s, SOURCE_CLOSED, &name->st, errno);
	}
	buf_truncate(&walk->path, len);
}

/* Takes over `fd`.  NOLINTNEXTLINE(misc-no-recursion): SOURCE_DEPTH_MAX levels */
static void walk_folder(struct walk *walk, int fd, int depth)
{
	struct arena scratch = ARENA_INIT;
	struct names names = { 0 };
	/* closedir(3) closes what it was given; the folders inside need it for longer. */
	auto_fd above = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	int reason = read_names(fd, !walk->path.len, &scratch, &names);

	if (reason) {
		static const struct stat none;

		add_entry(walk, walk->path.s, SOURCE_CLOSED, &none, reason);
	}
	if (names.ignores)
		ignore_read(walk->ignore, above);
	if (names.count)
		qsort(names.items, names.count, sizeof(*names.items), compare_names);
	for (size_t i = 0; i < names.count; i++)
		walk_name(walk, above, &names.items[i], depth);
	arena_clear(&scratch);
}

int worktree_list(struct source *source, struct listing *list, struct error *err)
{
	struct walk walk = { .list = list, .path = BUF_INIT };
	int fd = openat(source->root_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return error_errno(err, tr("cannot read '%s'"), source->root);
	walk.ignore = ignore_new(source->repo, source->prefix);
	walk_folder(&walk, fd, SOURCE_DEPTH_MAX);
	ignore_free(walk.ignore);
	buf_release(&walk.path);
	return 0;
}

int worktree_find(struct source *source, struct arena *arena, const char *path,
		  struct source_entry *out, struct error *err)
{
	struct stat st;

	if (!beneath_is_path(path))
		return source_no_file(path, err);
	if (beneath_stat(source->root_fd, path, &st) < 0) {
		/* A symbolic link on the way is listed as one, and nothing lies behind it. */
		if (errno == ENOENT || errno == ENOTDIR || errno == ELOOP)
			return source_no_file(path, err);
		return error_errno(err, tr("cannot read '%s'"), path);
	}
	if (S_ISDIR(st.st_mode) && !source_is_record_name(path))
		return source_no_file(path, err);
	*out = (struct source_entry){ .path = arena_strndup(arena, path, strlen(path)),
				      .type = type_of(&st),
				      .stat = stat_of(&st) };
	return 0;
}
