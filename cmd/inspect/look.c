#include "cmd/inspect/look.h"

#include <string.h>

#include "cmd/inspect/piece.h"
#include "format/zip.h"

enum { PDF_HEAD_WITHIN = 1024, BINARY_WITHIN = 8192 };

bool name_ends(const char *name, const char *end)
{
	size_t len = strlen(name);
	size_t n = strlen(end);

	if (len < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		char c = name[len - n + i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != end[i])
			return false;
	}
	return true;
}

/* What a file of a kind begins with, and what follows from it. */
struct head {
	size_t at;
	size_t len;
	const char *bytes;
	const char *unreadable; /* why no machine reads it; NULL where one does */
	enum look_kind kind;
};

/* An archive, whose main part says what it is. */
#define LOOK_ARCHIVE LOOK_KIND_COUNT

/* .doc, .xls, .wps, and what is encrypted. */
#define OLE_HEAD "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

#define HEAD(at, bytes) at, sizeof(bytes) - 1, bytes
static const struct head heads[] = {
	{ HEAD(0, "PK\3\4"), NULL, LOOK_ARCHIVE },
	{ HEAD(0, "PK\5\6"), NULL, LOOK_ARCHIVE },
	{ HEAD(0, "\xff\xd8\xff"), NULL, LOOK_PHOTO },
	{ HEAD(0, "\x89PNG\r\n"), NULL, LOOK_PHOTO },
	{ HEAD(0, "GIF8"), "picture", LOOK_NOTHING },
	{ HEAD(0, "BM"), "picture", LOOK_NOTHING },
	{ HEAD(0, "II*\0"), "picture", LOOK_NOTHING },
	{ HEAD(0, "MM\0*"), "picture", LOOK_NOTHING },
	{ HEAD(8, "WEBP"), "picture", LOOK_NOTHING },
	{ HEAD(4, "ftypheic"), "picture", LOOK_NOTHING },
	{ HEAD(0, OLE_HEAD), "old", LOOK_NOTHING },
	{ HEAD(0, "{\\rtf"), "old", LOOK_NOTHING },
	{ HEAD(4, "ftyp"), "video", LOOK_NOTHING },
	{ HEAD(8, "AVI "), "video", LOOK_NOTHING },
	{ HEAD(0, "\x1a\x45\xdf\xa3"), "video", LOOK_NOTHING },
	{ HEAD(0, "FLV\1"), "video", LOOK_NOTHING },
	{ HEAD(0, "\0\0\1\xba"), "video", LOOK_NOTHING },
	{ HEAD(0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11"), "video", LOOK_NOTHING },
	{ HEAD(0, "ID3"), "sound", LOOK_NOTHING },
	{ HEAD(0, "\xff\xfb"), "sound", LOOK_NOTHING },
	{ HEAD(8, "WAVE"), "sound", LOOK_NOTHING },
	{ HEAD(0, "Rar!"), "archive", LOOK_NOTHING },
	{ HEAD(0, "7z\xbc\xaf\x27\x1c"), "archive", LOOK_NOTHING },
	{ HEAD(0, "\x1f\x8b"), "archive", LOOK_NOTHING },
};

static bool has_head(const struct looked_at *file, const struct head *head)
{
	return file->len >= head->at + head->len &&
	       memcmp(file->bytes + head->at, head->bytes, head->len) == 0;
}

/* A PDF may have something before its head. */
static bool is_pdf(const struct looked_at *file)
{
	size_t reach = file->len < PDF_HEAD_WITHIN ? file->len : PDF_HEAD_WITHIN;

	for (size_t i = 0; i + 5 <= reach; i++)
		if (memcmp(file->bytes + i, "%PDF-", 5) == 0)
			return true;
	return false;
}

/* What Office encrypts is a file of the old kind with one part of this name in it. */
static bool is_locked(const struct looked_at *file)
{
	static const char part[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

	if (file->len < sizeof(OLE_HEAD) - 1 ||
	    memcmp(file->bytes, OLE_HEAD, sizeof(OLE_HEAD) - 1) != 0)
		return false;
	for (size_t i = sizeof(OLE_HEAD) - 1; i + sizeof(part) <= file->len; i++)
		if (file->bytes[i] == 'E' &&
		    memcmp(file->bytes + i, part, sizeof(part)) == 0)
			return true;
	return false;
}

static bool has_entry(const struct zip_reader *zip, const char *name)
{
	return zip_reader_find(zip, name) < zip_reader_count(zip);
}

/* The name says what it is where the main part lies elsewhere. */
static enum look_kind kind_of_archive(const struct looked_at *file)
{
	static const struct {
		const char *part;
		const char *ending;
		enum look_kind kind;
	} archives[] = {
		{ "xl/workbook.xml", ".xlsx", LOOK_XLSX },
		{ "word/document.xml", ".docx", LOOK_DOCX },
		{ "OFD.xml", ".ofd", LOOK_OFD },
	};
	enum look_kind kind = LOOK_NOTHING;
	struct zip_reader *zip;
	struct error err;

	if (zip_reader_open(file->bytes, file->len, &zip, &err) < 0) {
		piece_failure(&err);
		return LOOK_NOTHING;
	}
	for (size_t i = 0; !kind && i < ARRAY_LEN(archives); i++)
		if (has_entry(zip, archives[i].part) ||
		    name_ends(file->name, archives[i].ending))
			kind = archives[i].kind;
	zip_reader_free(zip);
	if (!kind)
		piece_say(PIECE_UNREADABLE, NULL, "archive");
	return kind;
}

/* Text in UTF-16 has zeros too, and says so with its first two bytes. */
static bool is_text(const struct looked_at *file)
{
	size_t reach = file->len < BINARY_WITHIN ? file->len : BINARY_WITHIN;

	if (file->len >= 2 && (memcmp(file->bytes, "\xff\xfe", 2) == 0 ||
			       memcmp(file->bytes, "\xfe\xff", 2) == 0))
		return true;
	return !memchr(file->bytes, '\0', reach);
}

static const struct head *head_of(const struct looked_at *file)
{
	for (size_t i = 0; i < ARRAY_LEN(heads); i++)
		if (has_head(file, &heads[i]))
			return &heads[i];
	return NULL;
}

enum look_kind look_kind(const struct looked_at *file)
{
	const struct head *head;

	if (is_pdf(file))
		return LOOK_PDF;
	head = head_of(file);
	if (head && head->kind == LOOK_ARCHIVE)
		return kind_of_archive(file);
	if (head && head->kind)
		return head->kind;
	if (!head && is_text(file))
		return LOOK_TEXT;
	if (is_locked(file))
		piece_say(PIECE_UNREADABLE, NULL, "encrypted");
	else
		piece_say(PIECE_UNREADABLE, NULL, head ? head->unreadable : "unknown");
	return LOOK_NOTHING;
}

/* ---- views ---- */

static void look_at_photo(const struct looked_at *file)
{
	look_at_picture(file);
	piece_say(PIECE_UNREADABLE, NULL, "picture");
}

void look_into(const struct looked_at *file)
{
	static void (*const readers[LOOK_KIND_COUNT])(const struct looked_at *file) = {
		[LOOK_TEXT] = look_at_text,   [LOOK_PDF] = look_at_pdf,
		[LOOK_PHOTO] = look_at_photo, [LOOK_XLSX] = look_at_xlsx,
		[LOOK_DOCX] = look_at_docx,   [LOOK_OFD] = look_at_ofd,
	};
	enum look_kind kind = look_kind(file);

	if (readers[kind])
		readers[kind](file);
}

static const struct look_view views[] = {
	{ "pieces", look_into },
	{ "sheet", look_at_sheets },
	{ "paper", look_at_paper },
};

const struct look_view *look_view(const char *name)
{
	for (size_t i = 0; i < ARRAY_LEN(views); i++)
		if (strcmp(name, views[i].name) == 0)
			return &views[i];
	return NULL;
}
