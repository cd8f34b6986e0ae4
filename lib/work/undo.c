#include "work/undo.h"

#include <string.h>

#include "base/i18n.h"
#include "record/id.h"
#include "work/act.h"

struct undoing {
	struct work *work;
	struct transaction *tx;
	struct source *source; /* HEAD's */
	const struct range_commit *commit;
	bool shared;
	struct work_done *done;
};

static int find_head(struct undoing *u, struct undone *out, struct error *err)
{
	struct range_options options = { .to = "HEAD" };
	struct range range;

	strings_add(u->work->arena, &options.hidden, "HEAD^");
	if (range_read(u->source, u->work->arena, &options, &range, err) < 0)
		return error_set(
			err, ERR_DENIED, "%s",
			tr("there is no commit before the last one, so nothing to "
			   "go back to"));
	out->commit = range.items[range.count - 1];
	if (u->commit->parents.count != 1)
		return error_set(
			err, ERR_DENIED, "%s",
			tr("the last commit brought in what others wrote, which is not "
			   "undone: change the records themselves with gk edit, gk set "
			   "or gk void"));
	if (!strstr(u->commit->message, "\n" WORK_TRAILER))
		return error_set(
			err, ERR_DENIED,
			tr("the last commit was not made by gk (%.*s): git revert "
			   "takes it back"),
			(int)strcspn(u->commit->message, "\n"), u->commit->message);
	return range_is_shared(u->source, u->commit->id, &u->shared, err);
}

/* ---- one file ---- */

static int read_blob(struct undoing *u, const char *path, const char *oid,
		     struct buf *out, struct error *err)
{
	const struct source_entry entry = { .path = path,
					    .type = SOURCE_FILE,
					    .oid = oid };

	return source_read(u->source, &entry, out, err);
}

static struct record *parse(struct undoing *u, const struct kind *kind, const char *path,
			    const struct buf *bytes)
{
	return record_parse(u->work->arena, kind, path, buf_dup(bytes, u->work->arena),
			    bytes->len);
}

/* What others may have seen is not deleted: a number stays given. */
static void write_void(struct undoing *u, const struct kind *kind, const char *id,
		       struct buf *out)
{
	struct record *stub = record_new(u->work->arena, kind);

	stub->common->id = arena_strdup(u->work->arena, id);
	stub->common->voided = (struct voided){ .date = u->work->today,
						.by = u->work->typist,
						.reason = "误增，已撤销" };
	record_write(stub, out);
}

/* What others may have seen of a record: its events and what became of its number stay. */
static int check_reversible(struct undoing *u, const struct range_change *change,
			    const struct kind *kind, const struct buf *old,
			    struct error *err)
{
	const struct record *was = parse(u, kind, change->path, old);
	const struct record *is;
	auto_buf new = BUF_INIT;

	if (read_blob(u, change->path, change->is, &new, err) < 0)
		return -1;
	is = parse(u, kind, change->path, &new);
	if (is->common->moved_to)
		return error_set(
			err, ERR_DENIED,
			tr("%s was shared already, and %s has the number %s now: "
			   "gk renumber gives it another, but not that one"),
			u->commit->id, is->common->id, is->common->moved_to);
	if (is->common->events.count == was->common->events.count)
		return 0;
	return error_set(err, ERR_DENIED,
			 tr("%s was shared already and records what happened to %s: an "
			    "event is not taken back; record what corrects it"),
			 u->commit->id, is->common->id);
}

static int put_old(struct undoing *u, const struct range_change *change,
		   struct error *err)
{
	struct arena *arena = u->work->arena;
	auto_buf old = BUF_INIT;
	char id[ID_MAX];
	const struct kind *kind =
		id_of_path(&u->work->catalogue->kinds, change->path, id);
	bool numbered = kind && (kind->id_form == ID_UNIT || kind->id_form == ID_SERIAL);

	if (change->was && read_blob(u, change->path, change->was, &old, err) < 0)
		return -1;
	if (u->shared && kind && change->was && change->is &&
	    check_reversible(u, change, kind, &old, err) < 0)
		return -1;
	if (u->shared && numbered && !change->was)
		write_void(u, kind, id, &old);
	work_note(u->work, u->done, kind ? arena_strdup(arena, id) : change->path,
		  change->path);
	return transaction_put(u->tx, change->path, old.len ? old.s : NULL, old.len,
			       PUT_EXPECT_HEAD, err);
}

static int put_all(struct undoing *u, struct error *err)
{
	struct range_changes changes = { 0 };

	if (range_changes(u->source, u->work->arena, u->commit->parents.items[0],
			  u->commit->id, &changes, err) < 0)
		return -1;
	for (size_t i = 0; i < changes.count; i++)
		if (put_old(u, &changes.items[i], err) < 0)
			return -1;
	return 0;
}

int work_undo(struct work *work, struct undone *out, struct work_done *done,
	      struct error *err)
{
	const struct transaction_options options = work_transaction(work);
	const struct source_options where = { .dir = source_root(work->catalogue->source),
					      .rev = "HEAD" };
	struct undoing u = { .work = work, .commit = &out->commit, .done = done };
	auto_transaction *tx = NULL;
	auto_source *source = NULL;

	*out = (struct undone){ 0 };
	if (transaction_begin(&options, &tx, err) < 0 ||
	    source_open(&where, &source, err) < 0)
		return WORK_FAILED;
	u.tx = tx;
	u.source = source;
	if (find_head(&u, out, err) < 0 || put_all(&u, err) < 0)
		return WORK_FAILED;
	out->taken_off = !u.shared;
	if (u.shared)
		return work_commit(work, tx, "undo", done, err) < 0 ? WORK_FAILED
								    : WORK_DONE;
	return transaction_retreat(tx, "gk undo", done->commit, err) < 0 ? WORK_FAILED
									 : WORK_DONE;
}
