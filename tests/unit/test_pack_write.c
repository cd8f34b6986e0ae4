#include "unit/unit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "store/durable.h"
#include "store/pack_write.h"
#include "store/transaction.h"
#include "unit/repo.h"

enum { TIME_OF_COMMITS = 1530662400, ZONE = 480, MANY = 150, LARGE = 100000 };

/* ---- the file itself ---- */

static void hex_to_oid(const char *hex, unsigned char *oid)
{
	for (size_t i = 0; i < SHA1_SIZE; i++) {
		const char byte[] = { hex[2 * i], hex[2 * i + 1], '\0' };

		oid[i] = (unsigned char)strtoul(byte, NULL, 16);
	}
}

/* Bytes that look random, so that some of them grow when they are deflated. */
static void fill(struct arena *arena, struct pack_blob *blob, size_t len)
{
	char hex[GIT_BLOB_HEX_SIZE];
	char *bytes = arena_array(arena, char, len + 1);
	uint32_t seed = (uint32_t)len;

	for (size_t i = 0; i < len; i++) {
		seed = seed * 1664525 + 1013904223;
		bytes[i] = (char)(len % 2 ? seed >> 24 : 'a' + i % 7);
	}
	*blob = (struct pack_blob){ .bytes = bytes, .len = len };
	git_blob_hex(bytes, len, hex);
	hex_to_oid(hex, blob->oid);
}

static void write_pack(const struct repo *repo, struct pack_blob *blobs, size_t count)
{
	auto_buf dir = BUF_INIT;
	auto_buf name = BUF_INIT;
	auto_buf move = BUF_INIT;
	struct error err;

	path_join(&dir, repo->top, "packs");
	if (pack_write(dir.s, blobs, count, &name, &err) < 0)
		fail_msg("%s", err.text);
	/* git says the same of the pack as we do, byte for byte, and calls it the same. */
	buf_addf(&move,
		 "cd ../packs && test \"$(ls | wc -l)\" = 2 && git verify-pack %s.idx && "
		 "test \"$(git index-pack --strict -o ../git.idx %s.pack)\" = "
		 "\"$(echo %s | sed s/pack-//)\" && cmp ../git.idx %s.idx",
		 name.s, name.s, name.s, name.s);
	repo_run(repo, move.s);
}

static void git_reads_what_is_packed(void **state)
{
	static const size_t lens[] = {
		0,    1,    2,    14,   15,    16,    17,    127,    2046,   2047,  2048,
		2049, 4095, 4096, 4097, 65535, 65536, 65537, 262143, 262144, 300001
	};
	struct arena arena = ARENA_INIT;
	struct pack_blob blobs[ARRAY_LEN(lens)];

	for (size_t i = 0; i < ARRAY_LEN(lens); i++)
		fill(&arena, &blobs[i], lens[i]);
	write_pack(*state, blobs, ARRAY_LEN(lens));
	arena_clear(&arena);
}

static void equal_blobs_are_packed_once(void **state)
{
	struct arena arena = ARENA_INIT;
	struct pack_blob blobs[6];

	for (size_t i = 0; i < ARRAY_LEN(blobs); i++)
		fill(&arena, &blobs[i], 10 + i / 3);
	write_pack(*state, blobs, ARRAY_LEN(blobs));
	assert_output(*state, "git show-index <../git.idx | wc -l", "2\n");
	assert_false(blobs[0].is_double);
	assert_true(blobs[1].is_double);
	arena_clear(&arena);
}

static void thousands_are_found(void **state)
{
	enum { THOUSANDS = 3000 };
	struct arena arena = ARENA_INIT;
	struct pack_blob *blobs = arena_array(&arena, struct pack_blob, THOUSANDS);

	for (size_t i = 0; i < THOUSANDS; i++)
		fill(&arena, &blobs[i], i);
	write_pack(*state, blobs, THOUSANDS);
	arena_clear(&arena);
}

static void a_folder_that_cannot_be_written_is_an_error(void **state)
{
	const struct repo *repo = *state;
	struct arena arena = ARENA_INIT;
	struct pack_blob blob;
	struct error err = { 0 };
	auto_buf dir = BUF_INIT;
	auto_buf name = BUF_INIT;

	fill(&arena, &blob, 5);
	repo_write(repo, "file", "in the way\n");
	path_join(&dir, repo->dir.s, "file");
	assert_int_equal(pack_write(dir.s, &blob, 1, &name, &err), -1);
	assert_non_null(strstr(err.text, "file"));
	arena_clear(&arena);
}

/* ---- in a transaction ---- */

static struct transaction *begin(const struct repo *repo, unsigned int flags)
{
	struct transaction_options options = {
		.root = repo->dir.s, .flags = flags, .time = TIME_OF_COMMITS, .zone = ZONE
	};
	struct transaction *tx = NULL;
	struct error err;

	if (transaction_begin(&options, &tx, &err) < 0)
		fail_msg("%s", err.text);
	return tx;
}

static void put_many(struct transaction *tx, const char *folder, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		auto_buf path = BUF_INIT;
		auto_buf text = BUF_INIT;
		struct error err;

		buf_addf(&path, "%s/%02zu/f-%04zu.yaml", folder, i / 50, i);
		/* The last two have the same content. */
		buf_addf(&text, "id: %zu\n", i + 1 == count ? i - 1 : i);
		if (transaction_put(tx, path.s, text.s, text.len, PUT_NEW, &err) < 0)
			fail_msg("%s", err.text);
	}
}

static void commit(struct transaction *tx)
{
	char id[OID_HEX_SIZE];
	struct error err;

	if (transaction_commit(tx, "many", id, &err) < 0)
		fail_msg("%s", err.text);
	transaction_free(tx);
}

/* What git itself says of it: nothing is damaged, missing, different or left over. */
static void assert_clean(const struct repo *repo)
{
	assert_output(repo, "git fsck --full --strict 2>&1 && git status --porcelain",
		      "");
	assert_output(repo,
		      "find . \\( -name '*.lock' -o -name '.gk-tmp-*' -o -path "
		      "'./.git/gk/*' \\) -print",
		      "");
}

static const char packs[] =
	"git count-objects -v | grep '^\\(packs\\|in-pack\\|garbage\\)'";

static void many_new_files_are_one_pack(void **state)
{
	static const unsigned int flags[] = { TX_FAST, 0 };

	for (size_t i = 0; i < ARRAY_LEN(flags); i++) {
		struct transaction *tx = begin(*state, flags[i]);

		put_many(tx, i ? "two" : "one", MANY);
		commit(tx);
		assert_clean(*state);
		/* The same blobs once more are the same pack. */
		assert_output(*state, packs, "in-pack: 149\npacks: 1\ngarbage: 0\n");
	}
	assert_output(*state, "git ls-files one two | wc -l", "300\n");
	repo_run(*state, "git gc -q");
	assert_output(
		*state,
		"git count-objects -v | grep -c '^count: 0\\|^packs: 1\\|^garbage: 0'",
		"3\n");
	assert_clean(*state);
}

static void a_few_new_files_stay_files(void **state)
{
	struct transaction *tx = begin(*state, 0);

	put_many(tx, "one", 99);
	commit(tx);
	assert_clean(*state);
	assert_output(*state, packs, "in-pack: 0\npacks: 0\ngarbage: 0\n");
}

static void large_files_stay_out_of_the_pack(void **state)
{
	struct transaction *tx = begin(*state, TX_FAST);
	auto_buf bytes = BUF_INIT;
	struct error err;

	for (size_t i = 0; i < LARGE; i++)
		buf_addc(&bytes, (char)('a' + i % 26));
	put_many(tx, "one", MANY);
	assert_int_equal(
		transaction_put(tx, "one/large", bytes.s, bytes.len, PUT_NEW, &err), 0);
	commit(tx);
	assert_clean(*state);
	assert_output(*state, packs, "in-pack: 149\npacks: 1\ngarbage: 0\n");
	assert_output(*state, "git cat-file -s HEAD:one/large", "100000\n");
}

static void commits_in_between_pack_each_file_once(void **state)
{
	struct transaction *tx = begin(*state, TX_FAST);
	char id[OID_HEX_SIZE];
	struct error err;

	put_many(tx, "one", MANY);
	assert_int_equal(transaction_stack(tx, "first half", id, &err), 0);
	put_many(tx, "two", 3);
	commit(tx);
	assert_clean(*state);
	assert_output(*state, packs, "in-pack: 149\npacks: 1\ngarbage: 0\n");
	assert_output(*state, "git log --format=%s", "many\nfirst half\nfirst\n");
}

static void hooks_see_a_pack(void **state)
{
	struct transaction *tx;

	repo_write(*state, ".git/hooks/pre-commit",
		   "#!/bin/sh\ngit ls-files -s one | cut -d' ' -f2 | git cat-file "
		   "--batch-check "
		   "| grep -c ' blob ' >seen\n");
	repo_run(*state,
		 "chmod +x .git/hooks/pre-commit && echo seen >.git/info/exclude");
	tx = begin(*state, TX_FAST);
	put_many(tx, "one", MANY);
	commit(tx);
	assert_output(*state, "cat seen", "150\n");
	assert_clean(*state);
}

static void many_files_are_undone_when_the_branch_moved(void **state)
{
	struct transaction *tx = begin(*state, 0);
	char id[OID_HEX_SIZE];
	struct error err;

	put_many(tx, "one", MANY);
	repo_run(*state, "git commit -q --allow-empty -m other");
	assert_int_equal(transaction_commit(tx, "many", id, &err), -1);
	transaction_free(tx);
	assert_output(*state,
		      "git log -1 --format=%s && ls -d one 2>&1 | grep -c one.*No",
		      "other\n1\n");
	assert_output(*state, "git status --porcelain", "");
}

/* ---- a writer that was killed between the two files of a pack ---- */

static void half_a_pack_is_taken_back(void **state)
{
	repo_run(*state, "mkdir -p .git/gk/tx/objects/pack && : "
			 ">.git/gk/tx/objects/pack/pack-a.idx"
			 " && : >.git/objects/pack/pack-a.pack");
	transaction_free(begin(*state, TX_FAST));
	assert_output(*state, "ls .git/objects/pack", "");
	assert_clean(*state);
}

static void a_pack_of_others_stays(void **state)
{
	repo_run(*state, "git repack -q -a -d && mkdir -p .git/gk/tx/objects/pack &&"
			 "for f in .git/objects/pack/*.idx; do cp \"$f\" "
			 ".git/gk/tx/objects/pack; done");
	transaction_free(begin(*state, TX_FAST));
	assert_clean(*state);
	/* Both halves are still with us: what has the name in the repository is not ours. */
	repo_run(*state,
		 "mkdir -p .git/gk/tx/objects/pack && cd .git/gk/tx/objects/pack &&"
		 ": >pack-b.idx && : >pack-b.pack && : "
		 ">../../../../objects/pack/pack-b.pack");
	transaction_free(begin(*state, TX_FAST));
	repo_run(*state, "test -e .git/objects/pack/pack-b.pack && rm "
			 ".git/objects/pack/pack-b.pack");
}

/* ---- waiting for many files ---- */

static void more_files_than_wait_at_once_are_all_closed(void **state)
{
	static const enum file_sync syncs[] = { FILE_FAST, FILE_SYNC };
	const struct repo *repo = *state;
	auto_buf path = BUF_INIT;
	int before, after;

	path_join(&path, repo->top, "file");
	before = open("/dev/null", O_RDONLY | O_CLOEXEC);
	assert_int_equal(close(before), 0);
	for (size_t k = 0; k < ARRAY_LEN(syncs); k++) {
		auto_durable_batch batch = { .sync = syncs[k] };
		struct error err;

		for (size_t i = 0; i < 2 * DURABLE_AT_ONCE + 3; i++) {
			int fd = open(path.s, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);

			assert_true(fd >= 0);
			assert_int_equal(durable_batch_add(&batch, fd, path.s, &err), 0);
		}
		assert_int_equal(batch.count, syncs[k] == FILE_SYNC ? 3 : 0);
		assert_int_equal(durable_batch_wait(&batch, &err), 0);
		assert_int_equal(batch.count, 0);
	}
	after = open("/dev/null", O_RDONLY | O_CLOEXEC);
	assert_int_equal(close(after), 0);
	assert_int_equal(before, after);
}

static void a_file_that_cannot_be_waited_for_is_named(void **state)
{
	auto_durable_batch batch = { .sync = FILE_SYNC };
	struct error err = { 0 };

	(void)state;
	/* No open file has this number. */
	assert_int_equal(durable_batch_add(&batch, 1000000, "a/record.yaml", &err), 0);
	assert_int_equal(durable_batch_wait(&batch, &err), -1);
	assert_non_null(strstr(err.text, "a/record.yaml"));
}

#define IN_REPO(test) cmocka_unit_test_setup_teardown(test, repo_setup, repo_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_REPO(git_reads_what_is_packed),
		IN_REPO(equal_blobs_are_packed_once),
		IN_REPO(thousands_are_found),
		IN_REPO(a_folder_that_cannot_be_written_is_an_error),
		IN_REPO(many_new_files_are_one_pack),
		IN_REPO(a_few_new_files_stay_files),
		IN_REPO(large_files_stay_out_of_the_pack),
		IN_REPO(commits_in_between_pack_each_file_once),
		IN_REPO(hooks_see_a_pack),
		IN_REPO(many_files_are_undone_when_the_branch_moved),
		IN_REPO(half_a_pack_is_taken_back),
		IN_REPO(a_pack_of_others_stays),
		IN_REPO(more_files_than_wait_at_once_are_all_closed),
		cmocka_unit_test(a_file_that_cannot_be_waited_for_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
