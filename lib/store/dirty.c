#include <string.h>

#include "base/i18n.h"
#include "store/source_private.h"
#include "store/transaction_private.h"

/* Whether the bytes differ, which a changed time or line ending that git filters does not say. */
static int differs(struct transaction *tx, const char *path, bool *out, struct error *err)
{
	struct journal_side head;
	struct journal_side disk;
	struct error special;

	if (head_side(tx, path, &head, &special) < 0 ||
	    work_file_side(tx, path, &disk, &special) < 0) {
		/* A symbolic link or a folder where a file was is a change as well. */
		*out = true;
		if (special.code == ERR_CONFLICT)
			return 0;
		*err = special;
		return -1;
	}
	*out = head.mode != disk.mode || !work_file_same(&head, &disk);
	return 0;
}

static bool is_skipped(const char *path)
{
	auto_buf first = BUF_INIT;
	const char *base = path_base(path);

	buf_add(&first, path, strcspn(path, "/"));
	return source_skips(first.s, true) || source_skips(base, base == path);
}

int transaction_dirty(struct transaction *tx, struct arena *arena, struct strings *out,
		      struct error *err)
{
	git_diff_options options;
	const size_t skip = strlen(tx->prefix);
	const char *folder = arena_strndup(&tx->arena, tx->prefix, skip ? skip - 1 : 0);
	char *folders[] = { arena_strndup(&tx->arena, folder, strlen(folder)) };
	auto_diff *diff = NULL;

	if (git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION) < 0)
		return error_git(err, tr("cannot compare with what git has"));
	options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS |
			GIT_DIFF_INCLUDE_TYPECHANGE | GIT_DIFF_DISABLE_PATHSPEC_MATCH |
			GIT_DIFF_IGNORE_SUBMODULES;
	if (skip)
		options.pathspec = (git_strarray){ .strings = folders, .count = 1 };
	if (git_diff_tree_to_workdir_with_index(&diff, tx->repo, tx->head, &options) < 0)
		return error_git(err, tr("cannot compare with what git has"));
	for (size_t i = 0; i < git_diff_num_deltas(diff); i++) {
		const char *path = git_diff_get_delta(diff, i)->new_file.path;
		bool changed = false;

		if (strncmp(path, tx->prefix, skip) != 0 || is_skipped(path + skip))
			continue;
		if (differs(tx, path, &changed, err) < 0)
			return -1;
		if (changed)
			strings_add(
				arena, out,
				arena_strndup(arena, path + skip, strlen(path + skip)));
	}
	return 0;
}
