/*
 * The tree cache: the ids of the trees of folders, so that git need not make them anew.
 * Folders come before the folders in them: NAME, NUL, "ENTRIES FOLDERS", a line end, and
 * unless ENTRIES is -1 the id.
 */
#include <stdlib.h>
#include <string.h>

#include "store/gitindex_private.h"

enum { DEPTH_MAX = 64 };

struct folder {
	size_t path_len; /* of the path with a slash at its end; 0 for the root */
	long left;       /* folders in it that are still to come */
};

struct cache {
	const char *p;
	const char *end;
	struct buf path;
	struct folder stack[DEPTH_MAX];
	size_t depth;
};

/* The first change that does not come before `path`. */
static size_t first_from(const struct gitindex_change *changes, size_t count,
			 const struct buf *path)
{
	size_t low = 0;

	while (low < count) {
		const size_t middle = low + (count - low) / 2;
		const char *other = changes[middle].path;

		if (gitindex_compare(other, strlen(other), path->s, path->len) < 0)
			low = middle + 1;
		else
			count = middle;
	}
	return low;
}

static bool holds_change(const struct gitindex_change *changes, size_t count,
			 const struct buf *path)
{
	const size_t i = first_from(changes, count, path);

	return i < count && strncmp(changes[i].path, path->s, path->len) == 0;
}

static bool read_number(struct cache *cache, char after, long *out)
{
	char *end;

	if (cache->p >= cache->end ||
	    (*cache->p != '-' && !strchr("0123456789", *cache->p)))
		return false;
	*out = strtol(cache->p, &end, 10);
	if (end >= cache->end || *end != after)
		return false;
	cache->p = end + 1;
	return true;
}

/* Puts the folder's name on the path. */
static bool enter(struct cache *cache, const char *name)
{
	while (cache->depth && !cache->stack[cache->depth - 1].left)
		cache->depth--;
	if ((*name != '\0') != (cache->depth > 0) || cache->depth == DEPTH_MAX)
		return false;
	if (!cache->depth)
		return true;
	cache->stack[cache->depth - 1].left--;
	buf_truncate(&cache->path, cache->stack[cache->depth - 1].path_len);
	buf_adds(&cache->path, name);
	buf_addc(&cache->path, '/');
	return true;
}

static bool copy_folder(struct cache *cache, const struct gitindex_change *changes,
			size_t count, struct buf *out)
{
	const char *start = cache->p;
	const char *nul = memchr(start, '\0', (size_t)(cache->end - start));
	long entries;
	long folders;

	if (!nul || !enter(cache, start))
		return false;
	cache->p = nul + 1;
	if (!read_number(cache, ' ', &entries) || !read_number(cache, '\n', &folders) ||
	    folders < 0 || (entries >= 0 && cache->end - cache->p < SHA1_SIZE))
		return false;
	if (entries >= 0)
		cache->p += SHA1_SIZE;
	if (entries < 0 || !holds_change(changes, count, &cache->path)) {
		buf_add(out, start, (size_t)(cache->p - start));
	} else {
		buf_add(out, start, (size_t)(nul + 1 - start));
		buf_addf(out, "-1 %ld\n", folders);
	}
	cache->stack[cache->depth++] =
		(struct folder){ .path_len = cache->path.len, .left = folders };
	return true;
}

bool gitindex_tree(const char *bytes, size_t len, const struct gitindex_change *changes,
		   size_t count, struct buf *out)
{
	struct cache cache = { .p = bytes, .end = bytes + len, .path = BUF_INIT };
	const size_t before = out->len;
	bool whole = true;

	while (whole && cache.p < cache.end)
		whole = copy_folder(&cache, changes, count, out);
	for (size_t i = 0; i < cache.depth; i++)
		whole = whole && !cache.stack[i].left;
	buf_release(&cache.path);
	if (!whole)
		buf_truncate(out, before);
	return whole;
}
