#include "site/stage.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "format/json.h"

static int compare_files(const void *a, const void *b)
{
	const struct staged *one = a;
	const struct staged *other = b;

	return strcmp(one->path, other->path);
}

static void put_file(struct json *json, const struct staged *file)
{
	json_open_object(json);
	json_member(json, "path", file->path);
	json_member(json, "sha256", file->sha256);
	json_key(json, "bytes");
	json_int(json, (int64_t)file->bytes);
	json_key(json, "records");
	json_open_array(json);
	for (size_t i = 0; i < file->records.count; i++)
		json_string(json, file->records.items[i]);
	json_close(json);
	json_close(json);
}

static int write_manifest(const struct staging *stage, const char *commit, bool whole,
			  struct error *err)
{
	auto_buf text = BUF_INIT;
	auto_buf path = BUF_INIT;
	struct json json;

	json_init(&json, &text, JSON_PRETTY);
	json_open_object(&json);
	json_member(&json, "made-by", MANIFEST_MAKER);
	json_key(&json, "format");
	json_int(&json, 1);
	json_key(&json, "complete");
	json_bool(&json, whole);
	json_member(&json, "commit", commit);
	json_key(&json, "files");
	json_open_array(&json);
	for (size_t i = 0; whole && i < stage->files.count; i++)
		put_file(&json, list_at(&stage->files, struct staged, i));
	json_close(&json);
	json_close(&json);
	if (!stage->tree)
		return 0;
	path_join(&path, stage->tree, MANIFEST_NAME);
	return file_write(path.s, text.s, text.len, FILE_FAST, err);
}

int stage_begin(struct staging *stage, struct error *err)
{
	return write_manifest(stage, NULL, /* whole */ false, err);
}

int stage_add(struct staging *stage, const char *path, const void *bytes, size_t len,
	      const struct strings *records, struct error *err)
{
	struct staged *file = list_add(stage->arena, &stage->files, sizeof(*file));
	auto_buf where = BUF_INIT;

	file->path = arena_strdup(stage->arena, path);
	file->bytes = len;
	for (size_t i = 0; records && i < records->count; i++)
		strings_add(stage->arena, &file->records,
			    arena_strdup(stage->arena, records->items[i]));
	sha256_hex(bytes, len, file->sha256);
	stage->bytes += len;
	if (!stage->tree)
		return 0;
	path_join(&where, stage->tree, path);
	return file_write(where.s, bytes, len, FILE_FAST, err);
}

int stage_end(struct staging *stage, const char *commit, struct error *err)
{
	struct staged *files = stage->files.items;
	size_t count = stage->files.count;

	if (count)
		qsort(files, count, sizeof(*files), compare_files);
	for (size_t i = 1; i < count; i++) {
		if (strcmp(files[i - 1].path, files[i].path) == 0)
			return error_set(err, ERR_CONFLICT,
					 tr("two files of the site are called %s"),
					 files[i].path);
	}
	return write_manifest(stage, commit, /* whole */ true, err);
}

bool staged_is_page(const char *path)
{
	static const char end[] = ".html";
	size_t len = strlen(path);

	return len > strlen(end) && strcmp(path + len - strlen(end), end) == 0 &&
	       strncmp(path, "attachments/", strlen("attachments/")) != 0;
}
