#include "store/gitindex.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "store/gitindex_private.h"

uint32_t gitindex_u32(const char *p)
{
	uint32_t n = 0;

	for (int i = 0; i < 4; i++)
		n = n << 8 | (unsigned char)p[i];
	return n;
}

static unsigned int flags_at(const char *entry)
{
	return (unsigned int)(unsigned char)entry[ENTRY_FLAGS] << 8 |
	       (unsigned char)entry[ENTRY_FLAGS + 1];
}

/* ---- entries ---- */

/* How much of the path before is not in this one (version 4); false when the number has no end. */
static bool read_strip(const char **p, const char *end, size_t *out)
{
	size_t n = 0;

	for (int i = 0; *p < end && i < 4; i++) {
		const unsigned char c = (unsigned char)*(*p)++;

		n = i ? (n + 1) << 7 | (c & 127) : c & 127;
		if (!(c & 128)) {
			*out = n;
			return true;
		}
	}
	return false;
}

/* The entry at walk->at of a version without compression. */
static bool read_plain(struct gitindex_walk *walk, const char *name, const char *end)
{
	struct gitindex_entry *entry = &walk->entry;
	const char *nul = memchr(name, '\0', (size_t)(end - name));
	const char *start = walk->index->bytes.s + entry->at;

	if (!nul)
		return false;
	entry->path = name;
	entry->path_len = (size_t)(nul - name);
	/* One NUL at least, and as many as make a multiple of eight. */
	entry->len = ((size_t)(nul - start) + ENTRY_ALIGN) / ENTRY_ALIGN * ENTRY_ALIGN;
	return entry->len <= (size_t)(end - start);
}

static bool read_compressed(struct gitindex_walk *walk, const char *name, const char *end)
{
	struct gitindex_entry *entry = &walk->entry;
	const char *nul;
	size_t strip;

	if (!read_strip(&name, end, &strip) || strip > walk->path.len)
		return false;
	nul = memchr(name, '\0', (size_t)(end - name));
	if (!nul)
		return false;
	buf_truncate(&walk->path, walk->path.len - strip);
	buf_add(&walk->path, name, (size_t)(nul - name));
	entry->path = walk->path.s;
	entry->path_len = walk->path.len;
	entry->len = (size_t)(nul + 1 - (walk->index->bytes.s + entry->at));
	return true;
}

/* False for what is no entry, which gitindex_read() has not let through. */
static bool read_entry(struct gitindex_walk *walk)
{
	const struct gitindex *index = walk->index;
	const char *start = index->bytes.s + walk->at;
	const char *end = index->bytes.s + index->end;
	size_t head = ENTRY_NAME;

	if ((size_t)(end - start) < ENTRY_NAME + 2)
		return false;
	walk->entry.at = walk->at;
	walk->entry.oid = (const unsigned char *)start + ENTRY_OID;
	walk->entry.stage = flags_at(start) >> 12 & 3;
	if (flags_at(start) & FLAG_EXTENDED) {
		if (index->version < 3)
			return false;
		head += 2;
	}
	return index->version == 4 ? read_compressed(walk, start + head, end)
				   : read_plain(walk, start + head, end);
}

void gitindex_walk(const struct gitindex *index, struct gitindex_walk *out)
{
	*out = (struct gitindex_walk){
		.index = index, .at = HEAD_SIZE, .left = index->count, .path = BUF_INIT
	};
}

bool gitindex_next(struct gitindex_walk *walk)
{
	if (!walk->left || !read_entry(walk))
		return false;
	walk->left--;
	walk->at += walk->entry.len;
	return true;
}

void gitindex_walk_release(struct gitindex_walk *walk)
{
	buf_release(&walk->path);
}

/* ---- reading ---- */

static int unreadable(const char *path, struct error *err)
{
	return error_set(err, ERR_EXTERNAL, tr("cannot read the index of git ('%s')"),
			 path);
}

/* What a kind of extension means; those whose name begins in lower case must be understood. */
static int check_extension(const char *path, const char *name, struct error *err)
{
	if (memcmp(name, "link", EXTENSION_NAME) == 0)
		return error_set(err, ERR_EXTERNAL,
				 tr("git keeps a split index here, which gk cannot read: "
				    "git update-index --no-split-index"));
	if (memcmp(name, "sdir", EXTENSION_NAME) == 0)
		return error_set(
			err, ERR_EXTERNAL,
			tr("git keeps a sparse index here, which gk cannot read: "
			   "git sparse-checkout reapply --no-sparse-index"));
	if (name[0] < 'A' || name[0] > 'Z')
		return unreadable(path, err);
	return 0;
}

static int check_extensions(const struct gitindex *index, const char *path,
			    struct error *err)
{
	const char *p = index->bytes.s + index->end;
	const char *end = index->bytes.s + index->bytes.len - SHA1_SIZE;

	while (end - p >= EXTENSION_HEAD) {
		const size_t len = gitindex_u32(p + EXTENSION_NAME);

		if (check_extension(path, p, err) < 0)
			return -1;
		if (len > (size_t)(end - p) - EXTENSION_HEAD)
			return unreadable(path, err);
		p += EXTENSION_HEAD + len;
	}
	return p == end ? 0 : unreadable(path, err);
}

/*
 * Files that were written in the moment in which git wrote its index may have changed
 * since without a trace in their times; git finds them by comparing with the time of
 * the index.  A later index hides them, so their size is forgotten, as git itself does
 * when it writes: git then looks at the content.
 */
static void forget_racy(char *entry, const struct stat *st)
{
	const int64_t seconds = gitindex_u32(entry + ENTRY_MTIME);
	const int64_t nanoseconds = gitindex_u32(entry + ENTRY_MTIME + 4);

	if (seconds > st->st_mtim.tv_sec ||
	    (seconds == st->st_mtim.tv_sec && nanoseconds >= st->st_mtim.tv_nsec))
		memset(entry + ENTRY_SIZE, 0, 4);
}

int gitindex_compare(const char *a, size_t a_len, const char *b, size_t b_len)
{
	const int order = memcmp(a, b, a_len < b_len ? a_len : b_len);

	return order ? order : (a_len > b_len) - (a_len < b_len);
}

/*
 * Looks at each entry once; afterwards a walk cannot fail.  False where they are not in order,
 * as those of a split index are not.
 */
static bool check_entries(struct gitindex *index, const struct stat *st)
{
	struct gitindex_walk walk;
	auto_buf last = BUF_INIT;
	unsigned int stage = 0;
	bool ordered = true;

	gitindex_walk(index, &walk);
	while (gitindex_next(&walk)) {
		const struct gitindex_entry *entry = &walk.entry;
		int order =
			gitindex_compare(last.s, last.len, entry->path, entry->path_len);

		ordered = ordered && (order < 0 || (order == 0 && stage < entry->stage));
		buf_reset(&last);
		buf_add(&last, entry->path, entry->path_len);
		stage = entry->stage;
		forget_racy(index->bytes.s + entry->at, st);
	}
	index->end = walk.at;
	gitindex_walk_release(&walk);
	return ordered && walk.left == 0;
}

static int read_whole(const char *path, struct gitindex *out, struct error *err)
{
	struct stat st;
	bool ordered;

	if (file_read(path, SIZE_MAX / 2, &out->bytes, err) < 0)
		return -1;
	if (stat(path, &st) < 0)
		return error_errno(err, tr("cannot read '%s'"), path);
	out->mode = st.st_mode & 0777;
	if (out->bytes.len < HEAD_SIZE + SHA1_SIZE ||
	    memcmp(out->bytes.s, "DIRC", 4) != 0)
		return unreadable(path, err);
	out->version = gitindex_u32(out->bytes.s + 4);
	out->count = gitindex_u32(out->bytes.s + 8);
	out->end = out->bytes.len - SHA1_SIZE;
	if (out->version < 2 || out->version > 4)
		return unreadable(path, err);
	ordered = check_entries(out, &st);
	if (check_extensions(out, path, err) < 0)
		return -1;
	return ordered ? 0 : unreadable(path, err);
}

int gitindex_read(const char *path, struct gitindex *out, struct error *err)
{
	struct error absent = { 0 };

	*out = (struct gitindex){ .bytes = BUF_INIT, .version = 2, .end = HEAD_SIZE };
	if (read_whole(path, out, &absent) == 0)
		return 0;
	gitindex_release(out);
	if (absent.code == ERR_NOT_FOUND) {
		*out = (struct gitindex){ .bytes = BUF_INIT,
					  .version = 2,
					  .end = HEAD_SIZE };
		return 0;
	}
	*err = absent;
	return -1;
}

void gitindex_release(struct gitindex *index)
{
	buf_release(&index->bytes);
	*index = (struct gitindex){ .bytes = BUF_INIT };
}
