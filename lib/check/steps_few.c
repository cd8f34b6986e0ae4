/*
 * The ordinary check, over a source that lists only some records and what they refer
 * to: so every rule holds here as it does for all.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "check/check_private.h"
#include "check/steps.h"
#include "record/id.h"

/* A set of texts. */
struct names {
	const char **slots;
	size_t count;
	size_t room; /* a power of two */
};

struct few {
	struct catalogue *catalogue;
	const struct check_options *options;
	struct arena *arena;
	struct arena scratch;   /* of one record */
	struct names listed;    /* paths that have been looked up */
	struct names checked;   /* paths of files and orphans */
	struct strings files;   /* records that are checked */
	struct strings gone;    /* ids of records that are no longer there */
	struct strings orphans; /* records that may refer to one of them */
	struct source_entry *entries;
	size_t count;
	size_t room;
};

/* ---- names ---- */

static uint64_t hash_of(const char *text)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * UINT64_C(1099511628211);
	return h;
}

static const char **slot_of(const char **slots, size_t room, const char *text)
{
	size_t at = hash_of(text) & (room - 1);

	while (slots[at] && strcmp(slots[at], text) != 0)
		at = (at + 1) & (room - 1);
	return &slots[at];
}

/* Adds the text; false when it was there. */
static bool names_add(struct arena *arena, struct names *names, const char *text)
{
	enum { FIRST_ROOM = 64 };
	const char **slot;

	if (names->count * 2 >= names->room) {
		size_t room = names->room ? names->room * 2 : FIRST_ROOM;
		const char **slots = arena_array(arena, const char *, room);

		for (size_t i = 0; i < names->room; i++)
			if (names->slots[i])
				*slot_of(slots, room, names->slots[i]) = names->slots[i];
		names->slots = slots;
		names->room = room;
	}
	slot = slot_of(names->slots, names->room, text);
	if (*slot)
		return false;
	*slot = arena_strdup(arena, text);
	names->count++;
	return true;
}

/* ---- what is listed ---- */

static void add_entry(struct few *few, const struct source_entry *entry)
{
	few->entries = array_grow(few->arena, few->entries, few->count, &few->room,
				  sizeof(*few->entries));
	few->entries[few->count++] = *entry;
}

/* 1 when the path is there and listed for the first time, 0, -1. */
static int list_path(struct few *few, const char *path, struct error *err)
{
	struct source_entry entry;
	struct error absent;

	if (!names_add(few->arena, &few->listed, path))
		return 0;
	if (source_find(few->catalogue->source, few->arena, path, &entry, &absent) == 0) {
		add_entry(few, &entry);
		return 1;
	}
	if (absent.code == ERR_NOT_FOUND)
		return 0;
	*err = absent;
	return -1;
}

static int list_id(struct few *few, const struct kind *kind, const char *id,
		   struct error *err)
{
	auto_buf path = BUF_INIT;

	if (!kind || !id_fits(kind, id))
		return 0;
	id_path(kind, id, &path);
	return list_path(few, path.s, err);
}

/* Files of a record, which are looked for only where it speaks of any. */
static int list_attachments(struct few *few, const char *id, const char *bytes,
			    struct error *err)
{
	static const char *const words[] = { "attachments:", "file:", "flowchart:",
					     "photo:", "sealed:" };
	const char *folder = arena_printf(few->arena, "attachments/%s", id);
	struct source_entry *entries;
	size_t count;
	bool any = false;

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		any = any || strstr(bytes, words[i]);
	if (!any || !names_add(few->arena, &few->listed, folder))
		return 0;
	if (source_list_folder(few->catalogue->source, few->arena, folder, &entries,
			       &count, err) < 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		if (names_add(few->arena, &few->listed, entries[i].path))
			add_entry(few, &entries[i]);
	return 0;
}

static int list_referents(struct few *few, const struct record *record, const char *id,
			  struct error *err)
{
	const struct kind_set *kinds = &few->catalogue->kinds;
	const struct facts facts = record_facts(&few->scratch, record);
	struct id_parts parts;

	/* The number it says may be that of another one. */
	if (strcmp(facts.id, id) != 0 && id_parse(kinds, facts.id, &parts) &&
	    list_id(few, parts.kind, facts.id, err) < 0)
		return -1;
	for (size_t i = 0; i < facts.count; i++) {
		const struct fact *fact = &facts.items[i];

		if (fact->ref &&
		    list_id(few, kind_set_find(kinds, fact->ref), fact->value, err) < 0)
			return -1;
	}
	return 0;
}

/* What the record at the path refers to. */
static int list_around(struct few *few, const struct source_entry *entry,
		       struct error *err)
{
	char id[ID_MAX];
	const struct kind *kind = id_of_path(&few->catalogue->kinds, entry->path, id);
	const struct record *record;
	auto_buf bytes = BUF_INIT;
	int rc = -1;

	if (!kind || entry->type != SOURCE_FILE)
		return 0;
	if (source_read(few->catalogue->source, entry, &bytes, err) == 0) {
		record = record_parse(&few->scratch, kind, entry->path, bytes.s,
				      bytes.len);
		if (list_referents(few, record, id, err) == 0)
			rc = list_attachments(few, id, bytes.s, err);
	}
	arena_reset(&few->scratch);
	return rc;
}

/* ---- what is checked ---- */

/* The record that an attachment belongs to, else the path itself. */
static void owner_of(struct few *few, const char *path, struct buf *out)
{
	static const char folder[] = "attachments/";
	struct id_parts parts;
	const char *id;

	if (strncmp(path, folder, strlen(folder)) == 0) {
		path += strlen(folder);
		id = arena_strndup(few->arena, path, strcspn(path, "/"));
		if (id_parse(&few->catalogue->kinds, id, &parts))
			id_path(parts.kind, id, out);
		return;
	}
	buf_adds(out, path);
}

static int take_change(struct few *few, const struct range_change *change,
		       struct error *err)
{
	auto_buf path = BUF_INIT;
	char id[ID_MAX];

	owner_of(few, change->path, &path);
	if (strcmp(path.s, change->path) == 0 && !change->stays) {
		if (id_of_path(&few->catalogue->kinds, path.s, id))
			strings_add(few->arena, &few->gone, arena_strdup(few->arena, id));
		return 0;
	}
	if (!path.len || !is_selected(few->options, path.s) ||
	    !names_add(few->arena, &few->checked, path.s))
		return 0;
	if (list_path(few, path.s, err) < 0)
		return -1;
	strings_add(few->arena, &few->files, arena_strdup(few->arena, path.s));
	return 0;
}

/* All that has changed first, then what it refers to. */
static int take_changes(struct few *few, const struct range_changes *changes,
			struct error *err)
{
	size_t count;

	for (size_t i = 0; i < changes->count; i++)
		if (take_change(few, &changes->items[i], err) < 0)
			return -1;
	count = few->count;
	for (size_t i = 0; i < count; i++) {
		const struct source_entry entry = few->entries[i];

		if (list_around(few, &entry, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- who refers to what is gone: the one look at all that there is ---- */

static bool names_any(const char *bytes, const struct strings *ids)
{
	for (size_t i = 0; i < ids->count; i++)
		if (strstr(bytes, ids->items[i]))
			return true;
	return false;
}

static int take_orphan(struct few *few, const struct source_entry *entry,
		       struct error *err)
{
	char id[ID_MAX];
	auto_buf bytes = BUF_INIT;

	if (entry->type != SOURCE_FILE ||
	    !id_of_path(&few->catalogue->kinds, entry->path, id))
		return 0;
	if (source_read(few->catalogue->source, entry, &bytes, err) < 0)
		return -1;
	if (!names_any(bytes.s, &few->gone) ||
	    !names_add(few->arena, &few->checked, entry->path))
		return 0;
	strings_add(few->arena, &few->orphans, arena_strdup(few->arena, entry->path));
	return list_path(few, entry->path, err) < 0 ? -1 : list_around(few, entry, err);
}

static int find_orphans(struct few *few, struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct source_entry *entries;
	size_t count = 0;
	int rc = 0;

	if (few->gone.count == 0)
		return 0;
	rc = source_list(few->catalogue->source, &arena, &entries, &count, err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		rc = take_orphan(few, &entries[i], err);
	arena_clear(&arena);
	return rc;
}

/* Of records that merely refer to what is gone, nothing else is said. */
static void drop_foreign(const struct few *few, struct findings *findings)
{
	size_t kept = 0;

	for (size_t i = 0; few->orphans.count > 0 && i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];

		if (strings_has(&few->orphans, finding->path) &&
		    (finding->rule != RULE_REF_MISSING ||
		     !strings_has(&few->gone, finding->args[0])))
			continue;
		findings->items[kept++] = *finding;
	}
	if (few->orphans.count > 0)
		findings->count = kept;
}

/* ---- the whole ---- */

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort(struct strings *list)
{
	if (list->count > 0)
		qsort(list->items, list->count, sizeof(*list->items), by_text);
}

static int run(struct few *few, struct check_result *out, struct error *err)
{
	const struct index_options memory = { .memory = true };
	struct check_options narrow = *few->options;
	struct strings files = { 0 };
	struct index *index;
	int rc;

	for (size_t i = 0; i < few->files.count; i++)
		strings_add(few->arena, &files, few->files.items[i]);
	for (size_t i = 0; i < few->orphans.count; i++)
		strings_add(few->arena, &files, few->orphans.items[i]);
	sort(&files);
	narrow.files = &files;
	narrow.few = true;
	source_narrow(few->catalogue->source, few->entries, few->count);
	if (index_open(few->catalogue->source, check_examiner(few->arena, few->catalogue),
		       &memory, &index, err) < 0)
		return -1;
	rc = check_catalogue(few->catalogue, index, &narrow, out, few->arena, err);
	index_free(index);
	return rc;
}

int check_few(struct catalogue *catalogue, const struct range_changes *changes,
	      const struct check_options *options, struct check_result *out,
	      struct arena *arena, struct error *err)
{
	struct few few = { .catalogue = catalogue, .options = options, .arena = arena };
	int rc;

	*out = (struct check_result){ .findings = FINDINGS(arena),
				      .waived = FINDINGS(arena) };
	rc = take_changes(&few, changes, err);
	if (rc == 0)
		rc = find_orphans(&few, err);
	arena_clear(&few.scratch);
	if (rc < 0 || few.files.count + few.orphans.count == 0)
		return rc;
	if (run(&few, out, err) < 0)
		return -1;
	drop_foreign(&few, &out->findings);
	return 0;
}
