#include "unit/unit.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static void put(const char *path, const char *text)
{
	struct error err;

	assert_return_code(file_write(path, text, strlen(text), FILE_FAST, &err), 0);
}

static void assert_content(const char *path, const char *want)
{
	auto_buf got = BUF_INIT;
	struct error err;

	assert_return_code(file_read(path, 1 << 20, &got, &err), 0);
	assert_string_equal(got.s, want);
}

static int count_entries(const char *path)
{
	DIR *dir = opendir(path);
	int count = 0;

	assert_non_null(dir);
	while (readdir(dir)) /* NOLINT(concurrency-mt-unsafe): the stream is our own */
		count++;
	(void)closedir(dir);
	return count - 2;
}

static void a_file_is_read_whole_behind_what_is_there(void **state)
{
	auto_buf got = BUF_INIT;
	struct error err;

	(void)state;
	assert_return_code(file_write("f", "a\0b", 3, FILE_FAST, &err), 0);
	buf_adds(&got, "x");
	assert_return_code(file_read("f", 3, &got, &err), 0);
	assert_int_equal(got.len, 4);
	assert_memory_equal(got.s, "xa\0b", 5);
}

static void an_empty_file_is_read(void **state)
{
	auto_buf got = BUF_INIT;
	struct error err;

	(void)state;
	put("f", "");
	assert_return_code(file_read("f", 0, &got, &err), 0);
	assert_int_equal(got.len, 0);
}

static void a_large_file_is_read(void **state)
{
	auto_buf text = BUF_INIT;
	auto_buf got = BUF_INIT;
	struct error err;

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_addf(&text, "%07d\n", i);
	assert_return_code(file_write("f", text.s, text.len, FILE_SYNC, &err), 0);
	assert_return_code(file_read("f", text.len, &got, &err), 0);
	assert_int_equal(got.len, text.len);
	assert_memory_equal(got.s, text.s, text.len + 1);
}

/* The size that stat(2) tells of a file of /proc is 0. */
static void a_file_that_does_not_tell_its_size_is_read(void **state)
{
	auto_buf got = BUF_INIT;
	struct error err;

	(void)state;
	assert_return_code(file_read("/proc/self/status", 1 << 20, &got, &err), 0);
	assert_non_null(strstr(got.s, "test_file"));
	buf_reset(&got);
	assert_int_equal(file_read("/proc/self/status", 10, &got, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	assert_int_equal(got.len, 0);
}

struct refused_case {
	const char *label;
	const char *path;
	enum error_code code;
};

static const struct refused_case refused_cases[] = {
	{ "a file that is not there is not found", "absent", ERR_NOT_FOUND },
	{ "a file below a file is not found", "f/below", ERR_NOT_FOUND },
	{ "the empty name is not found", "", ERR_NOT_FOUND },
	{ "a longer file is over the limit", "f", ERR_LIMIT },
	{ "a directory is refused", "d", ERR_SYSTEM },
	{ "a FIFO is refused without waiting", "fifo", ERR_SYSTEM },
	{ "a device is refused", "/dev/zero", ERR_SYSTEM },
	{ "a loop of links is refused", "loop", ERR_SYSTEM },
};

static void refused(void **state)
{
	const struct refused_case *c = *state;
	auto_buf got = BUF_INIT;
	struct error err;

	put("f", "1234567890");
	assert_return_code(mkdir("d", 0777), errno);
	assert_return_code(mkfifo("fifo", 0666), errno);
	assert_return_code(symlink("loop", "loop"), errno);
	buf_adds(&got, "kept");
	assert_int_equal(file_read(c->path, 9, &got, &err), -1);
	assert_int_equal(err.code, c->code);
	assert_non_null(strstr(err.text, c->path));
	assert_string_equal(got.s, "kept");
}

static void writing_makes_the_parent_directories(void **state)
{
	struct error err;

	(void)state;
	assert_return_code(file_write("a/b/c/f", "x", 1, FILE_SYNC, &err), 0);
	assert_content("a/b/c/f", "x");
	assert_int_equal(count_entries("a/b/c"), 1);
}

static void writing_replaces_the_whole_content(void **state)
{
	(void)state;
	put("f", "a long content");
	put("f", "short");
	assert_content("f", "short");
	assert_int_equal(count_entries("."), 1);
}

static void a_new_file_obeys_the_umask_and_an_old_one_keeps_its_mode(void **state)
{
	mode_t old = umask(027);
	struct stat st;

	(void)state;
	put("f", "x");
	assert_return_code(stat("f", &st), errno);
	assert_int_equal(st.st_mode & 07777, 0640);
	assert_return_code(chmod("f", 0751), errno);
	put("f", "y");
	assert_return_code(stat("f", &st), errno);
	assert_int_equal(st.st_mode & 07777, 0751);
	(void)umask(old);
}

static void an_open_reader_keeps_the_old_content(void **state)
{
	char got[4] = "";
	int fd;

	(void)state;
	put("f", "old");
	fd = open("f", O_RDONLY);
	put("f", "new");
	assert_int_equal(read(fd, got, 3), 3);
	(void)close(fd);
	assert_string_equal(got, "old");
	assert_content("f", "new");
}

static void a_symbolic_link_is_replaced_not_followed(void **state)
{
	struct stat st;

	(void)state;
	put("target", "old");
	assert_return_code(symlink("target", "link"), errno);
	put("link", "new");
	assert_content("target", "old");
	assert_content("link", "new");
	assert_return_code(lstat("link", &st), errno);
	assert_true(S_ISREG(st.st_mode));
}

static void a_temporary_name_in_use_is_left_alone(void **state)
{
	auto_buf taken = BUF_INIT;

	(void)state;
	buf_addf(&taken, "%s%ld-0", FILE_TEMP_PREFIX, (long)getpid());
	assert_return_code(symlink("elsewhere", taken.s), errno);
	put("f", "x");
	assert_content("f", "x");
	assert_false(file_exists("elsewhere"));
	assert_int_equal(count_entries("."), 2);
}

static void a_failed_rename_leaves_nothing_behind(void **state)
{
	struct error err;

	(void)state;
	assert_return_code(mkdir("d", 0777), errno);
	assert_int_equal(file_write("d", "x", 1, FILE_SYNC, &err), -1);
	assert_int_equal(err.code, ERR_SYSTEM);
	assert_int_equal(err.sys, EISDIR);
	assert_int_equal(count_entries("."), 1);
	assert_int_equal(count_entries("d"), 0);
}

static void a_disk_that_fills_up_leaves_the_old_content(void **state)
{
	static const char text[100000];
	struct rlimit old, small;
	struct error err;
	int rc;

	(void)state;
	put("f", "old");
	assert_return_code(getrlimit(RLIMIT_FSIZE, &old), errno);
	small = old;
	small.rlim_cur = 4096;
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_return_code(setrlimit(RLIMIT_FSIZE, &small), errno);
	rc = file_write("f", text, sizeof(text), FILE_FAST, &err);
	assert_return_code(setrlimit(RLIMIT_FSIZE, &old), errno);
	assert_int_equal(rc, -1);
	assert_int_equal(err.sys, EFBIG);
	assert_content("f", "old");
	assert_int_equal(count_entries("."), 1);
}

static void a_parent_that_is_a_file_is_an_error(void **state)
{
	struct error err;

	(void)state;
	put("f", "x");
	assert_int_equal(file_write("f/g", "x", 1, FILE_FAST, &err), -1);
	assert_int_equal(err.code, ERR_SYSTEM);
	assert_content("f", "x");
}

static void updating_leaves_the_same_content_alone(void **state)
{
	struct stat before, after;
	struct error err;

	(void)state;
	put("f", "same");
	assert_return_code(stat("f", &before), errno);
	assert_return_code(file_update("f", "same", 4, &err), 0);
	assert_return_code(stat("f", &after), errno);
	assert_int_equal(after.st_ino, before.st_ino);
}

static void updating_writes_what_differs(void **state)
{
	static const char *const texts[] = { "same", "Same", "sam", "same again", "" };
	struct error err;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		assert_return_code(file_update("d/f", texts[i], strlen(texts[i]), &err),
				   0);
		assert_content("d/f", texts[i]);
	}
}

static void directories_are_made_as_deep_as_needed(void **state)
{
	struct error err;

	(void)state;
	assert_return_code(file_make_dirs("a//b/./c/", &err), 0);
	assert_true(file_is_dir("a/b/c"));
	assert_return_code(file_make_dirs("a/b/c/d", &err), 0);
	assert_return_code(file_make_dirs("a", &err), 0);
	assert_return_code(file_make_dirs("/", &err), 0);
	put("f", "");
	assert_int_equal(file_make_dirs("f", &err), -1);
	assert_int_equal(file_make_dirs("f/g", &err), -1);
	assert_false(file_is_dir("f"));
}

static void a_tree_is_removed_without_following_links(void **state)
{
	struct error err;

	(void)state;
	put("outside/f", "kept");
	put("tree/a/b/f", "x");
	put("tree/.hidden", "x");
	assert_return_code(symlink("../outside", "tree/link"), errno);
	assert_return_code(symlink("absent", "tree/dangling"), errno);
	assert_return_code(file_remove_tree("tree", &err), 0);
	assert_false(file_exists("tree"));
	assert_content("outside/f", "kept");
}

static void removing_what_is_absent_is_fine(void **state)
{
	struct error err;

	(void)state;
	assert_return_code(file_remove_tree("absent", &err), 0);
	put("f", "x");
	assert_return_code(file_remove_tree("f", &err), 0);
	assert_false(file_exists("f"));
}

static void a_tree_that_is_too_deep_is_refused(void **state)
{
	auto_buf path = BUF_INIT;
	struct error err;

	(void)state;
	buf_adds(&path, "tree");
	for (int i = 0; i < 70; i++)
		buf_adds(&path, "/d");
	assert_return_code(file_make_dirs(path.s, &err), 0);
	assert_int_equal(file_remove_tree("tree", &err), -1);
	assert_int_equal(err.sys, ELOOP);
	/* From further down it is not too deep. */
	assert_return_code(file_remove_tree("tree/d/d/d/d/d/d/d/d/d/d", &err), 0);
	assert_return_code(file_remove_tree("tree", &err), 0);
}

static void no_descriptor_is_left_open(void **state)
{
	auto_buf got = BUF_INIT;
	struct error err;
	int before = count_entries("/proc/self/fd");

	(void)state;
	put("t/f", "x");
	(void)!file_read("t", 9, &got, &err);
	(void)!file_read("t/f", 0, &got, &err);
	(void)!file_read("t/f", 9, &got, &err);
	(void)!file_write("t", "x", 1, FILE_SYNC, &err);
	(void)!file_write("t/g", "x", 1, FILE_SYNC, &err);
	(void)!file_remove_tree("t", &err);
	assert_int_equal(count_entries("/proc/self/fd"), before);
}

struct join_case {
	const char *label;
	const char *a;
	const char *b;
	const char *want;
};

static const struct join_case join_cases[] = {
	{ "join puts one slash between", "a", "b", "a/b" },
	{ "join drops a slash too many", "a//", "//b", "a/b" },
	{ "join keeps the root", "/", "b", "/b" },
	{ "join with nothing before", "", "b", "b" },
	{ "join with nothing behind", "a", "", "a" },
	{ "join of nothing is nothing", "", "", "" },
	{ "join keeps inner slashes", "a/b", "c/d", "a/b/c/d" },
};

static void join(void **state)
{
	const struct join_case *c = *state;
	auto_buf out = BUF_INIT;

	path_join(&out, c->a, c->b);
	assert_string_equal(out.s, c->want);
}

static void the_base_is_the_part_after_the_last_slash(void **state)
{
	(void)state;
	assert_string_equal(path_base("a/b/c.yaml"), "c.yaml");
	assert_string_equal(path_base("c.yaml"), "c.yaml");
	assert_string_equal(path_base("a/"), "");
	assert_string_equal(path_base(""), "");
}

static int setup(void **state)
{
	/* Rows have their case in *state, so that the directory is not kept there. */
	char dir[] = "/tmp/gk-test-file-XXXXXX";

	(void)state;
	return mkdtemp(dir) && chdir(dir) == 0 ? 0 : -1;
}

static int teardown(void **state)
{
	char dir[256];
	struct error err;

	(void)state;
	if (!getcwd(dir, sizeof(dir)) || chdir("/") < 0)
		return -1;
	return file_remove_tree(dir, &err);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

/* ---- files that grow ---- */

static void a_draft_is_placed_as_a_whole(void **state)
{
	struct error err;

	(void)state;
	put("f", "old");
	{
		auto_file_draft draft = FILE_DRAFT_INIT;

		assert_return_code(file_draft_open(&draft, "f", &err), 0);
		assert_return_code(file_draft_add(&draft, "a", 1, &err), 0);
		assert_return_code(file_draft_add(&draft, "b", 1, &err), 0);
		assert_content("f", "old");
		assert_return_code(file_draft_place(&draft, FILE_SYNC, &err), 0);
	}
	assert_content("f", "ab");
	assert_int_equal(count_entries("."), 1);
}

static void a_draft_that_is_not_placed_is_gone(void **state)
{
	struct error err;

	(void)state;
	put("f", "old");
	{
		auto_file_draft draft = FILE_DRAFT_INIT;

		assert_return_code(file_draft_open(&draft, "f", &err), 0);
		assert_return_code(file_draft_add(&draft, "a", 1, &err), 0);
		assert_int_equal(count_entries("."), 2);
	}
	assert_content("f", "old");
	assert_int_equal(count_entries("."), 1);
}

static void a_draft_may_be_written_by_name(void **state)
{
	struct error err;
	auto_file_draft draft = FILE_DRAFT_INIT;
	FILE *file;

	(void)state;
	assert_return_code(file_draft_open(&draft, "a/b/f", &err), 0);
	file = fopen(draft.temp.s, "w");
	assert_non_null(file);
	assert_true(fputs("by name", file) >= 0 && fclose(file) == 0);
	assert_return_code(file_draft_place(&draft, FILE_FAST, &err), 0);
	assert_content("a/b/f", "by name");
}

static void a_draft_keeps_the_permissions_of_what_it_replaces(void **state)
{
	struct error err;
	auto_file_draft draft = FILE_DRAFT_INIT;
	struct stat st;

	(void)state;
	put("f", "old");
	assert_return_code(chmod("f", 0640), 0);
	assert_return_code(file_draft_open(&draft, "f", &err), 0);
	assert_return_code(file_draft_place(&draft, FILE_FAST, &err), 0);
	assert_return_code(stat("f", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
}

static void a_draft_over_a_folder_is_an_error(void **state)
{
	struct error err = { 0 };

	(void)state;
	assert_return_code(mkdir("d", 0777), 0);
	{
		auto_file_draft draft = FILE_DRAFT_INIT;

		assert_return_code(file_draft_open(&draft, "d", &err), 0);
		assert_int_equal(file_draft_place(&draft, FILE_FAST, &err), -1);
		assert_non_null(strstr(err.text, "'d'"));
	}
	assert_int_equal(count_entries("."), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_draft_is_placed_as_a_whole),
		TEST(a_draft_that_is_not_placed_is_gone),
		TEST(a_draft_may_be_written_by_name),
		TEST(a_draft_keeps_the_permissions_of_what_it_replaces),
		TEST(a_draft_over_a_folder_is_an_error),
		TEST(a_file_is_read_whole_behind_what_is_there),
		TEST(an_empty_file_is_read),
		TEST(a_large_file_is_read),
		TEST(a_file_that_does_not_tell_its_size_is_read),
		TEST(writing_makes_the_parent_directories),
		TEST(writing_replaces_the_whole_content),
		TEST(a_new_file_obeys_the_umask_and_an_old_one_keeps_its_mode),
		TEST(an_open_reader_keeps_the_old_content),
		TEST(a_symbolic_link_is_replaced_not_followed),
		TEST(a_temporary_name_in_use_is_left_alone),
		TEST(a_failed_rename_leaves_nothing_behind),
		TEST(a_disk_that_fills_up_leaves_the_old_content),
		TEST(a_parent_that_is_a_file_is_an_error),
		TEST(updating_leaves_the_same_content_alone),
		TEST(updating_writes_what_differs),
		TEST(directories_are_made_as_deep_as_needed),
		TEST(a_tree_is_removed_without_following_links),
		TEST(removing_what_is_absent_is_fine),
		TEST(a_tree_that_is_too_deep_is_refused),
		TEST(no_descriptor_is_left_open),
		cmocka_unit_test(the_base_is_the_part_after_the_last_slash),
	};
	struct CMUnitTest refusals[ARRAY_LEN(refused_cases)];
	struct CMUnitTest joins[ARRAY_LEN(join_cases)];

	for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
		refusals[i] = UNIT_ROW(refused, &refused_cases[i]);
		refusals[i].setup_func = setup;
		refusals[i].teardown_func = teardown;
	}
	for (size_t i = 0; i < ARRAY_LEN(joins); i++)
		joins[i] = UNIT_ROW(join, &join_cases[i]);
	return cmocka_run_group_tests_name("file", tests, NULL, NULL) +
	       cmocka_run_group_tests_name("file refused", refusals, NULL, NULL) +
	       cmocka_run_group_tests_name("path join", joins, NULL, NULL);
}
