#include "work/renumber.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "record/clearance.h"
#include "record/id.h"
#include "record/state.h"
#include "work/across.h"
#include "work/renumber_private.h"

void renumber_plan(struct renumber *r, const struct planned *file)
{
	*(struct planned *)list_add(r->work->arena, &r->files, sizeof(*file)) = *file;
}

void renumber_tell(struct renumber *r, const struct renumbered_file *file)
{
	if (file->spots.count > 0)
		*(struct renumbered_file *)list_add(r->work->arena, &r->report->files,
						    sizeof(*file)) = *file;
}

/* ---- attachments ---- */

static const char *folder_of(struct renumber *r, const char *id)
{
	return arena_printf(r->work->arena, "attachments/%s", id);
}

/* What lies in the folder and was never committed would stay behind. */
static int check_committed(struct renumber *r, const char *folder, struct error *err)
{
	struct arena *arena = r->work->arena;
	struct source_entry *entries;
	size_t count;

	if (source_list_folder(r->work->catalogue->source, arena, folder, &entries,
			       &count, err) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		struct source_entry committed;
		struct error absent;

		if (source_find(r->head, arena, entries[i].path, &committed, &absent) < 0)
			return error_set(err, ERR_CONFLICT,
					 tr("%s is not committed yet: run gk save %s "
					    "first"),
					 entries[i].path, entries[i].path);
	}
	return 0;
}

static int move_attachments(struct renumber *r, struct renumbered *told,
			    struct error *err)
{
	struct arena *arena = r->work->arena;
	const char *from = folder_of(r, told->from);
	struct source_entry *entries;
	size_t count;

	if (check_committed(r, from, err) < 0 ||
	    source_list_folder(r->head, arena, from, &entries, &count, err) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		const char *name = entries[i].path + strlen(from) + 1;
		auto_buf bytes = BUF_INIT;

		if (entries[i].type != SOURCE_FILE)
			return error_set(err, ERR_DENIED,
					 tr("%s is no file and cannot go along: remove "
					    "it first"),
					 entries[i].path);
		if (source_read(r->head, &entries[i], &bytes, err) < 0)
			return -1;
		strings_add(arena, &told->files, name);
		renumber_plan(r, &(struct planned){ .path = entries[i].path });
		renumber_plan(r, &(struct planned){ .path = arena_printf(
							    arena, "%s/%s",
							    folder_of(r, told->to), name),
						    .bytes = buf_dup(&bytes, arena),
						    .len = bytes.len,
						    .arrives = true });
	}
	return 0;
}

/* ---- clearances ---- */

static void digest(struct renumber *r, const struct record *record, const char *files_of,
		   char out[SHA256_HEX_SIZE])
{
	struct attachment_of of = { .catalogue = r->work->catalogue, .id = files_of };

	public_digest(r->work->arena, record, &r->work->catalogue->config->public_x,
		      catalogue_attachment_hash, &of, out);
}

static bool is_cleared(const struct record *record, const char *digest_now)
{
	const struct list *events = &record->common->events;

	for (size_t i = 0; i < events->count; i++) {
		const struct event *event = list_at(events, struct event, i);

		if (event->act == ACT_CLEAR &&
		    clearance_holds(record->common, event, digest_now))
			return true;
	}
	return false;
}

/* The numbers that changed in the file, before and after. */
static void say_numbers(const struct list *spots, struct buf *from, struct buf *to)
{
	for (size_t i = 0; i < spots->count; i++) {
		const struct renamed_spot *spot = list_at(spots, struct renamed_spot, i);
		bool said = spot->as == RENAMED_NOT;

		for (size_t k = 0; k < i && !said; k++) {
			const struct renamed_spot *other =
				list_at(spots, struct renamed_spot, k);

			said = other->as != RENAMED_NOT && other->change == spot->change;
		}
		if (said)
			continue;
		buf_addf(from, "%s%s", from->len > 0 ? "、" : "", spot->change->from);
		buf_addf(to, "%s%s", to->len > 0 ? "、" : "", spot->change->to);
	}
}

static bool is_published(const struct record *record, const char *digest_now)
{
	const struct event *last = last_event(record->common, ACT_PUBLISH);

	return last && last->digest && strcmp(last->digest, digest_now) == 0 &&
	       record_state(record->common) == STATE_PUBLISHED;
}

/* A number says nothing of the content: what was cleared stays cleared. */
static int keep_clearance(struct renumber *r, const struct record *was, const char *path,
			  struct renamed *renamed, struct renumbered_file *file,
			  struct error *err)
{
	struct arena *arena = r->work->arena;
	const struct record *is =
		record_parse(arena, was->kind, path, renamed->bytes, renamed->len);
	auto_buf bytes = BUF_INIT;
	struct event event = { .date = r->work->today,
			       .act = ACT_ERRATUM,
			       .erratum_kind = ERRATUM_LAYOUT,
			       .by = r->work->typist };
	auto_buf from = BUF_INIT;
	auto_buf to = BUF_INIT;
	char before[SHA256_HEX_SIZE];
	char after[SHA256_HEX_SIZE];

	if (!kind_has_act(was->kind, ACT_ERRATUM))
		return 0;
	digest(r, was, was->common->id, before);
	digest(r, is, was->common->id, after);
	if (strcmp(before, after) == 0)
		return 0;
	file->published = is_published(was, before);
	if (!is_cleared(was, before))
		return 0;
	say_numbers(&renamed->spots, &from, &to);
	event.from_text = from.s;
	event.to_text = to.s;
	event.digest = after;
	file->erratum = true;
	if (record_append_event(is, &event, &bytes, err) < 0)
		return -1;
	renamed->bytes = buf_dup(&bytes, arena);
	renamed->len = bytes.len;
	return 0;
}

/* ---- records ---- */

bool renumber_changes(const struct list *spots)
{
	for (size_t i = 0; i < spots->count; i++)
		if (list_at(spots, struct renamed_spot, i)->as != RENAMED_NOT)
			return true;
	return false;
}

int renumber_change(struct renumber *r, const struct record *record, const char *to_path,
		    struct error *err)
{
	struct arena *arena = r->work->arena;
	struct renumbered_file file = { .path = record->path, .title = "" };
	struct renamed renamed;

	/* Titles of what people asked for are their own business. */
	if (!r->work->catalogue->is_private)
		file.title = record_title(record);
	if (record_rename(arena, record, to_path, &r->changes, &renamed, err) < 0)
		return -1;
	if (renumber_changes(&renamed.spots)) {
		if (keep_clearance(r, record, to_path, &renamed, &file, err) < 0)
			return -1;
		renumber_plan(r, &(struct planned){ .path = to_path,
						    .bytes = renamed.bytes,
						    .len = renamed.len });
	}
	file.spots = renamed.spots;
	file.changed = renumber_changes(&renamed.spots);
	renumber_tell(r, &file);
	return 0;
}

void renumber_stub(struct arena *arena, const struct kind *kind, const char *id,
		   const char *moved_to, struct buf *out)
{
	struct record *stub = record_new(arena, kind);

	stub->common->id = id;
	stub->common->moved_to = moved_to;
	record_write(stub, out);
}

static void leave_stub(struct renumber *r, const struct moving *moving)
{
	auto_buf bytes = BUF_INIT;

	renumber_stub(r->work->arena, moving->record->kind, moving->told.from,
		      moving->told.to, &bytes);
	renumber_plan(r, &(struct planned){ .path = moving->told.from_path,
					    .bytes = buf_dup(&bytes, r->work->arena),
					    .len = bytes.len });
}

static int move_record(struct renumber *r, struct moving *moving, struct error *err)
{
	if (renumber_change(r, moving->record, moving->told.to_path, err) < 0 ||
	    move_attachments(r, &moving->told, err) < 0)
		return -1;
	if (moving->told.vanishes)
		renumber_plan(r, &(struct planned){ .path = moving->told.from_path });
	else
		leave_stub(r, moving);
	return 0;
}

/* ---- all of it ---- */

static int compare_planned(const void *a, const void *b)
{
	const struct planned *x = a;
	const struct planned *y = b;
	int order = strcmp(x->path, y->path);

	/* What goes stands before what comes to its place. */
	return order != 0 ? order : (x->bytes != NULL) - (y->bytes != NULL);
}

static bool is_same_path(const struct list *files, size_t a, size_t b)
{
	return a < files->count && b < files->count &&
	       strcmp(list_at(files, struct planned, a)->path,
		      list_at(files, struct planned, b)->path) == 0;
}

static int put_files(struct renumber *r, struct error *err)
{
	const struct list *files = &r->files;

	if (!files->count)
		return 0;
	qsort(files->items, files->count, sizeof(struct planned), compare_planned);
	for (size_t i = 0; i < files->count; i++) {
		const struct planned *file = list_at(files, struct planned, i);
		bool freed = i > 0 && is_same_path(files, i - 1, i);

		if (!file->bytes && is_same_path(files, i, i + 1))
			continue;
		if (transaction_put(r->tx, file->path, file->bytes, file->len,
				    file->arrives && !freed ? PUT_NEW : PUT_EXPECT_HEAD,
				    err) < 0)
			return -1;
	}
	return 0;
}

static void note_changes(struct renumber *r, const struct id_changes *outside)
{
	size_t count = r->count + outside->count;
	struct id_change *changes =
		arena_array(r->work->arena, struct id_change, count + 1);

	for (size_t i = 0; i < r->count; i++)
		changes[i] = (struct id_change){ .from = r->moving[i].told.from,
						 .to = r->moving[i].told.to,
						 .vanishes = r->moving[i].told.vanishes };
	for (size_t i = 0; i < outside->count; i++)
		changes[r->count + i] = outside->items[i];
	id_changes_sort(changes, count);
	r->changes = (struct id_changes){ .items = changes, .count = count };
}

static int choose(struct renumber *r, const struct renumber_order *order,
		  struct error *err)
{
	const struct renumbering *list = order->list;

	r->moving = arena_array(r->work->arena, struct moving, order->count + 1);
	r->count = order->count;
	for (size_t i = 0; i < r->count; i++)
		if (renumber_find(r, i, list[i].from, err) < 0)
			return -1;
	/* What was said comes before what is free besides. */
	for (size_t i = 0; i < r->count; i++)
		if (list[i].to && renumber_choose(r, i, list[i].to, err) < 0)
			return -1;
	for (size_t i = 0; i < r->count; i++)
		if (!list[i].to && renumber_choose(r, i, NULL, err) < 0)
			return -1;
	if (renumber_check_free(r, err) < 0)
		return -1;
	note_changes(r, &order->outside);
	return 0;
}

static int compare_files(const void *a, const void *b)
{
	const struct renumbered_file *x = a;
	const struct renumbered_file *y = b;

	return strcmp(x->path, y->path);
}

static void report(struct renumber *r)
{
	struct list *files = &r->report->files;

	for (size_t i = 0; i < r->count; i++)
		*(struct renumbered *)list_add(r->work->arena, &r->report->numbers,
					       sizeof(struct renumbered)) =
			r->moving[i].told;
	if (files->count > 0)
		qsort(files->items, files->count, sizeof(struct renumbered_file),
		      compare_files);
}

static int put(struct renumber *r, const struct renumber_order *order, struct error *err)
{
	if (choose(r, order, err) < 0)
		return -1;
	for (size_t i = 0; i < r->count; i++)
		if (move_record(r, &r->moving[i], err) < 0)
			return -1;
	if (renumber_others(r, err) < 0 || put_files(r, err) < 0)
		return -1;
	report(r);
	return 0;
}

int work_renumber_put(struct work *work, struct transaction *tx,
		      const struct renumber_order *order,
		      struct renumber_report *report_to, struct error *err)
{
	struct arena *arena = work->arena;
	auto_source *head = NULL;
	struct renumber r = { .work = work, .tx = tx, .report = report_to };

	if (source_open_at(work->catalogue->source, "HEAD", &head, err) < 0 ||
	    range_outside(head, arena, source_commit(head), &r.outside, err) < 0)
		return -1;
	r.head = head;
	return put(&r, order, err);
}

size_t renumbered_changed(const struct list *files)
{
	size_t count = 0;

	for (size_t i = 0; i < files->count; i++)
		count += list_at(files, struct renumbered_file, i)->changed;
	return count;
}

/* ---- as an act of its own ---- */

static int commit(struct work *work, struct transaction *tx,
		  const struct renumber_report *told, struct work_done *done,
		  struct error *err)
{
	struct work_done said = { 0 };

	for (size_t i = 0; i < told->numbers.count; i++) {
		const struct renumbered *one =
			list_at(&told->numbers, struct renumbered, i);

		work_note(work, done, one->to, one->to_path);
		strings_add(work->arena, &said.ids,
			    arena_printf(work->arena, "%s to %s", one->from, one->to));
	}
	if (work_commit(work, tx, "renumber", &said, err) < 0)
		return -1;
	memcpy(done->commit, said.commit, sizeof(done->commit));
	return 0;
}

static int follow(void *payload, const char *commit, struct error *err)
{
	(void)commit;
	return across_commit(payload, err);
}

int work_renumber(struct work *work, const struct renumbering *list, size_t count,
		  struct renumber_report *told, struct work_done *done, struct error *err)
{
	const struct transaction_options options = work_transaction(work);
	const struct renumber_order order = { .list = list, .count = count };
	auto_transaction *tx = NULL;
	auto_across across = { .tx = NULL };

	*told = (struct renumber_report){ .numbers = { 0 } };
	if (count == 0)
		return WORK_DONE;
	if (transaction_begin(&options, &tx, err) < 0 ||
	    work_renumber_put(work, tx, &order, told, err) < 0 ||
	    across_begin(&across, work, &told->numbers, err) < 0 ||
	    across_put(&across, err) < 0)
		return WORK_FAILED;
	transaction_judge(tx, follow, &across);
	if (commit(work, tx, told, done, err) < 0) {
		if (across.commit[0])
			across_tell(err);
		return WORK_FAILED;
	}
	told->across = across.report.files;
	return WORK_DONE;
}
