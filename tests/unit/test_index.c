#include "unit/unit.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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

static int add_row(void *payload, const struct index_row *row)
{
	buf_addf(payload, "%s ", row->id);
	return 0;
}

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

static void assert_ids(struct index *index, const struct index_query *query,
		       const char *ids)
{
	auto_buf out = BUF_INIT;
	struct error err;

	if (index_each(index, query, add_row, &out, &err) != 0)
		fail_msg("%s", err.text);
	assert_string_equal(out.s, ids);
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

static void rows_come_back_as_they_were_examined(void **state)
{
	struct fixture *f = *state;
	struct arena arena = ARENA_INIT;
	struct index_row row;
	struct index *index;
	char oid[OID_HEX_SIZE];
	bool found;

	put_some(&f->source);
	index = open_index(f);
	assert_int_equal(index_counts(index).files, 4);
	assert_int_equal(index_counts(index).examined, 4);
	assert_int_equal(index_by_id(index, &arena, "2018-00002", &row, &found, &f->err),
			 0);
	assert_true(found);
	assert_string_equal(row.path, "documents/2018/00/2018-00002.yaml");
	assert_string_equal(row.kind, "document");
	assert_string_equal(row.title, "政务大厅公开栏");
	assert_string_equal(row.state, "draft");
	source_blob_id(&f->source, fake_find(&f->source, row.path)->text,
		       strlen(fake_find(&f->source, row.path)->text), oid);
	assert_string_equal(row.oid, oid);
	assert_int_equal(index_by_id(index, &arena, "2018-0000", &row, &found, &f->err),
			 0);
	assert_false(found);
	index_free(index);
	arena_clear(&arena);
}

static void an_empty_catalogue_has_no_rows(void **state)
{
	struct fixture *f = *state;
	struct index *index = open_index(f);
	auto_buf out = BUF_INIT;

	dump(index, &out);
	assert_string_equal(out.s, "dangling\ndoubles\nfindings\n");
	assert_ids(index, &(struct index_query){ .text = "公开" }, "");
	index_free(index);
}

/* ---- freshness ---- */

static void what_did_not_change_is_neither_read_nor_examined(void **state)
{
	struct fixture *f = *state;

	put_some(&f->source);
	assert_int_equal(open_and_count(f), 4);
	f->source.reads = 0;
	assert_int_equal(open_and_count(f), 0);
	assert_int_equal(f->source.reads, 0);
}

static void a_touched_file_is_read_once_and_not_examined(void **state)
{
	struct fixture *f = *state;
	struct fake_file *file;

	put_some(&f->source);
	(void)open_and_count(f);
	file = fake_find(&f->source, "units/dz.yaml");
	file->stat.mtime_ns = ++f->source.clock;
	f->source.reads = 0;
	assert_int_equal(open_and_count(f), 0);
	assert_int_equal(f->source.reads, 1);
	assert_int_equal(open_and_count(f), 0);
	assert_int_equal(f->source.reads, 1);
}

static void each_part_of_the_stat_counts(void **state)
{
	struct fixture *f = *state;
	struct source_stat *stat;

	put_some(&f->source);
	(void)open_and_count(f);
	stat = &fake_find(&f->source, "units/dz.yaml")->stat;
	for (int i = 0; i < 4; i++) {
		stat->size += i == 0;
		stat->mtime_ns += i == 1;
		stat->ctime_ns += i == 2;
		stat->inode += i == 3;
		f->source.reads = 0;
		(void)open_and_count(f);
		assert_int_equal(f->source.reads, 1);
	}
}

static void a_file_written_just_now_is_read_again(void **state)
{
	struct fixture *f = *state;
	struct fake_file *file;

	put_some(&f->source);
	file = fake_find(&f->source, "units/dz.yaml");
	/* Later than the index: another write in the same tick would not show. */
	file->stat.mtime_ns = INT64_MAX / 2;
	(void)open_and_count(f);
	file->text[strlen("@id=")] = 'D';
	assert_int_equal(open_and_count(f), 1);
	f->source.reads = 0;
	assert_int_equal(open_and_count(f), 0);
	assert_int_equal(f->source.reads, 1);
}

static void a_changed_file_has_its_new_facts_alone(void **state)
{
	struct fixture *f = *state;
	auto_buf out = BUF_INIT;
	struct index *index;

	put_some(&f->source);
	(void)open_and_count(f);
	put_record(&f->source, "units/dz.yaml", "dz", "unit", "name=党政综合办\n");
	index = open_index(f);
	assert_int_equal(index_counts(index).examined, 1);
	assert_int_equal(index_each_fact(index, "unit", 0, NULL, add_fact, &out, &f->err),
			 0);
	assert_string_equal(out.s, "dz name=党政综合办 3:3\n");
	index_free(index);
}

static void a_file_changed_back_is_known(void **state)
{
	struct fixture *f = *state;

	put_some(&f->source);
	(void)open_and_count(f);
	put_record(&f->source, "units/dz.yaml", "dz", "unit", "name=党政综合办\n");
	assert_int_equal(open_and_count(f), 1);
	put_some(&f->source);
	assert_int_equal(open_and_count(f), 0);
}

static void the_same_bytes_elsewhere_are_examined_for_their_path(void **state)
{
	struct fixture *f = *state;

	put_some(&f->source);
	(void)open_and_count(f);
	fake_put(&f->source, "units/mz.yaml",
		 fake_find(&f->source, "units/dz.yaml")->text);
	assert_int_equal(open_and_count(f), 1);
}

static void revisions_and_work_trees_share_what_is_known(void **state)
{
	struct fixture *f = *state;
	auto_buf before = BUF_INIT;
	auto_buf after = BUF_INIT;
	struct index *index;

	put_some(&f->source);
	f->source.place = SOURCE_REVISION;
	index = open_index(f);
	dump(index, &before);
	index_free(index);
	f->source.place = SOURCE_WORK_TREE;
	assert_int_equal(open_and_count(f), 0);
	f->source.place = SOURCE_INDEX;
	f->source.reads = 0;
	index = open_index(f);
	assert_int_equal(f->source.reads, 0);
	dump(index, &after);
	index_free(index);
	assert_string_equal(before.s, after.s);
}

static void another_version_of_the_rules_forgets_everything(void **state)
{
	struct fixture *f = *state;
	struct examiner newer = fake_examiner;
	struct index *index;

	put_some(&f->source);
	(void)open_and_count(f);
	newer.version = "2";
	index = open_with(f, &newer, (struct index_options){ .threads = 1 });
	assert_int_equal(index_counts(index).examined, 4);
	assert_false(index_rebuilt(index));
	index_free(index);
}

/* ---- trouble ---- */

static void a_temporary_index_leaves_nothing(void **state)
{
	struct fixture *f = *state;
	struct index *index;
	auto_buf path = BUF_INIT;

	put_some(&f->source);
	index = open_with(f, &fake_examiner, (struct index_options){ .memory = true });
	assert_int_equal(index_counts(index).examined, 4);
	assert_ids(index, &(struct index_query){ .kind = "unit" }, "dz ");
	index_free(index);
	path_join(&path, f->dir, "gk");
	assert_false(file_exists(path.s));
}

static void without_a_place_to_write_the_index_is_temporary(void **state)
{
	static const char *const places[] = { NULL, "/dev/null/git", "/proc/none" };
	struct fixture *f = *state;

	put_some(&f->source);
	for (size_t i = 0; i < ARRAY_LEN(places); i++) {
		struct index *index;

		f->source.gitdir = places[i];
		index = open_index(f);
		assert_ids(index, &(struct index_query){ .kind = "unit" }, "dz ");
		assert_false(index_rebuilt(index));
		index_free(index);
	}
}

static void read_bytes(const struct fixture *f, struct buf *path, struct buf *bytes)
{
	struct error err;

	buf_addf(path, "%s/gk/index.db", f->dir);
	if (file_read(path->s, 64 << 20, bytes, &err) < 0)
		fail_msg("%s", err.text);
}

static void write_bytes(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

static void a_file_that_is_no_database_is_made_anew(void **state)
{
	struct fixture *f = *state;
	auto_buf path = BUF_INIT;
	auto_buf bytes = BUF_INIT;
	struct index *index;

	put_some(&f->source);
	(void)open_and_count(f);
	read_bytes(f, &path, &bytes);
	write_bytes(path.s, "What is this?\nNo database, or is it one after all?", 50);
	index = open_index(f);
	assert_true(index_rebuilt(index));
	assert_int_equal(index_counts(index).examined, 4);
	index_free(index);
	index = open_index(f);
	assert_false(index_rebuilt(index));
	assert_int_equal(index_counts(index).examined, 0);
	index_free(index);
}

static void no_cut_and_no_flipped_bit_changes_a_result(void **state)
{
	struct fixture *f = *state;
	auto_buf path = BUF_INIT;
	auto_buf bytes = BUF_INIT;
	auto_buf right = BUF_INIT;
	struct index *index;

	put_some(&f->source);
	index = open_index(f);
	dump(index, &right);
	index_free(index);
	read_bytes(f, &path, &bytes);
	for (size_t at = 0; at < bytes.len; at += 61) {
		auto_buf out = BUF_INIT;
		bool cut = at % 16 == 0;

		bytes.s[at] ^= 0x10;
		write_bytes(path.s, bytes.s, cut ? at : bytes.len);
		bytes.s[at] ^= 0x10;
		index = open_index(f);
		dump(index, &out);
		index_free(index);
		assert_string_equal(out.s, right.s);
	}
}

static void who_reads_sees_what_was_there_when_it_began(void **state)
{
	struct fixture *f = *state;
	auto_buf before = BUF_INIT;
	auto_buf after = BUF_INIT;
	struct index *first, *second;

	put_some(&f->source);
	first = open_index(f);
	dump(first, &before);
	put_record(&f->source, "units/dz.yaml", "dz", "unit", "name=改名\n");
	second = open_index(f);
	assert_int_equal(index_counts(second).examined, 1);
	dump(first, &after);
	assert_string_equal(before.s, after.s);
	index_free(first);
	index_free(second);
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

static void several_at_once_do_not_hurt_each_other(void **state)
{
	enum { PROCESSES = 6 };
	struct fixture *f = *state;
	auto_buf right = BUF_INIT;
	struct index *index;

	put_many(&f->source, 300);
	index = open_with(f, &fake_examiner, (struct index_options){ .memory = true });
	dump(index, &right);
	index_free(index);
	for (int i = 0; i < PROCESSES; i++) {
		auto_buf out = BUF_INIT;
		int same;

		if (fork() != 0)
			continue;
		index = open_index(f);
		dump(index, &out);
		index_free(index);
		same = strcmp(out.s, right.s) == 0;
		buf_release(&out);
		_exit(same ? 0 : 1);
	}
	for (int i = 0; i < PROCESSES; i++) {
		int status;

		assert_true(wait(&status) > 0);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
	}
	assert_int_equal(open_and_count(f), 0);
}

/* A year of edits: whatever the cache went through, it says what a new one says. */
static void edits_over_time_give_what_a_new_index_gives(void **state)
{
	struct fixture *f = *state;
	unsigned int random = 7;

	put_many(&f->source, 150);
	for (int round = 0; round < 120; round++) {
		auto_buf kept = BUF_INIT;
		auto_buf new = BUF_INIT;
		struct index *index;

		for (int i = 0; i < round % 4; i++) {
			size_t at;

			random = random * 1103515245 + 12345;
			at = random / 65536 % f->source.count;
			if (random % 5 == 0)
				fake_remove(&f->source, f->source.files[at].path);
			else
				put_record(&f->source, f->source.files[at].path, "x",
					   "document",
					   random % 3 ? "title=改\nnumber=1\n"
						      : "title=再改\n@finding=bad\n");
		}
		f->source.place = round % 7 == 0 ? SOURCE_REVISION : SOURCE_WORK_TREE;
		index = open_index(f);
		dump(index, &kept);
		index_free(index);
		index = open_with(f, &fake_examiner,
				  (struct index_options){ .memory = true, .threads = 1 });
		dump(index, &new);
		index_free(index);
		assert_string_equal(kept.s, new.s);
	}
}

/* What nobody uses is dropped: the file does not grow with each edit. */
static void the_file_stays_small(void **state)
{
	struct fixture *f = *state;
	auto_buf path = BUF_INIT;
	struct stat st;

	put_many(&f->source, 100);
	for (int i = 0; i < 300; i++) {
		char more[32];

		(void)snprintf(more, sizeof(more), "title=%d\n", i);
		put_record(&f->source, "units/dz.yaml", "dz", "unit", more);
		assert_true(open_and_count(f) <= 200);
	}
	buf_addf(&path, "%s/gk/index.db", f->dir);
	assert_int_equal(stat(path.s, &st), 0);
	assert_true(st.st_size < 2 << 20);
}

/* ---- findings ---- */

static void findings_come_in_order_of_path_with_those_of_refused_files(void **state)
{
	struct fixture *f = *state;
	auto_buf out = BUF_INIT;
	auto_buf right = BUF_INIT;
	struct index *index;

	put_some(&f->source);
	fake_put(&f->source, "documents/2018/00/2018-00003.yaml", NULL);
	fake_put(&f->source, "documents/2018/00/2018-00000.yaml", "x\n");
	fake_find(&f->source, "documents/2018/00/2018-00000.yaml")->type = SOURCE_LINK;
	fake_put(&f->source, "attachments/loop", "x\n");
	fake_find(&f->source, "attachments/loop")->type = SOURCE_LINK;
	index = open_index(f);
	assert_int_equal(index_counts(index).files, 6);
	assert_int_equal(index_each_finding(index, add_finding, &out, &f->err), 0);
	buf_addf(&right,
		 "documents/2018/00/2018-00000.yaml: refused %d 0\n"
		 "documents/2018/00/2018-00002.yaml: no summary\n"
		 "documents/2018/00/2018-00003.yaml: refused %d %d\n",
		 (int)SOURCE_LINK, (int)SOURCE_CLOSED, ENOENT);
	assert_string_equal(out.s, right.s);
	index_free(index);
}

static int stop(void *payload, const char *path, const char *findings)
{
	(void)payload;
	(void)path;
	(void)findings;
	return 42;
}

static int stop_row(void *payload, const struct index_row *row)
{
	(void)payload;
	(void)row;
	return 43;
}

static void what_a_callback_returns_stops_and_is_returned(void **state)
{
	struct fixture *f = *state;
	struct index *index;

	put_some(&f->source);
	index = open_index(f);
	assert_int_equal(index_each_finding(index, stop, NULL, &f->err), 42);
	assert_int_equal(index_each(index, &(struct index_query){ .kind = NULL },
				    stop_row, NULL, &f->err),
			 43);
	index_free(index);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(rows_come_back_as_they_were_examined),
		TEST(an_empty_catalogue_has_no_rows),
		TEST(what_did_not_change_is_neither_read_nor_examined),
		TEST(a_touched_file_is_read_once_and_not_examined),
		TEST(each_part_of_the_stat_counts),
		TEST(a_file_written_just_now_is_read_again),
		TEST(a_changed_file_has_its_new_facts_alone),
		TEST(a_file_changed_back_is_known),
		TEST(the_same_bytes_elsewhere_are_examined_for_their_path),
		TEST(revisions_and_work_trees_share_what_is_known),
		TEST(another_version_of_the_rules_forgets_everything),
		TEST(a_temporary_index_leaves_nothing),
		TEST(without_a_place_to_write_the_index_is_temporary),
		TEST(a_file_that_is_no_database_is_made_anew),
		TEST(no_cut_and_no_flipped_bit_changes_a_result),
		TEST(who_reads_sees_what_was_there_when_it_began),
		TEST(several_at_once_do_not_hurt_each_other),
		TEST(edits_over_time_give_what_a_new_index_gives),
		TEST(the_file_stays_small),
		TEST(findings_come_in_order_of_path_with_those_of_refused_files),
		TEST(what_a_callback_returns_stops_and_is_returned),
	};

	return cmocka_run_group_tests_name("index", tests, NULL, NULL);
}
