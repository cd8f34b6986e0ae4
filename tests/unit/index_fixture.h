/*
 * A catalogue in a directory of its own, and all that its index says as text.
 *
 * Include once, like the fake source.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_INDEX_FIXTURE_H
#define GK_TESTS_INDEX_FIXTURE_H

#include <stdio.h>

#include "base/file.h"
#include "unit/fake_source.h"

/* One catalogue in a directory of its own. */
struct fixture {
	struct source source;
	struct error err;
	char dir[64];
};

static int setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	(void)snprintf(f->dir, sizeof(f->dir), "/tmp/gk-index-XXXXXX");
	assert_non_null(mkdtemp(f->dir));
	f->source.gitdir = f->dir;
	f->source.root = "/catalogue";
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(file_remove_tree(f->dir, &f->err), 0);
	fake_release(&f->source);
	free(f);
	return 0;
}

static struct index *open_with(struct fixture *f, const struct examiner *examiner,
			       struct index_options options)
{
	struct index *index = NULL;

	if (index_open(&f->source, examiner, &options, &index, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return index;
}

static struct index *open_index(struct fixture *f)
{
	return open_with(f, &fake_examiner, (struct index_options){ .threads = 2 });
}

/* Files examined by opening, so that a test can see what was cached. */
static size_t open_and_count(struct fixture *f)
{
	struct index *index = open_index(f);
	size_t examined = index_counts(index).examined;

	index_free(index);
	return examined;
}

/* ---- what the callbacks gave, as text ---- */

static int add_whole_row(void *payload, const struct index_row *row)
{
	buf_addf(payload, "%s|%s|%s|%s|%s\n", row->path, row->id, row->kind, row->title,
		 row->state);
	return 0;
}

static int add_grouped(void *payload, const struct index_row *row)
{
	buf_addf(payload, "%zu:%s ", row->group, row->id);
	return 0;
}

static int add_fact(void *payload, const struct index_row *row, const struct fact *fact)
{
	buf_addf(payload, "%s %s=%s", row->id, fact->field, fact->value);
	if (fact->ref)
		buf_addf(payload, " to %s", fact->ref);
	buf_addf(payload, " %u:%u\n", fact->place.line, fact->place.column);
	return 0;
}

static int add_finding(void *payload, const char *path, const char *findings)
{
	buf_addf(payload, "%s: %s\n", path, findings);
	return 0;
}

/* Everything that can be asked without a question. */
static void dump(struct index *index, struct buf *out)
{
	static const char *const fields[] = { "title", "number" };
	const struct index_query all = { .kind = NULL };
	struct error err;

	assert_int_equal(index_each(index, &all, add_whole_row, out, &err), 0);
	assert_int_equal(index_each_fact(index, NULL, 0, NULL, add_fact, out, &err), 0);
	buf_adds(out, "dangling\n");
	assert_int_equal(index_each_dangling(index, add_fact, out, &err), 0);
	buf_adds(out, "doubles\n");
	assert_int_equal(index_each_double(index, "document", fields, ARRAY_LEN(fields),
					   add_grouped, out, &err),
			 0);
	buf_adds(out, "findings\n");
	assert_int_equal(index_each_finding(index, add_finding, out, &err), 0);
}

/* ---- a small catalogue ---- */

static void put_record(struct source *source, const char *path, const char *id,
		       const char *kind, const char *more)
{
	auto_buf text = BUF_INIT;

	buf_addf(&text, "@id=%s\n@kind=%s\n%s", id, kind, more);
	fake_put(source, path, text.s);
}

static void put_some(struct source *source)
{
	put_record(source, "units/dz.yaml", "dz", "unit",
		   "@title=党政办\nname=党政办\nshort=党政办公室\naliases=镇党政办\n");
	put_record(source, "items/dz/dz-0001.yaml", "dz-0001", "item",
		   "@title=工作要点\n@state=draft\nunit>unit=dz\nunit>unit=mz\n");
	put_record(source, "documents/2018/00/2018-00001.yaml", "2018-00001", "document",
		   "@title=关于印发2018年政务公开工作要点的通知\n@state=published\n"
		   "title=通知\nnumber=东政发〔2018〕112号\nitems>item=dz-0001\n"
		   "@terms=政务 务公 公开 政 务 公 开\n");
	put_record(source, "documents/2018/00/2018-00002.yaml", "2018-00002", "document",
		   "@title=政务大厅公开栏\n@state=draft\ntitle=通知\n"
		   "number=东政发〔2018〕2112号\n"
		   "@terms=政务 务大 大厅 厅公 公开 开栏 gk\n@finding=no summary\n");
	fake_put(source, "attachments/2018-00001/plan.docx", "zip");
}

static void put_many(struct source *source, int count)
{
	for (int i = 1; i <= count; i++) {
		char path[64];
		char id[32];
		char more[256];

		(void)snprintf(id, sizeof(id), "2020-%05d", i);
		(void)snprintf(path, sizeof(path), "documents/2020/%02d/%s.yaml",
			       i / 1000, id);
		(void)snprintf(more, sizeof(more),
			       "@title=文件 %d\ntitle=文件\nnumber=%d\nlinks>document="
			       "2020-%05d\n",
			       i, i % 50, i + 7);
		put_record(source, path, id, "document", more);
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

#endif
