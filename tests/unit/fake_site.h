/*
 * A site_source over records given as YAML, and the pages that come of it.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_FAKE_SITE_H
#define GK_TESTS_FAKE_SITE_H

#include "unit/unit.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "record/id.h"
#include "record/record.h"
#include "site/site.h"

enum { FAKE_RECORDS = 1600 };

struct fake_site {
	struct arena arena;
	struct record *records[FAKE_RECORDS];
	size_t count;
	char dir[64];     /* a folder of the test's own */
	const char *out;  /* DIR/public */
	const char *gone; /* name of an attachment that cannot be had, or NULL */
};

static inline int fake_each(void *payload, const struct kind *kind, site_record_fn fn,
			    void *fn_payload, struct error *err)
{
	struct fake_site *fake = payload;

	for (size_t i = 0; i < fake->count; i++) {
		struct arena arena = ARENA_INIT;
		const struct public_record *pub;
		int r = 0;

		if (fake->records[i]->kind == kind) {
			pub = public_view(&arena, fake->records[i], NULL);
			r = pub ? fn(fn_payload, pub, err) : 0;
		}
		arena_clear(&arena);
		if (r != 0)
			return r;
	}
	return 0;
}

static inline int fake_attachment(void *payload, const char *id, const char *file,
				  struct buf *out, struct error *err)
{
	const struct fake_site *fake = payload;

	if (fake->gone && strcmp(fake->gone, file) == 0)
		return error_set(err, ERR_NOT_FOUND, "no %s", file);
	buf_addf(out, "bytes of %s/%s", id, file);
	return 0;
}

/* Add a record by its path; the YAML may have faults: drafts do. */
static inline struct record *fake_add(struct fake_site *fake, const char *path,
				      const char *yaml)
{
	size_t count;
	const struct kind *const *all = kinds(&count);
	const struct kind_set set = { all, count };
	char id[ID_MAX];
	const struct kind *kind = id_of_path(&set, path, id);

	assert_non_null(kind);
	assert_true(fake->count < FAKE_RECORDS);
	fake->records[fake->count] =
		record_parse(&fake->arena, kind, path, yaml, strlen(yaml));
	return fake->records[fake->count++];
}

static inline void fake_remove(struct fake_site *fake, const char *id)
{
	for (size_t i = 0; i < fake->count; i++) {
		if (!fake->records[i]->common->id ||
		    strcmp(fake->records[i]->common->id, id) != 0)
			continue;
		for (fake->count--; i < fake->count; i++)
			fake->records[i] = fake->records[i + 1];
		return;
	}
	fail_msg("no record %s", id);
}

static inline void fake_init(struct fake_site *fake)
{
	*fake = (struct fake_site){ .arena = ARENA_INIT,
				    .dir = "/tmp/gk-test-site-XXXXXX" };
	assert_non_null(mkdtemp(fake->dir));
	fake->out = arena_printf(&fake->arena, "%s/public", fake->dir);
}

static inline void fake_done(struct fake_site *fake)
{
	struct error err;

	assert_int_equal(file_remove_tree(fake->dir, &err), 0);
	arena_clear(&fake->arena);
}

static inline int fake_build_with(struct fake_site *fake,
				  const struct site_options *options,
				  struct site_result *result, struct error *err)
{
	const struct site_source source = { .each = fake_each,
					    .attachment = fake_attachment,
					    .payload = fake };

	return site_build(&source, options, result, err);
}

static inline struct site_result fake_build(struct fake_site *fake)
{
	const struct site_options options = { .out = fake->out, .commit = "c0ffee" };
	struct site_result result = { 0 };
	struct error err = { 0 };

	if (fake_build_with(fake, &options, &result, &err) < 0)
		fail_msg("%s", err.text);
	return result;
}

/* A file of the site as text, in the arena; fails when it is not there. */
static inline const char *fake_file(struct fake_site *fake, const char *path)
{
	const char *whole = arena_printf(&fake->arena, "%s/%s", fake->out, path);
	auto_buf text = BUF_INIT;
	struct error err = { 0 };

	if (file_read(whole, 64 << 20, &text, &err) < 0)
		fail_msg("%s", err.text);
	return buf_dup(&text, &fake->arena);
}

/* Calls fn for each file that the manifest lists. */
static inline size_t fake_each_file(struct fake_site *fake,
				    void (*fn)(struct fake_site *fake, const char *path))
{
	static const char key[] = "\"path\": \"";
	const char *manifest = fake_file(fake, "manifest.json");
	size_t count = 0;

	for (const char *p = strstr(manifest, key); p; p = strstr(p, key)) {
		size_t len = strcspn(p += strlen(key), "\"");

		fn(fake, arena_strndup(&fake->arena, p, len));
		count++;
	}
	return count;
}

static inline bool fake_has(struct fake_site *fake, const char *path)
{
	return file_exists(arena_printf(&fake->arena, "%s/%s", fake->out, path));
}

static inline void assert_in(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("'%s' is not in:\n%s", part, text);
}

static inline void assert_not_in(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("'%s' is in:\n%s", part, text);
}

#endif
