#include "unit/unit.h"

#include <errno.h>
#include <sys/stat.h>

#include "unit/index_fixture.h"

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

static void assert_found(struct index *index, const char *text, const char *paths)
{
	auto_buf out = BUF_INIT;
	struct error err;

	assert_int_equal(index_each(index, &(struct index_query){ .text = text },
				    add_whole_row, &out, &err),
			 0);
	assert_string_equal(out.s, paths);
}

static void search_follows_what_changes(void **state)
{
	struct fixture *f = *state;
	struct index *index;

	put_some(&f->source);
	fake_put(&f->source, "units/dz.yaml", "@id=dz\n@terms=政务 党政\n");
	index = open_index(f);
	assert_found(index, "党政", "units/dz.yaml|dz|||\n");
	index_free(index);
	fake_put(&f->source, "units/dz.yaml", "@id=dz\n@terms=民政\n");
	index = open_index(f);
	assert_found(index, "党政", "");
	assert_found(index, "民政", "units/dz.yaml|dz|||\n");
	index_free(index);
	fake_remove(&f->source, "units/dz.yaml");
	index = open_index(f);
	assert_found(index, "民政", "");
	index_free(index);
}

static void a_file_that_changes_under_the_search_is_not_found_by_old_rows(void **state)
{
	struct fixture *f = *state;
	struct index *index;

	fake_put(&f->source, "units/dz.yaml", "@id=dz\n@terms=党政\n");
	index = open_index(f);
	fake_put(&f->source, "units/dz.yaml", "@id=dz\n@terms=民政\n");
	assert_found(index, "民政", "");
	index_free(index);
	index = open_index(f);
	assert_found(index, "民政", "units/dz.yaml|dz|||\n");
	index_free(index);
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

static bool is_small(const void *payload, const char *path, const char *findings)
{
	(void)payload;
	(void)path;
	return strcmp(findings, "small") == 0;
}

/* More rows than one thread goes over at once. */
static void what_is_idle_is_left_out_in_every_piece_of_the_entries(void **state)
{
	enum { ROWS = 2500 };
	static const char *const fields[] = { "title" };
	struct fixture *f = *state;
	auto_buf found = BUF_INIT;
	auto_buf doubles = BUF_INIT;
	struct index *index;

	for (int i = 0; i < ROWS; i++) {
		bool is_told = i == 3 || i == ROWS - 2;
		char path[64], id[32], more[64];

		(void)snprintf(id, sizeof(id), "2018-%05d", i);
		(void)snprintf(path, sizeof(path), "documents/2018/00/%s.yaml", id);
		(void)snprintf(more, sizeof(more), "title=%d\n@finding=%s\n",
			       is_told ? -1 : i, is_told ? "large" : "small");
		put_record(&f->source, path, id, "document", more);
	}
	index = open_index(f);
	assert_int_equal(
		index_each_finding_but(index, is_small, add_finding, &found, &f->err), 0);
	assert_string_equal(found.s, "documents/2018/00/2018-00003.yaml: large\n"
				     "documents/2018/00/2018-02498.yaml: large\n");
	assert_int_equal(index_each_double(index, "document", fields, ARRAY_LEN(fields),
					   add_grouped, &doubles, &f->err),
			 0);
	assert_string_equal(doubles.s, "0:2018-00003 0:2018-02498 ");
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
		TEST(search_follows_what_changes),
		TEST(a_file_that_changes_under_the_search_is_not_found_by_old_rows),
		TEST(edits_over_time_give_what_a_new_index_gives),
		TEST(the_file_stays_small),
		TEST(findings_come_in_order_of_path_with_those_of_refused_files),
		TEST(what_is_idle_is_left_out_in_every_piece_of_the_entries),
		TEST(what_a_callback_returns_stops_and_is_returned),
	};

	return cmocka_run_group_tests_name("index", tests, NULL, NULL);
}
