/*
 * A catalogue in a directory of its own, made of texts, and the yearly report of it.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_ANNUAL_H
#define GK_TESTS_ANNUAL_H

#include "unit/unit.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "check/check.h"
#include "report/annual.h"

struct fixture {
	struct arena arena;
	struct catalogue *catalogue;
	struct index *index;
	struct annual *annual;
	struct error err;
	char dir[64];
};

static const struct date after_the_year = { .year = 2026, .month = 1, .day = 12 };

static int setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	(void)snprintf(f->dir, sizeof(f->dir), "/tmp/gk-annual-XXXXXX");
	assert_non_null(mkdtemp(f->dir));
	*state = f;
	return 0;
}

/* Forget what was opened, so that files may change. */
static void close_catalogue(struct fixture *f)
{
	index_free(f->index);
	catalogue_free(f->catalogue);
	arena_clear(&f->arena);
	f->index = NULL;
	f->catalogue = NULL;
	f->annual = NULL;
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	close_catalogue(f);
	assert_int_equal(file_remove_tree(f->dir, &f->err), 0);
	free(f);
	return 0;
}

static void put(struct fixture *f, const char *path, const char *text)
{
	auto_buf full = BUF_INIT;

	path_join(&full, f->dir, path);
	if (file_write(full.s, text, strlen(text), FILE_FAST, &f->err) < 0)
		fail_msg("%s", f->err.text);
}

/* Opens afresh and collects; returns what annual_collect() does. */
static int try_collect(struct fixture *f, int year)
{
	const struct source_options source = { .dir = f->dir };
	const struct index_options options = { .memory = true };

	close_catalogue(f);
	if (catalogue_open(&source, &f->catalogue, &f->err) < 0 ||
	    index_open(f->catalogue->source, check_examiner(&f->arena, f->catalogue),
		       &options, &f->index, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return annual_collect(&f->arena, f->catalogue, f->index, year, after_the_year,
			      &f->annual, &f->err);
}

static void collect(struct fixture *f, int year)
{
	if (try_collect(f, year) < 0)
		fail_msg("%s", f->err.text);
}

static bool any_line_has(const struct strings *lines, const char *part)
{
	for (size_t i = 0; i < lines->count; i++)
		if (strstr(lines->items[i], part))
			return true;
	return false;
}

/* Fails with the lines there are. */
static void assert_line(const struct strings *lines, const char *part)
{
	if (any_line_has(lines, part))
		return;
	for (size_t i = 0; i < lines->count; i++)
		print_error("line: %s\n", lines->items[i]);
	fail_msg("no line has '%s'", part);
}

static void assert_no_lines(const struct strings *lines)
{
	if (lines->count > 0)
		fail_msg("%zu lines, first: %s", lines->count, lines->items[0]);
}

#endif
