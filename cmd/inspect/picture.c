#include <libexif/exif-data.h>
#include <string.h>

#include "base/buf.h"
#include "cmd/inspect/look.h"
#include "cmd/inspect/piece.h"

/* The tag of the author of a photograph; its texts are ASCII or what the camera thought. */
static void print_author(ExifData *exif)
{
	ExifEntry *entry = exif_content_get_entry(exif->ifd[EXIF_IFD_0], EXIF_TAG_ARTIST);
	char text[256] = "";

	if (entry && exif_entry_get_value(entry, text, sizeof(text)) && text[0])
		piece_say(PIECE_AUTHOR, NULL, text);
}

static bool has_position(ExifData *exif)
{
	ExifContent *gps = exif->ifd[EXIF_IFD_GPS];

	return exif_content_get_entry(gps, (ExifTag)EXIF_TAG_GPS_LATITUDE) ||
	       exif_content_get_entry(gps, (ExifTag)EXIF_TAG_GPS_LONGITUDE);
}

static void print_exif(const char *bytes, size_t len)
{
	ExifData *exif =
		exif_data_new_from_data((const unsigned char *)bytes, (unsigned int)len);

	if (!exif)
		return;
	if (has_position(exif))
		piece_say(PIECE_POSITION, NULL, "");
	print_author(exif);
	exif_data_unref(exif);
}

static size_t big(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	return (size_t)u[0] << 24 | (size_t)u[1] << 16 | (size_t)u[2] << 8 | u[3];
}

/* PNG: chunks of length, name, content and sum; eXIf holds what a JPEG has behind "Exif". */
static void print_png(const struct looked_at *file)
{
	enum { SIGNATURE = 8, AROUND = 12 };

	for (size_t at = SIGNATURE; at + AROUND <= file->len;) {
		size_t len = big(file->bytes + at);

		if (len > file->len - at - AROUND)
			return;
		if (memcmp(file->bytes + at + 4, "eXIf", 4) == 0) {
			auto_buf exif = BUF_INIT;

			buf_add(&exif, "Exif\0\0", 6);
			buf_add(&exif, file->bytes + at + 8, len);
			print_exif(exif.s, exif.len);
			return;
		}
		at += len + AROUND;
	}
}

void look_at_picture(const struct looked_at *file)
{
	if (file->bytes[0] == '\x89')
		print_png(file);
	else
		print_exif(file->bytes, file->len);
}
