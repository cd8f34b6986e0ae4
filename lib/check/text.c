#include "check/check.h"

bool check_text(void *payload, const char *path, struct buf *out)
{
	struct catalogue *catalogue = payload;
	struct arena arena = ARENA_INIT;
	struct source_entry entry;
	struct error err;
	bool had;

	had = source_find(catalogue->source, &arena, path, &entry, &err) == 0 &&
	      entry.type == SOURCE_FILE &&
	      source_read(catalogue->source, &entry, out, &err) == 0;
	arena_clear(&arena);
	return had;
}
