/*
 * A catalogue on disk for one test: the small one without faults, and what a test puts
 * into it, checked on a day.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_UNIT_SCRATCH_CATALOGUE_H
#define GK_TESTS_UNIT_SCRATCH_CATALOGUE_H

#include "unit/unit.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "check/check.h"
#include "law/workday.h"

struct scratch {
	char dir[64];
	struct arena arena;
	struct calendar calendar;
	struct check_result result;
	struct error err;
	bool uninspected; /* as if the helper were not installed */
};

static inline void scratch_put(struct scratch *s, const char *path, const void *bytes,
			       size_t len)
{
	auto_buf target = BUF_INIT;

	path_join(&target, s->dir, path);
	if (file_write(target.s, bytes, len, FILE_FAST, &s->err) < 0)
		fail_msg("%s", s->err.text);
}

static inline void scratch_put_text(struct scratch *s, const char *path, const char *text)
{
	scratch_put(s, path, text, strlen(text));
}

/** Copy all files below `from` to below `to` (relative to the catalogue, "" for its root). */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the folders of a fixture */
static inline void scratch_copy(struct scratch *s, const char *from, const char *to)
{
	DIR *dir = opendir(from);
	const struct dirent *entry;

	assert_non_null(dir);
	if (!dir)
		return;
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): the test has one thread */
	while ((entry = readdir(dir)) != NULL) {
		auto_buf source = BUF_INIT;
		auto_buf target = BUF_INIT;
		auto_buf bytes = BUF_INIT;

		if (entry->d_name[0] == '.')
			continue;
		path_join(&source, from, entry->d_name);
		if (to[0])
			buf_addf(&target, "%s/", to);
		buf_adds(&target, entry->d_name);
		if (file_is_dir(source.s)) {
			scratch_copy(s, source.s, target.s);
			continue;
		}
		if (file_read(source.s, SOURCE_MAX_FILE, &bytes, &s->err) < 0)
			fail_msg("%s", s->err.text);
		scratch_put(s, target.s, bytes.s, bytes.len);
	}
	(void)closedir(dir);
}

/** Bring the catalogue up: a copy of tests/fixtures/mini. */
static inline void scratch_init(struct scratch *s)
{
	auto_buf bytes = BUF_INIT;

	*s = (struct scratch){ .arena = ARENA_INIT };
	(void)snprintf(s->dir, sizeof(s->dir), "/tmp/gk-check-XXXXXX");
	assert_non_null(mkdtemp(s->dir));
	scratch_copy(s, GK_SOURCE_DIR "/tests/fixtures/mini", "");
	if (file_read(GK_SOURCE_DIR "/schemas/data/holidays.json", 1 << 20, &bytes,
		      &s->err) < 0 ||
	    calendar_parse(&s->arena, bytes.s, bytes.len, &s->calendar, &s->err) < 0)
		fail_msg("%s", s->err.text);
}

static inline void scratch_release(struct scratch *s)
{
	assert_int_equal(file_remove_tree(s->dir, &s->err), 0);
	arena_clear(&s->arena);
}

/** Open it; free with scratch_close(). */
static inline void scratch_open(struct scratch *s, struct catalogue **catalogue,
				struct index **index)
{
	const struct source_options source = { .dir = s->dir };
	const struct index_options memory = { .memory = true };

	if (catalogue_open(&source, catalogue, &s->err) < 0 ||
	    catalogue_open_legal(*catalogue, GK_SOURCE_DIR "/schemas", &s->err) < 0)
		fail_msg("%s", s->err.text);
	if (!s->uninspected)
		(*catalogue)->inspector = GK_INSPECT;
	if (index_open((*catalogue)->source, check_examiner(&s->arena, *catalogue),
		       &memory, index, &s->err) < 0)
		fail_msg("%s", s->err.text);
}

static inline void scratch_close(struct catalogue *catalogue, struct index *index)
{
	index_free(index);
	catalogue_free(catalogue);
}

/** Check it, or what lies at `path`, on the day; what is found stands in s->result. */
static inline void scratch_check(struct scratch *s, const char *today, const char *path)
{
	struct check_options options = { .calendar = &s->calendar,
					 .paths = &path,
					 .path_count = path ? 1 : 0 };
	struct catalogue *catalogue;
	struct index *index;

	assert_true(date_parse_iso(today, &options.today));
	scratch_open(s, &catalogue, &index);
	if (check_catalogue(catalogue, index, &options, &s->result, &s->arena, &s->err) <
	    0)
		fail_msg("%s", s->err.text);
	scratch_close(catalogue, index);
}

/** One line each: path:line:col severity slug. */
static inline char *scratch_lines(struct scratch *s)
{
	auto_buf lines = BUF_INIT;

	for (size_t i = 0; i < s->result.findings.count; i++) {
		const struct finding *f = &s->result.findings.items[i];

		buf_addf(&lines, "%s:%u:%u %s\n", f->path, f->place.line, f->place.column,
			 rules[f->rule].slug);
	}
	return buf_dup(&lines, &s->arena);
}

#endif
