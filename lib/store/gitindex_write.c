#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/beneath.h"
#include "store/gitindex_private.h"

/* git's index keeps 32 bits of what stat(2) says. */
#define LOW_BITS(n) ((uint32_t)((uint64_t)(n)&UINT32_MAX))

enum { ENOUGH = 1 << 16, NAME_MASK = 0xfff };

struct writer {
	int fd;
	struct sha1 *sum;
	struct buf waiting;
	int reason; /* errno of the first write that failed */
};

struct merge {
	const struct gitindex *index;
	struct writer writer;
	size_t span; /* old entries from here are kept and still to be written */
	/* Of version 4: the path that was written last, and whether it is not the one that the next old entry followed. */
	struct buf last;
	bool apart;
};

/* ---- bytes ---- */

static void write_all(struct writer *writer, const char *bytes, size_t len)
{
	while (len && !writer->reason) {
		ssize_t n = write(writer->fd, bytes, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			writer->reason = errno;
			return;
		}
		bytes += n;
		len -= (size_t)n;
	}
}

static void flush(struct writer *writer)
{
	write_all(writer, writer->waiting.s, writer->waiting.len);
	buf_reset(&writer->waiting);
}

static void put_bytes(struct writer *writer, const char *bytes, size_t len)
{
	sha1_add(writer->sum, bytes, len);
	if (writer->waiting.len + len > ENOUGH)
		flush(writer);
	if (len > ENOUGH)
		write_all(writer, bytes, len);
	else
		buf_add(&writer->waiting, bytes, len);
}

static void add_u32(struct buf *out, uint32_t n)
{
	for (unsigned int shift = 32; shift; shift -= 8)
		buf_addc(out, (char)(n >> (shift - 8) & 255));
}

/* ---- entries ---- */

static void add_varint(struct buf *out, size_t n)
{
	char bytes[16];
	size_t at = sizeof(bytes);

	bytes[--at] = (char)(n & 127);
	while (n >>= 7)
		bytes[--at] = (char)(128 | (--n & 127));
	buf_add(out, bytes + at, sizeof(bytes) - at);
}

static size_t shared_prefix(const struct buf *last, const char *path, size_t len)
{
	size_t n = 0;

	while (n < len && n < last->len && last->s[n] == path[n])
		n++;
	return n;
}

/* The path behind the head of an entry that began at `start`. */
static void add_path(struct merge *merge, struct buf *out, size_t start, const char *path,
		     size_t len)
{
	if (merge->index->version == 4) {
		const size_t shared = shared_prefix(&merge->last, path, len);

		add_varint(out, merge->last.len - shared);
		buf_add(out, path + shared, len - shared);
		buf_addc(out, '\0');
		return;
	}
	buf_add(out, path, len);
	do
		buf_addc(out, '\0');
	while ((out->len - start) % ENTRY_ALIGN);
}

static void wrote(struct merge *merge, const char *path, size_t len)
{
	if (merge->index->version != 4)
		return;
	buf_reset(&merge->last);
	buf_add(&merge->last, path, len);
}

static void add_stat(struct buf *out, const struct gitindex_change *change)
{
	static const struct stat unknown;
	const struct stat *st = change->has_stat ? &change->stat : &unknown;

	add_u32(out, LOW_BITS(st->st_ctim.tv_sec));
	add_u32(out, LOW_BITS(st->st_ctim.tv_nsec));
	add_u32(out, LOW_BITS(st->st_mtim.tv_sec));
	add_u32(out, LOW_BITS(st->st_mtim.tv_nsec));
	add_u32(out, LOW_BITS(st->st_dev));
	add_u32(out, LOW_BITS(st->st_ino));
	add_u32(out, change->mode);
	add_u32(out, st->st_uid);
	add_u32(out, st->st_gid);
	add_u32(out, LOW_BITS(st->st_size));
}

static void flush_span(struct merge *merge, size_t end)
{
	put_bytes(&merge->writer, merge->index->bytes.s + merge->span, end - merge->span);
	merge->span = end;
}

/* The entry of a change, before the old one at `before`. */
static void put_change(struct merge *merge, const struct gitindex_change *change,
		       size_t before)
{
	const size_t len = strlen(change->path);
	const unsigned int flags = len < NAME_MASK ? (unsigned int)len : NAME_MASK;
	auto_buf entry = BUF_INIT;

	flush_span(merge, before);
	if (!change->mode)
		return;
	add_stat(&entry, change);
	buf_add(&entry, change->oid, SHA1_SIZE);
	buf_addc(&entry, (char)(flags >> 8));
	buf_addc(&entry, (char)(flags & 255));
	add_path(merge, &entry, 0, change->path, len);
	put_bytes(&merge->writer, entry.s, entry.len);
	wrote(merge, change->path, len);
	merge->apart = true;
}

static void keep(struct merge *merge, const struct gitindex_entry *old)
{
	if (merge->index->version == 4 && merge->apart) {
		const char *head = merge->index->bytes.s + old->at;
		const bool more = (unsigned char)head[ENTRY_FLAGS] & FLAG_EXTENDED >> 8;
		auto_buf entry = BUF_INIT;

		buf_add(&entry, head, more ? ENTRY_NAME + 2 : ENTRY_NAME);
		add_path(merge, &entry, 0, old->path, old->path_len);
		put_bytes(&merge->writer, entry.s, entry.len);
		merge->span = old->at + old->len;
		merge->apart = false;
	}
	wrote(merge, old->path, old->path_len);
}

static int compare(const struct gitindex_change *change, const struct gitindex_entry *old)
{
	return gitindex_compare(change->path, strlen(change->path), old->path,
				old->path_len);
}

static void put_entries(struct merge *merge, const struct gitindex_change *changes,
			size_t count)
{
	struct gitindex_walk walk;
	size_t i = 0;

	merge->span = HEAD_SIZE;
	gitindex_walk(merge->index, &walk);
	while (gitindex_next(&walk)) {
		const struct gitindex_entry *old = &walk.entry;

		while (i < count && compare(&changes[i], old) < 0)
			put_change(merge, &changes[i++], old->at);
		if (i < count && compare(&changes[i], old) == 0) {
			put_change(merge, &changes[i++], old->at);
			merge->span = old->at + old->len;
			merge->apart = true;
		} else {
			keep(merge, old);
		}
	}
	flush_span(merge, merge->index->end);
	while (i < count)
		put_change(merge, &changes[i++], merge->index->end);
	gitindex_walk_release(&walk);
}

static uint32_t new_count(const struct gitindex *index,
			  const struct gitindex_change *changes, size_t count)
{
	struct gitindex_walk walk;
	uint32_t n = index->count;
	size_t i = 0;

	gitindex_walk(index, &walk);
	while (gitindex_next(&walk)) {
		while (i < count && compare(&changes[i], &walk.entry) < 0)
			n += changes[i++].mode != 0;
		if (i < count && compare(&changes[i], &walk.entry) == 0)
			n -= changes[i++].mode == 0;
	}
	for (; i < count; i++)
		n += changes[i].mode != 0;
	gitindex_walk_release(&walk);
	return n;
}

/* ---- the file ---- */

static void put_extension(struct writer *writer, const char *name,
			  const struct buf *content)
{
	auto_buf head = BUF_INIT;

	buf_add(&head, name, EXTENSION_NAME);
	add_u32(&head, (uint32_t)content->len);
	put_bytes(writer, head.s, head.len);
	put_bytes(writer, content->s, content->len);
}

static void put_extensions(struct merge *merge, const struct gitindex_change *changes,
			   size_t count)
{
	const struct gitindex *index = merge->index;
	const char *p = index->bytes.s + index->end;
	const char *end = p;

	if (index->bytes.len)
		end = index->bytes.s + index->bytes.len - SHA1_SIZE;
	while (p < end) {
		const size_t len = gitindex_u32(p + EXTENSION_NAME);
		const char *content = p + EXTENSION_HEAD;
		auto_buf out = BUF_INIT;

		if (memcmp(p, "REUC", EXTENSION_NAME) == 0)
			buf_add(&out, content, len);
		if (out.len || (memcmp(p, "TREE", EXTENSION_NAME) == 0 &&
				gitindex_tree(content, len, changes, count, &out)))
			put_extension(&merge->writer, p, &out);
		p = content + len;
	}
}

static void put_whole(struct merge *merge, const struct gitindex_change *changes,
		      size_t count)
{
	unsigned char sum[SHA1_SIZE];
	auto_buf head = BUF_INIT;

	buf_adds(&head, "DIRC");
	add_u32(&head, merge->index->version);
	add_u32(&head, new_count(merge->index, changes, count));
	put_bytes(&merge->writer, head.s, head.len);
	put_entries(merge, changes, count);
	put_extensions(merge, changes, count);
	sha1_finish(merge->writer.sum, sum);
	buf_add(&merge->writer.waiting, sum, sizeof(sum));
	flush(&merge->writer);
}

int gitindex_write(const struct gitindex *index, const struct gitindex_change *changes,
		   size_t count, const char *path, struct error *err)
{
	struct merge merge = { .index = index,
			       .writer = { .waiting = BUF_INIT },
			       .last = BUF_INIT };
	auto_fd fd = -1;

	if (unlink(path) < 0 && errno != ENOENT)
		return error_errno(err, tr("cannot write '%s'"), path);
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0 || (index->mode && fchmod(fd, index->mode) < 0))
		return error_errno(err, tr("cannot write '%s'"), path);
	merge.writer.fd = fd;
	merge.writer.sum = sha1_start();
	put_whole(&merge, changes, count);
	buf_release(&merge.writer.waiting);
	buf_release(&merge.last);
	errno = merge.writer.reason;
	return errno ? error_errno(err, tr("cannot write '%s'"), path) : 0;
}
