/*
 * A source made of texts, and an examiner of plain lines, to test the index without
 * git and YAML.  A file is lines of "field=value" and "field>kind=id"; the fields @id,
 * @kind, @title, @state, @terms and @finding are those of struct facts.
 *
 * Include once: it defines the functions of store/source.h.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_FAKE_SOURCE_H
#define GK_TESTS_FAKE_SOURCE_H

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "store/folders.h"
#include "store/index.h"

struct fake_file {
	char *path;
	char *text; /* NULL: it cannot be read */
	enum source_entry_type type;
	struct source_stat stat;
};

struct source {
	struct fake_file *files; /* in order of path */
	size_t count;
	enum source_place place;
	const char *gitdir;
	const char *root;
	int64_t clock; /* the next file's mtime */
	atomic_size_t reads;
};

static struct fake_file *fake_find(struct source *source, const char *path)
{
	for (size_t i = 0; i < source->count; i++) {
		if (strcmp(source->files[i].path, path) == 0)
			return &source->files[i];
	}
	return NULL;
}

static char *fake_copy(const char *text)
{
	size_t len = strlen(text) + 1;

	return memcpy(malloc(len), text, len);
}

static int fake_by_path(const void *a, const void *b)
{
	const struct fake_file *left = a;
	const struct fake_file *right = b;

	return strcmp(left->path, right->path);
}

/** Write a file, as an editor does: its stat changes. */
static void fake_put(struct source *source, const char *path, const char *text)
{
	struct fake_file *file = fake_find(source, path);

	if (!file) {
		source->files = realloc(source->files,
					(source->count + 1) * sizeof(source->files[0]));
		file = &source->files[source->count++];
		*file = (struct fake_file){ .path = fake_copy(path) };
	}
	free(file->text);
	file->text = text ? fake_copy(text) : NULL;
	file->type = SOURCE_FILE;
	file->stat = (struct source_stat){ .size = text ? strlen(text) : 0,
					   .mtime_ns = ++source->clock,
					   .ctime_ns = source->clock,
					   .inode = (uint64_t)source->clock };
	qsort(source->files, source->count, sizeof(source->files[0]), fake_by_path);
}

static void fake_remove(struct source *source, const char *path)
{
	struct fake_file *file = fake_find(source, path);

	free(file->path);
	free(file->text);
	*file = source->files[--source->count];
	if (source->count)
		qsort(source->files, source->count, sizeof(source->files[0]),
		      fake_by_path);
}

static void fake_release(struct source *source)
{
	while (source->count)
		fake_remove(source, source->files[0].path);
	free(source->files);
}

void source_remember(struct source *source, struct folders *folders)
{
	(void)source;
	(void)folders;
}

enum source_place source_place(const struct source *source)
{
	return source->place;
}

const char *source_root(const struct source *source)
{
	return source->root;
}

const char *source_gitdir(const struct source *source)
{
	return source->gitdir;
}

void source_blob_id(const struct source *source, const void *bytes, size_t len,
		    char out[OID_HEX_SIZE])
{
	(void)source;
	sha256_hex(bytes, len, out);
}

int source_list(struct source *source, struct arena *arena, struct source_entry **out,
		size_t *count, struct error *err)
{
	(void)err;
	*out = arena_array(arena, struct source_entry, source->count + 1);
	*count = source->count;
	for (size_t i = 0; i < source->count; i++) {
		const struct fake_file *file = &source->files[i];
		char *oid = arena_array(arena, char, OID_HEX_SIZE);

		(*out)[i] = (struct source_entry){
			.path = arena_strndup(arena, file->path, strlen(file->path)),
			.type = file->type,
		};
		if (source->place == SOURCE_WORK_TREE) {
			(*out)[i].stat = file->stat;
		} else if (file->text) {
			source_blob_id(source, file->text, strlen(file->text), oid);
			(*out)[i].oid = oid;
		}
	}
	return 0;
}

int source_read(struct source *source, const struct source_entry *entry, struct buf *out,
		struct error *err)
{
	const struct fake_file *file = fake_find(source, entry->path);

	source->reads++;
	if (!file || !file->text)
		return error_set(err, ERR_NOT_FOUND, "'%s' is not there", entry->path);
	buf_adds(out, file->text);
	return 0;
}

static void fake_line(struct arena *arena, struct facts *facts, struct buf *findings,
		      char *line, uint32_t number)
{
	char *value = strchr(line, '=');
	char *ref;

	*value++ = '\0';
	if (strcmp(line, "@id") == 0) {
		facts->id = value;
	} else if (strcmp(line, "@kind") == 0) {
		facts->kind = value;
	} else if (strcmp(line, "@title") == 0) {
		facts->title = value;
	} else if (strcmp(line, "@state") == 0) {
		facts->state = value;
	} else if (strcmp(line, "@terms") == 0) {
		/* what fake_terms() looks for */
	} else if (strcmp(line, "@finding") == 0) {
		buf_adds(findings, value);
	} else {
		facts->items = array_grow(arena, facts->items, facts->count, &facts->room,
					  sizeof(facts->items[0]));
		ref = strchr(line, '>');
		if (ref)
			*ref++ = '\0';
		facts->items[facts->count++] =
			(struct fact){ .field = line,
				       .value = value,
				       .ref = ref,
				       .place = { .line = number, .column = 3 } };
	}
}

/* NOLINTNEXTLINE(readability-function-size): as struct examiner has it */
static void fake_examine(void *payload, struct arena *arena, const char *path,
			 const char *bytes, size_t len, struct facts *facts,
			 struct buf *findings)
{
	char *text = arena_strndup(arena, bytes, len);
	uint32_t number = 1;

	(void)payload;
	(void)path;
	*facts = (struct facts){ .id = "", .kind = "", .title = "", .state = "" };
	for (char *end; (end = strchr(text, '\n')); text = end + 1, number++) {
		*end = '\0';
		if (strchr(text, '='))
			fake_line(arena, facts, findings, text, number);
	}
}

static const char *fake_terms(void *payload, struct arena *arena, const char *path,
			      const char *bytes, size_t len)
{
	static const char key[] = "@terms=";
	const char *text = arena_strndup(arena, bytes, len);
	const char *at = strstr(text, key);

	(void)payload;
	(void)path;
	if (!at)
		return "";
	at += strlen(key);
	return arena_strndup(arena, at, strcspn(at, "\n"));
}

static void fake_refuse(void *payload, struct arena *arena,
			const struct source_entry *entry, struct buf *findings)
{
	(void)payload;
	(void)arena;
	buf_addf(findings, "refused %d %d", (int)entry->type, entry->sys);
}

static bool fake_wants(void *payload, const char *path)
{
	const char *dot = strrchr(path, '.');

	(void)payload;
	return dot && strcmp(dot, ".yaml") == 0;
}

static const struct examiner fake_examiner = {
	.version = "1",
	.examine = fake_examine,
	.terms = fake_terms,
	.refuse = fake_refuse,
	.wants = fake_wants,
};

#endif
