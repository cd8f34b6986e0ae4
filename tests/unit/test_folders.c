/* Folders that have not changed are not read again, and the list is the same all the same. */
#include "unit/unit.h"

#include <string.h>

#include "store/folders.h"
#include "store/source.h"
#include "unit/repo.h"

static int64_t late(void *payload)
{
	(void)payload;
	return INT64_MAX;
}

static int64_t unknown(void *payload)
{
	(void)payload;
	return 0;
}

/* What a list with a memory gave. */
struct listed {
	struct arena arena;
	const char *text; /* the paths, one a line */
	bool changed;
	bool local;
};

/* Lists the work tree; with `kept`, which then holds what is kept, if that changed. */
static struct listed list_with(const struct repo *repo, struct buf *kept,
			       int64_t (*now)(void *))
{
	struct listed out = { .arena = ARENA_INIT };
	struct source_options options = { .dir = repo->dir.s };
	struct source_entry *entries = NULL;
	struct folders folders;
	size_t count = 0;
	auto_source *source = NULL;
	auto_buf text = BUF_INIT;
	struct error err;

	if (source_open(&options, &source, &err) < 0)
		fail_msg("%s", err.text);
	if (kept) {
		folders_init(&folders, kept->s, kept->len);
		folders.now = now;
		source_remember(source, &folders);
	}
	if (source_list(source, &out.arena, &entries, &count, &err) < 0)
		fail_msg("%s", err.text);
	for (size_t i = 0; i < count; i++)
		buf_addf(&text, "%d %s\n", (int)entries[i].type, entries[i].path);
	out.text = buf_dup(&text, &out.arena);
	if (!kept)
		return out;
	out.changed = folders.changed;
	out.local = folders.local;
	source_remember(source, NULL);
	if (folders.changed) {
		buf_reset(kept);
		buf_add(kept, folders.out.s, folders.out.len);
	}
	folders_release(&folders);
	return out;
}

/* With what is kept, twice, the list is the one that is read; tells whether folders were news. */
static bool is_as_read(const struct repo *repo, struct buf *kept)
{
	struct listed read = list_with(repo, NULL, NULL);
	struct listed first = list_with(repo, kept, late);
	struct listed second = list_with(repo, kept, late);
	bool changed = first.changed;

	assert_string_equal(first.text, read.text);
	assert_string_equal(second.text, read.text);
	assert_false(second.changed);
	arena_clear(&read.arena);
	arena_clear(&first.arena);
	arena_clear(&second.arena);
	return changed;
}

/* Nothing can be told where the file system keeps no such times. */
static void skip_elsewhere(const struct repo *repo)
{
	auto_buf kept = BUF_INIT;
	struct listed listed = list_with(repo, &kept, late);
	bool local = listed.local;

	arena_clear(&listed.arena);
	if (!local)
		skip();
}

static void an_unchanged_folder_is_not_read(void **state)
{
	const struct repo *repo = *state;
	auto_buf kept = BUF_INIT;
	struct listed listed;
	char *name;

	skip_elsewhere(repo);
	assert_true(is_as_read(repo, &kept));
	/* What is kept is believed: a name that is another one in it is the one that is looked for. */
	for (name = kept.s; name + 8 < kept.s + kept.len; name++) {
		if (memcmp(name, "mz-0001.", 8) == 0)
			memcpy(name, "mz-0000.", 8);
	}
	listed = list_with(repo, &kept, late);
	assert_null(strstr(listed.text, "mz-0001"));
	assert_false(listed.changed);
	arena_clear(&listed.arena);
}

/* As `late` trusts all times, a change must not fall into the tick of the last reading. */
static void change(const struct repo *repo, const char *line)
{
	auto_buf later = BUF_INIT;

	buf_addf(&later, "sleep 0.02; %s", line);
	repo_run(repo, later.s);
}

static void a_change_in_a_folder_is_seen(void **state)
{
	static const char *const lines[] = {
		"touch items/mz/new.yaml",
		"rm items/mz/new.yaml",
		"mv items/mz/mz-0001.yaml items/mz/mz-0009.yaml",
		"mkdir items/cj && touch items/cj/cj-0001.yaml",
		"mv items/cj items/ck",
		"rm -r items/ck",
		"ln -s mz items/link",
		"rm items/link && touch items/link",
		"rm items/link && mkdir items/link",
		"rmdir items/link; rm -r items/mz && mkdir items/mz && touch items/mz/x",
		"mkdir -p attachments/a attachments/a-b attachments/a/c && "
		"touch attachments/a/1 attachments/a-b/2 attachments/a/c/3 "
		"attachments/a.x",
	};
	const struct repo *repo = *state;
	auto_buf kept = BUF_INIT;

	skip_elsewhere(repo);
	(void)is_as_read(repo, &kept);
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		change(repo, lines[i]);
		if (!is_as_read(repo, &kept))
			fail_msg("nothing new after: %s", lines[i]);
		assert_false(is_as_read(repo, &kept));
	}
}

/* A pattern comes and goes without any change of a folder. */
static void what_git_ignores_is_asked_each_time(void **state)
{
	const struct repo *repo = *state;
	auto_buf kept = BUF_INIT;

	change(repo, "touch items/mz/x.bak items/mz/y.bak && mkdir -p items/aside &&"
		     "touch items/aside/z.yaml && touch .gitignore");
	(void)is_as_read(repo, &kept);
	change(repo, "echo '*.bak' >.gitignore");
	assert_false(is_as_read(repo, &kept));
	change(repo, "echo 'aside/' >.gitignore");
	assert_false(is_as_read(repo, &kept));
	change(repo, "echo >.gitignore");
	(void)is_as_read(repo, &kept);
}

static void a_folder_that_may_change_once_more_is_not_kept(void **state)
{
	const struct repo *repo = *state;
	auto_buf kept = BUF_INIT;
	struct listed listed = list_with(repo, &kept, unknown);

	assert_false(listed.changed);
	assert_int_equal(kept.len, 0);
	arena_clear(&listed.arena);
}

/* The bytes lie in a file that anything may have happened to. */
static void damaged_bytes_do_no_harm(void **state)
{
	const struct repo *repo = *state;
	auto_buf kept = BUF_INIT;
	struct listed whole;

	skip_elsewhere(repo);
	(void)is_as_read(repo, &kept);
	whole = list_with(repo, NULL, NULL);
	for (size_t len = 0; len < kept.len; len++) {
		auto_buf part = BUF_INIT;
		struct listed listed;

		buf_add(&part, kept.s, len);
		listed = list_with(repo, &part, late);
		assert_string_equal(listed.text, whole.text);
		arena_clear(&listed.arena);
	}
	for (size_t i = 0; i < kept.len; i++) {
		auto_buf other = BUF_INIT;
		struct listed listed;

		buf_add(&other, kept.s, kept.len);
		other.s[i] = (char)(other.s[i] ^ (i % 2 ? '/' : 1));
		listed = list_with(repo, &other, late);
		assert_null(strstr(listed.text, "//"));
		assert_null(strstr(listed.text, "../"));
		arena_clear(&listed.arena);
	}
	arena_clear(&whole.arena);
}

#define IN_REPO(test) cmocka_unit_test_setup_teardown(test, repo_setup, repo_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_REPO(an_unchanged_folder_is_not_read),
		IN_REPO(a_change_in_a_folder_is_seen),
		IN_REPO(what_git_ignores_is_asked_each_time),
		IN_REPO(a_folder_that_may_change_once_more_is_not_kept),
		IN_REPO(damaged_bytes_do_no_harm),
	};

	return cmocka_run_group_tests_name("folders", tests, NULL, NULL);
}
