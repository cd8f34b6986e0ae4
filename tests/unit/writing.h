/*
 * Transactions in the repositories of unit/repo.h: begun, filled, committed or refused.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_WRITING_H
#define GK_TESTS_WRITING_H

#include "unit/unit.h"

#include "store/transaction.h"
#include "unit/repo.h"

enum { TIME_OF_COMMITS = 1530662400, ZONE = 480 };

static inline int try_begin(const struct repo *repo, const char *folder,
			    unsigned int flags, struct transaction **out,
			    struct error *err)
{
	auto_buf root = BUF_INIT;
	struct transaction_options options = { .flags = flags,
					       .time = TIME_OF_COMMITS,
					       .zone = ZONE };

	path_join(&root, repo->dir.s, folder);
	options.root = root.s;
	return transaction_begin(&options, out, err);
}

static inline struct transaction *begin(const struct repo *repo, const char *folder,
					unsigned int flags)
{
	struct transaction *tx = NULL;
	struct error err;

	if (try_begin(repo, folder, flags, &tx, &err) < 0)
		fail_msg("%s", err.text);
	return tx;
}

static inline void put(struct transaction *tx, const char *path, const char *text,
		       unsigned int flags)
{
	struct error err;

	if (transaction_put(tx, path, text, text ? strlen(text) : 0, flags, &err) < 0)
		fail_msg("%s", err.text);
}

/* Demands an error of this code with `part` in its one line. */
static inline void assert_said(const struct error *err, enum error_code code,
			       const char *part)
{
	if (!strstr(err->text, part))
		fail_msg("'%s' is not in: %s", part, err->text);
	assert_null(strchr(err->text, '\n'));
	assert_int_equal(err->code, code);
}

static inline void refuse_put(struct transaction *tx, const char *path, const char *text,
			      unsigned int flags, const char *part)
{
	struct error err = { 0 };

	assert_int_equal(
		transaction_put(tx, path, text, text ? strlen(text) : 0, flags, &err),
		-1);
	if (!strstr(err.text, part))
		fail_msg("'%s' is not in: %s", part, err.text);
}

static inline void commit(struct transaction *tx, const char *message)
{
	char id[OID_HEX_SIZE] = "";
	struct error err;

	if (transaction_commit(tx, message, id, &err) < 0)
		fail_msg("%s", err.text);
	assert_int_equal(strlen(id), 40);
	transaction_free(tx);
}

static inline void refuse_commit(struct transaction *tx, enum error_code code,
				 const char *part)
{
	char id[OID_HEX_SIZE] = "untouched";
	struct error err = { 0 };

	assert_int_equal(transaction_commit(tx, "refused", id, &err), -1);
	assert_said(&err, code, part);
	assert_string_equal(id, "untouched");
	transaction_free(tx);
}

static inline void refuse_begin(const struct repo *repo, const char *folder,
				enum error_code code, const char *part)
{
	struct transaction *tx = NULL;
	struct error err = { 0 };

	assert_int_equal(try_begin(repo, folder, TX_FAST, &tx, &err), -1);
	assert_null(tx);
	assert_said(&err, code, part);
}

/* Nothing of ours is left, nothing is broken, and files, index and HEAD agree. */
static inline void assert_tidy(const struct repo *repo)
{
	repo_run(repo,
		 "test -z \"$(find \"$(git rev-parse --git-common-dir)\" . -name '*.lock'"
		 " -o -name '.gk-tmp-*' -o -name 'tmp_obj*' -o -path '*/gk/*' ! -path "
		 "'./*')\" &&"
		 "test -z \"$(git fsck --no-dangling 2>&1)\"");
}

static inline void assert_clean(const struct repo *repo)
{
	assert_tidy(repo);
	assert_output(repo, "git status --porcelain", "");
}

#endif
