#include <string.h>

#include "store/source_private.h"

static enum source_entry_type type_of(const git_tree_entry *entry)
{
	switch (git_tree_entry_filemode(entry)) {
	case GIT_FILEMODE_BLOB:
	case GIT_FILEMODE_BLOB_EXECUTABLE:
		return SOURCE_FILE;
	case GIT_FILEMODE_LINK:
		return SOURCE_LINK;
	case GIT_FILEMODE_TREE:
	case GIT_FILEMODE_COMMIT:
	case GIT_FILEMODE_UNREADABLE:
		break;
	}
	return SOURCE_SPECIAL;
}

static const char *oid_text(struct arena *arena, const git_oid *oid)
{
	char hex[OID_HEX_SIZE];

	return arena_strndup(arena, git_oid_tostr(hex, sizeof(hex), oid), GIT_OID_HEXSZ);
}

static size_t depth_of(const char *folder)
{
	size_t depth = 0;

	for (; *folder; folder++)
		depth += *folder == '/';
	return depth;
}

static int add_entry(const char *folder, const git_tree_entry *entry, void *payload)
{
	struct listing *list = payload;
	const char *name = git_tree_entry_name(entry);
	bool is_tree = git_tree_entry_type(entry) == GIT_OBJECT_TREE;
	auto_buf path = BUF_INIT;
	struct source_entry *added;

	/* A positive answer leaves a folder out. */
	if (source_skips(name, !*folder))
		return 1;
	if (is_tree && !source_is_record_name(name))
		return depth_of(folder) < SOURCE_DEPTH_MAX ? 0 : 1;
	buf_adds(&path, folder);
	buf_adds(&path, name);
	added = listing_add(list, buf_dup(&path, list->arena), type_of(entry));
	added->oid = oid_text(list->arena, git_tree_entry_id(entry));
	return is_tree;
}

int revision_list(struct source *source, struct listing *list, struct error *err)
{
	if (git_tree_walk(source->tree, GIT_TREEWALK_PRE, add_entry, list) < 0)
		return error_git(err, "%s", source->commit);
	return 0;
}

int revision_list_folder(struct source *source, struct listing *list, const char *folder,
			 struct error *err)
{
	auto_tree_entry *found = NULL;
	auto_tree *tree = NULL;
	size_t first = list->count;
	int rc = git_tree_entry_bypath(&found, source->tree, folder);

	if (rc == GIT_ENOTFOUND ||
	    (rc == 0 && git_tree_entry_type(found) != GIT_OBJECT_TREE))
		return 0;
	if (rc < 0 ||
	    git_tree_lookup(&tree, source->repo, git_tree_entry_id(found)) < 0 ||
	    git_tree_walk(tree, GIT_TREEWALK_PRE, add_entry, list) < 0)
		return error_git(err, "%s", folder);
	for (size_t i = first; i < list->count; i++)
		list->items[i].path =
			arena_printf(list->arena, "%s/%s", folder, list->items[i].path);
	return 0;
}

int revision_find(struct source *source, struct arena *arena, const char *path,
		  struct source_entry *out, struct error *err)
{
	auto_tree_entry *entry = NULL;
	int rc = git_tree_entry_bypath(&entry, source->tree, path);

	if (rc == GIT_ENOTFOUND)
		return source_no_file(path, err);
	if (rc < 0)
		return error_git(err, "%s", path);
	if (git_tree_entry_type(entry) == GIT_OBJECT_TREE && !source_is_record_name(path))
		return source_no_file(path, err);
	*out = (struct source_entry){ .path = arena_strndup(arena, path, strlen(path)),
				      .type = type_of(entry),
				      .oid = oid_text(arena, git_tree_entry_id(entry)) };
	return 0;
}
