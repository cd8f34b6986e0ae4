#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/i18n.h"
#include "store/beneath.h"
#include "store/ignore.h"
#include "store/pool.h"
#include "store/source_walk.h"

static struct source_stat stat_of(const struct stat *st)
{
	return (struct source_stat){ .size = (uint64_t)st->st_size,
				     .mtime_ns = beneath_ns(st->st_mtim),
				     .ctime_ns = beneath_ns(st->st_ctim),
				     .inode = st->st_ino };
}

static enum source_entry_type type_of(const struct stat *st)
{
	if (S_ISREG(st->st_mode))
		return SOURCE_FILE;
	return S_ISLNK(st->st_mode) ? SOURCE_LINK : SOURCE_SPECIAL;
}

/* ---- what the entries are ---- */

enum { STAT_STEP = 512 };

struct stats {
	struct source *source;
	struct ignore *ignore;
	struct listing *list;
};

/* The folder that was used last. */
struct place {
	const char *path; /* of an entry in it; NULL for none */
	size_t len;       /* of the folder's part of it */
	int fd;
	int sys; /* why it cannot be opened */
};

static void go_to(struct place *place, int root, const char *path)
{
	size_t len = (size_t)(path_base(path) - path);

	if (place->path && place->len == len && memcmp(place->path, path, len) == 0)
		return;
	beneath_close(&place->fd);
	place->fd = beneath_parent(root, path);
	place->sys = place->fd < 0 ? errno : 0;
	place->path = path;
	place->len = len;
}

/* Leaves the path NULL where there is nothing, or what git ignores. */
static void look_at(struct source_entry *entry, const struct place *place,
		    struct ignore *ignore)
{
	struct stat st;
	int sys = place->sys;

	if (ignore_has(ignore, entry->path)) {
		entry->path = NULL;
		return;
	}
	if (!sys &&
	    fstatat(place->fd, entry->path + place->len, &st, AT_SYMLINK_NOFOLLOW) < 0)
		sys = errno;
	/* Gone since it was read: it is not there. */
	if (sys == ENOENT) {
		entry->path = NULL;
	} else if (sys) {
		entry->type = SOURCE_CLOSED;
		entry->sys = sys;
	} else {
		entry->type = type_of(&st);
		entry->stat = stat_of(&st);
	}
}

static int look_at_all(void *payload, size_t from, size_t to, struct error *err)
{
	struct stats *stats = payload;
	struct place place = { .fd = -1 };

	(void)err;
	for (; from < to; from++) {
		struct source_entry *entry = &stats->list->items[from];

		if (entry->type == SOURCE_CLOSED)
			continue;
		go_to(&place, stats->source->root_fd, entry->path);
		look_at(entry, &place, stats->ignore);
	}
	beneath_close(&place.fd);
	return 0;
}

static void drop_absent(struct listing *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].path)
			list->items[kept++] = list->items[i];
	list->count = kept;
}

int worktree_list(struct source *source, const char *folder, struct listing *list,
		  struct error *err)
{
	struct stats stats = { .source = source, .list = list };
	struct source_walk from = { .root = source->root_fd,
				    .folder = folder,
				    .folders = *folder ? NULL : source->folders };
	struct pool pool = { .threads = pool_threads(0),
			     .step = STAT_STEP,
			     .run = look_at_all,
			     .payload = &stats };
	int done;

	stats.ignore = ignore_new(source);
	from.ignore = stats.ignore;
	if (from.folders)
		folders_begin(from.folders, source->root_fd);
	done = source_walk(&from, list, err);
	pool.count = list->count;
	if (done == 0)
		done = pool_run(&pool, err);
	drop_absent(list);
	ignore_free(stats.ignore);
	return done;
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
