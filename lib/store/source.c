#include "store/source.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/list.h"
#include "store/beneath.h"
#include "store/folders.h"
#include "store/source_private.h"

struct source_entry *listing_add(struct listing *list, const char *path,
				 enum source_entry_type type)
{
	struct source_entry *entry;

	list->items = array_grow(list->arena, list->items, list->count, &list->room,
				 sizeof(*entry));
	entry = &list->items[list->count++];
	*entry = (struct source_entry){ .path = path, .type = type };
	return entry;
}

bool source_skips(const char *name, bool at_root)
{
	static const char site_folder[] = ".public-";

	if (name[0] == '.')
		return (at_root &&
			strncmp(name, site_folder, strlen(site_folder)) == 0) ||
		       strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
		       strcmp(name, ".git") == 0 ||
		       strncmp(name, FILE_TEMP_PREFIX, strlen(FILE_TEMP_PREFIX)) == 0;
	/* "public" is a link to one of the folders that a site is made in. */
	return at_root && strcmp(name, "public") == 0;
}

bool source_is_record_name(const char *name)
{
	static const char end[] = ".yaml";
	size_t len = strlen(name);

	while (len && name[len - 1] == '/')
		len--;
	return len > strlen(end) &&
	       strncmp(name + len - strlen(end), end, strlen(end)) == 0;
}

int source_no_file(const char *path, struct error *err)
{
	return error_set(err, ERR_NOT_FOUND, tr("there is no file '%s'"), path);
}

void source_free(struct source *source)
{
	bool started = source && source->started;

	if (!source)
		return;
	git_index_free(source->index);
	git_tree_free(source->tree);
	git_odb_free(source->odb);
	git_repository_free(source->repo);
	beneath_close(&source->root_fd);
	arena_clear(&source->arena);
	free(source);
	if (started)
		git_stop();
}

enum source_place source_place(const struct source *source)
{
	return source->place;
}

const char *source_root(const struct source *source)
{
	return source->root;
}

const char *source_gitdir(const struct source *source)
{
	return source->gitdir;
}

const char *source_prefix(const struct source *source)
{
	return source->prefix;
}

const char *source_commit(struct source *source)
{
	if (!source->commit && source->top)
		source_note_head(source);
	return source->commit;
}

void source_remember(struct source *source, struct folders *folders)
{
	source->folders = folders;
}

int source_list(struct source *source, struct arena *arena, struct source_entry **out,
		size_t *count, struct error *err)
{
	struct listing list = { .arena = arena };
	int rc = -1;

	if (source->narrow) {
		*out = source->few.items;
		*count = source->few.count;
		return 0;
	}
	switch (source->place) {
	case SOURCE_WORK_TREE:
		rc = worktree_list(source, "", &list, err);
		break;
	case SOURCE_INDEX:
		rc = staged_list(source, &list, err);
		break;
	case SOURCE_REVISION:
		rc = revision_list(source, &list, err);
		break;
	}
	if (rc < 0)
		return -1;
	*out = list.items;
	*count = list.count;
	return 0;
}

int source_find(struct source *source, struct arena *arena, const char *path,
		struct source_entry *out, struct error *err)
{
	if (!beneath_is_path(path))
		return source_no_file(path, err);
	if (source->overlay && strcmp(source->overlay, path) == 0) {
		overlay_find(source, arena, out);
		return 0;
	}
	switch (source->place) {
	case SOURCE_WORK_TREE:
		return worktree_find(source, arena, path, out, err);
	case SOURCE_INDEX:
		return staged_find(source, arena, path, out, err);
	case SOURCE_REVISION:
		break;
	}
	return revision_find(source, arena, path, out, err);
}

int source_read(struct source *source, const struct source_entry *entry, struct buf *out,
		struct error *err)
{
	git_oid oid;

	if (entry->type != SOURCE_FILE)
		return error_set(err, ERR_SYSTEM, tr("'%s' is not a regular file"),
				 entry->path);
	if (source->overlay && strcmp(source->overlay, entry->path) == 0) {
		buf_add(out, source->overlay_bytes, source->overlay_len);
		return 0;
	}
	if (source->place == SOURCE_WORK_TREE)
		return beneath_read(source->root_fd, entry->path, SOURCE_MAX_FILE, out,
				    err);
	if (git_oid_fromstr(&oid, entry->oid) < 0)
		return error_git(err, tr("cannot read '%s'"), entry->path);
	return git_read_blob(source->odb, &oid, entry->path, out, err);
}

void source_blob_id(const struct source *source, const void *bytes, size_t len,
		    char out[OID_HEX_SIZE])
{
	/* Not through libgit2: it looks for collisions, which a name in a cache does not need. */
	(void)source;
	git_blob_hex(bytes, len, out);
}
