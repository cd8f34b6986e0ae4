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
	void (*look)(const struct looked_at *file);
};

static void look_at_archive(const struct looked_at *file);

static void look_at_photo(const struct looked_at *file)
{
	look_at_picture(file);
	piece_say(PIECE_UNREADABLE, NULL, "picture");
}

#define HEAD(at, bytes) at, sizeof(bytes) - 1, bytes
static const struct head heads[] = {
	{ HEAD(0, "PK\3\4"), NULL, look_at_archive },
	{ HEAD(0, "PK\5\6"), NULL, look_at_archive },
	{ HEAD(0, "\xff\xd8\xff"), NULL, look_at_photo },
	{ HEAD(0, "\x89PNG\r\n"), NULL, look_at_photo },
	{ HEAD(0, "GIF8"), "picture", NULL },
	{ HEAD(0, "BM"), "picture", NULL },
	{ HEAD(0, "II*\0"), "picture", NULL },
	{ HEAD(0, "MM\0*"), "picture", NULL },
	{ HEAD(8, "WEBP"), "picture", NULL },
	{ HEAD(4, "ftypheic"), "picture", NULL },
	{ HEAD(0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "old", NULL },
	{ HEAD(0, "{\\rtf"), "old", NULL },
	{ HEAD(4, "ftyp"), "video", NULL },
	{ HEAD(8, "AVI "), "video", NULL },
	{ HEAD(0, "\x1a\x45\xdf\xa3"), "video", NULL },
	{ HEAD(0, "FLV\1"), "video", NULL },
	{ HEAD(0, "\0\0\1\xba"), "video", NULL },
	{ HEAD(0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11"), "video", NULL },
	{ HEAD(0, "ID3"), "sound", NULL },
	{ HEAD(0, "\xff\xfb"), "sound", NULL },
	{ HEAD(8, "WAVE"), "sound", NULL },
	{ HEAD(0, "Rar!"), "archive", NULL },
	{ HEAD(0, "7z\xbc\xaf\x27\x1c"), "archive", NULL },
	{ HEAD(0, "\x1f\x8b"), "archive", NULL },
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

static bool has_entry(const struct zip_reader *zip, const char *name)
{
	return zip_reader_find(zip, name) < zip_reader_count(zip);
}

/* The main part says what an archive is; the name says so where that lies elsewhere. */
static void look_at_archive(const struct looked_at *file)
{
	void (*look)(const struct looked_at *file) = NULL;
	struct zip_reader *zip;
	struct error err;

	if (zip_reader_open(file->bytes, file->len, &zip, &err) < 0) {
		piece_failure(&err);
		return;
	}
	if (has_entry(zip, "xl/workbook.xml") || name_ends(file->name, ".xlsx"))
		look = look_at_xlsx;
	else if (has_entry(zip, "word/document.xml") || name_ends(file->name, ".docx"))
		look = look_at_docx;
	else if (has_entry(zip, "OFD.xml") || name_ends(file->name, ".ofd"))
		look = look_at_ofd;
	zip_reader_free(zip);
	if (look)
		look(file);
	else
		piece_say(PIECE_UNREADABLE, NULL, "archive");
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

void look_into(const struct looked_at *file)
{
	if (is_pdf(file)) {
		look_at_pdf(file);
		return;
	}
	for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
		if (!has_head(file, &heads[i]))
			continue;
		if (heads[i].look)
			heads[i].look(file);
		else
			piece_say(PIECE_UNREADABLE, NULL, heads[i].unreadable);
		return;
	}
	if (is_text(file))
		look_at_text(file);
	else
		piece_say(PIECE_UNREADABLE, NULL, "unknown");
}
