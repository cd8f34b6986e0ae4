#include "unit/unit.h"

#include <sys/wait.h>
#include <unistd.h>

#include "unit/index_fixture.h"

static int add_row(void *payload, const struct index_row *row)
{
	buf_addf(payload, "%s ", row->id);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_temporary_index_leaves_nothing),
		TEST(without_a_place_to_write_the_index_is_temporary),
		TEST(a_file_that_is_no_database_is_made_anew),
		TEST(no_cut_and_no_flipped_bit_changes_a_result),
		TEST(who_reads_sees_what_was_there_when_it_began),
		TEST(several_at_once_do_not_hurt_each_other),
	};

	return cmocka_run_group_tests_name("index_trouble", tests, NULL, NULL);
}
