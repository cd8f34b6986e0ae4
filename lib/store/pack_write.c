/* So that zlib takes what it only reads as const. */
#define ZLIB_CONST

#include "store/pack_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/file.h"
#include "base/i18n.h"

enum { VERSION = 2, TYPE_BLOB = 3, ENOUGH = 1 << 16, FANOUT = 256 };

struct pack {
	struct arena arena;
	struct pack_blob **order; /* by id, each once */
	size_t count;
	struct file_draft draft;
	struct buf waiting; /* not written yet */
	uint32_t at;        /* how long the pack is with it */
	struct sha1 *sum;
	unsigned char hash[SHA1_SIZE];
	z_stream z;
};

static void add_u32(struct buf *out, uint32_t n)
{
	for (unsigned int shift = 32; shift; shift -= 8)
		buf_addc(out, (char)(n >> (shift - 8) & 255));
}

static int compare_ids(const void *a, const void *b)
{
	const struct pack_blob *const *x = a;
	const struct pack_blob *const *y = b;
	int order = memcmp((*x)->oid, (*y)->oid, SHA1_SIZE);

	if (order)
		return order;
	return *x < *y ? -1 : *x > *y;
}

static void sort(struct pack *pack, struct pack_blob *blobs, size_t count)
{
	struct pack_blob **order =
		arena_array(&pack->arena, struct pack_blob *, count + 1);

	for (size_t i = 0; i < count; i++)
		order[i] = &blobs[i];
	qsort(order, count, sizeof(struct pack_blob *), compare_ids);
	for (size_t i = 0; i < count; i++) {
		struct pack_blob *before = pack->count ? order[pack->count - 1] : NULL;

		order[i]->is_double =
			before && memcmp(before->oid, order[i]->oid, SHA1_SIZE) == 0;
		if (!order[i]->is_double)
			order[pack->count++] = order[i];
	}
	pack->order = order;
}

static int flush(struct pack *pack, struct error *err)
{
	int rc;

	sha1_add(pack->sum, pack->waiting.s, pack->waiting.len);
	rc = file_draft_add(&pack->draft, pack->waiting.s, pack->waiting.len, err);
	buf_reset(&pack->waiting);
	return rc;
}

/* Type and length: four bits of it in the first byte, then seven in each, the lowest first. */
static void add_head(struct buf *out, size_t len)
{
	size_t byte = TYPE_BLOB << 4 | (len & 15);

	for (len >>= 4; len; len >>= 7) {
		buf_addc(out, (char)(byte | 128));
		byte = len & 127;
	}
	buf_addc(out, (char)byte);
}

static int add_deflated(struct pack *pack, const struct pack_blob *blob)
{
	struct buf *out = &pack->waiting;
	uLong most = deflateBound(&pack->z, (uLong)blob->len);

	buf_reserve(out, most);
	pack->z.next_in = blob->bytes;
	pack->z.avail_in = (uInt)blob->len;
	pack->z.next_out = (Bytef *)out->s + out->len;
	pack->z.avail_out = (uInt)most;
	if (deflate(&pack->z, Z_FINISH) != Z_STREAM_END)
		return -1;
	out->len += most - pack->z.avail_out;
	out->s[out->len] = '\0';
	return deflateReset(&pack->z) == Z_OK ? 0 : -1;
}

static int add_blob(struct pack *pack, struct pack_blob *blob, struct error *err)
{
	const size_t start = pack->waiting.len;

	add_head(&pack->waiting, blob->len);
	if (add_deflated(pack, blob) < 0)
		return error_set(err, ERR_SYSTEM, tr("cannot compress a file"));
	blob->at = pack->at;
	blob->sum = (uint32_t)crc32(0, (const Bytef *)pack->waiting.s + start,
				    (uInt)(pack->waiting.len - start));
	pack->at += (uint32_t)(pack->waiting.len - start);
	return pack->waiting.len < ENOUGH ? 0 : flush(pack, err);
}

static int write_blobs(struct pack *pack, struct pack_blob *blobs, size_t count,
		       struct error *err)
{
	buf_adds(&pack->waiting, "PACK");
	add_u32(&pack->waiting, VERSION);
	add_u32(&pack->waiting, (uint32_t)pack->count);
	pack->at = (uint32_t)pack->waiting.len;
	for (size_t i = 0; i < count; i++)
		if (!blobs[i].is_double && add_blob(pack, &blobs[i], err) < 0)
			return -1;
	if (flush(pack, err) < 0)
		return -1;
	sha1_finish(pack->sum, pack->hash);
	pack->sum = NULL;
	return file_draft_add(&pack->draft, pack->hash, SHA1_SIZE, err);
}

/* How many ids begin with each byte or a lower one. */
static void add_fanout(struct buf *out, const struct pack *pack)
{
	size_t i = 0;

	for (unsigned int byte = 0; byte < FANOUT; byte++) {
		while (i < pack->count && pack->order[i]->oid[0] <= byte)
			i++;
		add_u32(out, (uint32_t)i);
	}
}

static int write_index(const struct pack *pack, const char *path, struct error *err)
{
	unsigned char hash[SHA1_SIZE];
	struct sha1 *sum = sha1_start();
	auto_buf out = BUF_INIT;

	buf_adds(&out, "\377tOc");
	add_u32(&out, VERSION);
	add_fanout(&out, pack);
	for (size_t i = 0; i < pack->count; i++)
		buf_add(&out, pack->order[i]->oid, SHA1_SIZE);
	for (size_t i = 0; i < pack->count; i++)
		add_u32(&out, pack->order[i]->sum);
	for (size_t i = 0; i < pack->count; i++)
		add_u32(&out, pack->order[i]->at);
	buf_add(&out, pack->hash, SHA1_SIZE);
	sha1_add(sum, out.s, out.len);
	sha1_finish(sum, hash);
	buf_add(&out, hash, SHA1_SIZE);
	return file_write(path, out.s, out.len, FILE_FAST, err);
}

static void name_it(const struct pack *pack, struct buf *name)
{
	buf_adds(name, "pack-");
	for (size_t i = 0; i < SHA1_SIZE; i++)
		buf_addf(name, "%02x", pack->hash[i]);
}

/* Both files; the name of the pack is known when it is written. */
static int write_both(struct pack *pack, const char *dir, struct buf *name,
		      struct error *err)
{
	auto_buf temp = BUF_INIT;
	auto_buf path = BUF_INIT;

	path_join(&temp, dir, "new.pack");
	name_it(pack, name);
	path_join(&path, dir, name->s);
	buf_adds(&path, ".pack");
	if (file_draft_place(&pack->draft, FILE_FAST, err) < 0)
		return -1;
	if (rename(temp.s, path.s) < 0)
		return error_errno(err, tr("cannot write '%s'"), path.s);
	buf_truncate(&path, path.len - strlen(".pack"));
	buf_adds(&path, ".idx");
	return write_index(pack, path.s, err);
}

static void release(struct pack *pack)
{
	unsigned char ignored[SHA1_SIZE];

	if (pack->sum)
		sha1_finish(pack->sum, ignored);
	(void)deflateEnd(&pack->z);
	file_draft_drop(&pack->draft);
	buf_release(&pack->waiting);
	arena_clear(&pack->arena);
}

int pack_write(const char *dir, struct pack_blob *blobs, size_t count, struct buf *name,
	       struct error *err)
{
	struct pack pack = { .draft = FILE_DRAFT_INIT, .waiting = BUF_INIT };
	auto_buf path = BUF_INIT;
	int rc;

	if (deflateInit(&pack.z, Z_DEFAULT_COMPRESSION) != Z_OK)
		out_of_memory();
	path_join(&path, dir, "new.pack");
	pack.sum = sha1_start();
	sort(&pack, blobs, count);
	rc = file_draft_open(&pack.draft, path.s, err);
	if (rc == 0)
		rc = write_blobs(&pack, blobs, count, err);
	if (rc == 0)
		rc = write_both(&pack, dir, name, err);
	release(&pack);
	return rc;
}
