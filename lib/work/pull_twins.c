/*
 * Both sides gave one record another number.  It is one record, so it is merged with what it was
 * before, and where the numbers differ one is kept, by a rule that both sides reach alike: the
 * one that stands first in the order of bytes.  The other leads there, as the number does that
 * both have left.
 */
#include <string.h>

#include "record/attachment.h"
#include "record/id.h"
#include "work/pull_private.h"
#include "work/renumber_private.h"

static bool is_live(const struct record *record)
{
	return record && !date_is_set(record->common->voided.date) &&
	       !record->common->moved_to;
}

/* ---- files attached to it ---- */

static const struct list *attachments_of(const struct record *record)
{
	const struct field *field =
		kind_field(record->kind, "attachments", /* labels */ false);

	return field ? field_list(field, record->common) : NULL;
}

static int find_file(struct pull *p, const char *id, const char *name,
		     struct threeway_file *out, struct error *err)
{
	const char *path =
		arena_printf(p->work->arena, "%sattachments/%s/%s", p->prefix, id, name);

	return threeway_find(p->threeway, p->work->arena, path, out, err);
}

/* Whether the file that each side has of this name, if both have one, is the same. */
static int fits(struct pull *p, const struct twin *twin, const char *name, bool *out,
		struct error *err)
{
	struct threeway_file ours, theirs;

	if (find_file(p, twin->ours, name, &ours, err) < 0 ||
	    find_file(p, twin->theirs, name, &theirs, err) < 0)
		return -1;
	*out = !ours.ours.oid || !theirs.theirs.oid ||
	       pull_same(&ours.ours, &theirs.theirs);
	return 0;
}

static int files_fit(struct pull *p, const struct twin *twin, const struct record *ours,
		     bool *out, struct error *err)
{
	const struct list *list = attachments_of(ours);

	*out = true;
	for (size_t i = 0; list && *out && i < list->count; i++) {
		const char *name = list_at(list, struct attachment, i)->file;

		if (name && fits(p, twin, name, out, err) < 0)
			return -1;
	}
	return 0;
}

/* A file of the lost number goes to the kept one, unless it is there. */
static int move_file(struct pull *p, const struct twin *twin, const char *name,
		     struct error *err)
{
	const bool ours = twin->lost == twin->ours;
	struct threeway_file old, new;
	const struct threeway_side *side, *there;

	if (find_file(p, twin->lost, name, &old, err) < 0 ||
	    find_file(p, twin->kept, name, &new, err) < 0)
		return -1;
	side = ours ? &old.ours : &old.theirs;
	there = ours ? &new.theirs : &new.ours;
	if (!side->oid)
		return 0;
	strings_add(p->work->arena, &p->handled, old.path);
	if (ours &&
	    transaction_take(p->tx, old.path, old.theirs.oid, old.theirs.mode, err) < 0)
		return -1;
	return there->oid ? 0
			  : transaction_take(p->tx, new.path, side->oid, side->mode, err);
}

static int move_files(struct pull *p, const struct twin *twin, const struct record *lost,
		      struct error *err)
{
	const struct list *list = attachments_of(lost);

	for (size_t i = 0; list && i < list->count; i++) {
		const char *name = list_at(list, struct attachment, i)->file;

		if (name && move_file(p, twin, name, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- the record ---- */

/* Its three states, under the numbers that they have. */
struct states {
	struct record *base;
	struct record *ours;
	struct record *theirs;
};

static int read_states(struct pull *p, const struct twin *twin, struct states *out,
		       struct error *err)
{
	const char *const ids[] = { twin->from, twin->ours, twin->theirs };
	struct record **const records[] = { &out->base, &out->ours, &out->theirs };
	struct arena *arena = p->work->arena;

	for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
		const char *path = pull_path(p, twin->kind, ids[i]);
		struct threeway_file file;
		const struct threeway_side *const sides[] = { &file.base, &file.ours,
							      &file.theirs };

		if (threeway_find(p->threeway, arena, path, &file, err) < 0 ||
		    pull_read(p, arena, &file, sides[i], records[i], err) < 0)
			return -1;
	}
	return 0;
}

static int put(struct pull *p, const char *path, const void *bytes, size_t len,
	       struct error *err)
{
	strings_add(p->work->arena, &p->handled, path);
	return transaction_put(p->tx, path, bytes, len, PUT_FROM_TOP, err);
}

static int put_stub(struct pull *p, const struct twin *twin, const char *id,
		    struct error *err)
{
	auto_buf bytes = BUF_INIT;

	renumber_stub(p->work->arena, twin->kind, id, twin->kept, &bytes);
	return put(p, pull_path(p, twin->kind, id), bytes.s, bytes.len, err);
}

static void tell(struct pull *p, const struct twin *twin, const struct record *base)
{
	const char *path = pull_path(p, twin->kind, twin->from);

	*(struct pull_ending *)list_add(p->work->arena, &p->report->endings,
					sizeof(struct pull_ending)) =
		(struct pull_ending){ .at = pull_place(p, path, base),
				      .by = twin->kept == twin->ours ? MERGE_OURS
								     : MERGE_THEIRS,
				      .moved_to = twin->kept,
				      .lost = twin->lost };
}

int pull_twin(struct pull *p, const struct twin *twin, struct error *err)
{
	struct arena *arena = p->work->arena;
	struct record *base, *ours, *theirs;
	struct states states;
	struct merge_sides sides;
	struct pull_place at;
	struct merged merged;

	if (read_states(p, twin, &states, err) < 0 ||
	    pull_with_id(arena, states.base, twin->kept, &base, err) < 0 ||
	    pull_with_id(arena, states.ours, twin->kept, &ours, err) < 0 ||
	    pull_with_id(arena, states.theirs, twin->kept, &theirs, err) < 0 ||
	    pull_settle(p, &ours, &theirs, err) < 0)
		return -1;
	sides = (struct merge_sides){ .base = base, .ours = ours, .theirs = theirs };
	at = pull_place(p, pull_path(p, twin->kind, twin->kept), ours);
	pull_merge(p, &at, &sides, &merged);
	if (!merged.bytes)
		return 0;
	if (twin->lost)
		tell(p, twin, states.base);
	if (put(p, at.path, merged.bytes, merged.len, err) < 0)
		return -1;
	if (!twin->lost)
		return 0;
	if (put_stub(p, twin, twin->lost, err) < 0 ||
	    put_stub(p, twin, twin->from, err) < 0)
		return -1;
	return move_files(p, twin, twin->lost == twin->ours ? states.ours : states.theirs,
			  err);
}

/* ---- which there are ---- */

/* Which of both is kept.  Where either is another record's on the other side, somebody decides. */
static int choose(struct pull *p, struct twin *twin, bool *out, struct error *err)
{
	struct arena *arena = p->work->arena;
	const int order = strcmp(twin->ours, twin->theirs);
	struct threeway_file ours, theirs;

	if (threeway_find(p->threeway, arena, pull_path(p, twin->kind, twin->ours), &ours,
			  err) < 0 ||
	    threeway_find(p->threeway, arena, pull_path(p, twin->kind, twin->theirs),
			  &theirs, err) < 0)
		return -1;
	twin->kept = order <= 0 ? twin->ours : twin->theirs;
	if (order != 0)
		twin->lost = order < 0 ? twin->theirs : twin->ours;
	*out = order == 0 ? !pull_same(&ours.ours, &ours.theirs)
			  : !ours.theirs.oid && !theirs.ours.oid;
	return 0;
}

/* Whoever had renumbered it, in the private store it goes by the number that is kept. */
static void note(struct pull *p, const struct twin *twin)
{
	struct arena *arena = p->work->arena;

	for (size_t i = 0; i < p->moved.count; i++) {
		struct renumbered *moved = list_at(&p->moved, struct renumbered, i);

		if (strcmp(moved->from, twin->from) == 0)
			moved->to = twin->kept;
	}
	if (twin->lost)
		*(struct renumbered *)list_add(arena, &p->moved,
					       sizeof(struct renumbered)) =
			(struct renumbered){ .from = twin->lost, .to = twin->kept };
	*(struct twin *)list_add(arena, &p->twins, sizeof(*twin)) = *twin;
}

static bool may_be_twin(const struct threeway_file *file)
{
	return file->base.oid && file->ours.oid && file->theirs.oid &&
	       !pull_same(&file->ours, &file->base);
}

/* The numbers that both sides gave. */
static int read_numbers(struct pull *p, const struct threeway_file *file,
			struct twin *twin, bool *both, struct error *err)
{
	struct arena *arena = p->work->arena;
	struct record *ours, *theirs;

	*both = false;
	if (pull_read(p, arena, file, &file->ours, &ours, err) < 0 ||
	    pull_read(p, arena, file, &file->theirs, &theirs, err) < 0)
		return -1;
	twin->ours = ours->common->moved_to;
	twin->theirs = theirs->common->moved_to;
	*both = twin->ours && twin->theirs && id_fits(twin->kind, twin->ours) &&
		id_fits(twin->kind, twin->theirs);
	return 0;
}

static int look_at(struct pull *p, const struct threeway_file *file, struct error *err)
{
	char id[ID_MAX];
	struct twin twin = { .kind = pull_kind(p, file->path, id) };
	struct states states;
	bool yes;

	if (!twin.kind || !may_be_twin(file))
		return 0;
	twin.from = arena_strdup(p->work->arena, id);
	if (read_numbers(p, file, &twin, &yes, err) < 0)
		return -1;
	if (!yes)
		return 0;
	if (read_states(p, &twin, &states, err) < 0)
		return -1;
	/* Gone on to somewhere else: the one or the other holds, as somebody decides. */
	if (!is_live(states.base) || !is_live(states.ours) || !is_live(states.theirs))
		return 0;
	if (choose(p, &twin, &yes, err) < 0 ||
	    (yes && files_fit(p, &twin, states.ours, &yes, err) < 0))
		return -1;
	if (yes)
		note(p, &twin);
	return 0;
}

int pull_find_twins(struct pull *p, struct error *err)
{
	for (size_t i = 0; i < p->files.count; i++)
		if (look_at(p, list_at(&p->files, struct threeway_file, i), err) < 0)
			return -1;
	return 0;
}

bool pull_is_twin(const struct pull *p, const char *id)
{
	for (size_t i = 0; i < p->twins.count; i++)
		if (strcmp(list_at(&p->twins, struct twin, i)->ours, id) == 0)
			return true;
	return false;
}

/* Those of the twins' numbers that one side gave and that are not kept. */
static size_t add_lost(const struct pull *p, bool ours, struct id_change *out)
{
	size_t count = 0;

	for (size_t i = 0; i < p->twins.count; i++) {
		const struct twin *twin = list_at(&p->twins, struct twin, i);

		if (twin->lost && (twin->lost == twin->ours) == ours)
			out[count++] = (struct id_change){ .from = twin->lost,
							   .to = twin->kept };
	}
	return count;
}

struct id_changes pull_outside(struct pull *p)
{
	const struct id_changes across =
		p->across ? p->across->changes : (struct id_changes){ .count = 0 };
	struct id_change *changes = arena_array(p->work->arena, struct id_change,
						across.count + p->twins.count + 1);

	for (size_t i = 0; i < across.count; i++)
		changes[i] = across.items[i];
	return (struct id_changes){ .items = changes,
				    .count = across.count +
					     add_lost(p, true, changes + across.count) };
}

static int settle(struct pull *p, bool ours, struct record **record, struct error *err)
{
	struct arena *arena = p->work->arena;
	const struct record *was = *record;
	struct id_change *items =
		arena_array(arena, struct id_change, p->twins.count + 1);
	const struct id_changes changes = { .items = items,
					    .count = add_lost(p, ours, items) };
	struct renamed renamed;

	if (!changes.count)
		return 0;
	id_changes_sort(items, changes.count);
	if (record_rename(arena, was, was->path, &changes, &renamed, err) < 0)
		return -1;
	*record = record_parse(arena, was->kind, was->path, renamed.bytes, renamed.len);
	return 0;
}

int pull_settle(struct pull *p, struct record **ours, struct record **theirs,
		struct error *err)
{
	return settle(p, true, ours, err) < 0 ? -1 : settle(p, false, theirs, err);
}
