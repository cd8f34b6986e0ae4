#include <stdlib.h>
#include <string.h>

#include "check/check.h"

/*
 * In a revision a look-up reads the folder's whole tree, so that after some of them one list
 * of all files is cheaper.
 */
enum { LOOK_UPS = 16 };

static int by_path(const void *path, const void *entry)
{
	return strcmp(path, ((const struct source_entry *)entry)->path);
}

static bool find(struct check_texts *texts, struct arena *arena, const char *path,
		 struct source_entry *out)
{
	struct source *source = texts->catalogue->source;
	const struct source_entry *found;
	struct error err;

	if (source_place(source) == SOURCE_WORK_TREE || texts->asked++ < LOOK_UPS)
		return source_find(source, arena, path, out, &err) == 0;
	if (!texts->entries &&
	    source_list(source, texts->arena, &texts->entries, &texts->count, &err) < 0)
		return false;
	found = texts->count > 0 ? bsearch(path, texts->entries, texts->count,
					   sizeof(*texts->entries), by_path)
				 : NULL;
	if (found)
		*out = *found;
	return found != NULL;
}

bool check_text(void *payload, const char *path, struct buf *out)
{
	struct check_texts *texts = payload;
	struct arena arena = ARENA_INIT;
	struct source_entry entry;
	struct error err;
	bool had;

	had = find(texts, &arena, path, &entry) && entry.type == SOURCE_FILE &&
	      source_read(texts->catalogue->source, &entry, out, &err) == 0;
	arena_clear(&arena);
	return had;
}
