/*
 * Who else holds a number that changes: records that refer to it, pages that link to it.
 */
#include <string.h>

#include "record/id.h"
#include "work/renumber_private.h"

static bool holds_number(const struct renumber *r, const struct buf *bytes)
{
	size_t at = 0;

	return id_changes_next(&r->changes, bytes->s, bytes->len, &at) != NULL;
}

static bool is_page(const char *path)
{
	static const char folder[] = "pages/";
	static const char ending[] = ".md";
	size_t len = strlen(path);

	return strncmp(path, folder, sizeof(folder) - 1) == 0 &&
	       len > sizeof(ending) - 1 &&
	       strcmp(path + len - (sizeof(ending) - 1), ending) == 0;
}

/* Records that keep their numbers, and pages. */
static bool may_hold(const struct renumber *r, const char *path)
{
	char id[ID_MAX];

	return id_of_path(&r->work->catalogue->kinds, path, id)
		       ? !renumber_leaving(r, path)
		       : is_page(path);
}

/* By what lies on disk, which is as HEAD has it but for what was edited. */
static int find_on_disk(struct renumber *r, struct strings *out, struct error *err)
{
	struct source *source = r->work->catalogue->source;
	struct source_entry *entries;
	size_t count;

	if (source_list(source, r->work->arena, &entries, &count, err) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		auto_buf bytes = BUF_INIT;

		if (entries[i].type != SOURCE_FILE || !may_hold(r, entries[i].path))
			continue;
		if (source_read(source, &entries[i], &bytes, err) < 0)
			return -1;
		if (holds_number(r, &bytes))
			strings_add(r->work->arena, out, entries[i].path);
	}
	return 0;
}

static int find_edited(struct renumber *r, struct strings *out, struct error *err)
{
	struct strings dirty = { 0 };

	if (transaction_dirty(r->tx, r->work->arena, &dirty, err) < 0)
		return -1;
	for (size_t i = 0; i < dirty.count; i++) {
		auto_buf bytes = BUF_INIT;
		struct error absent;

		if (may_hold(r, dirty.items[i]) && !strings_has(out, dirty.items[i]) &&
		    transaction_head(r->tx, dirty.items[i], &bytes, &absent) == 0 &&
		    holds_number(r, &bytes))
			strings_add(r->work->arena, out, dirty.items[i]);
	}
	return 0;
}

static int change_page(struct renumber *r, const char *path, struct error *err)
{
	struct renumbered_file file = { .path = path, .title = path };
	struct renamed renamed;
	auto_buf bytes = BUF_INIT;

	if (transaction_head(r->tx, path, &bytes, err) < 0)
		return -1;
	page_rename(r->work->arena, bytes.s, bytes.len, &r->changes, &renamed);
	if (renumber_changes(&renamed.spots))
		renumber_plan(r, &(struct planned){ .path = path,
						    .bytes = renamed.bytes,
						    .len = renamed.len });
	file.spots = renamed.spots;
	file.changed = renumber_changes(&renamed.spots);
	renumber_tell(r, &file);
	return 0;
}

static int change_record(struct renumber *r, const char *path, struct error *err)
{
	struct record *record;

	return work_read_head(r->work, r->tx, path, &record, err) < 0
		       ? -1
		       : renumber_change(r, record, record->path, err);
}

int renumber_others(struct renumber *r, struct error *err)
{
	struct strings paths = { 0 };

	if (find_on_disk(r, &paths, err) < 0 || find_edited(r, &paths, err) < 0)
		return -1;
	for (size_t i = 0; i < paths.count; i++)
		if ((is_page(paths.items[i]) ? change_page(r, paths.items[i], err)
					     : change_record(r, paths.items[i], err)) < 0)
			return -1;
	return 0;
}
