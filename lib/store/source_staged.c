#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "store/source_private.h"

static enum source_entry_type type_of(const git_index_entry *entry)
{
	if (S_ISREG(entry->mode))
		return SOURCE_FILE;
	return S_ISLNK(entry->mode) ? SOURCE_LINK : SOURCE_SPECIAL;
}

static const char *oid_text(struct arena *arena, const git_oid *oid)
{
	char hex[OID_HEX_SIZE];

	return arena_strndup(arena, git_oid_tostr(hex, sizeof(hex), oid), GIT_OID_HEXSZ);
}

/* Whether a part of the path is left out, as the walk of a folder would have left it. */
static bool is_skipped(const char *path)
{
	auto_buf part = BUF_INIT;
	bool at_root = true;

	for (;;) {
		size_t len = strcspn(path, "/");

		buf_reset(&part);
		buf_add(&part, path, len);
		if (source_skips(part.s, at_root))
			return true;
		if (!path[len])
			return false;
		path += len + 1;
		at_root = false;
	}
}

int staged_list(struct source *source, struct listing *list, struct error *err)
{
	const size_t skip = strlen(source->prefix);
	size_t at = 0;

	if (skip && git_index_find_prefix(&at, source->index, source->prefix) < 0)
		return 0;
	for (; at < git_index_entrycount(source->index); at++) {
		const git_index_entry *entry = git_index_get_byindex(source->index, at);
		const char *path = entry->path + skip;
		struct source_entry *added;

		if (strncmp(entry->path, source->prefix, skip) != 0)
			break;
		if (git_index_entry_is_conflict(entry))
			return error_set(
				err, ERR_CONFLICT,
				tr("'%s' has conflicts: mend it, then git add it"), path);
		if (is_skipped(path))
			continue;
		added = listing_add(list, arena_strndup(list->arena, path, strlen(path)),
				    type_of(entry));
		added->oid = oid_text(list->arena, &entry->id);
	}
	return 0;
}

int staged_find(struct source *source, struct arena *arena, const char *path,
		struct source_entry *out, struct error *err)
{
	auto_buf full = BUF_INIT;
	const git_index_entry *entry;

	buf_adds(&full, source->prefix);
	buf_adds(&full, path);
	entry = git_index_get_bypath(source->index, full.s, /* stage */ 0);
	if (!entry)
		return source_no_file(path, err);
	*out = (struct source_entry){ .path = arena_strndup(arena, path, strlen(path)),
				      .type = type_of(entry),
				      .oid = oid_text(arena, &entry->id) };
	return 0;
}
