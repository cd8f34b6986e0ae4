/* statfs(2) is of Linux.  NOLINTNEXTLINE(bugprone-reserved-identifier) */
#define _DEFAULT_SOURCE 1

#include "store/folders.h"

#include <string.h>
#include <sys/vfs.h>

#include "base/list.h"
#include "store/beneath.h"

/* The first bytes of what is kept: another number for another layout, or other names left out. */
static const char layout[8] = "folders1";

struct kept_folder {
	const char *path;
	struct folder_stamp stamp;
	struct folder_names names;
};

/* ---- reading what was kept ---- */

/* How much of `p` a value takes, or false. */
static bool take(const char **p, const char *end, void *out, size_t size)
{
	if ((size_t)(end - *p) < size)
		return false;
	memcpy(out, *p, size);
	*p += size;
	return true;
}

static bool take_folder(const char **p, const char *end, struct kept_folder *out)
{
	const char *path_end = memchr(*p, '\0', (size_t)(end - *p));
	uint64_t sizes[2];

	if (!path_end)
		return false;
	out->path = *p;
	*p = path_end + 1;
	if (!take(p, end, &out->stamp, sizeof(out->stamp)) ||
	    !take(p, end, sizes, sizeof(sizes)) || sizes[0] > sizes[1] ||
	    sizes[1] > (size_t)(end - *p) || (sizes[1] && (*p)[sizes[1] - 1] != '\0'))
		return false;
	out->names = (struct folder_names){ .names = *p,
					    .end = *p + sizes[1],
					    .count = (size_t)sizes[0] };
	*p += sizes[1];
	return true;
}

void folders_init(struct folders *folders, const char *kept, size_t len)
{
	const char *p = kept;
	const char *end = kept + len;
	struct kept_folder folder;

	*folders = (struct folders){ .arena = ARENA_INIT,
				     .out = BUF_INIT,
				     .lock = PTHREAD_MUTEX_INITIALIZER };
	buf_add(&folders->out, layout, sizeof(layout));
	if (len < sizeof(layout) || memcmp(p, layout, sizeof(layout)) != 0)
		return;
	for (p += sizeof(layout); p < end && take_folder(&p, end, &folder);) {
		folders->kept =
			array_grow(&folders->arena, folders->kept, folders->kept_count,
				   &folders->kept_room, sizeof(folder));
		folders->kept[folders->kept_count++] = folder;
	}
}

void folders_release(struct folders *folders)
{
	(void)pthread_mutex_destroy(&folders->lock);
	buf_release(&folders->out);
	arena_clear(&folders->arena);
}

/* ---- file systems ---- */

/* Those that give a folder a new time with every name that comes or goes. */
static bool keeps_times(int root)
{
	static const unsigned long kinds[] = {
		0xef53,     /* ext2, ext3, ext4 */
		0x58465342, /* XFS */
		0x9123683e, /* Btrfs */
		0xf2f52010, /* F2FS */
		0x01021994, /* tmpfs */
	};
	struct statfs fs;

	if (fstatfs(root, &fs) < 0)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		if ((unsigned long)fs.f_type == kinds[i])
			return true;
	}
	return false;
}

void folders_begin(struct folders *folders, int root)
{
	struct stat st;

	folders->local = keeps_times(root) && fstat(root, &st) == 0;
	if (folders->local)
		folders->device = st.st_dev;
}

bool folders_stamp(const struct folders *folders, int fd, struct folder_stamp *out)
{
	struct stat st;

	/* Another file system may be mounted on a folder. */
	if (!folders->local || fstat(fd, &st) < 0 || st.st_dev != folders->device)
		return false;
	*out = (struct folder_stamp){ .mtime_ns = beneath_ns(st.st_mtim),
				      .ctime_ns = beneath_ns(st.st_ctim),
				      .inode = st.st_ino,
				      .device = st.st_dev };
	return true;
}

static bool is_same(const struct folder_stamp *a, const struct folder_stamp *b)
{
	return a->mtime_ns == b->mtime_ns && a->ctime_ns == b->ctime_ns &&
	       a->inode == b->inode && a->device == b->device;
}

bool folders_recall(const struct folders *folders, const char *path,
		    const struct folder_stamp *stamp, struct folder_names *out)
{
	size_t from = 0;
	size_t to = folders->kept_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (strcmp(folders->kept[middle].path, path) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	if (from == folders->kept_count || strcmp(folders->kept[from].path, path) != 0 ||
	    !is_same(&folders->kept[from].stamp, stamp))
		return false;
	*out = folders->kept[from].names;
	return true;
}

bool folders_may_keep(struct folders *folders, const struct folder_stamp *stamp)
{
	int64_t now;

	(void)pthread_mutex_lock(&folders->lock);
	if (!folders->asked)
		folders->time = folders->now(folders->payload);
	folders->asked = true;
	now = folders->time;
	(void)pthread_mutex_unlock(&folders->lock);
	return stamp->mtime_ns < now && stamp->ctime_ns < now;
}

/* ---- keeping ---- */

void folders_keep(struct folders *folders, const char *path,
		  const struct folder_stamp *stamp, size_t count, size_t bytes)
{
	const uint64_t sizes[2] = { count, bytes };

	buf_add(&folders->out, path, strlen(path) + 1);
	buf_add(&folders->out, stamp, sizeof(*stamp));
	buf_add(&folders->out, sizes, sizeof(sizes));
}

void folders_keep_name(struct folders *folders, const char *name)
{
	buf_add(&folders->out, name, strlen(name) + 1);
}
