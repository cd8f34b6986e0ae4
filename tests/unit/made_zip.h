/*
 * ZIP archives made by a test, good ones and those that nobody means well with: written by
 * hand, because a library would refuse to write them.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_UNIT_MADE_ZIP_H
#define GK_TESTS_UNIT_MADE_ZIP_H

#include "unit/unit.h"

#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/buf.h"

struct made_zip {
	struct buf bytes;
	struct buf directory;
	size_t count;
};

/* How an entry is written; zeros are right for an honest one. */
struct made_entry {
	const char *name;
	const char *content;
	size_t len;       /* 0: as long as the text */
	bool deflated;    /* `content` is a deflated stream already */
	uint32_t claimed; /* of a deflated one: length that it says to have */
	uint32_t crc;     /* likewise */
	bool encrypted;   /* says so */
};

#define MADE_ZIP ((struct made_zip){ .bytes = BUF_INIT, .directory = BUF_INIT })

static inline void made_number(struct buf *out, uint32_t n, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++, n >>= 8)
		buf_addc(out, (char)(n & 0xff));
}

/* What the local head and the directory have in common. */
static inline void made_head(struct buf *out, const struct made_entry *entry, size_t len)
{
	uint32_t crc = entry->crc;
	uint32_t claimed = entry->claimed;

	if (!entry->deflated) {
		crc = (uint32_t)crc32(0, (const Bytef *)entry->content, (uInt)len);
		claimed = (uint32_t)len;
	}
	made_number(out, 20, 2);
	made_number(out, entry->encrypted, 2);
	made_number(out, entry->deflated ? 8 : 0, 2);
	made_number(out, 0x4c650000, 4); /* a day in 2018 */
	made_number(out, crc, 4);
	made_number(out, (uint32_t)len, 4);
	made_number(out, claimed, 4);
	made_number(out, (uint32_t)strlen(entry->name), 2);
	made_number(out, 0, 2);
}

/** Name the entry in the directory, at an offset where its local head stands. */
static inline void made_zip_list(struct made_zip *zip, const struct made_entry *entry,
				 size_t offset)
{
	size_t len = entry->len ? entry->len : strlen(entry->content);

	buf_add(&zip->directory, "PK\1\2", 4);
	made_number(&zip->directory, 20, 2);
	made_head(&zip->directory, entry, len);
	made_number(&zip->directory, 0, 2);
	made_number(&zip->directory, 0, 2);
	made_number(&zip->directory, 0, 2);
	made_number(&zip->directory, 0, 4);
	made_number(&zip->directory, (uint32_t)offset, 4);
	buf_adds(&zip->directory, entry->name);
	zip->count++;
}

/** Returns where its local head stands. */
static inline size_t made_zip_add(struct made_zip *zip, const struct made_entry *entry)
{
	size_t len = entry->len ? entry->len : strlen(entry->content);
	size_t offset = zip->bytes.len;

	made_zip_list(zip, entry, offset);
	buf_add(&zip->bytes, "PK\3\4", 4);
	made_head(&zip->bytes, entry, len);
	buf_adds(&zip->bytes, entry->name);
	buf_add(&zip->bytes, entry->content, len);
	return offset;
}

/** List the entry listed last once more, so many times. */
static inline void made_zip_repeat(struct made_zip *zip, size_t record, size_t times)
{
	auto_buf one = BUF_INIT;

	buf_add(&one, zip->directory.s + zip->directory.len - record, record);
	for (size_t i = 0; i < times; i++)
		buf_add(&zip->directory, one.s, one.len);
	zip->count += times;
}

/** Append the text until there are that many bytes. */
static inline void made_fill(struct buf *out, const char *text, size_t len)
{
	auto_buf block = BUF_INIT;

	while (block.len < 64 << 10)
		buf_adds(&block, text);
	while (out->len < len)
		buf_add(out, block.s, block.len);
}

static inline void made_zip_text(struct made_zip *zip, const char *name, const char *text)
{
	(void)made_zip_add(zip, &(struct made_entry){ .name = name, .content = text });
}

/** Write the directory; the whole stands in zip->bytes. */
static inline void made_zip_end(struct made_zip *zip)
{
	size_t offset = zip->bytes.len;

	buf_add(&zip->bytes, zip->directory.s, zip->directory.len);
	buf_add(&zip->bytes, "PK\5\6", 4);
	made_number(&zip->bytes, 0, 4);
	made_number(&zip->bytes, (uint32_t)zip->count, 2);
	made_number(&zip->bytes, (uint32_t)zip->count, 2);
	made_number(&zip->bytes, (uint32_t)zip->directory.len, 4);
	made_number(&zip->bytes, (uint32_t)offset, 4);
	made_number(&zip->bytes, 0, 2);
}

static inline void made_zip_release(struct made_zip *zip)
{
	buf_release(&zip->bytes);
	buf_release(&zip->directory);
}

/**
 * Append a deflated stream of `times` times the text, which is packed once and repeated: so
 * 10 GB cost no more time than their 10 MB.
 */
static inline void made_deflate(struct buf *out, const char *text, size_t len,
				size_t times)
{
	z_stream z = { .next_in = NULL };
	auto_buf one = BUF_INIT;
	auto_buf in = BUF_INIT;

	buf_add(&in, text, len);
	buf_reserve(&one, len + 4096);
	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY),
			 Z_OK);
	z.next_in = (Bytef *)in.s;
	z.avail_in = (uInt)in.len;
	z.next_out = (Bytef *)one.s;
	z.avail_out = (uInt)(len + 4096);
	assert_int_equal(deflate(&z, Z_FULL_FLUSH), Z_OK);
	one.len = len + 4096 - z.avail_out;
	(void)deflateEnd(&z);
	for (size_t i = 0; i < times; i++)
		buf_add(out, one.s, one.len);
	buf_add(out, "\3\0", 2); /* an empty last block */
}

/* ---- office files ---- */

#define MADE_XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
#define MADE_RELS         \
	"<Relationships " \
	"xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define MADE_TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define MADE_SHEET_NS                                                          \
	"xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" " \
	"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"     \
	"relationships\""
#define MADE_WORD_NS \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
/* One relation, as text of a .rels part. */
#define MADE_REL(id, type, target)                                                       \
	"<Relationship Id=\"" id "\" Type=\"" MADE_TYPE type "\" Target=\"" target "\"/" \
	">"

/** A workbook with one sheet, 名单, and what a test adds before made_zip_end(). */
static inline void made_workbook(struct made_zip *zip, const char *sheet)
{
	struct arena arena = ARENA_INIT;

	made_zip_text(zip, "_rels/.rels",
		      MADE_XML MADE_RELS MADE_REL("rId1", "officeDocument",
						  "xl/workbook.xml") "</Relationships>");
	made_zip_text(
		zip, "xl/_rels/workbook.xml.rels",
		MADE_XML MADE_RELS MADE_REL("rId1", "worksheet", "worksheets/sheet1.xml")
			MADE_REL("rId2", "sharedStrings", "sharedStrings.xml") MADE_REL(
				"rId3", "styles", "styles.xml") "</Relationships>");
	made_zip_text(zip, "xl/workbook.xml",
		      MADE_XML "<workbook " MADE_SHEET_NS "><sheets><sheet name=\"名单\" "
			       "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
	made_zip_text(zip, "xl/worksheets/sheet1.xml",
		      arena_printf(&arena, MADE_XML "<worksheet %s>%s</worksheet>",
				   MADE_SHEET_NS, sheet));
	arena_clear(&arena);
}

/** A document with this body, and what a test adds before made_zip_end(). */
static inline void made_document(struct made_zip *zip, const char *body)
{
	struct arena arena = ARENA_INIT;

	made_zip_text(
		zip, "_rels/.rels",
		MADE_XML MADE_RELS MADE_REL("rId1", "officeDocument",
					    "word/document.xml") "</Relationships>");
	made_zip_text(
		zip, "word/_rels/document.xml.rels",
		MADE_XML MADE_RELS MADE_REL("rId1", "styles", "styles.xml")
			MADE_REL("rId2", "comments",
				 "comments.xml") MADE_REL("rId3", "header", "header1.xml")
				MADE_REL("rId4", "footnotes", "footnotes.xml")
					MADE_REL("rId5", "numbering",
						 "numbering.xml") "</Relationships>");
	made_zip_text(zip, "word/document.xml",
		      arena_printf(&arena,
				   MADE_XML
				   "<w:document %s><w:body>%s</w:body></w:document>",
				   MADE_WORD_NS, body));
	arena_clear(&arena);
}

#endif
