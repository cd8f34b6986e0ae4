/*
 * What folders held when they were read last, so that one which has not changed since need
 * not be read again.
 *
 * Adding, renaming and removing a file gives its folder another time of change; writing
 * into a file does not.  So an unchanged folder has the names it had, while its files
 * must be looked at all the same.  That holds on the file systems of this machine and not on
 * those of a network, and only for a folder that was older than the moment at which it was
 * read: within one tick of the clock it could change once more and look the same.
 *
 *	struct folders folders;
 *	folders_init(&folders, kept.s, kept.len);
 *	folders.now = file_system_time;
 *	source_remember(source, &folders);       // source_list() goes by it
 *	…
 *	if (folders.changed) keep folders.out
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_FOLDERS_H
#define GK_STORE_FOLDERS_H

#include <pthread.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"

/* By which a folder is known to be the one it was. */
struct folder_stamp {
	int64_t mtime_ns;
	int64_t ctime_ns;
	uint64_t inode;
	uint64_t device;
};

/* The names in a folder, in order: `count` texts, those of folders with a slash at the end. */
struct folder_names {
	const char *names;
	const char *end;
	size_t count;
};

struct kept_folder;

struct folders {
	struct arena arena;
	struct kept_folder *kept; /* in order of path */
	size_t kept_count;
	size_t kept_room;
	int64_t (*now)(
		void *payload); /* time of the file system in ns; 0 when there is no telling */
	void *payload;
	pthread_mutex_t lock; /* of `time` */
	int64_t time;
	bool asked;      /* what time it is */
	bool local;      /* the root's file system keeps times of folders */
	uint64_t device; /* of the root */
	struct buf out;  /* what is to be kept for the next time */
	bool changed;    /* and differs from what was */
};

struct source;

/**
 * From now on source_list() of a work tree goes by what folders held before and notes what
 * they hold now; NULL ends that.
 */
void source_remember(struct source *source, struct folders *folders);

/** Begin with the bytes kept, which must live as long; what is damaged counts as not kept. */
void folders_init(struct folders *folders, const char *kept, size_t len);
void folders_release(struct folders *folders);

/** Take note of the root, an open folder. */
void folders_begin(struct folders *folders, int root);
/** The stamp of an open folder; false when there is none to go by. */
bool folders_stamp(const struct folders *folders, int fd, struct folder_stamp *out);
/** The names that the folder of that path ("" or "items/mz/") has, if it is as it was.  Safe from several threads. */
bool folders_recall(const struct folders *folders, const char *path,
		    const struct folder_stamp *stamp, struct folder_names *out);
/** Whether a folder that is read from now on may be kept under its stamp.  Safe from several threads. */
bool folders_may_keep(struct folders *folders, const struct folder_stamp *stamp);

/** Keep a folder, and then its names one by one, in order: `bytes` long with a NUL each.  Folders come in order of path. */
void folders_keep(struct folders *folders, const char *path,
		  const struct folder_stamp *stamp, size_t count, size_t bytes);
void folders_keep_name(struct folders *folders, const char *name);

#endif
