/*
 * The transaction interface as a program, so that it can be stopped at any point.
 *
 *	writer ROOT add PATH…      new files, their content made from the path
 *	writer ROOT save PATH…     what is on disk
 *	writer ROOT set PATH TEXT  over what HEAD has
 *	writer ROOT remove PATH…
 *	writer ROOT dirty          print what differs from HEAD
 *	writer ROOT recover        only what a killed writer left
 *
 * Prints the id of the commit.  Exit status: 0, or 3 with one line on stderr.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "store/transaction.h"

enum { FAILED = 3, WRONG_USE = 2, TIME_OF_COMMITS = 1530662400, ZONE = 480, WAIT = 60 };

static int add(struct transaction *tx, char **paths, struct error *err)
{
	for (; *paths; paths++) {
		auto_buf text = BUF_INIT;

		buf_addf(&text, "id: %s\ntitle: 低保对象名单\n", *paths);
		if (transaction_put(tx, *paths, text.s, text.len, PUT_NEW, err) < 0)
			return -1;
	}
	return 0;
}

static int save(struct transaction *tx, const char *root, char **paths, struct error *err)
{
	for (; *paths; paths++) {
		auto_buf path = BUF_INIT;
		auto_buf text = BUF_INIT;

		path_join(&path, root, *paths);
		if (file_exists(path.s) &&
		    file_read(path.s, SOURCE_MAX_FILE, &text, err) < 0)
			return -1;
		if (transaction_put(tx, *paths, file_exists(path.s) ? text.s : NULL,
				    text.len, PUT_FROM_DISK, err) < 0)
			return -1;
	}
	return 0;
}

static int set(struct transaction *tx, char **args, struct error *err)
{
	for (; args[0] && args[1]; args += 2)
		if (transaction_put(tx, args[0], args[1], strlen(args[1]),
				    PUT_EXPECT_HEAD, err) < 0)
			return -1;
	return 0;
}

static int drop(struct transaction *tx, char **paths, struct error *err)
{
	for (; *paths; paths++)
		if (transaction_put(tx, *paths, NULL, 0, PUT_EXPECT_HEAD, err) < 0)
			return -1;
	return 0;
}

static int print_dirty(struct transaction *tx, struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct strings paths = { 0 };
	int rc = transaction_dirty(tx, &arena, &paths, err);

	for (size_t i = 0; i < paths.count; i++)
		(void)puts(paths.items[i]);
	arena_clear(&arena);
	return rc;
}

static int change(struct transaction *tx, const char *root, char **args,
		  struct error *err)
{
	const char *verb = args[0];

	if (strcmp(verb, "add") == 0)
		return add(tx, args + 1, err);
	if (strcmp(verb, "save") == 0)
		return save(tx, root, args + 1, err);
	if (strcmp(verb, "set") == 0)
		return set(tx, args + 1, err);
	if (strcmp(verb, "remove") == 0)
		return drop(tx, args + 1, err);
	if (strcmp(verb, "dirty") == 0)
		return print_dirty(tx, err);
	return 0;
}

int main(int argc, char **argv)
{
	struct transaction_options options = { .time = TIME_OF_COMMITS,
					       .zone = ZONE,
					       .wait = WAIT };
	struct transaction *tx = NULL;
	struct error err = { 0 };
	char commit[OID_HEX_SIZE] = "";
	int rc;

	if (argc < 3)
		return WRONG_USE;
	options.root = argv[1];
	rc = transaction_begin(&options, &tx, &err);
	if (rc == 0)
		rc = change(tx, argv[1], argv + 2, &err);
	if (rc == 0)
		rc = transaction_commit(tx, argv[2], commit, &err);
	transaction_free(tx);
	if (rc < 0)
		(void)fprintf(stderr, "%s\n", err.text);
	else if (commit[0])
		(void)puts(commit);
	return rc < 0 ? FAILED : 0;
}
