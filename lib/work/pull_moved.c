/*
 * One side gave a record another number while the other changed it under the old one.  What
 * was changed goes along, or an event would be lost: nothing is left at the old number but where
 * the record went.
 */
#include <string.h>

#include "format/splice.h"
#include "record/attachment.h"
#include "record/document.h"
#include "record/id.h"
#include "work/pull_private.h"

int pull_with_id(struct arena *arena, const struct record *record, const char *id,
		 struct record **out, struct error *err)
{
	auto_buf value = BUF_INIT;
	auto_buf bytes = BUF_INIT;
	auto_buf path = BUF_INIT;

	yaml_write_scalar(&value, id, /* flow */ false);
	if (splice_set(&record->tree, "id", value.s, &bytes, err) < 0)
		return -1;
	id_path(record->kind, id, &path);
	*out = record_parse(arena, record->kind, buf_dup(&path, arena),
			    buf_dup(&bytes, arena), bytes.len);
	return 0;
}

const char *pull_path(struct pull *p, const struct kind *kind, const char *id)
{
	auto_buf path = BUF_INIT;

	buf_adds(&path, p->prefix);
	id_path(kind, id, &path);
	return buf_dup(&path, p->work->arena);
}

/* A record that moved: the side that moved it, and the one that changed it. */
struct move {
	enum merge_side by;
	const char *from;
	const char *to;
	struct threeway_file target; /* the file at the new number */
	const struct record *base;
	const struct record *changed;
};

static int merge_there(struct pull *p, const struct move *move, struct merged *out,
		       struct error *err)
{
	struct arena *arena = p->work->arena;
	const bool theirs = move->by == MERGE_THEIRS;
	struct record *moved, *base, *changed;
	struct merge_sides sides;
	struct pull_place at;

	*out = (struct merged){ .outcome = MERGE_REFUSED };
	if (pull_read(p, arena, &move->target,
		      theirs ? &move->target.theirs : &move->target.ours, &moved,
		      err) < 0)
		return -1;
	/* Gone on to somewhere else, or nowhere: the rules of history say so. */
	if (!moved)
		return 0;
	if (pull_with_id(arena, move->base, move->to, &base, err) < 0 ||
	    pull_with_id(arena, move->changed, move->to, &changed, err) < 0)
		return -1;
	sides = (struct merge_sides){ .base = base,
				      .ours = theirs ? changed : moved,
				      .theirs = theirs ? moved : changed };
	at = pull_place(p, move->target.path, moved);
	pull_merge(p, &at, &sides, out);
	return out->bytes ? transaction_put(p->tx, move->target.path, out->bytes,
					    out->len, PUT_FROM_TOP, err)
			  : 0;
}

/* Files that were attached under the old number go to the new one. */
static int take_files(struct pull *p, const struct move *move, struct error *err)
{
	const struct field *field =
		kind_field(move->changed->kind, "attachments", /* labels */ false);
	const struct list *list = field ? field_list(field, move->changed->common) : NULL;

	for (size_t i = 0; list && i < list->count; i++) {
		const char *name = list_at(list, struct attachment, i)->file;
		struct threeway_file old, new;
		const struct threeway_side *side;

		if (!name)
			continue;
		if (threeway_find(p->threeway, p->work->arena,
				  arena_printf(p->work->arena, "%sattachments/%s/%s",
					       p->prefix, move->from, name),
				  &old, err) < 0 ||
		    threeway_find(p->threeway, p->work->arena,
				  arena_printf(p->work->arena, "%sattachments/%s/%s",
					       p->prefix, move->to, name),
				  &new, err) < 0)
			return -1;
		side = move->by == MERGE_THEIRS ? &old.ours : &old.theirs;
		if (!side->oid || new.ours.oid || new.theirs.oid)
			continue;
		if (transaction_take(p->tx, new.path, side->oid, side->mode, err) < 0)
			return -1;
		strings_add(p->work->arena, &p->handled, old.path);
		if (old.ours.oid && transaction_take(p->tx, old.path, NULL, 0, err) < 0)
			return -1;
	}
	return 0;
}

static int take_stub(struct pull *p, const struct threeway_file *file,
		     const struct move *move, struct error *err)
{
	strings_add(p->work->arena, &p->handled, file->path);
	return move->by == MERGE_THEIRS
		       ? transaction_take(p->tx, file->path, file->theirs.oid,
					  file->theirs.mode, err)
		       : 0;
}

static int carry(struct pull *p, const struct threeway_file *file, struct move *move,
		 struct error *err)
{
	struct arena *arena = p->work->arena;
	const char *path = pull_path(p, move->base->kind, move->to);
	struct pull_place at = pull_place(p, file->path, move->base);
	struct merged merged;

	if (threeway_find(p->threeway, arena, path, &move->target, err) < 0 ||
	    merge_there(p, move, &merged, err) < 0)
		return -1;
	if (!merged.bytes)
		return 0;
	strings_add(arena, &p->handled, path);
	*(struct pull_ending *)list_add(arena, &p->report->endings,
					sizeof(struct pull_ending)) =
		(struct pull_ending){ .at = at, .by = move->by, .moved_to = move->to };
	return take_stub(p, file, move, err) < 0 ? -1 : take_files(p, move, err);
}

static bool is_stub(const struct record *record)
{
	return date_is_set(record->common->voided.date) || record->common->moved_to;
}

static int look_at(struct pull *p, const struct threeway_file *file, struct error *err)
{
	struct arena *arena = p->work->arena;
	struct record *base, *ours, *theirs;
	struct move move = { .by = MERGE_NONE };
	char id[ID_MAX];

	if (!pull_kind(p, file->path, id) || !file->base.oid || !file->ours.oid ||
	    !file->theirs.oid || pull_same(&file->ours, &file->base) ||
	    strings_has(&p->handled, file->path))
		return 0;
	if (pull_read(p, arena, file, &file->base, &base, err) < 0 ||
	    pull_read(p, arena, file, &file->ours, &ours, err) < 0 ||
	    pull_read(p, arena, file, &file->theirs, &theirs, err) < 0)
		return -1;
	if (theirs->common->moved_to && !is_stub(ours))
		move = (struct move){ .by = MERGE_THEIRS,
				      .to = theirs->common->moved_to,
				      .changed = ours };
	else if (ours->common->moved_to && !is_stub(theirs))
		move = (struct move){ .by = MERGE_OURS,
				      .to = ours->common->moved_to,
				      .changed = theirs };
	if (move.by == MERGE_NONE || is_stub(base) || !id_fits(base->kind, move.to))
		return 0;
	move.from = arena_strdup(arena, id);
	move.base = base;
	return carry(p, file, &move, err);
}

int pull_moved(struct pull *p, struct error *err)
{
	for (size_t i = 0; i < p->twins.count; i++)
		if (pull_twin(p, list_at(&p->twins, struct twin, i), err) < 0)
			return -1;
	for (size_t i = 0; i < p->files.count; i++)
		if (look_at(p, list_at(&p->files, struct threeway_file, i), err) < 0)
			return -1;
	return 0;
}
