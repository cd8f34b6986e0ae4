#include <string.h>

#include "base/i18n.h"
#include "site/page.h"

/* A stored name is one plain name: nothing that could leave the folder of its record. */
static bool is_safe_name(const char *file)
{
	if (!file || !*file || *file == '.' || strlen(file) > 255)
		return false;
	for (const char *p = file; *p; p++) {
		if (*p == '/' || *p == '\\' || (unsigned char)*p < 0x20 || *p == 0x7f)
			return false;
	}
	return true;
}

/* RFC 3986: what is not unreserved is written %XX, so that no name is read as more than one. */
static void add_escaped(struct buf *out, const char *file)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

	for (const char *p = file; *p; p++) {
		if (strchr(plain, *p))
			buf_addc(out, *p);
		else
			buf_addf(out, "%%%02X", (unsigned char)*p);
	}
}

static bool is_staged(const struct staging *stage, const char *path)
{
	/* Attachments of a record come one after the other, with nothing between. */
	for (size_t i = stage->files.count; i > 0; i--) {
		const struct staged *file = list_at(&stage->files, struct staged, i - 1);

		if (strncmp(file->path, "attachments/", strlen("attachments/")) != 0)
			return false;
		if (strcmp(file->path, path) == 0)
			return true;
	}
	return false;
}

static int copy(struct website *site, const char *id, const char *file, struct error *err)
{
	const char *path = arena_printf(site->arena, "attachments/%s/%s", id, file);
	struct strings records = { 0 };
	auto_buf bytes = BUF_INIT;

	if (!is_safe_name(file))
		return error_set(err, ERR_DENIED,
				 tr("'%s' cannot be the name of an attachment"),
				 file ? file : "");
	if (is_staged(&site->stage, path))
		return 0;
	if (site->source->attachment(site->source->payload, id, file, &bytes, err) < 0)
		return error_wrap(err, tr("attachment '%s' of %s"), file, id);
	strings_add(site->arena, &records, id);
	return stage_add(&site->stage, path, bytes.s, bytes.len, &records, err);
}

const char *page_attachment(struct page *page, const char *id, const char *file)
{
	struct website *site = page->site;
	auto_buf href = BUF_INIT;

	if (page->failed || copy(site, id, file, page->err) < 0) {
		page->failed = true;
		return NULL;
	}
	buf_addf(&href, "%sattachments/%s/", page->up, id);
	add_escaped(&href, file);
	return buf_dup(&href, site->arena);
}

bool file_is_picture(const char *file)
{
	static const char *const ends[] = { ".png", ".jpg", ".jpeg", ".gif", ".webp" };
	size_t len = strlen(file);

	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		size_t end = strlen(ends[i]);

		if (len > end && strcmp(file + len - end, ends[i]) == 0)
			return true;
	}
	return false;
}
