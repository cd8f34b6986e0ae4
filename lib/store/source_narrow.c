#include <stdlib.h>
#include <string.h>

#include "store/source_private.h"

static int by_path(const void *a, const void *b)
{
	return strcmp(((const struct source_entry *)a)->path,
		      ((const struct source_entry *)b)->path);
}

static bool is_double(const struct listing *few, const struct source_entry *entry)
{
	return few->count > 0 &&
	       strcmp(few->items[few->count - 1].path, entry->path) == 0;
}

void source_narrow(struct source *source, const struct source_entry *entries,
		   size_t count)
{
	struct arena *arena = &source->arena;
	struct source_entry *sorted = arena_array(arena, struct source_entry, count + 1);
	struct listing *few = &source->few;

	*few = (struct listing){ .arena = arena };
	source->narrow = true;
	if (count == 0)
		return;
	memcpy(sorted, entries, count * sizeof(*sorted));
	qsort(sorted, count, sizeof(*sorted), by_path);
	for (size_t i = 0; i < count; i++) {
		struct source_entry *entry;

		if (is_double(few, &sorted[i]))
			continue;
		entry = listing_add(few, arena_strdup(arena, sorted[i].path),
				    sorted[i].type);
		entry->oid = sorted[i].oid ? arena_strdup(arena, sorted[i].oid) : NULL;
		entry->stat = sorted[i].stat;
		entry->sys = sorted[i].sys;
	}
}

static bool is_below(const char *path, const char *folder)
{
	size_t len = strlen(folder);

	return strncmp(path, folder, len) == 0 && path[len] == '/';
}

/* Of a work tree that folder alone is read; of the index, what the list of all has below it. */
static int list_below(struct source *source, struct listing *list, const char *folder,
		      struct error *err)
{
	struct listing all = { .arena = list->arena };
	auto_buf path = BUF_INIT;
	int rc;

	buf_addf(&path, "%s/", folder);
	rc = source->place == SOURCE_INDEX ? staged_list(source, &all, err)
					   : worktree_list(source, path.s, &all, err);
	for (size_t i = 0; rc == 0 && i < all.count; i++) {
		if (is_below(all.items[i].path, folder))
			*listing_add(list, "", SOURCE_FILE) = all.items[i];
	}
	return rc;
}

int source_list_folder(struct source *source, struct arena *arena, const char *folder,
		       struct source_entry **out, size_t *count, struct error *err)
{
	struct listing list = { .arena = arena };
	int rc = source->place == SOURCE_REVISION
			 ? revision_list_folder(source, &list, folder, err)
			 : list_below(source, &list, folder, err);

	*out = list.items;
	*count = list.count;
	return rc;
}

void source_overlay(struct source *source, const char *path, const char *bytes,
		    size_t len)
{
	source->overlay = arena_strdup(&source->arena, path);
	source->overlay_bytes = arena_strndup(&source->arena, bytes, len);
	source->overlay_len = len;
}

void overlay_find(const struct source *source, struct arena *arena,
		  struct source_entry *out)
{
	char oid[OID_HEX_SIZE];

	*out = (struct source_entry){ .path = source->overlay };
	if (source->place == SOURCE_WORK_TREE)
		return;
	source_blob_id(source, source->overlay_bytes, source->overlay_len, oid);
	out->oid = arena_strdup(arena, oid);
}
