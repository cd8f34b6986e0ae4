#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/i18n.h"
#include "store/backup_private.h"
#include "store/git_program.h"

int backup_scratch(const char *path, struct arena *arena, const char **out,
		   struct error *err)
{
	const char *base = path_base(path);
	char *made;

	made = arena_printf(arena, "%.*s%sXXXXXX", (int)(base - path), path,
			    FILE_TEMP_PREFIX);
	/* mkdtemp() gives it to the user alone. */
	if (!mkdtemp(made))
		return error_errno(err, tr("cannot write into '%.*s'"),
				   base > path ? (int)(base - path) : 1,
				   base > path ? path : ".");
	*out = made;
	return 0;
}

int backup_sweep(const char *scratch, int rc, struct error *err)
{
	struct error left;

	if (file_remove_tree(scratch, &left) == 0 || rc < 0)
		return rc;
	*err = left;
	return -1;
}

int bare_make(const char *dir, struct error *err)
{
	static const char *const files[][2] = {
		{ "HEAD", "ref: refs/heads/main\n" },
		{ "config", "[core]\n\trepositoryformatversion = 0\n\tbare = true\n" },
	};
	static const char *const folders[] = { "objects/info", "objects/pack", "refs" };

	for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
		auto_buf path = BUF_INIT;

		path_join(&path, dir, folders[i]);
		if (file_make_dirs(path.s, err) < 0)
			return -1;
	}
	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		auto_buf path = BUF_INIT;

		path_join(&path, dir, files[i][0]);
		if (file_write(path.s, files[i][1], strlen(files[i][1]), FILE_FAST, err) <
		    0)
			return -1;
	}
	return 0;
}

static int compare(const char *dir, const struct list *refs, struct error *err)
{
	auto_repository *repo = NULL;

	if (git_repository_open_bare(&repo, dir) < 0)
		return error_git(err, "%s", dir);
	for (size_t i = 0; i < refs->count; i++) {
		const struct bundle_ref *ref = list_at(refs, struct bundle_ref, i);
		char hex[OID_HEX_SIZE];
		git_oid id;

		if (strncmp(ref->name, "refs/", 5) != 0)
			continue;
		if (git_reference_name_to_id(&id, repo, ref->name) < 0 ||
		    strcmp(git_oid_tostr(hex, sizeof(hex), &id), ref->oid) != 0)
			return error_set(err, ERR_EXTERNAL, tr("%s is not as it was"),
					 ref->name);
	}
	return 0;
}

int bare_fetch(const char *dir, const char *file, const char *name,
	       const struct list *refs, struct error *err)
{
	/* fetch looks at all that the references lead to before it takes them. */
	const char *const args[] = {
		"--git-dir", dir,  "fetch",          "--quiet", "--no-write-fetch-head",
		"--no-tags", file, "+refs/*:refs/*", NULL
	};
	struct error why;

	if (git_program(args, &why) < 0)
		return error_set(err, ERR_SYNTAX, tr("%s is damaged: %s"), name,
				 why.text);
	return compare(dir, refs, err);
}
